"""One pass over the heads of a journal: each closed note once, and everything that is wrong beside them.

Reads heads alone, whatever the period: what a question could have recorded is told by
all the notes that asked it. Of the other days, a glimpse of them is enough. Reads only.
"""

from collections.abc import Iterator
from datetime import date

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping import shelf
from cip_coach.keeping.note import Glimpse, Head, Status
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem

Found = tuple[str, Head | Glimpse]
"""A file, and what was read of its head."""


@frozen
class Kept:
    """A closed note by its head, and its file as `shelf.relative` calls it."""

    file: str
    head: Head


@frozen
class Census:
    """The closed notes, newest first, each id once; drafts that wait are only counted.

    `others` are notes of days that were not wanted, in no order.
    """

    notes: tuple[Kept, ...] = ()
    drafts: int = 0
    problems: tuple[Problem, ...] = ()
    others: tuple[Glimpse, ...] = ()

    def heads(self) -> Iterator[Head | Glimpse]:
        """What was read of every note."""
        yield from (kept.head for kept in self.notes)
        yield from self.others


def census(journal: Journal, today: date, start: date = date.min, end: date = date.max) -> Census:
    """Every closed note of the journal, those that a kill left among the drafts too.

    Those of the days from `start` up to `end` are all in `notes`. Of two files with one
    id, the one whose name is ours counts, else the first by name: the other becomes a
    problem, and no order of reading changes the figures.
    """
    taken: dict[str, Found] = {}
    copies: dict[str, list[Found]] = {}
    problems: list[Problem] = []
    drafts = 0
    for file, head, faults in shelf.heads(journal, start, end):
        if faults:
            problems += faults
        if head is None:
            continue
        if isinstance(head, Head) and head.status is Status.DRAFT:
            drafts += 1
            problems.append(_waiting(file, head))
            continue
        found = file, head
        if (first := taken.setdefault(head.id, found)) is not found:
            copies.setdefault(head.id, [first]).append(found)
    for note_id, same in copies.items():
        first, *others = sorted(same, key=lambda found: (not _is_ours(*found), found[0]))
        taken[note_id] = first
        problems += (Problem(file, 0, 0, "copie-conflit", {"autre": first[0]}) for file, _ in others)
    future = (file for file, head in taken.values() if head.day > today)
    problems += (Problem(file, 0, 0, "note-date-future", {}, warning=True) for file in future)
    notes = [Kept(file, head) for file, head in taken.values() if isinstance(head, Head)]
    notes.sort(key=lambda kept: (kept.head.day, kept.head.begun), reverse=True)
    glimpses = tuple(head for _, head in taken.values() if isinstance(head, Glimpse))
    problems.sort(key=lambda problem: (problem.file, problem.line))
    return Census(tuple(notes), drafts, tuple(problems), glimpses)


def _is_ours(file: str, head: Head | Glimpse) -> bool:
    """Whether the name is the one given to this note."""
    return shelf.is_named_by_us(file) and shelf.day_of(file) == head.day and f"_{head.id}." in file


def _waiting(file: str, head: Head) -> Problem:
    details = {"arbre": head.tree, "jour": spoken(head.day)}
    return Problem(file, 0, 0, "brouillon-en-attente", details, warning=True)
