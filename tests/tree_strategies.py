"""Random small trees, and somebody who answers them at random."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from string import ascii_lowercase
from typing import TypeVar

from hypothesis import strategies as st

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Words
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.steps import Context, Step
from cip_coach.asking.tree import (
    Bounds,
    Choice,
    Condition,
    Feed,
    FollowUp,
    Kind,
    Loop,
    Node,
    Offer,
    Question,
    Section,
    Source,
    Tree,
)
from cip_coach.asking.tree import Test as Line

T = TypeVar("T")
JOURNAL = "journal.pas_ouverts"
YES_NO = (Choice("oui", "Oui"), Choice("en_partie", "En partie"), Choice("non", "Non"))
COLOURS = (Choice("bleu", "Bleu"), Choice("vert", "Vert"), Choice("noir", "Noir", sensitive=True))
NONE = "Rien à noter"
CONTEXT = Context(
    date(2026, 11, 22),
    "galet",
    2,
    {JOURNAL: (Entrant(Choice("k7f3qd.1", "appeler"), 2), Entrant(Choice("k7f3qd.4", "écrire")))},
)


@dataclass
class _Maker:
    """What has been named so far: (name, kind) as seen from outside loops, then from inside each loop around."""

    draw: st.DrawFn
    count: int = 0
    scopes: list[list[tuple[str, Kind]]] = field(default_factory=lambda: [[]])

    def fresh(self) -> str:
        self.count += 1
        return f"q{self.count}"

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == 1

    def nodes(self, most: int, depth: int) -> tuple[Node, ...]:
        low = 1 if depth == 0 else 0
        return tuple(self.node(depth) for _ in range(self.draw(st.integers(low, most))))

    def node(self, depth: int) -> Node:
        form = self.draw(st.integers(0, 11))
        when = self.condition()
        if form == 0:
            return Section(self.draw(st.sampled_from(["", "Partie"])), self.nodes(2, depth + 1), when)
        if form == 1 and len(self.scopes) < 3:
            name = self.fresh()
            return Loop(name, self.loop_offer(), self.inside(name, depth), when)
        return self.question(depth, when)

    def question(self, depth: int, when: Condition) -> Question:
        kinds = [*Kind] if self.chance(3) else [Kind.TEXT, Kind.YES_NO, Kind.CHOICES, Kind.LIST, Kind.LIST]
        kinds = [kind for kind in kinds if kind is not Kind.LEAD]
        kind = self.draw(st.sampled_from(kinds))
        name = self.fresh()
        several = kind in (Kind.CHOICES, Kind.LIST)
        question = Question(
            id=name,
            kind=kind,
            text=f"{name}, « {{element}} » ?",
            when=when,
            offer=self.offer(kind),
            other=9 if kind is Kind.CHOICES and self.chance(2) else 0,
            none=NONE if several else "",
            bounds=Bounds(1, 5) if kind is Kind.SCALE else Bounds(),
            prefill=self.source() if self.chance(8) else None,
            feeds=self.feeds(kind),
        )
        if kind is Kind.INFO:
            return replace(question, feeds=(), prefill=None)
        self.scopes[-1].append((name, kind))
        if depth < 3 and self.chance(2):
            question = replace(question, follow_ups=(self.follow_up(kind, depth),))
        if several and len(self.scopes) < 3 and self.chance(2):
            question = replace(question, loop=self.inside(name, depth))
        return question

    def feeds(self, kind: Kind) -> tuple[Feed, ...]:
        """A text fed as an item would be one that can change its words: those are left out."""
        if kind in (Kind.TEXT, Kind.ACTION) or not self.chance(3):
            return ()
        return (Feed("a_verifier", ("non",) if kind is Kind.YES_NO else ()),)

    def follow_up(self, kind: Kind, depth: int) -> FollowUp:
        ops = ["repondu", "passe", *(["vide", "au_moins"] if kind in (Kind.CHOICES, Kind.LIST) else [])]
        nodes = self.nodes(2, depth + 1)
        if kind is Kind.YES_NO:
            return FollowUp("est", nodes, self.draw(st.sampled_from([("oui",), ("non",), ("oui", "en_partie")])))
        return FollowUp(self.draw(st.sampled_from(ops)), nodes, number=2)

    def inside(self, loop: str, depth: int) -> tuple[Node, ...]:
        self.scopes.append([])
        nodes = (self.question(depth + 1, Condition()), *self.nodes(2, depth + 1))
        inner = self.scopes.pop()
        self.scopes[-1] += [(f"{loop}[].{name}", kind) for name, kind in inner]
        return nodes

    def named(self) -> tuple[str, Kind] | None:
        known = [named for scope in self.scopes for named in scope]
        return self.draw(st.sampled_from(known)) if known else None

    def condition(self) -> Condition:
        named = self.named() if self.chance(3) else None
        if named is None:
            return Condition()
        name, kind = named
        if kind is Kind.YES_NO:
            op = self.draw(st.sampled_from(["est", "sauf", "repondu"]))
            return Condition(((Line(name, op, ("oui", "en_partie")),),))
        op = self.draw(st.sampled_from(["repondu", "au_moins", "au_plus"]))
        return Condition(((Line(name, op, number=1),),))

    def source(self) -> Source:
        named = self.named() if self.chance(2) else None
        if named is not None and "[" not in named[0] and named[1] in (Kind.LIST, Kind.CHOICES):
            return Source(named[0])
        return Source(self.draw(st.sampled_from(["seance.a_verifier", JOURNAL])))

    def offer(self, kind: Kind) -> Offer:
        match kind:
            case Kind.YES_NO:
                return Offer(YES_NO)
            case Kind.CHOICE:
                return Offer(COLOURS)
            case Kind.CHOICES:
                return Offer(COLOURS) if self.chance(2) else Offer(sources=(self.source(),))
            case _:
                return Offer()

    def loop_offer(self) -> Offer:
        return Offer(COLOURS[:2]) if self.chance(2) else Offer(sources=(self.source(),))


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Trees of a few nodes: nested follow-ups, lists and picks with loops, sources, conditions, infos."""
    return Tree("essai", 1, "Essai", _Maker(draw).nodes(6, 0))


@dataclass
class Somebody:
    """Answers at random. No two of their texts are alike, and a text about an item tells which one."""

    rng: Random

    def pick(self, choices: Sequence[T]) -> T:
        return self.rng.choice(choices)

    def new_text(self, step: Step) -> str:
        return f"{''.join(self.rng.choices(ascii_lowercase, k=12))}." + about(step)

    def answer(self, step: Step, before: Answer | None, *, told: bool = True) -> tuple[Answer, dict[str, str | None]]:
        """An answer to `step`, whose field held `before`, and where its items went.

        Not `told`, a list that had items only loses some or reorders them: a new
        text in the place of another would be taken for a change of wording.
        """
        match step.question.kind:
            case Kind.LIST:
                texts, moved = self.edited(
                    before.texts if isinstance(before, Items) else (), "", step, told or before is None
                )
                return Items(texts), moved
            case Kind.CHOICES:
                return self.picks(step, before, told)
            case Kind.YES_NO | Kind.CHOICE if step.choices:
                choice = self.pick(step.choices)
                return Picked((choice.id,), precision=choice.label), {}
            case Kind.ACTION:
                return Action(self.new_text(step)), {}
            case Kind.NUMBER | Kind.SCALE:
                return Number(self.pick([1, 3, 5])), {}
            case Kind.DATE:
                return Day(date(2026, 1, self.pick([1, 2]))), {}
            case _:
                return Words(self.new_text(step)), {}

    def picks(self, step: Step, before: Answer | None, told: bool) -> tuple[Answer, dict[str, str | None]]:
        chosen = [choice for choice in step.choices if self.pick([True, False])]
        others, moved = (), {}
        if step.question.other:
            former = before.others if isinstance(before, Picked) else ()
            others, moved = self.edited(former, "autre", step, told or before is None)
        own = [f"autre{rank}" for rank in range(1, len(others) + 1)]
        labels = "|".join(choice.label for choice in chosen)
        return Picked((*(choice.id for choice in chosen), *own), others, labels), moved

    def edited(
        self, former: tuple[str, ...], prefix: str, step: Step, told: bool
    ) -> tuple[tuple[str, ...], dict[str, str | None]]:
        """The former texts, some removed, some new, in another order; none is renamed."""
        rows = [(text, f"{prefix}{rank}") for rank, text in enumerate(former, 1) if self.pick([True, True, False])]
        if told:
            most = 2 if len(rows) < 2 else 1
            rows += [(self.new_text(step), "") for _ in range(self.rng.randint(0, most))]
        self.rng.shuffle(rows)
        moved: dict[str, str | None] = {f"{prefix}{rank}": None for rank in range(1, len(former) + 1)}
        moved |= {name: f"{prefix}{rank}" for rank, (_, name) in enumerate(rows, 1) if name}
        return tuple(text for text, _ in rows), moved


def about(step: Step) -> str:
    """The items that `step` is about, in a word that stays when they move."""
    return "/".join(frame.label.split(".")[0] for frame in step.frames)


people = st.integers(0, 2**16).map(lambda seed: Somebody(Random(seed)))
