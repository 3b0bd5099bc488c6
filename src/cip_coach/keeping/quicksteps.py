"""The next steps and later looks of a closed note read fast: only as `render` writes them, None for anything else.

Nearly every note of a period is opened for them. What stands above the first is not
looked at; from there on, each block must be a heading, its marker and its quote, with
nothing between. What differs is left to the strict reader, `parse`; what is read here
is what it would have read, which `tests/test_quickhead.py` proves on any note.
"""

from datetime import date

from cip_coach.answer import Items, Words
from cip_coach.keeping import blocks, unquoting
from cip_coach.keeping.note import Entry, Head, Look, feeds_steps
from cip_coach.patterns import regex
from cip_coach.text import clean

LOOK = "regard"

_BLOCK = regex(
    r"\n(#{2,6}) ([^\n]+)\n<!-- cip:(\S+) (\S+) -->\n((?:>[^\n]*\n)+)"
    r"(?=\n#{2,6} [^\n]+\n<!-- cip:\S+ \S+ -->\n>|\Z)"
)


class _Otherwise(Exception):
    """The strict reader has something to say."""


def read(head: Head, text: str) -> tuple[tuple[Entry, ...], tuple[Look, ...]] | None:
    """The entries with next steps, and the looks, in the text of the note of that head."""
    fed = (f"cip:{path} " for path, feeds in head.feeds.get("pas", {}).items() if feeds)
    places = [place for sign in (f"cip:{LOOK} ", " action", *fed) if (place := text.find(sign)) >= 0]
    if not places:
        return (), ()
    below = text[text.rfind("\n", 0, text.rfind("\n", 0, min(places))) :]
    found = _BLOCK.findall(below)
    if len(found) < below.count("<!--") or "\r" in below:
        return None
    entries: dict[str, Entry] = {}
    looks = []
    try:
        for level, heading, path, kind, quote in found:
            if path == LOOK:
                looks.append(_look(kind, _lines(quote)))
            elif path in entries:
                return None
            elif feeds_steps(head, path, kind):
                entries[path] = _entry(head, path, kind, clean(heading), len(level), _lines(quote))
    except (_Otherwise, ValueError):  # ValueError: no such day
        return None
    return tuple(entries.values()), tuple(looks)


def _lines(quote: str) -> list[str]:
    return [blocks.unquoted(line) for line in quote[:-1].split("\n")]


def _look(day: str, lines: list[str]) -> Look:
    text = unquoting.words(lines)
    if not text or len(day) != 10:
        raise _Otherwise
    return Look(date.fromisoformat(day), text)


def _entry(head: Head, path: str, kind: str, question: str, level: int, lines: list[str]) -> Entry:
    written = head.answers.get(path)
    read = unquoting.entry(kind, lines, written, steps=True) if kind in blocks.KINDS else None
    if read is None or read.answer is None or read.faults or path in head.skipped:
        raise _Otherwise
    if isinstance(read.answer, Words | Items) and written is None and path not in head.open:
        raise _Otherwise
    return Entry(path, kind, question.replace("\n", " "), level, read.answer, read.labels, read.tasks)
