"""What is said of the difficulties that come back, and of what stands beside them: true, plain, no figure alone.

Read aloud to somebody who knows no statistics. No score, no ranking, no claim of
evolution; a percentage never comes without its range.
"""

from collections.abc import Callable, Sequence

NBSP = "\u00a0"
QUOTED = f"«{NBSP}{{}}{NBSP}»"


def counted(number: int, one: str, several: str) -> str:
    """A number and its noun; 0 and 1 are singular in French."""
    return f"{number} {one if number < 2 else several}"


def listed(parts: Sequence[str]) -> str:
    """« a, b et c »."""
    return " et ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def quoted(words: str) -> str:
    """The user's own words."""
    return QUOTED.format(words)


# Head of the report


def title(period: str) -> str:
    """Heads the report."""
    return f"Ce qui revient dans mes séances, {period}"


def about(person: str, tree: str) -> str:
    """What the figures are restricted to."""
    parts = [*([f"avec {person}"] if person else []), *([f"dans l’arbre {tree}"] if tree else [])]
    return f"Seulement les séances {listed(parts)}." if parts else ""


def sessions(number: int, persons: int, without_code: int, person: str) -> str:
    """How many sessions, with how many persons."""
    said = counted(number, "séance", "séances")
    if person:
        return f"{said}."
    if persons:
        said += f", avec {counted(persons, 'personne', 'personnes')}"
    if without_code and persons:
        return f"{said}{NBSP}; {counted(without_code, 'séance est', 'séances sont')} sans code de personne."
    return f"{said}." if persons else f"{said}, sans code de personne."


def unfinished() -> str:
    """The period goes on."""
    return "La période n’est pas finie."


def waiting_drafts(number: int) -> str:
    """Drafts are not counted."""
    if number == 1:
        return "Une séance n’est pas terminée, elle n’est pas comptée."
    return f"{number} séances ne sont pas terminées, elles ne sont pas comptées."


def few(number: int, enough: int) -> str:
    """Too few sessions to speak of what comes back."""
    one = "Avec une seule séance" if number == 1 else f"Avec {number} séances"
    return (
        f"{one}, il est trop tôt pour dire ce qui revient (il en faut {enough} où la même question s’est posée). "
        "Voici ce qui est noté."
    )


def nothing_in_period(in_journal: int) -> str:
    """No session fits."""
    if in_journal == 1:
        return "Aucune séance ne correspond. Le journal en contient une."
    return f"Aucune séance ne correspond. Le journal en contient {in_journal}."


# One difficulty


def times(noted: int, exposed: int) -> str:
    """How many of the sessions where the question was put."""
    if not noted:
        once = "dans la séance" if exposed == 1 else f"dans les {exposed} séances"
        return f"pas notée {once} où la question s’est posée"
    if exposed == 1:
        return "1 fois, pour la seule séance où la question s’est posée"
    return f"{noted} fois sur les {exposed} séances où la question s’est posée"


def range_of(share: int, low: int, high: int) -> str:
    """A percentage with its interval."""
    return f"soit {share}{NBSP}% (entre {low} et {high}{NBSP}% en tenant compte du hasard)"


def with_persons(persons: int, without_code: int) -> str:
    """With how many persons it was noted."""
    if not persons:
        return "sans code de personne"
    said = "avec une seule personne" if persons == 1 else f"avec {persons} personnes"
    return f"{said}, et {without_code} fois sans code de personne" if without_code else said


def passed(number: int) -> str:
    """In how many other sessions the question was passed over."""
    return f"question passée dans {counted(number, 'autre séance', 'autres séances')}"


def since(month: str) -> str:
    """The question is newer than the period."""
    return f"question posée depuis {month} seulement"


def shared(person_asked: int, person_yes: int, colleagues_asked: int, colleagues_yes: int) -> str:
    """Whether it was spoken of, where that was asked; "" where nobody asked."""
    if person_asked and colleagues_asked and not person_yes + colleagues_yes:
        return "jamais abordée avec la personne, ni partagée avec des collègues"
    parts = []
    if person_asked:
        parts.append("déjà abordée avec la personne" if person_yes else "jamais abordée avec la personne")
    if colleagues_asked:
        parts.append("déjà partagée avec des collègues" if colleagues_yes else "jamais partagée avec des collègues")
    return ", ".join(parts)


def one_relation() -> str:
    """Always with the same person."""
    return "Toujours avec la même personne\u00a0: cela parle de cet accompagnement, pas encore d’une habitude."


def lead(question: str) -> str:
    """The open question at the end."""
    return f"Une piste{NBSP}: {question}"


def helped(done: int, looks: int) -> str:
    """Steps ticked as done in those notes, and later looks at them."""
    found = [
        *([counted(done, "pas coché comme fait", "pas cochés comme faits")] if done else []),
        *([counted(looks, "regard ajouté après coup", "regards ajoutés après coup")] if looks else []),
    ]
    return f"Dans ces séances{NBSP}: {listed(found)}."


def done_step(text: str, day: str, word: str) -> str:
    """A step that was done, and what it changed."""
    said = f"{quoted(text)}, {day}"
    return f"{said}{NBSP}: {quoted(word)}" if word else said


def dated(text: str, day: str, note_id: str) -> str:
    """A text of the user's, with its day and its note."""
    return f"{quoted(text)} ({day}, {note_id})"


def dated_hidden(day: str, note_id: str) -> str:
    """The same when texts are not shown."""
    return f"{day}, {note_id}"


# Legends and drawings


def legend_range() -> str:
    """What the range means, once."""
    return (
        "Entre parenthèses\u00a0: le hasard joue, et la part habituelle se trouve sans doute entre ces limites "
        "(ce calcul tombe juste 19 fois sur 20). Plus il y a de séances, plus elles se rapprochent."
    )


def key_title(period: str) -> str:
    """Heads what the signs of a course mean."""
    return f"Mois par mois, {period}"


def key_names(tallest: int) -> tuple[str, str, str, str]:
    """What the signs of a course mean, in order; the tallest stands for that many sessions."""
    return (
        f"notée (au plus haut{NBSP}: {counted(tallest, 'séance', 'séances')})",
        "demandée et non notée",
        "pas demandée",
        "mois en cours",
    )


def course(parts: Sequence[str]) -> str:
    """The months when it was noted, in words."""
    return f"Notée en {listed(list(parts))}."


def course_part(month: str, count: int) -> str:
    """One month of it."""
    return f"{month} ({count})"


def course_not_asked(months: Sequence[str]) -> str:
    """The months when no question could have noted it."""
    return f"Pas demandée {listed(list(months))}."


def method_title() -> str:
    """Heads the rules."""
    return "Comment ces comptes sont faits"


def page_foot(day: str) -> str:
    """At the end of a page."""
    return f"Page faite le {day} par cip-coach, à partir d’un journal qui reste sur mon ordinateur."


def file_written(name: str) -> str:
    """A file was written."""
    return f"Écrit dans {name}. Ce fichier contient des éléments du journal\u00a0: le garder à l’abri."


def unknown_view(vues: str) -> str:
    """`--vue` with another word."""
    return f"--vue attend un de ces mots{NBSP}: {vues}."


SENTENCES: dict[str, Callable[..., str]] = {"vue-inconnue": unknown_view}
