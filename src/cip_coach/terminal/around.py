"""What is said around a question, whatever the screen: notices, and which item of which loop it is about."""

from cip_coach.asking.moves import View
from cip_coach.asking.steps import Step
from cip_coach.terminal.messages import recalled
from cip_coach.terminal.messages import session as say

INSIDE = " › "


def notices(view: View) -> tuple[str, ...]:
    """The sentences to show once, above the question."""
    aside = (say.put_aside(view.newly_aside),) if view.newly_aside > 0 else ()
    return (*view.notices, *aside)


def place(step: Step) -> str:
    """« Projet › 2 sur 3 — entretien tendu »: the turns of the loops, outermost first.

    An item that the question itself names is not named twice: « 2 sur 3 ».
    """
    if not step.frames:
        return ""
    *outer, last = step.frames
    named = "" if last.label in step.wording else last.label
    return INSIDE.join([*(frame.label for frame in outer), say.turn(last.rank, last.count, named)])


def counted(view: View) -> tuple[str, ...]:
    """The lines of a block that shows what the journal holds, each source under its heading."""
    lines: list[str] = []
    for part in view.step.shown:
        heading = recalled.heading(part.source)
        if heading and part.lines:
            lines.append(heading)
        indent = "  " if heading else ""
        lines += (f"{indent}{_counted(part.source, label, count)}" for label, count in part.lines)
    return tuple(lines)


def _counted(source: str, label: str, count: int) -> str:
    return label if count == 1 and recalled.holds_words(source) else say.notes_counted(label, count)
