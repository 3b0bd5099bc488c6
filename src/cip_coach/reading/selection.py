"""Which notes are wanted, as one value. Compares codes as readers do; knows no folder."""

import re
from datetime import date
from functools import cached_property

from cip_coach.frozen import field, frozen
from cip_coach.keeping.note import Head
from cip_coach.paths import identity
from cip_coach.reading.sought import Sought, letters
from cip_coach.text import fold


@frozen
class Selection:
    """What a note must be; an empty field asks for nothing.

    `question` is an identity, `difficulty` an id or the family it begins with;
    days run from `start` up to `end`, not included.
    """

    person: str = ""
    tree: str = ""
    question: str = ""
    difficulty: str = ""
    start: date | None = None
    end: date | None = None
    sought: Sought = field(default_factory=Sought)
    holding: re.Pattern[str] | None = None
    """Found in the raw text of every note wanted; the others need not be read."""

    @property
    def everything(self) -> bool:
        """Whether no note at all is left out."""
        asked = (self.person, self.tree, self.question, self.difficulty, self.start, self.end)
        return not any(asked) and not self.sought

    def holds_day(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return not (self.start and day < self.start) and not (self.end and day >= self.end)

    def may_fit(self, text: str) -> bool:
        """Whether the note of this raw text could be one; never says no to one that `fits`."""
        return all(needle.search(text) for needle in self._needles) and self.sought.may_be_in(text)

    def fits(self, head: Head) -> bool:
        """Whether a note with this head is one, whatever its words."""
        return (
            (not self.person or fold(head.person) == fold(self.person))
            and (not self.tree or fold(head.tree) == fold(self.tree))
            and (not self.difficulty or any(self.is_difficulty(one) for one in difficulties(head)))
            and (not self.question or any(map(self.is_question, _asked(head))))
        )

    def is_difficulty(self, one: str) -> bool:
        """Whether the id `one` is the difficulty asked for, or of its family."""
        return one == self.difficulty or one.startswith(f"{self.difficulty}.")

    def is_question(self, path: str) -> bool:
        """Whether `path` stands for the question asked for."""
        return identity(path) == self.question

    @cached_property
    def _needles(self) -> tuple[re.Pattern[str], ...]:
        patterns = []
        if self.person:
            patterns.append(rf"(?m)^personne:.*?{letters(self.person)}")
        if self.tree:
            patterns.append(rf"(?m)^arbre:.*?{letters(self.tree)}")
        patterns += [re.escape(part) for part in (self.difficulty, *self.question.split("[]")) if part]
        return (*map(re.compile, patterns), *((self.holding,) if self.holding else ()))


def difficulties(head: Head) -> tuple[str, ...]:
    """The difficulties that a note recorded, each once, in the order of its questions."""
    return tuple(dict.fromkeys(one for found in head.difficulties.values() for one in found))


def _asked(head: Head) -> tuple[str, ...]:
    return (*head.answers, *head.open, *head.skipped)
