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

from cip_coach.keeping.note import FORMAT, Head, Proposal, Status
from cip_coach.patterns import regex

T = TypeVar("T")

_MOST_CHARACTERS = 16_384  # beyond, the strict reader counts what it reads
_TABLES = 1_024

_LINE = r"[^\n]{1,122}+"
_PATH = r"[A-Za-z][A-Za-z0-9_.@\[\]-]{0,200}"
_ID = r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,200}"
_MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}[+-][0-9]{2}:[0-9]{2}"
_NUMBER = r"[0-9]{1,12}+"
_TABLE = r"\n((?: .++\n)++)"

_HEAD = regex(
    rf"cip_coach: {FORMAT}\nid: ({_LINE})\nstatut: ({'|'.join(Status)})\narbre: ({_LINE})\nversion: ({_NUMBER})\n"
    rf"empreinte: ({_LINE})\ndate: ([0-9-]{{10}})\ndebut: \"({_MOMENT})\"\n(?:fin: \"({_MOMENT})\"\n)?"
    rf"duree_s: ({_NUMBER})\n(?:personne: ({_LINE})\n)?(?:programme: ({_LINE})\n)?(?:rdv: ({_NUMBER})\n)?"
    rf"(?:en_cours: ({_PATH})\n)?(?:reponses:{_TABLE})?(?:repondues:{_TABLE})?(?:passees:{_TABLE})?"
    rf"(?:exposees:{_TABLE})?(?:difficultes:(?: \{{\}}\n|{_TABLE}))?(?:suggerees:{_TABLE})?"
    rf"(?:alimente:{_TABLE})?(?:sans_personne:{_TABLE})?(?:propose:{_TABLE})?"
    rf"(?:tire_de: \[({_ID}(?:, {_ID})*)\]\n)?"
)
_BARE_TEXT = r"[^\W_](?:[\w .-]{0,120}\w)?"
_BARE = regex(_BARE_TEXT)
_QUOTED = regex(r'"[ !#-\[\]-~¡-ÿ]{1,120}"')
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

_STATUSES = {status.value: status for status in Status}
_NONE: Mapping[str, Never] = {}


class _Otherwise(Exception):
    """The strict reader has something to say."""


def read(text: str) -> Head | None:
    """The head in `text`, the lines between the two fences with their ends; None unless it is as we write it."""
    found = _HEAD.fullmatch(text) if len(text) <= _MOST_CHARACTERS else None
    if found is None:
        return None
    words = found.groups()
    note_id, status, tree, version, fingerprint, day, begun, ended, seconds, person, programme, number = words[:12]
    current, answers, free, skipped, exposed, recorded, suggested, feeds, alone, proposed, drawn = words[12:]
    try:
        return Head(
            id=_value(note_id),
            status=_STATUSES[status],
            tree=_name(tree),
            version=int(version),
            fingerprint=_text(fingerprint),
            day=_day(day),
            begun=_moment(begun),
            ended=_moment(ended) if ended else None,
            seconds=int(seconds),
            person=_text(person) if person else "",
            programme=_text(programme) if programme else "",
            appointment=int(number) if number else None,
            current=current or "",
            answers=_answers(answers) if answers else _NONE,
            open=_items(free) if free else (),
            skipped=_items(skipped) if skipped else (),
            exposed=_records(exposed) if exposed else _NONE,
            difficulties=_records(recorded) if recorded else _NONE,
            suggested=_records(suggested) if suggested else _NONE,
            feeds=_feeds(feeds) if feeds else _NONE,
            without_person=_items(alone) if alone else (),
            proposal=_proposal(proposed) if proposed else None,
            drawn_from=tuple(drawn.split(", ")) if drawn else (),
        )
    except (_Otherwise, ValueError):  # ValueError: no such day, no such hour
        return None


def _value(written: str) -> str:
    return written[1:-1] if _QUOTED.fullmatch(written) else _bare(written)


def _bare(written: str) -> str:
    if not _BARE.fullmatch(written):
        raise _Otherwise
    return written


_text, _name = lru_cache(_TABLES)(_value), lru_cache(_TABLES)(_bare)
"""The same, of what comes back from note to note."""


@lru_cache(maxsize=64)
def _day(written: str) -> date:
    return date.fromisoformat(written)


def _moment(written: str) -> datetime:
    """A day, an hour, and an offset that all the notes share."""
    return datetime.combine(_day(written[:10]), time.fromisoformat(written[11:-6]), _zone(written[-6:]))


@lru_cache(maxsize=8)
def _zone(offset: str) -> tzinfo | None:
    return datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo


def _rows(row: re.Pattern[str], table: str) -> list[Any]:
    """The groups of each row of `table`, which holds nothing else."""
    if row.sub("", table):
        raise _Otherwise
    return row.findall(table)


@lru_cache(maxsize=_TABLES)
def _items(table: str) -> tuple[str, ...]:
    return tuple(_rows(_ITEM, table))


@lru_cache(maxsize=_TABLES)
def _answers(table: str) -> Mapping[str, str | tuple[str, ...]]:
    rows = _ROW_END.split(table[:-1]) if "\n    " in table else table[:-1].split("\n")
    return _once(map(_answer, rows))


@lru_cache(maxsize=_TABLES)
def _records(table: str) -> Mapping[str, tuple[str, ...]]:
    return _once((path, _several(line, below)) for path, line, below in _rows(_RECORD, table))


@lru_cache(maxsize=4 * _TABLES)
def _answer(row: str) -> tuple[str, str | tuple[str, ...]]:
    found = _ANSWER.fullmatch(row)
    if found is None:
        raise _Otherwise
    path, one, line, below = found.groups("")
    return path, one or _several(line, below)


@lru_cache(maxsize=_TABLES)
def _feeds(table: str) -> Mapping[str, Mapping[str, bool]]:
    return _once(
        (kind, _once((path, fed == "oui") for path, fed in _rows(_FED, below)))
        for kind, below in _rows(_FEEDING, table)
    )


def _proposal(table: str) -> Proposal:
    ((tree, takes),) = _rows(_PROPOSED, table)  # two of them: ValueError
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
