"""The taxonomies ready made say what reading their files would say, and are believed only for those very files."""

import shutil

import pytest
from generate import generated

from cip_coach.asking import readymade, taxonomyfile
from cip_coach.asking.library import SUFFIX, TAXONOMIES, Library, shipped_folder

NAMES = sorted(path.name for path in (shipped_folder() / TAXONOMIES).glob(f"*{SUFFIX}"))


def text_of(name: str) -> str:
    return (shipped_folder() / TAXONOMIES / name).read_text(encoding="utf-8")


def test_they_are_up_to_date():
    path = shipped_folder() / readymade.READY_FILE
    assert generated()[path] == path.read_text(encoding="utf-8"), "run: python tests/generate.py"


@pytest.mark.parametrize("name", NAMES)
def test_each_is_what_its_file_says(name):
    read, problems = taxonomyfile.read_taxonomy(text_of(name), name)
    assert not problems
    assert readymade.ready(shipped_folder(), name, text_of(name)) == read


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_was_changed_is_read(name):
    assert readymade.ready(shipped_folder(), name, f"{text_of(name)}\n") is None


@pytest.mark.parametrize("kept", [None, "", "[]", '{"difficultes.yml": {}}', '{"difficultes.yml": {"octets": 1}}'])
def test_without_a_file_ready_made_they_are_read(kept, tmp_path):
    shutil.copytree(shipped_folder() / TAXONOMIES, tmp_path / TAXONOMIES)
    if kept is not None:
        (tmp_path / readymade.READY_FILE).write_text(kept, encoding="utf-8")
    assert readymade.ready(tmp_path, "difficultes.yml", text_of("difficultes.yml")) is None


def test_the_shelves_are_the_same_either_way(monkeypatch):
    quick = Library.shipped().vocabulary
    monkeypatch.setattr(readymade, "ready", lambda *_: None)
    assert Library.shipped().vocabulary == quick
    assert list(Library.shipped().vocabulary["difficultes"].terms) == list(quick["difficultes"].terms)
