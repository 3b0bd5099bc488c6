"""`cip-coach questions copier`: a tree or a programme copied into the user's own folder, to be changed there."""

import re
from pathlib import Path
from typing import Annotated

from cip_coach.asking.checking import Sort
from cip_coach.asking.library import Library
from cip_coach.asking.treefile import LONGEST_TREE_ID, TREE_ID
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption
from cip_coach.commands.ownshelf import place_of, put, with_schema
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.questionfiles import text_of
from cip_coach.patterns import regex
from cip_coach.problem import Misused, Problem, Refused
from cip_coach.terminal import notices
from cip_coach.terminal.messages import ownquestions as said
from cip_coach.terminal.messages.questions import tree_argument
from cip_coach.text import closest

EXAMPLES = (
    ("cip-coach questions copier a-chaud", "Ma version remplace celle livrée"),
    ("cip-coach questions copier a-chaud --id mon-a-chaud", "Ma version à côté de celle livrée"),
    ("cip-coach questions copier cpp --id cej", "Partir d’un programme livré"),
)
_NAME_LINE = regex(r"^(arbre|id):.*$", re.MULTILINE)


def command(
    arbre: Annotated[str, Argument(metavar="ARBRE", help=tree_argument())],
    id: Annotated[str | None, Option("--id", metavar="NOM", help=said.id_option())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Copier un arbre ou un programme dans mon dossier, pour le changer.

    Sous le même nom, ma version remplace celle livrée, qui revient si j’enlève mon
    fichier. Les identifiants des questions ne changent pas : les notes restent comparables.
    """
    return Result(lines=[copied(arbre, id)])


def copied(name: str, new_name: str | None) -> str:
    """Copy the tree or programme called `name` under `new_name`; the path of the copy.

    Raises `Misused`, or `Refused` when the name is taken.
    """
    library = opening.library()
    sort, file = shelved(name, library)
    if sort is Sort.PROGRAMME:
        library.programme(name)
    else:
        library.tree(name)  # a wrong tree is not copied, and told with all that is wrong
    wanted = new_name or name
    checked_name(wanted)
    path = place_of(sort, wanted)
    if path.exists():
        raise Refused("questions-deja-la", arbre=wanted, fichier=str(path))
    source = text_of(file)
    if isinstance(source, Problem):
        raise Misused("arbre-invalide", (source,), arbre=name)
    text = with_schema(_NAME_LINE.sub(rf"\1: {wanted}", source.text, count=1), sort, wanted)
    instead = wanted in (library.programmes() if sort is Sort.PROGRAMME else library.names())
    put(path, text)
    notices.tell(said.copied(wanted, instead=instead), said.open_it(wanted))
    return str(path)


def shelved(name: str, library: Library) -> tuple[Sort, Path]:
    """What `name` names, a tree first, and its file. Raises `Misused` when it names nothing."""
    trees, programmes = library.names(), library.programmes()
    if name not in trees and name in programmes:
        return Sort.PROGRAMME, programmes[name]
    if name not in trees:
        raise Misused("arbre-inconnu", arbre=name, proche=closest(name, (*trees, *programmes)) or "")
    return Sort.TREE, trees[name]


def checked_name(name: str) -> None:
    """Raise `Misused` for what cannot name a tree."""
    from cip_coach.asking.offers import slug

    if not TREE_ID.fullmatch(name) or len(name) > LONGEST_TREE_ID:
        raise Misused("arbre-id", mot=name[:80], essai=slug(name, "-").replace(".", "-"))
