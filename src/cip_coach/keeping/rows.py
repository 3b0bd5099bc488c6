"""Lists inside a block quote: rows ⇄ lines. Knows nothing of what a row means.

A row may have several lines: the next ones are indented by two spaces. What
`bullet` writes, `split` reads back exactly; what people write is read kindly.
"""

import re
from collections.abc import Sequence

from cip_coach.frozen import frozen
from cip_coach.patterns import regex

_BULLET = regex(r"(?:[-*+]|\d{1,9}[.)])(?: (.*))?", re.DOTALL)


@frozen
class Row:
    """One row: its whole `text`, the text after its bullet (None without one), its lines `start` to `end`."""

    text: str
    item: str | None
    start: int
    end: int

    @property
    def words(self) -> str:
        """What the row says, bullet or not."""
        return self.text if self.item is None else self.item


def bullet(text: str) -> list[str]:
    """The lines of one row `- text`."""
    return indented("- " + text)


def indented(text: str) -> list[str]:
    """The lines of `text`, all but the first indented by two spaces.

    An empty line stays empty, except at the end: bare lines there are layout.
    """
    lines = text.split("\n")
    last = max((index for index, line in enumerate(lines) if line), default=0)
    return ["  " + line if index and (line or index > last) else line for index, line in enumerate(lines)]


def split(lines: Sequence[str]) -> list[Row]:
    """The rows of these lines: each line that is not indented starts one; empty lines between are skipped."""
    if all(line.startswith("- ") for line in lines):  # as they nearly always are
        return [Row(line, line[2:], index, index + 1) for index, line in enumerate(lines)]
    groups: list[tuple[int, list[str]]] = []
    for index, line in enumerate(lines):
        if groups and line.startswith(("  ", "\t")):
            groups[-1][1].append(line.removeprefix("\t") if line[0] == "\t" else line[2:])
        elif groups and not line:
            groups[-1][1].append(_BARE)
        elif line:
            groups.append((index, [line]))
    return [_row(start, group) for start, group in groups]


_BARE = "\n"  # no line holds one: tells an empty line from an indented empty one


def _row(start: int, group: list[str]) -> Row:
    while group[-1] == _BARE:
        group.pop()
    text = "\n".join("" if line == _BARE else line for line in group)
    found = _BULLET.fullmatch(text)
    return Row(text, (found[1] or "") if found else None, start, start + len(group))
