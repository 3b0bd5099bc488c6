"""One prompt of questionary, from its first key to its result. Knows keys; knows no question type.

questionary is a maker of prompt_toolkit applications here: its messages are never
shown, its `ask` never called (it swallows Ctrl+C). A signal, a closed window or a
bug ends the prompt and leaves the terminal usable; what was typed is still in the field.
"""

import asyncio
import contextlib
import gc
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import questionary
from prompt_toolkit.application import application
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.filters import Condition, buffer_has_focus
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import (
    ConditionalKeyBindings,
    DynamicKeyBindings,
    KeyBindings,
    KeyBindingsBase,
    merge_key_bindings,
)
from prompt_toolkit.key_binding.bindings.basic import load_basic_bindings
from prompt_toolkit.key_binding.bindings.cpr import load_cpr_bindings
from prompt_toolkit.key_binding.bindings.emacs import load_emacs_bindings, load_emacs_shift_selection_bindings

from cip_coach.frozen import changing, field, frozen
from cip_coach.terminal import hangup
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.screen import Line, Page
from cip_coach.terminal.stage import Above, KeyTable, Stage, list_window

Act = Callable[[], object]
"""What a key does. None: stay on the question; anything else ends the prompt."""

BACK, SKIP, AHEAD, PAUSE, GONE = "back", "skip", "ahead", "pause", "gone"

HASTE = 0.3
"""Seconds during which Enter, pressed by habit after a key that answers at once, is not meant for what follows."""

# Readline habits of prompt_toolkit that speak English, quote control characters or act unseen.
_OFF = ("c-z", "c-q", "c-s", "c-r", "c-x", "c-o", "c-v", "c-\\", "f2", "f3", "f4", "escape #", "escape -")
_DIGITS_OFF = tuple(f"escape {digit}" for digit in range(10))


@cache
def _editing_keys() -> KeyBindingsBase:
    """The usual keys of a text field, made once, before the first of them.

    prompt_toolkit makes them anew for each question, with those of vi and of a mouse, which nobody uses here:
    a third of the time from Enter to the next question.
    """
    return merge_key_bindings([load_basic_bindings(), load_emacs_bindings(), load_emacs_shift_selection_bindings()])


@cache
def _usual_keys() -> KeyBindingsBase:
    nothing = KeyBindings()
    in_a_field = DynamicKeyBindings(lambda: _editing_keys() if buffer_has_focus() else nothing)
    return merge_key_bindings([in_a_field, load_cpr_bindings()])


application.load_key_bindings = _usual_keys  # type: ignore[attr-defined]


@frozen
class Nav:
    """A key that leaves the question: back, skip, ahead, pause; `gone` when the terminal was taken away."""

    kind: str


@changing
class Field:
    """A field to put on a page. `wanted` is how many rows it would like.

    `above` are lines that scroll over it, `below` lines that follow the typing;
    `keys` maps key sequences to what they do and comes before everything else;
    `help` are the keys to explain, before those that every question knows; alone on a `menu`,
    which is no question. `unexplained` is what its page of help begins with, where the question has none.
    """

    question: questionary.Question
    wanted: int = 2
    keys: dict[str, Act] = field(default_factory=dict)
    above: Above | None = None
    below: Callable[[], list[Line]] | None = None
    help: KeyTable = ()
    menu: bool = False
    unexplained: str = ""


def put(desk: Desk, page: Page, prompt: Field) -> object:
    """Show `page` with `prompt` until a key ends it; the result of that key, or a `Nav`."""
    if desk.gone:
        return Nav(GONE)
    _Keyboard(desk, page, prompt).install()
    if desk.flush:
        _flush_typeahead()
    try:
        # A signal is asyncio's: prompt_toolkit would load ctypes to hear it itself. Ctrl+C typed here is a key.
        return prompt.question.application.run(handle_sigint=False)
    except (hangup.Hangup, EOFError):
        desk.gone = True
    except OSError as error:
        if not hangup.closed(error):
            raise
        desk.gone = True
    except KeyboardInterrupt:
        return Nav(PAUSE)
    return Nav(GONE)


def typed_text(question: questionary.Question) -> str:
    """What stands in a text field now, even after its prompt was torn away."""
    return question.application.current_buffer.text


class _Keyboard:
    """Our keys and our screen, merged into one application of questionary."""

    def __init__(self, desk: Desk, page: Page, prompt: Field) -> None:
        self.desk, self.page, self.prompt = desk, page, prompt
        self.app = prompt.question.application
        self.shown_at = desk.clock()
        self.after_one_key, desk.by_one_key = desk.by_one_key, False
        self.typed = list_window(self.app) is None
        back = key_names.back_to_recap() if page.to_recap else key_names.back_to_previous()
        self.stage = Stage(
            self.app,
            page,
            wanted=prompt.wanted,
            above=prompt.above,
            below=prompt.below,
            help_keys=prompt.help if prompt.menu else (*prompt.help, *key_names.keys_everywhere(back)),
            unexplained=prompt.unexplained or (say.explain_words() if self.typed else say.explain_choosing()),
        )
        self.ended = False

    def install(self) -> None:
        """Make the application ours."""
        self.stage.set()
        usual = merge_key_bindings([self.app.key_bindings or KeyBindings(), self._keys()])
        asking = Condition(lambda: not self.stage.helping)
        self.app.key_bindings = merge_key_bindings(
            [ConditionalKeyBindings(usual, asking), ConditionalKeyBindings(self._help_keys(), ~asking)]
        )
        self.app.pre_run_callables += [self._let_errors_out]
        if not self.prompt.menu:
            self.app.pre_run_callables += [self._tidy_later]

    def _keys(self) -> KeyBindings:
        bindings = KeyBindings()
        empty = Condition(lambda: not self.typed or not self.app.current_buffer.text)
        for sequence in ("c-c", "<sigint>", "c-d"):
            self._bind(bindings, sequence, lambda: Nav(PAUSE))
        self._bind(bindings, "tab", self._skip)
        self._bind(bindings, "s-tab", self._back)
        self._bind(bindings, "left", self._back, empty)
        self._bind(bindings, "end", lambda: Nav(AHEAD), empty)
        for sequence in ("f1", "c-g", *(() if self.typed else ("?",))):
            self._bind(bindings, sequence, self._explain)
        self._bind(bindings, "c-l", self.app.renderer.clear)
        for sequence in (*_OFF, *_DIGITS_OFF):
            self._bind(bindings, sequence, lambda: None)
        for sequence, act in self.prompt.keys.items():
            self._bind(bindings, sequence, self._unhurried(act) if sequence == "enter" else act)
        return bindings

    def _unhurried(self, act: Act) -> Act:
        """Enter, but not the one that by habit follows the key of the question before: it would pass this one."""

        def enter() -> object:
            hasty = self.desk.flush and self.after_one_key and self.desk.clock() - self.shown_at < HASTE
            return None if hasty else act()

        return enter

    def _bind(self, bindings: KeyBindings, sequence: str, act: Act, when: Condition | None = None) -> None:
        def pressed(_event: object) -> None:
            result = None if self.ended else act()
            if result is not None:
                self.ended = True
                self.desk.by_one_key = len(sequence) == 1
                self.app.exit(result=result)
            self.app.invalidate()

        names = [" "] if sequence == " " else sequence.split()
        bindings.add(*names, eager=True, filter=when if when is not None else True)(pressed)

    def _back(self) -> object:
        if self.page.can_go_back:
            return Nav(BACK)
        self.page.hint = say.first_question()
        return None

    def _skip(self) -> object:
        empty = not self.typed or not self.app.current_buffer.text.strip()
        if empty or self.page.hint == say.enter_keeps():
            return Nav(SKIP)
        self.page.hint = say.enter_keeps()
        return None

    def _explain(self) -> None:
        self.stage.helping, self.stage.help.top = True, 0

    def _help_keys(self) -> KeyBindings:
        bindings = KeyBindings()

        def close() -> None:
            self.stage.helping = False

        self._bind(bindings, "<any>", close)
        for sequence, rows in (("up", -1), ("down", 1), ("pageup", -8), ("pagedown", 8)):
            self._bind(bindings, sequence, lambda rows=rows: self.stage.help.scroll(rows))  # type: ignore[misc]
        return bindings

    def _let_errors_out(self) -> None:
        """An error inside a key or a redraw ends the prompt, instead of a traceback and « Press ENTER »."""

        def end(_loop: object, context: dict[str, Any]) -> None:
            if not self.ended:
                self.ended = True
                self.app.exit(exception=context.get("exception") or RuntimeError("prompt"))

        asyncio.get_running_loop().set_exception_handler(end)

    def _tidy_later(self) -> None:
        """Look for what the question before left behind once this one is on the screen: then nobody waits."""

        def drawn(_app: object) -> None:
            self.app.after_render -= drawn
            asyncio.get_running_loop().call_soon(_tidy, self.desk)

        self.app.after_render += drawn


def _tidy(desk: Desk) -> None:
    """Free the cycles of objects of the questions before. What there was at the first one is there to stay."""
    if gc.get_freeze_count():
        gc.collect()
    else:
        desk.ahead()
        _editing_keys()
        gc.freeze()


def _flush_typeahead() -> None:
    """Forget keys pressed before the question was on the screen: they were not meant for it."""
    session_input = get_app_session().input
    clear_typeahead(session_input)
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import termios

        if sys.stdin.isatty():
            termios.tcflush(session_input.fileno(), termios.TCIFLUSH)
