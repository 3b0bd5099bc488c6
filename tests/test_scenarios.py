"""Every `.essais.yml` holds: with its answers, its tree puts exactly the questions it lists, in that order."""

from datetime import date
from pathlib import Path

import pytest

from cip_coach.asking.library import SCENARIOS, TREES, Library, shipped_folder
from cip_coach.asking.scenario import Scenario, read_scenarios, run
from cip_coach.paths import identity

DAY = date(2026, 11, 22)
FILES = sorted((shipped_folder() / TREES).glob(f"*{SCENARIOS}"))


def tree_of(path: Path) -> str:
    return path.name.removesuffix(SCENARIOS)


def scenarios_of(path: Path) -> tuple[Scenario, ...]:
    scenarios, problems = read_scenarios(path.read_text(encoding="utf-8"), path.name)
    assert problems == ()
    return scenarios


CASES = [
    pytest.param(tree_of(path), scenario, id=f"{tree_of(path)}: {scenario.name}")
    for path in FILES
    for scenario in scenarios_of(path)
]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.shipped()


def test_every_shipped_tree_has_scenarios(library):
    assert {tree_of(path) for path in FILES} == library.names().keys()


@pytest.mark.parametrize(("tree_id", "scenario"), CASES)
def test_the_scenario_puts_the_questions_it_lists(library, tree_id, scenario):
    asked, problems = run(scenario, library.tree(tree_id), DAY)
    assert problems == ()
    assert asked == scenario.expected


@pytest.mark.parametrize("path", FILES, ids=tree_of)
def test_the_scenarios_of_a_tree_have_names_of_their_own(path):
    names = [scenario.name for scenario in scenarios_of(path)]
    assert len(set(names)) == len(names)


def test_every_question_of_every_tree_is_put_by_some_scenario(library):
    put = {identity(path) for file in FILES for scenario in scenarios_of(file) for path in scenario.expected}
    known = {question for tree_id in library.names() for question in library.tree(tree_id).identities()}
    assert known - put == set()


def the_scenario(text: str) -> Scenario:
    scenarios, problems = read_scenarios(text, "essai.yml")
    assert problems == ()
    return scenarios[0]


def test_a_wrong_expectation_is_seen(library):
    wrong = the_scenario('- essai: "x"\n  reponses: {chaud.accroche: non}\n  posees: [chaud.meteo]\n')
    asked, problems = run(wrong, library.tree("a-chaud"), DAY)
    assert problems == ()
    assert asked != wrong.expected


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ("{chaud.accroche: peut_etre}", "reponse-inconnue"),
        ("{chaud.acroche: oui}", "question-inconnue"),
        ("{chaud.accroche: non, chaud.accroche.difficulte: [diff.relation.silence]}", "reponse-non-atteinte"),
    ],
)
def test_an_answer_that_cannot_be_given_is_a_problem(library, answers, code):
    scenario = the_scenario(f'- essai: "x"\n  reponses: {answers}\n  posees: []\n')
    _, problems = run(scenario, library.tree("a-chaud"), DAY)
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('- essai: "x"\n  reponses: {}\n', "cle-manquante"),
        ('- essai: "x"\n  reponses: {}\n  posees: []\n  attendu: []\n', "cle-inconnue"),
        ('- essai: "x"\n  reponses: [a]\n  posees: []\n', "forme-bloc"),
        ('essai: "x"\n', "forme-liste"),
        ("- essai: [\n", None),
    ],
)
def test_a_scenario_written_wrong_is_a_problem(text, code):
    _, problems = read_scenarios(text, "essai.yml")
    assert problems
    assert code is None or code in [problem.code for problem in problems]
