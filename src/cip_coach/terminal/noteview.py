"""One note on the screen: read through, question by question, and what can be done with it from there."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Entry, Note
from cip_coach.problem import CoachError
from cip_coach.reading import answers
from cip_coach.reading.gathering import Found
from cip_coach.reading.steps import steps_of
from cip_coach.terminal import beforehand, editor, looking
from cip_coach.terminal import notes as views
from cip_coach.terminal import pane as panes
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.fragments import EMPTY, Line
from cip_coach.terminal.keeper import Keeper
from cip_coach.terminal.messages import browsing as said
from cip_coach.terminal.messages import browsing_keys as keys_said
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as review_said
from cip_coach.terminal.pane import HELP, Pane
from cip_coach.terminal.prompt import BACK, GONE, Act, Nav
from cip_coach.terminal.scroll import Scroll
from cip_coach.terminal.stepview import StepView

T = TypeVar("T")
Reopen = Callable[[], Found | None]
_KINDS = ("look", "edit", "steps", "before", "time", "discard", "ask", "no")
LOOK, EDIT, STEPS, BEFORE, TIME, DISCARD, ASK, NO = map(Nav, _KINDS)


@frozen
class Discarded:
    """The note went to the trash: where it is there, and its day as it is said."""

    path: Path
    day: str


@frozen
class Turn:
    """To the next note of the list (1), or the one before (-1)."""

    way: int


class NoteView:
    """Somebody before a note. `reopen` reads it again, with what was looked for in it; None when it is gone."""

    def __init__(self, desk: Desk, keeper: Keeper, reopen: Reopen) -> None:
        self.desk, self.keeper, self.reopen = desk, keeper, reopen
        self.found = reopen()
        self.hint = ""
        self.asking = False
        self.drawn: tuple[int, tuple[views.Part, ...]] = (0, ())
        self.scroll = Scroll(lambda: len(self._parts()), self._block)

    def run(self) -> object:
        """Show the note until it is left: a `Nav`, `Turn`, `Discarded`, or None when it is gone."""
        if self.found is not None and self.found.hits:
            self._next_hit()
        while self.found is not None:
            result = panes.show(self.desk, self._pane(self.found.note))
            self.hint, self.asking = "", False
            if result in (ASK, NO):
                self.asking = result == ASK
                continue
            if result == HELP:
                left: object = looking.help_page(self.desk, self._title(self.found.note), keys_said.keys_of_note())
            elif isinstance(result, Nav) and result.kind in _DOES:
                left = _DOES[result.kind](self, self.found)
            else:
                return result
            if isinstance(left, Discarded) or (isinstance(left, Nav) and left.kind != BACK):
                return left
        return None

    # What is shown

    def _pane(self, note: Note) -> Pane:
        keys: dict[str, Act] = {**panes.moving(self.scroll), **panes.backwards()}
        keys |= dict.fromkeys(("f1", "?"), lambda: HELP)
        keys |= {
            "r": lambda: LOOK,
            "m": lambda: EDIT,
            "p": lambda: STEPS if any(steps_of(note)) else self._say(said.no_steps()),
            "a": lambda: BEFORE if note.head.person else self._say(said.no_person()),
            "t": lambda: TIME if self._path() else self._say(said.no_question()),
            "j": lambda: ASK,
            "n": self._next_hit,
            "s": lambda: Turn(1),
            "S": lambda: Turn(-1),
            "enter": self.scroll.down,
            " ": lambda: self.scroll.page(1),
        }
        keys |= {key.upper(): keys[key] for key in "rmpatjn"}
        if self.asking:
            keys = {**dict.fromkeys(keys, _bound(NO)), **dict.fromkeys(("o", "O"), _bound(DISCARD))}
            return Pane(self.scroll, self._head, self._foot, keys, typed=lambda _character: NO)
        return Pane(self.scroll, self._head, self._foot, keys, before=lambda: self._say(""))

    def _head(self, columns: int) -> list[Line]:
        found = self.found
        if found is None:
            return []
        lines = [len(self._block(index) or ()) for index in range(len(self._parts()))]
        first = sum(lines[: self.scroll.top]) + self.scroll.hidden + 1
        place = panes.lines_shown(first, self.scroll.rows, sum(lines), columns)
        return [panes.heading(self._title(found.note), place, columns)]

    def _foot(self, columns: int) -> list[Line]:
        if self.asking or self.found is None:
            return panes.footing(said.ask_discard(), (keys_said.key_yes(), keys_said.key_no()), columns)
        note = self.found.note
        keys = [keys_said.key_list(), keys_said.key_look()]
        keys += [keys_said.key_edit()] if self.keeper.editable(note) else []
        keys += [keys_said.key_steps()] if any(steps_of(note)) else []
        keys += [keys_said.key_discard(), keys_said.key_help(), keys_said.key_time()]
        keys += [keys_said.key_before()] if note.head.person else []
        return panes.footing(self.hint, keys, columns)

    def _title(self, note: Note) -> str:
        return views.DOT.join(filter(None, (spoken(note.head.day), note.head.person)))

    def _parts(self) -> tuple[views.Part, ...]:
        columns = panes.columns()
        if self.found is not None and self.drawn[0] != columns:
            view = views.View(panes.width(columns), references=False)
            self.drawn = columns, tuple(views.parts(self.found.note, view, self.found.hits))
        return self.drawn[1]

    def _block(self, index: int) -> Sequence[Line] | None:
        parts = self._parts()
        if not 0 <= index < len(parts):
            return None
        return (EMPTY, *parts[index].lines) if index else parts[index].lines

    def _path(self) -> str:
        parts = self._parts()
        return parts[self.scroll.pointed].path if self.scroll.pointed < len(parts) else ""

    # What keys do

    def _say(self, hint: str) -> None:
        self.hint = hint

    def _next_hit(self) -> None:
        parts = self._parts()
        found = [index for index, part in enumerate(parts) if part.found]
        if found:
            self.scroll.point(next((index for index in found if index > self.scroll.pointed), found[0]))
        else:
            self.hint = said.no_hit()

    def _look(self, found: Found) -> object:
        written = looking.ask_look(self.desk, self._title(found.note))
        if written.words and self._done(lambda: self.keeper.look(found.path, written.words)):
            self.hint = said.look_added()
            self.scroll.last()
        elif not written.words:
            self.hint = said.look_left()
        return written.left

    def _edit(self, found: Found) -> object:
        entry = self._entry(found.note)
        if entry is None:
            return None
        before = "\n".join(answers.lines(entry))
        edited = editor.edit(before, self.desk.private_file, self.desk.environment)
        self.desk.gone = self.desk.gone or edited.hangup
        if edited.sentence:
            self.hint = edited.sentence
        elif edited.text.strip("\n") == before:
            self.hint = review_said.text_unchanged()
        elif self._done(lambda: self.keeper.rewrite(found.path, entry, edited.text)):
            self.hint = review_said.text_changed(spoken(found.note.head.day))
        return Nav(GONE) if edited.hangup else None

    def _entry(self, note: Note) -> Entry | None:
        """The text to write anew: the one pointed at, or the only one."""
        editable = self.keeper.editable(note)
        pointed = [entry for entry in editable if entry.path == self._path()]
        if pointed or len(editable) == 1:
            return (*pointed, *editable)[0]
        self.hint = said.which_text() if editable else said.no_text()
        return None

    def _steps(self, found: Found) -> object:
        title = said.steps_of_note(spoken(found.note.head.day))
        result = StepView(self.desk, self.keeper, tuple(steps_of(found.note)), title).run()
        self._again()
        return result

    def _before(self, found: Found) -> object:
        person = found.note.head.person
        before = self._got(lambda: self.keeper.before(person))
        return before and looking.read(self.desk, person, lambda view: beforehand.before_appointment(before, view))

    def _time(self, found: Found) -> object:
        told = self._got(lambda: self.keeper.over_time(found.note, self._path()))
        if not told:
            return None
        moments, person = told
        title = next((moment.question for moment in reversed(moments) if moment.question), "")
        here = found.note.head.id
        return looking.read(self.desk, title, lambda view: views.through_time(moments, person, view), at=here)

    def _discard(self, found: Found) -> object:
        gone: list[Path] = []
        if self._done(lambda: gone.append(self.keeper.discard(found.path)), again=False):
            return Discarded(gone[0], spoken(found.note.head.day))
        return None

    def _done(self, change: Callable[[], object], *, again: bool = True) -> bool:
        """Whether the change was made; what prevented it becomes the hint."""

        def done() -> bool:
            change()
            return True

        made = self._got(done)
        if again:
            self._again()
        return made is not None

    def _got(self, make: Callable[[], T]) -> T | None:
        """What `make` gives, None for what it cannot do: the reason becomes the hint."""
        try:
            return make()
        except CoachError as error:
            self.hint = phrase(error.code, error.details)
            return None

    def _again(self) -> None:
        """Read the note again: what is shown is what the file holds."""
        self.found = self.reopen()
        self.drawn = (0, ())


_DOES: dict[str, Callable[[NoteView, Found], object]] = {
    LOOK.kind: NoteView._look,
    EDIT.kind: NoteView._edit,
    STEPS.kind: NoteView._steps,
    BEFORE.kind: NoteView._before,
    TIME.kind: NoteView._time,
    DISCARD.kind: NoteView._discard,
}


def _bound(result: Nav) -> Act:
    return lambda: result
