"""At every system call of the disk's work: killed or refused there, nothing torn, nothing acknowledged lost.

A small program makes a folder, saves a note three times, moves it and removes another one. `strace`
first lists its calls, then plays it again once for each call and each fault. Every trial proves that
its fault fired where it was meant to.
"""

import errno
import itertools
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cip_coach.keeping import disk

pytestmark = pytest.mark.fault

STRACE = shutil.which("strace") or ""
SOURCES = Path(disk.__file__).parents[2]
# With `?`, a call that this machine does not have (ARM has no `rename`) is no error.
TRACED = (
    "trace=writev,?openat,?write,?fsync,?close,?read,?rename,?renameat,?renameat2,"
    "?unlink,?unlinkat,?mkdir,?mkdirat,?fstat,?lstat,?stat,?newfstatat,?statx,?flock"
)

# Looking fails for want of rights or of a disk; a disk without locks is no failure.
LOOKING = dict.fromkeys(("read", "fstat", "lstat", "stat", "newfstatat", "statx"), ("KILL", "EIO", "EACCES"))
FAULTS = {**LOOKING, "flock": ("KILL",)}

# To close a folder that was only locked may fail without harm: nothing was written through it.
FOLDER_CLOSED = re.compile(r"close\(\d+<[^>]*/brouillons>\)")

# What the victim writes: three versions, long enough for several blocks, and a note to throw away.
VERSIONS = [f"version {n}\n".encode() * 3000 for n in (1, 2, 3)]
OTHER = b"autre\n" * 100

VICTIM = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from cip_coach.keeping import disk

journal, acknowledged = Path(sys.argv[2]), os.open(sys.argv[3], os.O_WRONLY | os.O_APPEND)
draft, year, other = journal / "brouillons" / "note.md", journal / "2026", journal / "autre.md"

def say(*words):
    os.writev(acknowledged, [" ".join(map(str, words)).encode() + b"\\n"])  # a call that is never hit

def insist(act, done=lambda: None):
    # What a session does: told of a refusal, it tries again once, with what it knows.
    for last in (False, True):
        try:
            return act()
        except disk.DiskRefused as refusal:
            say("refused", refusal.errno)
            if refusal.done:
                return done()
            if last:
                say("gave up")
                os._exit(0)

say("start")
insist(lambda: disk.make_folder(draft.parent))
seen = None
for number in (1, 2, 3):
    data = f"version {number}\\n".encode() * 3000
    def unsure():
        return insist(lambda: disk.save(draft, data, seen=disk.digest(data)), lambda: disk.digest(data))
    seen = insist(lambda: disk.save(draft, data, seen=seen), unsure)
    say("saved", number)
insist(lambda: disk.make_folder(year))
insist(lambda: disk.move(draft, year / draft.name))
say("moved")
insist(lambda: disk.remove(other))
say("removed")
say("end")
os._exit(0)
"""


@dataclass(frozen=True)
class Trial:
    """One fault (`KILL` or the name of an errno) at the n-th call of a name, `ever` after if wanted."""

    fault: str
    call: str
    rank: int
    ever: bool = False

    def injection(self) -> str:
        """The fault, as strace writes it."""
        fault = "signal=SIGKILL" if self.fault == "KILL" else f"error={self.fault}"
        return f"{self.call}:{fault}:when={self.rank}{'+' if self.ever else ''}"


@dataclass(frozen=True)
class Outcome:
    """What a run leaves: the journal's files, the words acknowledged, the calls since the start."""

    exit_code: int
    files: dict[str, bytes]
    modes: dict[str, int]
    said: list[str]
    calls: list[str]


def play(bench: Path, trial: Trial | None) -> Outcome:
    with TemporaryDirectory(dir=bench) as folder:
        home = Path(folder)
        journal, said, log = home / "journal", home / "said", home / "log"
        said.touch()
        disk.make_folder(journal)
        disk.save(journal / "autre.md", OTHER, seen=None)
        command = [STRACE, "-y", "-o", str(log), "-e", TRACED]
        command += ["-e", f"inject={trial.injection()}"] if trial else []
        command += [sys.executable, "-I", "-S", "-X", f"pycache_prefix={bench / 'cache'}", "-c", VICTIM]
        ran = subprocess.run([*command, str(SOURCES), str(journal), str(said)], capture_output=True)
        files = [path for path in sorted(journal.rglob("*")) if not path.is_dir()]
        return Outcome(
            ran.returncode,
            {str(path.relative_to(journal)): path.read_bytes() for path in files},
            {str(path.relative_to(journal)): stat.S_IMODE(path.stat().st_mode) for path in files},
            said.read_text().splitlines(),
            log.read_text(errors="replace").splitlines(),
        )


def called(line: str) -> str:
    return line.partition("(")[0]


def trials(bench: Path) -> Iterator[Trial]:
    """Every call between "start" and "end" of a run without a fault, with every fault."""
    play(bench, None)  # fills the cache of bytecode, so that all the next runs make the same calls
    calls = play(bench, None).calls
    marks = [n for n, line in enumerate(calls) if called(line) == "writev"]
    ranks: Counter[str] = Counter()
    for n, line in enumerate(calls):
        name = called(line)
        ranks[name] += 1
        if not marks[0] < n < marks[-1] or name == "writev":
            continue
        for fault in FAULTS.get(name, ("KILL", "EIO", "ENOSPC", "EROFS", "EACCES")):
            yield Trial(fault, name, ranks[name])
        if name in ("openat", "write", "fsync", "close") or name.startswith("rename"):
            yield Trial("ENOSPC", name, ranks[name], ever=True)


def losses(trial: Trial, outcome: Outcome) -> list[str]:
    """All that is wrong after the trial, in words."""
    wrong: list[str] = []

    def expect(fact: bool, words: str) -> None:
        if not fact:
            wrong.append(words)

    files, said = dict(outcome.files), outcome.said
    left = {name: files.pop(name) for name in list(files) if name.endswith(".tmp")}
    draft, closed = files.pop("brouillons/note.md", None), files.pop("2026/note.md", None)
    other = files.pop("autre.md", None)
    saved = max((int(word.split()[1]) for word in said if word.startswith("saved")), default=0)
    kept = max((VERSIONS.index(one) + 1 for one in (draft, closed) if one in VERSIONS), default=0)

    # The fault fired, after the start.
    start = next((n for n, line in enumerate(outcome.calls) if called(line) == "writev"), len(outcome.calls))
    if trial.fault == "KILL":
        expect(outcome.exit_code == -signal.SIGKILL, "not killed")
        expect("start" in said and "end" not in said, "killed elsewhere")
    else:
        hits = [n for n, line in enumerate(outcome.calls) if "(INJECTED)" in line]
        expect(bool(hits) and hits[0] > start, "fault not fired")
        if not hits:
            return wrong
        expect(trial.ever or len(hits) == 1, "fired twice")
        told = f"refused {getattr(errno, trial.fault)}" in said
        expect(told or bool(FOLDER_CLOSED.match(outcome.calls[hits[0]])), "fault not told")
        expect(said[-1] == ("gave up" if "gave up" in said else "end"), "did not end by itself")

    # Whole bytes only, and the acknowledged ones are there.
    expect(not files, f"foreign files {list(files)}")
    expect(draft in (None, b"", *VERSIONS) and closed in (None, b"", *VERSIONS), "torn note")
    expect(draft != b"" or saved == 0, "emptied draft")
    expect(closed != b"" or "moved" not in said, "emptied note")
    expect(kept >= saved, "acknowledged save lost")
    expect(kept <= saved + 1, "a save from nowhere")
    expect("moved" not in said or (draft, closed) == (None, VERSIONS[2]), "acknowledged move lost")
    expect(other in (None, OTHER), "torn other note")
    expect(("removed" in said) <= (other is None), "acknowledged removal lost")
    expect(set(outcome.modes.values()) <= {0o600}, "not private")

    # Told of an error, the disk has cleaned behind itself and the second try has passed.
    if trial.fault != "KILL":
        expect(not left, "temporary file left")
        expect(b"" not in (draft, closed), "empty file left")
        expect(trial.ever or "end" in said, "second try refused")
    return wrong


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    if not STRACE:
        pytest.skip("strace is not installed: no fault can be injected at the system calls")
    try:
        probe = subprocess.run([STRACE, "-o", os.devnull, "true"], capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        pytest.skip("strace hangs here")
    if probe.returncode:
        pytest.skip("strace may not trace here (ptrace forbidden)")
    return tmp_path


def test_at_every_call_nothing_is_torn_and_nothing_acknowledged_is_lost(
    bench: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    planned = list(trials(bench))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(lambda trial: play(bench, trial), planned))
    wrong = {
        trial: found for trial, outcome in zip(planned, outcomes, strict=True) if (found := losses(trial, outcome))
    }
    kinds = Counter(trial.fault + "+" * trial.ever for trial in planned)
    record_testsuite_property("disk trials", dict(kinds))
    assert not wrong
    assert len(planned) > 200 and {"KILL", "EIO", "ENOSPC", "EROFS", "EACCES", "ENOSPC+"} == set(kinds)
    assert {"openat", "write", "fsync", "close", "read"} < {trial.call for trial in planned}


# --- two writers on one note


two_processes = pytest.mark.skipif(os.name == "nt", reason="two processes are forked")


def write_a_session(folder: Path, name: str, seen: disk.Digest, blindly: bool) -> None:
    """Fifty answers, each saved in the shared note, or in one's own file once somebody else wrote there."""
    path, text = folder / "note.md", b""
    for number in range(50):
        text += f"{name} {number}\n".encode()
        if blindly:
            path.with_name(name).write_bytes(text)
            path.with_name(name).replace(path)
            continue
        try:
            seen = disk.save(path, text, seen=seen)
        except disk.Changed:
            path = path.with_name(f"note.{name}.md")
            seen = disk.save(path, text, seen=None)


def tick(folder: Path, name: str, seen: disk.Digest, blindly: bool) -> None:
    """Add fifty lines to the shared note, reading it again whenever it has changed."""
    path = folder / "note.md"
    for number in range(50):
        while True:
            text = disk.read(path)
            with suppress(disk.Changed):
                disk.save(path, text + f"{name} {number}\n".encode(), seen=disk.digest(text))
                break


def both(folder: Path, writer: Callable[[Path, str, disk.Digest, bool], None], blindly: bool) -> list[bytes]:
    """Let two processes write at once in one folder; the files they leave."""
    disk.make_folder(folder)
    seen, children = disk.save(folder / "note.md", b"", seen=None), []
    for name in "AB":
        child = os.fork()
        if child == 0:
            status = 1
            try:
                writer(folder, name, seen, blindly)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    return [path.read_bytes() for path in folder.iterdir()]


def lines(name: str) -> list[bytes]:
    return [f"{name} {number}\n".encode() for number in range(50)]


@two_processes
def test_two_sessions_on_one_note_lose_nothing(tmp_path: Path) -> None:
    def lost(folder: str, blindly: bool) -> int:
        kept = both(tmp_path / folder, write_a_session, blindly)
        return sum(b"".join(lines(name)) not in kept for name in "AB")

    assert [lost(f"{n}", blindly=False) for n in range(5)] == [0] * 5
    assert lost("blind", blindly=True) == 1  # what plain renames would have lost


@two_processes
def test_two_windows_that_tick_one_note_lose_no_tick(tmp_path: Path) -> None:
    (kept,) = both(tmp_path / "journal", tick, blindly=False)
    assert sorted(kept.splitlines(keepends=True)) == sorted(lines("A") + lines("B"))


# --- power cuts, replayed


class Platter:
    """What a disk holds for sure, the bytes and the names that were synced, from the calls really made.

    After each call it asks both questions of a power cut: what if nothing more was written, and what
    if the names were written at once, as some disks do, but not the bytes. A rename counts as atomic.
    """

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.serials: dict[int, int] = {}  # by inode, since a freed inode serves again
        self.serial = itertools.count()
        self.bytes: dict[int, bytes] = {}
        self.names: dict[Path, dict[str, int]] = {root: {}}
        self.opened: dict[int, Path] = {}
        self.cuts, self.allowed = 0, set[bytes | None]()
        for name in ("open", "write", "close", "fsync", "replace", "unlink", "mkdir"):
            patch.setattr(os, name, self.watch(name, getattr(os, name)))

    def watch(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def watched(*arguments: object, **options: object) -> object:
            found = call(*arguments, **options)
            first = arguments[0]
            if name == "open" and isinstance(found, int):
                self.opened[found] = Path(str(first))
            if name == "mkdir" or (name == "open" and int(str(arguments[1])) & os.O_CREAT):
                self.serials[Path(str(first)).lstat().st_ino] = next(self.serial)
            if name == "fsync" and isinstance(first, int):
                self.sync(self.opened[first])
            self.cut()
            return found

        return watched

    def sync(self, path: Path) -> None:
        if path.is_dir():
            self.names[path] = self.listing(path)
        else:
            self.bytes[self.serials[path.stat().st_ino]] = path.read_bytes()

    def listing(self, folder: Path) -> dict[str, int]:
        return {entry.name: self.serials[entry.inode()] for entry in os.scandir(folder)}

    def pictures(self) -> Iterator[dict[str, bytes]]:
        """The whole notes under their names, after a cut: with the synced names, with the newest ones."""
        newest = {path: self.listing(path) for path in (self.root, *self.root.iterdir()) if path.is_dir()}
        for names in (self.names, newest):
            yield {
                str(folder.relative_to(self.root) / name): self.bytes.get(serial, b"")
                for folder, entries in names.items()
                if folder == self.root or folder.name in names[self.root]
                for name, serial in entries.items()
                if name.endswith(".md")
            }

    def cut(self) -> None:
        for picture in self.pictures():
            found = sorted(picture.values(), key=len)
            assert (found[-1] if found else None) in self.allowed
            self.cuts += 1


@pytest.mark.skipif(os.name == "nt", reason="folders are not synced there")
def test_a_power_cut_after_any_call_loses_nothing_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        platter = Platter(tmp_path, patch)
        draft, closed = tmp_path / "brouillons" / "note.md", tmp_path / "2026" / "note.md"
        platter.allowed = {None, b""}
        disk.make_folder(draft.parent)
        seen = None
        for data in VERSIONS:
            platter.allowed |= {data}
            seen = disk.save(draft, data, seen=seen)
            platter.allowed = {data}
            platter.cut()
        disk.make_folder(closed.parent)
        disk.move(draft, closed)
        platter.cut()
        assert [set(picture) for picture in platter.pictures()] == [{"2026/note.md"}] * 2
        platter.allowed |= {None}
        disk.remove(closed)
        platter.allowed = {None}
        platter.cut()
    assert platter.cuts > 80
