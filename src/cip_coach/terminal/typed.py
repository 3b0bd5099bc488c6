"""What is typed line by line, on a terminal or through a pipe: a paragraph, a word, a number. No full screen."""

import shutil
import sys
from collections.abc import Sequence

from cip_coach.terminal.fragments import printed, wrapped
from cip_coach.text import clean, clean_line, shorten


def on_terminal() -> bool:
    """Whether somebody can be asked something."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def paragraph(question: str) -> str:
    """A text of several lines: up to an empty line on a terminal, all of it through a pipe. May be empty."""
    if not on_terminal():
        return clean(_all()).strip("\n")
    _ask(question + "\n")
    lines: list[str] = []
    while (line := sys.stdin.readline()).strip():
        lines.append(line.rstrip("\n"))
    return clean("\n".join(lines))


def word(question: str) -> str:
    """One line, asked when somebody is there; the first line of what a pipe holds otherwise. May be empty."""
    if on_terminal():
        _ask(question)
    return clean_line(_line())


def one_of(choices: Sequence[str], question: str) -> int | None:
    """The rank, from 0, of the choice whose number is typed; None when nothing or nothing fitting is."""
    columns = shutil.get_terminal_size().columns
    for rank, choice in enumerate(choices, start=1):
        label = f"  {rank}. "
        for line in wrapped(shorten(choice, columns - len(label) - 1), columns, indent=label):
            sys.stderr.write(printed(line, styled=False) + "\n")
    _ask(question)
    typed = _line().strip()
    return int(typed) - 1 if typed.isdecimal() and 0 < int(typed) <= len(choices) else None


def _ask(question: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(question)
    sys.stderr.flush()


def _line() -> str:
    try:
        return sys.stdin.readline() if on_terminal() else _decoded(sys.stdin.buffer.readline())
    except (OSError, ValueError, AttributeError):  # closed, or not there at all (a task of the system)
        return ""


def _all() -> str:
    try:
        return _decoded(sys.stdin.buffer.read())
    except (OSError, ValueError, AttributeError):
        return ""


def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig", "surrogateescape")
