"""Every French sentence of the program. Knows codes and wording; knows no file, no terminal, no command.

A sibling module holds the sentences of one subject, one typed function each.
Those that answer the code of a `Problem` or of a `CoachError` are listed in
its `SENTENCES`; a detail of the problem is a keyword of the function.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from cip_coach.problem import Details, Problem

MODULES = (
    "yaml_faults",
    "disk_errors",
    "note_faults",
    "date_errors",
    "tree_faults",
    "choice_faults",
    "lint_faults",
    "questions",
    "ownquestions",
    "drawn",
    "usage",
    "session",
    "opening",
    "answer_faults",
    "review_faults",
    "steps",
    "stats",
    "programme",
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
)


def phrase(code: str, details: Details) -> str:
    """The sentence of `code`, filled with `details`.

    An unknown code, or details that do not fit, give a neutral sentence:
    telling somebody about a problem never becomes a second problem.
    """
    sentence = sentences().get(code)
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


@cache
def sentences() -> Mapping[str, Callable[..., str]]:
    """All the sentences that have a code. A module of `MODULES` not written yet is passed over."""
    merged: dict[str, Callable[..., str]] = {}
    for name in MODULES:
        path = f"{__name__}.{name}"
        try:
            merged.update(import_module(path).SENTENCES)
        except ModuleNotFoundError as error:
            if error.name != path:
                raise
    return merged


def _neutral(code: str) -> str:
    return f"Quelque chose ne va pas ici (repère\u00a0: {code})."
