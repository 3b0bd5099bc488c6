"""The menu of trees: two short steps, every tree within reach of a digit, the one for right now preselected."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from cip_coach.asking.catalogue import listed
from cip_coach.asking.library import Library
from cip_coach.commands.families import BACK, Family, families, pick, stages
from cip_coach.terminal.simple import Plain

CARDS = [card for card, _ in listed().trees]
FOUND = tuple(families(CARDS, stages(Library.shipped())))
DIGITS = 9
ROWS = 13
"""What a menu has on a screen of 60 by 18: the title and the line of keys aside."""


def picked(typed: str, ahead: tuple[tuple[str, str, str], ...] = (), found: tuple[Family, ...] = FOUND) -> str | None:
    """What comes of `typed` in the plain menu."""
    front = Plain(StringIO(typed), StringIO(), today=date(2026, 3, 14), clock=lambda: 0.0)
    return pick(front, ahead, found, ahead[0][0] if ahead else "a-chaud")


def test_the_first_step_has_a_digit_for_every_line_and_a_line_for_each_on_the_narrowest_screen() -> None:
    assert len(FOUND) <= DIGITS
    for _, label, hint in (family.option for family in FOUND):
        assert len(f"   1  {label} — {hint}") < 60


def test_the_second_step_has_a_digit_for_every_tree_and_fits_the_smallest_screen() -> None:
    for family in FOUND:
        assert len(family.trees) <= DIGITS
        assert sum(1 + (len(tree.title) > 45) for tree in family.trees) + 1 <= ROWS


def test_every_tree_is_reached_by_its_numbers_and_none_twice() -> None:
    reached = []
    for n, family in enumerate(FOUND, 1):
        inside = [""] if len(family.trees) == 1 else [f"{m}\n" for m, _ in enumerate(family.trees, 1)]
        reached += [picked(f"{n}\n{more}") for more in inside]
    assert sorted(filter(None, reached)) == sorted(card.id for card in CARDS)


def test_enter_alone_takes_the_hot_one() -> None:
    assert picked("\n") == "a-chaud"


def test_enter_alone_leads_to_the_hot_one_when_another_tree_is_for_the_same_moment() -> None:
    mine = replace(next(card for card in CARDS if card.id == "a-chaud"), id="a-moi", duration=9)
    assert picked("\n\n", found=tuple(families([*CARDS, mine], ()))) == "a-chaud"


def test_what_stands_ahead_is_preselected_and_keeps_the_families_below() -> None:
    ahead = (("cpp-situation", "Suite du programme", "jour 9"),)
    others = tuple(families((card for card in CARDS if card.id != "cpp-situation"), stages(Library.shipped())))
    assert picked("\n", ahead, others) == "cpp-situation"
    assert picked("2\n", ahead, others) == "a-chaud"


def test_the_last_line_of_the_second_step_goes_back_to_the_family_it_came_from() -> None:
    n, family = next((n, family) for n, family in enumerate(FOUND, 1) if len(family.trees) > 1)
    back = len(family.trees) + 1
    assert picked(f"{n}\n{back}\n\n\n") == family.trees[0].id


def test_the_stages_of_programmes_follow_the_way() -> None:
    way = next(family for family in FOUND if family.name == "programme")
    assert [tree.id for tree in way.trees][:3] == ["cpp-accueil", "cpp-situation", "cpp-exploration"]


@pytest.mark.parametrize("moment", ["", "un-moment-inconnu"])
def test_a_tree_that_names_no_moment_is_offered_all_the_same(moment: str) -> None:
    mine = replace(CARDS[0], id="a-moi", moment=moment)
    assert [family.name for family in families([mine], ())] == ["autre"]


def test_no_tree_can_be_taken_for_a_line_of_the_menu() -> None:
    assert not any(card.id.startswith(BACK) for card in CARDS)
