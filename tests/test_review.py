"""`cip-coach review`, on real files: what is shown, in which order, and what is never touched."""

import csv
import inspect
import io
import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from notebook import a_notebook, entry, note  # noqa: F401
from test_messages import FAULTS, said

from cip_coach.answer import Action, Items, Number, Picked
from cip_coach.carrying import csvtext
from cip_coach.keeping.note import Look, Status, Task, TaskState
from cip_coach.keeping.render import render
from cip_coach.reading.appointment import Before
from cip_coach.reading.steps import steps_of
from cip_coach.terminal.beforehand import before_appointment
from cip_coach.terminal.fragments import printed
from cip_coach.terminal.messages import review, review_options, steps
from cip_coach.terminal.notes import View

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/schemas/review.schema.json").read_text(encoding="utf-8"))
TRUST = "relation.confiance"
WORDING = "Est-ce que la confiance est là ?"


def trust(pick, **more):
    return entry(TRUST, Picked((pick,)), WORDING, **more)


def ids(ran):
    return [one["id"] for one in json.loads(ran.out)["notes"]]


WORDINGS = [
    function
    for module in (review, review_options, steps)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda one: one.__qualname__)
def test_what_is_said_is_well_typed(wording):
    sentence = re.sub(r"cip-coach [\w -]*", "", said(wording)).removesuffix(" ")
    assert not [fault for fault, pattern in FAULTS.items() if pattern.search(sentence)], sentence


# The list


def test_the_latest_notes_come_first_with_what_recalls_them(notebook):
    notebook.keep(
        note("aaaaaa", "2026-11-01", entry("a.b", "le premier mot")), note("bbbbbb", "2026-11-20", person="")
    )
    ran = notebook.run("review")
    assert ran.code == 0
    assert ran.out.splitlines()[:3] == [
        "20 novembre 2026 · À chaud, en trois minutes",
        "  bbbbbb",
        "1er novembre 2026 · galet · À chaud, en trois minutes",
    ]
    assert "  aaaaaa  le premier mot" in ran.out
    assert ran.err == ""


def test_the_open_points_are_counted_in_the_list(notebook):
    needs = entry("b.besoins", Items(("du calme", "un vélo")))
    asked = [entry(f"b.besoins[{rank}].exprime", Picked((pick,))) for rank, pick in ((1, "non"), (2, "oui"))]
    feeds = {"a_verifier": {"b.besoins[1].exprime": True, "b.besoins[2].exprime": False}}
    notebook.keep(note("aaaaaa", "2026-11-01", needs, *asked, entry("b.pas", Action("appeler")), feeds=feeds))
    assert "1 pas ouvert · 1 à vérifier" in notebook.run("review").out


def test_a_copy_that_its_name_tells_is_told_of_even_when_it_is_not_among_the_latest(notebook):
    old = notebook.keep(*(note(f"aaaa{n}", f"2026-10-{n}", entry("a.b", "x")) for n in range(10, 31)))[0]
    notebook.put(f"2026/{old.stem} (copie).md", old.read_bytes())
    notebook.put("2026/2025-01-01_0000_abime_zzzzzz.sync-conflict.md", b"\0\0")
    said = notebook.run("review").err
    assert f"2026/{old.stem} (copie).md" in said
    assert "zzzzzz.sync-conflict.md" in said
    assert said.count("zzzzzz") == 1


def test_an_id_in_two_names_is_told_of_even_when_neither_is_among_the_latest(notebook):
    old = notebook.keep(*(note(f"aaaa{n}", f"2026-10-{n}", entry("a.b", "x")) for n in range(10, 31)))[0]
    notebook.put(f"2025/{old.name}", old.read_bytes())
    assert old.name in notebook.run("review").err


def test_only_the_twenty_latest_are_opened_and_it_says_so(notebook):
    notebook.keep(*(note(f"aaaa{n}", f"2026-10-{n}", entry("a.b", "x")) for n in range(10, 31)))
    notebook.put("2026/2025-01-01_0000_abime_zzzzzz.md", b"\0\0")
    ran = notebook.run("review")
    assert ran.out.count("galet") == 20
    assert "cip-coach review --nombre 0" in ran.out
    assert ran.err == ""
    everything = notebook.run("review", "--nombre", "0")
    assert everything.out.count("galet") == 21
    assert "2025-01-01_0000_abime" in everything.err


def test_nothing_found_is_one_sentence_beside_an_empty_result(notebook):
    notebook.keep(note("aaaaaa", "2026-11-01", entry("a.b", "x"), person="érable"))
    ran = notebook.run("review", "introuvable")
    assert (ran.code, ran.out, ran.err) == (0, "", "Aucune note ne correspond.\n")
    assert "Vouliez-vous dire érable\u00a0?" in notebook.run("review", "--personne", "erble").err
    assert "Vouliez-vous dire a-chaud\u00a0?" in notebook.run("review", "--arbre", "a-chaux").err


def test_a_journal_that_does_not_exist_is_one_sentence_and_is_not_made(notebook, tmp_path):
    nowhere = tmp_path / "ailleurs"
    ran = notebook.run("review", "--journal", str(nowhere))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (0, "", 1)
    assert json.loads(notebook.run("review", "--json", "--journal", str(nowhere)).out)["notes"] == []
    assert not nowhere.exists()


def test_a_folder_that_holds_something_else_is_refused(notebook, tmp_path):
    (tmp_path / "autre").mkdir()
    (tmp_path / "autre" / "photo.jpg").write_bytes(b"x")
    assert notebook.run("review", "--journal", str(tmp_path / "autre")).code == 1


@pytest.mark.parametrize(
    "line",
    [
        ["review"],
        ["review", "mot"],
        ["review", "--json"],
        ["review", "--lire", "aaaaaa"],
        ["review", "--hasard"],
        ["review", "--ce-jour"],
        ["review", "--personne", "galet", "--avant-rdv"],
        ["review", "--question", TRUST],
        ["pas"],
    ],
)
def test_reading_changes_nothing(notebook, line):
    notebook.keep(note("aaaaaa", "2026-11-01", trust("oui"), entry("a.b", "un mot")))
    before = notebook.photograph()
    assert notebook.run(*line).code == 0
    assert notebook.photograph() == before


# Filters


@pytest.fixture
def filled(notebook):
    notebook.keep(
        note("aaaaaa", "2026-03-02", trust("non"), person="érable", tree="guide-relation",
             difficulties={TRUST: ("diff.relation.confiance",)}, exposed={TRUST: ("diff.relation.confiance",)}),
        note("bbbbbb", "2026-11-16", trust("oui"), entry("a.b", "la mobilité"), person="Érable",
             tree="guide-relation"),
        note("cccccc", "2026-11-20", entry("metier.outils[emploi].par_qui", "une collègue"), person="galet"),
    )  # fmt: skip
    return notebook


@pytest.mark.parametrize(
    "options, expected",
    [
        ([], "ccc bbb aaa"),
        (["--personne", "erable"], "bbb aaa"),
        (["--personne", "ÉRABLE", "mobilite"], "bbb"),
        (["erable"], "bbb aaa"),
        (["--arbre", "guide-relation"], "bbb aaa"),
        (["--question", TRUST], "bbb aaa"),
        (["--question", "metier.outils[].par_qui"], "ccc"),
        (["--question", "metier.outils[emploi].par_qui"], "ccc"),
        (["--difficulte", "diff.relation.confiance"], "aaa"),
        (["--difficulte", "diff.relation"], "aaa"),
        (["--difficulte", "la confiance peine à s’installer"], "aaa"),
        (["--sans", "mobilité"], "ccc aaa"),
        (["--depuis", "cette semaine"], "ccc bbb"),
        (["--depuis", "mardi dernier"], "ccc"),
        (["--le", "lundi dernier"], "bbb"),
        (["--mois", "mars"], "aaa"),
        (["--mois", "mars 2026"], "aaa"),
        (["--jusqu-a", "16/11/2026"], "bbb aaa"),
        (["--depuis", "1er mars", "--jusqu-a", "hier"], "ccc bbb aaa"),
        (["--nombre", "1"], "ccc"),
        (["--dernier"], "ccc"),
        (["--lire", "aaaaaa"], "aaa"),
    ],
)
def test_what_is_asked_is_what_is_given(filled, options, expected):
    ran = filled.run("review", "--json", *options)
    assert [one[:3] for one in ids(ran)] == expected.split()


@pytest.mark.parametrize("option", ["--depuis", "--jusqu-a", "--mois", "--le"])
def test_a_date_that_cannot_be_read_is_refused_with_what_can(filled, option):
    ran = filled.run("review", option, "prochainement")
    assert (ran.code, ran.out) == (2, "")
    assert option in ran.err and "la semaine dernière" in ran.err


def test_a_week_is_no_month_and_a_period_has_days(filled):
    assert filled.run("review", "--mois", "la semaine dernière").code == 2
    assert filled.run("review", "--depuis", "hier", "--jusqu-a", "1er mars").code == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--lire", "aaaaaa", "--hasard"],
        ["--regard", "aaaaaa", "--json"],
        ["--json", "--csv", "x.csv"],
        ["--mois-seulement"],
        ["--avant-rdv"],
        ["--difficulte", "n’importe quoi"],
    ],
)
def test_what_does_not_go_together_is_never_ignored(filled, options):
    assert filled.run("review", *options).code == 2


# Notes as they are


HOSTILE = "a \x1b]52;c;AA\x07 [/bold] <b>x</b> <script> :warning: \u202e dos"


def test_a_note_is_shown_as_text_and_nothing_of_it_disappears(notebook):
    notebook.put(
        "2026/2026-11-20_1732_a-chaud_aaaaaa.md", render(note("aaaaaa", "2026-11-20", entry("a.b", HOSTILE)))
    )
    ran = notebook.run("review", "--lire", "aaaaaa")
    assert "[/bold] <b>x</b> <script> :warning:" in ran.out
    assert "\x1b" not in ran.out and "\u202e" not in ran.out and "\x07" not in ran.out


def test_discreet_shows_no_text(notebook):
    notebook.keep(note("aaaaaa", "2026-11-20", trust("oui"), entry("a.b", "CANARI"), entry("a.pas", Action("CANARI")),
                       person="galet", looks=(Look(date(2026, 11, 21), "CANARI"),)))  # fmt: skip
    for line in (["review"], ["review", "--dernier"], ["review", "canari"], ["pas"], ["review", "--question", "a.b"],
                 ["review", "--personne", "galet", "--avant-rdv"]):  # fmt: skip
        ran = notebook.run(*line, "--discret")
        assert "CANARI" not in ran.out + ran.err, line


BY_HAND = (
    ("\ufeff", "\n"),
    ("", "\r\n"),
    ("\ufeff", "\r\n"),
)


@pytest.mark.parametrize("mark, ending", BY_HAND, ids=["BOM", "CRLF", "BOM and CRLF"])
def test_a_note_edited_by_hand_is_read_right_and_a_look_keeps_every_other_byte(notebook, mark, ending):
    text = render(
        note("aaaaaa", "2026-11-20", trust("oui"), entry("a.pas", Action("appeler")), entry("a.b", "mobilité"))
    )
    text = text.replace("personne: galet\n", "personne: galet\ntags: [cip, important]\ncssclasses:\n  - large\n")
    text = text.replace("> - [ ] appeler", "> - [x] appeler")
    text = text.replace("## Question a.b ?", "## Écrit dans Obsidian\n\nune pensée à moi\n\n## Question a.b ?")
    path = notebook.put("2026/2026-11-20_1732_a-chaud_aaaaaa.md", mark + text.replace("\n", ending))
    before = path.read_bytes()

    read = json.loads(notebook.run("review", "--json").out)
    assert read["problemes"] == []
    (kept,) = read["notes"]
    assert [one["etat"] for one in kept["pas"]] == ["fait"]
    assert "une pensée à moi" in notebook.run("review", "--lire", "aaaaaa").out
    assert ids(notebook.run("review", "pensee", "--json")) == ["aaaaaa"]

    assert notebook.run("review", "--regard", "aaaaaa", typed="avec le temps\nje comprends\n").code == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode() == ending.join(
        [
            "",
            "## Regard du 22 novembre 2026",
            "<!-- cip:regard 2026-11-22 -->",
            "> avec le temps",
            "> je comprends",
            "",
        ]
    )
    assert "Regard du 22 novembre 2026" in notebook.run("review", "--lire", "aaaaaa").out


# Changing a note


def test_one_text_is_rewritten_and_nothing_else(notebook):
    (path,) = notebook.keep(
        note("aaaaaa", "2026-11-20", trust("oui"), entry("a.b", "ancien\ntexte"), entry("a.c", "autre"))
    )
    before = path.read_bytes()
    ran = notebook.run("review", "--modifier", "aaaaaa", "--question", "a.b", typed="nouveau texte\n")
    assert ran.code == 0
    assert path.read_bytes() == before.replace(b"> ancien\n> texte", b"> nouveau texte")
    assert oct(path.stat().st_mode & 0o777) == "0o600"


def test_a_closed_answer_or_an_unknown_one_is_not_rewritten(notebook):
    (path,) = notebook.keep(note("aaaaaa", "2026-11-20", trust("oui"), entry("a.b", "un"), entry("a.c", "deux")))
    before = path.read_bytes()
    assert notebook.run("review", "--modifier", "aaaaaa", "--question", TRUST, typed="non").code == 1
    assert notebook.run("review", "--modifier", "aaaaaa", "--question", "a.z", typed="non").code == 1
    assert notebook.run("review", "--modifier", "aaaaaa", "--question", "a.b", typed="").code == 1
    ran = notebook.run("review", "--modifier", "aaaaaa", typed="lequel ?")
    assert ran.code == 2 and "a.b, a.c" in ran.err
    assert path.read_bytes() == before


def test_thrown_away_then_restored(notebook):
    (path,) = notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "x")))
    before = path.read_bytes()
    assert "--restaurer aaaaaa" in notebook.run("review", "--jeter", "aaaaaa").out
    assert not path.exists() and ids(notebook.run("review", "--json")) == []
    assert notebook.run("review", "--restaurer", "aaaaaa").code == 0
    assert path.read_bytes() == before
    assert not (notebook.root / "corbeille").exists(), "an empty trash stayed"


def test_the_trash_stays_while_it_holds_something(notebook):
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "x")), note("bbbbbb", "2026-11-20", entry("a.b", "x")))
    for one in ("aaaaaa", "bbbbbb"):
        notebook.run("review", "--jeter", one)
    assert notebook.run("review", "--restaurer", "aaaaaa").code == 0
    assert [path.name[-9:-3] for path in (notebook.root / "corbeille").iterdir()] == ["bbbbbb"]
    assert notebook.run("review", "--restaurer", "aaaaaa").code == 1


@pytest.mark.parametrize("option", ["--lire", "--regard", "--modifier", "--jeter", "--restaurer"])
def test_a_note_that_is_not_there_is_one_sentence(notebook, option):
    ran = notebook.run("review", option, "zzzzzz", typed="x")
    assert ran.code == 1 and "zzzzzz" in ran.err


def test_a_session_that_is_not_finished_is_told_and_left_alone(notebook):
    draft = note("dddddd", "2026-11-20", entry("a.b", "x"), status=Status.DRAFT, ended=None, current="a.c")
    (path,) = notebook.keep(draft)
    before = path.read_bytes()
    ran = notebook.run("review")
    assert ran.out == "" and "Séance du 20 novembre 2026 non terminée" in ran.err
    assert "Séance non terminée" in notebook.run("review", "--lire", "dddddd").out
    assert notebook.run("review", "--regard", "dddddd", typed="x").code == 1
    assert path.read_bytes() == before


def test_two_files_with_one_id_are_counted_once_and_read_side_by_side(notebook):
    kept = note("aaaaaa", "2026-11-20", entry("a.b", "ici"))
    (path,) = notebook.keep(kept)
    twin = f"2026/{path.stem}.sync-conflict-20261121-173636-D4LGQYW.md"
    notebook.put(twin, render(replace(kept, entries=(entry("a.b", "là-bas"),))))
    read = json.loads(notebook.run("review", "--json").out)
    assert [one["fichier"] for one in read["notes"]] == [f"2026/{path.name}"]
    assert [(one["code"], one["fichier"]) for one in read["problemes"]] == [("copie-conflit", twin)]
    both = notebook.run("review", "--lire", "aaaaaa").out
    assert both.index("ici") < both.index("là-bas")
    refused = notebook.run("review", "--regard", "aaaaaa", typed="x")
    assert refused.code == 1 and twin in refused.err
    assert notebook.run("review", "--regard", twin, typed="x").code == 0


# Damaged files


WHOLE = render(note("zzzzzz", "2026-11-19", entry("a.b", "déjà")))
DISEASES = {
    "vide": b"",
    "nuls": b"\0" * 400,
    "coupee": WHOLE.encode()[: WHOLE.encode().rindex(b"\xc3") + 1],
    "utf16": WHOLE.encode("utf-16"),
    "latin1": WHOLE.encode("latin-1", "replace"),
    "sans-entete": b"# Une liste de courses\n",
    "entete-ouvert": b"---\ncip_coach: 1\nid: x\n",
    "yaml": WHOLE.replace("arbre: a-chaud", "arbre: [a-chaud").encode(),
    "cle-double": WHOLE.replace("version: 1", "version: 1\nversion: 2").encode(),
    "cle-absente": WHOLE.replace("date: 2026-11-19\n", "").encode(),
    "format": WHOLE.replace("cip_coach: 1", "cip_coach: 99").encode(),
    "etrangere": b"---\ntitle: autre outil\n---\n# x\n",
    "arbre": WHOLE.replace("arbre: a-chaud", "arbre: arbre-disparu").replace("zzzzzz", "yyyyyy").encode(),
    "futur": WHOLE.replace("date: 2026-11-19", "date: 2027-01-01").replace("zzzzzz", "xxxxxx").encode(),
    "lourde": b"---\n" + b"a" * 1_100_000,
}


NAMED = {
    "vide": "vide",
    "nuls": "coupure de courant",
    "coupee": "au milieu d’un caractère",
    "utf16": "UTF-16",
    "latin1": "Latin-1",
    "sans-entete": "pas d’en-tête",
    "entete-ouvert": "pas refermé",
    "yaml": "pas fermé correctement",
    "cle-double": "déjà défini",
    "cle-absente": "« date » manque",
    "format": "version plus récente",
    "etrangere": "pas une note de cip-coach",
    "arbre": "arbre-disparu",
    "futur": "à venir",
    "lourde": "dépasse 1 Mo",
    "dossier": "est un dossier",
    "tube": "pas un fichier ordinaire",
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
@pytest.mark.parametrize("name", NAMED)
def test_each_disease_is_named_in_words(notebook, name):
    file = f"2026/2026-11-19_0900_{name}_malade.md"
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "x")))
    if name == "dossier":
        (notebook.root / file).mkdir()
    elif name == "tube":
        os.mkfifo(notebook.root / file)
    else:
        notebook.put(file, DISEASES[name])
    said_of = [one["phrase"] for one in json.loads(notebook.run("review", "--json").out)["problemes"]]
    assert any(NAMED[name] in phrase.replace("\u00a0", " ") for phrase in said_of), said_of


@pytest.mark.parametrize("words", [[], ["deja"]], ids=["everything", "a word"])
def test_no_disease_hides_a_healthy_note_and_each_is_named_in_french(notebook, words):
    notebook.keep(
        note("aaaaaa", "2026-11-20", entry("a.b", "déjà")), note("bbbbbb", "2026-11-18", entry("a.b", "déjà"))
    )
    for name, data in DISEASES.items():
        notebook.put(f"2026/2026-11-19_0900_{name}_malade.md", data)
    (notebook.root / "2026" / "dossier.md").mkdir()
    ran = notebook.run("review", "--json", "--nombre", "0", *words)
    read = json.loads(ran.out)
    told = {one["fichier"] for one in read["problemes"]}
    assert {"aaaaaa", "bbbbbb"} <= {one["id"] for one in read["notes"]}
    assert told == {*(f"2026/2026-11-19_0900_{name}_malade.md" for name in DISEASES), "2026/dossier.md"}
    plain = notebook.run("review", "--nombre", "0", *words)
    assert plain.code == 0 and plain.out.count("galet") >= 2
    assert all(name in plain.err for name in DISEASES)
    assert "Quelque chose ne va pas ici" not in plain.err


def test_a_fifo_never_blocks(notebook):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no FIFO on this system")
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "x")))
    os.mkfifo(notebook.root / "2026" / "2026-11-20_0000_tube_tttttt.md")
    assert ids(notebook.run("review", "--json")) == ["aaaaaa"]


# Views


def test_one_question_through_time_shows_reasons_and_changes(notebook):
    notebook.keep(
        note("aaaaaa", "2026-03-02", trust("non"), entry(f"{TRUST}.indices_non", Items(("deux absences",)), level=3)),
        note("bbbbbb", "2026-05-02", trust("non")),
        note("cccccc", "2026-09-02", trust("oui"), entry("a.b", "sans rapport")),
        note("dddddd", "2026-10-02", skipped=(TRUST,)),
        note("eeeeee", "2026-10-03", trust("oui"), person="érable"),
    )
    out = notebook.run("review", "--question", TRUST, "--personne", "galet").out.splitlines()
    assert out[:2] == [WORDING, "galet · 3 réponses · passée 1 fois"]
    assert [line for line in out if line.strip(" →") in ("Oui", "Non", "(passée)")] == [
        "  Non", "  Non", "→ Oui", "  (passée)"
    ]  # fmt: skip
    assert "    – deux absences" in out
    assert not any("sans rapport" in line for line in out)
    assert "3 octobre 2026 · érable · eeeeee" in notebook.run("review", "--question", TRUST).out


def test_a_change_among_several_picks_has_its_arrow_and_their_order_is_no_change(notebook):
    def picked(note_id, month, *picks):
        return note(note_id, f"2026-{month:02d}-02", entry("b.freins", Picked(picks), kind="choix_multiple"))

    notebook.keep(
        picked("aaaaaa", 3, "logement", "transport"),
        picked("bbbbbb", 4, "transport", "logement"),
        picked("cccccc", 5, "transport"),
        picked("dddddd", 6),
    )
    out = notebook.run("review", "--question", "b.freins", "--personne", "galet").out.splitlines()
    days = [line for line in out if " 2026 · " in line]
    answers = [out[out.index(day) + 1] for day in days]
    assert [line.startswith("→") for line in answers] == [False, False, True, True]


def test_a_question_asked_of_each_item_says_of_which(notebook):
    notebook.keep(note("aaaaaa", "2026-03-02", entry("b.besoins", Items(("du calme", "un vélo"))),
                       entry("b.besoins[2].exprime", Picked(("non",)))))  # fmt: skip
    assert (
        "2 mars 2026 · un vélo · aaaaaa"
        in notebook.run("review", "--question", "b.besoins[].exprime", "--personne", "galet").out
    )


def test_what_a_section_says_of_nobody_is_not_shown_for_a_person(notebook):
    notebook.keep(note("aaaaaa", "2026-03-02", entry("a.b", "sur moi"), without_person=("a.b",)))
    assert "sur moi" not in notebook.run("review", "--question", "a.b", "--personne", "galet").out
    assert "sur moi" in notebook.run("review", "--question", "a.b").out


def test_before_an_appointment_everything_is_on_one_screen(notebook):
    needs = entry("b.besoins", Items(("du calme",)))
    feeds = {"a_verifier": {"b.besoins[1].exprime": True}}
    settled = {"a_verifier": {"b.besoins[1].exprime": False}}
    old = entry("b.besoins", Items(("un vélo",)))
    notebook.keep(
        note("aaaaaa", "2026-02-01", old, entry("b.besoins[1].exprime", Picked(("non",))), feeds=feeds),
        note("bbbbbb", "2026-03-01", old, entry("b.besoins[1].exprime", Picked(("oui",))), feeds=settled),
        note("cccccc", "2026-04-01", entry("b.pas", Action("appeler", date(2026, 12, 1)))),
        note("dddddd", "2026-05-01", entry("a.piste", "laisser un silence", kind="piste")),
        note("eeeeee", "2026-06-01", needs, entry("b.besoins[1].exprime", Picked(("non",))), feeds=feeds),
        note("ffffff", "2026-06-02", entry("a.b", "autre personne"), person="érable"),
    )
    out = notebook.run("review", "--personne", "GALET", "--avant-rdv").out
    assert len(out.splitlines()) <= 18
    assert "Avant de revoir galet" in out
    assert "  – du calme" in out and "un vélo" not in out
    assert "  [ ] appeler (pour le 1er décembre 2026)  cccccc.1" in out
    assert "  – laisser un silence" in out
    assert "autre personne" not in out and "1er mars 2026" not in out


@pytest.mark.parametrize("rows", range(8, 24))
def test_before_an_appointment_no_row_is_left_empty_while_something_waits(rows):
    tasks = [next(steps_of(note(f"{n:06d}", "2026-04-01", entry("b.pas", Action(f"appeler {n}"))))) for n in range(5)]
    before = Before(
        "galet", tuple(note(f"aaaaa{n}", "2026-04-01", entry("a.b", "x")) for n in range(3)), (), tuple(tasks), ()
    )
    shown = [printed(line, styled=False) for line in before_appointment(before, View(60, rows=rows))]
    steps_shown = sum("appeler" in line for line in shown)
    assert steps_shown >= 2
    assert len(shown) <= max(rows, 8)
    assert steps_shown == 5 or len(shown) == max(rows, 8)


@pytest.mark.parametrize(
    "today, days, expected",
    [
        ("2026-11-22", ["2026-10-22", "2025-11-22", "2025-11-22", "2025-11-21"], 3),
        ("2026-02-28", ["2024-02-29", "2026-01-31", "2026-01-27"], 2),
        ("2028-02-29", ["2027-02-28", "2028-01-29"], 2),
        ("2026-01-01", ["2025-12-01", "2025-07-01", "2025-01-01"], 3),
    ],
)
def test_on_this_day(notebook, today, days, expected):
    notebook.keep(*(note(f"aaaaa{n}", day, entry("a.b", "x")) for n, day in enumerate(days)))
    assert len(ids(notebook.run("review", "--ce-jour", "--json", today=today))) == expected


def test_on_this_day_says_how_long_ago(notebook):
    notebook.keep(note("aaaaaa", "2025-11-22", entry("a.b", "x")), note("bbbbbb", "2026-10-22", entry("a.b", "x")))
    out = notebook.run("review", "--ce-jour").out
    assert out.index("Il y a un mois (22 octobre 2026)") < out.index("Il y a un an (22 novembre 2025)")


def test_one_note_by_chance_is_one_of_those_asked_for(filled):
    assert ids(filled.run("review", "--hasard", "--json", "--personne", "galet")) == ["cccccc"]


# What leaves


def everything():
    task = Task("aller voir", date(2026, 12, 1), TaskState.DONE, date(2026, 11, 30), "c’est fait")
    return note(
        "aaaaaa", "2026-11-20", trust("en_partie"),
        entry("a.liste", Items(("un", "deux"))), entry("a.rien", Items(()), kind="liste"),
        entry("a.choix", Picked(("x", "autre1"), ("le mien",), "tout bas"), kind="choix_multiple"),
        entry("a.note", Number(3), kind="echelle"), entry("a.pas", Action("aller voir"), tasks=(task,)),
        answers={TRUST: "en_partie", "a.choix": ("x", "autre1"), "a.rien": (), "a.note": "3"},
        open=("a.liste", "a.pas"), skipped=("a.z",), looks=(Look(date(2026, 11, 21), "plus tard"),), appointment=4,
    )  # fmt: skip


def test_the_json_is_what_its_schema_says(notebook):
    notebook.keep(everything(), note("bbbbbb", "2026-11-19", person=""))
    notebook.put("2026/abime.md", b"\0")
    ran = notebook.run("review", "--json")
    read = json.loads(ran.out)
    jsonschema.validate(read, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert ran.err == ""
    kept = read["notes"][0]
    assert {one["chemin"]: one["valeur"] for one in kept["reponses"]} == {
        TRUST: "en_partie",
        "a.liste": ["un", "deux"],
        "a.rien": [],
        "a.choix": {"valeur": ["x", {"autre": "le mien"}], "precision": "tout bas"},
        "a.note": 3,
        "a.pas": {"texte": "aller voir", "pour_le": "2026-12-01", "etat": "fait", "le": "2026-11-30",
                  "mot": "c’est fait", "ref": "aaaaaa.1"},
    }  # fmt: skip
    assert (kept["personne"], kept["rdv"], kept["passees"]) == ("galet", 4, ["a.z"])
    assert kept["regards"] == [{"date": "2026-11-21", "texte": "plus tard"}]
    assert read["notes"][1]["personne"] is None
    assert read["problemes"][0]["code"] == "note-nulle"


def test_the_json_streams_note_by_note(notebook):
    notebook.keep(*(note(f"aaaaa{n}", f"2026-10-1{n}", entry("a.b", "x")) for n in range(3)))
    lines = notebook.run("review", "--json").out.splitlines()
    assert len(lines) == 5
    assert all(json.loads(line.rstrip(","))["id"] for line in lines[1:4])


def test_a_spreadsheet_opens_as_it_is_and_runs_nothing(notebook, tmp_path):
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "=1+1;x\nsuite"), skipped=("a.z",)))
    target = tmp_path / "reponses.csv"
    assert notebook.run("review", "--csv", str(target)).code == 0
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows[1] == ["2026-11-20", "a-chaud", "galet", "aaaaaa", "a.b", "Question a.b ?", "'=1+1;x\nsuite"]
    assert rows[2][4:] == ["a.z", "", ""]
    assert oct(target.stat().st_mode & 0o777) == "0o600"
    again = notebook.run("review", "--csv", str(target))
    assert again.code == 1 and target.read_bytes() == data


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "|", "%", "＝"])
def test_no_cell_of_any_spreadsheet_is_taken_for_a_formula(start):
    _, row = csv.reader(io.StringIO(csvtext.written(("a", "b"), [(f"{start}1+1", "1=1")])), delimiter=";")
    assert row == [f"'{start}1+1", "1=1"]


def test_a_closed_answer_cut_out_of_the_text_still_counts_and_is_told(notebook):
    kept = note("aaaaaa", "2026-11-20", trust("oui"), entry("a.t", "x"))
    text = re.sub(r"(?s)## [^\n]*\n<!-- cip:relation\.confiance .*?\n\n", "", render(kept))
    notebook.put(notebook.name(kept), text.replace("reponses:\n", "reponses:\n  a.n: 3\n  a.m: [b, c]\n"))
    told = json.loads(notebook.run("review", "--json").out)
    jsonschema.validate(told, SCHEMA)
    answers = {one["chemin"]: (one["question"], one["valeur"]) for one in told["notes"][0]["reponses"]}
    assert answers == {"a.t": ("Question a.t ?", "x"), TRUST: ("", "oui"), "a.n": ("", 3), "a.m": ("", ["b", "c"])}
    assert [one["code"] for one in told["problemes"]] == ["note-echange-absent"] * 3


def test_an_export_names_nobody_and_leads_nowhere(notebook, tmp_path):
    notebook.keep(
        note("aaaaaa", "2026-11-20", entry("a.b", "Érable et erable, chez GALET <script>"), person="érable"),
        note("bbbbbb", "2026-10-20", entry("a.pas", Action("voir galet", date(2026, 12, 1))), person="galet"),
    )
    target = tmp_path / "selection.md"
    ran = notebook.run("review", "--export", str(target), "--mois-seulement")
    assert ran.code == 0 and "relire" in ran.err
    text = target.read_text(encoding="utf-8")
    for code in ("rable", "alet", "aaaaaa", "17 h", "20 nov", "1er", "2026-"):
        assert code not in text.replace("GALET", "galet"), code
    assert "la personne B et la personne B, chez la personne A \\<script>" in text
    assert text.index("octobre 2026, la personne A") < text.index("novembre 2026, la personne B")
    assert "voir la personne A (pour décembre 2026), à faire" in text


def test_one_code_alone_becomes_the_person(notebook):
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "galet, des galets")))
    out = notebook.run("review", "--export", "-").out
    assert "20 novembre 2026, la personne" in out
    assert "la personne, des galets" in out


def test_a_closed_note_left_among_the_drafts_is_read(notebook):
    kept = note("aaaaaa", "2026-11-20", entry("a.b", "x"))
    notebook.put("brouillons/2026-11-20_1732_a-chaud_aaaaaa.md", render(kept))
    assert ids(notebook.run("review", "--json")) == ["aaaaaa"]


def test_the_whole_ward_hides_no_healthy_note(notebook):
    notebook.keep(note("aaaaaa", "2026-11-20", entry("a.b", "x")), note("bbbbbb", "2026-11-18", entry("a.b", "x")))
    ward = sorted((ROOT / "tests" / "malades").glob("*.md"))
    for file in ward:
        notebook.put(f"2026/{file.name}", file.read_bytes())
    read = json.loads(notebook.run("review", "--json").out)
    told = {one["fichier"].removeprefix("2026/") for one in read["problemes"]}
    assert {"aaaaaa", "bbbbbb"} <= {one["id"] for one in read["notes"]}
    assert {file.name for file in ward if not file.stem.startswith("saine")} <= told
