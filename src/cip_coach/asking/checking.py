"""Everything that can be said of one file of questions: tree, fragment, taxonomy, programme or scenarios.

Errors are the loader's, and what would part this file from the others; the rest
are warnings. Reads no file: texts come in, through `Surroundings` those of others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from cip_coach.asking.library import SCENARIOS, SUFFIX, TREES, Library
from cip_coach.asking.lint import lint
from cip_coach.asking.lock import Known, Marks, conflicts, vanished
from cip_coach.asking.programmefile import read_programme
from cip_coach.asking.scenario import read_scenarios
from cip_coach.asking.takenapart import read
from cip_coach.asking.taxonomyfile import read_taxonomy
from cip_coach.asking.tree import Tree
from cip_coach.asking.treefile import Fetch, TreeText, read_tree
from cip_coach.frozen import frozen, replace
from cip_coach.plainyaml import LINE_BREAK, Mapping, Scalar, Sequence, Value, YamlFault
from cip_coach.problem import Problem
from cip_coach.shape import Shape, place
from cip_coach.text import closest
from cip_coach.vocabulary import OWN

ALONE = "fragment-seul"
TOP = f'arbre: {ALONE}\ntitre: "…"\nquestions:\n'
IN_TREE = f"{TOP}  - inclure: "
IN_LOOP = f'{TOP}  - boucle: tour\n    sur: {{un: "…"}}\n    questions:\n      - inclure: '


class Sort(StrEnum):
    """What a file of questions is, under the name of its folder."""

    TREE = "arbres"
    FRAGMENT = "fragments"
    TAXONOMY = "taxonomies"
    PROGRAMME = "programmes"
    SCENARIOS = "essais"


@frozen
class Surroundings:
    """What a file is checked against.

    `beside` gives the text of a tree or fragment that lies next to it; `installed`
    gives the trees in use; `before` says what the tree called so must not lose.
    """

    library: Library
    beside: Fetch = lambda name: None
    installed: Callable[[], Iterable[tuple[str, Marks]]] = tuple
    before: Callable[[str], Known] = lambda name: {}


@frozen
class Checked:
    """What was found in a file; `tree` is None when it is no tree, or a wrong one."""

    sort: Sort
    name: str
    problems: tuple[Problem, ...]
    tree: Tree | None = None

    @property
    def sound(self) -> bool:
        """Whether there is no error, warnings apart."""
        return all(problem.warning for problem in self.problems)


def sort_of(source: TreeText) -> Sort:
    """What the file is meant to be: by its first keys, by its name when it cannot be read."""
    folder = source.file.replace("\\", "/").split("/")
    try:
        data = read(source.text)
    except YamlFault:
        data = Mapping()
    keys = set(data) if isinstance(data, Mapping) else set()
    if source.file.endswith(SCENARIOS) or (isinstance(data, Sequence) and "essais" in source.file):
        return Sort.SCENARIOS
    if "taxonomie" in keys and not keys & {"arbre", "questions"}:
        return Sort.TAXONOMY
    if "fragment" in keys and "arbre" not in keys:
        return Sort.FRAGMENT
    if "arbre" not in keys and ({"id", "nom"} <= keys or keys & {"etapes", "rdv"}):
        return Sort.PROGRAMME
    if not keys and Sort.TAXONOMY in folder:
        return Sort.TAXONOMY
    return Sort.PROGRAMME if not keys and Sort.PROGRAMME in folder else Sort.TREE


def check(source: TreeText, around: Surroundings) -> Checked:
    """All that is wrong with a file, and all that a reader would trip on, from top to bottom."""
    stem = source.file.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(SCENARIOS).removesuffix(SUFFIX)
    match sort_of(source):
        case Sort.SCENARIOS:
            return Checked(Sort.SCENARIOS, stem, read_scenarios(source.text, source.file)[1])
        case Sort.TAXONOMY:
            return _taxonomy(source, around.library)
        case Sort.PROGRAMME:
            programme, problems = read_programme(source.text, source.file, around.library.names(), named=stem)
            return Checked(Sort.PROGRAMME, programme.id if programme else stem, problems)
        case Sort.FRAGMENT:
            return _fragment(source, around)
        case _:
            return _tree(source, around)


def _tree(source: TreeText, around: Surroundings) -> Checked:
    tree, problems = read_tree(source, _fetch(source, around), around.library.vocabulary, around.library.includable())
    if tree is None:
        return Checked(Sort.TREE, "", (*problems, *_with(lint(source.text, source.file, None), problems)))
    found = [*problems, *lint(source.text, source.file, tree)]
    lines = LINE_BREAK.split(source.text)
    others = (other for other in around.installed() if other[0] != tree.id)
    lost = vanished(tree, around.before(tree.id), _top(source, "renomme", "arbre"))
    found += (_at_its_word(problem, lines) for problem in (*lost, *conflicts(tree, others)))
    return Checked(Sort.TREE, tree.id, _sorted(found, source.file), tree)


def _at_its_word(problem: Problem, lines: list[str]) -> Problem:
    """A problem of a whole question, at the first word of its line."""
    line = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    return replace(problem, column=len(line) - len(line.lstrip(" -")) + 1)


def _with(warnings: Iterable[Problem], errors: tuple[Problem, ...]) -> Iterator[Problem]:
    """The warnings of a tree that has errors: none at the lines of these, nor when the file is not YAML."""
    lines = {problem.line for problem in errors}
    yield from (warning for warning in warnings if warning.line not in lines)


def _fragment(source: TreeText, around: Surroundings) -> Checked:
    """A fragment is right if it is right somewhere: alone, inside a loop, or in the trees that include it."""
    name = _fragment_name(source)
    fetch = _fetch(source, around, name)
    hosts = [TreeText(f"{ALONE}{SUFFIX}", f"{top}{name}\n") for top in (IN_TREE, IN_LOOP)]
    hosts += _including(name, around.library)
    first: tuple[Problem, ...] = ()
    for host in hosts:
        tree, problems = read_tree(host, fetch, around.library.vocabulary, around.library.includable())
        ours = tuple(problem for problem in problems if problem.file == source.file)
        if tree is not None or not ours:
            return Checked(Sort.FRAGMENT, name, _sorted([*ours, *lint(source.text, source.file, tree)], source.file))
        first = first or ours
    warnings = _with(lint(source.text, source.file, None), first)
    return Checked(Sort.FRAGMENT, name, _sorted([*first, *warnings], source.file))


def _fragment_name(source: TreeText) -> str:
    """The name under which trees include it: what follows `arbres/`, else its last two names."""
    parts = source.file.replace("\\", "/").removesuffix(SUFFIX).split("/")
    after = parts[len(parts) - parts[::-1].index(TREES) :] if TREES in parts else parts[-2:]
    return "/".join(after)


def _including(name: str, library: Library) -> Iterator[TreeText]:
    """The installed trees that say `inclure: name`, or seem to."""
    for tree in library.names():
        text = library.fetch(tree)
        if isinstance(text, TreeText) and name in text.text:
            yield text


def _fetch(source: TreeText, around: Surroundings, name: str = "") -> Fetch:
    """The texts of other files: those beside first, then the shelves; the file itself stands for its own name."""

    def fetch(wanted: str) -> TreeText | Problem | None:
        if name and wanted == name:
            return source
        return around.beside(wanted) or around.library.fetch(wanted)

    return fetch


def _taxonomy(source: TreeText, library: Library) -> Checked:
    """A taxonomy, and what it does to the shipped one of the same name."""
    taxonomy, problems = read_taxonomy(source.text, source.file)
    if taxonomy is None:
        return Checked(Sort.TAXONOMY, "", problems)
    shape = Shape(source.file)
    data = read(source.text)
    shipped = library.vocabulary.get(taxonomy.id)
    theirs = {term for term in shipped.terms if not term.startswith(OWN)} if shipped else set()
    own = bool(theirs) and {term for term in taxonomy.terms if not term.startswith(OWN)} != theirs
    terms = data.get("termes") if isinstance(data, Mapping) else None
    for key, entry in terms.pairs() if isinstance(terms, Mapping) else ():
        if own and not key.startswith(OWN):
            shape.fault(key, "terme-livre", warning=True, mot=str(key), essai=f"{OWN}{key.rpartition('.')[2]}")
        replacement = entry.get("remplace_par") if isinstance(entry, Mapping) else None
        if isinstance(replacement, Scalar) and replacement not in {*taxonomy.terms, *theirs}:
            near = closest(replacement, [*taxonomy.terms, *theirs]) or ""
            shape.fault(replacement, "terme-remplace", mot=str(replacement), proche=near)
    hidden = data.get("retire") if isinstance(data, Mapping) else None
    for term in hidden if isinstance(hidden, Sequence) else ():
        if isinstance(term, Scalar) and term not in {*taxonomy.terms, *theirs}:
            shape.unknown(term, "terme-inconnu", sorted(theirs))
    return Checked(Sort.TAXONOMY, taxonomy.id, _sorted([*problems, *shape.problems], source.file))


def _top(source: TreeText, *keys: str) -> Value:
    """The first of these keys that the file has, to say where something is missing."""
    data = read(source.text)
    found = (place(data, key) for key in keys if isinstance(data, Mapping) and key in data)
    return next(found, Scalar("", 1, 1))


def _sorted(problems: Iterable[Problem], first: str) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda found: (found.file != first, found.file, found.line, found.column)))
