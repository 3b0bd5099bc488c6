"""What stands beside the difficulties: pleasures, what went well, strengths, and the words no term has. Pure values.

A note is opened only when its head says that it feeds something wanted.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from cip_coach.answer import Picked, is_other
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Head
from cip_coach.paths import loop_of
from cip_coach.reading import answers
from cip_coach.reading.bodies import Open
from cip_coach.reading.census import Kept
from cip_coach.text import fold

KINDS = ("plaisirs", "reussites", "forces")
MOST = 10
"""How many texts of a kind are kept, the latest first."""


@frozen
class Said:
    """A text, and the note it comes from."""

    note_id: str
    day: date
    text: str


@frozen
class Share:
    """What feeds one kind: how many notes, and the latest texts, each once."""

    kind: str
    notes: int
    latest: tuple[Said, ...]


def balance(notes: Sequence[Kept], open_note: Open) -> tuple[Share, ...]:
    """Pleasures, what went well, strengths, from `notes`, newest first."""
    return tuple(_share(kind, notes, open_note) for kind in KINDS)


def own_words(notes: Sequence[Kept], open_note: Open) -> tuple[Said, ...]:
    """The « autre » texts of the questions that record difficulties, the latest first."""
    return tuple(said for kept in notes if _has_own_words(kept.head) for said in _own_words(kept, open_note))


def suggested(heads: Sequence[Head]) -> dict[str, tuple[str, ...]]:
    """The suggestions confirmed from the texts: difficulty → ids of the notes, never part of k or n."""
    found: dict[str, tuple[str, ...]] = {}
    for head in heads:
        for one in dict.fromkeys(one for ids in head.suggested.values() for one in ids):
            found[one] = (*found.get(one, ()), head.id)
    return found


def _share(kind: str, notes: Sequence[Kept], open_note: Open) -> Share:
    feeding = [kept for kept in notes if any(kept.head.feeds.get(kind, {}).values())]
    latest: list[Said] = []
    told: set[str] = set()
    for kept in feeding:
        if len(latest) >= MOST:
            break
        note = open_note(kept)
        for fed in answers.fed(note, kind) if note else ():
            text = " ".join(fed.text.split())
            if (folded := fold(text)) not in told:
                told.add(folded)
                latest.append(Said(kept.head.id, kept.head.day, text))
    return Share(kind, len(feeding), tuple(latest[:MOST]))


def _has_own_words(head: Head) -> bool:
    return any(_is_own(head, path) for path in head.answers)


def _is_own(head: Head, path: str) -> bool:
    value = head.answers[path]
    picks = (value,) if isinstance(value, str) else value
    return any(map(is_other, picks)) and (path in head.exposed or loop_of(path)[0] in head.exposed)


def _own_words(kept: Kept, open_note: Open) -> Iterator[Said]:
    note = open_note(kept)
    for entry in note.entries if note else ():
        if isinstance(entry.answer, Picked) and entry.path in kept.head.answers and _is_own(kept.head, entry.path):
            yield from (Said(kept.head.id, kept.head.day, text) for text in entry.answer.others)
