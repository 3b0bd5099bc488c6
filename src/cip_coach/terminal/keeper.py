"""What somebody who reads on the screen can ask of the journal. The commands carry it out; nobody here knows how."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from cip_coach.keeping.note import Entry, Note, TaskState
from cip_coach.reading.appointment import Before
from cip_coach.reading.overtime import Moment
from cip_coach.reading.steps import Step


class Keeper(Protocol):
    """Changes touch one place of one note, every other byte stays; each raises `CoachError` for what it cannot do."""

    def look(self, path: Path, words: str) -> None:
        """Add a later look to a note."""

    def editable(self, note: Note) -> Sequence[Entry]:
        """The texts of a note that can be written anew."""

    def rewrite(self, path: Path, entry: Entry, words: str) -> None:
        """Put `words` in place of the text of `entry`."""

    def discard(self, path: Path) -> Path:
        """Move a note to the trash; where it is there."""

    def restore(self, path: Path) -> Path:
        """Take a note out of the trash; where it is now."""

    def mark(self, step: Step, state: TaskState, word: str) -> Sequence[Step]:
        """Say what became of a step; the steps of its note as they are now."""

    def before(self, person: str) -> Before:
        """What to have in mind before seeing someone again."""

    def over_time(self, note: Note, path: str) -> tuple[Sequence[Moment], str]:
        """Each answer to the question at `path`, and the code of the person it is about ("" for none)."""
