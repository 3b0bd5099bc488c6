"""`cip-coach questions ouvrir`: one of my trees or programmes in an editor, then what is wrong with it."""

import os
from typing import Annotated

from cip_coach.asking.library import Library, is_own
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.ownshelf import agreed
from cip_coach.commands.parameters import Argument
from cip_coach.commands.questionfiles import Checker
from cip_coach.commands.questions_copier import copied, shelved
from cip_coach.commands.questions_verifier import verified
from cip_coach.problem import Refused
from cip_coach.terminal.messages import ownquestions as said
from cip_coach.terminal.messages.questions import tree_argument

EXAMPLES = (("cip-coach questions ouvrir mon-arbre", "Le changer, puis voir ce qui reste à corriger"),)


def command(
    arbre: Annotated[str, Argument(metavar="ARBRE", help=tree_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Ouvrir un de mes arbres ou programmes dans l’éditeur, puis le vérifier.

    L’éditeur est celui de VISUAL ou de EDITOR, sinon celui du système. Ce qui est livré
    est d’abord copié dans mon dossier, si je le veux.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    _, path = shelved(arbre, Library.folders_only(opening.configuration_folder()))
    if not is_own(path):
        if not agreed(said.ask_copy(arbre)):
            raise Refused("questions-livre", arbre=arbre)
        copied(arbre, None)
    library = opening.library()
    _, path = shelved(arbre, library)
    from cip_coach.terminal.editor import command_of, opened

    command_line = command_of(os.environ)
    if not opened(command_line, path):
        raise Refused("questions-editeur", editeur=command_line[0], fichier=str(path))
    return verified([path], Checker(library), given)
