"""Sentences of the home screen."""

from collections.abc import Callable

_LINES = {
    "session": ("Commencer une session", "une question après l’autre"),
    "review": ("Relire", "les dernières notes"),
    "stats": ("Ce qui revient", "et ce qui me porte"),
    "pas": ("Pas suivants", "ce que je me suis donné à faire"),
    "programme": ("Programmes", "où en est chaque accompagnement"),
    "questions lister": ("Arbres de questions", "ceux livrés, et les miens"),
    "journal": ("Journal", "où il est, et dans quel état"),
    "reglages": ("Réglages", "dossier du journal, affichage"),
    "aide": ("Aide", "premiers pas, touches, glossaire"),
}


def title() -> str:
    """At the top of the screen."""
    return "cip-coach · Accueil"


def question() -> str:
    """Over the list."""
    return "Que faire maintenant\u00a0?"


def line(commande: str) -> tuple[str, str]:
    """What stands for a command: its label and its hint."""
    return _LINES[commande]


def leave() -> str:
    """The last line."""
    return "Quitter"


def not_a_terminal() -> str:
    """There is nobody to choose."""
    return (
        "L’accueil a besoin d’un terminal. Sans terminal, ajouter --simple pour choisir ligne par ligne, "
        "ou taper la commande voulue\u00a0: cip-coach --help les donne toutes."
    )


SENTENCES: dict[str, Callable[..., str]] = {"accueil-sans-terminal": not_a_terminal}
