"""What every tree in use asks, for who compares: the marks of the shipped ones are kept, the others are read.

To see whether one tree asks a question otherwise than another, all of them would be
read. The marks of the shipped trees (`identites.jsonl`, written by `tests/generate.py`)
are believed only for the very bytes they were made from, as the catalogue is.
"""

import json
from collections.abc import Iterable, Iterator

from cip_coach.asking.catalogue import changes_ours, octets
from cip_coach.asking.library import Library
from cip_coach.asking.lock import Marks, marks
from cip_coach.asking.shipped import shipped_folder
from cip_coach.asking.tree import Tree

MARKS_FILE = "identites.jsonl"


def neighbours(library: Library) -> Iterator[tuple[str, Marks]]:
    """The id and the marks of every tree of the shelves that can be read, in the order of their names."""
    kept = {} if any(map(changes_ours, library.folders[:-1])) else _kept()
    for name, path in library.names().items():
        if name in kept and path.is_relative_to(shipped_folder()):
            yield name, kept[name]
        elif tree := library.read(path)[0]:
            yield tree.id, marks(tree)


def written(trees: Iterable[Tree]) -> str:
    """The text of the file for `trees`, which are all those shipped: a line for each."""
    lines = [json.dumps({"octets": octets()}), *(json.dumps([tree.id, marks(tree)]) for tree in trees)]
    return "\n".join([*lines, ""])


def _kept() -> dict[str, Marks]:
    """The marks by tree; none when the files of the trees are not those they were made from."""
    try:
        first, *rest = (shipped_folder() / MARKS_FILE).read_text(encoding="utf-8").splitlines()
        if json.loads(first)["octets"] != octets():
            return {}
        return {name: {one: tuple(said) for one, said in plain.items()} for name, plain in map(json.loads, rest)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
