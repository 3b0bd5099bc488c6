"""The menu of trees in two short steps: what fits the moment, then one tree of it.

Moments that are near stand together, so that the first step has one line a digit
can pick for each; a moment with a single tree is that tree. The stages of
programmes are a line of their own, in the order of the way.
"""

from collections.abc import Iterable, Iterator, Sequence

from cip_coach.asking.catalogue import Card
from cip_coach.asking.library import Library
from cip_coach.frozen import frozen
from cip_coach.terminal.host import Host
from cip_coach.terminal.messages import opening as said

Option = tuple[str, str, str]

FAMILIES: dict[str, tuple[str, ...]] = {
    "entre_deux": ("entre_deux",),
    "fin_de_journee": ("fin_de_journee",),
    "quelque_chose_reste": ("quelque_chose_reste",),
    "programme": (),
    "groupe": ("avant_groupe", "apres_groupe", "atelier"),
    "bilan": ("fin_de_mois", "trimestre"),
    "partenaire": ("partenaire",),
    "formation": ("formation",),
    "autre": ("",),
}
"""The lines of the first step with the moments each holds; `programme` holds stages, whatever their moment."""
BACK = ">"


@frozen
class Family:
    """Trees for one moment, in their order."""

    name: str
    trees: tuple[Card, ...]

    @property
    def option(self) -> Option:
        """Its line in the menu: the tree itself when it is alone."""
        if len(self.trees) == 1:
            return _option(self.trees[0])
        return (f"{BACK}{self.name}", f"{said.family(self.name)}…", said.number_of_trees(len(self.trees)))


def stages(library: Library) -> tuple[str, ...]:
    """The trees of the appointments of programmes, in the order of their way."""
    read = (library.read_programme(path)[0] for path in library.programmes().values())
    trees = (tree for programme in read if programme for stage in programme.stages for tree in stage.trees)
    return tuple(dict.fromkeys(trees))


def families(trees: Iterable[Card], on_the_way: Sequence[str]) -> Iterator[Family]:
    """`trees` by moment; those of `on_the_way` in the family of programmes."""
    ordered = sorted(trees, key=lambda tree: tree.order)
    known = {moment for moments in FAMILIES.values() for moment in moments}
    for name, moments in FAMILIES.items():
        if name == "programme":
            held = sorted(
                (tree for tree in ordered if tree.id in on_the_way), key=lambda tree: on_the_way.index(tree.id)
            )
        else:
            apart = [tree for tree in ordered if tree.id not in on_the_way]
            held = [tree for tree in apart if (tree.moment if tree.moment in known else "") in moments]
        if held:
            yield Family(name, tuple(held))


def pick(front: Host, ahead: Sequence[Option], found: Sequence[Family], default: str) -> str | None:
    """The id of a line of `ahead`, or of a tree of the families `found`; None to leave.

    `default` is the line preselected, or a tree of the family preselected.
    """
    default = next((one.option[0] for one in found if default in (tree.id for tree in one.trees)), default)
    while True:
        chosen = front.choose(said.choose_tree(), [*ahead, *(one.option for one in found)], default)
        family = next((one for one in found if one.option[0] == chosen and len(one.trees) > 1), None)
        if family is None:
            return chosen
        lines = [*map(_option, family.trees), (BACK, said.other_moments(), "")]
        tree = front.choose(said.which_of(family.name), lines, lines[0][0], back=BACK)
        if tree != BACK:
            return tree
        default = chosen or default


def _option(tree: Card) -> Option:
    return (tree.id, tree.title, said.minutes(tree.duration))
