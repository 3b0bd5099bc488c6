"""A next step ⇄ its row in the note. Knows the checkbox and what stands in parentheses after it.

`- [ ] appeler (pour le 2026-12-01)`, `- [x] … (fait le 2026-11-30 : mot)`,
`- [-] … (laissé le …)`. A text that holds such a parenthesis is written with a
backslash before it, so that what was written is read back exactly.
"""

import re
from datetime import date

from cip_coach.keeping import rows
from cip_coach.keeping.note import Task, TaskState
from cip_coach.keeping.rows import Row
from cip_coach.patterns import regex
from cip_coach.text import NBSP, clean

_BOXES = {TaskState.OPEN: " ", TaskState.DONE: "x", TaskState.LEFT: "-"}
_STATES = {" ": TaskState.OPEN, "x": TaskState.DONE, "X": TaskState.DONE, "-": TaskState.LEFT}
_VERBS = {TaskState.DONE: "fait", TaskState.LEFT: "laissé"}
_DAY = r"\d{4}-\d{2}-\d{2}"
_LIKE_A_SUFFIX = rf"(\\*)\((?=(?:pour|fait|laissé) le {_DAY})"
_TO_ESCAPE = regex(_LIKE_A_SUFFIX)
_ESCAPED = regex(rf"\\{_LIKE_A_SUFFIX}")
_BOXED = regex(r"\[([ xX-])\](?: (.*))?", re.DOTALL)
_SUFFIX = regex(
    rf"(?: \(pour le (?P<due>{_DAY})\))?"
    rf"(?: \((?:fait|laissé) le (?P<day>{_DAY})(?:[ {NBSP}]?: ?(?P<word>[^\n]*))?\))?"
)


def lines(task: Task) -> list[str]:
    """The lines of a step. `word` is put on one line, and needs `day`; an open step has neither."""
    text = f"[{_BOXES[task.state]}] {_escape(task.text)}"
    if task.due:
        text += f" (pour le {task.due.isoformat()})"
    if task.day and task.state in _VERBS:
        word = f"{NBSP}: {_escape(_flat(task.word))}" if task.word else ""
        text += f" ({_VERBS[task.state]} le {task.day.isoformat()}{word})"
    return rows.bullet(text)


def read(row: Row) -> Task:
    """The step in `row`. The box says what became of it; a row without a box is an open step."""
    boxed = _BOXED.fullmatch(row.words)
    state = _STATES[boxed[1]] if boxed else TaskState.OPEN
    words = (boxed[2] or "") if boxed else row.words
    found = _suffix(words)
    if found is None or not (_possible(found["due"]) and _possible(found["day"])):
        return Task(_text(words), state=state)
    text = _text(words[: found.start()])
    if state is TaskState.OPEN:
        return Task(text, _day(found["due"]))
    return Task(text, _day(found["due"]), state, _day(found["day"]), _text(found["word"] or ""))


def _suffix(words: str) -> re.Match[str] | None:
    """What stands in parentheses after the text: from the first place where nothing else follows."""
    place = words.find(" (") if words.endswith(")") else -1
    while place >= 0 and not (found := _SUFFIX.fullmatch(words, place)):
        place = words.find(" (", place + 1)
    return found if place >= 0 else None


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(r"\1\\(", text)


def _text(written: str) -> str:
    return clean(_ESCAPED.sub(r"\1(", written) if "\\(" in written else written)


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def _possible(day: str | None) -> bool:
    try:
        return day is None or bool(date.fromisoformat(day))
    except ValueError:
        return False


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
