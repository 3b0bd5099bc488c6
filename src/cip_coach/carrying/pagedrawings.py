"""The drawings of a page: inline SVG made of counts alone. No text of the user's ever enters here.

Not by colour alone: « not asked » is a dash, « asked and not noted » a dot, the parts
of a bar have their own patterns of strokes.
"""

from collections.abc import Sequence

from cip_coach.reading.document import Course, Range
from cip_coach.text import NBSP

HEIGHT = 40
MONTH = 22
WIDE = 240
BAR = 14


def interval(drawn: Range) -> str:
    """A share as a mark on its range, from 0 to 100 %."""
    low, at, high = (round(value * WIDE, 1) for value in (drawn.interval.low, drawn.share, drawn.interval.high))
    return (
        f'<svg class="range" viewBox="-14 0 {WIDE + 34} 34" aria-hidden="true">'
        f'<line class="axis" x1="0" y1="11" x2="{WIDE}" y2="11"/>'
        '<line class="axis" x1="0" y1="5" x2="0" y2="17"/>'
        f'<line class="axis" x1="{WIDE}" y1="5" x2="{WIDE}" y2="17"/>'
        f'<line class="span" x1="{low}" y1="11" x2="{high}" y2="11"/>'
        f'<circle class="mark" cx="{at}" cy="11" r="5"/>'
        f'<text x="4" y="31">0{NBSP}%</text><text x="{WIDE}" y="31">100{NBSP}%</text></svg>'
    )


def course(drawn: Course) -> str:
    """Months as columns above their initials; a dot: none noted, a dash: not asked, dashes around: it goes on."""
    shapes = []
    for rank, step in enumerate(drawn.steps):
        left = rank * MONTH
        middle = left + MONTH // 2
        if step.count is None:
            shapes.append(
                f'<line class="absent" x1="{left + 6}" y1="{HEIGHT - 2}" x2="{left + 16}" y2="{HEIGHT - 2}"/>'
            )
        elif not step.count:
            shapes.append(f'<circle class="none" cx="{middle}" cy="{HEIGHT - 2}" r="2"/>')
        else:
            tall = round(step.count / drawn.tallest * (HEIGHT - 14), 1)
            kind = "month open" if step.unfinished else "month"
            shapes.append(
                f'<rect class="{kind}" x="{left + 3}" y="{HEIGHT - tall}" width="{MONTH - 6}" height="{tall}"/>'
                f'<text x="{middle}" y="{HEIGHT - tall - 2}">{step.count}</text>'
            )
        shapes.append(f'<text class="name" x="{middle}" y="{HEIGHT + 13}">{step.name[:1]}</text>')
    wide = MONTH * len(drawn.steps)
    return (
        f'<svg class="months" viewBox="0 0 {wide} {HEIGHT + 17}" width="{wide}" aria-hidden="true">'
        f"{''.join(shapes)}</svg>"
    )


def parts(counts: Sequence[int]) -> str:
    """A whole cut in parts."""
    total = sum(counts)
    shapes = []
    left = 0.0
    for rank, count in enumerate(counts):
        wide = round(count / total * WIDE, 2) if total else 0
        if wide:
            shapes.append(_part(rank, left, wide))
        left += wide
    return f'<svg class="parts" viewBox="-1 0 {WIDE + 2} {BAR + 2}" aria-hidden="true">{"".join(shapes)}</svg>'


def swatch(rank: int) -> str:
    """The sign of a part, in the key."""
    return f'<svg class="swatch" viewBox="-1 0 26 {BAR + 2}" aria-hidden="true">{_part(rank, 0, 24)}</svg>'


def month_sign(rank: int) -> str:
    """The sign of a month in the key: noted, none noted, not asked, going on."""
    shape = (
        '<rect class="month" x="6" y="3" width="12" height="13"/>',
        '<circle class="none" cx="12" cy="13" r="2"/>',
        '<line class="absent" x1="8" y1="14" x2="16" y2="14"/>',
        '<rect class="month open" x="6" y="3" width="12" height="12"/>',
    )[rank]
    return f'<svg class="swatch" viewBox="-1 0 26 {BAR + 2}" aria-hidden="true">{shape}</svg>'


def _part(rank: int, left: float, wide: float) -> str:
    """A part, and strokes across it: none, wide, close, or none on an empty ground."""
    box = f'<rect class="part p{rank}" x="{left:g}" y="1" width="{wide:g}" height="{BAR}"/>'
    gap = {1: 8, 2: 4, 3: 12}.get(rank, 0)
    strokes = []
    place = left + gap
    while gap and place < left + wide - 1:
        strokes.append(f"M{place:g} 1v{BAR}")
        place += gap
    return box + (f'<path class="stroke s{rank}" d="{"".join(strokes)}"/>' if strokes else "")
