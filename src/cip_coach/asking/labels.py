"""Answers as words, for the note and the recap."""

from collections.abc import Mapping

from cip_coach import frenchdate, text
from cip_coach.answer import Action, Day, Items, Number, Picked, Reply, is_other
from cip_coach.asking import wording
from cip_coach.asking.conditions import digits
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import Kind

SEPARATOR = " · "


def labels(step: Step, reply: Reply) -> tuple[str, ...]:
    """The words shown for a closed answer: one per pick that is not the user's own, or the number, or the day."""
    match reply:
        case Picked(ids):
            known = {choice.id: choice.label for choice in step.choices}
            return tuple(known.get(pick, pick) for pick in ids if not is_other(pick))
        case Number(value):
            return (_point(step, value),)
        case Day(value):
            return (frenchdate.spoken(value),)
        case _:
            return ()


def _point(step: Step, value: int | float) -> str:
    shown = digits(value).replace(".", ",")
    if step.question.kind is not Kind.SCALE:
        return shown
    meaning = step.question.bounds.labels.get(int(value), "")
    scale = f"{shown} sur {step.question.bounds.high}"
    return f"{scale} ({meaning})" if meaning else scale


def in_words(step: Step, reply: Reply) -> str:
    """`reply` in one line, in reading words; "" when skipped."""
    match reply:
        case Items(()):
            return step.question.none
        case Picked((), _, precision):
            return text.clean_line(SEPARATOR.join(word for word in (step.question.none, precision) if word))
        case Number() | Day():
            return labels(step, reply)[0]
        case _:
            return plainly(reply, {choice.id: choice.label for choice in step.choices})


def plainly(reply: Reply, known: Mapping[str, str]) -> str:
    """`reply` in one line without its question at hand: `known` maps ids to labels, an unknown pick is left out."""
    match reply:
        case Items(texts):
            return text.clean_line(SEPARATOR.join(texts))
        case Picked(ids, others, precision):
            words = [*(known.get(pick, "") for pick in ids), *others, precision]
            return text.clean_line(SEPARATOR.join(word for word in words if word))
        case Action(words, due) if due is not None:
            return f"{text.clean_line(words)} (pour le {frenchdate.spoken(due)})"
        case _:
            return wording.plainly(reply)
