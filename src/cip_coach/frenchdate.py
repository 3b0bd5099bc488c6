"""Dates as French speakers write and say them: « la semaine dernière » ⇄ days. Knows no clock and no locale.

`today` is always passed in. `dategrammar` holds what can be read; here are the
questions the program asks about a text, and the way it says a day back.
"""

import re
from datetime import date, datetime, timedelta

from cip_coach.dategrammar import (
    IMPOSSIBLE,
    MONTHS,
    UNIT,
    UNREADABLE,
    WEEKDAY,
    WEEKDAYS,
    NotADate,
    Period,
    Words,
    count_of,
    read,
    shift,
    span,
    within_the_calendar,
    without_article,
    words_of,
)

__all__ = [
    "ACCEPTED",
    "ACCEPTED_DAYS",
    "IMPOSSIBLE",
    "UNREADABLE",
    "NotADate",
    "Period",
    "day",
    "period",
    "since",
    "spoken",
    "spoken_day",
    "spoken_month",
    "spoken_time",
    "trailing_due",
    "until",
]

ACCEPTED_DAYS = (
    "hier",
    "lundi dernier",
    "il y a trois jours",
    "dans 15 jours",
    "1er mars",
    "14 mars 2026",
    "14/03/2026",
    "2026-03-14",
)
ACCEPTED = (
    *ACCEPTED_DAYS,
    "la semaine dernière",
    "semaine 12",
    "ces 30 derniers jours",
    "ce mois-ci",
    "mars 2026",
    "l’année dernière",
    "2026",
)

_NEGATIONS = {"ne", "n", "pas", "jamais"}
_LEADS: tuple[Words, ...] = (
    *(("d", "ici", "au"), ("d", "ici", "a"), ("d", "ici")),
    *(("au", "plus", "tard"), ("avant",), ("pour",)),
)
# After one of these, the date belongs to the sentence: « la note de lundi », « lundi ou mardi ».
_LEANING = {
    *("a", "au", "aux", "de", "du", "d", "des", "le", "la", "les", "l", "un", "une"),
    *(
        "et",
        "ou",
        "ni",
        "en",
        "par",
        "pour",
        "sur",
        "sous",
        "vers",
        "chez",
        "dans",
        "depuis",
        "entre",
        "apres",
    ),
    *(
        "avant",
        "fin",
        "debut",
        "mi",
        "courant",
        "chaque",
        "tout",
        "tous",
        "toute",
        "toutes",
        "jusque",
        "jusqu",
        "ce",
        "cet",
        "cette",
        "ces",
        "c",
        "sauf",
        "hors",
        "pendant",
        "non",
        "que",
        "qu",
    ),
}


def period(text: str, today: date) -> Period:
    """The days that `text` names, seen from `today`; a single day is a period of one.

    Without a year, a date, a month or a week is the latest that had begun
    today. « Il y a 3 semaines » is a day, « la semaine dernière » a week from
    Monday. Raises `NotADate`.
    """
    with within_the_calendar():
        found = read(without_article(words_of(text)), today)
        return found if isinstance(found, Period) else Period(found, found + timedelta(1))


def day(text: str, today: date, *, future: bool = False) -> date:
    """The one day that `text` names; a week or a month is refused, not reduced to its first day.

    Without a year (or « lundi » alone) it is the latest such day up to today;
    with `future`, the next one from today. Raises `NotADate`.
    """
    with within_the_calendar():
        found = read(without_article(words_of(text)), today, future=future)
    if isinstance(found, Period):
        raise NotADate(UNREADABLE)
    return found


def since(text: str, today: date) -> date:
    """The first day of what `text` names (`--depuis`). Raises `NotADate`."""
    return period(text, today).start


def until(text: str, today: date) -> date:
    """The day after the last one that `text` names (`--jusqu-a`, said inclusive, compared exclusive)."""
    return period(text, today).end


def trailing_due(text: str, today: date) -> tuple[str, date | None]:
    """Split an action from the day it is meant for: « appeler pour le 1er mars » → « appeler », 1 March.

    A week is due on its Friday. Only an unmistakable end of text is cut: a
    past day, a second date, a negation, « la note de lundi », « le lundi » (every
    Monday) or a date in figures without « le » leave the text as it was.
    """
    body = text.rstrip().removesuffix(".").rstrip()
    cut = _trailing(body, today)
    if cut is None:
        return text, None
    start, due = cut
    kept = body[:start].rstrip(" \t\n\r\u00a0\u202f,;:–—-")
    words = words_of(kept)
    week_to_prepare = len(words) == 1 and words_of(body[start:])[0] in {"la", "cette"}
    if week_to_prepare or not _NEGATIONS.isdisjoint(words) or not any(map(str.isalnum, kept)):
        return text, None
    return (text, None) if _trailing(kept, today) else (kept, due)


def spoken(d: date) -> str:
    """« 22 novembre 2026 », « 1er mars 2026 »."""
    return f"{_spoken_short(d)} {d.year:04d}"


def spoken_month(d: date) -> str:
    """« novembre 2026 »."""
    return f"{MONTHS[d.month - 1]} {d.year:04d}"


def spoken_day(d: date, today: date) -> str:
    """« aujourd’hui », « hier », « demain », « lundi 16 novembre », with the year when it is another one."""
    near = {-1: "hier", 0: "aujourd’hui", 1: "demain"}.get((d - today).days)
    return near or f"{WEEKDAYS[d.weekday()]} {_spoken_short(d) if d.year == today.year else spoken(d)}"


def spoken_time(moment: datetime) -> str:
    """« 18 h 04 », « 9 h 30 », in the moment's own offset."""
    return f"{moment.hour} h {moment.minute:02d}"


def _spoken_short(d: date) -> str:
    return f"{'1er' if d.day == 1 else d.day} {MONTHS[d.month - 1]}"


def _trailing(body: str, today: date) -> tuple[int, date] | None:
    """Where the longest due day that ends `body` starts, unless the words before lean on it."""
    starts = [token.start() for token in re.finditer(r"\S+", body)]
    for start in starts[1:][-8:]:
        due = _due(body[start:], today)
        if due:
            before = words_of(body[:start])
            return None if before and before[-1] in _LEANING else (start, due)
    return None


def _due(phrase: str, today: date) -> date | None:
    bracketed = phrase.startswith("(") and phrase.endswith(")")
    words = words_of(phrase[1:-1] if bracketed else phrase)
    lead = next((lead for lead in _LEADS if words[: len(lead)] == lead), ())
    words = words[len(lead) :]
    article = words[:1] == ("le",)
    words = words[1:] if article else words
    # « compter pour 3/4 » and « finir le module (3/4) » name no day.
    introduced = article or (bool(lead) and (bracketed or lead != ("pour",)))
    try:
        with within_the_calendar():
            found = _meant(words, lead, article, introduced, today)
    except NotADate:
        return None
    return found if found and found >= today else None


def _meant(words: Words, lead: Words, article: bool, introduced: bool, today: date) -> date | None:
    match words:
        case ("la", "semaine", "prochaine") | ("cette", "semaine"):
            friday = span("week", today).start + timedelta(11 if words[0] == "la" else 4)
            return None if lead == ("avant",) else friday
        case (count, unit) if unit in UNIT and lead[:2] == ("d", "ici"):
            return shift(today, count_of(count), UNIT[unit])
        case (name,) if name in WEEKDAY and article:
            return None
        case (first, *_) if introduced or not first[0].isdigit():
            found = read(words, today, future=True)
            return None if isinstance(found, Period) else found
    return None
