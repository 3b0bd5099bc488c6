"""How many questions the page before the first one announces: as few and as many as the tree can ask."""

import pytest
from sittings import tree_from

from cip_coach.asking import extent as module
from cip_coach.asking.extent import Extent, extent
from cip_coach.asking.library import Library
from cip_coach.terminal.messages import menus

LIBRARY = Library.shipped()
OPENS = """
- {id: a, question: "A ?", type: oui_non, si_oui: [{id: b, question: "B ?"}]}
- {id: c, question: "C ?"}
"""
STRAIGHT = """
- {id: a, question: "A ?"}
- {id: b, question: "B ?"}
"""


@pytest.mark.parametrize("name", sorted(LIBRARY.names()))
def test_every_shipped_tree_is_known_without_being_walked_through(name):
    known = extent(LIBRARY.tree(name))
    assert known.most is not None
    assert 1 <= known.fewest <= known.most


def test_a_tree_of_ones_own_that_never_branches_is_counted():
    assert extent(tree_from(STRAIGHT)) == Extent(2, 2)


def test_one_that_branches_says_that_answers_decide():
    assert extent(tree_from(OPENS)) == Extent(2, None)


def test_without_its_catalogue_a_shipped_tree_is_told_as_one_of_ones_own(monkeypatch, tmp_path):
    monkeypatch.setattr(module, "shipped_folder", lambda: tmp_path)
    assert extent(LIBRARY.tree("a-chaud")).most is None


@pytest.mark.parametrize(
    ("fewest", "most", "said"),
    [
        (1, 1, "Environ 3 minutes, 1 question."),
        (6, 9, "Environ 3 minutes, 6 à 9 questions selon les réponses."),
        (7, None, "Environ 3 minutes, 7 questions, plus ou moins selon les réponses."),
        (0, 0, "Environ 3 minutes."),
    ],
)
def test_it_is_said_before_the_first_question(fewest, most, said):
    assert menus.start_lines(3, fewest, most, "")[0] == said
