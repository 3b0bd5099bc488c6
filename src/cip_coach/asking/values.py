"""Answers as an answers file writes them → `Reply`, or the problem with them.

An id; a list of ids or texts (`[]` is « Rien à noter »); a text; a number; an
ISO date; `{autre: "…"}` alone or within a list; `{valeur: oui, precision: "…"}`;
for an action `{texte: "…", pour_le: 2026-12-01}`; `{passe: oui}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cip_coach.answer import OTHER, SKIPPED, Action, Answer, Day, Items, Number, Picked, Reply, Words
from cip_coach.asking.steps import Step
from cip_coach.asking.tree import YES, Kind
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value
from cip_coach.shape import Shape
from cip_coach.text import clean, clean_line, fold

SKIP, VALUE, PRECISION, TEXT, DUE = "passe", "valeur", "precision", "texte", "pour_le"


def reply_of(step: Step, value: Value, shape: Shape) -> Reply | None:
    """The reply that `value` gives at `step`; None, with a problem in `shape`, when it is not possible there."""
    if isinstance(value, Mapping) and SKIP in value:
        if dict(value) == {SKIP: YES}:
            return SKIPPED
        shape.fault(value, "valeur-passe")
        return None
    match step.question.kind:
        case Kind.TEXT | Kind.LEAD:
            return _words(value, shape)
        case Kind.LIST:
            return _items(step, value, shape)
        case Kind.ACTION:
            return _action(value, shape)
        case Kind.NUMBER | Kind.SCALE:
            return _number(step, value, shape)
        case Kind.DATE:
            day = _day(value, shape)
            return Day(day) if day else None
        case _:
            return _picked(step, value, shape)


def _words(value: Value, shape: Shape) -> Answer | None:
    text = clean(value).strip() if isinstance(value, Scalar) else ""
    if not text:
        shape.fault(value, "valeur-texte")
        return None
    return Words(text)


def _items(step: Step, value: Value, shape: Shape) -> Answer | None:
    if isinstance(value, Scalar) and value:
        texts = [clean_line(value)]
    elif isinstance(value, Sequence):
        texts = [clean_line(item) for item in shape.scalars(value, step.path)]
    else:
        shape.fault(value, "valeur-liste")
        return None
    if not all(texts):
        shape.fault(value, "valeur-ligne-vide")
        return None
    return Items(tuple(texts)) if _within(step, len(texts), value, shape) else None


def _within(step: Step, count: int, value: Value, shape: Shape) -> bool:
    most = step.question.bounds.high
    if most is not None and count > most:
        shape.fault(value, "valeur-trop", nombre=count, limite=most)
        return False
    return True


def _action(value: Value, shape: Shape) -> Answer | None:
    if isinstance(value, Mapping):
        shape.keys(value, {TEXT, DUE})
        due = _day(value[DUE], shape) if DUE in value else None
        text = value.get(TEXT, Scalar("", value.line, value.column))
    else:
        due, text = None, value
    words = _words(text, shape)
    return Action(words.text, due) if isinstance(words, Words) else None


def _number(step: Step, value: Value, shape: Shape) -> Answer | None:
    number = number_of(value) if isinstance(value, Scalar) else None
    low, high = step.question.bounds.low, step.question.bounds.high
    if number is None or (step.question.kind is Kind.SCALE and not isinstance(number, int)):
        shape.fault(value, "valeur-nombre")
        return None
    if (low is not None and number < low) or (high is not None and number > high):
        shape.fault(value, "valeur-hors-bornes", bas=str(low), haut=str(high))
        return None
    return Number(number)


def number_of(text: str) -> int | float | None:
    """The number that `text` spells, with a point or a comma; None when it spells none."""
    plain = text.strip().replace(",", ".")
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not digits.isdecimal() or len(digits) > 15:
        return None
    return float(plain) if "." in plain else int(plain)


def _day(value: Value, shape: Shape) -> date | None:
    try:
        return date.fromisoformat(value if isinstance(value, Scalar) else "")
    except ValueError:
        shape.fault(value, "valeur-date")
        return None


def _picked(step: Step, value: Value, shape: Shape) -> Answer | None:
    precision = ""
    if isinstance(value, Mapping) and VALUE in value:
        shape.keys(value, {VALUE, PRECISION})
        precision = clean(shape.word(value, PRECISION)).strip()
        if precision and not step.question.precision:
            shape.fault(value, "valeur-sans-precision")
        value = value[VALUE]
    several = step.question.kind is Kind.CHOICES
    if isinstance(value, Sequence) and not several and value:
        shape.fault(value, "valeur-une-seule")
        return None
    before = len(shape.problems)
    ids: list[str] = []
    others: list[str] = []
    for pick in value if isinstance(value, Sequence) else [value]:
        if isinstance(pick, Mapping) and OTHER in pick:
            shape.keys(pick, {OTHER})
            others += _own_words(pick[OTHER], shape)
            ids.append(f"{OTHER}{len(others)}")
        else:
            ids += _offered(step, pick, shape)
    if len(others) > step.question.other:
        shape.fault(value, "valeur-autre")
    if not ids and not step.question.none and len(shape.problems) == before:
        shape.fault(value, "valeur-aucun")
    if len(shape.problems) > before or not _within(step, len(ids), value, shape):
        return None
    return Picked(tuple(dict.fromkeys(ids)), tuple(others), precision)


def _own_words(value: Value, shape: Shape) -> Iterator[str]:
    """The line under `autre`: an empty one is no answer."""
    text = clean_line(value) if isinstance(value, Scalar) else ""
    if text:
        yield text
    else:
        shape.fault(value, "valeur-texte")


def _offered(step: Step, pick: Value, shape: Shape) -> Iterator[str]:
    """The id on offer that `pick` names, by its id or by its exact text."""
    if not isinstance(pick, Scalar):
        shape.fault(pick, "valeur-forme")
        return
    for choice in step.choices:
        if pick == choice.id or fold(pick) == fold(choice.label):
            yield choice.id
            return
    if not step.choices:
        shape.fault(pick, "valeur-sans-choix")
        return
    shape.unknown(pick, "reponse-inconnue", [choice.id for choice in step.choices], question=step.path)
