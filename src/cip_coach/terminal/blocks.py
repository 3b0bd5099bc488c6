"""The competences of the trade and the notes marked for them, as lines. No code of a person, no share of anything."""

from collections.abc import Callable, Iterator, Sequence

from cip_coach.frenchdate import spoken
from cip_coach.reading.portfolio import Block
from cip_coach.terminal.fragments import EMPTY, Line, wrapped
from cip_coach.terminal.messages import carrying as said

INDENT = "  "


def lines(blocks: Sequence[Block], titles: Callable[[str], str], source: str, columns: int) -> Iterator[Line]:
    """Block by block, competence by competence; then how to go on, and where the list comes from."""
    first = ""
    for block in blocks:
        yield from wrapped(block.title, columns, style="title")
        if block.empty:
            yield from wrapped(said.block_empty(), columns, indent=INDENT)
        for one in block.competences:
            yield from wrapped(one.label, columns, indent=INDENT)
            for head in one.marked:
                first = first or head.id
                told = said.marked(head.id, titles(head.tree), spoken(head.day))
                yield from wrapped(told, columns, indent=INDENT * 2)
            if not one.marked and (one.possible or not block.empty):
                yield from wrapped(said.no_example(one.possible), columns, indent=INDENT * 2, style="dim")
        yield EMPTY
    yield from wrapped(said.how_to_draft(first) if first else said.how_to_mark(), columns, style="dim")
    yield from wrapped(source, columns, style="dim")
