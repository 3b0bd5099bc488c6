"""`cip-coach questions lister`: the trees there are, by moment, and the file that is used for each."""

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

from cip_coach.asking.catalogue import Card, listed
from cip_coach.asking.library import Library, is_own
from cip_coach.commands import Result, opening
from cip_coach.commands.ending import ending
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Option
from cip_coach.terminal.fragments import EMPTY, Line, wrapped
from cip_coach.terminal.messages import opening as moments
from cip_coach.terminal.messages import questions as said
from cip_coach.terminal.outlet import outlet

EXAMPLES = (
    ("cip-coach questions lister", "Tous les arbres, par moment"),
    ("cip-coach questions lister --json", "Les mêmes, pour un autre programme"),
)
INDENT = "  "
Found = tuple[Card, Path]


def command(
    json: Annotated[bool, Option("--json", help=said.json_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir les arbres par moment, avec leur durée, et le fichier de ceux qui sont à moi.

    Un arbre à moi remplace celui livré sous le même nom ; la liste le dit.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    there = listed(opening.configuration_folder())
    found = sorted(there.trees, key=lambda one: one[0].order)  # as the menu of a session has them
    if json:
        return Result(lines=ending([_json(found)], there.problems))
    out = outlet(os.environ, simple=given.simple)
    return Result(lines=ending(out.lines(_lines(found, there.broken, out.columns)), there.problems))


def _lines(found: Sequence[Found], broken: Sequence[str], columns: int) -> Iterator[Line]:
    for moment, trees in groupby(found, key=lambda one: one[0].moment):
        named = moments.moment(moment) if moment else ""
        yield from wrapped(named[:1].upper() + named[1:] or said.other_moment(), columns, style="title")
        for tree, path in trees:
            yield from wrapped(f"{tree.id} : {tree.title}".replace(" :", f"{said.NBSP}:"), columns, indent=INDENT)
            yield from wrapped(details(tree, path, listed=True), columns, indent=2 * INDENT, style="dim")
            if is_own(path):  # whole, to be copied
                yield (("", 2 * INDENT), ("dim", str(path)))
        yield EMPTY
    for name in broken:
        yield from wrapped(said.unreadable_tree(name), columns)
    yield from wrapped(said.own_folder(str(opening.configuration_folder())), columns, style="dim")


def details(tree: Card, path: Path, *, listed: bool = False) -> str:
    """Duration, person, version, size and origin of a tree, on one line; in the list, without the version."""
    parts = (
        said.minutes(tree.duration),
        said.kind_of_person(tree.person),
        "" if listed else said.version(tree.version),
        said.number_of_questions(tree.questions),
        origin(tree.id, path),
    )
    return " · ".join(part for part in parts if part)


def origin(name: str, path: Path) -> str:
    """Whose file it is, and whether it stands for a shipped one."""
    if not is_own(path):
        return said.shipped()
    instead = name in Library.folders_only().names()
    return said.mine_instead() if instead else said.mine()


def _json(found: Sequence[Found]) -> str:
    told = [
        {
            "id": tree.id,
            "titre": tree.title,
            "version": tree.version,
            "duree": tree.duration,
            "personne": tree.person,
            "moment": tree.moment,
            "fichier": str(path),
            "mien": is_own(path),
            "questions": tree.questions,
        }
        for tree, path in found
    ]
    from cip_coach.carrying import jsontext

    return jsontext.dumps(told)
