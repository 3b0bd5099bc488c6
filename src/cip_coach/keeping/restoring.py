"""The files of an archive put into a journal: nothing overwritten, what differs side by side.

It may be interrupted and begun again: what is there already is left alone.
"""

from collections.abc import Mapping
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from cip_coach.frozen import frozen, replace
from cip_coach.keeping import conversion, disk, followed, marker, shelf, siblings
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.beginning import decode, parse_head
from cip_coach.keeping.refusals import Exists, Unreadable
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Refused

_KEY, _RECIPIENTS = "cle.age", "destinataires.txt"


class Fate(Enum):
    """What becomes of a file of the archive."""

    NEW = auto()
    SAME = auto()
    """It is there already, to the byte."""
    BESIDE = auto()
    """Another file has its name: it comes beside, under `…_2`."""
    TRASH = auto()
    """A draft of a session that was closed since: it goes to the trash."""


@frozen
class Step:
    """One file of the archive, where it goes, and why."""

    name: str
    place: Path
    fate: Fate


def steps(journal: Journal, files: Mapping[str, bytes]) -> tuple[Step, ...]:
    """What a restoration would do, file by file; nothing is written."""
    closed = {head.id for path in shelf.notes(journal) if (head := shelf.load_head(journal, path)[0])}
    found = []
    ours = {marker.NAME, _KEY} | ({_RECIPIENTS} if (journal.root / _RECIPIENTS).exists() else set())
    for name, data in sorted(files.items()):
        if name in ours:  # the keys were compared before (`compatible`)
            continue
        path = PurePosixPath(name)
        fate = Fate.NEW
        if path.parts[0] == shelf.DRAFTS and _id(journal, data, path) in closed:
            path, fate = PurePosixPath(shelf.TRASH) / path.name, Fate.TRASH
        place, taken = _place(journal.root / path, data)
        if taken:
            fate = Fate.SAME
        elif place.name != path.name and fate is Fate.NEW:
            fate = Fate.BESIDE
        found.append(Step(name, place, fate))
    return tuple(found)


def compatible(journal: Journal, files: Mapping[str, bytes], name: str) -> None:
    """Raise `Refused` `archive-autre-cle` or `archive-en-clair` unless both are in clear, or sealed for the same key.

    An archive is put back as it is: a note in clear never comes into a vault, nor a
    sealed one where nothing would open it.
    """
    theirs, ours = files.get(_KEY), None
    with suppress(Unreadable):
        ours = disk.read(journal.root / _KEY) if journal.marker.vault else None
    if theirs is None and ours is not None:
        raise Refused("archive-en-clair", name=name)
    if theirs != ours:
        raise Refused("archive-autre-cle", name=name)


def adopts(journal: Journal, files: Mapping[str, bytes]) -> bool:
    """Whether the journal may become the vault that the archive holds: it is none, and has no word of its own."""
    own = any(shelf.listed(folder) for folder in shelf.folders(journal)) or (journal.root / followed.NAME).exists()
    return _KEY in files and not journal.marker.vault and not own


def take_keys(journal: Journal, files: Mapping[str, bytes]) -> Journal:
    """The journal with the keys of the archive, to be unlocked; on the disk it is no vault before `become`."""
    for name in (_RECIPIENTS, _KEY):
        if name in files:
            conversion.put(journal, name, files[name])
    return replace(journal, marker=replace(journal.marker, vault=marker.SEALED))


def become(journal: Journal, sealed: Journal) -> None:
    """Make the journal a vault, now that its passphrase is known."""
    marker.rewrite(journal.root, journal.marker, sealed.marker)


def bring_key_back(journal: Journal, files: Mapping[str, bytes]) -> None:
    """Give a vault whose `cle.age` is lost the one of the archive, if both are sealed for the same keys."""
    place = journal.root / _RECIPIENTS
    if _KEY not in files or not journal.marker.vault or (journal.root / _KEY).exists():
        return
    with suppress(Unreadable):
        if disk.read(place) == files.get(_RECIPIENTS):
            disk.save(journal.root / _KEY, files[_KEY], seen=None)


def restore(journal: Journal, files: Mapping[str, bytes], advance: Advance = untold) -> tuple[Step, ...]:
    """Do it, each file for good before the next; what was done. Raises `Refused` as `disk.save`."""
    done = steps(journal, files)
    for rank, step in enumerate(done, 1):
        advance(rank, len(done))
        if step.fate is not Fate.SAME:
            disk.make_folder(step.place.parent)
            disk.save(
                step.place,
                files[step.name],
                seen=None,
                before_replace=lambda: marker.check(journal.root, journal.marker),
            )
    return done


def _place(path: Path, data: bytes) -> tuple[Path, bool]:
    """The first free name from `path` on, or the one that holds these very bytes (True)."""
    for place in siblings.names(path, 999):
        try:
            if disk.read(place, len(data) + 1) == data:
                return place, True
        except Unreadable as error:
            if error.reason == "absent":
                return place, False
    raise Exists(path)


def _id(journal: Journal, data: bytes, path: PurePosixPath) -> str:
    name = str(path)
    try:
        text, _ = decode(shelf.opened(journal, data, journal.root / path), name)
    except Unreadable:
        return ""
    head = parse_head(text, name)[0] if text is not None else None
    return head.id if head else ""
