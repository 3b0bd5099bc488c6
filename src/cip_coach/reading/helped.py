"""Next steps of a period, and what helped: what was done, and seen later, in the notes that named a difficulty.

« What helped » claims no cause: it shows the steps ticked as done and the later looks of the same notes.
"""

from collections.abc import Sequence

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Head, Look, TaskState
from cip_coach.reading.bodies import Open
from cip_coach.reading.census import Kept
from cip_coach.reading.steps import Step, open_ones, settled, steps_of


@frozen
class Steps:
    """The next steps noted in a period: those still open, those done, those left."""

    open: tuple[Step, ...] = ()
    done: tuple[Step, ...] = ()
    left: tuple[Step, ...] = ()


@frozen
class Helped:
    """What belongs to one difficulty: steps done, and later looks with the id of their note. Latest first."""

    difficulty: str
    done: tuple[Step, ...]
    looks: tuple[tuple[str, Look], ...]


@frozen
class Followed:
    """What followed from a note: its next steps, the difficulties it recorded, its later looks."""

    note_id: str
    steps: tuple[Step, ...]
    difficulties: frozenset[str]
    looks: tuple[Look, ...]


def followed(notes: Sequence[Kept], open_note: Open) -> tuple[Followed, ...]:
    """What followed from each of these notes that feeds steps or recorded a difficulty."""
    found = []
    for kept in notes:
        recorded = frozenset(one for ids in kept.head.difficulties.values() for one in ids)
        if (recorded or _feeds_steps(kept.head)) and (note := open_note(kept)):
            found.append(Followed(kept.head.id, tuple(steps_of(note)), recorded, note.looks))
    return tuple(found)


def steps(notes: Sequence[Followed]) -> Steps:
    """All the steps of these notes."""
    found = [step for note in notes for step in note.steps]
    return Steps(
        tuple(open_ones(found)), tuple(settled(found, TaskState.DONE)), tuple(settled(found, TaskState.LEFT))
    )


def helped(difficulties: Sequence[str], notes: Sequence[Followed]) -> tuple[Helped, ...]:
    """What the notes that recorded each of `difficulties` hold; those with nothing are left out."""
    done: dict[str, list[Step]] = {one: [] for one in difficulties}
    looks: dict[str, list[tuple[str, Look]]] = {one: [] for one in difficulties}
    for note in notes:
        for one in note.difficulties & done.keys():
            done[one] += [step for step in note.steps if step.task.state is TaskState.DONE]
            looks[one] += [(note.note_id, look) for look in note.looks]
    return tuple(
        Helped(
            one,
            tuple(settled(done[one], TaskState.DONE)),
            tuple(sorted(looks[one], key=lambda pair: pair[1].day, reverse=True)),
        )
        for one in difficulties
        if done[one] or looks[one]
    )


def _feeds_steps(head: Head) -> bool:
    return any(head.feeds.get("pas", {}).values())
