"""French words reduced to what their forms share. Knows Snowball, imported only when used.

The accented form is stemmed, then accents are folded: the other way round breaks
(« découragée » and « decouragee » get different stems). Design of the figures, §5.
"""

import re
from functools import cache
from typing import Protocol

from cip_coach.patterns import regex
from cip_coach.text import fold

ELISIONS = ("jusqu", "lorsqu", "puisqu", "quelqu", "qu", "l", "d", "j", "n", "s", "m", "t", "c")
_ELIDED = rf"(?:\b(?:{'|'.join(ELISIONS)})['’ʼ])"
WORD = regex(rf"{_ELIDED}|[^\W_]+", re.IGNORECASE)
_AFTER_THE_VERB = "t|je|tu|ils?|elles?|on|nous|ce|moi|toi|lui|leur|la|les?|y|en|là|ci|mêmes?"
WHOLE = regex(rf"{_ELIDED}|[^\W_]+(?:[-‐‑](?!(?:{_AFTER_THE_VERB})\b)[^\W_]+)*", re.IGNORECASE)
"""Words as a reader counts them: « rendez-vous » is one, « dit-elle » two."""


class Stemmer(Protocol):
    """What is wanted of Snowball."""

    def stemWord(self, word: str) -> str:
        """The stem of one lower-case word."""


def words(text: str, *, elided: bool = False) -> list[str]:
    """The words of a text, as written; « l’ », « qu’ » are left out, or with `elided` kept as « l », « qu »."""
    found = [(word.rstrip("'’ʼ"), word) for word in WORD.findall(text)]
    return [bare for bare, word in found if elided or bare == word]


def places(text: str) -> list[tuple[str, int, int]]:
    """The words of a text (« rendez-vous » is one) without its elisions, each with where it begins and ends."""
    return [(found[0], *found.span()) for found in WHOLE.finditer(text) if found[0][-1] not in "'’ʼ"]


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
