"""The `journal` commands: nothing erased without its word, nothing overwritten, nothing left half done."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from notebook import Notebook, Ran, a_notebook, entry, note

from cip_coach import cli
from cip_coach.commands import tending
from cip_coach.keeping import archive, disk, followed, forgetting, health, moving, restoring, shelf, works
from cip_coach.keeping.marker import Marker, find
from cip_coach.keeping.note import Status
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import Journal
from cip_coach.keeping.works import Worker
from cip_coach.problem import Refused

__all__ = ["a_notebook"]
TODAY = "2026-11-22"
WARD = Path(__file__).parent / "malades"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows says rights otherwise")


def run(book: Notebook, *arguments: str, typed: str = "") -> Ran:
    """The command on this journal, `typed` on its stdin."""
    book.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    code = cli.run([*arguments, "--journal", str(book.root), "--aujourd-hui", TODAY])
    said = book.capsys.readouterr()
    return Ran(code, said.out, said.err)


def the_journal(book: Notebook) -> Journal:
    found = find(book.root)
    assert found is not None
    return Journal(book.root, found)


def worker(pid: int = 1, alive: bool = False, machine: str = "ici") -> Worker:
    return Worker(pid, machine, datetime(2026, 11, 22, 12, tzinfo=UTC), lambda _: alive)


def names(book: Notebook) -> list[str]:
    return sorted(path.relative_to(book.root).as_posix() for path in book.root.rglob("*") if path.is_file())


def tighten(book: Notebook) -> None:
    """The rights that the program gives; tests write files with others."""
    for path in (book.root, *book.root.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.fixture
def kept(notebook: Notebook) -> Notebook:
    """Three notes of galet, one of merle that took text from the first, one without a person."""
    notebook.keep(
        note("aaaaaa", "2025-01-10", entry("chaud.bien", "un mot de galet")),
        note("bbbbbb", "2026-03-01", entry("chaud.bien", "deux"), person="Galet"),
        note("cccccc", "2026-11-20", entry("chaud.bien", "trois")),
        note("dddddd", "2026-11-21", entry("chaud.bien", "quatre"), person="merle", drawn_from=("aaaaaa", "zzzzzz")),
        note("eeeeee", "2026-11-21", entry("chaud.bien", "cinq"), person=""),
    )
    tighten(notebook)
    return notebook


# Where it is


def test_the_journal_says_where_it_is_and_what_it_holds(kept: Notebook) -> None:
    assert run(kept, "journal", "chemin") == Ran(0, f"{kept.root}\n", "")
    said = run(kept, "journal")
    assert said.code == 0
    assert said.out.startswith(f"{kept.root}\n5 notes, 0 brouillon, 0 à la corbeille\n")


def test_nothing_is_made_by_asking(notebook: Notebook, tmp_path: Path) -> None:
    notebook.root = tmp_path / "absent"
    assert run(notebook, "journal", "chemin").out == f"{tmp_path}/absent\n"
    assert run(notebook, "journal").code == 0
    assert run(notebook, "journal", "verifier").code == 1
    assert not notebook.root.exists()


def test_a_folder_that_leads_elsewhere_is_told_and_never_left_out_in_silence(kept: Notebook, tmp_path: Path) -> None:
    """A link to a folder is not followed: a backup or a move that forgot its notes would say nothing."""
    away = (kept.root / "2025").rename(tmp_path / "2025-ailleurs")
    (kept.root / "2025").symlink_to(away)
    before = kept.photograph()
    assert "fichier-lien" in codes(kept)
    saved = run(kept, "journal", "sauvegarder", str(tmp_path / "copie.zip"))
    assert saved.code == 1
    assert "2025" in saved.err
    moved = run(kept, "journal", "deplacer", str(tmp_path / "neuf"))
    assert moved.code == 1
    assert kept.photograph() == before
    answers = tmp_path / "reponses.yml"
    answers.write_text('chaud.bien: "x"\n', "utf-8")
    line = ["session", "a-chaud", "--personne", "galet", "--date", "2025-03-01", "--reponses", str(answers)]
    assert run(kept, *line).code == 1
    assert len(list(away.iterdir())) == 1


# Checking


def test_a_sound_journal_has_nothing_to_say(kept: Notebook) -> None:
    before = kept.photograph()
    assert run(kept, "journal", "verifier") == Ran(0, "Rien à signaler\u00a0: 5 notes, tout se lit.\n", "")
    assert json.loads(run(kept, "journal", "verifier", "--json").out) == {"version": 1, "notes": 5, "problemes": []}
    assert kept.photograph() == before


@pytest.mark.parametrize("patient", sorted(path.name for path in WARD.iterdir() if not path.name.startswith("saine")))
def test_every_disease_is_named_and_nothing_is_changed(kept: Notebook, patient: str) -> None:
    kept.put(f"2026/2026-11-22_0900_{patient}", (WARD / patient).read_bytes())
    tighten(kept)
    before = kept.photograph()
    said = run(kept, "journal", "verifier", "--json")
    problems = json.loads(said.out)["problemes"]
    assert said.code == 1
    assert [one for one in problems if one["fichier"] == f"2026/2026-11-22_0900_{patient}"]
    assert all("repère" not in one["phrase"][:40] or one["code"] == "copie-conflit" for one in problems)
    assert kept.photograph() == before


def codes(book: Notebook) -> set[str]:
    return {one["code"] for one in json.loads(run(book, "journal", "verifier", "--json").out)["problemes"]}


def test_copies_in_conflict_are_found_by_their_id_whatever_their_name(kept: Notebook) -> None:
    for name in ("x.sync-conflict-20260818-173636-D4LGQYW", "x (1)", "x-PC", "x (conflicted copy 2026-03-08 140500)"):
        kept.put(f"2026/2026-11-20_1732_{name}.md", render(note("cccccc")))
    tighten(kept)
    problems = json.loads(run(kept, "journal", "verifier", "--json").out)["problemes"]
    assert [one["code"] for one in problems] == ["copie-conflit"] * 4


def test_the_copy_is_named_as_the_copy_not_the_note_it_was_made_from(kept: Notebook) -> None:
    ours = kept.name(note("cccccc"))
    kept.put(ours.replace(".md", " (conflicted copy).md"), render(note("cccccc")))
    tighten(kept)
    (problem,) = json.loads(run(kept, "journal", "verifier", "--json").out)["problemes"]
    assert problem["fichier"].endswith("(conflicted copy).md")
    assert ours in problem["phrase"]


def test_what_a_kill_left_is_told(kept: Notebook) -> None:
    old = kept.put("2026/.2026-11-20_1732_a-chaud_cccccc.md.123-4.tmp", "x")
    new = kept.put("2026/.absente.md.123-5.tmp", "x")
    fresh = kept.put("2026/.fraiche.md.123-6.tmp", "x")
    tighten(kept)
    now = datetime.now(tz=UTC).timestamp()
    os.utime(old, (now - 1e6, now - 1e6))
    os.utime(new, (now - 900, now - 900))
    problems = json.loads(run(kept, "journal", "verifier", "--json").out)["problemes"]
    assert {(one["fichier"], one["code"]) for one in problems} == {
        (f"2026/{old.name}", "temporaire"),
        (f"2026/{new.name}", "temporaire-plus-recent"),
    }
    assert fresh.exists()


def test_files_that_are_not_in_their_place_are_told(kept: Notebook) -> None:
    kept.put("2025/2026-10-01_1000_a-chaud_ffffff.md", render(note("ffffff", "2026-10-01")))
    kept.put("brouillons/2026-10-02_1000_a-chaud_gggggg.md", render(note("gggggg", "2026-10-02")))
    draft = note("hhhhhh", "2026-10-03")
    kept.put(
        "2026/2026-10-03_1000_a-chaud_hhhhhh.md",
        render(replace(draft, head=replace(draft.head, status=Status.DRAFT))),
    )
    kept.put("2026/photo.jpg", "x")
    kept.put(".DS_Store", "x")
    kept.put(".obsidian/app.json", "x")
    tighten(kept)
    wanted = {"note-autre-annee", "note-close-au-brouillon", "note-brouillon-ailleurs", "fichier-etranger"}
    assert codes(kept) == wanted


def test_days_to_come_and_trees_that_are_gone_are_told(kept: Notebook) -> None:
    kept.keep(note("iiiiii", "2027-01-01"), note("jjjjjj", "2026-11-01", tree="disparu"))
    tighten(kept)
    assert codes(kept) == {"note-date-future", "note-arbre-inconnu"}


@posix
def test_loose_rights_are_told_once_with_the_command_that_cures(kept: Notebook) -> None:
    for path in list(kept.root.rglob("*.md"))[:3]:
        path.chmod(0o644)
    (kept.root / "2026").chmod(0o755)
    problems = json.loads(run(kept, "journal", "verifier", "--json").out)["problemes"]
    assert [one["code"] for one in problems] == ["droits-larges"]
    assert "4 fichiers ou dossiers" in problems[0]["phrase"]
    command = problems[0]["phrase"].partition("\u00a0: ")[2]
    subprocess.run(["sh", "-c", command], check=True)
    assert run(kept, "journal", "verifier").code == 0


@posix
def test_links_and_special_files_are_told_and_never_followed(kept: Notebook, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("ailleurs")
    (kept.root / "2026" / "lien.md").symlink_to(tmp_path / "secret.md")
    os.mkfifo(kept.root / "2026" / "tube.md", 0o600)
    (kept.root / "2026" / "dossier.md").mkdir(mode=0o700)
    assert codes(kept) >= {"fichier-lien", "lecture-special"}


@pytest.mark.parametrize("service", ["OneDrive - Structure", "Dropbox", "Mobile Documents", "Google Drive", "kDrive"])
def test_a_folder_that_is_copied_elsewhere_is_told_by_its_path(kept: Notebook, tmp_path: Path, service: str) -> None:
    place = tmp_path / service / "Documents"
    place.mkdir(parents=True)
    kept.root = kept.root.rename(place / "journal")
    assert codes(kept) == {"journal-synchronise"}


# Works, one at a time


def test_works_are_refused_while_a_session_waits(kept: Notebook) -> None:
    draft = note("kkkkkk", "2026-11-22")
    kept.keep(replace(draft, head=replace(draft.head, status=Status.DRAFT)))
    before = kept.photograph()
    for line in (
        ("renommer", "galet", "merlin"),
        ("oublier", "galet"),
        ("purger", "--plus-de", "12mois"),
        ("deplacer", str(kept.root.parent / "neuf")),
    ):
        said = run(kept, "journal", *line, typed=f"{line[0]}\n")
        assert (said.code, said.out) == (1, ""), line
        assert "n’est pas terminée" in said.err
        assert kept.photograph() == before


def test_works_are_refused_while_others_go_on(kept: Notebook) -> None:
    journal = the_journal(kept)
    with works.held(journal, worker(pid=7), "renommer", ancien="a", nouveau="b"):
        with pytest.raises(Refused, match="travaux-en-cours"), works.held(journal, worker(8, alive=True), "purger"):
            pass
        with pytest.raises(Refused, match="travaux-en-cours"), works.held(journal, worker(8, machine="là"), "purger"):
            pass
        assert codes(kept) == {"travaux-en-cours"}
    assert not (kept.root / works.NAME).exists()


def test_works_that_died_are_finished_before_any_other(kept: Notebook) -> None:
    journal = the_journal(kept)
    with (
        pytest.raises(RuntimeError),
        works.held(journal, worker(7), "renommer", resumable=True, ancien="a", nouveau="b"),
    ):
        raise RuntimeError
    with pytest.raises(Refused) as refused, works.held(journal, worker(8), "purger"):
        pass
    assert (refused.value.code, refused.value.details["commande"]) == ("travaux-inacheves", "renommer a b")
    with works.held(journal, worker(8), "renommer", resumable=True, ancien="a", nouveau="b") as resumed:
        assert resumed
    assert not (kept.root / works.NAME).exists()


def test_works_that_may_be_left_as_they_stand_block_nobody_once_dead(kept: Notebook) -> None:
    journal = the_journal(kept)
    left = "operation: oublier\ncode: galet\npid: 7\nmachine: ici\ndate: x\nreprise: non\n"
    kept.put(works.NAME, left)
    kept.put(f".{works.NAME}.7-1.tmp", left)
    with pytest.raises(Refused, match="travaux-en-cours"), works.held(journal, worker(8, alive=True), "purger"):
        pass
    with works.held(journal, worker(8), "purger") as resumed:
        assert not resumed
    kept.put(works.NAME, left)
    works.let_go(journal, worker(8))
    assert [name for name in names(kept) if works.NAME in name] == []


@pytest.mark.parametrize("left", ["", "pas du yaml: [", "operation: \npid: x\n", "\x00"])
def test_a_torn_works_file_blocks_nobody(kept: Notebook, left: str) -> None:
    kept.put(works.NAME, left)
    with works.held(the_journal(kept), worker(), "purger") as resumed:
        assert not resumed
    assert not (kept.root / works.NAME).exists()


def test_a_process_is_known_to_live_or_not() -> None:
    assert tending.alive(os.getpid())
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    assert not tending.alive(child.pid)


# A code renamed


def test_a_code_is_renamed_everywhere_and_nothing_else_changes(kept: Notebook) -> None:
    before = kept.photograph()
    followed.begin(the_journal(kept), "galet", "cpp", date(2026, 3, 1))
    said = run(kept, "journal", "renommer", "GALET", "sureau")
    assert said.code == 0
    assert "(3 notes)" in said.out
    assert "dans le texte de 1 note" in said.err
    after = kept.photograph()
    for name, data in before.items():
        expected = re.sub(rb"(?m)^personne: (galet|Galet)$", b"personne: sureau", data)
        assert after[name] == expected, name
    assert [one.person for one in followed.load(the_journal(kept)).all] == ["sureau"]


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("inconnu", "autre", 1, "Aucune note ne porte"),
        ("galet", "Merle", 1, "est déjà pris"),
        ("galet", " ", 2, "Il manque"),
    ],
)
def test_a_code_is_not_renamed_to_anothers(kept: Notebook, old: str, new: str, code: int, words: str) -> None:
    before = kept.photograph()
    said = run(kept, "journal", "renommer", old, new)
    assert said.code == code
    assert words in said.err
    assert kept.photograph() == before


def test_a_name_for_a_code_is_discouraged_once(kept: Notebook) -> None:
    said = run(kept, "journal", "renommer", "galet", "Sophie M.")
    assert said.code == 0
    assert said.err.count("ressemble à un nom") == 1


# Forgetting


def test_nothing_is_forgotten_without_its_word(kept: Notebook) -> None:
    before = kept.photograph()
    for typed in ("", "\n", "oui\n", "o\n", "vider\n"):
        said = run(kept, "journal", "oublier", "galet", typed=typed)
        assert (said.code, said.out) == (1, "")
        assert "rien n’a changé" in said.err
    assert kept.photograph() == before


def test_a_person_is_forgotten_with_what_was_drawn_from_her_notes(kept: Notebook) -> None:
    followed.begin(the_journal(kept), "galet", "cpp", date(2026, 3, 1))
    shelf_path = kept.put("corbeille/2026-01-01_1000_a-chaud_llllll.md", render(note("llllll", "2026-01-01")))
    kept.put("2026/.2026-11-20_1732_a-chaud_cccccc.md.123-4.tmp", render(note("cccccc")))
    said = run(kept, "journal", "oublier", "galet", typed="Oublier\n")
    assert (said.code, said.out) == (0, "5 notes effacées.\n")
    assert "1 note qui en a repris du texte" in said.err
    assert names(kept) == [".cip-coach.yml", "2026/2026-11-21_1732_a-chaud_eeeeee.md", "programmes.yml"]
    assert not shelf_path.exists()
    everything = b"".join(path.read_bytes() for path in kept.root.rglob("*") if path.is_file())
    assert b"galet" not in everything


def test_what_was_drawn_may_stay_without_the_mention(kept: Notebook) -> None:
    said = run(kept, "journal", "oublier", "galet", "--garder-reprises", typed="oublier\n")
    assert (said.code, said.out) == (0, "3 notes effacées.\n")
    left = next(kept.root.rglob("*dddddd.md")).read_text("utf-8")
    assert "tire_de: [zzzzzz]\n" in left
    assert "quatre" in left


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mention_goes_and_every_other_byte_stays(end: str) -> None:
    text = render(note("dddddd", drawn_from=("aaaaaa",))).replace("\n", end)
    assert forgetting.without_mention(text, frozenset({"aaaaaa"})) == text.replace(f"tire_de: [aaaaaa]{end}", "")
    assert forgetting.without_mention(text, frozenset({"autre"})) == text


def test_forgetting_follows_text_drawn_from_drawn_text(kept: Notebook) -> None:
    kept.keep(note("mmmmmm", "2026-11-22", person="", drawn_from=("dddddd",)))
    plan = forgetting.of_person(the_journal(kept), "galet")
    assert {head.id for _, head in plan.drawn} == {"dddddd", "mmmmmm"}


def test_what_cannot_be_read_is_told_when_forgetting(kept: Notebook) -> None:
    kept.put("2026/2026-11-22_0900_a-chaud_nnnnnn.md", b"\xff\xfe" + render(note("nnnnnn")).encode("utf-16-le"))
    said = run(kept, "journal", "oublier", "galet", typed="oublier\n")
    assert said.code == 0
    assert "2026/2026-11-22_0900_a-chaud_nnnnnn.md" in said.err


def test_old_notes_are_shown_then_purged(kept: Notebook) -> None:
    before = kept.photograph()
    shown = run(kept, "journal", "purger", "--plus-de", "12mois")
    assert shown.code == 1
    assert "10 janvier 2025 · a-chaud · aaaaaa" in shown.err
    assert "Ces codes ont aussi des notes plus récentes\u00a0: galet." in shown.err
    assert kept.photograph() == before
    assert run(kept, "journal", "purger", "--plus-de", "12mois", typed="purger\n").out == "1 note effacée.\n"
    assert not list(kept.root.rglob("*aaaaaa.md"))
    assert run(kept, "journal", "purger", "--plus-de", "1 an").out == "Aucune note d’avant le 22 novembre 2025.\n"


@pytest.mark.parametrize("age", ["", "0mois", "mois", "-3mois", "12", "999999mois", "12 lunes"])
def test_an_age_is_a_number_and_a_unit(kept: Notebook, age: str) -> None:
    assert run(kept, "journal", "purger", f"--plus-de={age}").code == 2


@pytest.mark.parametrize(
    ("age", "today", "limit"),
    [
        ("1mois", date(2026, 3, 31), date(2026, 2, 28)),
        ("12mois", date(2024, 2, 29), date(2023, 2, 28)),
        ("2ans", date(2026, 1, 1), date(2024, 1, 1)),
        ("2 années", date(2026, 12, 31), date(2024, 12, 31)),
        ("10 semaines", date(2026, 3, 31), date(2026, 1, 20)),
    ],
)
def test_months_are_those_of_the_calendar(age: str, today: date, limit: date) -> None:
    from cip_coach.commands.journal_purger import _limit

    assert _limit(age, today) == limit


def test_the_trash_is_shown_and_emptied_with_its_word(kept: Notebook) -> None:
    assert run(kept, "journal", "corbeille").out == "La corbeille est vide.\n"
    kept.put("corbeille/2026-01-01_1000_a-chaud_llllll.md", render(note("llllll", "2026-01-01")))
    kept.put("corbeille/abime.md", "x")
    shown = run(kept, "journal", "corbeille")
    assert "1er janvier 2026 · a-chaud · galet · llllll" in shown.out
    assert "abime.md (illisible)" in shown.out
    assert run(kept, "journal", "corbeille", "--vider", typed="non\n").code == 1
    assert run(kept, "journal", "corbeille", "--vider", typed="vider\n").out == "2 notes effacées.\n"
    assert list((kept.root / "corbeille").iterdir()) == []


# Backup and restoration


def test_a_backup_comes_back_to_the_byte_in_an_empty_place(kept: Notebook, tmp_path: Path) -> None:
    kept.put("corbeille/2026-01-01_1000_a-chaud_llllll.md", "\ufeffabîmé\r\n")
    before = {name: data for name, data in kept.photograph().items() if data != b"/"}
    target = tmp_path / "copie.zip"
    said = run(kept, "journal", "sauvegarder", str(target))
    assert said.code == 0
    assert str(target) in said.out
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o600
    kept.root = tmp_path / "neuf"
    assert run(kept, "journal", "restaurer", str(target)).code == 0
    after = {name: data for name, data in kept.photograph().items() if data != b"/"}
    del before[".cip-coach.yml"], after[".cip-coach.yml"]
    assert after == before
    again = run(kept, "journal", "restaurer", str(target))
    assert again.out == "0 fichier remis, 6 déjà là.\n"


def test_a_backup_never_overwrites_and_never_lies_in_the_journal(kept: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "copie.zip"
    target.write_bytes(b"precieux")
    assert run(kept, "journal", "sauvegarder", str(target)).code == 1
    assert target.read_bytes() == b"precieux"
    assert run(kept, "journal", "sauvegarder", str(kept.root / "x.zip")).code == 1
    assert not (kept.root / "x.zip").exists()


def test_other_tools_can_check_a_backup(kept: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "copie.zip"
    run(kept, "journal", "sauvegarder", str(target))
    with zipfile.ZipFile(target) as opened:
        assert opened.testzip() is None
        opened.extractall(tmp_path / "dehors")
    listed = (tmp_path / "dehors" / archive.DIGESTS).read_text("utf-8").splitlines()
    assert len(listed) == 6
    for line in listed:
        digest, name = line.split("  ", 1)
        assert disk.digest((tmp_path / "dehors" / name).read_bytes()) == digest


def test_what_differs_is_put_side_by_side(kept: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "copie.zip"
    run(kept, "journal", "sauvegarder", str(target))
    path = next(kept.root.rglob("*cccccc.md"))
    path.write_text(path.read_text("utf-8").replace("trois", "changé depuis"), "utf-8")
    gone = next(kept.root.rglob("*eeeeee.md"))
    gone.unlink()
    said = run(kept, "journal", "restaurer", str(target))
    assert said.code == 0
    assert "1 fichier remis" not in said.out
    assert "2 fichiers remis, 3 déjà là." in said.out
    assert "changé depuis" in path.read_text("utf-8")
    assert "trois" in path.with_name(f"{path.stem}_2.md").read_text("utf-8")
    assert gone.exists()
    assert run(kept, "journal", "restaurer", str(target)).out.endswith("0 fichier remis, 5 déjà là.\n")


def test_a_draft_closed_since_does_not_come_back_to_life(kept: Notebook) -> None:
    closed = note("cccccc")
    draft = render(replace(closed, head=replace(closed.head, status=Status.DRAFT))).encode()
    files = {".cip-coach.yml": b"x", "brouillons/2026-11-20_1732_a-chaud_cccccc.md": draft}
    (step,) = restoring.steps(the_journal(kept), files)
    assert (step.fate, step.place.parent.name) == (restoring.Fate.TRASH, "corbeille")


def zipped(path: Path, files: dict[str, bytes], *, digests: bool = True) -> Path:
    listed = "".join(f"{disk.digest(data)}  {name}\n" for name, data in files.items())
    with zipfile.ZipFile(path, "w") as into:
        for name, data in files.items():
            into.writestr(name, data)
        if digests:
            into.writestr(archive.DIGESTS, listed)
    return path


MARKED = {".cip-coach.yml": b"format: 1\njournal: essai\n"}
HOSTILE = (
    "../dehors.md", "/etc/passwd", "2026/../../dehors.md", "C:/x.md", "2026\\x.md", "2026/con:flux", "./x", "a//b",
    "2026/.", "2026/..", "x\n.md", "2026/x.md ", "2026/x.", "~/../x", ".travaux", "a/b/c/d/e/f/g.md",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_archive_writes_outside_the_journal(kept: Notebook, tmp_path: Path, name: str) -> None:
    before = kept.photograph()
    outside = sorted(path.name for path in tmp_path.iterdir())
    hostile = zipped(tmp_path / "piege.zip", {**MARKED, name: b"piege"})
    said = run(kept, "journal", "restaurer", str(hostile))
    assert said.code == 1
    assert kept.photograph() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [*sorted([*outside, "piege.zip"])]


def test_an_archive_that_is_not_whole_is_refused_before_anything_is_written(kept: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "copie.zip"
    run(kept, "journal", "sauvegarder", str(target))
    whole, before = target.read_bytes(), kept.photograph()
    fired = 0
    for place in range(0, len(whole), 37):
        target.write_bytes(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :])
        try:
            archive.read(target)
        except Refused:
            fired += 1
    assert fired > 0
    for broken in (b"", b"PK", whole[: len(whole) // 2], b"\0" * 100, whole[:-30]):
        target.write_bytes(broken)
        said = run(kept, "journal", "restaurer", str(target))
        assert said.code == 1
        assert kept.photograph() == before


@pytest.mark.parametrize(
    ("files", "digests", "code"),
    [
        ({"a.txt": b"x"}, False, "archive-etrangere"),
        (MARKED, False, "archive-etrangere"),
        ({"2026/a.md": b"x"}, True, "archive-etrangere"),
        ({**MARKED, "2026/a.md": b"\0" * (archive.LARGEST + 1)}, True, "archive-taille"),
    ],
)
def test_what_is_no_backup_of_ours_is_refused(
    tmp_path: Path, files: dict[str, bytes], digests: bool, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        archive.read(zipped(tmp_path / "a.zip", files, digests=digests))


def test_a_file_changed_in_the_archive_is_found_by_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as into:
        into.writestr(".cip-coach.yml", MARKED[".cip-coach.yml"])
        into.writestr("2026/a.md", b"autre")
        listed = {**MARKED, "2026/a.md": b"vrai"}
        into.writestr(archive.DIGESTS, "".join(f"{disk.digest(data)}  {name}\n" for name, data in listed.items()))
    with pytest.raises(Refused, match="archive-abimee"):
        archive.read(path)


def test_what_cannot_be_saved_is_told(kept: Notebook, tmp_path: Path) -> None:
    kept.put("2026/enorme.bin", b"\0" * (archive.LARGEST + 1))
    said = run(kept, "journal", "sauvegarder", str(tmp_path / "copie.zip"))
    assert said.code == 1
    assert "2026/enorme.bin" in said.err
    assert "5 fichiers" in said.out or "6 fichiers" in said.out


# Moving


def test_a_journal_moves_whole(kept: Notebook, tmp_path: Path) -> None:
    kept.put("corbeille/2026-01-01_1000_a-chaud_llllll.md", "x")
    kept.put("2026/notes annexes/plan.txt", "y")
    kept.put("2026/.orphelin.md.12-3.tmp", "z")
    before = kept.photograph()
    target, old = tmp_path / "ailleurs", kept.root
    said = run(kept, "journal", "deplacer", str(target))
    assert said.code == 0, said.err
    assert not old.exists()
    kept.root = target
    after = kept.photograph()
    assert after.pop(".cip-coach.yml") and before.pop(".cip-coach.yml")
    assert after == before
    assert find(target) == Marker("essai")
    if os.name != "nt":
        assert {path.stat().st_mode & 0o077 for path in target.rglob("*")} == {0}


@pytest.mark.parametrize("where", [".", "2026/dedans", "..", "occupe", "autre", "sans/parent"])
def test_a_journal_does_not_move_where_it_may_not(kept: Notebook, tmp_path: Path, where: str) -> None:
    (tmp_path / "occupe").mkdir()
    (tmp_path / "occupe" / "fichier").write_text("x")
    (tmp_path / "autre").mkdir()
    (tmp_path / "autre" / ".cip-coach.yml").write_text("format: 1\njournal: second\netat: ouvert\n")
    before = kept.photograph()
    target = kept.root / where if where in (".", "..", "2026/dedans") else tmp_path / where
    said = run(kept, "journal", "deplacer", str(target))
    assert (said.code, said.out) == (1, "")
    assert kept.photograph() == before


def test_a_session_open_on_the_old_folder_writes_nothing_there(kept: Notebook, tmp_path: Path) -> None:
    from cip_coach.keeping.journal import save_draft

    journal = the_journal(kept)
    draft = note("kkkkkk", "2026-11-22")
    draft = replace(draft, head=replace(draft.head, status=Status.DRAFT))
    moving.marker.rewrite(journal.root, journal.marker, replace(journal.marker, state=moving.LEAVING))
    with pytest.raises(Refused, match="journal-change"):
        save_draft(journal, draft, None)


def test_health_reads_a_whole_journal_without_a_clock_of_its_own(kept: Notebook) -> None:
    found = health.examined(the_journal(kept), date(2026, 11, 22), worker(), lambda _: True)
    assert (found.notes, found.problems) == (5, ())
    assert shelf.notes(the_journal(kept))
