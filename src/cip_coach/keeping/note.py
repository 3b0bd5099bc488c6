"""What is kept of a session: the note as a value. Knows no tree, no folder and no clock.

`render` turns a `Note` into Markdown and `parse` is its exact inverse. The
head alone is enough to count; the body is what people read and edit.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from cip_coach.answer import Action, Answer, Items, Picked, Words
from cip_coach.frozen import field, frozen

FORMAT = 1


class Status(StrEnum):
    """Whether the session is still going on."""

    DRAFT = "brouillon"
    CLOSED = "clos"


class TaskState(StrEnum):
    """What became of a next step; leaving one is a respectable outcome."""

    OPEN = "ouvert"
    DONE = "fait"
    LEFT = "laisse"


@frozen
class Task:
    """A next step as the body holds it: `day` and `word` say when it was done or left, and what it changed."""

    text: str
    due: date | None = None
    state: TaskState = TaskState.OPEN
    day: date | None = None
    word: str = ""


@frozen
class Entry:
    """One answered question, worded as it was asked that day.

    `kind` is the tree's type name, `level` the depth of its heading (2 to 6).
    `labels` are the words shown for a closed answer: one per pick that is not
    an `autre`, or the number or the day as spoken. `tasks` stand in for the
    answer's texts where the answer feeds `pas`. `foreign` is what somebody
    wrote by hand below the answer, kept as it is.
    """

    path: str
    kind: str
    question: str
    level: int
    answer: Answer
    labels: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    foreign: str = ""


@frozen
class Aside:
    """An answer of a draft that does not count: set aside, or half-typed at the current question."""

    path: str
    kind: str
    answer: Answer


@frozen
class Frozen:
    """What a source offered when the session began: (id, number of notes, label) for each item."""

    name: str
    items: tuple[tuple[str, int, str], ...]


@frozen
class Look:
    """A « Regard »: a dated later look, appended without touching the original words."""

    day: date
    text: str


@frozen
class Proposal:
    """`propose`: a tree to go on with later; `takes` maps its questions to ours."""

    tree: str
    takes: Mapping[str, str] = field(default_factory=dict)


@frozen
class Head:
    """The front matter: all that figures need, in the order it is written.

    `answers` holds closed answers by path (an id, ids, `()` for « Rien à
    noter », a number or an ISO day as text); `open` the paths of free texts
    answered; `exposed` what each answered question could have recorded
    (difficulty ids, or `difficultes@1` for a whole list of version 1);
    `difficulties` what it did record; `suggested` the confirmed suggestions;
    `feeds` says for each kind which answered questions feed it.
    """

    id: str
    status: Status
    tree: str
    version: int
    fingerprint: str
    day: date
    begun: datetime
    ended: datetime | None = None
    seconds: int = 0
    person: str = ""
    programme: str = ""
    appointment: int | None = None
    current: str = ""
    answers: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    open: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    exposed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    difficulties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    suggested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    feeds: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    without_person: tuple[str, ...] = ()
    proposal: Proposal | None = None
    drawn_from: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    """Lines of keys that other tools wrote, kept as they are."""


@frozen
class Glimpse:
    """Of the head of a closed note, what the figures of other days need."""

    id: str
    day: date
    person: str = ""
    exposed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    difficulties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without_person: tuple[str, ...] = ()


@frozen
class Note:
    """A whole note. `entries` in reading order; asides, sources and `half_typed` only in a draft.

    `foreign` is text found before the first entry, or where nothing of ours is.
    """

    head: Head
    title: str
    entries: tuple[Entry, ...] = ()
    looks: tuple[Look, ...] = ()
    half_typed: Aside | None = None
    reserve: tuple[Aside, ...] = ()
    sources: tuple[Frozen, ...] = ()
    foreign: str = ""


def feeds_steps(head: Head, path: str, kind: str) -> bool:
    """Whether the answer at `path` is written as tasks: it is an `action`, or it feeds `pas`."""
    return kind == "action" or head.feeds.get("pas", {}).get(path, False)


def tasks_of(answer: Answer, labels: tuple[str, ...]) -> tuple[Task, ...]:
    """The open next steps that `answer` amounts to: one for a text, one per item or pick."""
    match answer:
        case Action(text, due):
            return (Task(text, due),)
        case Words(text):
            return (Task(text),)
        case Items(texts):
            return tuple(Task(text) for text in texts)
        case Picked(others=others):
            return tuple(Task(text) for text in (*labels, *others))
        case _:
            return ()
