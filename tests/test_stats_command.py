"""`cip-coach stats`, as a user meets it: sober sentences, doors that lead to the notes, outputs for others."""

import csv
import io
import json
import re
import shlex
import unicodedata
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from contrast import contrast
from counted_journal import CONFIDENCE, SILENCE, STAGES, TODAY, Folder, head, items, noted, step, text, whole
from test_messages import ENGLISH, FAULTS, said
from test_recurrence import BLURRED, HASTE, planted

from cip_coach import cli
from cip_coach.carrying.pagestyle import COLOURS
from cip_coach.keeping.note import Look, Status, Task, TaskState
from cip_coach.terminal.messages import stats, stats_method, stats_options, stats_sections, stats_views
from cip_coach.text import width

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "docs" / "schemas" / "stats.schema.json").read_text(encoding="utf-8")
)
LABEL = "Les échanges s’enlisent, la parole ne vient pas"
MONDAY = date(2026, 3, 2)
OTHERS = ("review", "session")
NASTY = "</p><script>alert(1)</script> \"'& \x1b[31m \x07\x7f\x9b2J \u202e\u2066"


class Desk:
    """A journal and the command run over it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = Folder(folder), capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The command, `stats` unless the first argument is another one."""
        other = bool(arguments) and arguments[0] in OTHERS
        command, rest = (arguments[0], arguments[1:]) if other else ("stats", arguments)
        code = cli.run([command, *rest, "--journal", str(self.folder.root), "--aujourd-hui", TODAY.isoformat()])
        found = self.capsys.readouterr()
        return code, found.out, found.err

    def screen(self, *arguments: str) -> str:
        """What is shown, its line ends and no-break spaces made plain spaces."""
        code, out, _ = self.run(*arguments)
        assert code == 0
        return " ".join(out.replace("\u00a0", " ").split())

    def data(self, *arguments: str) -> dict:
        code, out, _ = self.run("--json", *arguments)
        assert code == 0
        found = json.loads(out)
        jsonschema.validate(found, SCHEMA, format_checker=jsonschema.FormatChecker())
        return found

    def figure(self, name: str, *arguments: str) -> dict:
        return next((one for one in self.data(*arguments)["difficultes"] if one["id"] == name), {})


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COLUMNS", "80")
    return Desk(tmp_path / "journal", capsys)


def usual(desk: Desk, count: int = 20) -> None:
    """Weekly notes with four persons; silence noted every fourth time, with three of them, never shared."""
    for rank in range(count):
        ids = (SILENCE,) if rank % 4 == 1 else ()
        feeds = {"reussites": {"chaud.bien": True}, "pas": {"chaud.pas": True}}
        path = "accompagnement.difficultes"
        if ids:
            feeds |= {"partage_collegues": {f"{path}.parle_collegues": False}}
        one = noted(
            rank, MONDAY + timedelta(weeks=rank), *ids, person=f"code{rank % 3}", path=path, feeds=feeds, answers={}
        )
        task = Task("marcher dix minutes", None, TaskState.DONE, one.day + timedelta(3), "elle a souri")
        left = Task("écrire à une collègue", None, TaskState.LEFT, one.day)
        looks = (Look(one.day + timedelta(30), "je comprends mieux"),) if ids else ()
        entries = (text("chaud.bien", f"Nous avons ri {rank}"), step("chaud.pas", task), step("chaud.autre", left))
        desk.folder.put(whole(one, *entries, looks=looks))


# A journal whose truth is known, through the whole command


def test_the_planted_journal_gives_exactly_its_figures(desk):
    passed = (
        head(600 + rank, MONDAY + timedelta(rank), "code1", skipped=("chaud.accroche.difficulte",)) for rank in (0, 8)
    )
    desk.folder.keep(*planted(), *passed, noted(500, TODAY, SILENCE, status=Status.DRAFT))
    first = desk.folder.kept[0]
    first.with_name(f"{first.stem} (copie en conflit).md").write_bytes(first.read_bytes())
    (first.parent / "2026-05-05_1000_a-chaud_cassee.md").write_bytes(b"---\ncip_coach: 1\nid: [\n")
    found = desk.data()
    assert (found["seances"], found["personnes"], found["brouillons"]) == (40, 4, 1)
    keys = ("notes", "exposition", "passees", "personnes", "recurrente", "intervalle", "posee_depuis")
    assert {one["id"]: tuple(one[key] for key in keys) for one in found["difficultes"] if one["notes"]} == {
        SILENCE: (5, 26, 2, 3, True, [0.0851, 0.3788], None),
        HASTE: (6, 26, 2, 1, False, [0.1103, 0.4205], None),
        BLURRED: (2, 26, 2, 2, False, [0.0214, 0.2414], None),
        STAGES: (3, 38, 2, 1, False, [0.0272, 0.208], None),
    }
    assert {problem["code"] for problem in found["problemes"]} == {
        "brouillon-en-attente", "copie-conflit", "note-entete-ouvert",
    }  # fmt: skip


# Little to say


def test_an_absent_or_empty_journal_is_a_sentence(desk, tmp_path, capsys):
    assert cli.run(["stats", "--journal", str(tmp_path / "ailleurs")]) == 0
    found = capsys.readouterr()
    assert found.out == ""
    assert "pas encore de journal" in found.err
    assert not (tmp_path / "ailleurs").exists()
    code, out, err = desk.run()
    assert (code, out) == (0, "")
    assert "ne contient pas encore de note" in err
    empty = desk.data()
    assert (empty["seances"], empty["difficultes"], empty["problemes"]) == (0, [], [])


@pytest.mark.parametrize("count", [1, 9])
def test_with_one_or_nine_notes_facts_and_no_percentage(desk, count):
    desk.folder.keep(
        *(noted(rank, MONDAY + timedelta(weeks=rank), SILENCE, person=f"p{rank}") for rank in range(count))
    )
    shown = desk.screen()
    one = "1 fois, pour la seule séance où la question s’est posée, avec une seule personne"
    nine = "9 fois sur les 9 séances où la question s’est posée, avec 9 personnes"
    assert (one if count == 1 else nine) in shown
    assert "il est trop tôt pour dire ce qui revient" in shown
    assert "%" not in shown
    assert "récurrente" not in shown
    assert desk.figure(SILENCE)["intervalle"] is None


def test_no_note_in_the_period_says_so(desk):
    desk.folder.keep(noted(1, date(2020, 1, 6), SILENCE))
    assert "Aucune séance ne correspond. Le journal en contient une." in desk.screen()


def test_nothing_noted_is_said_too(desk):
    desk.folder.keep(*(noted(rank, MONDAY + timedelta(rank)) for rank in range(12)))
    shown = desk.screen()
    assert "Aucune difficulté n’est notée dans ces séances." in shown


# The sentence


def test_a_recurrent_difficulty_says_all_that_belongs_to_it(desk):
    usual(desk)
    shown = desk.screen()
    assert (
        f"{LABEL} 5 fois sur les 20 séances où la question s’est posée, soit 25 % (entre 11 et 47 % en tenant "
        "compte du hasard), avec 3 personnes ; jamais partagée avec des collègues." in shown
    )
    assert "Dans ces séances : 5 pas cochés comme faits et 5 regards ajoutés après coup." in shown
    assert "« marcher dix minutes »" in shown
    assert "Une piste : " in shown
    assert f"cip-coach review --difficulte {SILENCE} --depuis 2025-12" in shown
    assert "À qui pourrais-je en parler ?" in shown


def test_what_carries_stands_before_the_difficulties_on_a_narrow_screen_and_beside_on_a_wide_one(desk, monkeypatch):
    usual(desk)
    shown = desk.screen()
    assert shown.index("Ce qui porte") < shown.index("Ce qui revient (difficultés")
    monkeypatch.setenv("COLUMNS", "160")
    lines = desk.run()[1].splitlines()
    assert any("Ce qui revient (difficultés" in line and "Ce qui porte" in line for line in lines)


@pytest.mark.parametrize(
    "filters",
    [
        (),
        ("--mois", "mai 2026"),
        ("--personne", "CODE1"),
        ("--arbre", "a-chaud"),
        ("--depuis", "2026-03-20", "--jusqu-a", "2026-06-02"),
    ],
)
def test_every_door_leads_to_the_notes_it_speaks_of(desk, filters):
    usual(desk)
    desk.folder.keep(noted(80, MONDAY, SILENCE, person="autre", tree="autre-arbre"))
    figure = desk.figure(SILENCE, *filters)
    _, out, _ = desk.run(*filters)
    door = next(shlex.split(line) for line in out.splitlines() if line.strip().startswith("cip-coach review --diff"))
    _, found, _ = desk.run(*door[1:], "--json")
    assert [note["id"] for note in json.loads(found)["notes"]] == figure["ids_notes"]
    assert figure["notes"] == len(figure["ids_notes"]) > 0


def test_a_command_names_the_journal_only_when_it_was_typed(desk, monkeypatch, capsys):
    usual(desk, 2)
    assert "--depuis 2025-12 --journal" in desk.run()[1]
    monkeypatch.setenv("CIP_COACH_JOURNAL", str(desk.folder.root))
    assert cli.run(["stats", "--aujourd-hui", TODAY.isoformat()]) == 0
    assert "--journal" not in capsys.readouterr().out


def test_a_difficulty_noted_once_has_its_help_its_open_question_and_its_notes(desk):
    usual(desk, 2)
    shown = desk.screen()
    assert "Dans ces séances : 1 pas coché comme fait et 1 regard ajouté après coup." in shown
    lead = shown.index("Une piste : ")
    assert shown.index("« marcher dix minutes »") < lead < shown.index("cip-coach review --difficulte")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"partage_personne": 2}, "Jamais abordée avec la personne : demandé dans 2 séances."),
        ({"partage_collegues": 1}, "Jamais partagée avec des collègues : demandé dans 1 séance."),
        (
            {"partage_personne": 2, "partage_collegues": 2},
            "Jamais abordée avec la personne, ni partagée avec des collègues : demandé dans 2 séances.",
        ),
        (
            {"partage_personne": 1, "partage_collegues": 2},
            "Jamais abordée avec la personne (demandé dans 1 séance), ni partagée avec des collègues "
            "(demandé dans 2 séances).",
        ),
    ],
)
def test_never_shared_says_with_whom_and_how_often_that_was_asked(desk, asked, sentence):
    path = "accompagnement.difficultes"
    for rank in range(2):
        feeds = {kind: {f"{path}.{kind}": False} for kind, times in asked.items() if rank < times}
        desk.folder.keep(noted(rank, MONDAY, SILENCE, path=path, feeds=feeds))
    shown = desk.screen()
    assert f"Jamais partagées, d’après mes réponses {'─' * 38} {LABEL} {sentence}" in shown
    assert "À qui pourrais-je en parler ?" in shown


def test_an_unfinished_period_and_waiting_drafts_are_said(desk):
    usual(desk)
    desk.folder.keep(noted(90, TODAY, status=Status.DRAFT))
    shown = desk.screen()
    assert "La période n’est pas finie." in shown
    assert "Une séance n’est pas terminée, elle n’est pas comptée." in shown
    assert "La période n’est pas finie." not in desk.screen("--mois", "mai 2026")


def test_often_with_one_person_is_told_as_such(desk):
    desk.folder.keep(
        *(noted(rank, MONDAY + timedelta(weeks=rank), SILENCE, person="galet") for rank in range(6)),
        *(noted(20 + rank, MONDAY, person="érable") for rank in range(6)),
    )
    shown = desk.screen()
    assert "6 fois sur les 12 séances où la question s’est posée, avec une seule personne." in shown
    assert "Toujours avec la même personne : cela parle de cet accompagnement" in shown
    assert not desk.figure(SILENCE)["recurrente"]


# Gates (example.md §4), through the real tree


@pytest.mark.parametrize(
    ("answers", "exposed", "passed"),
    [
        ("chaud.accroche: non", 1, 0),
        ("chaud.accroche: {passe: oui}\nchaud.bien: «un rire»", 0, 0),
        ("chaud.accroche: oui\nchaud.accroche.difficulte: {passe: oui}\nchaud.bien: «un rire»", 0, 1),
        ("chaud.accroche: ne_sait_pas", 0, 0),
        (f"chaud.accroche: en_partie\nchaud.accroche.difficulte: [{SILENCE}]", 1, 0),
    ],
)
def test_the_gate_says_none_noted_and_a_skip_says_nothing(desk, answers, exposed, passed):
    # Another note says what the list could have recorded.
    desk.folder.keep(noted(1, MONDAY, person="autre"))
    file = desk.folder.root.parent / "reponses.yml"
    file.write_text(answers, encoding="utf-8")
    code, _, err = desk.run("session", "a-chaud", "--reponses", str(file), "--personne", "galet")
    assert code == 0, err
    figure = desk.figure(CONFIDENCE)
    assert (figure["exposition"], figure["passees"]) == (1 + exposed, passed)
    assert desk.figure(SILENCE)["notes"] == (1 if SILENCE in answers else 0)


# Filters and views


def test_filters_are_those_of_review(desk):
    usual(desk)
    desk.folder.keep(noted(80, MONDAY, SILENCE, person="Érable", tree="autre-arbre"))
    assert desk.data("--personne", "erable")["seances"] == 1
    assert desk.data("--arbre", "autre-arbre")["difficultes"][0]["exposition"] == 1
    assert desk.data("--le", "2 mars 2026")["seances"] == 2
    assert desk.data("--depuis", "mai 2026", "--jusqu-a", "juin 2026")["periode"] == {
        "du": "2026-05-01", "au": "2026-06-30", "en_cours": False,
    }  # fmt: skip
    assert "Seulement les séances avec Érable." in desk.screen("--personne", "erable")


def test_two_periods_stand_side_by_side_without_a_conclusion(desk):
    usual(desk)
    shown = desk.screen("--mois", "mai 2026", "--comparer", "avril 2026")
    assert "En avril 2026 : 4 séances, avec 3 personnes." in shown
    assert "En mai 2026 : 1 fois sur les 4 séances où la question s’est posée, avec une seule personne." in shown
    assert "3 personnes vues dans les deux périodes : difficulté notée moins souvent ensuite avec 1" in shown
    assert "Deux chiffres différents ne disent pas que quelque chose a changé" in shown
    assert not re.search(r"\b(hausse|baisse|augmente|diminue|progrès|mieux)\b", shown)
    found = desk.data("--mois", "mai 2026", "--comparer", "avril 2026")["comparaison"]
    assert found["evolution"] is None
    assert found["avant"]["periode"]["du"] == "2026-04-01"


def test_persons_met_twice_without_the_difficulty_are_not_said_to_have_it_as_often(desk):
    for rank, month in enumerate((4, 4, 5, 5)):
        ids = (SILENCE,) if rank == 2 else ()
        desk.folder.keep(noted(rank, date(2026, month, 6), *ids, person=("a", "b")[rank % 2]))
    period = ("--mois", "mai 2026", "--comparer", "avril 2026")
    assert (
        "2 personnes vues dans les deux périodes : difficulté notée plus souvent ensuite avec 1 et jamais avec 1."
        in (desk.screen(*period))
    )
    (both,) = desk.data(*period)["comparaison"]["personnes_des_deux"]
    assert both == {
        "id": SILENCE, "personnes": 2, "moins_souvent": 0, "plus_souvent": 1, "autant": 1, "dont_jamais_notee": 1,
    }  # fmt: skip


def test_questions_are_told_by_their_answers_and_their_skips(desk):
    path = "relation.confiance"
    for rank, answer in enumerate(("oui", "oui", "en_partie", "non", "ne_sait_pas")):
        desk.folder.keep(head(rank, MONDAY, answers={path: answer}))
    desk.folder.keep(head(9, MONDAY, skipped=(path,)))
    # A choice of another kind, even when « non » was picked.
    for rank, answer in enumerate(("non", "fin_de_journee")):
        desk.folder.keep(head(20 + rank, MONDAY, answers={"chaud.plus_tard": answer}))
    assert [one["chemin"] for one in desk.data()["questions"]] == [path]
    shown = desk.screen("--vue", "questions")
    assert "Oui 2 fois, en partie 1 fois, non 1 fois, je ne sais pas encore 1 fois, passée 1 fois." in shown
    assert "cip-coach review --question relation.confiance" in shown


def test_asked_and_not_noted_looks_different_from_not_asked(desk):
    desk.folder.keep(noted(1, date(2026, 10, 5), SILENCE), noted(2, date(2026, 9, 7)), head(3, date(2026, 8, 3)))
    _, out, _ = desk.run("--vue", "mois")
    row = next(line for line in out.splitlines() if line.startswith("Les échanges"))
    assert row.split()[-4:] == ["─", "·", "1", "─"]


def test_sentences_say_the_months_when_it_was_not_asked(desk):
    desk.folder.keep(noted(1, date(2026, 10, 5), SILENCE), noted(2, date(2026, 9, 7)), head(3, date(2026, 8, 3)))
    shown = desk.screen("--vue", "mois", "--texte")
    assert (
        f"{LABEL} : Notée en octobre 2026 (1). Pas demandée de décembre 2025 à août 2026 et en novembre 2026."
        in shown
    )


def test_a_tool_i_lack_says_what_i_need_and_from_whom(desk):
    path = "metier.outils[emploi].assurance"
    one = head(
        1, MONDAY, person="", tree="guide-metier", answers={path: "non"}, feeds={"outils_manquants": {path: True}}
    )
    desk.folder.put(whole(one, text("metier.outils[emploi].par_qui", "une collègue"), text("metier.autre", "rien")))
    shown = desk.screen("--vue", "metier")
    assert "Non (2 mars 2026) – une collègue cip-coach review --lire" in shown


def test_my_trade_shows_the_latest_state_and_the_one_before(desk):
    path = "metier.outils[projet].assurance"
    for rank, (day, answer) in enumerate(((date(2025, 2, 3), "non"), (date(2026, 9, 7), "oui"))):
        feeds = {"outils_manquants": {path: answer == "non"}, "sources_de_doute": {"metier.incompetence": True}}
        one = head(rank, day, person="", tree="guide-metier", answers={path: answer}, feeds=feeds)
        desk.folder.put(whole(one, items("metier.incompetence", f"un long silence {rank}")))
    shown = desk.screen("--vue", "metier")
    assert "Oui (7 septembre 2026) Auparavant : non (3 février 2025)" in shown
    assert "un long silence 1" in shown
    assert "un long silence 1" not in desk.screen("--vue", "metier", "--discret")
    assert {state["genre"] for state in desk.data()["metier"]} == {"outils_manquants", "sources_de_doute"}


def test_my_trade_ends_with_the_period_and_never_belongs_to_a_person(desk):
    path = "metier.outils[projet].assurance"
    for rank, (month, answer) in enumerate(((3, "non"), (4, "en_partie"), (5, "non"), (6, "oui"))):
        feeds = {"outils_manquants": {path: answer != "oui"}}
        one = head(rank, date(2026, month, 2), "galet", answers={path: answer}, feeds=feeds, tree="guide-complet")
        desk.folder.keep(one)
    (state,) = desk.data("--mois", "mai 2026")["metier"]
    assert (state["dernier"]["date"], state["avant"]["date"]) == ("2026-05-02", "2026-04-02")
    assert desk.data("--personne", "galet")["metier"] == []


def test_own_words_and_confirmed_suggestions_stand_apart(desk):
    desk.folder.keep(
        noted(1, MONDAY, "autre1"), noted(2, MONDAY, suggested={"chaud.scene": (CONFIDENCE,)}), noted(3, MONDAY)
    )
    shown = desk.screen()
    assert "« mes mots autre1 »" in shown
    assert "Repérées dans mes mots" in shown
    figure = desk.figure(CONFIDENCE)
    assert (figure["notes"], figure["exposition"]) == (0, 3)
    assert desk.data()["reperees"][0]["ids_notes"]


def test_words_come_back_only_when_asked_for_and_over_notes(desk):
    for rank in range(4):
        one = head(rank, MONDAY + timedelta(rank), person=f"p{rank}")
        words = "Une colère froide avant la colère, dit Solange. p1 R-07"
        desk.folder.put(whole(one, text("chaud.scene", words)))
    assert desk.data()["mots"] is None
    found = {one["mot"]: one for one in desk.data("--mots")["mots"]}
    assert "colère froide" in found
    assert all(one["notes"] == 4 for one in found.values())
    assert not {"solange", "p1", "dit solange"} & found.keys()


@pytest.mark.parametrize(
    ("persons", "words", "told"),
    [
        ("ab", "une colère", False),  # two notes
        ("aaa", "une colère", False),  # one person
        ("ab", "colère, colère, colère", False),  # the same two notes
        ("aab", "une colère", True),
        ((" ", "", ""), "une colère", True),  # no code at all
        (("colere", "b", "c"), "une colère", False),  # a code is no word
    ],
)
def test_a_word_comes_back_in_three_notes_with_two_persons(desk, persons, words, told):
    for rank, person in enumerate(persons):
        desk.folder.put(whole(head(rank, MONDAY + timedelta(rank), person.strip()), text("chaud.scene", words)))
    assert [one["mot"] for one in desk.data("--mots")["mots"]] == (["colère"] if told else [])


def test_what_was_asked_and_fed_nothing_is_no_pleasure(desk):
    for rank, fed in enumerate((True, False)):
        one = head(rank, MONDAY, feeds={"plaisirs": {"relation.plaisir.source": fed}})
        desk.folder.put(whole(one, text("relation.plaisir.source", "rire")))
    assert desk.data()["equilibre"]["plaisirs"]["notes"] == 1


def test_a_step_left_helped_nothing(desk):
    task = Task("écrire à une collègue", None, TaskState.LEFT, MONDAY)
    one = noted(1, MONDAY, SILENCE, feeds={"pas": {"chaud.pas": True}})
    desk.folder.put(whole(one, step("chaud.pas", task)))
    assert desk.data()["ce_qui_aide"] == []
    assert "Dans ces séances" not in desk.screen()


def test_a_longer_run_of_words_hides_its_parts(desk):
    for rank in range(3):
        desk.folder.put(whole(head(rank, MONDAY, f"p{rank}"), text("chaud.scene", "une colère froide")))
    assert [one["mot"] for one in desk.data("--mots")["mots"]] == ["colère froide"]


def test_the_command_of_a_word_leads_to_all_the_notes_it_counts(desk):
    said = ("Appeler la plateforme", "elle a appelé", "appelée hier", "le prochain rendez-vous", "Rendez-vous tenu")
    for rank, words in enumerate((*said, "un rendez‑vous, dit-elle")):
        desk.folder.put(whole(head(rank, MONDAY + timedelta(rank), f"p{rank}"), text("chaud.scene", words)))
    counted = {one["mot"]: set(one["ids_notes"]) for one in desk.data("--mots")["mots"]}
    assert {word: len(ids) for word, ids in counted.items()} == {"appeler": 3, "rendez-vous": 3}
    doors = [shlex.split(line) for line in desk.run("--mots")[1].splitlines() if line.startswith("cip-coach review")]
    reached = [{note["id"] for note in json.loads(desk.run(*door[1:], "--json")[1])["notes"]} for door in doors[:-1]]
    assert reached == list(counted.values())


def test_decomposed_accents_change_no_word(desk):
    found = []
    for form in ("NFC", "NFD"):
        for rank in range(3):
            words = unicodedata.normalize(form, "Une colère froide, l’élève découragée")
            one = head(10 * len(found) + rank, MONDAY + timedelta(rank), f"p{rank}", tree=form.lower())
            desk.folder.put(whole(one, text("chaud.scene", words)))
        found.append([(one["mot"], one["notes"]) for one in desk.data("--mots", "--arbre", form.lower())["mots"]])
    assert found[0] == found[1] != []


def test_a_text_of_the_balance_written_twice_is_told_once(desk):
    for rank, words in enumerate(("Mon calme", "mon calme")):
        one = head(rank, MONDAY + timedelta(rank), feeds={"forces": {"metier.competence": True}})
        desk.folder.put(whole(one, text("metier.competence", words)))
    forces = desk.data()["equilibre"]["forces"]
    assert (forces["notes"], [one["texte"] for one in forces["textes"]]) == (2, ["mon calme"])


def test_a_view_that_does_not_exist_is_wrong_usage(desk):
    usual(desk, 2)
    code, _, err = desk.run("--vue", "nuage")
    assert code == 2
    assert "--vue attend un de ces mots" in err


def test_two_outputs_at_once_are_wrong_usage(desk):
    assert desk.run("--json", "--methode")[0] == 2


# Screens


@pytest.mark.parametrize("columns", [40, 80, 120, 200])
@pytest.mark.parametrize("view", ["ensemble", "questions", "mois", "calendrier", "tout"])
def test_no_line_is_wider_than_the_terminal_but_the_commands_to_copy(desk, monkeypatch, columns, view):
    usual(desk)
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = desk.run("--vue", view)
    assert "\x1b" not in out
    for line in out.splitlines():
        assert width(line) <= columns or line.strip().startswith("cip-coach "), line


def test_sentences_alone_draw_nothing(desk):
    usual(desk)
    for view in ("ensemble", "questions", "mois", "calendrier"):
        _, out, _ = desk.run("--texte", "--vue", view)
        assert not set("▁▂▃▄▅▆▇█▓▒░─╷") & set(out), view
    shown = desk.screen("--texte")
    assert "Notée en mars 2026 (2)" in shown or "Notée en mars 2026 (1)" in shown
    assert f"Pour relire : cip-coach review --difficulte {SILENCE}" in shown


def test_discreet_shows_counts_and_no_text(desk):
    usual(desk)
    shown = desk.screen("--discret")
    assert "Nous avons ri" not in shown
    assert "marcher dix minutes" not in shown
    assert "5 fois sur les 20" in shown
    assert not desk.data("--discret")["equilibre"]["reussites"]["textes"]


def test_the_users_words_never_act_on_the_terminal(desk):
    one = head(1, MONDAY, person="\x1b[31mgalet", feeds={"reussites": {"chaud.bien": True}})
    desk.folder.put(whole(one, text("chaud.bien", f"a {NASTY}")))
    _, out, _ = desk.run()
    assert "\x1b" not in out


def test_the_method_holds_every_constant(desk):
    shown = desk.screen("--methode")
    for constant in ("12 derniers mois", "au moins 10 séances", "au moins 3 séances", "8 %", "2 semaines", "1,96"):
        assert constant in shown


def test_damaged_files_are_told_at_the_end_with_code_zero(desk):
    usual(desk, 3)
    (desk.folder.root / "2026" / "2026-05-05_1000_a-chaud_cassee.md").write_bytes(b"\xff\xfe")
    code, out, err = desk.run()
    assert code == 0
    assert "fichier à regarder" in err
    assert "fichier à regarder" not in out
    assert desk.data()["problemes"][0]["code"] == "note-utf16"


# Files


def test_the_spreadsheet_has_a_row_for_each_difficulty_and_no_formula(desk, tmp_path):
    usual(desk)
    desk.folder.keep(noted(60, MONDAY, "perso.a"))
    code, out, _ = desk.run("--csv", str(tmp_path / "f.csv"))
    assert (code, out) == (0, "")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "f.csv").read_text("utf-8-sig")), delimiter=";"))
    (row,) = [row for row in rows if row["id"] == SILENCE]
    assert (row["notes"], row["exposition"], row["recurrente"]) == ("5", "21", "oui")
    assert re.fullmatch(r"0,\d{4}", row["bas"])
    assert "perso.a" in {row["id"] for row in rows}
    assert desk.run("--csv", str(tmp_path / "f.csv"))[0] == 1  # nothing is ever overwritten


class Page(HTMLParser):
    """What a page holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words += data


def page(desk: Desk, *arguments: str) -> str:
    code, out, _ = desk.run("--html", "-", *arguments)
    assert code == 0
    return out


def test_a_page_fetches_nothing_and_runs_nothing(desk):
    usual(desk)
    html = page(desk, "--mots")
    found = Page(html)
    assert not {"script", "link", "img", "iframe", "object", "form", "base", "a"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on") or name in ("src", "href", "style")]
    assert "http" not in html.replace("http-equiv", "")
    assert "url(" not in html and "@import" not in html
    assert "Content-Security-Policy" in html


def test_a_page_says_what_the_screen_says_with_headings_and_tables(desk):
    usual(desk)
    html = page(desk)
    found = Page(html)
    assert found.tags.count("h1") == 1
    assert {"h2", "h3", "table", "caption", "th", "svg", "main"} <= set(found.tags)
    levels = [int(tag[1]) for tag in found.tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "5 fois sur les 20 séances" in found.words
    assert ("lang", "fr") in found.attributes
    assert found.tags.count("svg") == [value for _, value in found.attributes].count("true") - html.count(
        'class="key" a'
    )


def test_a_page_escapes_everything(desk):
    usual(desk, 12)
    for rank in range(12):
        one = noted(30 + rank, MONDAY + timedelta(rank), "perso.a", person=f"<b>{rank % 3}</b>",
                    feeds={"reussites": {"chaud.bien": True}}, tree="x")  # fmt: skip
        desk.folder.put(whole(one, text("chaud.bien", NASTY)))
    html = page(desk, "--personne", "<b>1</b>")
    assert "<script" not in html
    assert "<b>" not in html
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "&lt;b&gt;1&lt;/b&gt;" in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("theme", COLOURS)
def test_the_colours_of_a_page_meet_wcag_aa(theme):
    colours = COLOURS[theme]
    for name, least in {"ink": 4.5, "soft": 4.5, "line": 3, "mark": 3}.items():
        assert contrast(colours[name], colours["ground"]) >= least, name


# Words


@pytest.mark.parametrize("module", [stats, stats_method, stats_options, stats_sections, stats_views])
def test_every_sentence_is_well_typed(module):
    for name, function in vars(module).items():
        if not callable(function) or getattr(function, "__module__", "") != module.__name__:
            continue
        for sentence in _sentences(function):
            plain = re.sub(r"cip-coach [^,;.]*|--\w+|taxonomies/\S+|docs/\S+", "", sentence)
            for fault, pattern in FAULTS.items():
                assert not pattern.search(plain), (name, fault, sentence)


def _sentences(function) -> list[str]:
    if function.__name__ in ("counted", "listed"):
        return []
    found = said(function)
    if isinstance(found, str):
        return [found]
    return [sentence for one in found for sentence in ([one] if isinstance(one, str) else [one[0], *one[1]])]


def test_help_is_in_french(desk):
    code, out, _ = desk.run("--help")
    assert code == 0
    assert "Emploi\u00a0: cip-coach stats [options]" in out
    assert not ENGLISH.search(re.sub(r"--\w+", "", out))
