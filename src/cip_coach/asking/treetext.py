"""The text of a tree, before anything is understood of it. Apart, so that the shelves need not know the language."""

from collections.abc import Callable

from cip_coach.frozen import frozen
from cip_coach.problem import Problem


@frozen
class TreeText:
    """The text of a tree or fragment, and the file name to show in its problems."""

    file: str
    text: str


Fetch = Callable[[str], TreeText | Problem | None]
MOMENTS = (
    "entre_deux", "fin_de_journee", "quelque_chose_reste", "avant_groupe", "apres_groupe", "fin_de_mois",
    "trimestre", "atelier", "partenaire", "formation",
)  # fmt: skip
"""When a tree is for, in the order of the lists."""
