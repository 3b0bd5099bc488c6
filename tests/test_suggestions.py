"""Words of a free text that may name a difficulty: proposed, never tagged (taxonomy rules of aliases)."""

import pytest

from cip_coach.asking.library import Library
from cip_coach.reading.suggestions import MOST, suggestions

TERMS = Library.shipped().vocabulary["difficultes"]


@pytest.mark.parametrize(
    ("text", "difficulty"),
    [
        ("Elle s’est braquée dès que j'ai parlé du stage.", "diff.resistance.personne"),
        ("Je n'en peux plus.", "diff.emotion.usure"),
        ("J’ai fini par remplir pour lui le formulaire", "diff.posture.a_sa_place"),  # « elle » stands for « lui »
        ("un long silence", "diff.relation.silence"),
        ("MEFIANCE", "diff.relation.confiance"),
        ("On n’avance pas.", "diff.resistance.sur_place"),
    ],
)
def test_an_alias_is_found_in_the_forms_people_write(text, difficulty):
    assert difficulty in suggestions([text], TERMS)


@pytest.mark.parametrize("text", ["", "Belle matinée.", "Elle est venue, elle a parlé.", "1 2 3 …"])
def test_nothing_is_proposed_where_nothing_speaks_of_it(text):
    assert suggestions([text], TERMS) == ()


def test_a_phrase_matches_whole_and_in_order_within_a_line():
    assert "diff.relation.absences" in suggestions(["il n'est pas venu"], TERMS)
    assert "diff.relation.absences" not in suggestions(["venu, pas à pas"], TERMS)
    assert "diff.relation.absences" not in suggestions(["pas\nvenu"], TERMS)


def test_every_alias_finds_its_own_term():
    for term in TERMS.offered():
        for alias in term.aliases:
            assert term.id in suggestions([f"Aujourd'hui, {alias} encore"], TERMS), alias


def test_what_is_noted_already_is_not_proposed_and_few_are():
    text = "silence, méfiance, colère, peur, fatigue, danger, quota, insulte, paperasse"
    found = suggestions([text], TERMS)
    assert 0 < len(found) <= MOST
    assert not set(found[:1]) & set(suggestions([text], TERMS, known=found[:1]))
