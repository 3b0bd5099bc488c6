"""What must not change under the notes already written: ids that vanish, and questions that two trees hold apart.

A lock lists, tree by tree, every question ever shipped, its type and its answers.
It only grows: an id that is gone must be named under `renomme`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cip_coach.asking.takenapart import read
from cip_coach.asking.tree import Kind, Loop, Node, Offer, Question, Section, Tree
from cip_coach.plainyaml import Mapping as YamlMapping
from cip_coach.plainyaml import Sequence, Value, scalar
from cip_coach.problem import Problem
from cip_coach.text import closest
from cip_coach.vocabulary import OWN

Known = Mapping[str, tuple[str, ...]]
"""Identity → type, then the ids of the answers that the file declares. A loop is `metier.outils[]`, with its keys."""
Lock = Mapping[str, Known]
"""What each tree has ever held, by its id."""
Marks = Mapping[str, tuple[str, ...]]
"""Identity of each question that takes an answer → its type, then what is on offer (`offered`)."""
LOOP = "boucle"
LOCK_FILE = "verrou.yml"
LONGEST_GAP = 80
_TOP = """\
# Toutes les questions livrées depuis le début, avec leur type et leurs réponses : les notes en dépendent.
# Ce fichier s'écrit avec « python tests/generate.py » ; il ne fait que grandir.
"""


def read_lock(text: str) -> Lock:
    """The lock that `text` holds. Raises `YamlFault` when it is not YAML."""
    data = read(text)
    trees = data.items() if isinstance(data, YamlMapping) else ()
    return {
        tree: {str(name): _words(value) for name, value in known.items()}
        for tree, known in trees
        if isinstance(known, YamlMapping)
    }


def _words(value: Value) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, Sequence) else (str(value),)


def written(lock: Lock) -> str:
    """The text of `lock`: `read_lock` reads it back."""
    lines = [_TOP]
    for tree, known in sorted(lock.items()):
        lines.append(f"{scalar(tree)}:\n")
        for name, (kind, *answers) in sorted(known.items()):
            value = f"[{', '.join(map(scalar, (kind, *answers)))}]" if answers else kind
            lines.append(f"  {scalar(name)}: {value}\n")
    return "".join(lines)


def grown(lock: Lock, trees: Iterable[Tree]) -> Lock:
    """`lock` with what `trees` hold added, and nothing taken away: neither a question nor an answer."""
    kept = {name: dict(known) for name, known in lock.items()}
    for tree in trees:
        known = kept.setdefault(tree.id, {})
        for name, (kind, *answers) in holds(tree).items():
            known[name] = (kind, *dict.fromkeys((*known.get(name, (kind,))[1:], *answers)))
    return kept


def holds(tree: Tree) -> Known:
    """What notes may depend on: each question with its type and the ids it declares, each loop with its keys."""
    questions = {
        name: (question.kind.value, *_declared(question.offer, question.kind))
        for name, question in tree.identities().items()
        if question.answerable
    }
    return {**questions, **_loops(tree.nodes, "")}


def _declared(offer: Offer, kind: Kind) -> tuple[str, ...]:
    """The ids that the file itself writes: those of taxonomies and of « oui ou non » are looked after elsewhere."""
    fixed = kind in (Kind.CHOICE, Kind.CHOICES) and not offer.taxonomy
    return tuple(choice.id for choice in offer.choices) if fixed else ()


def _loops(nodes: tuple[Node, ...], prefix: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        match node:
            case Section():
                found |= _loops(node.nodes, prefix)
            case Loop():
                own = f"{prefix}{node.id}[]"
                keys = () if node.offer.taxonomy else (choice.id for choice in node.offer.choices)
                found |= {own: (LOOP, *keys), **_loops(node.nodes, f"{own}.")}
            case Question():
                for follow_up in node.follow_ups:
                    found |= _loops(follow_up.nodes, prefix)
                found |= _loops(node.loop, f"{prefix}{node.id}[].")
    return found


def vanished(tree: Tree, before: Known, at: Value) -> Iterator[Problem]:
    """What `tree` has lost since `before`: ids it neither asks nor renames, types, answers.

    Told at the question when it is in the file of the tree, at `at` otherwise.
    """
    now = holds(tree)
    asked = tree.identities()
    fresh = [name for name in now if name not in before]
    for name, (kind, *answers) in before.items():
        name_now = tree.renamed.get(name, name)
        found = now.get(name_now)
        here = _place(tree, asked.get(name_now)) or (at.line, at.column)
        if found is None:
            if name not in tree.renamed and kind != LOOP:
                yield _told(tree, here, "id-disparu", mot=name, proche=closest(name, fresh) or "")
        elif found[0] != kind:
            yield _told(tree, here, "type-change", mot=name, type=found[0], autre=kind)
        else:
            news = [answer for answer in found[1:] if answer not in answers]
            for answer in answers:
                if answer not in found[1:]:
                    near = closest(answer, news) or ""
                    yield _told(tree, here, "reponse-disparue", mot=answer, question=name, proche=near)


def _place(tree: Tree, question: Question | None) -> tuple[int, int] | None:
    """The line of a question that stands in the file of the tree itself; its column is not known."""
    return (question.line, 1) if question is not None and question.file == tree.file else None


def _told(tree: Tree, here: tuple[int, int], code: str, **details: str) -> Problem:
    return Problem(tree.file, *here, code, details)


def marks(tree: Tree) -> Marks:
    """What other trees must not ask otherwise."""
    asked = ((name, question) for name, question in tree.identities().items() if question.answerable)
    return {name: (question.kind.value, *sorted(offered(question))) for name, question in asked}


def conflicts(tree: Tree, others: Iterable[tuple[str, Marks]]) -> Iterator[Problem]:
    """The questions of `tree` that another tree (its id, its marks) asks with another type or other choices.

    Each is told once.
    """
    told: set[str] = set()
    ours, asked = marks(tree), tree.identities()
    for other, theirs in others:
        for name in [name for name in ours if name in theirs and name not in told]:
            (kind, *choices), (their_kind, *their_choices) = ours[name], theirs[name]
            here = _place(tree, asked[name]) or (1, 1)
            if kind != their_kind:
                told.add(name)
                details = {"mot": name, "type": kind, "autre": their_kind, "arbre": other}
                yield _told(tree, here, "identite-deux-types", **details)
            elif gap := sorted({*choices} ^ {*their_choices}):
                told.add(name)
                listed = ", ".join(gap)
                short = listed if len(listed) <= LONGEST_GAP else f"{listed[:LONGEST_GAP].rpartition(',')[0]}…"
                yield _told(tree, here, "identite-deux-choix", mot=name, ecart=short, arbre=other)


def offered(question: Question) -> frozenset[str]:
    """What a closed question has on offer, as far as the file says: ids, sources, ends of a scale."""
    if question.kind is Kind.SCALE:
        return frozenset({str(question.bounds.low), str(question.bounds.high)})
    offer = question.offer
    terms = (term.id for source in offer.sources for term in source.terms)
    sources = (source.name or source.loop for source in offer.sources if source.name or source.loop)
    ids = (choice.id for choice in offer.choices)
    return frozenset(name for name in (*ids, *terms, *sources) if not name.startswith(OWN))
