"""A taxonomy: shipped terms keep their meaning for ever; a user's file adds its own, or hides some."""

import textwrap

from cip_coach.asking.taxonomyfile import read_taxonomy, retired_by
from cip_coach.vocabulary import Taxonomy, with_own

SHIPPED = """
    taxonomie: difficultes
    version: 2
    familles: {diff.posture: "Ma place"}
    termes:
      diff.posture.conseil: {libelle: "Je conseille trop vite", famille: diff.posture}
      diff.posture.ancien: {libelle: "Autrefois", famille: diff.posture, retire: 2, remplace_par: diff.posture.conseil}
      diff.posture.recent: {libelle: "Depuis peu", famille: diff.posture, depuis: 2}
"""
OWN = """
    taxonomie: difficultes
    termes:
      perso.ecran: {libelle: "L'écran entre nous", famille: diff.posture}
      diff.posture.conseil: {libelle: "Tout autre chose"}
    retire: [diff.posture.recent]
"""


def taxonomy(text: str) -> Taxonomy:
    read, problems = read_taxonomy(textwrap.dedent(text), "t.yml")
    assert read is not None
    assert problems == ()
    return read


def merged() -> Taxonomy:
    return with_own(taxonomy(SHIPPED), taxonomy(OWN), retired_by(textwrap.dedent(OWN)))


def test_a_retired_term_is_no_longer_offered_and_stays_readable() -> None:
    shipped = taxonomy(SHIPPED)
    assert [term.id for term in shipped.offered()] == ["diff.posture.conseil", "diff.posture.recent"]
    assert shipped.terms["diff.posture.ancien"].label == "Autrefois"


def test_a_users_file_adds_its_own_terms_and_never_changes_a_shipped_one() -> None:
    assert merged().terms["perso.ecran"].label == "L’écran entre nous"
    assert merged().terms["diff.posture.conseil"].label == "Je conseille trop vite"


def test_a_hidden_term_is_not_offered_but_older_figures_keep_it() -> None:
    own = merged()
    assert [term.id for term in own.offered()] == ["diff.posture.conseil", "perso.ecran"]
    assert own.terms["diff.posture.recent"].retired == 0


def test_with_a_term_hidden_the_whole_list_is_no_longer_what_was_offered() -> None:
    assert taxonomy(SHIPPED).whole_version == 2
    assert merged().whole_version == 0


def test_a_misspelt_key_is_named_once_with_its_place() -> None:
    text = SHIPPED.replace('libelle: "Depuis', 'libele: "Depuis')
    _, problems = read_taxonomy(textwrap.dedent(text), "t.yml")
    assert [(problem.code, problem.details["proche"]) for problem in problems] == [("cle-inconnue", "libelle")]
