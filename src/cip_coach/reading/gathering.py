"""One pass over the notes of a journal: those wanted, as they come, and everything that is wrong beside them.

Newest first, by the names of the files. A file is read once, and parsed only when
its raw text may be a note wanted, or does not begin as ours do: so nothing damaged
goes by in silence. Reads only.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping import beginning, parse, shelf
from cip_coach.keeping.note import Note, Status
from cip_coach.keeping.refusals import Unreadable
from cip_coach.keeping.shelf import Journal
from cip_coach.patterns import regex
from cip_coach.problem import Problem
from cip_coach.reading.selection import Selection
from cip_coach.reading.sought import Hit
from cip_coach.spreading import spread

_OUR_HEAD = regex(
    rb"---\ncip_coach: 1\nid: (?P<id>[0-9a-z]++)\nstatut: clos\narbre: (?P<tree>[\w-]++)\nversion: \d++\n"
    rb"(?:[a-z ][^\n]*+\n)*+---\n"
)
_ALL_OURS = regex(r"(?:(?:[0-9]{4}/)?+[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{4}_[a-z0-9-]++_[a-z0-9]++\.md(?:\.age)?+\n)*+")
"""Names that are all as `shelf.note_name` makes them, one a line: ten thousand at once."""
_ID = regex(r"^id:[ \t]*[\"']?(\w+)", re.MULTILINE)

T = TypeVar("T")
Reader = Callable[[str, str], tuple[Note | None, tuple[Problem, ...]]]


@frozen
class Found:
    """A note that was wanted, where it is, and where the words looked for stand in it."""

    path: Path
    file: str
    note: Note
    hits: tuple[Hit, ...] = ()


@frozen
class _Seen:
    """One file as it was read: what is wrong in it, what tells its note from others (`tree` "" without a note)."""

    problems: tuple[Problem, ...] = ()
    note_id: str = ""
    tree: str = ""
    day: date | None = None


class Gathering:
    """The notes of `journal` that fit `selection`, one by one; `problems` grows on the way.

    `is_tree` says whether there is a tree of that name: a note of another one is
    told of. Drafts that wait are told of too. `read` may be a quicker reader, when
    not all of a note is wanted.
    """

    def __init__(
        self,
        journal: Journal,
        selection: Selection,
        today: date,
        is_tree: Callable[[str], bool] = bool,
        read: Reader = parse.parse,
    ) -> None:
        self.journal, self.selection, self.today = journal, selection, today
        self.is_tree, self.read = is_tree, read
        self.problems: list[Problem] = []
        self._met: dict[str, str] = {}
        self._names: tuple[str, ...] = ()
        self._opened: set[str] = set()

    def __iter__(self) -> Iterator[Found]:
        """Read, and give what fits."""
        return self.each(lambda found: found)

    def each(self, view: Callable[[Found], T]) -> Iterator[T]:
        """What `view` makes of each note that fits; like what `spread` does, it changes nothing here."""

        def look(file: str) -> tuple[_Seen, T | None]:
            seen, found = self._seen_in(file)
            return seen, None if found is None else view(found)

        files = tuple(self._files())
        for file, (seen, viewed) in zip(files, spread(look, files), strict=True):
            if self._admitted(file, seen) and viewed is not None:
                yield viewed

    def strange(self) -> None:
        """Read the files not read yet whose names alone are strange: a copy's, or one with an id met before.

        A list of the last notes opens no other; what their names tell is told all the same.
        """
        files = [file for file in self._names if file not in self._opened]
        ids = list(map(_id_in, files))
        if _all_ours(files) and len(ids) == len(set(ids)) and self._met.keys().isdisjoint(ids):
            return
        twice = {note_id for note_id, count in Counter([*ids, *self._met]).items() if count > 1}
        odd = [file for file, note_id in zip(files, ids, strict=True) if _is_a_copy(file) or note_id in twice]
        minutes = set(map(_minute, odd))
        beside = (file for file in files if file in odd or _minute(file) in minutes)
        for file in sorted(beside, key=_is_a_copy):  # a note before what was copied from it
            self._admitted(file, self._seen_in(file)[0])

    def paths(self) -> Iterator[Path]:
        """The files to read, newest first; of two with one id, the one whose name is ours comes first."""
        return (self.journal.root / file for file in self._files())

    def glance(self, path: Path) -> bool:
        """Whether the note in `path` may fit, by its raw text; what is wrong with the file goes to `problems`."""
        file = shelf.relative(self.journal, path)
        data, text, problems = self._read(file)
        ours = _OUR_HEAD.match(data)
        if text is None or ours is None:
            return self.take(path) is not None
        seen = _Seen(problems, ours["id"].decode(), ours["tree"].decode(), shelf.day_of(path))
        return self._admitted(file, seen) and self._may_fit(data, text)

    def take(self, path: Path) -> Found | None:
        """The note in `path` if it fits. What is wrong with the file goes to `problems`."""
        file = shelf.relative(self.journal, path)
        seen, found = self._seen_in(file)
        return found if self._admitted(file, seen) else None

    def _files(self) -> Iterator[str]:
        late = list(self._drafts())
        self._names = tuple(shelf.files(self.journal))
        files = sorted((*self._names, *late), key=_name, reverse=True) if late else self._names
        if self.selection.start or self.selection.end:
            files = [file for file in files if (day := shelf.day_of(file)) is None or self.selection.holds_day(day)]
        if _all_ours(files):
            yield from files
            return
        for _, together in groupby(files, key=_minute):
            ones = list(together)
            yield from sorted(ones, key=_is_a_copy) if len(ones) > 1 else ones

    def _seen_in(self, file: str) -> tuple[_Seen, Found | None]:
        """What a file says by itself, and its note if that fits, whatever was read before; changes nothing here."""
        data, text, problems = self._read(file)
        if text is None:
            return _Seen(problems), None
        ours = _OUR_HEAD.match(data)
        note_id = ours["id"].decode() if ours else _id_told(text)
        if ours and not self._may_fit(data, text):
            return _Seen(problems, note_id, ours["tree"].decode(), shelf.day_of(file)), None
        note, faults = self.read(text, file)
        if note is None:
            return _Seen((*problems, *faults), note_id), None
        hits = self._hits(note)
        found = None if hits is None else Found(self.journal.root / file, file, note, hits)
        return _Seen((*problems, *faults), note_id, note.head.tree, note.head.day), found

    def _hits(self, note: Note) -> tuple[Hit, ...] | None:
        """Where the words looked for stand in a note; None when it is not one of those wanted."""
        selection, head = self.selection, note.head
        if not selection.fits(head) or not selection.holds_day(head.day) or head.status is Status.DRAFT:
            return None
        return selection.sought.hits(note, selection.question) if selection.sought else ()

    def _admitted(self, file: str, seen: _Seen) -> bool:
        """Whether the note in a file was not met before under another name."""
        self._opened.add(file)
        self.problems += seen.problems
        twin = self._met.setdefault(seen.note_id, file) if seen.note_id else file
        if seen.tree:
            self._check(file, twin, seen.tree, seen.day)
        return twin == file

    def _read(self, file: str) -> tuple[bytes, str | None, tuple[Problem, ...]]:
        try:
            data = shelf.note_bytes(self.journal, f"{self.journal.root}/{file}")
        except Unreadable as error:
            return b"", None, (Problem(file, 0, 0, error.code, error.details),)
        return data, *beginning.decode(data, file)

    def _may_fit(self, data: bytes, text: str) -> bool:
        return not self.selection.sought.surely_not_in(data) and self.selection.may_fit(text)

    def _check(self, file: str, twin: str, tree: str, day: date | None) -> None:
        if twin != file:
            self.problems.append(Problem(file, 0, 0, "copie-conflit", {"autre": twin}))
        if not self.is_tree(tree):
            self.problems.append(Problem(file, 0, 0, "note-arbre-inconnu", {"arbre": tree}, warning=True))
        if day and day > self.today:
            self.problems.append(Problem(file, 0, 0, "note-date-future", {}, warning=True))

    def _drafts(self) -> Iterator[str]:
        """The notes that were closed but stayed among the drafts; those that wait become problems."""
        for path in shelf.drafts(self.journal):
            file = shelf.relative(self.journal, path)
            head, problems = shelf.load_head(self.journal, path)
            if head is None:
                self.problems += problems
            elif head.status is Status.CLOSED:
                yield file
            else:
                details = {"arbre": head.tree, "jour": spoken(head.day)}
                self.problems.append(Problem(file, 0, 0, "brouillon-en-attente", details, warning=True))


def find(journal: Journal, name: str, folder: str = "") -> tuple[Path, ...]:
    """The files of the note whose id is `name`, or the one file of that name; several are versions of one note.

    Looks among closed notes and drafts, or only in the trash when `folder` says so.
    """
    paths = shelf.trash(journal) if folder == shelf.TRASH else (*shelf.drafts(journal), *shelf.notes(journal))
    if shelf.is_note(name):
        return tuple(path for path in paths if shelf.relative(journal, path) == name)
    wanted = name.casefold()
    likely = [path for path in paths if f"_{wanted}" in path.name.casefold()]
    there = _with_id(journal, likely, wanted) or _with_id(journal, paths, wanted)
    return tuple(sorted(there, key=_is_a_copy))


def _with_id(journal: Journal, paths: Iterable[Path], wanted: str) -> list[Path]:
    return [path for path in paths if _id_of(journal, path).casefold() == wanted]


def _id_of(journal: Journal, path: Path) -> str:
    try:
        text = shelf.head_bytes(journal, path).decode("utf-8", "replace")
    except Unreadable:
        return ""
    return _id_told(text)


def _id_told(text: str) -> str:
    found = _ID.search(text)
    return found[1] if found else ""


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _minute(file: str) -> str:
    """The beginning of a name: the same for two files of one note."""
    return file.rpartition("/")[2][:15]


def _id_in(file: str) -> str:
    """The id in a name of ours."""
    return file.rpartition("_")[2].partition(".")[0]


def _all_ours(files: Sequence[str]) -> bool:
    return _ALL_OURS.fullmatch("\n".join([*files, ""])) is not None


def _is_a_copy(file: Path | str) -> bool:
    return not shelf.is_named_by_us(file)
