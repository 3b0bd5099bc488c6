"""The usual slips of somebody who edits a shipped tree: each is told, or changes nothing that is asked.

`python tests/test_questions_slips.py` prints how many were tried, told, and harmless.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from cip_coach.asking.fingerprint import fingerprint
from cip_coach.asking.library import SCENARIOS, TREES, Library, shipped_folder
from cip_coach.asking.lint import lint
from cip_coach.asking.lock import conflicts, holds, marks, vanished
from cip_coach.asking.tree import Tree
from cip_coach.asking.treefile import TreeText, read_tree
from cip_coach.plainyaml import Scalar

LIBRARY = Library.shipped()
SHIPPED = {name: LIBRARY.tree(name) for name in LIBRARY.names()}
FILES = sorted(path for path in (shipped_folder() / TREES).glob("*.yml") if not path.name.endswith(SCENARIOS))
ORIGINAL = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
KEY = re.compile(r"^(?P<before>\s*(?:- )?)(?P<key>[a-z_]+):(?= |$)")


def slips(text: str) -> Iterator[tuple[str, int, str]]:
    """(what slipped, the line, the text after)."""
    lines = text.split("\n")
    ids = [place for place, line in enumerate(lines) if re.match(r"\s*- id: ", line)]
    for place, line in enumerate(lines):
        if line.lstrip().startswith("#") or not line.strip():
            continue
        key = KEY.match(line)
        if key and len(key["key"]) > 2:
            word = key["key"]
            twisted = f"{key['before']}{word[:-2]}{word[-1]}{word[-2]}{line[key.end('key') :]}"
            if twisted != line:
                yield "key misspelt", place, replaced(lines, place, twisted)
        if line.rstrip().endswith('"'):
            yield "last quote lost", place, replaced(lines, place, line.rstrip()[:-1])
            first = line.index('"')
            yield "first quote lost", place, replaced(lines, place, line[:first] + line[first + 1 :])
            yield "both quotes lost", place, replaced(lines, place, (line[:first] + line[first + 1 :]).rstrip()[:-1])
        yield "one space more", place, replaced(lines, place, " " + line)
        if line.startswith(" "):
            yield "one space less", place, replaced(lines, place, line[1:])
        if re.match(r"\s*si_\w+:", line):
            yield "answer renamed", place, replaced(lines, place, re.sub(r"si_\w+", "si_autrement", line))
        if re.match(r"\s*type: ", line):
            yield "type misspelt", place, replaced(lines, place, line.rstrip() + "s")
    for before, place in pairwise(ids):
        yield "id doubled", place, replaced(lines, place, re.sub(r"id: .*", lines[before].strip()[2:], lines[place]))
    for place in ids:
        yield "id renamed", place, replaced(lines, place, lines[place] + "x")


def replaced(lines: list[str], place: int, line: str) -> str:
    return "\n".join([*lines[:place], line, *lines[place + 1 :]])


def outcome(text: str, before: Tree) -> str:
    """`told` when the checker says something, `harmless` when the same is asked in the same words, else `silent`."""
    tree, problems = read_tree(TreeText("essai.yml", text), LIBRARY.fetch, LIBRARY.vocabulary, LIBRARY.includable())
    if tree is None or problems or tree.id != before.id:
        return "told"
    if (
        fingerprint(tree) == fingerprint(before)
        and wordings(tree) == wordings(before)
        and header(tree) == header(before)
    ):
        return "harmless"
    others = [(other.id, marks(other)) for other in SHIPPED.values() if other.id != tree.id]
    if any(vanished(tree, holds(before), Scalar("", 1, 1))) or any(conflicts(tree, others)):
        return "told"
    renamed = tree.identities().keys() != before.identities().keys()
    if (
        renamed
        and holds(tree) == holds(before)
        and [one[1:] for one in wordings(tree)] == [one[1:] for one in wordings(before)]
    ):
        return "harmless"  # the id of a text to read: nothing is ever kept under it
    known = {problem.code for problem in lint(ORIGINAL[before.id], "essai.yml", before)}
    return "told" if any(problem.code not in known for problem in lint(text, "essai.yml", tree)) else "silent"


def wordings(tree: Tree) -> list[tuple[str, str, str]]:
    return [(name, question.text, question.help) for name, question in tree.identities().items()]


def header(tree: Tree) -> tuple[object, ...]:
    return tree.title, tree.duration, tree.moment, tree.person, tree.description, tree.source, tree.version


def tried(path_text: str, before: Tree) -> Counter[tuple[str, str]]:
    return Counter((slip, outcome(text, before)) for slip, _, text in slips(path_text))


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem in ("a-chaud", "guide-relation")], ids=lambda path: path.stem
)
def test_a_slip_is_told_or_harmless(path):
    before = SHIPPED[path.stem]
    silent = [
        (slip, place + 1, text.split("\n")[place])
        for slip, place, text in slips(path.read_text(encoding="utf-8"))
        if outcome(text, before) == "silent"
    ]
    assert silent == []


def main() -> None:
    """Try every slip on every shipped tree, and print the figures."""
    total: Counter[tuple[str, str]] = Counter()
    for path in FILES:
        total += tried(path.read_text(encoding="utf-8"), SHIPPED[path.stem])
        for slip, place, text in slips(path.read_text(encoding="utf-8")):
            if outcome(text, SHIPPED[path.stem]) == "silent":
                sys.stdout.write(f"silent: {path.stem}:{place + 1}: {slip}: {text.split(chr(10))[place]}\n")
    for slip in sorted({slip for slip, _ in total}):
        told, harmless, silent = (total[slip, one] for one in ("told", "harmless", "silent"))
        sys.stdout.write(f"{slip:18} {told:5} told {harmless:5} harmless {silent:5} silent\n")
    sys.stdout.write(f"{sum(total.values())} slips\n")


if __name__ == "__main__":
    main()
