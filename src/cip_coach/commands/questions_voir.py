"""`cip-coach questions voir`: a tree drawn with its conditions, on the screen or on a page to fill in with a pen."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cip_coach.asking.catalogue import card
from cip_coach.asking.drawing import drawn
from cip_coach.asking.library import is_own
from cip_coach.asking.tree import Tree
from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.questionfiles import tree_at
from cip_coach.commands.questions_lister import details
from cip_coach.keeping import disk
from cip_coach.problem import Misused
from cip_coach.terminal import notices
from cip_coach.terminal.fragments import EMPTY, Line, wrapped
from cip_coach.terminal.messages import drawn as drawing
from cip_coach.terminal.messages import questions as said
from cip_coach.terminal.outlet import outlet

EXAMPLES = (
    ("cip-coach questions voir guide-relation", "L’arbre, et ce que chaque réponse ouvre"),
    ("cip-coach questions voir a-chaud --papier a-chaud.html", "Une page à imprimer et à remplir au stylo"),
)


def command(
    arbre: Annotated[str, Argument(metavar="ARBRE", help=said.tree_argument())],
    papier: Annotated[str | None, Option("--papier", metavar="FICHIER.html", help=said.paper_option())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir un arbre dessiné, avec ses conditions, ou l’écrire sur une page à imprimer.

    Les identifiants sont ceux que les fichiers et les notes emploient.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    tree, path = tree_at(arbre)
    if papier is None:
        out = outlet(os.environ, simple=given.simple)
        plain = given.simple or os.environ.get("TERM") == "dumb"
        return Result(lines=out.lines(_lines(tree, path, out.columns, plain=plain)))
    if not papier.strip():
        raise Misused("fichier-sans-nom")
    from cip_coach.terminal.paper import page

    if papier == "-":
        return Result(lines=page(tree).splitlines())
    file = Path(papier).expanduser().absolute()
    disk.save(file, page(tree).encode(), seen=None)
    notices.tell(drawing.paper_written(str(file)))
    return Result()


def _lines(tree: Tree, path: Path, columns: int, *, plain: bool) -> Iterator[Line]:
    from cip_coach.terminal import treeview

    yield from wrapped(f"{tree.id}{said.NBSP}: {tree.title}", columns, style="title")
    yield from wrapped(details(card(tree), path), columns, style="dim")
    if is_own(path):
        yield (("dim", str(path)),)
    if tree.description:
        yield from wrapped(tree.description, columns)
    yield EMPTY
    yield from treeview.lines(drawn(tree), columns, plain=plain)
