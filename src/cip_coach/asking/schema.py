"""The JSON Schemas of trees, taxonomies and programmes, for editors: made from the loader's own tables.

Draft-07, since editors know it best. Which keys go with which type is told by
`if`/`then`, never by `oneOf`, so that an editor names the key that is wrong. What
a schema cannot know (ids, answers, order) is the loader's business.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import Any

from cip_coach.asking.building import INCLUDE_KEYS, LOOP_KEYS, SECTION_KEYS
from cip_coach.asking.followups import COUNTED, SI, WITHOUT_VALUE
from cip_coach.asking.offers import CHOICE_ID, COUNTS, LONGEST_ID, SOURCE_KEYS
from cip_coach.asking.programmefile import APPOINTMENT_KEYS, AVENUE_KEYS, IMMERSION_KEYS, LAST, STAGE_KEYS
from cip_coach.asking.programmefile import KEYS as PROGRAMME_KEYS
from cip_coach.asking.questionfile import KEYS
from cip_coach.asking.schemavalues import COUNT, FLAG, MAP, NODES, TEXT, VALUES, WHEN, WHOLE, WORDS, Schema, whole
from cip_coach.asking.taxonomyfile import FILE_KEYS, TERM_KEYS
from cip_coach.asking.tree import NO, PARTLY, SEVERAL, UNSURE, YES, Kind
from cip_coach.asking.treefile import FRAGMENT_KEYS, HEADER_KEYS
from cip_coach.vocabulary import TERM_ID

Help = Mapping[str, str]
"""French sentences by name: of a key (`question`), of a key in one place (`rdv.forme`), of a word (`=oui_non`)."""
DRAFT = "http://json-schema.org/draft-07/schema#"
TREE_FILE, TAXONOMY_FILE, PROGRAMME_FILE = "arbre.schema.json", "taxonomie.schema.json", "programme.schema.json"


def tree_schema(told: Help) -> Schema:
    """The schema of trees and fragments; `told` helps on each key."""
    return {
        "$schema": DRAFT,
        "title": told["arbre.schema"],
        "type": "object",
        "if": {"required": ["fragment"], "not": {"required": ["arbre"]}},
        "then": {"$ref": "#/definitions/fragment"},
        "else": {"$ref": "#/definitions/arbre"},
        "definitions": {
            "arbre": _object(HEADER_KEYS, told, required=("arbre", "titre", "questions")),
            "fragment": _object(FRAGMENT_KEYS, told, required=("questions",)),
            "noeuds": {
                "if": {"type": "object"},
                "then": {"$ref": "#/definitions/noeud"},
                "else": {"type": "array", "items": {"$ref": "#/definitions/noeud"}},
            },
            "noeud": _cases(
                [({"required": [head]}, f"#/definitions/{head}") for head in ("inclure", "section", "boucle")],
                {"$ref": "#/definitions/question"},
            ),
            "inclure": _object(
                INCLUDE_KEYS, told, required=("inclure",), at="inclure", personne={"enum": ["aucune"]}
            ),
            "section": _object(
                SECTION_KEYS, told, required=("section", "questions"), at="inclure", personne={"enum": ["aucune"]}
            ),
            "boucle": {
                **_object(LOOP_KEYS, told, required=("boucle", "questions")),
                **_exactly_one("sur", "sur_taxonomie"),
            },
            "question": _question(told),
            **{f"question_{kind.value}": _typed_question(kind, told) for kind in Kind},
            "quand": _condition(),
            "sources": _sources(),
            "choix": {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": whole(CHOICE_ID.pattern), "maxLength": LONGEST_ID},
                "additionalProperties": TEXT,
            },
        },
    }


def taxonomy_schema(told: Help) -> Schema:
    """The schema of taxonomies, shipped and own."""
    term_values: dict[str, Schema] = {
        **dict.fromkeys(("exclusif", "essentiel", "sensible"), FLAG),
        **dict.fromkeys(("alias", "formes", "nourrie_par", "pistes"), WORDS),
        **dict.fromkeys(("depuis", "retire"), COUNT),
        "reference": {"type": "object"},
    }
    term = _object(TERM_KEYS, told, required=("libelle",), of=lambda key: term_values.get(key, TEXT), at="terme")
    values: dict[str, Schema] = {
        "version": COUNT,
        "familles": MAP,
        "retire": {"type": "array", "items": TEXT},
        "termes": {
            "type": "object",
            "propertyNames": {"pattern": whole(TERM_ID.pattern)},
            "additionalProperties": {"$ref": "#/definitions/terme"},
        },
    }
    top = _object(FILE_KEYS, told, required=("taxonomie",), of=lambda key: values.get(key, TEXT), at="taxonomie")
    return {"$schema": DRAFT, "title": told["taxonomie.schema"], **top, "definitions": {"terme": term}}


def programme_schema(told: Help) -> Schema:
    """The schema of programmes."""
    pair = {"if": {"type": "array"}, "then": {"items": COUNT, "minItems": 1, "maxItems": 2}, "else": COUNT}
    block: dict[str, Schema] = {
        "rdv": _object(
            APPOINTMENT_KEYS, told, at="rdv",
            of=lambda key: {"forme": TEXT, "par_semaine": pair, "collectifs_facultatifs": WHOLE}.get(key, COUNT),
        ),
        "immersion": _object(
            IMMERSION_KEYS, told, required=("max_jours",), at="immersion",
            of=lambda key: COUNT if key == "max_jours" else TEXT,
        ),
        "pistes": _object(
            AVENUE_KEYS, told, at="pistes", of=lambda key: pair if key == "cible_projet_confirme" else WHOLE
        ),
        "etapes": {
            "type": "array",
            "items": _object(
                STAGE_KEYS, told, required=("arbre",), at="etape",
                of=lambda key: {"rdv": COUNT, "ou": WORDS, "type": {"enum": [LAST]}}.get(key, TEXT),
            ),
        },
        "libres": WORDS,
        **dict.fromkeys(("duree_jours", "duree_mois", "version"), COUNT),
    }  # fmt: skip
    top = _object(PROGRAMME_KEYS, told, required=("id", "nom"), of=lambda key: block.get(key, TEXT), at="programme")
    return {"$schema": DRAFT, "title": told["programme.schema"], **top}


def _object(
    keys: Iterable[str],
    told: Help,
    *,
    required: Collection[str] = (),
    at: str = "",
    of: Any = VALUES.__getitem__,
    **instead: Schema,
) -> Schema:
    """A closed table: each key with its value, given by `of` unless it is in `instead`, and its help."""
    known = {
        key: {"description": told.get(f"{at}.{key}") or told[key], **instead.get(key, of(key))}
        for key in sorted(keys)
    }
    made: Schema = {"type": "object", "properties": known, "additionalProperties": False}
    if required:
        made["required"] = [*required]
    return made


def _cases(cases: list[tuple[Schema, str]], otherwise: Schema) -> Schema:
    """The first case that applies decides."""
    for case, then in reversed(cases):
        otherwise = {"if": case, "then": {"$ref": then}, "else": otherwise}
    return otherwise


def _question(told: Help) -> Schema:
    """A question: its type decides which keys it takes; without a type it is a text."""
    cases = [
        (
            {"properties": {"type": {"const": kind.value}}, "required": ["type"]},
            f"#/definitions/question_{kind.value}",
        )
        for kind in Kind
    ]
    unknown = {"properties": {"type": {"description": told["type"], **VALUES["type"]}}}
    text = f"#/definitions/question_{Kind.TEXT.value}"
    return _cases(cases, {"if": {"required": ["type"]}, "then": unknown, "else": {"$ref": text}})


def _typed_question(kind: Kind, told: Help) -> Schema:
    """The keys of one type, and the `si_…` that its answers can open when the file alone tells."""
    required = {
        Kind.LEAD: ("id", "de"),
        Kind.SCALE: ("id", "question", "de", "a"),
    }.get(kind, ("id", "question"))
    values = {**VALUES, "max": COUNT} if kind in SEVERAL else VALUES
    made = _object(KEYS[kind], told, required=required, of=values.__getitem__)
    made["description"] = told[f"={kind.value}"]
    if kind is not Kind.INFO:
        follow_up = {"description": told["si_"], **NODES}
        answers = (YES, PARTLY, NO, UNSURE) if kind is Kind.YES_NO else ()
        made["properties"] |= {SI + name: follow_up for name in (*answers, *WITHOUT_VALUE)}
        unforeseen = {Kind.CHOICE: "(?!mots$)", Kind.CHOICES: "(?!mots$)"}.get(kind)
        counted = rf"(?:{COUNTED.pattern})$"
        points = r"|\d+$" if kind in (Kind.SCALE, Kind.NUMBER) else ""
        made["patternProperties"] = {f"^{SI}(?:{unforeseen or counted}{points})": follow_up}
    if kind in (Kind.CHOICE, Kind.CHOICES):
        made |= _exactly_one("choix", "taxonomie", "choix_de")
    return made


def _exactly_one(*keys: str) -> Schema:
    """One of these keys, and one only."""
    both: list[Schema] = [{"required": [*pair]} for pair in combinations(keys, 2)]
    return {"anyOf": [{"required": [key]} for key in keys], "not": {"anyOf": both}}


def _condition() -> Schema:
    counted: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": {"sauf": WORDS, **dict.fromkeys(COUNTS, WHOLE)},
        "additionalProperties": False,
    }
    group: Schema = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"if": {"type": "object"}, "then": counted, "else": WORDS},
    }
    return {"if": {"type": "array"}, "then": {"minItems": 1, "items": group}, "else": group}


def _sources() -> Schema:
    one: Schema = {
        "if": {"type": "object"},
        "then": {
            "properties": {"taxonomie": TEXT, "termes": WORDS, "boucle": TEXT, "quand": WHEN},
            "propertyNames": {"enum": sorted(SOURCE_KEYS)},
            "anyOf": [{"required": ["taxonomie"]}, {"required": ["boucle"]}],
        },
        "else": {"type": "string"},
    }
    return {"if": {"type": "array"}, "then": {"minItems": 1, "items": one}, "else": one}
