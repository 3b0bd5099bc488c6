"""Fields where something is typed: a line, several lines, an editor. Knows no question type."""

from collections.abc import Callable

import questionary
from prompt_toolkit.application.current import get_app_session

from cip_coach import text
from cip_coach.terminal import editor, prompt, screen
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.entry import Unfit, tidy
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.prompt import Act, Field, Nav, put, typed_text
from cip_coach.terminal.screen import Line, Page
from cip_coach.terminal.softwrap import WholeWords
from cip_coach.terminal.stage import Above, KeyTable, size

PROMPT, PROMPT_COLUMNS = " ›", 4
EDITOR = Nav("editor")
Accept = Callable[[str], object]


def field_for(default: str, *, multiline: bool = False, example: str = "", above: Above | None = None) -> Field:
    """A text field holding `default`; `example` stands in it while it is empty."""
    encoding = get_app_session().output.encoding()
    room = screen.room(size()[0]) - PROMPT_COLUMNS
    hint = screen.fit(text.shorten(say.for_example(example), room), encoding) if example else ""
    question = questionary.text(
        "",
        default,
        qmark=screen.fit(PROMPT, encoding),
        instruction="",
        multiline=multiline,
        placeholder=[("class:placeholder", hint)] if hint else None,
        prompt_continuation=lambda width, _line, _wrapped: " " * width,
        input_processors=[WholeWords(PROMPT_COLUMNS, screen.READABLE - PROMPT_COLUMNS + screen.MARGIN)],
    )
    rows = max(default.count("\n") + 1, 2 if multiline else 1)
    help_keys = key_names.keys_of_text() if multiline else key_names.keys_of_line()
    return Field(question, wanted=rows, above=above, help=help_keys)


def write(
    desk: Desk,
    page: Page,
    default: str,
    accept: Accept,
    *,
    multiline: bool = False,
    example: str = "",
    below: Callable[[str], list[Line]] | None = None,
    keys: dict[str, Callable[[str], object]] | None = None,
    alone: KeyTable = (),
) -> tuple[object, str]:
    """Let a text be written until `accept` takes it or a key leaves; what came of it, and the text.

    `accept` returns `Unfit` to refuse; `below` are lines that follow the typing;
    `alone` are the only keys to explain, where the line answers no question.
    """
    typed = default
    while True:
        field = field_for(typed, multiline=multiline, example=example)
        question = field.question
        if alone:
            field.help, field.menu, field.unexplained = alone, True, key_names.nothing_but_a_line()

        def submit(question: questionary.Question = question) -> object:
            result = accept(typed_text(question))
            if isinstance(result, Unfit):
                page.hint = result.sentence
                return None
            return result

        field.keys |= {"enter": submit, "c-j": submit}
        for sequence, act in (keys or {}).items():
            field.keys[sequence] = _on_text(act, question)
        if below is not None:
            field.below = _following(below, question)
        if multiline:
            field.keys |= {
                "c-j": _newline(question),
                "escape enter": _newline(question),
                "c-e": lambda: EDITOR,
            }
        result = put(desk, page, field)
        typed = typed_text(question)
        if result != EDITOR:
            return result, typed
        edited = editor.edit(tidy(typed), desk.private_file, desk.environment)
        typed, page.hint = edited.text, edited.sentence
        if edited.hangup:
            desk.gone = True
            return Nav(prompt.GONE), typed


def _on_text(act: Callable[[str], object], question: questionary.Question) -> Act:
    return lambda: act(typed_text(question))


def _following(below: Callable[[str], list[Line]], question: questionary.Question) -> Callable[[], list[Line]]:
    return lambda: below(typed_text(question))


def _newline(question: questionary.Question) -> Act:
    def insert() -> None:
        question.application.current_buffer.insert_text("\n")

    return insert
