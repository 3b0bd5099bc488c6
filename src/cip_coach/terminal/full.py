"""The full-screen front-end. Assembles the parts; the only thing it knows itself is when the terminal is ours."""

import contextlib
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import TextIO, TypeVar

from prompt_toolkit.application.current import create_app_session
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output, create_output

from cip_coach.asking.moves import Move, Pause, Paused, Recap, RecapMove, Trouble, View
from cip_coach.problem import CoachError
from cip_coach.terminal import alternate, fields, prompt
from cip_coach.terminal.choose import ask_line, choose, page_for, read
from cip_coach.terminal.desk import Desk, PrivateFile
from cip_coach.terminal.hangup import Hangup
from cip_coach.terminal.host import Options
from cip_coach.terminal.messages import menus
from cip_coach.terminal.prompt import Nav


def possible() -> bool:
    """Whether prompt_toolkit finds a screen here; not in Git Bash, which is no console of Windows."""
    try:
        create_output()
    except Exception as error:
        if type(error).__name__ == "NoConsoleScreenBufferError":
            return False
        raise
    return True


T = TypeVar("T")


class FullScreen:
    """Puts questions on a screen of its own (`walkthrough.FrontEnd`, `host.Host`).

    To be used in `with`: the alternate screen is held meanwhile, and left in
    every case. `ahead` is done once the first question is on the screen: it loads
    what may be needed later. What is typed comes back in the move whenever a signal, a closed
    window or the end of the input ends a question.
    """

    def __init__(
        self,
        *,
        today: date,
        clock: Callable[[], float],
        environment: Mapping[str, str],
        private_file: PrivateFile | None = None,
        title: str = "",
        discreet: bool = False,
        trial: bool = False,
        flush: bool = True,
        ahead: Callable[[], object] = bool,
        terminal: tuple[Input, Output] | None = None,
    ) -> None:
        """`terminal` replaces the real one; `flush` forgets keys typed before their question was shown."""
        self._desk = Desk(today, clock, environment, private_file, flush, discreet, title, trial, ahead)
        self._terminal = terminal
        self._open = contextlib.ExitStack()

    def __enter__(self) -> "FullScreen":
        source, output = self._terminal or (None, create_output(stdout=_tty()))
        self._open.enter_context(create_app_session(source, output))
        self._open.enter_context(alternate.held(output))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    @property
    def title(self) -> str:
        """What the session is about, at the top of the screen."""
        return self._desk.title

    @title.setter
    def title(self, title: str) -> None:
        self._desk.title = title

    @property
    def interrupted(self) -> bool:
        """Ctrl+C was pressed twice within one second."""
        return self._desk.interrupted

    @property
    def gone(self) -> bool:
        """The terminal was taken away: a signal, the end of the input, a closed window."""
        return self._desk.gone

    def ask(self, view: View) -> Move:
        """Put one question."""
        self._desk.retried = False
        left: Move = Paused(leaving=True)
        move = self._noticing(lambda: fields.ask(self._desk, view), left)
        if isinstance(move, Paused) and not move.leaving:
            return Paused(move.draft, leaving=self._twice())
        return move

    def recap(self, answers: Recap) -> RecapMove:
        """Show all answers before saving."""
        from cip_coach.terminal import recap

        self._desk.retried = False
        left: RecapMove = Paused(leaving=True)
        move = self._noticing(lambda: recap.ask_recap(self._desk, answers), left)
        return Paused(leaving=self._twice()) if move == Paused() else move

    def pause(self, recap: Recap) -> Pause:
        """Offer the pause menu."""
        from cip_coach.terminal import pausing

        return self._noticing(lambda: pausing.ask_pause(self._desk, recap), Pause.LEAVE)

    def trouble(self, error: CoachError) -> Trouble:
        """Say that the note could not be written."""
        from cip_coach.terminal import pausing

        return self._noticing(lambda: pausing.ask_trouble(self._desk, error), Trouble.LEAVE)

    def choose(
        self,
        title: str,
        options: Options,
        default: str | None = None,
        sentences: Sequence[str] = (),
        back: str = "",
    ) -> str | None:
        """One id out of `options`, below `sentences` to read first; None to leave. `back`: what Escape means."""
        page = page_for(self._desk, title, *sentences, back=bool(back))
        return self._found(lambda: choose(self._desk, page, options, default, back))

    def ask_code(self, title: str, known: Sequence[str], hint: str = "") -> str | None:
        """The code of a person, completed from those used before; "" for none, None to leave."""
        return self._found(lambda: ask_line(self._desk, title, hint, known=known))

    def ask_line(self, title: str, hint: str = "", default: str = "") -> str | None:
        """One line of text, "" for none, None to leave."""
        return self._found(lambda: ask_line(self._desk, title, hint, default))

    def say(self, *sentences: str) -> bool:
        """Let `sentences` be read; False to leave."""
        page = page_for(self._desk, sentences[0] if sentences else "", *sentences[1:])
        page.keys = page.few_keys = (menus.key_leave(),)
        return self._noticing(lambda: read(self._desk, page, menus.go_on()), False)

    def start(self, minutes: int, fewest: int, most: int | None, description: str = "") -> bool:
        """The page before the first question; False to leave."""
        page = page_for(self._desk, self._desk.title, *menus.start_lines(minutes, fewest, most, description))
        page.title = ""
        page.keys = page.few_keys = (menus.key_leave(),)
        return self._noticing(lambda: read(self._desk, page, menus.begin()), False)

    def _found(self, ask: Callable[[], str | Nav]) -> str | None:
        left: str | Nav = Nav(prompt.GONE)
        result = self._noticing(ask, left)
        if result == Nav(prompt.SKIP):
            return ""
        if isinstance(result, Nav):
            if result.kind == prompt.PAUSE:
                self._twice()
            return None
        return result

    def _twice(self) -> bool:
        """Remember this Ctrl+C; whether it is the second within one second."""
        self._desk.interrupted = self._desk.pressed_twice() or self._desk.interrupted
        return self._desk.interrupted

    def _noticing(self, act: Callable[[], T], otherwise: T) -> T:
        """A signal between two prompts of one question leaves as well."""
        try:
            return act()
        except Hangup:
            self._desk.gone = True
            return otherwise


def _tty() -> TextIO:
    return sys.stdout if sys.stdout is not None and sys.stdout.isatty() else sys.stderr
