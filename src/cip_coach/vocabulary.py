"""The taxonomies: closed lists of terms with families, open questions (`pistes`) and aliases.

An id never changes its meaning. A term may be retired: it is no longer offered
and stays readable. A user's file of the same name adds `perso.*` terms or
retires shipped ones; it never redefines any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import field, replace

from cip_coach.frozen import frozen
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value, YamlFault, read
from cip_coach.problem import Problem
from cip_coach.shape import Shape
from cip_coach.text import fold, typeset

OWN = "perso."
TERM_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
FILE_KEYS = {
    "taxonomie", "version", "titre", "source", "description", "etiquette", "relance", "familles", "termes", "retire",
}  # fmt: skip
TERM_KEYS = {
    "libelle", "famille", "pistes", "alias", "attention", "exclusif", "essentiel", "sensible", "depuis", "retire",
    "remplace_par", "formes", "reference", "ccp", "nourrie_par",
}  # fmt: skip


@frozen
class Term:
    """One term. `since` and `retired` are taxonomy versions; `retired` 0 means still offered.

    `hidden`: the user wants it no longer offered; for the figures of older notes nothing changes.
    `leads` are open questions; `aliases` words that may suggest the term, never
    shown; `forms` other spellings of the word itself; `attention` a sober
    sentence shown once after picking it.
    """

    id: str
    label: str
    family: str = ""
    leads: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    attention: str = ""
    exclusive: bool = False
    essential: bool = False
    sensitive: bool = False
    since: int = 1
    retired: int = 0
    hidden: bool = False
    replaced_by: str = ""
    forms: tuple[str, ...] = ()
    group: str = ""
    fed_by: tuple[str, ...] = ()


@frozen
class Taxonomy:
    """A list of terms in the order shown. `families` id → title; `tagging` and `reframing` are wordings."""

    id: str
    version: int
    title: str
    terms: AnyMapping[str, Term]
    families: AnyMapping[str, str] = field(default_factory=dict)
    tagging: str = ""
    reframing: str = ""
    source: str = ""
    file: str = ""

    def offered(self, families: tuple[str, ...] = ()) -> tuple[Term, ...]:
        """The terms still offered, of these families only when any are given."""
        return tuple(
            term
            for term in self.terms.values()
            if not term.retired and not term.hidden and (not families or term.family in families)
        )

    @property
    def whole_version(self) -> int:
        """The version to name when the whole list was on offer; 0 when the user hides a term of it."""
        return 0 if any(term.hidden for term in self.terms.values()) else self.version


Vocabulary = AnyMapping[str, Taxonomy]


def read_taxonomy(text: str, file: str) -> tuple[Taxonomy | None, tuple[Problem, ...]]:
    """The taxonomy in `text`, and everything that is wrong with it; None when it cannot be used at all."""
    shape = Shape(file)
    try:
        data = read(text)
    except YamlFault as fault:
        return None, (fault.problem(file),)
    if not isinstance(data, Mapping) or "taxonomie" not in data:
        shape.fault(data, "taxonomie-sans-nom")
        return None, tuple(shape.problems)
    data = shape.keys(data, FILE_KEYS)
    families = _families(data, shape)
    terms = _terms(data, families, shape)
    taxonomy = Taxonomy(
        id=shape.word(data, "taxonomie"),
        version=shape.whole(data.get("version"), "version") or 1,
        title=shape.sentence(data, "titre"),
        terms=terms,
        families=families,
        tagging=shape.sentence(data, "etiquette"),
        reframing=shape.sentence(data, "relance"),
        source=shape.sentence(data, "source"),
        file=file,
    )
    return taxonomy, tuple(shape.problems)


def _families(data: Mapping, shape: Shape) -> dict[str, str]:
    families = shape.mapping(data.get("familles"), "familles")
    return {str(key): typeset(str(title)) for key, title in (families or {}).items() if isinstance(title, Scalar)}


def _terms(data: Mapping, families: AnyMapping[str, str], shape: Shape) -> dict[str, Term]:
    terms = {}
    for key, value in (shape.mapping(data.get("termes"), "termes") or Mapping()).pairs():
        if not TERM_ID.fullmatch(key):
            shape.fault(key, "id-invalide", mot=str(key), essai=_slug(key))
        entry = shape.mapping(value, str(key))
        if entry is not None:
            terms[str(key)] = _term(str(key), entry, families, shape)
    return terms


def _term(term_id: str, entry: Mapping, families: AnyMapping[str, str], shape: Shape) -> Term:
    entry = shape.keys(entry, TERM_KEYS)
    if "libelle" not in entry:
        shape.fault(entry, "cle-manquante", cle="libelle")
    family = shape.word(entry, "famille")
    if family and family not in families and not term_id.startswith(OWN):
        shape.unknown(entry["famille"], "valeur-inconnue", families, cle="famille")
    return Term(
        id=term_id,
        label=shape.sentence(entry, "libelle"),
        family=family,
        leads=tuple(typeset(lead) for lead in shape.words(entry, "pistes")),
        aliases=shape.words(entry, "alias"),
        attention=shape.sentence(entry, "attention"),
        exclusive=shape.flag(entry, "exclusif"),
        essential=shape.flag(entry, "essentiel"),
        sensitive=shape.flag(entry, "sensible"),
        since=shape.whole(entry.get("depuis"), "depuis") or 1,
        retired=shape.whole(entry.get("retire"), "retire") or 0,
        replaced_by=shape.word(entry, "remplace_par"),
        forms=shape.words(entry, "formes"),
        group=shape.sentence(entry, "ccp"),
        fed_by=shape.words(entry, "nourrie_par"),
    )


def _slug(word: str) -> str:
    return re.sub(r"[^a-z0-9_.]+", "_", fold(word)).strip("_.") or "terme"


def with_own(shipped: Taxonomy, own: Taxonomy, retired: tuple[str, ...] = ()) -> Taxonomy:
    """`shipped` with the user's `perso.*` terms added and the terms in `retired` hidden."""
    terms = {
        term_id: replace(term, hidden=True) if term_id in retired else term for term_id, term in shipped.terms.items()
    }
    terms |= {term_id: term for term_id, term in own.terms.items() if term_id.startswith(OWN)}
    return replace(shipped, terms=terms, families={**shipped.families, **own.families})


def retired_by(text: str) -> tuple[str, ...]:
    """The ids that a user's taxonomy file hides (`retire: [...]`); nothing when it cannot be read."""
    try:
        data: Value = read(text)
    except YamlFault:
        return ()
    listed = data.get("retire") if isinstance(data, Mapping) else None
    return tuple(str(item) for item in listed) if isinstance(listed, Sequence) else ()
