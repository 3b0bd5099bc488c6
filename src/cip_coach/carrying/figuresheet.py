"""The difficulties of a report as rows of a spreadsheet. Knows no file.

Counts only, never a percentage alone: `bas` and `haut` are the interval, empty under
the number of notes it needs.
"""

from collections.abc import Callable

from cip_coach.carrying import csvtext
from cip_coach.reading.recurrence import Figure
from cip_coach.reading.report import Report

COLUMNS = (
    *("id", "libelle", "notes", "exposition", "passees", "personnes", "personnes_exposees", "recurrente"),
    *("bas", "haut", "partagee", "ids_notes"),
)


def sheet(report: Report, label: Callable[[str], str]) -> str:
    """The rows under their header; decimal commas for French spreadsheets."""
    return csvtext.written(COLUMNS, (_row(figure, label) for figure in report.period.figures))


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
