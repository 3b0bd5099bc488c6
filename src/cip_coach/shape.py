"""Shapes of YAML data: closed sets of keys, texts, flags, numbers. Faults are collected, not raised.

One `Shape` reads one file. Every question about a value has an answer (a
default when the value is wrong), so that one reading lists all the faults, and
a fault is told once: a misspelt key is read as the key it was meant to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Mapping as AnyMapping

from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value
from cip_coach.problem import Problem
from cip_coach.text import closest, typeset

FLAGS = {"oui": True, "non": False}
SAID_OTHERWISE = {
    **dict.fromkeys(("yes", "true", "on", "y", "vrai"), "oui"),
    **dict.fromkeys(("no", "false", "off", "n", "faux"), "non"),
}
MOST_SUGGESTED = 200
_LONGEST_WORD = 60


class Shape:
    """Reads values of one file and gathers its problems, in the order they are met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def fault(self, at: Value | None, code: str, *, warning: bool = False, **details: str | int) -> None:
        """Note a problem at the place where `at` was written (nowhere in particular when None)."""
        line, column = (at.line, at.column) if at is not None else (1, 1)
        self.problems.append(Problem(self.file, line, column, code, details, warning))

    def unknown(self, at: Value, code: str, known: Collection[str], *, near: str = "", **details: str | int) -> None:
        """Note that the word `at` is none of `known`, with `near`, else the nearest one, as a suggestion."""
        word = str(at) if isinstance(at, Scalar) else "…"
        near = near or self.near(word, known)
        listed = sorted(known) if isinstance(known, (set, frozenset)) else known
        details |= {"mot": word[:_LONGEST_WORD], "proche": near, "possibles": ", ".join(listed)}
        self.problems.append(Problem(self.file, at.line, at.column, code, details))

    def near(self, word: str, known: Collection[str]) -> str:
        """The word of `known` that was meant, or "": a file with so many faults is not a misspelt one."""
        return (closest(word, known) or "") if len(self.problems) < MOST_SUGGESTED else ""

    def keys(self, value: Mapping, known: Collection[str]) -> Mapping:
        """`value`, each key outside `known` noted, and read as the nearest known one if it looks like one."""
        meant = {}
        for key, _ in value.pairs():
            if key not in known:
                self.unknown(key, "cle-inconnue", known)
                meant[str(key)] = self.near(key, known)
        return renamed(value, meant)

    def required(self, mapping: Mapping, key: str) -> bool:
        """Whether something is written under `key`; a fault when nothing is."""
        value = mapping.get(key)
        if value is None or value == "":
            self.fault(place(mapping, key), "cle-manquante", cle=key)
            return False
        return True

    def mapping(self, value: Value | None, what: str) -> Mapping | None:
        """`value` when it is a map; None, and a fault, when it is something else."""
        if value is None or isinstance(value, Mapping):
            return value
        self.fault(value, "forme-bloc", cle=what)
        return None

    def items(self, value: Value | None, what: str) -> Iterator[Value]:
        """The items of a list; a fault when it is something else."""
        if isinstance(value, Sequence):
            yield from value
        elif value is not None and value != "":
            self.fault(value, "forme-liste", cle=what)

    def word(self, mapping: Mapping, key: str) -> str:
        """The text under `key` exactly as written; "" when absent."""
        value = mapping.get(key)
        return self.text_of(value, key) if value is not None else ""

    def text_of(self, value: Value, what: str) -> str:
        """`value` when it is a text; "", and a fault, when it is something else."""
        if isinstance(value, Scalar):
            return str(value)
        self.fault(value, "forme-texte", cle=what)
        return ""

    def sentence(self, mapping: Mapping, key: str) -> str:
        """The text under `key` with French typography; "" when absent."""
        return typeset(self.word(mapping, key))

    def one_of(self, mapping: Mapping, key: str, known: Collection[str], default: str) -> str:
        """The word under `key`, one of `known`; the nearest one when it is misspelt, else `default`."""
        value = mapping.get(key)
        if value is None:
            return default
        if isinstance(value, Scalar) and value in known:
            return str(value)
        self.unknown(value, "valeur-inconnue", known, cle=key)
        return (self.near(value, known) if isinstance(value, Scalar) else "") or default

    def flag(self, mapping: Mapping, key: str, *, default: bool = False) -> bool:
        """`oui` or `non` under `key`."""
        value = mapping.get(key)
        if value is None:
            return default
        if isinstance(value, Scalar) and value in FLAGS:
            return FLAGS[value]
        near = SAID_OTHERWISE.get(value.casefold(), "") if isinstance(value, Scalar) else ""
        self.unknown(value, "valeur-inconnue", [*FLAGS], near=near, cle=key)
        return default

    def whole(self, value: Value | None, what: str, *, least: int | None = None) -> int | None:
        """A whole number, `least` or more; None when absent or wrong."""
        if value is None:
            return None
        digits = value.removeprefix("-") if isinstance(value, Scalar) else ""
        if not (isinstance(value, Scalar) and digits.isascii() and digits.isdecimal() and len(digits) <= 8):
            self.fault(value, "forme-nombre", cle=what)
            return None
        if least is not None and int(value) < least:
            self.fault(value, "nombre-minimum", cle=what, minimum=least)
            return None
        return int(value)

    def words(self, mapping: Mapping, key: str) -> tuple[str, ...]:
        """The text, or the list of texts, under `key`, as written."""
        return tuple(str(scalar) for scalar in self.scalars(mapping.get(key), key))

    def scalars(self, value: Value | None, what: str) -> Iterator[Scalar]:
        """The text, or each text of the list, with its place."""
        if isinstance(value, Scalar):
            if value:
                yield value
            return
        for item in self.items(value, what):
            if isinstance(item, Scalar):
                yield item
            else:
                self.fault(item, "forme-texte", cle=what)


def place(mapping: Mapping, key: str) -> Value:
    """Where `key` is written in `mapping`: the key itself, or the whole map when it is absent."""
    return next((known for known, _ in mapping.pairs() if known == key), mapping)


def renamed(mapping: Mapping, names: AnyMapping[str, str]) -> Mapping:
    """`mapping` with some keys under other names, at the same places; a name that is "" or taken changes nothing."""
    if not any(names.values()):
        return mapping
    copy = Mapping(mapping.line, mapping.column)
    for key, content in mapping.pairs():
        name = names.get(key, "")
        free = name and name not in mapping and name not in copy
        copy[Scalar(name, key.line, key.column) if free else key] = content
    return copy
