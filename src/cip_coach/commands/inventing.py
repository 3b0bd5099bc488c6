"""The invented journal made: its answers go through the shipped trees, as those of a session do."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from cip_coach.asking.interview import Interview
from cip_coach.asking.inventedyear import InventedNote, InventedYear, invented_year
from cip_coach.asking.library import Library, shipped_folder
from cip_coach.asking.replay import replay_read
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import Tree
from cip_coach.commands import following
from cip_coach.frozen import changing, field
from cip_coach.keeping import disk, followed, marker, shelf, splice
from cip_coach.keeping import journal as folder
from cip_coach.keeping.note import TaskState
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Refused
from cip_coach.shape import Shape
from cip_coach.snapshot import Origin, closed_note


def read_year() -> InventedYear:
    """The invented year that comes with the program. Raises `Refused` with everything wrong in it."""
    year, problems = invented_year(shipped_folder())
    if problems:
        raise Refused("demo-fautive", problems)
    return year


def invented(year: InventedYear, root: Path, today: date) -> Iterator[Path]:
    """Make the journal of `year`, as it is on `today`, in the new folder `root`; the path of each note once made.

    The same day gives the same journal. Raises `Refused` when an answer no longer fits the trees.
    """
    journal = folder.open_journal(root, marker.Origin.NAMED, lambda: marker.INVENTED)
    for one in year.followed:
        followed.begin(journal, one.person, one.programme, one.start.day(today))
    maker = _Maker(journal, Library.shipped(), today)
    for rank, note in enumerate(year.notes):
        yield maker.make(note, rank)
    for one in year.followed:
        if one.end is not None:
            followed.end(journal, one.person, one.end.day(today))


@changing
class _Maker:
    journal: Journal
    library: Library
    today: date
    trees: dict[str, Tree] = field(default_factory=dict)

    def make(self, told: InventedNote, rank: int) -> Path:
        """The path of the closed note that `told` gives, its steps and later looks included."""
        if told.tree not in self.trees:
            self.trees[told.tree] = self.library.tree(told.tree)
        tree = self.trees[told.tree]
        day = told.when.day(self.today)
        belongs = following.belonging(self.journal, self.library, tree.id, told.person, day)
        context = Context(day, told.person, belongs.appointment, sources=dict.fromkeys(tree.reads, ()))
        interview, problems = replay_read(Interview(tree, context), told.answers, Shape(told.file))
        if problems:
            raise Refused("demo-fautive", problems)
        begun = datetime.combine(day, told.when.at).astimezone()
        origin = Origin(id=_id(rank), begun=begun, programme=belongs.programme)
        length = timedelta(minutes=tree.duration)
        note = closed_note(interview, origin, int(length.total_seconds()), begun + length)
        year = self.journal.root / f"{day.year:04d}"
        disk.make_folder(year)
        path = year / shelf.note_name(day, begun, tree.id, origin.id)
        disk.passing(path, self._lived(render(note), told, day).encode())
        return path

    def _lived(self, text: str, told: InventedNote, day: date) -> str:
        """`text` after what happened since, up to today."""
        for one in told.outcomes:
            if (when := day + timedelta(days=one.after)) <= self.today:
                text = splice.with_task(text, one.rank, TaskState(one.state), when, one.word)
        for after, words in told.looks:
            if (when := day + timedelta(days=after)) <= self.today:
                text = splice.with_look(text, when, words)
        return text


def _id(rank: int) -> str:
    """A note id that is always the same for the same rank."""
    digest = hashlib.sha256(f"{marker.INVENTED} {rank}".encode()).digest()
    return "".join(shelf.ID_LETTERS[byte % len(shelf.ID_LETTERS)] for byte in digest[: shelf.ID_LENGTH])
