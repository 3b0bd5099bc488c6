"""The marks kept of the shipped trees say what reading them would say, and are believed only while it is true."""

import pytest
from generate import generated

from cip_coach.asking.library import Library, shipped_folder
from cip_coach.asking.lock import marks
from cip_coach.asking.neighbours import MARKS_FILE, neighbours

MINE = 'arbre: {id}\nversion: 7\ntitre: "À moi"\nduree: 2\nquestions:\n  - id: mien.un\n    question: "Quoi ?"\n'


def write(folder, name, text):
    path = folder / "arbres" / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_they_are_up_to_date():
    path = shipped_folder() / MARKS_FILE
    assert generated()[path] == path.read_text(encoding="utf-8"), "run: python tests/generate.py"


def test_they_are_those_of_the_trees():
    library = Library.shipped()
    assert dict(neighbours(library)) == {name: marks(library.tree(name)) for name in library.names()}


def test_shipped_trees_are_not_read(monkeypatch):
    library = Library.shipped()
    monkeypatch.setattr(Library, "read", lambda _, path: pytest.fail(f"{path.name} was read"))
    assert len(dict(neighbours(library))) == len(library.names())


def test_a_tree_of_ones_own_is_among_them(tmp_path):
    write(tmp_path, "mien", MINE.format(id="mien"))
    assert dict(neighbours(Library.shipped(tmp_path)))["mien"] == {"mien.un": ("texte",)}


def test_a_tree_that_stands_for_a_shipped_one_is_read(tmp_path):
    write(tmp_path, "a-chaud", MINE.format(id="a-chaud"))
    assert dict(neighbours(Library.shipped(tmp_path)))["a-chaud"] == {"mien.un": ("texte",)}


def test_a_tree_that_cannot_be_read_has_none(tmp_path):
    write(tmp_path, "casse", "arbre: casse\nquestions: [")
    assert "casse" not in dict(neighbours(Library.shipped(tmp_path)))
