"""French words reduced to what their forms share. Knows Snowball, imported only when used.

The accented form is stemmed, then accents are folded: the other way round breaks
(« découragée » and « decouragee » get different stems). Design of the figures, §5.
"""

import re
from functools import cache
from typing import Protocol

from cip_coach.text import fold

ELISIONS = ("jusqu", "lorsqu", "puisqu", "quelqu", "qu", "l", "d", "j", "n", "s", "m", "t", "c")
WORD = re.compile(rf"(?:\b(?:{'|'.join(ELISIONS)})['’ʼ])|[^\W_]+", re.IGNORECASE)


class Stemmer(Protocol):
    """What is wanted of Snowball."""

    def stemWord(self, word: str) -> str:
        """The stem of one lower-case word."""


def words(text: str, *, elided: bool = False) -> list[str]:
    """The words of a text, as written; « l’ », « qu’ » are left out, or with `elided` kept as « l », « qu »."""
    found = [(word.rstrip("'’ʼ"), word) for word in WORD.findall(text)]
    return [bare for bare, word in found if elided or bare == word]


def places(text: str) -> list[tuple[str, int, int]]:
    """The words of a text without its elisions, each with where it begins and ends."""
    return [(found[0], *found.span()) for found in WORD.finditer(text) if found[0][-1] not in "'’ʼ"]


@cache
def stem(word: str) -> str:
    """What the forms of this word share, folded; the word itself, folded, when it is short."""
    lower = word.lower()
    return fold(_stemmer().stemWord(lower)) if len(lower) > 2 else fold(lower)


@cache
def _stemmer() -> Stemmer:
    import snowballstemmer

    stemmer: Stemmer = snowballstemmer.stemmer("french")
    return stemmer
