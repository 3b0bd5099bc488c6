"""The file of a taxonomy → its terms, and everything that is wrong with it."""

import re
from collections.abc import Mapping as AnyMapping

from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value, YamlFault, read
from cip_coach.problem import Problem
from cip_coach.shape import Shape
from cip_coach.text import fold, typeset
from cip_coach.vocabulary import OWN, TERM_ID, Taxonomy, Term

FILE_KEYS = {
    "taxonomie", "version", "titre", "source", "description", "etiquette", "relance", "familles", "termes", "retire",
}  # fmt: skip
TERM_KEYS = {
    "libelle", "famille", "pistes", "alias", "attention", "exclusif", "essentiel", "sensible", "depuis", "retire",
    "remplace_par", "formes", "reference", "ccp", "nourrie_par",
}  # fmt: skip


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


def retired_by(text: str) -> tuple[str, ...]:
    """The ids that a user's taxonomy file hides (`retire: [...]`); nothing when it cannot be read."""
    try:
        data: Value = read(text)
    except YamlFault:
        return ()
    listed = data.get("retire") if isinstance(data, Mapping) else None
    return tuple(str(item) for item in listed) if isinstance(listed, Sequence) else ()
