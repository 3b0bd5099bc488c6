"""How far a long work is, told to whoever waits for it. Knows no screen."""

from collections.abc import Callable

Advance = Callable[[int, int], None]
"""Called after each file with how many are done, of how many."""


def untold(_done: int, _total: int) -> None:
    """For works that nobody waits for."""
