"""`cip-coach programme terminer`: a person's programme is over."""

from typing import Annotated

from cip_coach.asking.library import Library
from cip_coach.commands import Result, opening
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    SimpleOption,
    TodayOption,
    given_day,
    setting,
)
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.rereading import existing_journal
from cip_coach.frenchdate import spoken
from cip_coach.keeping import followed
from cip_coach.problem import Misused
from cip_coach.terminal.messages import programme as said
from cip_coach.text import clean_line

EXAMPLES = (("cip-coach programme terminer érable", "Le suivi de ce code est clos aujourd’hui"),)


def command(
    code: Annotated[str, Argument(metavar="CODE", help=said.code_argument())],
    le: Annotated[str | None, Option("--le", metavar="DATE", help=said.ended_option())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Clore le suivi d’un programme ; les notes ne changent pas."""
    given = setting(journal, simple, discret, aujourd_hui)
    day = given_day(le, given.today, "--le") if le is not None else given.today
    over = followed.end(existing_journal(given), clean_line(code), day)
    try:
        name = Library.folders_only(opening.configuration_folder()).programme(over.programme).name
    except Misused:
        name = over.programme
    return Result(lines=[said.ended(over.person, name, spoken(day))])
