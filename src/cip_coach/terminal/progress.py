"""How far a long work is, on one line of stderr, and only where that is a terminal. Knows no work, no clock."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Sentence = Callable[[int], str]
"""What is said of a per cent done."""

FEW = 200
"""Steps that are done before a line could be read: below, nothing is drawn, unless a step is slow."""
_STEP = 5
"""Per cent between two drawings: a hundred lines would flicker."""


@contextlib.contextmanager
def told(sentence: Sentence, *, simple: bool = False, few: int = FEW) -> Iterator[Callable[[int, int], None]]:
    """Inside, what is called with (done, total) draws `sentence` of the per cent; the line is erased at the end.

    Nothing is drawn in plain mode: a line that is drawn again and again is read again and again.
    """
    shown = not simple and _is_terminal()
    drawn = ""

    def advance(done: int, total: int) -> None:
        nonlocal drawn
        if not shown or total < max(few, 1):
            return
        words = sentence(min(done, total) * 100 // total // _STEP * _STEP)
        if words != drawn:
            _draw(words.ljust(len(drawn)))
            drawn = words

    try:
        yield advance
    finally:
        if drawn:
            _draw(f"{' ' * len(drawn)}\r")


def along(items: Iterable[T], total: int, sentence: Sentence, *, simple: bool = False, few: int = FEW) -> Iterator[T]:
    """`items` as they are; meanwhile `sentence` of the per cent done, as `told` draws it."""
    with told(sentence, simple=simple, few=few) as advance:
        for rank, item in enumerate(items):
            advance(rank, total)
            yield item


def _draw(words: str) -> None:
    """Put `words` over those that stood there."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"\r{words}")
        sys.stderr.flush()


def _is_terminal() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # closed
        return False
