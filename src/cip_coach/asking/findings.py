"""What the answers of an interview amount to: difficulties and exposure, what each answer feeds, what to propose.

Rules (design of the figures): an answered question exposes the note to every
difficulty it could have recorded. A list closed by its `aucune_si` counts as
« none noted », and exposes too; what is skipped or not reached exposes to
nothing.
"""

from collections.abc import Mapping

from cip_coach.answer import Items, Picked, Reply, Skipped, is_other, none_noted
from cip_coach.asking import conditions
from cip_coach.asking.effects import DIFFICULTIES
from cip_coach.asking.followups import TAGS
from cip_coach.asking.interview import Interview, reply_to, steps
from cip_coach.asking.offers import whole_list
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import Kind, Proposal, Question
from cip_coach.frozen import field, frozen

Ids = Mapping[str, tuple[str, ...]]


@frozen
class Findings:
    """All by path, of answered questions. `feeds` maps a kind to path → whether this answer feeds it."""

    exposed: Ids = field(default_factory=dict)
    difficulties: Ids = field(default_factory=dict)
    feeds: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    without_person: tuple[str, ...] = ()
    proposal: Proposal | None = None


def findings(interview: Interview) -> Findings:
    """What the live answers of `interview` record, could have recorded, and feed."""
    live = {step.path: (step, reply_to(interview, step)) for step in steps(interview)}
    answered = {
        path: (step, reply)
        for path, (step, reply) in live.items()
        if reply is not None and not isinstance(reply, Skipped)
    }
    exposed: dict[str, tuple[str, ...]] = {}
    difficulties: dict[str, tuple[str, ...]] = {}
    feeds: dict[str, dict[str, bool]] = {}
    for path, (step, reply) in answered.items():
        could, did = _recorded(step, reply, answered)
        if could:
            exposed[path] = could
        if did:
            difficulties[path] = did
        if step.question.kind is Kind.ACTION:
            feeds.setdefault("pas", {})[path] = True
        for feed in step.question.feeds:
            feeds.setdefault(feed.kind, {})[path] = conditions.feeds(feed.answers, reply)
    exposed |= _closed_lists(interview, answered)
    return Findings(
        exposed=exposed,
        difficulties=difficulties,
        feeds=feeds,
        without_person=tuple(path for path, (step, _) in answered.items() if step.without_person),
        proposal=_proposal(answered),
    )


Answered = Mapping[str, tuple[Step, Reply]]


def _recorded(step: Step, reply: Reply, answered: Answered) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what the question could have recorded, what this answer did record)."""
    question = step.question
    if question.tags:
        return _tagged(step, reply, answered)
    if question.offer.taxonomy == DIFFICULTIES and question.counts:
        picks = reply.ids if isinstance(reply, Picked) else ()
        return whole_list(question.offer), tuple(pick for pick in picks if not is_other(pick))
    could: list[str] = []
    did: list[str] = []
    key = step.frames[-1].key if step.frames else ""
    for signal in question.signals:
        if signal.key in ("", key):
            could += signal.difficulties
            if conditions.feeds((signal.answer,), reply):
                did += signal.difficulties
    return tuple(dict.fromkeys(could)), tuple(dict.fromkeys(did))


def _tagged(step: Step, reply: Reply, answered: Answered) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A list whose items may be tagged: exposed once an item is tagged, or when « Rien à noter » was said."""
    tags = next(node for node in step.question.loop if isinstance(node, Question) and node.id == TAGS)
    if none_noted(reply):
        return whole_list(tags.offer), ()
    picked: list[str] = []
    for rank in range(1, len(reply.texts) + 1 if isinstance(reply, Items) else 1):
        _, given = answered.get(f"{step.path}[{rank}].{TAGS}", (None, None))
        picked += given.ids if isinstance(given, Picked) else ()
    named = tuple(dict.fromkeys(pick for pick in picked if not is_other(pick)))
    return (whole_list(tags.offer), named) if named else ((), ())


def _closed_lists(interview: Interview, answered: Answered) -> dict[str, tuple[str, ...]]:
    """The lists of difficulties that stayed closed because the gate's answer meant that there is none."""
    closed = {}
    for identity, question in interview.tree.identities().items():
        if identity in answered:
            continue
        for gate, answer in question.none_if.items():
            _, reply = answered.get(gate, (None, None))
            if reply is not None and conditions.feeds((answer,), reply):
                closed[identity] = whole_list(question.offer)
    return closed


def _proposal(answered: Answered) -> Proposal | None:
    for step, reply in answered.values():
        proposal = step.question.proposal
        if proposal is not None and conditions.feeds(proposal.answers, reply):
            return proposal
    return None
