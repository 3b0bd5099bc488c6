"""What is found when a word is looked for, as a French reader means it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notebook import entry, note

from cip_coach.answer import Items, Picked
from cip_coach.keeping import parse
from cip_coach.keeping.note import Look
from cip_coach.keeping.render import render
from cip_coach.reading.selection import Selection
from cip_coach.reading.sought import letters, sought
from cip_coach.text import fold


def found(typed: str, text: str) -> bool:
    return sought((typed,)).hits(note("k7f3qd", "2026-11-20", entry("a.b", text), person="")) is not None


@pytest.mark.parametrize(
    "typed, text",
    [
        ("mobilite", "la mobilité d’abord"),
        ("MOBILITÉ", "la mobilité d’abord"),
        ("mobilité", "MOBILITE"),
        ("mobilité", unicodedata.normalize("NFD", "la mobilité")),
        (unicodedata.normalize("NFD", "mobilité"), "la mobilité"),
        ("l'écoute", "l’écoute"),
        ("l’écoute", "l'écoute"),
        ("lecoute", "L’écoute"),
        ("ecoute", "l’écoute"),
        ("aujourdhui", "aujourd’hui"),
        ("quelquun", "quelqu’un"),
        ("coeur", "à cœur ouvert"),
        ("cœur", "A COEUR OUVERT"),
        ("oeuvre", "l’œuvre"),
        ("Œuvre", "l'oeuvre"),
        ("naevus", "nævus"),
        ("mais", "le maïs"),
        ("frein", "ses freins"),
        ("rendez-vous", "un rendez\u2011vous"),
        ("rendez", "un rendez-vous"),
        ("trop vite", "je conseille trop\u00a0vite"),
        ("trop vite", "je conseille trop\nvite"),
        ("7h30", "le bus de 7h30"),
        ("100 %", "à 100\u202f% d’accord"),
        ("R-07", "r-07"),
        ("ça", "ca va"),
        ("écoute", "(écoute)"),
    ],
)
def test_found(typed, text):
    assert found(typed, text)


@pytest.mark.parametrize(
    "typed, text",
    [
        ("freins", "un frein"),  # the plural is left alone
        ("ecoutes", "l’écoute"),
        ("art", "un partenaire"),  # a word is found from its beginning
        ("oute", "l’écoute"),
        ("oute", unicodedata.normalize("NFD", "écoute")),
        ("l'écoute", "son écoute"),
        ("vite trop", "trop vite"),
        ("trop vite", "trop, vite"),
        ("mobilite", "automobilité"),
    ],
)
def test_not_found(typed, text):
    assert not found(typed, text)


def test_all_the_words_must_occur_anywhere_in_the_note():
    kept = note("k7f3qd", "2026-11-20", entry("a.b", "la mobilité"), entry("a.c", "le permis"))
    assert sought(("permis", "mobilite")).hits(kept) is not None
    assert sought(("permis", "logement")).hits(kept) is None


def test_a_word_may_be_the_code_of_the_person():
    kept = note("k7f3qd", "2026-11-20", entry("a.b", "la mobilité"), person="érable")
    assert sought(("erable",)).hits(kept) == ()
    assert len(sought(("erable", "mobilite")).hits(kept) or ()) == 1


def test_a_word_to_leave_out_leaves_the_note_out():
    kept = note("k7f3qd", "2026-11-20", entry("a.b", "la mobilité"), entry("a.c", "le permis"))
    assert sought(("mobilite",), ("permis",)).hits(kept) is None
    assert sought((), ("logement",)).hits(kept) == ()


def test_what_was_found_stands_in_its_question():
    text = "Sa mobilité, puis la MOBILITE."
    kept = note("k7f3qd", "2026-11-20", entry("a.b", text, "Qu’est-ce qui la freine ?"))
    (hit,) = sought(("mobilite",)).hits(kept) or ()
    assert hit.passage.question == "Qu’est-ce qui la freine ?"
    assert [text[start:end] for start, end in hit.spans] == ["mobilité", "MOBILITE"]


def test_the_wordings_of_the_questions_are_not_searched():
    kept = note("k7f3qd", "2026-11-20", entry("a.b", "rien", "Est-ce que la confiance est là ?"))
    assert sought(("confiance",)).hits(kept) is None


def test_lists_picks_own_picks_looks_and_words_added_by_hand_are_searched():
    kept = note(
        "k7f3qd",
        "2026-11-20",
        entry("a.liste", Items(("un vélo", "du calme"))),
        entry(
            "a.choix", Picked(("Mobilité", "autre1"), ("la peur du bus",), "surtout le soir"), kind="choix_multiple"
        ),
        looks=(Look(note("x").head.day, "avec du recul"),),
        foreign="écrit dans Obsidian",
    )
    for typed in ("velo", "mobilite", "peur du bus", "soir", "recul", "obsidian"):
        assert sought((typed,)).hits(kept), typed


def test_one_question_alone_can_be_searched():
    kept = note("k7f3qd", "2026-11-20", entry("a.b[2].c", "la mobilité"), entry("a.d", "le permis"))
    assert sought(("mobilite",)).hits(kept, "a.b[].c") is not None
    assert sought(("permis",)).hits(kept, "a.b[].c") is None


words = st.text(alphabet="abeéèêEÉœŒæçlLs'’`- \u00a0\u0301\u00ad", min_size=1, max_size=6)


@given(words, words, words)
def test_a_text_holds_what_its_folding_holds(before, typed, after):
    """The pattern agrees with `fold`, but for the elision and the beginning of words, which it adds."""
    if (
        not fold(typed).strip()
        or fold(typed) != fold(typed).strip()
        or re.search("[\u0301\u00ad]", typed[0] + after[0])
    ):
        return
    assert re.search(letters(typed), before + typed + after)


@given(words, words)
def test_nothing_else_is_found(typed, text):
    folded = " ".join(fold(typed).split())
    if folded and re.search(letters(typed), text):
        bare = re.sub("['\u00ad]", "", folded)
        assert bare in re.sub("'", "", " ".join(f" {fold(text)} ".split(" "))) or " " in bare


strange = words | st.text(alphabet="aeioscbzéœßšōÆÿBZ'´\u0327\u200d", min_size=1, max_size=5)


@given(st.lists(strange, min_size=1, max_size=3), strange)
def test_the_raw_text_never_hides_a_note_that_would_be_found(said, typed):
    texts = [text for text in said if text.strip()]
    if not texts:
        return
    kept, _ = parse.parse(
        render(note("k7f3qd", "2026-11-20", *(entry(f"a.b{n}", t) for n, t in enumerate(texts)))), ""
    )
    wanted = Selection(sought=sought((typed,)))
    if wanted.sought.hits(kept) is not None:
        text = render(kept)
        assert wanted.may_fit(text)
        assert not wanted.sought.surely_not_in(text.encode())


@pytest.mark.parametrize(
    "text", ["la mobilité", "MOBILITÉ", unicodedata.normalize("NFD", "mobilité"), "mo\u00adbilité"]
)
def test_a_first_look_sees_what_is_there(text):
    assert not sought(("mobilite",)).surely_not_in(text.encode())
    assert sought(("immobile",)).surely_not_in(text.encode())


def test_a_first_look_leaves_an_accent_to_the_pattern():
    text = "Dupuš va au cœur de la ville".encode()
    assert not sought(("dupus",)).surely_not_in(text)
    assert not sought(("coeur", "ville")).surely_not_in(text)
    assert sought(("ville", "zanzibar")).surely_not_in(text)


@pytest.mark.parametrize("typed", ["confiance", "relation", "liste", "statut", "k7f3qd"])
def test_headings_markers_and_the_head_do_not_make_a_note_worth_reading(typed):
    kept = note("k7f3qd", "2026-11-20", entry("relation.confiance", Items(("rien",)), "La confiance est-elle là ?"))
    assert not sought((typed,)).may_be_in(render(kept))


FRENCH = [chr(code) for code in range(0xC0, 0x250) if fold(chr(code)).isascii() and len(fold(chr(code))) == 1]


@pytest.mark.parametrize("char", FRENCH)
def test_a_first_look_never_hides_a_letter_of_a_latin_alphabet(char):
    for typed, text in ((f"b{fold(char)}zy", f"b{char}zy"), (f"{fold(char)}rt", f"{char}rt")):
        assert found(typed, text)
        assert not sought((typed,)).surely_not_in(f"## Quoi ?\n> Oui, {text}".encode())


@pytest.mark.parametrize("typed", ["écoute", "aine", "ça", "xx", "l'", "%", "œuvre", "12h30"])
def test_a_first_look_works_for_words_of_any_kind(typed):
    assert not sought((typed,)).surely_not_in(f"> Oui, {typed} ici".encode())
    if len(typed) > 3:
        assert sought((typed,)).surely_not_in(b"> Oui, rien ici")
