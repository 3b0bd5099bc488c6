"""How a question reads now: `{id}`, `{element}` and `{mot}` filled in, the lead of a `piste`, a `montre` block."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cip_coach import frenchdate, text
from cip_coach.answer import Action, Day, Items, Number, Picked, Reply, Words
from cip_coach.asking.conditions import Frame, Live, digits, element
from cip_coach.asking.offering import items_of
from cip_coach.asking.tree import Choice, Source, Tree
from cip_coach.frozen import frozen
from cip_coach.patterns import regex

WORDS_SUFFIX = ".mots"
ELEMENT, WORD, TAGS = "element", "mot", "etiquettes"
QUOTED_COLUMNS = 60
PLACEHOLDER = regex(r"\{([a-z0-9_.\[\]]+)\}")


@frozen
class Worded:
    """Fills the placeholders of a wording. What is not known reads « … », never an error."""

    live: Live
    frames: Sequence[Frame]
    word: str = ""

    def fill(self, wording: str) -> str:
        """`wording` with each `{name}` replaced, literally and once: an answer's own braces stay as they are."""
        return PLACEHOLDER.sub(lambda match: self._value(match[1]), wording) if "{" in wording else wording

    def _value(self, name: str) -> str:
        if name == WORD:
            return self.word or "…"
        if name == ELEMENT and self.frames:
            return self.frames[-1].label
        for frame in reversed(self.frames):
            if frame.loop == name:
                return frame.label
        for path in self.live.paths(name, self.frames):
            reply = self.live.answers.get(path)
            words = "" if reply is None else spoken(reply, self.live, path)
            if words:
                return text.shorten(words, QUOTED_COLUMNS)
        return "…"


def spoken(reply: Reply, live: Live, path: str) -> str:
    """An answer in one line: labels rather than ids; "" when it was skipped."""
    match reply:
        case Items() | Picked():
            return ", ".join(entrant.choice.label for entrant in live.items(path))
        case _:
            return plainly(reply)


def plainly(reply: Reply) -> str:
    """An open answer, a figure or a date in one line; "" for the others."""
    match reply:
        case Words(words) | Action(words):
            return text.clean_line(words)
        case Number(value):
            return digits(value).replace(".", ",")
        case Day(value):
            return frenchdate.spoken(value)
        case _:
            return ""


def lead(of: str, live: Live, frames: Sequence[Frame], tree: Tree, day: date, rank: int) -> str:
    """One open question of the first pick that has any, or "".

    Rule: number (ordinal of `day` + `rank` of the question) modulo their count,
    so that it rotates from day to day and stays put within a session.
    """
    for choice in _picked(of, live, frames):
        leads = tree.terms.get(choice.id, choice).leads
        if leads:
            return leads[(day.toordinal() + rank) % len(leads)]
    return ""


def _picked(of: str, live: Live, frames: Sequence[Frame]) -> Iterator[Choice]:
    paths = live.paths(of, frames)
    if of == ELEMENT and frames:
        yield element(frames[-1]).choice
        paths = [f"{frames[-1].path}.{TAGS}"]
    for path in paths:
        yield from (entrant.choice for entrant in live.items(path))


def first_word(words: str, vocabulary: Mapping[str, str]) -> str:
    """The first word of `words` that is a form in `vocabulary`, as the user wrote it; "" when none is.

    Accents count: « ignoré » speaks of somebody else, « j’ignore » does not.
    """
    forms = "|".join(re.escape(form) for form in sorted(vocabulary, key=len, reverse=True))
    found = re.search(rf"(?<!\w)(?:{forms})(?!\w)", text.clean_line(words), re.IGNORECASE)
    return found[0] if found and vocabulary else ""


@frozen
class Shown:
    """What one source of a `montre` holds: its name, and for each item its label and its number of notes."""

    source: str
    lines: tuple[tuple[str, int], ...]


def shown_block(sources: Sequence[Source], live: Live, frames: Sequence[Frame], tree: Tree) -> tuple[Shown, ...]:
    """The parts of a `montre`, one a source; a source of notes is one line, its label empty."""
    parts = []
    for source in sources:
        entrants = tuple(items_of(source, live, frames, tree))
        lines = tuple((entrant.choice.label, entrant.count) for entrant in entrants)
        parts.append(Shown(source.name, (("", len(entrants)),) if source.name == "journal.notes" else lines))
    return tuple(parts)
