"""A report → sentences on what stands around the difficulties: what carries, what was shared, steps, words."""

from cip_coach.frenchdate import spoken
from cip_coach.reading import recurrence, rules
from cip_coach.reading.document import Block, Entry
from cip_coach.terminal.messages import stats_sections as parts
from cip_coach.terminal.teller import MOST_WORDS, Teller, looked_for
from cip_coach.text import shorten

MOST_STEPS = 5
MOST_NOTES = 3


def balance(teller: Teller, most: int) -> tuple[Block, ...]:
    """Pleasures, what went well, strengths: the latest of each."""
    blocks: list[Block] = []
    for share in teller.report.balance:
        if not share.notes:
            continue
        shown = share.latest[:most]
        quotes = tuple(teller.dated(one.text, one.day, one.note_id) for one in shown)
        blocks.append(Entry(parts.balance_kind(share.kind, share.notes), quotes=quotes))
    return tuple(blocks) or (parts.balance_empty(),)


def never_shared(teller: Teller) -> tuple[Block, ...]:
    """The difficulties never spoken of, and the open question."""
    blocks: list[Block] = []
    for figure in recurrence.never_shared(teller.report.period.figures):
        asked = parts.never_shared(figure.sharing.person.notes, figure.sharing.colleagues.notes)
        door = teller.door("--difficulte", figure.difficulty)
        blocks.append(Entry(teller.label(figure.difficulty), (asked,), door=door))
    return (*blocks, parts.to_whom()) if blocks else ()


def suggested(teller: Teller) -> tuple[Block, ...]:
    """Suggestions that were confirmed, apart."""
    entries = tuple(
        Entry(
            teller.label(one),
            (parts.suggested_line(len(ids)),),
            lead=teller.lead(one),
            door="\n".join(map(teller.note, ids[:MOST_NOTES])),
        )
        for one, ids in teller.report.suggested.items()
    )
    return (*entries, parts.suggested_apart()) if entries else ()


def own_words(teller: Teller) -> tuple[Block, ...]:
    """The « autre » texts, and the offer."""
    texts = teller.report.own_words
    if not texts:
        return ()
    quotes = tuple(teller.dated(one.text, one.day, one.note_id) for one in texts[: rules.WORDS_SHOWN])
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
    cut = (parts.more(rest),) if rest and quotes else ()
    return (Entry("", (counts,), quotes=(*quotes, *cut), door=teller.command("pas")),)


def words(teller: Teller) -> tuple[Block, ...]:
    """The words that come back, when they were asked for."""
    found = teller.report.words
    if found is None or (found and teller.discreet):
        return ()
    if not found:
        return (parts.words_none(),)
    entries = (
        Entry(
            sentences=(parts.words_line(one.form, len(one.note_ids), one.persons, one.others),),
            door=teller.door(*looked_for(one)),
        )
        for one in found
    )
    return (parts.words_meaning(), *entries)


def how_to_read(teller: Teller) -> Entry:
    """The way to a note whose id stands beside a text."""
    return Entry(sentences=(parts.how_to_read(),), door=teller.note("REPÈRE"))
