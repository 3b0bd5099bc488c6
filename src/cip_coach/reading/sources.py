"""What past notes hold for a session that begins: the `journal.…` sources of the trees. Pure values.

Rules (design §4): notes, difficulties, pleasures and done steps are those of the
civil month of the session's day, or of the month before up to the 10th; open steps,
what is to be carried elsewhere and what was never shared have no period.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Head, Note, TaskState
from cip_coach.reading import answers
from cip_coach.reading.evidence import SHARING, Lens
from cip_coach.reading.selection import difficulties
from cip_coach.reading.span import following
from cip_coach.reading.steps import Step, open_ones, settled
from cip_coach.text import clean_line, fold
from cip_coach.vocabulary import Taxonomy

NOTES, DIFFICULTIES, NEVER_SHARED = "journal.notes", "journal.difficultes", "journal.jamais_partagees"
PLEASURES, TO_CARRY = "journal.plaisirs", "journal.a_porter"
OPEN_STEPS, DONE_STEPS = "journal.pas_ouverts", "journal.pas_faits"
LOOKING_BACK_UNTIL = 10
"""Up to this day of a month, the month that one looks back on is the one before."""


@frozen
class Item:
    """One item of a source: the id of a note, a step or a term, its words, and in how many notes it was found."""

    id: str
    label: str
    count: int = 1


@frozen
class Month:
    """The civil month that a session looks back on: from `start` up to `end`, not included."""

    start: date
    end: date

    def holds(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.start <= day < self.end


def month_of(day: date) -> Month:
    """The month that a session of this day looks back on."""
    first = day.replace(day=1)
    if day.day <= LOOKING_BACK_UNTIL and first > date.min:
        return Month((first - timedelta(1)).replace(day=1), first)
    return Month(first, following(day))


def of_notes(notes: Iterable[Note]) -> tuple[Item, ...]:
    """The notes themselves, under their titles and days, never a code."""
    return tuple(Item(note.head.id, f"{note.title}, {spoken(note.head.day)}") for note in notes)


def to_carry(notes: Iterable[Note]) -> tuple[Item, ...]:
    """The notes marked as to be carried somewhere."""
    return of_notes(note for note in notes if any(note.head.feeds.get("a_porter", {}).values()))


def pleasures(notes: Iterable[Note], asking: str) -> tuple[Item, ...]:
    """What gave pleasure, said again counted once more.

    Notes of the tree that is `asking` are left out: they repeat what they were offered.
    """
    found: dict[str, Item] = {}
    for note in notes:
        said = {fold(fed.text): fed.text for fed in answers.fed(note, "plaisirs")} if note.head.tree != asking else {}
        for rank, (folded, text) in enumerate(said.items(), start=1):
            known = found.get(folded)
            first = known or Item(f"{note.head.id}.plaisirs.{rank}", clean_line(text), 0)
            found[folded] = Item(first.id, first.label, first.count + 1)
    return tuple(found.values())


def of_difficulties(heads: Iterable[Head], taxonomy: Taxonomy) -> tuple[Item, ...]:
    """The difficulties noted, those of most notes first."""
    counts = Counter(one for head in heads for one in difficulties(head))
    return _terms(counts, taxonomy)


def never_shared(heads: Sequence[Head], taxonomy: Taxonomy) -> tuple[Item, ...]:
    """The difficulties of which no note says that they were spoken of, where at least one asked.

    Counted over the notes that asked.
    """
    lens = Lens(taxonomy, heads)
    asked: Counter[str] = Counter()
    told: set[str] = set()
    for head in heads:
        if any(head.feeds.get(kind) for kind in SHARING):
            shared = lens.evidence(head).shared
            asked.update({one for answered in shared.values() for one in answered})
            told |= {one for answered in shared.values() for one, yes in answered.items() if yes}
    return _terms(Counter({one: count for one, count in asked.items() if one not in told}), taxonomy)


def open_steps(steps: Iterable[Step]) -> tuple[Item, ...]:
    """The steps still open: the ones with a day to do them first."""
    return tuple(_step(step) for step in open_ones(steps))


def done_steps(steps: Iterable[Step], month: Month) -> tuple[Item, ...]:
    """The steps done in that month, by the day they were ticked, the latest first."""
    return tuple(_step(step) for step in settled(steps, TaskState.DONE) if month.holds(step.settled_on))


def _step(step: Step) -> Item:
    return Item(step.ref, clean_line(step.task.text))


def _terms(counts: Counter[str], taxonomy: Taxonomy) -> tuple[Item, ...]:
    place = {term: rank for rank, term in enumerate(taxonomy.terms)}
    ordered = sorted(counts, key=lambda one: (-counts[one], place.get(one, len(place)), one))
    known = taxonomy.terms
    return tuple(Item(one, known[one].label if one in known else one, counts[one]) for one in ordered)
