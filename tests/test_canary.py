"""Nothing leaks, nothing is obeyed: every command run with canaries in the answers, and watched from outside.

A small journal whose every text holds a canary is given to each command of the
table (a command that is not named below is run bare). Whatever lies outside the
journal is then searched to the last byte, what failing commands say too; where
strace exists, every file opened for writing and every network call is looked at.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from notebook import entry, note

from cip_coach.answer import Action, Items, Picked
from cip_coach.cli import build
from cip_coach.commands import TABLE, Entry
from cip_coach.commands.mounting import mount
from cip_coach.keeping.note import Look, Note, Task
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import note_name

CANARY = "CANARI-7f3a"
TODAY = "2026-11-22"
STRACE = shutil.which("strace") or ""
SOURCES = Path(__file__).parents[1] / "src"
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\U000e0000-\U000e007f]"
)
"""What may never reach a pipe: controls, direction marks, tags (the line end stays)."""

PAYLOADS = (
    "\x1b[31mrouge\x1b[2J", "\x1b]8;;http://exemple.fr\x07lien\x1b]8;;\x07", "\x1b]52;c;Q0FOQVJJ\x07",
    "\x1bP1$r\x1b\\", "\x9b31m", "\x9d52;c;QQ==\x9c", "\u202eelbane\u202c", "\u2066x\u2069",
    "\U000e0041\U000e0042", "\x07\x08\x7f", "\x1b_x\x1b\\",
)  # fmt: skip

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
    """One command that was run: what it was given, what it said, what strace saw of it."""

    words: tuple[str, ...]
    code: int
    out: str
    err: str
    trace: str = ""


@dataclass
class World:
    """A home, a journal and a folder of the user's own files; the commands run there."""

    root: Path
    traced: bool = True
    runs: list[Run] = field(default_factory=list)

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
        return own | plain | {key: str(self.root / place) for key, place in places.items()}

    def run(self, *words: str, typed: str = "") -> Run:
        filled = [re.sub(r"\{(.*)\}", lambda found: str(self.named / found[1]), word) for word in words]
        log = self.root / "trace"
        watch = [
            STRACE,
            "-f",
            "-qq",
            "-y",
            "-o",
            str(log),
            "-e",
            "trace=network,execve,openat,creat,rename,renameat2,mkdir",
        ]
        done = subprocess.run(
            [
                *watch,
                sys.executable,
                "-m",
                "cip_coach",
                *filled,
                "--journal",
                str(self.journal),
                "--aujourd-hui",
                TODAY,
            ],
            input=typed.encode(),
            capture_output=True,
            env=self.environment(),
            cwd=self.root / "maison",
            timeout=120,
            check=False,
        )
        trace = log.read_text("utf-8", "replace") if log.exists() else ""
        log.unlink(missing_ok=True)
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        self.runs.append(Run(tuple(words), done.returncode, out, err, trace))
        return self.runs[-1]

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


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Every command, run on canaries."""
    world = begun(tmp_path_factory.mktemp("balayage"))
    for name in leaves(TABLE):
        for more in SCENARIOS.get(name, [[]]):
            world.run(*name, *more, typed=f"{CANARY} tapé\n" * 3)
    return world


def test_every_command_is_swept_and_some_of_each_fate(swept: World) -> None:
    assert {run.words[: len(name)] for run in swept.runs for name in leaves(TABLE)} >= set(leaves(TABLE))
    assert {0, 1, 2} <= {run.code for run in swept.runs}
    assert CANARY in "".join(run.out for run in swept.runs), "the canaries were never read"
    written = b"".join(path.read_bytes() for path in swept.journal.rglob("*.md"))
    assert f"{CANARY} tapé".encode() in written, "no typed canary was ever kept"


def test_no_command_ends_on_a_mistake_of_ours(swept: World) -> None:
    assert [(run.words, run.err) for run in swept.runs if run.code == 70] == []


def test_no_byte_of_an_answer_lies_outside_the_journal(swept: World) -> None:
    assert [path for path in swept.outside() if CANARY.encode() in path.read_bytes()] == []
    assert [path for path in swept.root.rglob("*") if CANARY in path.name] == []


def test_nothing_at_all_is_written_outside_the_journal(swept: World) -> None:
    assert sorted(swept.outside()) == []


def test_nothing_of_an_answer_is_in_what_a_failing_command_says(swept: World) -> None:
    leaking = [(run.words, run.out + run.err) for run in swept.runs if run.code not in (0, 75)]
    assert [(words, said) for words, said in leaking if CANARY in said] == []


def test_nothing_of_an_answer_is_on_stderr_when_nobody_is_there(swept: World) -> None:
    assert [(run.words, run.err) for run in swept.runs if CANARY in run.err and "--simple" not in run.words] == []


def test_masked_views_hold_no_word_of_an_answer(swept: World) -> None:
    masked = [run for run in swept.runs if "--discret" in run.words]
    assert masked
    assert [run.words for run in masked if CANARY in run.out + run.err] == []


strace = pytest.mark.skipif(not STRACE, reason="strace is not on this machine: system calls cannot be watched")
WRITING = re.compile(
    r'(?:openat|creat)\([^"\n]*"(?P<path>[^"\n]*)"[^"\n]*(?:O_WRONLY|O_RDWR|O_CREAT).*= (?P<result>-?\d+)'
)
MAKING = re.compile(r'(?:mkdir|rename\w*)\(.*"(?P<path>[^"\n]*)"[^"\n]*= 0')


@strace
def test_the_trace_sees_what_it_should(swept: World) -> None:
    """A watch that sees nothing proves nothing."""
    whole = "".join(run.trace for run in swept.runs)
    assert all("execve(" in run.trace for run in swept.runs)
    assert str(swept.journal) in "".join(found["path"] for found in WRITING.finditer(whole))


@strace
def test_no_command_makes_a_network_call(swept: World) -> None:
    calls = re.compile(r"\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg|recvfrom|recvmsg|getsockopt)\(.*")
    assert [(run.words, calls.findall(run.trace)) for run in swept.runs if calls.search(run.trace)] == []


@strace
def test_no_file_is_opened_for_writing_outside_the_journal(swept: World) -> None:
    allowed = (str(swept.journal), str(swept.named), "/dev/null", "/dev/tty", "/dev/pts")
    seen = [
        (run.words, found["path"])
        for run in swept.runs
        for pattern in (WRITING, MAKING)
        for found in pattern.finditer(run.trace)
        if not found["path"].startswith(allowed) and not found.groupdict().get("result", "0").startswith("-")
    ]
    assert seen == []


@strace
def test_no_other_program_is_given_a_text(swept: World) -> None:
    programs = [line for run in swept.runs for line in run.trace.splitlines() if "execve(" in line]
    assert [
        line for line in programs if "-m" not in line and not line.rstrip().endswith(")") and " = 0" in line
    ] == []
    assert [line for line in programs if CANARY in line] == []


def test_no_option_and_no_argument_is_made_for_an_answer() -> None:
    """`ps` and the shell's history show them: they take codes, ids, dates, files and the words looked for."""
    fit = {
        "CODE", "DOSSIER", "DATE", "FICHIER", "FICHIER…", "ARBRE", "ID", "REF", "MOT", "MOIS", "NOM", "NOMBRE", "VUE",
        "PERIODE", "PROG", "DUREE", "ANCIEN", "NOUVEAU", "CLE", "VALEUR", "PAGE", "SUJET", "NOTE", "COMPETENCE",
    }  # fmt: skip
    unfit = []
    build()
    for name in leaves(TABLE):
        entry_ = next(one for one in TABLE if one.name == name[0])
        for word in name[1:]:
            entry_ = next(one for one in entry_.children if one.name == word)
        for param in mount(entry_).params:
            metavar = (param.metavar or "").strip("[]")
            closed = getattr(param, "is_flag", False) or getattr(param.type, "choices", None)
            if not closed and metavar and metavar.split(".")[0] not in fit:
                unfit.append((name, metavar))
    assert unfit == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core dumps of this kind")
def test_no_core_dump_may_hold_the_answers() -> None:
    code = (
        "import resource, sys; from cip_coach.cli import main; main(['--help']);"
        "sys.stderr.write(str(resource.getrlimit(resource.RLIMIT_CORE)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        check=True,
    )
    assert ran.stderr == "(0, 0)"


@pytest.mark.pty
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal that pexpect can drive")
def test_a_full_screen_session_leaves_nothing_behind_even_with_an_editor_and_a_closed_window(tmp_path: Path) -> None:
    import chaud
    from pseudo_terminal import terminal

    home, journal = tmp_path / "maison", tmp_path / "journal"
    home.mkdir()
    places = {
        name: str(home / name.lower()) for name in ("TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    }
    arguments = ["session", "a-chaud", "--journal", str(journal)]
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "EDITOR": "true", **places}
    with terminal(arguments, home, **quiet) as front:
        chaud.begin(front, "galet")
        chaud.answer(front, chaud.QUESTIONS[0])
        front.see(chaud.QUESTIONS[1].words)
        front.press(f"{CANARY} à moitié", "ctrl-e")
        front.see(chaud.QUESTIONS[1].words, f"{CANARY} à moitié")
        front.press("enter")
        front.see(chaud.QUESTIONS[2].words)
        front.close_window()
        front.end()
    (draft,) = chaud.drafts(journal)
    assert CANARY in draft
    assert [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_relative_to(journal)] == []
    assert [path.name for path in journal.rglob("*.tmp*")] == []


# What a note may hold against the terminal of its reader

READING = (
    ["review"], ["review", "--json"], ["review", "mot"], ["review", "--lire", "aaaaaa"], ["review", "--dernier"],
    ["review", "--question", "chaud.bien"], ["review", "--personne", "galet", "--avant-rdv"], ["stats"],
    ["stats", "--json"], ["stats", "--mots"], ["pas"], ["pas", "--json"], ["journal"], ["journal", "verifier"],
    ["journal", "verifier", "--json"], ["journal", "corbeille"], ["journal", "oublier", "galet"], ["fiche", "aaaaaa"],
    ["dossier"], ["session", "--simple"], ["programme"],
)  # fmt: skip


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A journal where every place that text can reach holds every payload; the reading commands, run on it."""
    world = begun(tmp_path_factory.mktemp("charges"), traced=False)
    payload = " mot ".join(PAYLOADS)
    escaped = "".join(f"\\U{ord(char):08x}" for char in payload)
    whole = render(a_note("aaaaaa", "CHARGE"))
    world.keep(a_note("aaaaaa", ""), whole.replace("CHARGE", payload).replace("# À chaud", f"# {payload} À chaud"))
    quoted = render(a_note("cccccc", "x")).replace("personne: galet", f'personne: "{escaped}"')
    world.keep(a_note("cccccc", ""), quoted.replace("arbre: a-chaud", f'arbre: "{escaped}"'))
    world.keep(
        a_note("dddddd", ""), whole.replace("aaaaaa", "dddddd").replace("statut: clos", f'statut: "{escaped}"')
    )
    key = whole.replace("aaaaaa", "eeeeee").replace("version: 1", f'"{escaped}": 1\nversio: "{escaped}"')
    world.keep(a_note("eeeeee", ""), key)
    if sys.platform != "win32":
        (
            world.journal / "2026" / f"2026-11-17_1000_{PAYLOADS[0]}{PAYLOADS[4]}{PAYLOADS[6]}.md".replace("/", "")
        ).write_text("x")
    (world.journal / "corbeille").mkdir(mode=0o700)
    (world.journal / "corbeille" / "2026-11-17_1000_a-chaud_ffffff.md").write_text(
        quoted.replace("cccccc", "ffffff"), "utf-8"
    )
    (world.journal / "programmes.yml").write_text(
        f'format: 1\nsuivis:\n  - code: "{escaped}"\n    programme: cpp\n    debut: 2026-01-01\n', "utf-8"
    )
    for words in READING:
        world.run(*words)
    return world


def test_no_byte_of_a_note_acts_on_the_terminal(poisoned: World) -> None:
    assert "mot" in "".join(run.out for run in poisoned.runs), "the payloads were never read"
    acting = [
        (run.words, stream, [ascii(char) for char in ACTING.findall(said)])
        for run in poisoned.runs
        for stream, said in (("stdout", run.out), ("stderr", run.err))
        if ACTING.search(said)
    ]
    assert acting == []


def test_no_payload_makes_a_command_fall(poisoned: World) -> None:
    assert [(run.words, run.err) for run in poisoned.runs if run.code == 70] == []
