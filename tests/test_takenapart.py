"""The shipped trees taken apart say what YAML says of their texts, and serve for those very texts only."""

import pytest
from generate import generated, tree_files

from cip_coach import plainyaml
from cip_coach.asking import takenapart
from cip_coach.asking.library import shipped_folder
from cip_coach.asking.lock import LOCK_FILE
from cip_coach.plainyaml import Mapping, Scalar, Sequence

FILES = {path.name: path for path in (*tree_files(), shipped_folder() / LOCK_FILE)}


def placed(value):
    """A value with all its places."""
    if isinstance(value, Scalar):
        return str(value), value.line, value.column, value.plain
    below = [part for pair in value.pairs() for part in pair] if isinstance(value, Mapping) else value
    assert isinstance(value, Mapping | Sequence)
    return type(value).__name__, value.line, value.column, [placed(part) for part in below]


@pytest.fixture
def no_yaml(monkeypatch):
    monkeypatch.setattr(plainyaml, "read", lambda text: pytest.fail("YAML was read"))


def test_they_are_up_to_date():
    path = shipped_folder() / takenapart.APART_FILE
    assert generated()[path] == path.read_text(encoding="utf-8"), "run: python tests/generate.py"


@pytest.mark.parametrize("name", FILES)
def test_each_is_what_its_text_says_at_the_same_places(name):
    text = FILES[name].read_text(encoding="utf-8")
    assert placed(takenapart.read(text)) == placed(plainyaml.read(text))


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_text_needs_no_yaml(name, no_yaml):
    assert takenapart.read(FILES[name].read_text(encoding="utf-8"))


def test_any_other_text_is_read():
    text = FILES["a-chaud.yml"].read_text(encoding="utf-8").replace("chaud", "froid", 1)
    assert placed(takenapart.read(text)) == placed(plainyaml.read(text))


@pytest.mark.parametrize("kept", [None, b"", b"\xff", b"00000000-0 []\n"])
def test_without_a_file_they_are_read(kept, tmp_path, monkeypatch):
    text = FILES["a-chaud.yml"].read_text(encoding="utf-8")
    if kept is not None:
        (tmp_path / takenapart.APART_FILE).write_bytes(kept)
    monkeypatch.setattr(takenapart, "shipped_folder", lambda: tmp_path)
    assert placed(takenapart.read(text)) == placed(plainyaml.read(text))
