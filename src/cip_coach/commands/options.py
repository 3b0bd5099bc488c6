"""The options of every command, and the `Setting` they resolve to.

Reads the clock and the environment, so that nothing below has to.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from cip_coach.problem import Misused
from cip_coach.terminal.messages import usage

JournalOption = Annotated[
    str | None, typer.Option("--journal", metavar="DOSSIER", help=usage.journal_option(), show_default=False)
]
SimpleOption = Annotated[bool, typer.Option("--simple", help=usage.simple_option())]
DiscreetOption = Annotated[bool, typer.Option("--discret", help=usage.discreet_option())]
TodayOption = Annotated[
    str | None, typer.Option("--aujourd-hui", metavar="DATE", help=usage.today_option(), show_default=False)
]

COMMON = ("--journal", "--simple", "--discret", "--aujourd-hui")


class Origin(Enum):
    """Who named the journal folder. Only the settings name one that is never created."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    SETTINGS = "settings"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how a command runs: the resolved common options."""

    journal: Path
    journal_origin: Origin
    simple: bool
    discreet: bool
    today: date


def setting(
    journal: str | None,
    simple: bool,
    discreet: bool,
    today: str | None,
    *,
    environment: Mapping[str, str] | None = None,
    clock_today: date | None = None,
) -> Setting:
    """Resolve the common options; `environment` and `clock_today` stand in for the real ones in tests.

    The journal is the option's, else `CIP_COACH_JOURNAL`'s, else the user's
    data folder. `today` is a French or ISO date, read from the clock's day.
    Raises `Misused` for an empty `--journal` and for what is not a date.
    """
    surroundings = os.environ if environment is None else environment
    clock_day = clock_today or datetime.now().astimezone().date()
    folder, origin = _journal(journal, surroundings)
    return Setting(
        journal=folder,
        journal_origin=origin,
        simple=simple or surroundings.get("ACCESSIBLE", "").strip().lower() not in ("", "0", "false"),
        discreet=discreet,
        today=clock_day if today is None else given_day(today, clock_day, "--aujourd-hui"),
    )


def given_day(text: str, today: date, option: str) -> date:
    """The day that `option` names, seen from `today`.

    Raises `Misused` for what is not a date; its sentence repeats the option, not the text.
    """
    from cip_coach.frenchdate import NotADate, day

    try:
        return day(text, today)
    except NotADate as error:
        raise Misused(error.code, text=option, one_day=True) from None


def _journal(option: str | None, environment: Mapping[str, str]) -> tuple[Path, Origin]:
    if option is not None:
        if not option.strip():
            raise Misused("journal-sans-nom")
        return _absolute(option), Origin.OPTION
    if named := environment.get("CIP_COACH_JOURNAL", ""):
        return _absolute(named), Origin.ENVIRONMENT
    from platformdirs import user_data_path

    return user_data_path("cip-coach", appauthor=False) / "journal", Origin.DEFAULT


def _absolute(text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:  # a `~name` that nobody has: then it is a folder name like another
        return Path(text).absolute()
