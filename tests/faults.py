"""A disk whose n-th call fails, or where the machine stops: the calls of `os` are watched, on any system.

Only calls on paths under `root`, and on what was opened there, count. A refused
write has written half; a refused close has closed. Once `Killed`, nothing more
reaches the disk, whatever handlers still run: what lies there is what a `kill -9` leaves.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType

KILL = "KILL"
REFUSALS = ("EIO", "ENOSPC", "EROFS", "EACCES")
_READS = ("read", "pread") if hasattr(os, "pread") else ("read",)  # Windows has no pread
LOOKS = (*_READS, "fstat", "stat", "lstat", "scandir", "listdir")
"""Calls that only look: they fail for want of rights or of a disk, never for want of room."""
CHANGES = ("open", "write", "close", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir")
SECRET = "CANARI-du-systeme"
"""What the system says with a refusal: it must never be repeated."""


class Killed(BaseException):
    """The process is dead."""


class Faulty:
    """Within it, the `at`-th call under `root` meets `fault` (`KILL`, an errno's name); 0 only counts.

    `ever` makes every later call of that name fail too. `calls` are the calls that
    were seen, by name and path; `fired` how many faults fired.
    """

    def __init__(
        self, root: Path, at: int = 0, fault: str = KILL, *, ever: bool = False, only: tuple[str, ...] = ()
    ) -> None:
        self.root, self.at, self.fault, self.ever = str(root), at, fault, ever
        self.watched = only or (*LOOKS, *CHANGES)
        self.calls: list[tuple[str, str]] = []
        self.fired, self.dead = 0, False
        self.opened: dict[int, str] = {}
        self.real = {name: getattr(os, name) for name in (*LOOKS, *CHANGES)}

    def __enter__(self) -> "Faulty":
        for name in {*self.watched, "open", "close"}:
            setattr(os, name, self.watch(name))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, call in self.real.items():
            setattr(os, name, call)
        for descriptor in self.opened:  # what the dead no longer hold
            with suppress(OSError):
                os.close(descriptor)

    def watch(self, name: str) -> Callable[..., object]:
        real = self.real[name]

        def watched(*arguments: object, **options: object) -> object:
            place = self.place(arguments[0] if arguments else "")
            if not place.startswith(self.root):
                return real(*arguments, **options)
            if self.dead:
                raise Killed
            if name in self.watched:
                self.calls.append((name, place))
                if len(self.calls) == self.at or (
                    self.ever and 0 < self.at < len(self.calls) and name == self.calls[self.at - 1][0]
                ):
                    self.fire(name, arguments)
            found = real(*arguments, **options)
            if name == "open" and isinstance(found, int):
                self.opened[found] = place
            if name == "close" and isinstance(arguments[0], int):
                self.opened.pop(arguments[0], None)
            return found

        return watched

    def place(self, subject: object) -> str:
        if isinstance(subject, int):
            return self.opened.get(subject, "")
        return os.fsdecode(subject) if isinstance(subject, (str, bytes, os.PathLike)) else ""

    def fire(self, name: str, arguments: tuple[object, ...]) -> None:
        self.fired += 1
        descriptor = arguments[0]
        if name == "write" and isinstance(descriptor, int):
            data = bytes(arguments[1])  # type: ignore[call-overload]
            self.real["write"](descriptor, data[: len(data) // 2])
        if self.fault == KILL:
            self.dead = True
            raise Killed
        if name == "close" and isinstance(descriptor, int):
            self.opened.pop(descriptor, None)
            self.real["close"](descriptor)
        raise OSError(getattr(errno, self.fault), SECRET, SECRET)


def faults_of(calls: list[tuple[str, str]]) -> Iterator[tuple[int, str, bool]]:
    """Every fault that each of these calls can meet: its rank, its name, whether it lasts."""
    for at, (name, _) in enumerate(calls, 1):
        yield at, KILL, False
        for fault in ("EIO", "EACCES") if name in LOOKS else REFUSALS:
            yield at, fault, False
        if name in ("open", "write", "fsync", "replace"):
            yield at, "ENOSPC", True
