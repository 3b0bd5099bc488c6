"""Sentences of `cip-coach demo`."""

from collections.abc import Callable

NBSP = "\u00a0"


def words_argument() -> str:
    """Help of the argument MOT."""
    return f"Une commande à essayer, après «{NBSP}--{NBSP}»{NBSP}; sans elle, l’accueil."


def making(pour_cent: int) -> str:
    """While the invented journal is made."""
    return f"Un journal inventé se prépare{NBSP}: {pour_cent}{NBSP}%"


def invented() -> str:
    """Before anything is shown of it."""
    return "Journal inventé, effacé à la sortie. Ni le vrai journal ni les réglages ne sont touchés."


def journal_named() -> str:
    """`--journal` has no place in a demonstration."""
    return f"La démonstration n’ouvre que son journal inventé{NBSP}: retirer l’option --journal."


def broken() -> str:
    """The shipped data no longer fit the shipped trees."""
    return f"Le journal inventé ne peut pas être fait{NBSP}: ses réponses ne vont plus avec les arbres livrés."


SENTENCES: dict[str, Callable[..., str]] = {"demo-journal": journal_named, "demo-fautive": broken}
