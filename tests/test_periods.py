"""Periods as a French sentence says them."""

from datetime import date

import pytest

from cip_coach.reading.span import Span
from cip_coach.terminal.periods import runs, said


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ((2025, 12, 1), (2026, 12, 1), "de décembre 2025 à novembre 2026"),
        ((2026, 6, 1), (2026, 11, 1), "de juin à octobre 2026"),
        ((2026, 4, 1), (2026, 6, 1), "d’avril à mai 2026"),
        ((2026, 8, 1), (2026, 9, 1), "en août 2026"),
        ((2026, 3, 1), (2026, 3, 2), "le 1er mars 2026"),
        ((2026, 3, 3), (2026, 4, 1), "du 3 mars 2026 au 31 mars 2026"),
    ],
)
def test_a_period_is_named_as_people_name_it(start, end, words):
    assert said(Span(date(*start), date(*end), unfinished=False)) == words


def test_months_in_a_row_are_said_together():
    assert list(runs([(2025, 12), (2026, 1), (2026, 3), (2026, 10), (2026, 11)])) == [
        "de décembre 2025 à janvier 2026", "en mars 2026", "d’octobre à novembre 2026",
    ]  # fmt: skip
    assert list(runs([])) == []
