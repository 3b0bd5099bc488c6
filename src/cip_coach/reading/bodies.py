"""The bodies of notes known by their heads, opened only when their words are wanted. Reads only."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from cip_coach.frozen import changing, field
from cip_coach.keeping import parse, shelf
from cip_coach.keeping.note import Entry, Look, Note
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem
from cip_coach.reading.census import Kept
from cip_coach.spreading import spread

Open = Callable[[Kept], Note | None]
OpenAll = Callable[[Iterable[Kept]], Iterator[Note | None]]
Reader = Callable[[str, str], tuple[Note | None, tuple[Problem, ...]]]


@changing
class Bodies:
    """What is wrong in a note goes to `problems`; one that is gone has no words."""

    journal: Journal
    problems: list[Problem] = field(default_factory=list)
    _opened: dict[str, Note | None] = field(default_factory=dict)

    def open(self, kept: Kept) -> Note | None:
        """The whole note, read once; None when it cannot be read any more."""
        if kept.file not in self._opened:
            self._opened[kept.file], problems = self._read(kept, parse.parse)
            self._tell(problems)
        return self._opened[kept.file]

    def open_steps(self, wanted: Iterable[Kept]) -> Iterator[Note | None]:
        """Each note with its next steps and later looks alone, which are not kept in memory."""
        wanted = tuple(wanted)
        for kept, (found, problems) in zip(wanted, spread(self._steps, wanted), strict=True):
            self._tell(problems)
            yield found and Note(kept.head, kept.head.tree, *found)

    def _steps(self, kept: Kept) -> tuple[tuple[tuple[Entry, ...], tuple[Look, ...]] | None, tuple[Problem, ...]]:
        note, problems = self._read(kept, partial(parse.steps_below, kept.head))
        return (note.entries, note.looks) if note else None, problems  # without the head, which is known

    def _read(self, kept: Kept, reader: Reader) -> tuple[Note | None, tuple[Problem, ...]]:
        text, problems = shelf.text_of(self.journal, kept.file)
        if text is None:
            return None, problems
        note, faults = reader(text, kept.file)
        return note, (*problems, *faults)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self.problems += [problem for problem in problems if problem not in self.problems]
