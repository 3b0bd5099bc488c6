"""What is said beside the result, on stderr. Knows widths; knows no note."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from cip_coach.terminal.manual import fill
from cip_coach.text import shown


def tell(*sentences: str) -> None:
    """Say these sentences on stderr, wrapped where it is a terminal; what stdout holds comes before them."""
    sys.stdout.flush()
    for line in as_lines(sentences, sys.stderr):
        sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def as_lines(sentences: Iterable[str], stream: TextIO) -> list[str]:
    """These sentences as they go to `stream`: wrapped where it is a terminal, safe everywhere."""
    columns = _columns(stream)
    safe = [shown(sentence).replace("\n", " ") for sentence in sentences]
    return [fill(sentence, columns) if columns else sentence for sentence in safe]


def wait(sentence: str) -> bool:
    """Say `sentence` and wait for Enter; False when there is nobody left, or Ctrl+C."""
    try:
        tell("", sentence)
        return bool(sys.stdin.readline())
    except KeyboardInterrupt:
        tell("")  # the terminal wrote « ^C »: what follows begins a line
        return False
    except (OSError, ValueError):
        return False


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0
