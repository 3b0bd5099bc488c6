"""The last look at words before they leave: codes and whatever could make somebody recognisable give way.

Rule: what leaves holds no code of the journal, and nothing that the check would
show; it is replaced by the check's own proposal, else by `HIDDEN`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from cip_coach.frozen import frozen
from cip_coach.patterns import regex
from cip_coach.reading.sought import letters
from cip_coach.text import fold

THE_PERSON, SOMEBODY_ELSE, HIDDEN = "la personne", "une autre personne", "[…]"
_ROUNDS = 3
_SENTENCE_START = regex(r"(?:^|[.!?…\n]\s*)\Z")


class Finding(Protocol):
    """A place that the check shows, and what it proposes there."""

    # The class docstring says what the three are.
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def proposal(self) -> str: ...  # noqa: D102


Find = Callable[[str], Sequence[Finding]]


@frozen
class Replaced:
    """What was taken away, and what stands in its place."""

    before: str
    after: str


def veiled(
    texts: Sequence[str], own: str, codes: Iterable[str], find: Find
) -> tuple[tuple[str, ...], tuple[Replaced, ...]]:
    """The texts without a code (`own` is the page's person) and without anything that `find` shows.

    They are looked at together: a name recognised in one is recognised in all.
    """
    changes: list[Replaced] = []
    current = [_without_codes(text, own, codes, changes) for text in texts]
    for rank in range(_ROUNDS + 1):
        found = find("\n".join(current))
        if not found:
            break
        current = _replaced(current, found, changes, hide=rank == _ROUNDS)
    return tuple(current), tuple(dict.fromkeys(changes))


def _without_codes(text: str, own: str, codes: Iterable[str], changes: list[Replaced]) -> str:
    known = {fold(code): code for code in (own, *codes) if code.strip()}
    for folded, code in sorted(known.items(), key=lambda pair: -len(pair[0])):
        alias = THE_PERSON if folded == fold(own) else SOMEBODY_ELSE
        text = _code(code).sub(partial(_alias, alias, changes), text)
    return text


def _code(code: str) -> re.Pattern[str]:
    """`code` where it stands alone, with what is elided before it; a very short one only as it is written."""
    pattern = letters(code) if len(code) > 2 else re.escape(code)
    return re.compile(rf"(?:(?<!\w)(?P<elided>[dDlL]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)['’])?(?<!\w){pattern}(?!\w)")


def _alias(alias: str, changes: list[Replaced], found: re.Match[str]) -> str:
    elided = found["elided"] or ""
    before = "" if elided.lower() in ("", "l") else f"{elided}’" if alias[0] in "aeiou" else f"{elided}e "
    said = before + alias
    if _SENTENCE_START.search(found.string, 0, found.start()):
        said = said[:1].upper() + said[1:]
    changes.append(Replaced(found[0], said))
    return said


def _replaced(texts: Sequence[str], found: Sequence[Finding], changes: list[Replaced], *, hide: bool) -> list[str]:
    """Each text with what was found in it replaced; places are those of the texts joined by line ends."""
    done: list[str] = []
    offset = 0
    for text in texts:
        end = offset + len(text)
        new = text
        for one in sorted(found, key=lambda one: one.start, reverse=True):
            low, high = max(one.start, offset) - offset, min(one.end, end) - offset
            if low < high:
                proposal = HIDDEN if hide else one.proposal
                changes.append(Replaced(new[low:high], proposal))
                new = new[:low] + proposal + new[high:]
        done.append(new)
        offset = end + 1
    return done
