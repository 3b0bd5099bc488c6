"""Writes what is made from the code: schemas, lock and catalogue of `questions/`, and docs/commandes.md.

Run: `python tests/generate.py`. `test_schema`, `test_questions_lock`, `test_catalogue` and `test_docs` compare the
files with what this would write.
"""

import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from unittest.mock import patch

from cip_coach import cli
from cip_coach.asking import neighbours, readymade, schema, takenapart
from cip_coach.asking.catalogue import CATALOGUE_FILE
from cip_coach.asking.catalogue import written as catalogued
from cip_coach.asking.library import SCENARIOS, SUFFIX, TAXONOMIES, TREES, Library, shipped_folder
from cip_coach.asking.lock import LOCK_FILE, grown, read_lock, written
from cip_coach.asking.taxonomyfile import read_taxonomy
from cip_coach.commands import TABLE, Entry
from cip_coach.terminal.messages.key_help import HELP

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS_PAGE = """# Toutes les commandes

L’aide de chacune, telle que `--help` l’affiche. Cette page est écrite par le programme.
"""


@cache
def generated() -> dict[Path, str]:
    """The text of each file, by its path. Raises `CoachError` when a shipped tree is wrong."""
    folder = shipped_folder()
    library = Library.shipped()
    trees = [library.tree(name) for name in library.names()]
    path = folder / LOCK_FILE
    lock = read_lock(path.read_text(encoding="utf-8")) if path.is_file() else {}
    taxonomies = [
        (taxonomy, text)
        for path in sorted((folder / TAXONOMIES).glob(f"*{SUFFIX}"))
        if (taxonomy := read_taxonomy(text := path.read_text(encoding="utf-8"), path.name)[0])
    ]
    schemas = {
        schema.TREE_FILE: schema.tree_schema(HELP),
        schema.TAXONOMY_FILE: schema.taxonomy_schema(HELP),
        schema.PROGRAMME_FILE: schema.programme_schema(HELP),
    }
    made = {folder / name: json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in schemas.items()}
    made |= {path: written(grown(lock, trees)), folder / CATALOGUE_FILE: catalogued(trees)}
    made[folder / readymade.READY_FILE] = readymade.written(taxonomies)
    texts = [one.read_text(encoding="utf-8") for one in tree_files()] + [made[path]]
    made[folder / takenapart.APART_FILE] = takenapart.written(texts)
    made[folder / neighbours.MARKS_FILE] = neighbours.written(trees)
    return {**made, DOCS / "commandes.md": commands_page()}


def tree_files() -> list[Path]:
    """The shipped trees and fragments."""
    found = (shipped_folder() / TREES).rglob(f"*{SUFFIX}")
    return sorted(path for path in found if not path.name.endswith(SCENARIOS))


def commands_page() -> str:
    """docs/commandes.md: the help of every command of the table, 80 columns wide."""
    return "\n".join([COMMANDS_PAGE, *(part for words in command_names(TABLE) for part in _help_block(words))])


def command_names(table: tuple[Entry, ...], before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of each command, in the order of the table, groups before their children."""
    for entry in table:
        yield (*before, entry.name)
        yield from command_names(entry.children, (*before, entry.name))


def _help_block(words: tuple[str, ...]) -> list[str]:
    said = io.StringIO()
    with redirect_stdout(said), patch.dict(os.environ, COLUMNS="80"):
        cli.run([*words, "--help"])
    title = f"{'#' * (len(words) + 1)} cip-coach {' '.join(words)}"
    return [title, "", "```text", said.getvalue().rstrip(), "```", ""]


def main() -> int:
    """Write the files that are not up to date, and name them."""
    for path, text in generated().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
