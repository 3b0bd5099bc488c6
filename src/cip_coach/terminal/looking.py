"""Pages that open over a list or a note: lines to read, one thing to pick, words to write. Knows no journal."""

from collections.abc import Callable, Iterable, Sequence

from cip_coach import text
from cip_coach.frozen import frozen
from cip_coach.terminal import entry
from cip_coach.terminal import notes as views
from cip_coach.terminal import pane as panes
from cip_coach.terminal.choose import line_or_empty, page_for
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.fragments import EMPTY, Line, line, wrapped
from cip_coach.terminal.messages import browsing as said
from cip_coach.terminal.messages import browsing_keys as keys_said
from cip_coach.terminal.messages import menus
from cip_coach.terminal.pane import Pane
from cip_coach.terminal.prompt import AHEAD, BACK, GONE, PAUSE, SKIP, Act, Nav
from cip_coach.terminal.scroll import Scroll
from cip_coach.terminal.stage import size
from cip_coach.terminal.writing import write

Lines = Callable[[views.View], Iterable[Line]]
KEEP, GO_ON, DROP = "garder", "continuer", "abandonner"
DONE = Nav("done")
AROUND = 4
"""The rows of a page that its heading and its keys take."""
BACKWARDS: dict[str, Callable[[str], object]] = {"escape": lambda _typed: Nav(BACK)}


@frozen
class Written:
    """What was written, "" to add nothing; `left` when the whole program is to be left."""

    words: str = ""
    left: Nav | None = None


def read(desk: Desk, title: str, lines: Lines, at: str = "") -> object:
    """Let lines be read that are made for the size of the screen, first where `at` stands; the key that left them."""
    drawn: dict[tuple[int, int], list[Line]] = {}

    def built() -> list[Line]:
        columns, rows = size()
        if (columns, rows) not in drawn:
            drawn[columns, rows] = list(lines(views.View(panes.width(columns), rows=rows - AROUND, references=False)))
        return drawn[columns, rows]

    def block(index: int) -> list[Line] | None:
        return [built()[index]] if 0 <= index < len(built()) else None

    def head(columns: int) -> list[Line]:
        place = panes.lines_shown(scroll.top + 1, scroll.rows, len(built()), columns)
        return [panes.heading(title, place, columns)]

    scroll = Scroll(lambda: len(built()), block, pointing=False)
    scroll.top = next((n for n, pieces in enumerate(built()) if at and any(at in words for _, words in pieces)), 0)
    keys = panes.moving(scroll) | panes.backwards() | {"enter": lambda: Nav(BACK)}
    keys |= {" ": lambda: scroll.page(1)}
    foot = (keys_said.key_scroll(), keys_said.key_back())
    return panes.show(desk, Pane(scroll, head, lambda columns: panes.footing("", foot, columns), keys))


def help_page(desk: Desk, title: str, keys: Sequence[tuple[str, str]]) -> object:
    """The page that explains the keys, until one of them is pressed; a `Nav`."""

    def block(index: int) -> list[Line] | None:
        if index:
            return None
        room = panes.width(panes.columns())
        lines = [line(words, "title") for words in text.wrap(title, room)]
        lines.append(EMPTY)
        for key, meaning in keys:
            first, *others = text.wrap(f"{key}{text.NBSP}: {meaning}", room - len(panes.GUTTER))
            named = len(key) if first.startswith(key) else 0
            lines.append((("pointed", first[:named]), ("", first[named:])))
            lines += [line(panes.GUTTER + words) for words in others]
        return lines

    scroll = Scroll(lambda: 1, block, pointing=False)
    leave = dict.fromkeys(("enter", "f1", "?"), lambda: Nav(BACK))
    pane = Pane(
        scroll,
        head=lambda _columns: (),
        foot=lambda columns: panes.footing("", (keys_said.key_scroll(), keys_said.key_back()), columns),
        keys=panes.moving(scroll) | panes.backwards() | leave,
    )
    return panes.show(desk, pane)


def pick(desk: Desk, title: str, question: str, about: str, options: Sequence[tuple[str, str]]) -> str | Nav:
    """One of `options` (id, label), by its number or with the arrows; the key that left otherwise."""

    def block(index: int) -> list[Line] | None:
        if not 0 <= index < len(options):
            return None
        room = panes.width(panes.columns())
        head = (
            [*wrapped(question, room, style="question"), *(wrapped(about, room) if about else []), EMPTY]
            if index == 0
            else []
        )
        return [*head, line(f"{index + 1}  {options[index][1]}", "title")]

    scroll = Scroll(lambda: len(options), block)
    keys: dict[str, Act] = panes.moving(scroll) | panes.backwards()
    keys |= dict.fromkeys(("enter", "right", " "), lambda: options[scroll.pointed][0])
    keys |= {str(rank): _bound(value) for rank, (value, _) in enumerate(options, 1)}
    foot = (keys_said.key_pick(), keys_said.key_back())
    pane = Pane(
        scroll,
        lambda columns: [panes.heading(title, "", columns)],
        lambda columns: panes.footing("", foot, columns),
        keys,
        mark=lambda pieces: pieces[0][0] == "title",
    )
    result = panes.show(desk, pane)
    return result if isinstance(result, Nav) else str(result)


def ask_word(desk: Desk, title: str, question: str) -> str | Nav:
    """One line to write, which may be empty; the key that left otherwise."""
    page = page_for(desk, question)
    page.title, page.instruction = title, said.word_is_free()
    page.keys = page.few_keys = (menus.key_validate(), keys_said.key_back())
    result, typed = write(desk, page, "", line_or_empty, keys=BACKWARDS)
    if isinstance(result, Nav) and result.kind not in (SKIP, AHEAD):
        return result
    return entry.line(typed)


def ask_look(desk: Desk, title: str) -> Written:
    """Let a later look be written. Taken away in the middle, the terminal loses nothing of it."""
    typed = ""
    while True:
        page = page_for(desk, said.look_page())
        page.title, page.instruction = title, said.how_to_look()
        page.keys = page.few_keys = (menus.key_validate(), keys_said.key_back())
        result, typed = write(desk, page, typed, lambda _typed: DONE, multiline=True, keys=BACKWARDS)
        words = entry.tidy(typed)
        left = result if isinstance(result, Nav) and result.kind in (PAUSE, GONE) else None
        if result == DONE or not words or desk.gone:
            return Written(words, left)
        options = ((GO_ON, said.go_on_writing()), (KEEP, said.keep_it()), (DROP, said.drop_it()))
        chosen = pick(desk, title, said.ask_left_look(), "", options)
        if desk.gone or chosen in (KEEP, DROP):
            return Written("" if chosen == DROP else words, Nav(GONE) if desk.gone else None)


def _bound(value: str) -> Act:
    return lambda: value
