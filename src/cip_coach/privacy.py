"""What in a text could make somebody recognisable, and what may stand in its place. Pure: the user decides.

Numbers, dates and addresses come from `identifiers`; here are persons' names:
after a title (« Mme »), a first name, a word with a capital inside a sentence
that is on no list of common ones. `review` gives all a front-end shows.
Measured on tests/data/phrases_identite.tsv (tests/test_privacy.py).
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from cip_coach.codes import NEUTRAL
from cip_coach.commonnames import ALSO_WORDS, AMBIGUOUS, FIRST_NAMES
from cip_coach.commonnames import COMMON as LISTED
from cip_coach.frozen import frozen, replace
from cip_coach.identifiers import APOSTROPHE, BLANK, UPPER, Kind, Span, spans
from cip_coach.patterns import regex
from cip_coach.text import fold

__all__ = ["Finding", "Kind", "Passage", "Review", "find", "replaced", "review"]

COMMON = LISTED | NEUTRAL
"""The codes that we propose name nobody."""
HIDDEN = "[…]"
THE_PERSON = "la personne"
THE_DOCTOR = "le médecin"


@frozen
class Finding:
    """A place of a text, from `start` up to `end`, what is there, and what could be written instead."""

    start: int
    end: int
    kind: Kind
    proposal: str


@frozen
class Passage:
    """A sentence that holds findings, to be shown: its line (from 1), its words, its findings placed in it."""

    line: int
    sentence: str
    findings: tuple[Finding, ...]
    proposed: str


@frozen
class Review:
    """All that a front-end shows before a text is saved or leaves. `proposed` has every proposal taken."""

    text: str
    findings: tuple[Finding, ...]
    passages: tuple[Passage, ...]
    proposed: str


def find(text: str) -> tuple[Finding, ...]:
    """What could make somebody recognisable in `text`, from left to right, never overlapping.

    Of two that overlap the surer one stays: numbers and dates, then names after
    a title, then addresses, then other names. Texts of any kind are welcome;
    the time taken grows with their length only.
    """
    taken = bytearray(len(text))
    kept: list[Span] = []
    for start, end, kind in (*spans(text), *_titled(text), *_names(text), *_hurried(text)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, kind))
    return tuple(_finding(text, *span) for span in sorted(kept))


def replaced(text: str, findings: Iterable[Finding]) -> str:
    """The text where each of these findings gave way to its proposal; all else is kept to the letter."""
    for one in sorted(findings, key=lambda found: found.start, reverse=True):
        text = text[: one.start] + one.proposal + text[one.end :]
    return text


def review(text: str) -> Review:
    """The findings of `text`, sentence by sentence, with what would be written instead."""
    findings = find(text)
    waiting = deque(findings)
    passages = []
    for start, end in _sentences(text):
        inside = []
        while waiting and waiting[0].start < end:
            one = waiting.popleft()
            end = max(end, one.end)  # a name that a full stop cuts (« K. B. Sow ») stays whole
            inside.append(replace(one, start=one.start - start, end=one.end - start))
        if inside:
            sentence = text[start:end]
            line = text.count("\n", 0, start) + 1
            passages.append(Passage(line, sentence, tuple(inside), replaced(sentence, inside)))
    return Review(text, findings, tuple(passages), replaced(text, findings))


_PARTICLE = rf"(?:de{BLANK}la|de{BLANK}l|de|du|des|le|la|les|el|al|ben|bin|van|von|da|dos|di|d)"
_CAPITAL = rf"[{UPPER}][\w]*(?:[-'’][\w]+)*"
_MORE = regex(rf"(?:{BLANK}(?i:{_PARTICLE})(?:{BLANK}|{APOSTROPHE}))?{BLANK}?(?P<word>{_CAPITAL})(?!\.\w)")
_LONGEST_NAME = 6
_INITIAL = regex(rf"{BLANK}[{UPPER}]\.")
_TITLE = (
    rf"(?:M\.|MM\.|M(?={BLANK}[{UPPER}]\w)|M(?:me|lle|r)s?\b\.?|M(?:ME|LLE|R)\b\.?|Dr\b\.?|Pr\b\.?|Me\b|"
    r"(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Dd]octeur|[Dd]octeure|[Mm]aître|[Pp]rofesseure?)\b)"
)
_TITLED = regex(
    rf"(?<!\w)(?P<title>{_TITLE})(?:{BLANK}et{BLANK}{_TITLE})?{BLANK}+"
    rf"(?P<name>(?:(?i:{_PARTICLE})(?:{BLANK}|{APOSTROPHE}))?(?:[{UPPER}]\.-?{BLANK}?){{0,3}}{_CAPITAL}\.?)"
)
_DOCTORS = ("dr", "pr", "docteur", "docteure")
_MASKS = frozenset("XYZN")
"""« Mme X » names nobody."""

_WORD = regex(rf"(?<![\w@#-])(?:[{UPPER}]\.(?:-?[{UPPER}]\.){{0,2}}{BLANK}?)?[{UPPER}]\w+(?:-\w+)*")
_ARTICLE = regex(
    rf"(?:(?<!\w)(?:le|la|les|un|une|des|du|au|aux|ce|cet|cette|ces|mon|ma|mes|son|sa|ses|notre|nos|votre|vos|leur|leurs)"
    rf"{BLANK}|(?<!\w)l{APOSTROPHE})\Z",
    re.IGNORECASE,
)
_LOWER = regex(r"(?<![\w@#./-])[a-zà-öø-ÿœ]{3,}(?:-[a-zà-öø-ÿœ]+)?(?![\w@-])")
_PLACE = regex(
    rf"(?<!\w)(?:à|chez|au|aux|en|vers|dans|de chez|société|entreprise|ville|commune|village|quartier|foyer|école"
    rf"|collège|lycée|hôpital|garage|magasin|usine|de){BLANK}\Z",
    re.IGNORECASE,
)
_ELIDED = regex(rf"(?<!\w)(?:d|qu|Qu|D){APOSTROPHE}\Z")
_LINE_OPENING = regex(r"[ \t>]*(?:(?:[-*•–—+]|\d{1,3}[.)]|[a-z]\)|#{1,6}|\[[ x-]\])[ \t]*){0,3}")
_LONGEST_OPENING = 20
_PASSED = " \t\u00a0\u202f*_["
_ENDS = '.?!…:\n\r•–—|«“"'
_BREAK = regex(r"(?<=[.?!…])[ \t\u00a0\u202f]+(?=[A-ZÀ-ÞŒ«“\"—–-])|\n+")


def _titled(text: str) -> Iterator[Span]:
    for found in _TITLED.finditer(text):
        name = found["name"].rstrip(".")
        if name in _MASKS or (name.isupper() and fold(name) in COMMON) or fold(name) in ("la", "le", "et"):
            continue
        end = found.end("name")
        if found["name"].endswith(".") and len(name) > 1:  # the end of the sentence, not of an initial
            end -= 1
        yield found.start(), _run_end(text, end), Kind.TITLED


def _names(text: str) -> Iterator[Span]:
    """Names without a title; one known inside a sentence is known where the next one begins."""
    inside: list[re.Match[str]] = []
    doubtful: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        sort = _sort(text, found)
        if sort is None:
            continue
        (inside if sort else doubtful).append(found)
    known = {_key(found) for found in inside}
    for found in (*inside, *(one for one in doubtful if _key(one) in known)):
        yield found.start(), _run_end(text, found.end()), Kind.NAME


def _hurried(text: str) -> Iterator[Span]:
    """First names written without their capital, but for those that are words."""
    for found in _LOWER.finditer(text):
        first, *_ = fold(found[0]).split("-")
        if first in FIRST_NAMES and first not in ALSO_WORDS:
            yield *found.span(), Kind.NAME


def _sort(text: str, found: re.Match[str]) -> bool | None:
    """True for a name, None for none, False for a word that only begins its sentence: nobody can tell."""
    word, key = found[0], _key(found)
    first, *_ = key.split("-")
    if word.isupper() or any(char.isdigit() for char in word) or re.search(rf"[a-zà-ÿ][{UPPER}]", word):
        return None  # an acronym, a code, a brand; a surname in capitals joins the name before it
    if key in COMMON or (first in COMMON and first not in FIRST_NAMES):
        return None
    starts = _starts_sentence(text, found.start())
    after_article = _ends_with_article(text, found.start())
    if first in FIRST_NAMES and not (key in AMBIGUOUS and (starts or after_article)):
        return True
    if starts:
        return "." in word[:2] or False
    return None if after_article else True


def _ends_with_article(text: str, place: int) -> bool:
    return _ARTICLE.search(text, max(0, place - 8), place) is not None


def _key(found: re.Match[str]) -> str:
    return fold(re.sub(rf"^(?:[{UPPER}]\.-?{BLANK}?)+", "", found[0]))


def _starts_sentence(text: str, place: int) -> bool:
    before = place
    while before and text[before - 1] in _PASSED:
        before -= 1
    if before == 0 or text[before - 1] in _ENDS:
        return True
    line = text.rfind("\n", max(0, place - _LONGEST_OPENING - 1), place) + 1
    return place - line <= _LONGEST_OPENING and _LINE_OPENING.fullmatch(text, line, place) is not None


def _run_end(text: str, end: int) -> int:
    """Where the name that goes on at `end` stops: a few more words with a capital, or an initial."""
    for _ in range(_LONGEST_NAME):
        if initial := _INITIAL.match(text, end):
            return initial.end()
        more = _MORE.match(text, end)
        if more is None or text[end] not in " \u00a0\u202f'’-":
            break
        word = more["word"]
        if fold(word) in COMMON or len(word) < 2 or (word.isupper() and len(word) < 4):
            break
        end = more.end()
    return end


def _finding(text: str, start: int, end: int, kind: Kind) -> Finding:
    """The finding with its proposal; « d’ » and « qu’ » before a name become « de » and « que »."""
    if kind not in (Kind.TITLED, Kind.NAME):
        return Finding(start, end, kind, HIDDEN)
    proposal = THE_PERSON
    title = re.match(r"\w+", text[start:end])
    if kind is Kind.TITLED and title and fold(title[0]) in _DOCTORS:
        proposal = THE_DOCTOR.removeprefix("le ") if _ends_with_article(text, start) else THE_DOCTOR
    if kind is Kind.NAME and fold(text[start:end].split()[0].split("-")[0]) not in FIRST_NAMES:
        proposal = HIDDEN if _PLACE.search(text, max(0, start - 14), start) else THE_PERSON
    if kind is Kind.NAME and (elided := _ELIDED.search(text, max(0, start - 4), start)):
        start = elided.start()
        proposal = f"{elided[0][:-1]}e {proposal}"
    elif _starts_sentence(text, start):
        proposal = proposal[:1].upper() + proposal[1:]
    return Finding(start, end, kind, proposal)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BREAK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)
