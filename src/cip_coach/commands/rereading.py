"""What the reading commands begin with: a journal that is never created, a terminal or not, the names of trees."""

import re
import sys
from functools import cache
from pathlib import Path

import cip_coach
from cip_coach.commands.options import Origin, Setting
from cip_coach.keeping import marker
from cip_coach.keeping.shelf import Journal
from cip_coach.patterns import regex
from cip_coach.problem import Refused

_TREE_NAME = regex(r"[a-z0-9][a-z0-9_.-]{0,79}", re.ASCII)


def journal_if_any(setting: Setting, *, unlock: bool = True) -> Journal | None:
    """The journal, None when it does not exist yet; nothing is made. Of a vault, the passphrase is asked.

    With `unlock` False, for who reads no note, it stays locked.
    Raises `Refused` for a folder that holds something else, and for one that the
    settings name and that is absent.
    """
    root = setting.journal
    found = marker.find(root)
    if found is not None:
        journal = Journal(root, found)
        if unlock and found.vault:
            from cip_coach.commands import unlocking

            return unlocking.unlocked(journal)
        return journal
    if setting.journal_origin is Origin.SETTINGS:
        raise Refused("journal-absent", dossier=str(root))
    if root.exists() and not root.is_dir():
        raise Refused("journal-pas-dossier", dossier=str(root))
    if root.is_dir() and any(path.name != marker.NAME for path in root.iterdir()):
        raise Refused("journal-sans-marque", dossier=str(root))
    return None


def existing_journal(setting: Setting, *, unlock: bool = True) -> Journal:
    """The journal, for a command that changes one of its notes. Raises `Refused` also when there is none."""
    found = journal_if_any(setting, unlock=unlock)
    if found is None:
        raise Refused("journal-absent", dossier=str(setting.journal))
    return found


def at_a_terminal() -> bool:
    """Whether somebody sits there: what is read and what is written are both a terminal."""
    return all(_is_terminal(stream) for stream in (sys.stdin, sys.stdout))


def _is_terminal(stream: object) -> bool:
    try:
        return bool(getattr(stream, "isatty", bool)())
    except ValueError:  # closed
        return False


@cache
def is_tree(name: str) -> bool:
    """Whether there is a tree of that name on the shelves; no file is read."""
    if not _TREE_NAME.fullmatch(name):
        return False
    inside = Path(cip_coach.__file__).parent / "questions"
    shipped = inside if inside.is_dir() else inside.parents[2] / "questions"
    if (shipped / "arbres" / f"{name}.yml").is_file():
        return True
    from cip_coach.commands.opening import configuration_folder

    return (configuration_folder() / "arbres" / f"{name}.yml").is_file()
