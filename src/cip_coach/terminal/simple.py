"""The plain front-end: lines that are printed and lines that are read, nothing else.

For screen readers, dumb terminals and slow links. Append-only, no escape byte, no
redraw; the commands begin with a dot, so that any word stays a possible answer.
"""

from collections.abc import Callable, Sequence
from datetime import date
from types import TracebackType
from typing import TextIO

from cip_coach import text
from cip_coach.asking.moves import Back, Edit, Move, Pause, Paused, Recap, RecapMove, Revisit, Save, Trouble, View
from cip_coach.problem import CoachError
from cip_coach.terminal import plain_fields, plain_lines, reread
from cip_coach.terminal.entry import line
from cip_coach.terminal.host import Options, pause_options, trouble_options
from cip_coach.terminal.messages import menus, phrase
from cip_coach.terminal.messages import plain as say
from cip_coach.terminal.messages import session as sentences_of
from cip_coach.terminal.origins import Origins
from cip_coach.terminal.plain_lines import Command, Lines

REVISIT = "p"


class Plain:
    """Puts questions line by line (`walkthrough.FrontEnd`, `host.Host`)."""

    def __init__(
        self,
        stdin: TextIO,
        stdout: TextIO,
        *,
        today: date,
        clock: Callable[[], float],
        title: str = "",
        discreet: bool = False,
        trial: bool = False,
        columns: int = 72,
    ) -> None:
        self._lines = Lines(stdin, stdout, today, clock, columns)
        self._origins = Origins()
        self._discreet = discreet
        self._trial = trial
        self._told = False
        self._section = ""
        self._rereading = self._retried = False
        self.title = title

    def __enter__(self) -> "Plain":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to give back: the terminal was never changed."""

    @property
    def interrupted(self) -> bool:
        """Ctrl+C was pressed twice within one second."""
        return self._lines.interrupted

    @property
    def gone(self) -> bool:
        """The terminal was taken away: a signal, the end of the input, a closed window."""
        return self._lines.gone

    def ask(self, view: View) -> Move:
        """Put one question."""
        self._tell_keys()
        self._retried = False
        if view.step.section and view.step.section != self._section:
            self._section = view.step.section
            self._lines.out("", self._section)
        move = plain_fields.ask(self._lines, self._origins, view)
        if isinstance(move, Back) and not view.can_go_back:
            self._lines.out(sentences_of.first_question())
            return self.ask(view)
        if not isinstance(move, Command):
            return move
        self._rereading = move.name == plain_lines.REREAD
        return Paused(move.draft, leaving=self._twice(move))

    def recap(self, recap: Recap) -> RecapMove:
        """Show all answers before saving."""
        self._tell_keys()
        self._retried = False
        shown = reread.said(recap, discreet=self._discreet)
        waiting = reread.to_come(recap)
        self._lines.help = tuple(f"{key}{text.NBSP}: {meaning}" for key, meaning in menus.keys_of_recap_plain())
        self._lines.out("", menus.recap_title(), *recap.notices, *((menus.care(),) if recap.care else ()))
        for said in shown:
            about = (menus.about(said.item),) if said.item else ()
            self._lines.out(*about, f"{said.number}. {said.label}{text.NBSP}: {said.words}")
        if recap.aside:
            self._lines.out(menus.aside_title(), *(f"{label}{text.NBSP}: {words}" for label, words in recap.aside))
        while True:
            typed = self._lines.read(say.recap_prompt(bool(waiting), self._trial))
            if isinstance(typed, Command):
                move = self._recap_command(typed)
            elif not typed:
                move = Save()
            elif text.fold(typed) == REVISIT and reread.any_passed(recap):
                move = Revisit()
            else:
                path = reread.path_of(shown, typed)
                move = Edit(path) if path is not None else None
            if move is not None:
                return move
            self._lines.out(menus.nothing_passed() if typed == REVISIT else menus.no_such_number(str(typed)))

    def _recap_command(self, command: Command) -> RecapMove | None:
        if command.name == plain_lines.GONE:
            return Paused(leaving=True)
        if command.name == plain_lines.PAUSE:
            return Paused(leaving=self._twice(command))
        return Back()

    def pause(self, recap: Recap) -> Pause:
        """Offer the pause menu, unless it was only to read the answers over."""
        if self._rereading:
            self._rereading = False
            return Pause.REVIEW
        title, options = menus.pause_title(trial=self._trial), pause_options(trial=self._trial)
        while True:
            chosen = self.choose(title, options, Pause.LEAVE.name)
            if chosen is None or chosen != Pause.DELETE.name:
                return Pause.LEAVE if chosen is None else Pause[chosen]
            typed = self.ask_line(menus.confirm_deletion())
            if typed is None:
                return Pause.LEAVE
            if typed.lower() == menus.DELETE_WORD:
                return Pause.DELETE
            self._lines.out(menus.nothing_deleted())

    def trouble(self, error: CoachError) -> Trouble:
        """Say that the note could not be written, and ask what to do."""
        tried, self._retried = self._retried, False
        while True:
            sentences = (menus.trouble_title(), phrase(error.code, error.details), menus.trouble_promise())
            self._lines.out("", *([menus.tried_again()] if tried else []), *sentences)
            chosen = self.choose("", trouble_options(), Trouble.RETRY.name)
            if chosen is not None:
                self._retried = chosen == Trouble.RETRY.name
                return Trouble[chosen]
            if self.gone or self.interrupted:
                return Trouble.LEAVE

    def choose(
        self,
        title: str,
        options: Options,
        default: str | None = None,
        sentences: Sequence[str] = (),
        back: str = "",
    ) -> str | None:
        """One id out of `options`, below `sentences` to read first; None to leave. Enter alone takes the default."""
        self._lines.help = ()
        self._lines.out("", *([title] if title else []), *sentences)
        for rank, (value, label, hint) in enumerate(options, 1):
            words = f"{label} — {hint}" if hint else label
            self._lines.out(f"{rank}. {words}{say.by_default() if value == default else ''}")
        while True:
            typed = self._lines.read(say.choose_one(len(options), False))
            if isinstance(typed, Command):
                self._twice(typed)
                return (typed.name == plain_lines.BACK and back) or None
            number = typed.rstrip(".")
            if not number and default is not None:
                return default
            if number.isdecimal() and 1 <= int(number) <= len(options):
                value, label, _ = options[int(number) - 1]
                self._lines.out(say.chosen(label))
                return value
            self._lines.out(say.numbers_wanted_only(len(options)))

    def ask_code(self, title: str, known: Sequence[str], hint: str = "") -> str | None:
        """The code of a person; "" for none, None to leave."""
        return self.ask_line(title, " ".join(part for part in (hint, say.already_used(known)) if part))

    def ask_line(self, title: str, hint: str = "", default: str = "") -> str | None:
        """One line of text, "" for none, None to leave."""
        self._lines.help = ()
        self._lines.out("", title, *([hint] if hint else []), *([say.current(default)] if default else []))
        typed = self._lines.read(say.answer())
        if isinstance(typed, Command):
            self._twice(typed)
            return "" if typed.name == plain_lines.SKIP else None
        return line(typed) or default

    def say(self, *sentences: str) -> bool:
        """Print `sentences`."""
        self._lines.out("", *sentences)
        return not self.gone

    def start(self, minutes: int, fewest: int, most: int | None, description: str = "") -> bool:
        """Say what is going to be asked; False when there is nobody left."""
        self._lines.out(self.title, *menus.start_lines(minutes, fewest, most, description))
        self._tell_keys()
        return not self.gone

    def _tell_keys(self) -> None:
        if not self._told:
            self._told = True
            self._lines.out("", *say.keys())

    def _twice(self, command: Command) -> bool:
        """Remember a Ctrl+C; whether it is the second within one second."""
        return command.rest == plain_lines.CTRL_C and self._lines.pressed_twice()
