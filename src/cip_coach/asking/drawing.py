"""A tree as it is read on a page: its questions, and under each what opens, with conditions told by their labels.

Values only: the French words around them are in `terminal.messages.drawn`, the
lines in `terminal.treeview`, the page to print in `terminal.paper`.
"""

from collections.abc import Mapping
from enum import StrEnum

from cip_coach.asking.followups import TAGS
from cip_coach.asking.offers import OTHER
from cip_coach.asking.tree import (
    Choice,
    Condition,
    FollowUp,
    Kind,
    Loop,
    Node,
    Offer,
    Question,
    Section,
    Source,
    Test,
    Tree,
)
from cip_coach.frozen import frozen
from cip_coach.paths import identity, segments


class Sort(StrEnum):
    """What a drawn thing is: something asked or told, or what stands above others."""

    QUESTION = "question"
    SECTION = "section"
    OPENING = "si"
    EACH = "pour_chaque"
    LOOP = "boucle"


@frozen
class Clause:
    """One condition. `about` is what it reads: the label of a question, or a source's name, "" for the one above.

    `op` is that of a `Test` or of a `FollowUp`; `answers` are labels; `counted` says
    that `number` counts items rather than points; `item` is the label of the loop's item meant.
    """

    op: str
    about: str = ""
    answers: tuple[str, ...] = ()
    number: int = 0
    counted: bool = False
    item: str = ""


Clauses = tuple[tuple[Clause, ...], ...]
"""Any of these groups, all of each; none at all: always."""


@frozen
class Drawn:
    """One thing of the tree, and what is `below` it.

    For a loop, `choices` are the items known beforehand and `sources` where the
    others come from. `line` and `file` say where it is written.
    """

    sort: Sort
    id: str = ""
    text: str = ""
    label: str = ""
    help: str = ""
    kind: Kind | None = None
    choices: tuple[str, ...] = ()
    families: int = 0
    sources: tuple[str, ...] = ()
    other: int = 0
    none: str = ""
    low: int | None = None
    high: int | None = None
    points: Mapping[int, str] | None = None
    precision: str = ""
    when: Clauses = ()
    below: tuple["Drawn", ...] = ()


def drawn(tree: Tree) -> tuple[Drawn, ...]:
    """The whole tree, in reading order."""
    return _Drawing(tree).nodes(tree.nodes, ("",))


class _Drawing:
    """`scopes` are the identity prefixes of the loops around, innermost first."""

    def __init__(self, tree: Tree) -> None:
        self.known = tree.identities()
        self.terms = tree.terms
        self.items: dict[str, dict[str, str]] = {}
        """The labels of the items of each loop that are known beforehand."""

    def nodes(self, nodes: tuple[Node, ...], scopes: tuple[str, ...]) -> tuple[Drawn, ...]:
        return tuple(self._node(node, scopes) for node in nodes if not (isinstance(node, Question) and node.fixed))

    def _node(self, node: Node, scopes: tuple[str, ...]) -> Drawn:
        when = self._clauses(node.when, scopes)
        match node:
            case Section():
                return Drawn(Sort.SECTION, text=node.title, when=when, below=self.nodes(node.nodes, scopes))
            case Loop():
                own = scopes[0] + node.id
                self.items[own] = {choice.id: choice.label for choice in node.offer.choices}
                below = self.nodes(node.nodes, (f"{own}[].", *scopes))
                return Drawn(
                    Sort.LOOP, node.id, when=when, choices=self._labels(node.offer, scopes),
                    sources=self._sources(node.offer.sources, scopes), below=below,
                )  # fmt: skip
            case Question():
                return self._question(node, when, scopes)

    def _question(self, question: Question, when: Clauses, scopes: tuple[str, ...]) -> Drawn:
        own = scopes[0] + question.id
        self.items[own] = {choice.id: choice.label for choice in question.offer.choices}
        below = [
            Drawn(Sort.OPENING, when=((self._opening(opening, question),),), below=self.nodes(opening.nodes, scopes))
            for opening in question.follow_ups
            if opening.nodes
        ]
        if question.loop:
            inside = self.nodes(question.loop, (f"{own}[].", *scopes))
            below.append(Drawn(Sort.EACH, question.id, below=inside))
        lead = (self._about(question.lead_of, scopes),) if question.lead_of else ()
        return Drawn(
            Sort.QUESTION,
            own,
            question.text,
            question.label,
            question.help,
            question.kind,
            choices=self._labels(question.offer, scopes),
            families=len({choice.family for choice in question.offer.choices}),
            sources=(*self._sources(question.offer.sources, scopes), *self._sources(question.shows, scopes), *lead),
            other=question.other,
            none=question.none,
            low=question.bounds.low,
            high=question.bounds.high,
            points=question.bounds.labels,
            precision=question.precision,
            when=when,
            below=tuple(below),
        )

    def _labels(self, offer: Offer, scopes: tuple[str, ...]) -> tuple[str, ...]:
        terms = (term for source in offer.sources for term in source.terms)
        return tuple(choice.label for choice in (*offer.choices, *terms))

    def _sources(self, sources: tuple[Source, ...], scopes: tuple[str, ...]) -> tuple[str, ...]:
        """The labels of the questions that items come from, or the names of what the journal gives."""
        names = (source.name or source.loop for source in sources if not source.taxonomy)
        return tuple(self._about(name, scopes) for name in names)

    def _about(self, name: str, scopes: tuple[str, ...]) -> str:
        question = self._named(name, scopes)
        return (question.label or question.text) if question else name

    def _named(self, name: str, scopes: tuple[str, ...]) -> Question | None:
        wanted = identity(name)
        found = next((scope + wanted for scope in scopes if scope + wanted in self.known), "")
        return self.known.get(found)

    def _clauses(self, when: Condition, scopes: tuple[str, ...]) -> Clauses:
        return tuple(tuple(self._clause(test, scopes) for test in group) for group in when.groups)

    def _clause(self, test: Test, scopes: tuple[str, ...]) -> Clause:
        question = self._named(test.name, scopes)
        answers = tuple(_label(value, question.offer.choices if question else ()) for value in test.values)
        counted = question is None or question.kind in (Kind.LIST, Kind.CHOICES)
        return Clause(
            test.op, self._about(test.name, scopes), answers, test.number, counted, self._item(test.name, scopes)
        )

    def _item(self, name: str, scopes: tuple[str, ...]) -> str:
        """The label of the item that a name spells out: `metier.deplaisir[activite].quoi`."""
        parts = segments(name)
        if len(parts) < 2 or not parts[1]:
            return ""
        loop = next((scope + parts[0] for scope in scopes if scope + parts[0] in self.items), parts[0])
        return self.items.get(loop, {}).get(parts[1], parts[1])

    def _opening(self, opening: FollowUp, question: Question) -> Clause:
        answers = tuple(_label(answer, question.offer.choices) for answer in opening.answers)
        words = any(isinstance(node, Question) and node.words for node in opening.nodes)
        op = "mots" if words else opening.op
        return Clause(op, "", answers, opening.number, question.kind in (Kind.LIST, Kind.CHOICES))


def _label(answer: str, choices: tuple[Choice, ...]) -> str:
    """The label of an answer; itself for `autre`, a point of a scale, or an item only the session knows."""
    if answer == OTHER:
        return ""
    return next((choice.label for choice in choices if choice.id == answer), answer)


def is_tagging(item: Drawn) -> bool:
    """Whether this question names the items of a list: it is not one the author wrote."""
    return item.id.endswith(f"[].{TAGS}")
