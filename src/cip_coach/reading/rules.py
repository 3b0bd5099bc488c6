"""The rules of the figures: every constant that decides what may be said, in one place.

`stats --methode` prints them. Thresholds come from a simulation (design of the
figures, §4; rebuilt in `tests/test_recurrence_simulation.py`). To change one is to
change what past reports said: it goes to the changelog.
"""

from collections.abc import Set
from math import sqrt

from cip_coach.frozen import frozen

MONTHS = 12
"""The default period: the last civil months, the current one among them and unfinished."""
ENOUGH_NOTES = 10
"""Exposed notes below which there is no percentage, no interval and no « récurrente »."""
LEAST_NOTES = 3
LEAST_PERCENT = 8
"""« Récurrente »: at least the larger of `LEAST_NOTES` notes and this share of the exposed ones…"""
LEAST_WEEKS = 2
"""… in at least this many ISO weeks…"""
LEAST_PERSONS = 2
"""… with at least this many persons, unless no exposed note has a code."""
Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: intervals at 95 %."""
WORD_NOTES = 3
WORD_PERSONS = 2
WORDS_IN_A_ROW = 3
"""« Mots qui reviennent »: one to this many words in a row, in enough notes, with enough persons."""
EXPLAINS = 0.8
"""A longer run of words hides its parts when it stands in at least this share of their notes."""
WORDS_SHOWN = 30
LATEST_SHOWN = 3
"""How many texts of the balance stand in the summary, the latest first."""


@frozen
class Interval:
    """The shares between which the true one lies, 95 times in a hundred; from 0 to 1."""

    low: float
    high: float


def wilson(count: int, total: int) -> Interval | None:
    """Wilson's score interval of `count` out of `total`; None below `ENOUGH_NOTES`.

    Formula: the two p for which |count/total - p| = Z · sqrt(p (1 - p) / total)
    (Wilson 1927). Unlike the usual ± one, it stays within 0 and 1 and is honest
    for small counts.
    """
    if total < ENOUGH_NOTES:
        return None
    share = count / total
    spread = Z * Z / total
    middle = share + spread / 2
    half = Z * sqrt(share * (1 - share) / total + spread / (4 * total))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return Interval(0.0 if count == 0 else max(low, 0.0), 1.0 if count == total else min(high, 1.0))


def percent(share: float) -> int:
    """A share as a whole percentage, halves rounded up."""
    return int(share * 100 + 0.5)


def is_recurrent(notes: int, exposed: int, weeks: int, persons: int, exposed_persons: int) -> bool:
    """Whether a difficulty noted that often may be called « récurrente » (design §6).

    `exposed_persons` 0 means that no exposed note has a code: then persons do not
    count. The share is compared in whole numbers: no rounding decides.
    """
    return (
        exposed >= ENOUGH_NOTES
        and notes >= LEAST_NOTES
        and 100 * notes >= LEAST_PERCENT * exposed
        and weeks >= LEAST_WEEKS
        and (persons >= LEAST_PERSONS or exposed_persons == 0)
    )


def weeks(ordinals: Set[int]) -> int:
    """In how many ISO weeks these days (proleptic ordinals) lie; a week begins on Monday."""
    return len({(ordinal - 1) // 7 for ordinal in ordinals})
