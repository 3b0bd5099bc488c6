"""What each command may load: asserted on the modules of a fresh process, never on the time it takes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from notebook import entry, note

from cip_coach.keeping.render import render

HEAVY = frozenset(
    {"typer", "rich", "questionary", "prompt_toolkit", "yaml", "snowballstemmer", "pydantic", "asyncio", "ssl"}
)
"""The packages that cost more than all of ours; each command loads only those named beside it."""
ASKING = "cip_coach.asking.treefile"
"""The language of trees: dozens of small classes."""
IDENTIFIERS = "cip_coach.identifiers"
"""Patterns that take as long to prepare as Python to start."""

LOADED = "import sys; from cip_coach.__main__ import main; code = main(); "
LOADED += "print(); print(code, *(name for name, module in sys.modules.items() if module is not None))"


def loaded(home: Path, *arguments: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    process = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8", "PATH": ""},
        check=True,
    )
    code, *modules = process.stdout.splitlines()[-1].split(" ")
    assert code == "0", process.stderr
    return set(modules)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = tmp_path / "journal"
    (folder / "2026").mkdir(parents=True)
    (folder / ".cip-coach.yml").write_text("format: 1\njournal: k7f3qd\netat: ouvert\n", encoding="utf-8")
    kept = note("k7f3qd", "2026-11-20", entry("chaud.scene", "Un sourire."))
    (folder / "2026" / "2026-11-20_1405_a-chaud_k7f3qd.md").write_text(render(kept), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("command", "heavy"),
    [
        (("--version",), ()),
        (("--help",), ("typer",)),
        (("review", "--help"), ("typer",)),
        (("journal", "chemin"), ()),
        (("review",), ()),
        (("review", "sourire"), ()),
        (("review", "--lire", "k7f3qd"), ()),
        (("review", "--json"), ()),
        (("pas",), ()),
        (("stats",), ()),
        (("stats", "--json"), ()),
        (("questions", "lister"), ()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_command_loads_no_heavy_package_but_those_it_needs(
    tmp_path: Path, journal: Path, command: tuple[str, ...], heavy: tuple[str, ...]
) -> None:
    reads = command[0] in ("review", "pas", "stats") and "--help" not in command
    found = loaded(tmp_path, *command, *(("--journal", str(journal)) if reads else ()))
    assert found & HEAVY == set(heavy)


def test_the_version_loads_nothing_of_ours_but_the_door(tmp_path: Path) -> None:
    found = loaded(tmp_path, "--version")
    assert {name for name in found if name.startswith("cip_coach")} == {"cip_coach", "cip_coach.__main__"}
    assert "typer" not in found


def test_the_help_loads_no_command(tmp_path: Path) -> None:
    found = loaded(tmp_path, "--help")
    assert not any(name.startswith("cip_coach.keeping") for name in found)
    assert "cip_coach.commands.review" not in found


@pytest.mark.parametrize("command", [("review",), ("pas",), ("stats",)], ids=" ".join)
def test_reading_knows_neither_the_language_of_trees_nor_what_identifies_somebody(
    tmp_path: Path, journal: Path, command: tuple[str, ...]
) -> None:
    found = loaded(tmp_path, *command, "--journal", str(journal))
    assert not found & {ASKING, IDENTIFIERS, "secrets"}


def test_what_a_list_of_notes_does_without(tmp_path: Path, journal: Path) -> None:
    found = loaded(tmp_path, "review", "--journal", str(journal))
    assert not found & {"json", "hashlib", "cip_coach.plainyaml", "cip_coach.reading.overtime"}


def test_a_neutral_code_prepares_no_pattern(tmp_path: Path) -> None:
    seen = "from cip_coach import codes; import sys; codes.looks_personal('galet'); "
    seen += f"sys.exit({IDENTIFIERS!r} in sys.modules)"
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": ""}
    assert subprocess.run([sys.executable, "-c", seen], env=environment, check=False).returncode == 0


def test_a_command_below_another_does_without_it(tmp_path: Path) -> None:
    found = loaded(tmp_path, "journal", "chemin")
    assert not any(name.startswith("cip_coach.keeping") for name in found)
    assert "cip_coach.commands.journal" not in found


def test_the_list_of_trees_needs_neither_their_language_nor_notes(tmp_path: Path) -> None:
    found = loaded(tmp_path, "questions", "lister")
    assert not found & {ASKING, "cip_coach.asking.tree", "cip_coach.keeping.parse"}


def test_what_ends_a_session_is_not_there_when_it_begins() -> None:
    begins = "import sys; from cip_coach.commands import sitting; from cip_coach.terminal import lighter, fields_pick, full"
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": ""}
    code = f"{begins}; print(*(name for name, module in sys.modules.items() if module is not None))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    found = set(ran.stdout.split())
    assert "questionary" in found
    assert not found & {"typer", "rich", "yaml", "ssl", "hashlib", "secrets"}
    ours = {
        "terminal.recap",
        "terminal.simple",
        "reading.ticks",
        "keeping.render",
        "keeping.vault",
        "commands.lastlook",
    }
    assert not found & {f"cip_coach.{name}" for name in ours}
