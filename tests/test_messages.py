"""Every sentence the program can say: French typography, no English word, no crash."""

import inspect
import re
from collections.abc import Callable

import pytest

from cip_coach.problem import Problem
from cip_coach.terminal import messages
from cip_coach.terminal.messages import phrase, problem_line, sentences, usage

ENGLISH = re.compile(
    r"\b(the|is|are|was|not|with|and|of|must|should|cannot|error|missing|invalid|unknown|file|line|value"
    r"|required|expected|failed|found|usage|default|show|try|help)\b",
    re.IGNORECASE,
)
FAULTS = {
    "a straight apostrophe": re.compile(r"'"),
    "a plain space before double punctuation": re.compile(r" [?!:;»]"),
    "no space before double punctuation": re.compile(r"[\w»)][?!;]|[a-zà-ÿ»)]:(?=\s|$)"),
    "a plain space after an opening quote": re.compile(r"«(?!\u00a0)"),
    "three dots": re.compile(r"\.\.\."),
    "a straight quote": re.compile(r'"'),
    "a narrow no-break space, absent from cp1252": re.compile("\u202f"),
    "an English word": ENGLISH,
}


def spoken() -> dict[str, Callable[..., str]]:
    """All the sentences by name: those of a code, and the functions of `usage`."""
    own = {
        name: function
        for name, function in inspect.getmembers(usage, inspect.isfunction)
        if function.__module__ == usage.__name__
    }
    return {**sentences(), **own}


def said(sentence: Callable[..., str]) -> str:
    """The sentence, with harmless details of the right types."""
    samples = {"int": 3, int: 3, "Sequence[str]": ("matin", "soir")}
    parameters = inspect.signature(sentence).parameters.values()
    details = {}
    for parameter in parameters:
        if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            continue
        annotation = parameter.annotation
        known = annotation if annotation in samples else str(annotation).rpartition("abc.")[2]
        details[parameter.name] = samples.get(known, "exemple")
    return sentence(**details)


@pytest.mark.parametrize("name", spoken())
@pytest.mark.parametrize("fault", FAULTS)
def test_a_sentence_is_well_typed(name, fault):
    sentence = re.sub(r"cip-coach [\w -]*--help|exemple --help", "", said(spoken()[name]))
    assert not FAULTS[fault].search(sentence), sentence


@pytest.mark.parametrize("code", ["inconnu", "journal-sans-nom", *sentences()])
@pytest.mark.parametrize("details", [{}, {"surprise": "x"}])
def test_no_code_and_no_detail_makes_a_sentence_crash(code, details):
    assert phrase(code, details)


def test_a_code_has_one_sentence():
    modules = [m for name in messages.MODULES if (m := getattr(messages, name, None)) is not None]
    codes = [code for module in modules for code in module.SENTENCES]
    assert sorted(codes) == sorted(set(codes))


def test_a_problem_is_a_line_that_editors_can_follow():
    sentence = usage.journal_without_name()
    assert problem_line(Problem("a.yml", 3, 5, "journal-sans-nom")) == (
        f"a.yml:3:5: erreur [journal-sans-nom] {sentence}"
    )
    assert problem_line(Problem("a.yml", 0, 0, "journal-sans-nom", warning=True)) == (
        f"a.yml:1:1: attention [journal-sans-nom] {sentence}"
    )
