"""What can be put right in a tree file without deciding anything for its author: quotes, and ids that are missing.

A mending changes one line and never a word of it. The text that comes out is
read as the author meant it, or is left as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cip_coach.asking.followups import SI
from cip_coach.asking.offers import slug
from cip_coach.asking.questionfile import QUESTION_ID, RESERVED
from cip_coach.frozen import frozen
from cip_coach.patterns import regex
from cip_coach.plainyaml import LINE_BREAK, Mapping, Scalar, Sequence, Value, YamlFault, read

MOST = 500
QUOTABLE = frozenset(
    {
        "yaml-ancre", "yaml-chevron", "yaml-crochet", "yaml-deux-points", "yaml-diese", "yaml-etiquette",
        "yaml-etoile", "yaml-guillemets", "yaml-guillemets-courbes", "yaml-non-ferme", "yaml-signe", "yaml-tiret",
        "yaml-barre-oblique", "yaml-virgule",
    }
)  # fmt: skip
"""Faults of a sentence that lost its quotes, or was written without them."""
WORDED = frozenset(
    {
        "titre", "description", "source", "section", "question", "libelle", "aide", "exemple", "aucun", "precision",
        "etiquette", "relance", "attention", "nom", "note", "essai",
    }
)  # fmt: skip
LONGEST_ID_WORDS, LONGEST_MADE = 4, 70
_LINE = regex(r"(?P<head>[ \t]*(?:-[ \t]+)*(?:(?P<key>[a-z0-9_.]+):[ \t]+)?)(?P<value>.*?)(?P<end>[ \t]*)")
_CURLY = regex(r"[“”„](?P<words>.*)[“”‟]")
_COMMENT = regex(r"[ \t]{2,}#.*$")
_SMALL_WORDS = frozenset(
    {
        "a", "ai", "au", "aux", "avec", "c", "ce", "cela", "ces", "cet", "cette", "comment", "d", "dans", "de", "des",
        "du", "elle", "en", "est", "et", "il", "j", "je", "l", "la", "le", "les", "m", "ma", "me", "mes", "mon", "n",
        "ne", "on", "ou", "par", "pour", "qu", "que", "quel", "quelle", "quelles", "quels", "qui", "quoi", "s", "sa",
        "se", "ses", "si", "son", "sur", "t", "un", "une", "y",
    }
)  # fmt: skip


@frozen
class Mended:
    """The text after, and how many lines were quoted and how many ids added."""

    text: str
    quoted: int = 0
    named: int = 0


def mended(text: str) -> Mended:
    """`text` with its sentences quoted where YAML needs it, then an id for each question that has none."""
    after, quoted = _with_quotes(text)
    named, count = _with_ids(after)
    return Mended(named, quoted, count)


def _with_quotes(text: str) -> tuple[str, int]:
    """Quote one line after another, as long as the reading goes further each time."""
    lines = LINE_BREAK.split(text)
    count = 0
    for place, line in enumerate(lines):
        straight = _straightened(line)
        if straight != line:
            lines[place] = straight
            count += 1
    touched: set[int] = set()
    while (fault := _fault(lines)) is not None and count < MOST:
        place = fault.line - 1
        if fault.code == "yaml-espace-insecable":
            line = lines[place]
            better = _straightened(
                re.sub(r"[\u00a0\u202f]+(?=:)|(?<=^)[\u00a0\u202f]+|(?<=- )[\u00a0\u202f]+", "", line)
            )
        elif fault.code in QUOTABLE and place not in touched:
            touched.add(place)
            better = _quoted(lines[place])
        else:
            break
        if better == lines[place]:
            break
        lines[place] = better
        count += 1
    return "\n".join(lines), count


def _fault(lines: list[str]) -> YamlFault | None:
    try:
        read("\n".join(lines))
    except YamlFault as fault:
        return fault
    return None


def _straightened(line: str) -> str:
    """A value in the curly quotes of a word processor, or with its last quote only, between straight ones."""
    found = _LINE.fullmatch(line)
    if not found or found["key"] not in WORDED:
        return line
    value = found["value"]
    curly = _CURLY.fullmatch(value)
    lone = value.endswith('"') and value.count('"') == 1 and value[0] not in "'\"|>"
    words = curly["words"] if curly else value[:-1] if lone else None
    return line if words is None else f"{found['head']}{_in_quotes(words)}{found['end']}"


def _quoted(line: str) -> str:
    """The line with the whole of its value between straight quotes; a comment after two spaces stays one."""
    found = _LINE.fullmatch(line)
    if not found or not found["value"] or (not found["key"] and found["head"].strip() == ""):
        return line
    value, end = found["value"], found["end"]
    comment = _COMMENT.search(value)
    if comment:
        value, end = value[: comment.start()], value[comment.start() :] + end
    return f"{found['head']}{_in_quotes(_bare(value))}{end}"


def _bare(value: str) -> str:
    """A value without the quotes meant around all of it: one is missing, or one inside closes them."""
    for sign in ('"', "'"):
        if value.startswith(sign) and value.endswith(sign) and len(value) > 1:
            inner = value[1:-1].replace("''", "'") if sign == "'" else value[1:-1].replace('\\"', '"')
            return inner
        if value.startswith(sign) and value.count(sign) == 1:
            return value[1:]
    return value


def _in_quotes(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _with_ids(text: str) -> tuple[str, int]:
    """An id above each wording that has none; its indentation and its dash are those of the wording."""
    try:
        data = read(text)
    except YamlFault:
        return text, 0
    if not isinstance(data, Mapping) or "questions" not in data:
        return text, 0
    tree = data.get("arbre")
    space = f"{slug(tree)}." if isinstance(tree, Scalar) and tree else ""
    items = [*_items(data["questions"], space)]
    taken = {str(item["id"]) for item, _ in items if isinstance(item.get("id"), Scalar)}
    lines = LINE_BREAK.split(text)
    added = 0
    for item, before_id in sorted(items, key=lambda one: one[0].line, reverse=True):
        if "id" in item or "question" not in item or any(head in item for head in ("section", "boucle", "inclure")):
            continue
        first = next(iter(item.pairs()))[0]
        before = lines[first.line - 1][: first.column - 1]
        if before.strip(" -"):  # written between braces, on one line
            continue
        name = _free(f"{before_id}{_made(item)}"[:LONGEST_MADE].rstrip("._"), taken)
        taken.add(name)
        rest = lines[first.line - 1][first.column - 1 :]
        lines[first.line - 1 : first.line] = [f"{before}id: {name}", " " * len(before) + rest]
        added += 1
    return "\n".join(lines), added


def _items(value: Value | None, space: str) -> Iterator[tuple[Mapping, str]]:
    """Every node of these questions, at any depth, with what its id begins with: nothing inside a loop."""
    for item in value if isinstance(value, Sequence) else [value]:
        if isinstance(item, Mapping):
            yield item, space
            for key, under in item.items():
                if key in ("questions", "pour_chaque") or (key.startswith(SI) and key != "si_mots"):
                    yield from _items(under, "" if key == "pour_chaque" or "boucle" in item else space)


def _made(item: Mapping) -> str:
    """An id out of the short name of a question, else out of the words that carry its wording."""
    label, wording = item.get("libelle"), item.get("question")
    words = str(label) if isinstance(label, Scalar) and label else str(wording) if isinstance(wording, Scalar) else ""
    parts = slug(words.replace(".", " ")).replace(".", "_").split("_")
    telling = [part for part in parts if part not in _SMALL_WORDS] or parts
    made = "_".join(telling[:LONGEST_ID_WORDS])
    return made if QUESTION_ID.fullmatch(made) and made not in RESERVED else f"question_{made}".rstrip("_")


def _free(name: str, taken: set[str]) -> str:
    rank = 2
    free = name
    while free in taken:
        free = f"{name}_{rank}"
        rank += 1
    return free
