"""What is said in the views of the figures: questions, months, calendar, my trade, two periods."""

from collections.abc import Sequence

from cip_coach.terminal.messages.stats import NBSP, counted, listed

# Views


def questions_title() -> str:
    """Heads the tallies question by question."""
    return "Question par question"


def answer_names() -> tuple[str, ...]:
    """The parts of a tally."""
    return ("oui", "en partie", "non", "je ne sais pas encore", "passée")


def tally(yes: int, partly: int, no: int, unknown: int, passed: int) -> str:
    """A tally in words."""
    counts = (yes, partly, no, unknown, passed)
    named = [f"{name} {count} fois" for name, count in zip(answer_names(), counts, strict=True) if count]
    return f"{', '.join(named).capitalize()}."


def months_title() -> str:
    """Heads the grid of months."""
    return "Mois par mois"


def months_caption() -> str:
    """What the grid of months shows."""
    return "Nombre de séances où chaque difficulté est notée, mois par mois"


def months_corner() -> str:
    """Heads the first column."""
    return "Difficulté"


def months_sessions() -> str:
    """The first row: all sessions."""
    return "Séances"


def months_legend(asked: str, not_asked: str) -> tuple[str, ...]:
    """What the signs of the grid mean."""
    return (f"{asked} demandée et non notée, {not_asked} pas demandée, * mois en cours.",)


def months_doors() -> str:
    """Before the command that says how to reach the notes of each row."""
    return f"La commande qui mène aux notes de chaque difficulté est dans l’ensemble{NBSP}:"


def calendar_doors() -> str:
    """Before the command that lists the notes of a day."""
    return f"Les notes d’un jour, par exemple le dernier{NBSP}:"


def calendar_title() -> str:
    """Heads the calendar."""
    return "Calendrier des séances"


def calendar_caption() -> str:
    """What the calendar shows."""
    return "Nombre de séances par jour (+ pour plus de 9)"


def calendar_corner() -> str:
    """Heads the column of months."""
    return "Mois"


def calendar_row(number: int, days: int) -> str:
    """A month of the calendar in words; "" without a session."""
    return f"{counted(number, 'séance', 'séances')} sur {counted(days, 'jour', 'jours')}." if number else ""


def trade_title(kind: str) -> str:
    """Heads what is known of my trade."""
    names = {
        "outils_manquants": "Mes outils, par domaine et par public",
        "partenaires": "Mes partenaires",
        "sources_de_doute": "Ce qui me fait douter",
    }
    return names.get(kind, kind)


def trade_latest(said: str, day: str) -> str:
    """The latest answer, or only its day where its lines follow."""
    return f"{said[:1].upper()}{said[1:]} ({day})" if said else f"Le {day}{NBSP}:"


def noted_then(number: int) -> str:
    """How many things a list held."""
    return counted(number, "réponse", "réponses")


def trade_before(said: str, day: str) -> str:
    """The answer before it."""
    return f"Auparavant{NBSP}: {said} ({day})"


def trade_none() -> str:
    """Never asked."""
    return (
        "Rien n’est encore noté sur mes outils, mes partenaires et mes doutes\u00a0: cip-coach session guide-metier"
    )


def comparison_title() -> str:
    """Heads two periods side by side."""
    return "Deux périodes côte à côte"


def comparison_period(period: str, sessions: int, persons: int) -> str:
    """One of the two periods."""
    said = f"{period}{NBSP}: {counted(sessions, 'séance', 'séances')}"
    return f"{said}, avec {counted(persons, 'personne', 'personnes')}." if persons else f"{said}."


def comparison_caution() -> str:
    """What two periods do not say."""
    return (
        "Deux chiffres différents ne disent pas que quelque chose a changé\u00a0: le hasard et les personnes "
        "rencontrées suffisent souvent. Ce sont des séances à relire."
    )


def comparison_overlap() -> str:
    """Some days are in both periods."""
    return "Ces deux périodes se recouvrent en partie\u00a0: des séances comptent des deux côtés."


def comparison_unfinished() -> str:
    """One of the periods goes on."""
    return "La plus récente n’est pas finie."


def comparison_side(period: str, said: str) -> str:
    """A difficulty in one of the periods."""
    return f"{period}{NBSP}: {said}."


def comparison_not_asked() -> str:
    """Not asked in that period."""
    return "question jamais posée"


def comparison_both(persons: int, less: int, more: int, same: int, never: int) -> str:
    """The persons met in both periods: noted less often with some of them, then."""
    if not persons:
        return "Aucune personne n’a été vue dans les deux périodes avec cette question."
    met = f"{counted(persons, 'personne vue', 'personnes vues')} dans les deux périodes{NBSP}:"
    if never == persons:
        return f"{met} difficulté jamais notée avec {'elle' if persons == 1 else 'elles'}."
    parts = [
        *([f"moins souvent ensuite avec {less}"] if less else []),
        *([f"plus souvent ensuite avec {more}"] if more else []),
        *([f"aussi souvent avec {same}"] if same else []),
        *([f"jamais avec {never}"] if never else []),
    ]
    return f"{met} difficulté notée {listed(parts)}."


def other_views(views: Sequence[str]) -> str:
    """How to see more."""
    return (
        f"Voir aussi, avec cip-coach stats{NBSP}: --vue ({', '.join(views)}), --mots (les mots qui reviennent), "
        "--methode (les règles de calcul)."
    )


def door_name() -> str:
    """Before a command that leads to notes, for who hears it read."""
    return "Pour relire"
