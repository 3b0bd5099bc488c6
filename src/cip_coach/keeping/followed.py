"""Who is in which programme, since when: one small file of the journal. Knows codes and days; knows no programme.

`programmes.yml` beside the marker: a list of `code`, `programme`, `debut`, and `fin`
once it has ended. It can be mended by hand; what the notes say stays in the notes.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cip_coach import plainyaml
from cip_coach.frozen import frozen, replace
from cip_coach.keeping import disk, marker, shelf
from cip_coach.keeping.intake import Digest
from cip_coach.keeping.refusals import Unreadable
from cip_coach.keeping.shelf import Journal
from cip_coach.plainyaml import Mapping, Value, YamlFault, scalar
from cip_coach.problem import Problem, Refused
from cip_coach.shape import Shape
from cip_coach.text import clean_line, fold

NAME = "programmes.yml"
FORMAT = 1
KEYS = ("code", "programme", "debut", "fin")
_LIMIT = 1 << 20


@frozen
class Following:
    """A person's code in a programme, from `start` on; `end` is the last day, None while it goes on."""

    person: str
    programme: str
    start: date
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it goes on that day."""
        return self.start <= day and (self.end is None or day <= self.end)


@frozen
class Followed:
    """What the file says, in its order, what is wrong with it, and what was read (None without a file)."""

    all: tuple[Following, ...] = ()
    problems: tuple[Problem, ...] = ()
    seen: Digest | None = None

    def running(self) -> tuple[Following, ...]:
        """Those that have not ended, the earliest begun first."""
        going_on = (one for one in self.all if one.end is None)
        return tuple(sorted(going_on, key=lambda one: (one.start, fold(one.person))))

    def of(self, person: str, day: date) -> Following | None:
        """The one that a code is in on a day, codes compared as readers do; the latest begun of several."""
        mine = [one for one in self.all if fold(one.person) == fold(person) and one.holds(day)]
        return max(mine, key=lambda one: one.start) if mine else None


def load(journal: Journal) -> Followed:
    """What the file says; nothing without a file. Never raises: what is wrong is told beside."""
    try:
        stored = disk.read(path := _path(journal), _LIMIT)
        data = shelf.opened(journal, stored, path)
    except Unreadable as error:
        if error.reason == "absent":
            return Followed()
        return Followed(problems=(Problem(NAME, 0, 0, error.code, error.details),))
    seen = disk.digest(stored)
    try:
        value = plainyaml.read(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Followed((), (Problem(NAME, 0, 0, "pas-utf8"),), seen)
    except YamlFault as fault:
        return Followed((), (fault.problem(NAME),), seen)
    shape = Shape(NAME)
    return Followed(tuple(_all(value, shape)), tuple(shape.problems), seen)


def begin(journal: Journal, person: str, programme: str, start: date) -> None:
    """Note that a code begins a programme. Raises `Refused`: it is in one already, or the disk says no."""
    known = _usable(journal)
    if any(fold(one.person) == fold(person) for one in known.running()):
        raise Refused("programme-deja")
    save(journal, (*known.all, Following(person, programme, start)), known.seen)


def end(journal: Journal, person: str, day: date) -> Following:
    """Note that a code's programme ends on `day`; the programme it was. Raises `Refused` when it is in none."""
    known = _usable(journal)
    mine = next((one for one in known.running() if fold(one.person) == fold(person)), None)
    if mine is None:
        raise Refused("programme-aucun")
    if day < mine.start:
        raise Refused("programme-fin-avant")
    save(journal, tuple(replace(one, end=day) if one is mine else one for one in known.all), known.seen)
    return mine


def rendered(followed: Sequence[Following]) -> str:
    """The file's text."""
    lines = ["# Les programmes suivis, par code. Ce fichier peut se corriger à la main.", f"format: {FORMAT}"]
    lines.append("suivis:" if followed else "suivis: []")
    for one in followed:
        ended = [f"    fin: {one.end.isoformat()}"] if one.end else []
        lines += [f"  - code: {scalar(one.person)}", f"    programme: {scalar(one.programme)}"]
        lines += [f"    debut: {one.start.isoformat()}", *ended]
    return "\n".join(lines) + "\n"


def save(journal: Journal, followed: Sequence[Following], seen: Digest | None) -> None:
    """Make the file say `followed`, sealed in a vault. Raises `Refused`."""

    def check() -> None:
        marker.check(journal.root, journal.marker)

    path, data = _path(journal), rendered(followed).encode()
    if path.name.endswith(shelf.SEALED) and journal.seal is not None:
        data = journal.seal.closed(data)
    elif journal.sealing:
        raise Refused("coffre-note-en-clair", name=path.name)
    disk.save(path, data, seen=seen, before_replace=check)


def _path(journal: Journal) -> Path:
    """The file that is there; in a vault that has none yet, a sealed one."""
    clear, sealed = journal.root / NAME, journal.root / (NAME + shelf.SEALED)
    if not journal.marker.vault:
        return clear
    there = [path for path in (sealed, clear) if path.is_file() and path.stat().st_size]
    return (there or [sealed if journal.sealing else clear])[0]


def _usable(journal: Journal) -> Followed:
    """What the file says, when all of it could be read: a file that cannot is never written over."""
    known = load(journal)
    if known.problems:
        raise Refused("programme-suivi-illisible", known.problems)
    return known


def _all(value: Value, shape: Shape) -> list[Following]:
    data = shape.mapping(value, "suivis")
    if not data:
        return []
    shape.keys(data, ("format", "suivis"))
    if data.get("format") != str(FORMAT):
        shape.fault(data, "programme-format")
        return []
    found = []
    for item in shape.items(data.get("suivis"), "suivis"):
        block = shape.mapping(item, "suivis")
        one = _one(shape.keys(block, KEYS), shape) if block is not None else None
        if one is not None:
            found.append(one)
    return found


def _one(block: Mapping, shape: Shape) -> Following | None:
    named = [shape.required(block, key) for key in KEYS[:3]]
    start = _day(block, "debut", shape)
    end = _day(block, "fin", shape)
    if not all(named) or start is None:
        return None
    return Following(clean_line(shape.word(block, "code")), shape.word(block, "programme"), start, end)


def _day(block: Mapping, key: str, shape: Shape) -> date | None:
    value = block.get(key)
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(shape.text_of(value, key))
    except ValueError:
        shape.fault(value, "programme-jour", cle=key)
        return None
