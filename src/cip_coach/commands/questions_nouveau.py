"""`cip-coach questions nouveau`: a small tree of one's own to begin with."""

from typing import Annotated

from cip_coach.asking.checking import Sort
from cip_coach.asking.library import Library
from cip_coach.asking.offers import slug
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption
from cip_coach.commands.ownshelf import place_of, put, with_schema
from cip_coach.commands.parameters import Argument
from cip_coach.commands.questions_copier import checked_name
from cip_coach.problem import Refused
from cip_coach.terminal import notices
from cip_coach.terminal.messages import ownquestions as said

EXAMPLES = (("cip-coach questions nouveau mon-arbre", "Un fichier de départ, qui marche déjà"),)


def command(
    id: Annotated[str, Argument(metavar="NOM", help=said.new_name())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Commencer un arbre à moi, dans mon dossier.

    Le fichier contient deux questions à remplacer ; il marche déjà tel quel.
    """
    checked_name(id)
    path = place_of(Sort.TREE, id)
    known = Library.folders_only(opening.configuration_folder()).names()
    if path.exists() or id in known:
        raise Refused("questions-deja-la", arbre=id, fichier=str(known.get(id, path)))
    put(path, with_schema(said.new_tree(id, slug(id)), Sort.TREE, id))
    notices.tell(said.created(), said.open_it(id))
    return Result(lines=[str(path)])
