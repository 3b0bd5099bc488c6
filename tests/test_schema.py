"""The schemas for editors say what the loader says: made from its tables, true of every shipped file."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from generate import generated

from cip_coach.asking.building import INCLUDE_KEYS, LOOP_KEYS, SECTION_KEYS
from cip_coach.asking.library import PROGRAMMES, SCENARIOS, TAXONOMIES, TREES, shipped_folder
from cip_coach.asking.questionfile import KEYS
from cip_coach.asking.schema import PROGRAMME_FILE, TAXONOMY_FILE, TREE_FILE
from cip_coach.asking.schemavalues import VALUES
from cip_coach.asking.tree import Kind
from cip_coach.asking.treefile import FRAGMENT_KEYS, HEADER_KEYS
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value, YamlFault, read
from cip_coach.terminal.messages.key_help import HELP

FAULTY = Path(__file__).parent / "arbres_fautifs"
SHIPPED = shipped_folder()
SCHEMAS = {
    name: json.loads((SHIPPED / name).read_text(encoding="utf-8"))
    for name in (TREE_FILE, TAXONOMY_FILE, PROGRAMME_FILE)
}
FOLDERS = {TREES: TREE_FILE, TAXONOMIES: TAXONOMY_FILE, PROGRAMMES: PROGRAMME_FILE}
FILES = [
    pytest.param(path, FOLDERS[folder], id=path.relative_to(SHIPPED).as_posix())
    for folder in FOLDERS
    for path in sorted((SHIPPED / folder).rglob("*.yml"))
    if not path.name.endswith(SCENARIOS)
]


def typed(value: Value) -> Any:
    """A value as an editor's YAML 1.2 reads it: unquoted digits are numbers, `true` a boolean; keys are texts."""
    if isinstance(value, Mapping):
        return {str(key): typed(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [typed(item) for item in value]
    assert isinstance(value, Scalar)
    if value.plain and value.lstrip("-").isdecimal():
        return int(value)
    return (
        {"true": True, "false": False, "null": None, "": None}.get(value, str(value)) if value.plain else str(value)
    )


def faults(text: str, schema: str = TREE_FILE) -> list[jsonschema.ValidationError]:
    return list(jsonschema.Draft7Validator(SCHEMAS[schema]).iter_errors(typed(read(text))))


def test_what_is_made_from_the_code_is_up_to_date():
    stale = [path.name for path, text in generated().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run: python tests/generate.py"


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_draft_07(name):
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(("path", "schema"), FILES)
def test_every_shipped_file_is_valid(path, schema):
    assert faults(path.read_text(encoding="utf-8"), schema) == []


def test_every_key_of_the_loader_has_its_value_and_its_help():
    keys = {*HEADER_KEYS, *FRAGMENT_KEYS, *SECTION_KEYS, *LOOP_KEYS, *INCLUDE_KEYS}.union(*KEYS.values())
    assert keys == set(VALUES)
    assert keys <= set(HELP)
    assert {f"={kind.value}" for kind in Kind} <= set(HELP)


def test_no_help_is_left_over():
    used = {text for schema in SCHEMAS.values() for text in descriptions(schema)}
    assert set(HELP.values()) - used == set()


def descriptions(schema: object) -> list[str]:
    if isinstance(schema, list):
        return [text for item in schema for text in descriptions(item)]
    if not isinstance(schema, dict):
        return []
    own = [text for key in ("description", "title") if isinstance(text := schema.get(key), str)]
    return own + [text for item in schema.values() for text in descriptions(item)]


# What the corpus of faulty trees becomes in an editor

CORPUS = sorted(FAULTY.glob("*.yml"))


def refused_in_an_editor(path: Path) -> bool | None:
    """Whether the schema refuses a faulty tree; None when it is not even YAML, which editors say themselves."""
    try:
        return bool(faults(path.read_text(encoding="utf-8")))
    except YamlFault:
        return None


def test_half_of_the_faulty_trees_are_already_refused_while_they_are_typed():
    seen = [refused_in_an_editor(path) for path in CORPUS]
    caught = sum(one is not False for one in seen)
    assert caught >= len(CORPUS) * 0.55, f"{caught} of {len(CORPUS)}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tipe: oui_non", "'tipe' does not match"),
        ("type: oui_nom", "'oui_nom' is not one of"),
        ("sensible: true", "True is not one of ['oui', 'non']"),
        ("max: 3", "'max' does not match"),
        ("alimente: joies", "'joies' is not one of"),
    ],
)
def test_the_message_names_what_is_wrong(line, said):
    text = f'arbre: e\ntitre: "E"\nquestions:\n  - id: a\n    question: "A ?"\n    {line}\n'
    assert [said in fault.message for fault in faults(text)] == [True]
