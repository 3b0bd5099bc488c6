"""Lines made of styled pieces, and how they become text. Knows styles by name; knows no note and no library.

A line is what prompt_toolkit calls formatted text, so a full screen shows the same
lines as a plain print. Everything goes through `text.shown` here, at the exit.
"""

from collections.abc import Iterable, Mapping, Sequence

from cip_coach import text

Piece = tuple[str, str]
"""(style, words): `title question dim found` or ""."""
Line = tuple[Piece, ...]
Span = tuple[int, int]

EMPTY: Line = ()
_BLANKS = " \t\n\r\f\v"
_SGR: Mapping[str, str] = {"title": "1", "question": "1", "dim": "2", "found": "1;4", "changed": "1"}


def line(words: str, style: str = "") -> Line:
    """One line of one style."""
    return ((style, words),)


def printed(pieces: Line, *, styled: bool) -> str:
    """The line as text: nothing in it acts on the terminal but our own styles, without any colour."""
    written = []
    for style, words in pieces:
        safe = text.shown(words).replace("\n", " ").replace("\t", " ")
        written.append(f"\x1b[{_SGR[style]}m{safe}\x1b[0m" if styled and style in _SGR and safe else safe)
    return "".join(written).rstrip(" ")


def wrapped(words: str, columns: int, *, indent: str = "", style: str = "", spans: Sequence[Span] = ()) -> list[Line]:
    """`words` in lines of at most `columns`, each after `indent`; what lies in `spans` gets the style `found`."""
    lines = _broken(words, max(columns - text.width(indent), 1), held=not spans)
    flags = _flags(words, spans)
    built = []
    for broken in lines:
        pieces = _cut(broken, flags, style)
        built.append((("", indent), *pieces) if indent and broken else tuple(pieces))
    return built


def _broken(words: str, room: int, *, held: bool) -> list[str]:
    if not held or "cip-coach" not in words:
        return text.wrap(words, room)
    from cip_coach.terminal import manual  # its patterns are only for the few sentences that name a command

    return [manual.released(one) for one in text.wrap(manual.held(words, room), room)]


def excerpt(words: str, spans: Sequence[Span], columns: int, *, indent: str = "") -> Line:
    """One line of `words` around the first of `spans`, with `…` where it is cut."""
    room = max(columns - text.width(indent) - 2, 8)
    start = 0
    if spans[0][1] > 2 * room or text.width(words[: spans[0][1]]) > room - 2:
        found = spans[0][0]
        back = max(found - room // 3, 0)
        blank = next((place for place in range(back, found) if words[place] in _BLANKS), found - 1)
        start = blank + 1
    words = words[start : start + 4 * room]
    cut = text.shorten(words, room)
    flags = _flags(words, [(max(low - start, 0), high - start) for low, high in spans if high > start])
    lead = f"{indent}{text.ELLIPSIS} " if start else indent
    return (("", lead), *_cut(cut, flags, ""))


def _flags(words: str, spans: Sequence[Span]) -> list[bool]:
    """For each character of `words` that is no blank, last first, whether it was found.

    Wrapping keeps those, in their order, and nothing else that can be told apart.
    """
    inside = [False] * len(words)
    for start, end in spans:
        inside[start:end] = [True] * (min(end, len(words)) - start)
    kept = [found for char, found in zip(words, inside, strict=True) if char not in _BLANKS]
    return kept[::-1] if spans else []


def _cut(broken: str, flags: list[bool], style: str) -> list[Piece]:
    """The line in pieces, `found` or of `style`; it takes from `flags` those of its characters."""
    if not flags:
        return [(style, broken)] if broken else []
    marks = bytearray(bool(char not in _BLANKS and flags and flags.pop()) for char in broken)
    for place in range(1, len(broken) - 1):  # the blanks inside a phrase
        if broken[place] in _BLANKS and marks[place - 1] and marks[place + 1]:
            marks[place] = True
    pieces = []
    start = 0
    while start < len(broken):
        change = marks.find(not marks[start], start)
        end = change if change >= 0 else len(broken)
        pieces.append(("found" if marks[start] else style, broken[start:end]))
        start = end
    return pieces


def columns_of(lines: Iterable[Line]) -> int:
    """The width of the widest of these lines."""
    return max((sum(text.width(words) for _, words in pieces) for pieces in lines), default=0)
