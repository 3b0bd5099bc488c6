"""What opens under a question, as authors write it: `si_…`, `si_mots`, `pour_chaque`, `etiquettes`."""

from __future__ import annotations

from collections.abc import Callable

from cip_coach.asking import offers
from cip_coach.asking.names import Names, Part
from cip_coach.asking.tree import NO, PARTLY, SEVERAL, UNSURE, YES, Bounds, FollowUp, Kind, Node, Offer, Question
from cip_coach.asking.wording import WORDS_SUFFIX
from cip_coach.patterns import regex
from cip_coach.plainyaml import Mapping, Scalar, Value
from cip_coach.shape import SAID_OTHERWISE, Shape, place
from cip_coach.text import closest

BuildNodes = Callable[["Value | None", Part], tuple[Node, ...]]

NONE_NOTED = "Rien à noter"
IN_MY_WORDS = "Derrière le mot"
TAGS, MOST_TAGS = "etiquettes", 3
SI = "si_"
EMPTY = "vide"
WITHOUT_VALUE = (EMPTY, "repondu", "passe")
COUNTED = regex(r"(au_moins|au_plus)_(\d{1,3})")
ALMOST_COUNTED = regex(r"(\D+)_?(\d{1,3})")


def words_follow_up(item: Mapping, question_id: str, part: Part, names: Names, shape: Shape) -> tuple[FollowUp, ...]:
    """`si_mots`: one gentle question when the text holds a word of the vocabulary."""
    name = item.get("si_mots")
    if name is None:
        return ()
    taxonomy = names.vocabulary.get(str(name))
    if taxonomy is None or not taxonomy.reframing:
        shape.unknown(
            name, "taxonomie-inconnue", [known.id for known in names.vocabulary.values() if known.reframing]
        )
        return ()
    words = {form: term.label for term in taxonomy.offered() for form in (term.label, *term.forms)}
    follow_up_id = question_id + WORDS_SUFFIX
    names.declare(follow_up_id, part, name, shape)
    asked = Question(
        follow_up_id, Kind.TEXT, taxonomy.reframing, label=IN_MY_WORDS, words=words, file=part.file, line=item.line
    )
    return (FollowUp("repondu", (asked,)),)


def follow_ups(
    item: Mapping, kind: Kind, known: list[str] | None, part: Part, shape: Shape, nodes: BuildNodes
) -> tuple[FollowUp, ...]:
    """The `si_…` of a question whose answers are `known`, their nodes built by `nodes`."""
    follow_ups = []
    for key, value in item.pairs():
        if not key.startswith(SI) or key == "si_mots":
            continue
        opened = key.removeprefix(SI)
        counted = COUNTED.fullmatch(opened)
        if counted:
            follow_ups.append(FollowUp(counted[1], nodes(value, part), number=int(counted[2])))
        elif opened in WITHOUT_VALUE:
            follow_ups.append(FollowUp(opened, nodes(value, part)))
        else:
            answers = _opening(key, opened, item, kind, known, shape)
            follow_ups.append(FollowUp("est", nodes(value, part), answers))
    return tuple(follow_ups)


def _opening(
    key: Scalar, opened: str, item: Mapping, kind: Kind, known: list[str] | None, shape: Shape
) -> tuple[str, ...]:
    """The answers that open `si_<opened>`. Rule: on `oui_non`, `si_oui` opens on en_partie too, `si_non` on
    en_partie and ne_sait_pas too, unless these have a `si_` of their own.
    """
    uncountable = kind is Kind.NUMBER and not opened.isdecimal()
    if uncountable or (known is not None and opened not in known):
        _note_unknown(key, opened, item, kind, known or [], shape)
    if kind is not Kind.YES_NO or opened not in (YES, NO):
        return (opened,)
    wider = {YES: (PARTLY,), NO: (PARTLY, UNSURE)}[opened]
    return (opened, *(answer for answer in wider if answer in (known or ()) and SI + answer not in item))


def _note_unknown(key: Scalar, opened: str, item: Mapping, kind: Kind, known: list[str], shape: Shape) -> None:
    counts = [f"{op}_N" for op in ("au_moins", "au_plus") if kind in SEVERAL or kind in (Kind.SCALE, Kind.NUMBER)]
    empty = [EMPTY] if kind in SEVERAL or "aucun" in item else []
    possible = [SI + name for name in (*known, *counts, *empty, *WITHOUT_VALUE[1:])]
    meant = _meant(opened, [*known, *empty, *WITHOUT_VALUE[1:]], counted=bool(counts))
    near = SI + meant if meant and SI + meant not in item else ""
    shape.fault(
        key,
        "si-inconnu",
        mot=str(key),
        reponse=opened,
        proche=near,
        possibles=", ".join(possible),
        question=str(item.get("id", "")),
    )


def _meant(opened: str, known: list[str], *, counted: bool) -> str:
    """What an unknown `si_…` surely stands for, or ""."""
    almost = ALMOST_COUNTED.fullmatch(opened)
    if counted and almost:
        op = closest(almost[1].rstrip("_"), ("au_moins", "au_plus"))
        return f"{op}_{almost[2]}" if op else ""
    said = EMPTY if opened == "aucun" else SAID_OTHERWISE.get(opened, "")
    return said if said in known else closest(opened, known) or ""


def loop(
    item: Mapping,
    full_id: str,
    part: Part,
    names: Names,
    shape: Shape,
    nodes: BuildNodes,
    keys: tuple[str, ...] | None,
) -> tuple[Node, ...]:
    """What is asked about each item: its tags first, then `pour_chaque`. `keys` as in `Names.declare_loop`."""
    if "pour_chaque" not in item and TAGS not in item:
        return ()
    at = place(item, "pour_chaque" if "pour_chaque" in item else TAGS)
    names.declare_loop(full_id, part, at, shape, keys)
    inside = part.inside(full_id)
    built: tuple[Node, ...] = ()
    if TAGS in item:
        built = _tagging(item[TAGS], inside, names, shape)
    return (*built, *nodes(item.get("pour_chaque"), inside)) if "pour_chaque" in item else built


def _tagging(name: Value, inside: Part, names: Names, shape: Shape) -> tuple[Node, ...]:
    taxonomy = names.vocabulary.get(str(name))
    if taxonomy is None or not taxonomy.tagging:
        shape.unknown(name, "taxonomie-inconnue", [known.id for known in names.vocabulary.values() if known.tagging])
        return ()
    names.declare(TAGS, inside, name, shape)
    offer = Offer(
        choices=tuple(offers.choice_of(term, hidden=False) for term in taxonomy.offered()),
        families=taxonomy.families,
        taxonomy=taxonomy.id,
        taxonomy_version=taxonomy.whole_version,
    )
    return (
        Question(
            id=TAGS,
            kind=Kind.CHOICES,
            text=taxonomy.tagging,
            label="Étiquettes",
            offer=offer,
            none=NONE_NOTED,
            bounds=Bounds(high=MOST_TAGS),
            counts=False,
            file=inside.file,
            line=name.line,
        ),
    )
