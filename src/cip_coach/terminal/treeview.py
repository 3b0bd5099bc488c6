"""A tree drawn in lines: branches, wordings, conditions. Knows widths; knows no file."""

from collections.abc import Iterator, Sequence

from cip_coach.asking.drawing import Drawn, Sort, is_tagging
from cip_coach.asking.tree import Kind
from cip_coach.terminal.fragments import Line, wrapped
from cip_coach.terminal.messages import drawn as said

MOST_CHOICES, FEW_CHOICES = 9, 4
NARROWEST = 24
"""Columns left to a wording, however deep it stands."""
BRANCH, LAST, DOWN, NOTHING = "├─ ", "└─ ", "│  ", "   "
PLAIN_BRANCH = "- "


def lines(tree: Sequence[Drawn], columns: int, *, plain: bool = False) -> Iterator[Line]:
    """The whole drawing; `plain` has dashes and indents, that a screen reader reads well."""
    yield from _several(tree, "", columns, plain)


def _several(items: Sequence[Drawn], before: str, columns: int, plain: bool) -> Iterator[Line]:
    for rank, item in enumerate(items, start=1):
        last = rank == len(items)
        first, rest = (LAST, NOTHING) if last else (BRANCH, DOWN)
        if plain:
            first, rest = PLAIN_BRANCH, "  "
        yield from _one(item, before + first, before + rest, columns)
        yield from _several(item.below, before + rest, columns, plain)


def _one(item: Drawn, first: str, rest: str, columns: int) -> Iterator[Line]:
    """The lines of one thing: what it says, then what is expected, then when it comes."""
    start = first
    room = max(columns, len(first) + NARROWEST)
    if item.when and item.sort is not Sort.OPENING:
        for line in wrapped(f"{said.condition(item.when)}{said.NBSP}:", room - len(first), style="dim"):
            yield (("", start), *line)
            start = rest
    for line in wrapped(_title(item), room - len(first), style="title" if item.sort is Sort.SECTION else ""):
        yield (("", start), *line)
        start = rest
    if item.sort is Sort.QUESTION:
        for line in wrapped(_details(item), room - len(first), style="dim"):
            yield (("", rest), *line)


def _title(item: Drawn) -> str:
    match item.sort:
        case Sort.SECTION:
            return item.text or said.nameless_section()
        case Sort.OPENING:
            return f"{said.opening(item.when[0][0])}{said.NBSP}:"
        case Sort.EACH:
            return f"{said.each()}{said.NBSP}:"
        case Sort.LOOP:
            return f"{said.each_of(item.choices, item.sources)}{said.NBSP}:"
        case _:
            return item.text or f"({said.kind(Kind.LEAD)}, {said.from_sources(item.sources)})"


def _details(item: Drawn) -> str:
    """The id, the short name that conditions use, the type, and what is on offer."""
    parts = [item.id, *([said.source(item.label)] if item.label else []), said.kind(item.kind or Kind.TEXT)]
    if item.kind is Kind.SCALE and item.low is not None and item.high is not None:
        parts.append(said.scale(item.low, item.high))
    if item.kind in (Kind.CHOICE, Kind.CHOICES) and not is_tagging(item):
        offered = [*item.choices, *([said.other()] if item.other else [])]
        parts += [said.choices(offered, MOST_CHOICES, FEW_CHOICES)] if item.choices else []
    if item.sources and item.text:
        parts.append(said.from_sources(item.sources))
    return " · ".join(parts)
