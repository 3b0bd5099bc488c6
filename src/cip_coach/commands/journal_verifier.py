"""`cip-coach journal verifier`: everything that is wrong or looks it; changes nothing."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Option
from cip_coach.commands.rereading import existing_journal, is_tree
from cip_coach.commands.tending import worker
from cip_coach.terminal import progress
from cip_coach.terminal.messages import phrase, problem_line, waiting
from cip_coach.terminal.messages import upkeep as said
from cip_coach.text import shown

EXAMPLES = (
    ("cip-coach journal verifier", "Lire chaque note et dire ce qui ne va pas"),
    ("cip-coach journal verifier --json", "La même chose, pour un autre programme"),
)


def command(
    json: Annotated[bool, Option("--json", help=said.json_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Vérifier tout le journal, sans rien changer.

    Notes illisibles ou abîmées, copies en double, restes d’une écriture
    interrompue, fichiers étrangers, droits trop larges, dossier synchronisé.
    Le code de sortie est 1 s’il y a quelque chose à voir.
    """
    from cip_coach.carrying import jsontext, plaindata
    from cip_coach.keeping import health

    given = setting(journal, simple, discret, aujourd_hui)
    there = existing_journal(given)
    with progress.told(waiting.checking, simple=given.simple) as advance:
        found = health.examined(there, given.today, worker(), is_tree, advance)
    code = 1 if found.problems else 0
    if json:
        told = [plaindata.of_problem(one, phrase(one.code, one.details)) for one in found.problems]
        whole = {"version": plaindata.VERSION, "notes": found.notes, "problemes": told}
        return Result(lines=[jsontext.dumps(whole)], exit_code=code)
    if not found.problems:
        return Result(lines=[said.healthy(found.notes)])
    lines = [shown(problem_line(one)).replace("\n", " ") for one in found.problems]
    return Result(lines=[*lines, said.ill(len(lines), found.notes)], exit_code=code)
