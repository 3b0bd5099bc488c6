"""One pass over the heads of a journal: each closed note once, and everything that is wrong beside them.

Reads heads alone, whatever the period: what a question could have recorded is told
by all the notes that asked it. Reads only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cip_coach.keeping import shelf
from cip_coach.keeping.note import Head, Status
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem


@dataclass(frozen=True, slots=True)
class Kept:
    """A closed note by its head, and where it is."""

    path: Path
    file: str
    head: Head


@dataclass(frozen=True, slots=True)
class Census:
    """The closed notes, newest first, each id once; drafts that wait are only counted."""

    notes: tuple[Kept, ...] = ()
    drafts: int = 0
    problems: tuple[Problem, ...] = ()


def census(journal: Journal, today: date) -> Census:
    """Every closed note of the journal, those that a kill left among the drafts too.

    Of two files with one id, the one whose name is ours counts, else the first by
    name: the other becomes a problem, and no order of reading changes the figures.
    """
    taken: dict[str, Kept] = {}
    problems: list[Problem] = []
    drafts = 0
    for found in sorted(_heads(journal, problems), key=lambda kept: (not _is_ours(kept), kept.file)):
        if found.head.status is Status.DRAFT:
            drafts += 1
            problems.append(_waiting(found))
        elif (twin := taken.setdefault(found.head.id, found)) is not found:
            problems.append(Problem(found.file, 0, 0, "copie-conflit", {"autre": twin.file}))
        elif found.head.day > today:
            problems.append(Problem(found.file, 0, 0, "note-date-future", {}, warning=True))
    notes = sorted(taken.values(), key=lambda kept: (kept.head.day, kept.head.begun.timestamp()), reverse=True)
    return Census(tuple(notes), drafts, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))))


def _heads(journal: Journal, problems: list[Problem]) -> Iterator[Kept]:
    for path in (*shelf.notes(journal), *shelf.drafts(journal)):
        head, faults = shelf.load_head(journal, path)
        problems += faults
        if head is not None:
            yield Kept(path, shelf.relative(journal, path), head)


def _is_ours(kept: Kept) -> bool:
    head = kept.head
    return kept.path.name == shelf.note_name(head.day, head.begun, head.tree, head.id)


def _waiting(kept: Kept) -> Problem:
    details = {"arbre": kept.head.tree, "jour": kept.head.day.isoformat()}
    return Problem(kept.file, 0, 0, "brouillon-en-attente", details, warning=True)
