"""A tree drawn in lines, and on a page for a pen: everything it asks, and when, in French."""

import re
from html.parser import HTMLParser

import pytest
from sittings import tree_from

from cip_coach.asking.drawing import Drawn, Sort, drawn
from cip_coach.asking.library import Library
from cip_coach.asking.tree import Kind, Tree
from cip_coach.terminal.fragments import printed
from cip_coach.terminal.paper import page
from cip_coach.terminal.treeview import lines
from cip_coach.text import width

LIBRARY = Library.shipped()
NAMES = sorted(LIBRARY.names())


def shown(tree: Tree, columns: int = 80, *, plain: bool = False) -> list[str]:
    return [printed(line, styled=False).replace("\u00a0", " ") for line in lines(drawn(tree), columns, plain=plain)]


def condition(quand: str, before: str) -> str:
    """The line above a question that has this `quand`."""
    found = shown(tree_from(f'{before}\n- {{id: z, question: "Et ?", quand: {quand}}}'), 300)
    return next(line for line in found if line.startswith("└─")).removeprefix("└─ ")


def test_follow_ups_loops_and_sections_are_branches():
    tree = tree_from("""
        - section: "La demande"
          questions:
            - id: reformule
              question: "Ai-je reformulé ?"
              libelle: "Reformuler"
              type: oui_non
              si_oui:
                - id: effet
                  question: "Qu'est-ce que cela a changé ?"
              si_non:
                - id: frein
                  question: "Qu'est-ce qui m'a retenu ?"
        - id: besoins
          question: "Quels besoins ?"
          type: liste
          pour_chaque:
            - id: dit
              question: "« {element} » : dit ou supposé ?"
              type: choix
              choix: {dit: "dit", suppose: "supposé"}
        """)
    assert shown(tree) == [
        "├─ La demande",
        "│  └─ Ai-je reformulé ?",
        "│     reformule · « Reformuler » · oui ou non",
        "│     ├─ Si oui (ou en partie) :",
        "│     │  └─ Qu’est-ce que cela a changé ?",
        "│     │     effet · texte",
        "│     └─ Si non (ou en partie, ou je ne sais pas encore) :",
        "│        └─ Qu’est-ce qui m’a retenu ?",
        "│           frein · texte",
        "└─ Quels besoins ?",
        "   besoins · liste",
        "   └─ Pour chaque élément noté :",
        "      └─ « {element} » : dit ou supposé ?",
        "         besoins[].dit · une réponse · dit / supposé",
    ]


@pytest.mark.parametrize(
    ("quand", "before", "said"),
    [
        ("{a: oui}", '- {id: a, question: "A", libelle: "Alpha", type: oui_non}', "Si « Alpha » est oui :"),
        ("{a: [non, en_partie]}", '- {id: a, question: "A", type: oui_non}', "Si « A » est non ou en partie :"),
        ("{a: {sauf: non}}", '- {id: a, question: "A", type: oui_non}', "Si « A » n’est pas non :"),
        ("{a: repondu}", '- {id: a, question: "A"}', "Si « A » a une réponse :"),
        ("{l: {au_moins: 2}}", '- {id: l, question: "L", type: liste}', "Si « L » compte au moins 2 éléments :"),
        ("{l: {au_plus: 0}}", '- {id: l, question: "L", type: liste}', "Si « L » compte zéro élément :"),
        ("{n: {au_moins: 3}}", '- {id: n, question: "N", type: nombre}', "Si « N » vaut 3 ou plus :"),
        ("{a: oui, b: non}", '- {id: a, question: "A", type: oui_non}\n- {id: b, question: "B", type: oui_non}',
         "Si « A » est oui et si « B » est non :"),
        ("[{a: oui}, {b: non}]", '- {id: a, question: "A", type: oui_non}\n- {id: b, question: "B", type: oui_non}',
         "Si « A » est oui ; ou si « B » est non :"),
        ("{seance.personne: repondu}", '- {id: a, question: "A"}', "S’il y a le code de la personne :"),
        ("{journal.notes: {au_moins: 2}}", '- {id: a, question: "A"}', "Si mes notes du mois compte au moins 2 éléments :"),
        ("{'b[u].x': oui}", '- {boucle: b, sur: {u: "Un", v: "Deux"}, questions: [{id: x, question: "X", type: oui_non}]}',
         "Si « X » (« Un ») est oui :"),
    ],
)  # fmt: skip
def test_a_condition_is_a_sentence(quand, before, said):
    assert condition(quand, before) == said


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("si_vide", "Si rien n’est noté :"),
        ("si_repondu", "Si une réponse est donnée :"),
        ("si_passe", "Si la question est passée :"),
        ("si_au_moins_2", "S’il y a au moins 2 éléments :"),
    ],
)
def test_an_opening_is_a_sentence(key, said):
    tree = tree_from(f'- {{id: l, question: "L", type: liste, {key}: [{{id: x, question: "X"}}]}}')
    assert f"   └─ {said}" in shown(tree)


def all_drawn(items: tuple[Drawn, ...]) -> list[Drawn]:
    return [one for item in items for one in (item, *all_drawn(item.below))]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("columns", [60, 120])
def test_every_question_is_drawn_within_the_screen(name, columns):
    tree = LIBRARY.tree(name)
    found = shown(tree, columns)
    asked = {identity for identity, question in tree.identities().items() if question.fixed is None}
    assert {item.id for item in all_drawn(drawn(tree)) if item.sort is Sort.QUESTION} == asked
    joined = re.sub(r"\n[ │]*", "", "\n".join(found))  # a long id may be cut
    assert all(identity in joined for identity in asked)
    assert max(map(width, found)) <= columns


@pytest.mark.parametrize("name", NAMES)
def test_the_plain_drawing_has_no_box_signs(name):
    assert not re.search("[│├└─]", "\n".join(shown(LIBRARY.tree(name), plain=True)))


# The page


class _Page(HTMLParser):
    """Checks that tags are closed in order; gathers texts."""

    ALONE = ("meta", "!doctype")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in self.ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if data.strip() and self.open[-1] != "style":
            self.texts.append(data)


def parsed(tree: Tree) -> _Page:
    read = _Page()
    read.feed(page(tree))
    assert read.open == []
    return read


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_tree_has_a_whole_page_that_fetches_nothing(name):
    tree = LIBRARY.tree(name)
    read = parsed(tree)
    assert read.loaded == []
    assert "<script" not in page(tree)
    text = " ".join(read.texts)
    assert tree.title in text
    assert not re.search(r"\{[a-z_.\[\]]+\}", text), "a placeholder is left"


def test_conditions_are_written_out_and_choices_are_boxes():
    tree = tree_from("""
        - id: a
          question: "Ai-je reformulé ?"
          type: oui_non
          si_non: [{id: b, question: "Qu'est-ce qui m'a retenu ?"}]
        """)
    text = page(tree).replace("\u00a0", " ")
    assert "Si non (ou en partie, ou je ne sais pas encore) :" in text
    assert "<li>Oui</li><li>En partie</li><li>Non</li>" in text


def test_the_block_of_an_item_is_there_for_each_known_item_else_twice():
    known = page(
        tree_from(
            '- {boucle: b, sur: {u: "un", v: "deux", w: "trois"}, questions: [{id: x, question: "Pour {element} ?"}]}'
        )
    )
    assert [f"Pour {word}" in known for word in ("un", "deux", "trois")] == [True] * 3
    listed = page(tree_from('- {id: l, question: "L ?", type: liste, pour_chaque: [{id: x, question: "X ?"}]}'))
    assert listed.count(">X\u00a0?<") == 2


def test_what_a_tree_says_cannot_act_on_the_page():
    tree = tree_from('- {id: a, question: "<script>alert(1)</script> & \\"oui\\" ?"}')
    assert "<script>" not in page(tree)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page(tree)


def test_kinds_have_their_own_room():
    tree = tree_from("""
        - {id: t, question: "T ?"}
        - {id: e, question: "E ?", type: echelle, de: 1, a: 3, libelles: {1: "peu"}}
        - {id: l, question: "L ?", type: liste}
        - {id: i, question: "À lire.", type: info}
        """)
    assert {item.kind for item in drawn(tree)} == {Kind.TEXT, Kind.SCALE, Kind.LIST, Kind.INFO}
    text = page(tree)
    assert "<li>1 (peu)</li><li>2</li><li>3</li>" in text
    assert text.count('class="rule"') == 3 + 4
