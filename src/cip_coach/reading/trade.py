"""About me: tools I lack by field and by public, partners by field, sources of doubt: as last said, and before.

From the heads: which notes say so, and what they answered. Words come from the
bodies of the two notes wanted for each thing, no more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cip_coach.answer import Items
from cip_coach.keeping.note import Note
from cip_coach.paths import identity, loop_of
from cip_coach.reading import answers
from cip_coach.reading.bodies import Open
from cip_coach.reading.census import Kept

TOOLS, PARTNERS, DOUBTS = "outils_manquants", "partenaires", "sources_de_doute"
KINDS = (TOOLS, PARTNERS, DOUBTS)


@dataclass(frozen=True, slots=True)
class Moment:
    """What was answered that day. `yes` says whether it feeds the kind (a tool lacks, a partner is there)."""

    note_id: str
    day: date
    yes: bool
    lines: tuple[str, ...]
    beside: tuple[tuple[str, ...], ...] = ()
    """For each line of a list, what was answered about it."""


@dataclass(frozen=True, slots=True)
class State:
    """One thing asked about my trade: its wording, the latest answer, and the one before it, if any."""

    kind: str
    path: str
    question: str
    latest: Moment
    before: Moment | None = None


def states(notes: Sequence[Kept], open_note: Open) -> tuple[State, ...]:
    """The latest state of each thing, from `notes`, newest first; in the order of `KINDS`, then of the notes."""
    found: dict[tuple[str, str], list[tuple[Kept, str]]] = {}
    for kept in notes:
        for kind in KINDS:
            for path in kept.head.feeds.get(kind, {}):
                held = found.setdefault((kind, _thing(path)), [])
                if len(held) < 2 and (not held or held[-1][0] is not kept):
                    held.append((kept, path))
    ordered = sorted(found.items(), key=lambda pair: KINDS.index(pair[0][0]))
    return tuple(state for (kind, thing), held in ordered if (state := _state(kind, thing, held, open_note)))


def _thing(path: str) -> str:
    """What is compared from note to note: the path, but for items of a list, whose ranks mean nothing later."""
    _, key = loop_of(path)
    return identity(path) if key.isdecimal() else path


def _state(kind: str, thing: str, held: list[tuple[Kept, str]], open_note: Open) -> State | None:
    told = []
    question = ""
    for kept, path in held:
        note = open_note(kept)
        entry = next((entry for entry in note.entries if entry.path == path), None) if note else None
        if note and entry:
            question = question or entry.question
            items = entry.answer.texts if isinstance(entry.answer, Items) else ()
            beside = tuple(tuple(_beside(note, path, rank)) for rank in range(1, len(items) + 1))
            fed = bool(kept.head.feeds[kind][path])
            told.append(Moment(kept.head.id, kept.head.day, fed, answers.lines(entry), beside))
    return State(kind, thing, question, told[0], told[1] if len(told) > 1 else None) if told else None


def _beside(note: Note, path: str, rank: int) -> Iterator[str]:
    """What was answered about one item of a list, question after question."""
    for entry in note.entries:
        if entry.path.startswith(f"{path}[{rank}]."):
            yield answers.in_short(entry)
