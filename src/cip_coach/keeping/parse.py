"""Markdown → a note, and all that is wrong in it. The exact inverse of `render`, kind to hand edits.

For closed answers the head wins, for texts the body; a contradiction is a
`Problem`. What nobody understands stays in `foreign` or `extra`: nothing is lost
when a draft is written again. Nothing here raises, whatever the text.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from cip_coach.answer import Items, Words
from cip_coach.frozen import replace
from cip_coach.keeping import blocks, quickhead, quicksteps, unquoting
from cip_coach.keeping.blocks import Block, Skeleton, Sort
from cip_coach.keeping.note import Aside, Entry, Frozen, Glimpse, Head, Look, Note, feeds_steps
from cip_coach.problem import Problem
from cip_coach.text import clean


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a note's bytes, to the last one (a byte order mark stays: `text.encode() == data`).

    None, with the name of the disease, for what is not UTF-8 or was never written.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if text and b"\0" not in data and not data.isspace():
        return text, ()
    disease, line = _disease(data)
    if disease:
        return None, (Problem(file, line, 1, disease),)
    return data.decode("utf-8"), ()


def decode_head(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The same for the beginning of a file, of which only the head is kept when it is whole."""
    if data.startswith((b"---", b"\xef\xbb\xbf---")):
        found = re.compile(rb"[\r\n]---[ \t]*(?:[\r\n]|\Z)").search(data)
        data = data[: found.end()] if found else data
    return decode(data, file)


def parse_head(text: str, file: str) -> tuple[Head | None, tuple[Problem, ...]]:
    """The head of a note's text, or why there is none."""
    quick = _quick_head(text)
    return (quick, ()) if quick else _read_head(blocks.split(text), file)


def read_head(
    data: bytes, file: str, start: date = date.min, end: date = date.max
) -> tuple[Head | Glimpse | None, tuple[Problem, ...]]:
    """The head in the first bytes of a note, or why there is none.

    Of a note that is not of the days from `start` up to `end`, a glimpse is enough.
    """
    quick = quickhead.glance(data, start, end)
    if quick:
        return quick, ()
    text, problems = decode_head(data, file)
    return (None, problems) if text is None else parse_head(text, file)


def parse(text: str, file: str) -> tuple[Note | None, tuple[Problem, ...]]:
    """The note written in `text`, with its problems in the order of the lines.

    None when the head cannot be read: without it an answer has no meaning.
    """
    return _parse(text, file)


def parse_steps(text: str, file: str, known: Head | None = None) -> tuple[Note | None, tuple[Problem, ...]]:
    """The same with no entries but the next steps, and the later looks: three times as fast.

    What is wrong with the other entries is not told.
    """
    return _parse(text, file, steps_only=True)


def steps_below(head: Head, text: str, file: str) -> tuple[Note, tuple[Problem, ...]]:
    """The same for a note whose head was read before: what stands above its first step or look is not read.

    The title is then not known, and the name of the tree stands for it.
    """
    quick = quicksteps.read(head, text)
    if quick is not None:
        return Note(head, head.tree, *quick), ()
    lines = blocks.split(text)
    reader = _Reader(head, lines, file)
    reader.read(blocks.scan(lines, blocks.fences(lines)[1] + 1, partial(_is_step_or_look, head)))
    return reader.note(head.tree), tuple(reader.problems)


def _parse(text: str, file: str, *, steps_only: bool = False) -> tuple[Note | None, tuple[Problem, ...]]:
    lines = blocks.split(text)
    quick = _quick_head(text)
    head, problems = (quick, ()) if quick else _read_head(lines, file)
    if head is None:
        return None, problems
    start = blocks.fences(lines)[1] + 1
    reader = _Reader(head, lines, file)
    skeleton = blocks.scan(lines, start, *((partial(_is_step_or_look, head),) if steps_only else ()))
    if skeleton.title is None:
        reader.tell("note-titre-absent", start, warning=True)
    reader.read(skeleton)
    if not steps_only:
        reader.problems += reader.unmatched()
    note = reader.note(head.tree if skeleton.title is None else skeleton.title)
    return note, (*problems, *sorted(reader.problems, key=lambda problem: problem.line))


def _is_step_or_look(head: Head, sort: Sort, name: str, kind: str) -> bool:
    return sort is Sort.LOOK or (sort is Sort.ENTRY and feeds_steps(head, name, kind))


def _disease(data: bytes) -> tuple[str, int]:
    """The code of what makes these bytes unreadable, "" for none, and the line where it shows."""
    if not data.strip():
        return "note-vide", 1
    if not data.strip(b"\0"):
        return "note-nulle", 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "note-utf16", 1
    if b"\0" in data:
        odd_or_even = max(data[:200:2].count(0), data[1:200:2].count(0))
        code = "note-utf16" if odd_or_even > 40 or odd_or_even * 3 > len(data) else "note-nuls"
        return code, 1 if code == "note-utf16" else _line(data, data.index(0))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and error.end == len(data)
        return "note-coupee" if cut else "note-pas-utf8", _line(data, error.start)
    return "", 0


def _line(data: bytes, place: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", data[:place])) + 1


def _quick_head(text: str) -> Head | None:
    """The head, if the whole of it is as we write it."""
    end = text.find("\n---\n") + len("\n---\n")
    return quickhead.read(text[:end].encode()) if text.startswith("---\n") else None


def _read_head(lines: list[str], file: str) -> tuple[Head | None, tuple[Problem, ...]]:
    opening, closing = blocks.fences(lines)
    if opening < 0:
        return None, (Problem(file, 1, 1, "note-sans-entete"),)
    if closing < 0:
        return None, (Problem(file, 1, 1, "note-entete-ouvert"),)
    from cip_coach.keeping import head as heads  # with YAML: only for a head that was changed by hand

    return heads.read("\n".join(lines[1:closing]), file)


class _Reader:
    """One reading of one body."""

    def __init__(self, head: Head, lines: list[str], file: str) -> None:
        self.head, self.lines, self.file = head, lines, file
        self.problems: list[Problem] = []
        self.entries: list[Entry] = []
        self.seen: set[str] = set()
        self.looks: list[Look] = []
        self.half_typed: Aside | None = None
        self.reserve: list[Aside] = []
        self.sources: list[Frozen] = []
        self.foreign: list[str] = []

    def read(self, skeleton: Skeleton) -> None:
        self.foreign.append(skeleton.foreign)
        for block in skeleton.blocks:
            self.block(block)

    def note(self, title: str) -> Note:
        return Note(
            self.head,
            clean(title),
            tuple(self.entries),
            tuple(self.looks),
            self.half_typed,
            tuple(self.reserve),
            tuple(self.sources),
            "\n\n".join(text for text in self.foreign if text),
        )

    def tell(self, code: str, line: int, *, warning: bool = False, **details: str | int) -> None:
        """Add a problem; `line` counts from 0."""
        self.problems.append(Problem(self.file, line + 1, 1, code, details, warning))

    def block(self, block: Block) -> None:
        if block.sort is Sort.ENTRY:
            self.entry(block)
            return
        if block.sort is Sort.LOOK:
            if text := unquoting.words(block.quote):
                self.looks.append(Look(date.fromisoformat(block.name), text))
        elif block.sort is Sort.SOURCE:
            self.sources.append(Frozen(block.name, unquoting.source(block.quote)))
        else:
            answer = unquoting.aside(block.kind, block.quote) if block.kind in blocks.KINDS else None
            if answer is None:
                return self.keep_raw(block)
            self.aside(block, Aside(block.name, block.kind, answer))
        self.foreign.append(block.foreign)

    def aside(self, block: Block, aside: Aside) -> None:
        if block.sort is Sort.RESERVE or self.half_typed is not None:
            self.reserve.append(aside)
        else:
            self.half_typed = aside

    def entry(self, block: Block) -> None:
        path, kind = block.name, block.kind
        if kind not in blocks.KINDS:
            self.tell("note-type-inconnu", block.marker, type=kind)
            return self.keep_raw(block)
        if path in self.seen:
            self.tell("note-echange-double", block.marker, chemin=path)
            return self.keep_raw(block)
        self.seen.add(path)
        written = self.head.answers.get(path)
        found = unquoting.entry(kind, block.quote, written, steps=feeds_steps(self.head, path, kind))
        if not any(line.strip() for line in block.quote):
            self.tell("note-citation-absente", block.marker, chemin=path)
        else:
            for fault in found.faults:
                self.tell(fault, block.places[0], chemin=path)
        if found.answer is None:
            return self.keep_raw(block) if found.faults else self.keep_foreign(block.foreign)
        if isinstance(found.answer, Words | Items) and written is None and path not in self.head.open:
            self.tell("note-texte-hors-entete", block.marker, warning=True, chemin=path)
        if path in self.head.skipped:
            self.tell("note-passee-et-repondue", block.marker, chemin=path)
        question = clean(block.heading).replace("\n", " ")
        self.entries.append(
            Entry(path, kind, question, block.level, found.answer, found.labels, found.tasks, block.foreign)
        )

    def keep_raw(self, block: Block) -> None:
        """Keep a block that cannot be read as somebody's text, its marker made harmless."""
        marker = block.marker - block.start
        raw = self.lines[block.start : block.end]
        raw[marker] = raw[marker].replace("cip:", "cip! ", 1)
        self.keep_foreign(blocks.trimmed(raw))

    def keep_foreign(self, text: str) -> None:
        """Keep a text after the entry where it was found."""
        if not text:
            return
        if not self.entries:
            self.foreign.append(text)
            return
        last = self.entries[-1]
        self.entries[-1] = replace(last, foreign=f"{last.foreign}\n\n{text}" if last.foreign else text)

    def unmatched(self) -> Iterator[Problem]:
        """What the head announces and the body does not hold."""
        line = len(self.lines) - 1
        for path in (*self.head.answers, *self.head.open):
            if path not in self.seen:
                yield Problem(self.file, line, 1, "note-echange-absent", {"chemin": path})
