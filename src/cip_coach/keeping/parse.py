"""Markdown → a note, and all that is wrong in it. The exact inverse of `render`, kind to hand edits.

For closed answers the head wins, for texts the body; a contradiction is a
`Problem`. What nobody understands stays in `foreign` or `extra`: nothing is lost
when a draft is written again. Nothing here raises, whatever the text.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from cip_coach.answer import Items, Words
from cip_coach.frozen import replace
from cip_coach.keeping import blocks, quickbody, unquoting
from cip_coach.keeping.beginning import parse_head
from cip_coach.keeping.blocks import Block, Skeleton, Sort
from cip_coach.keeping.note import Aside, Entry, Frozen, Head, Look, Note, feeds_steps
from cip_coach.problem import Problem
from cip_coach.text import clean


def parse(text: str, file: str) -> tuple[Note | None, tuple[Problem, ...]]:
    """The note written in `text`, with its problems in the order of the lines.

    None when the head cannot be read: without it an answer has no meaning.
    """
    head, problems = parse_head(text, file)
    if head is None:
        return None, problems
    quick = quickbody.read(head, text)
    note, told = (quick, ()) if quick is not None else below(head, text, file)
    return note, (*problems, *told)


def parse_steps(text: str, file: str) -> tuple[Note | None, tuple[Problem, ...]]:
    """The same with no entries but the next steps, and the later looks: three times as fast.

    What is wrong with the other entries is not told.
    """
    head, problems = parse_head(text, file)
    if head is None:
        return None, problems
    note, told = below(head, text, file, steps_only=True)
    return note, (*problems, *told)


def steps_below(head: Head, text: str, file: str) -> tuple[Note, tuple[Problem, ...]]:
    """The same for a note whose head was read before: what stands above its first step or look is not read.

    The title is then not known, and the name of the tree stands for it.
    """
    quick = quickbody.steps(head, text)
    if quick is not None:
        return Note(head, head.tree, *quick), ()
    lines = blocks.split(text)
    reader = _Reader(head, lines, file)
    reader.read(blocks.scan(lines, blocks.fences(lines)[1] + 1, partial(_is_step_or_look, head)))
    return reader.note(head.tree), tuple(reader.problems)


def below(head: Head, text: str, file: str, *, steps_only: bool = False) -> tuple[Note, tuple[Problem, ...]]:
    """The note of a head, whose text is read line by line: the strict reader, whose word counts."""
    lines = blocks.split(text)
    start = blocks.fences(lines)[1] + 1
    reader = _Reader(head, lines, file)
    skeleton = blocks.scan(lines, start, *((partial(_is_step_or_look, head),) if steps_only else ()))
    if skeleton.title is None:
        reader.tell("note-titre-absent", start, warning=True)
    reader.read(skeleton)
    if not steps_only:
        reader.problems += reader.unmatched()
    note = reader.note(head.tree if skeleton.title is None else skeleton.title)
    return note, tuple(sorted(reader.problems, key=lambda problem: problem.line))


def _is_step_or_look(head: Head, sort: Sort, name: str, kind: str) -> bool:
    return sort is Sort.LOOK or (sort is Sort.ENTRY and feeds_steps(head, name, kind))


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
