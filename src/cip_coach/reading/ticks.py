"""What a closed session says of older steps (`coche`): which are done or left, and the word on it. Pure values.

A note that is closed but still among the drafts has not carried its ticks to the
other notes yet: until it has, readers take its answers as the state of those steps.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from cip_coach.answer import Picked, Words
from cip_coach.frozen import frozen, replace
from cip_coach.keeping import splice
from cip_coach.keeping.note import Note, Task, TaskState
from cip_coach.paths import identity, loop_of
from cip_coach.reading.answers import in_short
from cip_coach.reading.steps import Step, reference
from cip_coach.text import clean_line

Rules = Mapping[str, Mapping[str, str]]
"""`coche` by the identity of its question: `fait` and `laisse` an answer, `mot` the question of the word."""
_STATES = {"fait": TaskState.DONE, "laisse": TaskState.LEFT}


@frozen
class Tick:
    """Step number `rank` of the note `note_id` became `state` on `day`; `asked` is the question as it was put."""

    note_id: str
    rank: int
    state: TaskState
    day: date
    word: str
    asked: str


def ticks_of(note: Note, rules: Rules) -> tuple[Tick, ...]:
    """What the closed answers of `note` say of steps, in reading order."""
    entries = {entry.path: entry for entry in note.entries}
    found = []
    for entry in note.entries:
        rule = rules.get(identity(entry.path))
        loop, key = loop_of(entry.path)
        named = reference(key)
        if rule is None or named is None or not isinstance(entry.answer, Picked):
            continue
        state = next((state for key, state in _STATES.items() if rule.get(key) in entry.answer.ids), None)
        if state is not None:
            beside = entries.get(f"{loop}[{key}].{rule.get('mot', '')}")
            word = in_short(beside) if beside and isinstance(beside.answer, Words) else ""
            found.append(Tick(*named, state, note.head.day, word, entry.question))
    return tuple(found)


def ticked(text: str, note: Note, tick: Tick) -> str:
    """The raw `text` of `note` with the step ticked; as it is when that step is no longer open.

    Raises `Refused` `note-pas-introuvable` when the note has no such step any more.
    """
    tasks = [task for entry in note.entries for task in entry.tasks]
    rank = _place(tasks, tick)
    if rank <= len(tasks) and tasks[rank - 1].state is not TaskState.OPEN:
        return text
    return splice.with_task(text, rank, tick.state, tick.day, tick.word)


def overlaid(steps: Iterable[Step], ticks: Sequence[Tick]) -> Iterator[Step]:
    """The steps, those that a tick settles with the state it gives them."""
    waiting = {f"{tick.note_id}.{tick.rank}": tick for tick in ticks}
    for step in steps:
        tick = waiting.get(step.ref)
        if tick is None or step.task.state is not TaskState.OPEN:
            yield step
        else:
            yield replace(step, task=replace(step.task, state=tick.state, day=tick.day, word=tick.word))


def _place(tasks: Sequence[Task], tick: Tick) -> int:
    """The rank of the step meant: the one that was asked about, wherever a hand edit moved it."""
    said = [clean_line(task.text) for task in tasks]
    quoted = [rank for rank, text in enumerate(said, start=1) if text and text in tick.asked]
    return quoted[0] if len(quoted) == 1 else tick.rank
