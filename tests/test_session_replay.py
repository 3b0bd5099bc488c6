"""`session ARBRE --reponses`: the same engine without a terminal. Everything wrong is said, and nothing written."""

import re
import textwrap
from pathlib import Path

import pytest

from cip_coach import cli

CHAUD = """
    chaud.meteo: nuages
    chaud.scene: "Elle a regardé ses mains, puis la fenêtre."
    chaud.ressenti: [emo.inquietude, {autre: "une drôle de fatigue"}]
    chaud.accroche: en_partie
    chaud.accroche.difficulte: [diff.relation.silence]
    chaud.bien: "Nous avons ri une fois."
    chaud.pas: {texte: "appeler la plateforme mobilité", pour_le: 2026-12-01}
"""


class Desk:
    """A journal and an answers file, and the command run over them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.journal = folder / "journal"
        self.capsys = capsys

    def answers(self, text: str) -> Path:
        path = self.folder / "reponses.yml"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def session(self, tree: str, text: str, *more: str) -> tuple[int, str, str]:
        """(exit code, standard output, standard error) of a replayed session."""
        arguments = ["session", tree, "--reponses", str(self.answers(text)), "--journal", str(self.journal), *more]
        code = cli.run(arguments)
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.journal)) for path in self.journal.rglob("*.md"))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_the_path_of_the_note_is_alone_on_standard_output(desk: Desk) -> None:
    code, out, _ = desk.session("a-chaud", CHAUD, "--personne", "galet", "--date", "2026-11-21")
    assert code == 0
    assert Path(out.strip()).is_file()
    assert re.fullmatch(r"2026/2026-11-21_\d{4}_a-chaud_[a-z0-9]{6}\.md", desk.files()[0])


def test_a_journal_that_is_made_is_said_once_and_not_on_standard_output(desk: Desk) -> None:
    first, second = (desk.session("a-chaud", CHAUD)[2] for _ in range(2))
    assert (first, second) == (f"Un journal a été créé dans {desk.journal}\n", "")


def test_the_note_holds_every_answer_and_what_figures_need(desk: Desk) -> None:
    _, out, _ = desk.session("a-chaud", CHAUD, "--personne", "galet")
    note = Path(out.strip()).read_text(encoding="utf-8")
    for line in (
        "personne: galet",
        "  chaud.ressenti: [emo.inquietude, autre1]",
        "  chaud.accroche.difficulte: [difficultes@1]",
        "  chaud.accroche.difficulte: [diff.relation.silence]",
        "  - chaud.accroche.piste",
        "    chaud.pas: oui",
        "> - autre\u00a0: une drôle de fatigue",
        "> - [ ] appeler la plateforme mobilité (pour le 2026-12-01)",
    ):
        assert line in note.splitlines()


def test_a_question_left_out_is_passed_before_the_last_answer_and_unreached_after_it(desk: Desk) -> None:
    _, out, _ = desk.session("a-chaud", "chaud.scene: «une porte»\n", "--personne", "galet")
    note = Path(out.strip()).read_text(encoding="utf-8")
    assert "passees:\n  - chaud.meteo\n" in note
    assert "chaud.accroche" not in note


def test_a_gate_answered_no_counts_as_none_noted(desk: Desk) -> None:
    _, out, _ = desk.session("a-chaud", "chaud.accroche: non\n")
    note = Path(out.strip()).read_text(encoding="utf-8")
    assert "exposees:\n  chaud.accroche.difficulte: [difficultes@1]\ndifficultes: {}\n" in note


def test_a_gate_passed_over_exposes_to_nothing(desk: Desk) -> None:
    _, out, _ = desk.session("a-chaud", "chaud.accroche: {passe: oui}\nchaud.bien: un sourire\n")
    assert "exposees" not in Path(out.strip()).read_text(encoding="utf-8")


WRONG = {
    "an unknown question": ("chaud.metéo: nuages", "question-inconnue", "chaud.meteo"),
    "an unknown answer": ("chaud.meteo: pluie", "reponse-inconnue", "nuages"),
    "a question that these answers do not reach": (
        "chaud.accroche: non\nchaud.accroche.difficulte: [diff.relation.silence]",
        "reponse-non-atteinte",
        "chaud.accroche.difficulte",
    ),
    "several answers where one is asked": ("chaud.meteo: [nuages, orage]", "valeur-une-seule", ""),
    "more picks than allowed": (
        "chaud.ressenti: [emo.joie, emo.fierte, emo.calme, emo.espoir]",
        "valeur-trop",
        "3",
    ),
    "a day that does not exist": ('chaud.pas: {texte: "x", pour_le: 2026-02-30}', "valeur-date", ""),
    "an empty text": ('chaud.scene: ""', "valeur-texte", ""),
    "a skip that says no": ("chaud.meteo: {passe: non}", "valeur-passe", "«\u00a0oui\u00a0»"),
    "a skip beside an answer": ("chaud.meteo: {passe: oui, valeur: nuages}", "valeur-passe", ""),
    "an empty free answer": ('chaud.ressenti: [{autre: " "}]', "valeur-texte", ""),
    "a key beside a free answer": ("chaud.ressenti: [{autre: x, prix: 3}]", "cle-inconnue", "prix"),
    "broken YAML": ("chaud.scene: [", "yaml", ""),
}


@pytest.mark.parametrize("fault", WRONG)
def test_what_is_wrong_is_named_with_its_place_and_nothing_is_written(desk: Desk, fault: str) -> None:
    text, code_said, hint = WRONG[fault]
    code, out, err = desk.session("a-chaud", text + "\n")
    assert (code, out) == (2, "")
    assert re.search(rf"reponses\.yml:\d+:\d+: erreur \[{code_said}", err)
    assert hint in err
    assert not desk.journal.exists()


def test_all_faults_are_listed_at_once(desk: Desk) -> None:
    code, _, err = desk.session("a-chaud", "chaud.meteo: pluie\nchaud.inconnue: oui\n")
    assert code == 2
    assert err.count(": erreur [") == 2


def test_faults_are_listed_in_the_order_of_the_file(desk: Desk) -> None:
    _, _, err = desk.session("a-chaud", "chaud.inconnue: oui\nchaud.meteo: pluie\nchaud.autre: 3\n")
    assert re.findall(r"reponses\.yml:(\d+):", err) == ["1", "2", "3"]


def test_a_list_of_empty_lines_is_not_taken_for_nothing_to_note(desk: Desk) -> None:
    code, _, err = desk.session(
        "guide-relation", 'relation.confiance: oui\nrelation.confiance.indices_oui: [""]\n', "--personne", "galet"
    )
    assert code == 2
    assert "reponses.yml:2:33: erreur [valeur-ligne-vide]" in err


def test_an_unknown_tree_is_refused_with_a_suggestion(desk: Desk) -> None:
    code, _, err = desk.session("a-chaut", CHAUD)
    assert code == 2
    assert "a-chaud" in err


@pytest.mark.parametrize(("tree", "more"), [("guide-relation", ()), ("guide-metier", ("--personne", "galet"))])
def test_the_person_rule_of_the_tree_is_kept(desk: Desk, tree: str, more: tuple[str, ...]) -> None:
    code, _, err = desk.session(tree, "{}\n", *more)
    assert code == 2
    assert "--personne" in err
    assert not desk.journal.exists()
