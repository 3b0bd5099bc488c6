"""One calm screen, as lines. Knows widths and what gives way first; knows no library and no question type.

Rules: one question at a time; words are never cut; the help gives way first,
then blank lines, the instruction, the header; every line leaves through `fit`,
so that no byte of a note or of a tree acts on the terminal.
"""

import codecs
import unicodedata
from collections.abc import Iterator, Sequence

from cip_coach import text
from cip_coach.frozen import changing

Line = tuple[str, str]
"""(style, words): `header question help hint item chosen keys` or ""."""

MARGIN = 1
READABLE, WIDEST = 72, 100
NARROW = 50
BETWEEN_KEYS = " · "
LEAST_ROOM = 3
_ALL = 10_000
# How much to leave out of the head (see `_head`), and how many rows the field must then have.
_SPARING = (
    *((0, _ALL), (1, _ALL), (2, _ALL), (3, _ALL), (4, _ALL)),
    *((2, 6), (4, LEAST_ROOM), (5, LEAST_ROOM), (6, LEAST_ROOM)),
)
_ASCII = {
    "’": "'",
    "‘": "'",
    "«": '"',
    "»": '"',
    "…": "...",
    "—": "-",
    "–": "-",
    "·": "-",
    "›": ">",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "↑": "^",
    "↓": "v",
    "←": "<-",
    "→": "->",
    text.NBSP: " ",
}


@changing
class Page:
    """What stands around a field. `hint` changes while the question is on the screen."""

    title: str = ""
    section: str = ""
    position: str = ""
    notices: tuple[str, ...] = ()
    place: str = ""
    """Which item of which loop the question is about."""
    question: str = ""
    block: tuple[str, ...] = ()
    airy: bool = False
    """Whether a blank line stands between the parts of the block, where there is room."""
    chosen: str = ""
    help: str = ""
    instruction: str = ""
    hint: str = ""
    keys: tuple[str, ...] = ()
    more: str = ""
    """Says that a list goes on out of sight."""
    key_lines: int = 1
    few_keys: tuple[str, ...] = ()
    """The keys named on a screen of less than 50 columns."""
    can_go_back: bool = True
    to_recap: bool = False
    """Whether going back goes to the recap."""


def room(columns: int) -> int:
    """How many columns a line of words may take on a screen of `columns`."""
    return max(min(columns - 2 * MARGIN, READABLE), 1)


def wide_room(columns: int) -> int:
    """How many columns a line of a table may take: one line is followed across more easily than a text."""
    return max(min(columns - 2 * MARGIN, WIDEST), 1)


def compose(page: Page, columns: int, rows: int, wanted: int) -> tuple[list[Line], list[Line]]:
    """The lines above and below a field that would like `wanted` rows, the head and the foot of the screen.

    What does not fit gives way in order; a field shorter than it wished scrolls.
    """
    foot = list(_foot(page, columns))
    head: list[Line] = []
    for spare, needed in _SPARING:
        head = list(_head(page, columns, spare))
        if len(head) + min(wanted, needed) + 1 + len(foot) <= rows:
            return head, foot if wanted < rows - len(head) - len(foot) else _with_mark(foot, page.more, columns)
    return head[: max(rows - LEAST_ROOM - len(foot), 1)], _with_mark(foot, page.more, columns)


def overfull(page: Page, columns: int, rows: int) -> bool:
    """Whether the notices leave no room for the question below them."""
    return len(list(_head(page, columns, 4))) + LEAST_ROOM + len(list(_foot(page, columns))) > rows


def wrapped(style: str, words: str, columns: int) -> list[Line]:
    """`words` in lines of `style`, fit for a screen of `columns`."""
    return [(style, line) for line in text.wrap(words, room(columns))] if words else []


def fit(words: str, encoding: str) -> str:
    """`words` as this terminal can show them: nothing that acts on it, nothing its encoding has not.

    Typographic signs fall back on ASCII ones, letters on their base; the rest becomes `?`.
    """
    safe = text.shown(words)
    if _is_unicode(encoding):
        return safe.replace(text.NBSP, " ")
    return "".join(_substitute(char, encoding) for char in safe)


def _head(page: Page, columns: int, spare: int) -> Iterator[Line]:
    """The lines above the field. `spare`: 0 airy, 1 less airy, 2 no help, 3 one blank, 4 none, 5 and 6 bare."""
    if spare < 6:
        yield from _header(page, columns)
        yield from _blank(2 if spare == 0 else 1 if spare < 3 else 0)
    for notice in page.notices:
        yield from wrapped("notice", notice, columns)
        yield from _blank(1 if spare < 3 else 0)
    if page.place:
        yield "help", text.shorten(page.place, room(columns))
    yield from wrapped("question", page.question, columns)
    if page.question and page.block:
        yield from _blank(1 if spare < 2 else 0)
    for rank, line in enumerate(page.block):
        yield from _blank(1 if page.airy and rank and spare == 0 else 0)
        yield from wrapped("item", line, columns)
    yield from wrapped("chosen", page.chosen, columns)
    said = list(wrapped("help", page.help, columns)) if spare < 2 else []
    if spare < 5 and not page.hint:
        said += wrapped("help", page.instruction, columns)
    said += wrapped("hint", page.hint, columns)
    if page.question and said:
        yield from _blank(1 if spare == 0 else 0)
    yield from said
    if page.question or said:
        yield from _blank(1 if spare < 4 else 0)


def _header(page: Page, columns: int) -> Iterator[Line]:
    """Title and section on one line with the position at its end; under 50 columns, one below the other."""
    parts = [part for part in (page.title, page.section) if part]
    space = room(columns)
    first = BETWEEN_KEYS.join(parts) if columns >= NARROW else "".join(parts[:1])
    if first or page.position:
        left = text.shorten(first, max(space - text.width(page.position) - 2, 1))
        gap = " " * max(space - text.width(left) - text.width(page.position), 1)
        yield "header", f"{left}{gap}{page.position}".rstrip()
    if columns < NARROW and len(parts) > 1:
        yield "header", text.shorten(parts[1], space)


def _foot(page: Page, columns: int) -> Iterator[Line]:
    """The keys, as many as fit on the lines the page allows; the first ones matter most."""
    lines: list[str] = []
    for key in page.keys if columns >= NARROW or not page.few_keys else page.few_keys:
        longer = f"{lines[-1]}{BETWEEN_KEYS}{key}" if lines else key
        if lines and text.width(longer) <= room(columns):
            lines[-1] = longer
        elif len(lines) < page.key_lines:
            lines.append(key)
    yield from (("keys", line) for line in lines)


def _with_mark(foot: list[Line], mark: str, columns: int) -> list[Line]:
    """The foot of a screen whose list goes on out of sight, saying so at its right end."""
    keys = foot[-1][1] if foot else ""
    gap = room(columns) - text.width(keys) - text.width(mark)
    if not mark or gap < 2:
        return foot
    return [*foot[:-1], ("keys", keys + " " * gap + mark)]


def _blank(count: int) -> Sequence[Line]:
    return [("", "")] * count


def _is_unicode(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False


def _substitute(char: str, encoding: str) -> str:
    for candidate in (char, _ASCII.get(char, ""), unicodedata.normalize("NFKD", char)[:1]):
        try:
            if candidate:
                candidate.encode(encoding)
                return candidate
        except (UnicodeEncodeError, LookupError):
            continue
    return "?"
