"""What enters a vault and what leaves it: backups of this vault and of others, texts for an editor, pages for a group."""

import getpass
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from notebook import entry, note
from operations import PHRASE, TODAY, key, said, seal, sit_down

from cip_coach import cli
from cip_coach.keeping import conversion, marker, shelf, vault
from cip_coach.keeping import journal as folder
from cip_coach.keeping import seal as sealing
from cip_coach.keeping.marker import Marker
from cip_coach.keeping.note import Status
from cip_coach.keeping.shelf import Journal

Told = Callable[..., tuple[int, str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command as somebody who types the passphrase; the exit code and all that was said, on one line."""
    sit_down(monkeypatch)

    def run(*words: str, journal: Path, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        code = cli.run([*words, "--journal", str(journal), "--aujourd-hui", TODAY])
        heard = capsys.readouterr()
        return code, " ".join((heard.out + heard.err).replace("\u00a0", " ").split())

    return run


def in_clear(root: Path, *ids: str, status: Status = Status.CLOSED) -> Path:
    root.mkdir(mode=0o700)
    made = Marker("k2k2k2")
    marker.create(root, marker.Origin.NAMED, made)
    for one in ids:
        written = note(one, "2026-11-20", entry("chaud.bien", f"CANARI {one}"), status=status)
        (folder.close if status is Status.CLOSED else folder.save_draft)(Journal(root, made), written, None)
    return root


def a_vault(root: Path, *ids: str, status: Status = Status.CLOSED) -> Path:
    seal(in_clear(root, *ids, status=status))
    return root


def bytes_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def texts(root: Path) -> list[str]:
    return sorted(said(path).decode().rpartition("> ")[2].strip() for path in root.rglob("*.md.age"))


# Backups


def test_a_backup_in_clear_goes_into_no_vault(tmp_path: Path, told: Told) -> None:
    told("journal", "sauvegarder", str(tmp_path / "copie.zip"), journal=in_clear(tmp_path / "clair", "aaaaaa"))
    mine = a_vault(tmp_path / "coffre", "bbbbbb")
    before = bytes_of(mine)
    code, heard = told("journal", "restaurer", str(tmp_path / "copie.zip"), journal=mine)
    assert (code, bytes_of(mine) == before) == (1, True)
    assert "Les notes de « copie.zip » sont en clair, et ce journal est un coffre." in heard
    assert "--journal DOSSIER" in heard


def test_a_backup_of_another_vault_goes_into_no_vault(tmp_path: Path, told: Told) -> None:
    other = in_clear(tmp_path / "autre", "aaaaaa")
    identity = sealing.new_identity()
    public = str(identity.to_public())
    conversion.found_vault(Journal(other, Marker("k2k2k2")), b"another key, sealed", (public,))
    found = sealing.Seal((identity.to_public(),), identity)
    conversion.seal(Journal(other, Marker("k2k2k2"), seal=found), lambda *_: None)
    told("journal", "sauvegarder", str(tmp_path / "copie.zip"), journal=other)
    mine = a_vault(tmp_path / "coffre", "bbbbbb")
    before = bytes_of(mine)
    code, heard = told("journal", "restaurer", str(tmp_path / "copie.zip"), journal=mine)
    assert (code, bytes_of(mine) == before) == (1, True)
    assert "Les notes de « copie.zip » sont scellées pour un autre coffre." in heard


def test_without_its_passphrase_a_backup_makes_no_vault_of_an_empty_journal(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("journal", "sauvegarder", str(tmp_path / "copie.zip"), journal=a_vault(tmp_path / "coffre", "aaaaaa"))
    empty = in_clear(tmp_path / "vide")
    before = bytes_of(empty)
    monkeypatch.setattr(getpass, "getpass", lambda _: "une autre phrase de passe")
    code, heard = told("journal", "restaurer", str(tmp_path / "copie.zip"), journal=empty)
    assert (code, bytes_of(empty) == before) == (1, True), heard
    monkeypatch.setattr(getpass, "getpass", lambda _: PHRASE)
    assert told("journal", "restaurer", str(tmp_path / "copie.zip"), journal=empty)[0] == 0
    assert texts(empty) == ["CANARI aaaaaa"]
    assert marker.find(empty) == Marker("k2k2k2", vault=marker.SEALED)


def test_a_lost_key_comes_back_from_a_backup(tmp_path: Path, told: Told) -> None:
    mine = a_vault(tmp_path / "coffre", "aaaaaa")
    before = bytes_of(mine)
    told("journal", "sauvegarder", str(tmp_path / "copie.zip"), journal=mine)
    (mine / vault.KEY).unlink()
    assert told("journal", "restaurer", str(tmp_path / "copie.zip"), journal=mine)[0] == 0
    assert bytes_of(mine) == before


def test_a_draft_of_a_session_closed_since_goes_to_the_trash_of_the_vault(tmp_path: Path, told: Told) -> None:
    mine = in_clear(tmp_path / "coffre", "aaaaaa", status=Status.DRAFT)
    seal(mine)
    told("journal", "sauvegarder", str(tmp_path / "copie.zip"), journal=mine)
    (draft,) = mine.glob("brouillons/*")
    draft.unlink()
    kept = Journal(mine, marker.find(mine), seal=key())  # type: ignore[arg-type]
    folder.close(kept, note("aaaaaa", "2026-11-20", entry("chaud.bien", "CANARI finie")), None)
    code, heard = told("journal", "restaurer", str(tmp_path / "copie.zip"), journal=mine)
    assert code == 0, heard
    assert [path.parent.name for path in mine.rglob("*.md.age")].count("corbeille") == 1
    assert shelf.drafts(kept) == ()
    assert texts(mine) == ["CANARI aaaaaa", "CANARI finie"]


# Texts and pages


def test_the_editor_is_refused_before_anything_is_asked(
    tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = a_vault(tmp_path / "coffre", "aaaaaa")
    monkeypatch.setattr("cip_coach.terminal.typed.on_terminal", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _: pytest.fail("a passphrase was asked"))
    code, heard = told("review", "--modifier", "aaaaaa", journal=mine)
    assert (code, heard.startswith("L’éditeur est refusé dans un coffre")) == (1, True), heard


def test_a_text_changed_through_a_pipe_is_sealed(tmp_path: Path, told: Told) -> None:
    mine = a_vault(tmp_path / "coffre", "aaaaaa")
    assert told("review", "--modifier", "aaaaaa", journal=mine, typed="CANARI changé\n")[0] == 0
    assert texts(mine) == ["CANARI changé"]


@pytest.mark.parametrize(
    "words",
    [
        ("review", "--export"), ("review", "--csv"), ("stats", "--html"), ("stats", "--csv"),
        ("dossier", "exemple", "aaaaaa", "--relu", "--vers"),
    ],
)  # fmt: skip
def test_a_file_that_is_asked_for_is_said_to_be_in_clear(tmp_path: Path, told: Told, words: tuple[str, ...]) -> None:
    mine = a_vault(tmp_path / "coffre", "aaaaaa")
    suffix = words[-1].removeprefix("--").replace("export", "md").replace("vers", "md")
    code, heard = told(*words, str(tmp_path / f"sortie.{suffix}"), journal=mine)
    assert (code, "Ce fichier est en clair, hors du coffre." in heard) == (0, True), heard
    other = in_clear(tmp_path / "clair", "aaaaaa")
    _, heard = told(*words, str(tmp_path / f"autre.{suffix}"), journal=other)
    assert "hors du coffre" not in heard


# Erased for good


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("journal", "purger", "--plus-de", "1jour"), "purger"), (("journal", "oublier", "galet"), "oublier"),
        (("journal", "corbeille", "--vider"), "vider"),
    ],
)  # fmt: skip
def test_what_is_erased_is_shown_first_by_its_day(
    tmp_path: Path, told: Told, words: tuple[str, ...], word: str
) -> None:
    mine = a_vault(tmp_path / "coffre", "aaaaaa")
    if "corbeille" in words:
        told("review", "--jeter", "aaaaaa", journal=mine)
    code, heard = told(*words, journal=mine, typed="autre\n")
    assert (code, "20 novembre 2026" in heard, texts(mine)) == (1, True, ["CANARI aaaaaa"]), heard
    code, heard = told(*words, journal=mine, typed=f"{word}\n")
    assert (code, list(mine.rglob("*.md.age"))) == (0, []), heard
