"""A tree file is read whole or refused with every problem in it, each once and at its place.

`arbres_fautifs/` has one file a fault. Its first lines say what is expected:
`# attendu: LIGNE:COLONNE code` (or `fichier:LIGNE:COLONNE code` for an included
file), then `# phrase: …`, the exact sentence of each.
"""

import time
from dataclasses import replace
from itertools import product
from pathlib import Path
from textwrap import dedent

import pytest

from cip_coach.asking.building import INCLUDE_KEYS, LOOP_KEYS
from cip_coach.asking.library import Library
from cip_coach.asking.questionfile import ANY_KEY
from cip_coach.asking.tree import Kind, Tree
from cip_coach.asking.treefile import HEADER_KEYS, TreeText, read_tree
from cip_coach.problem import Misused, Problem
from cip_coach.terminal.messages import phrase

FAULTY = Path(__file__).parent / "arbres_fautifs"
FILES = sorted(FAULTY.glob("*.yml"))
LIBRARY = Library.shipped()
QUESTION = '  - id: a\n    question: "Où en suis-je ?"\n'


def fetch(name: str) -> TreeText | Problem | None:
    """An included file: a faulty one beside ours, else a shipped one."""
    path = FAULTY / f"{name}.yml"
    return TreeText(f"{name}.yml", path.read_text(encoding="utf-8")) if path.is_file() else LIBRARY.fetch(name)


def read(text: str, file: str = "essai.yml") -> tuple[Tree | None, tuple[Problem, ...]]:
    return read_tree(TreeText(file, text), fetch, LIBRARY.vocabulary, LIBRARY.includable())


def tree_of(text: str) -> Tree:
    tree, problems = read(text)
    assert tree is not None, problems
    return tree


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text)[1]]


def announced(text: str, label: str) -> list[str]:
    """What the comments on top of a faulty file announce."""
    start = f"# {label}: "
    return [line.removeprefix(start) for line in text.splitlines() if line.startswith(start)]


def told(problem: Problem, file: str) -> str:
    where = "" if problem.file == file else f"{problem.file}:"
    return f"{where}{problem.line}:{problem.column} {problem.code}"


class TestAFaultyTree:
    def test_there_are_many(self):
        assert len(FILES) >= 150

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_is_refused_with_exactly_its_fault(self, path):
        text = path.read_text(encoding="utf-8")
        tree, problems = read(text, path.name)
        assert tree is None
        assert [told(problem, path.name) for problem in problems] == announced(text, "attendu")

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_is_told_in_these_words(self, path):
        text = path.read_text(encoding="utf-8")
        said = [phrase(problem.code, problem.details) for problem in read(text, path.name)[1]]
        assert said == announced(text, "phrase")

    def test_every_fault_is_listed_at_once_from_top_to_bottom(self):
        text = dedent("""\
            arbre: essai
            titre: "Essai"
            duree: quatre
            questions:
              - id: a
                question: "Où en suis-je ?"
                type: oui_non
                si_nom: []
              - id: a
                tipe: liste
              - inclure: communs/rien
              - id: b
                question: "Et « {element} » ?"
                quand: {a: nom}
            """)
        places = [(problem.line, problem.code) for problem in read(text)[1]]
        assert places == [
            (3, "forme-nombre"),
            (8, "si-inconnu"),
            (9, "cle-manquante"),
            (9, "id-double"),
            (10, "cle-inconnue"),
            (11, "inclusion"),
            (13, "element-hors-boucle"),
            (14, "reponse-inconnue"),
        ]

    def test_names_that_a_missing_file_may_hold_are_not_faults(self):
        text = (
            'arbre: e\ntitre: "E"\nquestions:\n  - inclure: communs/rien\n'
            + QUESTION
            + "    quand: {rien.du_tout: oui}\n"
        )
        assert codes(text) == ["inclusion"]

    def test_a_fault_below_a_question_without_id_is_told_too(self):
        text = 'arbre: e\ntitre: "E"\nquestions:\n  - question: "A ?"\n    type: oui_non\n    si_oui: [{id: b}]\n'
        assert codes(text) == ["cle-manquante", "cle-manquante"]


class TestAFile:
    def test_in_another_encoding_is_named_at_the_first_wrong_letter(self, tmp_path):
        path = tmp_path / "essai.yml"
        path.write_bytes('arbre: essai\ntitre: "Bilan d’été"\n'.encode("cp1252"))
        assert LIBRARY.read(path) == (None, (Problem("essai.yml", 2, 16, "pas-utf8"),))

    def test_in_utf16_is_named(self, tmp_path):
        path = tmp_path / "essai.yml"
        path.write_text("arbre: essai\n", encoding="utf-16")
        assert [problem.code for problem in LIBRARY.read(path)[1]] == ["pas-utf8"]

    def test_with_nothing_at_all_is_named(self):
        assert codes("") == codes("\ufeff") == codes("\n\n# rien\n") == ["arbre-vide"]

    def test_that_is_not_there_or_not_a_file_is_named(self, tmp_path):
        for path in (tmp_path / "absent.yml", tmp_path):
            assert [problem.code for problem in LIBRARY.read(path)[1]] == ["fichier-illisible"]

    def test_that_is_far_too_long_is_refused_without_being_read_whole(self, tmp_path):
        path = tmp_path / "essai.yml"
        path.write_text("é" * 5_000_000, encoding="utf-8")
        assert [problem.code for problem in LIBRARY.read(path)[1]] == ["yaml-taille"]

    def test_included_in_another_encoding_is_named_under_its_own_name(self, tmp_path):
        (tmp_path / "arbres").mkdir()
        (tmp_path / "arbres" / "note.yml").write_bytes("fragment: oui\n# été\n".encode("cp1252"))
        (tmp_path / "arbres" / "essai.yml").write_text('arbre: essai\ntitre: "E"\nquestions: [{inclure: note}]\n')
        own = replace(LIBRARY, folders=(tmp_path, *LIBRARY.folders))
        assert own.read(tmp_path / "arbres" / "essai.yml")[1] == (Problem("note.yml", 2, 3, "pas-utf8"),)


class TestTheLibrary:
    def test_suggests_the_nearest_tree(self):
        with pytest.raises(Misused) as caught:
            LIBRARY.tree("guide-relatoin")
        assert caught.value.details == {"arbre": "guide-relatoin", "proche": "guide-relation"}

    def test_refuses_a_tree_whose_file_has_another_name(self, tmp_path):
        (tmp_path / "arbres").mkdir()
        (tmp_path / "arbres" / "copie.yml").write_text(f'arbre: essai\ntitre: "E"\nquestions:\n{QUESTION}', "utf-8")
        with pytest.raises(Misused) as caught:
            replace(LIBRARY, folders=(tmp_path, *LIBRARY.folders)).tree("copie")
        assert [problem.code for problem in caught.value.problems] == ["arbre-nom"]

    def test_refuses_a_faulty_tree_with_its_problems(self, tmp_path):
        (tmp_path / "arbres").mkdir()
        (tmp_path / "arbres" / "essai.yml").write_text("arbre: essai\n", "utf-8")
        with pytest.raises(Misused) as caught:
            replace(LIBRARY, folders=(tmp_path, *LIBRARY.folders)).tree("essai")
        assert [problem.code for problem in caught.value.problems] == ["cle-manquante", "cle-manquante"]

    @pytest.mark.parametrize("name", sorted(LIBRARY.names()))
    def test_ships_trees_without_a_fault(self, name):
        assert LIBRARY.tree(name).id == name


ACCEPTED = {
    "comments": 'arbre: essai # ici\ntitre: "Essai"\nquestions:\n  # et là\n' + QUESTION,
    "Windows line ends": ('arbre: essai\ntitre: "Essai"\nquestions:\n' + QUESTION).replace("\n", "\r\n"),
    "a byte order mark": '\ufeffarbre: essai\ntitre: "Essai"\nquestions:\n' + QUESTION,
    "one document mark": '---\narbre: essai\ntitre: "Essai"\nquestions:\n' + QUESTION,
    "no line end at the end": 'arbre: essai\ntitre: "Essai"\nquestions:\n' + QUESTION.rstrip("\n"),
    "a dash under its key": 'arbre: essai\ntitre: "Essai"\nquestions:\n- id: a\n  question: "Où en suis-je ?"\n',
    "brackets over several lines": (
        'arbre: essai\ntitre: "Essai"\nquestions: [\n  {id: a,\n   question: "Où en suis-je ?"},\n]\n'
    ),
    "quotes around everything": "'arbre': 'e'\n\"titre\": \"E\"\n'questions':\n- 'id': 'a'\n  'question': 'A'\n",
    "one question without its dash": 'arbre: essai\ntitre: "Essai"\nquestions:\n  id: a\n  question: "A"\n',
}


class TestAcceptedForms:
    @pytest.mark.parametrize("name", ACCEPTED)
    def test_stay_legal(self, name):
        assert [question.id for question in tree_of(ACCEPTED[name]).identities().values()] == ["a"]

    def test_a_text_over_several_lines(self):
        text = dedent("""\
            arbre: essai
            titre: "Essai"
            questions:
              - id: a
                question: >
                  Que s'est-il passé ?
                  Et ensuite ?
                aide: |
                  Une ligne.
                  Une autre : ici, tout passe.
            """)
        question = tree_of(text).identities()["a"]
        assert question.text == "Que s’est-il passé\u00a0? Et ensuite\u00a0?\n"
        assert question.help == "Une ligne.\nUne autre\u00a0: ici, tout passe.\n"

    def test_words_that_yaml_reads_as_booleans_numbers_or_dates_are_texts(self):
        text = dedent("""\
            arbre: essai
            titre: no
            questions:
              - id: a
                question: 12:30
                type: choix
                choix: {no: on, on: off, yes: 2026-11-22, null: ~}
                si_no: [{id: b, question: "B"}]
            """)
        tree = tree_of(text)
        question = tree.identities()["a"]
        assert (tree.title, question.text) == ("no", "12:30")
        assert [(choice.id, choice.label) for choice in question.offer.choices] == [
            ("no", "on"), ("on", "off"), ("yes", "2026-11-22"), ("null", "~"),
        ]  # fmt: skip

    def test_a_scalar_or_a_list_where_both_are_foreseen(self):
        for written in ("pas", "[pas]", "{pas: toujours}"):
            tree = tree_of(f'arbre: e\ntitre: "E"\nquestions:\n{QUESTION}    alimente: {written}\n')
            assert [(feed.kind, feed.answers) for feed in tree.identities()["a"].feeds] == [("pas", ())]

    def test_always_may_also_be_an_answer(self):
        text = dedent("""\
            arbre: e
            titre: "E"
            questions:
              - id: a
                question: "Souvent ?"
                type: choix
                choix: {toujours: "toujours", jamais: "jamais"}
                alimente: {pas: toujours}
            """)
        assert tree_of(text).identities()["a"].feeds[0].answers == ("toujours",)

    def test_typography_is_put_right(self):
        tree = tree_of('arbre: e\ntitre: "L\'été : bilan..."\nquestions:\n' + QUESTION)
        assert tree.title == "L’été\u00a0: bilan…"

    def test_what_a_tree_says_of_itself(self):
        text = dedent("""\
            arbre: essai
            version: 3
            titre: "Essai"
            description: "Une phrase."
            duree: 4
            moment: fin_de_journee
            personne: requise
            source: "Une source."
            renomme: {vieux: moyen, moyen: a}
            questions:
            """)
        tree = tree_of(text + QUESTION)
        said = (tree.id, tree.version, tree.duration, tree.moment, tree.person, tree.source, tree.description)
        assert said == ("essai", 3, 4, "fin_de_journee", "requise", "Une source.", "Une phrase.")
        assert tree.renamed == {"vieux": "moyen", "moyen": "a"}

    def test_a_question_without_a_type_is_a_text(self):
        assert tree_of('arbre: e\ntitre: "E"\nquestions:\n' + QUESTION).identities()["a"].kind is Kind.TEXT


ODD_VALUES = ("[]", "{}", "[[]]", "{a: {b: c}}", "{a: [b]}", '""', "[{}]", "-1", "'{}'", "x", "9" * 400)


class TestHostileTrees:
    """Reliability Y1: no tree can hang, crash or exhaust the program."""

    @staticmethod
    def refused_soon(text: str, fetched: dict[str, str] | None = None) -> set[str]:
        began = time.perf_counter()
        files = fetched or {}
        tree, problems = read_tree(
            TreeText("essai.yml", text),
            lambda name: TreeText(f"{name}.yml", files[name]) if name in files else None,
            LIBRARY.vocabulary,
            files,
        )
        assert time.perf_counter() - began < 5
        assert tree is None
        return {problem.code for problem in problems}

    def test_thousands_of_questions(self):
        many = "".join(f'  - {{id: q{rank}, question: "A"}}\n' for rank in range(3500))
        assert "trop-de-questions" in self.refused_soon('arbre: e\ntitre: "E"\nquestions:\n' + many)

    def test_thousands_of_questions_of_one_name(self):
        many = '  - {id: a, question: "A"}\n' * 1500
        assert "id-double" in self.refused_soon('arbre: e\ntitre: "E"\nquestions:\n' + many)

    def test_thousands_of_unknown_names_and_keys(self):
        names = ", ".join(f"nom_{rank}: oui" for rank in range(4000))
        keys = "".join(f"    cle_{rank}: oui\n" for rank in range(2000))
        found = self.refused_soon(f'arbre: e\ntitre: "E"\nquestions:\n{QUESTION}    quand: {{{names}}}\n{keys}')
        assert found == {"reference", "cle-inconnue"}

    def test_files_that_include_each_other_again_and_again(self):
        files = {
            f"f{level}": "fragment: oui\nquestions:\n"
            + "".join(f"  - {{inclure: f{level + 1}, prefixe: p{rank}_}}\n" for rank in range(300))
            for level in range(3)
        }
        files["f3"] = 'fragment: oui\nquestions: [{id: a, question: "A"}]\n'
        text = 'arbre: e\ntitre: "E"\nquestions: [{inclure: f0}]\n'
        assert "trop-de-questions" in self.refused_soon(text, files)

    def test_questions_under_questions_as_deep_as_yaml_may_go(self):
        text, indent = 'arbre: e\ntitre: "E"\nquestions:\n', "  "
        for level in range(40):
            text += f'{indent}- id: q{level}\n{indent}  question: "A"\n{indent}  si_repondu:\n'
            indent += "    "
        assert self.refused_soon(text + f'{indent}- {{id: z, question: "Z"}}\n') == {"yaml-profondeur"}

    @pytest.mark.parametrize("key", [*sorted(ANY_KEY), *sorted(LOOP_KEYS | INCLUDE_KEYS), "si_oui", "inconnue"])
    def test_any_value_under_any_key_gives_problems_at_most(self, key):
        for kind, value in product(Kind, ODD_VALUES):
            written = {"id": "a", "question": '"A"', "type": kind.value, key: value}
            item = ", ".join(f"{name}: {content}" for name, content in written.items())
            tree, problems = read(f'arbre: e\ntitre: "E"\nquestions: [{{{item}}}]\n')
            assert (tree is None) == bool(problems), item
            assert all(problem.line > 0 and problem.column > 0 for problem in problems), item

    @pytest.mark.parametrize("key", sorted(HEADER_KEYS - {"questions"}))
    def test_any_value_under_any_key_of_the_header_gives_problems_at_most(self, key):
        for value in ODD_VALUES:
            header = {"arbre": "e", "titre": '"E"', key: value}
            text = "".join(f"{name}: {content}\n" for name, content in header.items())
            tree, problems = read(f"{text}questions:\n{QUESTION}")
            assert (tree is None) == bool(problems), text
