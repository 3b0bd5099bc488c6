"""The journal as the `journal.…` sources look back on it."""

import re
from datetime import date

from cip_coach.asking.effects import DIFFICULTIES
from cip_coach.asking.library import Library
from cip_coach.asking.tree import Tree
from cip_coach.commands import settling
from cip_coach.keeping.note import Note
from cip_coach.keeping.shelf import Journal
from cip_coach.patterns import regex
from cip_coach.reading import sources as found
from cip_coach.reading.census import census
from cip_coach.reading.gathering import Gathering
from cip_coach.reading.selection import Selection
from cip_coach.reading.sources import Item, Month
from cip_coach.reading.steps import MAY_HOLD, Step, steps_of
from cip_coach.reading.ticks import overlaid
from cip_coach.vocabulary import Taxonomy

_TO_CARRY = regex(r"^  a_porter:", re.MULTILINE)


class Memory:
    """The journal as one session looks back on it; each part of it is read when a source asks for it."""

    def __init__(self, tree: Tree, journal: Journal, day: date, library: Library) -> None:
        self.tree, self.journal, self.day, self.library = tree, journal, day, library
        self.month: Month = found.month_of(day)
        self._steps: list[Step] | None = None

    def items(self, name: str) -> tuple[Item, ...]:
        """What the source called `name` holds."""
        match name:
            case found.NOTES:
                return found.of_notes(self._of_month())
            case found.PLEASURES:
                return found.pleasures(self._of_month(), self.tree.id)
            case found.TO_CARRY:
                return found.to_carry(self._notes(Selection(holding=_TO_CARRY)))
            case found.OPEN_STEPS:
                return found.open_steps(self._all_steps())
            case found.DONE_STEPS:
                return found.done_steps(self._all_steps(), self.month)
            case found.DIFFICULTIES:
                heads = (kept.head for kept in census(self.journal, self.day).notes)
                return found.of_difficulties((head for head in heads if self.month.holds(head.day)), self._taxonomy())
            case found.NEVER_SHARED:
                heads = (kept.head for kept in census(self.journal, self.day).notes)
                return found.never_shared(tuple(heads), self._taxonomy())
            case _:
                return ()

    def _notes(self, selection: Selection) -> list[Note]:
        return [one.note for one in Gathering(self.journal, selection, self.day)]

    def _of_month(self) -> list[Note]:
        return self._notes(Selection(start=self.month.start, end=self.month.end))

    def _all_steps(self) -> list[Step]:
        if self._steps is None:
            notes = self._notes(Selection(holding=MAY_HOLD))
            steps = (step for note in notes for step in steps_of(note))
            self._steps = list(overlaid(steps, settling.waiting(self.journal, self.library)))
        return self._steps

    def _taxonomy(self) -> Taxonomy:
        return self.library.vocabulary.get(DIFFICULTIES) or Taxonomy(DIFFICULTIES, 0, "", {})
