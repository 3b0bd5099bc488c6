"""Every way through a tree: the shortest, the longest, and the questions that no answers lead to.

Rule (`questions parcours`): every question that takes an answer counts, those of
`fin` too, infos do not, and none is passed over. Shortest: nothing noted in
lists and multiple choices, sources empty. Longest: two items or picks where the
offer has two, sources of two items. The other answers are the best ones.

The walk is the one of a session (`steps.live_steps`). Two ways that stand at the
same question and agree on all that is still to be read go on alike, so only the
better one is followed: this makes the count exact, and short. Where the ways are
too many even so, the best ones are followed and the count is said to be inexact.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from cip_coach.answer import Items, Picked, Reply
from cip_coach.asking.conditions import APPOINTMENT, PERSON, Entrant, feeds, opens
from cip_coach.asking.readers import Readers
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Choice, Kind, PersonRule, Tree
from cip_coach.asking.trials import SHOWN, Aim, trials
from cip_coach.frozen import field, frozen, replace

SECONDS = {
    Kind.TEXT: 35, Kind.LEAD: 35, Kind.ACTION: 35, Kind.LIST: 35, Kind.CHOICES: 20, Kind.YES_NO: 15, Kind.CHOICE: 15,
    Kind.SCALE: 10, Kind.NUMBER: 10, Kind.DATE: 10,
}  # fmt: skip
"""How long an answer takes, about: with these, a part of the source guide takes the minutes its header says."""
MOST_FORKS = {Aim.SHORTEST: 2500, Aim.LONGEST: 2500, Aim.ANY: 600}
WIDEST = {Aim.SHORTEST: 400, Aim.LONGEST: 400, Aim.ANY: 100}
NARROW = 4
"""How many forks are followed, how many of those that stand at one place, and how many once there were too many."""
SCOUTS = 4
"""How many walks before every way is tried: enough for nearly all trees."""
OF_DIFFICULTIES = ("journal.difficultes", "journal.jamais_partagees")


@frozen
class Way:
    """One way through the tree: its replies by path. `exact` is False when not every way could be tried."""

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


@frozen
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


def unreachable(tree: Tree, day: date) -> tuple[str, ...]:
    """The questions that no answers lead to. A few walks often meet them all; only then is every way not tried."""
    walker = _Walker(tree, day)
    for number in range(SCOUTS):
        for context in walker.contexts(2):
            walker.scout(context, number)
    missing = walker.missing()
    return tuple(name for name in crawl(tree, day).unreachable if name in missing) if missing else ()


class _Walker:
    """`reached` gathers the identities of all questions and infos met on any way."""

    def __init__(self, tree: Tree, day: date) -> None:
        self.tree = tree
        self.day = day
        self.readers = Readers(tree)
        self.reached: set[str] = set()
        self.opened: set[tuple[str, int]] = set()

    def missing(self) -> tuple[str, ...]:
        return tuple(name for name in self.tree.identities() if name not in self.reached)

    def contexts(self, items: int) -> Iterator[Context]:
        """What a session may know beforehand: sources of so many items, a person or none, an appointment or none."""
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
                    yield replace(
                        context, sources={**dict.fromkeys(context.sources, ()), alone: context.sources[alone]}
                    )

    def _entrants(self, name: str, items: int) -> tuple[Entrant, ...]:
        """So many items of a source: real difficulties where it holds difficulties, so that they have leads."""
        terms = [term for term in self.tree.terms.values() if term.id.startswith("diff.") and not term.sensitive]
        known = terms[:items] if name in OF_DIFFICULTIES else []
        more = (Choice(f"{name}.{rank}", SHOWN) for rank in range(len(known) + 1, items + 1))
        return tuple(Entrant(choice) for choice in (*known, *more))

    def best(self, aim: Aim, context: Context) -> Way:
        """The way of fewest (`SHORTEST`) or most questions; for `ANY`, some way: what matters is what it reached."""
        sign = 1 if aim is Aim.SHORTEST else -1
        waiting: dict[tuple[int, ...], list[_Fork]] = {}
        ends: list[_Path] = []
        tried = 0
        exact = True
        paths = [_Path()]
        while paths:
            for path in paths:
                fork = self._next(path, aim, context)
                if isinstance(fork, _Path):
                    ends.append(fork)
                else:
                    waiting.setdefault(self.readers.place(fork.step), []).append(fork)
            paths = []
            if waiting and not (aim is Aim.ANY and not self.missing()):
                forks = self._apart(waiting.pop(min(waiting)), sign)
                width = WIDEST[aim] if tried < MOST_FORKS[aim] else NARROW
                exact = exact and len(forks) <= width
                tried += len(forks[:width])
                paths = [fork.path.after(fork.step, reply) for fork in forks[:width] for reply in fork.replies]
        best = min(ends or [_Path()], key=lambda path: path.cost(sign))
        return Way(best.replies, best.seconds, exact)

    def scout(self, context: Context, number: int) -> None:
        """Walk once, with the replies that open most of what no walk has opened yet; no walk once all was met.

        Where several open as much, the fullest one, then with each `number` another.
        """
        replies: dict[str, Reply] = {}
        for step in live_steps(self.tree, replies, context) if self.missing() else ():
            self.reached.add(step.identity)
            if step.question.answerable and step.question.fixed is None:
                possible = trials(step, Aim.ANY, self.readers)[::-1]
                turn = (number + 1) % len(possible)  # the first one is to skip
                fresh = {reply: self._fresh(step, reply) for reply in (*possible[turn:], *possible[:turn])}
                replies[step.path] = chosen = max(fresh, key=lambda reply: len(fresh[reply]))
                self.opened |= fresh[chosen]

    def _fresh(self, step: Step, reply: Reply) -> set[tuple[str, int]]:
        """The branches of a question that this reply opens, and no walk has opened yet."""
        branches = enumerate(step.question.follow_ups)
        return {(step.identity, rank) for rank, branch in branches if opens(branch, reply)} - self.opened

    def _apart(self, forks: list["_Fork"], sign: int) -> list["_Fork"]:
        """Those of the forks at one place that go on differently, each reached in the best way, best first."""
        best: dict[object, _Fork] = {}
        for fork in sorted(forks, key=lambda fork: fork.path.cost(sign)):
            best.setdefault(self._key(fork), fork)
        return list(best.values())

    def _next(self, path: "_Path", aim: Aim, context: Context) -> "_Fork | _Path":
        """`path` up to the first question where replies lead apart, or up to its end."""
        replies = dict(path.replies)
        for step in live_steps(self.tree, replies, context):
            self.reached.add(step.identity)
            if step.path in replies or not step.question.answerable or step.question.fixed is not None:
                continue
            possible = trials(step, aim, self.readers)
            if len(possible) != 1:
                return _Fork(path, step, possible)
            path = path.after(step, possible[0])
            replies[step.path] = possible[0]
        return path

    def _key(self, fork: "_Fork") -> object:
        """All that tells apart what may follow: where we stand, and the replies that are still to be read."""
        replies = fork.path.replies.items()
        read = frozenset((path, reply) for path, reply in replies if self.readers.still_read(path, fork.step))
        checks = fork.path.checks if self.readers.checks_until >= self.readers.order[fork.step.identity] else None
        return fork.step.path, read, checks


@frozen
class _Path:
    """The replies so far; `checks` is what they feed to `seance.a_verifier`: (number of items, delicate ones)."""

    replies: Mapping[str, Reply] = field(default_factory=dict)
    seconds: int = 0
    checks: tuple[int, int] = (0, 0)

    def after(self, step: Step, reply: Reply) -> "_Path":
        """The same, with one more reply."""
        fed, delicate = self.checks
        if any(feed.kind == "a_verifier" and feeds(feed.answers, reply) for feed in step.question.feeds):
            if step.frames:
                sensitive = step.frames[-1].sensitive
                fed, delicate = fed + (not sensitive), delicate + sensitive
            else:
                known = {choice.id: choice.sensitive for choice in step.choices}
                ids = reply.ids if isinstance(reply, Picked) else ()
                hidden = sum(known.get(pick, False) for pick in ids)
                whole = len(reply.texts) if isinstance(reply, Items) else len(ids) or 1
                fed, delicate = fed + whole - hidden, delicate + hidden
        seconds = self.seconds + SECONDS[step.question.kind]
        return _Path({**self.replies, step.path: reply}, seconds, (fed, delicate))

    def cost(self, sign: int) -> tuple[int, int]:
        """What makes a path better when it is smaller; `sign` is 1 to look for the shortest, -1 for the longest."""
        return sign * len(self.replies), sign * self.seconds


@frozen
class _Fork:
    """A question that `path` led to, and the replies to try there."""

    path: _Path
    step: Step
    replies: list[Reply]
