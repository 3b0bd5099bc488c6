"""A column of blocks of lines seen through a window, one of them pointed at. Knows no screen and no note.

Blocks are asked for when they come into sight, so a column may be as long as it likes.
The arrows read on inside a block that is taller than the window before they leave it.
"""

from collections.abc import Callable, Sequence

from cip_coach.frozen import changing
from cip_coach.terminal.fragments import Line

Block = Sequence[Line]


@changing
class Scroll:
    """`block` gives the lines of a block, None where there is none; `count` how many there are.

    Without `pointing` the arrows move by a line. `top` is the block at the top of the
    window, `hidden` how many of its lines are above it.
    """

    count: Callable[[], int]
    block: Callable[[int], Block | None]
    pointing: bool = True
    pointed: int = 0
    top: int = 0
    hidden: int = 0
    rows: int = 1
    aim: Callable[[], None] | None = None
    """What brought the window here: done again when it is drawn, whatever its height is then."""

    def shown(self, rows: int) -> list[tuple[int, int, Line]]:
        """The lines in a window of `rows`: the block of each, its rank in it, and itself."""
        self.rows = max(rows, 1)
        self._settle()
        return self._window()

    def down(self) -> None:
        """Read on: a line further in a tall block, else the next block."""
        if not self.pointing or self._start(self.pointed + 1) > self.rows:
            self._move(1)
        elif self.block(self.pointed + 1) is not None:
            self.point(self.pointed + 1)

    def up(self) -> None:
        """Read back: a line before in a tall block, else the end of the block before."""
        if not self.pointing or self._start(self.pointed) < 0:
            self._move(-1)
        elif self.pointed > 0:
            self.pointed -= 1
            start = self._start(self.pointed)
            if start < 0:
                self._move(start)
                self._move(max(self._height(self.pointed) - self.rows, 0))

    def page(self, way: int) -> None:
        """A window further (1) or before (-1), but for one line."""
        before = (self.top, self.hidden)
        self._move(way * max(self.rows - 1, 1))
        if (self.top, self.hidden) == before:
            self.pointed = max(self._last(), 0) if way > 0 else 0
            return
        inside = [index for index, rank, _ in self._window() if rank == 0]
        self.pointed = inside[0] if inside else self.top

    def first(self) -> None:
        """To the beginning."""
        self.pointed = self.top = self.hidden = 0

    def last(self) -> None:
        """To the end."""
        self.aim = self._to_end
        self._to_end()

    def point(self, index: int) -> None:
        """Point at a block, and show as much of it as fits."""
        self.pointed = index
        self.aim = self._show
        self._show()

    def _to_end(self) -> None:
        self.pointed = self.top = max(self._last(), 0)
        self.hidden = max(self._height(self.top) - self.rows, 0)
        self._fill()

    def _show(self) -> None:
        """Bring the pointed block into the window."""
        index = self.pointed
        if index < self.top or index > self.top + self.rows:
            self.top, self.hidden = index, 0
            self._fill()
            return
        start = self._start(index)
        beyond = start + min(self._height(index), self.rows) - self.rows
        if start < 0 or beyond > 0:
            self._move(start if start < 0 else beyond)

    def _window(self) -> list[tuple[int, int, Line]]:
        lines: list[tuple[int, int, Line]] = []
        index = self.top
        while len(lines) < self.rows + self.hidden and (block := self.block(index)) is not None:
            lines += [(index, rank, line) for rank, line in enumerate(block)]
            index += 1
        return lines[self.hidden : self.hidden + self.rows]

    def _settle(self) -> None:
        """After a resize or a change: the pointed block is in sight, and the window is full."""
        last = max(self._last(), 0)
        self.pointed, self.top = min(self.pointed, last), min(self.top, last)
        self.hidden = min(self.hidden, max(self._height(self.top) - 1, 0))
        self._fill()
        if self.aim is not None or (self.pointing and not self._in_sight()):
            (self.aim or self._show)()
            self.aim = None

    def _in_sight(self) -> bool:
        if self.pointed < self.top or self.pointed > self.top + self.rows:
            return False
        start = self._start(self.pointed)
        return start < self.rows and start + self._height(self.pointed) > 0

    def _last(self) -> int:
        last = self.count() - 1
        while last > 0 and self.block(last) is None:  # files that turned out to hold nothing
            last = min(last, self.count()) - 1
        return last

    def _height(self, index: int) -> int:
        return len(self.block(index) or ())

    def _start(self, index: int) -> int:
        """How far from the top of the window a block begins."""
        if index < self.top:
            return -sum(self._height(one) for one in range(index, self.top)) - self.hidden
        return sum(self._height(one) for one in range(self.top, index)) - self.hidden

    def _move(self, lines: int) -> None:
        self.hidden += lines
        while self.hidden < 0 and self.top > 0:
            self.top -= 1
            self.hidden += self._height(self.top)
        self.hidden = max(self.hidden, 0)
        while self.hidden >= (height := self._height(self.top)) and self.block(self.top + 1) is not None:
            self.hidden -= height
            self.top += 1
        self._fill()

    def _fill(self) -> None:
        """Leave no empty line at the bottom while there are lines above."""
        below = -self.hidden
        index = self.top
        while below < self.rows and (block := self.block(index)) is not None:
            below += len(block)
            index += 1
        short = self.rows - below
        while short > 0 and (self.hidden or self.top):
            if not self.hidden:
                self.top -= 1
                self.hidden = self._height(self.top)
            taken = min(short, self.hidden)
            self.hidden -= taken
            short -= taken
