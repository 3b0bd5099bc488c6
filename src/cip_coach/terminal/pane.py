"""A whole screen of lines that scroll, and what its keys do. Knows keys and sizes; knows no note.

Each pane is one prompt_toolkit application on the alternate screen that `opened`
holds. A signal, a closed window or a bug ends it and leaves the terminal usable.
"""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import create_app_session, get_app_session
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.styles import Style

from cip_coach import text
from cip_coach.frozen import changing, field
from cip_coach.terminal import alternate, hangup, screen
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.fragments import EMPTY, Line, line
from cip_coach.terminal.messages import browsing as said
from cip_coach.terminal.prompt import BACK, GONE, PAUSE, Act, Nav
from cip_coach.terminal.scroll import Scroll
from cip_coach.terminal.stage import size

POINTER, GUTTER = "› ", "  "
MARGIN = 1
WIDEST, READABLE = 100, 76
AIRY = 16
"""From this many rows on, blank lines stand around the lines that scroll."""
ESCAPE_WITHIN = 0.05
"""Seconds after which Escape is a key of its own, and not the beginning of another."""
HELP = Nav("help")

STYLE = Style(
    [
        ("title", "bold"),
        ("question", "bold"),
        ("changed", "bold"),
        ("dim", "dim"),
        ("found", "bold underline"),
        ("hint", "bold"),
        ("pointed", "bold"),
    ]
)
Where = tuple[int, int]


@changing
class Pane:
    """What a screen shows around `scroll`, and its keys.

    `head` and `foot` are asked for at each drawing, for a number of columns. `typed`
    gets the characters that no key is bound to; `cursor` says on which column of
    which line of the head typing goes on. `idle` does a little work while nobody
    types, and says whether there is more. The arrow stands at the first line of the
    pointed block that `mark` takes. `before` is called before what any key does.
    """

    scroll: Scroll
    head: Callable[[int], Sequence[Line]]
    foot: Callable[[int], Sequence[Line]]
    keys: Mapping[str, Act] = field(default_factory=dict)
    typed: Callable[[str], object] = lambda _character: None
    cursor: Callable[[int], Where | None] = lambda _columns: None
    idle: Callable[[], bool] = lambda: False
    before: Callable[[], None] = lambda: None
    mark: Callable[[Line], bool] = bool


@contextlib.contextmanager
def opened(terminal: tuple[Input, Output] | None = None) -> Iterator[None]:
    """While inside, panes are shown on the alternate screen; `terminal` replaces the real one."""
    source, output = terminal or (None, create_output(stdout=sys.stdout))
    with create_app_session(source, output), alternate.held(output):
        yield


def show(desk: Desk, pane: Pane) -> object:
    """Show `pane` until a key ends it; what that key gave, or a `Nav` (`back`, `pause`, `gone`)."""
    if desk.gone:
        return Nav(GONE)
    try:
        return _Shown(pane).app.run()
    except (hangup.Hangup, EOFError):
        desk.gone = True
    except OSError as error:
        if not hangup.closed(error):
            raise
        desk.gone = True
    except KeyboardInterrupt:
        return Nav(PAUSE)
    return Nav(GONE)


def width(columns: int, widest: int = READABLE) -> int:
    """How many columns a line of a block may take on a screen of `columns`."""
    return max(min(columns - 2 * MARGIN - len(GUTTER), widest), 1)


def columns() -> int:
    """The columns of the terminal."""
    return size()[0]


def heading(left: str, right: str, columns: int) -> Line:
    """One dim line with something at each end; the left one gives way."""
    room = max(min(columns - 2 * MARGIN, WIDEST), 1)
    shown = text.shorten(left, max(room - text.width(right) - 2, 1))
    gap = " " * max(room - text.width(shown) - text.width(right), 1)
    return line(f"{shown}{gap}{right}".rstrip(), "dim")


def lines_shown(first: int, rows: int, count: int, columns: int) -> str:
    """Where one is among lines that do not all fit; "" when they do, or before the window was measured."""
    last = min(first + rows - 1, count)
    return "" if count <= rows or rows <= 1 else said.lines_shown(first, last, count, narrow=columns < screen.NARROW)


def footing(hint: str, keys: Sequence[str], columns: int, most: int = 2) -> list[Line]:
    """The hint, then the keys on at most so many lines; the first ones matter most."""
    room = max(columns - 2 * MARGIN, 1)
    lines: list[str] = []
    for key in keys:
        longer = f"{lines[-1]}{screen.BETWEEN_KEYS}{key}" if lines else key
        if lines and text.width(longer) <= room:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(key)
    said = [line(words, "hint") for words in text.wrap(hint, room)] if hint else []
    return [*said, *(line(words, "dim") for words in lines)]


def moving(scroll: Scroll) -> dict[str, Act]:
    """The keys that move in a column."""
    return {
        "up": scroll.up,
        "down": scroll.down,
        "pageup": lambda: scroll.page(-1),
        "pagedown": lambda: scroll.page(1),
        "home": scroll.first,
        "end": scroll.last,
    }


def backwards() -> dict[str, Act]:
    """The keys that go back to where one came from, on a page where letters write nothing."""
    return dict.fromkeys(("escape", "left", "s-tab", "q", "Q"), lambda: Nav(BACK))


class _Shown:
    """One pane as an application that fills the screen and leaves nothing behind."""

    def __init__(self, pane: Pane) -> None:
        self.pane = pane
        self.cursor = Point(0, 0)
        control = FormattedTextControl(
            self._drawn, focusable=True, show_cursor=True, get_cursor_position=lambda: self.cursor
        )
        self.app: Application[object] = Application(
            Layout(Window(control)),
            style=STYLE,
            key_bindings=self._bindings(),
            full_screen=True,
            erase_when_done=True,
        )
        self.app.ttimeoutlen = ESCAPE_WITHIN
        self.app.pre_run_callables.append(self._begin)
        self.encoding = self.app.output.encoding()
        self.ended = False
        self.pressed: asyncio.Event | None = None

    def _drawn(self) -> StyleAndTextTuples:
        pane = self.pane
        columns, rows = size()
        head, foot = list(pane.head(columns)), list(pane.foot(columns))
        blank = [EMPTY] if rows >= AIRY else []
        head, foot = [*head, *(blank if head else [])], [*blank, *foot]
        room = max(rows - len(head) - len(foot), 1)
        body = pane.scroll.shown(room)
        lines = [self._line(one) for one in head]
        marked = False
        place: Where | None = None
        for index, _, one in body:
            here = pane.scroll.pointing and index == pane.scroll.pointed and not marked
            here = here and bool(one) and pane.mark(one)
            if here:
                marked, place = True, (MARGIN, len(lines))
            lines.append(self._line(one, POINTER if here else GUTTER, pointed=here))
        lines += [[] for _ in range(room - len(body))]
        lines += [self._line(one) for one in foot]
        x, y = pane.cursor(columns) or place or (0, max(len(lines) - 1, 0))
        self.cursor = Point(x, y)
        fragments: StyleAndTextTuples = []
        for number, pieces in enumerate(lines[:rows]):
            fragments += [("", "\n")] if number else []
            fragments += pieces
        return fragments

    def _line(self, pieces: Line, lead: str = "", *, pointed: bool = False) -> StyleAndTextTuples:
        if not pieces:
            return []
        first = " " * MARGIN + screen.fit(lead, self.encoding)
        styled: StyleAndTextTuples = [("class:pointed" if pointed else "", first)]
        for style, words in pieces:
            name = "pointed" if pointed and style in ("title", "question") else style
            safe = screen.fit(words, self.encoding).replace("\n", " ").replace("\t", " ")
            styled.append((f"class:{name}" if name else "", safe))
        return styled

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        usual: dict[str, Act] = dict.fromkeys(("c-c", "c-d", "<sigint>"), lambda: Nav(PAUSE))
        usual |= {"c-l": lambda: self.app.renderer.clear()}
        for sequence, act in usual.items():
            self._bind(bindings, sequence, act)
        for sequence, act in self.pane.keys.items():
            self._bind(bindings, sequence, act, self.pane.before)

        @bindings.add("<any>")
        def _other(event: KeyPressEvent) -> None:
            self.pane.before()
            for character in event.data if event.data.isprintable() else "":
                self._did(self.pane.typed(character))

        return bindings

    def _bind(
        self, bindings: KeyBindings, sequence: str, act: Act, before: Callable[[], None] = lambda: None
    ) -> None:
        @bindings.add(sequence, eager=True)
        def _pressed(_event: KeyPressEvent) -> None:
            if not self.ended:
                before()
                self._did(act())

    def _did(self, result: object) -> None:
        if result is not None and not self.ended:
            self.ended = True
            self.app.exit(result=result)
        if self.pressed is not None:
            self.pressed.set()
        self.app.invalidate()

    def _begin(self) -> None:
        """Errors inside a key or a drawing end the pane, instead of an English sentence; work goes on beside it."""

        def end(_loop: object, context: dict[str, Any]) -> None:
            if not self.ended:
                self.ended = True
                self.app.exit(exception=context.get("exception") or RuntimeError("pane"))

        loop = asyncio.get_running_loop()
        loop.set_exception_handler(end)
        loop.call_later(ESCAPE_WITHIN, self._flush)
        self.pressed = asyncio.Event()
        self.app.create_background_task(self._work(self.pressed))

    def _flush(self) -> None:
        """Take an Escape that was pressed while the pane before was closing."""
        if not self.ended:
            self.app.key_processor.feed_multiple(self.app.input.flush_keys())
            self.app.key_processor.process_keys()

    async def _work(self, pressed: asyncio.Event) -> None:
        while True:
            pressed.clear()
            while self.pane.idle():
                self.app.invalidate()
                await asyncio.sleep(0)
            self.app.invalidate()
            await pressed.wait()


def output_encoding() -> str:
    """The encoding of the terminal."""
    return get_app_session().output.encoding()
