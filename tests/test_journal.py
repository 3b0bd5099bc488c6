"""The folder: where a journal may be made, where notes go, and what happens when somebody else was there."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_note import CONVERSATION, EXAMPLE_NOTE

from cip_coach.answer import Words
from cip_coach.keeping import disk, journal, shelf, splice
from cip_coach.keeping.journal import Saved, open_journal, save_draft
from cip_coach.keeping.marker import Origin
from cip_coach.keeping.note import Aside, Frozen, Note, Status
from cip_coach.keeping.parse import parse
from cip_coach.keeping.refusals import DiskRefused
from cip_coach.keeping.shelf import Journal, note_name
from cip_coach.problem import Refused

NAME = "2026-11-22_1732_guide-relation_k7f3qd.md"
DRAFT = replace(
    EXAMPLE_NOTE,
    head=replace(EXAMPLE_NOTE.head, status=Status.DRAFT, current="relation.plaisir", answers={}, open=()),
    entries=(),
    half_typed=Aside("relation.plaisir", "texte", Words("je")),
    reserve=(Aside("relation.petit", "texte", Words("mis de côté")),),
    sources=(Frozen("journal.notes", (("k2", 1, "hier"),)),),
)


def new_id() -> str:
    return "abc234"


@pytest.fixture
def kept(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "journal", Origin.NAMED, new_id)


def files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        action()
    return refused.value.code


# Opening


def test_a_new_journal_holds_its_marker_and_nothing_else(tmp_path: Path) -> None:
    made = open_journal(tmp_path / "a" / "b" / "journal", Origin.DEFAULT, new_id)
    assert made.created
    assert (made.root / ".cip-coach.yml").read_text("utf-8") == (
        "# Ce dossier est un journal de cip-coach. Laisser ce fichier ici.\n"
        "format: 1\njournal: abc234\netat: ouvert\n"
    )
    assert files(made.root) == [".cip-coach.yml"]
    assert made.root.stat().st_mode & 0o777 == 0o700
    again = open_journal(made.root, Origin.SETTINGS, new_id)
    assert (again.created, again.marker) == (False, made.marker)


def test_an_empty_folder_that_becomes_a_journal_is_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir(mode=0o755)
    made = open_journal(tmp_path / "vide", Origin.NAMED, new_id)
    assert made.root.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("origin", "place", "code"),
    [
        (Origin.SETTINGS, "journal", "journal-absent"),
        (Origin.SETTINGS, "vide", "journal-absent"),
        (Origin.NAMED, "a/b/journal", "journal-parent-absent"),
        (Origin.NAMED, "plein", "journal-sans-marque"),
        (Origin.DEFAULT, "plein", "journal-sans-marque"),
        (Origin.SETTINGS, "plein", "journal-sans-marque"),
        (Origin.NAMED, "fichier", "journal-pas-dossier"),
    ],
)
def test_a_folder_that_may_be_the_wrong_one_is_refused(tmp_path: Path, origin: Origin, place: str, code: str) -> None:
    (tmp_path / "vide").mkdir()
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein" / "photo.jpg").touch()
    (tmp_path / "fichier").touch()
    before = files(tmp_path)
    assert code_of(lambda: open_journal(tmp_path / place, origin, new_id)) == code
    assert files(tmp_path) == before
    assert not (tmp_path / "journal").exists()


@pytest.mark.parametrize("origin", [Origin.NAMED, Origin.DEFAULT])
def test_an_empty_folder_that_was_named_becomes_a_journal(tmp_path: Path, origin: Origin) -> None:
    assert open_journal(tmp_path, origin, new_id).created


def test_a_creation_that_was_interrupted_is_taken_up_again(tmp_path: Path) -> None:
    (tmp_path / ".cip-coach.yml").touch()
    (tmp_path / "..cip-coach.yml.12-0.tmp").write_text("format: 1\njour")
    assert open_journal(tmp_path, Origin.NAMED, new_id).created
    assert not open_journal(tmp_path, Origin.NAMED, new_id).created


@pytest.mark.parametrize(
    ("marker", "code"),
    [
        ("format: 2\njournal: abc\n", "journal-format"),
        ("journal: abc\n", "journal-format"),
        ("format: 1\n", "journal-marque-illisible"),
        ("- x\n", "journal-marque-illisible"),
        ("\xff", "journal-marque-illisible"),
        ("a: [", "journal-marque-illisible"),
    ],
)
def test_a_marker_that_is_not_understood_is_refused(tmp_path: Path, marker: str, code: str) -> None:
    (tmp_path / ".cip-coach.yml").write_bytes(marker.encode("latin-1"))
    assert code_of(lambda: open_journal(tmp_path, Origin.NAMED, new_id)) == code


# Names


def test_a_name_says_the_day_the_tree_and_the_id() -> None:
    head = EXAMPLE_NOTE.head
    assert note_name(head.day, head.begun, head.tree, head.id) == NAME
    assert shelf.day_of(Path(NAME)) == head.day
    assert shelf.day_of(Path("2026-13-45_x.md")) is None


@given(st.dates(), st.datetimes(), st.text(max_size=200), st.text(max_size=30))
def test_no_name_can_leave_its_folder_or_trouble_a_system(
    day: date, begun: datetime, tree: str, note_id: str
) -> None:
    name = note_name(day, begun, tree, note_id)
    assert len(name.encode()) <= 100
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-.")
    assert name.count(".") == 1
    assert name.count("_") == 3


# Keeping


def test_a_draft_becomes_a_closed_note_of_its_year(kept: Journal) -> None:
    first = save_draft(kept, DRAFT, None)
    assert files(kept.root) == [".cip-coach.yml", f"brouillons/{NAME}"]
    assert first.path.stat().st_mode & 0o777 == 0o600
    second = save_draft(kept, replace(DRAFT, title="Autre"), first)
    assert shelf.drafts(kept) == (second.path,)
    assert shelf.load(kept, second.path).note == replace(DRAFT, title="Autre")

    closed = journal.close(kept, DRAFT, second)
    assert files(kept.root) == [".cip-coach.yml", f"2026/{NAME}"]
    assert list(shelf.notes(kept)) == [closed.path]
    note = shelf.load(kept, closed.path).note
    head = replace(DRAFT.head, status=Status.CLOSED, current="")
    assert note == Note(head, DRAFT.title)


def test_a_draft_changed_elsewhere_is_left_alone_and_the_session_goes_on_beside(kept: Journal) -> None:
    first = save_draft(kept, DRAFT, None)
    first.path.write_text("écrit ailleurs", "utf-8")
    second = save_draft(kept, DRAFT, first)
    assert (second.path.name, second.instead_of) == (NAME.replace(".md", "_2.md"), first.path)
    assert first.path.read_text("utf-8") == "écrit ailleurs"
    third = save_draft(kept, DRAFT, second)
    assert (third.path, third.instead_of) == (second.path, None)
    second.path.unlink()
    fourth = save_draft(kept, DRAFT, third)
    assert fourth.instead_of == third.path
    assert shelf.load(kept, fourth.path).note == DRAFT


def test_a_name_already_taken_is_never_overwritten(kept: Journal) -> None:
    first, second = save_draft(kept, DRAFT, None), save_draft(kept, DRAFT, None)
    assert second.path.name == NAME.replace(".md", "_2.md")
    closed = [journal.close(kept, DRAFT, saved).path.name for saved in (first, second)]
    assert closed == [NAME, NAME.replace(".md", "_2.md")]
    other = journal.close(kept, DRAFT, save_draft(kept, DRAFT, None))
    assert other.path.name == NAME.replace(".md", "_3.md")


def test_a_note_closed_but_not_moved_is_settled_later(kept: Journal) -> None:
    draft = save_draft(kept, DRAFT, None)
    closed = replace(EXAMPLE_NOTE, head=replace(EXAMPLE_NOTE.head, id="zzzzzz"))
    save_draft(kept, closed, None)
    assert [path.parent.name for path in journal.settle(kept)] == ["2026"]
    assert shelf.drafts(kept) == (draft.path,)
    assert journal.settle(kept) == ()


def test_nothing_is_written_where_the_marker_is_no_longer_the_same(kept: Journal) -> None:
    saved = save_draft(kept, DRAFT, None)
    before = saved.path.read_bytes()
    marker = kept.root / ".cip-coach.yml"
    written = marker.read_text("utf-8")
    for other in (written.replace("abc234", "zzz234"), written.replace("ouvert", "travaux"), None):
        marker.write_text(other, "utf-8") if other else marker.unlink()
        for action in (
            lambda: save_draft(kept, replace(DRAFT, title="x"), saved),
            lambda: journal.close(kept, DRAFT, saved),
            lambda: journal.discard(kept, saved.path),
            lambda: journal.amend(kept, saved.path, lambda text: text + "\n"),
        ):
            assert code_of(action) == "journal-change"
    assert saved.path.read_bytes() == before
    assert files(kept.root) == [f"brouillons/{NAME}"]


def test_a_save_that_the_disk_did_not_confirm_says_what_to_pass_next(
    kept: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = save_draft(kept, DRAFT, None)
    save = disk.save

    def unsure(path: Path, data: bytes, **options: object) -> disk.Digest:
        save(path, data, **options)  # type: ignore[arg-type]
        raise DiskRefused(5, path, done=True)

    monkeypatch.setattr(disk, "save", unsure)
    with pytest.raises(journal.Unconfirmed) as refused:
        save_draft(kept, replace(DRAFT, title="x"), first)
    monkeypatch.undo()
    again = save_draft(kept, replace(DRAFT, title="y"), refused.value.saved)
    assert (again.path, again.instead_of) == (first.path, None)
    assert refused.value.code == "disque-non-confirme"


def test_a_change_is_tried_again_once_when_the_note_changed_meanwhile(kept: Journal) -> None:
    path = journal.close(kept, CONVERSATION, None).path
    intruders = iter(("\nun", None))

    def edit(text: str) -> str:
        if intruder := next(intruders):
            path.write_text(text + intruder, "utf-8")
        return splice.with_look(text, date(2026, 12, 12), "Mieux.")

    saved = journal.amend(kept, path, edit)
    text = path.read_text("utf-8")
    assert "\nun\n\n## Regard" in text
    assert disk.digest(path.read_bytes()) == saved.digest
    assert parse(text, "x.md")[0] is not None


def test_a_note_that_keeps_changing_is_left_alone(kept: Journal) -> None:
    path = journal.close(kept, CONVERSATION, None).path

    def edit(text: str) -> str:
        path.write_text(text + "x", "utf-8")
        return text

    assert code_of(lambda: journal.amend(kept, path, edit)) == "fichier-change"


def test_what_is_thrown_away_can_come_back(kept: Journal) -> None:
    closed = journal.close(kept, CONVERSATION, None).path
    thrown = journal.discard(kept, closed)
    assert thrown.relative_to(kept.root).parts[0] == "corbeille"
    assert (list(shelf.notes(kept)), shelf.trash(kept)) == ([], (thrown,))
    assert journal.restore(kept, thrown) == closed
    draft = save_draft(kept, DRAFT, None).path
    assert journal.restore(kept, journal.discard(kept, draft)) == draft


# Listing


def test_notes_come_newest_first_whatever_their_folder(kept: Journal) -> None:
    names = ["2025/2025-01-02_0900_a_aaaaaa.md", "2026/2026-02-01_0900_a_bbbbbb.md", "2024-05-05_1000_a_cccccc.md"]
    names += ["2026/2026-02-01_0900_a_bbbbbb (1).md", "2026/notes à moi.md"]
    for name in (
        *names,
        "2026/.cache.md",
        "2026/image.png",
        "autre/2026-01-01_1.md",
        "LISEZMOI.md",
        "brouillons/x.md",
    ):
        (kept.root / name).parent.mkdir(exist_ok=True)
        (kept.root / name).write_text("x")
    assert [shelf.relative(kept, path) for path in shelf.notes(kept)] == [
        "2026/notes à moi.md",
        "2026/2026-02-01_0900_a_bbbbbb.md",
        "2026/2026-02-01_0900_a_bbbbbb (1).md",
        "2025/2025-01-02_0900_a_aaaaaa.md",
        "2024-05-05_1000_a_cccccc.md",
    ]


def test_leftovers_of_a_kill_are_found_and_empty_notes_removed(kept: Journal) -> None:
    saved = save_draft(kept, DRAFT, None)
    folder = saved.path.parent
    (folder / f".{NAME}.77-0.tmp").write_text("plus récent")
    (folder / "2026-11-23_0900_x_abcdef.md").touch()
    (folder / ".2026-11-23_0900_x_abcdef.md.77-1.tmp").write_text("premiers mots")
    os.utime(saved.path, (1, 1))
    found = journal.leftovers(kept, before=4_000_000_000)
    assert [(item.note and item.note.name, item.newer) for item in found] == [
        (NAME, True),
        ("2026-11-23_0900_x_abcdef.md", True),
    ]
    assert shelf.drafts(kept) == (saved.path,)
    assert journal.leftovers(kept, before=0) == ()


def test_whatever_lies_there_loading_never_raises(kept: Journal) -> None:
    year = kept.root / "2026"
    year.mkdir()
    (year / "dossier.md").mkdir()
    os.mkfifo(year / "tuyau.md")
    (year / "gros.md").write_bytes(b"x" * 1_100_000)
    (year / "mort.md").symlink_to(year / "rien.md")
    (year / "latin.md").write_bytes("été".encode("latin-1"))
    for load in (lambda path: shelf.load(kept, path).problems, lambda path: shelf.load_head(kept, path)[1]):
        assert {path.name: [(p.file, p.code) for p in load(path)] for path in shelf.notes(kept)} == {
            "dossier.md": [("2026/dossier.md", "lecture-dossier")],
            "tuyau.md": [("2026/tuyau.md", "lecture-special")],
            "gros.md": [("2026/gros.md", "lecture-taille")],
            "mort.md": [("2026/mort.md", "lecture-absent")],
            "latin.md": [("2026/latin.md", "note-pas-utf8")],
        }


def test_a_head_is_read_without_the_rest_of_a_long_note(kept: Journal) -> None:
    scene = replace(CONVERSATION.entries[0], answer=Words("é" * 100_001))
    saved: Saved = journal.close(kept, replace(CONVERSATION, entries=(scene, *CONVERSATION.entries[1:])), None)
    assert shelf.load_head(kept, saved.path) == (CONVERSATION.head, ())
