"""Tab: what may follow is proposed, quickly, by each shell; never a code, and nothing is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cip_coach import cli
from cip_coach.asking.library import Library
from cip_coach.commands import TABLE
from cip_coach.commands.completing import FILES, offers
from cip_coach.terminal.shells import SCRIPTS

TREES = sorted(Library.folders_only().names())


def words(*before: str, typed: str = "") -> list[str] | None:
    found = offers(list(before), typed)
    return None if found is None else sorted(word for word, _ in found if word.startswith(typed))


def test_commands_and_their_children_are_proposed_with_their_purpose():
    assert offers([], "") == [(entry.name, entry.purpose) for entry in TABLE]
    for entry in TABLE:
        if entry.children:
            assert offers([entry.name], "") == [(child.name, child.purpose) for child in entry.children]


@pytest.mark.parametrize(
    "before", ["session", "questions voir", "review --arbre", "session --date hier", "demo -- session"]
)
def test_trees_are_proposed_where_one_is_wanted(before):
    assert words(*before.split()) == TREES


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.name)
def test_every_option_of_every_command_is_proposed(entry):
    found = words(entry.name, typed="--") or []
    assert {"--journal", "--simple", "--help"} <= set(found)
    for child in entry.children:
        assert "--journal" in (words(entry.name, child.name, typed="--") or [])


def test_an_option_is_proposed_once():
    assert "--personne" not in (words("session", "--personne", "galet", typed="--") or [])


@pytest.mark.parametrize(
    "before",
    ["review --personne", "programme terminer", "programme commencer cpp", "journal oublier", "pas fait", "review"],
)
def test_a_code_a_note_or_a_word_is_never_proposed(before):
    assert words(*before.split()) == []


@pytest.mark.parametrize("before", ["session --reponses", "review --csv", "session --journal", "questions verifier"])
def test_files_are_left_to_the_shell(before):
    assert words(*before.split()) is None


@pytest.mark.parametrize("before", ["xyzzy", "xyzzy session", "session a-chaud", "--version"])
def test_a_line_without_a_continuation_has_none(before):
    assert words(*before.split()) == []


@pytest.mark.parametrize(
    ("before", "some"),
    [("programme commencer", "cpp"), ("aide", "touches"), ("reglages changer", "affichage"), ("completion", "zsh")],
)
def test_the_other_closed_lists_are_proposed(before, some):
    assert some in (words(*before.split()) or [])


def test_the_scripts_are_printed_and_nothing_is_installed(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for shell, script in SCRIPTS.items():
        assert cli.run(["completion", shell]) == 0
        assert capsys.readouterr().out == script
    assert list(tmp_path.iterdir()) == []


# From the shells themselves


@pytest.fixture
def surroundings(tmp_path) -> dict[str, str]:
    """A home with nothing in it, and the program on the path."""
    program = tmp_path / "bin" / "cip-coach"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cip_coach "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "home").mkdir()
    return {"HOME": str(tmp_path / "home"), "PATH": f"{program.parent}:{os.environ['PATH']}", "LANG": "C.UTF-8"}


def said(shell: str, line: str, environment: dict[str, str]) -> list[str]:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    ran = subprocess.run(
        [shell, "-c", line], capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False
    )
    assert ran.stderr == ""
    return ran.stdout.splitlines()


def test_bash_proposes(surroundings, tmp_path):
    line = (
        SCRIPTS["bash"]
        + "COMP_WORDS=(cip-coach session guide-r) COMP_CWORD=2; _cip_coach; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    assert said("bash", line, surroundings) == ["guide-relation"]
    assert list((tmp_path / "home").iterdir()) == []


def test_fish_proposes(surroundings):
    line = SCRIPTS["fish"] + 'complete -C "cip-coach session guide-r"'
    assert said("fish", line, surroundings) == ["guide-relation\tMa relation avec la personne"]


def test_zsh_understands_its_script(surroundings):
    assert said("zsh", "autoload -U compinit; compinit -D; " + SCRIPTS["zsh"], surroundings) == []


@pytest.mark.parametrize(("words", "code"), [("--mot=rev", 0), ("--mot= session --reponses", FILES), ("", 0)])
def test_the_answer_to_a_shell_imports_little_and_writes_nothing(tmp_path, words, code):
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cip_coach", "--completer", *words.split()],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"HOME": str(tmp_path)},
        timeout=60,
        check=False,
    )
    assert ran.returncode == code
    if words == "--mot=rev":
        assert ran.stdout == f"review\t{next(entry.purpose for entry in TABLE if entry.name == 'review')}\n"
        assert "typer" not in ran.stderr
    assert list(Path(tmp_path).iterdir()) == []
