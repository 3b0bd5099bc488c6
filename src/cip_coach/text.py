"""What a text may contain, and how it looks. Knows Unicode and French typography; does no I/O.

Three doors: `clean` for what comes in from a keyboard or a file, `shown` for what
goes out to a terminal, `typeset` for the wording of trees and of our own messages
(never for the user's words). Between them `fold`, for comparing as readers do.

Rules: docs/design.md §3 (language), reliability T1 and T3 (terminal).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from cip_coach.patterns import regex
from cip_coach.quiet import is_quiet

NBSP = "\u00a0"
ELLIPSIS = "…"

# Characters that act or hide instead of being read: direction, tags, byte order mark.
_HIDDEN = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f"
_SURROGATE_PAIR = "[\ud800-\udbff][\udc00-\udfff]"
_STRAY_SURROGATE = "[\ud800-\udc7f\udd00-\udfff]"
_LINE_END = regex("\r\n|[\r\v\f\x85\u2028\u2029]")
_REFUSED = regex(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_HIDDEN}]")
_UNSHOWN = regex(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_HIDDEN}]")
_BLANKS = regex("[ \t\r\n\f\v]+")
_MANY_MARKS = regex("[^\x00-\u02ff]{31}")
"""Found in every text with more than 30 marks in a row."""


def clean(text: str) -> str:
    r"""The text as we keep it: every word of it, and nothing that could act on a terminal or a file.

    Line ends of all kinds become `\n`; the other control characters but the tab,
    the marks that turn the direction of writing, tags and byte order marks are
    removed; bytes that a terminal could not decode are decoded again, or become
    U+FFFD; accents are composed (NFC), at most 30 on a letter. Joiners stay: emoji
    need them.

    Never refuses. The result always encodes to UTF-8, `clean(clean(x)) == clean(x)`
    and `shown` changes nothing in it.
    """
    if is_quiet(text):
        return text
    text = _LINE_END.sub("\n", _decoded(text))
    text = _REFUSED.sub("", text)
    return text if text.isascii() else _calm(unicodedata.normalize("NFC", _calm(text)))


def clean_line(text: str) -> str:
    """`clean`, on one line: line ends and tabs become a space, the ends are stripped."""
    return clean(text).replace("\n", " ").replace("\t", " ").strip()


def shown(text: str) -> str:
    r"""The text as it may reach a screen: no character of it acts on the terminal.

    Control characters except `\n` and `\t`, direction marks, tags, byte order
    marks, foreign line ends and lone surrogates are replaced, each by one visible
    character one column wide (ESC by ␛). All else passes. To be called once, at the exit.

    Rule: rich and `print` let ESC, C1 and direction marks through (reliability T1).
    """
    return text if is_quiet(text) else _UNSHOWN.sub(lambda found: _substitute(ord(found[0])), text)


_TYPESET = (
    r"(?P<kept>\{[^{}\n]*\})"
    r"|(?P<apostrophe>(?<=[^\W\d_])')"
    r"|(?P<dots>\.\.\.)"
    rf"|(?P<space>(?<=«)[ \u202f{NBSP}]+|(?<=\S)[ \u202f{NBSP}]+(?=[?!:;»])|\u202f)"
)


def typeset(text: str) -> str:
    """The wording of a tree or of a message, in French typography.

    After a letter `'` becomes `’`; a space before `? ! : ; »` or after `«`
    becomes one no-break space, and so does every narrow one (U+00A0 exists in
    cp1252, U+202F does not); `...` becomes `…`. No space is added where there is
    none (`http://`, `10:30`), and `{element}` stays as it is.

    Idempotent. Not for the user's own words: they are kept as typed.
    """
    replacement = {"apostrophe": "’", "dots": ELLIPSIS, "space": NBSP}
    return re.sub(_TYPESET, lambda found: replacement.get(found.lastgroup or "", found[0]), text)


def width(text: str) -> int:
    """How many columns a one-line text takes: ideograms and emoji two, combining marks none.

    An emoji sequence (joined, with a skin tone or a variant) counts as the one
    picture it is. Line ends and tabs count for nothing: cut or expand them first.
    """
    if is_quiet(text):
        return len(text) - text.count("\n") - text.count("\t")
    return sum(columns for _, columns in _cells(text))


def wrap(text: str, columns: int) -> list[str]:
    r"""The lines of a text, none wider than `columns`.

    Lines break at ASCII blanks only: not at a no-break space, which rich does, nor at a
    hyphen, nor before `? ! : ; » ·` or after `«` if what it belongs to fits. Each `\n` starts
    a new line, an empty line stays, and the indent of a paragraph is given to the lines it
    breaks into. Only a word wider than a whole line is cut, never between a letter and its marks.
    """
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, max(columns, 1))]


def begins_no_line(char: str) -> bool:
    """Whether this sign never begins a line: by French typography, or because it stands between two things."""
    return bool(char) and char in "?!:;»·"


def shorten(text: str, columns: int) -> str:
    """The text on one line of at most `columns`, cut at a word and ended by ` …` if it was longer.

    Cut inside its first word when that word alone is too wide.
    """
    text = " ".join(_words(text))
    if width(text) <= columns:
        return text
    if columns < 1:
        return ""
    first = text[: max(text.rfind(" ", 0, columns - 1), 0)]
    if first[-1:] in ("", "«") or begins_no_line(text[len(first) + 1]) or not is_quiet(text[: columns - 1]):
        first = next(_wrap_paragraph(text, max(columns - 2, 1)))
    if width(first) <= columns - 2 and text.startswith(f"{first} "):
        return f"{first}{NBSP}{ELLIPSIS}"
    head = next(_pieces(text, columns - 1))
    return head + ELLIPSIS if width(head) < columns else ELLIPSIS


_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'", "‐": "-", "‑": "-", "œ": "oe", "æ": "ae"}
)


def fold(text: str) -> str:
    """The text reduced to what a reader compares: `MOBILITÉ` and `mobilite`, `cœur` and `coeur` are equal.

    Case, accents, ligatures, the kind of apostrophe, hyphen or space, and invisible
    joiners no longer count; words, digits and punctuation do. Idempotent.
    For search, names of trees and codes of persons; never for what is kept.
    """
    if text.isascii():
        return text.replace("`", "'").casefold()
    text = _bare(unicodedata.normalize("NFKD", _bare(text.translate(_ALIKE)))).casefold()
    return _bare(unicodedata.normalize("NFKD", text).translate(_ALIKE))


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that someone who typed `word` surely meant, or None.

    In order: the same word once folded; the only one that it begins; the one it
    resembles most, if the likeness is strong (one slip in a short word, two in a
    long one) and no other is as like. Silence is better than a wrong suggestion.
    """
    import difflib  # only for a mistake: not at start-up

    typed = fold(word).strip()
    folded = {candidate: fold(candidate) for candidate in candidates}
    if same := [candidate for candidate, name in folded.items() if name == typed]:
        return same[0]
    if not 2 < len(typed) <= 100:
        return None
    begun = [candidate for candidate, name in folded.items() if name.startswith(typed)]
    if len(begun) == 1:
        return begun[0]
    needed = 2 / 3 if len(typed) == 3 else 3 / 4
    matcher = difflib.SequenceMatcher(b=typed, autojunk=False)
    likeness: dict[str, float] = {}
    for candidate, name in folded.items():
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= needed and matcher.quick_ratio() >= needed:
            likeness[candidate] = matcher.ratio()
    best = max(likeness.values(), default=0.0)
    alike = [candidate for candidate, ratio in likeness.items() if ratio == best]
    return alike[0] if best >= needed and len(alike) == 1 else None


_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


def _decoded(text: str) -> str:
    """Surrogates made whole: halves joined, undecoded bytes read as UTF-8, the rest U+FFFD."""
    if text.isascii():
        return text
    text = re.sub(
        _SURROGATE_PAIR, lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text
    )
    text = re.sub(_STRAY_SURROGATE, "\ufffd", text)
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _calm(text: str) -> str:
    """At most 30 combining marks in a row (UAX 15, stream-safe): sorting more takes quadratic time."""
    if not _MANY_MARKS.search(text):
        return text
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= 30:
            kept.append(char)
    return "".join(kept)


def _bare(text: str) -> str:
    """The text without its marks and its invisible joiners."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Mn", "Me", "Cf"))


def _substitute(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return {0x7F: "␡", 0x85: "␤", 0x2028: "␤", 0x2029: "␤"}.get(code, "␦")


def _cells(text: str) -> Iterator[tuple[str, int]]:
    """The text as the eye counts it: each character with the marks that hang on it, and its columns."""
    cell, columns = "", 0
    for char in text:
        own = _columns(char)
        joined = columns == 2 and (cell.endswith(_JOINER) or "\U0001f3fb" <= char <= "\U0001f3ff")
        if cell and (own == 0 or joined):
            cell += char
            columns = 2 if char == _EMOJI_STYLE and columns and cell[0] != " " else columns
            continue
        if cell:
            yield cell, columns
        cell, columns = char, own
    if cell:
        yield cell, columns


def _columns(char: str) -> int:
    if char < "\x7f":
        return int(char >= " ")
    if char == "\u00ad":  # a soft hyphen is drawn by terminals
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _words(text: str) -> list[str]:
    return [word for word in _BLANKS.split(text) if word]


def _wrap_paragraph(paragraph: str, columns: int) -> Iterator[str]:
    margin = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
    if 2 * len(margin) >= columns:
        margin = ""
    room = columns - len(margin)
    measure = len if is_quiet(paragraph) else width
    line, used = "", 0
    for word in _held(_words(paragraph), room, measure):
        wide = measure(word)
        if line and used + 1 + wide <= room:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            yield margin + line
        if wide > room:
            *cut, word = _pieces(word, room)
            yield from (margin + piece for piece in cut)
            wide = measure(word)
        line, used = word, wide
    yield margin + line if line else ""


def _held(words: list[str], room: int, measure: Callable[[str], int]) -> Iterator[str]:
    """The words, each with the lonely signs that follow it and the quote that it follows, as far as they fit."""
    held = ""
    for word in words:
        together = f"{held} {word}"
        if held and (held == "«" or begins_no_line(word[:1])) and measure(together) <= room:
            held = together
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _pieces(word: str, columns: int) -> Iterator[str]:
    """The word cut into pieces that fit in `columns`, each of one character at least: a path, after a folder."""
    start = end = used = 0
    for cell, wide in _cells(word):
        if end > start and used + wide > columns:
            folder = max(word.rfind("/", start, end), word.rfind("\\", start, end)) + 1
            cut = folder if 2 * folder > end + start else end
            yield word[start:cut]
            start, used = cut, width(word[cut:end])
        end, used = end + len(cell), used + wide
    yield word[start:end]
