"""How often each difficulty comes back: k notes of the n exposed, persons, skips, recurrence. Pure values.

Rules: design §6 and `rules`. No score, no ranking, no claim of evolution.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cip_coach.frozen import frozen
from cip_coach.paths import identity
from cip_coach.reading import rules
from cip_coach.reading.evidence import NONE, SHARING, Evidence, Ids
from cip_coach.reading.rules import Interval
from cip_coach.reading.span import Month, Span
from cip_coach.vocabulary import Taxonomy


@frozen
class Asked:
    """How many notes were asked whether they spoke of it, and how many said yes."""

    notes: int = 0
    yes: int = 0


@frozen
class Sharing:
    """Whether a difficulty was spoken of, with the person and with colleagues."""

    person: Asked = Asked()
    colleagues: Asked = Asked()

    @property
    def known(self) -> bool | None:
        """True once said shared; False when asked and never; None when nobody asked."""
        if not self.person.notes + self.colleagues.notes:
            return None
        return self.person.yes + self.colleagues.yes > 0


@frozen
class Cell:
    """One month of one difficulty. `exposed` 0: not asked; `noted` 0 beside it: asked, never noted."""

    month: Month
    sessions: int
    exposed: int
    noted: int


@frozen
class Figure:
    """One difficulty over a period: `noted` of the `exposed` notes, and what goes with it.

    `note_ids` are the notes that noted it, newest first, `without_code` of them about
    nobody; `occurrences` counts them by question identity; `since` is the day it was
    first asked, only when some notes of the period are of an earlier month.
    """

    difficulty: str
    noted: int
    exposed: int
    passed: int
    persons: int
    exposed_persons: int
    without_code: int
    weeks: int
    recurrent: bool
    interval: Interval | None
    sharing: Sharing
    note_ids: tuple[str, ...]
    occurrences: tuple[tuple[str, int], ...]
    months: tuple[Cell, ...]
    since: date | None = None

    @property
    def one_person(self) -> bool:
        """Noted often, and always about one person: a fact about that relation (design §6)."""
        return self.persons == 1 and not self.without_code and self.noted >= rules.LEAST_NOTES


def figures(
    evidence: Sequence[Evidence], span: Span, taxonomy: Taxonomy, first_asked: Mapping[str, date]
) -> tuple[Figure, ...]:
    """The figures of each difficulty that these notes (newest first) were asked about, or skipped.

    `evidence` lies in `span`; `first_asked` says when each was first asked in the whole
    journal. In the order of the taxonomy, then by id.
    """
    groups = _alike(evidence)
    noted: dict[str, list[Evidence]] = {}
    for note in evidence:
        for one in note.noted:
            noted.setdefault(one, []).append(note)
    told = frozenset[str]().union(*(group.exposed | group.passed for group in groups))
    rank = {term: place for place, term in enumerate(taxonomy.terms)}
    ordered = sorted(told, key=lambda one: (rank.get(one, len(rank)), one))
    sessions = sum((group.months for group in groups), Counter[Month]())
    months = tuple((month, sessions[month]) for month in span.months())
    first_day = min((note.head.day for note in evidence), default=span.start)
    late = {one: day for one, day in first_asked.items() if (day.year, day.month) > (first_day.year, first_day.month)}
    return tuple(_figure(one, groups, noted.get(one, []), months, late.get(one)) for one in ordered)


def recurrent_groups(told: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """The recurrent difficulties in groups that their intervals do not set apart; no order within a group.

    A group takes in what overlaps the interval of its most frequent one. In a group, the
    order is that of the taxonomy: with so few notes the first label shown would often
    not be the first in truth (simulation, §4 of the figures' design).
    """
    place = {figure.difficulty: rank for rank, figure in enumerate(told)}
    waiting = sorted(
        (figure for figure in told if figure.recurrent), key=lambda figure: -figure.noted / figure.exposed
    )
    groups: list[tuple[Figure, ...]] = []
    while waiting:
        floor = waiting[0].interval.low if waiting[0].interval else 0.0
        together = [one for one in waiting if one.interval is None or one.interval.high >= floor]
        waiting = [one for one in waiting if one not in together]
        groups.append(tuple(sorted(together, key=lambda one: place[one.difficulty])))
    return tuple(groups)


def noted_beside(told: Sequence[Figure]) -> tuple[Figure, ...]:
    """Those noted that are not called « récurrentes »."""
    return tuple(figure for figure in told if figure.noted and not figure.recurrent)


def never_shared(told: Sequence[Figure]) -> tuple[Figure, ...]:
    """Those noted of which it was asked whether they were spoken of, and never answered yes."""
    return tuple(figure for figure in told if figure.noted and figure.sharing.known is False)


def persons_of(evidence: Iterable[Evidence]) -> int:
    """How many distinct codes."""
    return len({note.person for note in evidence} - {""})


@frozen
class _Group:
    """The notes that were exposed to the same difficulties, and skipped the same: how many, of whom, when."""

    exposed: Ids
    about: Ids
    passed: Ids
    notes: int
    persons: Ids
    months: Counter[Month]


def _alike(evidence: Sequence[Evidence]) -> tuple[_Group, ...]:
    """Hundreds of notes make a few dozen groups."""
    found: dict[tuple[Ids, Ids, Ids], list[Evidence]] = {}
    for note in evidence:
        found.setdefault((note.exposed, note.about, note.passed), []).append(note)
    return tuple(
        _Group(*ids, len(notes), frozenset(note.person for note in notes), Counter(map(_month, notes)))
        for ids, notes in found.items()
    )


def _figure(
    difficulty: str,
    groups: Sequence[_Group],
    noted: Sequence[Evidence],
    months: Sequence[tuple[Month, int]],
    since: date | None,
) -> Figure:
    """`noted` are the notes that noted it; `months` are those of the period, each with its number of sessions."""
    exposed = [group for group in groups if difficulty in group.exposed]
    notes = sum(group.notes for group in exposed)
    exposed_persons = len(NONE.union(*(group.persons for group in exposed if difficulty in group.about)))
    persons = len({note.person for note in noted if difficulty in note.noted_about})
    weeks = rules.weeks({note.head.day.toordinal() for note in noted})
    counted: dict[str, int] = {}
    for note in noted:
        for question in {identity(path) for path in note.noted[difficulty]}:
            counted[question] = counted.get(question, 0) + 1
    return Figure(
        difficulty=difficulty,
        noted=len(noted),
        exposed=notes,
        passed=sum(group.notes for group in groups if difficulty in group.passed),
        persons=persons,
        exposed_persons=exposed_persons,
        without_code=sum(difficulty not in note.noted_about for note in noted),
        weeks=weeks,
        recurrent=rules.is_recurrent(len(noted), notes, weeks, persons, exposed_persons),
        interval=rules.wilson(len(noted), notes),
        sharing=_sharing(difficulty, noted),
        note_ids=tuple(note.head.id for note in noted),
        occurrences=tuple(sorted(counted.items())),
        months=_cells(exposed, noted, months),
        since=since,
    )


def _sharing(difficulty: str, noted: Sequence[Evidence]) -> Sharing:
    asked = []
    for kind in SHARING:
        told = [note.shared[kind][difficulty] for note in noted if difficulty in note.shared.get(kind, {})]
        asked.append(Asked(len(told), sum(told)))
    return Sharing(*asked)


def _cells(
    exposed: Sequence[_Group], noted: Sequence[Evidence], months: Sequence[tuple[Month, int]]
) -> tuple[Cell, ...]:
    found = Counter(map(_month, noted))
    return tuple(
        Cell(month, sessions, sum(group.months[month] for group in exposed), found[month])
        for month, sessions in months
    )


def _month(note: Evidence) -> Month:
    return note.head.day.year, note.head.day.month
