"""`cip-coach questions …` as a counsellor uses it: list, check, mend, copy, add; nothing is lost, nothing surprises."""

import json
import os
import re
from pathlib import Path

import pytest
from questionsdesk import QuestionsDesk, desk

from cip_coach.asking.library import Library, shipped_folder
from cip_coach.asking.mending import mended
from cip_coach.asking.treefile import TreeText, read_tree
from cip_coach.plainyaml import read

SMALL = """\
arbre: {name}
version: 1
titre: "Un petit arbre"
duree: 2
moment: entre_deux
questions:
  - id: petit.moment
    question: "Quel moment me revient ?"
"""
FAULTY = 'arbre: faux\ntitre: "Faux"\nquestions:\n  - id: a\n    question: "Quoi ?"\n    tipe: oui_non\n'


@pytest.fixture
def ask(tmp_path, monkeypatch, capsys) -> QuestionsDesk:
    return desk(tmp_path, monkeypatch, capsys)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# lister


class TestList:
    def test_each_tree_has_the_keys_others_rely_on(self, ask):
        told = json.loads(ask("lister", "--json").out)
        assert {one["id"] for one in told} == set(Library.shipped().names())
        for one in told:
            assert {"id", "titre", "version", "duree", "personne", "fichier", "questions"} <= one.keys()
            assert Path(one["fichier"]).is_file()
        first = next(one for one in told if one["id"] == "a-chaud")
        assert (first["duree"], first["personne"], first["version"], first["questions"]) == (3, "facultative", 1, 9)

    def test_trees_come_by_moment_with_their_facts(self, ask):
        lines = ask("lister").lines
        place = lines.index("Entre deux rendez-vous")
        assert lines[place + 1] == "  a-chaud\u00a0: À chaud, en trois minutes"
        assert lines[place + 2] == "    3 minutes · avec ou sans code · 9 questions · livré"

    def test_mine_is_said_to_be_mine_and_to_stand_for_a_shipped_one(self, ask):
        path = ask.shelve("arbres/a-chaud.yml", SMALL.format(name="a-chaud"))
        ask.shelve("arbres/petit.yml", SMALL.format(name="petit"))
        lines = ask("lister").lines
        place = lines.index(f"    {path}")
        assert " ".join(" ".join(lines[place - 2 : place]).split()).endswith("le mien, à la place de celui livré")
        assert sum(line.endswith("· le mien") for line in lines) == 1
        told = {one["id"]: one for one in json.loads(ask("lister", "--json").out)}
        assert told["a-chaud"]["mien"] and told["petit"]["mien"] and not told["guide-metier"]["mien"]

    def test_a_broken_one_of_mine_hides_nothing_and_is_named(self, ask):
        ask.shelve("arbres/faux.yml", FAULTY)
        said = ask("lister")
        assert said.code == 0
        assert "faux\u00a0: à corriger avant de s’en servir" in said.out
        assert "faux.yml:6" in said.err
        assert "a-chaud" in said.out

    def test_questions_alone_lists(self, ask):
        assert ask().out == ask("lister").out


# verifier


class TestCheck:
    def test_a_fault_has_its_place_its_sentence_and_its_line_with_a_caret(self, ask):
        ask.write("faux.yml", FAULTY)
        said = ask("verifier", "faux.yml")
        assert said.code == 2
        assert said.lines == [
            "faux.yml:6:5: erreur [cle-inconnue] La clé «\u00a0tipe\u00a0» n’existe pas ici. "
            "Vouliez-vous dire «\u00a0type\u00a0»\u00a0?",
            "        tipe: oui_non",
            "        ^",
        ]
        assert said.err == "1 fichier relu\u00a0: 1 erreur.\n"

    def test_the_caret_stands_where_yaml_was_cut(self, ask):
        ask.write("deux.yml", 'arbre: d\ntitre: "D"\nquestions:\n  - id: a\n    question: Quoi : dire ?\n')
        lines = ask("verifier", "deux.yml").lines
        assert lines[0].startswith("deux.yml:5:20: erreur [yaml-deux-points]")
        assert lines[1][lines[2].index("^")] == ":"

    def test_warnings_alone_are_no_errors(self, ask):
        ask.write("doux.yml", SMALL.format(name="doux").replace("Quel moment me revient", "Pourquoi cela"))
        said = ask("verifier", "doux.yml")
        assert said.code == 0
        assert "doux.yml:8:15: attention [pourquoi]" in said.lines[0]

    def test_json_has_the_same(self, ask):
        ask.write("faux.yml", FAULTY)
        said = ask("verifier", "faux.yml", "--json")
        assert said.code == 2
        told = json.loads(said.out)
        assert told["version"] == 1
        assert [
            (one["fichier"], one["ligne"], one["colonne"], one["niveau"], one["code"]) for one in told["problemes"]
        ] == [("faux.yml", 6, 5, "erreur", "cle-inconnue")]

    def test_every_shipped_file_is_free_of_errors(self, ask):
        assert ask("verifier", str(shipped_folder())).code == 0

    def test_a_tree_is_found_by_its_name(self, ask):
        assert ask("verifier", "a-chaud").code == 0

    @pytest.mark.parametrize("words", [(), ("absent.yml",), ("a-chau",)])
    def test_what_is_not_there_is_wrong_usage(self, ask, words):
        said = ask("verifier", *words)
        assert said.code == 2
        assert said.out == ""
        if words == ("a-chau",):
            assert "a-chaud" in said.err

    def test_included_files_beside_the_tree_are_found(self, ask):
        fragment = 'fragment: oui\nquestions:\n  - id: fin.mot\n    question: "Un mot de la fin ?"\n'
        ask.write("arbres/communs/fin.yml", fragment)
        ask.write("arbres/petit.yml", SMALL.format(name="petit") + "  - inclure: communs/fin\n")
        assert ask("verifier", "arbres").code == 0

    def test_a_fragment_is_checked_on_its_own_in_a_loop_or_where_it_is_included(self, ask):
        ask.write(
            "arbres/communs/tour.yml", 'fragment: oui\nquestions:\n  - id: detail\n    question: "« {element} » ?"\n'
        )
        ask.write(
            "arbres/communs/faux.yml", 'fragment: oui\nquestions:\n  - id: detail\n    question: "« {rien} » ?"\n'
        )
        assert ask("verifier", "arbres/communs/tour.yml").code == 0
        said = ask("verifier", "arbres/communs/faux.yml")
        assert said.code == 2
        assert said.lines[0].startswith("arbres/communs/faux.yml:4:15: erreur [reference]")

    def test_a_taxonomy_of_mine_only_adds_my_own_terms(self, ask):
        ask.write(
            "taxonomies/freins.yml",
            'taxonomie: freins\nversion: 1\ntitre: "F"\nretire: [frein.absent]\ntermes:\n'
            '  frein.mien: {libelle: "Le mien"}\n  perso.autre: {libelle: "Un autre", remplace_par: perso.rien}\n',
        )
        said = ask("verifier", "taxonomies/freins.yml")
        assert said.code == 2
        assert [line.split("[")[1].split("]")[0] for line in said.lines if ".yml:" in line] == [
            "terme-inconnu", "terme-livre", "terme-remplace",
        ]  # fmt: skip

    def test_a_programme_is_checked(self, ask):
        ask.write("programmes/mien.yml", 'id: mien\nnom: "Le mien"\netapes:\n  - {arbre: a-chau}\n')
        said = ask("verifier", "programmes/mien.yml")
        assert said.code == 2
        assert "programme-arbre-inconnu" in said.out
        assert "a-chaud" in said.out

    def test_what_needs_no_decision_is_said_to_be_mendable(self, ask):
        text = 'arbre: mien\ntitre: "T"\nquestions:\n  - id: a\n    question: {}\n'
        ask.write("mien.yml", text.format("Et donc : quoi ?"))
        assert "cip-coach questions corriger mien.yml" in ask("verifier", "mien.yml").err
        ask.write("mien.yml", text.format('"Et donc ?"\n    tipe: texte'))
        assert "corriger" not in ask("verifier", "mien.yml").err


# What must not change under the notes


class TestIdentities:
    def test_an_id_of_the_shipped_tree_may_not_vanish(self, ask):
        text = (shipped_folder() / "arbres/a-chaud.yml").read_text(encoding="utf-8")
        ask.write("a-chaud.yml", text.replace("id: chaud.bien", "id: chaud.reussi"))
        said = ask("verifier", "a-chaud.yml")
        assert said.code == 2
        assert "a-chaud.yml:2:1: erreur [id-disparu] «\u00a0chaud.bien\u00a0»" in said.out

    def test_unless_it_is_renamed(self, ask):
        text = (shipped_folder() / "arbres/a-chaud.yml").read_text(encoding="utf-8")
        renamed = text.replace("id: chaud.bien", "id: chaud.reussi").replace(
            "\nquestions:", "\nrenomme: {chaud.bien: chaud.reussi}\n\nquestions:", 1
        )
        ask.write("a-chaud.yml", renamed)
        assert ask("verifier", "a-chaud.yml").code == 0

    def test_nor_may_an_answer_nor_a_type_change(self, ask):
        text = (shipped_folder() / "arbres/a-chaud.yml").read_text(encoding="utf-8")
        lines = text.split("\n")
        meteo = lines.index("  - id: chaud.meteo") + 1
        ask.write("a-chaud.yml", text.replace("orage", "tempete"))
        said = ask("verifier", "a-chaud.yml")
        assert said.code == 2
        assert f"a-chaud.yml:{meteo}:5: erreur [reponse-disparue] «\u00a0orage\u00a0»" in said.out
        scene = text.replace("  - id: chaud.scene\n", "  - id: chaud.scene\n    type: liste\n")
        ask.write("a-chaud.yml", scene)
        told = ask("verifier", "a-chaud.yml").out
        assert f"a-chaud.yml:{lines.index('  - id: chaud.scene') + 1}:5: erreur [type-change]" in told

    def test_under_another_name_all_is_free(self, ask):
        ask.write("mien.yml", SMALL.format(name="mien"))
        assert ask("verifier", "mien.yml").code == 0

    def test_one_question_has_one_type_in_all_trees(self, ask):
        ask.write("mien.yml", SMALL.format(name="mien").replace("petit.moment", "chaud.accroche"))
        said = ask("verifier", "mien.yml")
        assert said.code == 2
        assert (
            "mien.yml:7:5: erreur [identite-deux-types] «\u00a0chaud.accroche\u00a0» est de type «\u00a0texte\u00a0» ici"
            in said.out
        )

    def test_and_one_set_of_answers(self, ask):
        text = (
            SMALL.format(name="mien").replace("petit.moment", "chaud.meteo")
            + '    type: choix\n    choix: {neige: "neige"}\n'
        )
        ask.write("mien.yml", text)
        said = ask("verifier", "mien.yml")
        assert said.code == 2
        assert "mien.yml:7:5: erreur [identite-deux-choix]" in said.out
        assert "neige" in said.out


# copier, nouveau, ouvrir


class TestOwnFolder:
    def test_a_copy_is_the_same_tree_and_stands_for_the_shipped_one(self, ask):
        said = ask("copier", "a-chaud")
        path = Path(said.lines[0])
        assert said.code == 0
        assert path == ask.own / "arbres/a-chaud.yml"
        assert path.read_text(encoding="utf-8") == (shipped_folder() / "arbres/a-chaud.yml").read_text(
            encoding="utf-8"
        )
        assert Library.shipped(ask.own).names()["a-chaud"] == path
        assert "remplace maintenant celle livrée" in said.err

    def test_a_copy_under_another_name_replaces_nothing(self, ask):
        assert ask("copier", "guide-relation", "--id", "ma-relation").code == 0
        library = Library.shipped(ask.own)
        assert library.tree("ma-relation").identities().keys() == library.tree("guide-relation").identities().keys()
        assert ask("verifier", "ma-relation").code == 0

    def test_the_schema_lies_where_the_first_line_says(self, ask):
        ask("copier", "a-chaud")
        first = (ask.own / "arbres/a-chaud.yml").read_text(encoding="utf-8").splitlines()[0]
        schema = (ask.own / "arbres" / first.partition("$schema=")[2]).resolve()
        assert schema.read_bytes() == (shipped_folder() / "arbre.schema.json").read_bytes()

    def test_nothing_is_copied_over(self, ask):
        ask("copier", "a-chaud")
        before = files(ask.own)
        assert ask("copier", "a-chaud").code == 1
        assert ask("nouveau", "a-chaud").code == 1
        assert files(ask.own) == before

    @pytest.mark.parametrize("name", ["Mon Arbre", "../secret", "", "a" * 80])
    def test_a_name_that_no_file_should_have_is_refused(self, ask, name):
        assert ask("copier", "a-chaud", "--id", name or "/").code == 2
        assert ask("nouveau", name or "/").code == 2
        assert not ask.own.exists()

    def test_a_new_tree_works_at_once(self, ask):
        said = ask("nouveau", "mon-arbre")
        assert said.code == 0
        assert Path(said.lines[0]) == ask.own / "arbres/mon-arbre.yml"
        assert ask("verifier", "mon-arbre").err == "1 fichier relu\u00a0: rien à signaler.\n"
        assert ask("parcours", "mon-arbre").code == 0

    def test_files_are_private(self, ask):
        ask("nouveau", "mon-arbre")
        if os.name != "nt":
            assert all(path.stat().st_mode & 0o077 == 0 for path in ask.own.rglob("*"))

    def test_opening_lets_the_editor_write_then_checks(self, ask, tmp_path, monkeypatch):
        ask("nouveau", "mon-arbre")
        editor = tmp_path / "editeur"
        editor.write_text(f"#!/bin/sh\nprintf '%s' '{FAULTY}' >\"$1\"\n")
        editor.chmod(0o700)
        monkeypatch.setenv("VISUAL", str(editor))
        said = ask("ouvrir", "mon-arbre")
        assert said.code == 2
        assert "cle-inconnue" in said.out

    def test_a_shipped_tree_is_copied_first_if_wanted(self, ask, monkeypatch):
        monkeypatch.setenv("VISUAL", "true")
        assert ask("ouvrir", "a-chaud", typed="n\n").code == 1
        assert not ask.own.exists()
        assert ask("ouvrir", "a-chaud", typed="o\n").code == 0
        assert (ask.own / "arbres/a-chaud.yml").is_file()

    def test_an_editor_that_does_not_open_is_said(self, ask, monkeypatch):
        ask("nouveau", "mon-arbre")
        monkeypatch.setenv("VISUAL", "/nulle/part")
        said = ask("ouvrir", "mon-arbre")
        assert said.code == 1
        assert "/nulle/part" in said.err


# ajouter


class TestAdd:
    def test_a_sound_file_is_copied_and_its_path_told(self, ask):
        ask.write("recu.yml", SMALL.format(name="petit"))
        said = ask("ajouter", "recu.yml")
        assert said.code == 0
        assert said.lines == [str(ask.own / "arbres/petit.yml")]
        assert "petit" in Library.shipped(ask.own).names()

    def test_each_sort_goes_to_its_folder(self, ask):
        ask.write("communs/fin.yml", 'fragment: oui\nquestions:\n  - id: fin.mot\n    question: "Un mot ?"\n')
        ask.write("t.yml", 'taxonomie: gestes\nversion: 1\ntitre: "G"\ntermes:\n  geste.un: {libelle: "Un"}\n')
        ask.write("mien.yml", 'id: mien\nnom: "Le mien"\netapes:\n  - {arbre: a-chaud}\n')
        assert ask("ajouter", "communs/fin.yml", "t.yml", "mien.yml").code == 0
        kept = {name for name in files(ask.own) if name.endswith(".yml")}
        assert kept == {"arbres/communs/fin.yml", "taxonomies/gestes.yml", "programmes/mien.yml"}

    def test_one_faulty_file_and_none_is_copied(self, ask):
        ask.write("bon.yml", SMALL.format(name="bon"))
        ask.write("faux.yml", FAULTY)
        assert ask("ajouter", "bon.yml", "faux.yml").code == 2
        assert not ask.own.exists()

    def test_mine_is_replaced_only_when_i_say_so_and_kept_beside(self, ask):
        ask.shelve("arbres/petit.yml", SMALL.format(name="petit"))
        ask.write("recu.yml", SMALL.format(name="petit").replace("Un petit arbre", "Un autre arbre"))
        before = files(ask.own)
        said = ask("ajouter", "recu.yml", typed="\n")
        assert '- titre: "Un petit arbre"' in said.err
        assert '+ titre: "Un autre arbre"' in said.err
        assert files(ask.own) == before
        assert ask("ajouter", "recu.yml", typed="oui\n").code == 0
        after = files(ask.own)
        assert b"Un autre arbre" in after["arbres/petit.yml"]
        assert after["arbres/petit.yml.avant"] == before["arbres/petit.yml"]

    def test_to_stand_for_a_shipped_tree_is_asked_too(self, ask):
        text = (shipped_folder() / "arbres/a-chaud.yml").read_text(encoding="utf-8")
        more = text + '\n  - id: chaud.encore\n    question: "Quoi encore ?"\n'
        ask.write("a-chaud.yml", more)
        said = ask("ajouter", "a-chaud.yml", typed="n\n")
        assert "1 question en plus, aucune question en moins" in said.err
        assert not ask.own.exists()
        assert ask("ajouter", "a-chaud.yml", typed="o\n").code == 0
        assert ask("ajouter", "a-chaud.yml").err.endswith("déjà là, à l’identique.\n")


# corriger


BROKEN = """\
arbre: casse
titre: Mon arbre : un essai
questions:
  - question: Quoi : dire ?
    libelle: Ce que je dis
    type: oui_non
    si_oui:
      - question: "Il a dit" bonjour ?
        aide: *important*
  - id: b
    question: 'Qu'est-ce qui m'a aidé ?'
    exemple: - un tiret
"""


class TestMend:
    def test_quotes_and_ids_are_put_right_and_no_word_changes(self, ask):
        path = ask.write("casse.yml", BROKEN)
        said = ask("corriger", "casse.yml", typed="o\n")
        assert said.code == 0, said.err
        tree, problems = read_tree(TreeText("casse.yml", path.read_text(encoding="utf-8")), lambda _: None, {})
        assert tree is not None, problems
        assert tree.title == "Mon arbre\u00a0: un essai"
        questions = tree.identities()
        assert [question.text for question in questions.values()] == [
            "Quoi\u00a0: dire\u00a0?",
            '"Il a dit" bonjour\u00a0?',
            "Qu’est-ce qui m’a aidé\u00a0?",
        ]
        assert [*questions] == ["casse.dis", "casse.dit_bonjour", "b"]
        assert (ask.here / "casse.yml.avant").read_text(encoding="utf-8") == BROKEN

    def test_it_is_shown_and_asked_first(self, ask):
        path = ask.write("casse.yml", BROKEN)
        said = ask("corriger", "casse.yml", typed="n\n")
        assert '   2 - titre: Mon arbre : un essai\n   2 + titre: "Mon arbre : un essai"' in said.err
        assert path.read_text(encoding="utf-8") == BROKEN
        assert [*ask.here.iterdir()] == [path]

    def test_line_ends_and_the_mark_of_windows_stay(self, ask):
        path = ask.write("casse.yml", "\ufeff" + BROKEN.replace("\n", "\r\n"))
        assert ask("corriger", "casse.yml", typed="o\n").code == 0
        data = path.read_bytes()
        assert data.startswith("\ufeff".encode())
        assert data.count(b"\r\n") == data.count(b"\n") == BROKEN.count("\n") + 2

    def test_a_second_time_there_is_nothing_to_do(self, ask):
        path = ask.write("casse.yml", BROKEN)
        ask("corriger", "casse.yml", typed="o\n")
        after = path.read_bytes()
        assert "Rien à corriger" in ask("corriger", "casse.yml", typed="o\n").err
        assert path.read_bytes() == after

    def test_a_file_with_the_line_ends_of_an_old_mac_is_mended_too(self, ask):
        path = ask.write("casse.yml", BROKEN.replace("\n", "\r"))
        assert ask("corriger", "casse.yml", typed="o\n").code == 0
        assert path.read_text(encoding="utf-8").count("\n") == BROKEN.count("\n") + 2
        assert ask("verifier", "casse.yml").code == 0

    @pytest.mark.parametrize("title", ['Un essai"', '"Un essai', "Un essai : le mien"])
    def test_a_no_break_space_and_a_quote_lost_on_the_same_line(self, title):
        once = mended(f"arbre: x\ntitre\u00a0: {title}\nquestions: []\n").text
        assert once.split("\n")[1] == 'titre: "{}"'.format(title.strip('"'))
        assert mended(once).text == once

    def test_a_missing_id_begins_with_the_name_of_the_tree_but_inside_a_loop(self):
        text = 'arbre: le-mien\ntitre: "M"\nquestions:\n  - question: "Mes outils ?"\n    type: liste\n'
        after = mended(text + '    pour_chaque:\n      - question: "Un effet ?"\n').text
        assert re.findall("id: (.*)", after) == ["le_mien.outils", "effet"]

    def test_what_needs_a_decision_is_left_and_told(self, ask):
        path = ask.write("faux.yml", FAULTY)
        said = ask("corriger", "faux.yml", typed="o\n")
        assert said.code == 2
        assert "cle-inconnue" in said.out
        assert path.read_text(encoding="utf-8") == FAULTY

    def test_a_shipped_file_is_never_changed(self, ask, monkeypatch, tmp_path):
        folder = tmp_path / "livre"
        (folder / "arbres").mkdir(parents=True)
        (folder / "arbres/casse.yml").write_text(BROKEN, encoding="utf-8")
        monkeypatch.setattr("cip_coach.asking.library.shipped_folder", lambda: folder)
        assert ask("corriger", str(folder / "arbres/casse.yml"), typed="o\n").code == 1

    @pytest.mark.parametrize(
        ("line", "value"),
        [
            ("question: Pourquoi : faire ?", "Pourquoi : faire ?"),
            ("question: * gras *", "* gras *"),
            ("question: [note] à lire", "[note] à lire"),
            ("question: {element} : quoi ?", "{element} : quoi ?"),
            ("question: - un tiret", "- un tiret"),
            ("question: ! attention", "! attention"),
            ("question: @ceci", "@ceci"),
            ("question: #1 priorité", "#1 priorité"),
            ("question: & puis", "& puis"),
            ("question: > cite", "> cite"),
            ("question: | barre", "| barre"),
            ("question: % part", "% part"),
            ('question: "Il a dit" bonjour', '"Il a dit" bonjour'),
            ("question: 'Qu'est-ce ?'", "Qu'est-ce ?"),
            ('question: "sans fin', "sans fin"),
            ("question: “Entre guillemets”", "Entre guillemets"),
            ('question: "C:\\dossier"', "C:\\dossier"),
            ("question: une priorité #1", "une priorité #1"),
        ],
    )
    def test_each_trap_of_french_typography(self, line, value):
        text = f'arbre: p\ntitre: "P"\nquestions:\n  - id: a\n    {line}\n    libelle: "A"\n'
        data = read(mended(text).text)
        assert data["questions"][0]["question"] == value
        assert data["questions"][0]["libelle"] == "A"


# parcours, tester, voir, essayer


class TestWays:
    def test_the_contract(self, ask):
        told = json.loads(ask("parcours", "guide-complet", "--json").out)
        assert (told["plus_court"], told["plus_long"], told["inaccessibles"]) == (36, 100, [])

    def test_in_words(self, ask):
        assert ask("parcours", "a-chaud").lines == [
            "a-chaud\u00a0: À chaud, en trois minutes",
            "  Au plus court\u00a0: 6 questions, environ 3 minutes.",
            "  Au plus long\u00a0: 9 questions, environ 4 minutes.",
            "  L’arbre annonce 3 minutes.",
            "  Ses 9 questions et textes peuvent tous venir.",
        ]

    def test_a_file_of_mine(self, ask):
        ask.write("petit.yml", SMALL.format(name="petit"))
        assert json.loads(ask("parcours", "petit.yml", "--json").out)["plus_long"] == 1

    def test_all_that_is_shipped_passes_its_own_scenarios(self, ask):
        said = ask("tester")
        assert said.code == 0
        assert "tout est réussi" in said.err

    def test_a_scenario_that_fails_says_what_was_asked_instead(self, ask):
        ask.write("petit.yml", SMALL.format(name="petit"))
        ask.write("petit.essais.yml", '- essai: "rien : non"\n  reponses: {}\n  posees: [petit.autre]\n')
        said = ask("tester", "petit.yml")
        assert said.code == 2
        assert "  manqué\u00a0: rien\u00a0: non" in said.lines
        assert "    attendue et pas posée\u00a0: petit.autre" in said.lines
        assert "    posée et pas attendue\u00a0: petit.moment" in said.lines


class TestTry:
    def test_a_trial_asks_for_real_and_writes_nothing(self, ask, tmp_path):
        ask.write("petit.yml", SMALL.format(name="petit"))
        before = files(tmp_path)
        said = ask("essayer", "petit.yml", "--simple", typed="La porte.\n\n\n\n")
        assert said.code == 0
        assert "Quel moment me revient" in said.out
        assert said.lines[-1] == "Fin de l’essai. Rien n’a été écrit."
        assert files(tmp_path) == before

    def test_its_pause_promises_no_draft(self, ask):
        ask.write("petit.yml", SMALL.format(name="petit"))
        said = ask("essayer", "petit.yml", "--simple", typed=".pause\n2\n")
        assert said.code == 0
        assert "Quitter l’essai" in said.out
        assert "gardé" not in said.out
        assert "brouillon" not in said.out

    def test_without_a_terminal_it_says_how(self, ask):
        ask.write("petit.yml", SMALL.format(name="petit"))
        assert ask("essayer", "petit.yml").code == 2
