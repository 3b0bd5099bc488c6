"""What happens to notes in their folder: kept, closed, thrown away. Writes through `disk` alone; knows no clock.

`shelf` says what lies where. The marker of the journal is read again before each
replace, so that a folder changed or unplugged meanwhile is never written to.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from cip_coach.frozen import frozen, replace
from cip_coach.keeping import beginning, clearing, disk, marker, siblings
from cip_coach.keeping.intake import Digest
from cip_coach.keeping.marker import Marker, Origin
from cip_coach.keeping.note import Head, Note, Status
from cip_coach.keeping.refusals import Changed, DiskRefused, Exists, reading
from cip_coach.keeping.shelf import (
    DRAFTS,
    SEALED,
    TRASH,
    Journal,
    drafts,
    folders,
    listed,
    load,
    note_name,
    read_whole,
    relative,
)
from cip_coach.problem import Refused


@frozen
class Saved:
    """Where a note is and what its file holds; `instead_of` is the file that another program had changed."""

    path: Path
    digest: Digest
    instead_of: Path | None = None


@frozen
class Leftover:
    """A temporary file left by a kill, the note it was for, and whether it holds something later than it."""

    path: Path
    note: Path | None
    newer: bool


_MOST = 99
"""Of one name, at most so many siblings."""


class Unconfirmed(Refused):
    """The note is in place but the disk did not confirm it: `saved` is what to pass on the next save."""

    def __init__(self, saved: Saved, error: DiskRefused) -> None:
        super().__init__(error.code)
        self.details, self.saved = error.details, saved


def open_journal(root: Path, origin: Origin, new_id: Callable[[], str]) -> Journal:
    """The journal at `root`, created when design §5 allows it.

    `new_id` gives the id of a new journal. Raises `Refused` when there is none
    and none may be made (see `marker.create`), or when it is being moved.
    """
    found = marker.find(root)
    if found is not None:
        if found.state != marker.OPEN:
            raise Refused("journal-etat", etat=found.state)
        return Journal(root, found)
    new = Marker(new_id())
    marker.create(root, origin, new)
    return Journal(root, new, created=True)


def save_draft(journal: Journal, note: Note, seen: Saved | None) -> Saved:
    """Put the note among the drafts; `seen` is what the last save gave, None for the first one.

    When somebody else changed the file, theirs stays and the session goes on in
    a sibling (`…_2.md`), named in the answer. Raises `DiskRefused`, or
    `Unconfirmed` with what to pass next.
    """
    from cip_coach.keeping.render import render  # a session loads it ahead

    data = render(note).encode()
    if seen is not None:
        try:
            return _save(journal, seen.path, data, seen.digest)
        except Changed:
            return replace(_save_beside(journal, seen.path, data), instead_of=seen.path)
    folder = journal.root / DRAFTS
    _make_folder(journal, folder)
    head = note.head
    name = note_name(head.day, head.begun, head.tree, head.id) + (SEALED if journal.sealing else "")
    try:
        return _save(journal, folder / name, data, None)
    except Exists:
        return _save_beside(journal, folder / name, data)


def close(journal: Journal, note: Note, seen: Saved | None, meanwhile: Callable[[], bool] | None = None) -> Saved:
    """Write the note as closed, for good, then move it to its year.

    What only a draft holds is left out. `meanwhile` does in between what the note
    says of others; False, or a kill, leaves a closed note among the drafts, for `settle`.
    """
    head = replace(note.head, status=Status.CLOSED, current="")
    closed = replace(note, head=head, half_typed=None, reserve=(), sources=())
    saved = save_draft(journal, closed, seen)
    if meanwhile is not None and not meanwhile():
        return saved
    try:
        return replace(saved, path=_move(journal, saved.path, _home(journal, head)))
    except DiskRefused as error:
        if not error.done:
            raise
        raise Unconfirmed(replace(saved, path=error.path), error) from error


def settle(journal: Journal, ready: Callable[[Note], bool] = lambda _: True) -> tuple[Path, ...]:
    """Move to their year the notes that were closed but stayed among the drafts, once `ready`; their new places."""
    moved = []
    for path in drafts(journal):
        loaded = load(journal, path)
        if loaded.note and loaded.note.head.status is Status.CLOSED and ready(loaded.note):
            moved.append(_move(journal, path, _home(journal, loaded.note.head)))
    return tuple(moved)


def discard(journal: Journal, path: Path) -> Path:
    """Throw a note away: it goes to the trash, whose path is given back."""
    return _move(journal, path, journal.root / TRASH)


def restore(journal: Journal, path: Path) -> Path:
    """Take a note out of the trash, back to the drafts or to its year."""
    loaded = load(journal, path)
    if loaded.note is None:
        raise Refused("note-illisible", loaded.problems)
    back = _move(journal, path, _home(journal, loaded.note.head))
    clearing.remove_empty_folder(journal.root / TRASH)
    return back


def amend(journal: Journal, path: Path, edit: Callable[[str], str]) -> Saved:
    """Change one place of a note with an `edit` of `splice`; read again and tried once more if it changed.

    Raises `Refused`: what `edit` raises, `Changed` the second time, `note-illisible`.
    """
    try:
        return _amend(journal, path, edit)
    except Changed:
        return _amend(journal, path, edit)


def leftovers(journal: Journal, before: float) -> tuple[Leftover, ...]:
    """The temporary files that kills left, none touched since `before` (seconds since 1970).

    Empty notes, whose name was taken but which got no words, are removed on the
    way without a word.
    """
    found = []
    for folder in folders(journal):
        for path in disk.orphans(folder, before=before):
            note = disk.intended(path)
            found.append(Leftover(path, note, note is not None and _time(path) > _time(note)))
        for path in listed(folder):
            with reading(path):
                status = path.lstat()
            if path.is_file() and status.st_size == 0 and status.st_mtime < before:
                disk.remove(path)
    return tuple(found)


def _save(journal: Journal, path: Path, words: bytes, seen: Digest | None) -> Saved:
    """Keep what a note says; sealed when its name says so. In a vault nothing is written in clear."""
    data = words
    if path.name.endswith(SEALED) and journal.seal is not None:
        data = journal.seal.closed(words)
    elif journal.marker.vault == marker.SEALED:
        raise Refused("coffre-note-en-clair", name=path.name)
    try:
        return Saved(path, disk.save(path, data, seen=seen, before_replace=lambda: _check(journal)))
    except DiskRefused as error:
        if not error.done:
            raise
        raise Unconfirmed(Saved(path, disk.digest(data)), error) from error


def _save_beside(journal: Journal, path: Path, data: bytes) -> Saved:
    for place in islice(siblings.names(path, _MOST), 1, None):
        try:
            return _save(journal, place, data, None)
        except Exists:
            continue
    raise Exists(path)


def _move(journal: Journal, path: Path, folder: Path) -> Path:
    """Move a file to `folder`, under a sibling's name if its own is taken."""
    _check(journal)
    _make_folder(journal, folder)
    target = folder / path.name
    for place in siblings.names(target, _MOST):
        try:
            disk.move(path, place)
            return place
        except Exists:
            continue
    raise Exists(target)


def _amend(journal: Journal, path: Path, edit: Callable[[str], str]) -> Saved:
    data, seen = read_whole(journal, path)
    text, problems = beginning.decode(data, relative(journal, path))
    if text is None:
        raise Refused("note-illisible", problems)
    return _save(journal, path, edit(text).encode(), seen)


def _check(journal: Journal) -> None:
    marker.check(journal.root, journal.marker)


def _make_folder(journal: Journal, folder: Path) -> None:
    """The folder, to write in it. One that leads elsewhere is refused (`dossier-lien`): what is kept stays here."""
    with reading(folder):
        if folder.is_symlink():
            raise Refused("dossier-lien", name=folder.name)
        there = folder.is_dir()
    if not there:
        _check(journal)
        disk.make_folder(folder)


def _home(journal: Journal, head: Head) -> Path:
    return journal.root / (DRAFTS if head.status is Status.DRAFT else f"{head.day.year:04d}")


def _time(path: Path) -> float:
    """When a file was last written; long ago for one that is absent or empty."""
    try:
        status = path.lstat()
    except OSError:
        return 0.0
    return status.st_mtime if status.st_size else 0.0
