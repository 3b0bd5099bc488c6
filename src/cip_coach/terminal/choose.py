"""Pages that are no question: menus, a word to read, a line to type. Knows no answer and no interview."""

from collections.abc import Sequence

from prompt_toolkit.application.current import get_app_session

from cip_coach import text
from cip_coach.terminal import prompt
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.entry import line
from cip_coach.terminal.host import Options
from cip_coach.terminal.listing import menu, numbered
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import menus
from cip_coach.terminal.prompt import Nav, put
from cip_coach.terminal.screen import Page

GO_ON = "+suite"


def choose(desk: Desk, page: Page, options: Options, default: str | None = None, back: str = "") -> str | Nav:
    """Put a menu on `page`: the id of what is chosen, `back` by the keys that go back, or the key that left it."""
    pairs = [(value, f"{label} — {hint}" if hint else label) for value, label, hint in options]
    field = menu(
        numbered(pairs),
        lambda value: value or None,
        encoding=get_app_session().output.encoding(),
        pointed=default or options[0][0],
        help_keys=key_names.keys_of_menu(back=bool(back)),
    )
    field.menu, field.unexplained = True, key_names.nothing_but_choosing()
    field.keys |= {"tab": lambda: None, "end": lambda: None}
    field.keys |= dict.fromkeys(("escape", "left", "s-tab"), lambda: back or None)
    result = put(desk, page, field)
    return result if isinstance(result, Nav) else str(result)


def page_for(desk: Desk, title: str, *sentences: str, back: bool = False) -> Page:
    """A page that is no question; `back` if one can go back from it."""
    keys: tuple[str, ...] = (menus.key_choose(), menus.key_leave())
    if back:
        from cip_coach.terminal.messages import browsing_keys

        keys = (keys[0], browsing_keys.key_back(), keys[1])
    return Page(title=desk.title, question=title, block=sentences, airy=True, keys=keys, few_keys=keys)


def read(desk: Desk, page: Page, go_on: str) -> bool:
    """Let `page` be read; False when it was left otherwise than by Enter."""
    return not isinstance(choose(desk, page, ((GO_ON, go_on, ""),)), Nav)


def ask_line(desk: Desk, title: str, hint: str = "", default: str = "", known: Sequence[str] = ()) -> str | Nav:
    """Put one line to type; Tab completes it from `known`."""
    from cip_coach.terminal.writing import write

    page = page_for(desk, title)
    page.instruction, page.keys = hint, (menus.key_validate(), menus.key_leave())
    page.few_keys = page.keys
    if known:
        page.block = (menus.already_used(", ".join(known)),)
    while True:
        result, typed = write(
            desk,
            page,
            default,
            line_or_empty,
            keys={"tab": lambda words: Nav(f"tab:{words}")},
            alone=key_names.keys_of_line_alone(completed=bool(known)),
        )
        if not isinstance(result, Nav):
            return line(typed)
        if not result.kind.startswith("tab:"):
            return result if result.kind != prompt.AHEAD else Nav(prompt.SKIP)
        begun = [code for code in known if text.fold(code).startswith(text.fold(line(typed)))]
        default = begun[0] if begun else typed


def line_or_empty(typed: str) -> object:
    """What is typed, even nothing at all."""
    return ("line", line(typed))
