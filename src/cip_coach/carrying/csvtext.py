"""Rows of cells as a spreadsheet opens them: semicolons, a byte order mark, CRLF. Knows no note and no figure.

A cell that would be taken for a formula gets an apostrophe before it, and stays a text (OWASP, « CSV Injection »).
"""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def written(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The rows under their header, as French spreadsheets open them."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(map(_harmless, row) for row in rows)
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
