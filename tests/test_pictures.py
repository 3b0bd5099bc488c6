"""The pictures of docs/ show what the program shows. When one differs: `python tests/pictures.py`, then look at it."""

from pathlib import Path

import pytest
from contrast import contrast
from pictures import IMAGES, PICTURES, drawn, furnish
from portrait import COLOURS, FAINT, INK, PAPER
from pseudo_terminal import needs_pty

pytestmark = needs_pty


@pytest.fixture(scope="module")
def furnished(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("meublee")
    furnish(home)
    return home


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_the_program_shows(name, furnished, tmp_path):
    assert drawn(name, furnished, tmp_path / "maison") == (IMAGES / f"{name}.svg").read_text(encoding="utf-8")


def test_there_is_no_picture_of_something_else():
    assert {path.stem for path in IMAGES.iterdir()} == set(PICTURES)


@pytest.mark.parametrize("ink", sorted({*COLOURS.values(), INK, FAINT}))
def test_every_colour_of_a_picture_is_read_on_its_paper(ink):
    assert contrast(ink, PAPER) >= 4.5
