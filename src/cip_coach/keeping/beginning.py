"""The beginning of a note: its bytes as text, and its head. The body is read by `parse`."""

import re
from datetime import date

from cip_coach.keeping import quickhead
from cip_coach.keeping.note import Glimpse, Head
from cip_coach.problem import Problem


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a note's bytes, to the last one (a byte order mark stays: `text.encode() == data`).

    None, with the name of the disease, for what is not UTF-8 or was never written.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if text and b"\0" not in data and not data.isspace():
        return text, ()
    disease, line = _disease(data)
    if disease:
        return None, (Problem(file, line, 1, disease),)
    return data.decode("utf-8"), ()


def decode_head(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The same for the beginning of a file, of which only the head is kept when it is whole."""
    if data.startswith((b"---", b"\xef\xbb\xbf---")):
        found = re.compile(rb"[\r\n]---[ \t]*(?:[\r\n]|\Z)").search(data)
        data = data[: found.end()] if found else data
    return decode(data, file)


def parse_head(text: str, file: str) -> tuple[Head | None, tuple[Problem, ...]]:
    """The head of a note's text, or why there is none."""
    quick = _quick_head(text)
    return (quick, ()) if quick else _read_head(text, file)


def read_head(
    data: bytes, file: str, start: date = date.min, end: date = date.max
) -> tuple[Head | Glimpse | None, tuple[Problem, ...]]:
    """The head in the first bytes of a note, or why there is none.

    Of a note that is not of the days from `start` up to `end`, a glimpse is enough.
    """
    quick = quickhead.glance(data, start, end)
    if quick:
        return quick, ()
    text, problems = decode_head(data, file)
    return (None, problems) if text is None else parse_head(text, file)


def _disease(data: bytes) -> tuple[str, int]:
    """The code of what makes these bytes unreadable, "" for none, and the line where it shows."""
    if not data.strip():
        return "note-vide", 1
    if not data.strip(b"\0"):
        return "note-nulle", 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "note-utf16", 1
    if b"\0" in data:
        odd_or_even = max(data[:200:2].count(0), data[1:200:2].count(0))
        code = "note-utf16" if odd_or_even > 40 or odd_or_even * 3 > len(data) else "note-nuls"
        return code, 1 if code == "note-utf16" else _line(data, data.index(0))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and error.end == len(data)
        return "note-coupee" if cut else "note-pas-utf8", _line(data, error.start)
    return "", 0


def _line(data: bytes, place: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data[:place])) + 1


def _quick_head(text: str) -> Head | None:
    """The head, if the whole of it is as we write it."""
    end = text.find("\n---\n") + len("\n---\n")
    return quickhead.read(text[:end].encode()) if text.startswith("---\n") else None


def _read_head(text: str, file: str) -> tuple[Head | None, tuple[Problem, ...]]:
    # Only here: with YAML, for a head that was changed by hand.
    from cip_coach.keeping import blocks
    from cip_coach.keeping import head as heads

    lines = blocks.split(text)
    opening, closing = blocks.fences(lines)
    if opening < 0:
        return None, (Problem(file, 1, 1, "note-sans-entete"),)
    if closing < 0:
        return None, (Problem(file, 1, 1, "note-entete-ouvert"),)
    return heads.read("\n".join(lines[1:closing]), file)
