"""The notes of a list that somebody scrolls through and narrows down: found as they are wanted. Reads only.

Names of files first; a note is parsed when its row is looked at. Narrowed, raw texts
are gone through a slice at a time, so that typing never waits for ten years of notes.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen, replace
from cip_coach.keeping import shelf
from cip_coach.keeping.note import Note, TaskState
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem
from cip_coach.reading import answers
from cip_coach.reading.appointment import TO_CHECK
from cip_coach.reading.gathering import Found, Gathering
from cip_coach.reading.selection import Selection
from cip_coach.reading.sought import Hit, Sought, sought
from cip_coach.reading.steps import steps_of
from cip_coach.text import fold

RECALLED = 400
SLICE = 40
"""How many files are gone through between two looks at the keyboard."""


@frozen
class Row:
    """A note among others: what its line in a list says, and the first place where something was found in it."""

    path: Path
    id: str
    day: date
    person: str
    title: str
    open_steps: int
    to_check: int
    looks: int
    recalled: str
    hit: Hit | None = None


class Listing:
    """The notes of `journal` that fit `selection` and what is typed (`narrow`), newest first.

    A word typed is looked for in the day, the tree, the title, the code and the text.
    """

    def __init__(
        self, journal: Journal, selection: Selection, today: date, is_tree: Callable[[str], bool] = bool
    ) -> None:
        self.journal, self.selection, self.today, self.is_tree = journal, selection, today, is_tree
        self.typed = ""
        self._titles: dict[str, str] = {}
        self.reread()

    def reread(self) -> None:
        """Look at the folder anew, as after a change. `paths` are all the files there, newest first."""
        self._gathered = Gathering(self.journal, self.selection, self.today, self.is_tree)
        self.paths = list(self._gathered.paths())
        self._begin()

    def narrow(self, typed: str) -> None:
        """Keep only the notes where every word of `typed` is found."""
        self.typed = typed
        self._begin()

    def row(self, place: int) -> Row | None:
        """The row at `place`, None beyond the last one found so far. Files that hold no note make no row."""
        while place < len(self._found):
            path = self._found[place]
            row = self._rows.get(path) or self._taken(path)
            if row is not None:
                return row
            del self._found[place]
        return None

    def open(self, path: Path) -> Found | None:
        """The note in a file as it is now, with what was found in it; None when it cannot be read any more."""
        self._rows.pop(path, None)
        for selection in (self._selection(path), Selection()):  # changed, it may not fit any more
            self._gathered.selection = selection
            if found := self._gathered.take(path):
                return found
        return None

    def place(self, path: Path) -> int | None:
        """Where the row of a file is, going on as far as needed; None when it has none any more."""
        while path not in self._found and self.work():
            pass
        return self._found.index(path) if path in self._found else None

    def ensure(self, count: int) -> None:
        """Go on until there are `count` rows, or no more files."""
        while len(self._found) < count and self.work():
            pass

    def work(self) -> bool:
        """Go through some files more; whether there are others."""
        for path in islice(self._waiting, SLICE):
            self.seen += 1
            self._gathered.selection = self._selection(path)
            fits = self._gathered.glance(path)
            if fits and not self._known:
                self._found.append(path)
            elif self._known and not fits and path in self._found:
                self._found.remove(path)
        return not self.complete

    def __len__(self) -> int:
        """How many rows there are so far."""
        return len(self._found)

    @property
    def complete(self) -> bool:
        """Whether all files were gone through."""
        return self.seen >= len(self.paths)

    @property
    def certain(self) -> bool:
        """Whether the number of rows is known: nothing narrows the list down, or all was gone through."""
        return self._known or self.complete

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files gone through so far, each thing once, errors first."""
        once = {(problem.file, problem.line, problem.code): problem for problem in self._gathered.problems}
        return sorted(once.values(), key=lambda problem: (problem.warning, problem.file, problem.line))

    def _begin(self) -> None:
        self._words = tuple(word for word in map(fold, self.typed.split()) if any(map(str.isalnum, word)))
        self._known = self.selection.everything and not self._words
        self._found: list[Path] = list(self.paths) if self._known else []
        self._waiting: Iterator[Path] = iter(self.paths)
        self._rows: dict[Path, Row] = {}
        self._narrowed: dict[tuple[str, ...], Selection] = {}
        self.seen = 0

    def _taken(self, path: Path) -> Row | None:
        self._gathered.selection = self._selection(path)
        found = self._gathered.take(path)
        if found is None:
            return None
        self._rows[path] = row = _row(found)
        return row

    def _selection(self, path: Path) -> Selection:
        """What the text of this note must hold: the words that its day and its tree do not say already."""
        if not self._words:
            return self.selection
        label = self._label(path)
        left = tuple(word for word in self._words if f" {word}" not in label)
        if left not in self._narrowed:
            both = _both(self.selection.sought, sought(left))
            self._narrowed[left] = replace(self.selection, sought=both)
        return self._narrowed[left]

    def _label(self, path: Path) -> str:
        tree = [*path.stem.split("_"), "", ""][2]
        if tree not in self._titles:
            note = shelf.load(self.journal, path).note
            self._titles[tree] = note.title if note else ""
        day = shelf.day_of(path)
        words = f"{spoken(day) if day else ''} {tree.replace('-', ' ')} {self._titles[tree]}"
        return f" {fold(words)}"


def _both(one: Sought, other: Sought) -> Sought:
    return Sought(
        one.words + other.words, one.without + other.without, one.needles + other.needles, one.looks + other.looks
    )


def _row(found: Found) -> Row:
    note = found.note
    return Row(
        found.path,
        note.head.id,
        note.head.day,
        note.head.person,
        note.title,
        sum(step.task.state is TaskState.OPEN for step in steps_of(note)),
        sum(1 for _ in answers.fed(note, TO_CHECK)),
        len(note.looks),
        _recalled(note),
        found.hits[0] if found.hits else None,
    )


def _recalled(note: Note) -> str:
    return answers.first_words(note)[:RECALLED]
