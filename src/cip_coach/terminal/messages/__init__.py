"""Every French sentence of the program. Knows codes and wording; knows no file, no terminal, no command.

A sibling module holds the sentences of one subject, one typed function each.
Those that answer the code of a `Problem` or of a `CoachError` are listed in
its `SENTENCES`; a detail of the problem is a keyword of the function.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import chain

from cip_coach.problem import Details, Problem

MODULES = (
    "usage",
    "review_faults",
    "note_faults",
    "disk_errors",
    "date_errors",
    "opening",
    "answer_faults",
    "steps",
    "stats",
    "programme_faults",
    "carrying",
    "home",
    "upkeep",
    "upkeep_faults",
    "helping",
    "settings",
    "demo",
    "vault",
    "vault_changes",
    "questions",
    "ownquestions",
    "yaml_faults",
    "tree_faults",
    "choice_faults",
    "lint_faults",
)
"""Where a code is looked for, in this order: what everyday commands may say comes first."""


def phrase(code: str, details: Details) -> str:
    """The sentence of `code`, filled with `details`.

    An unknown code, or details that do not fit, give a neutral sentence:
    telling somebody about a problem never becomes a second problem.
    """
    sentence = next((known[code] for known in _tables() if code in known), None)
    if sentence is None:
        return _neutral(code)
    try:
        return sentence(**details)
    except (TypeError, ValueError, KeyError):
        return _neutral(code)


def problem_line(problem: Problem) -> str:
    """`fichier:ligne:colonne: erreur [code] phrase`, or `attention` for a warning.

    An unknown line or column counts as the first, so that editors can jump there.
    """
    kind = "attention" if problem.warning else "erreur"
    place = f"{problem.file}:{max(problem.line, 1)}:{max(problem.column, 1)}"
    return f"{place}: {kind} [{problem.code}] {phrase(problem.code, problem.details)}"


def sentences() -> Mapping[str, Callable[..., str]]:
    """All the sentences that have a code."""
    return dict(chain.from_iterable(known.items() for known in _tables()))


def _tables() -> Iterator[Mapping[str, Callable[..., str]]]:
    """The sentences of each module of `MODULES`, imported when its turn comes."""
    return (import_module(f"{__name__}.{name}").SENTENCES for name in MODULES)


def _neutral(code: str) -> str:
    return f"Quelque chose ne va pas ici (repère\u00a0: {code})."
