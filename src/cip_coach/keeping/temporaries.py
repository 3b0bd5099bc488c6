"""How our temporary files are called, and how to find those that a kill left behind. Writes nothing.

The name holds the process and a number, so that no randomness is needed: whoever finds it taken
takes the next one.
"""

import itertools
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from cip_coach.keeping.refusals import reading
from cip_coach.patterns import regex

_PATTERN = regex(r"\.(?P<name>.+)\.[0-9]+-[0-9]+\.tmp(?P<suffix>\.[a-z]+)?", re.DOTALL)
_count = itertools.count()


def temporary_name(name: str, suffix: str = "") -> str:
    """A name, new in this process, for a file that will become `name` (cut: a name has 255 bytes at most)."""
    short = os.fsencode(name)[:160].decode("utf-8", "ignore")
    return f".{short}.{os.getpid()}-{next(_count)}.tmp{suffix}"


def orphans(folder: Path, *, before: float | None = None) -> tuple[Path, ...]:
    """The temporary files and private copies left in `folder`, by name.

    `before` (seconds since 1970) leaves out those touched since: a live session may be writing one.
    Raises `Unreadable`.
    """
    found = []
    with reading(folder):
        for path in sorted(folder.iterdir()):
            if not _PATTERN.fullmatch(path.name):
                continue
            with suppress(FileNotFoundError):  # its session has just finished with it
                status = path.lstat()
                if stat.S_ISREG(status.st_mode) and (before is None or status.st_mtime < before):
                    found.append(path)
    return tuple(found)


def intended(orphan: Path) -> Path | None:
    """The file that a temporary file was to become, None for a private copy."""
    found = _PATTERN.fullmatch(orphan.name)
    return orphan.with_name(found["name"]) if found and not found["suffix"] else None
