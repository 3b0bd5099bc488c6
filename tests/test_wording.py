"""How everything shipped reads: open, without advice or judgement, for anyone, in French typography.

Checked after loading, as it will be shown: trees, taxonomies, programmes.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from cip_coach import plainyaml
from cip_coach.asking.library import PROGRAMMES, Library, shipped_folder
from cip_coach.asking.tree import Kind, Loop, Node, Question, Section, Tree
from cip_coach.text import NBSP, typeset
from cip_coach.vocabulary import Taxonomy

LIBRARY = Library.shipped()
TREES = sorted(LIBRARY.names())
TAXONOMIES = sorted(LIBRARY.vocabulary)
PROGRAMME_FILES = sorted((shipped_folder() / PROGRAMMES).glob("*.yml"))

LONGEST_QUESTION = 140
LONGEST_EXAMPLE = 40
"""What stands on the line of a field, on a screen of 60 columns."""
LONGEST_HELP = 140
MOST_WORDS_IN_A_LABEL = 4
MADE_BY_THE_LANGUAGE = ".mots"
"""The follow-up of `si_mots` has no file to give it a label."""

FORBIDDEN = re.compile(
    r"(?<!\w)(pourquoi|vous devriez|tu devrais|je devrais|il faut|il faudrait|manipulat\w*|évidemment|échec)(?!\w)",
    re.IGNORECASE,
)
TU = re.compile(r"(?<![\w’-])(tu|toi|te|tes|t’\w+)(?![\w-])", re.IGNORECASE)
BETWEEN = r"(?:(?:pas|plus|bien|mal|trop|si|très|assez|encore|déjà|toujours|vraiment|un peu)\s+)*"
ABOUT_ME = (
    r"(?:je\s+(?:ne\s+)?(?:me\s+)?(?:suis|étais|serai|sens|sentais)|je\s+m’étais|j’étais|j’ai\s+été|j’avais\s+été"
    r"|(?:me\s+)?suis-je|étais-je|ai-je\s+été|me\s+sens-je)"
)
AGREEING = r"\w*(?:é|i|u|is|it|ert|eux|if|eur|ant|ent|in|al|el|et)(?:e|s|es)?|\w*(?:euse|ive|elle|ette)s?"
AGREEMENT = re.compile(rf"(?<!\w){ABOUT_ME}\s+{BETWEEN}(?P<word>{AGREEING})(?!\w)", re.IGNORECASE)
DOUBLES = re.compile(r"\((?:e|es|ne|trice)\)|·e|\.e\.s|-e-s")
TYPOGRAPHY = re.compile(
    rf"'|\.\.\.|(?<!{NBSP})[?;»]|(?<!{NBSP}):(?=\s|$)|«(?!{NBSP})|  |\u202f|^\s|\s$",
)


def every_question(nodes: tuple[Node, ...]) -> Iterator[Question]:
    for node in nodes:
        match node:
            case Section() | Loop():
                yield from every_question(node.nodes)
            case Question():
                yield node
                for follow_up in node.follow_ups:
                    yield from every_question(follow_up.nodes)
                yield from every_question(node.loop)


def titles(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Section():
                yield node.title
                yield from titles(node.nodes)
            case Loop():
                yield from (choice.label for choice in node.offer.choices)
                yield from titles(node.nodes)
            case Question():
                for follow_up in node.follow_ups:
                    yield from titles(follow_up.nodes)
                yield from titles(node.loop)


def texts_of_tree(tree: Tree) -> set[str]:
    """Every sentence of a tree as it is shown; the terms of its taxonomies are read with them."""
    found = {tree.title, tree.description, tree.source, *titles(tree.nodes)}
    for question in every_question(tree.nodes):
        found |= {question.text, question.label, question.help, question.example, question.none, question.precision}
        found |= set(question.bounds.labels.values())
        if not question.offer.taxonomy:
            found |= {choice.label for choice in question.offer.choices}
    return found - {""}


def texts_of_taxonomy(taxonomy: Taxonomy) -> set[str]:
    """What is shown of a taxonomy: not its aliases, which are words of users."""
    found = {taxonomy.title, taxonomy.source, taxonomy.tagging, taxonomy.reframing, *taxonomy.families.values()}
    for term in taxonomy.terms.values():
        found |= {term.label, term.attention, *term.leads}
    return found - {""}


def texts_of_programme(value: plainyaml.Value) -> Iterator[str]:
    match value:
        case plainyaml.Mapping():
            for child in value.values():
                yield from texts_of_programme(child)
        case plainyaml.Sequence():
            for child in value:
                yield from texts_of_programme(child)
        case plainyaml.Scalar() if not value.plain:
            yield typeset(value)


SHIPPED = [
    *(pytest.param(texts_of_tree(LIBRARY.tree(name)), id=f"arbre {name}") for name in TREES),
    *(pytest.param(texts_of_taxonomy(LIBRARY.vocabulary[name]), id=f"taxonomie {name}") for name in TAXONOMIES),
    *(
        pytest.param(
            set(texts_of_programme(plainyaml.read(path.read_text(encoding="utf-8")))), id=f"programme {path.stem}"
        )
        for path in PROGRAMME_FILES
    ),
]
every_text = pytest.mark.parametrize("texts", SHIPPED)
every_tree = pytest.mark.parametrize("tree_id", TREES)


def test_there_is_something_to_read():
    assert len(TREES) >= 25
    assert len(TAXONOMIES) >= 9
    assert len(PROGRAMME_FILES) >= 2
    assert LIBRARY.problems == ()


@every_text
def test_no_why_no_advice_no_judgement(texts):
    assert sorted(text for text in texts if FORBIDDEN.search(text)) == []


@every_text
def test_nothing_agrees_with_me(texts):
    assert sorted(text for text in texts if AGREEMENT.search(text)) == []


@every_text
def test_nobody_is_called_tu(texts):
    assert sorted(text for text in texts if TU.search(text)) == []


@every_text
def test_no_written_doubles(texts):
    assert sorted(text for text in texts if DOUBLES.search(text)) == []


@every_text
def test_no_exclamation(texts):
    assert sorted(text for text in texts if "!" in text) == []


@every_text
def test_the_typography_is_french(texts):
    assert sorted(text for text in texts if TYPOGRAPHY.search(text)) == []


@every_tree
def test_a_question_fits_in_140_characters(tree_id):
    asked = LIBRARY.tree(tree_id).identities()
    assert [i for i, question in asked.items() if len(question.text) > LONGEST_QUESTION] == []


@every_tree
def test_an_example_fits_in_its_field(tree_id):
    asked = LIBRARY.tree(tree_id).identities()
    assert [i for i, question in asked.items() if len(question.example) > LONGEST_EXAMPLE] == []


@every_tree
def test_a_help_is_short_but_for_the_numbers_to_call(tree_id):
    helps = {
        i: question.help.partition("En cas de danger")[0]
        for i, question in LIBRARY.tree(tree_id).identities().items()
    }
    assert [i for i, said in helps.items() if len(said) > LONGEST_HELP] == []


@pytest.mark.parametrize("name", TAXONOMIES)
def test_a_lead_fits_in_140_characters(name):
    terms = LIBRARY.vocabulary[name].terms.values()
    assert [lead for term in terms for lead in term.leads if len(lead) > LONGEST_QUESTION] == []


@every_tree
def test_every_question_has_a_short_name(tree_id):
    asked = LIBRARY.tree(tree_id).identities()
    written = {i: question.label for i, question in asked.items() if not i.endswith(MADE_BY_THE_LANGUAGE)}
    assert [i for i, label in written.items() if not 1 <= len(label.split()) <= MOST_WORDS_IN_A_LABEL] == []


@every_tree
def test_two_neighbours_are_never_named_alike(tree_id):
    asked = [question for question in every_question(LIBRARY.tree(tree_id).nodes) if question.label]
    assert [(a.id, b.id) for a, b in pairwise(asked) if a.label == b.label] == []


@every_tree
def test_a_tree_says_what_it_is_for_how_long_it_takes_and_where_it_comes_from(tree_id):
    tree = LIBRARY.tree(tree_id)
    assert tree.description.endswith(".")
    assert 1 <= tree.duration <= 35
    assert tree.moment
    assert "cip-coach" in tree.source
    assert tree.version >= 1


@every_tree
def test_a_tree_about_the_interview_dates_it_and_calls_it_an_example(tree_id):
    source = LIBRARY.tree(tree_id).source
    if tree_id.startswith("cpp-") or tree_id == "posture-place":
        assert "reseaucip.fr, 2012" in source
        assert "exemple" in source


@every_tree
def test_how_to_end_a_list_is_said_by_the_front_ends_not_by_trees(tree_id):
    lists = [q for q in every_question(LIBRARY.tree(tree_id).nodes) if q.kind is Kind.LIST]
    assert [q.id for q in lists if "igne vide" in q.help] == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (FORBIDDEN, "Pourquoi ce choix ?"),
        (FORBIDDEN, "Ici, il faut écouter."),
        (FORBIDDEN, "Une personne manipulatrice"),
        (AGREEMENT, "À quel moment me suis-je senti à l’aise ?"),
        (AGREEMENT, "Je me suis sentie dépassée"),
        (AGREEMENT, "Quand je suis fatigué"),
        (AGREEMENT, "Là où j’ai été un peu surprise"),
        (AGREEMENT, "Comment je me sens épuisée"),
        (TU, "Que ressens-tu quand tu parles ?"),
        (TU, "Ce qui t’a plu"),
        (TYPOGRAPHY, "l'heure"),
        (TYPOGRAPHY, "Qui ?"),
        (TYPOGRAPHY, "Qui?"),
        (TYPOGRAPHY, f"« oui{NBSP}»"),
        (TYPOGRAPHY, "ceci : cela"),
        (DOUBLES, "les conseiller·e·s"),
    ],
)
def test_the_checks_see_what_they_look_for(pattern, text):
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (AGREEMENT, "Où est-ce que j’en suis, en refermant la page ?"),
        (AGREEMENT, "Est-ce que je me sens à mon aise ?"),
        (AGREEMENT, "Comment nous sommes-nous dit au revoir ?"),
        (FORBIDDEN, "juste ce qu’il fallait"),
        (TU, "A-t-elle été entendue ? Tout cela s’étend."),
        (TYPOGRAPHY, f"15, 17 ou 112{NBSP}: http://exemple à 10:30"),
    ],
)
def test_the_checks_let_plain_french_pass(pattern, text):
    assert not pattern.search(text)
