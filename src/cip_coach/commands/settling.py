"""What a closed note says of older steps, carried to the notes that hold them (`coche`); resumable.

The note stays closed among the drafts until every step is ticked: killed in
between, the next command goes on. A step already done or left is not touched.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from cip_coach.asking.library import Library
from cip_coach.asking.tree import Tree
from cip_coach.keeping import disk, shelf
from cip_coach.keeping import journal as folder
from cip_coach.keeping.note import Note, Status
from cip_coach.keeping.refusals import Changed, DiskRefused
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused, Refused

if TYPE_CHECKING:  # few sessions tick a step: what does is loaded when one does
    from cip_coach.reading.ticks import Rules, Tick

STALE = 60.0
"""Seconds after which a temporary file belongs to no living session."""


def rules_of(tree: Tree) -> "Rules":
    """The `coche` of the questions of a tree, by identity."""
    return {name: question.ticks for name, question in tree.identities().items() if question.ticks}


def finish(journal: Journal, library: Library) -> None:
    """Finish the sessions that were closed but not put away: tick their steps, then move them to their year.

    What the disk refuses waits for another command.
    """
    with suppress(DiskRefused):
        folder.settle(journal, lambda note: carried(journal, _ticks(note, library)))


def tidy(journal: Journal, library: Library, now: float) -> None:
    """Finish what a kill interrupted: closed notes not yet in their year, temporary files older than their note."""
    if not journal.locked:
        finish(journal, library)
    for leftover in folder.leftovers(journal, before=now - STALE):
        if leftover.note is not None and not leftover.newer:
            disk.remove(leftover.path)


def waiting(journal: Journal, library: Library) -> "tuple[Tick, ...]":
    """The ticks not carried yet: for readers, who take them as the state of the steps."""
    notes = (shelf.load(journal, path).note for path in shelf.drafts(journal))
    closed = [note for note in notes if note is not None and note.head.status is Status.CLOSED]
    return tuple(tick for note in closed for tick in _ticks(note, library))


def carried(journal: Journal, ticks: "tuple[Tick, ...]") -> bool:
    """Whether all of `ticks` are in the notes they are about, or can never be."""
    return all([_carried(journal, tick) for tick in ticks])


def _carried(journal: Journal, tick: "Tick") -> bool:
    """Whether this one is settled; a note that is gone, damaged or in two versions is left as it is."""
    from cip_coach.keeping import parse
    from cip_coach.reading.gathering import find
    from cip_coach.reading.ticks import ticked

    found = find(journal, tick.note_id)
    if len(found) != 1:
        return True
    path = found[0]

    def edit(text: str) -> str:
        note, problems = parse.parse(text, shelf.relative(journal, path))
        if note is None:
            raise Refused("note-illisible", problems)
        return ticked(text, note, tick)

    try:
        folder.amend(journal, path, edit)
    except folder.Unconfirmed:
        return True
    except (DiskRefused, Changed):
        return False
    except Refused:
        return True
    return True


def _ticks(note: Note, library: Library) -> "tuple[Tick, ...]":
    from cip_coach.reading.ticks import ticks_of

    try:
        return ticks_of(note, rules_of(library.tree(note.head.tree)))
    except Misused:
        return ticks_of(note, {})
