"""A note → Markdown. The inverse of `parse`; knows no folder, no clock and no tree.

Each answer is a block quote under a heading and a marker: whatever it contains,
it cannot pass for a heading, a fence or a marker.
"""

from cip_coach.frenchdate import spoken
from cip_coach.keeping import head, quoting
from cip_coach.keeping.note import Aside, Entry, Frozen, Look, Note


def render(note: Note) -> str:
    """The Markdown text of `note`, `parse`'s exact inverse for any text that went through `text.clean`."""
    chunks = [
        _heading(1, note.title),
        note.foreign,
        *(chunk for entry in note.entries for chunk in (_entry(entry), entry.foreign)),
        *map(_source, note.sources),
        *(_aside(aside, "reserve") for aside in note.reserve),
        _aside(note.half_typed, "en_cours") if note.half_typed else "",
        *("\n".join(look_lines(look)) for look in note.looks),
    ]
    fenced = "\n".join(["---", *head.lines(note.head), "---"])
    return f"{fenced}\n" + "\n\n".join(chunk for chunk in chunks if chunk) + "\n"


def look_lines(look: Look) -> list[str]:
    """The lines of a later look: heading, marker, quote."""
    marker = f"<!-- cip:regard {look.day.isoformat()} -->"
    return [f"## Regard du {spoken(look.day)}", marker, *quoting.quoted(look.text.split("\n"))]


def _entry(entry: Entry) -> str:
    marker = f"<!-- cip:{entry.path} {entry.kind} -->"
    return "\n".join([_heading(entry.level, entry.question), marker, *quoting.quoted(quoting.of_entry(entry))])


def _aside(aside: Aside, word: str) -> str:
    marker = f"<!-- cip:{word} {aside.path} {aside.kind} -->"
    return "\n".join([marker, *quoting.quoted(quoting.of_aside(aside))])


def _source(source: Frozen) -> str:
    return "\n".join([f"<!-- cip:source {source.name} -->", *quoting.quoted(quoting.of_source(source))])


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {text}".replace("\n", " ") if text else "#" * level
