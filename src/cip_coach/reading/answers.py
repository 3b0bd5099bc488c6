"""What a kept answer says, without the tree that asked it: lines to read, what it is about, what it feeds."""

from collections.abc import Iterator

from cip_coach.answer import Action, Items, Picked, Words, is_other
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Entry, Note
from cip_coach.paths import loop_of
from cip_coach.text import NBSP, fold

NOTHING = "Rien à noter"


@frozen
class Fed:
    """A text that a note feeds somewhere, and the question it comes from."""

    note_id: str
    path: str
    text: str


def lines(entry: Entry) -> tuple[str, ...]:
    """The answer as lines: those of a text, one for each item or pick; a step's own words only."""
    if entry.tasks:
        texts = tuple(task.text for task in entry.tasks)
        return texts + (_precision(entry.answer) if isinstance(entry.answer, Picked) else ())
    match entry.answer:
        case Words(text) | Action(text):
            return tuple(text.split("\n"))
        case Items(texts):
            return texts or (NOTHING,)
        case Picked(ids=()):
            return (NOTHING, *_precision(entry.answer))
        case Picked():
            return (*_picks(entry.answer, entry.labels), *_precision(entry.answer))
        case answer:
            return entry.labels or (str(answer.value),)


def in_short(entry: Entry) -> str:
    """The answer on one line."""
    return " · ".join(" ".join(line.split()) for line in lines(entry) if line.strip())


def is_free(entry: Entry) -> bool:
    """Whether the answer is the user's own text."""
    return isinstance(entry.answer, Words | Action) or (isinstance(entry.answer, Items) and bool(entry.answer.texts))


def first_words(note: Note) -> str:
    """What recalls a note best in one line: its first own text (a next step last), else its first answer."""
    own = sorted(filter(is_free, note.entries), key=lambda entry: bool(entry.tasks))
    entry = next(iter((*own, *note.entries)), None)
    return in_short(entry) if entry else ""


def element(note: Note, path: str) -> str:
    """The item of a loop that the question at `path` was asked about, "" when the note does not show it.

    A loop runs over the items of a list (by rank), over picks (by id), or over
    items named `<path of the list>.<rank>`.
    """
    where, key = loop_of(path)
    found = next((text for entry in note.entries if entry.path == where and (text := _item(entry, key))), "")
    if not found and "." in key:
        source, _, last = key.rpartition(".")
        found = next((text for entry in note.entries if entry.path == source and (text := _item(entry, last))), "")
    return found


def fed(note: Note, kind: str) -> Iterator[Fed]:
    """What the note feeds to `kind` (`a_verifier`…): the loop's item, else the items or the text of the answer."""
    feeding = note.head.feeds.get(kind, {})
    for entry in note.entries:
        if not feeding.get(entry.path):
            continue
        if about := element(note, entry.path):
            yield Fed(note.head.id, entry.path, about)
        elif isinstance(entry.answer, Items) or (len(lines(entry)) > 1 and isinstance(entry.answer, Picked)):
            yield from (Fed(note.head.id, entry.path, text) for text in lines(entry) if text != NOTHING)
        elif isinstance(entry.answer, Picked) and entry.kind != "choix_multiple":
            yield Fed(note.head.id, entry.path, f"{entry.question} {in_short(entry)}")
        elif in_short(entry) != NOTHING:
            yield Fed(note.head.id, entry.path, in_short(entry))


def unfed(note: Note, kind: str) -> frozenset[str]:
    """The items, folded, that could have fed `kind` in this note and did not: nothing to check any more."""
    feeding = note.head.feeds.get(kind, {})
    return frozenset(fold(element(note, path)) for path, feeds in feeding.items() if not feeds) - {""}


def _picks(answer: Picked, labels: tuple[str, ...]) -> tuple[str, ...]:
    named, own = iter(labels), iter(answer.others)
    return tuple(next(own, pick) if is_other(pick) else next(named, pick) for pick in answer.ids)


def _precision(answer: Picked) -> tuple[str, ...]:
    return (f"précision{NBSP}: {answer.precision}",) if answer.precision else ()


def _item(entry: Entry, key: str) -> str:
    match entry.answer:
        case Items(texts) if key.isdecimal() and 0 < int(key) <= len(texts):
            return texts[int(key) - 1]
        case Picked(ids) as answer if key in ids:
            return _picks(answer, entry.labels)[ids.index(key)]
        case _:
            return ""
