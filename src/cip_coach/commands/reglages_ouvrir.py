"""`cip-coach reglages ouvrir`: the file of the settings in the user's editor."""

import os
import sys

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption

EXAMPLES = (("cip-coach reglages ouvrir", "Ouvrir le fichier des réglages, créé et expliqué s’il n’existe pas"),)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Ouvrir le fichier des réglages dans un éditeur de texte.

    L’éditeur est celui des variables VISUAL ou EDITOR, sinon celui de la machine.
    Au retour, ce qui ne va pas dans le fichier est dit avec sa ligne.
    """
    from cip_coach.commands import configuration, folders, parting
    from cip_coach.problem import Refused
    from cip_coach.terminal import editor
    from cip_coach.terminal.messages import settings as said

    path = folders.settings_file()
    if not (parting.is_terminal(sys.stdin) and parting.is_terminal(sys.stdout)):
        raise Refused("reglages-sans-terminal", chemin=str(path))
    if not path.exists():
        configuration.save(configuration.written(), said.template())
    tried = editor.command_of(os.environ)
    if not editor.opened(tried, path):
        raise Refused("reglages-editeur", editeur=tried[0])
    configuration.settings()
    return Result()
