"""Sentences of `cip-coach reglages` and of the file of the settings."""

from collections.abc import Callable

NBSP = "\u00a0"

_ORIGINS = {
    "option": "donné sur la ligne de commande",
    "environment": "donné par l’environnement",
    "settings": "écrit dans les réglages",
    "default": "valeur habituelle",
}
_EXPLAINED = {
    "journal": "le dossier des notes",
    "affichage": "simple (ligne à ligne, pour un lecteur d’écran) ou plein",
    "discret": "oui pour ne pas montrer les textes écrits",
}


def value(cle: str, valeur: str) -> str:
    """A setting and its value."""
    return f"{cle}{NBSP}: {valeur}"


def origin(origine: str, variable: str, ligne: int) -> str:
    """Where a value comes from; the variable of the environment, or the line of the file (0: unknown)."""
    words = _ORIGINS[origine]
    if origine == "environment":
        return f"{words} ({variable})"
    return f"{words}, ligne {ligne}" if origine == "settings" and ligne else words


def explained(cle: str) -> str:
    """What a setting is for."""
    return _EXPLAINED[cle]


def file_is(chemin: str) -> str:
    """Where the settings are written."""
    return f"Fichier{NBSP}: {chemin}"


def no_file_yet() -> str:
    """The settings were never changed."""
    return "pas encore créé, les valeurs habituelles suffisent"


def how_to_change() -> tuple[str, str]:
    """How a setting is changed: one at a time, or all in an editor."""
    return (
        f"Pour changer{NBSP}: cip-coach reglages changer CLE VALEUR",
        f"Dans un éditeur{NBSP}: cip-coach reglages ouvrir",
    )


def key_argument() -> str:
    """Help of the argument CLE."""
    return f"Le réglage{NBSP}: journal, affichage ou discret."


def value_argument() -> str:
    """Help of the argument VALEUR."""
    return "Sa valeur. Pour le journal, un dossier où il existe déjà un journal."


def changed(cle: str, valeur: str) -> str:
    """A setting was changed."""
    return f"Réglage écrit{NBSP}: {cle}{NBSP}: {valeur}"


def environment_wins(variable: str) -> str:
    """A variable of the environment decides instead of the setting just written."""
    return f"Tant que la variable {variable} est définie, c’est elle qui décide."


def no_journal_there(dossier: str) -> str:
    """The folder named has no journal, and none is ever made from the settings."""
    return (
        f"Ce dossier ne contient pas encore de journal. Pour l’y commencer{NBSP}: "
        f"cip-coach session --journal «{NBSP}{dossier}{NBSP}»"
    )


def template() -> str:
    """The first content of the file."""
    return (
        "# Réglages de cip-coach. Une ligne par réglage. Ce qui suit un croisillon est une remarque.\n"
        "# Ce fichier ne change que si on le demande.\n"
        "#\n"
        "# Le dossier des notes, en entier (il doit déjà contenir un journal)\n"
        "# journal: ~/journal\n"
        "#\n"
        "# plein, ou simple (ligne à ligne, pour un lecteur d’écran)\n"
        "# affichage: plein\n"
        "#\n"
        "# oui pour ne pas montrer les textes écrits dans les listes\n"
        "# discret: non\n"
    )


def header() -> str:
    """The first line of a file made by `changer`."""
    return "# Réglages de cip-coach. Pour les voir, cip-coach reglages\n"


def editor_failed(editeur: str) -> str:
    """The editor did not start, or gave up."""
    return f"L’éditeur {editeur} n’a pas pu être ouvert. La variable EDITOR permet d’en nommer un autre."


def not_a_terminal(chemin: str) -> str:
    """There is nobody in front of an editor."""
    return f"Sans terminal, ouvrir ce fichier dans un éditeur de texte{NBSP}: {chemin}"


def not_utf8() -> str:
    """The file is in another encoding."""
    return "Ce fichier n’est pas en UTF-8. L’enregistrer sous cet encodage."


def not_a_table() -> str:
    """The file is no list of settings."""
    return f"Ce fichier devrait contenir une ligne par réglage, comme{NBSP}: affichage{NBSP}: simple"


def folder_expected() -> str:
    """The journal is not a whole path."""
    return (
        "Le dossier du journal s’écrit en entier, depuis la racine du disque "
        f"ou depuis le dossier personnel{NBSP}: ~/journal"
    )


def unknown_key(proche: str, possibles: str) -> str:
    """No such setting; what was typed is not repeated."""
    meant = f" Vouliez-vous dire {proche}{NBSP}?" if proche else ""
    return f"Ce réglage n’existe pas.{meant} Les réglages sont{NBSP}: {possibles}."


def unknown_value(cle: str, possibles: str) -> str:
    """A value that the setting does not take."""
    return f"Le réglage {cle} n’accepte que ces valeurs{NBSP}: {possibles}."


def unreadable() -> str:
    """The file has faults that hide the rest."""
    return (
        "Les réglages ne peuvent pas être lus, et rien n’a été changé. "
        f"Les corriger d’abord{NBSP}: cip-coach reglages ouvrir"
    )


def by_hand(cle: str) -> str:
    """The value cannot be changed alone."""
    return (
        f"Le réglage {cle} est écrit d’une façon qui ne se change pas seule, et rien n’a été changé. "
        f"Le corriger à la main{NBSP}: cip-coach reglages ouvrir"
    )


def journal_lost() -> str:
    """The settings may name a journal, and cannot be read: the usual one is not taken for it."""
    return (
        "Les réglages ne peuvent pas être lus, et ils disent peut-être où est le journal. Les corriger "
        f"(cip-coach reglages ouvrir), ou nommer le journal{NBSP}: --journal DOSSIER"
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "reglages-sans-terminal": not_a_terminal,
    "reglages-editeur": editor_failed,
    "reglages-pas-utf8": not_utf8,
    "reglages-forme": not_a_table,
    "reglages-dossier": folder_expected,
    "reglages-cle": unknown_key,
    "reglages-valeur": unknown_value,
    "reglages-illisibles": unreadable,
    "reglages-a-la-main": by_hand,
    "reglages-journal-perdu": journal_lost,
}
