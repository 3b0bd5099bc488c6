"""About me: tools I lack by field and by public, partners by field, sources of doubt: as last said, and before.

From the heads: which notes say so, and what they answered. Words come from the
bodies of the two notes wanted for each thing, no more.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from cip_coach.answer import Items
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Entry, Note
from cip_coach.paths import identity, loop_of
from cip_coach.reading import answers
from cip_coach.reading.bodies import Open
from cip_coach.reading.census import Kept

TOOLS, PARTNERS, DOUBTS = "outils_manquants", "partenaires", "sources_de_doute"
KINDS = (TOOLS, PARTNERS, DOUBTS)


@frozen
class Moment:
    """What was answered that day. `yes` says whether it feeds the kind (a tool lacks, a partner is there).

    `beside`: for each line of a list, what was answered about it; for a question
    of a loop, once, what else was answered about the same thing (what I need, from whom).
    """

    note_id: str
    day: date
    yes: bool
    lines: tuple[str, ...]
    beside: tuple[tuple[str, ...], ...] = ()


@frozen
class State:
    """One thing asked about my trade: its wording, the latest answer, and the one before it; `listed`: as a list."""

    kind: str
    path: str
    question: str
    latest: Moment
    before: Moment | None = None
    listed: bool = False


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
    for kept, path in held:
        note = open_note(kept)
        entry = next((entry for entry in note.entries if entry.path == path), None) if note else None
        if note and entry:
            fed = bool(kept.head.feeds[kind][path])
            moment = Moment(kept.head.id, kept.head.day, fed, answers.lines(entry), tuple(_beside(note, entry)))
            told.append((moment, entry))
    if not told:
        return None
    (latest, entry), *before = told
    return State(
        kind, thing, entry.question, latest, before[0][0] if before else None, isinstance(entry.answer, Items)
    )


def _beside(note: Note, about: Entry) -> Iterator[tuple[str, ...]]:
    """What was answered about each item of a list, or beside a question of a loop, question after question."""
    if isinstance(about.answer, Items):
        for rank in range(1, len(about.answer.texts) + 1):
            yield _under(note, f"{about.path}[{rank}].", but="")
    elif about.path.rpartition(".")[0].endswith("]"):
        yield _under(note, f"{about.path.rpartition('.')[0]}.", but=about.path)


def _under(note: Note, start: str, but: str) -> tuple[str, ...]:
    return tuple(
        answers.in_short(entry) for entry in note.entries if entry.path.startswith(start) and entry.path != but
    )
