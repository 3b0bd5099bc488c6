"""Works on a whole journal, one at a time: who holds it, since when, and what was left unfinished.

A command that rewrites the journal holds `.travaux` while it works, and refuses
where a draft waits: a session writes its own file and never asks. What would be
wrong to leave half done (`resumable`) keeps its file when it stops; the same
command, typed again, finishes it.
"""

import base64
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime

from cip_coach import plainyaml
from cip_coach.frozen import field, frozen
from cip_coach.keeping import disk, shelf
from cip_coach.keeping.intake import Digest
from cip_coach.keeping.journal import settle
from cip_coach.keeping.refusals import Changed, Exists, Unreadable
from cip_coach.keeping.shelf import Journal
from cip_coach.plainyaml import YamlFault, scalar
from cip_coach.problem import Refused

NAME = ".travaux"
_KEYS = ("operation", "pid", "machine", "date", "reprise")
_SEALED = "scelle"
"""In a vault, what an operation was given: it may be the code of a person."""
_NOT_RESUMED = "non"
_NOTHING_DONE = ("code-inconnu", "code-pris", "renommage-incomplet", "deplacement-incomplet")
"""Refusals that come before anything was changed."""


@frozen
class Worker:
    """Our process: its number, its machine, its clock, and how it knows whether another process lives."""

    pid: int
    machine: str
    now: datetime
    alive: Callable[[int], bool]


@frozen
class Work:
    """What `.travaux` says: an operation, with what it was given, who does it, since when.

    One that is not `resumable` and whose process died may be left as it stands.
    """

    operation: str
    pid: int
    machine: str
    date: str
    given: Mapping[str, str] = field(default_factory=dict)
    resumable: bool = True

    @property
    def command(self) -> str:
        """What was typed after `cip-coach journal`."""
        words = (f'"{word}"' if " " in word and word[:2] != "--" else word for word in self.given.values())
        return " ".join((self.operation, *words))

    def goes_on(self, worker: Worker) -> bool:
        """Whether it may still be going on: on another machine, nobody can tell."""
        if self.machine != worker.machine:
            return True
        return self.pid != worker.pid and worker.alive(self.pid)

    def same(self, operation: str, given: Mapping[str, str]) -> bool:
        """Whether it is that operation, given the same."""
        return self.operation == operation and dict(self.given) == dict(given)


def current(journal: Journal) -> tuple[Work | None, Digest | None]:
    """The works noted in the journal, and what was read; both None without any. Raises `Unreadable`."""
    try:
        data = disk.read(journal.root / NAME, 10_000)
    except Unreadable as error:
        if error.reason == "absent":
            return None, None
        raise
    table = _table(data)
    pid = table.get("pid", "")
    given = {key: value for key, value in table.items() if key not in _KEYS}
    given |= _unsealed(journal, given.pop(_SEALED, ""))
    work = Work(
        table.get("operation", ""),
        int(pid) if pid.isdecimal() and len(pid) < 12 else 0,
        table.get("machine", ""),
        table.get("date", ""),
        given,
        table.get("reprise") != _NOT_RESUMED,
    )
    return work, disk.digest(data)


@contextmanager
def held(
    journal: Journal, worker: Worker, operation: str, *, resumable: bool = False, drafts: bool = False, **given: str
) -> Iterator[bool]:
    """Hold the journal for `operation`; gives whether it takes up again what was interrupted.

    `drafts` allows some to wait. Raises `Refused`: `travaux-en-cours`,
    `travaux-inacheves` (another operation must be finished first),
    `travaux-brouillon`, `travaux-repris` when two take it at once.
    """
    found, seen = current(journal)
    resumed = False
    if found is not None and found.operation:
        if found.goes_on(worker):
            raise Refused("travaux-en-cours", operation=found.operation, date=found.date)
        resumed = found.resumable and found.same(operation, given)
        if found.resumable and not resumed:
            raise Refused("travaux-inacheves", commande=found.command)
    kept = _sealed(journal, given)
    mine = _text(Work(operation, worker.pid, worker.machine, worker.now.isoformat(), kept, resumable)).encode()
    _sweep(journal)
    try:
        taken = disk.save(journal.root / NAME, mine, seen=seen)
    except (Changed, Exists):
        raise Refused("travaux-repris") from None
    done = False
    try:
        if not drafts:
            settle(journal)
            if waiting := len(shelf.drafts(journal)):
                done = not resumed
                raise Refused("travaux-brouillon", nombre=waiting)
        yield resumed
        done = True
    except Refused as refusal:
        done = done or (refusal.code in _NOTHING_DONE and not resumed)
        raise
    finally:
        if done or not resumable:
            _release(journal, taken)


def let_go(journal: Journal, worker: Worker) -> None:
    """Take away what a dead operation that is not to be resumed left of itself; nothing while it may go on."""
    found, _ = current(journal)
    if found is not None and not found.goes_on(worker) and not (found.operation and found.resumable):
        _sweep(journal)
        disk.remove(journal.root / NAME)


def _sweep(journal: Journal) -> None:
    """Take away the temporary files of `.travaux` that kills left: they may say a code."""
    for orphan in disk.orphans(journal.root):
        if disk.intended(orphan) == journal.root / NAME:
            disk.remove(orphan)


def _release(journal: Journal, taken: Digest) -> None:
    """Take `.travaux` away, if it is still ours (a journal that moved took it along)."""
    with suppress(Unreadable):
        if disk.digest(disk.read(journal.root / NAME, 10_000)) == taken:
            disk.remove(journal.root / NAME)


def _sealed(journal: Journal, given: Mapping[str, str]) -> Mapping[str, str]:
    """What an operation was given, as it is noted: under a seal, where there is one."""
    if not (given and journal.seal is not None):
        return given
    lines = "".join(f"{key}: {scalar(value)}\n" for key, value in given.items())
    return {_SEALED: base64.b64encode(journal.seal.closed(lines.encode())).decode("ascii")}


def _unsealed(journal: Journal, noted: str) -> dict[str, str]:
    """What was noted under a seal; nothing where it cannot be opened."""
    if not noted or journal.seal is None or journal.seal.identity is None:
        return {}
    from cip_coach.keeping.seal import Broken  # only here: a journal in clear does without

    try:
        return _table(journal.seal.opened(base64.b64decode(noted)))
    except (Broken, ValueError):
        return {}


def _table(data: bytes) -> dict[str, str]:
    said: object = {}
    with suppress(YamlFault, UnicodeDecodeError):
        said = plainyaml.read(data.decode("utf-8"))
    return {str(key): str(value) for key, value in said.items()} if isinstance(said, dict) else {}


def _text(work: Work) -> str:
    given = "".join(f"{key}: {scalar(value)}\n" for key, value in work.given.items())
    return (
        "# Une opération est en cours sur ce journal. Ce fichier s’en va avec elle.\n"
        f"operation: {scalar(work.operation)}\n{given}"
        f'pid: {work.pid}\nmachine: {scalar(work.machine)}\ndate: "{work.date}"\n'
        + ("" if work.resumable else f"reprise: {_NOT_RESUMED}\n")
    )
