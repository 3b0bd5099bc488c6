"""The bodies of notes known by their heads, opened only when their words are wanted. Reads only."""

from collections.abc import Callable
from functools import partial

from cip_coach.frozen import changing, field
from cip_coach.keeping import parse, shelf
from cip_coach.keeping.note import Note
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem
from cip_coach.reading.census import Kept

Open = Callable[[Kept], Note | None]
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
            self._opened[kept.file] = self._read(kept, parse.parse)
        return self._opened[kept.file]

    def open_steps(self, kept: Kept) -> Note | None:
        """The note with its next steps and later looks alone, which are not kept in memory."""
        return self._read(kept, partial(parse.steps_below, kept.head))

    def _read(self, kept: Kept, reader: Reader) -> Note | None:
        text, problems = shelf.text_of(self.journal, kept.file)
        self._tell(problems)
        if text is None:
            return None
        note, problems = reader(text, kept.file)
        self._tell(problems)
        return note

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self.problems += [problem for problem in problems if problem not in self.problems]
