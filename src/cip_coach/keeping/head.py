"""The head of a note ⇄ lines of YAML. Knows the keys and their order; knows no body and no tree.

Reading has two steps: text → plain data (texts, lists, tables: `plainyaml`), then
plain data → `Head` (`from_data`). A faster first step can take the place of
`plainyaml` for the text that `lines` writes, without touching the second.

Paths may hold brackets, so they only stand as block keys or block items.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from cip_coach import plainyaml
from cip_coach.frozen import replace
from cip_coach.keeping.headfields import Fields
from cip_coach.keeping.note import FORMAT, Head, Proposal
from cip_coach.patterns import regex
from cip_coach.plainyaml import YamlFault, scalar
from cip_coach.problem import Problem
from cip_coach.text import closest

_NUMBER_OR_DAY = regex(r"-?(?:0|[1-9]\d*)(?:\.\d+)?|\d{4}-\d{2}-\d{2}", re.ASCII)
_PATH = regex(r"[A-Za-z][\w.@\[\]-]*", re.ASCII)
_VERSIONED = regex(r"[a-z][\w.-]*@\d+", re.ASCII)  # `difficultes@1`: a whole list
_REQUIRED = ("id", "statut", "arbre", "date", "debut")
SCALARS = (
    *("cip_coach", "id", "statut", "arbre", "version", "empreinte", "date", "debut", "fin", "duree_s"),
    *("personne", "programme", "rdv", "en_cours"),
)
"""The keys that hold one text."""
_COMMON = frozenset({"tags", "aliases", "cssclasses", "title", "created", "modified"})  # other tools' keys
KEYS = (
    *SCALARS,
    *("reponses", "repondues", "passees", "exposees", "difficultes", "suggerees", "alimente"),
    *("sans_personne", "propose", "tire_de"),
)
"""Every key we write, in order. The others belong to other tools."""


def lines(head: Head) -> list[str]:
    """The lines between the two fences.

    Empty values are left out, except `difficultes: {}` beside an `exposees`:
    asked, and nothing noted.
    """
    return [
        f"cip_coach: {FORMAT}",
        f"id: {scalar(head.id)}",
        f"statut: {head.status.value}",
        f"arbre: {scalar(head.tree)}",
        f"version: {head.version}",
        f"empreinte: {scalar(head.fingerprint)}",
        f"date: {head.day.isoformat()}",
        f'debut: "{head.begun.isoformat()}"',
        *([f'fin: "{head.ended.isoformat()}"'] if head.ended else []),
        f"duree_s: {head.seconds}",
        *_text("personne", head.person),
        *_text("programme", head.programme),
        *([f"rdv: {head.appointment}"] if head.appointment is not None else []),
        *([f"en_cours: {_path(head.current)}"] if head.current else []),
        *_table("reponses", head.answers),
        *_items("repondues", head.open),
        *_items("passees", head.skipped),
        *_table("exposees", head.exposed),
        *(_table("difficultes", head.difficulties) or (["difficultes: {}"] if head.exposed else [])),
        *_table("suggerees", head.suggested),
        *_feeds(head.feeds),
        *_items("sans_personne", head.without_person),
        *_proposal(head.proposal),
        *([_list("tire_de", head.drawn_from)] if head.drawn_from else []),
        *head.extra,
    ]


def value_line(key: str, value: str) -> str:
    """One line `key: value` as `lines` would write it."""
    bare = key in ("date", "duree_s", "rdv", "version") and _NUMBER_OR_DAY.fullmatch(value)
    return f"{key}: {value if bare else scalar(value)}"


def read(text: str, file: str, first_line: int = 2) -> tuple[Head | None, tuple[Problem, ...]]:
    """The head written in `text` (what stands between the fences), with all that is wrong in it.

    None when it is not YAML, not ours, of a later format, or without what every
    reader needs. A value that cannot be read otherwise counts as absent.
    """
    try:
        data = plainyaml.read(text, first_line=first_line)
    except YamlFault as fault:
        return None, (fault.problem(file),)
    if not isinstance(data, Mapping):
        return None, (Problem(file, first_line, 1, "note-entete-sans-cles"),)
    return from_data(data, file, foreign_lines(text, data, first_line), first_line)


def from_data(
    data: Mapping[str, object], file: str, extra: tuple[str, ...], first_line: int = 2
) -> tuple[Head | None, tuple[Problem, ...]]:
    """The head in plain data: texts, lists and tables of texts. `extra` is kept as it is."""
    reader = Fields(data, file, first_line)
    if "cip_coach" not in data:
        return None, (reader.problem("note-etrangere"),)
    if (written := reader.integer("cip_coach", -1)) != FORMAT:
        newer = "note-format-futur" if written > FORMAT else "note-format-inconnu"
        return None, (reader.problem(newer, "cip_coach"),)
    missing = [key for key in _REQUIRED if not data.get(key)]
    if missing:
        return None, tuple(reader.problem("note-cle-absente", cle=key) for key in missing)
    status, day, begun = reader.status("statut"), reader.day("date"), reader.moment("debut")
    if status is None or day is None or begun is None:
        return None, tuple(reader.problems)
    head = Head(
        id=reader.text("id"),
        status=status,
        tree=reader.text("arbre"),
        version=reader.integer("version", 0),
        fingerprint=reader.text("empreinte"),
        day=day,
        begun=begun,
        ended=reader.moment("fin"),
        seconds=reader.integer("duree_s", 0),
        person=reader.text("personne"),
        programme=reader.text("programme"),
        appointment=reader.integer("rdv", 0) if data.get("rdv") else None,
        current=reader.text("en_cours"),
        answers=reader.answers("reponses"),
        open=reader.items("repondues"),
        skipped=reader.items("passees"),
        exposed=reader.lists("exposees"),
        difficulties=reader.lists("difficultes"),
        suggested=reader.lists("suggerees"),
        feeds=reader.feeds("alimente"),
        without_person=reader.items("sans_personne"),
        proposal=reader.proposal("propose"),
        drawn_from=reader.items("tire_de"),
        extra=extra,
    )
    return head, (*reader.problems, *_slips(reader))


def foreign_lines(text: str, data: Mapping[str, object], first_line: int = 2) -> tuple[str, ...]:
    """The lines of keys that are not ours, with all that is nested in them, and comments at the margin."""
    kept: list[str] = []
    starts = {getattr(key, "line", 0) - first_line: key for key in data}
    ours = True
    for index, line in enumerate(re.split(r"\r\n|\r|\n", text)):
        if index in starts:
            ours = starts[index] in KEYS
        if not ours or line.startswith("#"):
            kept.append(line)
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def _slips(reader: Fields) -> Iterator[Problem]:
    """A warning for each key that is surely one of ours misspelt, when that one is not there."""
    unknown = [key for key in reader.data if key not in KEYS and key not in _COMMON]
    absent = [key for key in KEYS if key not in reader.data] if unknown else []
    for key in unknown:
        if near := closest(key, absent):
            yield replace(reader.problem("note-cle-proche", key, cle=key, proche=near), warning=True)


def _text(key: str, value: str) -> list[str]:
    return [f"{key}: {scalar(value)}"] if value else []


def _path(path: str) -> str:
    return path if _PATH.fullmatch(path) and (set("[]@") & set(path)) else scalar(path)


def _id(value: str) -> str:
    return value if _NUMBER_OR_DAY.fullmatch(value) or _VERSIONED.fullmatch(value) else scalar(value)


def _list(key: str, values: Sequence[str]) -> str:
    return f"{key}: [{', '.join(map(_id, values))}]"


def _items(key: str, paths: Sequence[str]) -> list[str]:
    return [f"{key}:", *(f"  - {_path(path)}" for path in paths)] if paths else []


def _table(key: str, table: Mapping[str, str | tuple[str, ...]]) -> list[str]:
    written = [f"{key}:"] if table else []
    for path, value in table.items():
        if isinstance(value, str):
            written.append(f"  {_path(path)}: {_path(value) if '[' in value else _id(value)}")
        elif any("[" in item for item in value):
            written += [f"  {_path(path)}:", *(f"    - {_path(item)}" for item in value)]
        else:
            written.append("  " + _list(_path(path), value))
    return written


def _feeds(feeds: Mapping[str, Mapping[str, bool]]) -> list[str]:
    written = ["alimente:"] if feeds else []
    for kind, paths in feeds.items():
        written.append(f"  {scalar(kind)}:" if paths else f"  {scalar(kind)}: {{}}")
        written += [f"    {_path(path)}: {'oui' if fed else 'non'}" for path, fed in paths.items()]
    return written


def _proposal(proposal: Proposal | None) -> list[str]:
    if proposal is None:
        return []
    takes = [f"    {_path(theirs)}: {_path(ours)}" for theirs, ours in proposal.takes.items()]
    return ["propose:", f"  arbre: {scalar(proposal.tree)}", *(["  reprend:", *takes] if takes else [])]
