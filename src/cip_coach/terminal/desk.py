"""What a full-screen session keeps from one question to the next. Knows no question."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cip_coach.frozen import changing

if TYPE_CHECKING:
    from cip_coach.terminal.origins import Origins

PrivateFile = Callable[[str], Path]
"""Makes a file that only the user can read, holding a text, for an editor; the caller removes it."""


@changing
class Desk:
    """The world as the command hands it in, and what the session remembers.

    `private_file` is None where no text may leave the program (a sealed journal).
    `gone`: the terminal was taken away. `interrupted`: Ctrl+C twice within a
    second. `trial`: nothing is written. `by_one_key`: the last question was answered by one key, without Enter.
    `retried`: writing the note was just tried again. `ahead` is done, once, when the first question is on the screen.
    """

    today: date
    clock: Callable[[], float]
    environment: Mapping[str, str]
    private_file: PrivateFile | None = None
    flush: bool = True
    discreet: bool = False
    title: str = ""
    trial: bool = False
    ahead: Callable[[], object] = bool
    gone: bool = False
    interrupted: bool = False
    paused_at: float = float("-inf")
    by_one_key: bool = False
    told_to_write: bool = False
    retried: bool = False

    @cached_property
    def origins(self) -> "Origins":
        """The memory of half-edited lists, loaded with the first of them."""
        from cip_coach.terminal.origins import Origins

        return Origins()

    def pressed_twice(self) -> bool:
        """Whether this Ctrl+C follows another within one second; remembers it."""
        now = self.clock()
        twice, self.paused_at = now - self.paused_at <= 1, now
        return twice
