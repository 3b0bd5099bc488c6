"""What was measured against what was promised, as one table. Knows no command."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Line:
    """One measure: `value` in `unit`, the `bar` it must hold, the `stretch` it would be fine to reach."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    stretch: float | None = None
    detail: str = ""

    @property
    def verdict(self) -> str:
        """Whether the bar holds, and the stretch too."""
        if self.bar is None:
            return ""
        if self.value > self.bar:
            return "NON"
        return "oui +" if self.stretch is not None and self.value <= self.stretch else "oui"

    def plain(self) -> dict[str, object]:
        """The same, for JSON."""
        return asdict(self) | {"verdict": self.verdict}


def table(lines: Iterable[Line]) -> str:
    """A Markdown table, aligned for a terminal too."""
    rows = [("mesure", "valeur", "barre", "visé", "tenue", "détail")]
    rows += [
        (
            line.what,
            _number(line.value, line.unit),
            _number(line.bar, line.unit),
            _number(line.stretch, line.unit),
            line.verdict,
            line.detail,
        )
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    ruler = "|".join("-" * (width + 2) for width in widths)
    shown = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join((shown[0], f"|{ruler}|", *shown[1:]))


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if unit != "×" else 3 if value < 0.1 else 2
    return f"{value:.{digits}f} {unit}".replace(".", ",")
