"""Journals made head by head, for tests of the figures: each note says exactly what it is meant to."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from cip_coach.answer import Action, Items, Picked, Words
from cip_coach.keeping.marker import find
from cip_coach.keeping.note import Entry, Head, Look, Note, Status, Task
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import ID_LETTERS, Journal, note_name

TODAY = date(2026, 11, 22)
MARKER = "format: 1\njournal: essai\netat: ouvert\n"
LIST = "chaud.accroche.difficulte"
WHOLE = ("difficultes@1",)
CONFIDENCE, STAGES, SILENCE = "diff.relation.confiance", "diff.methode.etapes", "diff.relation.silence"


def head(rank: int, day: date, person: str = "galet", **fields: Any) -> Head:
    """A closed head whose id says its rank."""
    letters = ID_LETTERS[rank // 900 % 30] + ID_LETTERS[rank // 30 % 30] + ID_LETTERS[rank % 30]
    begun = datetime.combine(day, time(9 + rank % 8, rank % 60), UTC)
    given = {"tree": "a-chaud", "version": 1, "fingerprint": "3f9c1a72", "status": Status.CLOSED, **fields}
    return Head(id=f"nte{letters}", day=day, begun=begun, person=person, **given)


def noted(rank: int, day: date, *ids: str, person: str = "galet", path: str = LIST, **fields: Any) -> Head:
    """A note whose list of difficulties was answered by `ids`, `[]` without any."""
    said = {"exposed": {path: WHOLE}, "difficulties": {path: ids} if ids else {}, "answers": {path: ids}}
    return head(rank, day, person, **{**said, **fields})


@dataclass
class Folder:
    """A journal on the disk."""

    root: Path
    kept: list[Path] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        (self.root / ".cip-coach.yml").write_text(MARKER, encoding="utf-8")

    @property
    def journal(self) -> Journal:
        marker = find(self.root)
        assert marker is not None
        return Journal(self.root, marker)

    def keep(self, *heads: Head) -> "Folder":
        """Write these notes, with bodies that say the same as their heads."""
        for one in heads:
            self.put(whole(one))
        return self

    def put(self, note: Note, name: str = "", folder: str = "") -> Path:
        one = note.head
        place = folder or ("brouillons" if one.status is Status.DRAFT else f"{one.day.year:04d}")
        (self.root / place).mkdir(exist_ok=True)
        path = self.root / place / (name or note_name(one.day, one.begun, one.tree, one.id))
        path.write_bytes(render(note).encode())
        self.kept.append(path)
        return path


def whole(one: Head, *entries: Entry, looks: tuple[Look, ...] = ()) -> Note:
    """The note of this head: an entry for each closed answer, and `entries`; the head lists their open paths."""
    closed = [
        Entry(
            path,
            "choix_multiple" if isinstance(value, tuple) else "oui_non",
            f"Question {path}",
            2,
            Picked((value,) if isinstance(value, str) else value, _others(value)),
            tuple(pick for pick in ((value,) if isinstance(value, str) else value) if not pick.startswith("autre")),
        )
        for path, value in one.answers.items()
        if not any(entry.path == path for entry in entries)
    ]
    texts = [entry.path for entry in entries if not isinstance(entry.answer, Picked) and entry.path not in one.open]
    return Note(replace(one, open=(*one.open, *texts)), "Essai", (*closed, *entries), looks)


def _others(value: str | tuple[str, ...]) -> tuple[str, ...]:
    picks = (value,) if isinstance(value, str) else value
    return tuple(f"mes mots {pick}" for pick in picks if pick.startswith("autre"))


def text(path: str, words: str) -> Entry:
    return Entry(path, "texte", f"Question {path}", 2, Words(words))


def items(path: str, *texts: str) -> Entry:
    return Entry(path, "liste", f"Question {path}", 2, Items(texts))


def step(path: str, task: Task) -> Entry:
    return Entry(path, "action", f"Question {path}", 2, Action(task.text, task.due), tasks=(task,))
