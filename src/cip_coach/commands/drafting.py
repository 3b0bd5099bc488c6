"""Keeping a session in its draft while it goes on: what the walkthrough's ports are connected to."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cip_coach.asking.interview import Interview
from cip_coach.asking.moves import Move, Pause, Recap, RecapMove, Trouble, View
from cip_coach.commands.parting import undisturbed
from cip_coach.frozen import changing, field
from cip_coach.keeping import disk, shelf
from cip_coach.keeping import journal as folder
from cip_coach.keeping.journal import Saved, Unconfirmed
from cip_coach.keeping.note import Note
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import CoachError
from cip_coach.snapshot import Origin, closed_note, draft_of
from cip_coach.walkthrough import FrontEnd


class Stopwatch:
    """Active time in seconds, by a monotonic clock; `before` is what earlier sittings took."""

    def __init__(self, monotonic: Callable[[], float], before: int = 0) -> None:
        self.monotonic, self.before = monotonic, before
        self.started, self.paused = monotonic(), 0.0

    def seconds(self) -> int:
        """The active time so far, pauses out."""
        return self.before + round(self.monotonic() - self.started - self.paused)


@changing
class Timed:
    """A front-end whose pauses do not count as active time."""

    front: FrontEnd
    stopwatch: Stopwatch

    def ask(self, view: View) -> Move:
        """Put one question."""
        return self.front.ask(view)

    def recap(self, recap: Recap) -> RecapMove:
        """Show all answers."""
        return self.front.recap(recap)

    def pause(self, recap: Recap) -> Pause:
        """Offer the pause menu, and take its time out."""
        began = self.stopwatch.monotonic()
        try:
            return self.front.pause(recap)
        finally:
            self.stopwatch.paused += self.stopwatch.monotonic() - began

    def trouble(self, error: CoachError) -> Trouble:
        """Say that the note could not be written."""
        return self.front.trouble(error)


@changing
class Drafting:
    """The draft of one session: `seen` is what we last read or wrote, None until the first answer.

    `siblings` are the files that another program had changed under us, left as
    they are; `refusal` is why the last save failed; `rescued` is the copy written
    elsewhere meanwhile; `closed` is where the note lies once it is closed.
    """

    journal: Journal
    origin: Origin
    stopwatch: Stopwatch
    seen: Saved | None = None
    last: Note | None = None
    siblings: list[Path] = field(default_factory=list)
    refusal: CoachError | None = None
    rescued: Saved | None = None
    closed: Path | None = None

    def keep(self, interview: Interview) -> None:
        """Make the draft hold `interview`, durably. Raises `Refused` (a full disk…): what was there is intact."""
        if self.seen is None and not interview.answers and not interview.reserve:
            return
        note = draft_of(interview, self.origin, self.stopwatch.seconds())
        if self.seen is not None and self.last is not None and _same(note, self.last):
            return
        self._put(lambda: folder.save_draft(self.journal, note, self.seen))
        self.last = note

    def close(self, interview: Interview, now: datetime) -> Path:
        """Close the note for good; the path where it lies. Raises as `keep`."""
        note = closed_note(interview, self.origin, self.stopwatch.seconds(), now)
        from cip_coach.commands.settling import carried, rules_of
        from cip_coach.reading.ticks import ticks_of

        ticks = ticks_of(note, rules_of(interview.tree))
        meanwhile = (lambda: carried(self.journal, ticks)) if ticks else None

        def write() -> Saved:
            saved = folder.close(self.journal, note, self.seen, meanwhile)
            self.closed = saved.path
            return saved

        return self._put(write).path

    def rescue(self, interview: Interview, where: Path) -> Path:
        """Write the draft into the folder `where`, which the user named, beside nothing of ours."""
        from cip_coach.keeping.render import render

        note = draft_of(interview, self.origin, self.stopwatch.seconds())
        head = note.head
        name = shelf.note_name(head.day, head.begun, head.tree, head.id)
        path, data = where / name.replace(".md", "_sauvetage.md"), render(note).encode()
        if self.journal.sealing and self.journal.seal is not None:
            path, data = path.with_name(path.name + shelf.SEALED), self.journal.seal.closed(data)
        again = self.rescued.digest if self.rescued and self.rescued.path == path else None
        self.rescued = Saved(path, disk.save(path, data, seen=again))
        return path

    def discard(self) -> None:
        """Throw the draft away: it goes to the trash of the journal."""
        if self.seen is not None:
            folder.discard(self.journal, self.seen.path)

    def _put(self, write: Callable[[], Saved]) -> Saved:
        try:
            with undisturbed():
                saved = write()
                self.seen = saved
                if saved.instead_of is not None:
                    self.siblings.append(saved.instead_of)
                return saved
        except Unconfirmed as error:
            self.seen, self.refusal = error.saved, error
            raise
        except CoachError as error:
            self.refusal = error
            raise


def _same(note: Note, other: Note) -> bool:
    """Whether two drafts say the same, the time spent aside."""
    return (note.head.answers, note.entries, note.reserve, note.half_typed, note.head.skipped, note.head.current) == (
        other.head.answers,
        other.entries,
        other.reserve,
        other.half_typed,
        other.head.skipped,
        other.head.current,
    )
