"""What answers do, as authors write it: `signale`, `alimente`, `propose`, and the answers an `avec:` fixes."""

from __future__ import annotations

from collections.abc import Sequence as AnySequence

from cip_coach.asking.names import Names, Part
from cip_coach.asking.tree import Feed, Proposal, Signal
from cip_coach.plainyaml import Mapping, Scalar, Value
from cip_coach.shape import Shape, place

DIFFICULTIES = "difficultes"
ALWAYS_FED = "toujours"
TICK_KEYS = {"fait", "laisse", "mot"}
KINDS_FED = (
    "a_verifier", "pas", "plaisirs", "forces", "reussites", "a_porter", "partage_personne", "partage_collegues",
    "outils_manquants", "partenaires", "sources_de_doute",
)  # fmt: skip


def checked(answers: AnySequence[Scalar], known: list[str] | None, item: Mapping, shape: Shape) -> tuple[str, ...]:
    """`answers`, those that the question in `item` cannot have noted; `known` None when any may come."""
    for answer in answers:
        if known is not None and answer not in known:
            shape.unknown(answer, "reponse-inconnue", known, question=str(item.get("id", "")))
    return tuple(str(answer) for answer in answers)


def signals(item: Mapping, known: list[str] | None, part: Part, names: Names, shape: Shape) -> tuple[Signal, ...]:
    """`signale`: which answers name which difficulties, all of the taxonomy."""
    found = shape.mapping(item.get("signale"), "signale") or Mapping()
    signals = []
    for answer, named in found.pairs():
        checked((answer,), known, item, shape)
        if isinstance(named, Mapping):
            _check_keys(named, part, names, shape)
            signals += [
                Signal(str(answer), _difficulties(value, names, shape), str(key)) for key, value in named.pairs()
            ]
        else:
            signals.append(Signal(str(answer), _difficulties(named, names, shape)))
    return tuple(signals)


def _check_keys(named: Mapping, part: Part, names: Names, shape: Shape) -> None:
    """Note the keys of `named` that no turn of the loop around can have."""
    if not part.loops:
        shape.fault(named, "signale-hors-boucle")
        return
    keys = names.keys_around(part)
    for key, _ in named.pairs():
        if keys is not None and key not in keys:
            shape.unknown(key, "cle-de-boucle", keys, boucle=part.loops[0])


def _difficulties(value: Value, names: Names, shape: Shape) -> tuple[str, ...]:
    known = names.vocabulary.get(DIFFICULTIES)
    ids = tuple(shape.scalars(value, "signale"))
    for name in ids:
        if known is None or name not in known.terms:
            shape.unknown(name, "terme-inconnu", [*known.terms] if known else [])
    return tuple(str(name) for name in ids)


def feeds(item: Mapping, known: list[str] | None, shape: Shape) -> tuple[Feed, ...]:
    """`alimente`: a kind, a list of kinds, or a map of kinds to the answers that feed them."""
    value = item.get("alimente")
    if isinstance(value, Mapping):
        return tuple(_feed(name, wanted, item, known, shape) for name, wanted in value.pairs())
    return tuple(_feed(name, None, item, known, shape) for name in shape.scalars(value, "alimente"))


def _feed(name: Scalar, wanted: Value | None, item: Mapping, known: list[str] | None, shape: Shape) -> Feed:
    if name not in KINDS_FED:
        shape.unknown(name, "valeur-inconnue", KINDS_FED, cle="alimente")
    answers = tuple(shape.scalars(wanted, str(name))) if wanted is not None else ()
    if answers == (ALWAYS_FED,) and ALWAYS_FED not in (known or ()):
        answers = ()
    return Feed(str(name), checked(answers, known, item, shape))


def proposal(item: Mapping, known: list[str] | None, part: Part, names: Names, shape: Shape) -> Proposal | None:
    """`propose`: a tree to go on with later, and what it takes from our answers."""
    found = shape.mapping(item.get("propose"), "propose")
    if found is None:
        return None
    found = shape.keys(found, {"sur", "arbre", "reprend"})
    shape.required(found, "arbre")
    shape.required(found, "sur")
    takes = shape.mapping(found.get("reprend"), "reprend") or Mapping()
    return Proposal(
        checked(tuple(shape.scalars(found.get("sur"), "sur")), known, item, shape),
        shape.word(found, "arbre"),
        {str(theirs): names.refer(shape.text_of(ours, str(theirs)), part, ours) for theirs, ours in takes.pairs()},
    )


def ticks(item: Mapping, known: list[str] | None, shape: Shape) -> dict[str, str]:
    """`coche`: which answer means that an open step is done or left, and which question holds the word on it."""
    found = shape.mapping(item.get("coche"), "coche")
    if found is None:
        return {}
    found = shape.keys(found, TICK_KEYS)
    for key, value in found.pairs():
        if key != "mot" and isinstance(value, Scalar):
            checked((value,), known, item, shape)
    return {str(key): shape.word(found, key) for key in found}


def fixed(item: Mapping, known: list[str] | None, part: Part, shape: Shape) -> tuple[str, ...] | None:
    """The answer that the `avec:` of an inclusion gives to the question in `item`, or None."""
    question = str(item.get("id", ""))
    answers = part.fixed_answer(question)
    if answers is None:
        return None
    outside = Shape(part.including)
    for answer in answers:
        if known is not None and answer not in known:
            outside.unknown(answer, "avec-reponse", known, question=question)
    shape.problems += outside.problems
    return tuple(str(answer) for answer in answers)


def none_if(item: Mapping, part: Part, names: Names, shape: Shape) -> dict[str, str]:
    """`aucune_si`: the answers, given elsewhere, that count as "none noted" here."""
    found = shape.mapping(item.get("aucune_si"), "aucune_si") or Mapping()
    gates = {}
    for name, value in found.pairs():
        answer = shape.text_of(value, str(name))
        values = (value,) if isinstance(value, Scalar) else ()
        if answer == "" and values:
            shape.fault(place(found, name), "quand-vide", mot=str(name))
        gates[names.refer(name, part, name, values=values if answer else ())] = answer
    return gates
