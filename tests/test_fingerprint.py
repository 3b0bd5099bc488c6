"""The fingerprint of a tree tells its structure, and nothing of its words."""

import re
from textwrap import dedent

import pytest

from cip_coach.asking.fingerprint import fingerprint
from cip_coach.asking.library import Library
from cip_coach.asking.treefile import TreeText, read_tree

LIBRARY = Library.shipped()
TREE = dedent("""\
    arbre: essai
    version: 1
    titre: "Essai"
    questions:
      - id: humeur
        question: "Quelle humeur ?"
        libelle: "Humeur"
        type: choix
        aide: "Une seule."
        choix: {calme: "calme", tendu: "tendu"}
        si_tendu: [{id: cause, question: "D'où vient-elle ?"}]
      - id: aise
        question: "À quel point ?"
        type: echelle
        de: 1
        a: 5
      - boucle: outils
        sur: {projet: "le projet", emploi: "l'emploi"}
        questions:
          - id: assurance
            question: "Pour {element} ?"
            type: oui_non
            signale: {non: diff.methode.outil}
      - section: "Fin"
        quand: {humeur: tendu}
        questions:
          - {id: suite, question: "Et ensuite ?", exemple: "dormir", quand: {aise: {au_moins: 2}}}
    """)


def mark(text: str) -> str:
    tree, problems = read_tree(TreeText("essai.yml", text), lambda _: None, LIBRARY.vocabulary)
    assert tree is not None, problems
    return fingerprint(tree)


UNCHANGED = {
    "a wording": ("Quelle humeur ?", "Dans quelle humeur suis-je ?"),
    "a help": ("Une seule.", "Celle d'aujourd'hui."),
    "an example": ("dormir", "marcher"),
    "a label": ("Humeur", "Mon humeur"),
    "the label of a choice": ('calme: "calme"', 'calme: "au calme"'),
    "a title": ("Essai", "Autre essai"),
    "the title of a section": ("Fin", "Pour finir"),
    "the version": ("version: 1", "version: 2"),
    "the order of two keys": ("    de: 1\n    a: 5\n", "    a: 5\n    de: 1\n"),
    "the order of the choices": ('calme: "calme", tendu: "tendu"', 'tendu: "tendu", calme: "calme"'),
    "the way a list is written": ("quand: {humeur: tendu}", "quand: [{humeur: [tendu]}]"),
    "a comment": ("version: 1", "version: 1 # la première"),
}
CHANGED = {
    "an id": ("id: cause", "id: raison"),
    "the id of a loop": ("boucle: outils", "boucle: moyens"),
    "a type": ("type: oui_non", "type: choix\n        choix: {non: n, oui: o}"),
    "the id of a choice": ("calme:", "serein:"),
    "a choice more": ('tendu: "tendu"', 'tendu: "tendu", noir: "noir"'),
    "a free choice": ("    aide:", "    autre: oui\n    aide:"),
    "the end of a scale": ("a: 5", "a: 4"),
    "what opens a question": ("si_tendu", "si_calme"),
    "a condition": ("quand: {humeur: tendu}", "quand: {humeur: calme}"),
    "a number in a condition": ("au_moins: 2", "au_moins: 3"),
    "a condition less": (", quand: {aise: {au_moins: 2}}", ""),
    "an item of a loop": ("emploi:", "social:"),
    "a signal": ("diff.methode.outil", "diff.methode.emploi"),
    "the answer of a signal": ("{non: diff", "{ne_sait_pas: diff"),
}


def changed(old: str, new: str) -> str:
    assert TREE.count(old) == 1, old
    return TREE.replace(old, new)


def test_is_eight_hexadecimal_digits():
    assert re.fullmatch(r"[0-9a-f]{8}", mark(TREE))


def test_is_the_same_for_ever():
    """Notes keep it: a change of this figure makes every tree look new."""
    assert mark(TREE) == "91fca369"


@pytest.mark.parametrize("what", UNCHANGED)
def test_is_unchanged_by(what):
    assert mark(changed(*UNCHANGED[what])) == mark(TREE)


@pytest.mark.parametrize("what", CHANGED)
def test_is_changed_by(what):
    assert mark(changed(*CHANGED[what])) != mark(TREE)


def test_is_unchanged_by_the_order_of_questions_that_do_not_depend_on_each_other():
    head, *items = re.split(r"(?m)^(?=  - )", TREE)
    moved = [items[1], items[0], *items[2:]]
    assert mark("".join([head, *moved])) == mark(TREE)


def test_is_unchanged_by_terms_of_ones_own(tmp_path):
    text = 'arbre: e\ntitre: "E"\nquestions:\n  - {id: a, question: A, type: choix, taxonomie: difficultes}\n'
    (tmp_path / "taxonomies").mkdir()
    own = 'taxonomie: difficultes\ntermes:\n  perso.bruit: {libelle: "Le bruit"}\n'
    (tmp_path / "taxonomies" / "difficultes.yml").write_text(own, "utf-8")
    found = []
    for library in (LIBRARY, Library.shipped(tmp_path)):
        tree, problems = read_tree(TreeText("e.yml", text), lambda _: None, library.vocabulary)
        assert tree is not None, problems
        found.append((len(tree.identities()["a"].offer.choices), fingerprint(tree)))
    (shipped, mark_of_shipped), (with_own, mark_with_own) = found
    assert with_own == shipped + 1
    assert mark_with_own == mark_of_shipped


def test_of_shipped_trees_are_all_different():
    marks = [fingerprint(LIBRARY.tree(name)) for name in LIBRARY.names()]
    assert len(set(marks)) == len(marks)
