"""The rules of the house, read off the imports: arrows point one way, and each outside thing has one door."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cip_coach

ROOT = Path(cip_coach.__file__).parent
PACKAGE = "cip_coach"
MODULES = {
    ".".join((PACKAGE, *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
MOST_LINES = 300

BASE = {
    "",
    "problem",
    "answer",
    "text",
    "plainyaml",
    "yamltraps",
    "shape",
    "vocabulary",
    "frenchdate",
    "dategrammar",
    "paths",
}
BASE |= {"privacy", "identifiers", "commonnames", "codes"}  # what a text or a code may tell of somebody: pure
BASE |= {"passphrase", "frozen", "patterns", "quiet", "spreading"}
MAY_USE = {
    "base": {"base"},
    "asking": {"base", "asking"},
    "keeping": {"base", "keeping"},
    "reading": {"base", "keeping", "reading"},
    "carrying": {"base", "keeping", "reading", "carrying"},
    "meeting": {"base", "asking", "keeping", "meeting"},
    "terminal": {"base", "asking", "keeping", "reading", "meeting", "terminal"},
    "commands": {"base", "asking", "keeping", "reading", "carrying", "meeting", "terminal", "commands"},
    "front door": {"base", "terminal", "commands", "front door"},
}
MEETING = {"walkthrough", "snapshot", "settings"}
FRONT_DOOR = {"cli", "__main__"}

DOORS = {
    "yaml": {"plainyaml"},
    "pyrage": {"keeping"},
    "rich": {"terminal"},
    "questionary": {"terminal"},
    "prompt_toolkit": {"terminal"},
    "typer": {"cli", "commands"},
    "platformdirs": {"commands"},
    "secrets": set(),
    "random": {"commands"},
    "tempfile": {"commands.demo"},  # nothing true is ever put there
    "pickle": {"spreading"},  # from a copy of the process to itself, through a pipe: never from a file
}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc", "requests", "httpx"}
WRITERS = {
    "write_text",
    "write_bytes",
    "mkdir",
    "unlink",
    "rename",
    "rmdir",
    "symlink_to",
    "touch",
    "makedirs",
    "fdopen",
}


def floor(module: str) -> str:
    """The floor of the house on which a module lives."""
    parts = module.split(".")[1:]
    head = parts[0] if parts else ""
    if head in FRONT_DOOR:
        return "front door"
    if head in MEETING:
        return "meeting"
    return "base" if head in BASE else head


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            deeper = [f"{node.module}.{name.name}" for name in node.names]
            yield from (name if name in MODULES else node.module for name in deeper)


OURS = {
    module: {name for name in imports(path) if name.split(".")[0] == PACKAGE and name != module}
    for module, path in MODULES.items()
}


@pytest.mark.parametrize("module", MODULES)
def test_arrows_point_one_way(module: str) -> None:
    bent = {name for name in OURS[module] if floor(name) not in MAY_USE[floor(module)]}
    assert not bent


def test_no_circle() -> None:
    settled: set[str] = set()
    waiting = {module: set(names) for module, names in OURS.items()}
    while ready := {module for module, names in waiting.items() if names <= settled}:
        settled |= ready
        waiting = {module: names for module, names in waiting.items() if module not in ready}
    assert not waiting


@pytest.mark.parametrize("module", MODULES)
def test_each_outside_library_has_one_door(module: str) -> None:
    own = module.removeprefix(f"{PACKAGE}.")
    used = {name.split(".")[0] for name in imports(MODULES[module])}
    assert {name for name in used & set(DOORS) if not {own, own.split(".")[0]} & DOORS[name]} == set()


@pytest.mark.parametrize("module", MODULES)
def test_nothing_speaks_to_a_network(module: str) -> None:
    assert not {name.split(".")[0] for name in imports(MODULES[module])} & NETWORK


@pytest.mark.parametrize("module", MODULES)
def test_a_module_holds_one_idea(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


FILE_KEEPERS = {f"{PACKAGE}.keeping.{name}" for name in ("disk", "temporaries", "clearing")}
ALLOWED = {
    "keeping.intake": {"os.open"},  # reads, with flags that Path.open does not take
    "__main__": {"os.open"},  # the null device, in place of a closed stream
    "cli": {"os.open"},  # the null device, in place of a closed pipe
    "commands.journal_renommer": {"renaming.rename"},  # a code in notes, through disk
    "terminal.editor": {"path.unlink"},  # removes the private file that disk made for the editor
}
MOVERS = {"os.replace", "os.open", "os.link", "shutil.move", "shutil.copy", "shutil.copyfile"}


@pytest.mark.parametrize("module", sorted(set(MODULES) - FILE_KEEPERS))
def test_only_disk_writes_files(module: str) -> None:
    allowed = ALLOWED.get(module.removeprefix(f"{PACKAGE}."), set())
    for name, call in calls(MODULES[module]):
        if name in allowed:
            continue
        last = name.rsplit(".", 1)[-1]
        assert last not in WRITERS, name
        assert name not in MOVERS
        if last == "open":
            modes = [ast.literal_eval(arg) for arg in call.args if isinstance(arg, ast.Constant)]
            assert not any(isinstance(mode, str) and set(mode) & set("wax+") for mode in modes), name


@pytest.mark.parametrize("module", [name for name in MODULES if floor(name) not in ("commands", "front door")])
def test_clock_and_environment_are_passed_in(module: str) -> None:
    used = {name for name, _ in calls(MODULES[module])}
    assert not used & {"datetime.now", "date.today", "time.time", "os.getenv"}
    if floor(module) != "terminal":
        assert "os.environ" not in MODULES[module].read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES)
def test_answers_are_never_taken_through_a_prompt_that_swallows_ctrl_c(module: str) -> None:
    assert not [name for name, _ in calls(MODULES[module]) if name.endswith("question.ask")]
