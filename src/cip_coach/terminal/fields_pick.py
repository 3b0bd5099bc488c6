"""Questions with one answer to pick: `oui_non`, `choix`, `echelle`, then the free text beside it."""

from prompt_toolkit.application.current import get_app_session

from cip_coach.answer import Number, Picked, is_other
from cip_coach.asking.moves import Answered, Move, View
from cip_coach.asking.tree import Choice
from cip_coach.frozen import changing
from cip_coach.terminal import offered, prompt
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.entry import line, tidy
from cip_coach.terminal.fields_filter import filtered
from cip_coach.terminal.listing import Option, menu
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.pages import leave, page_of
from cip_coach.terminal.prompt import Nav, put
from cip_coach.terminal.screen import Page


@changing
class _Pick:
    """What is picked so far: `chosen` a choice, NONE, OTHER or ""; `draft` what to keep when leaving now."""

    chosen: str = ""
    own: str = ""
    precision: str = ""
    draft: Picked | None = None
    expanded: bool = False

    @property
    def answer(self) -> Picked:
        """The pick as an answer."""
        if self.chosen == offered.OTHER:
            return offered.picked((), (self.own,), self.precision)
        ids = () if self.chosen == offered.NONE else (self.chosen,)
        return Picked(ids, (), self.precision)


def ask_pick(desk: Desk, view: View) -> Move:
    """Put a question that takes one pick; the pick, then the texts that go with it, each step can be left."""
    step, pick = view.step, _from(view)
    while True:
        result = _ask_choice(desk, view, pick)
        if isinstance(result, Nav):
            return leave(result, pick.draft)
        pick.chosen = str(result)
        for ask_text in (_ask_own, _ask_precision):
            left = ask_text(desk, view, pick)
            if isinstance(left, Nav):
                break
        else:
            return Answered(pick.answer)
        if left.kind != prompt.BACK:
            return leave(left, pick.answer if pick.own or pick.chosen != offered.OTHER else None)
        pick.draft = pick.answer if pick.own or (pick.precision and step.question.precision) else pick.draft


def ask_scale(desk: Desk, view: View) -> Move:
    """Put a scale: one digit answers; the ends carry their words."""
    bounds = view.step.question.bounds
    low, high = bounds.low or 0, bounds.high if bounds.high is not None else offered.AT_ONCE
    points = [str(point) for point in range(low, high + 1)]
    options = [Option(point, bounds.labels.get(int(point), ""), point if len(point) == 1 else "") for point in points]
    if high > offered.AT_ONCE:  # no key reaches these: their number is their label
        options = [Option(o.value, f"{o.value}  {o.label}".strip()) for o in options]
    page = page_of(desk, view)
    proposed = str(int(view.proposed.value)) if isinstance(view.proposed, Number) else None
    field = menu(
        options,
        lambda value: _given(page, value),
        encoding=_encoding(),
        pointed=proposed,
        help_keys=key_names.keys_of_choice(),
    )
    result = put(desk, page, field)
    return leave(result, None) if isinstance(result, Nav) else Answered(Number(int(str(result))))


def _from(view: View) -> _Pick:
    proposed = offered.known_picks(view.step, view.proposed)
    if proposed is None:
        return _Pick()
    first = proposed.ids[0] if proposed.ids else offered.NONE
    own = proposed.others[0] if proposed.others else ""
    return _Pick(offered.OTHER if is_other(first) else first, own, proposed.precision)


def _ask_choice(desk: Desk, view: View, pick: _Pick) -> object:
    families = offered.by_family(view.step)
    if families:
        return _ask_family(desk, view, pick, families)
    shown = offered.visible(view.step, pick.expanded, (pick.chosen,))
    options = _options(view, [(choice.id, choice.label) for choice in shown], pick)
    if len(shown) > offered.AT_ONCE:
        result = filtered(desk, page_of(desk, view), options, pick.chosen)
    else:
        result = _menu(desk, page_of(desk, view), options, pick.chosen)
    if result == offered.MORE:
        pick.expanded = True
        return _ask_choice(desk, view, pick)
    return result


def _ask_family(desk: Desk, view: View, pick: _Pick, families: list[tuple[str, str, list[Choice]]]) -> object:
    """Family, then item; going back from the items returns to the families."""
    here = next((name for name, _, group in families if pick.chosen in [c.id for c in group]), None)
    pointed = pick.chosen if here is None else offered.FAMILY + here
    while True:
        pairs = [(offered.FAMILY + name, label) for name, label, _ in families]
        result = _menu(desk, page_of(desk, view), _options(view, pairs, pick), pointed)
        if not isinstance(result, str) or not result.startswith(offered.FAMILY):
            return result
        pointed = result
        _, label, group = next(f for f in families if offered.FAMILY + f[0] == result)
        page = page_of(desk, view, inner=True)
        page.chosen = label
        options = [Option(c.id, c.label, str(n) if n <= offered.AT_ONCE else "") for n, c in enumerate(group, 1)]
        item = _menu(desk, page, options, pick.chosen)
        if item != Nav(prompt.BACK):
            return item


def _options(view: View, pairs: list[tuple[str, str]], pick: _Pick) -> list[Option]:
    """The lines of a list: what is offered, then « Autre », « voir plus » and « Rien à noter » as they apply."""
    step, question = view.step, view.step.question
    known = {choice.id: choice for choice in step.choices}
    options = [
        Option(value, label, offered.letter_of(step, known[value], n) if value in known else _digit(n))
        for n, (value, label) in enumerate(pairs, 1)
    ]
    hidden = any(c.hidden for c in step.choices) and not pick.expanded and not pairs[0][0].startswith("+")
    if hidden:
        options.append(Option(offered.MORE, say.see_more(), offered.MORE_KEY))
    if question.other:
        label = f"{say.other()} — {pick.own}" if pick.own else say.other()
        options.append(Option(offered.OTHER, label, _digit(len(pairs) + 1)))
    if question.none:
        options.append(Option(offered.NONE, question.none, offered.NONE_KEY))
    return options


def _digit(rank: int) -> str:
    return str(rank) if rank <= offered.AT_ONCE else ""


def _menu(desk: Desk, page: Page, options: list[Option], pointed: str) -> object:
    field = menu(
        options,
        lambda value: _given(page, value),
        encoding=_encoding(),
        pointed=pointed or None,
        help_keys=key_names.keys_of_choice(),
    )
    return put(desk, page, field)


def _given(page: Page, value: str) -> str | None:
    """The value picked; Enter on nothing says what to do instead."""
    if not value:
        page.hint = say.choose_or_pass()
        return None
    return value


def _ask_own(desk: Desk, view: View, pick: _Pick) -> Nav | None:
    if pick.chosen != offered.OTHER:
        return None
    from cip_coach.terminal.writing import write

    page = page_of(desk, view, inner=True)
    page.instruction = say.which_other()
    result, typed = write(desk, page, pick.own, lambda words: line(words) or Nav(prompt.BACK))
    pick.own = line(typed)
    return result if isinstance(result, Nav) else None


def _ask_precision(desk: Desk, view: View, pick: _Pick) -> Nav | None:
    if not view.step.question.precision or pick.chosen == offered.NONE:
        return None
    result, pick.precision = ask_precision(desk, view, pick.answer)
    return result


def ask_precision(desk: Desk, view: View, answer: Picked) -> tuple[Nav | None, str]:
    """Put the free text beside a closed answer; passing it is answering without it."""
    from cip_coach.terminal.writing import write

    page = page_of(desk, view, inner=True)
    page.chosen, page.instruction = say.chosen(offered.labels_of(view.step, answer)), view.step.question.precision
    result, typed = write(desk, page, answer.precision, lambda words: tidy(words) or Nav(prompt.SKIP), multiline=True)
    if result == Nav(prompt.SKIP):
        return None, ""
    return (result if isinstance(result, Nav) else None), tidy(typed)


def _encoding() -> str:
    return get_app_session().output.encoding()
