"""One question through time: each answer with its day and its reasons, one under the other. Pure values."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from cip_coach.answer import Picked
from cip_coach.frozen import frozen, replace
from cip_coach.keeping.note import Entry, Note
from cip_coach.paths import identity, loop_of
from cip_coach.reading import answers


@frozen
class Reason:
    """What followed from an answer: the question, and its own answer, one line or more (`several` items or picks)."""

    question: str
    lines: tuple[str, ...]
    several: bool


@frozen
class Moment:
    """An answer to the question, that day; no `lines` when it was passed over.

    `about` is the item of the loop it was asked about. `changed` says that this answer, picked from a list
    (`compared`), is not the one given before (to the same person, about the same thing).
    """

    note_id: str
    day: date
    person: str
    question: str
    about: str
    lines: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    closed: bool = False
    compared: bool = False
    changed: bool = False


def moments(notes: Iterable[Note], question: str, person: str = "") -> list[Moment]:
    """The answers to the question of that identity, oldest first.

    With a `person`, an answer that a section said is never about her is left out.
    """
    dated = [
        (note.head.day, note.head.begun.timestamp(), list(_of_note(note, question, personal=bool(person))))
        for note in notes
    ]
    found = [moment for *_, those in sorted(dated, key=itemgetter(0, 1)) for moment in those]
    before: dict[tuple[str, str], tuple[str, ...]] = {}
    told = []
    for moment in found:
        if moment.compared:
            key, picked = (
                (moment.person, moment.about),
                tuple(sorted(moment.lines)),
            )  # the order of ticking says nothing
            told.append(replace(moment, changed=before.get(key, picked) != picked))
            before[key] = picked
        else:
            told.append(moment)
    return told


def _of_note(note: Note, question: str, *, personal: bool) -> Iterator[Moment]:
    head = note.head
    aside = frozenset(head.without_person)
    for place, entry in enumerate(note.entries):
        if identity(entry.path) != question or (personal and entry.path in aside):
            continue
        person = "" if entry.path in aside else head.person
        reasons = tuple(map(_reason, _following(note.entries, place)))
        yield Moment(
            head.id,
            head.day,
            person,
            entry.question,
            answers.element(note, entry.path) or loop_of(entry.path)[1],
            answers.lines(entry),
            reasons,
            closed=isinstance(entry.answer, Picked) and entry.kind != "choix_multiple",
            compared=isinstance(entry.answer, Picked),
        )
    for path in head.skipped:
        if identity(path) == question and not (personal and path in aside):
            yield Moment(head.id, head.day, head.person, "", answers.element(note, path), ())


def _reason(entry: Entry) -> Reason:
    return Reason(entry.question, answers.lines(entry), entry.kind in ("liste", "choix_multiple"))


def _following(entries: tuple[Entry, ...], place: int) -> Iterator[Entry]:
    """The entries that were asked because of this one: deeper in the note, named after it, or of the same item."""
    entry = entries[place]
    loop, key = loop_of(entry.path)
    same_item = f"{loop}[{key}]." if loop else ""
    for other in entries[place + 1 :]:
        named_after = other.path.startswith((f"{entry.path}.", f"{entry.path}["))
        if other.level <= entry.level and not named_after and not (same_item and other.path.startswith(same_item)):
            return
        yield other
