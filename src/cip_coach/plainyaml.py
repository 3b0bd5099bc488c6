"""YAML reduced to what a person can read: texts, lists and tables, each with its place.

Knows no tree and no note.

The only module that uses PyYAML, and only its *events*: nothing is ever built
from a tag, repeated by an anchor or read as a number, so a file can be wrong but
never dangerous (reliability Y). `no`, `12:30` and `0612345670` stay as written.
What is refused is refused with its line, its column and a code whose French
sentence is in `terminal.messages.yaml_faults`; PyYAML's own words never leave.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self, TypeAlias, cast

from cip_coach.patterns import regex
from cip_coach.problem import Details, Problem
from cip_coach.text import shorten

if TYPE_CHECKING:
    import yaml

Value: TypeAlias = "Scalar | Sequence | Mapping"


class Scalar(str):
    """A text of the file; `plain` if unquoted. Line and column from 1, of its first character or quote."""

    __slots__ = ("column", "line", "plain")
    line: int
    column: int
    plain: bool

    def __new__(cls, text: str, line: int = 0, column: int = 0, plain: bool = True) -> Self:
        """The text, at a place of the file."""
        scalar = super().__new__(cls, text)
        scalar.line, scalar.column, scalar.plain = line, column, plain
        return scalar


class Sequence(list["Value"]):
    """A list of the file. Line and column from 1, of its first dash or bracket."""

    def __init__(self, line: int = 0, column: int = 0) -> None:
        super().__init__()
        self.line, self.column = line, column


class Mapping(dict[str, "Value"]):
    """A table of the file; its keys are `Scalar`s. Line and column from 1, of its first key or brace."""

    def __init__(self, line: int = 0, column: int = 0) -> None:
        super().__init__()
        self.line, self.column = line, column

    def pairs(self) -> Iterator[tuple[Scalar, Value]]:
        """`items()`, with keys that know their place."""
        for key, value in self.items():
            yield cast(Scalar, key), value


class YamlFault(Exception):
    """The text is not YAML as we read it: where (line and column from 1) and why (a code, its details)."""

    def __init__(self, line: int, column: int, code: str, details: Details) -> None:
        super().__init__(code)
        self.line, self.column, self.code, self.details = line, column, code, details

    def problem(self, file: str) -> Problem:
        """The same, as the `Problem` of a file."""
        return Problem(file, self.line, self.column, self.code, self.details)


def read(text: str, *, depth: int = 32, nodes: int = 20_000, size: int = 262_144, first_line: int = 1) -> Value:
    """The value of a YAML text, made of `Scalar`, `Sequence` and `Mapping` only; `{}` if it is empty.

    Every scalar keeps its text as written, `null` and `~` too; a missing one is `""`.
    `depth` counts nested collections, `nodes` the texts and collections, `size` the
    characters; `first_line` is the line of the file where the text begins (the head of a note).

    Raises `YamlFault`, and nothing else whatever the text, for what YAML refuses
    and for what it would accept but a reader would not foresee: tags, anchors and
    aliases, merge keys, a second document, a key that is a collection, empty or
    given twice, control characters, a sentence whose end would be a comment.
    `duree: 4 # minutes` is a comment; so is anything after two spaces and a `#`.
    """
    if len(text) > size:
        raise YamlFault(first_line, 1, "yaml-taille", {"limite": size})
    text = text.removeprefix("\ufeff")
    refused = _FORBIDDEN.search(text)
    if refused:
        above = LINE_BREAK.split(text[: refused.start()])
        place = first_line + len(above) - 1, len(above[-1]) + 1
        raise YamlFault(*place, "yaml-caractere", {"caractere": f"U+{ord(refused[0]):04X}"})
    return _Reader(text, depth, nodes, first_line).whole()


_MAYBE_NUMBER = regex(r"0[xob]|[\d_.:+-]*(?:e[+-]?\d*)?$|\d{4}-", re.IGNORECASE)
_SURELY_TEXT = regex(r"[^\W_](?:[\w .…’'()/!;«»\u00a0\u202f-]*[\w.…’')!»])?")
_OTHER_TYPES = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf"})
_ESCAPED = regex(
    '[\x00-\x1f"\\\\\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069'
    "\ud800-\udfff\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


def scalar(text: str) -> str:
    """The YAML spelling of a text, on one line, for a block or a bracketed list.

    Bare when every reader of YAML 1.1 or 1.2 takes it for this very text; else in
    double quotes. `read(scalar(text)) == text` for any text that encodes to UTF-8.
    """
    bare = _SURELY_TEXT.fullmatch(text) and not _MAYBE_NUMBER.match(text) and text.casefold() not in _OTHER_TYPES
    return text if bare else '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in '"\\':
        return "\\" + char
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SURROGATE = regex("[\ud800-\udfff]")
_WORD = regex(r"[\w.\[\]-]+")
_GLUED_COMMENT = regex(r"[|>][-+\d]*#")
_NO_BREAK = "\u00a0\u202f"
_COLON = regex(r"[ \t]*:")
LINE_BREAK = regex("\r\n|\r|\n")
"""What ends a line, as the places of faults count them."""
_COMMENT = regex(r" #(?P<glued>[^\s#]?)")  # after one space only: two make it a comment beyond doubt


class _Unparsed(Exception):
    """PyYAML gave up on the text; its own exception is the cause."""


_Event: TypeAlias = Any  # a yaml.Event: PyYAML's stubs make every mark of it optional


def _parse(text: str, fast: bool) -> Iterator[_Event]:
    """PyYAML's events. Its C parser is ten times as fast, where it was built, but vague on faults."""
    import yaml  # 25 ms: only for those who read YAML

    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader if fast else yaml.SafeLoader)
    except Exception as error:  # besides YAMLError, hostile texts get ValueError and others out of PyYAML
        raise _Unparsed from error


class _Reader:
    """One reading of one text: events, checked and made into values."""

    def __init__(self, text: str, depth: int, nodes: int, first_line: int) -> None:
        self.text = text
        self.depth, self.nodes, self.first_line = depth, nodes, first_line
        self.events: Iterator[_Event] = iter(())
        self.count = 0

    def whole(self) -> Value:
        """The value of the whole text."""
        causes: list[BaseException | None] = []
        for fast in ("\t" not in self.text, False):  # the two parsers differ on tabs
            try:
                return self._document(_parse(self.text, fast))
            except _Unparsed as unparsed:
                causes.insert(0, unparsed.__cause__)
        raise self._explained(causes)

    def _document(self, events: Iterator[_Event]) -> Value:
        self.events, self.count = events, 0
        next(events)  # the stream starts
        start = next(events)
        if type(start).__name__ == "StreamEndEvent":
            return Mapping(self.first_line, 1)
        if start.version or start.tags:
            raise self._fault(start.start_mark, "yaml-signe", signe="%")
        value = self._value(next(events), 0)
        next(events)  # the document ends
        after = next(events)
        if type(after).__name__ != "StreamEndEvent":
            raise self._fault(after.start_mark, "yaml-plusieurs-documents")
        missing = isinstance(value, Scalar) and value.plain and not value
        return Mapping(self.first_line, 1) if missing else value

    def _value(self, event: _Event, level: int) -> Value:
        kind, mark = type(event).__name__, event.start_mark
        self.count += 1
        if self.count > self.nodes:
            raise self._fault(mark, "yaml-trop", limite=self.nodes)
        if event.anchor is not None:
            raise self._fault(mark, "yaml-etoile" if kind == "AliasEvent" else "yaml-ancre")
        if event.tag is not None:
            raise self._fault(mark, "yaml-etiquette")
        if kind == "ScalarEvent":
            return self._scalar(event)
        if level == self.depth:
            raise self._fault(mark, "yaml-profondeur", limite=self.depth)
        if kind == "SequenceStartEvent":
            sequence = Sequence(self.first_line + mark.line, mark.column + 1)
            while type(item := next(self.events)).__name__ != "SequenceEndEvent":
                sequence.append(self._value(item, level + 1))
            return sequence
        mapping = Mapping(self.first_line + mark.line, mark.column + 1)
        while type(name := next(self.events)).__name__ != "MappingEndEvent":
            key = self._key(name, mapping)
            content = next(self.events)
            if ":" not in self.text[name.end_mark.index : content.start_mark.index]:
                raise self._lone_key(event, name)
            mapping[key] = self._value(content, level + 1)
        return mapping

    def _scalar(self, event: _Event) -> Scalar:
        text, mark, end, plain = event.value, event.start_mark, event.end_mark, not event.style
        if _SURROGATE.search(text):  # written as an escape: `\ud800`
            raise self._fault(mark, "yaml-barre-oblique")
        if not plain and _GLUED_COMMENT.match(self.text, mark.index):  # only the C parser takes it
            raise self._fault(mark, "yaml-chevron", signe=self.text[mark.index])
        comment = _COMMENT.match(self.text, end.index) if plain else None
        if comment and (comment["glued"] or " " in text):
            raise self._fault(end, "yaml-diese", after=1)
        return Scalar(text, self.first_line + mark.line, mark.column + 1, plain)

    def _key(self, event: _Event, mapping: Mapping) -> Scalar:
        """The key that an event spells, if a reader would take it for one too."""
        key = self._value(event, 0) if type(event).__name__ in ("ScalarEvent", "AliasEvent") else None
        if not isinstance(key, Scalar) or not key.strip():
            raise self._fault(event.start_mark, "yaml-cle")
        if key.plain and not _WORD.fullmatch(key):
            self._refuse_sentence(key, event)
        if key in mapping:
            first = next(known for known, _ in mapping.pairs() if known == key)
            raise self._fault(event.start_mark, "yaml-cle-en-double", cle=shorten(key, 60), premiere_ligne=first.line)
        return key

    def _refuse_sentence(self, key: Scalar, event: _Event) -> None:
        """Refuse the unquoted keys that their author did not mean as such."""
        from cip_coach.yamltraps import CURLY_QUOTES  # only here and below: most texts have no such key

        if key == "<<":
            raise self._fault(event.start_mark, "yaml-fusion")
        if key[0] in CURLY_QUOTES:
            raise self._fault(event.start_mark, "yaml-guillemets-courbes")
        colon = _COLON.match(self.text, event.end_mark.index)
        if colon and " " in key.strip() and (len(colon[0]) > 1 or key[-1] in _NO_BREAK):
            mark = event.start_mark
            if not self.text[mark.index - mark.column : mark.index].strip():  # no dash: it stands where a key would
                raise self._fault(mark, "yaml-cle-espaces", cle=shorten(key.strip(), 60))
            raise self._fault(event.end_mark, "yaml-deux-points", after=len(colon[0]) - 1)
        if key != key.strip(_NO_BREAK):
            raise self._fault(event.start_mark, "yaml-espace-insecable", cle=shorten(key.strip(), 60))

    def _lone_key(self, mapping: _Event, key: _Event) -> YamlFault:
        """The fault of a key without its colon: a text in braces, or a sentence cut by a comma."""
        before = self.text[mapping.start_mark.index : key.start_mark.index]
        if before.rstrip() == "{":
            return self._fault(mapping.start_mark, "yaml-crochet", signe="{")
        if before.startswith("{"):
            return self._fault(key.start_mark, "yaml-virgule")
        for _ in self.events:  # a text broken further on has a better reason
            pass
        return self._fault(key.start_mark, "yaml-signe", signe="?")

    def _explained(self, causes: list[BaseException | None]) -> YamlFault:
        """The fault behind the first of PyYAML's exceptions that says where it is."""
        import yaml

        from cip_coach import yamltraps

        for cause in causes:
            if isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark:
                mark, opened = cause.problem_mark, cause.context_mark
                stumble = yamltraps.Stumble(
                    cause.problem or "",
                    (mark.line, mark.column),
                    cause.context or "",
                    (opened.line, opened.column) if opened else None,
                )
                line, column, code, details = yamltraps.explain(self.text, stumble)
                return YamlFault(self.first_line + line, column + 1, code, details)
        return YamlFault(self.first_line, 1, "yaml-illisible", {})

    def _fault(self, mark: "yaml.Mark", code: str, *, after: int = 0, **details: str | int) -> YamlFault:
        """A fault at a mark of PyYAML, or so many columns after it."""
        return YamlFault(self.first_line + mark.line, mark.column + after + 1, code, details)
