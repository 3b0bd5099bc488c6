"""Lists written one item a line (`liste`): add, change, remove, move; the answers about items follow them."""

from cip_coach import text
from cip_coach.answer import Answer, Items
from cip_coach.asking.moves import Answered, Move, Passed, View
from cip_coach.terminal import entry, prompt
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.pages import leave, page_of
from cip_coach.terminal.prompt import Nav, put, typed_text
from cip_coach.terminal.rows import Row
from cip_coach.terminal.screen import Line, room
from cip_coach.terminal.stage import Above, size
from cip_coach.terminal.writing import field_for

POINTER = "› "


def ask_list(desk: Desk, view: View) -> Move:
    """Put a list; a blank line ends it, and passes it when it is empty."""
    return _List(desk, view).ask()


class _List:
    def __init__(self, desk: Desk, view: View) -> None:
        self.desk, self.view, self.step = desk, view, view.step
        self.page = page_of(desk, view)
        self.rows = desk.origins.rows(view)
        self.before = self.rows.texts
        self.pointed = 0
        """Which row is pointed at, from 1; 0 while writing."""
        self.changing: int | None = None
        """Which row is in the field to be changed."""
        above = Above(self._lines, lambda: self.line_pointed)
        self.line_pointed = 0
        self.field = field_for("", example=self.step.question.example, above=above)
        self.buffer = self.field.question.application.current_buffer
        self._instruct()

    def ask(self) -> Move:
        self.buffer.on_text_changed += lambda _buffer: self._point(0)
        self.field.help = key_names.keys_of_list()
        self.field.keys |= {
            "enter": self._enter,
            "c-j": self._enter,
            "up": lambda: self._walk(-1),
            "down": lambda: self._walk(1),
            "delete": self._remove,
            "c-n": self._nothing,
        }
        for sequence in ("c-up", "s-up"):
            self.field.keys[sequence] = lambda: self._shift(-1)
        for sequence in ("c-down", "s-down"):
            self.field.keys[sequence] = lambda: self._shift(1)
        result = put(self.desk, self.page, self.field)
        if isinstance(result, Nav):
            return self._leave(result)
        self.desk.origins.forget(self.step.path)
        if isinstance(result, Items):
            return Answered(result, self.rows.moved())
        return Passed(None)

    def _enter(self) -> object:
        if self.pointed:
            self.changing, row = self.pointed - 1, self.rows.rows[self.pointed - 1]
            row.removed = False
            self.buffer.text = row.text
            self.buffer.cursor_position = len(row.text)
            self.page.hint = say.item_being_edited(self.changing + 1)
            return None
        lines = self._typed_lines()
        if lines:
            self._keep(lines)
            return None
        if self.changing is not None:
            self.changing, self.page.hint = None, ""
            return None
        return Items(self.rows.texts) if self.rows.texts else Nav(prompt.SKIP)

    def _keep(self, lines: list[str]) -> None:
        if self.changing is not None:
            self.rows.rows[self.changing].text, lines = lines[0], lines[1:]
            self.changing = None
        high = self.step.question.bounds.high
        free = len(lines) if high is None else max(high - len(self.rows.kept), 0)
        self.rows.rows += [Row(words) for words in lines[:free]]
        left = "\n".join(lines[free:])
        self.buffer.reset()
        if left:
            self.buffer.insert_text(left)
        self.page.hint = say.enough(high or 0) if left else ""

    def _walk(self, by: int) -> None:
        if self.rows.rows and not self.buffer.text:
            self._point((self.pointed + by) % (len(self.rows.rows) + 1))

    def _remove(self) -> None:
        if self.pointed:
            row = self.rows.rows[self.pointed - 1]
            row.removed = not row.removed
        else:
            self.buffer.delete()

    def _shift(self, by: int) -> None:
        if self.pointed:
            self.pointed = self.rows.shift(self.pointed - 1, by) + 1

    def _nothing(self) -> object:
        none = self.step.question.none
        if self.rows.kept or self._typed_lines():
            self.page.hint = say.list_not_empty(none)
            return None
        return Items(()) if none else None

    def _leave(self, nav: Nav) -> Move:
        """What is typed counts as an item of the draft, or as the item it was to change."""
        lines = self._typed_lines()
        if lines and self.changing is not None:
            self.rows.rows[self.changing].text, lines = lines[0], lines[1:]
        self.rows.rows += [Row(words) for words in lines]
        draft: Answer | None = None
        if self.rows.texts and self.rows.texts != self.before:
            draft = Items(self.rows.texts)
            self.desk.origins.keep(self.step.path, draft, self.rows)
        return leave(nav, draft)

    def _typed_lines(self) -> list[str]:
        lines = text.clean(typed_text(self.field.question)).split("\n")
        return [words for words in map(entry.line, lines) if words]

    def _point(self, row: int) -> None:
        self.pointed = row
        self._instruct()

    def _instruct(self) -> None:
        none = self.step.question.none
        self.page.instruction = say.how_to_edit_item() if self.pointed else say.how_to_list(none)
        if self.pointed:
            self.page.hint = ""

    def _lines(self) -> list[Line]:
        lines: list[Line] = []
        self.line_pointed = 0
        for rank, row in enumerate(self.rows.rows, 1):
            here = rank == self.pointed
            number = f"{rank}. "
            words = f"{row.text} {say.removed()}" if row.removed else row.text
            wrapped = text.wrap(words, room(size()[0]) - len(POINTER) - len(number))
            style = "pointed" if here else "help" if row.removed else "item"
            lines.append((style, (POINTER if here else "  ") + number + wrapped[0]))
            lines += [(style, " " * (len(POINTER) + len(number)) + line) for line in wrapped[1:]]
            self.line_pointed = len(lines) if here else self.line_pointed
        self.line_pointed = self.line_pointed or len(lines)
        return lines
