"""`cip-coach pas`: the next steps of all notes, what is open first."""

import os
from collections.abc import Iterator
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.ending import ending
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    Setting,
    SimpleOption,
    TodayOption,
    setting,
)
from cip_coach.commands.parameters import Option
from cip_coach.commands.rereading import at_a_terminal, journal_if_any
from cip_coach.keeping import parse, shelf
from cip_coach.keeping.note import TaskState
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem
from cip_coach.reading.gathering import Gathering
from cip_coach.reading.selection import Selection
from cip_coach.reading.steps import MAY_HOLD, Step, open_ones, settled, steps_of
from cip_coach.terminal import notices
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as review_said
from cip_coach.terminal.messages import review_options as options_said
from cip_coach.terminal.messages import steps as said

EXAMPLES = (
    ("cip-coach pas", "Ce qui reste à faire, puis les derniers faits et laissés"),
    ("cip-coach pas --personne érable", "Les pas d’un accompagnement"),
    ("cip-coach pas fait k7f3qd.2", "Cocher un pas, avec un mot sur ce que cela a changé"),
)
LATEST = 5


def command(
    personne: Annotated[str | None, Option("--personne", metavar="CODE", help=options_said.person_option())] = None,
    tous: Annotated[bool, Option("--tous", help=said.all_option())] = False,
    json: Annotated[bool, Option("--json", help=options_said.json_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir les pas que je me suis donnés : à faire, faits, laissés.

    Un pas laissé est une décision comme une autre. Une case cochée à la main, dans
    un autre logiciel, compte aussi.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    found = journal_if_any(given)
    if found is None:
        if json:
            return Result(lines=_json([], []))
        notices.tell(review_said.no_journal_yet())
        return Result()
    gathered = Gathering(
        found, Selection(person=personne or "", holding=MAY_HOLD), given.today, read=parse.parse_steps
    )
    steps = _overlaid([step for one in gathered for step in steps_of(one.note)], found)
    if json:
        return Result(lines=_json([*open_ones(steps), *_settled(steps)], gathered.problems))
    if not steps:
        notices.tell(said.none_yet())
    elif not tous and at_a_terminal():
        from cip_coach.commands.browsing import marked

        return marked(steps, gathered.problems, found, given)
    return Result(lines=ending(_lines(steps, given, everything=tous), gathered.problems))


def _overlaid(steps: list[Step], journal: Journal) -> list[Step]:
    """The steps, with what a session that was killed while it closed had still to tick."""
    if not shelf.drafts(journal):
        return steps
    from cip_coach.commands import opening, settling
    from cip_coach.reading.ticks import overlaid

    return list(overlaid(steps, settling.waiting(journal, opening.library())))


def _settled(steps: list[Step]) -> list[Step]:
    return [*settled(steps, TaskState.DONE), *settled(steps, TaskState.LEFT)]


def _lines(steps: list[Step], given: Setting, *, everything: bool) -> Iterator[str]:
    from cip_coach.terminal import notes as views
    from cip_coach.terminal.outlet import outlet

    out = outlet(os.environ, simple=given.simple)
    view = views.View(out.columns, given.discreet)
    return out.lines(views.all_steps(steps, view, None if everything else LATEST))


def _json(steps: list[Step], problems: list[Problem]) -> Iterator[str]:
    from cip_coach.carrying import jsontext, plaindata

    told = [plaindata.of_problem(problem, phrase(problem.code, problem.details)) for problem in problems]
    whole = {
        "version": plaindata.VERSION,
        "pas": [plaindata.of_step_alone(step) for step in steps],
        "problemes": told,
    }
    yield jsontext.dumps(whole)
