"""A report as sentences with what may be drawn beside them, before anybody draws it.

The terminal draws it as text, `carrying` as a page. Every drawing has its sentence
(`said`): who reads no drawing loses nothing.
"""

from collections.abc import Sequence

from cip_coach.frozen import frozen
from cip_coach.reading.rules import Interval


@frozen
class Range:
    """A share and the interval around it, to be drawn between 0 and 1."""

    share: float
    interval: Interval


@frozen
class Step:
    """One month of a course: its name, and the count; None when nothing was asked then. `unfinished`: goes on."""

    name: str
    count: int | None
    unfinished: bool = False


@frozen
class Course:
    """Month after month; `tallest` is the largest count of the whole report, `said` the same in words."""

    steps: tuple[Step, ...]
    tallest: int
    said: str


@frozen
class Entry:
    """One thing: its name, what is true of it, the user's words about it, an open question, the way to its notes.

    `title` may be empty: then it is a remark. `after` comes below the words.
    """

    title: str = ""
    sentences: tuple[str, ...] = ()
    range: Range | None = None
    course: Course | None = None
    quotes: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    lead: str = ""
    door: str = ""


@frozen
class Bar:
    """A whole cut in parts, the counts of `Bars.parts`."""

    title: str
    counts: tuple[int, ...]
    said: str
    door: str = ""


@frozen
class Bars:
    """Bars with the same parts."""

    parts: tuple[str, ...]
    bars: tuple[Bar, ...]


@frozen
class Row:
    """A row of a grid, and the same in words, without the title ("" when there is nothing to say)."""

    title: str
    cells: tuple[str, ...]
    said: str = ""


@frozen
class Grid:
    """A table of short cells; `caption` says what it shows, `signs` stand for `columns` on a terminal.

    `door` is the way to the notes behind it, named by the last sentence of `legend`.
    """

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    legend: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    door: str = ""


@frozen
class Key:
    """What the signs of a course mean: noted, asked and not noted, not asked, a month that goes on."""

    title: str
    names: tuple[str, str, str, str]


Block = Entry | Bars | Grid | Key | str


@frozen
class Section:
    """A titled part. `beside`: stands at the side of the one after it, where there is room."""

    title: str
    blocks: tuple[Block, ...]
    beside: bool = False


@frozen
class Document:
    """A whole report: its title, what it is about in a few sentences, its parts.

    `door` names the commands that lead to notes, for who hears them read.
    """

    title: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    door: str = ""


def present(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections that hold something."""
    return tuple(section for section in sections if section.blocks)
