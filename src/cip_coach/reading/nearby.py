"""What was surely meant, when nothing is found: the nearest code, tree or question that notes hold. Reads only."""

import re

from cip_coach.keeping import shelf
from cip_coach.keeping.refusals import Unreadable
from cip_coach.keeping.shelf import Journal
from cip_coach.paths import identity
from cip_coach.patterns import regex
from cip_coach.reading.selection import Selection
from cip_coach.text import closest

_PERSON = regex(rb"^personne:[ \t]*[\"']?(.*?)[\"']?[ \t\r]*$", re.MULTILINE)
_TREE = regex(rb"^arbre:[ \t]*[\"']?(.*?)[\"']?[ \t\r]*$", re.MULTILINE)
_PATH = regex(rb"^<!-- *cip:(\S+) +\S+ *-->", re.MULTILINE)


def near(journal: Journal, selection: Selection) -> str:
    """The nearest name to one of the selection's that no note holds; "" when none is near, or all are held."""
    asked = [
        (pattern, name)
        for pattern, name in ((_PERSON, selection.person), (_TREE, selection.tree), (_PATH, selection.question))
        if name
    ]
    held: list[set[bytes]] = [set() for _ in asked]
    for path in shelf.notes(journal) if asked else ():
        try:
            data = shelf.note_bytes(journal, path)
        except Unreadable:
            continue
        for names, (pattern, _) in zip(held, asked, strict=True):
            names.update(pattern.findall(data))
    for names, (_, name) in zip(held, asked, strict=True):
        known = sorted({identity(one.decode("utf-8", "replace")) for one in names} - {""})
        if name not in known and (found := closest(name, known)):
            return found
    return ""
