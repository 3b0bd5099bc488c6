"""What a disk may refuse, as exceptions with a code. Knows errno; knows no sentence, opens nothing.

What the system says is never kept: its messages quote whole paths. A refusal names the file only.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from cip_coach.problem import Refused

Reason = Literal["dossier", "special", "taille", "droits", "absent", "disque", "scelle", "sceau"]

_HELD = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation
_CODES = {
    getattr(errno, name): code
    for code, names in {
        "disque-plein": "ENOSPC EDQUOT",
        "disque-lecture-seule": "EROFS",
        "disque-droits": "EACCES EPERM",
        "disque-panne": "EIO ENXIO ENODEV ESTALE EREMOTEIO ETIMEDOUT EHOSTDOWN ENOTCONN",
        "disque-dossier-absent": "ENOENT ENOTDIR",
        "disque-nom": "ENAMETOOLONG EILSEQ EINVAL",
        "disque-occupe": "EBUSY",
        "disque-autre-volume": "EXDEV",
    }.items()
    for name in names.split()
    if hasattr(errno, name)
}
_REASONS: dict[int, Reason] = {
    errno.EACCES: "droits",
    errno.EPERM: "droits",
    errno.ENOENT: "absent",
    errno.ENOTDIR: "absent",
    errno.EISDIR: "dossier",
    errno.ENXIO: "special",
    errno.ELOOP: "special",
}


class Changed(Refused):
    """The file is no longer what the writer has seen (or is gone): nothing was overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__("fichier-change", name=path.name)
        self.path = path


class Exists(Refused):
    """A file already has that name: nothing was overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__("fichier-existe", name=path.name)
        self.path = path


class DiskRefused(Refused):
    """The system refused, with its `errno`. The old bytes are whole, and no temporary file stays.

    `done` says that the change took place but that the disk did not confirm it would last: after a
    `save`, the next `seen` is then the digest of the bytes just given. `rescue` is the sibling that
    holds the new bytes when another program kept the file to itself (Windows).
    """

    def __init__(self, number: int, path: Path, *, done: bool = False, held: bool = False) -> None:
        code = _CODES.get(number, "disque-autre")
        if done:
            code = "disque-non-confirme"
        elif held:
            code = "disque-occupe"
        super().__init__(code, name=path.name)
        if code == "disque-autre":
            self.details = {"name": path.name, "number": number}
        self.errno, self.path, self.done = number, path, done
        self.rescue: Path | None = None

    def rescued(self, rescue: Path | None) -> "DiskRefused":
        """The same refusal, whose bytes are safe in `rescue`."""
        if rescue is not None:
            self.rescue, self.details = rescue, {"name": self.path.name, "rescue": rescue.name}
        return self


class Unreadable(Refused):
    """A file cannot be read: a folder, special, too large, forbidden, absent, on a failing disk, sealed, damaged."""

    def __init__(self, reason: Reason, path: Path, *, number: int = 0, limit: int = 0) -> None:
        super().__init__(f"lecture-{reason}", name=path.name)
        if reason == "taille":
            self.details = {"name": path.name, "limit": limit}
        self.reason, self.path, self.errno = reason, path, number


def is_held(error: OSError) -> bool:
    """Another program may be holding the file (Windows): worth another try."""
    number = getattr(error, "winerror", None)
    return number in _HELD or (os.name == "nt" and number is None and error.errno == errno.EACCES)


@contextmanager
def refusing(path: Path, *, done: bool = False) -> Iterator[None]:
    """Turn what the system says into `DiskRefused`; its message, which quotes paths, is left out."""
    try:
        yield
    except OSError as error:
        raise DiskRefused(error.errno or errno.EIO, path, done=done, held=is_held(error)) from None


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system says into `Unreadable`."""
    try:
        yield
    except OSError as error:
        raise unreadable(error, path) from None


def unreadable(error: OSError, path: Path) -> Unreadable:
    """The refusal that `error`, met while reading, amounts to."""
    number = error.errno or errno.EIO
    reason = _REASONS.get(number, "disque")
    if reason == "droits" and os.name == "nt" and path.is_dir():  # how Windows refuses to open a folder
        reason = "dossier"
    return Unreadable(reason, path, number=number)
