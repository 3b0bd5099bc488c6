"""What is said beside the result, on stderr. Knows widths; knows no note."""

import os
import sys

from cip_coach.terminal.manual import fill
from cip_coach.text import shown


def tell(*sentences: str) -> None:
    """Say these sentences on stderr, wrapped where it is a terminal; what stdout holds comes before them."""
    sys.stdout.flush()
    columns = _columns()
    for sentence in sentences:
        safe = shown(sentence).replace("\n", " ")
        sys.stderr.write((fill(safe, columns) if columns else safe) + "\n")
    sys.stderr.flush()


def wait(sentence: str) -> bool:
    """Say `sentence` and wait for Enter; False when there is nobody left, or Ctrl+C."""
    try:
        tell("", sentence)
        return bool(sys.stdin.readline())
    except (KeyboardInterrupt, OSError, ValueError):
        return False


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0
