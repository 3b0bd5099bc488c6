"""The answers worth trying at a question: one for each thing that may follow, no more."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum, auto
from itertools import combinations

from cip_coach.answer import OTHER, SKIPPED, Action, Answer, Day, Items, Number, Picked, Reply, Words, is_other
from cip_coach.asking.conditions import feeds, opens
from cip_coach.asking.readers import Readers
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import Choice, FollowUp, Kind, Question
from cip_coach.asking.wording import first_word

SHOWN = "…"
SOME_DAY = date(2026, 1, 15)
MOST_PAIRED = 12


class Aim(Enum):
    """The rule for lists and multiple choices: nothing noted, two items, or any number and skips too."""

    SHORTEST = auto()
    LONGEST = auto()
    ANY = auto()


def trials(step: Step, aim: Aim, readers: Readers) -> list[Reply]:
    """The replies to try at `step`: all that `readers` can tell apart, each once, the plainest first."""
    kept: dict[object, Reply] = {}
    for reply in _possible(step, aim, readers):
        kept.setdefault(_seen(reply, step, readers), reply)
    return list(kept.values()) or [SKIPPED]


def _possible(step: Step, aim: Aim, readers: Readers) -> Iterator[Reply]:
    question = step.question
    match question.kind:
        case Kind.YES_NO | Kind.CHOICE:
            yield from (Picked((choice.id,)) for choice in step.choices)
            if question.other:
                yield Picked((f"{OTHER}1",), (SHOWN,))
            if question.none:
                yield Picked(())
        case Kind.CHOICES:
            yield from (_picked(ids) for ids in _several(step, aim, readers))
        case Kind.LIST:
            most = question.bounds.high or LARGEST
            yield from (Items((SHOWN,) * count) for count in _counts(step, aim, most, readers))
        case Kind.SCALE | Kind.NUMBER:
            yield from map(Number, _numbers(step, readers))
        case Kind.DATE:
            yield Day(SOME_DAY)
        case Kind.ACTION:
            yield Action(SHOWN)
        case _:
            yield Words(SHOWN)
            yield from (Words(next(iter(words))) for words in _vocabularies(question))
    if aim is Aim.ANY:
        yield SKIPPED


LARGEST = 99


def _counts(step: Step, aim: Aim, most: int, readers: Readers) -> Iterator[int]:
    """How many items to try: as the aim says, or each number that may change something."""
    match aim:
        case Aim.SHORTEST:
            yield 0
        case Aim.LONGEST:
            yield min(2, most)
        case Aim.ANY:
            elsewhere = {2, readers.most} if step.identity in readers.counted else set()
            yield from sorted(
                {min(number, most, readers.most) for number in readers.numbers[step.identity] | elsewhere}
            )


def _several(step: Step, aim: Aim, readers: Readers) -> Iterator[tuple[str, ...]]:
    """The picks to try at a multiple choice: of one, then of two or more that do not mean the same."""
    question = step.question
    others = [f"{OTHER}{rank}" for rank in range(1, min(question.other, 2) + 1)]
    alone = [choice.id for choice in step.choices if choice.exclusive]
    ids = [*(choice.id for choice in step.choices if not choice.exclusive), *others]
    most = min(question.bounds.high or LARGEST, len(ids))
    if aim is not Aim.LONGEST:
        yield ()
    if aim is Aim.SHORTEST:
        return
    kinds: dict[object, list[str]] = {}
    for pick in ids:
        kinds.setdefault(_seen(_picked((pick,)), step, readers), []).append(pick)
    telling = [pick for alike in kinds.values() for pick in alike[:2]][:MOST_PAIRED]
    if aim is Aim.LONGEST:
        yield from combinations(telling, min(2, most)) if most else iter([()])
        return
    yield from ((pick,) for pick in (*telling, *alone))
    if most >= 2:
        yield from combinations(telling, 2)
    yield from (tuple(ids[:count]) for count in _counts(step, aim, most, readers) if count > 1)
    yield tuple(telling[:most])


def _picked(ids: tuple[str, ...]) -> Picked:
    """The picks, others numbered in the order they come."""
    written = sum(is_other(pick) for pick in ids)
    fixed = tuple(pick for pick in ids if not is_other(pick))
    return Picked((*fixed, *(f"{OTHER}{rank}" for rank in range(1, written + 1))), (SHOWN,) * written)


def _numbers(step: Step, readers: Readers) -> Iterator[int]:
    """The points of a scale; for a number, those just before, at and after each one that a condition names."""
    low, high = step.question.bounds.low, step.question.bounds.high
    if step.question.kind is Kind.SCALE:
        yield from range(low or 0, (high or 0) + 1)
        return
    tests = readers.tests.get(step.identity, [])
    named = [test.number for test in tests] + [opening.number for opening in step.question.follow_ups]
    listed = [value for test in tests for value in test.values]
    listed += [answer for opening in step.question.follow_ups for answer in opening.answers]
    named += [int(value) for value in listed if value.isdecimal()]
    default = low if low is not None else min(1, high) if high is not None else 1
    for number in (default, *(near for one in named for near in (one - 1, one, one + 1))):
        if (low is None or number >= low) and (high is None or number <= high):
            yield number


def _vocabularies(question: Question) -> Iterator[dict[str, str]]:
    for follow_up in question.follow_ups:
        yield from (dict(node.words) for node in follow_up.nodes if isinstance(node, Question) and node.words)


def _seen(reply: Reply, step: Step, readers: Readers) -> object:
    """All that the rest of the tree can see of `reply`: two replies seen alike lead to the same questions."""
    question, name = step.question, step.identity
    openings = [*question.follow_ups, *(FollowUp(t.op, (), t.values, t.number) for t in readers.tests.get(name, []))]
    checks = [feed for feed in question.feeds if feed.kind == "a_verifier"]
    said = reply.text if isinstance(reply, Words) else ""
    return (
        tuple(opens(opening, reply) for opening in openings),
        tuple(feeds(feed.answers, reply) for feed in checks),
        tuple(bool(first_word(said, words)) for words in _vocabularies(question)),
        _items(reply, step, readers) if name in readers.counted | readers.looped or checks else None,
        _picks(reply, step, lambda choice: bool(choice.leads)) if name in readers.leading else None,
    )


def _items(reply: Reply, step: Step, readers: Readers) -> object:
    """How many items, whether each may be offered again, and which of those that are named somewhere."""
    if isinstance(reply, Picked):
        named = tuple(pick for pick in reply.ids if pick in readers.keys)
        return _picks(reply, step, lambda choice: choice.sensitive), named
    return len(reply.texts) if isinstance(reply, Items) else isinstance(reply, Answer)


def _picks(reply: Reply, step: Step, of: Callable[[Choice], bool]) -> object:
    """What `of` says of each pick, the order aside."""
    known = {choice.id: choice for choice in step.choices}
    ids = reply.ids if isinstance(reply, Picked) else ()
    return len(ids), tuple(sorted(of(known[pick]) for pick in ids if pick in known))
