"""A person's code changed everywhere, one note at a time, every other byte kept. May be interrupted and resumed."""

from collections.abc import Iterator
from pathlib import Path

from cip_coach.frozen import frozen, replace
from cip_coach.keeping import followed, shelf, splice
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.journal import amend
from cip_coach.keeping.note import Head
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem, Refused
from cip_coach.text import fold

_UNREAD = ("lecture-disque", "lecture-droits")


@frozen
class Renamed:
    """How many notes have the new code, and the files that could not be looked at."""

    notes: int
    problems: tuple[Problem, ...]


def rename(journal: Journal, old: str, new: str, *, resumed: bool, advance: Advance = untold) -> Renamed:
    """Give `new` to every note of `old`, in the years, the trash and the programmes; codes compare folded.

    Each note is durable before the next. Raises `Refused`: `code-inconnu` when
    nobody has `old`; `code-pris` when somebody has `new`, unless this takes up
    again what was interrupted; `renommage-incomplet`, nothing changed, while the
    disk does not give a file: it may be a note of that person.
    """
    heads, problems = heads_of(journal)
    programmes = followed.load(journal)
    if unread := tuple(one for one in (*problems, *programmes.problems) if one.code in _UNREAD):
        raise Refused("renommage-incomplet", unread)
    people = {fold(head.person) for _, head in heads} | {fold(one.person) for one in programmes.all}
    if fold(old) not in people and not resumed:
        raise Refused("code-inconnu", personne=old)
    if fold(new) in people and fold(new) != fold(old) and not resumed:
        raise Refused("code-pris", personne=new)
    mine = [path for path, head in heads if fold(head.person) == fold(old) and head.person != new]
    for rank, path in enumerate(mine, 1):
        advance(rank, len(mine))
        amend(journal, path, lambda text: splice.with_head_value(text, "personne", new))
    write_followed(
        journal,
        programmes,
        [replace(one, person=new) if fold(one.person) == fold(old) else one for one in programmes.all],
    )
    renamed = sum(fold(head.person) in (fold(old), fold(new)) for _, head in heads)
    return Renamed(renamed, (*problems, *programmes.problems))


def heads_of(journal: Journal) -> tuple[list[tuple[Path, Head]], tuple[Problem, ...]]:
    """The head of every closed note and of what lies in the trash, and what could not be read."""
    found: list[tuple[Path, Head]] = []
    problems: list[Problem] = []
    for path in _everywhere(journal):
        head, wrong = shelf.load_head(journal, path)
        if head is not None:
            found.append((path, head))
        else:
            problems += wrong
    return found, tuple(problems)


def write_followed(journal: Journal, known: followed.Followed, new: list[followed.Following]) -> None:
    """Make the file of programmes say `new`; nothing is written when it says so already, or cannot be read."""
    if tuple(new) == known.all or known.problems:
        return
    followed.save(journal, new, known.seen)


def _everywhere(journal: Journal) -> Iterator[Path]:
    yield from shelf.notes(journal)
    yield from shelf.trash(journal)
