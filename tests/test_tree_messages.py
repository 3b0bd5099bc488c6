"""Every code that reading a tree can raise has its French sentence, whose parameters are the details given."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import cip_coach
from cip_coach.plainyaml import Scalar
from cip_coach.shape import Shape
from cip_coach.terminal.messages import choice_faults, phrase, sentences, tree_faults

SOURCE = Path(cip_coach.__file__).parent
READERS = [SOURCE / "shape.py", SOURCE / "vocabulary.py", *sorted((SOURCE / "asking").glob("*.py"))]
CODE_AT = {"fault": 1, "unknown": 1, "_fault": 1, "Problem": 3, "Misused": 0, "Refused": 0}
ADDED_BY_UNKNOWN = {"mot", "proche", "possibles"}
NOT_DETAILS = {"warning", "near"}


class Raised(NamedTuple):
    """A code as some line of the source raises it; `details` None when they are not written out there."""

    code: str
    details: frozenset[str] | None
    where: str

    def __str__(self) -> str:
        return f"{self.code} ({self.where})"


def raised(path: Path) -> Iterator[Raised]:
    """The codes that the module at `path` raises."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        position = CODE_AT.get(name)
        if position is None or len(node.args) <= position:
            continue
        code = node.args[position]
        for literal in (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,):
            if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                yield Raised(literal.value, details(node, name), f"{path.name}:{node.lineno}")


def details(call: ast.Call, name: str) -> frozenset[str] | None:
    """The names of the details in a call; None when a variable holds them."""
    names = {keyword.arg for keyword in call.keywords} - NOT_DETAILS
    if None in names:
        return None
    if name == "Problem":
        given = call.args[4] if len(call.args) > 4 else None
        return frozenset(key.value for key in given.keys) if isinstance(given, ast.Dict) else frozenset()
    return frozenset(names | (ADDED_BY_UNKNOWN if name == "unknown" else set()))


RAISED = [found for path in READERS for found in raised(path)]


def test_the_codes_are_found():
    codes = {found.code for found in RAISED}
    assert {"cle-inconnue", "id-double", "reference", "reponse-inconnue", "arbre-inconnu", "pas-utf8"} <= codes


@pytest.mark.parametrize("found", RAISED, ids=str)
def test_a_code_has_a_sentence_that_takes_its_details(found):
    assert found.code in sentences()
    parameters = inspect.signature(sentences()[found.code]).parameters
    if found.details is not None:
        needed = {name for name, parameter in parameters.items() if parameter.default is parameter.empty}
        assert needed <= found.details <= set(parameters)


@pytest.mark.parametrize("code", [*tree_faults.SENTENCES, *choice_faults.SENTENCES])
def test_no_sentence_is_left_over(code):
    assert code in {found.code for found in RAISED}


def test_a_suggestion_is_asked_as_a_question():
    said = phrase("cle-inconnue", {"mot": "tipe", "proche": "type", "possibles": "id, type"})
    assert said == "La clé «\u00a0tipe\u00a0» n’existe pas ici. Vouliez-vous dire «\u00a0type\u00a0»\u00a0?"


def test_possible_answers_are_listed_only_when_they_are_few():
    few = phrase("valeur-inconnue", {"mot": "bleu", "proche": "", "possibles": "oui, non", "cle": "sensible"})
    many = phrase(
        "valeur-inconnue", {"mot": "bleu", "proche": "", "possibles": ", ".join("abcdefghijklmnop"), "cle": "type"}
    )
    assert few.endswith("Valeurs\u00a0: oui, non.")
    assert many.endswith("«\u00a0type\u00a0».")


def test_a_very_long_word_is_not_repeated_whole():
    shape = Shape("a.yml")
    shape.unknown(Scalar("x" * 5000, 1, 1), "cle-inconnue", ["id"])
    assert len(str(shape.problems[0].details["mot"])) < 100
