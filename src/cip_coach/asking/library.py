"""The shelves: shipped trees and taxonomies, and the user's own that replace or add to them.

The one place that reads the questions folder. A tree is read only when asked
for; its problems come with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cip_coach.asking.tree import Tree
from cip_coach.asking.treefile import TreeText, read_tree
from cip_coach.problem import Misused, Problem
from cip_coach.text import closest
from cip_coach.vocabulary import Taxonomy, Vocabulary, read_taxonomy, retired_by, with_own

TREES, TAXONOMIES, PROGRAMMES = "arbres", "taxonomies", "programmes"
SUFFIX = ".yml"
SCENARIOS = ".essais.yml"
MOST_BYTES = 1 << 20


def shipped_folder() -> Path:
    """The questions that come with the program: inside the wheel, or the repository's folder when editable."""
    inside = Path(__file__).parent.parent / "questions"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "questions"


@dataclass(frozen=True, slots=True)
class Library:
    """The folders looked into, the user's own first, and the taxonomies found there."""

    folders: tuple[Path, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...] = ()

    @staticmethod
    def shipped(own: Path | None = None) -> "Library":
        """The shipped questions, and those of the user's configuration folder `own` when it is given."""
        folders = (*((own,) if own else ()), shipped_folder())
        vocabulary, problems = _vocabulary(folders)
        return Library(folders, vocabulary, problems)

    def names(self) -> dict[str, Path]:
        """Every tree by id, with the file that is used: the user's own replaces a shipped one."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in sorted((folder / TREES).glob(f"*{SUFFIX}")):
                if not path.name.endswith(SCENARIOS):
                    found[path.name.removesuffix(SUFFIX)] = path
        return found

    def tree(self, name: str) -> Tree:
        """The tree called `name`.

        Raises `Misused` when there is none (with the nearest name), or when it is wrong (with all its problems).
        """
        known = self.names()
        if name not in known:
            raise Misused("arbre-inconnu", arbre=name, proche=closest(name, known) or "")
        path = known[name]
        tree, problems = self.read(path)
        if tree is None:
            raise Misused("arbre-invalide", problems, arbre=name)
        if tree.id != name:
            misnamed = Problem(path.name, 1, 1, "arbre-nom", {"mot": tree.id, "fichier": path.name})
            raise Misused("arbre-invalide", (misnamed,), arbre=name)
        return tree

    def read(self, path: Path) -> tuple[Tree | None, tuple[Problem, ...]]:
        """The tree in the file `path`, or None, and its problems."""
        source = _text(path, path.name)
        if isinstance(source, Problem):
            return None, (source,)
        return read_tree(source, self._fetch, self.vocabulary, self._included_names())

    def _fetch(self, name: str) -> TreeText | Problem | None:
        for folder in self.folders:
            path = folder / TREES / f"{name}{SUFFIX}"
            if path.is_file():
                return _text(path, f"{name}{SUFFIX}")
        return None

    def _included_names(self) -> list[str]:
        fragments = {
            path.relative_to(folder / TREES).with_suffix("").as_posix()
            for folder in self.folders
            for path in (folder / TREES).glob(f"*/*{SUFFIX}")
        }
        return sorted({*self.names(), *fragments})


def _text(path: Path, shown: str) -> TreeText | Problem:
    """The text of a file, called `shown` in its problems; only the beginning of one that is far too long."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return Problem(shown, 0, 0, "fichier-illisible")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError:
        return Problem(shown, 0, 0, "fichier-illisible")
    try:
        return TreeText(shown, content.decode("utf-8-sig", "strict" if len(content) < MOST_BYTES else "ignore"))
    except UnicodeDecodeError as error:
        before = content[: error.start]
        return Problem(
            shown, before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8", "ignore")) + 1, "pas-utf8"
        )


def _vocabulary(folders: tuple[Path, ...]) -> tuple[Mapping[str, Taxonomy], tuple[Problem, ...]]:
    """All taxonomies, shipped first, own terms added; a file that cannot be read is a problem beside the others."""
    known: dict[str, Taxonomy] = {}
    problems: list[Problem] = []
    for folder in reversed(folders):
        for path in sorted((folder / TAXONOMIES).glob(f"*{SUFFIX}")):
            source = _text(path, path.name)
            if isinstance(source, Problem):
                problems.append(source)
                continue
            taxonomy, faults = read_taxonomy(source.text, source.file)
            problems += faults
            if taxonomy is not None:
                shipped = known.get(taxonomy.id)
                merged = with_own(shipped, taxonomy, retired_by(source.text)) if shipped else taxonomy
                known[taxonomy.id] = merged
    return known, tuple(problems)
