"""What holds for any tree and anybody."""

import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sittings import where
from tree_strategies import CONTEXT, Somebody, about, people, trees

from cip_coach.answer import Action, Answer, Items, Number, Picked, Reply, Skipped, Words, is_other
from cip_coach.asking import interview as iv
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.interview import Interview
from cip_coach.asking.library import Library
from cip_coach.asking.moves import Ahead, Answered, Back, Edit, Passed, Pause, Paused, Revisit, Save, Seen, Trouble
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Choice, Kind, Tree
from cip_coach.problem import Refused
from cip_coach.walkthrough import Outcome, Ports, walk

MOVES = ("record", "record", "record", "skip", "back", "half", "edit", "edit", "ahead")
moderate = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
LONGEST = 600


def rebuilt(interview: Interview) -> Interview:
    """As read back from a draft: nothing else is on the disk."""
    return Interview(interview.tree, interview.context, interview.answers, interview.reserve, interview.current)


def words_of(interview: Interview) -> set[str]:
    """Every open text of the interview, counted or set aside."""
    replies: list[Reply] = [*interview.answers.values(), *interview.reserve.values()]
    return {reply.text for reply in replies if isinstance(reply, Words | Action)}


def moved_once(interview: Interview, somebody: Somebody) -> tuple[str, Step | None, Interview]:
    """(what was done, at which step, the interview after it)."""
    step = iv.position(interview)
    move = somebody.pick(MOVES)
    if move == "edit":
        asked = iv.asked(interview)
        step = somebody.pick(asked) if asked else None
    if step is None:
        return "again", None, iv.at(interview, iv.previous(interview, "") or "")
    if not step.question.answerable:
        return "read", step, iv.read(interview, step.path)
    told = move in ("record", "edit") and somebody.pick([True, False])
    answer, went = somebody.answer(step, iv.proposed(interview, step), told=told)
    match move:
        case "record" | "edit":
            after = iv.record(interview, step.path, answer, went if told else None)
        case "skip":
            after = iv.skip(interview, step.path, answer if somebody.pick([True, False]) else None)
        case "back":
            back = iv.previous(interview, step.path) or step.path
            after = iv.at(iv.half_typed(interview, step.path, answer), back)
        case "half":
            after = iv.half_typed(interview, step.path, answer)
        case _:
            after = iv.at(interview, "")
    return str(move), step, after


@given(trees(), people, st.integers(1, 14))
@moderate
def test_an_interview_is_sound_after_anything_one_does(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        _, _, interview = moved_once(interview, somebody)
        live = {step.path: step for step in iv.asked(interview)}
        assert interview.answers.keys() <= live.keys()
        for path, reply in interview.answers.items():
            if isinstance(reply, Picked):
                on_offer = {choice.id for choice in live[path].choices}
                assert all(pick in on_offer or is_other(pick) for pick in reply.ids)
        assert iv.settled(interview) == interview
        assert iv.set_aside(interview).keys() <= interview.reserve.keys()


@given(trees(), people, st.integers(1, 14))
@moderate
def test_resumed_after_any_prefix_it_asks_the_same_question_with_the_same_field(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        _, _, interview = moved_once(interview, somebody)
        for again in (rebuilt(interview), iv.resumed(rebuilt(interview))):
            assert iv.position(again) == iv.position(interview)
            assert (again.answers, again.reserve) == (interview.answers, interview.reserve)


@given(trees(), people, st.integers(1, 14))
@moderate
def test_what_was_said_about_an_item_stays_with_it(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        _, _, interview = moved_once(interview, somebody)
        for step in iv.asked(interview):
            for answer in (interview.answers.get(step.path), iv.proposed(interview, step)):
                assert_about(answer, step)


def assert_about(answer: Reply | None, step: Step) -> None:
    match answer:
        case Words(text) | Action(text) if step.question.prefill is None:
            assert text.partition(".")[2] == about(step)
        case Items(texts) | Picked(others=texts) if step.question.prefill is None:
            assert all(text.partition(".")[2] == about(step) for text in texts)
    if isinstance(answer, Picked) and step.question.prefill is None:
        labels = {choice.id: choice.label for choice in step.choices}
        assert {labels[pick] for pick in answer.ids if pick in labels} <= set(answer.precision.split("|"))


@given(trees(), people, st.integers(1, 14))
@moderate
def test_no_confirmed_text_is_lost_but_where_it_is_written_anew_or_its_item_removed(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        before = interview
        done, step, interview = moved_once(before, somebody)
        if step is not None and step.question.kind in (Kind.LIST, Kind.CHOICES):
            continue
        path = step.path if step else ""
        former = [replies.get(path) for replies in (before.answers, before.reserve)]
        rewritten = {reply.text for reply in former if isinstance(reply, Words | Action)}
        twice = before.answers.keys() & before.reserve.keys()
        replaced = {reply.text for key in twice if isinstance(reply := before.answers[key], Words | Action)}
        assert words_of(before) - words_of(interview) <= rewritten | replaced, done
        if done in ("half", "back", "ahead"):
            assert interview.answers == before.answers


@given(trees(), people, st.integers(1, 14))
@moderate
def test_conditions_sources_and_wordings_never_read_a_closed_answer(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        _, _, interview = moved_once(interview, somebody)
    live = {step.path for step in iv.steps(interview)}
    stale = {path: answer for path, answer in interview.reserve.items() if path not in live}
    assert tuple(live_steps(tree, {**stale, **interview.answers}, CONTEXT)) == iv.steps(interview)


@given(trees(), people, st.integers(1, 14))
@moderate
def test_progress_only_grows_and_the_order_of_questions_never_changes(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        before = interview
        _, step, interview = moved_once(before, somebody)
        now = iv.steps(interview)
        assert now == iv.steps(interview)
        assert [item.root for item in now] == sorted(item.root for item in now)
        assert all(item.root <= item.roots == now[0].roots for item in now)
        numbers = [item.number for item in now if item.question.answerable]
        assert len(set(numbers)) == len(numbers)
        assert len({item.path for item in now}) == len(now)
        if step is not None and step.question.kind not in (Kind.LIST, Kind.CHOICES):
            common = {item.path for item in iv.steps(before)} & {item.path for item in now}
            earlier = [item.path for item in iv.steps(before) if item.path in common]
            assert earlier == [item.path for item in now if item.path in common]


@given(trees(), people, st.integers(1, 14))
@moderate
def test_a_walk_straight_on_puts_every_live_question_once_in_reading_order(tree, somebody, moves):
    interview, put = Interview(tree, CONTEXT), []
    while (step := iv.position(interview)) is not None:
        put.append(step.path)
        assert len(put) < LONGEST
        interview = answered(interview, step, somebody)
    last = [step.path for step in iv.steps(interview)]
    assert put == last[: len(put)]
    assert not {step.path for step in iv.asked(interview)} - set(put)


@given(trees(), people, st.integers(1, 14))
@moderate
def test_from_anywhere_a_walk_ends_when_every_question_is_answered_or_passed(tree, somebody, moves):
    interview = Interview(tree, CONTEXT)
    for _ in range(moves):
        _, _, interview = moved_once(interview, somebody)
    for _ in range(LONGEST):
        step = iv.position(interview)
        if step is None:
            break
        interview = iv.skip(interview, step.path) if step.question.answerable else iv.read(interview, step.path)
    assert where(interview) is None
    assert iv.pending(interview) is None


def answered(interview: Interview, step: Step, somebody: Somebody) -> Interview:
    if not step.question.answerable:
        return iv.read(interview, step.path)
    if somebody.pick([False, False, True]):
        return iv.skip(interview, step.path)
    answer, moved = somebody.answer(step, iv.proposed(interview, step))
    return iv.record(interview, step.path, answer, moved)


class Anybody:
    """A front-end that does anything for a while, then goes on to the end; checks what is on the disk meanwhile."""

    def __init__(self, somebody: Somebody, moves: int) -> None:
        self.somebody = somebody
        self.moves = moves
        self.kept: Interview | None = None
        self.shown = 0

    def at_random(self) -> bool:
        self.moves -= 1
        self.shown += 1
        assert self.shown < LONGEST
        return self.moves > 0

    def keep(self, interview: Interview) -> None:
        if self.moves > 0 and self.somebody.pick([True, False, False, False]):
            raise Refused("disque-plein")
        self.kept = rebuilt(interview)

    def trouble(self, _: object) -> Trouble:
        return self.somebody.pick([Trouble.RETRY, Trouble.ELSEWHERE])

    def ask(self, view):
        if self.kept is not None:
            assert iv.position(self.kept) == view.step
            assert iv.proposed(self.kept, view.step) == view.proposed
            assert self.kept.answers.get(view.step.path) == view.reply
        random_move = self.at_random()
        if not view.step.question.answerable:
            return Paused() if random_move and self.somebody.pick([True, False, False]) else Seen()
        if not random_move:
            return Passed()
        answer, moved = self.somebody.answer(view.step, view.proposed)
        draft, _ = self.somebody.answer(view.step, view.proposed, told=False)
        typed = self.somebody.pick([draft, view.proposed, None])
        leaving = (Passed(typed), Back(typed), Ahead(typed), Paused(typed))
        return self.somebody.pick([Answered(answer, moved), Answered(answer, moved), *leaving])

    def recap(self, recap):
        assert self.kept is None or {
            line.step.path: line.reply for line in recap.lines if line.reply is not None
        } == dict(self.kept.answers)
        if not self.at_random():
            return Save() if all(line.reply for line in recap.lines) else Back()
        paths = [line.step.path for line in recap.lines]
        return self.somebody.pick([Revisit(), Back(), Paused(), *map(Edit, paths)])

    def pause(self, _):
        self.at_random()
        return self.somebody.pick([Pause.RESUME, Pause.REVIEW])


@given(trees(), people, st.integers(1, 14))
@moderate
def test_killed_at_any_screen_a_session_resumes_there_with_every_answer(tree, somebody, moves):
    anybody = Anybody(somebody, 2 * moves)
    interview, outcome = walk(Interview(tree, CONTEXT), anybody, Ports(anybody.keep, anybody.keep))
    assert outcome is Outcome.FINISHED
    assert iv.pending(interview) is None
    assert anybody.kept is None or anybody.kept.answers == interview.answers


# The shipped trees.

LIBRARY = Library.shipped()
SHIPPED = sorted(LIBRARY.names())
TWO = (Entrant(Choice("k7f3qd.1", "appeler"), 2), Entrant(Choice("diff.relation.confiance", "La confiance")))
MOST = 1500


def shipped_contexts(tree: Tree) -> list[Context]:
    """Sources empty, then two items; with a person and an appointment, then without."""
    names = {source.name for source in sources_of(tree)}
    full = {name: TWO for name in names}
    day = date(2026, 11, 22)
    return [Context(day, "galet", 1, dict.fromkeys(names, ())), Context(day, "galet", 2, full), Context(day)]


def sources_of(tree: Tree) -> list[object]:
    found = []
    for question in tree.identities().values():
        found += [
            source for source in (*question.offer.sources, *question.shows) if source.name.startswith("journal.")
        ]
    return found


def crawl(tree: Tree, context: Context, rng: random.Random, bias: int) -> Interview:
    """A walk that picks the `bias`-th possibility, or any when it is negative, to its end."""
    interview = Interview(tree, context)
    for _ in range(MOST):
        step = iv.position(interview)
        if step is None:
            return interview
        if not step.question.answerable:
            interview = iv.read(interview, step.path)
            continue
        possible = possibilities(step)
        chosen = rng.choice(possible) if bias < 0 else possible[min(bias, len(possible) - 1)]
        interview = iv.skip(interview, step.path) if chosen is None else iv.record(interview, step.path, chosen)
    raise AssertionError(f"{tree.id}: no end after {MOST} questions")


def possibilities(step: Step) -> list[Answer | None]:
    match step.question.kind:
        case Kind.LIST:
            return [Items(("un", "deux", "trois")), Items(()), None]
        case Kind.CHOICES:
            ids = [choice.id for choice in step.choices if not choice.exclusive][: step.question.bounds.high]
            other = [Picked(("autre1",), ("mon mot",))] if step.question.other else []
            some = [Picked(tuple(ids[:3]))] if ids else []
            return [*some, Picked(()), *(Picked((choice.id,)) for choice in step.choices), *other, None]
        case Kind.YES_NO | Kind.CHOICE:
            return [*(Picked((choice.id,)) for choice in step.choices), None]
        case Kind.SCALE | Kind.NUMBER:
            low, high = step.question.bounds.low or 0, step.question.bounds.high or 5
            return [Number(low), Number(high), None]
        case Kind.DATE:
            return [iv.Day(date(2026, 12, 1)), None]
        case Kind.ACTION:
            return [Action("appeler"), None]
        case _:
            forms = [*step.question.words, *(word for question in [step.question] for word in opening(question))]
            return [Words(f"je me sens {forms[0]}" if forms else "deux mots"), Words("deux mots"), None]


def opening(question) -> list[str]:
    """Words that open the gentle follow-up of a text."""
    nodes = [node for follow_up in question.follow_ups for node in follow_up.nodes]
    return [form for node in nodes for form in getattr(node, "words", {})]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_of_a_shipped_tree_is_reached_by_some_walk(name):
    tree = LIBRARY.tree(name)
    rng = random.Random(20261122)
    missing = Counter(tree.identities().keys())
    for bias in (*range(12), *[-1] * 40):
        for context in shipped_contexts(tree):
            interview = crawl(tree, context, rng, bias)
            for step in iv.steps(interview):
                missing.pop(step.identity, None)
        if not missing:
            break
    assert not missing, sorted(missing)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_random_walk_of_a_shipped_tree_resumes_anywhere(name):
    tree = LIBRARY.tree(name)
    rng = random.Random(7)
    interview = Interview(tree, shipped_contexts(tree)[0])
    for _ in range(MOST):
        assert iv.position(iv.resumed(rebuilt(interview))) == iv.position(interview)
        step = iv.position(interview)
        if step is None:
            break
        if not step.question.answerable:
            interview = iv.read(interview, step.path)
        elif rng.random() < 0.1:
            interview = iv.at(interview, iv.previous(interview, step.path) or step.path)
        elif (chosen := rng.choice(possibilities(step))) is None:
            interview = iv.skip(interview, step.path)
        else:
            interview = iv.record(interview, step.path, chosen)
    assert where(interview) is None
    assert not any(isinstance(answer, Skipped) for answer in interview.reserve.values())
