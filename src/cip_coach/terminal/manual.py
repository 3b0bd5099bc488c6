"""A help page as plain text. Knows widths and margins; knows no command, no typer, no colour."""

import textwrap
from collections.abc import Sequence

from cip_coach.frozen import frozen
from cip_coach.patterns import regex

NARROWEST, WIDEST = 40, 100
LABEL_WIDTH = 28
TWO_COLUMNS_FROM = 60
COMMAND = regex(r"(?<=: )cip-coach(?: (?:[^\s.,;]|[.,](?=\S))+)+|cip-coach \S+(?: (?:-\S+|[A-Z]{2,}\b))*")
"""A command line in a sentence: to the end of the sentence after a colon, elsewhere its first words and options."""
PLACE = regex(r"(?:(?<=: )|(?<= dans ))(?:[/~]|[A-Za-z]:\\).*$")
"""A path at the end of a sentence."""
_HELD = "\ue000"
"""Stands for a space that holds; a character that nobody types."""


@frozen
class Section:
    """A title and its rows (label, text)."""

    title: str
    rows: tuple[tuple[str, str], ...]


def page(paragraphs: Sequence[str], sections: Sequence[Section], width: int) -> str:
    """Paragraphs, then sections, wrapped at `width` columns brought between 40 and 100.

    A narrow page puts each text under its label; a wide one beside it.
    """
    width = min(max(width, NARROWEST), WIDEST)
    blocks = [fill(paragraph, width) for paragraph in paragraphs if paragraph]
    for section in sections:
        if section.rows:
            rows = _rows(section.rows, width)
            blocks.append("\n".join([section.title, *rows]))
    return "\n\n".join(blocks)


def fill(text: str, width: int, first: str = "", following: str = "") -> str:
    """`text` in lines of at most `width` columns: no word is cut, hyphens and no-break spaces hold.

    A command line, which is there to be copied, stays on one line where it fits on one; a path always does.
    """
    room = width - max(len(first), len(following))
    wrapped = textwrap.fill(
        PLACE.sub(lambda found: found[0].replace(" ", _HELD), held(text, room)),
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return released(wrapped)


def held(text: str, room: int) -> str:
    """`text` with the spaces of its command lines replaced by one that holds, where they fit in `room`."""
    if "cip-coach" not in text:
        return text
    return COMMAND.sub(lambda found: found[0].replace(" ", _HELD) if len(found[0]) <= room else found[0], text)


def released(text: str) -> str:
    """`text` with ordinary spaces again."""
    return text.replace(_HELD, " ")


def _rows(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    longest = max(len(label) for label, _ in rows) + 2
    beside = width >= TWO_COLUMNS_FROM and longest <= LABEL_WIDTH
    lines = []
    for label, text in rows:
        if beside:
            lines.append(fill(text, width, f"  {label:<{longest}}", " " * (longest + 2)))
        else:
            lines += [fill(label, width, "  ", "    "), fill(text, width, "      ", "      ")]
    return lines
