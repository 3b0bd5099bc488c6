"""What is refused in a YAML text, where its author would look for it, and what is said of it in French."""

import inspect
from typing import Any

import pytest
import yaml

from cip_coach.plainyaml import YamlFault, read
from cip_coach.problem import Problem
from cip_coach.terminal.messages.yaml_faults import SENTENCES
from cip_coach.text import NBSP, typeset


def fault(text: str, first_line: int = 1) -> YamlFault:
    with pytest.raises(YamlFault) as caught:
        read(text, first_line=first_line)
    return caught.value


def place(text: str) -> tuple[int, int, str]:
    wrong = fault(text)
    return wrong.line, wrong.column, wrong.code


FAULTS = [
    # French sentences without quotes
    ("question: Pourquoi : as-tu fait ça ?", 1, 20, "yaml-deux-points"),
    (f"question: Pourquoi{NBSP}: as-tu fait ça ?", 1, 20, "yaml-deux-points"),
    ("a: b: c", 1, 5, "yaml-deux-points"),
    ("aide: voir :", 1, 12, "yaml-deux-points"),
    ("question: Bonjour\n  je dis : oui", 2, 10, "yaml-deux-points"),
    ("- Que faire : appeler", 1, 13, "yaml-deux-points"),
    ("question: ! attention", 1, 11, "yaml-etiquette"),
    ("question: #1 priorité", 1, 11, "yaml-diese"),
    ("- #1 priorité", 1, 3, "yaml-diese"),
    ("question: La priorité #1 du jour", 1, 23, "yaml-diese"),
    ("question: La priorité # 1 du jour", 1, 23, "yaml-diese"),
    ("question: *gras*", 1, 11, "yaml-etoile"),
    ("question: *gras* et suite", 1, 11, "yaml-etoile"),
    ("question: * gras", 1, 11, "yaml-etoile"),
    ("question: & puis", 1, 11, "yaml-ancre"),
    ("question: [note] suite", 1, 11, "yaml-crochet"),
    ("question: {element}", 1, 11, "yaml-crochet"),
    ("question: {element} : par qui ?", 1, 11, "yaml-crochet"),
    ("question: - tiret", 1, 11, "yaml-tiret"),
    ("question: > cite", 1, 11, "yaml-chevron"),
    ("question: | cite", 1, 11, "yaml-chevron"),
    ("question: |#", 1, 11, "yaml-chevron"),
    ("question: @ moi", 1, 11, "yaml-signe"),
    ("question: `moi`", 1, 11, "yaml-signe"),
    ("question: % du temps", 1, 11, "yaml-signe"),
    ("question: ? vraiment", 1, 11, "yaml-signe"),
    ("- ? vraiment", 1, 5, "yaml-signe"),
    ("question: ]", 1, 11, "yaml-signe"),
    ('question: "Il a dit" bonjour', 1, 22, "yaml-guillemets"),
    ("question: 'l'école'", 1, 14, "yaml-guillemets"),
    ('"a" b: c', 1, 5, "yaml-guillemets"),
    ("choix: {oui: Oui, je veux, non: Non}", 1, 19, "yaml-virgule"),
    ('dossier: "C:\\dossier"', 1, 13, "yaml-barre-oblique"),
    ('a: "\\ud800"', 1, 4, "yaml-barre-oblique"),
    ("question: “Et donc : quoi ?”", 1, 11, "yaml-guillemets-courbes"),
    ("question: « Et donc : quoi ? »", 1, 11, "yaml-guillemets-courbes"),
    ("- “Et donc : quoi ?”", 1, 3, "yaml-guillemets-courbes"),
    # signs without their pair
    ('question: "Il a dit', 1, 11, "yaml-non-ferme"),
    ('titre: "Un\nquestion: "Deux"\nfin: non', 1, 8, "yaml-non-ferme"),
    ("choix: [oui, non", 1, 8, "yaml-non-ferme"),
    ("a: b\nchoix: [oui,", 2, 8, "yaml-non-ferme"),
    ("choix: {oui: Oui", 1, 8, "yaml-non-ferme"),
    # lines
    ("a: b\n\tc: d", 2, 1, "yaml-tabulation"),
    ("a:\n\t- b", 2, 1, "yaml-tabulation"),
    ("a: b\n  c: d", 2, 4, "yaml-indentation"),
    ("a:\n    b: c\n  d: e", 3, 3, "yaml-indentation"),
    ("- a\nb: c", 2, 1, "yaml-indentation"),
    ("a: b\n- c", 2, 1, "yaml-indentation"),
    ("a: b\nphrase seule\nc: d", 2, 1, "yaml-sans-cle"),
    ("titre:Un\nb: c", 1, 7, "yaml-sans-cle"),
    (f"titre:{NBSP}Un\nb: c", 1, 7, "yaml-sans-cle"),
    # keys
    ("mon titre : Un", 1, 1, "yaml-cle-espaces"),
    ("a: b\nc: d\na: e", 3, 1, "yaml-cle-en-double"),
    (f"titre{NBSP}: Un", 1, 1, "yaml-espace-insecable"),
    (f"{NBSP}{NBSP}type: x", 1, 1, "yaml-espace-insecable"),
    ("? [a]\n: b", 1, 3, "yaml-cle"),
    ("? \n: b", 1, 2, "yaml-cle"),
    ('"": b', 1, 1, "yaml-cle"),
    ("<<: b", 1, 1, "yaml-fusion"),
    # what YAML can do and nobody should
    ("a: &x b", 1, 4, "yaml-ancre"),
    ("a: &x [*x]", 1, 4, "yaml-ancre"),
    ("a: !!int 3", 1, 4, "yaml-etiquette"),
    ("!!python/object/apply:os.system ['x']", 1, 1, "yaml-etiquette"),
    ("%YAML 1.1\n---\na: b", 1, 1, "yaml-signe"),
    ("a: 1\n---\nb: 2", 2, 1, "yaml-plusieurs-documents"),
    # characters
    ("a: b\r\nc: \x07", 2, 4, "yaml-caractere"),
    ("a: b\u2028", 1, 5, "yaml-caractere"),
    ("a: \ufeff", 1, 4, "yaml-caractere"),
    ("a: \ud800", 1, 4, "yaml-caractere"),
    ("a: [:", 1, 5, "yaml-signe"),
    ("a: [- b]", 1, 5, "yaml-signe"),
    ("...", 1, 1, "yaml-illisible"),
]


@pytest.mark.parametrize(("text", "line", "column", "code"), FAULTS)
def test_a_fault_is_named_where_its_author_would_look(text: str, line: int, column: int, code: str) -> None:
    assert place(text) == (line, column, code)


def test_without_the_c_parser_the_same_faults_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read("a: [b, {c: d}]\n") == {"a": ["b", {"c": "d"}]}
    assert [place(text) for text, *_ in FAULTS] == [tuple(where) for _, *where in FAULTS]


def test_a_fault_is_a_problem_of_its_file() -> None:
    wrong = fault("a: b\na: c", first_line=2)
    details = {"cle": "a", "premiere_ligne": 2}
    assert wrong.problem("x.yml") == Problem("x.yml", 3, 1, "yaml-cle-en-double", details)


@pytest.mark.parametrize("code", SENTENCES)
def test_the_sentences_are_set_in_french(code: str) -> None:
    asked = inspect.signature(SENTENCES[code]).parameters
    samples: dict[str, Any] = {"signe": "[", "cle": "titre", "premiere_ligne": 3, "limite": 12, "caractere": "U+0007"}
    sentence = SENTENCES[code](**{name: samples[name] for name in asked})
    assert sentence == typeset(sentence)
    assert sentence.endswith(".")
