"""What notes illustrate of the trade's competences: those marked, and those that could give an example. Pure."""

from collections.abc import Iterable, Sequence

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Head
from cip_coach.paths import identity
from cip_coach.reading.selection import difficulties
from cip_coach.vocabulary import Taxonomy, Term

MARK = "commun.competences"
EVERY_TREE = "tous"


@frozen
class Competence:
    """One competence: the notes marked for it, newest first, and how many others could give an example."""

    id: str
    label: str
    marked: tuple[Head, ...]
    possible: int


@frozen
class Block:
    """A block of the title (CCP) and its competences."""

    id: str
    title: str
    competences: tuple[Competence, ...]

    @property
    def empty(self) -> bool:
        """Whether no note is marked for any of them."""
        return not any(one.marked for one in self.competences)


def portfolio(heads: Sequence[Head], taxonomy: Taxonomy) -> tuple[Block, ...]:
    """The blocks in the order of the taxonomy; competences without a block come last, where one is marked."""
    blocks = []
    for family, title in taxonomy.families.items():
        terms = [term for term in taxonomy.terms.values() if term.family == family and not term.retired]
        found = tuple(_competence(term, heads) for term in terms)
        official = any(term.group for term in terms)
        if found and (official or any(one.marked for one in found)):
            blocks.append(Block(family, title, found))
    return tuple(blocks)


def marked_for(head: Head) -> tuple[str, ...]:
    """The competences for which a note is marked."""
    picks = (value for path, value in head.answers.items() if identity(path) == MARK)
    return tuple(dict.fromkeys(one for value in picks for one in ([value] if isinstance(value, str) else value)))


def _competence(term: Term, heads: Iterable[Head]) -> Competence:
    marked = tuple(head for head in heads if term.id in marked_for(head))
    ids = {head.id for head in marked}
    possible = sum(head.id not in ids and _may_feed(head, term.fed_by) for head in heads)
    return Competence(term.id, term.label, marked, possible)


def _may_feed(head: Head, fed_by: tuple[str, ...]) -> bool:
    if EVERY_TREE in fed_by or head.tree in fed_by:
        return True
    named = (*difficulties(head), *map(identity, (*head.answers, *head.open)))
    return any(one == source or one.startswith(f"{source}.") for one in named for source in fed_by)
