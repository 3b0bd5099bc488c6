"""`cip-coach questions tester`: the scenarios written beside a tree, then every way through it."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from cip_coach.asking.crawl import crawl
from cip_coach.asking.library import SCENARIOS, SUFFIX
from cip_coach.asking.scenario import Scenario, read_scenarios, run
from cip_coach.asking.tree import Tree
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.questionfiles import is_scenarios, named, text_of, tree_at
from cip_coach.commands.questions_parcours import lines as crawled
from cip_coach.frozen import changing, field
from cip_coach.problem import CoachError, Problem
from cip_coach.terminal import notices
from cip_coach.terminal.fragments import Line, line, wrapped
from cip_coach.terminal.messages import phrase, problem_line
from cip_coach.terminal.messages import questions as said
from cip_coach.terminal.outlet import outlet
from cip_coach.text import typeset

EXAMPLES = (
    ("cip-coach questions tester", "Tous les arbres, livrés et à moi"),
    ("cip-coach questions tester mon-arbre.yml", "Un arbre, avec mon-arbre.essais.yml s’il existe"),
)
FAULTY = 2


@changing
class _Tally:
    """What has been tried so far."""

    trees: int = 0
    scenarios: int = 0
    failed: int = 0
    problems: list[Problem] = field(default_factory=list)


def command(
    fichier: Annotated[list[str] | None, Argument(metavar="FICHIER", help=said.files_argument())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Jouer les essais écrits à côté d’un arbre, puis parcourir tous ses chemins.

    Un essai dit des réponses, et les questions qu’elles doivent faire venir. Sans
    fichier, tous les arbres sont essayés.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    library = opening.library()
    paths = named(fichier, library) if fichier else list(library.names().values())
    trees = dict.fromkeys(_tree_file(path) for path in paths)
    out = outlet(os.environ, simple=given.simple)
    tally = _Tally()
    lines = [
        text for path in trees for text in out.lines(_tried(path, given.today, out.columns, tally, bool(fichier)))
    ]
    failed = tally.failed + len(tally.problems)
    return Result(lines=_told(lines, tally, failed), exit_code=FAULTY if failed else 0)


def _told(lines: list[str], tally: _Tally, failed: int) -> Iterator[str]:
    yield from lines
    notices.tell(said.tested(tally.trees, tally.scenarios, failed))


def _tree_file(path: Path) -> Path:
    """The tree of a file of scenarios; any other file as it is."""
    return path.with_name(path.name.removesuffix(SCENARIOS) + SUFFIX) if is_scenarios(path) else path


def _tried(path: Path, day: date, columns: int, tally: _Tally, wanted: bool) -> Iterator[Line]:
    try:
        tree, path = tree_at(str(path))
    except CoachError as error:
        if error.code == "arbre-invalide" and [problem.code for problem in error.problems] == ["fragment-seul"]:
            return
        tally.problems += error.problems
        yield from wrapped(phrase(error.code, error.details), columns)
        yield from (line(problem_line(problem)) for problem in error.problems)
        return
    tally.trees += 1
    found = crawl(tree, day)
    tally.failed += bool(found.unreachable)
    yield from crawled(tree, found, columns)
    beside = path.with_name(path.name.removesuffix(SUFFIX) + SCENARIOS)
    if beside.is_file():
        yield from _played(tree, beside, day, columns, tally)
    elif wanted:
        yield from wrapped(said.no_scenario(tree.id), columns, indent="  ", style="dim")


def _played(tree: Tree, path: Path, day: date, columns: int, tally: _Tally) -> Iterator[Line]:
    source = text_of(path)
    scenarios, problems = ((), (source,)) if isinstance(source, Problem) else read_scenarios(source.text, source.file)
    tally.problems += problems
    yield from (line(problem_line(problem)) for problem in problems)
    for scenario in scenarios:
        tally.scenarios += 1
        gaps = list(_gaps(scenario, tree, day))
        tally.failed += bool(gaps)
        told = said.scenario_failed if gaps else said.scenario_held
        yield from wrapped(told(typeset(scenario.name)), columns, indent="  ")
        for gap in gaps:
            yield from wrapped(gap, columns, indent="    ")


def _gaps(scenario: Scenario, tree: Tree, day: date) -> Iterator[str]:
    """What parts a scenario from what the tree does."""
    asked, problems = run(scenario, tree, day)
    yield from (problem_line(problem) for problem in problems)
    yield from (said.missing_question(name) for name in scenario.expected if name not in asked)
    yield from (said.unexpected_question(name) for name in asked if name not in scenario.expected)
    if not problems and sorted(asked) == sorted(scenario.expected) and asked != scenario.expected:
        yield said.other_order()
