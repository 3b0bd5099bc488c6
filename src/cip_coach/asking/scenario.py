"""Scenarios of a tree (`arbres/<tree>.essais.yml`): answers, and the questions they should bring.

A scenario says which questions are put to the user, infos included and in
order, when its answers are given and everything else is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from cip_coach.answer import SKIPPED, Reply
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Choice, Tree
from cip_coach.asking.values import reply_of
from cip_coach.frozen import field, frozen
from cip_coach.paths import identity
from cip_coach.plainyaml import Mapping as YamlMapping
from cip_coach.plainyaml import Scalar, Value, YamlFault, read
from cip_coach.problem import Problem
from cip_coach.shape import Shape
from cip_coach.text import closest

KEYS = {"essai", "personne", "rdv", "sources", "reponses", "posees"}
Sources = Mapping[str, tuple[Entrant, ...]]


@frozen
class Scenario:
    """One scenario: what a session of the tree would know and be told, and the paths it should put.

    `answers` holds values as an answers file writes them; `sources` what the
    journal would give.
    """

    name: str
    answers: YamlMapping
    expected: tuple[str, ...]
    person: str = ""
    appointment: int | None = None
    sources: Sources = field(default_factory=dict)
    file: str = ""


def read_scenarios(source: str, file: str) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    """The scenarios in a text, in order, and everything wrong with the way they are written."""
    shape = Shape(file)
    try:
        data = read(source)
    except YamlFault as fault:
        return (), (fault.problem(file),)
    scenarios = []
    for item in shape.items(data, "essais"):
        entry = shape.mapping(item, "essai")
        if entry is not None:
            scenarios.append(_scenario(entry, shape))
    return tuple(scenarios), tuple(shape.problems)


def _scenario(entry: YamlMapping, shape: Shape) -> Scenario:
    shape.keys(entry, KEYS)
    for key in ("essai", "reponses", "posees"):
        if key not in entry:
            shape.fault(entry, "cle-manquante", cle=key)
    named = shape.mapping(entry.get("sources"), "sources") or YamlMapping()
    return Scenario(
        name=shape.word(entry, "essai"),
        answers=shape.mapping(entry.get("reponses"), "reponses") or YamlMapping(),
        expected=shape.words(entry, "posees"),
        person=shape.word(entry, "personne"),
        appointment=shape.whole(entry.get("rdv"), "rdv"),
        sources={str(name): tuple(_entrants(value, shape)) for name, value in named.items()},
        file=shape.file,
    )


def _entrants(value: Value, shape: Shape) -> Iterator[Entrant]:
    """What a source holds: ids (or texts) in a list, or a map id → text."""
    if isinstance(value, YamlMapping):
        yield from (Entrant(Choice(str(key), shape.word(value, key))) for key in value)
    else:
        yield from (Entrant(Choice(str(scalar), str(scalar))) for scalar in shape.scalars(value, "sources"))


def run(scenario: Scenario, tree: Tree, day: date) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The paths that `tree` puts to the user with the answers of `scenario`, and what is wrong with these.

    Rule: a question without an answer in the scenario is skipped; an answer
    whose question is never put is a problem.
    """
    shape = Shape(scenario.file)
    context = Context(day, scenario.person, scenario.appointment, scenario.sources)
    replies: dict[str, Reply] = {}
    while (step := _waiting(tree, replies, context)) is not None:
        value = scenario.answers.get(step.path)
        reply = None if value is None else reply_of(step, value, shape)
        replies[step.path] = SKIPPED if reply is None else reply
    paths = tuple(step.path for step in _put(tree, replies, context))
    known = tree.identities()
    for path, _ in scenario.answers.pairs():
        if path not in replies:
            _unmet(path, paths, known, shape)
    return paths, tuple(shape.problems)


def _put(tree: Tree, replies: Mapping[str, Reply], context: Context) -> Iterator[Step]:
    """The live questions that are really put: an answer fixed by an `avec:` is not."""
    return (step for step in live_steps(tree, replies, context) if step.question.fixed is None)


def _waiting(tree: Tree, replies: Mapping[str, Reply], context: Context) -> Step | None:
    put = _put(tree, replies, context)
    return next((step for step in put if step.question.answerable and step.path not in replies), None)


def _unmet(path: Scalar, paths: tuple[str, ...], known: Mapping[str, object], shape: Shape) -> None:
    if identity(path) in known:
        shape.fault(path, "reponse-non-atteinte", mot=str(path))
    else:
        shape.fault(path, "question-inconnue", mot=str(path), proche=closest(path, [*paths, *known]) or "")
