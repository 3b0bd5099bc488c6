"""A report → the views asked for: question by question, month by month, calendar, my trade, two periods."""

import calendar as calendars
from collections.abc import Iterator, Mapping
from datetime import date

from cip_coach.frenchdate import spoken
from cip_coach.paths import identity
from cip_coach.reading import rules
from cip_coach.reading.compared import Both, Pair
from cip_coach.reading.document import Bar, Bars, Block, Document, Entry, Grid, Row, Section, present
from cip_coach.reading.recurrence import Cell, Figure
from cip_coach.reading.report import Asked, Comparison, Period
from cip_coach.reading.span import Month, Span
from cip_coach.reading.trade import KINDS, Moment, State
from cip_coach.terminal import periods, telling
from cip_coach.terminal import telling_around as around
from cip_coach.terminal.messages import stats as said
from cip_coach.terminal.messages import stats_sections as parts
from cip_coach.terminal.messages import stats_views as views
from cip_coach.terminal.teller import Teller
from cip_coach.terminal.telling import ASKED, NOT_ASKED

VIEWS = ("ensemble", "questions", "mois", "calendrier", "metier", "tout")
SUMMARY, QUESTIONS, MONTHS, CALENDAR, TRADE, ALL = VIEWS
MOST_IN_A_DAY = 9


def document(teller: Teller, view: str, most: int = rules.LATEST_SHOWN) -> Document:
    """The whole report for one of `VIEWS`, with `most` texts of each kind of the balance."""
    period = teller.report.period
    found: list[Section] = []
    if teller.report.comparison:
        found.append(Section("", comparison(teller, teller.report.comparison)))
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
    if view in (SUMMARY, ALL) and period.sessions:
        end = (views.other_views(VIEWS[1:]),) if view == SUMMARY else ()
        found.append(Section("", end if teller.report.comparison else (around.how_to_read(teller), *end)))
    title = views.comparison_title() if teller.report.comparison else said.title(periods.said(period.span))
    return Document(title, telling.opening(teller), present(found), views.door_name())


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
    held = [said.course_part(periods.month(cell.month), cell.sessions) for cell in shown if cell.sessions]
    rows = [Row(views.months_sessions(), tuple(str(cell.sessions) for cell in shown), ", ".join(held))]
    rows += [_difficulty_row(teller, figure) for figure in figures]
    legend = (*views.months_legend(ASKED, NOT_ASKED), views.months_doors())
    door = teller.command("stats")
    return (Grid(views.months_caption(), views.months_corner(), columns, tuple(rows), legend, door=door),)


def calendar(teller: Teller) -> tuple[Block, ...]:
    """The number of sessions of each day, a month a row."""
    days = teller.report.days
    span = teller.report.period.span
    rows = [_month_row(month, days, teller.today) for month in span.months()]
    columns = tuple(str(day) for day in range(1, 32))
    signs = tuple(name[-1] for name in columns)
    door = teller.command("review", "--le", max(days).isoformat())
    caption, corner, legend = views.calendar_caption(), views.calendar_corner(), (views.calendar_doors(),)
    return (Grid(caption, corner, columns, tuple(rows), legend, signs, door),)


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
    blocks: list[Block] = [_period(period) for period in (found.earlier, found.later)]
    if found.later.span.start < found.earlier.span.end:
        blocks.append(views.comparison_overlap())
    if found.later.span.unfinished:
        blocks.append(views.comparison_unfinished())
    blocks.append(views.comparison_caution())
    for pair in found.pairs:
        both = pair.both
        sentences = (
            _side(found.earlier.span, pair.earlier),
            _side(found.later.span, pair.later),
            *([] if teller.report.person else [views.comparison_both(both.persons, *_ways(both))]),
        )
        entry = Entry(
            teller.label(pair.difficulty),
            sentences,
            lead=teller.lead(pair.difficulty),
            door=_doors(teller, pair, found),
        )
        blocks.append(entry)
    if not found.pairs:
        blocks.append(parts.no_difficulty())
    return tuple(blocks)


def _ways(both: Both) -> tuple[int, int, int, int]:
    return both.less, both.more, both.same - both.never, both.never


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


def _difficulty_row(teller: Teller, figure: Figure) -> Row:
    return Row(teller.label(figure.difficulty), tuple(map(_cell, figure.months)), telling.course_in_words(figure))


def _cell(cell: Cell) -> str:
    return (str(cell.noted) if cell.noted else ASKED) if cell.exposed else NOT_ASKED


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
    return Row(periods.month(month), tuple(cells), in_words)


def _state(teller: Teller, state: State) -> Entry:
    """The latest answer with what goes with it, then the one before."""
    latest = state.latest
    listed = state.listed and latest.yes
    told = "" if listed and not teller.discreet else _answer(teller, state, latest)
    quotes: tuple[str, ...] = ()
    if not teller.discreet:
        quotes = _lines(latest) if listed else latest.beside[0] if latest.beside and latest.yes else ()
    before = state.before
    after = (views.trade_before(_answer(teller, state, before), spoken(before.day)),) if before else ()
    sentence = views.trade_latest(told, spoken(latest.day))
    return Entry(state.question, (sentence,), quotes=quotes, after=after, door=teller.note(latest.note_id))


def _lines(moment: Moment) -> tuple[str, ...]:
    """The items of a list, each with what was answered about it."""
    return tuple(" · ".join((line, *beside)) for line, beside in zip(moment.lines, moment.beside, strict=False))


def _answer(teller: Teller, state: State, moment: Moment) -> str:
    if state.listed and teller.discreet:
        return views.noted_then(len(moment.lines) if moment.yes else 0)
    return ", ".join(line[:1].lower() + line[1:] for line in moment.lines)


def _period(period: Period) -> str:
    return views.comparison_period(_begun(period.span), period.sessions, period.persons)


def _side(span: Span, figure: Figure | None) -> str:
    if figure is None or not figure.exposed:
        return views.comparison_side(_begun(span), views.comparison_not_asked())
    persons = said.with_persons(figure.persons, figure.without_code) if figure.noted else ""
    return views.comparison_side(_begun(span), ", ".join(filter(None, (telling.counts(figure), persons))))


def _begun(span: Span) -> str:
    """The period, as a sentence begins."""
    words = periods.said(span)
    return words[:1].upper() + words[1:]
