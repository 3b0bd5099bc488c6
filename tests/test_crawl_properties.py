"""The ways that `crawl` finds, against all the ways there are, and against people who answer at random."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

from hypothesis import HealthCheck, assume, given, settings
from tree_strategies import JOURNAL, people, trees

from cip_coach.answer import Action, Day, Items, Number, Picked, Reply, Words
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.crawl import crawl, unreachable
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Choice, Kind, Tree
from cip_coach.paths import identity

DAY = date(2026, 11, 22)
MOST_ENDS, MOST_QUESTIONS = 150, 8
"""Larger trees are left out: trying all their ways takes too long for a test."""


def possible(step: Step, most: int) -> Iterator[Reply]:
    """Every reply the rule allows at `step`: nothing noted (`most` 0), or two items."""
    match step.question.kind:
        case Kind.YES_NO | Kind.CHOICE:
            yield from (Picked((choice.id,)) for choice in step.choices)
        case Kind.CHOICES:
            others = [f"autre{rank}" for rank in (1, 2)] if step.question.other else []
            ids = [*(choice.id for choice in step.choices), *others]
            for picks in combinations(ids, min(most, len(ids))):
                own = sum(pick.startswith("autre") for pick in picks)
                renamed = [pick for pick in picks if not pick.startswith("autre")]
                yield Picked((*renamed, *(f"autre{rank}" for rank in range(1, own + 1))), ("…",) * own)
        case Kind.LIST:
            yield Items(("…",) * most)
        case Kind.SCALE:
            yield from map(Number, range(1, 6))
        case Kind.NUMBER:
            yield from map(Number, (0, 1, 2))
        case Kind.DATE:
            yield Day(DAY)
        case Kind.ACTION:
            yield Action("…")
        case _:
            yield Words("…")


def every_way(tree: Tree, context: Context, most: int, replies: Mapping[str, Reply]) -> Iterator[int]:
    """How many questions each way puts, one way after the other."""
    for step in live_steps(tree, replies, context):
        if step.question.answerable and step.path not in replies:
            for reply in possible(step, most):
                yield from every_way(tree, context, most, {**replies, step.path: reply})
            return
    yield len(replies)


def counted(tree: Tree, items: int) -> list[int]:
    entrants = tuple(Entrant(Choice(f"{JOURNAL}.{rank}", "…")) for rank in range(items))
    lengths = []
    for number, length in enumerate(every_way(tree, Context(DAY, sources={JOURNAL: entrants}), items, {})):
        assume(number < MOST_ENDS)
        lengths.append(length)
    return lengths


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(tree=trees())
def test_no_way_is_shorter_or_longer_than_those_found(tree):
    assume(len(tree.identities()) <= 2 * MOST_QUESTIONS)
    tree = replace(tree, reads=(JOURNAL,))
    shortest, longest = counted(tree, 0), counted(tree, 2)
    found = crawl(tree, DAY)
    assert (found.shortest.questions, found.longest.questions) == (min(shortest), max(longest))


@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(tree=trees(), somebody=people)
def test_nobody_is_asked_what_was_said_to_be_out_of_reach(tree, somebody):
    assume(len(tree.identities()) <= MOST_QUESTIONS)
    tree = replace(tree, reads=(JOURNAL,))
    dead = crawl(tree, DAY).unreachable
    assert unreachable(tree, DAY) == dead
    entrants = (Entrant(Choice("k7f3qd.1", "appeler")), Entrant(Choice("k7f3qd.4", "écrire")))
    context = Context(DAY, sources={JOURNAL: entrants})
    replies: dict[str, Reply] = {}
    while True:
        live = list(live_steps(tree, replies, context))
        assert not {identity(step.path) for step in live} & set(dead)
        waiting = [step for step in live if step.question.answerable and step.path not in replies]
        if not waiting:
            return
        replies[waiting[0].path], _ = somebody.answer(waiting[0], None)
