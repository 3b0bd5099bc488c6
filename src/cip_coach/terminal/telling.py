"""A report → sentences: what is said of each difficulty, and in which order. Draws nothing.

Rules: design §6. Every line leads to its notes, says whether it was shared where that
was asked, what was done, and ends with one open question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from re import fullmatch
from shlex import quote

from cip_coach.frenchdate import spoken, spoken_month
from cip_coach.reading import recurrence, rules
from cip_coach.reading.document import Block, Course, Entry, Key, Range, Section, Step
from cip_coach.reading.helped import Helped
from cip_coach.reading.recurrence import Cell, Figure
from cip_coach.reading.report import Period, Report
from cip_coach.reading.span import Month, Span
from cip_coach.terminal.messages import stats as said
from cip_coach.terminal.messages import stats_sections as parts
from cip_coach.text import shorten
from cip_coach.vocabulary import Taxonomy

ASKED, NOT_ASKED = "·", "─"
MOST_HELP = 3
MOST_STEPS = 5
MOST_WORDS = 120
"""How much of a text is shown: the note has the rest."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What telling needs besides the report: the terms, today, and whether the user's words may be seen."""

    report: Report
    taxonomy: Taxonomy
    today: date
    discreet: bool = False

    def label(self, difficulty: str) -> str:
        """The name of a difficulty; its id when no term has it any more."""
        term = self.taxonomy.terms.get(difficulty)
        return term.label if term else difficulty

    def door(self, *options: str, span: Span | None = None) -> str:
        """The command that lists the notes behind a line."""
        days = span or self.report.period.span
        words = ["cip-coach", "review", *options]
        words += ["--personne", self.report.person] if self.report.person else []
        words += ["--arbre", self.report.tree] if self.report.tree else []
        words += ["--depuis", _first_day(days.start)]
        words += ["--jusqu-a", _last_day(days)] if days.end <= self.today else []
        return " ".join(map(typed, words))

    def lead(self, difficulty: str) -> str:
        """One open question of the term: another one each day."""
        term = self.taxonomy.terms.get(difficulty)
        if term is None or not term.leads:
            return ""
        return said.lead(term.leads[self.today.toordinal() % len(term.leads)])


def difficulties(teller: Teller) -> tuple[Block, ...]:
    """The recurrent difficulties, in groups."""
    groups = recurrence.recurrent_groups(teller.report.period.figures)
    helps = {one.difficulty: one for one in teller.report.helped}
    blocks: list[Block] = []
    for rank, group in enumerate(groups):
        if rank:
            blocks.append(parts.next_group())
        blocks += [entry(teller, figure, helps.get(figure.difficulty)) for figure in group]
        if len(group) > 1:
            blocks.append(parts.same_group(len(group)))
    if not groups and enough(teller.report.period) and not teller.report.person:
        blocks.append(parts.no_recurrent())
    if groups:
        blocks.append(said.legend_range())
        blocks.append(Key(said.key_title(), said.key_names()))
    return tuple(blocks)


def beside(teller: Teller) -> tuple[Block, ...]:
    """The difficulties noted less often, then what was put and never noted."""
    figures = teller.report.period.figures
    blocks: list[Block] = []
    for figure in recurrence.noted_beside(figures):
        sentences = (
            _counts(teller, figure, with_range=False),
            *([said.one_relation()] if figure.one_person and not teller.report.person else []),
        )
        door = teller.door("--difficulte", figure.difficulty)
        blocks.append(Entry(teller.label(figure.difficulty), sentences, door=door))
    silent = sum(1 for figure in figures if figure.exposed and not figure.noted)
    if not any(figure.noted for figure in figures) and teller.report.period.sessions:
        blocks.append(parts.no_difficulty())
    elif silent:
        blocks.append(parts.asked_never_noted(silent))
    return tuple(blocks)


def entry(teller: Teller, figure: Figure, help_found: Helped | None) -> Entry:
    """A recurrent difficulty: all that belongs to it."""
    course = _course(teller, figure)
    drawn = Range(figure.noted / figure.exposed, figure.interval) if figure.interval else None
    helping = (said.helped(len(help_found.done), len(help_found.looks)),) if help_found else ()
    return Entry(
        title=teller.label(figure.difficulty),
        sentences=(_counts(teller, figure), *helping),
        range=drawn,
        course=course,
        quotes=tuple(_help(help_found, teller)) if help_found and not teller.discreet else (),
        lead=teller.lead(figure.difficulty),
        door=teller.door("--difficulte", figure.difficulty),
    )


def never_shared(teller: Teller) -> tuple[Block, ...]:
    """The difficulties never spoken of, and the open question."""
    blocks: list[Block] = []
    for figure in recurrence.never_shared(teller.report.period.figures):
        asked = max(figure.sharing.person.notes, figure.sharing.colleagues.notes)
        door = teller.door("--difficulte", figure.difficulty)
        blocks.append(Entry(teller.label(figure.difficulty), (parts.never_shared_basis(asked),), door=door))
    return (*blocks, parts.to_whom()) if blocks else ()


def balance(teller: Teller, most: int) -> tuple[Block, ...]:
    """Pleasures, what went well, strengths: the latest of each."""
    blocks: list[Block] = []
    for share in teller.report.balance:
        if not share.notes:
            continue
        shown = share.latest[:most]
        quotes = tuple(_dated(teller, one.text, one.day, one.note_id) for one in shown)
        blocks.append(Entry(parts.balance_kind(share.kind, share.notes), quotes=quotes))
    return (*blocks, parts.how_to_read()) if blocks else (parts.balance_empty(),)


def suggested(teller: Teller) -> tuple[Block, ...]:
    """Suggestions that were confirmed, apart."""
    return tuple(
        Entry(teller.label(one), (parts.suggested_line(len(ids)),), quotes=(", ".join(ids),))
        for one, ids in teller.report.suggested.items()
    )


def own_words(teller: Teller) -> tuple[Block, ...]:
    """The « autre » texts, and the offer."""
    texts = teller.report.own_words
    if not texts:
        return ()
    quotes = tuple(_dated(teller, one.text, one.day, one.note_id) for one in texts[: rules.WORDS_SHOWN])
    rest = len(texts) - len(quotes)
    return (Entry(quotes=quotes), *([parts.more(rest)] if rest else []), parts.own_words_offer())


def steps(teller: Teller) -> tuple[Block, ...]:
    """How the next steps stand, and those still open."""
    found = teller.report.steps
    if not found.open + found.done + found.left:
        return ()
    counts = parts.steps_counts(len(found.open), len(found.done), len(found.left))
    quotes: tuple[str, ...] = ()
    if not teller.discreet:
        quotes = tuple(
            parts.step_line(shorten(one.task.text, MOST_WORDS), one.ref, spoken(one.task.due) if one.task.due else "")
            for one in found.open[:MOST_STEPS]
        )
    rest = len(found.open) - len(quotes)
    return (Entry("", (counts,), quotes=quotes), *([parts.more(rest)] if rest and quotes else []))


def words(teller: Teller) -> tuple[Block, ...]:
    """The words that come back, when they were asked for."""
    found = teller.report.words
    if found is None:
        return ()
    if not found or teller.discreet:
        return (parts.words_none(),) if not found else ()
    entries = [
        Entry(
            said.quoted(one.form),
            (parts.words_line(len(one.note_ids), one.persons, ", ".join(one.others)),),
            door=teller.door(one.form),
        )
        for one in found
    ]
    return (parts.words_meaning(), *entries)


def opening(teller: Teller) -> tuple[str, ...]:
    """What the report is about, in a few sentences."""
    report = teller.report
    period = report.period
    lines = [said.about(report.person, report.tree)]
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


def typed(word: str) -> str:
    """A word as any shell takes it: bare, else between double quotes, which Windows knows too."""
    if fullmatch(r"[\w.,:/@+=-]+", word):
        return word
    return quote(word) if set(word) & set('"$`\\!%') else f'"{word}"'


def month(of: Month) -> str:
    """`novembre 2026`."""
    return spoken_month(date(*of, 1))


def sections(teller: Teller, most: int) -> Iterator[Section]:
    """The parts of the summary; what carries stands at the side of what comes back."""
    recurrent = difficulties(teller)
    yield Section(parts.balance_title(), balance(teller, most), beside=True)
    yield Section(parts.recurrent_title(), recurrent)
    yield Section(parts.beside_title(bool(recurrent)), beside(teller))
    yield Section(parts.never_shared_title(), never_shared(teller))
    yield Section(parts.own_words_title(), own_words(teller))
    yield Section(parts.suggested_title(), suggested(teller))
    yield Section(parts.steps_title(), steps(teller))
    yield Section(parts.words_title(), words(teller))


def _counts(teller: Teller, figure: Figure, *, with_range: bool = True) -> str:
    sharing = figure.sharing
    times = counts(figure) if with_range else said.times(figure.noted, figure.exposed)
    persons = "" if teller.report.person else said.with_persons(figure.persons, figure.without_code)
    facts = [
        ", ".join(filter(None, (times, persons))),
        said.passed(figure.passed) if figure.passed else "",
        said.since(spoken_month(figure.since)) if figure.since else "",
        said.shared(sharing.person.notes, sharing.person.yes, sharing.colleagues.notes, sharing.colleagues.yes),
    ]
    return f"{f'{said.NBSP}; '.join(fact for fact in facts if fact)}."


def _course(teller: Teller, figure: Figure) -> Course:
    tallest = max((cell.noted for other in teller.report.period.figures for cell in other.months), default=0)
    current = (teller.today.year, teller.today.month)
    drawn = [_month_step(cell, current) for cell in figure.months]
    noted = [said.course_part(month(cell.month), cell.noted) for cell in figure.months if cell.noted]
    return Course(tuple(drawn), max(tallest, 1), said.course(noted))


def _month_step(cell: Cell, current: Month) -> Step:
    return Step(month(cell.month), cell.noted if cell.exposed else None, cell.month == current)


def _help(found: Helped, teller: Teller) -> Iterator[str]:
    for one in found.done[:MOST_HELP]:
        word = shorten(one.task.word, MOST_WORDS)
        yield said.done_step(shorten(one.task.text, MOST_WORDS), spoken(one.settled_on), word)
    for note_id, look in found.looks[:MOST_HELP]:
        yield _dated(teller, look.text, look.day, note_id)


def _dated(teller: Teller, words_said: str, day: date, note_id: str) -> str:
    if teller.discreet:
        return said.dated_hidden(spoken(day), note_id)
    return said.dated(shorten(words_said, MOST_WORDS), spoken(day), note_id)


def _first_day(day: date) -> str:
    return day.isoformat()[:7] if day.day == 1 else day.isoformat()


def _last_day(span: Span) -> str:
    return span.last.isoformat()[:7] if span.end.day == 1 else span.last.isoformat()
