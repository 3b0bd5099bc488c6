"""One alternate screen for a whole session, so that nothing flickers and no answer stays in the scrollback.

prompt_toolkit would enter and leave it at every question: while it is held, entering
only goes to the top left corner and leaving does nothing.
"""

import contextlib
from collections.abc import Iterator

from prompt_toolkit.output import Output

_HELD = ("enter_alternate_screen", "quit_alternate_screen")


@contextlib.contextmanager
def held(output: Output) -> Iterator[None]:
    """While inside, `output` shows the alternate screen; the main one comes back in every case."""
    _enter(output)
    try:
        yield
    finally:
        with contextlib.suppress(OSError, ValueError):
            _leave(output)


@contextlib.contextmanager
def lent(output: Output) -> Iterator[None]:
    """Give the main screen back for a while, to another program."""
    if "enter_alternate_screen" not in vars(output):  # not held: in tests
        yield
        return
    _leave(output)
    try:
        yield
    finally:
        _enter(output)


def _enter(output: Output) -> None:
    output.enter_alternate_screen()
    output.flush()
    setattr(output, _HELD[0], lambda: output.cursor_goto(0, 0))
    setattr(output, _HELD[1], lambda: None)


def _leave(output: Output) -> None:
    for name in _HELD:
        if name in vars(output):
            delattr(output, name)
    output.reset_attributes()
    output.quit_alternate_screen()
    output.show_cursor()
    output.flush()
