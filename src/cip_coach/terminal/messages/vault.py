"""What is said of a vault that is opened, read, written to: its passphrase is asked, its keys are missing."""

from collections.abc import Callable

NBSP = "\u00a0"


# Opening


def ask() -> str:
    """Asked before anything else, without echo."""
    return f"Phrase de passe du coffre (rien ne s’affiche){NBSP}: "


def opening() -> str:
    """It takes some seconds, on purpose."""
    return "Ouverture du coffre, quelques secondes…"


def try_again() -> str:
    """A wrong passphrase, and another try."""
    return (
        f"Ce n’est pas cette phrase. Encore un essai{NBSP}: elle se tape exactement comme au premier jour. Entrée "
        f"seule{NBSP}: laisser le coffre fermé."
    )


def wrong() -> str:
    """The last try failed."""
    return (
        f"Ce n’est pas cette phrase{NBSP}: le coffre reste fermé, rien n’a changé. Une clé de secours recopiée "
        "sur papier se tape à la même question."
    )


def left_closed() -> str:
    """Nothing was typed."""
    return "Le coffre reste fermé, rien n’a changé."


def no_terminal() -> str:
    """Nobody can be asked."""
    return (
        f"Ce journal est un coffre{NBSP}: sa phrase de passe se tape dans un terminal, jamais dans la commande ni "
        "dans l’environnement."
    )


def absent() -> str:
    """The package is not there."""
    return (
        f"Il manque ici de quoi sceller et ouvrir un coffre{NBSP}: pip install pyrage (ou pipx inject cip-coach "
        "pyrage). Ce paquet n’existe pas sous Windows ARM, ni sous Alpine, ni en 32 bits. Les notes scellées "
        f"s’ouvrent aussi sans cip-coach{NBSP}: age -d -i cle.age NOTE.md.age"
    )


def memory() -> str:
    """The other process was ended by the system."""
    return (
        f"La mémoire a manqué{NBSP}: tester la phrase de passe en demande jusqu’à un gigaoctet. Fermer d’autres "
        "programmes, puis recommencer. Rien n’a changé."
    )


def key_damaged() -> str:
    """The key file is cut or changed."""
    return (
        f"Le fichier «{NBSP}cle.age{NBSP}» est abîmé{NBSP}: le reprendre d’une sauvegarde. Sans lui, seule la clé de "
        "secours ouvre le coffre."
    )


def key_heavy() -> str:
    """Sealed where computing is far faster."""
    return (
        "La clé a été scellée sur un ordinateur bien plus rapide, et celui-ci mettrait trop longtemps. L’ouvrir "
        f"là-bas, ou avec{NBSP}: age -d -i cle.age NOTE.md.age"
    )


def key_absent(*, name: str) -> str:
    """No key file."""
    return (
        f"Le fichier «{NBSP}{name}{NBSP}» manque dans le dossier du journal{NBSP}: le reprendre d’une sauvegarde. "
        "Sans lui, seule la clé de secours ouvre le coffre."
    )


def recipients_absent(*, name: str) -> str:
    """Nothing to seal with: never written in clear instead."""
    return (
        f"Le fichier «{NBSP}{name}{NBSP}» manque ou n’est plus lisible{NBSP}: sans lui, rien ne peut être scellé, et "
        "rien n’est écrit en clair. Le reprendre d’une sauvegarde, ou le refaire avec cip-coach journal chiffrer."
    )


def recipients_changed() -> str:
    """Somebody could read what comes next."""
    return (
        f"«{NBSP}destinataires.txt{NBSP}» ne dit plus ce que dit la clé{NBSP}: quelqu’un d’autre pourrait lire les "
        "prochaines notes. cip-coach journal chiffrer le refait d’après la clé."
    )


def editor_refused() -> str:
    """`review --modifier` would write the text in clear for the editor."""
    return (
        f"L’éditeur est refusé dans un coffre{NBSP}: il écrirait le texte en clair. Un regard s’y ajoute{NBSP}: "
        "cip-coach review --regard NOTE"
    )


def outside() -> str:
    """A file that leaves a vault."""
    return "Ce fichier est en clair, hors du coffre."


# Reading


def sealed(*, name: str) -> str:
    """A sealed note without a key."""
    return f"«{NBSP}{name}{NBSP}» est scellé, et la clé qui l’ouvrirait n’est pas là."


def broken(*, name: str) -> str:
    """A seal that does not open."""
    return (
        f"«{NBSP}{name}{NBSP}» ne s’ouvre pas{NBSP}: le fichier est abîmé, ou scellé pour une autre clé. Le "
        "reprendre d’une sauvegarde."
    )


def in_clear() -> str:
    """A note in clear in a vault."""
    return f"Cette note est en clair dans un coffre{NBSP}: cip-coach journal chiffrer la scelle."


def clear_refused(*, name: str) -> str:
    """A change of such a note."""
    return (
        f"«{NBSP}{name}{NBSP}» est en clair dans un coffre{NBSP}: cip-coach journal chiffrer la scelle, puis elle "
        "pourra changer."
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "coffre-absent": absent,
    "coffre-phrase": wrong,
    "coffre-ferme": left_closed,
    "coffre-sans-terminal": no_terminal,
    "coffre-memoire": memory,
    "coffre-cle-abimee": key_damaged,
    "coffre-cle-lourde": key_heavy,
    "coffre-cle-absente": key_absent,
    "coffre-destinataires": recipients_absent,
    "coffre-destinataires-changes": recipients_changed,
    "coffre-note-en-clair": clear_refused,
    "coffre-editeur": editor_refused,
    "note-en-clair": in_clear,
    "lecture-scelle": sealed,
    "lecture-sceau": broken,
}
