"""A long list of answers without families: typing narrows it down, accents do not count, only the list can answer."""

from collections.abc import Sequence

from cip_coach import text
from cip_coach.terminal import prompt, screen
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.listing import Option
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.prompt import Nav, put, typed_text
from cip_coach.terminal.screen import Line, Page
from cip_coach.terminal.stage import Above, size
from cip_coach.terminal.writing import field_for

POINTER = "› "


def matches(typed: str, options: Sequence[Option]) -> list[Option]:
    """The options of which a word begins with `typed`, else those that contain it; all when nothing is typed."""
    wanted = text.fold(typed).strip()
    begun = [option for option in options if f" {wanted}" in f" {_plain(option)}"]
    return begun or [option for option in options if wanted in _plain(option)]


def filtered(desk: Desk, page: Page, options: Sequence[Option], chosen: str = "") -> object:
    """Put the list until one option is chosen: its value, or a `Nav`. Enter on nothing passes."""
    page.instruction = say.how_to_filter(len(options))
    state = _State(options, chosen)
    above = Above(state.lines, lambda: state.line_pointed)
    field = field_for("", above=above)
    question = field.question
    field.help = key_names.keys_of_filter()

    def retype(_buffer: object) -> None:
        state.typed, state.pointed = typed_text(question), -1

    def enter() -> object:
        found = state.found
        if 0 <= state.pointed < len(found):
            return found[state.pointed].value
        if not state.typed.strip():
            return Nav(prompt.SKIP)
        exact = [option for option in found if _plain(option) == text.fold(state.typed).strip()]
        if len(exact) == 1 or len(found) == 1:
            return (exact or found)[0].value
        page.hint = say.several_such_choices() if found else say.no_such_choice(text.clean_line(state.typed))
        return None

    def complete() -> object:
        found = state.found
        if not state.typed.strip() and state.pointed < 0:
            return Nav(prompt.SKIP)
        if found:
            buffer = question.application.current_buffer
            buffer.text = text.clean_line(found[max(state.pointed, 0)].label)
            buffer.cursor_position = len(buffer.text)
        return None

    question.application.current_buffer.on_text_changed += retype
    field.keys |= {"enter": enter, "c-j": enter, "tab": complete}
    field.keys |= {"down": lambda: state.point(1), "up": lambda: state.point(-1)}
    return put(desk, page, field)


class _State:
    """What is typed, and which of the matches is pointed at."""

    def __init__(self, options: Sequence[Option], chosen: str) -> None:
        self.options = options
        self.typed = ""
        self.pointed = next((rank for rank, option in enumerate(options) if option.value == chosen), -1)
        self.line_pointed = 0

    @property
    def found(self) -> list[Option]:
        """The options that fit what is typed."""
        return matches(self.typed, self.options)

    def point(self, by: int) -> None:
        """Move the pointer, round the ends."""
        count = len(self.found)
        if count:
            self.pointed = (self.pointed + by) % count if self.pointed >= 0 or by > 0 else count - 1

    def lines(self) -> list[Line]:
        """The matches, then blank lines: the field below stays where it is."""
        lines: list[Line] = []
        self.line_pointed = 0
        for rank, option in enumerate(self.found):
            here = rank == self.pointed
            wrapped = text.wrap(text.clean_line(option.label), screen.room(size()[0]) - len(POINTER))
            lead = POINTER if here else " " * len(POINTER)
            lines += [("pointed" if here else "", lead + wrapped[0])]
            lines += [("pointed" if here else "", " " * len(POINTER) + line) for line in wrapped[1:]]
            self.line_pointed = len(lines) if here else self.line_pointed
        return lines + [("", "")] * (len(self.options) - len(lines))


def _plain(option: Option) -> str:
    return text.fold(option.label).strip()
