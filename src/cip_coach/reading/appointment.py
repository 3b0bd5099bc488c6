"""What to have in mind before seeing someone again, from her notes. Pure values."""

from collections.abc import Sequence

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Note
from cip_coach.reading import answers
from cip_coach.reading.answers import Fed
from cip_coach.reading.steps import Step, open_ones, steps_of
from cip_coach.text import fold

IN_SHORT, LOOKED_INTO = 3, 10
TO_CHECK, LEAD = "a_verifier", "piste"


@frozen
class Before:
    """The last notes, newest first; what to check with her; what is still to do; what I wanted to try."""

    person: str
    notes: tuple[Note, ...]
    to_check: tuple[Fed, ...]
    steps: tuple[Step, ...]
    tries: tuple[Fed, ...]


def before(person: str, notes: Sequence[Note]) -> Before:
    """The summary of `notes`, which are hers, newest first.

    What to check and what to try come from the ten last notes, each said once; a
    point that a later note says is settled is left out. Steps come from all.
    """
    recent = notes[:LOOKED_INTO]
    return Before(
        person,
        tuple(notes[:IN_SHORT]),
        _to_check(recent),
        tuple(open_ones(step for note in notes for step in steps_of(note))),
        tuple(_once(_tries(recent))),
    )


def _to_check(notes: Sequence[Note]) -> tuple[Fed, ...]:
    settled: set[str] = set()
    points: list[Fed] = []
    for note in notes:
        points += [point for point in answers.fed(note, TO_CHECK) if fold(point.text) not in settled]
        settled |= answers.unfed(note, TO_CHECK)
    return tuple(_once(points))


def _tries(notes: Sequence[Note]) -> list[Fed]:
    """The directions I found (answers to a `piste`)."""
    return [
        Fed(note.head.id, entry.path, answers.in_short(entry))
        for note in notes
        for entry in note.entries
        if entry.kind == LEAD
    ]


def _once(points: Sequence[Fed]) -> list[Fed]:
    """The points without those said again, the first of each kept."""
    kept: dict[str, Fed] = {}
    for point in points:
        kept.setdefault(fold(point.text), point)
    return list(kept.values())
