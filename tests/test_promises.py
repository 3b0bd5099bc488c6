"""The promises of the documentation: each names tests that exist, and the figures it gives are those measured."""

import re
from pathlib import Path

import pytest
from test_privacy import SENTENCES, measured

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("durabilite.md", "confidentialite.md")
NAMED = re.compile(r"`(test_\w+\.py)(?:::(\w+))?`")
KINDS = {
    "courriel": "courriel",
    "téléphone": "telephone",
    "NIR": "nir",
    "date de naissance": "naissance",
    "civilité et nom": "civilite",
    "nom, prénom, lieu": "nom",
    "adresse": "adresse",
    "identifiant": "identifiant",
}


@pytest.mark.parametrize("page", PAGES)
def test_every_proof_that_is_named_exists(page: str) -> None:
    named = NAMED.findall((DOCS / page).read_text(encoding="utf-8"))
    assert len(named) > 10
    for file, name in named:
        source = (Path(__file__).parent / file).read_text(encoding="utf-8")
        assert re.search(rf"^ *def {name}\(", source, re.MULTILINE) if name else source, f"{file}::{name}"


@pytest.mark.parametrize(
    ("page", "promises"),
    [
        ("durabilite.md", [*(f"D{n}" for n in range(1, 13)), *(f"N{n}" for n in range(1, 8)), "Y1", "Y2", "Y3"]),
        ("confidentialite.md", [*(f"T{n}" for n in range(1, 7)), *(f"P{n}" for n in range(1, 7))]),
        ("confidentialite.md", [f"L{n}" for n in range(1, 10)]),
    ],
)
def test_every_promise_is_there(page: str, promises: list[str]) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    assert [promise for promise in promises if f"| {promise} |" not in text] == []


def test_the_figures_of_the_identity_check_are_those_measured() -> None:
    text = (DOCS / "confidentialite.md").read_text(encoding="utf-8")
    wanted, got, false = measured()
    told = {
        KINDS[row[0]]: (int(row[1]), int(row[2]))
        for row in re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \| \d+ % \|$", text, re.MULTILINE)
    }
    assert told == {kind: (wanted[kind], got[kind]) for kind in wanted}
    assert f"{len(SENTENCES)} phrases inventées" in text
    assert f"dont {sum(not sentence.marks for sentence in SENTENCES)} sans rien" in text
    assert f"Fausses alertes : {sum(false.values())} dans ces {len(SENTENCES)} phrases" in text
