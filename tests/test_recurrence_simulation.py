"""The rule of recurrence, tried on made-up reports where the truth is known (stats.md §4).

A rare label (2 %) must almost never pass, a frequent one (18 %) most often. Persons
are met about four times each, sessions spread over a quarter.
"""

from datetime import date, timedelta
from random import Random

import pytest
from counted_journal import head

from cip_coach.reading.evidence import Lens
from cip_coach.reading.recurrence import figures
from cip_coach.reading.span import Span
from cip_coach.vocabulary import Taxonomy, Term

REPORTS = 1500
RARE, FREQUENT = "diff.rare", "diff.frequent"
TERMS = Taxonomy("difficultes", 1, "", {name: Term(name, name) for name in (RARE, FREQUENT)})
QUARTER = Span(date(2026, 1, 1), date(2026, 4, 1), unfinished=False)


def passing(sessions: int, reports: int, seed: int) -> tuple[float, float]:
    """The shares of reports in which the rare label, and the frequent one, are called recurrent."""
    chance = Random(seed)
    lens = Lens(TERMS, [])
    days = [QUARTER.start + timedelta(days=rank * 89 // sessions) for rank in range(sessions)]
    codes = [f"p{rank % max(sessions // 4, 2)}" for rank in range(sessions)]
    # All the notes there can be, once: what they say is then drawn report by report.
    possible = {}
    for rank in range(sessions):
        for picks in ((), (RARE,), (FREQUENT,), (RARE, FREQUENT)):
            made = head(rank, days[rank], codes[rank], exposed={"x": ("difficultes@1",)}, difficulties={"x": picks})
            possible[rank, picks] = lens.evidence(made)
    passed = {RARE: 0, FREQUENT: 0}
    for _ in range(reports):
        drawn = [
            possible[
                rank,
                ((RARE,) if chance.random() < 0.02 else ()) + ((FREQUENT,) if chance.random() < 0.18 else ()),
            ]
            for rank in range(sessions)
        ]
        for figure in figures(drawn, QUARTER, TERMS, {}):
            passed[figure.difficulty] += figure.recurrent
    return passed[RARE] / reports, passed[FREQUENT] / reports


@pytest.mark.parametrize(("sessions", "frequent_share"), [(20, 0.73), (40, 0.95), (80, 0.99)])
def test_a_rare_label_almost_never_passes_and_a_frequent_one_does(sessions, frequent_share):
    rare, frequent = passing(sessions, REPORTS, seed=sessions)
    assert rare <= 0.02
    assert frequent == pytest.approx(frequent_share, abs=0.035)
