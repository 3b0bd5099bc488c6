"""A draft taken up again on the tree of today."""

from datetime import UTC, date, datetime

from cip_coach.answer import Items, Words
from cip_coach.asking.interview import Interview
from cip_coach.asking.library import Library
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import Tree
from cip_coach.asking.treefile import TreeText, read_tree
from cip_coach.snapshot import Origin, draft_of, resumed

VOCABULARY = Library.shipped().vocabulary
BEFORE = """
arbre: t
titre: "T"
questions:
  - {id: ancien, question: "A ?"}
  - {id: liste, question: "L ?", type: liste, pour_chaque: [{id: quoi, question: "Quoi ?"}]}
  - {id: perdu, question: "P ?"}
"""
TODAY = """
arbre: t
titre: "T"
renomme: {ancien: nouveau, "liste[].quoi": "liste[].chose"}
questions:
  - {id: nouveau, question: "A ?"}
  - {id: liste, question: "L ?", type: liste, pour_chaque: [{id: chose, question: "Quoi ?"}]}
"""
GIVEN = {"ancien": Words("un"), "liste": Items(("x",)), "liste[1].quoi": Words("deux"), "perdu": Words("trois")}


def tree(text: str) -> Tree:
    read, problems = read_tree(TreeText("t.yml", text), lambda name: None, VOCABULARY)
    assert read is not None, problems
    return read


def test_renamed_questions_keep_their_answers_and_what_no_longer_fits_is_set_aside_and_named() -> None:
    before = Interview(tree(BEFORE), Context(day=date(2026, 11, 22)), GIVEN)
    draft = draft_of(before, Origin("k7f3qd", datetime(2026, 11, 22, 17, 32, tzinfo=UTC)), 10)
    again = resumed(draft, tree(TODAY))
    assert again.interview.answers == {
        "nouveau": Words("un"),
        "liste": Items(("x",)),
        "liste[1].chose": Words("deux"),
    }
    assert again.interview.reserve == {"perdu": Words("trois")}
    assert again.unfit == ("perdu",)
