"""Which field a question gets. Knows the types; the fields know how."""

from prompt_toolkit.application.current import get_app_session

from cip_coach.asking.moves import Move, Seen, View
from cip_coach.asking.tree import Kind
from cip_coach.frozen import replace
from cip_coach.terminal import around, choose, prompt, screen
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.listing import Option, menu
from cip_coach.terminal.messages import menus
from cip_coach.terminal.pages import leave, page_of
from cip_coach.terminal.prompt import Nav, put
from cip_coach.terminal.stage import Above, size


def ask(desk: Desk, view: View) -> Move:
    """Put one question of any type. Notices that leave it no room are read before, on a page of their own."""
    page = page_of(desk, view)
    if page.notices and screen.overfull(page, *size()):
        notices = screen.Page(title=page.title, section=page.section, notices=page.notices)
        if not choose.read(desk, notices, menus.go_on()) and desk.gone:
            return leave(Nav(prompt.GONE), None)
        view = replace(view, notices=(), newly_aside=0)
    # Each loaded when asked for: the first question waits for no other.
    match view.step.question.kind:
        case Kind.YES_NO | Kind.CHOICE:
            from cip_coach.terminal.fields_pick import ask_pick

            return ask_pick(desk, view)
        case Kind.CHOICES:
            from cip_coach.terminal.fields_tick import ask_ticks

            return ask_ticks(desk, view)
        case Kind.SCALE:
            from cip_coach.terminal.fields_pick import ask_scale

            return ask_scale(desk, view)
        case Kind.LIST:
            from cip_coach.terminal.fields_list import ask_list

            return ask_list(desk, view)
        case Kind.INFO:
            return _ask_info(desk, view)
        case _:
            from cip_coach.terminal.fields_text import ask_text

            return ask_text(desk, view)


def _ask_info(desk: Desk, view: View) -> Move:
    """Something to read: Enter goes on; what it counts scrolls when it is long."""
    page = page_of(desk, view)
    columns, rows = size()
    lines = [line for words in around.counted(view) for line in screen.wrapped("item", words, columns)]
    field = menu(
        [Option(choose.GO_ON, menus.go_on())],
        lambda _value: Seen(),
        encoding=get_app_session().output.encoding(),
        pointed=choose.GO_ON,
    )
    if lines:
        above = Above(lambda: [*lines, ("", "")])
        field.above = above
        field.keys |= {"up": lambda: above.scroll(-1), "down": lambda: above.scroll(1)}
        field.keys |= {"pageup": lambda: above.scroll(-rows // 2), "pagedown": lambda: above.scroll(rows // 2)}
    field.keys["tab"] = Seen
    result = put(desk, page, field)
    return leave(result, None) if isinstance(result, Nav) else Seen()
