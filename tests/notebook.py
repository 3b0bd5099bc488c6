"""A journal for the tests of reading: notes made in a line or two, kept as real files, and a command run on them."""

import io
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cip_coach import cli
from cip_coach.answer import Action, Answer, Items, Number, Picked, Words
from cip_coach.keeping.note import Entry, Head, Note, Status, feeds_steps, tasks_of
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import note_name

TODAY = "2026-11-22"
PARIS = timezone(timedelta(hours=1))
LABELS = {"oui": "Oui", "non": "Non", "en_partie": "En partie", "ne_sait_pas": "Je ne sais pas encore"}
KINDS = {Words: "texte", Items: "liste", Action: "action", Number: "nombre"}


def entry(path: str, answer: Answer | str, question: str = "", kind: str = "", level: int = 2, **more) -> Entry:
    """An answered question; a bare text is a free text, ids of yes and no have their labels."""
    answer = Words(answer) if isinstance(answer, str) else answer
    kind = kind or KINDS.get(type(answer), "oui_non")
    labels = tuple(LABELS.get(pick, pick) for pick in answer.ids) if isinstance(answer, Picked) else ()
    return Entry(path, kind, question or f"Question {path} ?", level, answer, labels, **more)


def note(
    note_id: str, day: str = "2026-11-20", *entries: Entry, person: str = "galet", tree: str = "a-chaud", **head
) -> Note:
    """A closed note; its head follows from its entries."""
    begun = datetime.fromisoformat(f"{day}T17:32:05").replace(tzinfo=PARIS)
    looks = head.pop("looks", ())
    foreign = head.pop("foreign", "")
    shut = {
        one.path: one.answer.ids if one.kind == "choix_multiple" else one.answer.ids[0]
        for one in entries
        if isinstance(one.answer, Picked)
    }
    made = Head(
        **{
            "id": note_id,
            "status": Status.CLOSED,
            "tree": tree,
            "version": 1,
            "fingerprint": "3f9c1a72",
            "day": date.fromisoformat(day),
            "begun": begun,
            "ended": begun + timedelta(minutes=4),
            "seconds": 214,
            "person": person,
            "answers": shut,
            "open": tuple(one.path for one in entries if one.path not in shut),
            **head,
        }
    )
    kept = tuple(
        replace(one, tasks=one.tasks or tasks_of(one.answer, one.labels))
        if feeds_steps(made, one.path, one.kind)
        else one
        for one in entries
    )
    return Note(made, "À chaud, en trois minutes", kept, looks, foreign=foreign)


@dataclass
class Ran:
    code: int
    out: str
    err: str


class Notebook:
    """A journal in a folder, and the command run on it with a frozen today."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.capsys, self.monkeypatch = root, capsys, monkeypatch
        root.mkdir(mode=0o700)
        (root / ".cip-coach.yml").write_text("format: 1\njournal: essai\netat: ouvert\n", encoding="utf-8")

    def keep(self, *notes: Note) -> list[Path]:
        return [self.put(self.name(one), render(one)) for one in notes]

    def name(self, one: Note) -> str:
        head = one.head
        folder = "brouillons" if head.status is Status.DRAFT else f"{head.day.year:04d}"
        return f"{folder}/{note_name(head.day, head.begun, head.tree, head.id)}"

    def put(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, *arguments: str, typed: str = "", today: str = TODAY) -> Ran:
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        more = ["--journal", str(self.root), "--aujourd-hui", today]
        words, options = _split(list(arguments))
        code = cli.run([*words, *more, *options])
        captured = self.capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    def photograph(self) -> dict[str, bytes]:
        """Every file and folder, byte for byte."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes() if path.is_file() else b"/"
            for path in self.root.rglob("*")
        }


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """The command's own words, then the rest: common options come between."""
    depth = 2 if arguments[:1] == ["pas"] and arguments[1:2] and arguments[1] in ("fait", "laisse", "rouvrir") else 1
    return arguments[:depth], arguments[depth:]


@pytest.fixture(name="notebook")
def a_notebook(tmp_path, capsys, monkeypatch) -> Notebook:
    """An empty journal."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Notebook(tmp_path / "journal", capsys, monkeypatch)
