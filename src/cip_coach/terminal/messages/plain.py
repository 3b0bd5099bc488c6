"""What the plain mode says besides: read aloud in order, each thing once."""

from collections.abc import Sequence

NBSP = "\u00a0"


def keys() -> tuple[str, ...]:
    """Said once, before the first question."""
    return (
        f"Chaque ligne se termine par Entrée. Commandes, à taper seules sur une ligne{NBSP}:",
        ".retour (question précédente), .passer, .pause, .aide, .relire (toutes les réponses), "
        ".fin (première question sans réponse).",
    )


def heading(number: str, roots: int, wording: str) -> str:
    """A question with its place."""
    return f"{number} sur {roots}. {wording}"


def choose_one(count: int, zero: bool) -> str:
    """Asks for one number."""
    return f"Un numéro de {0 if zero else 1} à {count}{NBSP}: "


def choose_several(count: int, zero: bool, most: int | None) -> str:
    """Asks for several numbers."""
    limit = "" if most is None else f", {most} au plus"
    return f"Un ou plusieurs numéros de {0 if zero else 1} à {count}{limit}{NBSP}: "


def already(label: str) -> str:
    """An answer of a list that is chosen already."""
    return f"{label} (déjà choisi)"


def again_removes() -> str:
    """Under a list some answers of which are chosen already."""
    return "Un numéro s’ajoute à ceux déjà choisis\u00a0; retaper le sien retire une réponse."


def numbers_wanted(count: int, zero: bool) -> str:
    """What was typed is no number of the list."""
    return f"Taper un numéro de {0 if zero else 1} à {count}, ou .passer."


def answer() -> str:
    """Asks for one line."""
    return f"Réponse{NBSP}: "


def several_lines() -> str:
    """Before a text of several lines."""
    return "Une ligne par Entrée, un point seul sur une ligne pour terminer, une ligne vide d’abord pour passer."


def list_lines(none: str) -> str:
    """Before a list; `none` is its explicit « Rien à noter »."""
    explicit = f" Taper .rien pour dire «{NBSP}{none}{NBSP}»." if none else ""
    return f"Un élément par ligne, une ligne vide pour terminer.{explicit}"


def list_edit() -> str:
    """Before a list that has items already."""
    return f"Pour changer ce qui est écrit{NBSP}: .changer 2 nouveau texte, .retirer 2, .monter 2."


def item(rank: int) -> str:
    """Asks for one item."""
    return f"{rank}. "


def removed(words: str) -> str:
    """An item was taken out."""
    return f"Retiré{NBSP}: {words}"


def changed(words: str) -> str:
    """An item was replaced."""
    return f"Changé{NBSP}: {words}"


def no_such_item(rank: str) -> str:
    """An item number that is not in the list."""
    return f"La liste n’a pas d’élément {rank}."


def current(words: str) -> str:
    """The answer that counts now."""
    return f"Réponse actuelle{NBSP}: {words}. Entrée pour garder."


def kept(words: str) -> str:
    """What was understood."""
    return f"Gardé{NBSP}: {words}"


def passed() -> str:
    """The question was passed."""
    return "Passée."


def go_on() -> str:
    """Asks for Enter only."""
    return "Entrée pour continuer. "


def input_over() -> str:
    """The input ended; what is kept is for the command to say."""
    return "Fin de la saisie."


def recap_prompt(waiting: bool, trial: bool) -> str:
    """Asks what to do after the recap."""
    end = "finir" if trial else "enregistrer"
    go = " .retour pour continuer les questions," if waiting else ""
    return (
        f"Entrée pour {end},{go} un numéro pour modifier, p pour reprendre les passées, .pause pour une pause{NBSP}: "
    )


def unknown_command(typed: str) -> str:
    """A line that begins with a dot and is no command."""
    return f"La commande {typed} n’existe pas. .aide les rappelle."


def number_of_scale(low: int, high: int) -> str:
    """Asks for a point of a scale."""
    return f"Un nombre de {low} à {high}{NBSP}: "


def family_or_end() -> str:
    """Before the families of a long list."""
    return "Choisir une famille, ou Entrée pour terminer."


def text_line() -> str:
    """Before each line of a text."""
    return "> "


def by_default() -> str:
    """Marks the line that Enter alone takes."""
    return " (Entrée)"


def chosen(label: str) -> str:
    """What was chosen in a menu."""
    return f"Choisi{NBSP}: {label}"


def numbers_wanted_only(count: int) -> str:
    """What was typed is no number of a menu."""
    return f"Taper un numéro de 1 à {count}."


def already_used(codes: Sequence[str]) -> str:
    """The codes typed before."""
    return f"Déjà utilisés{NBSP}: {', '.join(codes)}." if codes else ""
