"""The glossary beside a question: the words met in it first. Read when help is asked for, not before."""

from functools import cache

from cip_coach.asking.helpfile import Term, glossary, met
from cip_coach.terminal.messages import helping as said

Explained = tuple[tuple[str, str], ...]
"""Words, each with what it means."""


def split(text: str) -> tuple[Explained, Explained]:
    """The words of the glossary that stand in `text`, and all the others."""
    here = met(_terms(), text)
    return _explained(here), _explained(tuple(term for term in _terms() if term not in here))


def title() -> str:
    """What heads the words that are not in the question."""
    return said.glossary_title()


@cache
def _terms() -> tuple[Term, ...]:
    from cip_coach.asking.library import shipped_folder

    return glossary(shipped_folder())


def _explained(terms: tuple[Term, ...]) -> Explained:
    return tuple((term.word, term.meaning) for term in terms)
