"""What must not change under the notes already written: ids that vanish, and questions that two trees hold apart.

A lock lists, tree by tree, every question ever shipped and its type. It only
grows: an id that is gone must be named under `renomme`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cip_coach.asking.tree import Kind, Question, Tree
from cip_coach.plainyaml import Mapping as YamlMapping
from cip_coach.plainyaml import Value, read, scalar
from cip_coach.problem import Problem
from cip_coach.text import closest
from cip_coach.vocabulary import OWN

Lock = Mapping[str, Mapping[str, str]]
"""Tree id → identity → type."""
LOCK_FILE = "verrou.yml"
LONGEST_GAP = 80
_TOP = """\
# Toutes les questions livrées depuis le début, arbre par arbre, avec leur type : les notes en dépendent.
# Ce fichier s'écrit avec « python tests/generate.py » ; il ne fait que grandir.
"""


def read_lock(text: str) -> Lock:
    """The lock that `text` holds. Raises `YamlFault` when it is not YAML."""
    data = read(text)
    trees = data.items() if isinstance(data, YamlMapping) else ()
    return {
        tree: {str(name): str(kind) for name, kind in known.items()}
        for tree, known in trees
        if isinstance(known, YamlMapping)
    }


def written(lock: Lock) -> str:
    """The text of `lock`: `read_lock` reads it back."""
    lines = [_TOP]
    for tree, known in sorted(lock.items()):
        lines.append(f"{scalar(tree)}:\n")
        lines += (f"  {scalar(name)}: {kind}\n" for name, kind in sorted(known.items()))
    return "".join(lines)


def grown(lock: Lock, trees: Iterable[Tree]) -> Lock:
    """`lock` with the questions of `trees` added, and none taken away."""
    now = {tree.id: kinds(tree) for tree in trees}
    return {name: {**lock.get(name, {}), **now.get(name, {})} for name in {*lock, *now}}


def kinds(tree: Tree) -> dict[str, str]:
    """The type of each question of `tree` that takes an answer, by identity."""
    return {name: question.kind.value for name, question in tree.identities().items() if question.answerable}


def vanished(tree: Tree, before: Iterable[str], at: Value) -> Iterator[Problem]:
    """The ids of `before` that `tree` neither asks nor renames; told at `at`."""
    now = tree.identities()
    fresh = [name for name in now if name not in before]
    for name in before:
        if name not in now and name not in tree.renamed:
            near = closest(name, fresh) or ""
            yield Problem(tree.file, at.line, at.column, "id-disparu", {"mot": name, "proche": near})


def conflicts(tree: Tree, others: Iterable[Tree]) -> Iterator[Problem]:
    """The questions of `tree` that another tree asks with another type or other choices, each told once."""
    told: set[str] = set()
    ours = tree.identities()
    for other in others:
        for name, theirs in other.identities().items():
            question = ours.get(name)
            if question is None or name in told or not (question.answerable and theirs.answerable):
                continue
            place = (question.file, question.line) if question.file == tree.file else (tree.file, 1)
            if question.kind is not theirs.kind:
                told.add(name)
                details = {
                    "mot": name, "type": question.kind.value, "autre": theirs.kind.value, "arbre": other.id,
                }  # fmt: skip
                yield Problem(*place, 1, "identite-deux-types", details)
            elif gap := sorted(offered(question) ^ offered(theirs)):
                told.add(name)
                listed = ", ".join(gap)
                short = listed if len(listed) <= LONGEST_GAP else f"{listed[:LONGEST_GAP].rpartition(',')[0]}…"
                yield Problem(*place, 1, "identite-deux-choix", {"mot": name, "ecart": short, "arbre": other.id})


def offered(question: Question) -> frozenset[str]:
    """What a closed question has on offer, as far as the file says: ids, sources, ends of a scale."""
    if question.kind is Kind.SCALE:
        return frozenset({str(question.bounds.low), str(question.bounds.high)})
    offer = question.offer
    terms = (term.id for source in offer.sources for term in source.terms)
    sources = (source.name or source.loop for source in offer.sources if source.name or source.loop)
    ids = (choice.id for choice in offer.choices)
    return frozenset(name for name in (*ids, *terms, *sources) if not name.startswith(OWN))
