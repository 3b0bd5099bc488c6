"""`cip-coach questions verifier`: everything that is wrong in files of questions, each fault with its line."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from cip_coach.asking.library import SUFFIX, Library, is_own
from cip_coach.asking.mending import mended
from cip_coach.asking.treefile import TreeText
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, Setting, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.questionfiles import Checker, named
from cip_coach.plainyaml import LINE_BREAK
from cip_coach.problem import Misused, Problem
from cip_coach.terminal import notices
from cip_coach.terminal.messages import phrase, problem_line
from cip_coach.terminal.messages import questions as said
from cip_coach.terminal.outlet import Outlet, outlet
from cip_coach.terminal.pointing import pointed

EXAMPLES = (
    ("cip-coach questions verifier mon-arbre.yml", "Chaque faute avec sa ligne, et ce qu’il faut faire"),
    ("cip-coach questions verifier arbres", "Tous les fichiers d’un dossier"),
    ("cip-coach questions verifier a-chaud --json", "Un arbre par son nom, le résultat en JSON"),
)
FAULTY = 2
Faults = list[tuple[Problem, str]]


def command(
    fichier: Annotated[list[str] | None, Argument(metavar="FICHIER", help=said.files_argument())] = None,
    json: Annotated[bool, Option("--json", help=said.json_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Vérifier un arbre, un fragment, une taxonomie ou un programme, sans rien changer.

    Les erreurs empêchent le fichier de servir ; les remarques (« attention ») se
    discutent. Le code de sortie est 2 s’il y a une erreur.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    if not fichier:
        raise Misused("questions-sans-fichier")
    library = opening.library()
    paths = named(fichier, library)
    if not paths:
        raise Misused("questions-rien-la")
    return verified(paths, Checker(library), given, json=json)


def verified(paths: Sequence[Path], checker: Checker, setting: Setting, *, json: bool = False) -> Result:
    """All that is wrong in these files, and an exit code that says whether there is an error."""
    found: Faults = []
    mendable: list[str] = []
    for path in paths:
        _, source, problems = checker.check(path)
        if problems and source is not None and is_own(path) and mended(source.text).text != source.text:
            mendable.append(str(path))
        found += ((problem, line_of(problem, source, checker.library)) for problem in problems)
    errors = sum(not problem.warning for problem, _ in found)
    code = FAULTY if errors else 0
    if json:
        return Result(lines=[_json(found)], exit_code=code)
    summary = (said.verified(len(paths), errors, len(found) - errors), *map(said.can_be_mended, mendable))
    return Result(lines=told(found, outlet(os.environ, simple=setting.simple), *summary), exit_code=code)


def line_of(problem: Problem, source: TreeText | None, library: Library) -> str:
    """The line that a problem points at, of `source` or of a file it includes; "" when it cannot be shown."""
    if source is not None and problem.file != source.file:
        included = library.fetch(problem.file.removesuffix(SUFFIX))
        source = included if isinstance(included, TreeText) else None
    lines = LINE_BREAK.split(source.text) if source else []
    return lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""


def told(found: Faults, out: Outlet, *summary: str) -> Iterator[str]:
    """Each problem as editors and readers want it: place, code and sentence, then the line with a caret."""
    for problem, line in found:
        yield from out.sentence(problem_line(problem))
        yield from pointed(line, problem.column, out.columns)
    if summary:
        notices.tell(*summary)


def _json(found: Faults) -> str:
    told = [
        {
            "fichier": problem.file,
            "ligne": problem.line,
            "colonne": problem.column,
            "niveau": "attention" if problem.warning else "erreur",
            "code": problem.code,
            "phrase": phrase(problem.code, problem.details),
        }
        for problem, _ in found
    ]
    from cip_coach.carrying import jsontext

    return jsontext.dumps({"version": 1, "problemes": told})
