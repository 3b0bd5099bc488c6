"""What a session may begin with: a draft to take up again, a tree that a note proposed, a tree by its moment."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

from cip_coach import frenchdate
from cip_coach.asking.library import Library
from cip_coach.frozen import frozen
from cip_coach.keeping import shelf
from cip_coach.keeping.note import Head, Status
from cip_coach.keeping.shelf import Journal, Loaded
from cip_coach.terminal.messages import opening as said

Option = tuple[str, str, str]

LATEST = 60
"""How many of the last notes are looked at for recent codes and proposals: about two working weeks."""
PRESELECTED = "a-chaud"


@frozen
class Offered:
    """The last notes' heads, read once: codes in use, and the trees they proposed that nobody took up."""

    codes: tuple[str, ...]
    proposals: tuple[Head, ...]


def drafts(journal: Journal) -> tuple[Loaded, ...]:
    """The drafts that can be taken up, newest first."""
    loaded = (shelf.load(journal, path) for path in shelf.drafts(journal))
    return tuple(draft for draft in loaded if draft.note and draft.note.head.status is Status.DRAFT)


def locked_drafts(journal: Journal, today: date) -> Iterator[Option]:
    """One line per draft of a vault that is locked: what its name says, its day and its tree."""
    for path in shelf.drafts(journal):
        day, words = shelf.day_of(path), path.name.split("_")
        if day is not None and len(words) > 2:
            yield path.name, said.resume(words[2], ""), said.of_day(frenchdate.spoken_day(day, today))


def offered(journal: Journal) -> Offered:
    """What the last notes suggest."""
    heads = [
        head for path in islice(shelf.notes(journal), LATEST) for head in (shelf.load_head(journal, path)[0],) if head
    ]
    taken = {note_id for head in heads for note_id in head.drawn_from}
    return Offered(
        codes=tuple(dict.fromkeys(head.person for head in heads if head.person)),
        proposals=tuple(head for head in heads if head.proposal and head.id not in taken),
    )


def draft_options(found: Iterable[Loaded], title: Callable[[str], str], today: date) -> Iterator[Option]:
    """One line per draft: its title, its code, and since when."""
    for draft in found:
        if draft.note is not None:
            head = draft.note.head
            when = f"{frenchdate.spoken_day(head.begun.date(), today)} à {frenchdate.spoken_time(head.begun)}"
            answers = len(head.answers) + len(head.open)
            yield (
                draft.path.name,
                said.resume(title(head.tree), head.person),
                said.begun(when, answers),
            )


def proposal_options(proposals: Iterable[Head], library: Library, today: date) -> Iterator[Option]:
    """One line per tree that a note proposed: it opens prefilled, with the same code."""
    for head in proposals:
        if head.proposal is not None and head.proposal.tree in library.names():
            when = frenchdate.spoken_day(head.day, today)
            yield (f"+{head.id}", said.go_on(library.title(head.proposal.tree), head.person), said.proposed_by(when))
