"""Notes as lines to read: a list, a whole note, a question through time, steps. Plain values in.

Texts are shown as they are, never interpreted; `View` says how wide, and whether texts may be seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cip_coach import text
from cip_coach.frenchdate import spoken, spoken_time
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Entry, Note, Status, TaskState
from cip_coach.problem import Problem
from cip_coach.reading import answers
from cip_coach.reading.appointment import TO_CHECK
from cip_coach.reading.sought import LOOK, Hit
from cip_coach.reading.steps import Step, open_ones, settled, steps_of
from cip_coach.terminal.fragments import EMPTY, Line, Span, columns_of, excerpt, line, wrapped
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as said
from cip_coach.terminal.messages import steps as step_words

if TYPE_CHECKING:
    from cip_coach.reading.overtime import Moment

INDENT = "  "
DOT = " · "
MOST_HITS = 3


@frozen
class View:
    """How to show: on how many columns, without the user's texts when `discreet`.

    `rows`: what is to be seen at a glance has so many (0: as many as it takes). `references`: with the names to
    type in other commands.
    """

    columns: int
    discreet: bool = False
    rows: int = 0
    references: bool = True

    def words(self, words: str) -> str:
        """The user's own words, or what stands for them."""
        return said.hidden_text() if self.discreet and words else words


def in_list(note: Note, hits: Sequence[Hit], view: View) -> Iterator[Line]:
    """A note among others: its day, code and title, what it holds open, its first words or what was found."""
    head = note.head
    first = DOT.join(part for part in (spoken(head.day), head.person) if part)
    title = text.shorten(note.title, view.columns - text.width(f"{first}{DOT}"))
    yield (("title", first), ("", f"{DOT}{title}"))
    second = f"{INDENT}{DOT.join(filter(None, (head.id, _points(note))))}"
    if hits and not view.discreet:
        yield line(second, "dim")
        for hit in hits[:MOST_HITS]:
            yield from _hit(hit, view)
        if len(hits) > MOST_HITS:
            yield line(f"{INDENT}{said.and_more(len(hits) - MOST_HITS)}", "dim")
        return
    recalled = "" if view.discreet else answers.first_words(note)[: 4 * view.columns]
    yield (("dim", second), ("", f"{INDENT}{text.shorten(recalled, view.columns - text.width(second) - 2)}"))


def whole(note: Note, view: View, hits: Sequence[Hit] = ()) -> Iterator[Line]:
    """A note from its title to its later looks, with what was found in it."""
    for rank, part in enumerate(parts(note, view, hits)):
        if rank:
            yield EMPTY
        yield from part.lines


@frozen
class Part:
    """A piece of a note as lines: the answer at `path`, or something else ("")."""

    path: str
    lines: tuple[Line, ...]
    found: bool = False


def parts(note: Note, view: View, hits: Sequence[Hit] = ()) -> Iterator[Part]:
    """A note piece by piece: its title, each question with its answer, its later looks."""
    head = note.head
    found = {(hit.passage.path, hit.passage.text): hit.spans for hit in hits}
    about = [said.written_at(spoken(head.day), spoken_time(head.begun)), head.person]
    about += [said.appointment(head.appointment)] if head.appointment is not None else []
    about += [
        head.programme,
        head.id if view.references else "",
        said.still_draft() if head.status is Status.DRAFT else "",
    ]
    title = wrapped(note.title, view.columns, style="title")
    yield Part("", (*title, *wrapped(DOT.join(filter(None, about)), view.columns, style="dim")))
    if note.foreign:
        spans = found.get(("", note.foreign), ())
        yield Part("", tuple(_added(note.foreign, view, spans)), bool(spans))
    for entry in note.entries:
        here = any(hit.passage.path == entry.path for hit in hits) or ("", entry.foreign) in found
        yield Part(entry.path, tuple(_entry(entry, note, view, found)), here)
    if head.skipped:
        yield Part("", (line(said.passed_over(len(head.skipped)), "dim"),))
    for look in note.looks:
        spans = found.get((LOOK, look.text), ())
        heading = wrapped(said.look_title(spoken(look.day)), view.columns, style="question")
        yield Part("", (*heading, *_said(look.text, view, spans)), bool(spans))


def through_time(moments: "Sequence[Moment]", person: str, view: View) -> Iterator[Line]:
    """Each answer to one question with its date and its reasons, oldest first; an arrow where it changed."""
    question = next((moment.question for moment in reversed(moments) if moment.question), "")
    answered = sum(bool(moment.lines) for moment in moments)
    yield from wrapped(question, view.columns, style="title")
    yield from wrapped(said.answers_of(person, answered, len(moments) - answered), view.columns, style="dim")
    for moment in moments:
        yield EMPTY
        yield from _moment(moment, "" if person else moment.person, view)
    if any(moment.changed for moment in moments):
        yield EMPTY
        yield from wrapped(said.changed_legend(), view.columns, style="dim")


def one_step(step: Step, view: View, *, origin: bool = False, spans: Sequence[Span] = ()) -> Iterator[Line]:
    """A next step with its reference; with `origin`, the note it comes from. `spans` were found in its text."""
    lead = f"{INDENT}{said.BOXES[step.task.state.value]} "
    words = step_in_words(step, view)
    first, *others = wrapped(words, view.columns, indent=" " * len(lead), spans=() if view.discreet else spans)
    said_first: Line = (("", lead), *first[1:])
    ref = step.ref if view.references else ""
    fits = not others and not origin and columns_of([said_first]) + len(ref) + 2 <= view.columns
    yield (*said_first, ("dim", f"  {ref}")) if fits and ref else said_first
    yield from others
    if not fits and (ref or origin):
        below = DOT.join(filter(None, (ref, spoken(step.day), step.person))) if origin else ref
        yield line(f"{' ' * len(lead)}{below}", "dim")


def step_in_words(step: Step, view: View) -> str:
    """A next step on one line: what it is, and when it is for or what became of it."""
    task = step.task
    when = ""
    if task.state is TaskState.DONE:
        when = said.done_on(spoken(task.day) if task.day else "", view.words(task.word))
    elif task.state is TaskState.LEFT:
        when = said.left_on(spoken(task.day) if task.day else "", view.words(task.word))
    elif task.due:
        when = said.due(spoken(task.due))
    words = view.words(task.text).replace("\n", " ")
    return f"{words} ({when})" if when else words


def all_steps(steps: Sequence[Step], view: View, latest: int | None) -> Iterator[Line]:
    """The open steps, then those done and those left, at most `latest` of each (None: all)."""
    groups = (
        (step_words.to_do, open_ones(steps), None),
        (step_words.done, settled(steps, TaskState.DONE), latest),
        (step_words.left, settled(steps, TaskState.LEFT), latest),
    )
    gap = False
    for title, those, most in groups:
        if not those:
            continue
        if gap:
            yield EMPTY
        gap = True
        yield line(title(len(those)), "question")
        for step in those[:most]:
            yield from one_step(step, view, origin=True)
        if most is not None and len(those) > most:
            yield line(f"{INDENT}{step_words.and_more(len(those) - most)}", "dim")
    if waiting := groups[0][1]:
        yield EMPTY
        yield from wrapped(step_words.how_to_tick(waiting[0].ref), view.columns, style="dim")


def to_look_at(problem: Problem, columns: int) -> list[Line]:
    """A file that is not as it should be, and why."""
    place = f"{problem.file}:{problem.line}" if problem.line > 1 else problem.file
    return [
        *wrapped(place, columns, style="title"),
        *wrapped(phrase(problem.code, problem.details), columns, indent=INDENT),
    ]


def _points(note: Note) -> str:
    open_steps = sum(task.state is TaskState.OPEN for entry in note.entries for task in entry.tasks)
    return said.several_points(open_steps, sum(1 for _ in answers.fed(note, TO_CHECK)), len(note.looks))


def _hit(hit: Hit, view: View) -> Iterator[Line]:
    if hit.passage.path == LOOK:
        heading = said.look_title(spoken(date.fromisoformat(hit.passage.question)))
    else:
        heading = hit.passage.question or said.written_by_hand()
    yield line(INDENT + text.shorten(heading, view.columns - len(INDENT)), "question")
    yield excerpt(hit.passage.text, hit.spans, view.columns, indent=INDENT * 2)


def _entry(entry: Entry, note: Note, view: View, found: "dict[tuple[str, str], tuple[Span, ...]]") -> Iterator[Line]:
    yield from wrapped(entry.question, view.columns, style="question")
    if entry.tasks:
        start = 0
        for step in (step for step in steps_of(note) if step.path == entry.path):
            end = start + len(step.task.text)
            here = [(low, high) for low, high in _spans(entry, found) if start <= low < end]
            inside = [(low - start, min(high, end) - start) for low, high in here]
            yield from one_step(step, view, spans=inside)
            start = end + 1
    elif not answers.is_free(entry):
        yield from _said("\n".join(answers.lines(entry)), View(view.columns), _spans(entry, found))
    elif entry.kind == "liste" and not view.discreet and not _spans(entry, found):
        yield from bullets(answers.lines(entry), view)
    else:
        yield from _said("\n".join(answers.lines(entry)), view, _spans(entry, found))
    if entry.foreign:
        yield from _added(entry.foreign, view, found.get(("", entry.foreign), ()))


def _spans(entry: Entry, found: "dict[tuple[str, str], tuple[Span, ...]]") -> tuple[Span, ...]:
    said_there = (*answers.lines(entry), *(task.word for task in entry.tasks if task.word))
    return found.get((entry.path, "\n".join(said_there)), ())


def _said(words: str, view: View, spans: Sequence[Span] = ()) -> list[Line]:
    return wrapped(view.words(words), view.columns, indent=INDENT, spans=() if view.discreet else spans)


def _added(words: str, view: View, spans: Sequence[Span]) -> Iterator[Line]:
    yield line(f"{INDENT}{said.written_by_hand()}", "dim")
    yield from _said(words, view, spans)


def bullets(items: Iterable[str], view: View, indent: str = INDENT) -> list[Line]:
    """Each item behind its dash, on as many lines as it takes."""
    built: list[Line] = []
    for item in items:
        lines = wrapped(" ".join(item.split()), view.columns, indent=f"{indent}  ")
        built += [(("", f"{indent}– "), *first[1:]) for first in lines[:1]] + lines[1:]
    return built


def _moment(moment: "Moment", person: str, view: View) -> Iterator[Line]:
    arrow = "→ " if moment.changed else INDENT
    when = DOT.join(filter(None, (spoken(moment.day), person, moment.about, moment.note_id)))
    yield from wrapped(when, view.columns, style="dim")
    if not moment.lines:
        yield line(f"{INDENT}{said.skipped()}", "dim")
        return
    shown = moment.lines if moment.closed or not view.discreet else (said.hidden_text(),)
    first, *others = wrapped("\n".join(shown), view.columns, indent=INDENT)
    yield (("changed", arrow), *(("question" if moment.closed else style, words) for style, words in first[1:]))
    yield from others
    for reason in moment.reasons:
        yield from wrapped(reason.question, view.columns, indent=INDENT * 2, style="dim")
        if reason.several:
            yield from bullets([view.words(words) for words in reason.lines], view, INDENT * 2)
        else:
            yield from wrapped(view.words("\n".join(reason.lines)), view.columns, indent=INDENT * 2)
