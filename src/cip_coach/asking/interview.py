"""A session as a value: the tree, the answers, and where we stand. Every change returns a new value.

The position is `current` when that question is live, else the first live
question without an answer. Answers of closed branches wait in `reserve`: they
are proposed again if their branch reopens, and never reach the closed note.
Half-typed text waits there too: nothing but a confirmed answer changes `answers`.
"""

from collections.abc import Mapping
from typing import TypeVar

from cip_coach.answer import SKIPPED, Action, Answer, Day, Items, Number, Picked, Reply, Skipped, Words, is_other
from cip_coach.asking.following import followed, went
from cip_coach.asking.paths import Moved, renumbered
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Kind, Tree
from cip_coach.frozen import field, frozen, replace

TAKES: Mapping[Kind, type[Answer]] = {
    Kind.TEXT: Words,
    Kind.YES_NO: Picked,
    Kind.CHOICE: Picked,
    Kind.CHOICES: Picked,
    Kind.SCALE: Number,
    Kind.NUMBER: Number,
    Kind.DATE: Day,
    Kind.LIST: Items,
    Kind.ACTION: Action,
    Kind.LEAD: Words,
}
"""The form of an answer to each kind of question; an `info` takes none."""
AnyReply = TypeVar("AnyReply", Reply, Answer)


@frozen
class Interview:
    """`answers` and `reserve` by path; `seen` the paths of infos read; `current` "" when derived."""

    tree: Tree
    context: Context
    answers: Mapping[str, Reply] = field(default_factory=dict)
    reserve: Mapping[str, Answer] = field(default_factory=dict)
    current: str = ""
    seen: frozenset[str] = frozenset()


# What there is to ask.


def steps(interview: Interview) -> tuple[Step, ...]:
    """Every live question, infos and fixed answers included, in reading order."""
    return tuple(live_steps(interview.tree, interview.answers, interview.context))


def reply_to(interview: Interview, step: Step) -> Reply | None:
    """The answer that counts at `step`: the one an `avec:` fixed, else the user's, else None."""
    if step.question.fixed is not None:
        return Picked(step.question.fixed)
    return interview.answers.get(step.path)


def asked(interview: Interview) -> tuple[Step, ...]:
    """The live questions that are put to the user and take an answer."""
    return tuple(step for step in steps(interview) if _asks(step))


def pending(interview: Interview) -> Step | None:
    """The first live question that has no answer yet, or None when all have one."""
    return next((step for step in asked(interview) if step.path not in interview.answers), None)


def awaiting(interview: Interview) -> tuple[str, ...]:
    """The paths of what is still to be put to the user: questions without an answer, and infos not read."""
    return tuple(step.path for step in steps(interview) if _awaits(interview, step))


def position(interview: Interview) -> Step | None:
    """The question to ask now, or None when it is time to read the answers over."""
    live = steps(interview)
    for step in live:
        if step.path == interview.current and step.question.fixed is None:
            return step
    return _first_awaiting(interview, live)


def previous(interview: Interview, path: str) -> str | None:
    """The path of the live question asked before `path` (before the end when it is ""), or None at the first."""
    before: str | None = None
    for step in steps(interview):
        if step.path == path:
            break
        if _asks(step):
            before = step.path
    return before


def proposed(interview: Interview, step: Step) -> Answer | None:
    """What the field holds when the question appears: what was set aside, else the answer, else the prefill.

    Only what fits the question as it is now: a pick no longer on offer is not proposed.
    """
    aside, reply = interview.reserve.get(step.path), interview.answers.get(step.path)
    kept = _fitting(aside, step) or _fitting(reply, step)
    return step.prefill if kept is None and reply is None else kept


def set_aside(interview: Interview) -> dict[str, Answer]:
    """What waits in reserve at questions that are not open now: said once, and left out of the note."""
    open_paths = {step.path for step in asked(interview) if step.path not in interview.answers}
    return {path: answer for path, answer in interview.reserve.items() if path not in open_paths}


# What the user does.


def record(interview: Interview, path: str, answer: Answer, moved: Moved | None = None) -> Interview:
    """The interview with `answer` at `path`, standing at the next question.

    `moved` tells where the items of the list that was proposed went (old key →
    new key, or None when removed): the answers about them, the picks and the
    loops that name them follow in the same step. Unsaid, it is read from the texts.
    """
    shown = interview.reserve.get(path, interview.answers.get(path))
    drafted = went(_base(interview, path), shown)
    last = moved or went(shown, answer)
    both = {old: new and last.get(new, new) for old, new in drafted.items()}
    interview = _moved(interview, path, both or last)
    answers = {**interview.answers, path: answer}
    return onward(settled(replace(interview, answers=answers, reserve=_without(interview.reserve, path))), path)


def skip(interview: Interview, path: str, draft: Answer | None = None) -> Interview:
    """The interview with `path` passed over; what stood or was typed there is set aside, not lost."""
    kept = draft or interview.reserve.get(path) or _base(interview, path)
    aside = _laid_aside(interview, path, kept) if kept else interview
    return onward(settled(replace(aside, answers={**aside.answers, path: SKIPPED})), path)


def read(interview: Interview, path: str) -> Interview:
    """The interview after the info at `path` was read."""
    return onward(replace(interview, seen=interview.seen | {path}), path)


def half_typed(interview: Interview, path: str, draft: Answer | None) -> Interview:
    """The interview with what was typed at `path` kept for later; what was confirmed there still counts."""
    if draft is None:
        return interview
    reply = interview.answers.get(path)
    if reply is None or isinstance(reply, Skipped):
        return _laid_aside(interview, path, draft)
    reserve = _without(interview.reserve, path)
    return replace(interview, reserve=reserve if draft == reply else {**reserve, path: draft})


def at(interview: Interview, path: str) -> Interview:
    """The interview standing at `path`; at the first question without an answer when it is "" or not live."""
    here = position(replace(interview, current=path))
    return replace(interview, current=here.path if here else "")


def onward(interview: Interview, path: str) -> Interview:
    """The interview standing at the live question after `path`; past the last one, wherever one is pending."""
    passed = False
    for step in steps(interview):
        if passed and (_asks(step) or _unread(interview, step)):
            return replace(interview, current=step.path)
        passed = passed or step.path == path
    return at(interview, "")


def without_skips(interview: Interview) -> Interview:
    """The interview in which the passed questions are simply not answered yet, standing at the first of them."""
    answers = {path: reply for path, reply in interview.answers.items() if not isinstance(reply, Skipped)}
    return at(settled(replace(interview, answers=answers)), "")


def resumed(interview: Interview) -> Interview:
    """An interview read back from a draft as it goes on: settled on its tree, its infos read up to where it stood."""
    interview = settled(interview)
    live = steps(interview)
    reached = (place for place, step in enumerate(live) if step.path in {*interview.answers, interview.current})
    passed = live[: max(reached, default=0)]
    return replace(interview, seen=interview.seen | {step.path for step in passed if not step.question.answerable})


def settled(interview: Interview) -> Interview:
    """The interview with what its tree and its other answers do not allow put aside, until nothing moves.

    That is: answers of closed branches, answers of another form than the
    question takes, picks that are no longer on offer.
    """
    while True:
        live = {step.path: step for step in steps(interview) if step.question.fixed is None}
        answers: dict[str, Reply] = {}
        closed: dict[str, Answer] = {}
        for path, reply in interview.answers.items():
            fitting = _fitting(reply, live.get(path))
            if fitting is not None:
                answers[path] = fitting
            elif not isinstance(reply, Skipped):
                closed[path] = reply
            elif path in live:
                answers[path] = reply
        if answers == interview.answers:
            return interview
        drafted = next((path for path, reply in closed.items() if interview.reserve.get(path, reply) != reply), "")
        if drafted:  # half-typed when its branch closed: that is what will be proposed again
            aside = _laid_aside(interview, drafted, interview.reserve[drafted])
            interview = replace(aside, answers=_without(aside.answers, drafted))
        else:
            interview = replace(interview, answers=answers, reserve={**interview.reserve, **closed})


def _asks(step: Step) -> bool:
    return step.question.answerable and step.question.fixed is None


def _awaits(interview: Interview, step: Step) -> bool:
    return step.path not in interview.answers if _asks(step) else _unread(interview, step)


def _unread(interview: Interview, step: Step) -> bool:
    return not step.question.answerable and step.path not in interview.seen


def _first_awaiting(interview: Interview, live: tuple[Step, ...]) -> Step | None:
    """The first question without an answer, or the first of the unread infos right above it."""
    infos: Step | None = None
    for step in live:
        if _asks(step) and step.path not in interview.answers:
            return infos or step
        if step.question.fixed is None:
            infos = (infos or step) if _unread(interview, step) else None
    return None


def _fitting(reply: Reply | None, step: Step | None) -> Answer | None:
    """`reply` as `step` can take it, without the picks no longer on offer; None when nothing is left of it."""
    if reply is None or isinstance(reply, Skipped) or step is None:
        return None
    if not isinstance(reply, TAKES.get(step.question.kind, Skipped)):
        return None
    if not isinstance(reply, Picked) or not reply.ids:
        return reply
    on_offer = {choice.id for choice in step.choices}
    ids = tuple(pick for pick in reply.ids if pick in on_offer or is_other(pick))
    return replace(reply, ids=ids) if ids else None


def _without(replies: Mapping[str, AnyReply], path: str) -> dict[str, AnyReply]:
    return {key: reply for key, reply in replies.items() if key != path}


def _base(interview: Interview, path: str) -> Answer | None:
    """The answer whose items the answers about items speak of: the confirmed one, else the one set aside."""
    reply = interview.answers.get(path)
    return interview.reserve.get(path) if reply is None or isinstance(reply, Skipped) else reply


def _laid_aside(interview: Interview, path: str, answer: Answer) -> Interview:
    """The interview with `answer` in reserve at `path`, and what was said about its items along with it."""
    interview = _moved(interview, path, went(_base(interview, path), answer))
    return replace(interview, reserve={**interview.reserve, path: answer})


def _moved(interview: Interview, path: str, moved: Moved) -> Interview:
    """The interview after the items at `path` moved."""
    if not any(old != new for old, new in moved.items()):
        return interview
    return replace(
        interview,
        answers=followed(interview.answers, path, moved),
        reserve=followed(interview.reserve, path, moved),
        current=renumbered(interview.current, path, moved) or "",
        seen=frozenset(new for old in interview.seen if (new := renumbered(old, path, moved))),
    )
