"""A home, a small journal and every command of the table run there, for the tests of what leaks and what is obeyed.

A command that is not named below is run bare: a new one cannot be forgotten.
"""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from manycommands import FAULT, Commands
from notebook import entry, note

from cip_coach.answer import Action, Items, Picked
from cip_coach.commands import TABLE, Entry
from cip_coach.keeping.note import Look, Note, Task
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import note_name

CANARY = "CANARI-7f3a"
TODAY = "2026-11-22"
STRACE = shutil.which("strace") or ""
SOURCES = Path(__file__).parents[1] / "src"
SCENARIOS: dict[tuple[str, ...], list[list[str]]] = {
    ("session",): [
        ["a-chaud", "--personne", "galet", "--reponses", "{canari.yml}"],
        ["a-chaud", "--personne", "galet", "--reponses", "{faux.yml}"],
        ["a-chaud", "--personne", "galet", "--simple"],
        ["--reprendre", "--simple"],
        ["--simple"],
        [],
    ],
    ("review",): [
        [], ["--json"], ["CANARI"], ["--lire", "aaaaaa"], ["--dernier"], ["--hasard"], ["--ce-jour"],
        ["--question", "chaud.bien"], ["--personne", "galet", "--avant-rdv"], ["--csv", "{sortie.csv}"],
        ["--export", "{sortie.md}"], ["--regard", "aaaaaa"], ["--modifier", "aaaaaa"], ["--jeter", "bbbbbb"],
        ["--restaurer", "bbbbbb"], ["--lire", "zzzzzz"], ["--lire", "abimee"], ["--discret"], ["--difficulte", "x"],
    ],
    ("stats",): [[], ["--json"], ["--mots"], ["--csv", "{stats.csv}"], ["--html", "{stats.html}"], ["--vue", "x"]],
    ("pas",): [[], ["--tous"], ["--json"]],
    ("pas", "fait"): [["aaaaaa.1"], ["aaaaaa.9"], ["zzzzzz.1"], ["pas-un-repere"]],
    ("pas", "laisse"): [["aaaaaa.1"]],
    ("pas", "rouvrir"): [["aaaaaa.1"]],
    ("programme", "commencer"): [["cpp", "galet"], ["cpp", "galet"]],
    ("programme", "terminer"): [["galet"], ["inconnu"]],
    ("journal", "sauvegarder"): [["{copie.zip}"], ["{copie.zip}"]],
    ("journal", "restaurer"): [["{copie.zip}"], ["{sortie.md}"]],
    ("journal", "corbeille"): [[], ["--vider"]],
    ("journal", "oublier"): [["inconnu"], ["merle"]],
    ("journal", "purger"): [["--plus-de", "12mois"]],
    ("journal", "renommer"): [["galet", "sureau"], ["sureau", "galet"], ["inconnu", "x"]],
    ("journal", "deplacer"): [["{.}"]],
    ("fiche",): [[], ["aaaaaa"], ["aaaaaa", "--vers", "{fiche.md}", "--relu"]],
    ("dossier", "exemple"): [[], ["aaaaaa"], ["aaaaaa", "--vers", "{exemple.md}", "--relu"]],
    ("questions", "voir"): [["a-chaud"]],
    ("questions", "verifier"): [["a-chaud"]],  # it shows the lines of the trees it is given: never an answers file
    ("questions", "tester"): [["a-chaud"]],
    ("questions", "essayer"): [["a-chaud", "--simple"]],
}  # fmt: skip
"""What each command is run with; a name in braces is a file that its user names."""

ANSWERS = f"""\
chaud.scene: "{CANARY} une scène"
chaud.bien: "{CANARY} ce qui a bien marché"
"""
WRONG = f"""\
chaud.scene: "{CANARY} une scène"
chaud.meteo: "{CANARY} impossible"
{CANARY}: inconnu
chaud.bien: [{CANARY}
"""


@dataclass
class Run:
    """One command that was run: what it was given, what it said and changed, what strace saw of it."""

    words: tuple[str, ...]
    pid: int
    code: int
    out: str
    err: str
    changed: list[str]
    trace: str = ""


@dataclass
class World:
    """A home, a journal and a folder of the user's own files; the commands run there."""

    root: Path
    traced: bool = True
    runs: list[Run] = field(default_factory=list)
    commands: Commands | None = None
    secret: str = ""
    """The passphrase of a vault: then each command sits at a terminal, where it may ask it."""
    fault: str = ""
    """What an exception says that opening a note raises; none when empty."""

    @property
    def journal(self) -> Path:
        return self.root / "journal"

    @property
    def named(self) -> Path:
        """Where the files lie that the user names herself."""
        return self.root / "a-moi"

    def environment(self) -> dict[str, str]:
        places = {
            "HOME": "maison", "TMPDIR": "temporaire", "XDG_CONFIG_HOME": "xdg/config", "XDG_DATA_HOME": "xdg/data",
            "XDG_STATE_HOME": "xdg/state", "XDG_CACHE_HOME": "xdg/cache", "XDG_RUNTIME_DIR": "xdg/run",
        }  # fmt: skip
        for place in places.values():
            (self.root / place).mkdir(parents=True, exist_ok=True)
        own = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(SOURCES)}
        plain = {"PYTHONDONTWRITEBYTECODE": "1", "EDITOR": "tee", "VISUAL": "tee", "PAGER": "tee"}
        broken = {FAULT: self.fault} if self.fault else {}
        return own | plain | broken | {key: str(self.root / place) for key, place in places.items()}

    def run(self, *words: str, typed: str = "") -> Run:
        if self.commands is None:
            self.commands = Commands(self.environment(), self.root / "maison", self.watch())
        filled = [re.sub(r"\{(.*)\}", lambda found: str(self.named / found[1]), word) for word in words]
        before = self.photograph()
        line = [*filled, "--journal", str(self.journal), "--aujourd-hui", TODAY]
        said = self.commands.run(line, typed, terminal=bool(self.secret), secret=self.secret)
        after = self.photograph()
        changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
        self.runs.append(Run(words, int(said["pid"]), int(said["code"]), str(said["out"]), str(said["err"]), changed))
        return self.runs[-1]

    def watch(self) -> tuple[str, ...]:
        calls = "trace=network,execve,openat,creat,rename,renameat2,mkdir" + ",write" * bool(self.secret)
        log = str(self.root / "trace")
        return (
            (STRACE, "-f", "--seccomp-bpf", "-qq", "-y", "-s", "100000", "-o", log, "-e", calls)
            if STRACE and self.traced
            else ()
        )

    def end(self) -> None:
        """No more commands; what strace saw goes to the run it belongs to."""
        if self.commands is not None:
            self.commands.end()
        if (log := self.root / "trace").exists():
            lines = log.read_text("utf-8", "replace").splitlines()
            log.unlink()
            for run in self.runs:
                run.trace = "\n".join(line for line in lines if line.startswith(f"{run.pid} "))
            pids = {str(run.pid) for run in self.runs}
            rest = "\n".join(line for line in lines if line.partition(" ")[0] not in pids)
            self.runs.append(Run(("(imports)",), 0, 0, "", "", [], rest))

    def photograph(self) -> dict[str, bytes]:
        """Every file of the journal, byte for byte."""
        return {
            path.relative_to(self.journal).as_posix(): path.read_bytes()
            for path in self.journal.rglob("*")
            if path.is_file()
        }

    def keep(self, one: Note, text: str = "") -> None:
        head = one.head
        path = self.journal / str(head.day.year) / note_name(head.day, head.begun, head.tree, head.id)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_text(text or render(one), "utf-8")

    def outside(self) -> Iterator[Path]:
        """Every file that is neither in the journal nor among those the user named."""
        for path in self.root.rglob("*"):
            if path.is_file() and not path.is_relative_to(self.journal) and not path.is_relative_to(self.named):
                yield path


def a_note(note_id: str, words: str, **more: object) -> Note:
    """A note whose every text holds `words`."""
    steps = (Task(f"{words} un pas"),)
    return note(
        note_id,
        "2026-11-20",
        entry("chaud.scene", f"{words} la scène"),
        entry("chaud.bien", f"{words} bien"),
        entry("chaud.besoins", Items((f"{words} un", f"{words} deux"))),
        entry(
            "chaud.difficultes", Picked(("autre1",), (f"{words} autre",), f"{words} précision"), kind="choix_multiple"
        ),
        entry("chaud.pas", Action(f"{words} un pas"), tasks=steps),
        looks=(Look(note("x", "2026-11-21").head.day, f"{words} un regard"),),
        **more,
    )


def begun(root: Path, *, traced: bool = True) -> World:
    world = World(root, traced)
    world.named.mkdir()
    world.journal.mkdir(mode=0o700)
    (world.journal / ".cip-coach.yml").write_text("format: 1\njournal: essai\netat: ouvert\n", "utf-8")
    (world.named / "canari.yml").write_text(ANSWERS, "utf-8")
    (world.named / "faux.yml").write_text(WRONG, "utf-8")
    world.keep(a_note("aaaaaa", CANARY))
    world.keep(a_note("bbbbbb", CANARY, person="merle"))
    damaged = world.journal / "2026" / "2026-11-19_1000_a-chaud_abimee.md"
    damaged.write_text(
        f"---\ncip_coach: 1\nid: abimee\nstatut: clos\n{CANARY}: [{CANARY}\n---\n# {CANARY}\n", "utf-8"
    )
    (world.journal / "2026" / f"2026-11-18_1000_a-chaud_{'x' * 6}.md").write_bytes(f"{CANARY} é".encode("latin-1"))
    return world


def leaves(entries: tuple[Entry, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for one in entries:
        if one.module:
            yield (*above, one.name)
        yield from leaves(one.children, (*above, one.name))


def sweep(world: World, typed: str = "") -> World:
    """Run every command of the table, with each of its scenarios."""
    for name in leaves(TABLE):
        for more in SCENARIOS.get(name, [[]]):
            world.run(*name, *more, typed=typed)
    world.end()
    return world
