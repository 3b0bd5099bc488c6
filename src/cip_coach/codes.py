"""Codes for persons: neutral ones to propose, and whether one tells too much. Pure; knows no journal."""

import re
from collections.abc import Iterable
from enum import StrEnum

from cip_coach.patterns import regex
from cip_coach.text import clean_line, fold


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TREES = _words(
    "érable bouleau tilleul frêne hêtre charme orme sureau aulne mélèze noisetier cèdre peuplier genévrier saule "
    "sorbier châtaignier platane épicéa fusain alisier séquoia"
)
STONES = _words(
    "galet ardoise basalte granit quartz silex schiste grès calcaire craie mica gypse marbre porphyre obsidienne "
    "feldspath gneiss tuf lave pierre-ponce"
)
BIRDS = _words(
    "mésange pinson merle grive rouge-gorge sittelle alouette bergeronnette héron huppe geai loriot roitelet "
    "chouette buse faucon mouette sarcelle courlis cormoran"
)
SHELVES = (TREES, STONES, BIRDS)
NEUTRAL = frozenset(fold(code) for shelf in SHELVES for code in shelf)


class Telling(StrEnum):
    """What a code seems to be."""

    NOTHING = ""
    INITIALS = "initiales"
    NAME = "nom"
    NUMBER = "numero"


_INITIALS = regex(r"[^\W\d_](?:[. -]{0,2}[^\W\d_]){0,2}\.?")
_FULL_NAME = regex(r"[A-ZÀ-ÖØ-Þ][\w'’-]+[ _.][A-ZÀ-ÖØ-Þ][\w'’.-]*")
_TITLE = regex(r"(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr)[ ._-]+\w+|(?:mme|mlle)\w+", re.IGNORECASE)
_YEAR = regex(r"(?:19|20)\d\d")


def same(code: str, other: str) -> bool:
    """Whether two codes are one for a reader: case, accents and blanks at the ends do not count."""
    return fold(clean_line(code)) == fold(clean_line(other))


def proposed(in_use: Iterable[str], count: int = 3, start: int = 0) -> tuple[str, ...]:
    """`count` neutral codes that nobody has, a tree, a stone, a bird in turn, from the `start`-th of each on.

    When all are taken they come again with a number (« érable-2 »).
    """
    taken = {fold(clean_line(code)) for code in in_use}
    found: list[str] = []
    for rank in range(1, 1000):
        for place in range(max(map(len, SHELVES))):
            for shelf in SHELVES:
                if len(found) == count:
                    return tuple(found)
                word = shelf[(start + place) % len(shelf)]
                code = word if rank == 1 else f"{word}-{rank}"
                if fold(code) not in taken:
                    found.append(code)
                    taken.add(fold(code))
    return tuple(found)


def looks_personal(code: str) -> Telling:
    """What of a person a code seems to tell; `NOTHING` (false) for a neutral one.

    Initials (« KB », « J.-P. »), a first name with or without more (« karim87 »,
    « Sophie M. »), a title, a full name, a telephone number, an e-mail address.
    Only a hint, to be said once: a name that is also a stone passes.
    """
    code = clean_line(code)
    if fold(code) in NEUTRAL or not code:
        return Telling.NOTHING
    if _INITIALS.fullmatch(code):
        return Telling.INITIALS
    from cip_coach.commonnames import FIRST_NAMES  # lists and patterns that a neutral code does without
    from cip_coach.identifiers import spans

    if any(spans(code)) or _YEAR.search(code):
        return Telling.NUMBER
    words = [word for word in re.split(r"[\W\d_]+", fold(code)) if word]
    if _TITLE.fullmatch(code) or _FULL_NAME.fullmatch(code) or (words and words[0] in FIRST_NAMES):
        return Telling.NAME
    return Telling.NOTHING
