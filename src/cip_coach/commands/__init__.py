"""The commands, one file each, and their table. Knows their names and purposes; imports none of them.

A command file holds a function `command`, declared with typer's `Annotated`
options and opened by a French docstring (its first paragraph is the purpose
shown by `--help`), and `EXAMPLES`, pairs (command line, what it does).
The function returns a `Result`, or None when there is nothing to print.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Examples = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command gives back: lines for stdout, printed as they come, and an exit code."""

    lines: Iterable[str] = ()
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the command line.

    `module` is imported only when the name is typed. An entry with `children`
    is a group; with a `module` too, that module answers when no child is named.
    """

    name: str
    purpose: str
    module: str = ""
    children: tuple["Entry", ...] = ()


TABLE: tuple[Entry, ...] = (
    Entry(
        "session", "Répondre à un arbre de questions et garder une note datée.", "cip_coach.commands.session"
    ),
)
