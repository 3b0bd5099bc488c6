"""The shipped trees taken apart: what `plainyaml.read` gives for their texts, as JSON.

Loading YAML alone takes twice what starting Python does. What is kept
(`arbres.jsonl`, written by `tests/generate.py`: a line a file) serves only for the
very texts it was made from; any other text is read.
"""

import json
from collections.abc import Sequence as AnySequence
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from cip_coach import plainyaml
from cip_coach.asking.shipped import shipped_folder
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value

APART_FILE = "arbres.jsonl"
_SEQUENCE, _MAPPING = 0, 1


def read(text: str) -> Value:
    """What `plainyaml.read` gives, with the same places; raises as it does."""
    line = _kept(shipped_folder()).get(_mark(text))
    return plainyaml.read(text) if line is None else _value(json.loads(line))


def written(texts: AnySequence[str]) -> str:
    """The text of the file for these texts."""
    made = (json.dumps(_packed(plainyaml.read(text)), ensure_ascii=False, separators=(",", ":")) for text in texts)
    return "".join(f"{_mark(text)} {line}\n" for text, line in zip(texts, made, strict=True))


def _mark(text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return f"{crc32(data):08x}-{len(data)}"


@cache
def _kept(folder: Path) -> dict[str, str]:
    """The lines by the mark of their text; none when the file is not there or not text."""
    try:
        lines = (folder / APART_FILE).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    return {mark: line for mark, _, line in (line.partition(" ") for line in lines)}


def _packed(value: Value) -> list[Any]:
    if isinstance(value, Scalar):
        return [str(value), value.line, value.column, int(value.plain)]
    if isinstance(value, Sequence):
        return [_SEQUENCE, value.line, value.column, *map(_packed, value)]
    parts = (_packed(part) for pair in value.pairs() for part in pair)
    return [_MAPPING, value.line, value.column, *parts]


def _value(packed: list[Any]) -> Value:
    sort, line, column, *rest = packed
    if isinstance(sort, str):
        return Scalar(sort, line, column, plain=bool(rest[0]))
    parts = map(_value, rest)
    if sort == _SEQUENCE:
        sequence = Sequence(line, column)
        sequence.extend(parts)
        return sequence
    mapping = Mapping(line, column)
    # Keys and values in turn; mypy cannot know that every other one is the word of a key.
    mapping.update(zip(parts, parts, strict=True))  # type: ignore[arg-type]
    return mapping
