"""From YAML nodes to tree nodes: sections, loops, includes and questions, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cip_coach.asking import offers
from cip_coach.asking.names import Names, Part, root_names
from cip_coach.asking.questionfile import checked_id, question_of
from cip_coach.asking.tree import ALWAYS, Condition, Loop, Node, Section
from cip_coach.frozen import replace
from cip_coach.patterns import regex
from cip_coach.plainyaml import Mapping, Scalar, Value
from cip_coach.problem import Problem
from cip_coach.shape import Shape, renamed

DEEPEST_INCLUDE = 4
MOST_NODES = 1600
LONGEST_NAME = 120
INCLUDE_NAME = regex(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*")
PREFIX = regex(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*\.?")
HEADS = ("inclure", "section", "boucle")
SECTION_KEYS = {"section", "questions", "quand", "personne"}
LOOP_KEYS = {"boucle", "sur", "sur_taxonomie", "familles", "questions", "quand"}
INCLUDE_KEYS = {"inclure", "prefixe", "avec", "quand", "personne"}


class Builder:
    """Turns YAML nodes into tree nodes. `problems` are those of included files; `included` reads one by name."""

    def __init__(
        self,
        names: Names,
        included: Callable[[str], tuple[str, Mapping] | None],
        known: tuple[str, ...],
    ) -> None:
        self.names = names
        self.included = included
        self.known = known
        self.problems: list[Problem] = []
        self.left = MOST_NODES
        """How many nodes may still be built: files that include each other many times are not read for ever."""

    def nodes(self, value: Value | None, part: Part, shape: Shape) -> tuple[Node, ...]:
        """The nodes of a `questions:` list, or of one written without its dash."""
        if isinstance(value, Scalar) and not value:
            shape.fault(value, "questions-vides")
        listed = [value] if isinstance(value, Mapping) else shape.items(value, "questions")
        built: list[Node] = []
        for item in listed:
            self.left -= 1
            if self.left < 0:
                self.names.incomplete = True
                break
            built += self._node(item, part, shape)
        return tuple(built)

    def _node(self, item: Value, part: Part, shape: Shape) -> tuple[Node, ...]:
        if not isinstance(item, Mapping):
            shape.fault(item, "forme-question")
            return ()
        item = _with_head(item, shape)
        if "inclure" in item:
            return self._include_node(item, part, shape)
        if "section" in item:
            return (self._section(item, part, shape),)
        if "boucle" in item:
            return (self._loop(item, part, shape),)
        return (question_of(item, part, self.names, shape, partial(self.nodes, shape=shape)),)

    def _section(self, item: Mapping, part: Part, shape: Shape) -> Section:
        item = shape.keys(item, SECTION_KEYS)
        when = self.condition(item, part, shape)
        nodes = self._questions(item, part, shape)
        title = offers.unfilled(item["section"], "section", shape)
        return Section(title, nodes, when, self._without_person(item, shape))

    def _questions(self, item: Mapping, part: Part, shape: Shape) -> tuple[Node, ...]:
        if "questions" not in item:
            shape.required(item, "questions")
        return self.nodes(item.get("questions"), part, shape)

    def _without_person(self, item: Mapping, shape: Shape) -> bool:
        return shape.one_of(item, "personne", ("aucune",), "") == "aucune"

    def _loop(self, item: Mapping, part: Part, shape: Shape) -> Loop:
        item = shape.keys(item, LOOP_KEYS)
        when = self.condition(item, part, shape)
        written = checked_id(item, "boucle", part, shape)
        loop = part.id_of(written) or f"ligne_{item.line}"
        offer = offers.loop_offer(item, part, self.names, shape)
        if written:
            self.names.declare_block(loop, part, item["boucle"], shape)
        self.names.declare_loop(loop, part, item["boucle"], shape, offers.item_keys(offer))
        nodes = self._questions(item, part.inside(loop), shape)
        return Loop(loop, offer, nodes, when, part.file, item.line)

    def _include_node(self, item: Mapping, part: Part, shape: Shape) -> tuple[Node, ...]:
        item = shape.keys(item, INCLUDE_KEYS)
        when = self.condition(item, part, shape)
        prefix = shape.word(item, "prefixe")
        if prefix and not PREFIX.fullmatch(prefix):
            shape.fault(item["prefixe"], "prefixe-invalide", mot=prefix, essai=offers.slug(prefix) + "_")
            prefix = ""
        fixed = {
            key: tuple(shape.scalars(value, str(key)))
            for key, value in (shape.mapping(item.get("avec"), "avec") or Mapping()).pairs()
        }
        nodes = self.include(item["inclure"], part, shape, prefix=prefix, fixed=fixed)
        without_person = self._without_person(item, shape)
        if when == ALWAYS and not without_person:
            return nodes
        return (Section("", nodes, when, without_person),)

    def include(
        self,
        name: Value,
        part: Part,
        shape: Shape,
        *,
        prefix: str = "",
        fixed: dict[Scalar, tuple[Scalar, ...]] | None = None,
    ) -> tuple[Node, ...]:
        """The nodes of the tree or fragment called `name`: without its header, and without its `fin`."""
        found = self._found(name, part, shape)
        if found is None:
            self.names.incomplete = True
            return ()
        file, data = found
        names = frozenset(root_names(data.get("questions")))
        for key in fixed or {}:
            if key not in names:
                shape.unknown(key, "avec-inconnu", names, fichier=file)
        inner = replace(
            part,
            file=file,
            names=names,
            prefix=part.prefix + prefix,
            fixed={str(key): answers for key, answers in (fixed or {}).items()},
            including=shape.file,
            depth=len(part.loops),
            stack=(*part.stack, str(name)),
        )
        inner_shape = Shape(file)
        nodes = self.nodes(data.get("questions"), inner, inner_shape)
        self.problems += inner_shape.problems
        return nodes

    def _found(self, name: Value, part: Part, shape: Shape) -> tuple[str, Mapping] | None:
        """The file called `name` and its map; None, and a fault, when it cannot be included here."""
        wanted = str(name)
        if not isinstance(name, Scalar) or not INCLUDE_NAME.fullmatch(wanted) or len(wanted) > LONGEST_NAME:
            shape.fault(name, "inclusion-nom", mot=wanted[:LONGEST_NAME] if isinstance(name, Scalar) else "…")
        elif wanted in part.stack:
            shape.fault(name, "inclusion-cercle", mot=wanted)
        elif len(part.stack) > DEEPEST_INCLUDE:
            shape.fault(name, "inclusion-profonde", limite=DEEPEST_INCLUDE)
        else:
            found = self.included(wanted)
            if found is None:
                shape.unknown(name, "inclusion", self.known)
            return found
        return None

    def condition(self, item: Mapping, part: Part, shape: Shape) -> Condition:
        """The `quand` of a node, its names noted as references."""
        return offers.condition_of(item.get("quand"), part, self.names, shape)


def _with_head(item: Mapping, shape: Shape) -> Mapping:
    """`item`, a misspelt `section`, `boucle` or `inclure` noted and put right: a question has `id` or `question`."""
    if any(head in item for head in (*HEADS, "id", "question")):
        return item
    for key, _ in item.pairs():
        near = shape.near(key, HEADS)
        if near:
            shape.unknown(key, "cle-inconnue", HEADS)
            return renamed(item, {str(key): near})
    return item
