"""`cip-coach reglages changer`: write one setting, and leave every other byte of the file alone."""

import os
from pathlib import Path
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import (
    VARIABLES,
    DiscreetOption,
    JournalOption,
    SimpleOption,
    TodayOption,
    by_environment,
)
from cip_coach.commands.parameters import Argument
from cip_coach.terminal.messages import settings as said

EXAMPLES = (
    ("cip-coach reglages changer affichage simple", "Toujours ligne à ligne, pour un lecteur d’écran"),
    ("cip-coach reglages changer journal E:\\journal", "Lire et écrire les notes sur une clé"),
    ("cip-coach reglages changer discret oui", "Ne pas montrer les textes écrits dans les listes"),
)


def command(
    cle: Annotated[str, Argument(metavar="CLE", help=said.key_argument())],
    valeur: Annotated[str, Argument(metavar="VALEUR", help=said.value_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Changer un réglage, et lui seul.

    Une ligne du fichier des réglages change ou s’ajoute ; les commentaires, l’ordre
    et le reste demeurent tels quels. Un journal nommé ici n’est jamais créé : une clé
    absente est dite, pas remplacée.
    """
    from cip_coach import settings
    from cip_coach.commands import configuration
    from cip_coach.keeping import marker
    from cip_coach.keeping.synced import service_of
    from cip_coach.problem import Refused
    from cip_coach.terminal import notices
    from cip_coach.terminal.messages import welcome

    value = valeur.strip()
    if cle == settings.JOURNAL and value and not value.startswith("~"):
        value = str(Path(value).absolute())
    settings.accepted(cle, value)
    written = configuration.written()
    if written.faults:
        raise Refused("reglages-illisibles", written.faults)
    configuration.save(written, settings.changed(written.text or said.header(), cle, value))
    if by_environment(os.environ)[cle]:
        notices.tell(said.environment_wins(VARIABLES[cle]))
    if cle == settings.JOURNAL:
        folder = Path(value).expanduser()
        if service := service_of(folder.resolve()):
            notices.tell(welcome.synchronised(service))
        if marker.find(folder) is None:
            notices.tell(said.no_journal_there(str(folder)))
    return Result(lines=[said.changed(cle, value)])
