"""Lists to choose from, made with questionary: one pick at once, or several ticks. Knows labels and keys.

Long labels are wrapped beforehand, because questionary cuts them; the pointer
starts on nothing unless something is proposed, so that Enter alone answers nothing.
"""

from collections.abc import Callable, Sequence

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Layout, ScrollOffsets, Window
from questionary.prompts.common import InquirerControl

from cip_coach import text
from cip_coach.frozen import frozen
from cip_coach.terminal import screen
from cip_coach.terminal.prompt import Act, Field
from cip_coach.terminal.stage import KeyTable, size

POINTER, POINTER_COLUMNS = "›", 3
TICKED, UNTICKED, NO_BOX = "[x] ", "[ ] ", "    "
Pick = Callable[[str], object]


@frozen
class Option:
    """One line of a list: what it stands for, the key that picks it ("" for none), its words.

    `opens` says that it leads somewhere: it has no box to tick.
    """

    value: str
    label: str
    key: str = ""
    opens: bool = False


def numbered(pairs: Sequence[tuple[str, str]]) -> list[Option]:
    """(value, label) with the digits 1 to 9 as keys, as far as they go; a single line needs none."""
    if len(pairs) == 1:
        return [Option(*pairs[0])]
    return [Option(value, label, str(n) if n <= 9 else "") for n, (value, label) in enumerate(pairs, 1)]


def menu(
    options: Sequence[Option], pick: Pick, *, encoding: str, pointed: str | None = None, help_keys: KeyTable = ()
) -> Field:
    """A list where one line is picked, by its key or with the arrows and Enter; `pick` says what comes of it."""
    keyed = any(option.key for option in options)
    choices = [_choice(option, "", encoding, keyed=keyed) for option in options]
    ic = InquirerControl(choices, pointer=screen.fit(POINTER, encoding), use_indicator=False)
    field = _listed(ic, options, pointed, help_keys)

    def enter() -> object:
        return pick(options[ic.pointed_at].value) if ic.pointed_at >= 0 else pick("")

    field.keys |= {"enter": enter, "c-j": enter}
    for option in options:
        for key in {option.key.lower(), option.key.upper()} - {""}:
            field.keys[key] = _bound(pick, option.value)
    return field


def ticks(
    options: Sequence[Option],
    ticked: list[str],
    *,
    toggle: Pick,
    done: Act,
    encoding: str,
    pointed: str | None = None,
    help_keys: KeyTable = (),
) -> Field:
    """A list where Space and digits call `toggle`, which changes `ticked` and may end the prompt.

    Enter is `done`, but on a line that leads somewhere it goes there.
    """
    choices = [_choice(option, UNTICKED, encoding) for option in options]
    ic = InquirerControl(choices, pointer=screen.fit(POINTER, encoding), use_indicator=False)
    field = _listed(ic, options, pointed or options[0].value, help_keys)

    def show() -> None:
        ic.selected_options[:] = ticked
        for choice, option in zip(ic.choices, options, strict=True):
            mark = NO_BOX if option.opens else TICKED if option.value in ticked else UNTICKED
            choice.title = _title(option, mark, encoding)

    def press(value: str) -> object:
        ic.pointed_at = next(n for n, option in enumerate(options) if option.value == value)
        result = toggle(value)
        show()
        return result

    def enter() -> object:
        option = options[ic.pointed_at]
        return press(option.value) if option.opens else done()

    field.keys |= {"enter": enter, "c-j": enter}
    field.keys[" "] = lambda: press(options[ic.pointed_at].value)
    for option in options:
        if option.key:
            field.keys[option.key] = _bound(press, option.value)
    show()
    return field


def _bound(act: Pick, value: str) -> Act:
    return lambda: act(value)


def _listed(ic: InquirerControl, options: Sequence[Option], pointed: str | None, help_keys: KeyTable) -> Field:
    """The list as a question. `questionary.select` would put two text prompts around it, that nobody sees."""
    values = [option.value for option in options]
    ic.pointed_at = values.index(pointed) if pointed in values else -1
    heights = [str(choice.title).count("\n") + 1 for choice in ic.choices]
    offsets = ScrollOffsets(top=1, bottom=max(heights))
    window = Window(ic, dont_extend_height=True, always_hide_cursor=True, scroll_offsets=offsets)
    question = questionary.Question(Application(Layout(window), key_bindings=_other_keys()))
    field = Field(question, wanted=sum(heights), help=help_keys)
    last = len(options) - 1
    page = max(size()[1] // 2, 1)
    for sequence, act in {
        "up": lambda: _point(ic, ic.pointed_at - 1 if ic.pointed_at > 0 else last),
        "down": lambda: _point(ic, ic.pointed_at + 1 if ic.pointed_at < last else 0),
        "pageup": lambda: _point(ic, max(ic.pointed_at - page, 0)),
        "pagedown": lambda: _point(ic, min(ic.pointed_at + page, last)),
        "home": lambda: _point(ic, 0),
    }.items():
        field.keys[sequence] = act
    return field


def _other_keys() -> KeyBindings:
    """Any other key changes nothing."""
    bindings = KeyBindings()
    bindings.add("<any>")(lambda _event: None)
    return bindings


def _point(ic: InquirerControl, index: int) -> None:
    ic.pointed_at = index


def _choice(option: Option, mark: str, encoding: str, *, keyed: bool = True) -> questionary.Choice:
    return questionary.Choice(_title(option, mark, encoding, keyed=keyed), value=option.value)


def _title(option: Option, mark: str, encoding: str, *, keyed: bool = True) -> str:
    """The words of a line, after its key; without the column of the keys where no line has one."""
    lead = f"{option.key or ' '}  {mark}" if keyed else mark
    columns = screen.room(size()[0]) - POINTER_COLUMNS + screen.MARGIN - len(lead)
    lines = text.wrap(text.clean_line(option.label), columns)
    return screen.fit(lead + f"\n{' ' * (POINTER_COLUMNS + len(lead))}".join(lines), encoding)
