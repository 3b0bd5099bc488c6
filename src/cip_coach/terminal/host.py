"""What both front-ends offer besides the questions, and the menus they share. Knows no screen."""

from collections.abc import Sequence
from typing import Protocol

from cip_coach.asking.moves import Pause, Trouble
from cip_coach.terminal.messages import menus

Options = Sequence[tuple[str, str, str]]
"""(id, label, hint) of what can be chosen; the hint may be empty."""


def pause_options(*, trial: bool) -> tuple[tuple[str, str, str], ...]:
    """The pause menu, by the names of `Pause`. In a trial there is no draft, and nothing to delete."""
    options = (
        (Pause.RESUME.name, menus.resume(), ""),
        (Pause.LEAVE.name, menus.leave_trial() if trial else menus.leave(), ""),
        (Pause.REVIEW.name, menus.reread(), ""),
        (Pause.DELETE.name, menus.delete_all(), ""),
    )
    return options[:-1] if trial else options


def trouble_options() -> tuple[tuple[str, str, str], ...]:
    """What can be done about a note that cannot be written, by the names of `Trouble`."""
    return (
        (Trouble.RETRY.name, menus.retry(), ""),
        (Trouble.ELSEWHERE.name, menus.elsewhere(), ""),
        (Trouble.LEAVE.name, menus.leave_unsaved(), ""),
    )


class Host(Protocol):
    """What a front-end can do before and after a walkthrough, in both modes."""

    title: str

    @property
    def interrupted(self) -> bool:
        """Ctrl+C was pressed twice within one second."""

    @property
    def gone(self) -> bool:
        """The terminal was taken away: a signal, the end of the input, a closed window."""

    def choose(
        self,
        title: str,
        options: Options,
        default: str | None = None,
        sentences: Sequence[str] = (),
        back: str = "",
    ) -> str | None:
        """One id out of `options`, below `sentences` to read first; None to leave. `back`: what Escape means."""

    def ask_code(self, title: str, known: Sequence[str], hint: str = "") -> str | None:
        """The code of a person, completed from those used before; "" for none, None to leave."""

    def ask_line(self, title: str, hint: str = "", default: str = "") -> str | None:
        """One line of text, "" for none, None to leave."""

    def say(self, *sentences: str) -> bool:
        """Let `sentences` be read; False to leave."""

    def start(self, minutes: int, fewest: int, most: int | None, description: str = "") -> bool:
        """The page before the first question: so many minutes and questions, `most` None unknown; False to leave."""
