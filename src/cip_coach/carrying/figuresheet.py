"""The difficulties of a report as rows of a spreadsheet. Knows no file.

Counts only, never a percentage alone: `bas` and `haut` are the interval, empty under
the number of notes it needs.
"""

import csv
import io
from collections.abc import Callable

from cip_coach.reading.recurrence import Figure
from cip_coach.reading.report import Report

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")
COLUMNS = (
    *("id", "libelle", "notes", "exposition", "passees", "personnes", "personnes_exposees", "recurrente"),
    *("bas", "haut", "partagee", "ids_notes"),
)


def sheet(report: Report, label: Callable[[str], str]) -> str:
    """The rows under their header: semicolons, a byte order mark, decimal commas for French spreadsheets."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for figure in report.period.figures:
        rows.writerow(map(_harmless, _row(figure, label)))
    return "\ufeff" + written.getvalue()


def _row(figure: Figure, label: Callable[[str], str]) -> tuple[str, ...]:
    interval = figure.interval
    bounds = (_number(interval.low), _number(interval.high)) if interval else ("", "")
    counts = (figure.noted, figure.exposed, figure.passed, figure.persons, figure.exposed_persons)
    shared = {True: "oui", False: "non", None: ""}[figure.sharing.known]
    return (
        figure.difficulty,
        label(figure.difficulty),
        *map(str, counts),
        "oui" if figure.recurrent else "non",
        *bounds,
        shared,
        " ".join(figure.note_ids),
    )


def _number(share: float) -> str:
    return f"{share:.4f}".replace(".", ",")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
