"""Notes really erased: those of a person, with what was drawn from them, or those older than a day.

First a `Plan`, to be shown; then `erase`. A file is taken away from the disk: what
a disk, a backup or a synchronisation kept of it is out of reach (docs/confidentialite.md).
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cip_coach.frozen import frozen
from cip_coach.keeping import disk, followed, shelf
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.beginning import decode, parse_head
from cip_coach.keeping.journal import amend
from cip_coach.keeping.note import Head
from cip_coach.keeping.refusals import DiskRefused, Unreadable
from cip_coach.keeping.renaming import heads_of, write_followed
from cip_coach.keeping.shelf import Journal
from cip_coach.patterns import regex
from cip_coach.problem import Problem, Refused
from cip_coach.text import fold

_DRAWN = regex(r"(?<=[\r\n])(tire_de:[ \t]*\[)([^\]\r\n]*)(\][ \t]*)(?=[\r\n])")
_CLOSING = regex(r"[\r\n]---")


@frozen
class Plan:
    """What would be erased: `own` notes, `drawn` ones that took text from them, the ids of all of them.

    `temporaries` are files of kills that hold such text, `programmes` the rows of
    the file of programmes; `problems` the files that could not be looked at.
    """

    own: tuple[tuple[Path, Head], ...] = ()
    drawn: tuple[tuple[Path, Head], ...] = ()
    temporaries: tuple[Path, ...] = ()
    programmes: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the notes whose text goes."""
        return frozenset(head.id for _, head in self.own)


def of_person(journal: Journal, code: str) -> Plan:
    """The plan to forget a person: every note of that code, trash included, codes compared folded."""
    heads, problems = heads_of(journal)
    wanted = fold(code)
    own = tuple(pair for pair in heads if fold(pair[1].person) == wanted)
    programmes = sum(fold(one.person) == wanted for one in followed.load(journal).all)
    return Plan(own, _drawn(heads, own), _temporaries(journal, wanted, own), programmes, problems)


def before(journal: Journal, day: date) -> Plan:
    """The plan to purge: the notes about a day before `day`, trash included, and nothing drawn from them."""
    heads, problems = heads_of(journal)
    own = tuple(pair for pair in heads if pair[1].day < day)
    return Plan(own, (), _temporaries(journal, "", own), 0, problems)


def erase(
    journal: Journal, plan: Plan, *, code: str = "", keep_drawn: bool = False, advance: Advance = untold
) -> int:
    """Erase what the plan says, one file after the other; how many notes.

    With `keep_drawn` the notes drawn from them stay, without the mention of where
    their text came from. Raises `Refused` as `disk.remove`; done again, it goes on.
    """
    going = plan.own if keep_drawn else (*plan.own, *plan.drawn)
    for path, _ in plan.drawn if keep_drawn else ():
        amend(journal, path, lambda text: without_mention(text, plan.ids))
    paths = (*(path for path, _ in going), *plan.temporaries)
    for rank, path in enumerate(paths, 1):
        advance(rank, len(paths))
        _remove(path)
    if code:
        known = followed.load(journal)
        write_followed(journal, known, [one for one in known.all if fold(one.person) != fold(code)])
    return len(going)


def without_mention(text: str, ids: frozenset[str]) -> str:
    """The note where `tire_de` no longer names these notes; every other byte is kept."""
    head, problems = parse_head(text, "")
    if head is None:
        raise Refused("note-illisible", problems)
    closing = _CLOSING.search(text, 3)
    found = _DRAWN.search(text, 0, closing.end() if closing else len(text))
    if found is None:
        return text
    kept = [item.strip() for item in found[2].split(",") if item.strip().strip("\"'") not in ids and item.strip()]
    if kept:
        return text[: found.start()] + found[1] + ", ".join(kept) + found[3] + text[found.end() :]
    after = found.end() + len(re.match(r"\r\n|\r|\n|", text[found.end() :])[0])  # type: ignore[index]
    return text[: found.start()] + text[after:]


def _drawn(heads: Sequence[tuple[Path, Head]], own: Sequence[tuple[Path, Head]]) -> tuple[tuple[Path, Head], ...]:
    """The notes that took text from `own`, and from those in turn."""
    ids = {head.id for _, head in own}
    seen = {path for path, _ in own}
    found: list[tuple[Path, Head]] = []
    while more := [(path, head) for path, head in heads if path not in seen and ids & set(head.drawn_from)]:
        found += more
        ids |= {head.id for _, head in more}
        seen |= {path for path, _ in more}
    return tuple(found)


def _temporaries(journal: Journal, code: str, own: Sequence[tuple[Path, Head]]) -> tuple[Path, ...]:
    """The files of kills that were to become one of these notes, or that say the code in their head."""
    going = {path for path, _ in own}
    ids = {head.id for _, head in own}
    found = []
    for folder in shelf.folders(journal):
        for path in disk.orphans(folder):
            head = _head(journal, path)
            mine = head is not None and (head.id in ids or (code and fold(head.person) == code))
            if mine or disk.intended(path) in going:
                found.append(path)
    return tuple(found)


def _head(journal: Journal, path: Path) -> Head | None:
    try:
        text, _ = decode(shelf.note_bytes(journal, path), path.name)
    except Unreadable:
        return None
    return parse_head(text, path.name)[0] if text is not None else None


def _remove(path: Path) -> None:
    """Take a file away; one that is gone already (a command begun again) is no refusal."""
    try:
        disk.remove(path)
    except DiskRefused as refusal:
        if path.exists() or path.is_symlink():
            raise
        if refusal.done:
            raise
