"""Writes what is made from the code: the JSON Schemas, the lock and the catalogue of `questions/`. Run: `python tests/generate.py`.

`tests/test_schema.py`, `tests/test_questions_lock.py` and `tests/test_catalogue.py` compare the files with what this would write.
"""

import json
import sys
from pathlib import Path

from cip_coach.asking import schema
from cip_coach.asking.catalogue import CATALOGUE_FILE
from cip_coach.asking.catalogue import written as catalogued
from cip_coach.asking.library import Library, shipped_folder
from cip_coach.asking.lock import LOCK_FILE, grown, read_lock, written
from cip_coach.terminal.messages.key_help import HELP


def generated() -> dict[Path, str]:
    """The text of each file, by its path. Raises `CoachError` when a shipped tree is wrong."""
    folder = shipped_folder()
    library = Library.shipped()
    trees = [library.tree(name) for name in library.names()]
    path = folder / LOCK_FILE
    lock = read_lock(path.read_text(encoding="utf-8")) if path.is_file() else {}
    schemas = {
        schema.TREE_FILE: schema.tree_schema(HELP),
        schema.TAXONOMY_FILE: schema.taxonomy_schema(HELP),
        schema.PROGRAMME_FILE: schema.programme_schema(HELP),
    }
    made = {folder / name: json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in schemas.items()}
    return {**made, path: written(grown(lock, trees)), folder / CATALOGUE_FILE: catalogued(trees)}


def main() -> int:
    """Write the files that are not up to date, and name them."""
    for path, text in generated().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
