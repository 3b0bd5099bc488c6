"""`cip-coach questions parcours`: how short and how long a tree can be, and what nobody is ever asked."""

import os
from collections.abc import Iterator
from typing import Annotated

from cip_coach.asking.crawl import Crawl, crawl
from cip_coach.asking.tree import Tree
from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.questionfiles import tree_at
from cip_coach.terminal.fragments import Line, wrapped
from cip_coach.terminal.messages import questions as said
from cip_coach.terminal.outlet import outlet

EXAMPLES = (
    ("cip-coach questions parcours guide-relation", "Combien de questions, au moins et au plus"),
    ("cip-coach questions parcours a-chaud --json", "Les mêmes nombres, pour un autre programme"),
)


def command(
    arbre: Annotated[str, Argument(metavar="ARBRE", help=said.tree_argument())],
    json: Annotated[bool, Option("--json", help=said.json_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir le chemin le plus court et le plus long d’un arbre, et ce qu’aucune réponse n’atteint.

    Toutes les questions comptent, sauf les textes à lire. Au plus court, rien n’est noté
    dans les listes ; au plus long, deux éléments.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    tree, _ = tree_at(arbre)
    found = crawl(tree, given.today)
    if json:
        from cip_coach.carrying import jsontext

        return Result(lines=[jsontext.dumps(_plain(found))])
    out = outlet(os.environ, simple=given.simple)
    return Result(lines=out.lines(lines(tree, found, out.columns)))


def lines(tree: Tree, found: Crawl, columns: int) -> Iterator[Line]:
    """What a crawl found, in words."""
    yield from wrapped(f"{tree.id}{said.NBSP}: {tree.title}", columns, style="title")
    for way, told in ((found.shortest, said.shortest), (found.longest, said.longest)):
        yield from wrapped(told(way.questions, way.minutes), columns, indent="  ")
    if tree.duration:
        yield from wrapped(said.announced(tree.duration), columns, indent="  ", style="dim")
    if not (found.shortest.exact and found.longest.exact):
        yield from wrapped(said.too_many_ways(), columns, indent="  ", style="dim")
    known = tree.identities()
    if not found.unreachable:
        yield from wrapped(said.all_reached(len(known)), columns, indent="  ")
    for name in found.unreachable:
        yield from wrapped(said.never_asked(name, known[name].file, known[name].line), columns, indent="  ")


def _plain(found: Crawl) -> dict[str, object]:
    return {
        "plus_court": found.shortest.questions,
        "plus_long": found.longest.questions,
        "inaccessibles": list(found.unreachable),
        "minutes": {"plus_court": found.shortest.minutes, "plus_long": found.longest.minutes},
        "exact": found.shortest.exact and found.longest.exact,
    }
