"""What is said of pages that leave the journal: the sheet for the group, the example for the dossier."""

from collections.abc import Callable

NBSP = "\u00a0"
READ_OVER = "j’ai relu"


def sheet_argument() -> str:
    """The note of which the page is made."""
    return f"La note de préparation (k7f3qd){NBSP}; sans elle, la dernière."


def notes_argument() -> str:
    """The notes of which the example is made."""
    return "Une ou plusieurs notes (k7f3qd), la matière de l’exemple."


def file_option() -> str:
    """Help of `--vers`."""
    return "Écrire dans ce fichier (.md ou .html), après relecture."


def read_over_option() -> str:
    """Help of `--relu`."""
    return f"J’ai relu la page{NBSP}: l’écrire sans le redemander."


def how_to_write() -> str:
    """After the page on the screen."""
    return "Rien n’est écrit. Après relecture, pour garder la page : --vers FICHIER.html (ou .md)."


def replaced_title(number: int) -> str:
    """Heads what gave way."""
    return f"Remplacé avant de sortir ({number}){NBSP}:"


def replaced(before: str, after: str) -> str:
    """One thing that gave way."""
    return f"«{NBSP}{before}{NBSP}» → «{NBSP}{after}{NBSP}»"


def ask_read_over() -> str:
    """Waits for the words."""
    return (
        f"Cette page va sortir du journal. Quelqu’un pourrait-il se reconnaître{NBSP}? "
        f"Pour l’écrire, taper «{NBSP}{READ_OVER}{NBSP}»{NBSP}: "
    )


def marked(note: str, title: str, day: str) -> str:
    """A note marked for a competence."""
    return f"{note} · {title}, {day}"


def no_example(possible: int) -> str:
    """A competence for which no note is marked."""
    if not possible:
        return "pas encore d’exemple"
    notes = "une note pourrait en donner un" if possible == 1 else f"{possible} notes pourraient en donner un"
    return f"pas encore d’exemple{NBSP}; {notes}"


def block_empty() -> str:
    """A whole block without any example."""
    return "Aucun exemple pour ce bloc."


def how_to_draft(note: str) -> str:
    """How to go on from a marked note."""
    return f"Pour rédiger un exemple{NBSP}: cip-coach dossier exemple {note}"


def how_to_mark() -> str:
    """How a note is marked."""
    return (
        "Pour marquer une note, à la fin d’une session, répondre «\u00a0au dossier professionnel\u00a0» "
        "à la question sur ce qui est à porter."
    )


def bad_suffix() -> str:
    """The file name says no known format."""
    return "Le nom du fichier finit par .md ou par .html."


def not_read_over() -> str:
    """Nobody said having read the page."""
    return (
        f"Rien n’est écrit{NBSP}: cette page se relit avant de sortir. "
        f"L’afficher sans --vers, puis ajouter --relu à --vers."
    )


def sheet_empty() -> str:
    """The note has nothing for the page."""
    return (
        f"Cette note n’a pas de quoi faire une page{NBSP}: "
        "elle vient de «\u00a0Préparer un groupe d’analyse de pratiques\u00a0»."
    )


def no_sheet_note() -> str:
    """No note of that tree."""
    return f"Aucune préparation de groupe dans le journal{NBSP}: cip-coach session preparer-app"


SENTENCES: dict[str, Callable[..., str]] = {
    "page-suffixe": bad_suffix,
    "page-sans-relecture": not_read_over,
    "fiche-vide": sheet_empty,
    "fiche-sans-note": no_sheet_note,
}
