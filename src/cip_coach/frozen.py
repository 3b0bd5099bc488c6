"""Values: data classes that nothing changes, cheap to import.

`dataclasses.dataclass(frozen=True)` writes and compiles six methods a class, a
tenth of what starting Python costs. Here the constructor alone is compiled, when
the first value of the class is made; the others are shared.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Class]) -> type[Class]:
    """The data class, with slots, equal to another of its class by its fields, and hashed by them.

    That nobody assigns to a field is checked by mypy, not while the program runs.
    `replace`, `fields` and `field` of the standard library apply; `__post_init__` does not.
    """
    made = dataclass(slots=True, eq=False, repr=False, init=False)(cls)
    # mypy does not know that `made` is a data class: `dataclass` was called, not written above it.
    names = [one.name for one in fields(made) if one.compare]  # type: ignore[arg-type]
    for name, method in {**_methods(names), "__init__": _first_of(made)}.items():
        setattr(made, name, method)
    return made


def _first_of(made: Any) -> Callable[..., None]:
    """The constructor of the first value, which leaves its place to the one of the standard library."""

    def first(self: object, *values: Any, **named: Any) -> None:
        own = {one.name: one for one in fields(made)}
        like = type(made.__name__, (), {"__annotations__": {name: one.type for name, one in own.items()}, **own})
        made.__init__ = vars(dataclass(eq=False, repr=False, match_args=False)(like))["__init__"]
        made.__init__(self, *values, **named)

    return first


def _methods(names: list[str]) -> dict[str, Callable[..., Any]]:
    content: Callable[[object], Any] = attrgetter(*names) if names else lambda _: ()

    def same(self: object, other: object) -> bool:
        return bool(content(self) == content(other)) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(content(self))

    return {"__eq__": same, "__hash__": hashed, "__repr__": _shown}


def _shown(self: Any) -> str:
    said = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({said})"
