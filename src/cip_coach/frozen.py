"""Values: data classes that cost little to import.

`dataclasses` loads `inspect`, then writes and compiles six methods a class, a tenth
of what starting Python costs. Here the methods are shared, and the constructor is
compiled only for a class of which many values are made.
"""

from collections.abc import Callable
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

__all__ = ["changing", "field", "frozen", "replace"]
Class = TypeVar("Class")
_MANY = 30
"""How many values have to be made before compiling their constructor is worth it."""


class _Field:
    """What a field has out of the ordinary: a default made anew for each value, no part in comparing or showing."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(
        self,
        *,
        default: Any = None,
        default_factory: Callable[[], Any] | None = None,
        compare: bool = True,
        repr: bool = True,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.compare, self.repr = compare, repr


def _replaced(value: Any, **changes: Any) -> Any:
    """The same value, but for `changes`."""
    kept = {name: getattr(value, name) for name in value.__match_args__ if name not in changes}
    return value.__class__(**kept, **changes)


if TYPE_CHECKING:
    from dataclasses import field, replace
else:
    field, replace = _Field, _replaced


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Class]) -> type[Class]:
    """The data class, with slots, equal to another of its class by its fields, and hashed by them.

    That nobody assigns to a field is checked by mypy, not while the program runs.
    The standard library's functions on data classes apply; `__post_init__` and inherited fields do not.
    """
    made: type[Class] = _made(cls, _FROZEN)
    return made


@dataclass_transform(field_specifiers=(field,))
def changing(cls: type[Class]) -> type[Class]:
    """The same, whose fields may be assigned; it has no hash."""
    made: type[Class] = _made(cls, _CHANGING)
    return made


def _made(cls: Any, methods: dict[str, Any]) -> Any:
    body, names = dict(vars(cls)), tuple(cls.__annotations__)
    defaults = {name: body.pop(name) for name in names if name in body}
    compared = [name for name in names if getattr(defaults.get(name), "compare", True) is not False]
    remembers = any(isinstance(own, cached_property) for own in body.values())
    for inherited in ("__dict__", "__weakref__"):
        body.pop(inherited, None)
    own = {
        "__qualname__": cls.__qualname__,
        "__slots__": (*names, "__dict__") if remembers else names,
        "__match_args__": names,
        "__defaults__": defaults,
        "__content__": attrgetter(*compared or ["__class__"]),
        "__still__": _MANY,
    }
    return type(cls)(cls.__name__, cls.__bases__, {**methods, **body, **own})


def _constructor(made: Any) -> Callable[..., None]:
    """The constructor, as it would have been written by hand; its names beginning with `_` are the defaults."""
    takes, sets = [], []
    known: dict[str, Any] = {}
    for name in made.__match_args__:
        takes.append(f"{name}=_{name}" if name in made.__defaults__ else name)
        sets.append(f"self.{name} = {name}")
        default = made.__defaults__.get(name)
        if isinstance(default, _Field) and default.default_factory:
            sets[-1] = f"self.{name} = _{name}.default_factory() if {name} is _{name} else {name}"
        elif isinstance(default, _Field):
            default = default.default
        known[f"_{name}"] = default
    exec(f"def __init__({', '.join(['self', *takes])}):\n " + "\n ".join(sets or ["pass"]), known)  # noqa: S102
    constructor: Callable[..., None] = known["__init__"]
    constructor.__qualname__ = f"{made.__qualname__}.__init__"
    return constructor


def _first(self: Any, *values: Any, **named: Any) -> None:
    """Make one of the first values, as the compiled constructor would; that one says what is wrong."""
    made = self.__class__
    made.__still__ -= 1
    given = dict(zip(made.__match_args__, values, strict=False), **named)
    if not made.__still__ or len(given) < len(values) + len(named) or not _fits(made, given):
        made.__init__ = _constructor(made)
        made.__init__(self, *values, **named)
        return
    for name in made.__match_args__:
        value = given[name] if name in given else made.__defaults__[name]
        if name not in given and isinstance(value, _Field):
            value = value.default_factory() if value.default_factory else value.default
        setattr(self, name, value)


def _fits(made: Any, given: dict[str, Any]) -> bool:
    names = set(made.__match_args__)
    return given.keys() <= names and names <= given.keys() | made.__defaults__.keys()


def _same(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__content__(self) == self.__content__(other)


def _hashed(self: Any) -> int:
    return hash(self.__content__(self))


def _copied(self: Any) -> tuple[Any, tuple[Any, ...]]:
    return self.__class__, tuple([getattr(self, name) for name in self.__match_args__])


def _shown(self: Any) -> str:
    shown = [name for name in self.__match_args__ if getattr(self.__defaults__.get(name), "repr", True) is not False]
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


class _Standard:
    """What the standard library asks of a data class, made when it asks."""

    def __get__(self, _value: object, made: Any) -> Any:
        import dataclasses

        told = dict(made.__defaults__)
        for name, own in told.items():
            if isinstance(own, _Field):
                default: Any = {"default": own.default}
                if own.default_factory:
                    default = {"default_factory": own.default_factory}
                told[name] = dataclasses.field(**default, compare=own.compare, repr=own.repr)
        like: Any = dataclasses.dataclass(type(made.__name__, (), {"__annotations__": made.__annotations__, **told}))
        made.__dataclass_fields__ = like.__dataclass_fields__
        return made.__dataclass_fields__


_CHANGING: dict[str, Any] = {
    "__init__": _first,
    "__eq__": _same,
    "__hash__": None,
    "__reduce__": _copied,
    "__repr__": _shown,
    "__dataclass_fields__": _Standard(),
}
_FROZEN = {**_CHANGING, "__hash__": _hashed}
