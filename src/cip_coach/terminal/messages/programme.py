"""What is said of programmes: where each person is, and what is proposed. Never late, never a share of a person."""

NBSP = "\u00a0"
_SMALL = ("zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


def programme_argument() -> str:
    """The programme to begin."""
    return f"Le programme{NBSP}: cpp, tve, ou un des miens."


def code_argument() -> str:
    """The person's code."""
    return "Le code neutre de la personne, jamais un nom (érable, galet…)."


def begun_option() -> str:
    """Help of `--le` of `commencer`."""
    return "Le jour du premier rendez-vous (lundi dernier, 14/03/2026)\u00a0; sinon aujourd’hui."


def ended_option() -> str:
    """Help of `--le` of `terminer`."""
    return f"Le dernier jour{NBSP}; sinon aujourd’hui."


def person_option() -> str:
    """Help of `--personne`."""
    return "Seulement ce code."


def json_option() -> str:
    """Help of `--json`."""
    return "Tout écrire en JSON."


def where(day: int, length: int, kept: int, planned: int) -> str:
    """« jour 23 sur 42, rendez-vous 4 sur 8 »."""
    return f"{_day(day, length)}, {_appointments(kept, planned)}"


def standing(code: str, place: str, title: str) -> str:
    """The first line about somebody; `title` is the tree proposed, "" when none is."""
    start = f"{_capital(code)}{NBSP}: {place}"
    return f"{start}{NBSP}; proposé{NBSP}: {_inside(title)}" if title else start


def not_begun(code: str, day: str) -> str:
    """The programme begins later."""
    return f"{_capital(code)}{NBSP}: commence le {day}"


def begin_with(command: str) -> str:
    """How to take the proposal up."""
    return f"Pour commencer{NBSP}: {command}"


def instead(titles: str) -> str:
    """What may stand in for the tree proposed."""
    return f"Ou bien{NBSP}: {titles}"


def tree_named(title: str, tree: str) -> str:
    """A tree with the name to type."""
    return f"{_inside(title)} ({tree})"


def option(title: str, code: str) -> str:
    """The proposal, in the menu of a session."""
    return f"Proposé pour {code}{NBSP}: {_inside(title)}"


def left(appointments: int, weeks: int, double: int) -> str:
    """What remains, and how it could fit."""
    rest = f"Il reste {'un' if appointments == 1 else appointments} rendez-vous et {_weeks(weeks)}"
    if not double or weeks == 1:
        return f"{rest}."
    return f"{rest}{NBSP}: {_in_words(double)} semaine{'s' if double > 1 else ''} à deux rendez-vous, par exemple."


def immersion(days: int, latest: str) -> str:
    """The window of the longest immersion."""
    return (
        f"Une immersion de {days} jours finirait avant le bilan en démarrant au plus tard le {latest}. "
        f"Est-ce réaliste{NBSP}?"
    )


def shorter_immersion(days: int) -> str:
    """What fits after that window."""
    most = "un jour" if days == 1 else f"jusqu’à {days} jours"
    return f"Une immersion qui commencerait demain pourrait durer {most} avant le bilan."


def closing(number: int) -> str:
    """The last appointment is near."""
    return f"Le rendez-vous {number} est celui du bilan{NBSP}: de quoi avons-nous besoin pour y arriver à deux{NBSP}?"


def all_kept(planned: int, code: str) -> str:
    """Nothing is left of what was planned."""
    return f"Les {planned} rendez-vous prévus sont notés. Pour clore{NBSP}: cip-coach programme terminer {code}"


def group(number: int) -> str:
    """Optional collective appointments."""
    return (
        f"S’y ajoutent, au choix, jusqu’à {number} rendez-vous collectifs."
        if number > 1
        else ("S’y ajoute, au choix, un rendez-vous collectif.")
    )


def only_proposed() -> str:
    """Under the list."""
    return "Ce ne sont que des propositions, calculées sur les dates des notes."


def begun(code: str, name: str, day: str, last: str) -> str:
    """A programme begins."""
    until = f", jusqu’au {last}" if last else ""
    return f"{_capital(code)} commence «{NBSP}{name}{NBSP}» le {day}{until}."


def ended(code: str, name: str, day: str) -> str:
    """A programme ends."""
    return f"{_capital(code)} termine «{NBSP}{name}{NBSP}» le {day}. Ses notes ne changent pas."


def none_running() -> str:
    """Nobody is in a programme."""
    return f"Aucun programme en cours. Pour en commencer un{NBSP}: cip-coach programme commencer cpp CODE"


def not_this_one() -> str:
    """That code is in none."""
    return "Aucun programme en cours sous ce code."


def ended_title() -> str:
    """Heads those that have ended."""
    return "Terminés"


def ended_line(code: str, programme: str, start: str, end: str) -> str:
    """One that has ended."""
    return f"{code}{NBSP}: {programme}, du {start} au {end}"


def listed(programme: str, name: str, extent: str) -> str:
    """One programme that exists."""
    return f"{programme}{NBSP}: {name}{f' ({extent})' if extent else ''}"


def extent(days: int, months: int, appointments: int) -> str:
    """How long it is."""
    time = f"{days} jours" if days else f"{months} mois" if months else ""
    return ", ".join(part for part in (time, f"{appointments} rendez-vous" if appointments else "") if part)


def own_file(file: str) -> str:
    """The file is the user's own."""
    return f"Mon fichier{NBSP}: {file}"


def shipped_file() -> str:
    """The file comes with the program."""
    return "Livré avec cip-coach"


def _day(day: int, length: int) -> str:
    if not length:
        return f"jour {day}"
    return f"jour {day} sur {length}" if day <= length else f"jour {day} ({length} prévus)"


def _appointments(kept: int, planned: int) -> str:
    if not kept:
        return f"aucun rendez-vous noté ({planned} prévus)" if planned else "aucun rendez-vous noté"
    if not planned:
        return f"{kept} rendez-vous {'noté' if kept == 1 else 'notés'}"
    return f"rendez-vous {kept} sur {planned}" if kept <= planned else f"{kept} rendez-vous ({planned} prévus)"


def _weeks(number: int) -> str:
    return "une semaine" if number == 1 else f"{number} semaines"


def _in_words(number: int) -> str:
    return _SMALL[number] if number < len(_SMALL) else str(number)


def _capital(code: str) -> str:
    return code[:1].upper() + code[1:]


def _inside(title: str) -> str:
    """A title inside a sentence: its first letter small, unless it begins a name in capitals."""
    return title[:1].lower() + title[1:] if not title[1:2].isupper() else title
