"""What to have in mind before seeing somebody again, as lines for one screen. Plain values in."""

from collections.abc import Iterator

from cip_coach import text
from cip_coach.frenchdate import spoken
from cip_coach.keeping.note import Note
from cip_coach.reading import answers
from cip_coach.reading.appointment import Before
from cip_coach.reading.steps import Step
from cip_coach.terminal.fragments import EMPTY, Line, line
from cip_coach.terminal.messages import review as said
from cip_coach.terminal.notes import INDENT, MOST_HITS, View, bullets, one_step, step_in_words

MOST_POINTS, LEAST_POINTS = 6, 2


def before_appointment(before: Before, view: View) -> Iterator[Line]:
    """What to have in mind before seeing someone again: all of it, or as much as `view.rows` hold."""
    lines = list(_before(before, view, MOST_POINTS, tight=False))
    for most in range(MOST_POINTS, LEAST_POINTS - 1, -1):
        if not view.rows or len(lines) <= view.rows:
            break
        lines = list(_before(before, view, most, tight=True))
    return iter(lines)


def _before(before: Before, view: View, most: int, *, tight: bool) -> Iterator[Line]:
    """Each part with `most` of its points; `tight`: one line for a point, none between the parts."""
    yield line(said.before_title(before.person), "title")
    widest = max((text.width(spoken(note.head.day)) for note in before.notes), default=0)
    notes = [[_short(note, view, widest)] for note in before.notes]
    yield from _section(said.last_notes_title(), notes, len(notes), tight=tight)
    points = [bullets([view.words(fed.text)], view) for fed in before.to_check]
    yield from _section(said.to_check_title(), points, most, tight=tight)
    steps = [[_step_in_a_line(step, view)] if tight else list(one_step(step, view)) for step in before.steps]
    yield from _section(said.open_steps_title(), steps, most, tight=tight)
    longest = view.columns - 6 if tight else 2 * view.columns - 10
    tries = [bullets([text.shorten(view.words(fed.text), longest)], view) for fed in before.tries]
    yield from _section(said.tries_title(), tries, min(most, MOST_HITS), tight=tight)


def _short(note: Note, view: View, widest: int) -> Line:
    """The day, the first words; all the words begin at the same column."""
    day = spoken(note.head.day)
    first = f"{INDENT}{day}{' ' * (widest - text.width(day))}  "
    words = "" if view.discreet else answers.first_words(note)
    return (("dim", first), ("", text.shorten(words or note.title, max(view.columns - text.width(first), 8))))


def _step_in_a_line(step: Step, view: View) -> Line:
    box = said.BOXES[step.task.state.value]
    return line(INDENT + text.shorten(f"{box} {step_in_words(step, view)}", view.columns - len(INDENT)))


def _section(title: str, points: list[list[Line]], most: int, *, tight: bool) -> Iterator[Line]:
    """A title and its points, as many as fit: their number says that there are others."""
    if not points:
        return
    kept = points[:most]
    if not tight:
        yield EMPTY
    yield line(title if len(kept) == len(points) else said.some_of(title, len(kept), len(points)), "question")
    for point in kept:
        yield from point[:1] if tight else point
