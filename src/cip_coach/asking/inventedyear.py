"""The invented journal of `demo` as data: notes dated by weeks before today, in `questions/demonstration`.

A note says when, on which tree, under which code, and holds the answers as an
answers file writes them; then what became of its steps, and later looks. Reads,
and shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

from cip_coach.dategrammar import WEEKDAYS
from cip_coach.frozen import frozen
from cip_coach.plainyaml import Mapping, Value, YamlFault, read
from cip_coach.problem import Problem
from cip_coach.shape import Shape

FOLDER = "demonstration"
STATES = ("fait", "laisse")
_NOTE = ("quand", "arbre", "code", "reponses", "pas", "regards")
_FOLLOWED = ("code", "programme", "debut", "fin")


@frozen
class Moment:
    """A day so many weeks before the week of today, and a time."""

    weeks: int
    weekday: int
    at: time = time(12)

    def day(self, today: date) -> date:
        """That day, seen from `today`."""
        return today - timedelta(days=today.weekday()) + timedelta(days=self.weekday - 7 * self.weeks)


@frozen
class Outcome:
    """What became of step number `rank` of a note, so many days after it."""

    rank: int
    after: int
    state: str
    word: str


@frozen
class InventedNote:
    """A note to be: its answers are an answers file, in the file named `file`."""

    when: Moment
    tree: str
    person: str
    answers: Mapping
    outcomes: tuple[Outcome, ...]
    looks: tuple[tuple[int, str], ...]
    file: str


@frozen
class InventedFollowing:
    """Somebody in a programme."""

    person: str
    programme: str
    start: Moment
    end: Moment | None


@frozen
class InventedYear:
    """All the files: the notes by their date, and who is in which programme."""

    notes: tuple[InventedNote, ...]
    followed: tuple[InventedFollowing, ...]


def invented_year(questions: Path) -> tuple[InventedYear, tuple[Problem, ...]]:
    """What the folder `questions` holds of it, and everything wrong there."""
    notes: list[InventedNote] = []
    followed: list[InventedFollowing] = []
    problems: list[Problem] = []
    for path in sorted((questions / FOLDER).glob("*.yml")):
        shape = Shape(path.name)
        try:
            whole = shape.mapping(read(path.read_text(encoding="utf-8")), path.name) or Mapping()
        except YamlFault as fault:
            problems.append(fault.problem(path.name))
            continue
        notes += _notes(whole, shape)
        followed += _followed(whole, shape)
        problems += shape.problems
    in_order = sorted(notes, key=lambda one: (-one.when.weeks, one.when.weekday, one.when.at))
    return InventedYear(tuple(in_order), tuple(followed)), tuple(problems)


def _notes(whole: Mapping, shape: Shape) -> Iterator[InventedNote]:
    for item in shape.items(whole.get("notes"), "notes"):
        entry = shape.mapping(item, "notes")
        if entry is not None:
            shape.keys(entry, _NOTE)
            yield InventedNote(
                when=_moment(entry, "quand", shape),
                tree=shape.word(entry, "arbre"),
                person=shape.word(entry, "code"),
                answers=shape.mapping(entry.get("reponses"), "reponses") or Mapping(),
                outcomes=tuple(_outcomes(entry.get("pas"), shape)),
                looks=tuple(_looks(entry.get("regards"), shape)),
                file=shape.file,
            )


def _outcomes(value: Value | None, shape: Shape) -> Iterator[Outcome]:
    for item in shape.items(value, "pas"):
        entry = shape.mapping(item, "pas") or Mapping()
        rank, after = (shape.whole(entry.get(key), key, least=1) or 1 for key in ("rang", "apres"))
        yield Outcome(rank, after, shape.one_of(entry, "etat", STATES, STATES[0]), shape.word(entry, "mot"))


def _looks(value: Value | None, shape: Shape) -> Iterator[tuple[int, str]]:
    for item in shape.items(value, "regards"):
        entry = shape.mapping(item, "regards") or Mapping()
        yield shape.whole(entry.get("apres"), "apres", least=1) or 1, shape.word(entry, "texte")


def _followed(whole: Mapping, shape: Shape) -> Iterator[InventedFollowing]:
    for item in shape.items(whole.get("programmes"), "programmes"):
        entry = shape.mapping(item, "programmes")
        if entry is not None:
            shape.keys(entry, _FOLLOWED)
            end = _moment(entry, "fin", shape) if "fin" in entry else None
            yield InventedFollowing(
                shape.word(entry, "code"), shape.word(entry, "programme"), _moment(entry, "debut", shape), end
            )


def _moment(entry: Mapping, key: str, shape: Shape) -> Moment:
    """`51 mardi 12:10`, the time being optional; a fault, and some day, when it is written otherwise."""
    weeks, _, rest = shape.word(entry, key).partition(" ")
    weekday, _, at = rest.partition(" ")
    try:
        return Moment(int(weeks), WEEKDAYS.index(weekday), time.fromisoformat(at or "12:00"))
    except ValueError:
        shape.fault(entry.get(key, entry), "forme-texte", cle=key)
        return Moment(1, 0)
