"""A period of figures: whole days, cut into civil months. Knows no clock: today is passed in."""

from collections.abc import Iterator
from datetime import date, timedelta

from cip_coach.frozen import frozen
from cip_coach.reading.rules import MONTHS

Month = tuple[int, int]
"""A civil month: (year, month)."""


@frozen
class Span:
    """The days from `start` up to `end`, not included. `unfinished` when today or later is one of them."""

    start: date
    end: date
    unfinished: bool

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return self.start <= day < self.end

    @property
    def last(self) -> date:
        """The last day of the period."""
        return self.end - timedelta(1)

    def months(self) -> Iterator[Month]:
        """The civil months that the period touches, oldest first."""
        year, month = self.start.year, self.start.month
        while (year, month) <= (self.last.year, self.last.month):
            yield year, month
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def span(start: date | None, end: date | None, first: date | None, today: date) -> Span:
    """The period asked for; what is not bounded runs from the `first` note, or to the end of this month.

    Without any bound: the last `MONTHS` civil months, this one among them.
    """
    if start is None and end is None:
        end = following(today)
        start = _months_before(end, MONTHS)
    if end is None:
        end = max(following(today), (start or today) + timedelta(1))
    if start is None:
        start = min(first or end - timedelta(1), end - timedelta(1))
    return Span(start, end, unfinished=end > today)


def following(day: date) -> date:
    """The first day of the month after `day`'s."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _months_before(first_day: date, count: int) -> date:
    rank = first_day.year * 12 + first_day.month - 1 - count
    return date(rank // 12, rank % 12 + 1, 1)
