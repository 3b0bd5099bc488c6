"""At every system call of the disk's work: killed or refused there, nothing torn, nothing acknowledged lost.

A small program lives its life (`disk_life.py`). `strace` first lists its calls, then plays it again
once for each call and each fault. Every trial proves that its fault fired where it was meant to.
"""

import errno
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
from disk_life import files_of, prepare, wrong

from cip_coach.keeping import disk

pytestmark = pytest.mark.fault

STRACE = shutil.which("strace") or ""
SOURCES = Path(disk.__file__).parents[2]
HERE = Path(__file__).parent
# With `?`, a call that this machine does not have (ARM has no `rename`) is no error.
TRACED = (
    "trace=writev,?openat,?write,?fsync,?close,?read,?pread64,?rename,?renameat,?renameat2,"
    "?unlink,?unlinkat,?mkdir,?mkdirat,?fstat,?lstat,?stat,?newfstatat,?statx,?flock"
)

# Looking fails for want of rights or of a disk; a disk without locks is no failure.
LOOKING = dict.fromkeys(
    ("read", "pread64", "fstat", "lstat", "stat", "newfstatat", "statx"), ("KILL", "EIO", "EACCES")
)
FAULTS = {**LOOKING, "flock": ("KILL",)}

# To close a folder that was only locked may fail without harm: nothing was written through it.
FOLDER_CLOSED = re.compile(r"close\(\d+<[^>]*/brouillons>\)")

VICTIM = """
import os, sys
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
import disk_life

acknowledged = os.open(sys.argv[4], os.O_WRONLY | os.O_APPEND)

def say(*words):
    os.writev(acknowledged, [" ".join(map(str, words)).encode() + b"\\n"])  # a call that is never hit

say("start")
try:
    disk_life.live(Path(sys.argv[3]), say)
    say("end")
finally:
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
        prepare(journal)
        command = [STRACE, "-y", "-o", str(log), "-e", TRACED]
        command += ["-e", f"inject={trial.injection()}"] if trial else []
        command += [sys.executable, "-I", "-S", "-X", f"pycache_prefix={bench / 'cache'}", "-c", VICTIM]
        ran = subprocess.run(
            [*command, str(HERE), str(SOURCES), str(journal), str(said)], capture_output=True, check=False
        )
        files = [path for path in sorted(journal.rglob("*")) if not path.is_dir()]
        return Outcome(
            ran.returncode,
            files_of(journal),
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
    """All that is wrong after the trial, in words; first that its fault fired, after the start."""
    said, found = outcome.said, []
    start = next((n for n, line in enumerate(outcome.calls) if called(line) == "writev"), len(outcome.calls))
    if trial.fault == "KILL":
        if outcome.exit_code != -signal.SIGKILL or "start" not in said or "end" in said:
            found.append("not killed, or elsewhere")
    else:
        hits = [n for n, line in enumerate(outcome.calls) if "(INJECTED)" in line]
        if not hits or hits[0] < start:
            return ["fault not fired"]
        if not trial.ever and len(hits) > 1:
            found.append("fired twice")
        told = f"refused {getattr(errno, trial.fault)}" in said
        if not told and not FOLDER_CLOSED.match(outcome.calls[hits[0]]):
            found.append("fault not told")
        if said[-1] != ("gave up" if "gave up" in said else "end"):
            found.append("did not end by itself")
    if set(outcome.modes.values()) > {0o600}:
        found.append("not private")
    return found + wrong(outcome.files, said, killed=trial.fault == "KILL", persistent=trial.ever)


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
    lost = {
        trial: found for trial, outcome in zip(planned, outcomes, strict=True) if (found := losses(trial, outcome))
    }
    kinds = Counter(trial.fault + "+" * trial.ever for trial in planned)
    record_testsuite_property("disk trials", dict(kinds))
    assert not lost
    assert len(planned) > 200 and {"KILL", "EIO", "ENOSPC", "EROFS", "EACCES", "ENOSPC+"} == set(kinds)
    assert {"openat", "write", "fsync", "close", "pread64"} < {trial.call for trial in planned}


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
