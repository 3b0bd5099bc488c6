"""The page for a group that analyses its practice, from a note of `preparer-app`: the question first, no day."""

from collections.abc import Iterator

from cip_coach.answer import Items, Picked
from cip_coach.carrying.leaflet import Leaflet, Part
from cip_coach.keeping.note import Entry, Note
from cip_coach.reading import answers
from cip_coach.text import NBSP

TREE = "preparer-app"
TITLE = "Une situation pour le groupe"
FOOTER = "Ni nom, ni code, ni date. Ce qui se dit au groupe reste au groupe."
SITUATION, TRIED, EFFECT = "app.situation", "app.essaye", "effet"
_PARTS = (
    ("app.question", "Ma question"),
    ("app.recit", "La situation"),
    (TRIED, "Ce que j’ai déjà essayé"),
    ("app.ressenti", "Ce que je ressens en la racontant"),
    ("app.choix", "Ce qui me donne envie de l’apporter"),
    ("app.attente", "Ce que j’attends du groupe"),
    ("app.limite", "Ce que je ne souhaite pas aborder"),
)


def fiche(note: Note) -> Leaflet | None:
    """The page that `note` makes, None when it answers nothing of it."""
    entries = {entry.path: entry for entry in note.entries}
    parts = tuple(_parts(entries))
    subtitle = _own_words(entries.get(SITUATION))
    return Leaflet(TITLE, parts, subtitle, FOOTER) if parts else None


def _parts(entries: dict[str, Entry]) -> Iterator[Part]:
    for path, heading in _PARTS:
        entry = entries.get(path)
        if entry is None or entry.answer in (Items(()), Picked(())):
            continue
        if path == TRIED and isinstance(entry.answer, Items):
            tried = tuple(
                _tried(text, entries.get(f"{TRIED}[{rank}].{EFFECT}"))
                for rank, text in enumerate(entry.answer.texts, start=1)
            )
            yield Part(heading, tried, items=True)
        elif isinstance(entry.answer, Picked):
            yield Part(heading, answers.lines(entry), items=True)
        else:
            yield Part(heading, ("\n".join(answers.lines(entry)),))


def _tried(text: str, effect: Entry | None) -> str:
    return f"{text}{NBSP}: {answers.in_short(effect)}" if effect else text


def _own_words(entry: Entry | None) -> str:
    """The situation in the user's own words; the title and the day of a note stay in the journal."""
    return " ".join(entry.answer.others) if entry and isinstance(entry.answer, Picked) else ""
