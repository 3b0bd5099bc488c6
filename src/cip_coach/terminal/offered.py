"""What a closed question puts on the screen: lines, their keys, families. Knows no library: both front-ends use it.

Names that no choice can have stand for the lines of ours: `+autre`, `+rien`, `+plus`, `+fin`.
"""

from collections.abc import Sequence

from cip_coach.answer import Answer, Picked, is_other
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import NO, PARTLY, UNSURE, YES, Choice, Kind
from cip_coach.terminal.messages import session as say

OTHER, NONE, MORE, DONE, FAMILY, OWN = "+autre", "+rien", "+plus", "+fin", "+famille:", "+texte:"
LETTERS = {YES: "o", PARTLY: "p", NO: "n", UNSURE: "s"}
NONE_KEY, MORE_KEY = "0", "+"
AT_ONCE = 9
"""How many choices digits can reach."""


def visible(step: Step, expanded: bool, picked: Sequence[str]) -> list[Choice]:
    """The choices shown now: all of them, or those that do not wait behind « voir plus »."""
    return [choice for choice in step.choices if expanded or not choice.hidden or choice.id in picked]


def by_family(step: Step) -> list[tuple[str, str, list[Choice]]]:
    """(id, label, choices) of each family the question knows, when the list is too long for digits; else none."""
    names = step.question.offer.families
    if len(step.choices) <= AT_ONCE or not any(choice.family in names for choice in step.choices):
        return []
    groups: dict[str, list[Choice]] = {}
    for choice in step.choices:
        groups.setdefault(choice.family if choice.family in names else "", []).append(choice)
    return [(name, names.get(name) or say.no_family(), group) for name, group in groups.items()]


def known_picks(step: Step, answer: Answer | None) -> Picked | None:
    """`answer` as picks that are still on offer, None when there is nothing of it."""
    if not isinstance(answer, Picked):
        return None
    if not answer.ids:
        return answer
    on_offer = {choice.id for choice in step.choices}
    ids = tuple(pick for pick in answer.ids if pick in on_offer or is_other(pick))
    return Picked(ids, answer.others, answer.precision) if ids else None


def picked(ids: Sequence[str], others: Sequence[str], precision: str = "") -> Picked:
    """An answer from the picks on offer, in order, then the user's own texts."""
    own = tuple(f"autre{rank}" for rank in range(1, len(others) + 1))
    return Picked((*ids, *own), tuple(others), precision)


def labels_of(step: Step, answer: Picked) -> str:
    """The picks in words, on one line."""
    known = {choice.id: choice.label for choice in step.choices}
    words = [known.get(pick, pick) for pick in answer.ids if not is_other(pick)] + list(answer.others)
    return " · ".join(words) if words else step.question.none


def letter_of(step: Step, choice: Choice, rank: int) -> str:
    """The key that gives `choice` at once: its letter for a yes or no, else its rank; "" past 9."""
    if step.question.kind is Kind.YES_NO:
        return LETTERS.get(choice.id, str(rank))
    return str(rank) if rank <= AT_ONCE else ""
