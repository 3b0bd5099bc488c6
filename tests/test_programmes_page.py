"""docs/programmes.md: every example in it works as it is printed, every screen shown is the one given."""

import re
from pathlib import Path

import pytest
from replays import Replays

from cip_coach.asking import programmefile
from cip_coach.commands import TABLE

PAGE = (Path(__file__).parents[1] / "docs/programmes.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"<!-- (?P<sort>exemple|faute|réponse|écran) : (?P<name>[\w-]+) -->\n```(?:yaml)?\n(?P<text>.*?)```", re.DOTALL
)
BLOCKS = {(found["sort"], found["name"]): found["text"] for found in BLOCK.finditer(PAGE)}
DAY = "2026-10-27"
FOUR = (
    ("2026-10-05", "cpp-accueil"),
    ("2026-10-09", "cpp-situation"),
    ("2026-10-14", "cpp-exploration"),
    ("2026-10-19", "cpp-cristallisation"),
)


def named(sort: str) -> list[str]:
    return [name for kind, name in BLOCKS if kind == sort]


def plain(said: str) -> str:
    return said.replace("\u00a0", " ")


def test_no_block_of_yaml_escapes_the_tests() -> None:
    assert PAGE.count("```yaml") == len(named("exemple")) + len(named("faute"))


@pytest.mark.parametrize("name", named("exemple"))
def test_an_example_is_sound_and_can_be_followed(replays: Replays, name: str) -> None:
    replays.own("programmes/cej.yml", BLOCKS["exemple", name])
    assert replays.run("questions", "verifier", "cej") == (0, "", "1 fichier relu\u00a0: rien à signaler.\n")
    replays.told("programme", "commencer", "cej", "galet", "--le", "2026-10-05", day=DAY)
    replays.session("cpp-accueil", "2026-10-05", person="galet")
    said = replays.told("programme", day=DAY)
    assert "Galet\u00a0: jour 23" in said
    assert "1 rendez-vous noté" in said or "rendez-vous 1 sur 12" in said


@pytest.mark.parametrize("name", named("faute"))
def test_a_fault_is_answered_as_the_page_says(replays: Replays, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(replays.folder)
    (replays.folder / "cej.yml").write_text(BLOCKS["faute", name], encoding="utf-8")
    code, out, _ = replays.run("questions", "verifier", "cej.yml")
    assert (code, plain(out)) == (2, BLOCKS["réponse", name])


def test_the_screen_it_shows_is_the_one_of_that_day(replays: Replays) -> None:
    replays.told("programme", "commencer", "cpp", "érable", "--le", "2026-10-05", day="2026-10-05")
    for day, tree in FOUR:
        replays.session(tree, day, person="érable")
    assert plain(replays.told("programme", day=DAY)) == BLOCKS["écran", "jour-23"]


def test_every_key_is_told() -> None:
    keys = (
        *programmefile.KEYS,
        *programmefile.APPOINTMENT_KEYS,
        *programmefile.IMMERSION_KEYS,
        *programmefile.AVENUE_KEYS,
        *programmefile.STAGE_KEYS,
    )
    assert [key for key in keys if key not in {"version", "source"} and not re.search(rf"\b{key}\b", PAGE)] == []


def test_every_command_it_names_exists_and_every_command_of_programmes_is_named() -> None:
    entry = next(one for one in TABLE if one.name == "programme")
    known = {child.name for child in entry.children}
    assert set(re.findall(r"cip-coach programme (?!--)(\w+)", PAGE)) == known


def test_a_shipped_programme_is_copied_under_another_name_and_opened_from_there(
    replays: Replays, monkeypatch: pytest.MonkeyPatch
) -> None:
    replays.told("questions", "copier", "cpp", "--id", "cej")
    text = (replays.config / "programmes" / "cej.yml").read_text("utf-8")
    assert "\nid: cej\n" in text
    assert "programme.schema.json" in text.partition("\n")[0]
    monkeypatch.setenv("EDITOR", "true")
    assert replays.run("questions", "ouvrir", "cej")[0] == 0
    assert "cej\u00a0:" in replays.told("programme", "lister")
