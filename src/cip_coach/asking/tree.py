"""What can be asked: the tree as a value. Knows no file, no answer and no terminal.

A `Tree` holds nodes in reading order. Includes are resolved and taxonomies
expanded before it exists; ids inside a loop are relative to its item. The
language is docs/ecrire-un-arbre.md; `treefile` turns YAML into these values.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from cip_coach.frozen import field, frozen


class Kind(StrEnum):
    """The types a question can have, under the names authors type."""

    TEXT = "texte"
    YES_NO = "oui_non"
    CHOICE = "choix"
    CHOICES = "choix_multiple"
    SCALE = "echelle"
    NUMBER = "nombre"
    DATE = "date"
    LIST = "liste"
    ACTION = "action"
    INFO = "info"
    LEAD = "piste"


CLOSED = frozenset({Kind.YES_NO, Kind.CHOICE, Kind.CHOICES, Kind.SCALE, Kind.NUMBER, Kind.DATE})
SEVERAL = frozenset({Kind.CHOICES, Kind.LIST})

YES, PARTLY, NO, UNSURE = "oui", "en_partie", "non", "ne_sait_pas"


class PersonRule(StrEnum):
    """Whether a session of the tree is about a person."""

    REQUIRED = "requise"
    OPTIONAL = "facultative"
    NONE = "aucune"


@frozen
class Choice:
    """One answer on offer. `family` groups the terms of a taxonomy; `hidden` waits behind « voir plus »."""

    id: str
    label: str
    family: str = ""
    exclusive: bool = False
    hidden: bool = False
    sensitive: bool = False
    leads: tuple[str, ...] = ()
    attention: str = ""


@frozen
class Test:
    """One line of a `quand`: what the answer called `name` must be.

    `op` is `est` (any of `values`), `sauf` (a real answer, none of `values`),
    `repondu`, `au_moins` or `au_plus` (`number` items, picks, or points).
    """

    name: str
    op: str
    values: tuple[str, ...] = ()
    number: int = 0


@frozen
class Condition:
    """A `quand`: any of `groups` holds, a group being all of its tests. No group at all: always true."""

    groups: tuple[tuple[Test, ...], ...] = ()


ALWAYS = Condition()


@frozen
class Source:
    """Where choices, items or a prefill come from; exactly one of the three names is set.

    `name` is an earlier question or a documented source (`seance.…`,
    `journal.…`); `taxonomy` offers `terms` of it; `loop` the items of an
    earlier loop for which `when` holds.
    """

    name: str = ""
    taxonomy: str = ""
    terms: tuple[Choice, ...] = ()
    loop: str = ""
    when: Condition = ALWAYS


@frozen
class Offer:
    """What a closed question or a loop chooses from, in order: fixed choices, then sources."""

    choices: tuple[Choice, ...] = ()
    sources: tuple[Source, ...] = ()
    families: Mapping[str, str] = field(default_factory=dict)
    taxonomy: str = ""
    taxonomy_version: int = 0


@frozen
class Bounds:
    """The limits of a `nombre`, an `echelle` (with the labels of its points) or a count of picks or items."""

    low: int | None = None
    high: int | None = None
    labels: Mapping[int, str] = field(default_factory=dict)


@frozen
class Signal:
    """`signale`: this answer names these difficulties; `key` limits it to one item of the loop."""

    answer: str
    difficulties: tuple[str, ...]
    key: str = ""


@frozen
class Feed:
    """`alimente`: the question feeds `kind` on these answers; no answers means always."""

    kind: str
    answers: tuple[str, ...] = ()


@frozen
class Proposal:
    """`propose`: on these answers, suggest `tree` later, its questions prefilled from ours (theirs → ours)."""

    answers: tuple[str, ...]
    tree: str
    takes: Mapping[str, str] = field(default_factory=dict)


@frozen
class FollowUp:
    """`si_…`: nodes that open on the answer of the question above them.

    `answers` are ids; `number` is for `au_moins` and `au_plus`; `op` as in
    `Test`, plus `vide` and `passe`.
    """

    op: str
    nodes: "tuple[Node, ...]"
    answers: tuple[str, ...] = ()
    number: int = 0


@frozen
class Question:
    """One question, or an `info`. Texts may hold `{id}` and `{element}`.

    `line` and `file` say where it was written. `fixed` is the answer an
    `avec:` gave: the question is then never asked.
    """

    id: str
    kind: Kind
    text: str
    label: str = ""
    help: str = ""
    example: str = ""
    when: Condition = ALWAYS
    offer: Offer = Offer()
    other: int = 0
    """How many « autre » picks may be written: 0, 1, or 9 for `plusieurs`."""
    none: str = ""
    """Label of the explicit « Rien à noter »; "" where there is none."""
    bounds: Bounds = Bounds()
    precision: str = ""
    follow_ups: tuple[FollowUp, ...] = ()
    loop: "tuple[Node, ...]" = ()
    prefill: Source | None = None
    shows: tuple[Source, ...] = ()
    lead_of: str = ""
    tags: bool = False
    """A list whose items may be tagged with the difficulties of its `etiquettes` question."""
    words: Mapping[str, str] = field(default_factory=dict)
    """`si_mots`: form of a word → the word; the first one found fills `{mot}` of the question `<id>.mots`."""
    signals: tuple[Signal, ...] = ()
    feeds: tuple[Feed, ...] = ()
    counts: bool = True
    none_if: Mapping[str, str] = field(default_factory=dict)
    ticks: Mapping[str, str] = field(default_factory=dict)
    proposal: Proposal | None = None
    sensitive: bool = False
    fixed: tuple[str, ...] | None = None
    file: str = ""
    line: int = 0

    @property
    def answerable(self) -> bool:
        """Whether it takes an answer at all."""
        return self.kind is not Kind.INFO


@frozen
class Section:
    """A titled part, or a nameless group that carries a condition or a rule on the person."""

    title: str
    nodes: "tuple[Node, ...]"
    when: Condition = ALWAYS
    without_person: bool = False


@frozen
class Loop:
    """The same nodes asked about each item of an offer; paths are `id[key].question`."""

    id: str
    offer: Offer
    nodes: "tuple[Node, ...]"
    when: Condition = ALWAYS
    file: str = ""
    line: int = 0


Node = Question | Section | Loop


@frozen
class Tree:
    """A complete, consistent tree. `duration` in minutes; `renamed` maps old identities to new ones."""

    id: str
    version: int
    title: str
    nodes: tuple[Node, ...]
    duration: int = 0
    moment: str = ""
    person: PersonRule = PersonRule.OPTIONAL
    source: str = ""
    description: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, Choice] = field(default_factory=dict)
    """Every taxonomy term the tree may meet, by id: sources name difficulties, and leads hang on them."""
    reads: tuple[str, ...] = ()
    """The sources of the journal it names (`journal.notes`…): the command computes them when a session begins."""
    file: str = ""

    def identities(self) -> Mapping[str, Question]:
        """Every question by identity (its path with emptied brackets), infos included, in reading order."""
        return self._identities

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each of `identities` in reading order, from 0."""
        return {name: rank for rank, name in enumerate(self._identities)}

    @cached_property
    def _identities(self) -> Mapping[str, Question]:
        return dict(walk_identities(self.nodes))


def walk_identities(nodes: tuple[Node, ...], prefix: str = "") -> Iterator[tuple[str, Question]]:
    """(identity, question) for each question below `nodes`, follow-ups and loops included, in reading order."""
    for node in nodes:
        match node:
            case Section():
                yield from walk_identities(node.nodes, prefix)
            case Loop():
                yield from walk_identities(node.nodes, f"{prefix}{node.id}[].")
            case Question():
                yield prefix + node.id, node
                for follow_up in node.follow_ups:
                    yield from walk_identities(follow_up.nodes, prefix)
                yield from walk_identities(node.loop, f"{prefix}{node.id}[].")
