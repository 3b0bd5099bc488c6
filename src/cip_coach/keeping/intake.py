"""What comes from the disk: the bytes of regular files, or the reason why not. Writes nothing."""

import hashlib
import os
import stat
from pathlib import Path
from typing import NewType

from cip_coach.keeping.device import flags
from cip_coach.keeping.refusals import Unreadable, reading

Digest = NewType("Digest", str)
"""The SHA-256 of some bytes, in hexadecimal: what a writer has seen."""

LIMIT = 1_048_576
_BLOCK = 16_384
_READ = flags("O_RDONLY", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")


def digest(data: bytes) -> Digest:
    """The digest of these bytes, to compare later with those of a file."""
    return Digest(hashlib.sha256(data).hexdigest())


def read(path: Path, limit: int = LIMIT) -> bytes:
    """All the bytes of a regular file of at most `limit` bytes (a link to one is followed).

    A FIFO or a device never blocks, and a file too large is not read at all. Raises `Unreadable`.
    """
    with reading(path):
        return read_bytes(path, limit)


def read_head(path: Path, stop: bytes, limit: int = LIMIT) -> bytes:
    """The bytes of a file by blocks of 16 KiB, up to the block where `stop` ends (all without `stop`).

    Refuses what `read` refuses, at the same `limit` of the whole file. Raises `Unreadable`.
    """
    with reading(path):
        return read_bytes(path, limit, stop)


def read_bytes(path: Path, limit: int | None, stop: bytes = b"") -> bytes:
    """What `read` and `read_head` do, without a limit if wanted; the system's refusals come as OSError."""
    descriptor = os.open(path, _READ)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("dossier", path)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("special", path)
        if limit is not None and status.st_size > limit:
            raise Unreadable("taille", path, limit=limit)
        data = bytearray()
        while block := os.read(descriptor, _BLOCK):
            start = max(0, len(data) - len(stop) + 1)
            data += block
            if limit is not None and len(data) > limit:  # it grew meanwhile
                raise Unreadable("taille", path, limit=limit)
            if stop and data.find(stop, start) >= 0:
                break
        return bytes(data)
    finally:
        os.close(descriptor)
