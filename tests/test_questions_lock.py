"""The lock of the shipped trees: what notes already depend on is still there, or renamed."""

import pytest
from generate import generated

from cip_coach.asking.library import Library, shipped_folder
from cip_coach.asking.lock import LOCK_FILE, conflicts, grown, holds, marks, read_lock, vanished, written
from cip_coach.plainyaml import Scalar

LIBRARY = Library.shipped()
TREES = [LIBRARY.tree(name) for name in LIBRARY.names()]
PATH = shipped_folder() / LOCK_FILE
LOCK = read_lock(PATH.read_text(encoding="utf-8"))


def test_the_lock_is_up_to_date():
    assert generated()[PATH] == PATH.read_text(encoding="utf-8"), "run: python tests/generate.py"


def test_it_is_read_back_as_it_was_written():
    assert read_lock(written(LOCK)) == LOCK


def test_it_only_grows():
    kept = grown({"ancien": {"a.b": ("texte",)}, "a-chaud": {"chaud.meteo": ("choix", "neige")}}, TREES)
    assert kept["ancien"] == {"a.b": ("texte",)}
    assert kept["a-chaud"]["chaud.meteo"] == ("choix", "neige", *LOCK["a-chaud"]["chaud.meteo"][1:])
    assert kept["a-chaud"].keys() == LOCK["a-chaud"].keys()


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.id)
def test_nothing_that_was_shipped_is_gone(tree):
    assert [*vanished(tree, LOCK[tree.id], Scalar("", 1, 1))] == []
    assert holds(tree).keys() <= LOCK[tree.id].keys()


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.id)
def test_a_question_is_the_same_in_all_shipped_trees(tree):
    assert [*conflicts(tree, ((other.id, marks(other)) for other in TREES if other is not tree))] == []
