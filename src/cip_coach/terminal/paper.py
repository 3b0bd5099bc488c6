"""A tree as a page to print and fill in with a pen: boxes, ruled lines, conditions written out. Pure text of HTML.

Nothing to fetch, no script. What the file says is escaped; an item that only the
session knows is copied by hand.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from cip_coach.asking.drawing import Drawn, Sort, drawn, is_tagging
from cip_coach.asking.tree import Kind, PersonRule, Tree
from cip_coach.asking.wording import ELEMENT, PLACEHOLDER
from cip_coach.terminal.messages import drawn as said
from cip_coach.text import NBSP, shown

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
BLANK = "…" * 8
COPIES = 2
"""How many items of a list get their own block; the others go on the back."""
LINES = {Kind.TEXT: 3, Kind.LEAD: 3, Kind.LIST: 4, Kind.ACTION: 2, Kind.NUMBER: 1, Kind.DATE: 1}
STYLE = """
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.4 Georgia, 'Liberation Serif', serif; color: #000; background: #fff; max-width: 180mm;
  margin: 8mm auto; padding: 0 4mm; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; border-bottom: .5pt solid #000; break-after: avoid; }
p { margin: 0; }
.top { display: flex; gap: 10mm; margin: 3mm 0 4mm; }
.top span { flex: 1; border-bottom: .5pt solid #000; padding-top: 5mm; }
.hint, .help, footer { color: #333; font-size: 9.5pt; font-style: italic; }
.question { margin: 5mm 0 2mm; }
.asked, .label { break-after: avoid; }
.asked { font-weight: bold; }
.label { font-size: 8.5pt; letter-spacing: .03em; color: #333; }
.short { break-inside: avoid; }
.if { font-style: italic; break-after: avoid; margin-top: 3mm; }
.below { margin: 2mm 0 2mm 4mm; padding-left: 4mm; border-left: .75pt solid #777; }
.rule { border-bottom: .5pt solid #777; height: 8mm; }
.item { margin-top: 3mm; }
ul { list-style: none; margin: 1.5mm 0 0; padding: 0; }
ul.many { columns: 2; column-gap: 8mm; font-size: 10pt; }
ul.row li { display: inline-block; margin-right: 7mm; }
li { break-inside: avoid; padding-left: 6mm; text-indent: -6mm; }
li::before { content: '\\2610'; display: inline-block; width: 6mm; text-indent: 0; }
footer { margin-top: 8mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""


def page(tree: Tree) -> str:
    """The page of a tree, whole."""
    return "\n".join(_page(tree)) + "\n"


def _page(tree: Tree) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="fr">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f"<title>{_words(tree.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{_words(tree.title)}</h1>"
    if tree.description:
        yield f"<p>{_words(tree.description)}</p>"
    fields = [said.paper_day(), *([said.paper_code()] if tree.person is not PersonRule.NONE else [])]
    yield f'<p class="top">{"".join(f"<span>{_words(name)}{NBSP}:</span>" for name in fields)}</p>'
    yield f'<p class="hint">{_words(said.paper_hint())}</p>'
    yield from _several(drawn(tree), "")
    yield f"<footer><p>{_words(tree.id)} · {_words(said.paper_foot(tree.version))}</p>"
    if tree.source:
        yield f"<p>{_words(tree.source)}</p>"
    yield "</footer>"
    yield "</body>"
    yield "</html>"


def _several(items: Sequence[Drawn], element: str) -> Iterator[str]:
    for item in items:
        match item.sort:
            case Sort.SECTION:
                yield from _section(item, element)
            case Sort.QUESTION:
                yield from _question(item, element)
            case Sort.OPENING:
                yield from _under(said.opening(item.when[0][0]), item.below, element)
            case Sort.LOOP | Sort.EACH:
                yield from _loop(item, element)


def _section(item: Drawn, element: str) -> Iterator[str]:
    if item.text:
        yield f"<h2>{_words(item.text)}</h2>"
    if item.when:
        yield from _under(said.condition(item.when), item.below, element)
    else:
        yield from _several(item.below, element)


def _under(condition: str, below: Sequence[Drawn], element: str) -> Iterator[str]:
    """A condition written out, and what it opens, set in."""
    yield f'<p class="if">{_words(condition)}{NBSP}:</p>'
    yield '<div class="below">'
    yield from _several(below, element)
    yield "</div>"


def _loop(item: Drawn, element: str) -> Iterator[str]:
    """The block of each item known beforehand, else a few blocks with a line to copy the item on."""
    title = said.each() if item.sort is Sort.EACH else said.each_of((), item.sources)
    known = item.choices if not item.sources else ()
    if item.when:
        yield f'<p class="if">{_words(said.condition(item.when))}{NBSP}:</p>'
    if not known:
        yield f'<p class="if">{_words(title)}{NBSP}:</p>'
    for rank in range(len(known) or COPIES):
        yield '<div class="below">'
        if known:
            yield f'<p class="item"><strong>{_words(known[rank])}</strong></p>'
        else:
            yield f'<p class="item">{_words(said.paper_element())} {rank + 1}{NBSP}:</p><div class="rule"></div>'
        yield from _several(item.below, known[rank] if known else BLANK)
        yield "</div>"
    if not known:
        yield f'<p class="hint">{_words(said.paper_more_items())}</p>'


def _question(item: Drawn, element: str) -> Iterator[str]:
    if item.when:
        yield f'<p class="if">{_words(said.condition(item.when))}{NBSP}:</p>'
        yield '<div class="below">'
    short = "" if item.below else " short"
    yield f'<div class="question{short}">'
    if item.label and item.kind is not Kind.INFO:
        yield f'<p class="label">{_words(item.label)}</p>'
    wording = item.text or f"{said.kind(Kind.LEAD)}, {said.from_sources(item.sources)}".capitalize()
    yield f'<p class="{"asked" if item.kind is not Kind.INFO else ""}">{_filled(wording, element)}</p>'
    if item.help:
        yield f'<p class="help">{_filled(item.help, element)}</p>'
    if item.kind is not Kind.INFO:
        yield from _field(item)
    elif item.sources:
        yield from _rules(2, said.paper_journal())
    yield "</div>"
    yield from _several(item.below, element)
    if item.when:
        yield "</div>"


def _field(item: Drawn) -> Iterator[str]:
    """Where the answer is written: boxes, points, or ruled lines."""
    if item.kind in (Kind.YES_NO, Kind.CHOICE, Kind.CHOICES) and not is_tagging(item):
        yield from _boxes(item)
        if item.sources:
            yield from _rules(COPIES, said.from_sources(item.sources))
        if item.other:
            yield from _rules(1, said.other())
        if item.precision:
            yield from _rules(1, item.precision)
        return
    if item.kind is Kind.SCALE and item.low is not None and item.high is not None:
        points = item.points or {}
        named = [
            f"{point}{f' ({points[point]})' if point in points else ''}" for point in range(item.low, item.high + 1)
        ]
        yield _list(named, "row")
        return
    yield from _rules(LINES.get(item.kind or Kind.TEXT, 2))


def _boxes(item: Drawn) -> Iterator[str]:
    labels = [*item.choices, *([item.none] if item.none and item.choices else [])]
    if labels:
        short = sum(map(len, labels)) < 60
        yield _list(labels, "row" if short else "many" if len(labels) > 6 else "")


def _list(labels: Sequence[str], style: str) -> str:
    items = "".join(f"<li>{_words(label)}</li>" for label in labels)
    return f'<ul class="{style}">{items}</ul>'


def _rules(number: int, label: str = "") -> Iterator[str]:
    if label:
        colon = "" if label[-1:] in "?.!" else f"{NBSP}:"
        yield f'<p class="help">{_words(label[:1].upper() + label[1:])}{colon}</p>'
    yield '<div class="rule"></div>' * number


def _filled(wording: str, element: str) -> str:
    """A wording with its item, or with room for what only the session knows."""
    filled = PLACEHOLDER.sub(lambda name: element if name[1] == ELEMENT and element else BLANK, wording)
    return _words(re.sub(rf"({BLANK})+", BLANK, filled))


def _words(words: str) -> str:
    return escape(shown(words), quote=True)
