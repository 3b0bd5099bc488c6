"""What may follow on a command line that is being typed: commands, options, trees, programmes; never a code.

Asked by the shell at each press of Tab, so typer is imported only where options
matter, and nothing is ever written.
"""

import sys
from collections.abc import Iterable, Sequence

from cip_coach.commands import TABLE, Entry
from cip_coach.problem import CoachError

ASKED = "--completer"
"""What the shells' functions put first on the line; then `--mot=` and the word being typed, then those before it."""
WORD = "--mot="
FILES = 3
"""The exit code that says: here a file or a folder is wanted, which the shell knows better."""
_OF_FILES = ("FICHIER", "DOSSIER")
Offer = tuple[str, str]
"""A word, and what it means."""


def answered(arguments: Sequence[str]) -> int:
    """Print what may stand where the word is being typed, one a line with its meaning; the exit code.

    A line that makes no sense, a folder that cannot be read have no continuation.
    """
    typed = arguments[0].removeprefix(WORD) if arguments else ""
    try:
        found = offers(list(arguments[1:]), typed)
    except (CoachError, OSError):
        return 0
    if found is None:
        return FILES
    lines = [f"{word}\t{meaning}\n" for word, meaning in found if word.startswith(typed)]
    sys.stdout.buffer.write("".join(lines).encode())
    sys.stdout.flush()
    return 0


def offers(before: list[str], typed: str) -> list[Offer] | None:
    """What may stand after the words `before`, beginning with `typed`; None where a file is wanted."""
    entry = Entry("", "", children=TABLE)
    while before and (child := next((one for one in entry.children if one.name == before[0]), None)):
        entry, before = child, before[1:]
        if entry.name == "demo":
            before = before[1:] if before[:1] == ["--"] else before
            if before or not typed.startswith("-"):
                entry = Entry("", "", children=TABLE)
    if not entry.name and before:
        return []
    if not before and entry.children and not typed.startswith("-"):
        return [(child.name, child.purpose) for child in entry.children]
    if not entry.name:
        return [("--help", ""), ("--version", "")]
    return _of_command(entry, before, typed)


def _of_command(entry: Entry, before: list[str], typed: str) -> list[Offer] | None:
    from cip_coach.commands.mounting import mount, wanted

    params = mount(entry).params
    options = {name: param for param in params for name in param.opts if name.startswith("-")}
    if before and (last := options.get(before[-1])) and not getattr(last, "is_flag", False):
        return _values(*wanted(last))
    if typed.startswith("-"):
        free = [name for name in options if name.startswith("--") and name not in before]
        return [*((name, getattr(options[name], "help", "") or "") for name in free), ("--help", "")]
    taking = [name for name in before if name in options and not getattr(options[name], "is_flag", False)]
    given = sum(not word.startswith("-") for word in before) - len(taking)
    arguments = [param for param in params if param.param_type_name == "argument"]
    place = next((param for rank, param in enumerate(arguments) if rank == given or param.nargs == -1), None)
    return [] if place is None else _values(*wanted(place))


def _values(metavar: str, choices: Sequence[str]) -> list[Offer] | None:
    """What may be given where `metavar` is wanted; None for a file."""
    if choices:
        return [(choice, "") for choice in choices]
    if metavar.strip(".…") in _OF_FILES:
        return None
    return list(_known(metavar))


def _known(metavar: str) -> Iterable[Offer]:
    from cip_coach.asking.library import Library
    from cip_coach.commands.folders import configuration_folder

    match metavar:
        case "ARBRE":
            shelves = Library.folders_only(configuration_folder())
            yield from ((name, shelves.title(name)) for name in shelves.names())
        case "PROG":
            yield from ((name, "") for name in Library.folders_only(configuration_folder()).programmes())
        case "SUJET":
            from cip_coach.asking.helpfile import pages
            from cip_coach.asking.library import shipped_folder

            yield from ((name, page.title) for name, page in pages(shipped_folder()).items())
        case "CLE":
            from cip_coach.settings import CHOICES

            yield from ((key, "") for key in CHOICES)
