"""Which questions are live: one pass over a tree and its answers, in reading order.

Rule: a question is live when its parent is, when the `si_…` above it matches
and when its `quand` holds. Conditions read live answers only, and only those of
earlier questions, so one pass is enough and nothing can loop.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from cip_coach.answer import Answer, Picked, Reply, Words
from cip_coach.asking import conditions, wording
from cip_coach.asking.conditions import Entrant, Frame
from cip_coach.asking.offering import choices_of, offered, prefilled
from cip_coach.asking.tree import Choice, Condition, Kind, Loop, Node, Question, Section, Tree
from cip_coach.asking.wording import Shown
from cip_coach.frozen import field, frozen, replace
from cip_coach.paths import identity


@frozen
class Context:
    """What a session knows besides its answers, frozen when it begins.

    `sources` holds the documented sources the tree names (`journal.…`), item by item.
    """

    day: date
    person: str = ""
    appointment: int | None = None
    sources: Mapping[str, tuple[Entrant, ...]] = field(default_factory=dict)


@frozen
class Step:
    """A live question as it is asked: worded, numbered, with what it offers now.

    `number` is `2` for a root question and `2.1`, `2.2`… for what opened below
    it; `root` of `roots` is the progress, which only grows. `frames` are the
    turns of the loops around it, outermost first. `depth` counts the questions
    and loops above it. `prefill` is what `prerempli_de` proposes; `shown` the
    parts of a `montre`, one a source.
    """

    path: str
    question: Question
    wording: str
    help: str
    choices: tuple[Choice, ...]
    number: str
    root: int
    roots: int
    depth: int
    section: str = ""
    frames: tuple[Frame, ...] = ()
    without_person: bool = False
    prefill: Answer | None = None
    shown: tuple[Shown, ...] = ()

    @property
    def identity(self) -> str:
        """The path with emptied brackets."""
        return identity(self.path)


def live_steps(tree: Tree, answers: Mapping[str, Reply], context: Context) -> Iterator[Step]:
    """Every live question of `tree`, in reading order; `answers` by path, those of closed branches ignored.

    They are read as the walk goes: an answer put there for the question just given counts for what follows.
    """
    yield from _Walk(tree, answers, context).nodes(tree.nodes, _Place())


@frozen
class _Place:
    frames: tuple[Frame, ...] = ()
    depth: int = 0
    section: str = ""
    without_person: bool = False


class _Walk:
    """The state of one pass: the live answers met so far, and the numbering."""

    def __init__(self, tree: Tree, answers: Mapping[str, Reply], context: Context) -> None:
        self.tree = tree
        self.answers = answers
        self.context = context
        self.identities = tree.ranks
        self.live = conditions.Live(self.identities, context.person, context.appointment, context.sources)
        self.roots = count_roots(tree.nodes)
        self.root = 0
        self.below = 0

    def nodes(self, nodes: tuple[Node, ...], place: _Place) -> Iterator[Step]:
        for node in nodes:
            match node:
                case Section() if self._holds(node.when, place):
                    yield from self.nodes(node.nodes, _inside(node, place))
                case Section():
                    self._count(count_roots(node.nodes), place)
                case Loop():
                    self._count(1, place)
                    if self._holds(node.when, place):
                        entrants = offered(node.offer, self.live, place.frames, self.tree)
                        names = tuple(entrant.key for entrant in entrants)
                        yield from self._turns(node.id, node.nodes, entrants, names, place)
                case Question():
                    self._count(int(node.answerable), place)
                    if self._holds(node.when, place):
                        yield from self._question(node, place)

    def _holds(self, when: Condition, place: _Place) -> bool:
        return conditions.holds(when, self.live, place.frames)

    def _count(self, roots: int, place: _Place) -> None:
        """Count root questions, live or not: a number never depends on other answers."""
        if place.depth == 0 and roots:
            self.root += roots
            self.below = 0

    def _question(self, question: Question, place: _Place) -> Iterator[Step]:
        path = _path(question.id, place)
        choices = choices_of(question.offer, self.live, place.frames, self.tree)
        if question.offer.sources and not choices and not question.other:
            self.live.assume_empty(path)
            yield from self._follow_ups(question, Picked(()), place, asked=False)
            return
        text = question.text
        if question.kind is Kind.LEAD:
            rank = self.identities.get(identity(path), 0) + sum(frame.rank for frame in place.frames)
            text = wording.lead(question.lead_of, self.live, place.frames, self.tree, self.context.day, rank)
            if not text:
                return
        word = self._word(question, place)
        if question.words and not word:
            return
        yield self._step(question, path, text, word, choices, place)
        reply: Reply | None = self.answers.get(path)
        if question.fixed is not None:
            reply = Picked(question.fixed)
        if reply is None:
            return
        self.live.learn(path, question, reply, choices, place.frames)
        yield from self._follow_ups(question, reply, place)
        if question.loop:
            names = tuple(item.key for item in self.live.named_items(path))
            yield from self._turns(question.id, question.loop, self.live.items(path), names, place)

    def _word(self, question: Question, place: _Place) -> str:
        """The first word of a `si_mots` vocabulary in the text just answered above this follow-up."""
        if not question.words:
            return ""
        above = self.live.answers.get(_path(question.id.removesuffix(wording.WORDS_SUFFIX), place))
        return wording.first_word(above.text, question.words) if isinstance(above, Words) else ""

    def _step(
        self,
        question: Question,
        path: str,
        text: str,
        word: str,
        choices: tuple[Choice, ...],
        place: _Place,
    ) -> Step:
        if place.depth > 0 and question.answerable:
            self.below += 1
        worded = wording.Worded(self.live, place.frames, word)
        return Step(
            path=path,
            question=question,
            wording=worded.fill(text),
            help=worded.fill(question.help),
            choices=choices,
            number=f"{self.root}.{self.below}" if place.depth > 0 else str(self.root),
            root=self.root,
            roots=self.roots,
            depth=place.depth,
            section=place.section,
            frames=place.frames,
            without_person=place.without_person,
            prefill=prefilled(question, choices, self.live, place.frames, self.tree),
            shown=wording.shown_block(question.shows, self.live, place.frames, self.tree),
        )

    def _follow_ups(self, question: Question, reply: Reply, place: _Place, *, asked: bool = True) -> Iterator[Step]:
        for follow_up in question.follow_ups:
            if conditions.opens(follow_up, reply) and (asked or follow_up.op == "vide"):
                yield from self.nodes(follow_up.nodes, _deeper(place))

    def _turns(
        self,
        loop: str,
        nodes: tuple[Node, ...],
        entrants: tuple[Entrant, ...],
        names: tuple[str, ...],
        place: _Place,
    ) -> Iterator[Step]:
        path = _path(loop, place)
        for rank, (entrant, name) in enumerate(zip(entrants, names, strict=True), 1):
            key, item = entrant.key, entrant.choice
            frame = Frame(loop, f"{path}[{key}]", key, item.label, rank, len(entrants), name, item.sensitive)
            self.live.turns.setdefault(path, []).append(frame)
            turn = replace(place, frames=(*place.frames, frame), depth=place.depth + 1)
            yield from self.nodes(nodes, turn)


def _path(question_id: str, place: _Place) -> str:
    return f"{place.frames[-1].path}.{question_id}" if place.frames else question_id


def _deeper(place: _Place) -> _Place:
    return replace(place, depth=place.depth + 1)


def _inside(section: Section, place: _Place) -> _Place:
    return replace(
        place,
        section=section.title or place.section,
        without_person=section.without_person or place.without_person,
    )


def count_roots(nodes: tuple[Node, ...]) -> int:
    """How many numbers the progress goes through: questions that are below no other one, and loops."""
    total = 0
    for node in nodes:
        match node:
            case Section():
                total += count_roots(node.nodes)
            case Loop():
                total += 1
            case Question():
                total += node.answerable
    return total
