"""What an answer can be. Knows no question, no note and no terminal: asking and keeping both speak it.

Every text in these values has been through `text.clean`; ids are tree ids.
"""

from dataclasses import dataclass
from datetime import date

OTHER = "autre"


@dataclass(frozen=True, slots=True)
class Words:
    """Free text, one or several lines, never empty (`texte`, `piste`)."""

    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """A closed answer (`oui_non`, `choix`, `choix_multiple`).

    `ids` in the order given; `()` is the explicit « Rien à noter ». The user's
    own picks appear there as `autre1`, `autre2`… and their texts, in the same
    order, in `others`. `precision` is the free text beside, or "".
    """

    ids: tuple[str, ...]
    others: tuple[str, ...] = ()
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of one-line texts (`liste`); `()` is the explicit « Rien à noter »."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number (`nombre`, `echelle`)."""

    value: int | float


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day (`date`)."""

    value: date


@dataclass(frozen=True, slots=True)
class Action:
    """A next step (`action`): its text, and the day it is meant for when one was said."""

    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
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
