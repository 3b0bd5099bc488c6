"""The picture of a terminal's screen, as SVG: the same cells, the same words, nothing fetched from anywhere."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

import pyte

CELL_WIDTH, CELL_HEIGHT, MARGIN = 8.4, 18, 14
SIZE = 14
PAPER, INK = "#fbfaf7", "#26231f"
FAINT = "#6b655d"
COLOURS = {
    "red": "#a3262a", "green": "#2d6a35", "brown": "#7a5600", "blue": "#23519a",
    "magenta": "#7d3280", "cyan": "#0d6672", "black": INK, "white": FAINT,
}  # fmt: skip
"""What each colour of a terminal is on our paper; each has a contrast of at least 4.5 with it."""

STYLE = f"""text{{font:{SIZE}px ui-monospace,'Cascadia Mono',Consolas,Menlo,'DejaVu Sans Mono',monospace}}
.b{{font-weight:bold}}.i{{font-style:italic}}.u{{text-decoration:underline}}"""

Cell = pyte.screens.Char


class Paper(pyte.Screen):
    """A screen that shows faint words too: pyte forgets them, we give them a colour of their own."""

    def select_graphic_rendition(self, *attributes: int, **more: bool) -> None:
        """As pyte does it; 2 is faint, and lasts until the next look."""
        super().select_graphic_rendition(*attributes, **more)
        if 2 in attributes:
            self.cursor.attrs = self.cursor.attrs._replace(fg="white")


def portrait(sent: str, columns: int, rows: int, title: str) -> str:
    """What a terminal that was sent `sent` shows, as an SVG text; `title` tells it to somebody who cannot see it."""
    screen = Paper(columns, rows)
    pyte.Stream(screen).feed(sent)
    width = screen.columns * CELL_WIDTH + 2 * MARGIN
    height = screen.lines * CELL_HEIGHT + 2 * MARGIN
    cells = [[screen.buffer[row][column] for column in range(screen.columns)] for row in range(screen.lines)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}" stroke="#d8d3c8"/>',
            *(part for number, row in enumerate(cells) for part in _row(row, number)),
            "</svg>\n",
        ]
    )


def _row(row: list[Cell], number: int) -> Iterator[str]:
    """The runs of one look, each where it stands: a blank one is nothing, unless it has a ground of its own."""
    column = 0
    for look, run in groupby(row, key=lambda cell: cell._replace(data="")):
        shown = [cell.data for cell in run]
        words = "".join(shown)
        if look.reverse:
            yield (
                f'<rect x="{_x(column)}" y="{MARGIN + number * CELL_HEIGHT}" '
                f'width="{len(shown) * CELL_WIDTH:.1f}" height="{CELL_HEIGHT}" fill="{_ink(look)}"/>'
            )
        for found in re.finditer(r"\S+(?: \S+)*", words):
            yield (
                f'<text x="{_x(column + found.start())}" y="{MARGIN + number * CELL_HEIGHT + SIZE}" '
                f'textLength="{len(found[0]) * CELL_WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"'
                f'{_class(look)} fill="{PAPER if look.reverse else _ink(look)}">{escape(found[0])}</text>'
            )
        column += len(shown)


def _x(column: int) -> str:
    return f"{MARGIN + column * CELL_WIDTH:.1f}"


def _ink(look: Cell) -> str:
    return COLOURS.get(look.fg.removeprefix("bright"), INK)


def _class(look: Cell) -> str:
    marks = [mark for mark, on in (("b", look.bold), ("i", look.italics), ("u", look.underscore)) if on]
    return f' class="{" ".join(marks)}"' if marks else ""
