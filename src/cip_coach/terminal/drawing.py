"""A document as lines of a terminal, of any width. Knows no figure of its own.

`plain` keeps the sentences and draws nothing, for screen readers. The commands
that lead to the notes are never cut: a line of a terminal is copied whole.
"""

from collections.abc import Iterator, Sequence

from cip_coach import text
from cip_coach.frozen import frozen, replace
from cip_coach.reading.document import Bars, Block, Document, Entry, Grid, Key, Section
from cip_coach.terminal import charts
from cip_coach.terminal.fragments import EMPTY, Line, line, wrapped
from cip_coach.terminal.screen import fit

INDENT = "  "
READABLE = 100
SIDE = 40
BESIDE_FROM = 118
GAP = 4
SCALE = 28
LEAST_CELL = 2
"""A sign, and the blank before it."""
_SIGNS = str.maketrans({"─": "-", "·": "."})
"""For a terminal without block characters: what `charts` draws there."""


@frozen
class Sheet:
    """How to draw: on how many columns, in which encoding; `plain` draws nothing, and names its commands `door`."""

    columns: int
    encoding: str = "utf-8"
    plain: bool = False
    door: str = ""

    @property
    def ascii_only(self) -> bool:
        """Whether the terminal cannot show block characters."""
        try:
            "▁─█░·".encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return True
        return False

    def within(self, columns: int) -> "Sheet":
        """The same, narrower."""
        return replace(self, columns=columns)


def lines(document: Document, sheet: Sheet) -> Iterator[Line]:
    """The whole document."""
    for built in _lines(document, sheet):
        yield tuple((style, _fitting(words, sheet)) for style, words in built) if sheet.ascii_only else built


def _lines(document: Document, sheet: Sheet) -> Iterator[Line]:
    room = min(sheet.columns, READABLE)
    sheet = replace(sheet, door=document.door if sheet.plain else "")
    yield from wrapped(document.title, room, style="title")
    for sentence in document.opening:
        yield from wrapped(sentence, room)
    waiting: list[Section] = list(document.sections)
    while waiting:
        section = waiting.pop(0)
        yield EMPTY
        if section.beside and waiting and _has_room(sheet):
            main = sheet.within(min(sheet.columns - SIDE - GAP, READABLE))
            side = list(_section(section, sheet.within(SIDE)))
            yield from _side_by_side(list(_section(waiting.pop(0), main)), side, main)
        else:
            yield from _section(section, sheet)


def _has_room(sheet: Sheet) -> bool:
    return sheet.columns >= BESIDE_FROM and not sheet.plain


def _section(section: Section, sheet: Sheet) -> Iterator[Line]:
    if section.title:
        yield from wrapped(section.title, min(sheet.columns, READABLE), style="title")
        if not sheet.plain:
            yield line("─" * min(text.width(section.title), sheet.columns), "dim")
    apart = False
    for rank, block in enumerate(section.blocks):
        before, apart = apart, isinstance(block, Entry) and bool(block.lead)
        if rank and (apart or before):
            yield EMPTY
        yield from _block(block, sheet)


def _block(block: Block, sheet: Sheet) -> Iterator[Line]:
    match block:
        case Entry():
            yield from _entry(block, sheet)
        case Bars():
            yield from _bars(block, sheet)
        case Grid():
            yield from _grid(block, sheet)
        case Key() if not sheet.plain:
            signs = charts.KEY_ASCII if sheet.ascii_only else charts.KEY
            named = ", ".join(f"{sign} {name}" for sign, name in zip(signs, block.names, strict=True))
            yield from wrapped(f"{block.title}{text.NBSP}: {named}.", min(sheet.columns, READABLE), style="dim")
        case str():
            yield from wrapped(block, min(sheet.columns, READABLE))


def _entry(entry: Entry, sheet: Sheet) -> Iterator[Line]:
    room = min(sheet.columns, READABLE)
    indent = INDENT if entry.title else ""
    yield from wrapped(entry.title, room, style="question") if entry.title else ()
    for sentence in entry.sentences:
        yield from wrapped(sentence, room, indent=indent)
    if sheet.plain:
        yield from wrapped(entry.course.said, room, indent=indent) if entry.course else ()
    else:
        yield from _drawings(entry, room, sheet)
    for quote in entry.quotes:
        first, *others = wrapped(quote, room, indent=f"{INDENT}{INDENT}") or [EMPTY]
        yield (("", f"{INDENT}– "), *first[1:])
        yield from others
    for sentence in entry.after:
        yield from wrapped(sentence, room, indent=indent)
    yield from wrapped(entry.lead, room, indent=indent) if entry.lead else ()
    yield from _doors(entry.door, indent, sheet if entry.title else replace(sheet, door=""))


def _doors(doors: str, indent: str, sheet: Sheet) -> Iterator[Line]:
    """The commands, each on a line of its own, never cut; at the margin where that makes it fit."""
    name = f"{sheet.door}{text.NBSP}: " if sheet.door else ""
    for door in filter(None, doors.split("\n")):
        fits = text.width(f"{indent}{name}{door}") <= sheet.columns
        yield line(f"{indent if fits else ''}{name}{door}", "dim")


def _drawings(entry: Entry, room: int, sheet: Sheet) -> Iterator[Line]:
    """The range and the course, on one line where it is wide enough."""
    drawn = []
    scale = min(SCALE, room - len(INDENT) - len("0 % || 100 %"))
    if entry.range and scale >= 8:
        edge = "|" if sheet.ascii_only else "╷"
        shown = charts.interval(entry.range, scale, ascii_only=sheet.ascii_only)
        drawn.append(f"0{text.NBSP}% {edge}{shown}{edge} 100{text.NBSP}%")
    if entry.course:
        drawn.append(charts.course(entry.course, ascii_only=sheet.ascii_only))
    if sum(map(text.width, drawn)) + len(INDENT) + GAP <= room:
        drawn = [(" " * GAP).join(drawn)] if drawn else []
    for one in drawn:  # a course of many years goes on below
        for start in range(0, len(one), room - len(INDENT)):
            yield line(f"{INDENT}{one[start : start + room - len(INDENT)]}")


def _bars(block: Bars, sheet: Sheet) -> Iterator[Line]:
    room = min(sheet.columns, READABLE)
    if not sheet.plain:
        signs = charts.PARTS_ASCII if sheet.ascii_only else charts.PARTS
        legend = "   ".join(f"{sign} {name}" for sign, name in zip(signs, block.parts, strict=False))
        yield from wrapped(legend, room, style="dim")
    for bar in block.bars:
        yield EMPTY
        yield from wrapped(bar.title, room, style="question")
        if not sheet.plain:
            yield line(f"{INDENT}{charts.parts(bar.counts, ascii_only=sheet.ascii_only)}")
        yield from wrapped(bar.said, room, indent=INDENT)
        yield from _doors(bar.door, INDENT, sheet)


def _grid(grid: Grid, sheet: Sheet) -> Iterator[Line]:
    """The table, what its signs mean, the way to its notes; rows in words for `plain`."""
    room = min(sheet.columns, READABLE)
    yield from wrapped(grid.caption, room, style="dim")
    if sheet.plain:
        for row in grid.rows:
            if row.said:
                yield from wrapped(f"{row.title}{text.NBSP}: {row.said}", room)
    else:
        yield from _table(grid, sheet)
    for sentence in grid.legend[-1:] if sheet.plain else grid.legend:
        yield from wrapped(sentence, room, style="dim")
    yield from _doors(grid.door, "", replace(sheet, door=""))


def _table(grid: Grid, sheet: Sheet) -> Iterator[Line]:
    """Labels beside the cells, or above them where it is narrow; cells of one sign touch before they go on below."""
    columns = grid.signs or grid.columns
    cell = max(text.width(one) for one in (*columns, *(one for row in grid.rows for one in row.cells))) + 1
    labels = max(map(text.width, (grid.corner, *(row.title for row in grid.rows))))
    if cell == LEAST_CELL and cell * len(columns) + labels + 1 > sheet.columns:
        cell = 1
    room = sheet.columns - cell * len(columns) - 1
    above = labels > room and room < 24
    label = 0 if above else min(labels, max(room, 10))
    per_row = max((sheet.columns - label - 1) // cell, 1)
    for start in range(0, len(columns), per_row):
        end = start + per_row
        yield line(f"{'' if above else _padded(grid.corner, label)} {_cells(columns[start:end], cell)}", "dim")
        for row in grid.rows:
            yield from wrapped(row.title, sheet.columns) if above else ()
            first, *others = text.wrap(row.title, label) if not above else [""]
            yield line(f"{_padded(first, label)} {_cells(row.cells[start:end], cell)}")
            yield from (line(other) for other in others)


def _cells(cells: Sequence[str], wide: int) -> str:
    return "".join(" " * (wide - text.width(cell)) + cell for cell in cells)


def _padded(words: str, columns: int) -> str:
    return words + " " * (columns - text.width(words))


def _side_by_side(left: list[Line], right: list[Line], main: Sheet) -> Iterator[Line]:
    """Two columns; a command too long for its column stands on a line of its own."""
    place = 0
    for built in left:
        wide = sum(text.width(words) for _, words in built)
        if wide > main.columns or place >= len(right):
            yield built
            continue
        pad = " " * (main.columns - wide + GAP)
        yield (*built, ("", pad), *right[place])
        place += 1
    for built in right[place:]:
        yield (("", " " * (main.columns + GAP)), *built)


def _fitting(words: str, sheet: Sheet) -> str:
    """The words in the signs of this terminal, those of the drawings too."""
    return fit(words.translate(_SIGNS), sheet.encoding)
