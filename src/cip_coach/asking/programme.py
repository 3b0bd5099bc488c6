"""A programme: appointments over some weeks, a tree proposed for each. Data only; it proposes, it imposes nothing.

`programmefile` turns YAML into these values; `standing` says where somebody is in one.
"""

from datetime import date, timedelta

from cip_coach.dategrammar import shift
from cip_coach.frozen import frozen


@frozen
class Stage:
    """One step of the way: the tree proposed, those that may stand in for it, and the appointment it is thought for.

    `last` is the one that closes the programme (`type: bilan`).
    """

    tree: str
    instead: tuple[str, ...] = ()
    phase: str = ""
    appointment: int | None = None
    last: bool = False

    @property
    def trees(self) -> tuple[str, ...]:
        """The tree proposed first, then the others."""
        return (self.tree, *self.instead)


@frozen
class Immersion:
    """A stay in a workplace before the last appointment, of `most_days` at most; `tree` is the one about it."""

    most_days: int
    place: str = ""
    aim: str = ""
    tree: str = ""


@frozen
class Programme:
    """`days` or `months` long (0: not said), of `appointments` (0: no number), some weeks holding several.

    `group` are optional collective ones; `free` the trees for any moment of it.
    """

    id: str
    name: str
    note: str = ""
    days: int = 0
    months: int = 0
    appointments: int = 0
    form: str = ""
    minutes: int = 0
    per_week: tuple[int, int] = (0, 0)
    group: int = 0
    immersion: Immersion | None = None
    avenues_confirmed: tuple[int, int] = (0, 0)
    avenues_otherwise: int = 0
    stages: tuple[Stage, ...] = ()
    free: tuple[str, ...] = ()
    file: str = ""

    @property
    def trees(self) -> frozenset[str]:
        """Every tree it names."""
        return frozenset(tree for stage in self.stages for tree in stage.trees) | frozenset(self.free)

    def length(self, start: date) -> int:
        """How many days it lasts when it begins on `start`, that day included; 0 when it is not said."""
        if self.days:
            return self.days
        return (shift(start, self.months, "month") - start).days if self.months else 0

    def last_day(self, start: date) -> date | None:
        """Its last day, None when its length is not said."""
        length = self.length(start)
        return start + timedelta(length - 1) if length else None
