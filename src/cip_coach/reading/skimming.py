"""A first look at the bytes of a note: whether a word is surely not in it. Ten times as fast as the word's pattern.

In UTF-8 an accented letter of French is two bytes, the first always the same. With the
second brought back to the bare letter, a text is searched as plain letters, from the
rarest of the word on: a pattern that begins with a letter runs to it at once. A note
with a letter that French does not have is left to the word's own pattern.
"""

import re

from cip_coach.text import fold

_RAREST_FIRST = "0123456789wkyxzhjfbgqvcpmdolurtnisae"
_LEAST = 3
"""Shorter, what is looked for would be found nearly everywhere."""
_ACCENTED, _FOREIGN = 0xC3, 0xFF
_OE, _SMALL_OR_CAPITAL = b"\xc5", (b"\x93", b"\x92")
"""The two bytes of œ; the first is that of other Latin letters too."""
_BETWEEN = rb"(?:['`\xc3]|\xc2.|\xe2..)*"
"""What may stand between the letters of a word that is found: accents, apostrophes, and marks that are not seen."""
_LIGATURES = {"oe": rb"\xc5o", "ae": b"a", "ss": b"s"}
"""What two letters may be written as, once brought back (`_look_of`)."""


def first_look(word: str) -> re.Pattern[bytes] | None:
    """The pattern of what stands in every note where `word`, folded, is found; None when it is too short for one."""
    letters = max(re.split(r"[^a-z0-9]+", word.replace("'", "")), key=len)
    pairs = {place for place in range(len(letters)) if letters[place : place + 2] in _LIGATURES}
    starts = [place for place in range(len(letters) - _LEAST + 1) if not {place, place - 1} & pairs]
    place = min(starts, key=lambda place: _RAREST_FIRST.index(letters[place]), default=0)
    parts = []
    while place < len(letters):
        both = letters[place : place + 2]
        first, second = both[:1].encode(), both[1:].encode()
        pair = place in pairs
        parts.append(b"(?:" + first + _BETWEEN + second + b"|" + _LIGATURES[both] + b")" if pair else first)
        place += 2 if pair else 1
    return re.compile(_BETWEEN.join(parts), re.DOTALL) if len(letters) >= _LEAST else None


def surely_without(data: bytes, looks: tuple[re.Pattern[bytes], ...]) -> bool:
    """Whether one of the words of `looks` stands nowhere in the text of `data`, whatever its case and accents."""
    if not looks:
        return False
    seen = data.translate(_LOOK)
    foreign = _FOREIGN in seen or _other_than_oe(data)
    return not foreign and not all(look.search(seen) for look in looks)


def _other_than_oe(data: bytes) -> bool:
    place = data.find(_OE)
    while place >= 0:
        if not data.startswith(_SMALL_OR_CAPITAL, place + 1):
            return True
        place = data.find(_OE, place + 1)
    return False


def _look_of(byte: int) -> int:
    """What a byte of a note is seen as: a bare letter, itself, or foreign."""
    if 0x80 <= byte < 0xC0:
        bare = fold(chr(byte + 0x40))  # the letter that it ends after `_ACCENTED`
        return ord(bare[0]) if bare[0].isascii() else 0
    if byte < 0x80:
        return ord(chr(byte).lower())
    return byte if byte in (0xC2, _ACCENTED, _OE[0], 0xE2) else _FOREIGN  # C2, E2: marks, quotes, dashes


_LOOK = bytes(map(_look_of, range(256)))
