"""The options of every command, and the `Setting` they resolve to.

Reads the clock and the environment, so that nothing below has to.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cip_coach.commands.folders import settings_file, usual_journal
from cip_coach.commands.parameters import Option
from cip_coach.frozen import frozen
from cip_coach.problem import Misused, Refused
from cip_coach.terminal.messages import usage

if TYPE_CHECKING:
    from cip_coach.settings import Settings

JournalOption = Annotated[str | None, Option("--journal", metavar="DOSSIER", help=usage.journal_option())]
SimpleOption = Annotated[bool, Option("--simple", help=usage.simple_option())]
DiscreetOption = Annotated[bool, Option("--discret", help=usage.discreet_option())]
TodayOption = Annotated[str | None, Option("--aujourd-hui", metavar="DATE", help=usage.today_option())]

VARIABLES = {"journal": "CIP_COACH_JOURNAL", "affichage": "ACCESSIBLE", "discret": "CIP_COACH_DISCRET"}
"""The variable of the environment that decides each setting."""

COMMON = ("--journal", "--simple", "--discret", "--aujourd-hui")


class Origin(Enum):
    """Who named the journal folder. Only the settings name one that is never created."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    SETTINGS = "settings"
    DEFAULT = "default"


@frozen
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
    settings: "Settings | None" = None,
) -> Setting:
    """Resolve the common options: what is typed, else the environment, else the settings, else the usual.

    `environment`, `clock_today` and `settings` stand in for the real ones in
    tests. The journal of the settings is the only one that is never created.
    `today` is a French or ISO date, read from the clock's day. Raises `Misused`
    for an empty `--journal` and for what is not a date, `Refused` when the
    settings may name a journal and cannot be read.
    """
    surroundings = os.environ if environment is None else environment
    if settings is None and environment is None and settings_file().exists():
        from cip_coach.commands import configuration

        settings = configuration.settings()
    values = settings.values if settings is not None else {}
    clock_day = clock_today or datetime.now().astimezone().date()
    given = {"journal": journal, "affichage": "simple" if simple else None, "discret": "oui" if discreet else None}
    told = by_environment(surroundings)
    chosen = {key: resolved(key, typed, told, values) for key, typed in given.items()}
    folder, origin = chosen["journal"]
    if origin is Origin.DEFAULT and settings is not None and settings.lost:
        raise Refused("reglages-journal-perdu")
    return Setting(
        journal=_absolute(folder) if folder else usual_journal(),
        journal_origin=origin,
        simple=chosen["affichage"][0] == "simple",
        discreet=chosen["discret"][0] == "oui",
        today=clock_day if today is None else given_day(today, clock_day, "--aujourd-hui"),
    )


def resolved(
    key: str, typed: str | None, environment: Mapping[str, str], settings: Mapping[str, str]
) -> tuple[str, Origin]:
    """The value of `key` ("" for the usual one) and who decided. Raises `Misused` for an empty `--journal`."""
    if typed is not None:
        if not typed.strip():
            raise Misused("journal-sans-nom")
        return typed, Origin.OPTION
    for values, origin in ((environment, Origin.ENVIRONMENT), (settings, Origin.SETTINGS)):
        if value := values.get(key, ""):
            return value, origin
    return "", Origin.DEFAULT


def by_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What the environment decides: the value of each key, "" where it says nothing."""
    words = {"affichage": ("simple", "plein"), "discret": ("oui", "non")}
    decided = {"journal": environment.get(VARIABLES["journal"], "")}
    for key, (on, off) in words.items():
        written = environment.get(VARIABLES[key], "").strip().lower()
        decided[key] = "" if not written else off if written in ("0", "false", "non") else on
    return decided


def given_day(text: str, today: date, option: str) -> date:
    """The day that `option` names, seen from `today`.

    Raises `Misused` for what is not a date; its sentence repeats the option, not the text.
    """
    from cip_coach.frenchdate import NotADate, day

    try:
        return day(text, today)
    except NotADate as error:
        raise Misused(error.code, text=option, one_day=True) from None


def _absolute(text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:  # a `~name` that nobody has: then it is a folder name like another
        return Path(text).absolute()
