"""On this day: the days to look back to, a month and some years ago. Knows no folder and no clock."""

import calendar
from datetime import date, timedelta

from cip_coach.dategrammar import shift
from cip_coach.frozen import frozen


@frozen
class Anniversary:
    """Some time ago: `months` or `years`, and the days it means, from `start` up to `end`, not included."""

    months: int
    years: int
    start: date
    end: date


def anniversaries(today: date, first: date) -> tuple[Anniversary, ...]:
    """A month, six months, then each year before `today`, no earlier than the day `first`.

    The last day of a month also recalls the days that this month has not: nothing
    written on a 31st or a 29 February is ever out of reach.
    """
    told = [_ago(today, months=1), _ago(today, months=6)]
    told += [_ago(today, years=years) for years in range(1, today.year - first.year + 1)]
    return tuple(one for one in told if one.end > first)


def _ago(today: date, *, months: int = 0, years: int = 0) -> Anniversary:
    start = shift(today, -(months + 12 * years), "month")
    end = start + timedelta(1)
    if today.day == calendar.monthrange(today.year, today.month)[1]:
        end = start.replace(day=calendar.monthrange(start.year, start.month)[1]) + timedelta(1)
    return Anniversary(months, years, start, end)
