"""How far a long work is, on one line of stderr, and only where that is a terminal. Knows no work, no clock."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_STEP = 5
"""Per cent between two drawings: a hundred lines would flicker."""


def along(items: Iterable[T], total: int, sentence: Callable[[int], str], *, simple: bool = False) -> Iterator[T]:
    """`items` as they are; meanwhile `sentence` of the per cent done, erased at the end.

    Nothing is drawn in plain mode: a line that is drawn again and again is read again and again.
    """
    drawn = ""
    shown = total > 0 and not simple and _is_terminal()
    try:
        for rank, item in enumerate(items):
            done = rank * 100 // total if total else 100
            if shown and (not drawn or done % _STEP == 0):
                drawn = _draw(sentence(min(done, 100)), len(drawn))
            yield item
    finally:
        if drawn:
            _draw("", len(drawn))


def _draw(text: str, before: int) -> str:
    """Put `text` over the `before` characters that stood there."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"\r{text.ljust(before)}" + ("" if text else "\r"))
        sys.stderr.flush()
    return text


def _is_terminal() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # closed
        return False
