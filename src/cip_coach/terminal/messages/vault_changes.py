"""What is said while a journal becomes a vault, or is one no more: the passphrase, the recovery key, the notes."""

from collections.abc import Callable

from cip_coach.passphrase import LEAST, MOST

NBSP = "\u00a0"


def _notes(nombre: int) -> str:
    return f"{nombre} note" if nombre < 2 else f"{nombre} notes"


# The passphrase


def short() -> str:
    """Too few characters."""
    return (
        f"La phrase de passe compte au moins {LEAST} caractères{NBSP}: par exemple cinq mots sans lien entre eux, "
        "espaces compris."
    )


def unreadable() -> str:
    """Characters that cannot be typed again."""
    return f"La phrase de passe tient sur une ligne, {MOST} caractères au plus, sans caractère invisible."


def known() -> str:
    """What everybody tries first."""
    return (
        "Cette phrase est de celles qu’on essaie en premier (mots connus, suites, répétitions). Cinq mots sans lien "
        "entre eux tiennent mieux."
    )


def different() -> str:
    """Typed twice, not the same."""
    return "Les deux saisies diffèrent. Rien n’a été changé."


def ask_new() -> str:
    """The new passphrase."""
    return f"Choisir une phrase de passe (rien ne s’affiche){NBSP}: "


def ask_again() -> str:
    """The same once more."""
    return f"La taper une seconde fois{NBSP}: "


# Closing the journal


def what_it_cannot_undo() -> tuple[str, ...]:
    """Before anything is done: what a vault protects from, and what it does not."""
    return (
        "Chiffrer le journal scelle chaque note avec une clé que la phrase de passe ouvre.",
        "Ce que cela ne défait pas. Les copies faites avant restent en clair, là où elles sont (sauvegardes, "
        f"historique d’une synchronisation, corbeille du système, ce que le disque garde d’effacé){NBSP}; elles ne "
        "peuvent pas être atteintes d’ici.",
        "Une phrase oubliée ne se retrouve pas. Sans elle et sans clé de secours, les notes sont perdues pour de "
        "bon.",
        f"Les noms des fichiers restent visibles{NBSP}: le jour, l’heure et l’arbre de chaque note.",
    )


CLOSE, OPEN = "chiffrer", "dechiffrer"


def ask_recovery() -> str:
    """Whether a recovery key is wanted."""
    return f"Faire une clé de secours, sur papier{NBSP}? (oui ou non){NBSP}: "


def recovery(cle: str) -> tuple[str, ...]:
    """The recovery key, shown once."""
    return (
        "La clé de secours, montrée cette seule fois. Quiconque l’a peut tout lire.",
        f"    {cle}",
        "La recopier sur papier, et ranger le papier loin de l’ordinateur.",
    )


def ask_last(nombre: int) -> str:
    """Proof that it was copied."""
    return f"Puis taper ses {nombre} derniers caractères{NBSP}: "


def recovery_not_copied() -> str:
    """The last characters do not fit."""
    return "Ce ne sont pas ses derniers caractères. Rien n’a été changé."


def making_key() -> str:
    """It takes some seconds."""
    return "La clé se prépare, quelques secondes…"


def closed(nombre: int) -> str:
    """All is sealed."""
    done = "est scellée" if nombre < 2 else "sont scellées"
    return (
        f"{_notes(nombre)} {done}. Commencer une session ne demande pas la phrase de passe{NBSP}; relire la demande."
    )


def already_closed() -> str:
    """Nothing was left to seal."""
    return f"Ce journal est un coffre, et tout y est scellé{NBSP}: rien à faire."


def opened(nombre: int) -> str:
    """All is in clear again."""
    done = "est de nouveau en clair" if nombre < 2 else "sont de nouveau en clair"
    return f"{_notes(nombre)} {done}."


def all_open() -> str:
    """An interrupted opening had only to end."""
    return "Toutes les notes sont de nouveau en clair."


def not_a_vault() -> str:
    """Nothing is sealed here."""
    return "Ce journal n’est pas un coffre."


def will_open() -> str:
    """Before anything is written in clear."""
    return "Toutes les notes vont s’écrire de nouveau en clair dans le dossier du journal."


def left_in_clear(nombre: int) -> str:
    """Heads the files that could not be sealed."""
    return f"{'Un fichier reste' if nombre < 2 else f'{nombre} fichiers restent'} en clair{NBSP}:"


def left_sealed(nombre: int) -> str:
    """Heads the files that could not be opened."""
    return f"{'Un fichier reste scellé' if nombre < 2 else f'{nombre} fichiers restent scellés'}{NBSP}:"


def unlike() -> str:
    """What was just written does not read back."""
    return f"Ce qui vient d’être écrit ne se relit pas à l’identique{NBSP}: l’original est gardé."


# Archives


def sealed_backup() -> str:
    """What a backup of a vault is."""
    return (
        f"Les notes y sont scellées, et leur clé avec elles{NBSP}: la phrase de passe d’aujourd’hui l’ouvrira. "
        "Rien n’y est en clair."
    )


def archive_other_key(*, name: str) -> str:
    """An archive sealed for another key."""
    return (
        f"Les notes de «{NBSP}{name}{NBSP}» sont scellées pour un autre coffre. Les remettre dans un dossier à "
        f"elles, vide ou à créer{NBSP}: --journal DOSSIER"
    )


def archive_in_clear(*, name: str) -> str:
    """An archive in clear, made before the journal was a vault."""
    return (
        f"Les notes de «{NBSP}{name}{NBSP}» sont en clair, et ce journal est un coffre. Les remettre dans un dossier "
        f"à elles, vide ou à créer{NBSP}: --journal DOSSIER"
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "phrase-courte": short,
    "phrase-illisible": unreadable,
    "phrase-connue": known,
    "phrase-differente": different,
    "secours-non-recopiee": recovery_not_copied,
    "coffre-aucun": not_a_vault,
    "coffre-relecture": unlike,
    "archive-autre-cle": archive_other_key,
    "archive-en-clair": archive_in_clear,
}
