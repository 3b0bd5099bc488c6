"""`cip-coach journal sauvegarder`: the whole journal in one file, read back before it is said to be one."""

from pathlib import Path
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.rereading import existing_journal
from cip_coach.problem import Refused
from cip_coach.terminal import notices, progress
from cip_coach.terminal.messages import problem_line, waiting
from cip_coach.terminal.messages import upkeep as said
from cip_coach.terminal.messages import vault_changes as vault_said

EXAMPLES = (("cip-coach journal sauvegarder journal.zip", "Tout le journal en un fichier"),)


def command(
    fichier: Annotated[str, Argument(metavar="FICHIER", help=said.backup_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Sauvegarder tout le journal en un fichier zip, relu et vérifié.

    Notes, brouillons et corbeille y sont, tels quels et lisibles par tout outil.
    Un fichier qui existe n’est jamais écrasé.
    """
    from cip_coach.keeping import archive, disk

    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given, unlock=False)
    target = Path(fichier).expanduser().absolute()
    if target.is_relative_to(found.root):
        raise Refused("sauvegarde-dedans")
    with progress.told(waiting.reading, simple=given.simple) as advance:
        files, problems = archive.contents(found, advance=advance)
    with progress.told(waiting.packing, simple=given.simple) as advance:
        disk.save(target, archive.packed(files, advance), seen=None)
    if archive.read(target) != files:
        raise Refused("sauvegarde-differente", name=target.name)
    if problems:
        notices.tell(said.not_backed_up(len(problems)), *map(problem_line, problems))
    notices.tell(vault_said.sealed_backup() if found.sealing else said.in_clear())
    return Result(lines=[said.backed_up(len(files)), str(target)], exit_code=1 if problems else 0)
