"""The calls of the disk, recorded and played again with a fault at each of them: on any system, without strace.

A power cut too is replayed from the calls: what was synced is what a disk holds for sure.
"""

import errno
import itertools
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from disk_life import DRAFT, VERSIONS, Resigned, files_of, live, prepare, wrong
from faults import KILL, Faulty, Killed, faults_of

from cip_coach.keeping import disk


def play(journal: Path, at: int = 0, fault: str = KILL, *, ever: bool = False) -> tuple[Faulty, list[str]]:
    """A whole life with that fault; the calls it made, and what was acknowledged."""
    said: list[str] = []
    prepare(journal)
    with Faulty(journal, at, fault, ever=ever) as faulty, suppress(Killed, Resigned):
        live(journal, lambda *words: said.append(" ".join(map(str, words))))
    return faulty, said


def test_a_fault_at_any_call_tears_nothing_and_loses_nothing_acknowledged(
    tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    calls = play(tmp_path / "sans")[0].calls
    only_locked = {
        at for at, (name, place) in enumerate(calls, 1) if name == "close" and place.endswith(Path(DRAFT).parent.name)
    }
    kinds: Counter[str] = Counter()
    faults: dict[object, list[str]] = {}
    for at, fault, ever in faults_of(calls):
        journal = tmp_path / f"{at}-{fault}{'+' * ever}"
        faulty, said = play(journal, at, fault, ever=ever)
        found = wrong(files_of(journal), said, killed=fault == KILL, persistent=ever)
        if not (faulty.fired if ever else faulty.fired == 1):
            found.append("fault not fired")
        if fault != KILL and f"refused {getattr(errno, fault)}" not in said and at not in only_locked:
            found.append("fault not told")
        if os.name != "nt" and {stat.S_IMODE(path.stat().st_mode) & 0o77 for path in journal.rglob("*")} - {0}:
            found.append("not private")
        kinds[fault + "+" * ever] += 1
        if found:
            faults[at, *calls[at - 1], fault, ever] = found
    record_testsuite_property("replayed trials", dict(kinds))
    assert faults == {}
    assert set(kinds) == {KILL, "EIO", "ENOSPC", "EROFS", "EACCES", "ENOSPC+"}
    assert sum(kinds.values()) > 200
    assert {"pread", "read"} & {name for name, _ in calls}
    assert {"open", "write", "close", "replace", "fstat", "fsync", "unlink", "mkdir"} <= {name for name, _ in calls}


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
