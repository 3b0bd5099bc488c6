"""How a text is written in YAML, so that everybody reads that very text."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cip_coach.plainyaml import read, scalar


@pytest.mark.parametrize(
    "text",
    [
        "relation.confiance",
        "en_partie",
        "oui",
        "non",
        "k7f3qd",
        "3f9c1a72",
        "galet",
        "Ma relation",
        "l’été",
        "a-chaud",
    ],
)
def test_a_simple_text_is_written_bare(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        (" a", '" a"'),
        ("no", '"no"'),
        ("Null", '"Null"'),
        ("12", '"12"'),
        ("1e5", '"1e5"'),
        ("12345e67", '"12345e67"'),
        ("2026-11-22", '"2026-11-22"'),
        ("0612345670", '"0612345670"'),
        ("a: b", '"a: b"'),
        ("a[2].b", '"a[2].b"'),
        ("Pourquoi ?", '"Pourquoi ?"'),
        ('dit "oui"', '"dit \\"oui\\""'),
        ("un\ndeux\x85", '"un\\u000adeux\\u0085"'),
        ("\ufeffa\ufffe", '"\\ufeffa\\ufffe"'),
        ("\u202e\U000e0041", '"\\u202e\\U000e0041"'),
    ],
)
def test_the_others_are_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


WORDS = [
    "y",
    "No",
    "on",
    "true",
    "~",
    "null",
    ".inf",
    "NaN",
    "<<",
    "=",
    "0x1f",
    "0o7",
    "1_000",
    "1:30",
    "1.5",
    "+1",
    "-",
]
WORDS += [
    "2026-11-22",
    "3e9",
    "---",
    "...",
    "a",
    "é",
    " ",
    "#",
    ": ",
    "'",
    '"',
    "\\",
    ",",
    "]",
    "}",
    "?",
    "!",
    "&",
    "*",
]
lines = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from(WORDS), max_size=3).map("".join),
)


@given(lines)
@settings(max_examples=500, deadline=None)
def test_what_was_written_is_read_back_alike_in_every_position(text: str) -> None:
    written = scalar(text)
    assert len(written.splitlines()) <= 1
    assert read(written) == (text if text or written == '""' else {})
    assert read(f"a: {written}\nb:\n- {written}\nc: [{written}, {{d: {written}}}]\n") == {
        "a": text,
        "b": [text],
        "c": [text, {"d": text}],
    }


@given(lines)
@settings(max_examples=500, deadline=None)
def test_what_was_written_is_a_text_for_other_readers(text: str) -> None:
    loaders = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]
    assert [yaml.load(f"a: [{scalar(text)}]", loader) for loader in loaders] == [{"a": [text]}] * 2
