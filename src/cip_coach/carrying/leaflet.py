"""A page to carry outside, as a value; as Markdown or as one HTML file that prints well. Knows no note.

The headings are ours, the texts the user's: `mapped` is the only way to change these,
so that a check sees every word that leaves.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from cip_coach.frozen import frozen, replace
from cip_coach.patterns import regex

_ACTING = regex(r"([\\`*_<>]|~(?=~)|\](?=[(\[:])|&(?=#?\w+;))")
_INDENT = regex(r"^[ \t]+", re.MULTILINE)
_LINE_START = regex(r"^(#|[-+=]|\d+(?=[.)]))", re.MULTILINE)


@frozen
class Part:
    """A heading, a line of ours under it, then the user's texts: as `items` of a list, or as paragraphs.

    A question that quotes an answer is one of the user's texts too.
    """

    heading: str
    texts: tuple[str, ...] = ()
    hint: str = ""
    items: bool = False


@frozen
class Leaflet:
    """A whole page: `title` and `footer` are ours, `subtitle` the user's."""

    title: str
    parts: tuple[Part, ...]
    subtitle: str = ""
    footer: str = ""

    def texts(self) -> tuple[str, ...]:
        """Every word of the user's on the page, in reading order."""
        return (self.subtitle, *(text for part in self.parts for text in part.texts))

    def mapped(self, texts: Sequence[str]) -> "Leaflet":
        """The same page with other texts, as many and in the same order."""
        rest = iter(texts)
        subtitle = next(rest)
        parts = tuple(replace(part, texts=tuple(next(rest) for _ in part.texts)) for part in self.parts)
        return replace(self, subtitle=subtitle, parts=parts)


def markdown(page: Leaflet) -> str:
    """The page as Markdown; no word of the user's acts as markup."""
    return "\n".join(_markdown(page)).rstrip("\n") + "\n"


def html(page: Leaflet) -> str:
    """The page as one HTML file: no script, nothing fetched, made to be printed."""
    return "\n".join(_html(page)) + "\n"


def _markdown(page: Leaflet) -> Iterator[str]:
    yield f"# {page.title}"
    yield ""
    if page.subtitle:
        yield _plain(page.subtitle)
        yield ""
    for part in page.parts:
        yield f"## {part.heading}"
        yield ""
        if part.hint:
            yield f"*{part.hint}*"
            yield ""
        for text in part.texts:
            # Without the empty lines around: an item that begins with two of them would end there.
            first, *others = _plain(text.strip()).split("\n")
            yield f"- {first}" if part.items else first
            yield from (f"  {line}" if part.items else line for line in others)
            yield from ([] if part.items else [""])
        if part.items:
            yield ""
    if page.footer:
        yield f"*{page.footer}*"


def _plain(text: str) -> str:
    safe = _ACTING.sub(r"\\\1", _INDENT.sub("", text))
    return _LINE_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], safe)


STYLE = (
    "body{font:12pt/1.5 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.5em;line-height:1.25}h2{font-size:1.1em;margin:1.4em 0 .3em}"
    "p,ul{margin:.4em 0}.dit{white-space:pre-line}.aide,footer{color:#555;font-style:italic}"
    "footer{margin-top:2em;font-size:.9em}"
    "@media print{body{margin:0;max-width:none}h2{break-after:avoid}}"
    "@media (prefers-color-scheme:dark){@media screen{body{background:#1a1a1a;color:#eee}.aide,footer{color:#bbb}}}"
)


def _html(page: Leaflet) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(page.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{escape(page.title)}</h1>"
    if page.subtitle:
        yield f'<p class="dit">{escape(page.subtitle)}</p>'
    for part in page.parts:
        yield f"<section>\n<h2>{escape(part.heading)}</h2>"
        if part.hint:
            yield f'<p class="aide">{escape(part.hint)}</p>'
        tag = "li" if part.items else "p"
        said = [f'<{tag} class="dit">{escape(text)}</{tag}>' for text in part.texts]
        if said:
            yield "\n".join(["<ul>", *said, "</ul>"] if part.items else said)
        yield "</section>"
    yield "</main>"
    if page.footer:
        yield f"<footer>{escape(page.footer)}</footer>"
    yield "</body>\n</html>"
