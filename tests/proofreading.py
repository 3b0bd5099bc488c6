"""Reads a screen as a proofreader does: no English, no word cut, French typography.

A word is cut when no tree, no sentence of ours and nothing typed has it: the
vocabulary is made of all three, so that half a word is a word nobody wrote.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from cip_coach.asking.library import shipped_folder
from cip_coach.terminal import messages

ENGLISH = re.compile(
    r"Use arrow|\bdone \(|\bInvalid|\bYes\b|\bNo\b|\bCancel|\bEnter\b|\bPress\b|\bSelect|\bError\b|\bUsage\b"
    r"|\bAnswer\b|\bDescription\b|\bFinish\b|\bWarning|\bWARNING|\bAborted|\bTraceback|\btoo small\b|\bReverse\b"
    r"|\bpress\b|\bkeys?\b|\bwith\b|\bthe\b|\band\b|\bnot\b|\bType\b|\bOptions\b|\bArguments\b|\bdefault\b"
)
FILE = re.compile(r"\.md\W*$")
ORPHAN = re.compile(r"^\s*[?!:;»]|«\s*$")
CALENDAR = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août "
    "septembre octobre novembre décembre hier demain aujourd’hui 1er h min"
)
SIGNS = ' .,;:?!«»()[]{}…·›—–-+*"/|<>0123456789↑↓←→✓'
KEYS = "o p n s x t a Ctrl C E J N L G Maj Tab F1 Fin Entrée Espace Suppr Page"


def reader(*typed: str, trees: Iterable[str] = ()) -> Callable[[list[str]], list[str]]:
    """A proofreader who knows `trees` (their names; none: all of them), our sentences, and what was typed."""
    written = " ".join(typed).casefold()
    known = ours() | frozenset(word for name in [*trees] or [""] for word in asked(name))

    def read(screen: list[str]) -> list[str]:
        return list(faults(screen, known, written))

    return read


def faults(screen: list[str], known: frozenset[str], written: str) -> Iterator[str]:
    """What is wrong on `screen`; what was `written` by somebody is theirs to spell, and wraps anywhere."""
    for line in screen:
        others = [word for word in line.split() if bare(word) not in written and not FILE.search(word)]
        if found := ENGLISH.search(" ".join(others)):
            yield f"English: {found[0]!r} in {line!r}"
        if ORPHAN.search(line):
            yield f"a sign without its word: {line!r}"
        for word in map(bare, others):
            if word not in known:
                yield f"nobody wrote {word!r}, in {line!r}"
            if re.search(r"['\"]", word):
                yield f"a straight sign in {line!r}"
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]|\.\.\.", line):
            yield f"a sign that no French text has: {line!r}"


def words(text: str) -> list[str]:
    """The words of `text`, without the signs around them."""
    found = (bare(word) for word in text.replace("\u00a0", " ").split())
    return [word for word in found if word]


def bare(word: str) -> str:
    """A word in small letters, without the signs around it."""
    return word.strip(SIGNS).casefold()


@cache
def asked(name: str) -> frozenset[str]:
    """Every word of the shipped tree `name` with all taxonomies and fragments; of all trees when it is ""."""
    folder = shipped_folder()
    trees = folder.glob("arbres/*.yml") if not name else [folder / "arbres" / f"{name}.yml"]
    files = [*trees, *folder.glob("arbres/communs/*.yml"), *folder.glob("taxonomies/*.yml")]
    text = " ".join(path.read_text(encoding="utf-8") for path in files if ".essais." not in path.name)
    return frozenset(words(text.replace("'", "’")))


@cache
def ours() -> frozenset[str]:
    """Every word of the sentences in `terminal.messages`, docstrings out, and of the glossary that the help shows."""
    spoken = [CALENDAR, KEYS, (shipped_folder() / "aide" / "glossaire.yml").read_text("utf-8").replace("'", "’")]
    for path in Path(messages.__file__).parent.glob("*.py"):
        module = ast.parse(path.read_text(encoding="utf-8"))
        documented = {
            id(node.body[0].value)
            for node in ast.walk(module)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(node.body[0], ast.Expr)
        }
        spoken += [
            node.value
            for node in ast.walk(module)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented
        ]
    return frozenset(words(" ".join(spoken)))
