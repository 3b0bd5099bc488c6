"""Whether a `quand` or a `si_…` holds, given the live answers so far.

Rule: only a real answer matches. A question skipped or never reached matches
nothing but `passe`; no negative condition fires by absence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cip_coach.answer import OTHER, Action, Items, Number, Picked, Reply, Skipped, Words, is_other, none_noted
from cip_coach.asking.paths import covers
from cip_coach.asking.tree import Choice, Condition, FollowUp, Question, Test
from cip_coach.frozen import frozen, replace
from cip_coach.paths import identity

PERSON, APPOINTMENT, TO_CHECK = "seance.personne", "seance.rdv", "seance.a_verifier"


@frozen
class Frame:
    """One turn of a loop: its path with the key (`besoins[2]`), and the item as shown.

    `name` is what the item is called in the whole note: `besoins.2`, or its id.
    """

    loop: str
    path: str
    key: str
    label: str
    rank: int
    count: int
    name: str = ""
    sensitive: bool = False


@frozen
class Entrant:
    """One item on offer: a choice, and in how many notes it was found (1 within a session)."""

    choice: Choice
    count: int = 1

    @property
    def key(self) -> str:
        """The id of the item: its name in loops and answers."""
        return self.choice.id


class Live:
    """The live answers met so far in one pass, by path, with what was on offer and what loops turned over.

    `known` are the identities of the tree's questions; `sources` what the documented names hold.
    """

    def __init__(
        self,
        known: Iterable[str],
        person: str,
        appointment: int | None,
        sources: Mapping[str, tuple[Entrant, ...]],
    ) -> None:
        self.known = frozenset(known)
        self.loops = frozenset(name[:end] for name in self.known for end in _ends_of_loops(name))
        self.person = person
        self.appointment = appointment
        self.answers: dict[str, Reply] = {}
        self.empty: set[str] = set()
        self.choices: dict[str, tuple[Choice, ...]] = {}
        self.turns: dict[str, list[Frame]] = {}
        self.sources: dict[str, tuple[Entrant, ...]] = {TO_CHECK: (), **sources}

    def learn(
        self,
        path: str,
        question: Question,
        reply: Reply,
        choices: tuple[Choice, ...],
        frames: Sequence[Frame],
    ) -> None:
        """Take in a live answer: later conditions, wordings and sources may read it."""
        self.answers[path] = reply
        self.choices[path] = choices
        if any(feed.kind == "a_verifier" and feeds(feed.answers, reply) for feed in question.feeds):
            fed = (element(frames[-1]),) if frames else self.named_items(path) or _itself(path, reply)
            known = {entrant.key for entrant in self.sources[TO_CHECK]}
            new = (entrant for entrant in fed if entrant.key not in known)
            self.sources[TO_CHECK] = (*self.sources[TO_CHECK], *new)

    def assume_empty(self, path: str) -> None:
        """Note that nothing was on offer at `path`: for `quand` it counts as `[]`, though it was not asked."""
        self.empty.add(path)

    def paths(self, name: str, frames: Sequence[Frame]) -> list[str]:
        """The paths that `name` means from inside `frames`: the same item first, then outwards.

        With empty brackets, every item that has been met; otherwise one path, live or not.
        """
        meant = _meant(name, frames, self.known)
        if "[]" in meant:
            return [path for path in (*self.answers, *self.empty) if covers(meant, path)]
        return [meant]

    def turns_of(self, loop: str, frames: Sequence[Frame]) -> Iterator[Frame]:
        """The turns that the loop called `loop` has made, as seen from inside `frames`."""
        meant = _meant(loop, frames, self.loops)
        for path, turns in self.turns.items():
            if covers(meant, path):
                yield from turns

    def reply(self, path: str) -> Reply | None:
        """The live answer at `path`; `[]` where nothing was on offer."""
        return Picked(()) if path in self.empty else self.answers.get(path)

    def items(self, path: str) -> tuple[Entrant, ...]:
        """The items of the answer at `path`, keyed as in the loop below it: `1`, `2`, a choice id, `autre1`."""
        reply = self.answers.get(path)
        if isinstance(reply, Items):
            return tuple(Entrant(Choice(str(rank), text)) for rank, text in enumerate(reply.texts, 1))
        if isinstance(reply, Picked):
            others = iter(reply.others)
            known = {choice.id: choice for choice in self.choices[path]}
            return tuple(
                Entrant(Choice(pick, next(others, pick)) if is_other(pick) else known.get(pick, Choice(pick, pick)))
                for pick in reply.ids
            )
        return ()

    def named_items(self, path: str) -> tuple[Entrant, ...]:
        """The items of the answer at `path` under their names for the whole note: `path.2`, a choice id."""
        numbered = isinstance(self.answers.get(path), Items)
        return tuple(
            Entrant(replace(item.choice, id=f"{path}.{item.key}")) if numbered or is_other(item.key) else item
            for item in self.items(path)
        )


def element(frame: Frame) -> Entrant:
    """The item of a loop's turn, under its name for the whole note."""
    return Entrant(Choice(frame.name or frame.key, frame.label, sensitive=frame.sensitive))


def _itself(path: str, reply: Reply) -> tuple[Entrant, ...]:
    return (Entrant(Choice(path, reply.text)),) if isinstance(reply, Words | Action) else ()


def _meant(name: str, frames: Sequence[Frame], known: frozenset[str]) -> str:
    """`name` as seen from inside `frames`: of the innermost item that has such a question, else as it is."""
    inside = (f"{frame.path}.{name}" for frame in reversed(frames))
    return next((path for path in inside if identity(path) in known), name)


def _ends_of_loops(name: str) -> Iterator[int]:
    end = name.find("[]")
    while end >= 0:
        yield end
        end = name.find("[]", end + 1)


def holds(when: Condition, live: Live, frames: Sequence[Frame]) -> bool:
    """Whether a `quand` holds: any group, all of its tests; one that says nothing always holds."""
    if not when.groups:
        return True
    return any(all(_passes(test, live, frames) for test in group) for group in when.groups)


def _passes(test: Test, live: Live, frames: Sequence[Frame]) -> bool:
    if test.name == PERSON:
        return _named(test, (live.person,) if live.person else ())
    if test.name == APPOINTMENT:
        return live.appointment is not None and _matches(test, Number(live.appointment))
    if test.name in live.sources:
        return _counted(test, len(live.sources[test.name]))
    replies = (live.reply(path) for path in live.paths(test.name, frames))
    return any(reply is not None and _matches(test, reply) for reply in replies)


def _named(test: Test, values: tuple[str, ...]) -> bool:
    if test.op == "repondu":
        return bool(values)
    if test.op == "sauf":
        return bool(values) and not set(values) & set(test.values)
    return test.op == "est" and bool(set(values) & set(test.values))


def _counted(test: Test, count: int) -> bool:
    match test.op:
        case "au_moins":
            return count >= test.number
        case "au_plus":
            return count <= test.number
        case _:
            return test.op == "repondu" and count > 0


def _matches(test: Test, reply: Reply) -> bool:
    if isinstance(reply, Skipped):
        return False
    match test.op:
        case "repondu":
            return not none_noted(reply)
        case "au_moins":
            return amount(reply) >= test.number
        case "au_plus":
            return amount(reply) <= test.number
        case "sauf":
            return not _any_of(test.values, reply)
        case _:
            return _any_of(test.values, reply)


def _any_of(values: tuple[str, ...], reply: Reply) -> bool:
    match reply:
        case Picked(ids):
            return any(pick in values or (is_other(pick) and OTHER in values) for pick in ids)
        case Number(value):
            return digits(value) in values
        case _:
            return False


def digits(number: int | float) -> str:
    """A number as trees write it: `2`, never `2.0`."""
    return str(number).removesuffix(".0")


def amount(reply: Reply) -> int | float:
    """How much `reply` amounts to: items, picks, or the number itself; a text counts for one."""
    match reply:
        case Number(value):
            return value
        case Items(texts):
            return len(texts)
        case Picked(ids):
            return len(ids)
        case _:
            return 1


def opens(follow_up: FollowUp, reply: Reply) -> bool:
    """Whether `reply` opens the nodes of a `si_…`."""
    match follow_up.op:
        case "passe":
            return isinstance(reply, Skipped)
        case "vide":
            return none_noted(reply)
        case _:
            return _matches(Test("", follow_up.op, follow_up.answers, follow_up.number), reply)


def feeds(answers: tuple[str, ...], reply: Reply) -> bool:
    """Whether an `alimente` limited to `answers` (none: always) is fed by `reply`."""
    if isinstance(reply, Skipped) or none_noted(reply):
        return False
    return not answers or _any_of(answers, reply)
