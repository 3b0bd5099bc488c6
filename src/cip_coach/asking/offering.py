"""What a question or a loop offers now: fixed choices, then what its sources hold."""

from collections.abc import Iterator, Sequence

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Words
from cip_coach.asking.conditions import APPOINTMENT, Entrant, Frame, Live, element, holds
from cip_coach.asking.tree import Choice, Kind, Offer, Question, Source, Tree


def offered(offer: Offer, live: Live, frames: Sequence[Frame], tree: Tree) -> tuple[Entrant, ...]:
    """The items of `offer`, each id once; a sensitive pick of an earlier answer is not offered again."""
    found: dict[str, Entrant] = {choice.id: Entrant(choice) for choice in offer.choices}
    for source in offer.sources:
        for entrant in items_of(source, live, frames, tree):
            if source.taxonomy or not entrant.choice.sensitive:
                found.setdefault(entrant.key, entrant)
    return tuple(found.values())


def choices_of(offer: Offer, live: Live, frames: Sequence[Frame], tree: Tree) -> tuple[Choice, ...]:
    """The choices of `offer`, as a question puts them."""
    if not offer.sources:
        return offer.choices
    return tuple(entrant.choice for entrant in offered(offer, live, frames, tree))


def items_of(source: Source, live: Live, frames: Sequence[Frame], tree: Tree) -> Iterator[Entrant]:
    """The items that `source` holds, under the names they keep for the whole note."""
    if source.taxonomy:
        yield from (Entrant(term) for term in source.terms)
    elif source.loop:
        for frame in live.turns_of(source.loop, frames):
            if holds(source.when, live, (*frames, frame)):
                yield element(frame)
    elif source.name in live.sources:
        yield from (_as_today(entrant, tree) for entrant in live.sources[source.name])
    else:
        for path in live.paths(source.name, frames):
            yield from live.named_items(path)


def _as_today(entrant: Entrant, tree: Tree) -> Entrant:
    """A term that came back from notes, with the leads and the label it has today."""
    term = tree.terms.get(entrant.key)
    return Entrant(term, entrant.count) if term else entrant


def prefilled(
    question: Question, choices: Sequence[Choice], live: Live, frames: Sequence[Frame], tree: Tree
) -> Answer | None:
    """What `prerempli_de` proposes, in the form of the question's own answer; None when there is nothing.

    `choices` are those the question offers now: a pick is proposed only among them.
    """
    source = question.prefill
    if source is None:
        return None
    if source.name == APPOINTMENT:
        fits = question.kind is Kind.NUMBER and live.appointment is not None
        return Number(live.appointment or 0) if fits else None
    entrants = tuple(items_of(source, live, frames, tree))
    most = question.bounds.high
    texts = tuple(entrant.choice.label for entrant in entrants)
    on_offer = {choice.id for choice in choices}
    picks = tuple(entrant.key for entrant in entrants if entrant.key in on_offer)
    match question.kind:
        case Kind.LIST if texts:
            return Items(texts[:most])
        case Kind.CHOICES if picks:
            return Picked(picks[:most])
        case Kind.CHOICE | Kind.YES_NO if picks:
            return Picked(picks[:1])
        case Kind.TEXT if texts:
            return Words("\n".join(texts))
        case kind:
            return _same_answer(kind, source, live, frames)


def _same_answer(kind: Kind, source: Source, live: Live, frames: Sequence[Frame]) -> Answer | None:
    """The answer to an earlier question, where one of this `kind` takes it as it is."""
    for path in live.paths(source.name, frames):
        match kind, live.answers.get(path):
            case Kind.TEXT, Words(text) | Action(text):
                return Words(text)
            case (Kind.NUMBER | Kind.SCALE, Number() as same) | (Kind.DATE, Day() as same):
                return same
            case Kind.ACTION, Words(text) | Action(text):
                return Action(text)
    return None
