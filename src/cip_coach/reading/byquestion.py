"""Question by question: how many oui, en partie, non, « je ne sais pas encore », and how many passed over.

From the heads alone. Which closed questions have these answers is told by the
answers themselves: those that ever had another one are left out.
"""

from collections.abc import Sequence

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Entry, Head, Note
from cip_coach.paths import identity, loop_of
from cip_coach.reading.answers import element
from cip_coach.text import ELLIPSIS

NUANCES = ("oui", "en_partie", "non", "ne_sait_pas")


@frozen
class Tally:
    """The answers to one question: counts in the order of `NUANCES`, then those passed over.

    `path` is the question's identity, or its whole path in a loop over declared
    values; `latest` is the latest note that answered it, and the path there: its body has the
    wording.
    """

    path: str
    counts: tuple[int, int, int, int]
    passed: int
    latest: tuple[str, str]

    @property
    def answered(self) -> int:
        """How many answers."""
        return sum(self.counts)


def tallies(heads: Sequence[Head]) -> tuple[Tally, ...]:
    """The questions answered by oui, en partie, non, in the order they were first met (newest note first)."""
    counts: dict[str, dict[str, int]] = {}
    passed: dict[str, int] = {}
    latest: dict[str, tuple[str, str]] = {}
    for head in heads:
        for path, value in head.answers.items():
            name = named(path)
            answer = value if isinstance(value, str) else ""
            counts.setdefault(name, {}).setdefault(answer, 0)
            counts[name][answer] += 1
            latest.setdefault(name, (head.id, path))
        for path in head.skipped:
            passed[named(path)] = passed.get(named(path), 0) + 1
    return tuple(
        Tally(name, _counts(found), passed.get(name, 0), latest[name])
        for name, found in counts.items()
        if found.keys() <= set(NUANCES)
    )


def named(path: str) -> str:
    """What answers are counted under: the path in a loop over declared values, else the identity."""
    _, key = loop_of(path)
    return identity(path) if not key or "." in key or key.isdecimal() or key.startswith("autre") else path


def without_item(note: Note, entry: Entry) -> str:
    """The wording of a question without the item of the list it was asked about."""
    item = element(note, entry.path) if loop_of(entry.path)[0] and named(entry.path) != entry.path else ""
    return entry.question.replace(item, ELLIPSIS) if item else entry.question


def _counts(found: dict[str, int]) -> tuple[int, int, int, int]:
    yes, partly, no, unknown = (found.get(answer, 0) for answer in NUANCES)
    return yes, partly, no, unknown
