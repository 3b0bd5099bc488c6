"""The shipped taxonomies ready made: what `taxonomyfile` reads in them, as JSON.

Reading them, and loading YAML to do it, takes five times what starting Python does.
What is kept (`taxonomies.json`, written by `tests/generate.py`) is believed only for
the very bytes it was made from.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from cip_coach.vocabulary import Taxonomy, Term

READY_FILE = "taxonomies.json"


def ready(folder: Path, file: str, text: str) -> Taxonomy | None:
    """The taxonomy of the file of that name with that text, when `folder` has it ready made."""
    known = _kept(folder).get(file, {})
    if known.get("octets") != crc32(text.encode()):
        return None
    try:
        plain = known["taxonomie"]
        terms = {term: Term(id=term, **_tupled(said)) for term, said in plain["terms"].items()}
        return Taxonomy(**{**plain, "terms": terms, "file": file})
    except (LookupError, TypeError, AttributeError):
        return None


def written(taxonomies: Iterable[tuple[Taxonomy, str]]) -> str:
    """The text of the file for these taxonomies, each with the text it was read from."""
    made = {}
    for taxonomy, text in taxonomies:
        plain = _plain(taxonomy, "file")
        plain["terms"] = {term.id: _plain(term, "id") for term in taxonomy.terms.values()}
        made[taxonomy.file] = {"octets": crc32(text.encode()), "taxonomie": plain}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


@cache
def _kept(folder: Path) -> dict[str, Any]:
    try:
        said = json.loads((folder / READY_FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _plain(value: Taxonomy | Term, but: str) -> dict[str, Any]:
    """The fields of `value` that differ from their defaults, except one."""
    from dataclasses import MISSING, fields

    told = [(one, getattr(value, one.name)) for one in fields(value) if one.name != but]
    return {one.name: said for one, said in told if one.default is MISSING or said != one.default}


def _tupled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in said.items()}
