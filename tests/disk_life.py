"""What a small program asks of the disk, refusals and all, and what must be true of its folder afterwards.

It makes a folder, saves a note in two versions, moves it, removes another one. Told
of a refusal it tries again once, as a session does. `test_disk_faults.py` runs it
under strace, `test_disk_replay.py` on any system.
"""

import hashlib  # noqa: F401 -- for the digests: a session loads it while its first question is read
from collections.abc import Callable
from pathlib import Path

from cip_coach.keeping import disk

VERSIONS = [f"version {n}\n".encode() * 3000 for n in (1, 2)]
"""Long enough for several blocks."""
OTHER = b"autre\n" * 100
DRAFT, CLOSED, THROWN = "brouillons/note.md", "2026/note.md", "autre.md"

Say = Callable[..., object]


class Resigned(Exception):
    """Refused twice: it stops there."""


def prepare(journal: Path) -> None:
    """The folder before anything happens."""
    disk.make_folder(journal)
    disk.save(journal / THROWN, OTHER, seen=None)


def live(journal: Path, say: Say) -> None:
    """The whole life; each thing that is acknowledged is said. Raises `Resigned`."""
    draft, closed, other = journal / DRAFT, journal / CLOSED, journal / THROWN

    def insist(act: Callable[[], object], done: Callable[[], object] = lambda: None) -> object:
        for last in (False, True):
            try:
                return act()
            except disk.DiskRefused as refusal:
                say("refused", refusal.errno)
                if refusal.done:
                    return done()
                if last:
                    say("gave up")
                    raise Resigned from None
        return None

    insist(lambda: disk.make_folder(draft.parent))
    seen: object = None
    for number, data in enumerate(VERSIONS, 1):

        def unsure(data: bytes = data) -> object:
            again = disk.digest(data)
            return insist(lambda: disk.save(draft, data, seen=again), lambda: again)

        seen = insist(lambda data=data, seen=seen: disk.save(draft, data, seen=seen), unsure)
        say("saved", number)
    insist(lambda: disk.make_folder(closed.parent))
    insist(lambda: disk.move(draft, closed))
    say("moved")
    insist(lambda: disk.remove(other))
    say("removed")


def wrong(found: dict[str, bytes], said: list[str], *, killed: bool, persistent: bool = False) -> list[str]:
    """All that is wrong with the files after a life during which a fault fired, in words."""
    faults: list[str] = []

    def expect(fact: bool, words: str) -> None:
        if not fact:
            faults.append(words)

    files = dict(found)
    left = [name for name in list(files) if name.endswith(".tmp") and files.pop(name) is not None]
    draft, closed, other = (files.pop(name, None) for name in (DRAFT, CLOSED, THROWN))
    saved = max((int(word.split()[1]) for word in said if word.startswith("saved")), default=0)
    kept = max((VERSIONS.index(one) + 1 for one in (draft, closed) if one in VERSIONS), default=0)

    # Whole bytes only, and the acknowledged ones are there.
    expect(not files, f"foreign files {list(files)}")
    expect(draft in (None, b"", *VERSIONS) and closed in (None, b"", *VERSIONS), "torn note")
    expect(draft != b"" or saved == 0, "emptied draft")
    expect(closed != b"" or "moved" not in said, "emptied note")
    expect(kept >= saved, "acknowledged save lost")
    expect(kept <= saved + 1, "a save from nowhere")
    expect("moved" not in said or (draft, closed) == (None, VERSIONS[-1]), "acknowledged move lost")
    expect(other in (None, OTHER), "torn other note")
    expect(("removed" in said) <= (other is None), "acknowledged removal lost")

    # Told of an error, the disk has cleaned behind itself and the second try has passed.
    if not killed:
        expect(not left, "temporary file left")
        expect(b"" not in (draft, closed), "empty file left")
        expect(persistent or "removed" in said, "second try refused")
    return faults


def files_of(journal: Path) -> dict[str, bytes]:
    """Every file of the folder, byte for byte."""
    return {
        path.relative_to(journal).as_posix(): path.read_bytes()
        for path in sorted(journal.rglob("*"))
        if path.is_file()
    }
