"""What a text may contain, what a terminal may be shown, how French is set and cut into lines."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cip_coach.text import NBSP, clean, clean_line, fold, shorten, shown, typeset, width, wrap

NASTY = list("aé'’ .,:;?!«»-\n\t\r\v\f\x00\x07\x1b\x7f\x85\x9b\u00a0\u202f\u2028\u2029\ufeff\u00ad")
NASTY += ["e\u0301", "\u0301", "\u200d", "\ufe0f", "\u202e", "\u2066", "\u061c", "\U000e0041", "漢", "👩", "🏽"]
NASTY += ["\ud83d", "\ude00", "\udcc3", "\udca9", "\udc80", "...", " ?", "« ", "{element}", "{", "}", "œ", "\u0344"]
texts = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(st.sampled_from(NASTY)).map("".join),
)
ACTS_ON_A_TERMINAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


# What comes in


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "un\r\ndeux\rtrois\x85quatre\vcinq\fsix\u2028sept\u2029huit",
            "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept\nhuit",
        ),
        ("e\u0301te\u0301", "été"),
        ("a\x1b]52;c;AA\x07b\x9bc\x00d", "a]52;c;AAbcd"),  # a hostile paste
        ("\ufeffbonjour\u202e", "bonjour"),
        ("\udcc3\udca9t\udcc3\udca9", "été"),  # UTF-8 bytes that the terminal could not decode
        ("caf\udce9", "caf\ufffd"),  # a Latin-1 byte
        ("\ud83d\ude00", "😀"),  # the two halves of an emoji
        ("👩\u200d👧", "👩\u200d👧"),
        ("l'été : « oui »", "l'été : « oui »"),  # the user's words are kept as typed
        ("deux\ttabulations\t", "deux\ttabulations\t"),
    ],
)
def test_typed_text_is_cleaned(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@settings(deadline=None)
@given(texts)
@example("\u0344" * 40)
@example("\udcc2\udc9b")
def test_cleaning_is_done_once_and_always_saves(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


@settings(deadline=None)
@given(texts)
def test_what_was_cleaned_is_shown_as_it_is(text: str) -> None:
    assert shown(clean(text)) == clean(text)


@settings(deadline=None)
@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\ufeff")))
def test_no_word_is_lost_in_cleaning(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_a_letter_buried_under_accents_cannot_hang_the_program() -> None:
    cleaned = clean("e" + "\u0301\u0327" * 50_000)  # 7 s if they were all sorted
    assert len(cleaned) <= 31
    assert fold("e" + "\u0301\u0327" * 50_000) == "e"


def test_a_line_has_no_line_end() -> None:
    assert clean_line("  un\r\nnom\tcomposé \n") == "un nom composé"


@settings(deadline=None)
@given(texts)
def test_a_clean_line_is_one_clean_line(text: str) -> None:
    line = clean_line(text)
    assert not set("\n\t") & set(line)
    assert clean_line(line) == line


# What goes out


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mrouge", "␛[31mrouge"),
        ("\x1b]52;c;AAAA\x07", "␛]52;c;AAAA␇"),
        ("\x9b31m\x7f", "␦31m␡"),
        ("abc\r\u202edef", "abc␍␦def"),
        ("\u2028\x85", "␤␤"),
        ("[/bold] :warning: <b>oui</b>\n\tfin", "[/bold] :warning: <b>oui</b>\n\tfin"),
        ("\udcff", "␦"),
    ],
)
def test_no_character_acts_on_the_terminal_and_none_disappears(text: str, seen: str) -> None:
    assert shown(text) == seen


@settings(deadline=None)
@given(texts)
def test_shown_text_is_harmless_and_just_as_long(text: str) -> None:
    assert not ACTS_ON_A_TERMINAL.search(shown(text))
    assert len(shown(text)) == len(text)
    assert shown(shown(text)) == shown(text)


# French typography


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("Qu'est-ce que j'ai appris ?", f"Qu’est-ce que j’ai appris{NBSP}?"),
        ("Aujourd'hui : oui ; non !", f"Aujourd’hui{NBSP}: oui{NBSP}; non{NBSP}!"),
        ("« oui »", f"«{NBSP}oui{NBSP}»"),
        ("\u202f: \u202f«\u202foui\u202f»", f"{NBSP}: {NBSP}«{NBSP}oui{NBSP}»"),
        ("des mots, des gestes...", "des mots, des gestes…"),
        ("« {element} » : d'{element} ?", f"«{NBSP}{{element}}{NBSP}»{NBSP}: d’{{element}}{NBSP}?"),
        ("{a ? b}", "{a ? b}"),
        ("http://exemple.fr à 10:30, «oui»?", "http://exemple.fr à 10:30, «oui»?"),
        ("les années '80", "les années '80"),
        ("10\u202f000 pas  ?", f"10{NBSP}000 pas{NBSP}?"),
        ("- un\n  : deux", "- un\n  : deux"),
    ],
)
def test_our_wording_is_set_in_french(written: str, set_: str) -> None:
    assert typeset(written) == set_


@settings(deadline=None)
@given(texts)
def test_setting_twice_changes_nothing(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@settings(deadline=None)
@given(texts)
def test_setting_touches_only_apostrophes_dots_and_spaces(text: str) -> None:
    def bare(text: str) -> str:
        return re.sub("[ \u00a0\u202f]", "", text.replace("’", "'").replace("…", "..."))

    assert bare(typeset(text)) == bare(text)


# Columns


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("été", 3),
        ("e\u0301te\u0301", 3),
        ("漢字", 4),
        ("😀", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("❤\ufe0f\u200d🔥", 2),
        ("🇫🇷", 2),
        ("a\u200bb\u00ad", 3),
        (f"«{NBSP}oui", 5),
    ],
)
def test_a_text_takes_as_many_columns_as_the_eye_counts(text: str, columns: int) -> None:
    assert width(text) == columns


def test_lines_break_at_ordinary_spaces_only() -> None:
    assert wrap(f"Est-ce que la confiance est là{NBSP}? Peut-être.", 24) == [
        "Est-ce que la confiance",
        f"est là{NBSP}? Peut-être.",
    ]
    assert wrap("son porte-monnaie vide", 13) == ["son", "porte-monnaie", "vide"]


@pytest.mark.parametrize(
    ("typed", "columns", "lines"),
    [
        ("elle demande : quand", 13, ["elle", "demande :", "quand"]),
        ("il a dit « oui » puis", 11, ["il a dit", "« oui »", "puis"]),
        ("et la suite ?!", 11, ["et la", "suite ?!"]),
        ("recommencement : non", 14, ["recommencement", ": non"]),
    ],
)
def test_a_sign_typed_after_an_ordinary_space_stays_with_its_word_where_both_fit(
    typed: str, columns: int, lines: list[str]
) -> None:
    assert wrap(typed, columns) == lines


def test_paragraphs_blank_lines_and_indents_are_kept() -> None:
    assert wrap("un deux\n\n  trois quatre", 9) == ["un deux", "", "  trois", "  quatre"]
    assert wrap("", 9) == [""]


def test_only_a_word_wider_than_the_line_is_cut_and_never_between_a_letter_and_its_accent() -> None:
    assert wrap("anticonstitutionnel", 8) == ["anticons", "titution", "nel"]
    assert wrap("e\u0301te\u0301", 1) == ["e\u0301", "t", "e\u0301"]
    assert wrap("漢字漢字", 5) == ["漢字", "漢字"]
    assert wrap("漢字", 1) == ["漢", "字"]


@settings(deadline=None)
@given(texts, st.integers(1, 30))
def test_wrapping_loses_no_word(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == re.sub("[ \t\r\n\f\v]", "", text)


@settings(deadline=None)
@given(texts, st.integers(2, 30))
@example("0 \ufe0f", 2)
@example("00\x7f", 2)
@example(" 漢", 2)
def test_no_line_is_too_wide(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrap(text, columns))


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("abé漢-"), min_size=1, max_size=5), max_size=8), st.integers(10, 30))
def test_words_that_fit_are_never_cut(words: list[str], columns: int) -> None:
    assert " ".join(wrap(" ".join(words), columns)).split() == words


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [
        ("La mobilité", 11, "La mobilité"),
        ("La mobilité reste difficile", 14, f"La mobilité{NBSP}…"),
        ("La mobilité reste difficile", 12, f"La{NBSP}…"),
        ("Anticonstitutionnellement", 8, "Anticon…"),
        ("un\ndeux", 20, "un deux"),
        ("漢字", 2, "…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_a_long_text_is_cut_at_a_word(text: str, columns: int, short: str) -> None:
    assert shorten(text, columns) == short


@settings(deadline=None)
@given(texts, st.integers(0, 30))
@example("漢 0 0", 3)
def test_a_short_text_fits(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns
