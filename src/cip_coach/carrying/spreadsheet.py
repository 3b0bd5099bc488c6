"""Answers as rows of a spreadsheet, one for each answer. Knows no file."""

from collections.abc import Iterable, Iterator

from cip_coach.carrying import csvtext
from cip_coach.keeping.note import Note
from cip_coach.reading import answers

COLUMNS = ("date", "arbre", "personne", "note", "chemin", "question", "reponse")


def spreadsheet(notes: Iterable[Note]) -> str:
    """The rows of these notes under their header; a question passed over has an empty answer."""
    return csvtext.written(COLUMNS, (row for note in notes for row in _rows(note)))


def _rows(note: Note) -> Iterator[tuple[str, ...]]:
    head = note.head
    start = (head.day.isoformat(), head.tree, head.person, head.id)
    for entry in note.entries:
        yield (*start, entry.path, entry.question, "\n".join(answers.lines(entry)))
    for path in head.skipped:
        yield (*start, path, "", "")
