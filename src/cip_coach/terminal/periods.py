"""Days and months as a French sentence says them: « de juin à octobre 2026 », « du 3 mars 2026 au 5 mai 2026 »."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from cip_coach.frenchdate import spoken, spoken_month
from cip_coach.reading.span import Month, Span

_VOWELS = "ao"


def month(of: Month) -> str:
    """`novembre 2026`."""
    return spoken_month(date(*of, 1))


def said(span: Span) -> str:
    """The period, with its preposition: whole months by their names, other periods by their first and last days."""
    if span.start.day == 1 and span.end.day == 1:
        return _from_to(*_ends(tuple(span.months())), alone="en ")
    if span.end - span.start == timedelta(1):
        return f"le {spoken(span.start)}"
    return f"du {spoken(span.start)} au {spoken(span.last)}"


def runs(months: Sequence[Month]) -> Iterator[str]:
    """These months, oldest first, those that follow each other together: « mai 2026 », « de juillet à août 2026 »."""
    numbered = enumerate(year * 12 + number for year, number in months)
    for _, together in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        places = [place for place, _ in together]
        yield _from_to(months[places[0]], months[places[-1]], alone="en ")


def _ends(months: tuple[Month, ...]) -> tuple[Month, Month]:
    return months[0], months[-1]


def _from_to(first: Month, last: Month, alone: str) -> str:
    if first == last:
        return f"{alone}{month(first)}"
    begun = month(first)
    if first[0] == last[0]:
        begun = begun.rpartition(" ")[0]
    return f"{'d’' if begun[0] in _VOWELS else 'de '}{begun} à {month(last)}"
