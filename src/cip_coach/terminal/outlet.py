"""Where lines go: a terminal, of some width, with styles and a page at a time; or a pipe, plainly.

Our own paging: no file, no history, no program besides ours.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping

from cip_coach.frozen import frozen
from cip_coach.terminal.fragments import Line, columns_of, line, printed, wrapped
from cip_coach.terminal.messages import review as said

PLAIN_COLUMNS = 100
WIDEST = 100


@frozen
class Outlet:
    """How wide lines may be, whether they have styles, and how many of them make a page (0: no pages)."""

    columns: int = PLAIN_COLUMNS
    styled: bool = False
    rows: int = 0
    terminal: bool = False

    def sentence(self, words: str) -> list[str]:
        """A sentence as the result of a command: on one line, but for a terminal."""
        lines = wrapped(words, self.columns) if self.terminal else [line(words)]
        return [printed(one, styled=False) for one in lines]

    def lines(self, lines: Iterable[Line]) -> Iterator[str]:
        """The lines as text, page by page where there are pages: nothing is read before it is wanted.

        A line wider than the terminal, a command to copy, goes on below: it counts for the rows it takes.
        """
        if not self.rows:
            yield from (printed(one, styled=self.styled) for one in lines)
            return
        room = self.rows - self._taken(line(said.next_page()))
        filled = 0
        for one in lines:
            taken = self._taken(one)
            if filled and filled + taken > room:
                if not _goes_on():
                    return
                filled = 0
            filled += taken
            yield printed(one, styled=self.styled)

    def _taken(self, one: Line) -> int:
        return max(-(-columns_of((one,)) // self.columns), 1)


def outlet(environment: Mapping[str, str], *, simple: bool) -> Outlet:
    """The one of this process. `simple` has neither styles nor pages, for screen readers."""
    if not _is_terminal(sys.stdout):
        return Outlet()
    size = shutil.get_terminal_size()
    columns = min(max(size.columns, 20), WIDEST)
    dumb = simple or environment.get("TERM") == "dumb"
    pages = size.lines if not simple and _is_terminal(sys.stdin) and size.lines > 3 else 0
    return Outlet(columns, styled=not dumb and os.name != "nt", rows=pages, terminal=True)


def _goes_on() -> bool:
    """Ask for the next page. Enter goes on; q, the end of input or Ctrl+C stop."""
    sys.stdout.flush()
    sys.stderr.write(said.next_page())
    sys.stderr.flush()
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return False
    return bool(answer) and not answer.strip().lower().startswith("q")


def _is_terminal(stream: object) -> bool:
    try:
        return bool(getattr(stream, "isatty", bool)())
    except ValueError:
        return False
