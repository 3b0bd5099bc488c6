"""A field of questionary between the head and the foot of our screen. Knows windows; knows no key."""

from collections.abc import Callable, Sequence
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import to_filter
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Dimension, DynamicContainer, HSplit, Layout, Window, walk
from prompt_toolkit.layout.containers import AnyContainer
from prompt_toolkit.layout.controls import FormattedTextControl, UIContent
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from cip_coach import text
from cip_coach.frozen import changing
from cip_coach.terminal import screen
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.screen import Line, Page

KeyTable = tuple[tuple[str, str], ...]
LEAST_MEANING = 24
"""Under so many columns, what a key does stands below its name."""

# No colour at all: none of the sixteen can be read on every white and every black, and what is dim is read by few.
STYLE = Style(
    [
        ("header", "dim"),
        ("question", "bold"),
        ("help", ""),
        ("keys", "dim"),
        ("notice", "italic"),
        ("hint", "bold"),
        ("chosen", "italic"),
        ("pointed", "bold"),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("answer", "noinherit"),
        ("qmark", "noinherit bold"),
        ("placeholder", "dim"),
        ("selected", "reverse"),
    ]
)


@changing
class Above:
    """Lines that stand over a field and scroll: `pointed` (from 1, 0 for none) stays in view."""

    lines: Callable[[], list[Line]]
    pointed: Callable[[], int] = lambda: 0
    top: int = 0

    def scroll(self, rows: int) -> None:
        """Move by `rows`; the ends are found when it is drawn."""
        self.top += rows

    def first(self, shown: int) -> int:
        """The first line to show when `shown` of them fit."""
        pointed = self.pointed()
        if pointed:
            self.top = min(max(self.top, pointed - shown), pointed - 1)
        self.top = max(0, min(self.top, len(self.lines()) - shown))
        return self.top


class _Measured(FormattedTextControl):
    """Lines that know how many rows they were given, at the moment they are drawn."""

    rows = 0

    def create_content(self, width: int, height: int | None) -> UIContent:
        if height is not None:
            self.rows = height
        return super().create_content(width, height)


class Stage:
    """What is drawn around the field of `app`, and the page of help that can cover it."""

    def __init__(
        self,
        app: "Application[Any]",
        page: Page,
        *,
        wanted: int,
        above: Above | None = None,
        below: Callable[[], list[Line]] | None = None,
        help_keys: KeyTable = (),
        unexplained: str = "",
    ) -> None:
        """`unexplained` is what the help begins with where the page has none of its own."""
        self.app, self.page, self.wanted, self.above, self.below = app, page, wanted, above, below
        self.encoding = app.output.encoding()
        self.helping = False
        self.unexplained = unexplained
        self.help = Above(lambda: self._explanation(help_keys))

    def set(self) -> None:
        """Give the application our layout; it fills the screen and leaves nothing behind."""
        app = self.app
        app.full_screen = app.renderer.full_screen = True
        app.erase_when_done = True
        app.renderer.style = STYLE  # not over the default one: four hundred rules to read again at each question
        field, focus = self._field()
        parts: list[AnyContainer] = [self._lines(lambda: self._composed()[0])]
        parts += [self._scrolling(self.above)] if self.above else []
        parts.append(field)
        parts += [self._lines(self.below)] if self.below else []
        parts += [Window(height=Dimension(preferred=0)), self._lines(lambda: self._composed()[1])]
        asking = HSplit(parts)
        explaining = HSplit(
            [
                self._scrolling(self.help),
                Window(height=Dimension(preferred=0)),
                self._lines(lambda: screen.wrapped("keys", key_names.any_key(), size()[0])),
            ]
        )
        for split in (asking, explaining):
            for part in walk(split):
                if isinstance(part, HSplit):
                    part.window_too_small = Window()  # instead of an English sentence
        whole = DynamicContainer(lambda: explaining if self.helping else asking)
        app.layout = Layout(whole, focused_element=focus)

    def _field(self) -> tuple[AnyContainer, Window]:
        listed = list_window(self.app)
        if listed is not None:
            return listed, listed
        focus = self.app.layout.current_window
        focus.dont_extend_height = to_filter(True)
        focus.height = Dimension(min=1)  # whatever stands above, the line being typed is seen
        return self.app.layout.container, focus

    def _composed(self) -> tuple[list[Line], list[Line]]:
        columns, rows = size()
        extra = (len(self.above.lines()) if self.above else 0) + (len(self.below()) if self.below else 0)
        self.page.more = key_names.more()
        return screen.compose(self.page, columns, rows, self.wanted + extra)

    def _lines(self, lines: Callable[[], Sequence[Line]]) -> Window:
        return Window(
            FormattedTextControl(lambda: self._styled(lines())),
            height=lambda: Dimension.exact(len(lines())),
            dont_extend_height=True,
        )

    def _scrolling(self, above: Above) -> Window:
        measured = _Measured(
            lambda: self._styled(above.lines()),
            # The window scrolls as told only if its cursor, which is not shown, stands there too.
            get_cursor_position=lambda: Point(0, above.first(measured.rows)),
        )
        return Window(
            measured,
            height=lambda: Dimension(min=min(screen.LEAST_ROOM, len(above.lines())), preferred=len(above.lines())),
            dont_extend_height=True,
            get_vertical_scroll=lambda _window: above.first(measured.rows),
        )

    def _explanation(self, help_keys: KeyTable) -> list[Line]:
        from cip_coach.terminal import glossary

        columns = size()[0]
        lines = [*screen.wrapped("question", self.page.question, columns), ("", "")] if self.page.question else []
        lines += screen.wrapped("", self.page.help or self.unexplained, columns)
        met, others = glossary.split(f"{self.page.question} {self.page.help} {self.page.section}")
        for word, meaning in met:
            lines += [("", ""), ("pointed", word), *screen.wrapped("", meaning, columns)]
        lines += [("", ""), *_table_of_keys(help_keys, screen.room(columns))]
        lines += [("", ""), *screen.wrapped("question", glossary.title(), columns)]
        for word, meaning in others:
            lines += [("", ""), ("pointed", word), *screen.wrapped("", meaning, columns)]
        return lines

    def _styled(self, lines: Sequence[Line]) -> StyleAndTextTuples:
        margin = " " * screen.MARGIN
        fragments: StyleAndTextTuples = []
        for style, words in lines:
            line = f"{margin}{screen.fit(words, self.encoding)}" if words else ""
            fragments += [("", "\n")] if fragments else []
            fragments.append((f"class:{style}" if style else "", line))
        return fragments


def _table_of_keys(keys: KeyTable, room: int) -> list[Line]:
    """A key and what it does on one line; one below the other where that leaves too little room."""
    widest = max((text.width(key) for key, _ in keys), default=0)
    space = room - widest - 2
    lines: list[Line] = []
    for key, meaning in keys:
        if space < LEAST_MEANING:
            lines += [("pointed", key), *(("", f"  {words}") for words in text.wrap(meaning, room - 2))]
            continue
        lead = key + " " * (widest - text.width(key))
        for words in text.wrap(meaning, space):
            lines.append(("", f"{lead}  {words}"))
            lead = " " * widest
    return lines


def size() -> tuple[int, int]:
    """Columns and rows of the terminal."""
    measured = get_app_session().output.get_size()
    return measured.columns, measured.rows


def list_window(app: "Application[Any]") -> Window | None:
    """The window of the list in a `select` or a `checkbox`, None in a text prompt."""
    windows = app.layout.find_all_windows()
    return next((window for window in windows if isinstance(window.content, InquirerControl)), None)
