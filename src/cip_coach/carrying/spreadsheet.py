"""Answers as rows of a spreadsheet, one for each answer. Knows no file.

Semicolons and a byte order mark: French spreadsheets open it as it is. A cell that
would be taken for a formula gets an apostrophe before it, and stays a text.
"""

import csv
import io
from collections.abc import Iterable

from cip_coach.keeping.note import Note
from cip_coach.reading import answers

COLUMNS = ("date", "arbre", "personne", "note", "chemin", "question", "reponse")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")


def spreadsheet(notes: Iterable[Note]) -> str:
    """The rows of these notes under their header; a question passed over has an empty answer."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for note in notes:
        head = note.head
        start = (head.day.isoformat(), head.tree, head.person, head.id)
        for entry in note.entries:
            said = "\n".join(answers.lines(entry))
            rows.writerow(map(harmless, (*start, entry.path, entry.question, said)))
        for path in head.skipped:
            rows.writerow(map(harmless, (*start, path, "", "")))
    return "\ufeff" + written.getvalue()


def harmless(cell: str) -> str:
    """The cell, with an apostrophe before what would be taken for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
