"""Command lines that a page shows: whether the program knows their words."""

import shlex

from cip_coach.commands import TABLE
from cip_coach.commands.mounting import mount


def unknown(line: str) -> list[str]:
    """What in `line` the program does not know: its command, its options. An argument is for it to judge."""
    program, *words = shlex.split(line.replace("\\", "/"), comments=True)
    if program != "cip-coach":
        return [program]
    if not words or words[0].startswith("--"):
        return []
    entry = next((entry for entry in TABLE if entry.name == words[0]), None)
    if entry is None:
        return [words[0]]
    if len(words) > 1:
        entry = next((child for child in entry.children if child.name == words[1]), entry)
    options = {option for param in mount(entry).params for option in param.opts} | {"--help"}
    return [word for word in words if word.startswith("--") and word not in options]
