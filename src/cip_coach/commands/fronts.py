"""Which front-end a command has: a screen, or lines. Loads the one that serves and not the other."""

import os
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from cip_coach.commands.options import Setting
from cip_coach.keeping import disk
from cip_coach.keeping.shelf import Journal

if TYPE_CHECKING:
    from cip_coach.terminal.full import FullScreen
    from cip_coach.terminal.simple import Plain

    Front = FullScreen | Plain

_NO_SCREEN = ("", "dumb", "unknown")


def in_lines(setting: Setting) -> bool:
    """Whether lines are wanted instead of a screen, or a screen is not possible here."""
    if setting.simple or os.environ.get("TERM", "xterm") in _NO_SCREEN:
        return True
    from cip_coach.terminal import lighter  # noqa: F401 -- before prompt_toolkit
    from cip_coach.terminal.full import possible

    return not possible()


def front(
    setting: Setting, *, title: str = "", trial: bool = False, private_file: Callable[[str], Path] | None = None
) -> "Front":
    """The front-end for this terminal; `private_file` and `trial` as `terminal.desk.Desk` has them.

    What a session may need after its first question is loaded once that question is there.
    """
    today, clock, discreet = setting.today, time.monotonic, setting.discreet
    if in_lines(setting):
        from cip_coach.terminal.simple import Plain

        _load_the_rest()
        stdin = sys.stdin or StringIO()
        return Plain(stdin, sys.stdout, today=today, clock=clock, title=title, discreet=discreet, trial=trial)
    from cip_coach.terminal.full import FullScreen

    return FullScreen(
        today=today,
        clock=clock,
        environment=os.environ,
        private_file=private_file,
        title=title,
        discreet=discreet,
        trial=trial,
        ahead=_load_the_rest,
    )


def private_copies(journal: Journal, suffix: str) -> Callable[[str], Path] | None:
    """Makes files for an editor, that only the user can read; None in a vault, from which no text may leave."""

    def private_file(words: str) -> Path:
        return disk.private_copy(journal.root, words.encode(), suffix)

    return None if journal.sealing else private_file


def _load_the_rest() -> None:
    from cip_coach.commands import ahead  # noqa: F401 -- loading it is all
