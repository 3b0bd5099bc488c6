"""Notes as one Markdown text to print or to hand over: codes replaced, nothing that leads back to the journal.

Only the codes of persons are replaced, where they stand alone and wherever they
occur as words in a text: what the words themselves tell is for their author to read again.
"""

import re
from collections.abc import Iterable, Sequence

from cip_coach.frenchdate import spoken, spoken_month
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.note import Entry, Note, Task, TaskState
from cip_coach.reading import answers
from cip_coach.reading.sought import letters
from cip_coach.text import NBSP, fold

THE_PERSON = "la personne"
_MARKS = {TaskState.OPEN: "à faire", TaskState.DONE: "fait", TaskState.LEFT: "laissé"}


def anonymous(notes: Sequence[Note], *, months_only: bool = False, advance: Advance = untold) -> str:
    """The notes, oldest first, under their dates (their months, with `months_only`).

    One code becomes « la personne », several « la personne A », « B »… in the order they come.
    """
    ordered = sorted(notes, key=lambda note: (note.head.day, note.head.begun.timestamp()))
    codes = list({fold(note.head.person): note.head.person for note in ordered if note.head.person}.values())
    return _Page(codes, months_only=months_only).written(ordered, advance)


class _Page:
    def __init__(self, codes: Sequence[str], *, months_only: bool) -> None:
        self.said = spoken_month if months_only else spoken
        self.aliases = {fold(code): _alias(rank, len(codes)) for rank, code in enumerate(codes)}
        longest_first = sorted(codes, key=len, reverse=True)
        self.patterns = [(_as_a_word(code), self.aliases[fold(code)]) for code in longest_first]

    def written(self, notes: Sequence[Note], advance: Advance) -> str:
        lines: list[str] = []
        for rank, note in enumerate(notes, 1):
            advance(rank, len(notes))
            lines += self._note(note)
        return "\n".join(lines)

    def _note(self, note: Note) -> Iterable[str]:
        head = note.head
        yield f"# {self._safe(note.title)}"
        yield ""
        yield f"{self.said(head.day)}{', ' + self.aliases[fold(head.person)] if head.person else ''}"
        yield ""
        for entry in note.entries:
            yield f"{'#' * entry.level} {self._safe(entry.question)}"
            yield from self._quoted(self._entry(entry))
        for look in note.looks:
            yield f"## Regard {'du ' if self.said is spoken else 'de '}{self.said(look.day)}"
            yield from self._quoted(look.text.split("\n"))

    def _entry(self, entry: Entry) -> Iterable[str]:
        if entry.tasks:
            return [self._task(task) for task in entry.tasks]
        said = answers.lines(entry)
        return [f"- {line}" for line in said] if entry.kind in ("liste", "choix_multiple") else said

    def _task(self, task: Task) -> str:
        due = f" (pour {'le ' if self.said is spoken else ''}{self.said(task.due)})" if task.due else ""
        word = f"{NBSP}: {task.word}" if task.word else ""
        return f"- {task.text}{due}, {_MARKS[task.state]}{word}"

    def _quoted(self, lines: Iterable[str]) -> Iterable[str]:
        yield ""
        for line in lines:
            yield f"> {self._safe(line)}".rstrip()
        yield ""

    def _safe(self, text: str) -> str:
        """The text without the codes, with no markup that a reader would obey."""
        for pattern, alias in self.patterns:
            text = pattern.sub(alias, text)
        return text.replace("<", r"\<").replace("\n", " ")


def _as_a_word(code: str) -> re.Pattern[str]:
    """`code` where it stands alone; a very short one only as it is written, or half the words would go."""
    return re.compile(rf"(?<!\w){letters(code) if len(code) > 2 else re.escape(code)}(?!\w)")


def _alias(rank: int, count: int) -> str:
    if count == 1:
        return THE_PERSON
    name = ""
    rank += 1
    while rank:
        rank, letter = divmod(rank - 1, 26)
        name = chr(ord("A") + letter) + name
    return f"{THE_PERSON} {name}"
