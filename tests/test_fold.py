"""How words are compared as readers do, and what is suggested to someone who mistyped."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cip_coach.text import NBSP, closest, fold

texts = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from("éœ’'\u0301\u0344\u00a0\u2011\u200dﬁ"))
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mobilite", "MOBILITÉ"),
        ("l'écoute", "l’écoute"),
        ("l'ecoute", "l´écoute"),
        ("coeur", "CŒUR"),
        ("ex aequo", "ex æquo"),
        (f"oui{NBSP}?", "oui ?"),
        ("10\u202f000", "10 000"),
        ("e\u0301te\u0301", "été"),
        ("ou\u0301", "OÙ"),
        ("mi-temps", "mi\u2011temps"),
        ("mobi\u00adlité", "mobilité"),
        ("STRASSE", "straße"),
        ("ﬁn", "fin"),
    ],
)
def test_a_reader_sees_the_same_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("pêche", "pèches"), ("12", "1 2"), ("a.b", "a b"), ("", "-")])
def test_a_reader_sees_two_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@settings(deadline=None)
@given(texts)
@example("ϔ")
@example("İ")
@example("ŉ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(texts)
@example("ᾲ")
def test_composed_or_not_a_word_is_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tipe", "type"),
        ("nom", "non"),
        ("MOBILITÉ", "mobilite"),
        ("en partie", "en_partie"),
        ("communs/prise_de_recull", "communs/prise_de_recul"),
        ("mobil", "mobilite"),
        ("questoins", "questions"),
    ],
)
def test_a_slip_is_understood(typed: str, meant: str) -> None:
    known = ["type", "titre", "oui", "non", "mobilite", "en_partie", "communs/prise_de_recul", "questions"]
    assert closest(typed, known) == meant


@pytest.mark.parametrize("typed", ["", "x", "ou", "chaise", "tarte", "q" * 100_000])
def test_silence_is_better_than_a_wrong_suggestion(typed: str) -> None:
    assert closest(typed, ["type", "titre", "oui", "non"]) is None


def test_between_two_words_as_like_nothing_is_suggested() -> None:
    assert closest("indice", ["indices_oui", "indices_non"]) is None
    assert closest("freinx", ["freins", "freint"]) is None


@settings(deadline=None)
@given(texts, st.lists(texts, max_size=5))
def test_a_suggestion_is_a_candidate(word: str, candidates: list[str]) -> None:
    assert closest(word, candidates) in [None, *candidates]
