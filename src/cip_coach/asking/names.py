"""The names a tree file declares and uses: who is called what, in which loop, in which order.

Ids inside a loop are relative to its item; ids of an included file take its
prefix. `references.check` reads what is gathered here.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping

from cip_coach.frozen import field, frozen, replace
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value
from cip_coach.shape import Shape
from cip_coach.vocabulary import Vocabulary

DEEPEST_LOOP = 3


@frozen
class Reference:
    """A name as the author wrote it, and where. `order` is how much had been declared by then.

    `scopes` are the identity prefixes of the loops around it, innermost first;
    `loops` their ids. `role` is `question` (its answer is read), `liste` (its
    items are), `boucle`, or `texte` (a placeholder).
    """

    name: str
    role: str
    order: int
    scopes: tuple[str, ...]
    loops: tuple[str, ...]
    file: str
    line: int
    column: int
    values: tuple[Scalar, ...] = ()


@frozen
class Part:
    """Which file we are in, and what that changes: the prefix of its ids, fixed answers, the loops around.

    `stack` are the names of the files being included, `including` the file that
    wrote the `avec:` of `fixed`, and `depth` how many loops were around it.
    """

    file: str
    names: frozenset[str]
    prefix: str = ""
    fixed: AnyMapping[str, tuple[Scalar, ...]] = field(default_factory=dict)
    including: str = ""
    depth: int = 0
    stack: tuple[str, ...] = ()
    loops: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ("",)

    @staticmethod
    def whole(file: str, data: Mapping) -> Part:
        """The part that a tree file is by itself."""
        return Part(file, frozenset(root_names(data.get("questions"))), stack=(str(data.get("arbre", "")),))

    def id_of(self, written: str) -> str:
        """The id in the tree of an id declared here: the prefix counts outside loops only."""
        return self.prefix + written if self.prefix and written in self.names else written

    def meant(self, name: str) -> str:
        """The name in the tree of a name used here: the part's own questions first."""
        head = name.split("[", 1)[0]
        return self.prefix + name if self.prefix and head in self.names else name

    def inside(self, loop: str) -> Part:
        """The same part within the items of `loop` (an id of the tree)."""
        return replace(self, loops=(loop, *self.loops), scopes=(f"{self.scopes[0]}{loop}[].", *self.scopes))

    def fixed_answer(self, written: str) -> tuple[Scalar, ...] | None:
        """What an `avec:` answers to the question declared here as `written`; None when it is asked."""
        return self.fixed.get(written) if len(self.loops) == self.depth else None


def root_names(nodes: Value | None) -> list[str]:
    """The ids declared outside loops in these YAML nodes."""
    names: list[str] = []
    listed = nodes if isinstance(nodes, Sequence) else [nodes]
    for node in listed:
        if not isinstance(node, Mapping):
            continue
        if "boucle" in node:
            names.append(str(node["boucle"]))
        elif "section" in node:
            names += root_names(node.get("questions"))
        elif "id" in node:
            names.append(str(node["id"]))
            for key, value in node.items():
                if key.startswith("si_"):
                    names += root_names(value)
    return names


class Names:
    """What has been declared and used so far. `declared` and `loops` map identities to their order.

    `keys` has the item keys of the loops whose items are known beforehand;
    `incomplete` is True when a file or an id is missing: an unknown name may then be right.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.declared: dict[str, int] = {}
        self.loops: dict[str, int] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.references: list[Reference] = []
        self.incomplete = False
        self._places: dict[str, tuple[str, int]] = {}
        self._order = 0

    def declare(self, question: str, part: Part, at: Value, shape: Shape) -> None:
        """Note that a question is declared here; one identity twice in a tree is a fault."""
        identity = part.scopes[0] + question
        if self._free(identity, at, shape):
            self.declared[identity] = self._next()

    def declare_block(self, loop: str, part: Part, at: Value, shape: Shape) -> None:
        """Note that a `boucle` has this id: no question and no other `boucle` may have it."""
        self._free(part.scopes[0] + loop, at, shape)

    def declare_loop(self, loop: str, part: Part, at: Value, shape: Shape, keys: tuple[str, ...] | None) -> None:
        """Note that a loop begins here, over items of these keys (None when only the session knows them)."""
        if len(part.loops) >= DEEPEST_LOOP:
            shape.fault(at, "boucle-profonde", limite=DEEPEST_LOOP)
        identity = part.scopes[0] + loop
        self.loops[identity] = self._next()
        if keys is not None:
            self.keys[identity] = keys

    def refer(self, name: str, part: Part, at: Value, role: str = "question", values: tuple[Scalar, ...] = ()) -> str:
        """Note a name met at `at`; returns the name it has in the tree."""
        meant = part.meant(name)
        self.references.append(
            Reference(
                meant,
                role,
                self._order,
                part.scopes,
                part.loops,
                part.file,
                at.line,
                at.column,
                values,
            )
        )
        return meant

    def keys_around(self, part: Part) -> tuple[str, ...] | None:
        """The keys of the innermost loop around `part`, when they are known beforehand."""
        return self.keys.get(part.scopes[0].removesuffix("[]."))

    def _free(self, identity: str, at: Value, shape: Shape) -> bool:
        """Whether nothing has this identity yet; a fault when something has."""
        first = self._places.get(identity.lower())
        if first is None:
            self._places[identity.lower()] = (shape.file, at.line)
            return True
        shape.fault(at, "id-double", mot=identity, fichier=first[0], ligne=first[1])
        return False

    def _next(self) -> int:
        self._order += 1
        return self._order
