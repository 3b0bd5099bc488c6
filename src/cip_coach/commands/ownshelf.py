"""The user's own questions: where they lie, and how a file gets there. Written through `keeping.disk` only."""

from pathlib import Path

from cip_coach.asking.checking import Sort
from cip_coach.asking.library import SUFFIX, TREES, shipped_folder
from cip_coach.asking.schema import PROGRAMME_FILE, TAXONOMY_FILE, TREE_FILE
from cip_coach.commands import opening
from cip_coach.keeping import disk
from cip_coach.keeping.refusals import Unreadable
from cip_coach.terminal import typed
from cip_coach.text import fold

SCHEMA_LINE = "# yaml-language-server: $schema="
FORMER = ".avant"


def place_of(sort: Sort, name: str) -> Path:
    """Where a file of this sort and name goes in the user's folder."""
    folder = TREES if sort in (Sort.TREE, Sort.FRAGMENT, Sort.SCENARIOS) else sort.value
    ending = f".{Sort.SCENARIOS.value}{SUFFIX}" if sort is Sort.SCENARIOS else SUFFIX
    return opening.configuration_folder() / folder / f"{name}{ending}"


def put(path: Path, text: str) -> Path | None:
    """Write `text` at `path`, its folder made. What was there is kept beside; returns where. Raises `Refused`."""
    disk.make_folder(path.parent)
    _schemas(opening.configuration_folder())
    former = None
    seen = None
    if path.exists():
        data = disk.read(path)
        seen = disk.digest(data)
        former = set_aside(path, data)
    disk.save(path, text.encode(), seen=seen)
    return former


def set_aside(path: Path, data: bytes) -> Path:
    """Keep `data` beside `path`, under a name that nothing has: `arbre.yml.avant`, `arbre.yml.avant2`…"""
    rank = 1
    while True:
        former = path.with_name(f"{path.name}{FORMER}{rank if rank > 1 else ''}")
        if not former.exists():
            disk.save(former, data, seen=None)
            return former
        rank += 1


def with_schema(text: str, sort: Sort, name: str) -> str:
    """`text` whose first line tells editors where the schema is, from where the file will lie."""
    schema = {Sort.TAXONOMY: TAXONOMY_FILE, Sort.PROGRAMME: PROGRAMME_FILE}.get(sort, TREE_FILE)
    line = f"{SCHEMA_LINE}{'../' * (1 + name.count('/'))}{schema}"
    first, _, rest = text.partition("\n")
    return f"{line}\n{rest if first.startswith(SCHEMA_LINE) else text}"


def agreed(question: str) -> bool:
    """Whether the user says yes; nothing at all means no."""
    answer = fold(typed.word(question)).strip()
    return answer in ("o", "oui")


def _schemas(folder: Path) -> None:
    """The schemas that the first lines name, as this version of the program has them: they work without a network."""
    for name in (TREE_FILE, TAXONOMY_FILE, PROGRAMME_FILE):
        path = folder / name
        try:
            data = disk.read(shipped_folder() / name)
            former = disk.read(path) if path.exists() else None
        except Unreadable:
            continue
        if former != data:
            disk.save(path, data, seen=disk.digest(former) if former is not None else None)
