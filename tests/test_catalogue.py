"""The catalogue of shipped trees says what reading them would say, and is believed only while it is true."""

import json

import pytest
from generate import generated

from cip_coach.asking import catalogue
from cip_coach.asking.catalogue import CATALOGUE_FILE, card, listed
from cip_coach.asking.library import Library, shipped_folder

TREE = 'arbre: {id}\nversion: 7\ntitre: "À moi"\nduree: 2\nquestions:\n  - id: moi.un\n    question: "Quoi ?"\n'


@pytest.fixture
def own(tmp_path):
    (tmp_path / "arbres").mkdir()
    return tmp_path


@pytest.fixture
def never_read(monkeypatch):
    """A shipped tree that is read all the same is told of."""
    monkeypatch.setattr(Library, "read", lambda _, path: pytest.fail(f"{path.name} was read"))


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_catalogue_is_up_to_date():
    path = shipped_folder() / CATALOGUE_FILE
    assert generated()[path] == path.read_text(encoding="utf-8"), "run: python tests/generate.py"


def test_shipped_trees_are_listed_without_being_read(own, never_read):
    assert {one.id for one, _ in listed(own).trees} == set(Library.folders_only().names())


def test_a_tree_of_ones_own_is_read_and_the_others_are_not(own, monkeypatch):
    write(own, "arbres/le-mien.yml", TREE.format(id="le-mien"))
    read, real = [], Library.read
    monkeypatch.setattr(Library, "read", lambda self, path: read.append(path.name) or real(self, path))
    assert next(one for one, _ in listed(own).trees if one.id == "le-mien").title == "À moi"
    assert read == ["le-mien.yml"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "arbres/communs/cloture.yml",
            "fragment: cloture\nquestions:\n  - id: commun.seule\n    question: « Quoi ? »\n",
        ),
        ("taxonomies/difficultes.yml", 'taxonomie: difficultes\ntermes:\n  perso.x: {libelle: "À moi"}\n'),
        ("arbres/a-chaud.yml", TREE.format(id="a-chaud")),
    ],
)
def test_what_changes_a_shipped_tree_makes_it_be_read(own, name, text):
    write(own, name, text)
    library = Library.shipped(own)
    read = {name: library.read(path)[0] for name, path in library.names().items()}
    there = {one.id: one for one, _ in listed(own).trees}
    assert there == {name: card(tree) for name, tree in read.items() if tree is not None}


def test_a_catalogue_of_other_bytes_is_not_believed(own, tmp_path, monkeypatch):
    write(tmp_path, f"livre/{CATALOGUE_FILE}", json.dumps({"octets": 1, "arbres": []}))
    write(tmp_path, "livre/arbres/seul.yml", TREE.format(id="seul"))
    monkeypatch.setattr(catalogue, "shipped_folder", lambda: tmp_path / "livre")
    monkeypatch.setattr("cip_coach.asking.library.shipped_folder", lambda: tmp_path / "livre")
    assert [one.version for one, _ in listed(own).trees] == [7]
