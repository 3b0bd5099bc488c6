"""The disk keeps whole bytes or refuses, whatever the umask, the link, the neighbour or the device."""

import errno
import os
import re
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cip_coach.keeping import device, disk
from cip_coach.keeping.refusals import _CODES, _REASONS
from cip_coach.terminal.messages.disk_errors import SENTENCES

posix = pytest.mark.skipif(os.name == "nt", reason="umask, fork, FIFO and links of POSIX")

OLD, NEW = b"ancien\n", "nouveau, é\r\n".encode() * 5000


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def umask(value: int) -> Iterator[None]:
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note already kept, alone in its folder."""
    folder = tmp_path / "journal"
    disk.make_folder(folder)
    disk.save(folder / "note.md", OLD, seen=None)
    return folder / "note.md"


# --- what is kept


def test_what_is_saved_is_read_back_byte_for_byte(note: Path) -> None:
    seen = disk.save(note, NEW, seen=disk.digest(OLD))
    assert (disk.read(note), seen) == (NEW, disk.digest(NEW))
    assert names(note.parent) == ["note.md"]


def test_an_empty_file_can_be_kept(note: Path) -> None:
    disk.save(note, b"", seen=disk.digest(OLD))
    assert note.read_bytes() == b""


@posix
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_files_are_0600_and_folders_0700_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        disk.make_folder(tmp_path / "a" / "b" / "c")
        path = tmp_path / "a" / "b" / "c" / "note.md"
        seen = disk.save(path, OLD, seen=None)
        first = mode(path)
        disk.save(path, NEW, seen=seen)
        copy = disk.private_copy(path.parent, OLD, ".md")
    assert (first, mode(path), mode(copy)) == (0o600, 0o600, 0o600)
    assert {mode(path.parents[n]) for n in range(3)} == {0o700}


@posix
def test_a_folder_that_exists_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "large").mkdir()
    (tmp_path / "large").chmod(0o755)
    disk.make_folder(tmp_path / "large" / "prive")
    disk.make_folder(tmp_path / "large")
    assert (mode(tmp_path / "large"), mode(tmp_path / "large" / "prive")) == (0o755, 0o700)


def test_a_folder_is_not_made_over_a_file(note: Path) -> None:
    for path in (note, note / "dessous"):
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.make_folder(path)
        assert refusal.value.code == "disque-dossier-absent"
    assert note.read_bytes() == OLD


def test_a_folder_that_could_not_be_synced_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = iter([OSError(errno.EIO, "secret")])

    def fsync(descriptor: int) -> None:
        if failure := next(failures, None):
            raise failure

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(disk.DiskRefused):
        disk.make_folder(tmp_path / "a")
    assert names(tmp_path) == []
    disk.make_folder(tmp_path / "a")


# --- never over what was not seen


def test_a_new_file_never_takes_a_taken_name(note: Path) -> None:
    with pytest.raises(disk.Exists):
        disk.save(note, NEW, seen=None)
    assert (note.read_bytes(), names(note.parent)) == (OLD, ["note.md"])


@pytest.mark.parametrize(
    "meddle",
    [
        lambda path: path.write_bytes(b"autre"),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.mkdir()),
    ],
    ids=["edited", "gone", "a folder now"],
)
@pytest.mark.parametrize("late", [False, True], ids=["before", "at the last moment"])
def test_a_file_changed_meanwhile_is_not_overwritten(
    note: Path, meddle: Callable[[Path], object], late: bool
) -> None:
    if not late:
        meddle(note)
    meddled = (lambda: meddle(note)) if late else None
    with pytest.raises(disk.Changed):
        disk.save(note, NEW, seen=disk.digest(OLD), before_replace=lambda: meddled() if meddled else None)
    assert not note.is_file() or note.read_bytes() == b"autre"
    assert disk.orphans(note.parent) == ()


def test_a_reserved_name_filled_by_another_is_left_to_it(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    with pytest.raises(disk.Changed):
        disk.save(path, NEW, seen=None, before_replace=lambda: path.write_bytes(b"autre"))
    assert (path.read_bytes(), names(tmp_path)) == (b"autre", ["note.md"])


@posix
def test_of_twenty_racers_for_a_name_one_wins(tmp_path: Path) -> None:
    path, gate = tmp_path / "note.md", tmp_path / "gate"
    children = []
    for racer in range(20):
        child = os.fork()
        if child == 0:
            status = 2
            try:
                while not gate.exists():
                    pass
                disk.save(path, b"%d" % racer * 9000, seen=None)
                status = 0
            except disk.Exists:
                status = 1
            finally:
                os._exit(status)
        children.append(child)
    gate.touch()
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert sorted(ends) == [0] + [1] * 19
    assert path.read_bytes() == b"%d" % ends.index(0) * 9000
    assert names(tmp_path) == ["gate", "note.md"]


@posix
def test_a_link_is_replaced_and_its_target_left_alone(note: Path, tmp_path: Path) -> None:
    outside = tmp_path / "dehors.md"
    outside.write_bytes(OLD)
    note.unlink()
    note.symlink_to(outside)
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert (note.is_symlink(), note.read_bytes(), outside.read_bytes()) == (False, NEW, OLD)


@posix
@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing"])
def test_a_new_file_is_not_written_through_a_link(tmp_path: Path, there: bool) -> None:
    outside, link = tmp_path / "dehors.md", tmp_path / "note.md"
    if there:
        outside.write_bytes(OLD)
    link.symlink_to(outside)
    with pytest.raises(disk.Exists):
        disk.save(link, NEW, seen=None)
    assert outside.exists() is there
    assert not there or outside.read_bytes() == OLD


# --- stopped, refused: nothing changed, nothing left


class Stop(BaseException):
    """What a signal handler raises."""


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("raised", [Stop(), OSError(errno.EIO, "secret"), disk.Changed(Path("x"))])
def test_what_before_replace_raises_stops_everything(tmp_path: Path, first: bool, raised: BaseException) -> None:
    path = tmp_path / "note.md"
    seen = None if first else disk.save(path, OLD, seen=None)

    def refuse() -> None:
        raise raised

    expected = disk.DiskRefused if isinstance(raised, OSError) else type(raised)
    with pytest.raises(expected):
        disk.save(path, NEW, seen=seen, before_replace=refuse)
    assert names(tmp_path) == ([] if first else ["note.md"])
    assert first or path.read_bytes() == OLD


def test_before_replace_sees_the_old_bytes_and_the_new_ones_safe(note: Path) -> None:
    sights: list[tuple[bytes, bytes]] = []

    def look() -> None:
        (temporary,) = disk.orphans(note.parent)
        sights.append((note.read_bytes(), temporary.read_bytes()))
        assert disk.intended(temporary) == note

    disk.save(note, NEW, seen=disk.digest(OLD), before_replace=look)
    assert sights == [(OLD, NEW)]


def test_an_interrupt_just_after_the_replace_does_not_take_a_new_note_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        replace(self, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        disk.save(tmp_path / "note.md", NEW, seen=None)
    assert (tmp_path / "note.md").read_bytes() == NEW


def test_short_writes_are_completed(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:997]))
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert note.read_bytes() == NEW


def test_a_disk_that_writes_nothing_is_refused(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda descriptor, data: 0)
    with pytest.raises(disk.DiskRefused) as refusal:
        disk.save(note, NEW, seen=disk.digest(OLD))
    assert (refusal.value.code, note.read_bytes()) == ("disque-panne", OLD)


def test_a_refusal_only_when_closing_counts(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close = os.close

    def full(descriptor: int) -> None:
        size = os.fstat(descriptor).st_size
        close(descriptor)
        if size == len(NEW):
            raise OSError(errno.ENOSPC, "secret")

    monkeypatch.setattr(os, "close", full)
    with pytest.raises(disk.DiskRefused) as refusal:
        disk.save(note, NEW, seen=disk.digest(OLD))
    assert refusal.value.errno == errno.ENOSPC
    assert (note.read_bytes(), names(note.parent)) == (OLD, ["note.md"])


@posix
def test_a_folder_that_cannot_be_synced_at_all_is_no_failure(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def picky(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", picky)
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert note.read_bytes() == NEW


@posix
def test_a_change_that_the_disk_did_not_confirm_is_said_to_be_done_and_can_be_saved_again(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "")
        fsync(descriptor)

    with monkeypatch.context() as patch, pytest.raises(disk.DiskRefused) as refusal:
        patch.setattr(os, "fsync", failing)
        disk.save(note, NEW, seen=disk.digest(OLD))
    assert (refusal.value.done, refusal.value.code) == (True, "disque-non-confirme")
    disk.save(note, NEW, seen=disk.digest(NEW))


# --- real disks that refuse


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, mounted for the test."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a tiny disk needs root on Linux")
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mount is refused here (container without the right)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_the_old_bytes_and_no_temporary_file(tiny: Path) -> None:
    seen = disk.save(tiny / "note.md", OLD, seen=None)
    for path, known in ((tiny / "note.md", seen), (tiny / "autre.md", None)):
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.save(path, bytes(200_000), seen=known)
        assert (refusal.value.code, refusal.value.errno) == ("disque-plein", errno.ENOSPC)
    assert ((tiny / "note.md").read_bytes(), names(tiny)) == (OLD, ["note.md"])
    with pytest.raises(disk.DiskRefused):
        disk.private_copy(tiny, bytes(200_000), ".md")
    assert names(tiny) == ["note.md"]


def test_a_read_only_disk_is_named(tiny: Path) -> None:
    seen = disk.save(tiny / "note.md", OLD, seen=None)
    subprocess.run(["mount", "-o", "remount,ro", str(tiny)], check=True)
    attempts: list[Callable[[], object]] = [
        lambda: disk.save(tiny / "note.md", NEW, seen=seen),
        lambda: disk.save(tiny / "autre.md", NEW, seen=None),
        lambda: disk.move(tiny / "note.md", tiny / "autre.md"),
        lambda: disk.remove(tiny / "note.md"),
        lambda: disk.make_folder(tiny / "a" / "b"),
        lambda: disk.private_copy(tiny, OLD, ".md"),
    ]
    for attempt in attempts:
        with pytest.raises(disk.DiskRefused) as refusal:
            attempt()
        assert refusal.value.code == "disque-lecture-seule"
    assert (disk.read(tiny / "note.md"), names(tiny)) == (OLD, ["note.md"])


@posix
def test_a_folder_without_the_right_to_write_is_named(note: Path) -> None:
    def attempt() -> None:
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.save(note, NEW, seen=disk.digest(OLD))
        assert refusal.value.code == "disque-droits"

    with as_nobody(note.parent, 0o500):
        attempt()
    assert (note.read_bytes(), names(note.parent)) == (OLD, ["note.md"])


@contextmanager
def as_nobody(folder: Path, rights: int) -> Iterator[None]:
    """Work without root's privileges in a folder that one owns but with these rights."""
    root, nobody = os.geteuid() == 0, 65534
    before = {parent: mode(parent) for parent in folder.parents if root and mode(parent) & 0o011 != 0o011}
    try:
        if root:
            for parent in before:
                parent.chmod(before[parent] | 0o011)
            for path in (folder, *folder.iterdir()):
                os.chown(path, nobody, nobody)
            os.seteuid(nobody)
        folder.chmod(rights)
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        for parent, rights_before in before.items():
            parent.chmod(rights_before)


@posix
def test_a_file_size_limit_cuts_a_write_short_and_is_refused(note: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.save(note, NEW, seen=disk.digest(OLD))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (refusal.value.code, refusal.value.details["number"]) == ("disque-autre", errno.EFBIG)
    assert (note.read_bytes(), names(note.parent)) == (OLD, ["note.md"])


def test_a_missing_folder_is_an_error_never_made(tmp_path: Path) -> None:
    for seen in (None, disk.digest(OLD)):
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.save(tmp_path / "clef" / "note.md", NEW, seen=seen)
        assert refusal.value.code == "disque-dossier-absent"
    assert names(tmp_path) == []


# --- another program holds the file (Windows), played here


class Held(PermissionError):
    """What Windows answers while a scanner has the file."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "secret")
        self.winerror = winerror


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], list[float]]:
    """Make the next replaces fail so many times; gives the list of the waits."""

    def hold(times: int, winerror: int) -> list[float]:
        waits: list[float] = []
        replace, left = Path.replace, [times]

        def busy(self: Path, target: Path) -> Path:
            if left[0]:
                left[0] -= 1
                raise Held(winerror)
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", busy)
        monkeypatch.setattr(device, "sleep", waits.append)
        return waits

    return hold


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_replace_is_tried_again_while_a_scanner_holds_the_file(
    note: Path, held: Callable[[int, int], list[float]], winerror: int
) -> None:
    waits = held(10, winerror)
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert (note.read_bytes(), names(note.parent)) == (NEW, ["note.md"])
    assert 2.4 < sum(waits) < 2.6


def test_when_the_file_stays_held_the_answer_is_safe_beside_it(
    note: Path, held: Callable[[int, int], list[float]]
) -> None:
    held(99, 32)
    for rescue in ("note_sauvetage.md", "note_sauvetage2.md"):
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.save(note, NEW, seen=disk.digest(OLD))
        assert refusal.value.rescue == note.with_name(rescue)
        assert refusal.value.rescue.read_bytes() == NEW
        assert refusal.value.details == {"name": "note.md", "rescue": rescue}
    assert note.read_bytes() == OLD
    assert names(note.parent) == ["note.md", "note_sauvetage.md", "note_sauvetage2.md"]


def test_any_other_refusal_is_not_tried_again(note: Path, held: Callable[[int, int], list[float]]) -> None:
    waits = held(1, 112)
    with pytest.raises(disk.DiskRefused) as refusal:
        disk.save(note, NEW, seen=disk.digest(OLD))
    assert (waits, refusal.value.rescue, names(note.parent)) == ([], None, ["note.md"])


@posix
@pytest.mark.parametrize(("refusal", "waited"), [(errno.ENOLCK, 0), (errno.EWOULDBLOCK, 2.5)])
def test_a_disk_without_locks_or_a_suspended_neighbour_does_not_stop_a_save(
    note: Path, monkeypatch: pytest.MonkeyPatch, refusal: int, waited: float
) -> None:
    import fcntl

    waits: list[float] = []

    def flock(*_: object) -> None:
        raise OSError(refusal, "")

    monkeypatch.setattr(fcntl, "flock", flock)
    monkeypatch.setattr(device, "sleep", waits.append)
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert (note.read_bytes(), round(sum(waits), 1)) == (NEW, waited)


# --- moving, removing


def test_a_file_moves_to_another_folder(note: Path) -> None:
    year = note.parent / "2026"
    disk.make_folder(year)
    disk.move(note, year / "note.md")
    assert (names(note.parent), disk.read(year / "note.md")) == (["2026"], OLD)


def test_a_move_never_overwrites(note: Path) -> None:
    other = note.with_name("autre.md")
    other.write_bytes(b"autre")
    with pytest.raises(disk.Exists):
        disk.move(note, other)
    with pytest.raises(disk.Exists):
        disk.move(note, note)
    assert (note.read_bytes(), other.read_bytes()) == (OLD, b"autre")


def test_a_move_that_fails_leaves_no_empty_file(note: Path) -> None:
    for source, target in (
        (note.with_name("absent.md"), note.with_name("autre.md")),
        (note, note.parent / "absent" / "note.md"),
    ):
        with pytest.raises(disk.DiskRefused) as refusal:
            disk.move(source, target)
        assert refusal.value.code == "disque-dossier-absent"
    assert names(note.parent) == ["note.md"]


def test_a_removed_file_is_gone_and_a_missing_one_is_told(note: Path) -> None:
    disk.remove(note)
    assert names(note.parent) == []
    with pytest.raises(disk.DiskRefused):
        disk.remove(note)


# --- reading


def reason(path: Path, limit: int = disk.LIMIT) -> str:
    start = time.monotonic()
    with pytest.raises(disk.Unreadable) as refusal:
        disk.read(path, limit)
    with pytest.raises(disk.Unreadable) as head:
        disk.read_head(path, b"\n---\n", limit)
    assert head.value.reason == refusal.value.reason
    assert refusal.value.code == f"lecture-{refusal.value.reason}"
    assert time.monotonic() - start < 1
    return refusal.value.reason


def test_what_is_not_a_readable_file_has_a_reason(note: Path) -> None:
    folder = note.with_name("x.md")
    folder.mkdir()
    assert reason(folder) == "dossier"
    assert reason(note.with_name("absent.md")) == "absent"
    assert reason(note / "dessous.md") == "absent"
    assert reason(note, limit=len(OLD) - 1) == "taille"
    assert disk.read(note, limit=len(OLD)) == OLD


@posix
def test_a_fifo_a_socket_or_a_device_never_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "fifo.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)  # the address of a socket is short
        server.bind("socket.md")
    for path in (tmp_path / "fifo.md", tmp_path / "loop.md", tmp_path / "socket.md", Path("/dev/zero")):
        assert reason(path) == "special"


@posix
def test_a_file_without_the_right_to_read_is_named(note: Path) -> None:
    note.chmod(0o000)
    with as_nobody(note.parent, 0o700):
        assert reason(note) == "droits"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "x.md").open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("read"))
    assert reason(tmp_path / "x.md") == "taille"


def test_a_failing_disk_is_named_without_its_words(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "secret", "secret")

    monkeypatch.setattr(os, "read", fail)
    monkeypatch.setattr(os, "pread", fail, raising=False)
    with pytest.raises(disk.Unreadable) as refusal:
        disk.read(note)
    assert refusal.value.reason == "disque"
    assert "secret" not in f"{refusal.value}{refusal.value.details}{refusal.value.args}"


@pytest.mark.parametrize("before", [0, 5, 16_380, 16_381, 16_384, 40_000])
def test_a_head_is_read_up_to_its_end_even_across_blocks(tmp_path: Path, before: int) -> None:
    path, stop = tmp_path / "x.md", b"\n---\n"
    path.write_bytes(b"e" * before + stop + b"c" * 100_000)
    head = disk.read_head(path, stop)
    assert head[before:].startswith(stop)
    assert len(head) <= before + len(stop) + 16_384
    assert path.read_bytes().startswith(head)


def test_a_head_without_an_end_is_the_whole_file(note: Path) -> None:
    assert disk.read_head(note, b"\n---\n") == OLD


# --- temporary files


def test_orphans_are_found_and_nothing_else(note: Path) -> None:
    copy = disk.private_copy(note.parent, NEW, ".md")
    left = note.with_name(".note.md.123-0.tmp")
    left.write_bytes(NEW)
    os.utime(left, (1000, 1000))
    for other in (".note.md.swp", "note.md.1-1.tmp", ".cip-coach.yml", ".x.tmp"):
        note.with_name(other).touch()
    note.with_name(".d.1-1.tmp").mkdir()
    assert disk.orphans(note.parent) == (copy, left)
    assert disk.orphans(note.parent, before=2000) == (left,)
    assert (disk.intended(left), disk.intended(copy)) == (note, None)
    assert (copy.suffix, copy.name[0], disk.read(copy)) == (".md", ".", NEW)


def test_a_temporary_name_left_by_the_dead_is_stepped_over(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cip_coach.keeping import temporaries

    monkeypatch.setattr(temporaries, "_count", iter(range(1000, 2000)))
    left = note.with_name(f".note.md.{os.getpid()}-1000.tmp")
    left.write_bytes(b"autre")
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert (note.read_bytes(), left.read_bytes()) == (NEW, b"autre")


@posix
def test_a_long_name_leaves_room_for_its_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 126 + ".md")
    disk.save(path, OLD, seen=None)
    assert path.read_bytes() == OLD


# --- what is said


def refusals() -> Iterator[disk.DiskRefused | disk.Unreadable | disk.Changed | disk.Exists]:
    path = Path("dossier-secret/note.md")
    for number in (*_CODES, errno.EFBIG):
        yield disk.DiskRefused(number, path)
    yield disk.DiskRefused(errno.EIO, path, done=True)
    yield disk.DiskRefused(errno.EACCES, path, held=True).rescued(path.with_name("note_sauvetage.md"))
    for cause in {*_REASONS.values(), "taille", "disque"}:
        yield disk.Unreadable(cause, path, limit=disk.LIMIT)
    yield disk.Changed(path)
    yield disk.Exists(path)


def test_every_refusal_has_its_sentence_in_clean_french() -> None:
    said = {refusal.code: SENTENCES[refusal.code](**refusal.details) for refusal in refusals()}
    assert said.keys() == SENTENCES.keys()
    for sentence in said.values():
        assert "note.md" in sentence and "secret" not in sentence
        assert sentence.endswith(".") and len(sentence) < 220
        assert not re.search(r"(?<!\u00a0)[?!:;»]|«(?!\u00a0)|'", sentence), sentence


# --- what only one system can show


@pytest.mark.skipif(os.name != "nt", reason="only Windows keeps a file that somebody holds open from being replaced")
def test_on_windows_a_file_really_held_open_is_replaced_once_let_go(note: Path) -> None:
    import threading

    with note.open("rb"), pytest.raises(disk.DiskRefused) as refusal:
        disk.save(note, NEW, seen=disk.digest(OLD))
    assert refusal.value.rescue is not None
    assert refusal.value.rescue.read_bytes() == NEW
    holder = note.open("rb")
    threading.Timer(0.5, holder.close).start()
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert note.read_bytes() == NEW


def test_on_macos_the_disk_itself_is_asked(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "darwin":
        pytest.skip("only macOS has a call that empties the disk's own cache")
    import fcntl

    asked: list[int] = []
    real = fcntl.fcntl

    def watched(descriptor: int, command: int, *more: int) -> object:
        asked.append(command)
        return real(descriptor, command, *more)

    monkeypatch.setattr(fcntl, "fcntl", watched)
    disk.save(note, NEW, seen=disk.digest(OLD))
    assert asked.count(fcntl.F_FULLFSYNC) >= 2
