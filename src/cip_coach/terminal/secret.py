"""A passphrase typed without echo, at the terminal itself: never from a pipe, an argument or the environment."""

import getpass
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from cip_coach.terminal import hangup


def ask(question: str) -> str | None:
    """What was typed, nothing for Escape or Ctrl+D; None where nobody can be asked.

    A closed window gives the echo back and ends the command.
    """
    if not any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        return None
    sys.stdout.flush()
    try:
        with hangup.install(), warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would echo what is typed
            return getpass.getpass(question).replace("\x1b", "")
    except EOFError:
        return ""
    except (getpass.GetPassWarning, OSError):
        return None


@contextmanager
def unseen() -> Iterator[None]:
    """Meanwhile the terminal does not echo: somebody in haste types a passphrase again while it is tested."""
    try:
        import termios
    except ImportError:  # Windows shows nothing before it is asked for
        yield
        return
    with hangup.install():
        try:
            descriptor = sys.stdin.fileno()
            former = termios.tcgetattr(descriptor)
        except (AttributeError, OSError, ValueError, termios.error):
            yield
            return
        silent = [*former[:3], former[3] & ~termios.ECHO, *former[4:]]
        try:
            with suppress(termios.error):  # the window is closed
                termios.tcsetattr(descriptor, termios.TCSADRAIN, silent)
            yield
        finally:
            with suppress(termios.error):
                termios.tcsetattr(descriptor, termios.TCSADRAIN, former)
