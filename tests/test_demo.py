"""The demonstration: a year that never was, made through the shipped trees, and gone when one leaves."""

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from pseudo_terminal import needs_pty, surroundings, terminal

from cip_coach import cli, privacy
from cip_coach.asking.inventedyear import FOLDER, invented_year
from cip_coach.asking.library import shipped_folder
from cip_coach.commands import inventing
from cip_coach.keeping import shelf
from cip_coach.keeping.marker import Marker
from cip_coach.keeping.note import Note, TaskState
from cip_coach.keeping.shelf import Journal
from cip_coach.terminal.messages import demo as said
from cip_coach.terminal.messages import home

TODAY = date(2026, 11, 27)
YEAR = inventing.read_year()


def photograph(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def demonstrations(place: Path) -> list[Path]:
    return list(place.glob("cip-coach-demo-*"))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("demo") / "journal"
    for _ in inventing.invented(YEAR, root, TODAY):
        pass
    return root


@pytest.fixture(scope="module")
def notes(made) -> list[Note]:
    journal = Journal(made, Marker("demonstration"))
    loaded = [shelf.load(journal, path) for path in shelf.notes(journal)]
    assert [problem for one in loaded for problem in one.problems] == []
    return [one.note for one in loaded if one.note]


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run `demo` in this process, in a home and a temporary folder of its own: code, stdout, stderr."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("CIP_COACH_JOURNAL", str(tmp_path / "vrai"))

    def running(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = cli.run(["demo", "--aujourd-hui", "2026-11-27", *words])
        shown = capsys.readouterr()
        assert demonstrations(temporary) == []
        assert not (tmp_path / "home").exists() and not (tmp_path / "vrai").exists()
        assert os.environ["CIP_COACH_JOURNAL"] == str(tmp_path / "vrai")
        return code, shown.out, shown.err

    return running


# The year


def test_its_files_are_without_fault():
    assert invented_year(shipped_folder())[1] == ()


def test_it_is_a_year_of_about_120_notes_on_many_trees_with_several_persons(notes):
    assert 115 <= len(notes) <= 130
    days = [note.head.day for note in notes]
    assert timedelta(340) <= max(days) - min(days) <= timedelta(366)
    assert max(days) <= TODAY
    assert all(day.weekday() < 5 for day in days)
    assert len({note.head.tree for note in notes}) >= 12
    assert len({note.head.person for note in notes if note.head.person}) >= 8
    assert {note.head.programme for note in notes} == {"", "cpp", "tve"}


def test_steps_are_done_left_and_open_and_looks_come_later(notes):
    states = Counter(task.state for note in notes for entry in note.entries for task in entry.tasks)
    assert states[TaskState.DONE] > 20 and states[TaskState.LEFT] >= 2 and states[TaskState.OPEN] >= 5
    looks = [(look.day, note.head.day) for note in notes for look in note.looks]
    assert len(looks) >= 5
    assert all(noted < looked <= TODAY for looked, noted in looks)


def test_the_same_day_gives_the_same_journal(made, tmp_path):
    for _ in inventing.invented(YEAR, tmp_path / "journal", TODAY):
        pass
    assert photograph(tmp_path / "journal") == photograph(made)


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2026, 11, 23), date(2026, 11, 29)])
def test_it_fits_any_day(tmp_path, today):
    paths = list(inventing.invented(YEAR, tmp_path / "journal", today))
    assert len(paths) == len(YEAR.notes) == len(set(paths))


def test_nobody_can_be_recognised_in_it():
    for path in sorted((shipped_folder() / FOLDER).glob("*.yml")):
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8")):
            assert privacy.find(text) == (), text


def test_its_files_are_private(made):
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o077 for path in made.rglob("*")} == {0}


# On the command line


def test_stats_finds_what_comes_back_with_several_persons_shared_and_never_shared(run):
    code, out, err = run("--", "stats")
    flat = " ".join(out.split())
    assert code == 0 and said.invented() in err
    recurrent = flat[flat.index("récurrentes") : flat.index("Ce qui est noté aussi")]
    assert "Je conseille trop vite" in recurrent and "avec 8 personnes" in recurrent
    assert "déjà partagée" in flat and "jamais" in flat
    assert "Ce qui porte" in flat and "Mes forces" in flat


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("review --personne érable --avant-rdv", "Avant de revoir érable"),
        ("review mobilité vélo", ""),
        ("programme", "Érable : jour"),
        ("pas", "À faire"),
        ("dossier", "Faire le bilan, et se quitter"),
        ("journal verifier", "Rien à signaler"),
        ("session --help", "Répondre à un arbre"),
    ],
)
def test_every_command_can_be_tried_on_it(run, words, shown):
    code, out, _ = run("--", *words.split())
    assert code == 0
    assert shown in out.replace("\u00a0", " ")


def test_a_session_and_a_setting_leave_nothing_behind(run, tmp_path):
    answers = tmp_path / "reponses.yml"
    answers.write_text("chaud.meteo: nuages\n", encoding="utf-8")
    code, out, _ = run("--", "session", "a-chaud", "--reponses", str(answers))
    assert code == 0 and not Path(out.strip()).exists()
    assert run("--", "reglages", "changer", "affichage", "simple")[0] == 0


def test_alone_it_is_the_home_screen_which_says_that_all_is_invented(run):
    code, out, _ = run("--simple", typed="4\n\n.pause\n")
    assert code == 0
    assert out.count(home.question().replace("\u00a0", " ")) == 2
    assert said.invented() in out.replace("\n", " ")
    assert "À faire" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "words", [("--journal", "x"), ("--", "review", "--journal", "x"), ("--", "stats", "--journal=x")]
)
def test_the_true_journal_cannot_be_named(run, words):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.startswith(said.journal_named())


def test_what_goes_wrong_in_it_is_told_and_leaves_nothing(run):
    assert run("--", "xyzzy")[0] == 2


# However one leaves


def leftovers(home_folder: Path) -> list[Path]:
    return [
        *demonstrations(home_folder / "tmp"),
        *(home_folder / ".local").glob("*"),
        *(home_folder / ".config").glob("*"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_while_it_is_being_made_leaves_nothing(tmp_path, number):
    (tmp_path / "tmp").mkdir()
    child = subprocess.Popen(
        [sys.executable, "-m", "cip_coach", "demo", "--", "stats"],
        env=surroundings(tmp_path) | {"TMPDIR": str(tmp_path / "tmp")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 20
    while not list((tmp_path / "tmp").glob("*/journal/*/*.md")):
        assert time.monotonic() < end and child.poll() is None
    child.send_signal(signal.Signals[number])
    assert child.wait(20) != 0
    assert leftovers(tmp_path) == []


@needs_pty[0]
@needs_pty[1]
@pytest.mark.parametrize("how", ["ctrl-c", "SIGTERM", "SIGHUP", "window"])
def test_leaving_the_home_screen_in_any_way_leaves_nothing(tmp_path, how):
    (tmp_path / "tmp").mkdir()
    with terminal(["demo"], tmp_path, columns=60, rows=18, TMPDIR=str(tmp_path / "tmp")) as shown:
        shown.see(home.line("session")[0], "Journal inventé")
        assert demonstrations(tmp_path / "tmp")
        if how == "ctrl-c":
            shown.press("ctrl-c")
        elif how == "window":
            shown.close_window()
        else:
            shown.kill(signal.Signals[how])
        assert shown.end() == (0 if how == "ctrl-c" else 75)
    assert leftovers(tmp_path) == []


@needs_pty[0]
@needs_pty[1]
def test_a_signal_after_a_command_leaves_nothing(tmp_path):
    (tmp_path / "tmp").mkdir()
    with terminal(["demo"], tmp_path, TMPDIR=str(tmp_path / "tmp")) as shown:
        shown.see(home.line("programme")[0])
        shown.press("5")
        shown.see("revenir à l’accueil")
        shown.kill(signal.SIGTERM)
        assert shown.end() == 75
    assert leftovers(tmp_path) == []
