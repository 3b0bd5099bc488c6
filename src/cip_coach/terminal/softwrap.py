"""What is being typed, shown in rows that end between words. Knows columns; the text itself never changes.

prompt_toolkit breaks a long line wherever the screen ends. Blanks that are only
shown push a word that would be cut to the next row; the cursor passes over them.
"""

from bisect import bisect_right
from itertools import accumulate

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from cip_coach import text


def starts(line: str, columns: int) -> list[int]:
    """Where rows begin in `line`, its first row left out; a blank may stand in the last column, a letter may not.

    A word longer than a row is cut, since nothing else can be done.
    """
    found: list[int] = []
    begun = after_blank = used = 0
    for place, char in enumerate(line):
        wide = text.width(char)
        if used + wide > (columns if char == " " else columns - 1):
            begun = after_blank if after_blank > begun else place
            found.append(begun)
            used = text.width(line[begun:place])
        used += wide
        if char == " " and not text.begins_no_line(line[place + 1 : place + 2]):
            after_blank = place + 1
    return found


class WholeWords(Processor):
    """Rows of at most `most` columns, after a lead of `lead` columns; words are cut only when longer than a row."""

    def __init__(self, lead: int, most: int) -> None:
        self.lead, self.most = lead, most

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The line with blanks where rows end, and how to go from one to the other."""
        row = transformation_input.width - self.lead
        pieces = explode_text_fragments(transformation_input.fragments)
        line = "".join(piece[1] for piece in pieces)
        begins = starts(line, min(row, self.most)) if row > 1 else []
        if not begins:
            return Transformation(transformation_input.fragments)
        ends = [0, *begins]
        blanks = [row - text.width(line[low:high]) for low, high in zip(ends, begins, strict=False)]
        shown: StyleAndTextTuples = []
        for place, piece in enumerate(pieces):
            if place in begins:
                shown.append(("", " " * blanks[begins.index(place)]))
            shown.append(piece)
        pushed = [0, *accumulate(blanks)]
        first = [begin + push for begin, push in zip(begins, pushed[1:], strict=True)]

        def there(place: int) -> int:
            return place + pushed[bisect_right(begins, place)]

        def back(place: int) -> int:
            rank = bisect_right(first, place)
            source = place - pushed[rank]
            return min(source, begins[rank]) if rank < len(begins) else source

        return Transformation(shown, source_to_display=there, display_to_source=back)
