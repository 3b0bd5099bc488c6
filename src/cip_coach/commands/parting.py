"""How a session is cut short: what is being kept is kept first, and last words may find nobody."""

import contextlib
import io
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

from cip_coach.terminal.hangup import Hangup

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGALRM")  # only SIGTERM and SIGINT on Windows
SHORTLY = 0.01


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """While inside, a signal that would end the session waits: an answer that was given gets kept, and once only.

    Where signals cannot be held back (Windows), they are not.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = {signal.Signals[name] for name in SIGNALS if name in signal.Signals.__members__}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def insisting() -> Iterator[None]:
    """While inside, a `Hangup` that Python drops is raised again a moment later.

    A handler may run while Python frees memory (a weak reference's callback): what
    it raises there is only reported, and a session that ignores the next signals
    would never end.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    usual = sys.unraisablehook

    def dropped(lost: "UnraisableHookArgs") -> None:
        if issubclass(lost.exc_type, Hangup):
            signal.setitimer(signal.ITIMER_REAL, SHORTLY)
        else:
            usual(lost)

    former = signal.signal(signal.SIGALRM, _raise_again)
    sys.unraisablehook = dropped
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = usual
        signal.signal(signal.SIGALRM, former)


def _raise_again(_number: int, _frame: FrameType | None) -> None:
    raise Hangup


@contextlib.contextmanager
def heard_or_not() -> Iterator[None]:
    """Where the window was closed meanwhile, what is still said goes nowhere: Python would fail on its last flush."""
    windows = [name for name in ("stdout", "stderr") if is_terminal(getattr(sys, name))]
    try:
        yield
    finally:
        for name in windows:
            if not is_terminal(getattr(sys, name)):
                setattr(sys, name, io.StringIO())


def is_terminal(stream: object) -> bool:
    """Whether somebody is at the other end of `stream`."""
    try:
        return stream is not None and bool(getattr(stream, "isatty", bool)())
    except ValueError:  # closed
        return False
