"""A draft of one example for the « dossier professionnel »: its five official fields, filled with what notes hold.

Raw material to rewrite in the first person. Feelings, sensations and what hinders the
person stay in the journal; so do the days: the context says months.
"""

from collections.abc import Sequence

from cip_coach.answer import Items, Picked
from cip_coach.carrying.leaflet import Leaflet, Part
from cip_coach.frenchdate import spoken_month
from cip_coach.keeping.note import Entry, Note
from cip_coach.paths import identity
from cip_coach.reading import answers

TITLE = "Exemple pour le dossier professionnel"
COMPETENCES = "commun.competences"
FOOTER = "Brouillon à réécrire à la première personne. Rien ne doit permettre de reconnaître qui est accompagné."
_FIELDS = (
    (
        "1. Les tâches ou opérations effectuées, et dans quelles conditions",
        "Qu’ai-je fait, dans quel ordre, dans quelles conditions\u00a0?",
    ),
    ("2. Les moyens utilisés", "Quels outils, supports, méthodes, lieux\u00a0?"),
    ("3. Avec qui j’ai travaillé", "Quelles fonctions, quelles structures\u00a0? Jamais un nom."),
    ("4. Le contexte", "L’organisme, le service, l’atelier\u00a0: à compléter. La période se lit dans les notes."),
    (
        "5. Informations complémentaires (facultatif)",
        "Qu’est-ce que cet exemple montre de plus, ou change dans ma pratique\u00a0?",
    ),
)
_LEFT_OUT = ("commun.a_porter", COMPETENCES, "app.situation")
_PRIVATE = ("emo.", "corps.", "frein.", "eval.")
_MEANS = ("cpp.mediation.", "metier.outils", "atelier.avant.deroule", "posture.role")
_MEANS_PICKED = ("source.",)
_WITH = ("par_qui", "a_qui")
_WITH_BEGINNING = ("ep.qui", "ep.objet", "metier.partenariat")
_MORE = ("commun.cloture",)
_MORE_ENDING = (".appris", ".gagne", ".sans_retour")


def example(notes: Sequence[Note], competences: Sequence[str]) -> Leaflet:
    """The draft that these notes make; `competences` are the labels it illustrates."""
    ordered = sorted(notes, key=lambda note: (note.head.day, note.head.begun.timestamp()))
    fields: list[list[str]] = [[] for _ in _FIELDS]
    for note in ordered:
        for entry in note.entries:
            place = _field(entry, note)
            if place is not None:
                fields[place].append(f"{entry.question} {_said(entry)}")
        fields[4] += (look.text for look in note.looks)
    fields[3].append(_period(ordered))
    parts = [
        Part(heading, tuple(held), hint, items=True) for (heading, hint), held in zip(_FIELDS, fields, strict=True)
    ]
    shown = [Part("Compétences illustrées", tuple(competences), items=True)] if competences else []
    return Leaflet(TITLE, (*shown, *parts), footer=FOOTER)


def _field(entry: Entry, note: Note) -> int | None:
    """The field, from 0, where this answer goes; None when it stays in the journal."""
    path = identity(entry.path)
    if path in _LEFT_OUT or _is_private(entry):
        return None
    if path.startswith(_MEANS) or _picks(entry, _MEANS_PICKED):
        return 1
    fed = note.head.feeds.get("partenaires", {}).get(entry.path)
    if fed or path.startswith(_WITH_BEGINNING) or path.rpartition(".")[2] in _WITH:
        return 2
    if path in _MORE or path.endswith(_MORE_ENDING):
        return 4
    return 0


def _is_private(entry: Entry) -> bool:
    return entry.answer in (Items(()), Picked(())) or _picks(entry, _PRIVATE)


def _picks(entry: Entry, beginnings: tuple[str, ...]) -> bool:
    return isinstance(entry.answer, Picked) and any(pick.startswith(beginnings) for pick in entry.answer.ids)


def _said(entry: Entry) -> str:
    return (" · " if entry.kind in ("liste", "choix_multiple") else "\n").join(answers.lines(entry))


def _period(notes: Sequence[Note]) -> str:
    first, last = spoken_month(notes[0].head.day), spoken_month(notes[-1].head.day)
    return f"Période\u00a0: {first}" if first == last else f"Période\u00a0: de {first} à {last}"
