"""Everything that is wrong, or that looks it, in a journal and in its folder. Reads only; changes nothing."""

import os
import shlex
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from cip_coach.frozen import frozen
from cip_coach.keeping import archive, disk, followed, marker, shelf, works
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.note import Head, Status
from cip_coach.keeping.refusals import Unreadable, reading
from cip_coach.keeping.shelf import Journal
from cip_coach.keeping.synced import service_of
from cip_coach.keeping.works import Worker
from cip_coach.problem import Problem

FRESH = 60.0
"""Seconds during which a temporary file may belong to a session that goes on."""
_HARMLESS = frozenset({"desktop.ini", "Thumbs.db", ".DS_Store", ".gitignore", ".localized"})
_VAULT = ("cle.age", "destinataires.txt", followed.NAME + shelf.SEALED)
_TOOLS = frozenset({".obsidian", ".vscode", ".trash", ".git"})
"""Files and folders of other programs that many people have there."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@frozen
class Examined:
    """How many notes were read, drafts and trash included, and what is wrong."""

    notes: int
    problems: tuple[Problem, ...]


class _Visit:
    def __init__(
        self, journal: Journal, today: date, worker: Worker, is_tree: Callable[[str], bool], advance: Advance
    ) -> None:
        self.journal, self.today, self.worker, self.is_tree = journal, today, worker, is_tree
        self.advance = advance
        self.files = sum(shelf.is_note(path.name) for path in archive.inside(journal))
        self.seen: dict[tuple[str, str], str] = {}
        self.notes = 0

    def problems(self) -> Iterator[Problem]:
        root = self.journal.root
        for path in dict.fromkeys((root, root.resolve())):
            if service := service_of(path):
                yield Problem("", 0, 0, "journal-synchronise", {"service": service})
                break
        if self.journal.marker.state != marker.OPEN:
            yield Problem(marker.NAME, 0, 0, "journal-etat", {"etat": self.journal.marker.state})
        yield from self._rights()
        yield from self._works()
        if self.journal.marker.vault:
            from cip_coach.keeping import vault

            yield from vault.doubts(self.journal)
        yield from followed.load(self.journal).problems
        for folder in sorted(
            {path.parent for path in archive.inside(self.journal)} | set(shelf.folders(self.journal))
        ):
            if not _TOOLS & set(folder.relative_to(root).parts):
                yield from self._folder(folder)

    def _rights(self) -> Iterator[Problem]:
        """Whether other accounts of this computer may read there; Windows says it otherwise."""
        if os.name == "nt":
            return
        root = self.journal.root
        loose = 0
        for path in (root, *shelf.folders(self.journal)[1:], *archive.inside(self.journal)):
            with reading(path):
                status = path.lstat()
            loose += not stat.S_ISLNK(status.st_mode) and bool(status.st_mode & _OTHERS)
        if loose:
            details: dict[str, str | int] = {"nombre": loose, "commande": f"chmod -R go= {shlex.quote(str(root))}"}
            yield Problem("", 0, 0, "droits-larges", details)

    def _works(self) -> Iterator[Problem]:
        work, _ = works.current(self.journal)
        if work is None:
            return
        if work.operation and work.goes_on(self.worker):
            yield Problem(works.NAME, 0, 0, "travaux-en-cours", {"operation": work.operation, "date": work.date})
        else:
            yield Problem(works.NAME, 0, 0, "travaux-inacheves", {"commande": work.command})

    def _folder(self, folder: Path) -> Iterator[Problem]:
        known = folder == self.journal.root or folder in shelf.folders(self.journal)
        orphans = set(disk.orphans(folder))
        with reading(folder):
            inside = sorted(path for path in folder.iterdir() if not path.is_dir() or path.is_symlink())
        for path in sorted(inside, key=lambda path: not shelf.is_named_by_us(path)):  # a note before its copies
            name = shelf.relative(self.journal, path)
            if path in orphans:
                yield from self._orphan(path, name)
            elif path.is_symlink():
                yield Problem(name, 0, 0, "fichier-lien", {}, warning=True)
            elif known and shelf.is_note(path.name):
                yield from self._note(path, name)
            elif path.name not in _HARMLESS and name not in (marker.NAME, works.NAME, followed.NAME, *_VAULT):
                yield Problem(name, 0, 0, "fichier-etranger", {}, warning=True)

    def _orphan(self, path: Path, name: str) -> Iterator[Problem]:
        with reading(path):
            changed = path.lstat().st_mtime
        if changed > self.worker.now.timestamp() - FRESH:
            return
        note = disk.intended(path)
        newer = note is None or not note.exists() or changed > note.lstat().st_mtime
        yield Problem(name, 0, 0, "temporaire-plus-recent" if newer else "temporaire", {}, warning=not newer)

    def _note(self, path: Path, name: str) -> Iterator[Problem]:
        self.notes += 1
        self.advance(self.notes, self.files)
        loaded = shelf.load(self.journal, path)
        yield from loaded.problems
        if self.journal.sealing and not path.name.endswith(shelf.SEALED):
            yield Problem(name, 0, 0, "note-en-clair")
        if loaded.note is not None:
            yield from self._head(loaded.note.head, path, name)

    def _head(self, head: Head, path: Path, name: str) -> Iterator[Problem]:
        folder = path.parent.name if path.parent != self.journal.root else ""
        trash = folder == shelf.TRASH
        twin = self.seen.setdefault((shelf.TRASH if trash else "", head.id), name)
        if twin != name:
            yield Problem(name, 0, 0, "copie-conflit", {"autre": twin})
        if not self.is_tree(head.tree):
            yield Problem(name, 0, 0, "note-arbre-inconnu", {"arbre": head.tree}, warning=True)
        if head.day > self.today:
            yield Problem(name, 0, 0, "note-date-future", {}, warning=True)
        if trash:
            return
        if head.status is Status.CLOSED and folder == shelf.DRAFTS:
            yield Problem(name, 0, 0, "note-close-au-brouillon", {}, warning=True)
        elif head.status is Status.DRAFT and folder != shelf.DRAFTS:
            yield Problem(name, 0, 0, "note-brouillon-ailleurs", {})
        elif head.status is Status.CLOSED and folder and folder != f"{head.day.year:04d}":
            yield Problem(name, 0, 0, "note-autre-annee", {"annee": head.day.year}, warning=True)


def examined(
    journal: Journal, today: date, worker: Worker, is_tree: Callable[[str], bool], advance: Advance = untold
) -> Examined:
    """Every disease of every note, copies in conflict, what kills left, foreign files, rights, where it lies.

    A draft that waits is no problem. Never raises for a file; `Unreadable` when
    the folder itself cannot be read.
    """
    try:
        visit = _Visit(journal, today, worker, is_tree, advance)
        problems = tuple(visit.problems())
    except OSError:
        raise Unreadable("disque", journal.root) from None
    return Examined(visit.notes, problems)
