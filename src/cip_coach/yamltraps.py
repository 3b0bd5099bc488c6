"""Why a text is not YAML, told as its author would.

Knows lines and signs; knows neither PyYAML nor French sentences.

French trips YAML up where English does not: a space before the colon, a sentence
that begins with a star, a bracket or a quotation. The parser then complains about
something else, often lower down. `explain` looks at the lines it stumbled on, as
a person would. Only called on a text that was refused, so it may guess: it never
makes a good file wrong. Rule: the French-typography trap, docs/ecrire-un-arbre.md.
"""

import re
from typing import NamedTuple

from cip_coach.patterns import regex


class Trap(NamedTuple):
    """What is wrong and where: line and column from 0, a code of `plainyaml`, the details of its sentence."""

    line: int
    column: int
    code: str
    details: dict[str, str | int]


class Stumble(NamedTuple):
    """Where a parser gave up, and its words for it; `opened` is where it began what it could not finish."""

    problem: str
    place: tuple[int, int]
    context: str = ""
    opened: tuple[int, int] | None = None


def explain(text: str, stumble: Stumble) -> Trap:
    """The likeliest mistake behind a stumble, `yaml-illisible` at its place when none is known."""
    lines = _LINE_BREAK.split(text)
    here = Trap(*stumble.place, "yaml-illisible", {})
    opened = None if stumble.context in _WIDE else stumble.opened
    sign = _sign_at(lines, opened)
    if sign in _QUOTES and ("end of stream" in stumble.problem or "separator" in stumble.problem):
        return Trap(*(opened or stumble.place), "yaml-non-ferme", {"signe": sign})
    if "escape" in stumble.problem and sign == '"':
        backslash = lines[here.line].rfind("\\", 0, here.column + 1)
        return here._replace(column=max(backslash, 0), code="yaml-barre-oblique")
    for number in (here.line, *(opened or ())[:1]):
        trap = _trap_on_line(number, lines[number] if number < len(lines) else "")
        if trap:
            return trap
    if opened and stumble.context == "while scanning a simple key":
        return Trap(*opened, "yaml-sans-cle", {})
    if opened and sign in _OPENERS:
        return Trap(*opened, _OPENERS[sign], {"signe": sign} if _OPENERS[sign] in _SIGNED else {})
    return _from_words(lines, stumble, here)


_WIDE = frozenset({"while parsing a block mapping", "while parsing a block collection"})  # it may be the whole text
_LINE_BREAK = regex("\r\n|\r|\n")
CURLY_QUOTES = "“”„‟‘’«»"
"""Quotation marks that quote nothing in YAML."""
_QUOTES = ('"', "'")
_QUOTED = {'"': regex(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": regex(r"'(?:[^']|'')*'")}
_SIGNED = frozenset({"yaml-signe", "yaml-chevron", "yaml-crochet", "yaml-non-ferme"})
_STARTERS = {
    "*": "yaml-etoile",
    "&": "yaml-ancre",
    "!": "yaml-etiquette",
    "@": "yaml-signe",
    "`": "yaml-signe",
    "%": "yaml-signe",
}
_OPENERS = {
    **_STARTERS,
    "|": "yaml-chevron",
    ">": "yaml-chevron",
    "[": "yaml-non-ferme",
    "{": "yaml-non-ferme",
    '"': "yaml-non-ferme",
    "'": "yaml-non-ferme",
}
_CLOSING = {"[": "]", "{": "}"}
_HEAD = regex(  # the dashes and the key before a value; a colon counts if a blank or the end follows
    r"""[ \t]*(?P<dashes>(?:-[ \t]+)*)
    (?:(?P<key>"[^"]*"[ \t]*|'[^']*'[ \t]*|[^\s"'#\[\]{},&*!|>%@`-](?:[^:]|:(?=[^ \t]))*):(?:[ \t]+|$))?""",
    re.VERBOSE,
)
_BLOCK_TEXT = regex(r"[|>][-+1-9]{0,2}[ \t]*(?:#.*)?")
_COLON = regex(r":(?=[ \t]|$)")
_FALSE_COMMENT = regex(r"(?<=\S) #(?=[^\s#])|^#")
_KEY = regex(r"[ \t]*(?:-[ \t]+)*[\w.\[\]-]+")
_GLUED_KEY = regex(_KEY.pattern + r":(?=[^ \t])")
_LONGEST = 1024  # YAML's own limit for a key on its line; more would only cost time
_LOOK_BACK = 60  # lines


def _sign_at(lines: list[str], place: tuple[int, int] | None) -> str:
    if place is None or place[0] >= len(lines):
        return ""
    return lines[place[0]][place[1] : place[1] + 1]


def _trap_on_line(number: int, line: str) -> Trap | None:
    """The first known trap in the value of a line."""
    line = line[:_LONGEST].rstrip()
    head = _HEAD.match(line)
    start = head.end() if head else 0
    found = _trap_in_value(line[start:], in_key=bool(head and head["key"]))
    if found is None:
        return None
    offset, code = found
    details: dict[str, str | int] = {"signe": line[start]} if code in _SIGNED else {}
    return Trap(number, start + offset, code, details)


def _trap_in_value(value: str, *, in_key: bool) -> tuple[int, str] | None:
    """What is wrong in a value, as an offset and a code; `in_key` if a key stands before it."""
    sign = value[:1]
    if sign in _STARTERS:
        return 0, _STARTERS[sign]
    if sign in _QUOTED:
        closed = _QUOTED[sign].match(value)
        rest = value[closed.end() :] if closed else ""
        return (len(value) - len(rest.lstrip()), "yaml-guillemets") if _is_text(rest) else None
    if sign in _CLOSING:
        _, closing, rest = value.rpartition(_CLOSING[sign])
        return (0, "yaml-crochet") if closing and _is_text(rest) else None
    if sign in ("|", ">"):
        return None if _BLOCK_TEXT.fullmatch(value) else (0, "yaml-chevron")
    if value.startswith("- ") and in_key:
        return 0, "yaml-tiret"
    for code, pattern in (("yaml-deux-points", _COLON), ("yaml-diese", _FALSE_COMMENT)):
        found = pattern.search(value)
        if found:
            return (0, "yaml-guillemets-courbes") if sign in CURLY_QUOTES else (found.end() - 1, code)
    return None


def _is_text(rest: str) -> bool:
    """Whether words go on after a closing sign: neither the next item nor a comment."""
    return bool(rest.strip()) and rest.lstrip()[0] not in ",]}" and not re.match(r"[ \t]+#", rest)


def _from_words(lines: list[str], stumble: Stumble, here: Trap) -> Trap:
    """The mistake, from the parser's words alone."""
    if "<stream end>" in stumble.problem:
        return _last_bracket(lines) or here
    line = lines[here.line] if here.line < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or "'\\t'" in stumble.problem:
        return here._replace(column=max(line.find("\t"), 0), code="yaml-tabulation")
    if "mapping values" in stumble.problem:
        if not _KEY.fullmatch(line[: here.column]):
            return here._replace(code="yaml-deux-points")
        above = _GLUED_KEY.match(lines[here.line - 1]) if here.line else None
        if above:
            return Trap(here.line - 1, above.end(), "yaml-sans-cle", {})
        return here._replace(code="yaml-indentation")
    if "sequence entries" in stumble.problem:
        return here._replace(code="yaml-tiret")
    sign = _sign_at(lines, stumble.place)
    if sign and sign in ("?@`%]},:-|>" if "node content" in stumble.problem else "?@`%]},:"):
        return here._replace(code="yaml-signe", details={"signe": sign})
    if "expected <block end>" in stumble.problem or "<document start>" in stumble.problem:
        return _open_quote_above(lines, here.line) or here._replace(code="yaml-indentation")
    return here


def _last_bracket(lines: list[str]) -> Trap | None:
    """The last bracket or brace of a text that ended before it was closed."""
    for number in range(len(lines) - 1, max(len(lines) - _LOOK_BACK, 0) - 1, -1):
        column = max(lines[number].rfind(sign) for sign in _CLOSING)
        if column >= 0:
            return Trap(number, column, "yaml-non-ferme", {"signe": lines[number][column]})
    return None


def _open_quote_above(lines: list[str], line: int) -> Trap | None:
    """A quotation opened above, that ends where another one was meant to begin."""
    for number in range(min(line, len(lines)) - 1, max(line - _LOOK_BACK, 0) - 1, -1):
        head = _HEAD.match(lines[number][:_LONGEST])
        start = head.end() if head else 0
        sign = lines[number][start : start + 1]
        if sign not in _QUOTED or _QUOTED[sign].match(lines[number], start):
            continue
        below = "\n".join(lines[number : line + 1])
        closed = _QUOTED[sign].match(below, start)
        if not closed or _is_text(below[closed.end() :].partition("\n")[0]):
            return Trap(number, start, "yaml-non-ferme", {"signe": sign})
    return None
