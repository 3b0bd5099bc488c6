"""What a session refuses, and how: one French sentence, the right code, nothing written, no word lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chaud import QUESTIONS, RECAP, answer, begin, drafts, notes
from proofreading import ENGLISH, reader
from pseudo_terminal import LEFT_WITH_DRAFT, Terminal, surroundings

from cip_coach.keeping.parse import parse

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="rights, mounts, closed streams and terminals are made the POSIX way here"
)
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
METEO, SCENE, RESSENTI, *_ = QUESTIONS
LINES = "3\nune première ligne\nune deuxième\n.\n"
"""What somebody types in the plain mode, up to the third question."""


class Desk:
    """A home, a journal, and sessions without a terminal."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "maison"
        self.home.mkdir()
        self.journal = folder / "journal"

    def run(self, *arguments: str, stdin: str | None = "", **environment: str) -> tuple[int, str, str]:
        """(exit code, standard output, standard error); `stdin` None closes it."""
        command = [sys.executable, "-m", "cip_coach", "session", *arguments, "--journal", str(self.journal)]
        closing = ["sh", "-c", 'exec "$@" <&-', "sh"] if stdin is None else []
        done = subprocess.run(
            [*closing, *command],
            input=(stdin or "").encode(),
            capture_output=True,
            env=surroundings(self.home) | environment,
            cwd=self.home,
            timeout=60,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def terminal(self, *arguments: str, **environment: str) -> Terminal:
        self.opened = Terminal(["session", *arguments, "--journal", str(self.journal)], self.home, **environment)
        return self.opened

    def files(self) -> list[Path]:
        return [path for path in self.journal.rglob("*.md")] if self.journal.exists() else []

    def own_tree(self, name: str, text: str) -> Path:
        folder = self.home / "config" / "cip-coach" / "arbres"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.yml"
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def config(self) -> dict[str, str]:
        return {"XDG_CONFIG_HOME": str(self.home / "config")}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    try:
        yield desk
    finally:
        if hasattr(desk, "opened"):
            desk.opened.put_away()


def sober(text: str) -> bool:
    """No traceback, no English, no escape byte."""
    return not ENGLISH.search(text) and "\x1b" not in text


# Trees


@pytest.mark.parametrize("mode", ["--simple", "--reponses"])
def test_an_unknown_tree_is_refused_with_a_suggestion(desk: Desk, mode: str) -> None:
    more = [mode] if mode == "--simple" else [mode, "rien.yml"]
    code, out, err = desk.run("a-chaut", *more)
    assert (code, out) == (2, "")
    assert "a-chaut" in err and "a-chaud" in err
    assert sober(err)
    assert not desk.journal.exists()


def test_a_tree_that_is_wrong_is_refused_with_all_its_problems(desk: Desk) -> None:
    desk.own_tree(
        "mien",
        'arbre: mien\nversion: 1\ntitre: "Le mien"\nduree: 2\nmoment: nulle_part\npersonne: facultative\n'
        'questions:\n  - id: m.un\n    question: "Un ?"\n    typ: texte\n'
        '  - id: m.deux\n    question: "Deux ?"\n    type: oui_nn\n    quand: {m.inconnue: oui}\n',
    )
    code, out, err = desk.run("mien", "--simple", **desk.config)
    assert (code, out) == (2, "")
    problems = [line for line in err.splitlines() if ": erreur [" in line]
    assert len(problems) >= 3
    assert all(line.startswith("mien.yml:") for line in problems)
    assert "Vouliez-vous dire" in err
    assert sober(err)
    assert not desk.journal.exists()


def test_a_wrong_tree_of_ones_own_leaves_the_menu_usable(desk: Desk) -> None:
    desk.own_tree("mien", "arbre: mien\nquestions: [\n")
    code, out, _ = desk.run("--simple", stdin="", **desk.config)
    assert "1. À chaud, en trois minutes" in out
    assert code == LEFT_WITH_DRAFT


# The journal folder


def in_the_way(desk: Desk) -> str:
    desk.journal.write_text("une liste de courses\n", encoding="utf-8")
    return desk.journal.name


def below_nothing(desk: Desk) -> str:
    desk.journal = desk.journal.parent / "cle-debranchee" / "journal"
    return "journal"


def somebody_elses(desk: Desk) -> str:
    desk.journal.mkdir()
    (desk.journal / "roman.md").write_text("# Chapitre 1\n", encoding="utf-8")
    return desk.journal.name


@pytest.mark.parametrize("obstacle", [in_the_way, below_nothing, somebody_elses])
@pytest.mark.parametrize("mode", ["--simple", "--reponses"])
def test_a_folder_that_is_no_journal_is_left_alone(desk: Desk, obstacle: Callable[[Desk], str], mode: str) -> None:
    answers = desk.home / "r.yml"
    answers.write_text("chaud.meteo: nuages\n", encoding="utf-8")
    obstacle(desk)
    before = contents(desk.journal.parent)
    code, out, err = desk.run("a-chaud", mode, *([str(answers)] if mode == "--reponses" else []))
    assert code == 1
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert sober(err)
    assert contents(desk.journal.parent) == before


@pytest.mark.skipif(ROOT, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_refused(desk: Desk) -> None:
    desk.journal.parent.chmod(0o500)
    try:
        code, out, err = desk.run("a-chaud", "--simple")
    finally:
        desk.journal.parent.chmod(0o700)
    assert (code, out) == (1, "")
    assert "droits" in err
    assert sober(err)


def contents(folder: Path) -> dict[str, bytes]:
    if not folder.exists():
        return {}
    return {
        str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and "maison" not in path.parts
    }


# A disk that fails in the midst


@pytest.fixture
def small_disk(desk: Desk) -> Iterator[Path]:
    """The journal on a disk of its own, with room for little: a tmpfs of 128 KiB."""
    if not (ROOT and sys.platform == "linux" and shutil.which("mount")):
        pytest.skip("only root on Linux can mount a small disk to fill it")
    disk = desk.journal
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k,mode=0700", "tmpfs", str(disk)])
    if mounted.returncode:
        pytest.skip("this system lets nobody mount a tmpfs, not even root")
    try:
        yield disk
    finally:
        if hasattr(desk, "opened"):
            desk.opened.put_away()
        subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room there is."""
    ballast = disk / ".lest"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 512)
        except OSError:
            pass
    assert os.statvfs(disk).f_bavail == 0, "the disk is not full"
    return ballast


def to_the_second_question(desk: Desk) -> Terminal:
    front = desk.terminal("a-chaud")
    front.proofreader = reader("galet", "une phrase que je ne veux pas perdre", str(Path.home()), str(desk.home))
    begin(front, "galet")
    answer(front, METEO)
    front.see(SCENE.words)
    return front


def remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def test_a_journal_is_not_made_on_a_disk_that_is_read_only(desk: Desk, small_disk: Path) -> None:
    remount(small_disk, "ro")
    desk.journal = small_disk / "journal"
    code, out, err = desk.run("a-chaud", "--simple")
    assert (code, out) == (1, "")
    assert "protégé en écriture" in err
    assert sober(err)


FULL = "La dernière réponse n’est pas encore enregistrée. Le disque est plein"


@pytest.mark.pty
class TestADiskThatRefuses:
    def test_says_so_keeps_the_answer_and_succeeds_once_there_is_room(self, desk: Desk, small_disk: Path) -> None:
        front = to_the_second_question(desk)
        (before,) = drafts(desk.journal)
        ballast = fill(small_disk)
        front.press("une phrase que je ne veux pas perdre")
        front.see("ne veux pas perdre")
        front.press("enter")
        front.see(FULL, "Réessayer", "Enregistrer ailleurs")
        assert drafts(desk.journal) == [before]
        front.press("1")
        front.wait(lambda: front.raw.count("Le disque est plein") == 2, "the same screen once more")
        ballast.unlink()
        front.press("1")
        front.see(RESSENTI.words)
        (after,) = drafts(desk.journal)
        assert "> une phrase que je ne veux pas perdre" in after
        front.press("back")
        front.see(SCENE.words, "une phrase que je ne veux pas perdre")

    def test_the_answers_can_go_elsewhere(self, desk: Desk, small_disk: Path, tmp_path: Path) -> None:
        elsewhere = tmp_path / "ailleurs"
        elsewhere.mkdir()
        front = to_the_second_question(desk)
        fill(small_disk)
        front.press("une phrase que je ne veux pas perdre", "enter")
        front.see(FULL)
        for wanted, question in ((RESSENTI.words, 0), (QUESTIONS[3].words, 1)):
            front.press("2")
            front.see("Dans quel dossier enregistrer une copie de secours ?")
            front.proofreader = lambda _lines: []
            front.press("ctrl-u", str(elsewhere), "enter")
            front.see(wanted)
            if not question:
                front.press("tab")
                front.see(FULL)
        (copy,) = elsewhere.glob("*_sauvetage.md")
        text = copy.read_text(encoding="utf-8")
        note, problems = parse(text, copy.name)
        assert note is not None and problems == ()
        assert "> une phrase que je ne veux pas perdre" in text
        assert "chaud.ressenti" in text
        assert copy.stat().st_mode & 0o077 == 0

    def test_no_folder_said_is_not_taken_for_a_copy(self, desk: Desk, small_disk: Path) -> None:
        front = to_the_second_question(desk)
        fill(small_disk)
        front.press("une phrase que je ne veux pas perdre", "enter")
        front.see(FULL)
        front.press("2")
        front.see("Dans quel dossier enregistrer une copie de secours ?")
        front.press("ctrl-c")
        front.see(FULL, without="Dans quel dossier")

    def test_leaving_all_the_same_keeps_what_was_kept(self, desk: Desk, small_disk: Path) -> None:
        front = to_the_second_question(desk)
        (before,) = drafts(desk.journal)
        fill(small_disk)
        front.press("une phrase que je ne veux pas perdre", "enter")
        front.see(FULL)
        front.press("3")
        assert front.end() == LEFT_WITH_DRAFT
        assert drafts(desk.journal) == [before]

    def test_a_disk_that_turns_read_only_is_no_other_story(self, desk: Desk, small_disk: Path) -> None:
        front = to_the_second_question(desk)
        remount(small_disk, "ro")
        front.press("une phrase que je ne veux pas perdre", "enter")
        front.see("La dernière réponse n’est pas encore enregistrée. Le disque est protégé en écriture")
        remount(small_disk, "rw")
        front.press("1")
        front.see(RESSENTI.words)
        assert "> une phrase que je ne veux pas perdre" in drafts(desk.journal)[0]

    def test_the_end_can_be_tried_again_too(self, desk: Desk, small_disk: Path) -> None:
        front = to_the_second_question(desk)
        front.press("tab")
        front.see(RESSENTI.words)
        front.press("ctrl-c")
        front.see("Pause.")
        front.press("3")
        front.see(RECAP)
        ballast = fill(small_disk)
        front.press("enter")
        front.see("Le disque est plein", "Réessayer")
        ballast.unlink()
        front.press("1")
        assert front.end() == 0
        assert len(notes(desk.journal)) == 1
        assert drafts(desk.journal) == []


@pytest.mark.pty
def test_a_journal_that_vanishes_is_never_made_anew(desk: Desk) -> None:
    """The stick is pulled out: the answer stays on the screen, and nothing appears where the journal was."""
    front = to_the_second_question(desk)
    away = desk.journal.rename(desk.journal.with_name("parti"))
    front.press("une phrase que je ne veux pas perdre", "enter")
    front.see("La dernière réponse n’est pas encore enregistrée.", "Réessayer")
    assert not desk.journal.exists()
    away.rename(desk.journal)
    front.press("1")
    front.see(RESSENTI.words)
    assert "> une phrase que je ne veux pas perdre" in drafts(desk.journal)[0]


@pytest.mark.pty
def test_a_draft_changed_by_another_program_is_left_to_it(desk: Desk) -> None:
    front = to_the_second_question(desk)
    (path,) = desk.journal.glob("brouillons/*.md")
    theirs = path.read_bytes() + b"\nune ligne de plus\n"
    path.write_bytes(theirs)
    front.press("une phrase que je ne veux pas perdre", "enter")
    front.see(RESSENTI.words)
    assert path.read_bytes() == theirs
    (ours,) = set(desk.journal.glob("brouillons/*.md")) - {path}
    assert "> une phrase que je ne veux pas perdre" in ours.read_text(encoding="utf-8")
    front.press("ctrl-c")
    front.see("Pause.")
    front.press("2")
    assert front.end() == LEFT_WITH_DRAFT
    assert "a changé entre-temps" in front.after()


# No terminal


@pytest.mark.parametrize("stdin", ["", "o\no\no\n", None], ids=["nothing", "a pipe", "closed"])
def test_a_session_without_a_terminal_is_refused_and_invents_nothing(desk: Desk, stdin: str | None) -> None:
    code, out, err = desk.run("a-chaud", stdin=stdin)
    assert (code, out) == (2, "")
    assert "--simple" in err and "--reponses" in err
    assert sober(err)
    assert not desk.journal.exists()


def test_the_plain_mode_reads_a_pipe_and_its_end_is_a_pause(desk: Desk) -> None:
    code, out, err = desk.run("a-chaud", "--simple", "--personne", "galet", stdin=LINES)
    assert code == LEFT_WITH_DRAFT
    assert "Le brouillon est gardé." in out
    assert sober(out) and err == ""
    (draft,) = drafts(desk.journal)
    assert "  chaud.meteo: nuages" in draft
    assert "> une première ligne\n> une deuxième\n" in draft
    assert "en_cours: chaud.ressenti" in draft


def test_git_bash_without_a_console_types_utf8_whatever_the_code_page(desk: Desk) -> None:
    there = {"MSYSTEM": "MINGW64", "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    code, out, _ = desk.run("a-chaud", "--simple", "--personne", "galet", stdin=LINES, **there)
    assert code == LEFT_WITH_DRAFT
    assert "Le brouillon est gardé." in out
    (draft,) = drafts(desk.journal)
    assert "> une première ligne\n> une deuxième\n" in draft


def test_the_plain_mode_goes_from_a_pipe_to_a_note(desk: Desk) -> None:
    script = "\n".join(["3", ".passer", ".passer", "n", "nous avons ri", ".", "appeler demain", "", ""])
    code, out, err = desk.run("a-chaud", "--simple", "--personne", "galet", stdin=script)
    assert (code, err) == (0, "")
    assert "Note enregistrée" in out
    assert sober(out)
    (note,) = notes(desk.journal)
    assert "> nous avons ri" in note
    assert "passees:\n  - chaud.scene\n  - chaud.ressenti\n" in note


def test_an_unfinished_line_at_the_end_of_the_input_is_no_answer(desk: Desk) -> None:
    """EOF in the midst of a text: what was typed is kept as half typed, never as confirmed."""
    code, _, _ = desk.run("a-chaud", "--simple", "--personne", "galet", stdin="3\nune ligne\nune autre")
    assert code == LEFT_WITH_DRAFT
    (draft,) = drafts(desk.journal)
    assert "repondues" not in draft
    assert "<!-- cip:en_cours chaud.scene texte -->\n> une ligne\n" in draft


def test_the_plain_mode_with_no_input_at_all_says_so(desk: Desk) -> None:
    code, out, err = desk.run("a-chaud", "--simple", "--personne", "galet", stdin=None)
    assert (code, err) == (LEFT_WITH_DRAFT, "")
    assert "Fin de la saisie." in out
    assert "Rien n’a été écrit." in out
    assert sober(out)
    assert desk.files() == []


@pytest.mark.pty
@pytest.mark.parametrize(
    "how", [{"TERM": "dumb"}, {"TERM": "unknown"}, {"ACCESSIBLE": "1"}, {"TERM": ""}], ids=lambda how: str(how)
)
def test_a_terminal_that_can_do_nothing_gets_the_plain_mode(desk: Desk, how: dict[str, str]) -> None:
    front = desk.terminal("a-chaud", "--personne", "galet", **how)
    front.see("1 sur 7. Quelle était la météo de cet échange ?", "Un numéro de 1 à 5 :")
    front.press("3", "enter")
    front.see("Choisi : nuages", SCENE.words)
    front.press("ctrl-d")
    assert front.end() == LEFT_WITH_DRAFT
    assert "\x1b" not in front.raw
    assert front.echoes()
    assert "  chaud.meteo: nuages" in drafts(desk.journal)[0]


@pytest.mark.pty
def test_redirecting_the_result_keeps_the_screen_off_it(desk: Desk) -> None:
    """stdout in a file: no terminal to answer on, so the session refuses rather than write its screens there."""
    target = desk.home / "sortie.txt"
    command = f'exec "{sys.executable}" -m cip_coach session a-chaud --journal "{desk.journal}" > "{target}"'
    done = subprocess.run(
        ["sh", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, env=surroundings(desk.home), timeout=60
    )
    assert done.returncode == 2
    assert target.read_bytes() == b""


# Resuming


def test_resuming_when_nothing_waits_is_refused(desk: Desk) -> None:
    code, out, err = desk.run("--reprendre", "--simple")
    assert code == 1
    assert out == ""
    assert "Aucune session interrompue" in err


@pytest.mark.pty
def test_a_draft_whose_tree_changed_says_what_no_longer_fits(desk: Desk) -> None:
    tree = (
        'arbre: mien\nversion: 1\ntitre: "Le mien"\nduree: 2\nmoment: fin_de_journee\npersonne: aucune\nquestions:\n'
        '  - id: m.un\n    question: "Quelle première chose ?"\n    libelle: "Un"\n'
    )
    desk.own_tree("mien", tree + '  - id: m.deux\n    question: "Quelle deuxième chose ?"\n    libelle: "Deux"\n')
    code, _, _ = desk.run("mien", "--simple", stdin="ceci\n.\n", **desk.config)
    assert code == LEFT_WITH_DRAFT
    desk.own_tree("mien", tree.replace("m.un", "m.trois").replace("première", "troisième"))
    front = desk.terminal("--reprendre", **desk.config)
    front.see("L’arbre a changé", "Quelle première chose ?")
    front.press("enter")
    front.see("Quelle troisième chose ?")
    assert "> ceci" in drafts(desk.journal)[0]
