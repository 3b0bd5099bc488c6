"""What touches the disk: every byte kept is whole and lasting, or refused. The only module that opens files
for writing. Knows bytes and paths; knows no note, no journal, no clock, no sentence.

Rule: a rename is atomic but not durable, and a file is durable only with its folder. So: a temporary
file beside the target, fsync, rename, fsync of the folder (docs/durabilite.md, tests/test_disk_faults.py).
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cip_coach.keeping.device import flags, lock, patiently, sync, sync_names, unlock
from cip_coach.keeping.intake import LIMIT, Digest, digest, read, read_bytes, read_head
from cip_coach.keeping.refusals import Changed, DiskRefused, Exists, Unreadable, is_held, refusing
from cip_coach.keeping.siblings import beside
from cip_coach.keeping.temporaries import intended, orphans, temporary_name

__all__ = [
    "LIMIT",
    "Changed",
    "Digest",
    "DiskRefused",
    "Exists",
    "Unreadable",
    "digest",
    "intended",
    "keep_private",
    "make_folder",
    "move",
    "orphans",
    "passing",
    "private_copy",
    "read",
    "read_head",
    "remove",
    "save",
]

_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_CREATE = flags("O_WRONLY", "O_CREAT", "O_EXCL", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
_FOLDER = flags("O_RDONLY", "O_DIRECTORY", "O_CLOEXEC")


def save(
    path: Path, data: bytes, *, seen: Digest | None, before_replace: Callable[[], object] | None = None
) -> Digest:
    """Put `data` at `path` so that it survives a power cut, or change nothing.

    `seen` is the digest of the bytes last read or written there; None means that nothing may have
    that name yet. `before_replace` is called once the bytes are safe in a temporary file, just
    before they take their place; what it raises stops everything. The file is 0600 whatever the
    umask; a symbolic link is replaced, its target left alone. It costs one fsync of the file and
    one of its folder (about 1 ms on an SSD, 5 ms at the 95th percentile).

    Returns the digest to pass next time. Raises `Exists` when `seen` is None and the name is taken;
    `Changed` when somebody else wrote there since (an editor, a sync tool, another window), checked
    at the last moment; `DiskRefused` for a full, read-only or failing disk.

    Only the folder's fsync may fail after the new bytes took their place: see `DiskRefused.done`.
    Killed, it may leave a temporary file (see `orphans`) or, when `seen` is None, an empty file.
    """
    written = digest(data)  # first: a disk in trouble is not asked for a library in the midst of a save
    with refusing(path):
        if seen is None:
            _reserve(path)
        temporary = None
        try:
            temporary, descriptor = _create_temporary(path.parent, path.name)
            _fill(descriptor, data)
            if before_replace is not None:
                before_replace()
            with _alone(path.parent):
                _check(path, seen)
                _take_place(temporary, path, data)
        except BaseException:
            _drop(temporary)
            if seen is None:
                _release(path)
            raise
    with refusing(path, done=True):
        _sync_folder(path.parent)
    return written


def move(source: Path, target: Path) -> None:
    """Give the file another name, in a folder that exists, for good and without overwriting anything.

    The name is reserved first, then the file takes it: killed in between, it leaves an empty file at
    `target` and the whole file at `source`. Both folders are synced, the new one first.

    Raises `Exists` when the new name is taken, `DiskRefused` otherwise; with `done`, the file is at
    its new place already.
    """
    with refusing(source):
        _reserve(target)
        try:
            patiently(lambda: source.replace(target))
        except BaseException:
            _release(target)
            raise
    with refusing(target, done=True):
        _sync_folder(target.parent)
        if source.parent != target.parent:
            _sync_folder(source.parent)


def remove(path: Path) -> None:
    """Take the file away for good. Raises `DiskRefused` (also for a file that is not there)."""
    with refusing(path):
        patiently(path.unlink)
    with refusing(path, done=True):
        _sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make the folder and those above it that are missing, each 0700 and lasting.

    Those that exist keep their rights. Raises `DiskRefused`, also when a file has that name.
    """
    with refusing(path):
        for level in (*reversed(path.parents), path):
            if level.is_dir():
                continue
            try:
                level.mkdir(mode=_PRIVATE_FOLDER)
            except FileExistsError:
                if not level.is_dir():  # else another window made it meanwhile
                    raise NotADirectoryError(errno.ENOTDIR, "") from None
            try:
                _sync_folder(level.parent)
            except BaseException:  # so that a second try syncs too
                with suppress(OSError):
                    level.rmdir()
                raise


def keep_private(path: Path) -> None:
    """Close a folder to other accounts, where its file system knows how to."""
    with suppress(OSError):
        path.chmod(_PRIVATE_FOLDER)


def private_copy(folder: Path, data: bytes, suffix: str) -> Path:
    """Write `data` in a new 0600 file of `folder` for an external editor; the caller removes it.

    Its name starts with a dot and ends with `suffix` (`.md`), and `orphans` finds it after a kill.
    Raises `DiskRefused`.
    """
    with refusing(folder):
        path, descriptor = _create_temporary(folder, "copie", suffix)
        try:
            _fill(descriptor, data)
        except BaseException:
            _drop(path)
            raise
    return path


def passing(path: Path, data: bytes) -> None:
    """Write `data` in the new 0600 file `path` that need not outlive this run: no fsync.

    For an invented journal, of which hundreds of files are made and thrown away. Raises `DiskRefused`.
    """
    with refusing(path):
        descriptor = os.open(path, _CREATE, _PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)


def _create_temporary(folder: Path, name: str, suffix: str = "") -> tuple[Path, int]:
    for _ in range(1000):
        path = folder / temporary_name(name, suffix)
        with suppress(FileExistsError):  # left by a killed process that had our number
            return path, os.open(path, _CREATE, _PRIVATE_FILE)
    raise FileExistsError(errno.EEXIST, "")


def _fill(descriptor: int, data: bytes) -> None:
    try:
        rest = memoryview(data)
        while rest:
            if not (written := os.write(descriptor, rest)):
                raise OSError(errno.EIO, "")
            rest = rest[written:]
        sync(descriptor)
    except BaseException:
        with suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)  # the last chance of a network disk to say no


def _take_place(temporary: Path, path: Path, data: bytes) -> None:
    try:
        patiently(lambda: temporary.replace(path))
    except OSError as error:
        if not is_held(error):
            raise
        raise DiskRefused(error.errno or errno.EACCES, path, held=True).rescued(_rescue(path, data)) from None


def _rescue(path: Path, data: bytes) -> Path | None:
    """Write the bytes in a sibling named `…_sauvetage.md`: a plain new file, which no scanner holds yet."""
    for rank in ("", *range(2, 100)):
        sibling = beside(path, f"_sauvetage{rank}")
        try:
            descriptor = os.open(sibling, _CREATE, _PRIVATE_FILE)
        except FileExistsError:
            continue
        except OSError:
            return None
        try:
            _fill(descriptor, data)
            _sync_folder(path.parent)
        except OSError:
            _drop(sibling)
            return None
        return sibling
    return None


def _reserve(path: Path) -> None:
    """Take a free name with an empty file: of any number of racers, one succeeds."""
    try:
        descriptor = os.open(path, _CREATE, _PRIVATE_FILE)
    except FileExistsError:
        raise Exists(path) from None
    try:
        os.close(descriptor)
    except OSError:
        _release(path)
        raise


def _release(path: Path) -> None:
    with suppress(OSError):
        if _is_reservation(path):  # an interrupt may come just after the new bytes took their place
            path.unlink()


def _is_reservation(path: Path) -> bool:
    status = path.lstat()
    return stat.S_ISREG(status.st_mode) and status.st_size == 0


def _drop(temporary: Path | None) -> None:
    if temporary is not None:
        with suppress(OSError):  # the first refusal is the one to tell; an orphan is found later
            temporary.unlink()


def _check(path: Path, seen: Digest | None) -> None:
    """Raise `Changed` unless `path` holds what was seen, or the empty reservation when nothing was."""
    try:
        same = _is_reservation(path) if seen is None else _digest_of(path) == seen
    except (Unreadable, FileNotFoundError):
        same = False
    if not same:
        raise Changed(path)


def _digest_of(path: Path) -> Digest:
    return digest(patiently(lambda: read_bytes(path, None)))


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # no folder can be synced there
        return
    descriptor = os.open(folder, _FOLDER)
    try:
        sync_names(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Stand between two of our windows that compare, then replace: two busy writers lost one save in ten."""
    if os.name == "nt":
        yield
        return
    descriptor = os.open(folder, _FOLDER)
    try:
        lock(descriptor)
        yield
    finally:
        unlock(descriptor)
        with suppress(OSError):  # nothing was written there: the file that took its place is not in doubt
            os.close(descriptor)
