"""The code of a person: neutral, questioned once when it tells too much, never imposed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cip_coach.asking.tree import PersonRule, Tree
from cip_coach.commands.coding import ANOTHER, KEEP, person_code

DAY = date(2026, 11, 22)


@dataclass
class Somebody:
    """Types these codes, chooses this, and remembers what was asked."""

    typed: list[str | None] = field(default_factory=list)
    choice: str | None = None
    offered: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    title: str = ""
    interrupted: bool = False
    gone: bool = False

    def choose(self, title: str, options: Sequence[tuple[str, str, str]], default: str | None = None) -> str | None:
        self.offered = [option[0] for option in options]
        return default if self.choice == "default" else self.choice

    def ask_code(self, title: str, known: Sequence[str], hint: str = "") -> str | None:
        return self.typed.pop(0)

    def ask_line(self, title: str, hint: str = "", default: str = "") -> str | None:
        raise AssertionError(title)

    def say(self, *sentences: str) -> bool:
        self.told += sentences
        return True

    def start(self, minutes: int, fewest: int, most: int | None, description: str = "") -> bool:
        raise AssertionError


def tree(rule: PersonRule) -> Tree:
    return Tree("t", 1, "T", (), person=rule)


def test_a_tree_about_a_person_asks_until_there_is_a_code() -> None:
    assert person_code(tree(PersonRule.REQUIRED), "", (), Somebody(typed=["", " ", "galet"]), DAY) == "galet"


def test_where_a_person_is_optional_no_code_is_an_answer() -> None:
    assert person_code(tree(PersonRule.OPTIONAL), "", (), Somebody(typed=[""]), DAY) == ""


def test_a_tree_about_nobody_says_that_the_code_is_not_kept() -> None:
    somebody = Somebody()
    assert person_code(tree(PersonRule.NONE), "galet", (), somebody, DAY) == ""
    assert len(somebody.told) == 1


def test_a_name_is_questioned_and_neutral_codes_are_proposed() -> None:
    somebody = Somebody(typed=["Sophie M."], choice="default")
    chosen = person_code(tree(PersonRule.OPTIONAL), "", ("galet",), somebody, DAY)
    assert chosen == somebody.offered[0]
    assert "galet" not in somebody.offered
    assert somebody.offered[-1] == KEEP


def test_the_user_decides_to_keep_it() -> None:
    assert person_code(tree(PersonRule.OPTIONAL), "", (), Somebody(typed=["KB"], choice=KEEP), DAY) == "KB"


def test_another_neutral_code_can_be_typed_instead() -> None:
    somebody = Somebody(typed=["KB", "ardoise"], choice=ANOTHER)
    assert person_code(tree(PersonRule.OPTIONAL), "", (), somebody, DAY) == "ardoise"


def test_a_code_already_in_use_is_not_questioned_again() -> None:
    assert person_code(tree(PersonRule.OPTIONAL), "KB", ("KB",), Somebody(), DAY) == "KB"


def test_leaving_leaves() -> None:
    assert person_code(tree(PersonRule.REQUIRED), "", (), Somebody(typed=[None]), DAY) is None


def test_a_code_already_in_use_keeps_the_spelling_it_has() -> None:
    assert person_code(tree(PersonRule.REQUIRED), "Erable", ("galet", "érable"), Somebody(), DAY) == "érable"
