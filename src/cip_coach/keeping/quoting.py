"""An answer → the lines of its quote. Knows labels and steps; knows no head, no heading, no marker.

`unquoting` is the inverse. Every line goes behind a `>`, so nothing in an answer
can pass for the note's own structure.
"""

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Words, is_other
from cip_coach.keeping import rows, tasks
from cip_coach.keeping.note import Aside, Entry, Frozen, tasks_of
from cip_coach.text import NBSP

NOTHING = "Rien à noter"
SEVERAL = "choix_multiple"


def quoted(lines: list[str]) -> list[str]:
    """The lines of a block quote."""
    return [f"> {line}" if line else ">" for line in lines]


def of_entry(entry: Entry) -> list[str]:
    """What stands in the quote of `entry`, before the `>`."""
    if entry.tasks or isinstance(entry.answer, Action):
        steps = entry.tasks or tasks_of(entry.answer, entry.labels)
        lines = [line for task in steps for line in tasks.lines(task)]
        return lines + (_precision(entry.answer) if isinstance(entry.answer, Picked) else [])
    return _lines(entry.answer, entry.kind, entry.labels, numbered=False)


def of_aside(aside: Aside) -> list[str]:
    """What stands in the quote of `aside`: ids where an entry shows labels, since no head holds them."""
    if isinstance(aside.answer, Action):
        return [line for task in tasks_of(aside.answer, ()) for line in tasks.lines(task)]
    picks = aside.answer.ids if isinstance(aside.answer, Picked) else ()
    return _lines(aside.answer, aside.kind, tuple(pick for pick in picks if not is_other(pick)), numbered=True)


def of_source(source: Frozen) -> list[str]:
    """One item a line: id, number of notes, label."""
    return [line for name, count, label in source.items for line in rows.bullet(f"{name} {count} {label}")]


def bare(answer: Number | Day) -> str:
    """The number or the ISO day itself, as the head holds it."""
    return repr(answer.value) if isinstance(answer, Number) else answer.value.isoformat()


def _lines(answer: Answer, kind: str, labels: tuple[str, ...], *, numbered: bool) -> list[str]:
    match answer:
        case Words(text):
            return text.split("\n")
        case Items(()):
            return [NOTHING]
        case Items(texts):
            return [line for text in texts for line in rows.bullet(text)]
        case Picked():
            return _picked(answer, kind, labels, numbered=numbered) + _precision(answer)
        case Number() | Day():
            return [" ".join(label.replace("\n", " ") for label in labels) or bare(answer)]
        case Action():
            return []  # its callers write it as a step


def _picked(answer: Picked, kind: str, labels: tuple[str, ...], *, numbered: bool) -> list[str]:
    if not answer.ids:
        return [NOTHING]
    waiting, others = list(labels), list(answer.others)
    written: list[str] = []
    for pick in answer.ids:
        if is_other(pick):
            name = pick if numbered else "autre"
            written += rows.bullet(f"{name}{NBSP}: {others.pop(0) if others else ''}")
        else:
            label = (waiting.pop(0) if waiting else pick).replace("\n", " ")
            written.append(f"- {label}" if kind == SEVERAL else label)
    return written


def _precision(answer: Picked) -> list[str]:
    return rows.indented(f"précision{NBSP}: {answer.precision}") if answer.precision else []
