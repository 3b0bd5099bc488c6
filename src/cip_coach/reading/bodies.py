"""The bodies of notes known by their heads, opened only when their words are wanted. Reads only."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cip_coach.keeping import shelf
from cip_coach.keeping.note import Note
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem
from cip_coach.reading.census import Kept

Open = Callable[[Kept], Note | None]


@dataclass
class Bodies:
    """What is wrong in a note goes to `problems`; one that is gone has no words."""

    journal: Journal
    problems: list[Problem] = field(default_factory=list)
    _opened: dict[str, Note | None] = field(default_factory=dict)

    def open(self, kept: Kept) -> Note | None:
        """The whole note, read once; None when it cannot be read any more."""
        if kept.file not in self._opened:
            loaded = shelf.load(self.journal, self.journal.root / kept.file)
            self._tell(loaded.problems)
            self._opened[kept.file] = loaded.note
        return self._opened[kept.file]

    def open_steps(self, kept: Kept) -> Note | None:
        """The note with its next steps and later looks alone, which are not kept in memory."""
        note, problems = shelf.load_steps(self.journal, kept.file, kept.head)
        self._tell(problems)
        return note

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self.problems += [problem for problem in problems if problem not in self.problems]
