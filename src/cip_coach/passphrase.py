"""What makes a passphrase strong enough for a vault. Pure; keeps nothing of what it is given.

Rule: NIST SP 800-63B-4 for a secret used alone: at least 15 characters, any of them, none
of what everybody tries first. Composed (NFC), so that the same keys always give the same bytes.
"""

import unicodedata

from cip_coach.patterns import regex
from cip_coach.text import fold

LEAST, MOST = 15, 256
_COMMON = regex(
    r"mot ?de ?passe|phrase ?de ?passe|pass(?:word|phrase|e)|a?zerty\w*|qwerty\w*|qsdf\w*|abcd\w*|bonjour|soleil"
    r"|(?:chou|dou|lou|nou)+|je ?t.?aime|i ?love ?you|france ?travail|mission ?locale|conseillere?s?|insertion"
    r"|cip|coach|journal|coffre|secret|admin\w*|(?:19|20)\d\d|0?123\w*|(.)\1{2,}"
)
_LEFT, _DIFFERENT = 8, 6
"""How many characters must be left without those, and how many different ones."""


def composed(words: str) -> str:
    """The passphrase as it is used: composed, otherwise as it was typed."""
    return unicodedata.normalize("NFC", words)


def weakness(words: str) -> str:
    """The code of what makes `words` no passphrase, "" when nothing does."""
    if len(words) < LEAST:
        return "phrase-courte"
    if len(words) > MOST or any(unicodedata.category(char)[0] == "C" for char in words):
        return "phrase-illisible"
    once = dict.fromkeys(_COMMON.sub(" ", fold(words)).split())
    left = "".join(char for word in once for char in word if char.isalnum())
    return "phrase-connue" if len(left) < _LEFT or len(set(left)) < _DIFFERENT else ""
