"""A passphrase typed without echo, at the terminal itself: never from a pipe, an argument or the environment."""

import getpass
import sys
import warnings

from cip_coach.terminal import hangup


def ask(question: str) -> str | None:
    """What was typed; None where nobody can be asked. A closed window gives the echo back and ends the command."""
    if not any(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        return None
    sys.stdout.flush()
    try:
        with hangup.install(), warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # it would echo what is typed
            return getpass.getpass(question)
    except (getpass.GetPassWarning, EOFError, OSError):
        return None
