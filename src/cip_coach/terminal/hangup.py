"""A terminal that is taken away: SIGTERM, SIGHUP, a closed window. Knows signals; knows no screen and no session.

`Hangup` is a `SystemExit`: asyncio lets that one class through from anywhere, so
that prompt_toolkit gives the terminal back; and where nobody catches it, the
process ends with the code of a session left with its draft kept.
"""

import contextlib
import errno
import signal
from collections.abc import Iterator
from types import FrameType

LEFT_WITH_DRAFT = 75
_CLOSED = {errno.EIO, errno.EBADF, errno.EPIPE, errno.ENXIO, errno.ENOTTY}


class Hangup(SystemExit):
    """No time for a menu: keep what is typed, give the terminal back, leave."""

    def __init__(self) -> None:
        super().__init__(LEFT_WITH_DRAFT)


@contextlib.contextmanager
def install() -> Iterator[None]:
    """While inside, SIGTERM and SIGHUP raise `Hangup` once; the next ones are ignored, so that saving can end.

    A signal that was ignored before (`nohup`) stays ignored. Main thread only.
    """
    wanted = [number for number in _signals() if signal.getsignal(number) is not signal.SIG_IGN]
    former = {number: signal.signal(number, _raise) for number in wanted}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


def closed(error: OSError) -> bool:
    """Whether `error` says that the terminal is not there any more."""
    return error.errno in _CLOSED


def _signals() -> tuple[signal.Signals, ...]:
    names = ("SIGTERM", "SIGHUP")  # no SIGHUP on Windows
    return tuple(signal.Signals[name] for name in names if name in signal.Signals.__members__)


def _raise(_number: int, _frame: FrameType | None) -> None:
    for number in _signals():
        signal.signal(number, signal.SIG_IGN)
    raise Hangup
