"""The skeleton of a note's text: fences, headings, markers and quotes. Knows nothing of what they hold.

Shared by whatever reads a note whole (`parse`) and whatever changes one place
in it (`splice`): lines are counted from 0, and only LF, CRLF and CR end one.
"""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum, auto

from cip_coach.frozen import frozen
from cip_coach.patterns import regex

KINDS = frozenset(
    ("texte", "piste", "oui_non", "choix", "choix_multiple", "echelle", "nombre", "date", "liste", "action")
)
"""The names trees give to types; one of them is in every marker of an answer."""

_MARKER = regex(r"<!-- *cip:(\S+) +(\S+)(?: +(\S+))? *-->[ \t]*")
_HEADING = regex(r"(#{2,6})(?: (.*))?")
_TITLE = regex(r"#(?: (.*))?")
_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LINE_END = regex(r"\r\n|\r|\n")


class Sort(Enum):
    """What a marker announces."""

    ENTRY = auto()
    RESERVE = auto()
    HALF_TYPED = auto()
    SOURCE = auto()
    LOOK = auto()


@frozen
class Block:
    """A marker, the heading above it, the quote and the foreign text below it.

    `name` is a path, the name of a source or an ISO day. `start`, `marker` and
    `end` number its first line, its marker's and the one after its last;
    `places` those of the quote, whose lines are in `quote` without their `>`.
    """

    sort: Sort
    name: str
    kind: str
    heading: str
    level: int
    start: int
    marker: int
    end: int
    places: tuple[int, ...]
    quote: tuple[str, ...]
    foreign: str


@frozen
class Skeleton:
    """The body of a note: title (None without one), text of nobody's before the first block, blocks."""

    title: str | None = None
    foreign: str = ""
    blocks: tuple[Block, ...] = ()


def split(text: str) -> list[str]:
    """The lines of `text` without their ends."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def split_with_ends(text: str) -> list[str]:
    """The lines of `text` with their ends: joined, they give `text` again."""
    return _LINE.findall(text)


def fences(lines: Sequence[str]) -> tuple[int, int]:
    """The lines of the two fences around the head; -1 for one that is missing.

    Raises nothing: (-1, -1) is a text without a head, (0, -1) a head without an end.
    """
    if not lines or lines[0].removeprefix("\ufeff").rstrip(" \t") != "---":
        return -1, -1
    for index in range(1, len(lines)):
        if lines[index].startswith("---") and lines[index].rstrip(" \t") == "---":
            return 0, index
    return 0, -1


def scan(lines: Sequence[str], start: int, wanted: Callable[[Sort, str, str], bool] = lambda *_: True) -> Skeleton:
    """The skeleton of the body that begins at line `start`, with the blocks `wanted` (by sort, name and kind)."""
    marks = [
        (index, found)
        for index in range(start, len(lines))
        if "<!--" in lines[index] and (found := marked(lines[index]))
    ]
    above = start
    firsts = []  # the first line of each block, its heading if it has one
    for index, (sort, _, _) in marks:
        firsts.append(_first_line(lines, above, index) if sort in (Sort.ENTRY, Sort.LOOK) else index)
        above = index + 1
    firsts.append(len(lines))
    built = tuple(
        _block(lines, mark, index, firsts[rank], firsts[rank + 1])
        for rank, (index, mark) in enumerate(marks)
        if wanted(*mark)
    )
    title, foreign = _preface(lines[start : firsts[0]])
    return Skeleton(title, foreign, built)


def marked(line: str) -> tuple[Sort, str, str] | None:
    """What the marker on this line announces: (sort, name, kind); None if it is no marker of ours."""
    found = _MARKER.fullmatch(line)
    if found is None:
        return None
    first, second, third = found.groups()
    if third is not None:
        sort = {"reserve": Sort.RESERVE, "en_cours": Sort.HALF_TYPED}.get(first)
        return sort and (sort, second, third)
    if first == "regard" and _is_day(second):
        return Sort.LOOK, second, ""
    if first == "source" and second not in KINDS:
        return Sort.SOURCE, second, ""
    return Sort.ENTRY, first, second


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _first_line(lines: Sequence[str], floor: int, marker: int) -> int:
    """The line of the heading just above the marker, or the marker's own."""
    above = marker - 1
    while above >= floor and not lines[above].strip():
        above -= 1
    return above if above >= floor and _HEADING.fullmatch(lines[above]) else marker


def _block(lines: Sequence[str], mark: tuple[Sort, str, str], marker: int, first: int, end: int) -> Block:
    heading = _HEADING.fullmatch(lines[first]) if first < marker else None
    places = _places(lines, marker + 1, end)
    last = places[-1] if places else marker
    before = lines[marker + 1 : places[0]] if places else []
    return Block(
        *mark,
        (heading[2] or "") if heading else "",
        len(heading[1]) if heading else 2,
        first,
        marker,
        end,
        places,
        tuple([unquoted(lines[place]) for place in places]),
        "\n\n".join(filter(None, (trimmed(before), trimmed(lines[last + 1 : end])))),
    )


def _places(lines: Sequence[str], start: int, end: int) -> tuple[int, ...]:
    """The lines of the first quote there; one that empty lines cut in two is still one answer."""
    found: list[int] = []
    gap: list[int] = []
    for index in range(start, end):
        if lines[index].startswith(">"):
            found += [*gap, index]
            gap = []
        elif found and not lines[index].strip():
            gap.append(index)
        elif found:
            break
    return tuple(found)


def unquoted(line: str) -> str:
    """A line of a quote, without its mark."""
    return line.removeprefix(">").removeprefix(" ") if line.startswith(">") else ""


def _preface(lines: Sequence[str]) -> tuple[str | None, str]:
    for index, line in enumerate(lines):
        if found := _TITLE.fullmatch(line):
            parts = (trimmed(lines[:index]), trimmed(lines[index + 1 :]))
            return found[1] or "", "\n\n".join(part for part in parts if part)
    return None, trimmed(lines)


def trimmed(lines: Sequence[str]) -> str:
    """The lines as one text, without the empty ones at both ends."""
    if not any(lines):
        return ""
    kept = [index for index, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[kept[0] : kept[-1] + 1]) if kept else ""
