"""The files that the `questions` commands are given: found by path, by folder or by name, and read as text."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from cip_coach.asking.checking import Checked, Surroundings, check
from cip_coach.asking.library import PROGRAMMES, SCENARIOS, SUFFIX, TAXONOMIES, TREES, Library, is_own, shipped_folder
from cip_coach.asking.lock import LOCK_FILE, Known, Lock, Marks, holds, read_lock
from cip_coach.asking.neighbours import neighbours
from cip_coach.asking.tree import Tree
from cip_coach.asking.treefile import Fetch, TreeText, read_tree
from cip_coach.commands import opening
from cip_coach.keeping import disk
from cip_coach.keeping.refusals import Unreadable
from cip_coach.plainyaml import LINE_BREAK, YamlFault
from cip_coach.problem import Misused, Problem
from cip_coach.text import closest

OWN_FOLDERS = (TREES, TAXONOMIES, PROGRAMMES)


def named(words: Iterable[str], library: Library) -> list[Path]:
    """The files meant by what was typed: a file, all those of a folder, or a tree or programme by its name.

    Raises `Misused` for what is none of these.
    """
    found: list[Path] = []
    trees = {**library.programmes(), **library.names()}
    for word in words:
        path = Path(word).expanduser()
        if path.is_dir():
            inside = [path / name for name in OWN_FOLDERS if (path / name).is_dir()] or [path]
            found += sorted(one for folder in inside for one in folder.rglob(f"*{SUFFIX}") if one.name != LOCK_FILE)
        elif path.exists() or word not in trees:
            if not path.exists():
                near = closest(word, trees) or "" if path.name == word else ""
                raise Misused("fichier-questions-absent", fichier=word, proche=near)
            found.append(path)
        else:
            found.append(trees[word])
    return list(dict.fromkeys(found))


def text_of(path: Path, shown: str = "") -> TreeText | Problem:
    """The text of a file, called `shown` (else as its path is written) in its problems; or why there is none."""
    name = shown or str(path)
    try:
        content = disk.read(path)
    except Unreadable:
        return Problem(name, 0, 0, "fichier-illisible")
    try:
        return TreeText(name, "\n".join(LINE_BREAK.split(content.decode("utf-8-sig"))))
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "ignore")
        return Problem(name, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1, "pas-utf8")


def tree_at(word: str) -> tuple[Tree, Path]:
    """The tree called `word`, or the one in the file `word`, and its file.

    Raises `Misused` when there is none, or with all that is wrong in it.
    """
    library = opening.library()
    path = Path(word).expanduser()
    if not path.is_file():
        return library.tree(word), library.names()[word]
    source = text_of(path)
    if isinstance(source, Problem):
        raise Misused("arbre-invalide", (source,), arbre=path.name)
    near = beside(path)
    tree, problems = read_tree(
        source, lambda name: near(name) or library.fetch(name), library.vocabulary, library.includable()
    )
    if tree is None:
        raise Misused("arbre-invalide", problems, arbre=path.name)
    return tree, path


def beside(path: Path) -> Fetch:
    """The trees and fragments that lie around `path`: in the `arbres` folder it is in, else in its own folder."""
    folder = path.absolute().parent
    root = next((one for one in (folder, *folder.parents[:3]) if one.name == TREES), folder)

    def fetch(name: str) -> TreeText | Problem | None:
        found = root / f"{name}{SUFFIX}"
        return text_of(found, f"{name}{SUFFIX}") if found.is_file() else None

    return fetch


class Checker:
    """Checks files against what is installed; each tree, and the lock, is read once."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def check(self, path: Path) -> tuple[Checked | None, TreeText | None, tuple[Problem, ...]]:
        """What is found in a file, its text, and all its problems; no finding when it cannot be read."""
        source = text_of(path)
        if isinstance(source, Problem):
            return None, None, (source,)
        before = self._shipped_under if is_own(path) else self._locked_under
        checked = check(source, Surroundings(self.library, beside(path), lambda: self.installed, before))
        return checked, source, checked.problems

    def _shipped_under(self, name: str) -> Known:
        """What the shipped tree called `name` holds: a tree of the user's that stands for it keeps it."""
        shipped = Library.shipped()
        path = shipped.names().get(name)
        tree, _ = shipped.read(path) if path else (None, ())
        return holds(tree) if tree else {}

    def _locked_under(self, name: str) -> Known:
        """What was ever shipped under `name`: a shipped tree never loses it."""
        return self.lock.get(name, {})

    @cached_property
    def installed(self) -> tuple[tuple[str, Marks], ...]:
        """The marks of every tree in use that can be read."""
        return tuple(neighbours(self.library))

    @cached_property
    def lock(self) -> Lock:
        """The lock of the shipped trees."""
        source = text_of(shipped_folder() / LOCK_FILE)
        try:
            return read_lock(source.text) if isinstance(source, TreeText) else {}
        except YamlFault:
            return {}


def is_scenarios(path: Path) -> bool:
    """Whether a file holds scenarios rather than questions."""
    return path.name.endswith(SCENARIOS)
