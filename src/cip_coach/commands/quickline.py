"""The command line as people type it, read at once, without typer.

Only what is plainly right: commands by their names, options by their whole names,
as many arguments as wanted. Anything else, a misuse or a call for help first of
all, is left to `program`, which reads the same line to the same values.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from cip_coach.commands import Entry
from cip_coach.commands.parameters import Argument, Option

Function = Any
"""What a command file calls `command`."""
Values = dict[str, Any]

_FLAG, _ONE, _MANY = range(3)
_KINDS = {bool: _FLAG, str: _ONE, str | None: _ONE, list[str]: _MANY, list[str] | None: _MANY}


def read(words: Sequence[str], commands: Sequence[Entry]) -> tuple[Function, Values] | None:
    """The function that the line runs and what it is given; None when the line is not plainly right.

    Imports the command, and nothing when no command is named.
    """
    entry = _named(words, commands)
    if entry is None:
        return None
    rest = words[1:]
    if (child := _named(rest, entry.children)) is not None:
        entry, rest = child, rest[1:]
    if not entry.module:
        return None
    function = import_module(entry.module).command
    values = given(function, rest)
    return None if values is None else (function, values)


def given(function: Function, words: Sequence[str]) -> Values | None:
    """What `words` give to the parameters of `function`, but for those they leave as they are; None as above."""
    declared = {name: (hint.__metadata__[0], _KINDS.get(hint.__origin__)) for name, hint in _hints(function)}
    options = {told.name: (name, kind) for name, (told, kind) in declared.items() if isinstance(told, Option)}
    values: Values = {}
    placed: list[str] = []
    following = iter(words)
    for word in following:
        if not word.startswith("-"):
            placed.append(word)
            continue
        name, kind = options.get(word, ("", None))
        value = "" if kind is _FLAG else next(following, "-")
        if kind is None or name in values or value.startswith("-"):
            return None
        values[name] = True if kind is _FLAG else [value] if kind is _MANY else value
    for name, (told, kind) in declared.items():
        if placed and isinstance(told, Argument):
            if kind is None:
                return None
            values[name], placed = (placed, []) if kind is _MANY else (placed[0], placed[1:])
    return None if placed or not _required(function) <= values.keys() else values


def _named(words: Sequence[str], entries: Sequence[Entry]) -> Entry | None:
    return next((entry for entry in entries if entry.name == words[0]), None) if words else None


def _hints(function: Function) -> list[tuple[str, Any]]:
    return [(name, hint) for name, hint in function.__annotations__.items() if name != "return"]


def _required(function: Function) -> set[str]:
    code, defaults = function.__code__, function.__defaults__ or ()
    return set(code.co_varnames[: code.co_argcount - len(defaults)])
