"""Next steps, note by note: what is still open, what was done or left, and what it changed. Pure values.

A step is called `<id of the note>.<rank in its file>`. A box ticked by hand in
another program counts like one ticked here.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Note, Task, TaskState
from cip_coach.patterns import regex

_REFERENCE = regex(r"([0-9a-z]{1,40})\.([1-9]\d{0,3})", re.IGNORECASE | re.ASCII)
MAY_HOLD = regex(r"^  pas:|^<!-- *cip:\S+ +action", re.MULTILINE)
"""Found in the raw text of every note that holds a step."""


@frozen
class Step:
    """A next step, and the note it comes from: its day, its person's code, its tree, the question."""

    ref: str
    task: Task
    day: date
    person: str
    tree: str
    path: str
    question: str

    @property
    def settled_on(self) -> date:
        """The day it was done or left; the note's own when the box was ticked by hand."""
        return self.task.day or self.day


def steps_of(note: Note) -> Iterator[Step]:
    """The next steps of a note, in the order of its file."""
    rank = 0
    for entry in note.entries:
        for task in entry.tasks:
            rank += 1
            head = note.head
            ref = f"{head.id}.{rank}"
            yield Step(ref, task, head.day, head.person, head.tree, entry.path, entry.question)


def reference(text: str) -> tuple[str, int] | None:
    """The id of the note and the rank that `k7f3qd.2` names, None when it names nothing."""
    found = _REFERENCE.fullmatch(text.strip())
    return (found[1].lower(), int(found[2])) if found else None


def open_ones(steps: Iterable[Step]) -> list[Step]:
    """Those still open: the ones with a day to do them first, soonest first, then the latest notes."""
    waiting = [step for step in steps if step.task.state is TaskState.OPEN]
    return sorted(waiting, key=lambda step: (step.task.due or date.max, -step.day.toordinal()))


def settled(steps: Iterable[Step], state: TaskState) -> list[Step]:
    """Those done, or those left, the latest first."""
    those = [step for step in steps if step.task.state is state]
    return sorted(those, key=lambda step: step.settled_on, reverse=True)
