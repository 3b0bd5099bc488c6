"""Small drawings in characters: months in eighths, a share in its range, a whole in parts. No colour.

Two different signs for « asked and not noted » and « not asked ». Where the terminal
has ASCII only, counts are figures and bars are letters.
"""

from collections.abc import Sequence

from cip_coach.reading.document import Course, Range

EIGHTHS = "▁▂▃▄▅▆▇█"
PARTS = "█▓▒░·"
PARTS_ASCII = "#=-?."
KEY = ("▁…█", "·", "─", "*")
KEY_ASCII = ("1-9", ".", "-", "*")
WHOLE = 20


def course(drawn: Course, *, ascii_only: bool) -> str:
    """One sign a month: a height where it was noted, `·` asked and not noted, `─` not asked; a star at the end."""
    signs = []
    for step in drawn.steps:
        if step.count is None:
            signs.append("-" if ascii_only else "─")
        elif not step.count:
            signs.append("." if ascii_only else "·")
        elif ascii_only:
            signs.append(str(min(step.count, 9)))
        else:
            signs.append(EIGHTHS[max(0, -(-step.count * len(EIGHTHS) // drawn.tallest) - 1)])
    return "".join(signs) + ("*" if any(step.unfinished for step in drawn.steps) else "")


def interval(drawn: Range, columns: int, *, ascii_only: bool) -> str:
    """The range as a line, its share as a mark, on a scale from 0 to 100 % of `columns` signs."""
    line, mark = ("-", "#") if ascii_only else ("─", "█")
    last = columns - 1
    low, at, high = (round(value * last) for value in (drawn.interval.low, drawn.share, drawn.interval.high))
    return "".join(mark if place == at else line if low <= place <= high else " " for place in range(columns))


def parts(counts: Sequence[int], *, ascii_only: bool) -> str:
    """A whole of `WHOLE` signs, each count having its share; the largest remainders take what is left."""
    total = sum(counts)
    if not total:
        return ""
    signs = PARTS_ASCII if ascii_only else PARTS
    cells = [count * WHOLE // total for count in counts]
    order = sorted(range(len(counts)), key=lambda place: (-(counts[place] * WHOLE % total), place))
    for place in order[: WHOLE - sum(cells)]:
        cells[place] += 1
    return "".join(sign * cell for sign, cell in zip(signs, cells, strict=False))
