"""Where asking and keeping meet: an interview → the note that keeps it, and back from a draft."""

from collections.abc import Mapping
from datetime import datetime

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Reply, Skipped, Words
from cip_coach.asking import interview as iv
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.findings import findings
from cip_coach.asking.fingerprint import fingerprint
from cip_coach.asking.interview import Interview
from cip_coach.asking.labels import labels
from cip_coach.asking.steps import Context, Step
from cip_coach.asking.tree import CLOSED, Choice, Kind, Tree
from cip_coach.frozen import field, frozen, replace
from cip_coach.keeping import note as kept
from cip_coach.keeping.note import Aside, Entry, Frozen, Head, Note, Status
from cip_coach.paths import identity, segments

TOP_LEVEL, DEEPEST_LEVEL = 2, 6
KIND_OF = {
    Words: Kind.TEXT,
    Picked: Kind.CHOICES,
    Items: Kind.LIST,
    Number: Kind.NUMBER,
    Day: Kind.DATE,
    Action: Kind.ACTION,
}


@frozen
class Origin:
    """What a note has besides its answers: its id, when it was begun, and what was found in its draft.

    `foreign` maps a path to what somebody wrote below its answer ("" for the
    top of the note); `extra` are header lines of other tools.
    """

    id: str
    begun: datetime
    programme: str = ""
    drawn_from: tuple[str, ...] = ()
    suggested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: tuple[str, ...] = ()
    foreign: Mapping[str, str] = field(default_factory=dict)


def draft_of(interview: Interview, origin: Origin, seconds: int) -> Note:
    """The draft that keeps everything of `interview`, set-aside and half-typed text included."""
    note = _note(interview, origin, seconds)
    here = iv.position(interview)
    current = here.path if here else ""
    aside = {path: Aside(path, KIND_OF[type(answer)], answer) for path, answer in interview.reserve.items()}
    return replace(
        note,
        head=replace(note.head, current=current),
        half_typed=aside.pop(current, None),
        reserve=tuple(aside.values()),
        sources=tuple(
            Frozen(name, tuple((item.key, item.count, item.choice.label) for item in items))
            for name, items in interview.context.sources.items()
        ),
    )


def closed_note(interview: Interview, origin: Origin, seconds: int, ended: datetime) -> Note:
    """The closed note: live answers only."""
    note = _note(interview, origin, seconds)
    return replace(note, head=replace(note.head, status=Status.CLOSED, ended=ended))


def _note(interview: Interview, origin: Origin, seconds: int) -> Note:
    answered: list[tuple[Step, Answer]] = []
    skipped: list[str] = []
    for step in iv.steps(interview):
        reply = iv.reply_to(interview, step)
        if isinstance(reply, Skipped):
            skipped.append(step.path)
        elif reply is not None:
            answered.append((step, reply))
    found = findings(interview)
    tree, context = interview.tree, interview.context
    head = Head(
        id=origin.id,
        status=Status.DRAFT,
        tree=tree.id,
        version=tree.version,
        fingerprint=fingerprint(tree),
        day=context.day,
        begun=origin.begun,
        seconds=seconds,
        person=context.person,
        programme=origin.programme,
        appointment=context.appointment,
        answers={step.path: _in_head(step, answer) for step, answer in answered if _closed(step, answer)},
        open=tuple(step.path for step, answer in answered if not _closed(step, answer)),
        skipped=tuple(skipped),
        exposed=found.exposed,
        difficulties=found.difficulties,
        suggested=origin.suggested,
        feeds=found.feeds,
        without_person=found.without_person,
        proposal=kept.Proposal(found.proposal.tree, found.proposal.takes) if found.proposal else None,
        drawn_from=origin.drawn_from,
        extra=origin.extra,
    )
    entries = tuple(_entry(step, answer, head, origin) for step, answer in answered)
    return Note(head, tree.title, entries, foreign=origin.foreign.get("", ""))


def _closed(step: Step, answer: Answer) -> bool:
    """Whether the head holds the answer: closed kinds, and « Rien à noter » of a list."""
    return step.question.kind in CLOSED or answer == Items(())


def _in_head(step: Step, answer: Answer) -> str | tuple[str, ...]:
    match answer:
        case Picked((pick,)) if step.question.kind is not Kind.CHOICES:
            return pick
        case Picked(ids):
            return ids
        case Number(value):
            return str(value)
        case Day(value):
            return value.isoformat()
        case _:
            return ()


def _entry(step: Step, answer: Answer, head: Head, origin: Origin) -> Entry:
    kind = step.question.kind.value
    shown = labels(step, answer)
    steps = kept.tasks_of(answer, shown) if kept.feeds_steps(head, step.path, kind) else ()
    return Entry(
        path=step.path,
        kind=kind,
        question=step.wording,
        level=min(TOP_LEVEL + step.depth, DEEPEST_LEVEL),
        answer=answer,
        labels=shown,
        tasks=steps,
        foreign=origin.foreign.get(step.path, ""),
    )


@frozen
class Resumed:
    """An interview read back from its draft; `unfit` are the paths whose answer no longer fits the tree."""

    interview: Interview
    origin: Origin
    unfit: tuple[str, ...]


def resumed(note: Note, tree: Tree) -> Resumed:
    """The interview that `note` keeps, on the tree as it is today.

    Answers are taken back by path. What no longer fits (a question gone, of
    another type, a choice withdrawn) is set aside, never lost.
    """
    head = note.head
    known = tree.identities()
    answers: dict[str, Reply] = {_today(path, tree): Skipped() for path in head.skipped}
    reserve = {_today(aside.path, tree): aside.answer for aside in note.reserve}
    if note.half_typed:
        reserve[_today(note.half_typed.path, tree)] = note.half_typed.answer
    for entry in note.entries:
        path = _today(entry.path, tree)
        question = known.get(identity(path))
        if question is None or question.fixed is None:
            answers[path] = entry.answer
    context = Context(
        day=head.day,
        person=head.person,
        appointment=head.appointment,
        sources={
            source.name: tuple(Entrant(Choice(key, label), count) for key, count, label in source.items)
            for source in note.sources
        },
    )
    before = Interview(tree, context, answers, reserve, _today(head.current, tree))
    interview = iv.resumed(before)
    unfit = [path for path in answers if path not in interview.answers and path not in head.skipped]
    return Resumed(interview, origin_of(note), tuple(unfit))


def _today(path: str, tree: Tree) -> str:
    """The path that a question has in `tree`, which may have renamed it (`renomme`) since the draft was begun."""
    new = tree.renamed.get(identity(path))
    keys = segments(path)[1::2]
    if new is None or new.count("[]") != len(keys):
        return path
    names = new.split("[]")
    return "".join(f"{name}[{key}]" for name, key in zip(names, keys, strict=False)) + names[-1]


def origin_of(note: Note) -> Origin:
    """What `note` has besides its answers."""
    head = note.head
    foreign = {entry.path: entry.foreign for entry in note.entries if entry.foreign}
    return Origin(
        id=head.id,
        begun=head.begun,
        programme=head.programme,
        drawn_from=head.drawn_from,
        suggested=head.suggested,
        extra=head.extra,
        foreign={**foreign, **({"": note.foreign} if note.foreign else {})},
    )
