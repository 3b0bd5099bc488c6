"""A value is what the frozen data class of the standard library would have been."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cip_coach.frozen import frozen


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
    secret: str = field(default="", repr=False)
    seen: int = field(default=0, compare=False)


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
    assert replace(Ours("a", 1), name="b") == Ours("b", 1)
    assert [one.name for one in fields(Alone)] == ["name"]
    match Ours("a", 3):
        case Ours(name, rank):
            assert (name, rank) == ("a", 3)


def test_a_value_takes_no_field_that_was_not_declared() -> None:
    with pytest.raises(AttributeError):
        Alone("a").other = "b"  # type: ignore[attr-defined]
