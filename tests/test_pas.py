"""`cip-coach pas`: next steps listed, ticked, left, opened again; the rest of the note byte for byte."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from notebook import a_notebook, entry, note  # noqa: F401

from cip_coach.answer import Action, Items, Picked
from cip_coach.commands import ticking
from cip_coach.keeping import journal as keeping
from cip_coach.keeping import marker, splice
from cip_coach.keeping.note import Status, Task, TaskState
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import Journal
from cip_coach.reading.steps import MAY_HOLD, steps_of

SCHEMA = json.loads((Path(__file__).parents[1] / "docs/schemas/pas.schema.json").read_text(encoding="utf-8"))
FEEDS = {"pas": {"a.liste": True}}


def two_notes():
    return (
        note("aaaaaa", "2026-11-01", entry("a.pas", Action("appeler", date(2026, 12, 1))), person="érable"),
        note("bbbbbb", "2026-11-20", entry("a.liste", Items(("écrire", "relire"))), feeds=FEEDS),
    )


def test_what_is_due_first_comes_first_then_the_latest(notebook):
    notebook.keep(*two_notes())
    out = notebook.run("pas").out.splitlines()
    assert out == [
        "À faire (3)",
        "  [ ] appeler (pour le 1er décembre 2026)",
        "      aaaaaa.1 · 1er novembre 2026 · érable",
        "  [ ] écrire",
        "      bbbbbb.1 · 20 novembre 2026 · galet",
        "  [ ] relire",
        "      bbbbbb.2 · 20 novembre 2026 · galet",
        "",
        "Pour en cocher un\u00a0: cip-coach pas fait aaaaaa.1",
    ]


def test_a_step_done_says_what_it_changed_and_nothing_else_moves(notebook):
    _, path = notebook.keep(*two_notes())
    before = path.read_bytes()
    ran = notebook.run("pas", "fait", "bbbbbb.2", typed="plus de clarté\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip() == "[x] relire (fait le 22 novembre 2026\u00a0: plus de clarté)  bbbbbb.2"
    line = "> - [x] relire (fait le 2026-11-22\u00a0: plus de clarté)".encode()
    assert path.read_bytes() == before.replace(b"> - [ ] relire", line)


@pytest.mark.parametrize("mark, ending", [("", "\n"), ("\ufeff", "\n"), ("", "\r\n")], ids=["LF", "BOM", "CRLF"])
def test_done_left_and_opened_again_gives_the_same_bytes(notebook, mark, ending):
    text = render(two_notes()[1]).replace("personne: galet\n", "personne: galet\ntags: [à moi]\n")
    path = notebook.put("2026/2026-11-20_1732_a-chaud_bbbbbb.md", mark + text.replace("\n", ending))
    before = path.read_bytes()
    for what in ("fait", "laisse", "rouvrir"):
        assert notebook.run("pas", what, "BBBBBB.1", typed="un mot\n").code == 0
        assert (path.read_bytes() == before) is (what == "rouvrir")


def test_a_word_is_never_compulsory(notebook):
    _, path = notebook.keep(*two_notes())
    assert notebook.run("pas", "laisse", "bbbbbb.1").code == 0
    assert "> - [-] écrire (laissé le 2026-11-22)".encode() in path.read_bytes()


def test_a_box_ticked_by_hand_counts(notebook):
    text = render(two_notes()[1]).replace("- [ ] relire", "- [X] relire")
    path = notebook.put("2026/2026-11-20_1732_a-chaud_bbbbbb.md", text)
    out = notebook.run("pas").out
    assert "À faire (1)" in out and "Faits (1)" in out and "[x] relire (fait)" in out
    assert notebook.run("pas", "fait", "bbbbbb.2", typed="ça va mieux").code == 0
    assert "> - [x] relire (fait le 2026-11-22\u00a0: ça va mieux)".encode() in path.read_bytes()


def test_what_is_done_already_stays_as_it_is(notebook):
    _, path = notebook.keep(*two_notes())
    notebook.run("pas", "fait", "bbbbbb.1", typed="oui")
    before = path.read_bytes()
    ran = notebook.run("pas", "fait", "bbbbbb.1", typed="autre mot", today="2026-11-25")
    assert ran.code == 0 and "déjà fait" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "ref, code", [("bbbbbb", 2), ("bbbbbb.0", 2), ("../x.1", 2), ("bbbbbb.9", 1), ("zzzzzz.1", 1)]
)
def test_a_step_that_is_not_there_changes_nothing(notebook, ref, code):
    notebook.keep(*two_notes())
    before = notebook.photograph()
    ran = notebook.run("pas", "fait", ref)
    assert ran.code == code and ran.err
    assert notebook.photograph() == before


def test_the_steps_of_a_session_that_is_not_finished_wait(notebook):
    draft = note("cccccc", "2026-11-20", entry("a.pas", Action("plus tard")), status=Status.DRAFT, ended=None)
    notebook.keep(draft)
    assert "plus tard" not in notebook.run("pas").out
    assert notebook.run("pas", "fait", "cccccc.1").code == 1


def test_changed_by_somebody_else_it_is_read_again(notebook, monkeypatch):
    """An editor writes elsewhere in the note just before we do: both changes are there."""
    _, path = notebook.keep(*two_notes())
    real, meddled = keeping.beginning.decode, []

    def decode(data, file):
        if not meddled:
            meddled.append(True)
            path.write_bytes(data + b"\nune pens\xc3\xa9e\n")
        return real(data, file)

    monkeypatch.setattr(keeping.beginning, "decode", decode)
    shelves = Journal(notebook.root, marker.find(notebook.root))
    keeping.amend(shelves, path, lambda text: splice.with_task(text, 1, TaskState.DONE, date(2026, 11, 22)))
    assert meddled
    assert "une pensée" in path.read_text(encoding="utf-8") and "[x] écrire" in path.read_text(encoding="utf-8")


def test_a_line_added_above_meanwhile_does_not_tick_another_step(notebook, monkeypatch):
    _, path = notebook.keep(*two_notes())

    def ask(_question):
        path.write_text(path.read_text(encoding="utf-8").replace("> - [ ] écrire", "> - [ ] dormir\n> - [ ] écrire"))
        return "mot"

    monkeypatch.setattr(ticking.typed, "word", ask)
    ran = notebook.run("pas", "fait", "bbbbbb.1")
    assert ran.code == 1 and "[x]" not in path.read_text(encoding="utf-8")


def test_the_json_is_what_its_schema_says(notebook):
    notebook.keep(*two_notes())
    notebook.run("pas", "fait", "bbbbbb.1", typed="mieux")
    read = json.loads(notebook.run("pas", "--json").out)
    jsonschema.validate(read, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [(one["ref"], one["etat"]) for one in read["pas"]] == [
        ("aaaaaa.1", "ouvert"), ("bbbbbb.2", "ouvert"), ("bbbbbb.1", "fait")
    ]  # fmt: skip
    assert read["pas"][2] == {
        "texte": "écrire", "pour_le": None, "etat": "fait", "le": "2026-11-22", "mot": "mieux", "ref": "bbbbbb.1",
        "date": "2026-11-20", "personne": "galet", "arbre": "a-chaud", "chemin": "a.liste",
    }  # fmt: skip
    assert json.loads(notebook.run("pas", "--json", "--personne", "ERABLE").out)["pas"][0]["ref"] == "aaaaaa.1"


def test_without_a_step_one_sentence(notebook):
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "x")))
    ran = notebook.run("pas")
    assert (ran.code, ran.out) == (0, "") and len(ran.err.splitlines()) == 1


def test_the_latest_done_are_shown_and_all_on_request(notebook):
    done = [
        note(f"aaaa{n}", f"2026-10-{n}",
             entry("a.pas", Action(f"pas {n}"), tasks=(Task(f"pas {n}", None, TaskState.DONE, date(2026, 10, n)),)))
        for n in range(10, 20)
    ]  # fmt: skip
    notebook.keep(*done)
    out = notebook.run("pas").out
    assert "Faits (10)" in out and "pas 19" in out and "pas 14" not in out and "et 5 de plus" in out
    assert "pas 10" in notebook.run("pas", "--tous").out


def test_every_note_that_holds_a_step_is_read():
    picks = entry("a.choix", Picked(("x",)), kind="choix_multiple")
    fed = {"pas": {"a.choix": True, "a.b": True}}
    for kept in (*two_notes(), note("cccccc", "2026-11-20", picks, entry("a.b", "mot"), feeds=fed)):
        assert list(steps_of(kept))
        assert MAY_HOLD.search(render(kept))
