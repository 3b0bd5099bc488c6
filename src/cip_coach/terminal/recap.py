"""The recap on the full screen: every answer on its line, a number to change one, Enter to save."""

from collections.abc import Sequence

from cip_coach import text
from cip_coach.asking.moves import Back, Edit, Paused, Recap, RecapMove, Revisit, Save
from cip_coach.terminal import prompt, reread
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import menus
from cip_coach.terminal.prompt import Nav, put, typed_text
from cip_coach.terminal.reread import Said
from cip_coach.terminal.screen import BETWEEN_KEYS, Line, Page, wide_room, wrapped
from cip_coach.terminal.stage import Above, size
from cip_coach.terminal.writing import field_for

TABLE_FROM = 60
WIDEST_LABEL = 26


def ask_recap(desk: Desk, recap: Recap) -> RecapMove:
    """Show the answers until they are saved, or one of them is to be changed."""
    lines = reread.said(recap, discreet=desk.discreet)
    waiting = reread.to_come(recap)
    page = Page(
        title=BETWEEN_KEYS.join((menus.recap_title(), recap.title)),
        notices=(*recap.notices, *((menus.care(),) if recap.care else ())),
        instruction=menus.still_to_come(waiting) if waiting else "",
        keys=_keys(recap, trial=desk.trial),
        key_lines=2,
        few_keys=(menus.key_save(trial=desk.trial), key_names.key_help()),
    )
    above = Above(lambda: _table(lines, recap, size()[0]))
    field = field_for("", above=above)
    field.help, field.unexplained, field.menu = menus.keys_of_recap(), menus.explain_recap(), True
    question = field.question

    def enter() -> object:
        typed = text.clean_line(typed_text(question))
        if not typed:
            return Save()
        path = reread.path_of(lines, typed)
        if path is not None:
            return Edit(path)
        page.hint = menus.no_such_number(typed)
        question.application.current_buffer.reset()
        return None

    def revisit() -> object:
        if reread.any_passed(recap):
            return Revisit()
        page.hint = menus.nothing_passed()
        return None

    field.keys |= {"enter": enter, "c-j": enter, "p": revisit, "P": revisit}
    field.keys |= {"tab": lambda: None, "end": lambda: None}
    step = max(size()[1] // 2, 1)
    field.keys |= {"up": lambda: above.scroll(-1), "down": lambda: above.scroll(1)}
    field.keys |= {"pageup": lambda: above.scroll(-step), "pagedown": lambda: above.scroll(step)}
    result = put(desk, page, field)
    if isinstance(result, Nav):
        return Back() if result.kind == prompt.BACK else Paused(leaving=result.kind == prompt.GONE)
    return result  # type: ignore[return-value]


def _keys(recap: Recap, *, trial: bool) -> tuple[str, ...]:
    revisit = (menus.key_revisit(),) if reread.any_passed(recap) else ()
    return (menus.key_save(trial=trial), menus.key_edit(), *revisit, key_names.key_pause())


def _table(lines: Sequence[Said], recap: Recap, columns: int) -> list[Line]:
    """One line an answer; on a narrow screen its words stand below its label."""
    drawn: list[Line] = []
    numbers = max((len(line.number) for line in lines), default=1)
    room = wide_room(columns)
    widest = min(max((text.width(line.label) for line in lines), default=1), max(WIDEST_LABEL, room // 3))
    for line in lines:
        lead = f"{line.number:<{numbers}}  "
        style = "help" if line.quiet else "item"
        if line.item:
            drawn.append(("item", " " * len(lead) + text.shorten(menus.about(line.item), room - len(lead))))
        if columns >= TABLE_FROM:
            label = text.shorten(line.label, widest)
            label += " " * (widest - text.width(label) + 2)
            words = text.shorten(line.words, room - len(lead) - widest - 2)
            drawn.append((style, f"{lead}{label}{words}"))
        else:
            drawn.append((style, lead + text.shorten(line.label, room - len(lead))))
            drawn.append((style, " " * len(lead) + text.shorten(line.words, room - len(lead))))
    if recap.aside:
        drawn += [("", ""), *wrapped("help", menus.aside_title(), columns)]
        drawn += [("help", f"  {_aside(label, words, room - 2)}") for label, words in recap.aside]
    return [*drawn, ("", "")]


def _aside(label: str, words: str, columns: int) -> str:
    return text.shorten(f"{label} — {words}" if words else label, columns)
