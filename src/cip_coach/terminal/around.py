"""What is said around a question, whatever the screen: notices, and which item of which loop it is about."""

from cip_coach.asking.conditions import Frame
from cip_coach.asking.moves import View
from cip_coach.terminal.messages import session as say

INSIDE = " › "


def notices(view: View) -> tuple[str, ...]:
    """The sentences to show once, above the question."""
    aside = (say.put_aside(view.newly_aside),) if view.newly_aside > 0 else ()
    return (*view.notices, *aside)


def place(frames: tuple[Frame, ...]) -> str:
    """« Projet › 2 sur 3 — entretien tendu »: the turns of the loops, outermost first."""
    if not frames:
        return ""
    outer = [frame.label for frame in frames[:-1]]
    last = frames[-1]
    return INSIDE.join([*outer, say.turn(last.rank, last.count, last.label)])


def counted(view: View) -> tuple[str, ...]:
    """The lines of a block that counts notes."""
    return tuple(say.notes_counted(label, count) for label, count in view.step.shown)
