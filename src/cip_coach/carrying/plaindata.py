"""A note as plain data, the public format of `--json` (docs/formats.md). Only additions are ever made to it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Words, is_other
from cip_coach.keeping.note import Entry, Note
from cip_coach.patterns import regex
from cip_coach.problem import Problem
from cip_coach.reading import answers
from cip_coach.reading.selection import difficulties
from cip_coach.reading.steps import Step, steps_of

VERSION = 1
_NUMBER = regex(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
Plain = Mapping[str, object]


def of_note(note: Note, file: str) -> Plain:
    """Everything a note says; `file` is its path from the journal."""
    head = note.head
    steps = list(steps_of(note))
    by_path: dict[str, Step] = {step.path: step for step in reversed(steps)}
    return {
        "id": head.id,
        "statut": head.status.value,
        "date": head.day.isoformat(),
        "debut": head.begun.isoformat(),
        "fin": _iso(head.ended),
        "duree_s": head.seconds,
        "arbre": head.tree,
        "titre": note.title,
        "personne": head.person or None,
        "programme": head.programme or None,
        "rdv": head.appointment,
        "fichier": file,
        "reponses": [
            *(_of_entry(entry, by_path.get(entry.path)) for entry in note.entries),
            *_in_the_head_alone(note),
        ],
        "passees": list(head.skipped),
        "difficultes": list(difficulties(head)),
        "pas": [of_step(step) for step in steps],
        "a_verifier": [fed.text for fed in answers.fed(note, "a_verifier")],
        "regards": [{"date": look.day.isoformat(), "texte": look.text} for look in note.looks],
    }


def of_step(step: Step) -> Plain:
    """A next step; `le` and `mot` say when it was done or left, and what it changed."""
    task = step.task
    return {
        "texte": task.text,
        "pour_le": _iso(task.due),
        "etat": task.state.value,
        "le": _iso(task.day),
        "mot": task.word or None,
        "ref": step.ref,
    }


def of_step_alone(step: Step) -> Plain:
    """A next step outside its note: where it comes from is said too."""
    return {
        **of_step(step),
        "date": step.day.isoformat(),
        "personne": step.person or None,
        "arbre": step.tree,
        "chemin": step.path,
    }


def of_problem(problem: Problem, sentence: str) -> Plain:
    """What is wrong with a file, and its French `sentence`. An unknown line or column is 0."""
    return {
        "fichier": problem.file,
        "ligne": problem.line,
        "colonne": problem.column,
        "code": problem.code,
        "phrase": sentence,
    }


def value(answer: Answer, kind: str) -> object:
    """An answer as an id, ids, a text, texts, a number, an ISO day, or a table that says what it is."""
    match answer:
        case Words(text):
            return text
        case Items(texts):
            return list(texts)
        case Number(number):
            return number
        case Day(day):
            return day.isoformat()
        case Action(text, due):
            return {"texte": text, "pour_le": _iso(due)}
        case Picked():
            return _picked(answer, kind)


def _of_entry(entry: Entry, step: Step | None) -> Plain:
    said: object = value(entry.answer, entry.kind)
    if isinstance(entry.answer, Action) and step is not None:
        said = of_step(step)
    text = "\n".join(answers.lines(entry))
    return {"chemin": entry.path, "question": entry.question, "valeur": said, "texte": text}


def _in_the_head_alone(note: Note) -> Iterator[Plain]:
    """The closed answers whose block somebody took out of the text: the head wins, their question is unknown."""
    shown = {entry.path for entry in note.entries}
    for path, said in note.head.answers.items():
        if path not in shown:
            words = said if isinstance(said, str) else ", ".join(said)
            yield {"chemin": path, "question": "", "valeur": _number_or(said), "texte": words}


def _number_or(said: str | tuple[str, ...]) -> object:
    if not isinstance(said, str):
        return list(said)
    if _NUMBER.fullmatch(said):
        return float(said) if "." in said else int(said)
    return said


def _picked(answer: Picked, kind: str) -> object:
    own = iter(answer.others)
    picks: list[object] = [{"autre": next(own, "")} if is_other(pick) else pick for pick in answer.ids]
    said: object = picks[0] if picks and kind != "choix_multiple" else picks
    return {"valeur": said, "precision": answer.precision} if answer.precision else said


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None
