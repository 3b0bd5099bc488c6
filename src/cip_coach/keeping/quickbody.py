"""The body of a note read fast: only as `render` writes it, None for anything else.

From the title down (or from the first next step, where only those are wanted) the text
must be blocks and nothing else: a heading, its marker, its quote, one empty line before
the next. What differs is left to the strict reader, `parse`, and so is what there would be
something to say of; what is read here is what it would have read, which
`tests/test_quickbody.py` proves on any note.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from cip_coach.answer import Words
from cip_coach.keeping import blocks, unquoting
from cip_coach.keeping.note import Entry, Head, Look, Note, feeds_steps
from cip_coach.keeping.unquoting import Reading, Written
from cip_coach.patterns import regex
from cip_coach.quiet import is_quiet
from cip_coach.text import clean

LOOK = "regard"

_ABOVE_A_QUOTE = regex(r"\n(#{2,6}) ([^\n]+)\n<!-- cip:(\S+) (\S+) -->\n")
_CLOSED = unquoting.PICKED | unquoting.VALUES
_OPEN = frozenset({"texte", "piste", "liste"})
_Block = tuple[str, str, str, str, str]
"""The signs of its heading, the heading, its path, its kind, its quote."""


class _Otherwise(Exception):
    """The strict reader has something to say."""


def read(head: Head, text: str) -> Note | None:
    """The whole note of that head in its text, of which there is nothing to tell."""
    fence = text.find("\n---")
    if not (text.startswith("---\n") and text.startswith("\n---\n# ", fence)):
        return None
    body = text[fence + len("\n---\n") :]
    title, *pieces = _ABOVE_A_QUOTE.split(body)
    if title.find("\n") != len(title) - 1 or "\r" in body:
        return None
    tidy: Callable[[str], str] = str if is_quiet(body) else clean
    try:
        entries, looks = _read(head, _blocks(pieces), tidy)
    except (_Otherwise, ValueError):  # ValueError: no such day
        return None
    if not entries.keys() >= {*head.answers, *head.open}:
        return None
    return Note(head, tidy(title[2:-1]), tuple(entries.values()), tuple(looks))


def steps(head: Head, text: str) -> tuple[tuple[Entry, ...], tuple[Look, ...]] | None:
    """The entries with next steps, and the looks, in the text of the note of that head.

    Nearly every note of a period is opened for them. What stands above the first is not looked at.
    """
    fed = (f"cip:{path} " for path, feeds in head.feeds.get("pas", {}).items() if feeds)
    places = [place for sign in (f"cip:{LOOK} ", " action", *fed) if (place := text.find(sign)) >= 0]
    if not places:
        return (), ()
    below = text[text.rfind("\n", 0, text.rfind("\n", 0, min(places))) :]
    _, *pieces = _ABOVE_A_QUOTE.split(below)
    if 5 * below.count("<!--") > len(pieces) or "\r" in below:
        return None
    wanted = (block for block in _blocks(pieces) if block[2] == LOOK or feeds_steps(head, block[2], block[3]))
    try:
        entries, looks = _read(head, wanted, clean)
    except (_Otherwise, ValueError):
        return None
    return tuple(entries.values()), tuple(looks)


def _blocks(pieces: list[str]) -> Iterator[_Block]:
    return zip(pieces[::5], pieces[1::5], pieces[2::5], pieces[3::5], pieces[4::5], strict=True)


def _read(head: Head, found: Iterator[_Block], tidy: Callable[[str], str]) -> tuple[dict[str, Entry], list[Look]]:
    entries: dict[str, Entry] = {}
    looks = []
    fed = head.feeds.get("pas", {})
    for signs, heading, path, kind, quote in found:
        if path == LOOK:
            looks.append(_look(kind, quote))
            continue
        written = head.answers.get(path)
        if kind == "action" or fed.get(path):
            said = _faultless(unquoting.entry(kind, _lines(quote), written, steps=True))
        elif kind in _CLOSED:
            said = _closed(kind, quote, written)
        elif kind == "liste":
            said = _faultless(unquoting.entry(kind, _lines(quote), written, steps=False))
        else:
            said = Reading(Words(tidy("\n".join(_lines(quote)))))
        if path in entries or path in head.skipped or kind not in blocks.KINDS or said.answer is None:
            raise _Otherwise
        if kind in _OPEN and written is None and path not in head.open:
            raise _Otherwise
        question = tidy(heading).replace("\n", " ")
        entries[path] = Entry(path, kind, question, len(signs), said.answer, said.labels, said.tasks)
    return entries, looks


def _look(day: str, quote: str) -> Look:
    text = unquoting.words(_lines(quote))
    if len(day) != 10:
        raise _Otherwise
    return Look(date.fromisoformat(day), text)


@lru_cache(maxsize=1_024)
def _closed(kind: str, quote: str, written: Written) -> Reading:
    """A closed answer: its words come back from note to note, and are read once."""
    return _faultless(unquoting.entry(kind, _lines(quote), written, steps=False))


def _faultless(said: Reading) -> Reading:
    if said.faults:
        raise _Otherwise
    return said


def _lines(quote: str) -> list[str]:
    """The lines of a quote, one of which says something; nothing else is there."""
    if not quote.endswith("\n"):
        raise _Otherwise
    lines = quote[2:-1].split("\n> ")
    if not quote.startswith("> ") or len(lines) != quote.count("\n"):  # an empty line has no blank
        lines = [blocks.unquoted(line) for line in quote[:-1].split("\n") if line.startswith(">")]
    if len(lines) != quote.count("\n") or not any(map(str.strip, lines)):
        raise _Otherwise
    return lines
