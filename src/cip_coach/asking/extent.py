"""How many questions a tree asks, from the fewest to the most. Walks no path: shipped trees are known beforehand."""

import json

from cip_coach.asking.catalogue import CATALOGUE_FILE, EXTENTS
from cip_coach.asking.fingerprint import mark
from cip_coach.asking.library import shipped_folder
from cip_coach.asking.steps import count_roots
from cip_coach.asking.tree import Node, Question, Tree
from cip_coach.frozen import frozen


@frozen
class Extent:
    """`fewest` and `most` questions; `most` None where only answers can tell."""

    fewest: int
    most: int | None


def extent(tree: Tree) -> Extent:
    """What the catalogue says of a tree of this structure, shipped or copied; else its root questions.

    The longest way of the catalogue notes two items in each list: somebody may note more.
    """
    roots = count_roots(tree.nodes)
    if all(_always_one(node) for node in tree.nodes):
        return Extent(roots, roots)
    try:
        fewest, most = json.loads((shipped_folder() / CATALOGUE_FILE).read_bytes())[EXTENTS][mark(tree)]
    except (OSError, ValueError, LookupError, TypeError):
        return Extent(roots, None)
    return Extent(fewest, most)


def _always_one(node: Node) -> bool:
    """Whether a node is one question, whatever was answered before and whatever is answered to it."""
    return isinstance(node, Question) and not (
        node.when.groups or node.follow_ups or node.loop or node.offer.sources or node.fixed is not None
    )
