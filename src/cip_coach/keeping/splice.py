"""One place of a kept note changed, every other byte left alone. Knows text; knows no folder and no clock.

A closed note is never written again from its value: a tick, a later look or a
new code is put into its raw text, whose line ends, byte order mark and foreign
lines stay. Each function raises `Refused` when it does not find the place.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from cip_coach.frozen import replace
from cip_coach.keeping import blocks, quoting, rows, tasks, unquoting
from cip_coach.keeping import head as heads
from cip_coach.keeping.beginning import parse_head
from cip_coach.keeping.blocks import Block, Sort
from cip_coach.keeping.note import Head, Look, TaskState, feeds_steps
from cip_coach.keeping.render import look_lines
from cip_coach.keeping.rows import Row
from cip_coach.patterns import regex
from cip_coach.problem import Refused
from cip_coach.text import clean

_SCALAR = regex(r"""([\w-]+[ \t]*:[ \t]*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^#]*?)([ \t]+#.*|[ \t]*)""")


def with_task(text: str, rank: int, state: TaskState, day: date | None = None, word: str = "") -> str:
    """The note where its next step number `rank` (from 1, in the order of the file) became `state`.

    `day` and `word` say when, and what it changed; an open step loses both.
    Raises `Refused` `note-pas-introuvable`.
    """
    lines, head = _opened(text)
    for number, (block, row) in enumerate(_steps(lines, head), start=1):
        if number == rank:
            ended = state is not TaskState.OPEN
            task = replace(
                tasks.read(row), state=state, day=day if ended else None, word=clean(word) if ended else ""
            )
            places = block.places[row.start : row.end]
            return _replaced(lines, places[0], places[-1] + 1, quoting.quoted(tasks.lines(task)))
    raise Refused("note-pas-introuvable", rang=rank)


def with_look(text: str, day: date, words: str) -> str:
    """The note with one later look more at its end. Raises `Refused` `note-texte-vide`."""
    lines, _ = _opened(text)
    end = _line_end(lines[0])
    last = lines[-1]
    gap = end * 2 if not last.endswith(("\r", "\n")) else end if last.strip() else ""
    return text + gap + end.join([*look_lines(Look(day, _said(words))), ""])


def with_text(text: str, path: str, new_text: str) -> str:
    """The note where the free text at `path` is `new_text`; a list takes one item a line.

    Raises `Refused`: `note-texte-vide`, `note-echange-introuvable`, or `note-texte-fige`
    for a closed answer or a next step.
    """
    lines, head = _opened(text)
    said = _said(new_text)
    block = next((block for block in _entries(lines) if block.name == path), None)
    if block is None:
        raise Refused("note-echange-introuvable", chemin=path)
    if block.kind not in ("texte", "piste", "liste") or feeds_steps(head, path, block.kind):
        raise Refused("note-texte-fige", chemin=path)
    written = said.split("\n")
    if block.kind == "liste":
        written = [row for line in written if line.strip() for row in rows.bullet(line.strip())]
    start, end = (block.places[0], block.places[-1] + 1) if block.places else [block.marker + 1] * 2
    return _replaced(lines, start, end, quoting.quoted(written))


def with_head_value(text: str, key: str, value: str) -> str:
    """The note where the head says `key: value`; an empty value takes the key away.

    A key that was not there comes at its usual place. Raises `Refused`
    `note-cle-figee` for a key that is not ours, or that holds a list or a table.
    """
    lines, _ = _opened(text)
    _, closing = blocks.fences([line.rstrip("\r\n") for line in lines])
    written = {
        found[1]: index for index in range(1, closing) if (found := re.match(r"([\w-]+)[ \t]*:", lines[index]))
    }
    if key not in heads.SCALARS:
        raise Refused("note-cle-figee", cle=key)
    new = [heads.value_line(key, clean(value))] if value else []
    if key in written:
        changed = _rewritten(lines, written[key], new)
    elif new:
        after = heads.KEYS[heads.KEYS.index(key) + 1 :]
        place = next((written[name] for name in after if name in written), closing)
        changed = _replaced(lines, place, place, new)
    else:
        return text
    head, _ = parse_head(changed, "")
    if head is None:
        raise Refused("note-cle-figee", cle=key)
    return changed


def _opened(text: str) -> tuple[list[str], Head]:
    """The lines of a note, with their ends, and its head."""
    head, problems = parse_head(text, "")
    if head is None:
        raise Refused("note-illisible", problems)
    return blocks.split_with_ends(text), head


def _entries(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks that `parse` reads as entries."""
    bare = [line.rstrip("\r\n") for line in lines]
    seen: set[str] = set()
    for block in blocks.scan(bare, blocks.fences(bare)[1] + 1).blocks:
        if block.sort is Sort.ENTRY and block.kind in blocks.KINDS and block.name not in seen:
            seen.add(block.name)
            yield block


def _steps(lines: Sequence[str], head: Head) -> Iterator[tuple[Block, Row]]:
    """The next steps of a note, in the order of the file: the one `parse` gives them."""
    for block in _entries(lines):
        written = head.answers.get(block.name)
        if feeds_steps(head, block.name, block.kind) and unquoting.holds_steps(block.kind, written):
            found, _ = unquoting.step_rows(block.kind, block.quote, written)
            yield from ((block, row) for row, _ in found)


def _said(words: str) -> str:
    said = clean(words).strip("\n")
    if not said.strip():
        raise Refused("note-texte-vide")
    return said


def _replaced(lines: Sequence[str], start: int, end: int, new: Sequence[str]) -> str:
    """The text where `new` stands for the lines `start` to `end`, with the line ends of the place."""
    around = lines[start] if start < end else lines[max(start - 1, 0)]
    ending = _line_end(around) or _line_end(lines[0])
    before = list(lines[:start])
    if before and new and not _line_end(before[-1]):
        before[-1] += ending
    last = _line_end(lines[end - 1]) if start < end else ending
    middle = [line + ending for line in new[:-1]] + [line + last for line in new[-1:]]
    return "".join([*before, *middle, *lines[end:]])


def _rewritten(lines: Sequence[str], place: int, new: Sequence[str]) -> str:
    """The text where the value on line `place` is the one of `new`; a comment beside it stays."""
    after = place + 1
    while re.match(r"[ \t]+\S|[ \t]*-[ \t]", lines[after]):
        after += 1
    found = _SCALAR.fullmatch(lines[place].rstrip("\r\n"))
    if found and new and after == place + 1:
        _, _, value = new[0].partition(": ")
        space = "" if found[1].endswith((" ", "\t")) else " "
        return _replaced(lines, place, after, [f"{found[1]}{space}{value}{found[3]}"])
    return _replaced(lines, place, after, new)


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
