"""A report → the views asked for: question by question, month by month, calendar, my trade, two periods."""

import calendar as calendars
from collections.abc import Iterator, Mapping
from datetime import date

from cip_coach.frenchdate import spoken
from cip_coach.paths import identity
from cip_coach.reading import rules
from cip_coach.reading.compared import Pair
from cip_coach.reading.document import Bar, Bars, Block, Document, Entry, Grid, Row, Section, present
from cip_coach.reading.recurrence import Cell, Figure
from cip_coach.reading.report import Asked, Comparison, Period
from cip_coach.reading.span import Month, Span
from cip_coach.reading.trade import KINDS, Moment, State
from cip_coach.terminal import telling
from cip_coach.terminal.messages import stats as said
from cip_coach.terminal.messages import stats_sections as parts
from cip_coach.terminal.messages import stats_views as views
from cip_coach.terminal.telling import ASKED, NOT_ASKED, Teller

VIEWS = ("ensemble", "questions", "mois", "calendrier", "metier", "tout")
SUMMARY, QUESTIONS, MONTHS, CALENDAR, TRADE, ALL = VIEWS
MOST_IN_A_DAY = 9


def document(teller: Teller, view: str, most: int = rules.LATEST_SHOWN) -> Document:
    """The whole report for one of `VIEWS`, with `most` texts of each kind of the balance."""
    period = teller.report.period
    found: list[Section] = []
    if teller.report.comparison:
        found.append(Section(views.comparison_title(), comparison(teller, teller.report.comparison)))
    elif period.sessions:
        if view in (SUMMARY, ALL):
            found += telling.sections(teller, most)
        if view in (QUESTIONS, ALL):
            found.append(Section(views.questions_title(), questions(teller)))
        if view in (MONTHS, ALL):
            found.append(Section(views.months_title(), months(teller)))
        if view in (CALENDAR, ALL):
            found.append(Section(views.calendar_title(), calendar(teller)))
    if view in (TRADE, ALL) and not teller.report.comparison:
        found += trade(teller)
    if view == SUMMARY and period.sessions:
        found.append(Section("", (views.other_views(),)))
    title = said.title(spoken(period.span.start), spoken(period.span.last))
    return Document(title, telling.opening(teller), present(found))


def questions(teller: Teller) -> tuple[Block, ...]:
    """The answers to each yes-or-no question."""
    bars = tuple(_bar(teller, asked) for asked in teller.report.questions)
    return (Bars(views.answer_names(), bars),) if bars else ()


def months(teller: Teller) -> tuple[Block, ...]:
    """Difficulties by months: counts under the number of sessions."""
    figures = [figure for figure in teller.report.period.figures if figure.noted]
    if not figures:
        return (parts.no_difficulty(),)
    shown = figures[0].months
    current = (teller.today.year, teller.today.month)
    columns = tuple(_short(cell.month, current) for cell in shown)
    held = [said.course_part(telling.month(cell.month), cell.sessions) for cell in shown if cell.sessions]
    rows = [Row(views.months_sessions(), tuple(str(cell.sessions) for cell in shown), ", ".join(held))]
    rows += [Row(teller.label(one.difficulty), tuple(map(_cell, one.months)), _in_words(one)) for one in figures]
    legend = views.months_legend(ASKED, NOT_ASKED)
    return (Grid(views.months_caption(), views.months_corner(), columns, tuple(rows), legend),)


def calendar(teller: Teller) -> tuple[Block, ...]:
    """The number of sessions of each day, a month a row."""
    days = teller.report.days
    span = teller.report.period.span
    rows = [_month_row(month, days, teller.today) for month in span.months()]
    columns = tuple(str(day) for day in range(1, 32))
    signs = tuple(name[-1] for name in columns)
    return (Grid(views.calendar_caption(), views.calendar_corner(), columns, tuple(rows), signs=signs),)


def trade(teller: Teller) -> Iterator[Section]:
    """My tools, partners and doubts: as last said, and before."""
    if teller.report.person:
        return
    if not teller.report.trade:
        yield Section(views.trade_title(KINDS[0]), (views.trade_none(),))
    for kind in KINDS:
        states = [state for state in teller.report.trade if state.kind == kind]
        yield Section(views.trade_title(kind), tuple(_state(teller, state) for state in states))


def comparison(teller: Teller, found: Comparison) -> tuple[Block, ...]:
    """Two periods side by side, difficulty by difficulty."""
    blocks: list[Block] = [f"{_period(period)}." for period in (found.earlier, found.later)]
    if found.later.span.start < found.earlier.span.end:
        blocks.append(views.comparison_overlap())
    if found.later.span.unfinished:
        blocks.append(views.comparison_unfinished())
    blocks.append(views.comparison_caution())
    for pair in found.pairs:
        sentences = (
            _side(found.earlier.span, pair.earlier),
            _side(found.later.span, pair.later),
            views.comparison_both(pair.both.persons, pair.both.less, pair.both.more, pair.both.same),
        )
        blocks.append(Entry(teller.label(pair.difficulty), sentences, door=_doors(teller, pair, found)))
    if not found.pairs:
        blocks.append(parts.no_difficulty())
    return tuple(blocks)


def _doors(teller: Teller, pair: Pair, found: Comparison) -> str:
    spans = [
        period.span
        for period, figure in ((found.earlier, pair.earlier), (found.later, pair.later))
        if figure and figure.noted
    ]
    return "\n".join(teller.door("--difficulte", pair.difficulty, span=span) for span in spans)


def _bar(teller: Teller, asked: Asked) -> Bar:
    tally = asked.tally
    yes, partly, no, unknown = tally.counts
    counts = (yes, partly, no, unknown, tally.passed)
    return Bar(asked.wording, counts, views.tally(*counts), teller.door("--question", identity(tally.path)))


def _cell(cell: Cell) -> str:
    return (str(cell.noted) if cell.noted else ASKED) if cell.exposed else NOT_ASKED


def _in_words(figure: Figure) -> str:
    return said.course(
        [said.course_part(telling.month(cell.month), cell.noted) for cell in figure.months if cell.noted]
    )


def _short(month: Month, current: Month) -> str:
    """`11`, with a star for the month that goes on."""
    return f"{month[1]:02d}{'*' if month == current else ''}"


def _month_row(month: Month, days: Mapping[date, int], today: date) -> Row:
    last = calendars.monthrange(*month)[1]
    counted = {day.day: number for day, number in days.items() if (day.year, day.month) == month}
    cells = []
    for day in range(1, 32):
        number = counted.get(day, 0)
        empty = day > last or (not number and date(*month, day) > today)
        cells.append("" if empty else ASKED if not number else "+" if number > MOST_IN_A_DAY else str(number))
    in_words = views.calendar_row(sum(counted.values()), len(counted))
    return Row(telling.month(month), tuple(cells), in_words)


def _state(teller: Teller, state: State) -> Entry:
    sentences = []
    if state.before:
        sentences = [views.trade_before(_answer(teller, state.before), spoken(state.before.day))]
    quotes = []
    if not teller.discreet:
        quotes = [
            " · ".join((line, *beside)) for line, beside in zip(state.latest.lines, state.latest.beside, strict=False)
        ]
    latest = views.trade_latest(_answer(teller, state.latest), spoken(state.latest.day)) if not quotes else ""
    if quotes:
        latest = views.trade_latest(views.noted_then(len(quotes)), spoken(state.latest.day))
    door = f"cip-coach review --lire {state.latest.note_id}"
    return Entry(state.question, (latest, *sentences), quotes=tuple(quotes), door=door)


def _answer(teller: Teller, moment: Moment) -> str:
    if moment.beside and teller.discreet:
        return views.noted_then(len(moment.beside))
    return ", ".join(line[:1].lower() + line[1:] for line in moment.lines)


def _period(period: Period) -> str:
    span = period.span
    return views.comparison_period(spoken(span.start), spoken(span.last), period.sessions, period.persons)


def _side(span: Span, figure: Figure | None) -> str:
    days = views.between(spoken(span.start), spoken(span.last))
    if figure is None or not figure.exposed:
        return views.comparison_side(days, views.comparison_not_asked())
    persons = said.with_persons(figure.persons, figure.without_code) if figure.noted else ""
    return views.comparison_side(days, ", ".join(filter(None, (telling.counts(figure), persons))))
