"""A line of a file with a caret under one of its characters. Knows widths; knows no file."""

from cip_coach import text
from cip_coach.text import shown, width

INDENT = "    "
CARET = "^"
MOST_PER_COLUMN = 8
"""Characters that may share a column: a letter and its marks."""


def pointed(line: str, column: int, columns: int) -> list[str]:
    """`line` as it is written, and a caret under its `column` (from 1); nothing for a line without words.

    A line too wide is shown around the caret, with `…` where it is cut.
    """
    if not line.strip():
        return []
    column = min(max(column, 1), len(line) + 1)
    before, after = _tabless(line[: column - 1]), _tabless(line[column - 1 :])
    room = max(columns - len(INDENT) - 1, 20)
    if width(before) + width(after) > room:
        before, after = _around(before, after, room)
    return [f"{INDENT}{before}{after}".rstrip(), f"{INDENT}{' ' * width(before)}{CARET}"]


def _tabless(part: str) -> str:
    return shown(part).replace("\t", " ").replace("\n", " ")


def _around(before: str, after: str, room: int) -> tuple[str, str]:
    """The two halves cut to `room` columns, two thirds of them before the caret at most."""
    before, after = before[-MOST_PER_COLUMN * room :], after[: MOST_PER_COLUMN * room]  # a line may have a megabyte
    most = room * 2 // 3
    if width(before) > most:
        while width(before) > most - 1:
            before = before[1:]
        before = text.ELLIPSIS + before
    rest = room - width(before)
    if width(after) > rest:
        while width(after) > rest - 1:
            after = after[:-1]
        after += text.ELLIPSIS
    return before, after
