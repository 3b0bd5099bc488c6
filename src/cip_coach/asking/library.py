"""The shelves: shipped trees and taxonomies, and the user's own that replace or add to them.

The one place that reads the questions folder. A tree is read only when asked
for; its problems come with it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cip_coach.asking import readymade
from cip_coach.asking.shipped import shipped_folder as shipped_folder
from cip_coach.asking.treetext import TreeText
from cip_coach.frozen import frozen
from cip_coach.problem import Misused, Problem
from cip_coach.text import closest, typeset
from cip_coach.vocabulary import Taxonomy, Vocabulary, with_own

if TYPE_CHECKING:
    from cip_coach.asking.programme import Programme
    from cip_coach.asking.tree import Tree

TREES, TAXONOMIES, PROGRAMMES = "arbres", "taxonomies", "programmes"
SUFFIX = ".yml"
SCENARIOS = ".essais.yml"
MOST_BYTES = 1 << 20


def is_own(path: Path) -> bool:
    """Whether a file is the user's, rather than one that comes with the program."""
    shipped = shipped_folder()
    return not (path.is_relative_to(shipped) or path.resolve().is_relative_to(shipped.resolve()))


@frozen
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

    @staticmethod
    def taxonomy(name: str, own: Path | None = None) -> Taxonomy:
        """The shipped taxonomy called `name`, with the user's own terms; the others are not read."""
        folders = (*((own,) if own else ()), shipped_folder())
        return _vocabulary(folders, name)[0][name]

    @staticmethod
    def folders_only(own: Path | None = None) -> "Library":
        """The same folders without reading the taxonomies: enough for programmes and the titles of trees."""
        return Library((*((own,) if own else ()), shipped_folder()), {})

    def names(self) -> dict[str, Path]:
        """Every tree by id, with the file that is used: the user's own replaces a shipped one."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in sorted((folder / TREES).glob(f"*{SUFFIX}")):
                if not path.name.endswith(SCENARIOS):
                    found[path.name.removesuffix(SUFFIX)] = path
        return found

    def tree(self, name: str) -> "Tree":
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

    def read(self, path: Path) -> "tuple[Tree | None, tuple[Problem, ...]]":
        """The tree in the file `path`, or None, and its problems."""
        source = _text(path, path.name)
        if isinstance(source, Problem):
            return None, (source,)
        from cip_coach.asking.treefile import read_tree  # the whole language of trees: many only want a list

        return read_tree(source, self.fetch, self.vocabulary, self.includable())

    def fetch(self, name: str) -> TreeText | Problem | None:
        """The text of the tree or fragment called `name`, why it cannot be read, or None when there is none."""
        for folder in self.folders:
            path, shown = folder / TREES / f"{name}{SUFFIX}", f"{name}{SUFFIX}"
            try:
                found = path.is_file()
            except OSError:
                return Problem(shown, 0, 0, "fichier-illisible")
            if found:
                return _text(path, shown)
        return None

    def title(self, name: str) -> str:
        """The title of the tree called `name`, of which only the header is read; its name when it has none."""
        return typeset(self._header(name).get("titre", "")) or name

    def moment(self, name: str) -> str:
        """The moment of the tree called `name`, "" when it says none."""
        return self._header(name).get("moment", "")

    def _header(self, name: str) -> dict[str, str]:
        from cip_coach.plainyaml import Mapping as YamlMapping
        from cip_coach.plainyaml import YamlFault, read

        found = self.fetch(name)
        try:
            data = read(found.text.partition("\nquestions:")[0]) if isinstance(found, TreeText) else None
        except YamlFault:
            return {}
        pairs = data.items() if isinstance(data, YamlMapping) else ()
        return {str(key): str(value) for key, value in pairs if isinstance(value, str)}

    def programmes(self) -> dict[str, Path]:
        """Every programme by id, with the file that is used: the user's own replaces a shipped one."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in sorted((folder / PROGRAMMES).glob(f"*{SUFFIX}")):
                found[path.name.removesuffix(SUFFIX)] = path
        return found

    def programme(self, name: str) -> "Programme":
        """The programme called `name`.

        Raises `Misused` when there is none (with the nearest name), or when it is wrong (with all its problems).
        """
        known = self.programmes()
        if name not in known:
            raise Misused("programme-inconnu", programme=name[:40], proche=closest(name, known) or "")
        programme, problems = self.read_programme(known[name])
        if programme is None:
            raise Misused("programme-invalide", problems, programme=name)
        return programme

    def read_programme(self, path: Path) -> "tuple[Programme | None, tuple[Problem, ...]]":
        """The programme in the file `path`, or None, and its problems."""
        source = _text(path, path.name)
        if isinstance(source, Problem):
            return None, (source,)
        from cip_coach.asking.programmefile import read_programme

        return read_programme(source.text, source.file, self.names(), named=path.name.removesuffix(SUFFIX))

    def includable(self) -> list[str]:
        """The names of every tree and fragment, as `inclure` writes them."""
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


def _vocabulary(folders: tuple[Path, ...], shipped: str = "*") -> tuple[Mapping[str, Taxonomy], tuple[Problem, ...]]:
    """All taxonomies, shipped first, own terms added; a file that cannot be read is a problem beside the others.

    `shipped` names the only shipped one to read, if not all.
    """
    known: dict[str, Taxonomy] = {}
    problems: list[Problem] = []
    for folder in reversed(folders):
        for path in sorted((folder / TAXONOMIES).glob(f"{shipped if folder == folders[-1] else '*'}{SUFFIX}")):
            source = _text(path, path.name)
            if isinstance(source, Problem):
                problems.append(source)
                continue
            if folder == folders[-1] and (taxonomy := readymade.ready(folder, source.file, source.text)):
                known[taxonomy.id] = taxonomy
                continue
            from cip_coach.asking.taxonomyfile import read_taxonomy, retired_by  # with YAML

            taxonomy, faults = read_taxonomy(source.text, source.file)
            problems += faults
            if taxonomy is not None:
                former = known.get(taxonomy.id)
                merged = with_own(former, taxonomy, retired_by(source.text)) if former else taxonomy
                known[taxonomy.id] = merged
    return known, tuple(problems)
