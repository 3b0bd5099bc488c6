"""The whole source guide is asked: its 52 questions, each at its place, and nothing unaccounted for beside.

The numbers are those of the guide's questions in reading order. The guide
itself is not copied: a number stands for a question we worded ourselves.
"""

from collections.abc import Iterator

import pytest

from cip_coach.asking.library import Library
from cip_coach.asking.tree import Loop, Node, PersonRule, Question, Section, Tree

RELATION, ACCOMPAGNEMENT, METIER, COMPLET = (
    "guide-relation",
    "guide-accompagnement",
    "guide-metier",
    "guide-complet",
)
PARTS = (RELATION, ACCOMPAGNEMENT, METIER)

GUIDE = {
    1: (RELATION, "relation.confiance"),
    2: (RELATION, "relation.confiance.indices_oui"),
    3: (RELATION, "relation.confiance.indices_non"),
    4: (RELATION, "relation.aisance"),
    5: (RELATION, "relation.aisance.emotions"),
    6: (RELATION, "relation.aisance.sensations"),
    7: (RELATION, "relation.plaisir"),
    8: (RELATION, "relation.plaisir.ressenti"),
    9: (RELATION, "relation.plaisir.ce_qui_se_passe"),
    10: (RELATION, "relation.plaisir.leviers"),
    11: (ACCOMPAGNEMENT, "accompagnement.besoins"),
    12: (ACCOMPAGNEMENT, "accompagnement.besoins[].exprime"),
    13: (ACCOMPAGNEMENT, "accompagnement.besoins[].indices"),
    14: (ACCOMPAGNEMENT, "accompagnement.motivations"),
    15: (ACCOMPAGNEMENT, "accompagnement.motivations[].exprime"),
    16: (ACCOMPAGNEMENT, "accompagnement.motivations[].indices"),
    17: (ACCOMPAGNEMENT, "accompagnement.objectifs"),
    18: (ACCOMPAGNEMENT, "accompagnement.objectifs[].exprime"),
    19: (ACCOMPAGNEMENT, "accompagnement.objectifs[].indices"),
    20: (ACCOMPAGNEMENT, "accompagnement.freins"),
    21: (ACCOMPAGNEMENT, "accompagnement.freins.non_dits"),
    22: (ACCOMPAGNEMENT, "accompagnement.etapes"),
    23: (ACCOMPAGNEMENT, "accompagnement.etapes.lesquelles"),
    24: (ACCOMPAGNEMENT, "accompagnement.difficultes"),
    25: (ACCOMPAGNEMENT, "accompagnement.difficultes.encouragement"),
    26: (ACCOMPAGNEMENT, "accompagnement.difficultes.parle_personne"),
    27: (ACCOMPAGNEMENT, "accompagnement.difficultes.parle_collegues"),
    28: (ACCOMPAGNEMENT, "accompagnement.resistances_personne"),
    29: (ACCOMPAGNEMENT, "accompagnement.resistances_personne.communiquees"),
    30: (ACCOMPAGNEMENT, "accompagnement.resistances_personne.empechement"),
    31: (ACCOMPAGNEMENT, "accompagnement.resistances_moi"),
    32: (ACCOMPAGNEMENT, "accompagnement.resistances_moi.communiquees"),
    33: (ACCOMPAGNEMENT, "accompagnement.resistances_moi.empechement"),
    34: (METIER, "metier.competence"),
    35: (METIER, "metier.incompetence"),
    36: (METIER, "metier.incompetence[].situation"),
    37: (METIER, "metier.incompetence[].personnes"),
    38: (METIER, "metier.incompetence[].moment"),
    39: (METIER, "metier.outils[].assurance"),
    40: (METIER, "metier.outils[].assurance"),
    41: (METIER, "metier.outils[].assurance"),
    42: (METIER, "metier.publics"),
    43: (METIER, "metier.outils[].par_qui"),
    44: (METIER, "metier.outils[].ou"),
    45: (METIER, "metier.outils[].comment"),
    46: (METIER, "metier.partenariat[].lien"),
    47: (METIER, "metier.partenariat.autres"),
    48: (METIER, "metier.plaisir"),
    49: (METIER, "metier.deplaisir[].quoi"),
    50: (METIER, "metier.deplaisir.ameliorer"),
    51: (METIER, "metier.deplaisir.changer"),
    52: (METIER, "metier.deplaisir.a_qui"),
}

ALSO = {
    42: "metier.publics[].assurance",
    43: "metier.publics[].par_qui",
    44: "metier.publics[].ou",
    45: "metier.publics[].comment",
}
"""Second places of a question: G42 is asked public by public, and what it opens is asked there too."""

FIXED_LOOPS = {
    "metier.outils": ("projet", "emploi", "social"),  # G39, G40, G41
    "metier.partenariat": ("social", "emploi", "formation", "entreprise"),  # G46, four times
    "metier.deplaisir": ("activite", "conditions"),  # G49, twice
}

ADDITIONS = {
    "relation.confiance.petit_pas",
    "relation.plaisir.source",
    "accompagnement.ressources",
    "accompagnement.freins.non_dits[].approche",
    "accompagnement.etapes.premiere",
    "accompagnement.difficultes[].piste",
    "accompagnement.resistances_personne.lesquelles",
    "accompagnement.resistances_moi.lesquelles",
    "accompagnement.a_verifier",
    "metier.outils[].besoin",
    "metier.publics[].besoin",
}

OPENED_BY_THE_LANGUAGE = {
    "accompagnement.difficultes[].etiquettes",  # etiquettes: difficultes
    "relation.plaisir.ce_qui_se_passe.mots",  # si_mots: evaluations
}
"""Questions no file writes: a key of the question above them makes them."""

CLOSING = {"commun.cloture", "commun.a_porter", "commun.competences"}

FROM_THE_GUIDE = {identity for _, identity in GUIDE.values()} | set(ALSO.values())


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.shipped()


def every_node(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        match node:
            case Section() | Loop():
                yield from every_node(node.nodes)
            case Question():
                for follow_up in node.follow_ups:
                    yield from every_node(follow_up.nodes)
                yield from every_node(node.loop)


def fixed_keys(tree: Tree) -> dict[str, tuple[str, ...]]:
    """What each fixed loop runs over: the ids of its declared items."""
    loops = (node for node in every_node(tree.nodes) if isinstance(node, Loop))
    return {loop.id: tuple(choice.id for choice in loop.offer.choices) for loop in loops}


def test_the_table_holds_the_52_questions_of_the_guide():
    assert list(GUIDE) == list(range(1, 53))


@pytest.mark.parametrize("number", GUIDE)
def test_each_question_of_the_guide_is_asked_in_its_part_and_in_the_whole(library, number):
    part, identity = GUIDE[number]
    places = {identity, ALSO.get(number, identity)}
    assert places <= library.tree(part).identities().keys()
    assert places <= library.tree(COMPLET).identities().keys()


@pytest.mark.parametrize("tree_id", [METIER, COMPLET])
def test_the_domains_fields_and_objects_of_the_guide_are_each_asked(library, tree_id):
    assert fixed_keys(library.tree(tree_id)) == FIXED_LOOPS


@pytest.mark.parametrize("part", PARTS)
def test_each_part_keeps_the_order_of_the_guide(library, part):
    expected = list(dict.fromkeys(identity for where, identity in GUIDE.values() if where == part))
    asked = [identity for identity in library.tree(part).identities() if identity in expected]
    # G42 comes before what G39 to G42 open in the guide; here each domain is finished before the next.
    opened = {GUIDE[43][1], GUIDE[44][1], GUIDE[45][1]}
    assert [i for i in asked if i not in opened] == [i for i in expected if i not in opened]


def test_every_addition_is_asked_somewhere(library):
    assert library.tree(COMPLET).identities().keys() >= ADDITIONS


@pytest.mark.parametrize("tree_id", [*PARTS, COMPLET])
def test_every_question_of_the_guide_trees_is_accounted_for(library, tree_id):
    known = FROM_THE_GUIDE | ADDITIONS | OPENED_BY_THE_LANGUAGE | CLOSING
    assert library.tree(tree_id).identities().keys() - known == set()


@pytest.mark.parametrize("tree_id", [*PARTS, COMPLET])
def test_the_closing_questions_end_each_guide_tree_once(library, tree_id):
    assert set(list(library.tree(tree_id).identities())[-len(CLOSING) :]) == CLOSING


def test_the_whole_guide_is_its_three_parts_one_after_the_other(library):
    parts = [i for part in PARTS for i in library.tree(part).identities() if i not in CLOSING]
    assert [i for i in library.tree(COMPLET).identities() if i not in CLOSING] == parts


def test_the_part_about_my_trade_is_never_about_a_person(library):
    assert library.tree(METIER).person is PersonRule.NONE
    sections = (node for node in every_node(library.tree(COMPLET).nodes) if isinstance(node, Section))
    inside = [node for section in sections if section.without_person for node in every_node(section.nodes)]
    asked = {node.id for node in inside if isinstance(node, Question)}
    assert "metier.competence" in asked
    assert not any(i.startswith(("relation.", "accompagnement.")) for i in asked)
