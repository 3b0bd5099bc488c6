"""The head of a note read fast: only the very text that `head.lines` writes, None for anything else.

Ten years of notes are counted from their heads, and nearly all of them are as we
wrote them: one pattern takes such a head apart, and what comes back word for word in
other notes (a table, a row, a code) is read once and kept once. What differs (another tool's key, an escape, another
order) is left to the strict reader, `head.read`; what is read here is what it would
have read, which `tests/test_quickhead.py` proves on any text.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from functools import lru_cache
from typing import Any, Never, TypeVar

from cip_coach.keeping.note import FORMAT, Glimpse, Head, Proposal, Status
from cip_coach.patterns import regex

T = TypeVar("T")

_MOST_BYTES = 16_384  # beyond, the strict reader counts what it reads
_TABLES = 1_024

_LINE = r"[^\n]{1,122}+"
_PATH = r"[A-Za-z][A-Za-z0-9_.@\[\]-]{0,200}"
_ID = r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,200}"
_HOUR = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_MOMENT = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T{_HOUR}(?::[0-5][0-9](?:\.[0-9]{{6}})?)?[+-]{_HOUR}"
_NUMBER = r"[0-9]{1,12}+"
_TABLE = r"\n((?: .++\n)++)"

_HEAD = regex(
    rf"---\ncip_coach: {FORMAT}\nid: ({_LINE})\nstatut: ({'|'.join(Status)})\narbre: ({_LINE})\n"
    rf"version: ({_NUMBER})\nempreinte: ({_LINE})\ndate: ([0-9-]{{10}})\ndebut: \"({_MOMENT})\"\n"
    rf"(?:fin: \"({_MOMENT})\"\n)?duree_s: ({_NUMBER})\n(?:personne: ({_LINE})\n)?(?:programme: ({_LINE})\n)?"
    rf"(?:rdv: ({_NUMBER})\n)?(?:en_cours: ({_PATH})\n)?(?:reponses:{_TABLE})?(?:repondues:{_TABLE})?"
    rf"(?:passees:{_TABLE})?(?:exposees:{_TABLE})?(?:difficultes:(?: \{{\}}\n|{_TABLE}))?(?:suggerees:{_TABLE})?"
    rf"(?:alimente:{_TABLE})?(?:sans_personne:{_TABLE})?(?:propose:{_TABLE})?"
    rf"(?:tire_de: \[({_ID}(?:, {_ID})*)\]\n)?---\n".encode()
)
_GLIMPSED = (1, 2, 6, 10, 17, 18, 21)
"""Of its groups, what a glimpse needs: id, status, day, code, what could be recorded, what was, what is nobody's."""
_BARE_TEXT = r"[^\W_](?:[\w .-]{0,120}\w)?"
_BARE = regex(_BARE_TEXT)
_VALUE = regex(rf'"([ !#-\[\]-~¡-ÿ]{{1,120}})"|{_BARE_TEXT}')
# One row of each table.
_SEVERAL = rf"(?: \[({_ID}(?:, {_ID})*)?\]|((?:\n    - (?:{_PATH}|{_ID}))+))"
_ROW_END = regex(r"\n(?!    )")
_ANSWER = regex(rf"  ({_PATH}):(?: ({_PATH}|{_ID})|{_SEVERAL})")
_RECORD = regex(rf"  ({_PATH}):{_SEVERAL}\n")
_ITEM = regex(rf"  - ({_PATH})\n")
_FEEDING = regex(r"  ([a-z_]+):(?: \{\}\n|\n((?:    .+\n)+))")
_FED = regex(rf"    ({_PATH}): (oui|non)\n")
_PROPOSED = regex(rf"  arbre: ({_BARE_TEXT})\n(?:  reprend:\n((?:    .+\n)+))?")
_TAKEN = regex(rf"    ({_PATH}): ({_PATH})\n")

_CLOSED = Status.CLOSED.encode()
_NONE: Mapping[str, Never] = {}


class _Otherwise(Exception):
    """The strict reader has something to say."""


def read(data: bytes) -> Head | None:
    """The head at the beginning of a note, from fence to fence; None unless it is as we write it."""
    found = glance(data, date.min, date.max)
    return found if isinstance(found, Head) else None


def glance(data: bytes, start: date, end: date) -> Head | Glimpse | None:
    """The same; of a closed note that is not of the days from `start` up to `end`, a glimpse is enough.

    The rows of the tables that a glimpse does without are not judged.
    """
    found = _HEAD.match(data)
    if found is None or found.end() > _MOST_BYTES:
        return None
    try:
        if (seen := _glimpse(found, start, end)) is not None:
            return seen
        words = found.groups()
        note_id, status, tree, version, fingerprint, written, begun, ended, seconds, person, programme, number = (
            words[:12]
        )
        current, answers, free, skipped, exposed, recorded, suggested, feeds, alone, proposed, drawn = words[12:]
        return Head(  # by place, in the order it is written: by name takes twice as long
            _note_id(note_id),
            Status(status.decode()),
            _name(tree),
            int(version),
            _text(fingerprint),
            _day(written),
            _moment(begun),
            _moment(ended) if ended else None,
            int(seconds),
            _text(person) if person else "",
            _text(programme) if programme else "",
            int(number) if number else None,
            current.decode() if current else "",
            _answers(answers) if answers else _NONE,
            _items(free) if free else (),
            _items(skipped) if skipped else (),
            _records(exposed) if exposed else _NONE,
            _records(recorded) if recorded else _NONE,
            _records(suggested) if suggested else _NONE,
            _feeds(feeds) if feeds else _NONE,
            _items(alone) if alone else (),
            _proposal(proposed) if proposed else None,
            tuple(drawn.decode().split(", ")) if drawn else (),
        )
    except (_Otherwise, ValueError):  # ValueError: no such day, no such hour, not UTF-8
        return None


def _glimpse(found: re.Match[bytes], start: date, end: date) -> Glimpse | None:
    """What is needed of a closed note of other days: a third of its words are cut out, and no more."""
    note_id, status, written, person, exposed, recorded, alone = found.group(*_GLIMPSED)
    day = _day(written)
    within = start <= day and (day < end or end == date.max)  # no end at all lets the last day in
    if within or status != _CLOSED:
        return None
    return Glimpse(
        _note_id(note_id),
        day,
        _text(person) if person else "",
        _records(exposed) if exposed else _NONE,
        _records(recorded) if recorded else _NONE,
        _items(alone) if alone else (),
    )


def _note_id(written: bytes) -> str:
    return written.decode() if written.isalnum() else _value(written)


def _value(written: bytes) -> str:
    found = _VALUE.fullmatch(written.decode())
    if found is None:
        raise _Otherwise
    return found[1] or found[0]


_text = lru_cache(_TABLES)(_value)
"""The same, of what comes back from note to note."""


@lru_cache(maxsize=_TABLES)
def _name(written: bytes) -> str:
    if not _BARE.fullmatch(name := written.decode()):
        raise _Otherwise
    return name


@lru_cache(maxsize=64)
def _day(written: bytes) -> date:
    return date.fromisoformat(written.decode())


def _moment(written: bytes) -> datetime:
    """A day, an hour, and an offset that all the notes share."""
    return datetime.combine(_day(written[:10]), time.fromisoformat(written[11:-6].decode()), _zone(written[-6:]))


@lru_cache(maxsize=8)
def _zone(offset: bytes) -> tzinfo | None:
    return datetime.fromisoformat(f"2000-01-01T00:00{offset.decode()}").tzinfo


def _rows(row: re.Pattern[str], table: str) -> list[Any]:
    """The groups of each row of `table`, which holds nothing else."""
    if row.sub("", table):
        raise _Otherwise
    return row.findall(table)


@lru_cache(maxsize=_TABLES)
def _items(table: bytes) -> tuple[str, ...]:
    return tuple(_rows(_ITEM, table.decode()))


def _answers(table: bytes) -> Mapping[str, str | tuple[str, ...]]:
    rows = table[:-1].decode()
    return _once(map(_answer, _ROW_END.split(rows) if "\n    " in rows else rows.split("\n")))


@lru_cache(maxsize=4 * _TABLES)
def _answer(row: str) -> tuple[str, str | tuple[str, ...]]:
    found = _ANSWER.fullmatch(row)
    if found is None:
        raise _Otherwise
    path, one, line, below = found.groups("")
    return path, one or _several(line, below)


@lru_cache(maxsize=2 * _TABLES)
def _records(table: bytes) -> Mapping[str, tuple[str, ...]]:
    return _once((path, _several(line, below)) for path, line, below in _rows(_RECORD, table.decode()))


@lru_cache(maxsize=_TABLES)
def _feeds(table: bytes) -> Mapping[str, Mapping[str, bool]]:
    return _once(
        (kind, _once((path, fed == "oui") for path, fed in _rows(_FED, below)))
        for kind, below in _rows(_FEEDING, table.decode())
    )


def _proposal(table: bytes) -> Proposal:
    ((tree, takes),) = _rows(_PROPOSED, table.decode())  # two of them: ValueError
    return Proposal(tree, _once(_rows(_TAKEN, takes)))


def _several(line: str, below: str) -> tuple[str, ...]:
    """The ids of a bracketed list, or those that stand below, one a line."""
    if below:
        return tuple(below.removeprefix("\n    - ").split("\n    - "))
    return tuple(line.split(", ")) if line else ()


def _once(pairs: Iterable[tuple[str, T]]) -> Mapping[str, T]:
    """The table of `pairs`, each key of which was given once."""
    rows = list(pairs)
    table = dict(rows)
    if len(table) < len(rows):
        raise _Otherwise
    return table
