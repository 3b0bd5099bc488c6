"""Every way through a tree: the shortest, the longest, and the questions that no answers lead to.

Rule (`questions parcours`): every question that takes an answer counts, those of
`fin` too, infos do not, and none is passed over. Shortest: nothing noted in
lists and multiple choices, sources empty. Longest: two items or picks where the
offer has two, sources of two items. The other answers are the best ones.

The walk is the one of a session (`steps.live_steps`). Two ways that stand at the
same question and agree on all that is still to be read go on alike, so only the
better one is followed: this makes the count exact, and short.
"""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from cip_coach.answer import Items, Picked, Reply
from cip_coach.asking.conditions import APPOINTMENT, PERSON, TO_CHECK, Entrant, feeds
from cip_coach.asking.effects import DIFFICULTIES
from cip_coach.asking.paths import identity
from cip_coach.asking.readers import Readers
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Choice, Kind, PersonRule, Tree
from cip_coach.asking.trials import SHOWN, Aim, trials

SECONDS = {
    Kind.TEXT: 45, Kind.LEAD: 45, Kind.ACTION: 45, Kind.LIST: 45, Kind.CHOICES: 30, Kind.YES_NO: 20, Kind.CHOICE: 20,
    Kind.SCALE: 15, Kind.NUMBER: 15, Kind.DATE: 15,
}  # fmt: skip
"""How long an answer takes, about: with these, a part of the source guide takes the minutes its header says."""
MOST_WALKS = 4000
OF_DIFFICULTIES = ("journal.difficultes", "journal.jamais_partagees")


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the tree: its replies by path. `exact` is False when there were too many ways to try them all."""

    replies: Mapping[str, Reply]
    seconds: int
    exact: bool = True

    @property
    def questions(self) -> int:
        """How many questions were answered."""
        return len(self.replies)

    @property
    def minutes(self) -> int:
        """About how long it takes, rounded up."""
        return -(-self.seconds // 60)


@dataclass(frozen=True, slots=True)
class Crawl:
    """The ways through a tree; `unreachable` are identities, in reading order."""

    shortest: Way
    longest: Way
    unreachable: tuple[str, ...]


def crawl(tree: Tree, day: date) -> Crawl:
    """Go through `tree` in every way that matters. `day` only chooses among leads."""
    walker = _Walker(tree, day)
    ends = [walker.best(Aim.SHORTEST, context) for context in walker.contexts(0)]
    shortest = min(ends, key=lambda way: (way.questions, way.seconds))
    ends = [walker.best(Aim.LONGEST, context) for context in walker.contexts(2)]
    longest = max(ends, key=lambda way: (way.questions, way.seconds))
    for context in walker.every_context():
        if walker.missing():
            walker.best(Aim.ANY, context)
    return Crawl(shortest, longest, walker.missing())


class _Walker:
    """`reached` gathers the identities of all questions and infos met on any way."""

    def __init__(self, tree: Tree, day: date) -> None:
        self.tree = tree
        self.day = day
        self.readers = Readers(tree)
        self.reached: set[str] = set()

    def missing(self) -> tuple[str, ...]:
        return tuple(name for name in self.tree.identities() if name not in self.reached)

    def contexts(self, items: int) -> Iterator[Context]:
        """What a session may know beforehand: each source of so many items, a person or none, an appointment or none."""
        outside = self.readers.outside
        people = {
            PersonRule.REQUIRED: (SHOWN,),
            PersonRule.NONE: ("",),
            PersonRule.OPTIONAL: ("", SHOWN) if PERSON in outside else ("",),
        }[self.tree.person]
        sources = {name: self._entrants(name, items) for name in self.tree.reads}
        for person in people:
            for appointment in (None, 1) if APPOINTMENT in outside else (None,):
                yield Context(self.day, person, appointment, sources)

    def every_context(self) -> Iterator[Context]:
        """Those contexts with sources of all sizes, then with one source only."""
        sizes = range(self.readers.most + 1) if self.tree.reads else (0,)
        for items in sizes:
            yield from self.contexts(items)
        if len(self.tree.reads) > 1:
            for alone in self.tree.reads:
                for context in self.contexts(2):
                    yield replace(context, sources={**dict.fromkeys(context.sources, ()), alone: context.sources[alone]})

    def _entrants(self, name: str, items: int) -> tuple[Entrant, ...]:
        """So many items of a source: real difficulties where it holds difficulties, so that they have leads."""
        terms = [term for term in self.tree.terms.values() if term.id.startswith("diff.") and not term.sensitive]
        known = terms[:items] if name in OF_DIFFICULTIES else []
        more = (Choice(f"{name}.{rank}", SHOWN) for rank in range(len(known) + 1, items + 1))
        return tuple(Entrant(choice) for choice in (*known, *more))

    def best(self, aim: Aim, context: Context) -> Way:
        """The way of fewest (`SHORTEST`) or most questions; for `ANY`, some way: what matters is what it reached."""
        sign = 1 if aim is Aim.SHORTEST else -1
        rank = count()
        ways = [((), 0, next(rank), "", _Path({}, 0))]
        done: set[object] = set()
        found: _Path | None = None
        walks = 0
        while ways:
            *_, key, path = heapq.heappop(ways)
            if key and key in done:
                continue
            done.add(key)
            walks += 1
            step, replies, path = self._onward(path, aim, context)
            if step is None:
                if found is None or path.cost(sign) < found.cost(sign):
                    found = path
                if aim is Aim.ANY and not self.missing():
                    break
                continue
            for reply in replies if walks < MOST_WALKS else replies[:1]:
                onward = path.with_reply(step, reply)
                place = (*self.readers.place(step), 0)
                key = self._key(place, onward.replies, step)
                heapq.heappush(ways, (place, onward.cost(sign), next(rank), key, onward))
        assert found is not None  # noqa: S101 -- every way has an end
        return Way(found.replies, found.seconds, walks < MOST_WALKS)
