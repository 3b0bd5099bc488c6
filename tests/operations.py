"""The commands that change a journal, what each must leave, and a bench that runs one on a fresh copy of a journal."""

import getpass
import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from faults import CHANGES, KILL, SECRET, Faulty, Killed
from notebook import entry, note

from cip_coach import cli
from cip_coach.answer import Action
from cip_coach.keeping import conversion, lockwork, marker, shelf, vault
from cip_coach.keeping.parse import parse
from cip_coach.keeping.render import render
from cip_coach.keeping.seal import Seal
from cip_coach.keeping.shelf import Journal, note_name
from cip_coach.terminal import secret

TODAY = "2026-11-22"
PHRASE = "galet rivière onze lampes"
KEYS = Path(__file__).parent / "data" / "coffre"
"""A key sealed so that opening it costs nothing: the real cost has its own test."""
TELLING = tuple(name for name in CHANGES if name not in ("close", "fsync"))
"""The calls between which the disk differs: to be killed at the others is the same as at the next one."""


@dataclass(frozen=True)
class Operation:
    """A command line (`{…}` is a place beside the journal), what is typed, and what it must leave of the notes."""

    words: tuple[str, ...]
    left: tuple[str, ...]
    """The words of the notes that are there in the end."""
    typed: str = ""
    kept: tuple[str, ...] = ("un", "deux", "trois")
    """The words of the notes that must be there at any moment."""
    again: tuple[int, ...] = (0,)
    """What the same command may answer when it is typed again after the cut."""


OPERATIONS = {
    "renommer": Operation(("journal", "renommer", "galet", "sureau"), ("un", "deux", "trois", "jeté"), again=(0, 1)),
    "oublier": Operation(("journal", "oublier", "galet"), ("deux",), "oublier\n", ("deux",), (0, 1)),
    "purger": Operation(
        ("journal", "purger", "--plus-de", "12mois"), ("deux", "trois", "jeté"), "purger\n", ("deux", "trois")
    ),
    "corbeille": Operation(("journal", "corbeille", "--vider"), ("un", "deux", "trois"), "vider\n"),
    "deplacer": Operation(("journal", "deplacer", "{neuf}"), ("un", "deux", "trois", "jeté"), again=(0, 1)),
    "restaurer": Operation(("journal", "restaurer", "{copie.zip}"), ("un", "deux", "trois", "jeté", "quatre")),
    "sauvegarder": Operation(
        ("journal", "sauvegarder", "{neuve.zip}"), ("un", "deux", "trois", "jeté"), again=(0, 1)
    ),
    "jeter": Operation(("review", "--jeter", "bbbbbb"), ("un", "deux", "trois", "jeté"), again=(0, 1)),
    "pas fait": Operation(("pas", "fait", "bbbbbb.1"), ("un", "deux", "trois", "jeté"), "un mot\n", again=(0, 1)),
    "regard": Operation(
        ("review", "--regard", "bbbbbb"), ("un", "deux", "trois", "jeté"), "Je vois mieux.\n", again=(0, 1)
    ),
}

Given = tuple[pytest.CaptureFixture[str], pytest.MonkeyPatch]


def built(place: Path, *, sealed: bool = False) -> Path:
    """A journal, one of its notes in the trash, and a backup that holds one more; both in clear, or both a vault."""
    journal = place / "journal"
    journal.mkdir(mode=0o700)
    (journal / ".cip-coach.yml").write_text("format: 1\njournal: essai\netat: ouvert\n", "utf-8")
    notes = [
        ("2025", note("aaaaaa", "2025-01-10", entry("chaud.bien", "un"))),
        ("2026", note("bbbbbb", "2026-11-20", entry("chaud.bien", "deux"), a_step(), person="merle")),
        ("2026", note("cccccc", "2026-11-21", entry("chaud.bien", "trois"))),
        ("corbeille", note("dddddd", "2026-11-01", entry("chaud.bien", "jeté"))),
        ("2026", note("eeeeee", "2026-11-02", entry("chaud.bien", "quatre"), person="")),
    ]
    for folder, one in notes:
        path = journal / folder / note_name(one.head.day, one.head.begun, one.head.tree, one.head.id)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_text(render(one), "utf-8")
    if sealed:
        seal(journal)
    assert cli.run(["journal", "sauvegarder", str(place / "copie.zip"), "--journal", str(journal)]) == 0
    next(journal.rglob("*eeeeee.md*")).unlink()
    return place


def seal(root: Path) -> None:
    """Make this journal a vault whose key costs nothing to open."""
    for name in (vault.KEY, vault.RECIPIENTS):
        shutil.copy(KEYS / name, root / name)
    found = marker.find(root)
    assert found is not None
    assert conversion.seal(Journal(root, found, seal=key()), lambda *_: None).problems == ()


def sit_down(patch: pytest.MonkeyPatch) -> None:
    """From now on somebody is at the terminal, who types the passphrase each time it is asked."""
    stream = SimpleNamespace(isatty=lambda: True)
    patch.setattr(
        secret, "sys", SimpleNamespace(stdin=stream, stdout=SimpleNamespace(flush=lambda: None), stderr=stream)
    )
    patch.setattr(getpass, "getpass", lambda _: PHRASE)


def a_step() -> object:
    return entry("chaud.pas", Action("un pas"))


@cache
def key() -> Seal:
    """The key of every vault of the bench."""
    return vault.said(lockwork.unsealed((KEYS / vault.KEY).read_bytes(), PHRASE))


def said(path: Path) -> bytes:
    """The bytes of a file, unsealed if it is a sealed one; none for a name that is only taken."""
    data = path.read_bytes()
    return key().opened(data) if data and path.suffix == shelf.SEALED else data


class Bench:
    """A fresh copy of the model, the command run on it, and what lies there afterwards."""

    def __init__(self, place: Path, model: Path, operation: Operation, given: Given) -> None:
        shutil.copytree(model, place)
        self.place, self.operation = place, operation
        self.capsys, self.monkeypatch = given
        self.said = ""

    def run(self, faulty: Faulty | None = None, *, journal: str = "journal") -> int | None:
        """The exit code; None when it was killed."""
        words = [str(self.place / word[1:-1]) if word[0] == "{" else word for word in self.operation.words]
        stdin = io.TextIOWrapper(io.BytesIO(self.operation.typed.encode()))
        self.monkeypatch.setattr(sys, "stdin", stdin)
        line = [*words, "--journal", str(self.place / journal), "--aujourd-hui", TODAY]
        try:
            if faulty is None:
                return cli.run(line)
            with faulty:
                return cli.run(line)
        except Killed:
            return None
        finally:
            said = self.capsys.readouterr()
            self.said = said.out + said.err

    def files(self) -> dict[str, str]:
        """What each file says, by its name as it is in clear; archives, keys and what kills left aside."""
        paths = (path for path in sorted(self.place.rglob("*")) if path.is_file() and not path.name.endswith(".tmp"))
        return {
            path.relative_to(self.place).as_posix().removesuffix(".age"): said(path).decode("utf-8")
            for path in paths
            if path.suffix != ".zip" and path.name not in (vault.KEY, vault.RECIPIENTS)
        }

    def texts(self) -> list[str]:
        """The word of each note, each note once; every file is whole, or the empty place of one to come."""
        found: set[str] = set()
        for name, text in self.files().items():
            if name.endswith(".md") and text:
                read, problems = parse(text, name)
                assert read is not None and problems == (), name
                found.add(read.entries[0].answer.text)  # type: ignore[union-attr]
        return sorted(found)


def finished(bench: Bench, operation: Operation) -> None:
    """What is true once the work is done."""
    assert bench.texts() == sorted(operation.left)
    files = bench.files()
    assert [name for name in files if name.endswith(".travaux")] == []
    heads = "".join(text for name, text in files.items() if name.endswith(".md"))
    if "renommer" in operation.words:
        assert "personne: galet" not in heads
    if "oublier" in operation.words:
        assert "galet" not in heads
    if "deplacer" in operation.words:
        assert [name for name in files if name.startswith("journal/")] == []
        assert "etat: ouvert" in files["neuf/.cip-coach.yml"]


def cut(
    bench: Bench, at: int, call: tuple[str, str], fault: str, meanwhile: Callable[[Path], bool] = lambda _: True
) -> None:
    """The command of that bench meets a fault at that call: nothing is lost, and typed again it finishes.

    `meanwhile` must be true of the place that the fault leaves.
    """
    operation, place = bench.operation, bench.place
    faulty = Faulty(place.parent, at, fault, only=TELLING)
    code = bench.run(faulty)
    where = (at, call, bench.said)
    assert faulty.fired == 1, where
    assert code is None if fault == KILL else code in (0, 1), where
    assert SECRET not in bench.said, where
    assert set(operation.kept) <= set(bench.texts()), where
    assert meanwhile(place), where
    moved = not (place / "journal" / ".cip-coach.yml").exists()
    again = bench.run(journal="neuf" if moved else "journal")
    assert again in operation.again, (*where, bench.said)
    try:
        finished(bench, operation)
    except AssertionError as error:
        raise AssertionError((*where, bench.said)) from error
