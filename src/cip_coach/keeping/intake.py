"""What comes from the disk: the bytes of regular files, or the reason why not. Writes nothing."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import NewType

from cip_coach.keeping.device import flags
from cip_coach.keeping.refusals import Unreadable, unreadable

Digest = NewType("Digest", str)
"""The SHA-256 of some bytes, in hexadecimal: what a writer has seen."""

LIMIT = 1_048_576
_BLOCK = 16_384
_NO_FILE = (errno.ESPIPE, errno.EISDIR, errno.EINVAL)
_READ = flags("O_RDONLY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")


def digest(data: bytes) -> Digest:
    """The digest of these bytes, to compare later with those of a file."""
    import hashlib  # loads OpenSSL: only for those who write (a session loads it ahead)

    return Digest(hashlib.sha256(data).hexdigest())


def read(path: Path | str, limit: int = LIMIT) -> bytes:
    """All the bytes of a regular file of at most `limit` bytes (a link to one is followed).

    A FIFO or a device never blocks, and of a file too large one block is read at most. Raises `Unreadable`.
    """
    try:
        return read_bytes(path, limit)
    except OSError as error:
        raise unreadable(error, Path(path)) from None


def read_head(path: Path | str, stop: bytes, limit: int = LIMIT) -> bytes:
    """The bytes of a file by blocks of 16 KiB, up to the block where `stop` ends (all without `stop`).

    Refuses what `read` refuses, at the same `limit` of the whole file. Raises `Unreadable`.
    """
    try:
        return read_bytes(path, limit, stop)
    except OSError as error:
        raise unreadable(error, Path(path)) from None


def read_bytes(path: Path | str, limit: int | None, stop: bytes = b"") -> bytes:
    """What `read` and `read_head` do, without a limit if wanted; the system's refusals come as OSError."""
    descriptor = os.open(path, _READ)
    try:
        if (block := _at_once(descriptor)) and (limit is None or len(block) <= limit):
            return block
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("dossier" if stat.S_ISDIR(status.st_mode) else "special", Path(path))
        if limit is not None and status.st_size > limit:
            raise Unreadable("taille", Path(path), limit=limit)
        data = bytearray()
        block = os.read(descriptor, _BLOCK)
        while block:
            start = max(0, len(data) - len(stop) + 1)
            data += block
            if limit is not None and len(data) > limit:  # it grew meanwhile
                raise Unreadable("taille", Path(path), limit=limit)
            if stop and data.find(stop, start) >= 0:
                break
            block = os.read(descriptor, _BLOCK)
        return bytes(data)
    finally:
        os.close(descriptor)


def _at_once(descriptor: int) -> bytes:
    """All of a file shorter than a block, as nearly every note is; nothing of another, or of what is no file.

    A place is asked for: what has none (a FIFO, a terminal) is refused, and nothing is taken out of it.
    """
    if sys.platform == "win32":
        return b""
    try:
        block = os.pread(descriptor, _BLOCK, 0)
    except OSError as error:
        if error.errno not in _NO_FILE:
            raise
        return b""
    return block if len(block) < _BLOCK else b""
