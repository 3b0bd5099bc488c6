"""Persons in their programmes, as the notes show: where each is, what a session of theirs belongs to."""

from collections.abc import Iterator
from datetime import date

from cip_coach.asking.library import Library
from cip_coach.asking.programme import Programme
from cip_coach.asking.standing import Meeting, Standing, number_on, standing
from cip_coach.frozen import frozen
from cip_coach.keeping import followed, shelf
from cip_coach.keeping.followed import Following
from cip_coach.keeping.note import Head, Status
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused
from cip_coach.terminal.messages import programme as said
from cip_coach.text import fold

Option = tuple[str, str, str]
ABOUT_AN_APPOINTMENT = ("entre_deux", "fin_de_journee")
"""The moments of trees that speak of an appointment just held."""


@frozen
class Belonging:
    """What a note belongs to: a programme ("" for none), and the number of the appointment it speaks of."""

    programme: str = ""
    appointment: int | None = None


def belonging(journal: Journal | None, library: Library, tree: str, person: str, day: date) -> Belonging:
    """What a session of `tree` about `person` on `day` belongs to."""
    following = followed.load(journal).of(person, day) if journal and person else None
    if journal is None or following is None:
        return Belonging()
    try:
        programme = library.programme(following.programme)
    except Misused:
        return Belonging(following.programme)
    if not _speaks_of_one(tree, programme, library):
        return Belonging(programme.id)
    return Belonging(programme.id, number_on(following.start, meetings(journal, library, following, programme), day))


def programme_options(journal: Journal, library: Library, person: str, day: date) -> tuple[Option, ...]:
    """The menu lines of the trees that the programme of `person` proposes next: (tree, words, hint)."""
    following = followed.load(journal).of(person, day) if person else None
    if following is None:
        return ()
    try:
        programme = library.programme(following.programme)
    except Misused:
        return ()
    stands = standing(programme, following.start, meetings(journal, library, following, programme), day)
    hint = said.where(stands.day, stands.length, stands.kept, stands.planned)
    return tuple((tree, said.option(library.title(tree), person), hint) for tree in stands.proposed)


def stand(journal: Journal, library: Library, following: Following, day: date) -> tuple[Programme, Standing]:
    """Where this person is. Raises `Misused` when the programme is unknown or wrong."""
    programme = library.programme(following.programme)
    return programme, standing(programme, following.start, meetings(journal, library, following, programme), day)


def meetings(journal: Journal, library: Library, following: Following, programme: Programme) -> tuple[Meeting, ...]:
    """The notes about this person since the programme began, as its arithmetic needs them.

    A note that names another programme is left out.
    """
    return tuple(
        Meeting(head.day, head.tree, head.appointment, counts=_speaks_of_one(head.tree, programme, library))
        for head in _heads(journal, following)
        if head.programme in ("", programme.id)
    )


def _heads(journal: Journal, following: Following) -> Iterator[Head]:
    taken: set[str] = set()
    for path in (*shelf.drafts(journal), *shelf.notes(journal)):
        day = shelf.day_of(path)
        if day is not None and not following.holds(day):
            continue
        head, _ = shelf.load_head(journal, path)
        if head is None or head.status is not Status.CLOSED or head.id in taken:
            continue
        if fold(head.person) == fold(following.person) and following.holds(head.day):
            taken.add(head.id)
            yield head


def _speaks_of_one(tree: str, programme: Programme, library: Library) -> bool:
    return tree in programme.trees or library.moment(tree) in ABOUT_AN_APPOINTMENT
