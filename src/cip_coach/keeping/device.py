"""What each system does in its own way: flags, syncing, waiting for a scanner, locks. Opens nothing."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from time import sleep
from typing import TypeVar

from cip_coach.keeping.refusals import is_held

if sys.platform != "win32":
    import fcntl

T = TypeVar("T")

_PATIENCE = (0.01, 0.02, 0.04, 0.08, 0.16, 0.3, 0.4, 0.5, 0.5, 0.5)  # seconds: about 2.5 in all
_NOT_OFFERED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY}


def flags(*names: str) -> int:
    """The flags of `os.open` that this system has among these."""
    return sum(getattr(os, name, 0) for name in names)


def sync(descriptor: int) -> None:
    """Return once the device says that it holds the bytes (macOS says so only to `F_FULLFSYNC`)."""
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno not in _NOT_OFFERED:  # a network disk may not know it
                raise
    os.fsync(descriptor)


def sync_names(descriptor: int) -> None:
    """Return once the device holds the names of this open folder, where it can say so."""
    try:
        sync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise


def patiently(act: Callable[[], T]) -> T:
    """Do it again for 2.5 s while another program holds the file, as scanners do on Windows."""
    for delay in _PATIENCE:
        try:
            return act()
        except OSError as error:
            if not is_held(error):
                raise
        sleep(delay)
    return act()


def lock(descriptor: int) -> None:
    """Keep our other processes out of this open folder; its end, even a kill, lets them in.

    Best effort: nothing on Windows or on a disk that has no locks, and a neighbour who keeps it for
    2.5 s (suspended) is ignored.
    """
    if sys.platform != "win32":
        for delay in _PATIENCE:
            try:
                return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                sleep(delay)
            except OSError:
                return None
    return None


def unlock(descriptor: int) -> None:
    """Let the others in, without waiting for the folder to be closed."""
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
