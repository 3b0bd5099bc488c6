"""Two periods side by side: counts and intervals, and the persons met in both. No claim of evolution.

Rule: design §6. A difference between two periods most often comes from chance or from
the persons met (simulation of the figures' design, §4); what can be said without
a claim is what the same persons' notes say.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cip_coach.frozen import frozen
from cip_coach.reading.evidence import Evidence
from cip_coach.reading.recurrence import Figure

if TYPE_CHECKING:
    from fractions import Fraction


@frozen
class Both:
    """The persons asked about a difficulty in both periods: noted less often, more often, or as often, then.

    Of those of `same`, `never` had it noted in neither period.
    """

    persons: int
    less: int
    more: int
    same: int
    never: int


@frozen
class Pair:
    """One difficulty in two periods; a period where it was never asked has none."""

    difficulty: str
    earlier: Figure | None
    later: Figure | None
    both: Both


def compared(
    earlier: Sequence[Figure],
    later: Sequence[Figure],
    earlier_notes: Sequence[Evidence],
    later_notes: Sequence[Evidence],
) -> tuple[Pair, ...]:
    """Each difficulty noted in one period at least, in the order of the figures."""
    before = {figure.difficulty: figure for figure in earlier}
    after = {figure.difficulty: figure for figure in later}
    return tuple(
        Pair(one, before.get(one), after.get(one), _both(one, earlier_notes, later_notes))
        for one in dict.fromkeys((*before, *after))
        if (one in before and before[one].noted) or (one in after and after[one].noted)
    )


def _both(difficulty: str, earlier: Sequence[Evidence], later: Sequence[Evidence]) -> Both:
    """Each person's share of the notes that asked, compared exactly."""
    before, after = _shares(difficulty, earlier), _shares(difficulty, later)
    met = before.keys() & after.keys()
    less = sum(after[person] < before[person] for person in met)
    more = sum(after[person] > before[person] for person in met)
    never = sum(not before[person] and not after[person] for person in met)
    return Both(len(met), less, more, len(met) - less - more, never)


def _shares(difficulty: str, notes: Sequence[Evidence]) -> "dict[str, Fraction]":
    from fractions import Fraction  # only for two periods

    counts: dict[str, list[int]] = {}
    for note in notes:
        if difficulty in note.about:
            count = counts.setdefault(note.person, [0, 0])
            count[0] += difficulty in note.noted_about
            count[1] += 1
    return {person: Fraction(noted, asked) for person, (noted, asked) in counts.items()}
