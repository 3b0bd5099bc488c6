"""Sentences of `cip-coach aide`; its pages are data, in questions/aide."""

from collections.abc import Callable

NBSP = "\u00a0"


def subject_argument() -> str:
    """Help of the argument SUJET."""
    return f"Une page, un mot du glossaire ou une commande{NBSP}; sans lui, la liste."


def shell_argument() -> str:
    """Help of the argument of `completion`."""
    return "L’interpréteur de commandes."


def contents_title() -> str:
    """Heads the list of pages."""
    return "Aide de cip-coach"


def welcome_title() -> str:
    """The screens of a first start, in the list."""
    return "Ce que c’est, ce que ce n’est pas, et où sont mes notes"


def glossary_title() -> str:
    """The glossary, in the list."""
    return "Les mots du métier et ceux du programme"


def glossary_line(mots: str) -> str:
    """The words of the glossary."""
    return f"Mots expliqués{NBSP}: {mots}."


def how_to_read() -> str:
    """How to read a page."""
    return (
        f"Pour lire{NBSP}: cip-coach aide touches, cip-coach aide RQTH. "
        f"Pour une commande{NBSP}: cip-coach session --help."
    )


def of_command(commande: str, objet: str) -> str:
    """A command, what it is for, and where its help is."""
    return f"{objet} Tout le détail{NBSP}: cip-coach {commande} --help"


def unknown(proche: str) -> str:
    """No page, no word and no command has that name; what was typed is not repeated."""
    meant = f" Vouliez-vous dire {proche}{NBSP}?" if proche else ""
    return f"L’aide n’a rien à ce nom.{meant} La liste{NBSP}: cip-coach aide"


def broken(fichier: str) -> str:
    """A page that comes with the program is not what it should be."""
    return f"La page d’aide «{NBSP}{fichier}{NBSP}» ne peut pas être lue."


SENTENCES: dict[str, Callable[..., str]] = {"aide-inconnue": unknown, "aide-page": broken}
