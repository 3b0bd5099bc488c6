"""The page of a question, and the move that a key makes of it. Knows views; knows no library."""

from cip_coach.answer import Answer
from cip_coach.asking.moves import Ahead, Back, Move, Passed, Paused, View
from cip_coach.terminal import around, prompt
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.prompt import Nav
from cip_coach.terminal.screen import Page

WELL_KNOWN_AFTER = 3


def page_of(desk: Desk, view: View, *, inner: bool = False) -> Page:
    """What stands around the field of `view`; all the keys are named on the first three questions only.

    `inner`: a second page of the same question, from which going back leads to the first.
    """
    step = view.step
    return Page(
        title=desk.title,
        section=step.section,
        position=f"{step.number} / {step.roots}" if step.question.answerable else "",
        notices=() if inner else around.notices(view),
        place=around.place(step),
        question=step.wording,
        help=step.help,
        keys=_keys(view, inner),
        few_keys=(key_names.key_help(),),
        can_go_back=view.can_go_back or inner,
        to_recap=view.editing and not inner,
    )


def leave(nav: Nav, draft: Answer | None) -> Move:
    """The move of a navigation key; `draft` is what the field held, None when nothing changed."""
    match nav.kind:
        case prompt.BACK:
            return Back(draft)
        case prompt.SKIP:
            return Passed(draft)
        case prompt.AHEAD:
            return Ahead(draft)
        case prompt.PAUSE:
            return Paused(draft)
        case _:
            return Paused(draft, leaving=True)


def _keys(view: View, inner: bool) -> tuple[str, ...]:
    back = key_names.key_back_to_recap() if view.editing and not inner else key_names.key_back()
    backwards = (back,) if view.can_go_back or inner else ()
    if view.asked >= WELL_KNOWN_AFTER:
        return (*backwards, key_names.key_help())
    return (*backwards, key_names.key_pass(), key_names.key_help(), key_names.key_pause())
