"""`cip-coach programme commencer`: a person's code begins a programme."""

from typing import Annotated

from cip_coach.asking.library import Library
from cip_coach.commands import Result, opening, unlocking
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    SimpleOption,
    TodayOption,
    given_day,
    setting,
)
from cip_coach.commands.parameters import Argument, Option
from cip_coach.frenchdate import spoken
from cip_coach.keeping import followed
from cip_coach.problem import Misused
from cip_coach.terminal.messages import programme as said
from cip_coach.text import clean_line

EXAMPLES = (
    ("cip-coach programme commencer cpp érable", "Érable commence un CPP aujourd’hui"),
    ("cip-coach programme commencer cpp érable --le 2026-10-05", "Le premier rendez-vous a déjà eu lieu"),
)


def command(
    prog: Annotated[str, Argument(metavar="PROG", help=said.programme_argument())],
    code: Annotated[str, Argument(metavar="CODE", help=said.code_argument())],
    le: Annotated[str | None, Option("--le", metavar="DATE", help=said.begun_option())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Commencer un programme sous un code neutre.

    Le journal retient le code, le programme et le jour, rien d’autre.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    start = given_day(le, given.today, "--le") if le is not None else given.today
    programme = Library.folders_only(opening.configuration_folder()).programme(prog.strip())
    person = clean_line(code)
    if not person:
        raise Misused("programme-sans-code")
    followed.begin(unlocking.readable(opening.open_journal(given)), person, programme.id, start)
    last = programme.last_day(start)
    lines = [said.begun(person, programme.name, spoken(start), spoken(last) if last else "")]
    return Result(lines=[*lines, *([said.group(programme.group)] if programme.group else [])])
