"""The bodies of notes known by their heads, opened only when their words are wanted. Reads only."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cip_coach.keeping import shelf
from cip_coach.keeping.note import Note
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem
from cip_coach.reading.census import Kept

Open = Callable[[Kept], Note | None]


@dataclass
class Bodies:
    """Notes opened once each. What is wrong in one goes to `problems`; one that is gone has no words."""

    journal: Journal
    problems: list[Problem] = field(default_factory=list)
    _opened: dict[Path, Note | None] = field(default_factory=dict)

    def open(self, kept: Kept) -> Note | None:
        """The whole note, None when it cannot be read any more."""
        if kept.path not in self._opened:
            loaded = shelf.load(self.journal, kept.path)
            self.problems += loaded.problems
            self._opened[kept.path] = loaded.note
        return self._opened[kept.path]
