"""`cip-coach programme`: where each person is in her programme."""

import os
from collections.abc import Iterator
from typing import Annotated

from cip_coach.asking.library import Library
from cip_coach.commands import Result, following, opening
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
from cip_coach.commands.rereading import journal_if_any
from cip_coach.frenchdate import spoken
from cip_coach.keeping import followed
from cip_coach.keeping.followed import Followed, Following
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused, Problem
from cip_coach.terminal import notices
from cip_coach.terminal.fragments import EMPTY, Line, wrapped
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import programme as said
from cip_coach.text import fold

EXAMPLES = (
    ("cip-coach programme", "Où en est chaque accompagnement"),
    ("cip-coach programme commencer cpp érable --le lundi", "Commencer un programme sous un code neutre"),
    ("cip-coach programme terminer érable", "Clore le suivi, les notes restent"),
)


def command(
    personne: Annotated[str | None, Option("--personne", metavar="CODE", help=said.person_option())] = None,
    json: Annotated[bool, Option("--json", help=said.json_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir où en est chaque accompagnement dans son programme, et ce qui est proposé.

    Les jours et les rendez-vous se lisent dans les notes. Rien n’est imposé : tout
    rendez-vous peut prendre un autre arbre, ou n’en prendre aucun.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    found = journal_if_any(given)
    known = followed.load(found) if found else Followed()
    wanted = [one for one in known.all if personne is None or fold(one.person) == fold(personne.strip())]
    problems = list(known.problems)
    if json:
        return Result(lines=_json(found, wanted, given, problems))
    running = [one for one in known.running() if one in wanted]
    if not running:
        notices.tell(said.none_running() if personne is None else said.not_this_one())
    if found is None or not wanted:
        return Result(lines=ending((), problems))
    return Result(lines=ending(_printed(found, running, wanted, given, problems), problems))


def _printed(
    journal: Journal, running: list[Following], wanted: list[Following], given: Setting, problems: list[Problem]
) -> Iterator[str]:
    from cip_coach.terminal.outlet import outlet

    out = outlet(os.environ, simple=given.simple)
    return out.lines(_lines(journal, running, wanted, given, problems, out.columns))


def _lines(
    journal: Journal,
    running: list[Following],
    wanted: list[Following],
    given: Setting,
    problems: list[Problem],
    columns: int,
) -> Iterator[Line]:
    from cip_coach.terminal import standings

    library = _library()
    for one in running:
        try:
            programme, stands = following.stand(journal, library, one, given.today)
        except Misused as error:
            problems += error.problems or (Problem(followed.NAME, 0, 0, error.code, error.details),)
            continue
        yield from standings.one(one.person, programme, stands, library.title, given.today, columns)
    if running:
        yield from wrapped(said.only_proposed(), columns, style="dim")
    over = [one for one in wanted if one.end is not None]
    if over:
        yield from ([EMPTY] if running else [])
        yield from wrapped(said.ended_title(), columns, style="title")
        for one in over:
            told = said.ended_line(one.person, one.programme, spoken(one.start), spoken(one.end or one.start))
            yield from wrapped(told, columns, indent="  ")


def _json(journal: Journal | None, wanted: list[Following], given: Setting, problems: list[Problem]) -> Iterator[str]:
    from cip_coach.carrying import jsontext, plaindata

    library = _library()
    told = [_plain(journal, library, one, given, problems) for one in wanted] if journal else []
    faults = [plaindata.of_problem(problem, phrase(problem.code, problem.details)) for problem in problems]
    whole = {"version": plaindata.VERSION, "programmes": told, "problemes": faults}
    yield jsontext.dumps(whole)


def _plain(
    journal: Journal, library: Library, one: Following, given: Setting, problems: list[Problem]
) -> dict[str, object]:
    told: dict[str, object] = {
        "personne": one.person,
        "programme": one.programme,
        "debut": one.start.isoformat(),
        "fin": one.end.isoformat() if one.end else None,
    }
    try:
        _, stands = following.stand(journal, library, one, one.end or given.today)
    except Misused as error:
        problems += error.problems or (Problem(followed.NAME, 0, 0, error.code, error.details),)
        return told
    return told | {
        "jour": stands.day,
        "jours": stands.length or None,
        "rendez_vous": stands.kept,
        "prevus": stands.planned or None,
        "proposes": list(stands.proposed),
        "immersion_avant": stands.immersion_by.isoformat() if stands.immersion_by else None,
    }


def _library() -> Library:
    return Library.folders_only(opening.configuration_folder())
