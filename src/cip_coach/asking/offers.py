"""Choices, sources and conditions as authors write them → `Offer`, `Source`, `Condition`."""

from __future__ import annotations

import re

from cip_coach.asking.names import Names, Part
from cip_coach.asking.tree import ALWAYS, Bounds, Choice, Condition, Kind, Offer, Source, Test
from cip_coach.patterns import regex
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value
from cip_coach.shape import Shape, place
from cip_coach.text import fold, typeset
from cip_coach.vocabulary import OWN, Taxonomy, Term

LONGEST_ID = 80
CHOICE_ID = regex(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
RESERVED_CHOICE = regex(r"autre\d+|vide|repondu|passe|mots|(?:au_moins|au_plus)_\d+")
DOCUMENTED = (
    "seance.a_verifier", "seance.rdv", "seance.personne", "journal.pas_ouverts", "journal.difficultes",
    "journal.jamais_partagees", "journal.plaisirs", "journal.pas_faits", "journal.a_porter", "journal.notes",
)  # fmt: skip
SOURCE_KEYS = {"taxonomie", "termes", "boucle", "quand"}
COUNTS = ("au_moins", "au_plus")
ANSWERED = "repondu"
OTHER = "autre"
BRACES = regex(r"\{[^{}\n]*\}")


def choice_of(term: Term, *, hidden: bool) -> Choice:
    """A taxonomy term as a choice on offer."""
    return Choice(
        id=term.id,
        label=term.label,
        family=term.family,
        exclusive=term.exclusive,
        hidden=hidden,
        sensitive=term.sensitive,
        leads=term.leads,
        attention=term.attention,
    )


def offer_of(item: Mapping, part: Part, names: Names, shape: Shape) -> Offer:
    """What a closed question offers: `choix`, `taxonomie` or `choix_de`, exactly one of them."""
    written = [key for key in ("choix", "taxonomie", "choix_de") if key in item]
    if not written:
        shape.fault(item, "choix-manquant")
        return Offer()
    if len(written) > 1:
        shape.fault(place(item, written[1]), "choix-une-seule-forme", formes=", ".join(written))
        return Offer()
    if "familles" in item and written != ["taxonomie"]:
        shape.fault(place(item, "familles"), "familles-sans-taxonomie", cle="taxonomie")
    if written == ["choix"]:
        return Offer(choices=_inline(item["choix"], "choix", shape))
    if written == ["taxonomie"]:
        return _taxonomy(item["taxonomie"], item, names, shape)
    return Offer(sources=sources_of(item["choix_de"], part, names, shape))


def loop_offer(item: Mapping, part: Part, names: Names, shape: Shape) -> Offer:
    """What a `boucle` turns over: `sur` (declared values or a source) or `sur_taxonomie`."""
    if "sur" not in item and "sur_taxonomie" not in item:
        shape.fault(item, "boucle-sans-sur")
        return Offer()
    if "sur" in item and "sur_taxonomie" in item:
        shape.fault(place(item, "sur_taxonomie"), "boucle-une-seule-forme")
        return Offer()
    if "sur_taxonomie" in item:
        return _taxonomy(item["sur_taxonomie"], item, names, shape)
    if "familles" in item:
        shape.fault(place(item, "familles"), "familles-sans-taxonomie", cle="sur_taxonomie")
    over = item["sur"]
    if (isinstance(over, Mapping) and "boucle" not in over and "taxonomie" not in over) or over == "":
        return Offer(choices=_inline(over, "sur", shape))
    return Offer(sources=sources_of(over, part, names, shape))


def _inline(value: Value, what: str, shape: Shape) -> tuple[Choice, ...]:
    if value == "" or value == {}:
        shape.fault(value, "choix-vide", cle=what)
        return ()
    choices = []
    for key, label in (shape.mapping(value, what) or Mapping()).pairs():
        if RESERVED_CHOICE.fullmatch(key):
            shape.fault(key, "choix-reserve", mot=str(key))
        elif not CHOICE_ID.fullmatch(key) or len(key) > LONGEST_ID:
            shape.fault(key, "id-invalide", mot=str(key), essai=slug(key))
        choices.append(Choice(str(key), unfilled(label, str(key), shape)))
    return tuple(choices)


def unfilled(value: Value | None, what: str, shape: Shape) -> str:
    """A wording in which nothing is filled in; braces there are a fault."""
    wording = typeset(shape.text_of(value, what)) if value is not None else ""
    if value is not None and BRACES.search(wording):
        shape.fault(value, "accolades-ici", cle=what)
    return wording


def _taxonomy(name: Value, item: Mapping, names: Names, shape: Shape) -> Offer:
    taxonomy = _known_taxonomy(name, names, shape)
    if taxonomy is None:
        return Offer()
    families = tuple(shape.words(item, "familles"))
    for family in shape.scalars(item.get("familles"), "familles"):
        if family not in taxonomy.families:
            shape.unknown(family, "famille-inconnue", taxonomy.families)
    terms = taxonomy.offered(families)
    some_essential = any(term.essential for term in terms)
    return Offer(
        choices=tuple(choice_of(term, hidden=some_essential and not term.essential) for term in terms),
        families=taxonomy.families,
        taxonomy=taxonomy.id,
        taxonomy_version=0 if families else taxonomy.whole_version,
    )


def _known_taxonomy(name: Value, names: Names, shape: Shape) -> Taxonomy | None:
    taxonomy = names.vocabulary.get(str(name)) if isinstance(name, Scalar) else None
    if taxonomy is None:
        shape.unknown(name, "taxonomie-inconnue", [*names.vocabulary])
    return taxonomy


def sources_of(value: Value, part: Part, names: Names, shape: Shape, *, role: str = "liste") -> tuple[Source, ...]:
    """One source, or a list of them, in the order given; `role` as in `Reference`."""
    listed = list(value) if isinstance(value, Sequence) else [value]
    if not listed or value == "":
        shape.fault(value, "source-forme")
        return ()
    return tuple(source for item in listed if (source := _source(item, part, names, shape, role)) is not None)


def _source(value: Value, part: Part, names: Names, shape: Shape, role: str) -> Source | None:
    if isinstance(value, Scalar):
        return Source(name=names.refer(value, part, value, role=role))
    if isinstance(value, Mapping):
        value = shape.keys(value, SOURCE_KEYS)
        if "taxonomie" in value:
            return _some_terms(value, names, shape)
        if isinstance(loop := value.get("boucle"), Scalar):
            meant = names.refer(loop, part, loop, role="boucle")
            inside = part.inside(meant)
            return Source(loop=meant, when=condition_of(value.get("quand"), inside, names, shape))
    shape.fault(value, "source-forme")
    return None


def _some_terms(value: Mapping, names: Names, shape: Shape) -> Source | None:
    taxonomy = _known_taxonomy(value["taxonomie"], names, shape)
    if taxonomy is None:
        return None
    wanted = list(shape.scalars(value.get("termes"), "termes"))
    for term in wanted:
        if term not in taxonomy.terms:
            shape.unknown(term, "terme-inconnu", [*taxonomy.terms])
    terms = [taxonomy.terms[term] for term in wanted if term in taxonomy.terms] or list(taxonomy.offered())
    return Source(taxonomy=taxonomy.id, terms=tuple(choice_of(term, hidden=False) for term in terms))


def condition_of(value: Value | None, part: Part, names: Names, shape: Shape) -> Condition:
    """A `quand`: a map is all of it, a list of maps any of them."""
    if value is None:
        return ALWAYS
    listed = list(value) if isinstance(value, Sequence) else [value]
    if not listed:
        shape.fault(value, "quand-forme")
    groups = []
    for group in listed:
        if isinstance(group, Mapping) and group:
            tests = (_tests(name, wanted, part, names, shape) for name, wanted in group.pairs())
            groups.append(tuple(test for several in tests for test in several))
        else:
            shape.fault(group, "quand-forme")
    return Condition(tuple(groups))


def _tests(name: Scalar, wanted: Value, part: Part, names: Names, shape: Shape) -> tuple[Test, ...]:
    """What one line of a `quand` asks of an answer; several tests when it counts both ways."""
    if isinstance(wanted, Mapping):
        wanted = shape.keys(wanted, ("sauf", *COUNTS))
        values = tuple(shape.scalars(wanted.get("sauf"), "sauf"))
        meant = names.refer(name, part, name, values=values)
        counted = [(op, shape.whole(wanted[op], op)) for op in COUNTS if op in wanted]
        excluded = (Test(meant, "sauf", tuple(str(value) for value in values)),) if values else ()
        if not counted and not excluded:
            shape.fault(name, "quand-vide", mot=str(name))
        return (*excluded, *(Test(meant, op, number=number or 0) for op, number in counted))
    values = tuple(shape.scalars(wanted, str(name)))
    if values == (ANSWERED,):
        return (Test(names.refer(name, part, name), ANSWERED),)
    meant = names.refer(name, part, name, values=values)
    if not values:
        shape.fault(name, "quand-vide", mot=str(name))
    return (Test(meant, "est", tuple(str(value) for value in values)),)


def slug(word: str, glue: str = "_") -> str:
    """A possible id in place of `word`: lower case, no accent, `glue` between words."""
    parts = (re.sub(r"[^a-z0-9]+", glue, part).strip(glue) for part in fold(word).split("."))
    made = ".".join(part for part in parts if part) or "question"
    return (made if made[0].isalpha() else f"q{glue}{made}")[:LONGEST_ID]


def whole_list(offer: Offer) -> tuple[str, ...]:
    """How an exposure to everything on offer is written: `difficultes@1` and own terms, or the ids one by one."""
    if offer.taxonomy_version:
        own = (choice.id for choice in offer.choices if choice.id.startswith(OWN))
        return (f"{offer.taxonomy}@{offer.taxonomy_version}", *own)
    return tuple(choice.id for choice in offer.choices)


def possible_answers(kind: Kind, offer: Offer, other: int, bounds: Bounds) -> list[str] | None:
    """The ids that an answer can hold; None when they are known only in the session, or the offer is faulty."""
    match kind:
        case Kind.YES_NO | Kind.CHOICE | Kind.CHOICES:
            terms = (term.id for source in offer.sources for term in source.terms)
            known = [*(choice.id for choice in offer.choices), *terms]
            unforeseen = not known or any(not source.taxonomy for source in offer.sources)
            return None if unforeseen else [*known, *([OTHER] if other else [])]
        case Kind.SCALE:
            low, high = bounds.low, bounds.high
            return None if low is None or high is None else [str(point) for point in range(low, high + 1)]
        case Kind.NUMBER:
            return None
        case _:
            return []


def item_keys(offer: Offer, other: int = 0) -> tuple[str, ...] | None:
    """The keys of a loop over the picks of `offer`, when they are known beforehand."""
    if offer.sources or not offer.choices:
        return None
    return (*(choice.id for choice in offer.choices), *(f"{OTHER}{rank}" for rank in range(1, other + 1)))
