"""Words looked for, as a French reader means them: one pattern for each, that texts are searched with as they are.

Case, accents (composed or not), œ, æ, the kinds of apostrophe, hyphen and space do not
count; a word is found at the beginning of words (`frein` in `freins`, not `freins` in
`frein`), and an elision may be typed without its apostrophe (`lecoute`). Nothing is stemmed.
"""

import re
from collections.abc import Iterable, Iterator

from cip_coach.frozen import frozen
from cip_coach.keeping.note import Note
from cip_coach.paths import identity
from cip_coach.reading import answers, skimming
from cip_coach.text import fold

Span = tuple[int, int]

_MARKS = "[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]*"
_AT_A_BEGINNING = "(?<![^\\W_].)(?<![\u0300-\u036f].)"
_APOSTROPHE = "['’‘ʼ´`′]"
_ALIKE = {"'": _APOSTROPHE, "-": "[-‐‑]", " ": "[\\s\u00a0\u202f]+"}
_ELIDED = frozenset("cdjlmnstu")
_VOICED = frozenset("aeiouyh")
_LIGATURES = {"oe": "œŒ", "ae": "æÆ", "ss": "ß"}
LOOK = "regard"
"""Stands for the path of a later look."""


@frozen
class Passage:
    """A piece of a note in the user's words: what it answers (`path` "" when nothing), and what it says."""

    path: str
    question: str
    text: str


@frozen
class Hit:
    """A passage, and where in its text something was found."""

    passage: Passage
    spans: tuple[Span, ...]


@frozen
class Sought:
    """All of `words` must occur in a note (or in its person's code), none of `without`."""

    words: tuple[re.Pattern[str], ...] = ()
    without: tuple[re.Pattern[str], ...] = ()
    needles: tuple[re.Pattern[str], ...] = ()
    """Each word of `words` alone, for a text that line ends and quote marks cut."""
    looks: tuple[skimming.Look, ...] = ()
    """What a note must hold at first sight (`skimming`)."""

    def __bool__(self) -> bool:
        return bool(self.words or self.without)

    def surely_not_in(self, data: bytes) -> bool:
        """Whether the note of these bytes is surely none of those looked for; a first look."""
        return skimming.surely_without(data, self.looks)

    def may_be_in(self, text: str) -> bool:
        """Whether the note of this raw text could be one; much faster than reading it.

        Never says no to a note where `hits` would find, seldom says yes to another:
        headings, markers and the head, but for the person's code, do not count.
        """
        body = text.find("\n---", 3) + 1
        return all(_in_body(needle, text, body) or _in_person(needle, text, body) for needle in self.needles)

    def hits(self, note: Note, question: str = "") -> tuple[Hit, ...] | None:
        """Where the words stand, in the order of the note; None when it is not a note that was looked for.

        With `question`, only what answers that identity counts. Found by its
        person's code alone, a note has no hits.
        """
        found = list(passages(note, question))
        person = note.head.person
        if self.without and any(word.search(passage.text) for word in self.without for passage in found):
            return None
        hits = []
        for passage in found:
            spans = [match.span() for word in self.words for match in word.finditer(passage.text)]
            if spans:
                hits.append(Hit(passage, _merged(spans)))
        for word in self.words:
            if not any(word.search(hit.passage.text) for hit in hits) and not word.search(person):
                return None
        return tuple(hits)


def sought(words: tuple[str, ...], without: tuple[str, ...] = ()) -> Sought:
    """The words typed; one with a space is a phrase. Those that hold no letter and no digit are left out."""
    firsts = tuple(word.split()[0] for word in words if word.strip())
    others = tuple(part for word in words for part in word.split()[1:] if any(map(str.isalnum, fold(part))))
    needles = (*_patterns(firsts), *(re.compile(letters(part)) for part in others))
    folded = " ".join(fold(" ".join(words)).split())
    looks = map(skimming.first_look, folded.split())
    return Sought(_patterns(words), _patterns(without), needles, tuple(filter(None, looks)))


def passages(note: Note, question: str = "") -> Iterator[Passage]:
    """What the user wrote or picked, piece by piece; the wordings of the questions are not part of it."""
    if note.foreign and not question:
        yield Passage("", "", note.foreign)
    for entry in note.entries:
        if question and identity(entry.path) != question:
            continue
        said = answers.lines(entry)
        if entry.tasks:
            said += tuple(task.word for task in entry.tasks if task.word)
        yield Passage(entry.path, entry.question, "\n".join(said))
        if entry.foreign and not question:
            yield Passage("", entry.question, entry.foreign)
    if not question:
        for look in note.looks:
            yield Passage(LOOK, look.day.isoformat(), look.text)


def letters(text: str) -> str:
    """A pattern for `text` wherever it stands, whatever its case, accents, apostrophes and spaces."""
    folded = " ".join(fold(text).split())
    parts: list[str] = []
    place = 0
    while place < len(folded):
        pair = folded[place : place + 2]
        if pair in _LIGATURES:
            parts.append(f"(?:{_letter(pair[0])}{_letter(pair[1])}|[{_LIGATURES[pair]}]{_MARKS})")
            place += 2
            continue
        char = folded[place]
        parts.append(_letter(char))
        if char in _ELIDED and folded[place + 1 : place + 2] in _VOICED:
            parts.append(f"{_APOSTROPHE}?")
        place += 1
    return "".join(parts)


def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(word) for word in words if any(map(str.isalnum, fold(word))))


def _pattern(word: str) -> re.Pattern[str]:
    # The first letter comes first, then the look behind it: so the engine runs to it fast.
    start = re.compile(r"\(\?:|\[[^]]*\]|\\?.").match
    pattern = letters(word.strip())
    first = start(pattern)
    if first is None or first[0] == "(?:":  # a ligature comes first
        return re.compile("(?<![^\\W_])(?<![\u0300-\u036f])" + pattern)
    return re.compile(first[0] + _AT_A_BEGINNING + pattern[first.end() :], re.DOTALL)


def _letter(char: str) -> str:
    if char.isalpha():
        return f"[{_variants(char)}]{_MARKS}"
    return _ALIKE.get(char, re.escape(char)) + _MARKS


def _variants(char: str) -> str:
    return "".join(sorted({char, char.upper()[0], *skimming.latin().get(char, "")}))


def _in_person(needle: re.Pattern[str], text: str, end: int) -> bool:
    start = text.find("\npersonne:", 0, end)
    return start >= 0 and needle.search(text, start + len("\npersonne:"), text.index("\n", start + 1)) is not None


def _in_body(needle: re.Pattern[str], text: str, start: int) -> bool:
    for found in needle.finditer(text, start):
        line = text.rfind("\n", 0, found.start()) + 1
        if text[line] != "#" and not text.startswith("<!--", line):
            return True
    return False


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
