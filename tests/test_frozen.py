"""A value is what the frozen data class of the standard library would have been."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from dataclasses import field as their_field
from dataclasses import replace as their_replace
from functools import cached_property
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cip_coach.frozen import changing, field, frozen, replace


@frozen
class Ours:
    """A value."""

    name: str
    rank: int = 0
    secret: str = field(default="", repr=False)
    seen: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    """The same value by the standard library alone."""

    name: str
    rank: int = 0
    secret: str = their_field(default="", repr=False)
    seen: int = their_field(default=0, compare=False)


@frozen
class Alone:
    """One field."""

    name: str


@frozen
class Empty:
    """No field."""


@frozen
class Held:
    """A field that has no hash."""

    answers: Mapping[str, str] = field(default_factory=dict)


SOME = st.tuples(st.sampled_from(["a", "b"]), st.integers(0, 1), st.sampled_from(["", "x"]), st.integers(0, 1))


@given(SOME, SOME)
def test_a_value_is_compared_hashed_and_shown_like_a_frozen_data_class(one: Any, other: Any) -> None:
    assert (Ours(*one) == Ours(*other)) == (Theirs(*one) == Theirs(*other))
    assert len({Ours(*one), Ours(*other)}) == len({Theirs(*one), Theirs(*other)})
    assert repr(Ours(*one)) == repr(Theirs(*one)).replace("Theirs", "Ours")


def test_values_of_two_classes_differ_though_their_fields_agree() -> None:
    assert Ours("a") != Theirs("a")
    assert Alone("a") != "a"
    assert hash(Alone("a")) == hash(Alone("a"))


def test_a_value_without_fields_equals_any_other_of_its_class() -> None:
    assert Empty() == Empty()
    assert len({Empty(), Empty()}) == 1


def test_a_value_that_holds_something_without_a_hash_has_none() -> None:
    assert Held() == Held({})
    with pytest.raises(TypeError):
        hash(Held())


def test_the_standard_library_knows_it() -> None:
    assert their_replace(Ours("a", 1), name="b") == Ours("b", 1)
    assert [one.name for one in fields(Alone)] == ["name"]
    assert asdict(Ours("a", seen=2)) == asdict(Theirs("a", seen=2))
    assert asdict(Held()) == {"answers": {}}
    match Ours("a", 3):
        case Ours(name, rank):
            assert (name, rank) == ("a", 3)


def test_a_value_is_replaced_by_one_that_differs_where_it_is_said() -> None:
    assert replace(Ours("a", 1, "x"), rank=2) == Ours("a", 2, "x")
    assert replace(Alone("a")) is not None
    with pytest.raises(TypeError):
        replace(Alone("a"), nobody="b")  # type: ignore[call-arg]


def test_a_default_made_anew_belongs_to_one_value_alone() -> None:
    assert Held().answers is not Held().answers


def test_what_is_remembered_of_a_value_is_counted_once() -> None:
    @frozen
    class Counted:
        words: str

        @cached_property
        def parts(self) -> list[str]:
            return self.words.split()

    one = Counted("a b")
    assert one.parts is one.parts
    assert replace(one, words="c").parts == ["c"]


def test_a_changing_value_is_changed_compared_and_not_hashed() -> None:
    @changing
    class Row:
        text: str = ""

    row = Row()
    row.text = "a"
    assert row == Row("a")
    with pytest.raises(TypeError):
        hash(row)


def test_a_value_takes_no_field_that_was_not_declared() -> None:
    with pytest.raises(AttributeError):
        Alone("a").other = "b"  # type: ignore[attr-defined]


def test_the_last_of_many_values_is_made_like_the_first() -> None:
    @frozen
    class Many:
        name: str
        rank: int = 0
        seen: list[int] = field(default_factory=list)

    made = [Many("a", seen=[1]) if rank % 2 else Many(rank=rank, name="b") for rank in range(100)]
    assert made == [Many("a", 0, [1]) if rank % 2 else Many("b", rank, []) for rank in range(100)]
    assert len({id(one.seen) for one in made}) == 100
    assert len({id(one.__init__.__func__) for one in made}) == 1  # type: ignore[misc]


@pytest.mark.parametrize(
    "given", [((), {}), (("a", 1, "", 0, 5), {}), (("a",), {"name": "b"}), (("a",), {"other": 1})]
)
def test_what_the_constructor_refuses_is_refused_from_the_first_value_on(given: tuple[Any, Any]) -> None:
    @frozen
    class Ours:
        name: str
        rank: int = 0
        secret: str = ""
        seen: int = 0

    values, named = given
    with pytest.raises(TypeError):
        Ours(*values, **named)
    with pytest.raises(TypeError):
        Theirs(*values, **named)
