"""The options of a period, `--depuis --jusqu-a --mois --le`, and the days they mean together."""

from datetime import date
from typing import Annotated

from cip_coach.commands.parameters import Option
from cip_coach.frozen import frozen
from cip_coach.problem import Misused
from cip_coach.terminal.messages import review_options as said

SinceOption = Annotated[str | None, Option("--depuis", metavar="DATE", help=said.since_option())]
UntilOption = Annotated[str | None, Option("--jusqu-a", metavar="DATE", help=said.until_option())]
MonthOption = Annotated[str | None, Option("--mois", metavar="MOIS", help=said.month_option())]
OnOption = Annotated[str | None, Option("--le", metavar="DATE", help=said.on_option())]


@frozen
class Days:
    """From `start` up to `end`, not included; None where nothing bounds them."""

    start: date | None = None
    end: date | None = None


def days(since: str | None, until: str | None, month: str | None, on: str | None, today: date) -> Days:
    """The days that are in all the periods given, seen from `today`.

    Raises `Misused` for what is not a date (its sentence names the option, not the
    text), for a `--mois` that is no month, and for a period without a day.
    """
    if since is None and until is None and month is None and on is None:
        return Days()
    from cip_coach import frenchdate

    starts: list[date] = []
    ends: list[date] = []
    for option, text in (("--depuis", since), ("--jusqu-a", until), ("--mois", month), ("--le", on)):
        if text is None:
            continue
        try:
            period = frenchdate.period(text, today)
        except frenchdate.NotADate as error:
            raise Misused(error.code, text=option) from None
        if option == "--mois" and not _is_a_month(period.start, period.end):
            raise Misused("mois-attendu")
        starts += [period.start] if option != "--jusqu-a" else []
        ends += [period.end] if option != "--depuis" else []
    found = Days(max(starts, default=None), min(ends, default=None))
    if found.start and found.end and found.start >= found.end:
        raise Misused("periode-vide")
    return found


def _is_a_month(start: date, end: date) -> bool:
    following = date(start.year + start.month // 12, start.month % 12 + 1, 1) if start.year < date.max.year else end
    return start.day == 1 and end == following
