"""The vault: sealed notes that any age program opens, read here as before; nothing in clear, nothing lost on the way."""

import getpass
import io
import os
import resource
import shutil
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from faults import KILL, Faulty, Killed
from notebook import entry, note
from operations import TELLING

from cip_coach import cli
from cip_coach.answer import Words
from cip_coach.keeping import conversion, followed, lockwork, marker, shelf, vault, works
from cip_coach.keeping import journal as folder
from cip_coach.keeping.journal import discard
from cip_coach.keeping.marker import Marker
from cip_coach.keeping.note import Status
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import Journal
from cip_coach.passphrase import weakness
from cip_coach.problem import Refused
from cip_coach.terminal import secret

if sys.platform != "win32":
    import pexpect
    from pseudo_terminal import needs_pty, surroundings, terminal
else:
    needs_pty = []

PHRASE = "galet rivière onze lampes"
KEYS = Path(__file__).parent / "data" / "coffre"
"""A key sealed so that opening it costs nothing: the real cost has its own test."""
AGE, STRACE = shutil.which("age"), shutil.which("strace")
CANARY = "CANARI-sourire"
needs_age = pytest.mark.skipif(AGE is None, reason="the program `age` is not installed")
THOROUGH = "CIP_COACH_THOROUGH" in os.environ
SOURCES = Path(shelf.__file__).parents[2]


def plain_journal(root: Path) -> Journal:
    root.mkdir(mode=0o700)
    marker.create(root, marker.Origin.NAMED, Marker("k2k2k2"))
    kept = Journal(root, Marker("k2k2k2"))
    for note_id, day in (("k7f3qd", "2026-11-20"), ("m2p9xa", "2025-03-08"), ("zz77zz", "2026-11-19")):
        folder.close(kept, note(note_id, day, entry("chaud.scene", f"{CANARY} {note_id}")), None)
    (thrown,) = [path for path in shelf.notes(kept) if "zz77zz" in path.name]
    discard(kept, thrown)
    followed.begin(kept, "canaricode", "cpp", note("x").head.day)
    return kept


def unlocked(kept: Journal) -> Journal:
    for name in (vault.KEY, vault.RECIPIENTS):
        if not (kept.root / name).exists():
            shutil.copy(KEYS / name, kept.root / name)
            (kept.root / name).chmod(0o600)
    return vault.unlocked(Journal(kept.root, marker.find(kept.root) or kept.marker), PHRASE)


@pytest.fixture
def clear(tmp_path: Path) -> Journal:
    return plain_journal(tmp_path / "journal")


@pytest.fixture
def sealed(clear: Journal) -> Journal:
    conversion.seal(unlocked(clear), lambda *_: None)
    return unlocked(clear)


def on_disk(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())


def texts(kept: Journal) -> dict[str, str | None]:
    paths = (*shelf.notes(kept), *shelf.drafts(kept), *shelf.trash(kept))
    return {path.name.removesuffix(".age"): shelf.load(kept, path).text for path in paths}


# Sealing, opening


def test_all_that_was_written_is_sealed_and_read_as_before(clear: Journal) -> None:
    before, programmes = texts(clear), followed.load(clear).all
    done = conversion.seal(unlocked(clear), lambda *_: None)
    assert (done.files, done.notes, done.problems) == (4, 3, ())
    assert CANARY.encode() not in on_disk(clear.root)
    assert b"canaricode" not in on_disk(clear.root)
    kept = unlocked(clear)
    assert texts(kept) == before
    assert followed.load(kept).all == programmes


def test_opened_again_it_is_to_the_byte_what_it_was(clear: Journal) -> None:
    before = {path.relative_to(clear.root): path.read_bytes() for path in clear.root.rglob("*") if path.is_file()}
    conversion.seal(unlocked(clear), lambda *_: None)
    conversion.unseal(unlocked(clear), lambda *_: None)
    after = {path.relative_to(clear.root): path.read_bytes() for path in clear.root.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of another kind")
def test_every_file_of_a_vault_is_private(sealed: Journal) -> None:
    assert {path.stat().st_mode & 0o777 for path in sealed.root.rglob("*.md.age")} == {0o600}


def test_what_a_kill_left_in_clear_is_sealed_too(clear: Journal) -> None:
    (clear.root / "2026" / ".2026-11-20_1732_a-chaud_k7f3qd.md.12-0.tmp").write_text(CANARY)
    (clear.root / ".copie.12-1.tmp.txt").write_text(CANARY)
    conversion.seal(unlocked(clear), lambda *_: None)
    assert CANARY.encode() not in on_disk(clear.root)
    assert CANARY in [shelf.note_bytes(unlocked(clear), path).decode() for path in shelf.trash(clear)]


def test_without_the_key_a_sealed_note_is_a_problem_and_hides_no_other(sealed: Journal) -> None:
    locked = replace(sealed, seal=None)
    assert {shelf.load(locked, path).problems[0].code for path in shelf.notes(locked)} == {"lecture-scelle"}


@pytest.mark.parametrize("harm", ["cut", "longer", "empty body"])
def test_a_damaged_note_is_a_problem_and_hides_no_other(sealed: Journal, harm: str) -> None:
    first, second = shelf.notes(sealed)
    data = first.read_bytes()
    first.write_bytes({"cut": data[:-1], "longer": data + b"x", "empty body": data[:230]}[harm])
    assert [problem.code for problem in shelf.load(sealed, first).problems] == ["lecture-sceau"]
    assert shelf.load(sealed, second).note is not None


def test_no_bit_of_a_sealed_note_can_change_unseen(sealed: Journal) -> None:
    path = next(shelf.notes(sealed))
    data = path.read_bytes()
    whole = shelf.load(sealed, path).text
    for place in range(0, len(data), 1 if THOROUGH else 7):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :])
        loaded = shelf.load(sealed, path)
        assert loaded.note is None or loaded.text == whole
        assert loaded.problems or loaded.text == whole


def test_a_draft_of_a_vault_needs_no_passphrase_and_is_sealed(sealed: Journal) -> None:
    writing = vault.entered(replace(sealed, seal=None))
    saved = folder.save_draft(writing, note("aaaaaa", "2026-11-22", entry("chaud.scene", "CANARI-b")), None)
    saved = folder.save_draft(writing, note("aaaaaa", "2026-11-22", entry("chaud.scene", "CANARI-c")), saved)
    assert saved.path.name.endswith(".md.age")
    assert b"CANARI" not in on_disk(sealed.root)
    assert "CANARI-c" in (shelf.load(sealed, saved.path).text or "")


def test_nothing_is_written_in_clear_when_there_is_nothing_to_seal_with(sealed: Journal) -> None:
    (sealed.root / vault.RECIPIENTS).unlink()
    with pytest.raises(Refused) as refused:
        vault.entered(replace(sealed, seal=None))
    assert refused.value.code == "coffre-destinataires"
    with pytest.raises(Refused):
        folder.save_draft(replace(sealed, seal=None), note("aaaaaa", "2026-11-22"), None)


def test_a_session_open_before_writes_nothing_more_in_clear(clear: Journal) -> None:
    conversion.seal(unlocked(clear), lambda *_: None)
    with pytest.raises(Refused) as refused:
        folder.save_draft(clear, note("aaaaaa", "2026-11-22", entry("chaud.scene", Words("CANARI-d"))), None)
    assert refused.value.code == "journal-change"
    assert b"CANARI-d" not in on_disk(clear.root)


def test_somebody_added_to_those_who_can_read_is_told(sealed: Journal) -> None:
    from pyrage import x25519

    with (sealed.root / vault.RECIPIENTS).open("a", encoding="utf-8") as file:
        file.write(f"{x25519.Identity.generate().to_public()}\n")
    assert [problem.code for problem in vault.doubts(sealed)] == ["coffre-destinataires-changes"]
    assert len(sealed.seal.recipients) == 1  # type: ignore[union-attr]


# The passphrase


def test_a_wrong_passphrase_opens_nothing(sealed: Journal) -> None:
    with pytest.raises(Refused) as refused:
        vault.unlocked(sealed, "galet rivière onze lampe")
    assert refused.value.code == "coffre-phrase"


def test_a_damaged_key_is_named(sealed: Journal) -> None:
    key = sealed.root / vault.KEY
    key.write_bytes(key.read_bytes()[:-3])
    with pytest.raises(Refused) as refused:
        vault.unlocked(sealed, PHRASE)
    assert refused.value.code == "coffre-cle-abimee"


@pytest.mark.parametrize("words", ["", "court", "motdepassemotdepasse", "azertyuiop123456", "lune lune lune lune"])
def test_empty_and_weak_passphrases_are_refused(words: str) -> None:
    assert weakness(words)


def test_a_passphrase_of_words_is_taken() -> None:
    assert weakness(PHRASE) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is one of Linux")
def test_too_little_memory_is_a_sentence_and_takes_no_session_with_it() -> None:
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (220 << 20, 220 << 20))\n"
        "from cip_coach.keeping import lockwork; from cip_coach.problem import Refused\n"
        "import sys; from pathlib import Path\n"
        "try: lockwork.unsealed(Path(sys.argv[1]).read_bytes(), 'galet rivière onze lampes')\n"
        "except Refused as error: print(error.code)"
    )
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    heavy = [sys.executable, "-c", code, str(KEYS / "lourde.age")]  # it takes 256 MiB
    ran = subprocess.run(heavy, capture_output=True, text=True, env=environment, check=False)
    assert ran.stdout == "coffre-memoire\n", ran.stderr
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 220 << 20


# Other programs


@needs_age
def test_a_note_that_age_sealed_is_read(sealed: Journal, tmp_path: Path) -> None:
    written = render(note("aaaaaa", "2026-11-21", entry("chaud.scene", "venue d’ailleurs")))
    (tmp_path / "x.md").write_text(written, encoding="utf-8")
    target = sealed.root / "2026" / "2026-11-21_1732_a-chaud_aaaaaa.md.age"
    public = vault.written_recipients(sealed)[0]
    subprocess.run([str(AGE), "-r", public, "-o", str(target), str(tmp_path / "x.md")], check=True)
    assert shelf.load(sealed, target).text == written


@needs_age
@pytest.mark.pty
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal that pexpect can drive")
def test_age_opens_a_sealed_note_with_the_passphrase(sealed: Journal) -> None:
    path = next(shelf.notes(sealed))
    age = pexpect.spawn(str(AGE), ["-d", "-i", str(sealed.root / vault.KEY), str(path)], encoding="utf-8", timeout=20)
    age.expect("passphrase")
    age.sendline(PHRASE)
    age.expect(pexpect.EOF)
    assert f"{CANARY} k7f3qd" in age.before


@needs_age
@pytest.mark.pty
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal that pexpect can drive")
def test_age_opens_the_key_that_we_sealed(tmp_path: Path) -> None:
    (tmp_path / "cle.age").write_bytes(lockwork.sealed(b"la cle\n", PHRASE))
    age = pexpect.spawn(str(AGE), ["-d", str(tmp_path / "cle.age")], encoding="utf-8", timeout=60)
    age.expect("passphrase")
    age.sendline(PHRASE)
    age.expect(pexpect.EOF)
    assert "la cle" in age.before


# In front of somebody


def run(home: Path, kept: Journal, *words: str, say: tuple[tuple[str, str], ...]) -> tuple[int, str]:
    """A command in a pseudo-terminal: after each of these words, that is typed; the exit code and what was said."""
    command = ["-m", "cip_coach", *words, "--journal", str(kept.root)]
    environment = surroundings(home) | {"PYTHONDONTWRITEBYTECODE": "1"}
    child = pexpect.spawn(
        sys.executable, command, env=environment, encoding="utf-8", timeout=60, dimensions=(40, 120)
    )
    said = ""
    for wanted, answer in say:
        child.expect_exact(wanted)
        said += child.before + wanted
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus or 0, said + child.before


class TestInATerminal:
    pytestmark = needs_pty

    def test_a_journal_becomes_a_vault_and_stats_and_review_ask_once(self, clear: Journal, tmp_path: Path) -> None:
        answers = (
            ("chiffrer", "chiffrer"), ("Choisir une phrase", PHRASE), ("seconde fois", PHRASE), ("oui ou non", "non"),
        )  # fmt: skip
        code, said = run(tmp_path, clear, "journal", "chiffrer", say=answers)
        assert code == 0, said
        assert PHRASE not in said
        assert CANARY.encode() not in on_disk(tmp_path)
        code, said = run(tmp_path, clear, "review", "--lire", "k7f3qd", say=(("Phrase de passe", PHRASE),))
        assert (code, f"{CANARY} k7f3qd" in said, said.count("Phrase de passe")) == (0, True, 1), said

    @pytest.mark.parametrize("words", [("stats",), ("pas",), ("programme",), ("dossier",), ("journal", "verifier")])
    def test_a_command_that_reads_asks_once(self, sealed: Journal, tmp_path: Path, words: tuple[str, ...]) -> None:
        code, said = run(tmp_path, sealed, *words, say=(("Phrase de passe", PHRASE),))
        assert (code, said.count("Phrase de passe")) == (0, 1), said
        assert "scellé" not in said

    def test_a_wrong_one_costs_only_time(self, sealed: Journal, tmp_path: Path) -> None:
        before = on_disk(sealed.root)
        code, said = run(tmp_path, sealed, "review", say=(("Phrase de passe", "autre"),) * 3)
        assert (code, on_disk(sealed.root)) == (1, before), said
        assert "le coffre reste fermé" in " ".join(said.split())

    def test_a_new_session_asks_no_passphrase_and_leaves_no_word_in_clear(
        self, sealed: Journal, tmp_path: Path
    ) -> None:
        import chaud

        home = tmp_path / "maison"
        home.mkdir()
        with terminal(["session", "a-chaud", "--journal", str(sealed.root)], home) as front:
            chaud.begin(front, "galet")
            chaud.answer(front, chaud.QUESTIONS[0])
            front.see(chaud.QUESTIONS[1].words)
            front.press(f"{CANARY} à moitié", "ctrl-e")
            front.see("L’éditeur est refusé ici")
            front.press("enter")
            front.see(chaud.QUESTIONS[2].words)
            front.close_window()
            front.end()
        assert CANARY.encode() not in on_disk(tmp_path)
        (draft,) = shelf.drafts(sealed)
        assert f"{CANARY} à moitié" in (shelf.load(sealed, draft).text or "")

    @pytest.mark.parametrize(("typed", "told"), [("", "au moins 15"), ("azertyuiop123456", "essaie en premier")])
    def test_a_weak_passphrase_is_refused_where_it_is_chosen(
        self, clear: Journal, tmp_path: Path, typed: str, told: str
    ) -> None:
        before = on_disk(clear.root)
        answers = (("taper le mot", "chiffrer"), ("Choisir une phrase", typed))
        code, said = run(tmp_path, clear, "journal", "chiffrer", say=answers)
        assert (code, told in said, on_disk(clear.root) == before) == (1, True, True), said
        assert "Ce que cela ne défait pas" in said

    def test_the_recovery_key_is_typed_where_the_passphrase_is_asked(self, clear: Journal, tmp_path: Path) -> None:
        from pyrage import x25519

        spare = x25519.Identity.generate()
        opened = unlocked(clear)
        assert opened.seal is not None
        both = (*opened.seal.recipients, spare.to_public())
        (clear.root / vault.RECIPIENTS).write_text(
            vault.recipients_text([str(one) for one in both]), encoding="utf-8"
        )
        conversion.seal(replace(opened, seal=replace(opened.seal, recipients=both)), lambda *_: None)
        answer = ((("Phrase de passe"), str(spare)),)
        code, said = run(tmp_path, clear, "review", "--lire", "k7f3qd", say=answer)
        assert (code, f"{CANARY} k7f3qd" in said, str(spare) in said) == (0, True, False), said

    def test_somebody_added_is_told_when_the_vault_opens(self, sealed: Journal, tmp_path: Path) -> None:
        from pyrage import x25519

        with (sealed.root / vault.RECIPIENTS).open("a", encoding="utf-8") as file:
            file.write(f"{x25519.Identity.generate().to_public()}\n")
        code, said = run(tmp_path, sealed, "review", "--dernier", say=(("Phrase de passe", PHRASE),))
        assert (code, "quelqu’un d’autre pourrait lire" in " ".join(said.split())) == (0, True), said

    def test_a_backup_goes_back_to_its_own_vault_or_makes_one_and_to_no_other(
        self, sealed: Journal, tmp_path: Path
    ) -> None:
        copy = str(tmp_path / "copie.zip")
        assert run(tmp_path, sealed, "journal", "sauvegarder", copy, say=())[0] == 0
        before, lost = texts(sealed), next(shelf.notes(sealed))
        lost.unlink()
        asked = (("Phrase de passe", PHRASE),)
        code, said = run(tmp_path, sealed, "journal", "restaurer", copy, say=asked)
        assert (code, texts(sealed)) == (0, before), said
        new = Journal(tmp_path / "neuf", sealed.marker)
        code, said = run(tmp_path, new, "journal", "restaurer", copy, say=asked)
        assert (code, texts(unlocked(new)), CANARY.encode() in on_disk(new.root)) == (0, before, False), said
        other = plain_journal(tmp_path / "autre")
        untouched = on_disk(other.root)
        code, said = run(tmp_path, other, "journal", "restaurer", copy, say=())
        assert (code, "un autre coffre" in " ".join(said.split()), on_disk(other.root)) == (1, True, untouched), said

    def test_a_draft_is_taken_up_from_the_home_screen_and_the_passphrase_asked_before_anything_else(
        self, sealed: Journal, tmp_path: Path
    ) -> None:
        writing = vault.entered(replace(sealed, seal=None))
        draft = note("aaaaaa", "2026-11-22", entry("chaud.scene", f"{CANARY} scène"), status=Status.DRAFT)
        folder.save_draft(writing, draft, None)
        before = on_disk(sealed.root)
        home = tmp_path / "maison"
        home.mkdir()
        with terminal([], home, CIP_COACH_JOURNAL=str(sealed.root)) as front:
            front.see("Que faire maintenant", "Reprendre", "la phrase de passe sera demandée")
            front.press("enter")
            front.see("Phrase de passe du coffre")
            front.press("une autre phrase", "enter")
            front.see("Encore un essai")
            front.press("escape", "enter")  # given up: nothing was lost, and one is home again
            front.see("Le coffre reste fermé", "revenir à l’accueil")
            assert on_disk(sealed.root) == before
            front.press("enter")
            front.see("Que faire maintenant")
            front.press("enter")
            front.see("Phrase de passe du coffre")
            front.press(PHRASE, "enter")
            front.see("À chaud, en trois minutes", "Quelle était la météo", without="Phrase de passe")
            assert PHRASE not in front.raw
            front.press("3")
            front.see("Quel moment me revient en premier", f"{CANARY} scène")
            front.close_window()
            front.end()
        (path,) = shelf.drafts(sealed)
        assert f"{CANARY} scène" in (kept := shelf.load(sealed, path).text or "") and "chaud.meteo: nuages" in kept
        assert CANARY.encode() not in on_disk(tmp_path)

    def test_what_is_typed_while_the_passphrase_is_tested_is_not_shown(self, sealed: Journal, tmp_path: Path) -> None:
        command = [sys.executable, "-m", "cip_coach", "review", "--dernier", "--journal", str(sealed.root)]
        child = pexpect.spawn(
            command[0], command[1:], env=surroundings(tmp_path), encoding="utf-8", timeout=60, dimensions=(40, 120)
        )
        child.expect_exact("Phrase de passe")
        child.waitnoecho()
        child.sendline("une autre phrase")
        child.expect_exact("quelques secondes…")
        child.sendline(PHRASE)
        child.expect_exact("Encore un essai")
        assert PHRASE not in child.before
        child.sendline(PHRASE)
        child.expect(pexpect.EOF)
        assert CANARY in child.before

    def test_all_notes_come_out_again(self, sealed: Journal, tmp_path: Path) -> None:
        answers = (("Phrase de passe", PHRASE), ("taper le mot", "dechiffrer"))
        code, said = run(tmp_path, sealed, "journal", "dechiffrer", say=answers)
        assert (code, list(sealed.root.rglob("*.age"))) == (0, []), said


def test_off_a_terminal_nothing_is_asked(sealed: Journal, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "cip_coach", "review", "--json", "--journal", str(sealed.root)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        env={"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8", "PATH": ""},
    )  # fmt: skip
    assert (ran.returncode, "phrase de passe" in ran.stderr, ran.stdout) == (1, True, "")


@pytest.mark.parametrize("words", [["journal", "chiffrer"], ["review"], ["session", "a-chaud", "--simple"]])
def test_where_the_package_is_not_a_sentence_says_what_to_do(
    sealed: Journal, tmp_path: Path, words: list[str]
) -> None:
    before = on_disk(sealed.root)
    code = "import sys; sys.modules['pyrage'] = None; from cip_coach.cli import main; sys.exit(main(sys.argv[1:]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, *words, "--journal", str(sealed.root)],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        env={"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8", "PATH": ""},
    )  # fmt: skip
    assert (ran.returncode, "pip install pyrage" in ran.stderr, "Traceback" in ran.stderr) == (1, True, False), ran
    assert on_disk(sealed.root) == before


# Killed on the way


@pytest.mark.parametrize("fault", [KILL, "EIO", "ENOSPC"])
@pytest.mark.parametrize("way", ["chiffrer", "dechiffrer"])
def test_the_command_cut_at_any_call_loses_nothing_and_the_same_command_finishes(
    way: str,
    fault: str,
    clear: Journal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """From the key and the marker on; where they are made is cut by `test_cut_while_the_key_is_made`."""
    key = unlocked(clear)
    if way == "dechiffrer":
        conversion.seal(key, lambda *_: None)
    else:  # the key is there, and counts
        marker.rewrite(clear.root, clear.marker, replace(clear.marker, vault=marker.SEALED))
    before = texts(unlocked(clear))
    model = tmp_path / "modele"
    clear.root.rename(model)
    monkeypatch.setattr(getpass, "getpass", lambda _: PHRASE)
    monkeypatch.setattr(secret, "sys", Terminals)

    def command(there: Path, faulty: Faulty | None = None) -> int | None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{way}\n".encode())))
        try:
            with faulty or nullcontext():
                return cli.run(["journal", way, "--journal", str(there)])
        except Killed:
            return None

    counting = Faulty(tmp_path / "0", only=TELLING)
    shutil.copytree(model, tmp_path / "0")
    assert command(tmp_path / "0", counting) == 0
    for at in range(len(counting.calls), 0, -1 if THOROUGH else -7):
        there = tmp_path / str(at)
        shutil.copytree(model, there)
        faulty = Faulty(there, at, fault, only=TELLING)
        code = command(there, faulty)
        where = (at, counting.calls[at - 1], code)
        assert faulty.fired == 1, where
        assert code is None if fault == KILL else code in (0, 1), where
        kept = reopened(there, clear)
        read = {path.name.removesuffix(".age"): shelf.load(kept, path).text for path in found(kept)}
        assert {name: read.get(name) for name in before} == before, where
        capsys.readouterr()
        again = command(there)
        assert "destinataires" not in capsys.readouterr().err, where
        done = way == "dechiffrer" and not (there / vault.KEY).exists()
        assert again == 0 or done, (where, again)
        assert texts(reopened(there, clear)) == before, where
        assert (CANARY.encode() in on_disk(there)) == (way == "dechiffrer"), where
        assert not (there / works.NAME).exists(), where
        shutil.rmtree(there)
    assert len(counting.calls) > 20


class Terminals:
    """What `secret` looks at before it asks: somebody sits there."""

    class stdin:
        isatty = staticmethod(lambda: True)

    stdout, stderr = sys.stdout, stdin


def test_a_lost_key_is_never_replaced_by_another(
    sealed: Journal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _: PHRASE)
    monkeypatch.setattr(secret, "sys", Terminals)
    (sealed.root / vault.KEY).unlink()
    before = on_disk(sealed.root)
    assert cli.run(["journal", "chiffrer", "--journal", str(sealed.root)]) == 1
    assert "le reprendre d’une sauvegarde" in capsys.readouterr().err
    assert on_disk(sealed.root) == before


@pytest.mark.parametrize("left", [(vault.KEY,), (vault.KEY, vault.RECIPIENTS)])
def test_keys_left_when_all_is_in_clear_go_without_a_passphrase(
    clear: Journal, left: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in left:
        shutil.copy(KEYS / name, clear.root / name)
    before = texts(clear)
    assert cli.run(["journal", "dechiffrer", "--journal", str(clear.root)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("Toutes les notes sont de nouveau en clair.\n", "")
    assert (list(clear.root.rglob("*.age")), texts(clear)) == ([], before)


@pytest.mark.skipif(not THOROUGH, reason="each trial makes a key, some seconds: CIP_COACH_THOROUGH asks for it")
def test_cut_while_the_key_is_made_the_command_begins_again(
    clear: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(clear)
    monkeypatch.setattr(getpass, "getpass", lambda _: PHRASE)
    monkeypatch.setattr(secret, "sys", Terminals)

    def command(there: Path, faulty: Faulty | None = None) -> int | None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"chiffrer\nnon\n")))
        try:
            with faulty or nullcontext():
                return cli.run(["journal", "chiffrer", "--journal", str(there)])
        except Killed:
            return None

    counting = Faulty(tmp_path / "0", only=TELLING)
    shutil.copytree(clear.root, tmp_path / "0")
    assert command(tmp_path / "0", counting) == 0
    made = next(at for at, (_, place) in enumerate(counting.calls) if place.endswith(".md.age"))
    for at in range(1, made + 1):
        there = tmp_path / str(at)
        shutil.copytree(clear.root, there)
        assert command(there, Faulty(there, at, only=TELLING)) is None
        assert texts(Journal(there, clear.marker)) == before
        assert command(there) == 0, (at, counting.calls[at - 1])
        assert texts(reopened(there, clear)) == before
        assert CANARY.encode() not in on_disk(there)
        shutil.rmtree(there)


VICTIM = """
import os, sys
sys.path[:0] = sys.argv[1].split(os.pathsep)
from pathlib import Path
from cip_coach.keeping import conversion, marker, vault, shelf
from cip_coach.keeping.seal import Seal, identity_of, recipients_of
root = Path(sys.argv[2])
identity = identity_of(sys.argv[4])
journal = shelf.Journal(root, marker.find(root), seal=Seal(recipients_of([str(identity.to_public())]), identity))
sys.stdout.write("start\\n"); sys.stdout.flush()
getattr(conversion, sys.argv[3])(journal, lambda *_: None)
"""
CALLS = ("openat", "write", "fsync", "rename", "unlink", "close")


@pytest.mark.fault
@pytest.mark.skipif(sys.platform != "linux" or STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("way", ["seal", "unseal"])
def test_killed_at_any_call_every_note_is_readable_and_the_conversion_goes_on(
    way: str, clear: Journal, tmp_path: Path
) -> None:
    key = unlocked(clear)
    secret = str(key.seal.identity)  # type: ignore[union-attr]
    if way == "unseal":
        conversion.seal(key, lambda *_: None)
    before, fired = texts(unlocked(clear)), 0
    step = 1 if THOROUGH else 24
    counted = played(clear.root, tmp_path / "0", way, secret, ())
    assert counted["code"] == (0, 0)
    for call in CALLS:
        began, all_of_them = counted[call]
        for rank in range(began + 1, all_of_them + 1, step):
            there = tmp_path / f"{call}{rank}"
            died = played(clear.root, there, way, secret, ("-e", f"inject={call}:signal=SIGKILL:when={rank}"))
            fired += died["code"] != (0, 0)
            kept = reopened(there, clear)
            read = {path.name.removesuffix(".age"): shelf.load(kept, path).text for path in found(kept)}
            assert {name: read.get(name) for name in before} == before, (call, rank)
            if kept.seal is not None:
                getattr(conversion, way)(kept, lambda *_: None)
            assert (CANARY.encode() in on_disk(there)) == (way == "unseal"), (call, rank)
            assert texts(reopened(there, clear)) == before
            shutil.rmtree(there)
    assert fired >= 5


def reopened(there: Path, like: Journal) -> Journal:
    """The journal as another process finds it, unlocked if it has a key."""
    kept = Journal(there, marker.find(there) or like.marker)
    return vault.unlocked(kept, PHRASE) if (there / vault.KEY).exists() else kept


def found(kept: Journal) -> list[Path]:
    """Every note in either form, those that hold something last."""
    paths = [path for where in shelf.folders(kept) for path in shelf.listed(where)]
    return sorted(paths, key=lambda path: shelf.load(kept, path).text is not None)


def played(root: Path, there: Path, way: str, secret: str, fault: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Convert a copy of the journal; of each call, how many came before it began and how many in all."""
    shutil.copytree(root, there)
    log = there.with_suffix(".log")
    command = [str(STRACE), "-o", str(log), "-e", "trace=" + ",".join(CALLS), *fault]
    victim = [sys.executable, "-I", "-c", VICTIM, os.pathsep.join(sys.path), str(there), way, secret]
    ran = subprocess.run([*command, *victim], capture_output=True, check=False)
    lines = log.read_text(errors="replace").splitlines()
    began = next((rank for rank, line in enumerate(lines) if '"start' in line), 0)
    calls = {call: [line.startswith(f"{call}(") for line in lines] for call in CALLS}
    return {
        "code": (0, ran.returncode),
        **{call: (sum(hits[: began + 1]), sum(hits)) for call, hits in calls.items()},
    }
