"""Notes and next steps line by line: a numbered list, a number to read, letters to do. For screen readers.

The same values as on the full screen; nothing is ever redrawn, and no escape byte is written.
"""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cip_coach import text
from cip_coach.frenchdate import spoken
from cip_coach.keeping.note import Entry, Note, TaskState
from cip_coach.problem import CoachError, Problem
from cip_coach.reading import answers
from cip_coach.reading.browsed import Listing, Row
from cip_coach.reading.steps import Step, open_ones, settled, steps_of
from cip_coach.terminal import beforehand, typed
from cip_coach.terminal import notes as views
from cip_coach.terminal.fragments import Line, printed, wrapped
from cip_coach.terminal.keeper import Keeper
from cip_coach.terminal.messages import browsing as said
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import plain_browsing as asked
from cip_coach.terminal.messages import review as review_said
from cip_coach.terminal.messages import steps as step_words
from cip_coach.terminal.stepview import OUTCOMES, WORDS

AT_ONCE = 20
RECALLED = 120
LATEST = 5
WIDEST = 100
T = TypeVar("T")


class PlainBrowser:
    """Reads lines until an empty one, or the end of the input, leaves the list."""

    def __init__(self, keeper: Keeper, *, discreet: bool = False) -> None:
        self.keeper, self.discreet = keeper, discreet
        self._keys: tuple[str, ...] = (asked.how_to_note(),)

    def notes(self, listing: Listing, criteria: str) -> None:
        """The list of notes, some at a time."""
        trashed: list[tuple[Path, str]] = []
        self._say(views.DOT.join(filter(None, (said.notes_title(), criteria))))
        shown = self._some(listing, 0)
        self._say("", *asked.how_to_go_through())
        while wanted := _wanted(asked.ask_in_list(), asked.IN_LIST):
            if wanted == asked.EXPLAIN:
                self._say(*asked.how_to_go_through())
            elif wanted.isdecimal():
                self._open(listing, int(wanted) - 1, shown, trashed)
            elif wanted == asked.NEXT:
                shown = self._some(listing, shown)
            elif wanted == asked.UNDO and trashed:
                self._restore(listing, *trashed.pop())
            else:
                listing.narrow("" if wanted == asked.ALL else wanted)
                shown = self._some(listing, 0)

    def steps(self, steps: Sequence[Step], problems: Sequence[Problem] = (), *, grouped: bool) -> None:
        """Next steps, numbered; what became of one is asked when its number is typed."""
        while True:
            ordered = list(steps)
            if grouped:
                done, left = settled(steps, TaskState.DONE), settled(steps, TaskState.LEFT)
                ordered = [*open_ones(steps), *done[:LATEST], *left[:LATEST]]
            self._say("", *([said.steps_title()] if grouped else []))
            view = views.View(10_000, self.discreet and grouped)
            for rank, step in enumerate(ordered, 1):
                state = step_words.STATES[step.task.state.value]
                about = views.DOT.join(filter(None, (spoken(step.day), step.person))) if grouped else ""
                self._say(asked.step(rank, state, views.step_in_words(step, view), about))
            self._aside(problems)
            problems = ()
            number = typed.word(asked.ask_in_steps())
            if not number:
                return
            if not (number.isdecimal() and 0 < int(number) <= len(ordered)):
                self._say(asked.no_such_number())
                continue
            others = self._mark(ordered[int(number) - 1])
            changed = {one.ref: one for one in others}
            steps = [changed.get(one.ref, one) for one in steps]

    # The list

    def _some(self, listing: Listing, start: int) -> int:
        """Print some rows more; how many were printed in all."""
        place = start
        listing.ensure(start + AT_ONCE)
        while place < start + AT_ONCE and (row := listing.row(place)) is not None:
            place += 1
            self._say(asked.row(place, self._row(row)))
        if listing.row(place) is not None:
            return place
        if place == start:
            self._say(asked.that_is_all() if place else asked.nothing())
        listing.ensure(len(listing.paths) + 1)
        self._aside(listing.problems)
        return place

    def _row(self, row: Row) -> str:
        points = review_said.several_points(row.open_steps, row.to_check, row.looks)
        recalled = row.hit.passage.text if row.hit else row.recalled
        own = "" if self.discreet else text.shorten(recalled, RECALLED)
        about = views.DOT.join(filter(None, (spoken(row.day), row.person, row.title)))
        return ". ".join(filter(None, (about, points, own)))

    def _open(self, listing: Listing, place: int, shown: int, trashed: list[tuple[Path, str]]) -> None:
        row = listing.row(place) if 0 <= place < shown else None
        if row is None:
            self._say(asked.no_such_number())
            return
        while (found := listing.open(row.path)) is not None:
            note = found.note
            view = views.View(self._columns())
            self._print(views.whole(note, view, found.hits))
            gone = self._about(found.path, note)
            if gone is not None and gone.parts:
                trashed.append((gone, spoken(note.head.day)))
                listing.reread()
            if gone is not None:
                return
        self._say(said.gone())

    def _restore(self, listing: Listing, path: Path, day: str) -> None:
        if self._did(lambda: self.keeper.restore(path)) is not None:
            self._say(said.restored(day))
            listing.reread()

    # A note

    def _about(self, path: Path, note: Note) -> Path | None:
        """What to do with a note. None: show it again; an empty path: back; else where it is in the trash."""
        entries, steps = self.keeper.editable(note), tuple(steps_of(note))
        self._say("", *self._keys)
        self._keys = ()
        while key := _wanted(asked.ask_in_note(), asked.IN_NOTE).lower():
            if key == asked.LOOK and self._look(path):
                return None
            if key == asked.EDIT and entries and self._edit(path, entries):
                return None
            if key == asked.STEPS and steps:
                self.steps(steps, grouped=False)
                return None
            if key == asked.BEFORE and note.head.person:
                self._before(note.head.person)
            elif key == asked.TIME:
                self._time(note)
            elif key == asked.DISCARD and typed.word(asked.sure()).lower() in asked.YES:
                gone = self._did(lambda: self.keeper.discard(path))
                if gone is not None:
                    self._say(asked.discarded(spoken(note.head.day)))
                    return gone
            elif key not in (asked.LOOK, asked.EDIT, asked.DISCARD):
                self._say(asked.how_to_note() if key == asked.HELP else asked.no_such_key())
        return Path()

    def _look(self, path: Path) -> bool:
        words = typed.paragraph(review_said.ask_look())
        added = bool(words) and self._changed(lambda: self.keeper.look(path, words))
        self._say(said.look_added() if added else said.look_left())
        return added

    def _before(self, person: str) -> None:
        before = self._did(lambda: self.keeper.before(person))
        if before is not None:
            self._print(beforehand.before_appointment(before, views.View(self._columns())))

    def _edit(self, path: Path, entries: Sequence[Entry]) -> bool:
        entry = self._chosen(entries, review_said.which_text())
        if entry is None:
            return False
        words = typed.paragraph(asked.new_text())
        if words and self._changed(lambda: self.keeper.rewrite(path, entry, words)):
            self._say(asked.rewritten())
            return True
        self._say(review_said.given_up())
        return False

    def _time(self, note: Note) -> None:
        entry = self._chosen(note.entries, asked.which_question())
        told = self._did(lambda: self.keeper.over_time(note, entry.path)) if entry is not None else None
        if told is not None:
            self._print(views.through_time(told[0], told[1], views.View(self._columns())))

    def _chosen(self, entries: Sequence[Entry], question: str) -> Entry | None:
        if len(entries) == 1:
            return entries[0]
        rank = typed.one_of([f"{entry.question} {answers.in_short(entry)}" for entry in entries], question)
        return None if rank is None else entries[rank]

    def _mark(self, step: Step) -> Sequence[Step]:
        states = [state for state in OUTCOMES if state is not step.task.state]
        self._say(step.task.text)
        rank = typed.one_of([OUTCOMES[state][0]() for state in states], asked.which_outcome())
        if rank is None:
            return ()
        state = states[rank]
        word = typed.word(asked.word(WORDS[state]())) if state in WORDS else ""
        others = self._did(lambda: self.keeper.mark(step, state, word))
        if others is None:
            return ()
        self._say(said.marked(state.value))
        return others

    # Lines

    def _changed(self, change: Callable[[], None]) -> bool:
        def done() -> bool:
            change()
            return True

        return self._did(done) is not None

    def _did(self, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except CoachError as error:
            self._say(phrase(error.code, error.details))
            return None

    def _aside(self, problems: Sequence[Problem]) -> None:
        if problems:
            self._say("", said.aside_title())
        for problem in problems:
            self._say(f"{problem.file}{text.NBSP}: {phrase(problem.code, problem.details)}")

    def _say(self, *sentences: str) -> None:
        for sentence in sentences:
            self._print(wrapped(sentence, self._columns()))

    def _print(self, lines: Iterable[Line]) -> None:
        for one in lines:
            sys.stdout.write(printed(one, styled=False) + "\n")
        sys.stdout.flush()

    def _columns(self) -> int:
        return min(max(shutil.get_terminal_size().columns, 20), WIDEST)


def _wanted(question: str, commands: Mapping[str, str]) -> str:
    """What is typed; a command written in full gives its letter or its sign."""
    wanted = typed.word(question)
    return commands.get(text.fold(wanted), wanted)
