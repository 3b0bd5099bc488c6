"""Everything `stats` may show of a journal, as one value. Opens notes only for what is wanted.

The figures come from the heads alone (`census`, `evidence`, `recurrence`); words
come from the bodies that the heads point to.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Head
from cip_coach.problem import Problem
from cip_coach.reading import balance as balancing
from cip_coach.reading import byquestion, helped, recurrence, trade
from cip_coach.reading.balance import Said
from cip_coach.reading.balance import Share as Fed
from cip_coach.reading.bodies import Open
from cip_coach.reading.byquestion import Tally
from cip_coach.reading.census import Census, Kept
from cip_coach.reading.compared import Pair, compared
from cip_coach.reading.evidence import Evidence, Lens
from cip_coach.reading.helped import Helped, Steps
from cip_coach.reading.recurrence import Figure
from cip_coach.reading.selection import Selection
from cip_coach.reading.span import Span, span
from cip_coach.reading.trade import State
from cip_coach.vocabulary import Taxonomy

if TYPE_CHECKING:
    from cip_coach.reading.frequent import Frequent


@frozen
class Wanted:
    """What was asked for. `selection` says which notes, by person, tree and days; `against` the other period.

    `questions`, `trade` and `words` are views that open notes of their own.
    """

    selection: Selection
    against: Span | None = None
    questions: bool = False
    trade: bool = False
    words: bool = False


@frozen
class Asked:
    """A question with its tally and its wording on the latest day it was answered."""

    tally: Tally
    wording: str


@frozen
class Period:
    """A period, the notes in it and the figures of its difficulties."""

    span: Span
    sessions: int
    persons: int
    without_code: int
    figures: tuple[Figure, ...]


@frozen
class Comparison:
    """Two periods, the earlier first, and each difficulty noted in one of them."""

    earlier: Period
    later: Period
    pairs: tuple[Pair, ...]


@frozen
class Report:
    """What is known of a period. `in_journal` counts all closed notes; `words` is None unless wanted."""

    period: Period
    person: str
    tree: str
    in_journal: int
    drafts: int
    days: Mapping[date, int]
    balance: tuple[Fed, ...]
    own_words: tuple[Said, ...]
    suggested: Mapping[str, tuple[str, ...]]
    steps: Steps
    helped: tuple[Helped, ...]
    questions: tuple[Asked, ...] = ()
    trade: tuple[State, ...] = ()
    words: "tuple[Frequent, ...] | None" = None
    comparison: Comparison | None = None
    problems: tuple[Problem, ...] = ()


def days_read(wanted: Wanted, today: date) -> tuple[date, date]:
    """From which day, up to which, `report` needs all that the heads say."""
    chosen, against = wanted.selection, wanted.against
    days = span(chosen.start, chosen.end, date.min, today)
    start = date.min if wanted.trade else days.start
    return (min(start, against.start), max(days.end, against.end)) if against else (start, days.end)


def report(
    found: Census, open_note: Open, open_steps: Open, taxonomy: Taxonomy, wanted: Wanted, today: date
) -> Report:
    """The report on the notes of `found` that are wanted."""
    chosen = wanted.selection
    lens = Lens(taxonomy, found.heads())
    fitting = [kept for kept in found.notes if chosen.fits(kept.head)]
    days = span(chosen.start, chosen.end, fitting[-1].head.day if fitting else None, today)
    notes = [kept for kept in fitting if days.holds(kept.head.day)]
    heads = [kept.head for kept in notes]
    personal = bool(chosen.person)
    period, evidence = _period(days, heads, lens, personal=personal)
    comparison = _comparison(wanted, fitting, lens, period, evidence)
    del evidence  # of ten years, 3 MiB
    noted = [figure.difficulty for figure in period.figures if figure.noted]
    followed = helped.followed(notes, open_steps)
    counted: dict[date, int] = {}
    for head in heads:
        counted[head.day] = counted.get(head.day, 0) + 1
    return Report(
        period=period,
        person=chosen.person,
        tree=chosen.tree,
        in_journal=len(found.notes) + len(found.others),
        drafts=found.drafts,
        days=counted,
        balance=balancing.balance(notes, open_note),
        own_words=balancing.own_words(notes, open_note),
        suggested=balancing.suggested(heads),
        steps=helped.steps(followed),
        helped=helped.helped(noted, followed),
        questions=_questions(notes, open_note) if wanted.questions else (),
        trade=_trade(fitting, days, open_note) if wanted.trade and not personal else (),
        words=_words(notes, open_note) if wanted.words else None,
        comparison=comparison,
        problems=found.problems,
    )


def _period(days: Span, heads: Sequence[Head], lens: Lens, *, personal: bool) -> tuple[Period, tuple[Evidence, ...]]:
    evidence = tuple(lens.evidence(head, personal=personal) for head in heads)
    figures = recurrence.figures(evidence, days, lens.taxonomy, lens.first_asked)
    without = sum(not note.person for note in evidence)
    return Period(days, len(heads), recurrence.persons_of(evidence), without, figures), evidence


def _comparison(
    wanted: Wanted, fitting: Sequence[Kept], lens: Lens, period: Period, evidence: tuple[Evidence, ...]
) -> Comparison | None:
    if wanted.against is None:
        return None
    heads = [kept.head for kept in fitting if wanted.against.holds(kept.head.day)]
    other, other_evidence = _period(wanted.against, heads, lens, personal=bool(wanted.selection.person))
    sides = sorted(((period, evidence), (other, other_evidence)), key=lambda side: side[0].span.start)
    (earlier, before), (later, after) = sides
    return Comparison(earlier, later, compared(earlier.figures, later.figures, before, after))


def _questions(notes: Sequence[Kept], open_note: Open) -> tuple[Asked, ...]:
    """The yes-or-no questions, each with its wording; in a loop, the item leaves its place to `…`."""
    by_id = {kept.head.id: kept for kept in notes}
    told = []
    for tally in byquestion.tallies([kept.head for kept in notes]):
        note_id, path = tally.latest
        note = open_note(by_id[note_id])
        entry = next((entry for entry in note.entries if entry.path == path), None) if note else None
        if note is None or entry is None:
            continue
        if entry.kind == "oui_non" or tally.counts[0] or tally.counts[1]:
            told.append(Asked(tally, byquestion.without_item(note, entry)))
    return tuple(told)


def _words(notes: Sequence[Kept], open_note: Open) -> "tuple[Frequent, ...]":
    from cip_coach.reading.frequent import frequent  # with the stems of French

    return frequent([note for kept in notes if (note := open_note(kept))])


def _trade(fitting: Sequence[Kept], days: Span, open_note: Open) -> tuple[State, ...]:
    """A state holds until something else is said: older notes count too, later ones than the period do not."""
    return trade.states([kept for kept in fitting if kept.head.day < days.end], open_note)
