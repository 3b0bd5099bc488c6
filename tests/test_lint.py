"""What a reader of a tree would trip on: each warning at its place, and nothing where all is well."""

from textwrap import dedent

import pytest

from cip_coach.asking.library import SCENARIOS, TREES, Library, shipped_folder
from cip_coach.asking.lint import closed, lint
from cip_coach.asking.treefile import TreeText, read_tree
from cip_coach.terminal.messages import phrase

LIBRARY = Library.shipped()
TOP = 'arbre: essai\ntitre: "Essai"\nquestions:\n'
SHIPPED = sorted(path for path in (shipped_folder() / TREES).glob("*.yml") if not path.name.endswith(SCENARIOS))


def told(questions: str) -> list[tuple[int, int, str]]:
    """(line, column, code) of each warning of a tree with these questions, which begin at line 4."""
    text = TOP + dedent(questions).strip("\n") + "\n"
    tree, problems = read_tree(TreeText("essai.yml", text), LIBRARY.fetch, LIBRARY.vocabulary)
    assert tree is not None, problems
    found = lint(text, "essai.yml", tree)
    assert all(problem.warning for problem in found)
    assert not any("repère" in phrase(problem.code, problem.details) for problem in found)
    return [(problem.line, problem.column, problem.code) for problem in found]


def codes(wording: str, kind: str = "texte") -> list[str]:
    return [code for _, _, code in told(f'- id: a\n  question: "{wording}"\n  type: {kind}')]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_trees_are_read_without_tripping(path):
    found = lint(path.read_text(encoding="utf-8"), path.name, LIBRARY.read(path)[0])
    assert [(problem.line, problem.code) for problem in found] == []


# Length


def test_a_question_is_read_at_a_glance_up_to_140_signs():
    longest = "Qu'est-ce que " + "x" * 124 + " ?"
    assert len(longest) == 140
    assert codes(longest) == []
    assert codes("x" + longest) == ["question-longue"]


def test_a_text_to_read_may_be_longer():
    assert codes("x" * 200, "info") == []


# Open and closed


@pytest.mark.parametrize(
    "wording",
    [
        "Ai-je reformulé la demande ?",
        "Y a-t-il quelque chose qui accroche ?",
        "Est-ce que la personne me fait confiance ?",
        "« {element} » : est-ce elle qui me l'a dit ?".replace("{element}", "Un besoin"),
        "La confiance est-elle là ?",
        "M'a-t-elle dit ce qu'elle attend ?".replace("ce qu'elle attend", "son attente"),
    ],
)
def test_a_closed_question_does_not_ask_for_a_text(wording):
    assert closed(wording)
    assert codes(wording) == ["texte-ferme"]
    assert codes(wording, "oui_non") == []


@pytest.mark.parametrize(
    "wording",
    [
        "Qu'est-ce qui a compté ?",
        "Comment ai-je reformulé ?",
        "Ai-je reformulé, et comment ?",
        "À quoi est-ce que je le remarque ?",
        "Sur quelles forces peut-elle compter ?",
        "Un titre pour cette situation ?",
        "Et ensuite…",
        "Quel moment ? Où suis-je ?",
        "Vers qui me tourner ?",
    ],
)
def test_an_open_question_may_ask_for_a_text(wording):
    assert not closed(wording)
    assert codes(wording) == []


@pytest.mark.parametrize(
    "wording", ["Comment ai-je reformulé ?", "Qu'est-ce qui a compté ?", "À quoi cela sert-il ?"]
)
def test_an_open_question_is_not_answered_by_yes_or_no(wording):
    assert codes(wording, "oui_non") == ["oui-non-ouvert"]


# Agreement with « je », and « pourquoi »


@pytest.mark.parametrize(
    "wording",
    [
        "Dans quel moment est-ce que je suis content ?",
        "Quand est-ce que je me sens fatiguée ?",
        "De quoi suis-je fier ?",
        "Par quoi ai-je été surprise ?",
        "À quel moment suis-je vraiment prêt·e ?",
        "À quel moment suis-je prêt(e) ?",
    ],
)
def test_a_word_that_agrees_with_je_takes_sides(wording):
    assert codes(wording) == ["accord-je"]


@pytest.mark.parametrize(
    "wording",
    [
        "À quoi est-ce que je remarque que je suis à l'aise ?",
        "Qu'est-ce que je me suis dit ?",
        "Que se passe-t-il quand je suis en colère ?",
        "Où suis-je ?",
        "Qui est content ?",
        "Que fait-elle quand elle est fatiguée ?",
        "Quand est-ce que je me sens capable ?",
        "Sur quoi est-ce que je m'appuie (mes forces) ?",
    ],
)
def test_what_holds_for_everybody_does_not(wording):
    assert "accord-je" not in codes(wording)


def test_it_is_seen_in_the_help_and_the_example_too():
    assert told("""
        - id: a
          question: "Et ensuite ?"
          aide: "Si je suis fatigué, une ligne suffit."
          exemple: "prêt·e"
        """) == [(6, 9, "accord-je"), (7, 12, "accord-je")]


def test_why_asks_for_a_justification():
    assert told('- id: a\n  question: "Pourquoi cela ?"') == [(5, 13, "pourquoi")]


# Shape


def test_nine_choices_are_read_ten_are_not():
    listed = ", ".join(f'{letter}: "{letter}"' for letter in "abcdefghij")
    ten = f'- id: m\n  question: "Quoi ?"\n  type: choix\n  choix: {{{listed}}}'
    assert told(ten) == [(7, 3, "choix-nombreux")]
    assert told(ten.replace(', j: "j"', "")) == []


NEVER_OFFERED = {"evaluations"}
"""Words to be found in a text."""


@pytest.mark.parametrize("taxonomy", sorted(LIBRARY.vocabulary.keys() - NEVER_OFFERED))
def test_every_shipped_taxonomy_can_be_read_whole_by_families_or_behind_more(taxonomy):
    assert told(f'- id: m\n  question: "Quoi ?"\n  type: choix_multiple\n  taxonomie: {taxonomy}') == []


def nested(depth: int) -> str:
    """A question with this many follow-ups one under the other."""
    lines = []
    for level in range(depth + 1):
        margin = "    " * level
        last = [] if level == depth else [f"{margin}  si_repondu:"]
        lines += [f"{margin}- id: q{level}", f'{margin}  question: "Quoi ?"', *last]
    return "\n".join(lines)


def test_four_follow_ups_one_under_the_other_are_enough():
    assert told(nested(4)) == []
    assert told(nested(5)) == [(19, 23, "relances-profondes")]
    assert told(nested(6)) == [(19, 23, "relances-profondes")]


def test_a_dead_branch_is_told_once_at_its_first_question():
    assert told("""
        - id: e
          question: "À combien ?"
          type: echelle
          de: 1
          a: 5
          si_au_moins_7:
            - id: jamais
              question: "Quoi ?"
              si_repondu: [{id: non_plus, question: "Et ?"}]
        - id: suite
          question: "Et ensuite ?"
        """) == [(10, 7, "branche-morte")]


def test_what_is_no_tree_has_no_warning():
    assert lint("- a", "x.yml", None) == ()
    assert lint("titre: a : b", "x.yml", None) == ()


@pytest.mark.parametrize("wording", ["“Quoi de neuf ?”", "‘Quoi de neuf ?’"])
def test_curly_quotes_around_a_whole_text_would_be_shown(wording):
    assert told(f"- id: a\n  question: {wording}") == [(5, 13, "guillemets-courbes")]
    assert told(f'- id: a\n  question: "« Oui », dit-elle, « {wording} » : et alors ?"\n  type: info') == []
