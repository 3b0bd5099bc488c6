"""What each key of a tree file can hold, as fragments of a JSON Schema: made from the loader's own tables."""

from typing import Any

from cip_coach.asking.building import INCLUDE_NAME, PREFIX
from cip_coach.asking.effects import KINDS_FED, TICK_KEYS
from cip_coach.asking.offers import LONGEST_ID
from cip_coach.asking.questionfile import OTHERS, QUESTION_ID
from cip_coach.asking.tree import Kind, PersonRule
from cip_coach.asking.treefile import LONGEST_TREE_ID, TREE_ID
from cip_coach.asking.treetext import MOMENTS
from cip_coach.shape import FLAGS

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"]}
WORDS: Schema = {"if": {"type": "array"}, "then": {"items": TEXT}, "else": TEXT}
WHOLE: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 1}
FLAG: Schema = {"enum": [*FLAGS]}
MAP: Schema = {"type": "object", "additionalProperties": TEXT, "minProperties": 1}
NODES, WHEN, SOURCES, CHOICES = (
    {"$ref": f"#/definitions/{name}"} for name in ("noeuds", "quand", "sources", "choix")
)


def whole(pattern: str) -> str:
    """A pattern that the whole text must fit."""
    return f"^(?:{pattern})$"


IDENTIFIER: Schema = {"type": "string", "pattern": whole(QUESTION_ID.pattern), "maxLength": LONGEST_ID}

VALUES: dict[str, Schema] = {
    "a": WHOLE,
    "aide": TEXT,
    "alimente": {
        "if": {"type": "object"},
        "then": {"propertyNames": {"enum": [*KINDS_FED]}, "additionalProperties": WORDS},
        "else": {
            "if": {"type": "array"},
            "then": {"items": {"enum": [*KINDS_FED]}},
            "else": {"enum": [*KINDS_FED]},
        },
    },
    "arbre": {"type": "string", "pattern": whole(TREE_ID.pattern), "maxLength": LONGEST_TREE_ID},
    "aucun": TEXT,
    "aucune_si": MAP,
    "autre": {"enum": [*OTHERS]},
    "avec": {"type": "object", "additionalProperties": WORDS},
    "boucle": IDENTIFIER,
    "choix": CHOICES,
    "choix_de": SOURCES,
    "coche": {
        "type": "object",
        "properties": dict.fromkeys(sorted(TICK_KEYS), TEXT),
        "additionalProperties": False,
    },
    "compte": FLAG,
    "de": {"type": ["integer", "string"]},
    "description": TEXT,
    "duree": COUNT,
    "etiquettes": TEXT,
    "exemple": TEXT,
    "familles": WORDS,
    "fin": {"type": "string", "pattern": whole(INCLUDE_NAME.pattern)},
    "fragment": FLAG,
    "id": IDENTIFIER,
    "inclure": {"type": "string", "pattern": whole(INCLUDE_NAME.pattern)},
    "libelle": TEXT,
    "libelles": {"type": "object", "propertyNames": {"pattern": "^-?[0-9]+$"}, "additionalProperties": TEXT},
    "max": WHOLE,
    "min": WHOLE,
    "moment": {"enum": [*MOMENTS]},
    "montre": SOURCES,
    "nuances": FLAG,
    "personne": {"enum": [rule.value for rule in PersonRule]},
    "pour_chaque": NODES,
    "precision": TEXT,
    "prefixe": {"type": "string", "pattern": whole(PREFIX.pattern)},
    "prerempli_de": SOURCES,
    "propose": {
        "type": "object",
        "required": ["sur", "arbre"],
        "properties": {"sur": WORDS, "arbre": TEXT, "reprend": MAP},
        "additionalProperties": False,
    },
    "quand": WHEN,
    "question": TEXT,
    "questions": NODES,
    "renomme": MAP,
    "section": TEXT,
    "sensible": FLAG,
    "si_mots": TEXT,
    "signale": {
        "type": "object",
        "additionalProperties": {
            "if": {"type": "object"},
            "then": {"additionalProperties": WORDS},
            "else": WORDS,
        },
    },
    "source": TEXT,
    "sur": {
        "if": {"type": "object", "not": {"anyOf": [{"required": ["boucle"]}, {"required": ["taxonomie"]}]}},
        "then": CHOICES,
        "else": SOURCES,
    },
    "sur_taxonomie": TEXT,
    "taxonomie": TEXT,
    "titre": TEXT,
    "type": {"enum": [kind.value for kind in Kind]},
    "version": COUNT,
}
