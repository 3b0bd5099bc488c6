"""The fingerprint of a tree: what a note remembers of the questions that made it."""

import json
from collections.abc import Iterator
from zlib import crc32

from cip_coach.asking.offers import OTHER, whole_list
from cip_coach.asking.tree import Condition, FollowUp, Kind, Loop, Node, Offer, Question, Section, Source, Tree
from cip_coach.frozen import frozen, replace
from cip_coach.vocabulary import OWN

Plain = str | int | list["Plain"]
DIGITS = 8


def fingerprint(tree: Tree) -> str:
    """First 8 hexadecimal digits of the SHA-256 of the tree's structure, as canonical JSON.

    The structure is [identity, type, choices, conditions, loops, signals] of each
    question, sorted: wording, help, examples and the order in which things are
    written do not count, nor do the user's own terms.
    """
    import hashlib  # with OpenSSL: the first question is shown without

    return hashlib.sha256(_structure(tree)).hexdigest()[:DIGITS]


def mark(tree: Tree) -> str:
    """A checksum of the same structure, for who only looks it up among known trees."""
    structure = _structure(tree)
    return f"{crc32(structure):08x}-{len(structure)}"


def _structure(tree: Tree) -> bytes:
    return _canonical(sorted(_entries(tree.nodes, _Place()), key=_canonical)).encode()


def _canonical(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@frozen
class _Place:
    """What is above a question: the beginning of its identity, the loops and the conditions around it."""

    prefix: str = ""
    loops: tuple[Plain, ...] = ()
    conditions: tuple[Plain, ...] = ()

    def when(self, condition: Condition) -> "_Place":
        return replace(self, conditions=(*self.conditions, _condition(condition))) if condition.groups else self

    def under(self, question: str, opening: FollowUp) -> "_Place":
        opened: Plain = [self.prefix + question, opening.op, sorted(opening.answers), opening.number]
        return replace(self, conditions=(*self.conditions, opened))

    def inside(self, loop: str, offer: Plain) -> "_Place":
        return replace(self, prefix=f"{self.prefix}{loop}[].", loops=(*self.loops, [self.prefix + loop, offer]))


def _entries(nodes: tuple[Node, ...], place: _Place) -> Iterator[Plain]:
    for node in nodes:
        match node:
            case Section():
                yield from _entries(node.nodes, place.when(node.when))
            case Loop():
                yield from _entries(node.nodes, place.when(node.when).inside(node.id, _offer(node.offer)))
            case Question():
                yield from _question(node, place.when(node.when))


def _question(question: Question, place: _Place) -> Iterator[Plain]:
    here = place
    if question.fixed is not None:
        here = replace(here, conditions=(*here.conditions, ["avec", *question.fixed]))
    if question.none_if:
        gates: list[Plain] = [[gate, answer] for gate, answer in sorted(question.none_if.items())]
        here = replace(here, conditions=(*here.conditions, ["aucune_si", *gates]))
    signals: list[Plain] = [[signal.answer, signal.key, *sorted(signal.difficulties)] for signal in question.signals]
    choices = _choices(question)
    yield [
        place.prefix + question.id,
        question.kind.value,
        choices,
        [*here.conditions],
        [*here.loops],
        sorted(signals, key=_canonical),
    ]
    for follow_up in question.follow_ups:
        yield from _entries(follow_up.nodes, place.under(question.id, follow_up))
    yield from _entries(question.loop, place.inside(question.id, choices))


def _choices(question: Question) -> Plain:
    """What can be answered: the ids on offer, « autre », or the ends of a scale."""
    if question.kind is Kind.SCALE:
        return [str(question.bounds.low), str(question.bounds.high)]
    offered = _offer(question.offer)
    return [offered, OTHER] if question.other else offered


def _offer(offer: Offer) -> Plain:
    fixed: list[Plain] = [*sorted(name for name in whole_list(offer) if not name.startswith(OWN))]
    return [fixed, [_source(source) for source in offer.sources]]


def _source(source: Source) -> Plain:
    terms: list[Plain] = [*sorted(term.id for term in source.terms if not term.id.startswith(OWN))]
    return [source.name, source.taxonomy, terms, source.loop, _condition(source.when)]


def _condition(condition: Condition) -> Plain:
    groups: list[Plain] = []
    for group in condition.groups:
        tests: list[Plain] = [[test.name, test.op, [*sorted(test.values)], test.number] for test in group]
        groups.append(sorted(tests, key=_canonical))
    return sorted(groups, key=_canonical)
