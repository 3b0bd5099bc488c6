"""What an answer can be. Knows no question, no note and no terminal: asking and keeping both speak it.

Every text in these values has been through `text.clean`; ids are tree ids.
"""

from datetime import date

from cip_coach.frozen import frozen

OTHER = "autre"


@frozen
class Words:
    """Free text, one or several lines, never empty (`texte`, `piste`)."""

    text: str


@frozen
class Picked:
    """A closed answer (`oui_non`, `choix`, `choix_multiple`).

    `ids` in the order given; `()` is the explicit « Rien à noter ». The user's
    own picks appear there as `autre1`, `autre2`… and their texts, in the same
    order, in `others`. `precision` is the free text beside, or "".
    """

    ids: tuple[str, ...]
    others: tuple[str, ...] = ()
    precision: str = ""


@frozen
class Items:
    """A list of one-line texts (`liste`); `()` is the explicit « Rien à noter »."""

    texts: tuple[str, ...]


@frozen
class Number:
    """A finite number (`nombre`, `echelle`)."""

    value: int | float


@frozen
class Day:
    """A calendar day (`date`)."""

    value: date


@frozen
class Action:
    """A next step (`action`): its text, and the day it is meant for when one was said."""

    text: str
    due: date | None = None


@frozen
class Skipped:
    """Asked, and passed over on purpose: *passée*."""


SKIPPED = Skipped()

Answer = Words | Picked | Items | Number | Day | Action
Reply = Answer | Skipped


def is_other(pick: str) -> bool:
    """Whether `pick` names one of the user's own picks: `autre1`, `autre2`…"""
    return pick.startswith(OTHER) and pick[len(OTHER) :].isdecimal()


def none_noted(answer: Reply) -> bool:
    """Whether `answer` is the explicit « Rien à noter » (`[]`)."""
    return answer in (Picked(()), Items(()))
