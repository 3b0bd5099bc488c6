"""Every path of a tree is walked: the shortest, the longest, and what no answers reach."""

from dataclasses import replace
from datetime import date

import pytest
from sittings import tree_from
from test_guide_coverage import ADDITIONS, COMPLET, OPENED_BY_THE_LANGUAGE, PARTS

from cip_coach.asking.crawl import Crawl, crawl, unreachable
from cip_coach.asking.library import Library
from cip_coach.asking.tree import Loop, Node, Question, Section, Tree

DAY = date(2026, 11, 22)

SHIPPED = {
    "a-chaud": (6, 9),
    "apres-app": (5, 6),
    "atelier-collectif": (10, 20),
    "bilan-mensuel": (12, 50),
    "cpp-accueil": (13, 22),
    "cpp-bilan": (11, 19),
    "cpp-collectif": (9, 19),
    "cpp-cristallisation": (7, 9),
    "cpp-exploration": (11, 17),
    "cpp-immersion": (4, 7),
    "cpp-mediation": (4, 10),
    "cpp-non-confirmation": (8, 12),
    "cpp-rdv": (9, 12),
    "cpp-recherche": (9, 10),
    "cpp-recul": (15, 19),
    "cpp-situation": (12, 33),
    "cpp-specification": (4, 15),
    "employeur-partenaire": (12, 20),
    "guide-accompagnement": (14, 42),
    "guide-complet": (36, 100),
    "guide-metier": (18, 48),
    "guide-relation": (8, 16),
    "posture-place": (12, 16),
    "preparer-app": (10, 13),
    "situation-difficile": (27, 34),
}
"""(shortest, longest) of each shipped tree. A change here is a change of what somebody is asked: to be wanted."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.shipped()


def lengths(found: Crawl) -> tuple[int, int]:
    return found.shortest.questions, found.longest.questions


def test_every_shipped_tree_is_measured(library):
    assert library.names().keys() == SHIPPED.keys()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_tree_has_these_ways_and_no_dead_branch(library, name):
    found = crawl(library.tree(name), DAY)
    assert lengths(found) == SHIPPED[name]
    assert found.unreachable == ()
    assert found.shortest.exact
    assert found.longest.exact


# The guide, as it was counted by hand before there was a program


def without(nodes: tuple[Node, ...], left_out: set[str], prefix: str = "") -> tuple[Node, ...]:
    """`nodes` without the questions of these identities."""
    kept: list[Node] = []
    for node in nodes:
        match node:
            case Section():
                kept.append(replace(node, nodes=without(node.nodes, left_out, prefix)))
            case Loop():
                kept.append(replace(node, nodes=without(node.nodes, left_out, f"{prefix}{node.id}[].")))
            case Question() if prefix + node.id not in left_out:
                follow_ups = tuple(
                    replace(one, nodes=without(one.nodes, left_out, prefix)) for one in node.follow_ups
                )
                loop = without(node.loop, left_out, f"{prefix}{node.id}[].")
                kept.append(replace(node, follow_ups=follow_ups, loop=loop))
    return tuple(kept)


def guide_alone(tree: Tree) -> Tree:
    closing = {"commun.cloture", "commun.a_porter", "commun.competences"}
    return replace(tree, nodes=without(tree.nodes, ADDITIONS | OPENED_BY_THE_LANGUAGE | closing))


@pytest.mark.parametrize(
    ("name", "by_hand"),
    [
        (PARTS[0], (5, 10)),
        (PARTS[1], (10, 28)),
        (PARTS[2], (16, 40)),  # by hand 35: with one public only, and without the choice of publics itself
        (COMPLET, (31, 78)),  # by hand 31 and 73, for the same reason
    ],
)
def test_with_additions_off_the_guide_has_the_ways_counted_by_hand(library, name, by_hand):
    assert lengths(crawl(guide_alone(library.tree(name)), DAY)) == by_hand


def test_a_second_public_is_what_parts_the_longest_way_from_the_count_by_hand(library):
    answers = crawl(guide_alone(library.tree(COMPLET)), DAY).longest.replies
    second = [path for path in answers if path.startswith("metier.publics[")]
    choice = [path for path in answers if path == "metier.publics"]
    assert len(second) // 2 + len(choice) == 78 - 73


# The rule, piece by piece


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ('- {id: a, question: "A ?"}', (1, 1)),
        ('- {id: a, question: "A ?"}\n- {id: i, type: info, question: "Lire."}', (1, 1)),
        ('- {id: a, question: "A ?", type: oui_non, si_oui: [{id: b, question: "B ?"}]}', (1, 2)),
        ("""
         - id: a
           question: "A ?"
           type: oui_non
           si_oui: [{id: b, question: "B ?"}]
           si_non: [{id: c, question: "C ?"}]
         """, (2, 3)),
        ('- {id: l, question: "L ?", type: liste, pour_chaque: [{id: x, question: "X ?"}]}', (1, 3)),
        ('- {id: l, question: "L ?", type: liste, max: 1, pour_chaque: [{id: x, question: "X ?"}]}', (1, 2)),
        ('- {id: l, question: "L ?", type: liste, si_vide: [{id: x, question: "X ?"}]}', (2, 1)),
        ("""
         - id: m
           question: "M ?"
           type: choix_multiple
           choix: {a: "A", b: "B", c: "C"}
           pour_chaque: [{id: x, question: "X ?"}]
           si_b: [{id: y, question: "Y ?"}]
           si_c: [{id: z, question: "Z ?"}]
         """, (1, 5)),
        ("""
         - {id: e, question: "E ?", type: echelle, de: 1, a: 5, si_au_plus_2: [{id: x, question: "X ?"}]}
         - {id: n, question: "N ?", type: nombre, si_au_moins_12: [{id: y, question: "Y ?"}]}
         """, (2, 4)),
        ("""
         - {id: l, question: "L ?", type: liste}
         - {id: m, question: "M ?", type: choix_multiple, choix_de: l, pour_chaque: [{id: x, question: "X ?"}]}
         """, (1, 4)),
        ('- {id: m, question: "M ?", type: choix_multiple, choix_de: journal.pas_ouverts}', (0, 1)),
        ('- {boucle: b, sur: journal.pas_ouverts, questions: [{id: x, question: "X ?"}]}', (0, 2)),
        ('- {boucle: b, sur: {u: "U", v: "V", w: "W"}, questions: [{id: x, question: "X ?"}]}', (3, 3)),
        ("""
         - id: h
           question: "H ?"
           type: liste
           pour_chaque:
             - {id: dit, question: "Dit ?", type: oui_non, alimente: {a_verifier: non}}
         - {id: v, question: "V ?", type: choix_multiple, choix_de: seance.a_verifier}
         """, (1, 4)),
    ],
)  # fmt: skip
def test_the_rule(questions, expected):
    assert lengths(crawl(tree_from(questions), DAY)) == expected


def test_a_question_that_waits_for_a_person_is_asked_where_there_may_be_one():
    tree = tree_from('- {id: a, question: "A ?", quand: {seance.personne: repondu}}')
    assert lengths(crawl(tree, DAY)) == (0, 1)
    assert crawl(tree, DAY).unreachable == ()


@pytest.mark.parametrize(
    ("questions", "dead"),
    [
        ('- {id: e, question: "E ?", type: echelle, de: 1, a: 5, si_au_moins_7: [{id: x, question: "X ?"}]}', ("x",)),
        (
            '- {id: m, question: "M ?", type: choix_multiple, max: 2, choix: {a: "A", b: "B", c: "C"}, '
            'si_au_moins_3: [{id: x, question: "X ?"}]}',
            ("x",),
        ),
        (
            '- {id: a, question: "A ?", type: oui_non}\n'
            '- {id: b, question: "B ?", quand: {a: oui}, type: oui_non, si_oui: [{id: c, question: "C ?", quand: {a: non}}]}',
            ("c",),
        ),
        ('- {id: l, question: "L ?", type: liste, si_au_moins_3: [{id: x, question: "X ?"}]}', ()),
        ('- {id: l, question: "L ?", si_passe: [{id: x, question: "X ?"}]}', ()),
        ('- {id: i, type: info, question: "I", quand: {journal.notes: {au_moins: 4}}}', ()),
    ],
)
def test_a_branch_that_no_answer_opens_is_found(questions, dead):
    assert crawl(tree_from(questions), DAY).unreachable == dead == unreachable(tree_from(questions), DAY)


def test_too_many_ways_are_told_rather_than_waited_for():
    listed = "\n".join(
        f'- {{id: q{n}, question: "Q ?", type: choix, choix: {{a: "A", b: "B", c: "C", d: "D"}}}}' for n in range(12)
    )
    names = ", ".join(f"q{n}: [a, b]" for n in range(12))
    others = "\n".join(
        f'- {{id: r{n}, question: "R ?", quand: {{q{n}: {"abcd"[n % 4]}, q{(n + 1) % 12}: a}}}}' for n in range(12)
    )
    tree = tree_from(f'{listed}\n{others}\n- {{id: z, question: "Z ?", quand: {{{names}}}}}')
    found = crawl(tree, DAY)
    assert found.longest.questions >= 12


# Against all the ways there are, and against people
