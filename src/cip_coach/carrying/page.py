"""A report as one page: headings, sentences, drawings with their tables. No script, no network, nothing to fetch.

Everything that comes from the document is escaped. Drawings are inline SVG, hidden
from screen readers, which have the sentence or the table beside them.
"""

from collections.abc import Iterator
from html import escape

from cip_coach import text
from cip_coach.carrying import pagedrawings
from cip_coach.carrying.pagestyle import STYLE
from cip_coach.reading.document import Bars, Block, Document, Entry, Grid, Key, Section

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Even a hole in the escaping could fetch or run nothing."""


def page(document: Document, foot: str) -> str:
    """The whole page, ending with the sentence `foot`."""
    return "\n".join(_page(document, foot)) + "\n"


def shown(words: str) -> str:
    """Words of the document, harmless in HTML; characters that act on a reader are replaced."""
    return escape(text.shown(words), quote=True)


def _page(document: Document, foot: str) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="fr">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{shown(document.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{shown(document.title)}</h1>"
    yield from (f"<p>{shown(sentence)}</p>" for sentence in document.opening)
    yield "</header>"
    yield "<main>"
    waiting = list(document.sections)
    while waiting:
        section = waiting.pop(0)
        if section.beside and waiting:
            yield '<div class="beside">'
            yield from _section(section, document.door)
            yield from _section(waiting.pop(0), document.door)
            yield "</div>"
        else:
            yield from _section(section, document.door)
    yield "</main>"
    yield f"<footer><p>{shown(foot)}</p></footer>"
    yield "</body>"
    yield "</html>"


def _section(section: Section, door: str) -> Iterator[str]:
    yield "<section>"
    if section.title:
        yield f"<h2>{shown(section.title)}</h2>"
    for block in section.blocks:
        yield from _block(block, door)
    yield "</section>"


def _block(block: Block, door: str) -> Iterator[str]:
    """`door` names the commands that lead to notes, where nothing else does."""
    match block:
        case Entry():
            yield from _entry(block, door if block.title else "")
        case Bars():
            yield from _bars(block, door)
        case Grid():
            yield from _grid(block)
        case Key():
            yield f'<p class="remark">{shown(block.title)}{text.NBSP}:</p>'
            yield '<ul class="key">'
            for rank, name in enumerate(block.names):
                yield f"<li>{pagedrawings.month_sign(rank)} {shown(name)}</li>"
            yield "</ul>"
        case str():
            yield f'<p class="remark">{shown(block)}</p>'


def _entry(entry: Entry, door: str) -> Iterator[str]:
    yield "<article>"
    if entry.title:
        yield f"<h3>{shown(entry.title)}</h3>"
    yield from (f"<p>{shown(sentence)}</p>" for sentence in entry.sentences)
    if entry.range:
        yield pagedrawings.interval(entry.range)
    if entry.course:
        yield pagedrawings.course(entry.course)
        yield f'<p class="course">{shown(entry.course.said)}</p>'
    if entry.quotes:
        yield "<ul>"
        yield from (f"<li>{shown(quote)}</li>" for quote in entry.quotes)
        yield "</ul>"
    yield from (f"<p>{shown(sentence)}</p>" for sentence in entry.after)
    if entry.lead:
        yield f'<p class="lead">{shown(entry.lead)}</p>'
    yield from _doors(entry.door, door)
    yield "</article>"


def _bars(block: Bars, door: str) -> Iterator[str]:
    yield '<ul class="key" aria-hidden="true">'
    for rank, part in enumerate(block.parts):
        yield f"<li>{pagedrawings.swatch(rank)} {shown(part)}</li>"
    yield "</ul>"
    for bar in block.bars:
        yield "<article>"
        yield f"<h3>{shown(bar.title)}</h3>"
        yield pagedrawings.parts(bar.counts)
        yield f"<p>{shown(bar.said)}</p>"
        yield from _doors(bar.door, door)
        yield "</article>"


def _grid(grid: Grid) -> Iterator[str]:
    yield '<div class="wide" tabindex="0" role="region" aria-label="' + shown(grid.caption) + '">'
    yield f"<table><caption><span>{shown(grid.caption)}</span></caption>"
    heads = "".join(f'<th scope="col">{shown(column)}</th>' for column in grid.columns)
    yield f'<thead><tr><th scope="col">{shown(grid.corner)}</th>{heads}</tr></thead>'
    yield "<tbody>"
    for row in grid.rows:
        cells = "".join(f"<td>{shown(cell)}</td>" for cell in row.cells)
        yield f'<tr><th scope="row">{shown(row.title)}</th>{cells}</tr>'
    yield "</tbody></table></div>"
    yield from (f'<p class="remark">{shown(sentence)}</p>' for sentence in grid.legend)
    yield from _doors(grid.door, "")


def _doors(doors: str, name: str) -> Iterator[str]:
    called = f"{shown(name)}{text.NBSP}: " if name else ""
    for command in filter(None, doors.split("\n")):
        yield f'<p class="door">{called}<code>{_breakable(shown(command))}</code></p>'


def _breakable(command: str) -> str:
    """A command that may go on the next line between two words, on a phone, never after a hyphen."""
    return " ".join(f"<span>{word}</span>" for word in command.split(" "))
