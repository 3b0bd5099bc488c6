"""`cip-coach journal restaurer`: an archive put back, nothing overwritten."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from cip_coach.commands import Result, unlocking
from cip_coach.commands.opening import open_journal
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.tending import worker
from cip_coach.keeping.shelf import Journal
from cip_coach.terminal import progress
from cip_coach.terminal.messages import opening as opening_said
from cip_coach.terminal.messages import upkeep as said
from cip_coach.terminal.messages import waiting

EXAMPLES = (("cip-coach journal restaurer journal.zip", "Remettre les notes d’une sauvegarde"),)


def command(
    fichier: Annotated[str, Argument(metavar="FICHIER", help=said.restored_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Remettre dans le journal les notes d’une sauvegarde.

    L’archive est vérifiée en entier d’abord. Rien n’est écrasé : une note qui
    diffère de celle du journal est mise à côté.
    """
    from cip_coach.keeping import archive, restoring, works
    from cip_coach.keeping.restoring import Fate

    path = Path(fichier).expanduser().absolute()
    files = archive.read(path)
    given = setting(journal, simple, discret, aujourd_hui)
    found = open_journal(given)
    if restoring.adopts(found, files):
        found = _adopting(found, files)
    else:
        restoring.bring_key_back(found, files)
        restoring.compatible(found, files, path.name)
        found = unlocking.readable(found)
    told = progress.told(waiting.putting_back, simple=given.simple)
    with works.held(found, worker(), "restaurer", fichier=str(path)), told as advance:
        done = restoring.restore(found, files, advance)
    lines = [opening_said.journal_created(str(found.root))] if found.created else []
    lines += [said.beside(one.name, one.place.name) for one in done if one.fate is Fate.BESIDE]
    lines += [said.to_trash(one.name) for one in done if one.fate is Fate.TRASH]
    same = sum(one.fate is Fate.SAME for one in done)
    return Result(lines=[*lines, said.put_back(len(done) - same, same)])


def _adopting(journal: Journal, files: Mapping[str, bytes]) -> Journal:
    """The journal, become the vault of the archive, and unlocked; without the passphrase it stays as it was."""
    from cip_coach.keeping import conversion, restoring

    try:
        unlocked = unlocking.unlocked(restoring.take_keys(journal, files))
    except BaseException:
        conversion.forget_keys(journal)
        raise
    restoring.become(journal, unlocked)
    return unlocked
