"""What YAML we read, and that no text can hurt (reliability Y). The refusals: test_yamltraps."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cip_coach.plainyaml import Mapping, Scalar, Sequence, YamlFault, read
from cip_coach.terminal.messages.yaml_faults import SENTENCES

SIGNS = "aé0~=-:#[]{},\"'*&!|>%@`?\\ \n\t\r\x00\x85\u00a0\u2028\ufeff\ud800😀"
PIECES = [
    *SIGNS,
    "\n  ",
    "\n    ",
    "\n---\n",
    "\r\n",
    "- ",
    "b: ",
    " #",
    "? ",
    "|\n",
    "no",
    "...",
    "<<",
    "!!int",
    "\\u",
    "\\U0010",
]
nasty = st.lists(st.sampled_from(PIECES), max_size=15).map("".join)
texts = st.one_of(nasty, st.text(st.characters(exclude_categories=())))


def fault(text: str, **limits: int) -> YamlFault:
    with pytest.raises(YamlFault) as caught:
        read(text, **limits)
    return caught.value


def places(text: str, **limits: int) -> tuple[int, int, str]:
    wrong = fault(text, **limits)
    return wrong.line, wrong.column, wrong.code


# What is read


def test_a_tree_is_texts_lists_and_tables() -> None:
    assert read(
        """
        arbre: guide-relation
        duree: 4                           # minutes
        questions:
          - id: relation.confiance
            question: "Aujourd'hui, est-ce que la confiance est là ?"
            si_non: []
            alimente: {a_verifier: [en_partie, non]}
            aide: |
              Elle se tisse,
              se fatigue.
        """
    ) == {
        "arbre": "guide-relation",
        "duree": "4",
        "questions": [
            {
                "id": "relation.confiance",
                "question": "Aujourd'hui, est-ce que la confiance est là ?",
                "si_non": [],
                "alimente": {"a_verifier": ["en_partie", "non"]},
                "aide": "Elle se tisse,\nse fatigue.\n",
            }
        ],
    }


AS_WRITTEN = [
    "no",
    "on",
    "Off",
    "oui",
    "null",
    "~",
    "12:30",
    "01234",
    "0612345670",
    "2026-13-45",
    "1e5",
    "0x1F",
    ".inf",
]
AS_WRITTEN += [
    "=",
    "-x",
    "9" * 5000,
    "l'été, *x* @ 10:30",
    "a ! b ? c",
    "C:\\dossier",
    "c#",
    "metier.outils[emploi].qui",
]


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_an_unquoted_value_keeps_its_text(written: str) -> None:
    assert read(f"a: {written}") == {"a": written}


@pytest.mark.parametrize("text", ["", "\n", "# rien\n", "---\n", "\ufeff", "--- # rien\n...\n"])
def test_an_empty_text_is_an_empty_table(text: str) -> None:
    value = read(text)
    assert value == {}
    assert isinstance(value, Mapping)


def test_a_missing_value_is_an_empty_text() -> None:
    assert read('a:\nb: ""\nc: [x, ""]') == {"a": "", "b": "", "c": ["x", ""]}


def test_every_value_knows_its_place_and_whether_it_was_quoted() -> None:
    tree = read('\ufefftitre: "Un"\nliste:\n  - été\n', first_line=2)
    assert isinstance(tree, Mapping)
    (title, first), (name, items) = tree.pairs()
    assert isinstance(first, Scalar)
    assert isinstance(items, Sequence)
    assert isinstance(items[0], Scalar)
    assert (tree.line, tree.column) == (2, 1)
    assert (title.line, title.column, title.plain) == (2, 1, True)
    assert (first.line, first.column, first.plain) == (2, 8, False)
    assert (name.line, items.line, items.column) == (3, 4, 3)
    assert (items[0].line, items[0].column, items[0].plain) == (4, 5, True)


@pytest.mark.parametrize(
    "comment",
    ["duree: 4 # minutes", "duree: 4    # minutes", "duree: 4  #minutes", "duree: '4' #minutes", "#x\nduree: 4 #"],
)
def test_a_comment_after_a_value_is_a_comment(comment: str) -> None:
    assert read(comment) == {"duree": "4"}


# No text can hurt


LAUGHS = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: y}\n" + "".join(f"b{i}: &b{i}\n  <<: [*a, *a]\n" for i in range(22))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LAUGHS, "yaml-ancre"),
        (MERGES, "yaml-ancre"),
        ("[" * 500, "yaml-profondeur"),
        ("[" * 50_000, "yaml-profondeur"),
        ("{a: " * 50_000, "yaml-profondeur"),
        ("- " * 50_000, "yaml-profondeur"),
        ("a: [" + "x, " * 30_000, "yaml-trop"),
        ("x" * 5_000_000, "yaml-taille"),
        ("a: '" + "''" * 50_000, "yaml-non-ferme"),
        ('a: "b\n' * 30_000, "yaml-non-ferme"),
        ("\n" * 50_000 + "]", "yaml-signe"),
        ('a: "\\UFFFFFFFF"', "yaml-barre-oblique"),
        ("%YAML 1." + "9" * 5000 + "\n--- a", "yaml-signe"),
        ("a:" + " " * 100_000 + "b: c", "yaml-deux-points"),
    ],
    ids=lambda value: value if len(value) < 30 else None,
)
def test_a_bomb_is_refused_at_once(text: str, code: str) -> None:
    began = time.monotonic()
    assert fault(text).code == code
    assert time.monotonic() - began < 5  # a second at most; an exponential would take minutes


def test_the_limits_are_exact() -> None:
    assert read("[[a]]", depth=2, nodes=3, size=5) == [["a"]]
    assert places("[[a]]", depth=1) == (1, 2, "yaml-profondeur")
    assert places("[[a]]", nodes=2) == (1, 3, "yaml-trop")
    assert places("[[a]]", size=4) == (1, 1, "yaml-taille")


@given(texts)
@settings(max_examples=500, deadline=None)
@example('"\\UFFFFFFFF"')
@example("%YAML 1." + "9" * 5000)
@example("!%ff")
def test_nothing_but_a_fault_comes_out(text: str) -> None:
    try:
        value = read(text)
    except YamlFault as wrong:
        assert 1 <= wrong.line <= text.count("\n") + text.count("\r") + 1
        assert 1 <= wrong.column <= len(text) + 1
    else:
        assert isinstance(value, Scalar | Sequence | Mapping)


@given(texts)
@settings(max_examples=500, deadline=None)
@example("a: '|'\nb: |+\n  x\n\nc: >\n  y\n  z")
def test_what_is_read_is_what_yaml_says(text: str) -> None:
    try:
        value = read(text)
    except YamlFault:
        return
    loader = yaml.BaseLoader if "\t" in text else getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    expected = yaml.load(text.removeprefix("\ufeff"), loader)
    assert value == expected or (value == {} and expected in (None, ""))


@given(texts)
@settings(deadline=None)
def test_every_fault_has_its_french_sentence(text: str) -> None:
    try:
        read(text, depth=3, nodes=8, size=40)
    except YamlFault as wrong:
        assert SENTENCES[wrong.code](**wrong.details)
