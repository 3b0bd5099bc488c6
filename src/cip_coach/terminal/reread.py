"""The recap in words: which lines, what each says, which number leads where. Both front-ends use it."""

from collections.abc import Sequence

from cip_coach import text
from cip_coach.answer import Picked, Skipped
from cip_coach.asking.moves import Line, Recap
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import CLOSED
from cip_coach.frozen import frozen
from cip_coach.terminal import around
from cip_coach.terminal.messages import menus
from cip_coach.terminal.messages import session as say

LABEL_COLUMNS = 30


@frozen
class Said:
    """One line of the recap. `quiet`: nothing was answered there; `item`: what it begins to speak of, in a loop."""

    number: str
    label: str
    words: str
    path: str
    depth: int
    quiet: bool = False
    item: str = ""


def said(recap: Recap, *, discreet: bool = False) -> tuple[Said, ...]:
    """The lines to read over; an answer fixed by the tree was never asked, and is left out."""
    lines = [line for line in recap.lines if line.step.question.fixed is None]
    turns = ["", *(_turn(line.step) for line in lines)]
    return tuple(
        _said(line, discreet, new=_turn(line.step) != before) for before, line in zip(turns, lines, strict=False)
    )


def path_of(lines: Sequence[Said], typed: str) -> str | None:
    """The question that a typed number names: `2.1`, `2,1` and `2.1.` are the same."""
    wanted = typed.strip().replace(",", ".").rstrip(".")
    return next((line.path for line in lines if line.number == wanted), None)


def to_come(recap: Recap) -> int:
    """How many questions were not reached yet."""
    return sum(line.reply is None for line in recap.lines if line.step.question.fixed is None)


def any_passed(recap: Recap) -> bool:
    """Whether a question was passed over."""
    return any(isinstance(line.reply, Skipped) for line in recap.lines)


def _turn(step: Step) -> str:
    """The turn of the innermost loop around a question, "" outside of loops."""
    return step.frames[-1].path if step.frames else ""


def _said(line: Line, discreet: bool, *, new: bool) -> Said:
    step = line.step
    label = step.question.label or text.shorten(step.wording.rstrip(f"{text.NBSP} ?"), LABEL_COLUMNS)
    quiet = line.reply is None or isinstance(line.reply, Skipped)
    item = _item(step, discreet) if new and not _named(step, label) else ""
    return Said(step.number, label, _words(line, discreet), step.path, step.depth, quiet, item)


def _named(step: Step, label: str) -> bool:
    return bool(step.frames) and step.frames[-1].label in label


def _item(step: Step, discreet: bool) -> str:
    """« Projet › le camion »: the items of the loops around a question; by their rank where words are masked."""
    masked = [frame.sensitive or discreet for frame in step.frames]
    names = [
        say.turn(frame.rank, frame.count, "") if hidden else frame.label
        for frame, hidden in zip(step.frames, masked, strict=True)
    ]
    return around.INSIDE.join(names)


def _words(line: Line, discreet: bool) -> str:
    question = line.step.question
    if line.reply is None:
        return menus.to_come()
    if isinstance(line.reply, Skipped):
        return menus.passed()
    written = question.kind not in CLOSED
    if question.sensitive or (discreet and written) or _sensitive_pick(line):
        return menus.masked()
    return line.words


def _sensitive_pick(line: Line) -> bool:
    ids = line.reply.ids if isinstance(line.reply, Picked) else ()
    return any(choice.sensitive for choice in line.step.choices if choice.id in ids)
