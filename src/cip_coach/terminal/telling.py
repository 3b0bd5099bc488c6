"""A report → sentences: what is said of each difficulty, and in which order. Draws nothing.

Rules: design §6. Every line leads to its notes, says whether it was shared where that
was asked, what was done, and ends with one open question.
"""

from collections.abc import Iterator

from cip_coach.frenchdate import spoken
from cip_coach.reading import recurrence, rules
from cip_coach.reading.document import Block, Course, Entry, Key, Range, Section, Step
from cip_coach.reading.helped import Helped
from cip_coach.reading.recurrence import Cell, Figure
from cip_coach.reading.report import Period
from cip_coach.reading.span import Month
from cip_coach.terminal import periods
from cip_coach.terminal import telling_around as around
from cip_coach.terminal.messages import stats as said
from cip_coach.terminal.messages import stats_sections as parts
from cip_coach.terminal.teller import MOST_WORDS, Teller
from cip_coach.text import shorten

ASKED, NOT_ASKED = "·", "─"
MOST_HELP = 3


def sections(teller: Teller, most: int) -> Iterator[Section]:
    """The parts of the summary; what carries stands at the side of what comes back."""
    recurrent = difficulties(teller)
    yield Section(parts.balance_title(), around.balance(teller, most), beside=True)
    yield Section(parts.recurrent_title(), recurrent)
    yield Section(parts.beside_title(bool(recurrent)), beside(teller))
    yield Section(parts.never_shared_title(), around.never_shared(teller))
    yield Section(parts.own_words_title(), around.own_words(teller))
    yield Section(parts.suggested_title(), around.suggested(teller))
    yield Section(parts.steps_title(), around.steps(teller))
    yield Section(parts.words_title(), around.words(teller))


def difficulties(teller: Teller) -> tuple[Block, ...]:
    """The recurrent difficulties, in groups."""
    groups = recurrence.recurrent_groups(teller.report.period.figures)
    blocks: list[Block] = []
    for rank, group in enumerate(groups):
        if rank:
            blocks.append(parts.next_group())
        blocks += [entry(teller, figure) for figure in group]
        if len(group) > 1:
            blocks.append(parts.same_group(len(group)))
    if not groups and enough(teller.report.period) and not teller.report.person:
        blocks.append(parts.no_recurrent())
    if groups:
        blocks.append(said.legend_range())
        over = periods.said(teller.report.period.span)
        blocks.append(Key(said.key_title(over), said.key_names(_tallest(teller))))
    return tuple(blocks)


def beside(teller: Teller) -> tuple[Block, ...]:
    """The difficulties noted less often, then what was put and never noted."""
    figures = teller.report.period.figures
    blocks: list[Block] = [entry(teller, figure) for figure in recurrence.noted_beside(figures)]
    silent = sum(1 for figure in figures if figure.exposed and not figure.noted)
    if not blocks and not any(figure.noted for figure in figures):
        blocks.append(parts.no_difficulty())
    elif silent:
        blocks.append(parts.asked_never_noted(silent))
    return tuple(blocks)


def entry(teller: Teller, figure: Figure) -> Entry:
    """A difficulty: all that belongs to it; a percentage and drawings only when it is recurrent."""
    found = next((one for one in teller.report.helped if one.difficulty == figure.difficulty), None)
    relation = figure.one_person and not teller.report.person
    sentences = (
        _counts(teller, figure),
        *([said.one_relation()] if relation else []),
        *([said.helped(len(found.done), len(found.looks))] if found else []),
    )
    shown = figure.recurrent and figure.interval
    return Entry(
        title=teller.label(figure.difficulty),
        sentences=sentences,
        range=Range(figure.noted / figure.exposed, figure.interval) if shown and figure.interval else None,
        course=_course(teller, figure) if shown else None,
        quotes=tuple(_help(found, teller)) if found and not teller.discreet else (),
        lead=teller.lead(figure.difficulty),
        door=teller.door("--difficulte", figure.difficulty),
    )


def opening(teller: Teller) -> tuple[str, ...]:
    """What the report is about, in a few sentences; two periods side by side say it themselves."""
    report = teller.report
    period = report.period
    lines = [said.about(report.person, report.tree)]
    if report.comparison:
        return tuple(line for line in lines if line)
    if period.sessions:
        lines.append(said.sessions(period.sessions, period.persons, period.without_code, report.person))
        lines.append(said.unfinished() if period.span.unfinished else "")
    elif report.in_journal:
        lines.append(said.nothing_in_period(report.in_journal))
    lines.append(said.waiting_drafts(report.drafts) if report.drafts else "")
    if period.sessions and not enough(period):
        lines.append(said.few(period.sessions, rules.ENOUGH_NOTES))
    return tuple(line for line in lines if line)


def enough(period: Period) -> bool:
    """Whether a question was answered often enough to speak of what comes back."""
    return any(figure.exposed >= rules.ENOUGH_NOTES for figure in period.figures)


def counts(figure: Figure) -> str:
    """How many of how many, and the share with its range where there is one; without a full stop."""
    times = said.times(figure.noted, figure.exposed)
    if figure.interval:
        low, high = rules.percent(figure.interval.low), rules.percent(figure.interval.high)
        times += f", {said.range_of(rules.percent(figure.noted / figure.exposed), low, high)}"
    return times


def course_in_words(figure: Figure) -> str:
    """The months when it was noted, then those when it was not asked: as much as a drawing says."""
    noted = [said.course_part(periods.month(cell.month), cell.noted) for cell in figure.months if cell.noted]
    absent = tuple(periods.runs([cell.month for cell in figure.months if not cell.exposed]))
    return " ".join((said.course(noted), *([said.course_not_asked(absent)] if absent else [])))


def _counts(teller: Teller, figure: Figure) -> str:
    sharing = figure.sharing
    times = counts(figure) if figure.recurrent else said.times(figure.noted, figure.exposed)
    persons = "" if teller.report.person else said.with_persons(figure.persons, figure.without_code)
    facts = [
        ", ".join(filter(None, (times, persons))),
        said.passed(figure.passed) if figure.passed else "",
        said.since(periods.month((figure.since.year, figure.since.month))) if figure.since else "",
        said.shared(sharing.person.notes, sharing.person.yes, sharing.colleagues.notes, sharing.colleagues.yes),
    ]
    return f"{f'{said.NBSP}; '.join(fact for fact in facts if fact)}."


def _course(teller: Teller, figure: Figure) -> Course:
    current = (teller.today.year, teller.today.month)
    drawn = [_month_step(cell, current) for cell in figure.months]
    return Course(tuple(drawn), _tallest(teller), course_in_words(figure))


def _tallest(teller: Teller) -> int:
    """The largest count of a month among the courses drawn."""
    drawn = (figure for figure in teller.report.period.figures if figure.recurrent)
    return max((cell.noted for figure in drawn for cell in figure.months), default=1)


def _month_step(cell: Cell, current: Month) -> Step:
    return Step(periods.month(cell.month), cell.noted if cell.exposed else None, cell.month == current)


def _help(found: Helped, teller: Teller) -> Iterator[str]:
    for one in found.done[:MOST_HELP]:
        word = shorten(one.task.word, MOST_WORDS)
        yield said.done_step(shorten(one.task.text, MOST_WORDS), spoken(one.settled_on), word)
    for note_id, look in found.looks[:MOST_HELP]:
        yield teller.dated(look.text, look.day, note_id)
