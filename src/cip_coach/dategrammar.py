"""The grammar of French dates: words → a day or a period, seen from `today`. Knows no clock and no locale.

Three small grammars are tried in turn: named days and periods, dates in words,
dates in figures. A text that none of them knows is an error, never a guess.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Literal

from cip_coach.frozen import frozen
from cip_coach.text import fold

UNREADABLE = "date-illisible"
IMPOSSIBLE = "date-impossible"

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_NUMBERS = (
    *("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
)

Words = tuple[str, ...]
Unit = Literal["day", "week", "month", "year"]

WEEKDAY = {name: rank for rank, name in enumerate(WEEKDAYS)}
_MONTH = {fold(name): rank for rank, name in enumerate(MONTHS, start=1)}
_NUMBER = {name: rank for rank, name in enumerate(_NUMBERS, start=1)} | {"une": 1, "vingt": 20, "trente": 30}
UNIT: dict[str, Unit] = {
    **{"jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month"},
    **{"an": "year", "ans": "year", "annee": "year", "annees": "year"},
}
_SPAN = {word: unit for word, unit in UNIT.items() if unit != "day"}
_ARTICLES = {"le", "la", "l", "les", "du", "en", "au"}
_TO_SPACE = str.maketrans("-'", "  ")


class NotADate(Exception):
    """The text names no date. `code` says why; the text itself stays out of it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@frozen
class Period:
    """The days from `start`, included, to `end`, excluded; at least one."""

    start: date
    end: date


# Words ----------------------------------------------------------------------


def words_of(text: str) -> Words:
    """Folded words; hyphens and apostrophes part them, except inside figures."""
    found: list[str] = []
    for token in fold(text).split():
        in_figures = any(map(str.isdigit, token))
        found += [token] if in_figures else token.translate(_TO_SPACE).split()
    return tuple(found)


def without_article(words: Words) -> Words:
    """« le 14 mars », « du 14 mars », « l’année dernière »: the same without their first word."""
    return words[1:] if words[:1] and words[0] in _ARTICLES else words


def count_of(word: str) -> int:
    """3 for « 3 » or « trois ». Raises `NotADate` for any other word."""
    if _is_number(word):
        return int(word)
    if word in _NUMBER:
        return _NUMBER[word]
    raise NotADate(UNREADABLE)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal()


def _is_year(word: str) -> bool:
    return _is_number(word) and len(word) == 4


def _rank(word: str) -> int | None:
    """The day of the month: « 14 », « 1er »."""
    if word in ("1er", "premier"):
        return 1
    return int(word) if _is_number(word) else None


# The grammar ----------------------------------------------------------------


@contextmanager
def within_the_calendar() -> Iterator[None]:
    """What `datetime` refuses (31 April, the year 12000) is an impossible date."""
    try:
        yield
    except (ValueError, OverflowError):
        raise NotADate(IMPOSSIBLE) from None


def read(words: Words, today: date, *, future: bool = False) -> date | Period:
    """What `words` name. Without a year or « dernier », a day is looked for in the past, or in the `future`.

    Raises `NotADate`; to be called `within_the_calendar`.
    """
    found = _named(words, today, future)
    found = found or _in_words(words, today, future) or _in_figures(words, today, future)
    if found is None:
        raise NotADate(UNREADABLE)
    return found


def _named(words: Words, today: date, future: bool) -> date | Period | None:
    match words:
        case ("aujourd", "hui") | ("aujourdhui",):
            return today
        case ("hier",):
            return today - timedelta(1)
        case ("avant", "hier"):
            return today - timedelta(2)
        case ("demain",):
            return today + timedelta(1)
        case ("apres", "demain"):
            return today + timedelta(2)
        case ("il", "y", "a", count, unit) if unit in UNIT:
            return shift(today, -count_of(count), UNIT[unit])
        case ("dans", count, unit) if unit in UNIT:
            return shift(today, count_of(count), UNIT[unit])
        case ("ces", count, "derniers" | "dernieres", unit) if unit in UNIT:
            return _last(count_of(count), UNIT[unit], today)
        case (count, "derniers" | "dernieres", unit) if unit in UNIT:
            return _last(count_of(count), UNIT[unit], today)
        case (name,) if name in WEEKDAY:
            return _weekday(name, today, future)
        case (name, "dernier" | "passe") if name in WEEKDAY:
            return _weekday(name, today, future=False)
        case (name, "prochain") if name in WEEKDAY:
            return _weekday(name, today, future=True)
        case ("ce" | "cette", unit) | ("ce" | "cette", unit, "ci") if unit in _SPAN:
            return span(_SPAN[unit], today)
        case (unit, "dernier" | "derniere" | "passe" | "passee") if unit in _SPAN:
            return span(_SPAN[unit], shift(today, -1, _SPAN[unit]))
        case (unit, "prochain" | "prochaine") if unit in _SPAN:
            return span(_SPAN[unit], shift(today, 1, _SPAN[unit]))
    return None


def _in_words(words: Words, today: date, future: bool) -> date | Period | None:
    match words:
        case ("semaine", week) if _is_number(week):
            return _iso_week(int(week), today)
        case ("semaine", week, year) if _is_number(week) and _is_year(year):
            return span("week", date.fromisocalendar(int(year), int(week), 1))
        case (month,) if month in _MONTH:
            begun = _MONTH[month] <= today.month
            return span("month", date(today.year if begun else today.year - 1, _MONTH[month], 1))
        case (month, year) if month in _MONTH and _is_year(year):
            return span("month", date(int(year), _MONTH[month], 1))
        case (first, month) if month in _MONTH and (rank := _rank(first)) is not None:
            return _without_year(rank, _MONTH[month], today, future)
        case (first, month, year) if month in _MONTH and _is_year(year) and (rank := _rank(first)) is not None:
            return date(int(year), _MONTH[month], rank)
        case (name, first, *more) if name in WEEKDAY and first not in WEEKDAY:
            return _on_its_weekday(name, (first, *more), today, future)
    return None


def _in_figures(words: Words, today: date, future: bool) -> date | Period | None:
    """Day first, or ISO. Two figures and a hyphen could be either: 14-03-26 is refused."""
    if len(words) != 1:
        return None
    mark = next((mark for mark in "/.-" if mark in words[0]), "/")
    parts = words[0].split(mark)
    if not all(map(_is_number, parts)):
        return None
    numbers = [int(part) for part in parts]
    match [len(part) for part in parts]:
        case [4]:
            return span("year", date(numbers[0], 1, 1))
        case [4, 1 | 2]:
            return span("month", date(numbers[0], numbers[1], 1))
        case [1 | 2, 4]:
            return span("month", date(numbers[1], numbers[0], 1))
        case [4, 1 | 2, 1 | 2]:
            return date(*numbers)
        case [1 | 2, 1 | 2, 4]:
            return date(*reversed(numbers))
        case [1 | 2, 1 | 2, 2] if mark != "-":
            return date(2000 + numbers[2], numbers[1], numbers[0])
        case [1 | 2, 1 | 2] if mark != "-":
            return _without_year(numbers[0], numbers[1], today, future)
    return None


# Calendar -------------------------------------------------------------------


def shift(d: date, count: int, unit: Unit) -> date:
    """`d` moved by `count` units; a day that the month lacks becomes its last (31 March - 1 month)."""
    from calendar import monthrange

    if unit == "day" or unit == "week":
        return d + timedelta(count if unit == "day" else 7 * count)
    months = 12 * d.year + d.month - 1 + (count if unit == "month" else 12 * count)
    year, month = months // 12, months % 12 + 1
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month, min(d.day, monthrange(year, month)[1]))


def span(unit: Unit, d: date) -> Period:
    """The week, month or year around `d`."""
    first = {
        "day": d,
        "week": d - timedelta(d.weekday()),
        "month": d.replace(day=1),
        "year": d.replace(month=1, day=1),
    }[unit]
    return Period(first, shift(first, 1, unit))


def _last(count: int, unit: Unit, today: date) -> Period | None:
    """So many units, today included."""
    tomorrow = today + timedelta(1)
    return Period(shift(tomorrow, -count, unit), tomorrow) if count else None


def _weekday(name: str, today: date, future: bool) -> date:
    """The nearest such weekday strictly before or after today."""
    if future:
        return today + timedelta((WEEKDAY[name] - today.weekday() - 1) % 7 + 1)
    return today - timedelta((today.weekday() - WEEKDAY[name] - 1) % 7 + 1)


def _iso_week(week: int, today: date) -> Period:
    """The latest week of that number that had begun today; only some years have a 53rd."""
    for year in range(today.isocalendar().year, today.year - 9, -1):
        last = date(year, 12, 28).isocalendar().week
        if 1 <= week <= last and date.fromisocalendar(year, week, 1) <= today:
            return span("week", date.fromisocalendar(year, week, 1))
    raise NotADate(IMPOSSIBLE)


def _without_year(rank: int, month: int, today: date, future: bool) -> date:
    """The nearest such day up to today (from today with `future`); a 29 February may be eight years away."""
    from calendar import monthrange

    for step in range(9):
        year = today.year + (step if future else -step)
        if rank <= monthrange(year, month)[1]:
            d = date(year, month, rank)
            if d >= today if future else d <= today:
                return d
    raise NotADate(IMPOSSIBLE)


def _on_its_weekday(name: str, rest: Words, today: date, future: bool) -> date | None:
    """« lundi 16 novembre », when that day is a Monday."""
    found = _in_words(rest, today, future) or _in_figures(rest, today, future)
    if not isinstance(found, date):
        return None
    if found.weekday() != WEEKDAY[name]:
        raise NotADate(IMPOSSIBLE)
    return found
