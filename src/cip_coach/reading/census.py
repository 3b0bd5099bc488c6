"""One pass over the heads of a journal: each closed note once, and everything that is wrong beside them.

Reads heads alone, whatever the period: what a question could have recorded is told
by all the notes that asked it. Reads only.
"""

from datetime import date

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping import shelf
from cip_coach.keeping.note import Head, Status
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem


@frozen
class Kept:
    """A closed note by its head, and its file as `shelf.relative` calls it."""

    file: str
    head: Head


@frozen
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
    copies: dict[str, list[Kept]] = {}
    problems: list[Problem] = []
    drafts = 0
    for file, head, faults in shelf.heads(journal):
        problems += faults
        if head is None:
            continue
        kept = Kept(file, head)
        if head.status is Status.DRAFT:
            drafts += 1
            problems.append(_waiting(kept))
        else:
            first = taken.setdefault(head.id, kept)
            if first is not kept:
                copies.setdefault(head.id, [first]).append(kept)
    for same in copies.values():
        first, *others = sorted(same, key=lambda kept: (not _is_ours(kept), kept.file))
        taken[first.head.id] = first
        problems += (Problem(other.file, 0, 0, "copie-conflit", {"autre": first.file}) for other in others)
    future = (kept for kept in taken.values() if kept.head.day > today)
    problems += (Problem(kept.file, 0, 0, "note-date-future", {}, warning=True) for kept in future)
    notes = sorted(taken.values(), key=lambda kept: (kept.head.day, kept.head.begun), reverse=True)
    return Census(tuple(notes), drafts, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))))


def _is_ours(kept: Kept) -> bool:
    head = kept.head
    name = kept.file.rpartition("/")[2].removesuffix(shelf.SEALED)
    return name == shelf.note_name(head.day, head.begun, head.tree, head.id)


def _waiting(kept: Kept) -> Problem:
    details = {"arbre": kept.head.tree, "jour": spoken(kept.head.day)}
    return Problem(kept.file, 0, 0, "brouillon-en-attente", details, warning=True)
