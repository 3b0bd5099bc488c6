"""Codes for persons: neutral ones are proposed, names and initials are recognised, all compare as readers do."""

import pytest

from cip_coach.codes import BIRDS, NEUTRAL, SHELVES, STONES, TREES, Telling, looks_personal, proposed, same
from cip_coach.text import clean_line, fold


def test_a_tree_a_stone_and_a_bird_that_nobody_has_are_proposed() -> None:
    assert proposed(()) == (TREES[0], STONES[0], BIRDS[0])
    assert proposed(["ERABLE", "galet "]) == (BIRDS[0], TREES[1], STONES[1])
    assert proposed((), 1, start=100) != proposed((), 1)


def test_when_all_are_taken_they_come_again_with_a_number() -> None:
    everything = [code for shelf in SHELVES for code in shelf]
    assert proposed(everything, 2) == ("érable-2", "galet-2")


def test_proposals_are_never_in_use_never_twice_and_never_personal() -> None:
    many = proposed(TREES[:5], 100)
    assert len(set(map(fold, many))) == 100
    assert not set(map(fold, many)) & set(map(fold, TREES[:5]))
    assert not [code for code in many if looks_personal(code)]
    assert all(clean_line(code) == code for code in many)
    assert len(NEUTRAL) == sum(map(len, SHELVES))


@pytest.mark.parametrize(
    ("code", "telling"),
    [
        ("KB", Telling.INITIALS),
        ("k.b.", Telling.INITIALS),
        ("J.-P.", Telling.INITIALS),
        ("M", Telling.INITIALS),
        ("Karim", Telling.NAME),
        ("karim87", Telling.NAME),
        ("Sophie M.", Telling.NAME),
        ("jean-pierre", Telling.NAME),
        ("mme bernard", Telling.NAME),
        ("M. Petit", Telling.NAME),
        ("Amina Diallo", Telling.NAME),
        ("Diallo_Amina", Telling.NAME),
        ("0639981234", Telling.NUMBER),
        ("a@exemple.fr", Telling.NUMBER),
        ("ne-en-1987", Telling.NUMBER),
        ("1234567A", Telling.NUMBER),
        ("érable", Telling.NOTHING),
        ("Galet", Telling.NOTHING),
        ("R-07", Telling.NOTHING),
        ("cœur-de-pierre", Telling.NOTHING),
        ("chêne vert", Telling.NOTHING),
        ("le-grand-saut", Telling.NOTHING),
        ("", Telling.NOTHING),
    ],
)
def test_what_tells_too_much_is_recognised(code: str, telling: Telling) -> None:
    assert looks_personal(code) is telling
    assert bool(looks_personal(code)) is (telling is not Telling.NOTHING)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Érable", "erable", True),
        ("e\u0301rable ", "ERABLE", True),
        ("r-07", "R\u201007", True),
        ("orme", "ormes", False),
    ],
)
def test_codes_compare_as_readers_do(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike
