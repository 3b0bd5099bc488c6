"""What the rest of a tree reads of each answer, and how far down: what a walk through all its branches may forget.

Names are resolved once, by identity. An order is the place of a node in reading
order. What one turn of a loop says is forgotten in the next, unless a name with
brackets reads it from outside; what was said before a loop is read until its end,
since it comes back to its beginning.
"""

from collections import defaultdict
from collections.abc import Iterable

from cip_coach.asking.conditions import TO_CHECK
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import Condition, Kind, Loop, Node, Offer, Question, Section, Source, Test, Tree
from cip_coach.paths import identity, segments

LARGEST_COUNT = 8


class Readers:
    """`tests` and `until` (the last order at which it is read) by identity of the question read.

    `until` counts within the turn where the question was asked, `outside_until` after
    it. `looped` are the questions with a loop of their own, `counted` those whose items
    are used elsewhere, `leading` those a `piste` follows; `numbers` are the sizes of an
    answer that may change something, `most` the largest for all; `keys` the items that
    some name spells out; `checks_until` is for `seance.a_verifier`.
    """

    def __init__(self, tree: Tree) -> None:
        self.known = tree.identities()
        self.order: dict[str, int] = {}
        self.until: dict[str, int] = {}
        self.outside_until: dict[str, int] = {}
        self.tests: dict[str, list[Test]] = defaultdict(list)
        self.counted: set[str] = set()
        self.looped: set[str] = set()
        self.numbers: dict[str, set[int]] = defaultdict(lambda: {0, 1})
        self.leading: set[str] = set()
        self.keys: set[str] = set()
        self.outside: set[str] = set()
        self.checks_until = 0
        self.most = 1
        self._loops: dict[str, int] = {}
        self._now = 0
        self._open: list[list[tuple[str, bool]]] = []
        self._nodes(tree.nodes, ("",))

    def place(self, step: Step) -> tuple[int, ...]:
        """Where `step` stands, to compare with any other of the tree: loops with their turn, then the question."""
        around: list[int] = []
        for frame in step.frames:
            around += (self._loops[identity(frame.path).removesuffix("[]")], frame.rank)
        return (*around, self.order[step.identity])

    def still_read(self, path: str, step: Step) -> bool:
        """Whether something at `step` or further reads the answer at `path`."""
        question, order = identity(path), self.order[step.identity]
        turn = path.rpartition("].")[0]
        same_turn = not turn or step.path.startswith(f"{turn}].")
        return (same_turn and self.until.get(question, 0) >= order) or self.outside_until.get(question, 0) >= order

    def _nodes(self, nodes: tuple[Node, ...], scopes: tuple[str, ...]) -> None:
        for node in nodes:
            self._now += 1
            self._condition(node.when, scopes)
            match node:
                case Section():
                    self._nodes(node.nodes, scopes)
                case Loop():
                    self._inside(node.id, node.nodes, scopes, node.offer)
                case Question():
                    self._question(node, scopes)

    def _question(self, question: Question, scopes: tuple[str, ...]) -> None:
        own = scopes[0] + question.id
        self.order[own] = self._now
        self._offer(question.offer, scopes)
        if question.kind is Kind.LEAD and question.lead_of:
            self._read(self._lead(question.lead_of, scopes), leads=True)
        for follow_up in question.follow_ups:
            self._number(own, follow_up.number)
            self._nodes(follow_up.nodes, scopes)
            self._read(own)
        if question.loop:
            self._inside(question.id, question.loop, scopes, None)

    def _inside(self, loop: str, nodes: tuple[Node, ...], scopes: tuple[str, ...], offer: Offer | None) -> None:
        """The turns of a loop over `offer`, or over the answer to the question called `loop`."""
        own = scopes[0] + loop
        self._loops[own] = self._now
        self._open.append([])
        if offer is not None:
            self._offer(offer, scopes)
        else:
            self.looped.add(own)
            self._read(own)
        self._nodes(nodes, (f"{own}[].", *scopes))
        if offer is None:
            self._read(own)
        for name, outside in self._open.pop():
            self._read(name, outside=outside)

    def _condition(self, when: Condition, scopes: tuple[str, ...], *, outside: bool = False) -> None:
        for group in when.groups:
            for test in group:
                self._number("", test.number)
                self.keys.update(key for key in segments(test.name)[1::2] if key)
                name = self._resolved(test.name, scopes)
                if name:
                    self.tests[name].append(test)
                    self._number(name, test.number)
                    self._read(name, outside=outside or "[" in test.name)
                else:
                    self._outside(test.name)

    def _offer(self, offer: Offer, scopes: tuple[str, ...]) -> None:
        for source in offer.sources:
            self._source(source, scopes)

    def _source(self, source: Source, scopes: tuple[str, ...]) -> None:
        if source.loop:
            loop = next((scope + source.loop for scope in scopes if scope + source.loop in self._loops), source.loop)
            self._read(loop, counted=True)
            self._condition(source.when, (f"{loop}[].", *scopes), outside=True)
        elif source.name:
            name = self._resolved(source.name, scopes)
            if name:
                self._read(name, outside="[" in source.name, counted=True)
            else:
                self._outside(source.name)

    def _lead(self, name: str, scopes: tuple[str, ...]) -> str:
        """The question whose picks have leads: named, or the one whose loop goes round."""
        around = scopes[0].removesuffix("[].")
        tags = f"{scopes[0]}etiquettes"
        if name == "element":
            return tags if tags in self.known else around
        return self._resolved(name, scopes)

    def _resolved(self, name: str, scopes: Iterable[str]) -> str:
        wanted = identity(name)
        return next((scope + wanted for scope in scopes if scope + wanted in self.known), "")

    def _number(self, name: str, number: int) -> None:
        """Note that a condition compares the size of the answer to `name` with `number`."""
        self.most = max(self.most, min(number + 1, LARGEST_COUNT))
        if name and number:
            self.numbers[name] |= {number - 1, number, number + 1}

    def _outside(self, name: str) -> None:
        self.outside.add(name)
        if name == TO_CHECK:
            self.checks_until = self._now

    def _read(self, name: str, *, outside: bool = False, counted: bool = False, leads: bool = False) -> None:
        """Note that `name` is read here, and in every further turn of the loops that are open since it was asked."""
        if counted:
            self.counted.add(name)
        if leads:
            self.leading.add(name)
        until = self.outside_until if outside else self.until
        until[name] = max(until.get(name, 0), self._now)
        deeper = self._open[0 if outside else name.count("[].") :]
        if deeper:
            deeper[0].append((name, outside))
