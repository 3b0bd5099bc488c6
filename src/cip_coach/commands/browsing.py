"""`review` and `pas` in front of somebody: what is read on the screen, and the changes asked from there."""

import os
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from cip_coach.commands import Result, amending, fronts, ticking
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import is_tree
from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping import journal as folder
from cip_coach.keeping.note import Entry, Note, TaskState
from cip_coach.keeping.shelf import Journal
from cip_coach.paths import identity
from cip_coach.problem import Problem
from cip_coach.reading.appointment import Before, before
from cip_coach.reading.browsed import Listing
from cip_coach.reading.gathering import Gathering
from cip_coach.reading.overtime import Moment, moments
from cip_coach.reading.selection import Selection
from cip_coach.reading.steps import Step, steps_of
from cip_coach.terminal import hangup
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.messages import browsing as said


def browsed(listing: Listing, setting: Setting, about: str) -> Result:
    """Show the notes of `listing` until they are left; `about` says which ones they are."""
    with hangup.install():
        if fronts.in_lines(setting):
            from cip_coach.terminal.plain_browser import PlainBrowser

            PlainBrowser(JournalKeeper(listing.journal, setting), discreet=setting.discreet).notes(listing, about)
            return Result()
        from cip_coach.terminal import pane
        from cip_coach.terminal.browser import Browser

        with pane.opened():
            desk = _desk(setting, listing.journal)
            Browser(desk, listing, JournalKeeper(listing.journal, setting), about).run()
    return Result(exit_code=hangup.LEFT_WITH_DRAFT if desk.gone else 0)


def marked(steps: Sequence[Step], problems: Sequence[Problem], journal: Journal, setting: Setting) -> Result:
    """Show next steps, to say what became of them, until they are left."""
    with hangup.install():
        if fronts.in_lines(setting):
            from cip_coach.terminal.plain_browser import PlainBrowser

            PlainBrowser(JournalKeeper(journal, setting), discreet=setting.discreet).steps(
                steps, problems, grouped=True
            )
            return Result()
        from cip_coach.terminal import pane
        from cip_coach.terminal.stepview import StepView

        with pane.opened():
            desk = _desk(setting, journal)
            StepView(desk, JournalKeeper(journal, setting), steps, said.steps_title(), problems, grouped=True).run()
    return Result(exit_code=hangup.LEFT_WITH_DRAFT if desk.gone else 0)


def criteria(selection: Selection, words: Sequence[str], without: Sequence[str], difficulty: str) -> str:
    """What was asked for on the command line, in short."""
    period = said.period(
        spoken(selection.start) if selection.start else "", spoken(_eve(selection.end)) if selection.end else ""
    )
    asked = (" ".join(words), said.without(" ".join(without)), selection.person, selection.tree, difficulty, period)
    return " · ".join(part for part in asked if part)


@frozen
class JournalKeeper:
    """The changes of `review` and `pas`, on one journal (`keeper.Keeper`)."""

    journal: Journal
    setting: Setting

    def look(self, path: Path, words: str) -> None:
        """Add a later look to a note."""
        amending.look(self.journal, path, self.setting.today, words)

    def editable(self, note: Note) -> Sequence[Entry]:
        """The texts of a note that can be written anew."""
        return amending.editable(note)

    def rewrite(self, path: Path, entry: Entry, words: str) -> None:
        """Put `words` in place of the text of `entry`."""
        amending.rewrite(self.journal, path, entry, words)

    def discard(self, path: Path) -> Path:
        """Move a note to the trash."""
        return folder.discard(self.journal, path)

    def restore(self, path: Path) -> Path:
        """Take a note out of the trash."""
        return folder.restore(self.journal, path)

    def mark(self, step: Step, state: TaskState, word: str) -> Sequence[Step]:
        """Say what became of a step."""
        path = amending.the_file(self.journal, step.ref.partition(".")[0])
        ticking.mark(self.journal, path, step, state, self.setting.today, word)
        return tuple(steps_of(amending.the_note(self.journal, path)))

    def before(self, person: str) -> Before:
        """What to have in mind before seeing someone again."""
        return before(person, self._notes(Selection(person=person)))

    def over_time(self, note: Note, path: str) -> tuple[Sequence[Moment], str]:
        """Each answer to a question: to that person's, or to mine where it is not about her."""
        person = "" if path in note.head.without_person else note.head.person
        question = identity(path)
        return moments(self._notes(Selection(person=person, question=question)), question, person), person

    def _notes(self, selection: Selection) -> list[Note]:
        return [one.note for one in Gathering(self.journal, selection, self.setting.today, is_tree)]


def _desk(setting: Setting, journal: Journal) -> Desk:
    return Desk(
        setting.today,
        time.monotonic,
        os.environ,
        fronts.private_copies(journal, ".md"),
        flush=False,
        discreet=setting.discreet,
    )


def _eve(end: date) -> date:
    return end - timedelta(1)
