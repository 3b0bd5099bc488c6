"""A journal taken to another folder: all copied, all read back, then the old one emptied. Resumable at any point.

The marker says where one stands: the old one `demenage` from the beginning, so that a
session still open there writes nothing more; the new one `copie` until all is there.
"""

from collections.abc import Mapping
from pathlib import Path

from cip_coach.frozen import replace
from cip_coach.keeping import archive, clearing, disk, marker, siblings, works
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.marker import OPEN, Marker
from cip_coach.keeping.refusals import Exists, reading
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Refused

COPYING, LEAVING = "copie", "demenage"


def place(journal: Journal, target: Path) -> None:
    """Raise `Refused` unless the journal can go to `target`: absent with a parent, empty, or begun by us."""
    root = journal.root.resolve()
    if target.resolve() == root or root in target.resolve().parents or target.resolve() in root.parents:
        raise Refused("deplacement-dedans", dossier=str(target))
    if (found := marker.find(target)) is not None:
        if found.id != journal.marker.id:
            raise Refused("deplacement-occupe", dossier=str(target))
        if found.state == OPEN and journal.marker.state != LEAVING:
            raise Refused("deplacement-occupe", dossier=str(target))
        return
    with reading(target):
        if target.exists() and (not target.is_dir() or _occupied(target)):
            raise Refused("deplacement-occupe", dossier=str(target))
    if not target.parent.is_dir():
        raise Refused("journal-parent-absent", dossier=str(target))


def _occupied(folder: Path) -> bool:
    """Whether it holds more than what an interrupted beginning leaves (see `marker.create`)."""
    return bool({path for path in folder.iterdir() if path.name != marker.NAME} - set(disk.orphans(folder)))


def move(journal: Journal, target: Path, advance: Advance = untold) -> int:
    """Take everything to `target`; how many files. To be called while the journal is held.

    Raises `Refused`: what `place` says; `deplacement-incomplet` with the files that
    cannot be copied (nothing was changed); `deplacement-different` when what was
    copied does not read back; what the disk refuses. The old files go last, each
    only once its copy was read back.
    """
    place(journal, target)
    files, problems = archive.contents(journal, temporaries=True)
    files.pop(marker.NAME, None)
    if problems:
        raise Refused("deplacement-incomplet", problems)
    leaving = replace(journal.marker, state=LEAVING)
    if journal.marker != leaving:
        marker.rewrite(journal.root, journal.marker, leaving)
    arrived = _arrived(target, journal.marker)
    placed = {}
    for rank, (name, data) in enumerate(files.items(), 1):
        advance(rank, 2 * len(files))
        placed[name] = _copy(target / name, data, arrived)
    for name, path in placed.items():
        if disk.read(path, archive.LARGEST) != files[name]:
            raise Refused("deplacement-different", name=name)
    if arrived.state != OPEN:
        marker.rewrite(target, arrived, replace(arrived, state=OPEN))
    _empty(journal, files, advance)
    return len(files)


def _arrived(target: Path, leaving: Marker) -> Marker:
    """The marker of the new folder, made when there is none."""
    found = marker.find(target)
    if found is None:
        found = replace(leaving, state=COPYING)
        marker.create(target, marker.Origin.NAMED, found)
    return found


def _copy(path: Path, data: bytes, arrived: Marker) -> Path:
    """Write the file; what an interrupted copy left is written over, what was changed since is left alone."""
    disk.make_folder(path.parent)
    for spot in siblings.names(path, 99):
        try:
            disk.save(spot, data, seen=None)
            return spot
        except Exists:
            there = disk.read(spot, archive.LARGEST)
            if there == data:
                return spot
            if arrived.state != OPEN:
                disk.save(spot, data, seen=disk.digest(there))
                return spot
    raise Exists(path)


def _empty(journal: Journal, files: Mapping[str, bytes], advance: Advance) -> None:
    """Take the old journal away: only files that are still what was copied; the marker last."""
    folders = {journal.root}
    for rank, (name, data) in enumerate(files.items(), 1):
        advance(len(files) + rank, 2 * len(files))
        path = journal.root / name
        folders |= set(path.parents[: len(Path(name).parts)])
        if disk.read(path, archive.LARGEST) == data:
            disk.remove(path)
    left = [path for path in archive.inside(journal) if path.name != marker.NAME]
    if left:
        raise Refused("deplacement-reste", nombre=len(left))
    if (journal.root / works.NAME).exists():
        disk.remove(journal.root / works.NAME)
    disk.remove(journal.root / marker.NAME)
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        clearing.remove_empty_folder(folder)
    for folder in (journal.root / "brouillons", journal.root / "corbeille", journal.root):
        clearing.remove_empty_folder(folder)
