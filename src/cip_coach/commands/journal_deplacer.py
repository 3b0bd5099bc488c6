"""`cip-coach journal deplacer`: the whole journal to another folder."""

from pathlib import Path
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import told, worker
from cip_coach.terminal import progress
from cip_coach.terminal.messages import upkeep as said
from cip_coach.terminal.messages import waiting

EXAMPLES = (("cip-coach journal deplacer /media/cle/journal", "Mettre le journal sur une clé chiffrée"),)


def command(
    dossier: Annotated[str, Argument(metavar="DOSSIER", help=said.folder_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Déplacer tout le journal dans un autre dossier.

    Tout est copié, puis relu, avant que l’ancien dossier soit vidé. Interrompu,
    le déplacement se finit avec la même commande.
    """
    from cip_coach.keeping import moving, works

    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given, unlock=False)
    target = Path(dossier).expanduser().absolute()
    moving.place(found, target)
    telling = progress.told(waiting.moving, simple=given.simple)
    with works.held(found, worker(), "deplacer", resumable=True, dossier=str(target)), telling as advance:
        count = moving.move(found, target, advance)
    return Result(lines=told(said.moved(count), str(target), then=[said.how_to_use(str(target))]))
