"""What is said, on a terminal, while long work lasts."""

NBSP = "\u00a0"


def _at(travail: str, pour_cent: int) -> str:
    return f"{travail}{NBSP}: {pour_cent}{NBSP}%"


def checking(pour_cent: int) -> str:
    """The notes are read one by one."""
    return _at("Vérification des notes", pour_cent)


def reading(pour_cent: int) -> str:
    """The files to back up are read."""
    return _at("Lecture du journal", pour_cent)


def packing(pour_cent: int) -> str:
    """The backup is made."""
    return _at("Sauvegarde", pour_cent)


def putting_back(pour_cent: int) -> str:
    """The files of a backup are written."""
    return _at("Remise des notes", pour_cent)


def moving(pour_cent: int) -> str:
    """The files are copied, then the old folder is emptied."""
    return _at("Déplacement du journal", pour_cent)


def sealing(pour_cent: int) -> str:
    """Each file is written sealed, then read back."""
    return _at("Chiffrement", pour_cent)


def opening(pour_cent: int) -> str:
    """Each file is written in clear, then read back."""
    return _at("Déchiffrement", pour_cent)


def renaming(pour_cent: int) -> str:
    """The code is changed note by note."""
    return _at("Changement du code", pour_cent)


def erasing(pour_cent: int) -> str:
    """The notes are erased."""
    return _at("Effacement", pour_cent)


def reading_notes(pour_cent: int) -> str:
    """The notes to write into a file are read."""
    return _at("Lecture des notes", pour_cent)


def replacing_codes(pour_cent: int) -> str:
    """The codes in them are replaced."""
    return _at("Remplacement des codes", pour_cent)
