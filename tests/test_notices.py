"""What is said beside a result, on a terminal: words whole, command lines and paths on one line to be copied."""

import pytest

from cip_coach.terminal.fragments import wrapped
from cip_coach.terminal.manual import fill
from cip_coach.terminal.messages import opening

PATH = "/media/cle usb/mon journal/2026/2026-11-22_1732_guide-relation_k7f3qd.md"


@pytest.mark.parametrize("width", range(36, 100, 4))
def test_a_command_line_is_never_broken_where_it_fits_on_a_line(width):
    lines = fill(opening.draft_kept(), width).split("\n")
    assert any("cip-coach session --reprendre" in line for line in lines)
    assert all(len(line) <= width for line in lines)


def test_one_that_does_not_fit_is_wrapped_like_words():
    lines = fill("Reprendre\u00a0: cip-coach questions verifier mon-arbre", 24).split("\n")
    assert lines == ["Reprendre\u00a0: cip-coach", "questions verifier", "mon-arbre"]


def test_what_the_program_does_is_no_command_line():
    assert fill("cip-coach ne remplace ni un groupe", 22).split("\n") == ["cip-coach ne remplace", "ni un groupe"]


@pytest.mark.parametrize("width", [40, 60, 72])
def test_a_path_too_long_to_follow_stands_whole_on_its_own_line(width):
    assert fill(opening.saved(PATH), width).split("\n") == ["Note enregistrée\u00a0:", PATH]


def test_a_path_that_fits_follows():
    assert fill(opening.journal_created("/home/moi/journal"), 60) == "Un journal a été créé dans /home/moi/journal"


def test_in_what_a_command_prints_too_a_command_line_stays_whole():
    said = "Pour commencer\u00a0: cip-coach session cpp-bilan --personne érable"
    assert ["".join(words for _, words in line) for line in wrapped(said, 60, indent="  ")] == [
        "  Pour commencer\u00a0:",
        "  cip-coach session cpp-bilan --personne érable",
    ]
