"""What is said while one goes through notes and next steps line by line: each thing once, in order."""

NBSP = "\u00a0"

NEXT, ALL, UNDO, EXPLAIN, HELP = "+", "*", "-", "?", "h"
LOOK, EDIT, STEPS, BEFORE, TIME, DISCARD = "r", "m", "p", "a", "t", "j"
YES = ("o", "oui")
IN_LIST = {".suite": NEXT, ".toutes": ALL, ".reprendre": UNDO, ".aide": EXPLAIN, ".retour": "", ".pause": ""}
IN_NOTE = {
    ".regard": LOOK,
    ".modifier": EDIT,
    ".pas": STEPS,
    ".temps": TIME,
    ".rdv": BEFORE,
    ".jeter": DISCARD,
    ".aide": HELP,
    ".retour": "",
    ".pause": "",
}
"""The same as words after a dot, which is how a session takes its commands."""


def how_to_go_through() -> tuple[str, ...]:
    """Said once, under the first list."""
    return (
        f"Un numéro lit la note. {NEXT} montre la suite. Un mot, un code ou un mois garde les notes où il se trouve, "
        f"{ALL} les remet toutes. Entrée seule quitte. Les commandes s’écrivent aussi .suite, .toutes, "
        ".reprendre, .aide, .retour.",
    )


def how_to_note() -> str:
    """Said once, under the first note, and on request."""
    return (
        f"Sur une note{NBSP}: {LOOK} ajouter un regard, {EDIT} reprendre un texte, {STEPS} ses pas, "
        f"{TIME} une question dans le temps, {BEFORE} l’essentiel avant le rendez-vous, {DISCARD} mettre à la "
        f"corbeille, {HELP} redire ceci. Entrée seule revient à la liste. "
        "Ou en toutes lettres, après un point, comme dans une séance\u00a0: .regard, .modifier, .pas, .temps, .rdv, "
        ".jeter, .aide, .retour."
    )


def row(rank: int, words: str) -> str:
    """A note of the list."""
    return f"{rank}. {words}"


def step(rank: int, state: str, words: str, about: str) -> str:
    """A step of the list."""
    return f"{rank}. {state}{NBSP}: {words}{f'. {about}' if about else ''}"


def ask_in_list() -> str:
    """Asks what to do in the list."""
    return f"Numéro, mot ou Entrée{NBSP}: "


def ask_in_note() -> str:
    """Asks what to do with a note."""
    return f"Lettre ou Entrée{NBSP}: "


def ask_in_steps() -> str:
    """Asks for a step."""
    return f"Numéro du pas, ou Entrée pour revenir{NBSP}: "


def nothing() -> str:
    """No note fits."""
    return f"Aucune note ne correspond. {ALL} les remet toutes."


def that_is_all() -> str:
    """There is no more."""
    return "Il n’y en a pas d’autre."


def no_such_number() -> str:
    """Not a number of the list."""
    return "Ce numéro n’est pas dans la liste."


def no_such_key() -> str:
    """Not a letter that does something here."""
    return f"Cette lettre ne fait rien ici. {HELP} les redit."


def sure() -> str:
    """Before a note goes to the trash."""
    return f"Mettre cette note à la corbeille{NBSP}? (o ou n) "


def discarded(day: str) -> str:
    """A note went to the trash."""
    return f"Note du {day} mise à la corbeille. {UNDO} la reprend."


def new_text() -> str:
    """Before a text is written anew."""
    return f"Le texte qui remplace celui-là (une ligne vide pour terminer){NBSP}:"


def rewritten() -> str:
    """A text was written anew."""
    return "Texte modifié. Le reste de la note est intact."


def which_question() -> str:
    """Several questions could be followed."""
    return f"Quelle question suivre{NBSP}? (numéro, Entrée pour renoncer) "


def which_outcome() -> str:
    """What became of a step."""
    return f"Qu’est-il devenu{NBSP}? (numéro, Entrée pour renoncer) "


def word(question: str) -> str:
    """Asks for the word on a step."""
    return f"{question} (facultatif){NBSP}: "
