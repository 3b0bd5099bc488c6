"""A first look at the bytes of a note: whether a word is surely not in it. Many times as fast as the word's pattern.

A pattern that begins with a byte runs to it at once. So a word is looked for from its
rarest letter on, once for each byte that this letter may begin with in UTF-8: itself,
its capital, the first of two where it has an accent. In the letters that follow, one
with an accent stands for any other: what is seen is left to the word's own pattern.
"""

import re
from collections.abc import Iterator
from functools import cache

from cip_coach.text import fold

Look = tuple[tuple[bytes, re.Pattern[bytes]], ...]
"""Patterns, one of which is in every note where a word is found, each with the byte it begins with."""

_RAREST_FIRST = "0123456789wkyxzjhfbgqvcpmdolurtnisae"
_LEAST = 3
"""Shorter, what is looked for would be found nearly everywhere."""
_BETWEEN = rb"(?:['`]|[\xc2\xca\xcc\xcd\xd8].|[\xe2\xef]..)*+"
"""What may stand between the letters of a word that is found: accents, apostrophes, and marks that are not seen."""
_ACCENTED = rb"[\xc3-\xc9]."
_LIGATURES = {"oe": "œŒ", "ae": "æÆ", "ss": "ß"}
"""Two letters, and how they are written as one."""


def first_look(word: str) -> Look | None:
    """The look for what stands in every note where `word`, folded, is found; None when it is too short for one."""
    letters = max(re.split(r"[^a-z0-9]+", word.replace("'", "")), key=len)
    if len(letters) < _LEAST:
        return None
    pairs = {place for place in range(len(letters)) if letters[place : place + 2] in _LIGATURES}
    starts = [place for place in range(len(letters) - _LEAST + 1) if not {place, place - 1} & pairs]
    first = min(starts, key=lambda place: _RAREST_FIRST.index(letters[place]), default=0)
    below = b"".join(
        b"(?:%b(?:%b))%b" % (_BETWEEN, _letter(letters[place]), b"?" if place - 1 in pairs else b"")
        for place in range(first + 1, len(letters))
    )
    together = _LIGATURES.get(letters[first : first + 2], "")
    return tuple((form[:1], re.compile(form + below, re.DOTALL)) for form in _forms(letters[first], together))


def _letter(letter: str) -> bytes:
    return f"[{letter}{letter.upper()}]|".encode() + _ACCENTED if letter.isalpha() else letter.encode()


def _forms(letter: str, together: str) -> Iterator[bytes]:
    """The patterns of a letter, each with one first byte; `together` is what it may be written as with the next."""
    seconds: dict[bytes, bytes] = {}
    for char in latin().get(letter, "") + together:
        lead, second = char.encode()[:1], char.encode()[1:]
        seconds[lead] = seconds.get(lead, b"") + second
    yield from dict.fromkeys((letter.encode(), letter.upper().encode()))
    yield from (lead + b"[" + found + b"]" for lead, found in seconds.items())


def surely_without(data: bytes, looks: tuple[Look, ...]) -> bool:
    """Whether one of the words of `looks` stands nowhere in the text of `data`, whatever its case and accents."""
    return not all(_holds(data, look) for look in looks)


def _holds(data: bytes, look: Look) -> bool:
    for byte, pattern in look:
        place = data.find(byte)
        if place >= 0 and pattern.search(data, place):
            return True
    return False


@cache
def latin() -> dict[str, str]:
    """The accented letters of the Latin alphabets, by what they fold to."""
    found: dict[str, str] = {}
    for letter in map(chr, range(0xC0, 0x250)):
        found[fold(letter)] = found.get(fold(letter), "") + letter
    return found
