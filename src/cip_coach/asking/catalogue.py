"""What a list says of each tree. Shipped trees are listed from a catalogue, the others are read.

Reading all the shipped trees takes longer than a whole session takes to open, only
to show their titles. Their catalogue (`catalogue.json`, written by `tests/generate.py`)
is believed only for the very bytes it was made from, and only while no file of the
user stands for one of theirs or changes a taxonomy.
"""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from cip_coach.asking.library import SUFFIX, TAXONOMIES, TREES, Library, shipped_folder
from cip_coach.asking.treetext import MOMENTS
from cip_coach.frozen import frozen
from cip_coach.problem import Problem

if TYPE_CHECKING:
    from cip_coach.asking.tree import Tree

CATALOGUE_FILE = "catalogue.json"
EXTENTS = "etendues"
"""Where the catalogue says, by the mark of a tree, its fewest and its most questions (`extent`)."""
LONG_AGO = date(2000, 1, 1)


@frozen
class Card:
    """What a list says of a tree; `questions` are those that take an answer."""

    id: str
    title: str
    version: int
    duration: int
    moment: str
    person: str
    questions: int

    @property
    def order(self) -> tuple[int, int, str]:
        """Its place in a list: by the moment it is for, then by how long it takes."""
        return MOMENTS.index(self.moment) if self.moment in MOMENTS else len(MOMENTS), self.duration, self.id


@frozen
class Listed:
    """The card of each usable tree with its file, the names of the others, and all that is wrong."""

    trees: tuple[tuple[Card, Path], ...]
    broken: tuple[str, ...]
    problems: tuple[Problem, ...]


def listed(own: Path | None = None) -> Listed:
    """Every tree there is, shipped or in the user's folder `own`, in the order of their names."""
    library = Library.folders_only(own)
    cards = {} if own and changes_ours(own) else _cards()
    names = library.names()
    unknown = [name for name, path in names.items() if not (name in cards and path.is_relative_to(shipped_folder()))]
    if unknown:
        library = Library.shipped(own)
    problems, broken = list(library.problems), []
    for name in unknown:
        tree, faults = library.read(names[name])
        problems += faults
        cards.pop(name, None)
        if tree is None or tree.id != name:
            broken.append(name)
        else:
            cards[name] = card(tree)
    trees = tuple((cards[name], path) for name, path in names.items() if name in cards)
    return Listed(trees, tuple(broken), tuple(problems))


def card(tree: "Tree") -> Card:
    """The card of a tree that was read."""
    questions = sum(question.answerable for question in tree.identities().values())
    return Card(tree.id, tree.title, tree.version, tree.duration, tree.moment, tree.person.value, questions)


def written(trees: Iterable["Tree"]) -> str:
    """The text of the catalogue of `trees`, which are all those shipped; each is walked through."""
    from dataclasses import asdict

    from cip_coach.asking.crawl import crawl
    from cip_coach.asking.fingerprint import mark

    cards, extents = [], {}
    for tree in trees:
        found = crawl(tree, LONG_AGO)
        cards.append(asdict(card(tree)))
        extents[mark(tree)] = [found.shortest.questions, found.longest.questions]
    whole = {"octets": octets(), "arbres": cards, EXTENTS: extents}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _cards() -> dict[str, Card]:
    """The cards of the shipped trees; none when their files are not those it was made from."""
    try:
        said = json.loads((shipped_folder() / CATALOGUE_FILE).read_bytes())
        cards = [Card(**one) for one in said["arbres"]] if said["octets"] == octets() else []
    except (OSError, ValueError, LookupError, TypeError):
        return {}
    return {one.id: one for one in cards}


def octets() -> int:
    """A checksum of all that the shipped trees are made of."""
    total = 0
    for path in _sources(shipped_folder()):
        total = crc32(path.read_bytes(), total)
    return total


def _sources(folder: Path) -> list[Path]:
    return [*sorted((folder / TREES).rglob(f"*{SUFFIX}")), *sorted((folder / TAXONOMIES).glob(f"*{SUFFIX}"))]


def changes_ours(own: Path) -> bool:
    """Whether a file of the user's stands for a shipped tree or fragment, or changes what a taxonomy offers."""
    theirs, ours = _sources(own), shipped_folder()
    return any(path.parent.name == TAXONOMIES or (ours / path.relative_to(own)).exists() for path in theirs)
