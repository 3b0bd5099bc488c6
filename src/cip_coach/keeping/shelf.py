"""What lies in the folder of notes, and how it is called. Reads only; knows no clock.

`AAAA/` closed notes · `brouillons/` drafts · `corbeille/` what was thrown away.
Nothing is held open or kept in a list: names say the day, heads are read when asked.
In a vault a note is `….md.age`; it is read and unsealed here (`note_bytes`), and nowhere else.
"""

import os
import re
from collections.abc import Iterator
from datetime import date, datetime
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from cip_coach.frozen import frozen
from cip_coach.keeping import beginning
from cip_coach.keeping.intake import LIMIT, Digest, digest, read, read_head
from cip_coach.keeping.marker import SEALED as VAULT
from cip_coach.keeping.marker import Marker
from cip_coach.keeping.note import Glimpse, Head, Note
from cip_coach.keeping.refusals import Unreadable, reading
from cip_coach.patterns import regex
from cip_coach.problem import Problem
from cip_coach.spreading import spread
from cip_coach.text import fold

if TYPE_CHECKING:
    from cip_coach.keeping.seal import Seal

DRAFTS, TRASH = "brouillons", "corbeille"
ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""The characters of an id: none is taken for another when read aloud or copied by hand."""
ID_LENGTH = 6

SUFFIX, SEALED = ".md", ".age"
"""How the name of a note ends; a sealed one has both."""
_NOTES = (SUFFIX, SUFFIX + SEALED)
_AN_AGE_FILE = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")
_SEALED_LIMIT = LIMIT + 8_192

_HEAD_END = b"\n---"
_OURS = regex(r"(?:[^/]+/)?\d{4}-\d\d-\d\d_\d{4}_[a-z0-9-]+_[a-z0-9]+\.md(?:\.age)?")
_YEAR = regex(r"\d{4}")
_NAME = attrgetter("name")


@frozen
class Journal:
    """A folder of notes that carries its marker. `created` is True when it has just been made.

    `seal` seals and, once unlocked, unseals the notes of a vault; None in a journal in clear.
    """

    root: Path
    marker: Marker
    created: bool = False
    seal: "Seal | None" = None

    @property
    def sealing(self) -> bool:
        """Whether what is written here is to be sealed."""
        return self.marker.vault == VAULT

    @property
    def locked(self) -> bool:
        """Whether what is sealed here cannot be read, for want of the passphrase."""
        return bool(self.marker.vault) and (self.seal is None or self.seal.identity is None)


@frozen
class Loaded:
    """A file of the journal as it was read; `note`, `text` and `digest` are None for what cannot be."""

    path: Path
    note: Note | None
    text: str | None
    digest: Digest | None
    problems: tuple[Problem, ...]


def note_name(day: date, begun: datetime, tree: str, note_id: str) -> str:
    """`AAAA-MM-JJ_HHMM_<arbre>_<id>.md`: no person in it, valid on every system, at most 100 bytes."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(tree)).strip("-")[:60].strip("-") or "note"
    short = re.sub(r"[^a-z0-9]+", "", fold(note_id))[:12] or "x"
    return f"{day.isoformat()}_{begun.hour:02d}{begun.minute:02d}_{slug}_{short}.md"


def is_named_by_us(file: Path | str) -> bool:
    """Whether a note has the name that was given to it; the copies of a synchronisation have another."""
    return bool(_OURS.fullmatch(file if isinstance(file, str) else file.name))


def is_note(name: str) -> bool:
    """Whether a file of that name is a note, sealed or not."""
    return name.endswith(_NOTES) and name[0] != "."


def day_of(file: Path | str) -> date | None:
    """The day that the name of a note says, None if it says none."""
    name = file.rpartition("/")[2] if isinstance(file, str) else file.name
    if not name[4:5] == name[7:8] == "-" or name[10:11] != "_":
        return None
    try:
        return date.fromisoformat(name[:10])
    except ValueError:
        return None


def relative(journal: Journal, path: Path) -> str:
    """How problems and reports call a file: its path from the journal, with slashes."""
    whole = str(path)
    inside = whole.removeprefix(f"{journal.root}{os.sep}")
    if inside == whole:  # the root of a disk, or not in the journal
        return path.relative_to(journal.root).as_posix() if path.is_relative_to(journal.root) else path.name
    return inside.replace(os.sep, "/")


def files(journal: Journal) -> Iterator[str]:
    """The files of closed notes as `relative` calls them, newest first by their names.

    Whatever ends in `.md` or `.md.age` in a year's folder is one.
    """
    years = [(year, sorted(names, reverse=True)) for year, names in _by_year(journal) if names]
    loose = [name for name in _names(journal.root) if day_of(name)]
    if not loose and all(names[0][:4] == names[-1][:4] == year for year, names in years):
        return (f"{year}/{name}" for year, names in reversed(years) for name in names)
    found = [(name, f"{year}/{name}") for year, names in years for name in names]
    found += [(name, name) for name in loose]
    found.sort(key=itemgetter(0), reverse=True)
    return (file for _, file in found)


def notes(journal: Journal) -> Iterator[Path]:
    """The same files, as paths."""
    return (journal.root / file for file in files(journal))


def drafts(journal: Journal) -> tuple[Path, ...]:
    """The files among the drafts, newest first."""
    return tuple(sorted(listed(journal.root / DRAFTS), key=_NAME, reverse=True))


def trash(journal: Journal) -> tuple[Path, ...]:
    """The files in the trash, newest first."""
    return tuple(sorted(listed(journal.root / TRASH), key=_NAME, reverse=True))


def note_bytes(journal: Journal, path: Path | str) -> bytes:
    """All that a note says, unsealed if it is sealed. Raises `Unreadable`."""
    return opened(journal, _stored(path), path)


def read_whole(journal: Journal, path: Path) -> tuple[bytes, Digest]:
    """The same, and the digest of the file as it lies there. Raises `Unreadable`."""
    stored = _stored(path)
    return opened(journal, stored, path), digest(stored)


def opened(journal: Journal, data: bytes, path: Path | str) -> bytes:
    """What the file `path` says, whose bytes are `data`: themselves unless they are sealed. Raises `Unreadable`."""
    if not data.startswith(_AN_AGE_FILE):
        return data
    if journal.seal is None or journal.seal.identity is None:
        raise Unreadable("scelle", Path(path))
    from cip_coach.keeping.seal import Broken  # only here: a journal in clear does without

    try:
        return journal.seal.opened(data)
    except Broken:
        raise Unreadable("sceau", Path(path)) from None


def head_bytes(journal: Journal, path: Path | str) -> bytes:
    """The beginning of a note, with all of its head at least, unsealed if it is sealed. Raises `Unreadable`."""
    if journal.marker.vault:  # of a seal, no part can be opened alone
        return note_bytes(journal, path)
    return opened(journal, read_head(path, _HEAD_END), path)


def load(journal: Journal, path: Path) -> Loaded:
    """The note in a file, or why there is none. Never raises: a file of any kind gives its problems."""
    name = relative(journal, path)
    try:
        data, seen = read_whole(journal, path)
    except Unreadable as error:
        return Loaded(path, None, None, None, (Problem(name, 0, 0, error.code, error.details),))
    text, problems = beginning.decode(data, name)
    if text is None:
        return Loaded(path, None, None, seen, problems)
    from cip_coach.keeping.parse import parse  # only here: many read heads alone, and a new journal has no note

    note, problems = parse(text, name)
    return Loaded(path, note, text, seen, problems)


def load_head(journal: Journal, path: Path) -> tuple[Head | None, tuple[Problem, ...]]:
    """The head of the note in a file, of which no more than needed is read, or why there is none."""
    found, problems = _head(journal, path, relative(journal, path), date.min, date.max)
    return found if isinstance(found, Head) else None, problems


def heads(
    journal: Journal, start: date = date.min, end: date = date.max
) -> Iterator[tuple[str, Head | Glimpse | None, tuple[Problem, ...]]]:
    """The same for each of `files`, then for each draft.

    Of closed notes that are not of the days from `start` up to `end`, a glimpse is enough.
    """

    def read_one(file: str) -> tuple[Head | Glimpse | None, tuple[Problem, ...]]:
        return _head(journal, f"{journal.root}/{file}", file, start, end)

    names = (*files(journal), *(relative(journal, path) for path in drafts(journal)))
    for name, found in zip(names, spread(read_one, names, alike=True), strict=True):
        yield name, *found


def text_of(journal: Journal, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of one of `files`, or why there is none."""
    try:
        data = note_bytes(journal, f"{journal.root}/{file}")
    except Unreadable as error:
        return None, (Problem(file, 0, 0, error.code, error.details),)
    return beginning.decode(data, file)


def _stored(path: Path | str) -> bytes:
    return read(path, _SEALED_LIMIT if str(path).endswith(SEALED) else LIMIT)


def _head(
    journal: Journal, path: Path | str, name: str, start: date, end: date
) -> tuple[Head | Glimpse | None, tuple[Problem, ...]]:
    try:
        data = head_bytes(journal, path)
    except Unreadable as error:
        return None, (Problem(name, 0, 0, error.code, error.details),)
    return beginning.read_head(data, name, start, end)


def _by_year(journal: Journal) -> Iterator[tuple[str, list[str]]]:
    return ((folder.name, _names(folder)) for folder in _years(journal))


def _years(journal: Journal) -> list[Path]:
    with reading(journal.root):
        return sorted(path for path in journal.root.iterdir() if _YEAR.fullmatch(path.name) and path.is_dir())


def folders(journal: Journal) -> list[Path]:
    """The folders that are there: the journal itself, drafts, trash, years."""
    kept = (journal.root / DRAFTS, journal.root / TRASH)
    return [journal.root, *(folder for folder in kept if folder.is_dir()), *_years(journal)]


def listed(folder: Path) -> list[Path]:
    """The notes of a folder, in no order; none of a folder that is not there."""
    if not folder.is_dir():
        return []
    return [folder / name for name in _names(folder)]


def _names(folder: Path) -> list[str]:
    with reading(folder):  # names alone: ten thousand paths would take as long as the rest
        return [name for name in os.listdir(folder) if name.endswith(_NOTES) and name[0] != "."]  # noqa: PTH208
