"""Tree files: YAML text → `Tree`, or every problem in it. Includes are resolved here, textually.

A tree that is wrong is refused whole, with all its problems: it is never run half.
"""

from collections.abc import Collection, Iterator

from cip_coach.asking import offers
from cip_coach.asking.building import Builder
from cip_coach.asking.names import Names, Part
from cip_coach.asking.references import check
from cip_coach.asking.takenapart import read
from cip_coach.asking.tree import Choice, Loop, Node, Offer, PersonRule, Question, Section, Tree
from cip_coach.asking.treetext import MOMENTS
from cip_coach.asking.treetext import Fetch as Fetch
from cip_coach.asking.treetext import TreeText as TreeText
from cip_coach.patterns import regex
from cip_coach.plainyaml import Mapping, YamlFault
from cip_coach.problem import Problem
from cip_coach.shape import Shape, place
from cip_coach.vocabulary import Vocabulary

HEADER_KEYS = {
    "arbre", "version", "titre", "description", "duree", "moment", "personne", "source", "renomme", "fin",
    "questions",
}  # fmt: skip
FRAGMENT_KEYS = {"fragment", "source", "questions"}
MOST_QUESTIONS = 400
TREE_ID = regex(r"[a-z0-9][a-z0-9_-]*")
LONGEST_TREE_ID = 64


def read_tree(
    source: TreeText, fetch: Fetch, vocabulary: Vocabulary, known: Collection[str] = ()
) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree in `source`, its includes taken from `fetch`; None with its problems when any is an error.

    `fetch` gives the text of a tree or fragment by name, why it cannot be read,
    or None when there is none; `known` are the names it has, for suggestions.
    Problems come file by file, each from top to bottom, and each once.
    """
    shape = Shape(source.file)
    data = _top(source, shape)
    if data is not None and "fragment" in data and "arbre" not in data:
        shape.fault(place(data, "fragment"), "fragment-seul")
        data = None
    if data is None:
        return None, tuple(shape.problems)
    data = shape.keys(data, HEADER_KEYS)
    for key in ("arbre", "titre"):
        shape.required(data, key)
    names = Names(vocabulary)
    inclusions = _Inclusions(fetch)
    builder = Builder(names, inclusions.read, tuple(known))
    nodes = _questions(data, builder, shape)
    if len(names.declared) > MOST_QUESTIONS or builder.left < 0:
        shape.fault(data, "trop-de-questions", limite=MOST_QUESTIONS)
    tree = _tree(data, nodes, names, shape)
    problems = [*shape.problems, *inclusions.problems, *builder.problems, *check(tree, names)]
    failed = any(not problem.warning for problem in problems)
    return (None if failed else tree), _in_order(problems, source.file)


def _in_order(problems: list[Problem], first: str) -> tuple[Problem, ...]:
    """Each problem once, by file (`first` before the others), line and column."""
    once = {
        (problem.file, problem.line, problem.column, problem.code, *sorted(problem.details.items())): problem
        for problem in reversed(problems)
    }
    ordered = sorted(
        reversed(once.values()), key=lambda found: (found.file != first, found.file, found.line, found.column)
    )
    return tuple(ordered)


def _top(source: TreeText, shape: Shape) -> Mapping | None:
    """The map that a file is; None, and a fault, when it is none."""
    try:
        data = read(source.text)
    except YamlFault as fault:
        shape.problems.append(fault.problem(source.file))
        return None
    if not isinstance(data, Mapping):
        shape.fault(data, "arbre-sans-bloc")
        return None
    if not data:
        shape.fault(data, "arbre-vide")
        return None
    return data


class _Inclusions:
    """Reads each included file once. `problems` are those of the files themselves, not of their questions."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.problems: list[Problem] = []
        self.read_already: dict[str, tuple[str, Mapping] | None] = {}

    def read(self, name: str) -> tuple[str, Mapping] | None:
        """The file called `name` and its map, empty when it cannot be read; None when there is no such file."""
        if name not in self.read_already:
            source = self.fetch(name)
            if isinstance(source, Problem):
                self.problems.append(source)
                self.read_already[name] = (source.file, Mapping())
            else:
                self.read_already[name] = (source.file, self._map(source)) if source else None
        return self.read_already[name]

    def _map(self, source: TreeText) -> Mapping:
        shape = Shape(source.file)
        data = _top(source, shape)
        if data is not None:
            data = shape.keys(data, FRAGMENT_KEYS if "fragment" in data else HEADER_KEYS)
            if "fragment" in data:
                shape.flag(data, "fragment")
            if "questions" not in data:
                shape.required(data, "questions")
        self.problems += shape.problems
        return data if data is not None else Mapping()


def _questions(data: Mapping, builder: Builder, shape: Shape) -> tuple[Node, ...]:
    """The nodes of `questions`, then those of `fin`."""
    part = Part.whole(shape.file, data)
    if "questions" not in data or data["questions"] == []:
        shape.fault(place(data, "questions"), "cle-manquante", cle="questions")
    nodes = builder.nodes(data.get("questions"), part, shape)
    return nodes + (builder.include(data["fin"], part, shape) if "fin" in data else ())


def _tree(data: Mapping, nodes: tuple[Node, ...], names: Names, shape: Shape) -> Tree:
    return Tree(
        id=_id(data, shape),
        version=shape.whole(data.get("version"), "version", least=1) or 1,
        title=shape.sentence(data, "titre"),
        nodes=nodes,
        duration=shape.whole(data.get("duree"), "duree", least=1) or 0,
        moment=shape.one_of(data, "moment", MOMENTS, ""),
        person=PersonRule(shape.one_of(data, "personne", [rule.value for rule in PersonRule], "facultative")),
        source=shape.sentence(data, "source"),
        description=shape.sentence(data, "description"),
        renamed=_renamed(data, names, shape),
        terms=_terms(nodes, names),
        reads=tuple(sorted({use.name for use in names.references if use.name.startswith("journal.")})),
        file=shape.file,
    )


def _id(data: Mapping, shape: Shape) -> str:
    written = shape.word(data, "arbre")
    if written and (not TREE_ID.fullmatch(written) or len(written) > LONGEST_TREE_ID):
        shape.fault(data["arbre"], "arbre-id", mot=written[:80], essai=offers.slug(written, "-").replace(".", "-"))
    return written


def _renamed(data: Mapping, names: Names, shape: Shape) -> dict[str, str]:
    """`renomme`: old identities → new ones; an old one is no longer asked, a new one is, or was renamed in turn."""
    written = shape.mapping(data.get("renomme"), "renomme") or Mapping()
    renamed = {}
    for old, new in written.pairs():
        renamed[str(old)] = after = shape.text_of(new, str(old))
        if old in names.declared:
            shape.fault(old, "renomme-encore", mot=str(old))
        if after and after not in names.declared and after not in written and not names.incomplete:
            shape.unknown(new, "renomme-inconnu", [*names.declared])
    return renamed


def _terms(nodes: tuple[Node, ...], names: Names) -> dict[str, Choice]:
    """The terms the tree may meet: those it offers, and the difficulties when a source of the journal is read."""
    terms: dict[str, Choice] = {}
    if any(reference.name.startswith("journal.") for reference in names.references):
        known = names.vocabulary.get("difficultes")
        terms |= {term.id: offers.choice_of(term, hidden=False) for term in (known.terms.values() if known else ())}
    for offer in _offers(nodes):
        terms |= {choice.id: choice for source in offer.sources for choice in source.terms}
        terms |= {choice.id: choice for choice in offer.choices if offer.taxonomy}
    return terms


def _offers(nodes: tuple[Node, ...]) -> Iterator[Offer]:
    """Every offer below `nodes`: of questions, and of loops."""
    for node in nodes:
        match node:
            case Section():
                yield from _offers(node.nodes)
            case Loop():
                yield node.offer
                yield from _offers(node.nodes)
            case Question():
                yield node.offer
                for follow_up in node.follow_ups:
                    yield from _offers(follow_up.nodes)
                yield from _offers(node.loop)
