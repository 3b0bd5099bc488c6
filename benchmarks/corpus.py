"""A journal made up for measuring: French notes of realistic lengths, the same ones for the same numbers.

`python -m benchmarks.corpus DOSSIER N` writes N closed notes, by year, and the drafts of some sessions left
on the last day, through our own `render`.
Four or five appointments a day make about a thousand notes a year: 10,000 are ten years of work.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.writer import LAST_DAY, Writer
from cip_coach.asking.library import Library
from cip_coach.keeping.note import Note, Status
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import DRAFTS, ID_LENGTH, ID_LETTERS, note_name

DRAFTS_LEFT = 3
MARKER = "format: 1\njournal: corpus\netat: ouvert\n"


def notes(count: int, seed: int = 2026) -> Iterator[Note]:
    """`count` notes, oldest first, that end on 20 November 2026."""
    chance = Random(seed)
    taxonomies = Library.shipped().vocabulary
    taken: set[str] = set()
    for day, minute in sorted(islice(_moments(chance), count)):
        yield Writer(chance, taxonomies, day, minute, _new_id(chance, taken)).note()


def drafts(seed: int = 2026) -> Iterator[Note]:
    """Sessions that were left before their end, on the last day, whatever the number of notes."""
    chance = Random(f"{seed} brouillons")
    taxonomies = Library.shipped().vocabulary
    taken: set[str] = set()
    for minute in sorted(chance.sample(range(8 * 60, 18 * 60), DRAFTS_LEFT)):
        note = Writer(chance, taxonomies, LAST_DAY, minute, _new_id(chance, taken)).note()
        yield replace(note, head=replace(note.head, status=Status.DRAFT, ended=None), looks=())


def write(folder: Path, count: int) -> int:
    """Write the journal in `folder`, which must be absent or empty; how many bytes its notes take."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise SystemExit(f"{folder} n’est pas vide.")
    (folder / ".cip-coach.yml").write_bytes(MARKER.encode())
    total = 0
    for note in notes(count):
        total += _put(folder / f"{note.head.day.year:04d}", note)
    for note in drafts():
        _put(folder / DRAFTS, note)
    return total


def _put(folder: Path, note: Note) -> int:
    """Write a note in a folder; its bytes."""
    folder.mkdir(mode=0o700, exist_ok=True)
    head, data = note.head, render(note).encode()
    path = folder / note_name(head.day, head.begun, head.tree, head.id)
    path.write_bytes(data)
    path.chmod(0o600)
    return len(data)


def _moments(chance: Random) -> Iterator[tuple[date, int]]:
    """The days and minutes of the notes, from the last day back: four or five on each working day."""
    day = LAST_DAY
    while True:
        for minute in chance.sample(range(8 * 60, 18 * 60), chance.randint(3, 6)):
            yield day, minute
        day -= timedelta(days=3 if day.weekday() == 0 else 1)


def _new_id(chance: Random, taken: set[str]) -> str:
    while True:
        note_id = "".join(chance.choice(ID_LETTERS) for _ in range(ID_LENGTH))
        if note_id not in taken:
            taken.add(note_id)
            return note_id


if __name__ == "__main__":
    size = write(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{sys.argv[2]} notes, {size / 1e6:.1f} Mo, {size / int(sys.argv[2]):.0f} octets en moyenne")
