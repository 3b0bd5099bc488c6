"""docs/ecrire-un-arbre.md: every example in it works as it is printed, every answer shown is the one given."""

import os
import re
from pathlib import Path

import pytest
import tutorial_walk as walk
from questionsdesk import QuestionsDesk, desk

from cip_coach.asking.tree import Kind
from cip_coach.asking.treefile import MOMENTS
from cip_coach.commands import TABLE

PAGE = (Path(__file__).parents[1] / "docs/ecrire-un-arbre.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"<!-- (?P<sort>exemple|faute|réponse|essais) : (?P<name>[\w-]+) -->\n```(?:yaml)?\n(?P<text>.*?)```", re.DOTALL
)
BLOCKS = {(found["sort"], found["name"]): found["text"] for found in BLOCK.finditer(PAGE)}


def named(sort: str) -> list[str]:
    return [name for kind, name in BLOCKS if kind == sort]


@pytest.fixture
def ask(tmp_path, monkeypatch, capsys) -> QuestionsDesk:
    return desk(tmp_path, monkeypatch, capsys)


def test_no_block_of_yaml_escapes_the_tests():
    assert PAGE.count("```yaml") == sum(sort != "réponse" for sort, _ in BLOCKS)
    assert named("exemple") == ["trois-lignes", "entete", "oui-non", "choix", "quand", "boucle", "renomme"]


@pytest.mark.parametrize("name", named("exemple"))
def test_an_example_is_sound_and_can_be_answered(ask, name):
    ask.shelve("arbres/mon-arbre.yml", BLOCKS["exemple", name])
    checked = ask("verifier", "mon-arbre")
    assert (checked.code, checked.out) == (0, "")
    assert checked.err == "1 fichier relu\u00a0: rien à signaler.\n"
    assert ask("parcours", "mon-arbre").code == 0
    assert ask("voir", "mon-arbre").code == 0
    tried = ask("essayer", "mon-arbre", "--simple", typed="\n" * 60)
    assert tried.code == 0
    assert tried.lines[-1].endswith("Fin de l’essai. Rien n’a été écrit.")


@pytest.mark.parametrize("name", named("faute"))
def test_a_fault_is_answered_as_the_page_says(ask, name):
    ask.write("mon-arbre.yml", BLOCKS["faute", name])
    said = ask("verifier", "mon-arbre.yml")
    assert said.code == 2
    assert said.out.replace("\u00a0", " ") == BLOCKS["réponse", name]


@pytest.mark.parametrize("name", named("essais"))
def test_the_scenarios_hold(ask, name):
    ask.write("mon-arbre.yml", BLOCKS["exemple", name])
    ask.write("mon-arbre.essais.yml", BLOCKS["essais", name])
    said = ask("tester", "mon-arbre.yml")
    assert said.code == 0
    assert "1 arbre, 2 essais" in said.err


def test_every_type_and_every_moment_is_named():
    assert {kind.value for kind in Kind} <= set(re.findall(r"`(\w+)`", PAGE))
    assert {*MOMENTS} <= set(re.findall(r"`(\w+)`", PAGE))


def test_every_command_it_names_exists_and_every_command_is_named():
    entry = next(one for one in TABLE if one.name == "questions")
    known = {child.name for child in entry.children}
    assert set(re.findall(r"cip-coach questions (\w+)", PAGE)) == known


@pytest.mark.skipif(os.name == "nt", reason="the editor of this test is a shell script")
def test_who_follows_it_sees_what_the_other_page_shows(ask):
    """`CIP_COACH_RECOPIER=1` writes docs/premier-arbre.md again."""
    page = walk.PAGE.read_text(encoding="utf-8")
    shown = walk.followed(ask, page)
    if os.environ.get("CIP_COACH_RECOPIER"):
        walk.PAGE.write_text(shown, encoding="utf-8")
    assert shown == walk.PAGE.read_text(encoding="utf-8")
