"""Reading what was written gives the same note, no answer can pass for structure, and hand edits are understood."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from note_strategies import notes, texts

from cip_coach.answer import Action, Items, Number, Picked, Words
from cip_coach.keeping.beginning import decode, decode_head, parse_head
from cip_coach.keeping.note import Entry, Head, Look, Note, Status, Task, TaskState
from cip_coach.keeping.parse import parse
from cip_coach.keeping.render import render

THOROUGHLY = settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
BRIEFLY = settings(THOROUGHLY, max_examples=80)

EXAMPLE = """\
---
cip_coach: 1
id: k7f3qd
statut: clos
arbre: guide-relation
version: 1
empreinte: 3f9c1a72
date: 2026-11-22
debut: "2026-11-22T17:32:05+01:00"
fin: "2026-11-22T17:36:41+01:00"
duree_s: 214
personne: galet
reponses:
  relation.confiance: en_partie
  relation.aisance: oui
repondues:
  - relation.confiance.indices_oui
  - relation.confiance.indices_non
passees:
  - relation.confiance.petit_pas
  - relation.plaisir
exposees:
  relation.confiance: [diff.relation.confiance]
difficultes: {}
---
# Ma relation avec la personne

## Aujourd’hui, est-ce que la confiance est là, entre la personne et moi ?
<!-- cip:relation.confiance oui_non -->
> En partie

### Qu’est-ce qui me fait penser cela : des mots, des gestes, des démarches, des silences ?
<!-- cip:relation.confiance.indices_oui liste -->
> - elle m'a appelée d'elle-même
> - elle reste après l'heure
"""
"""The note of docs/design: its entries stop after the second one, as they do there."""

PARIS = timezone(timedelta(hours=1))
EXAMPLE_NOTE = Note(
    Head(
        id="k7f3qd",
        status=Status.CLOSED,
        tree="guide-relation",
        version=1,
        fingerprint="3f9c1a72",
        day=date(2026, 11, 22),
        begun=datetime(2026, 11, 22, 17, 32, 5, tzinfo=PARIS),
        ended=datetime(2026, 11, 22, 17, 36, 41, tzinfo=PARIS),
        seconds=214,
        person="galet",
        answers={"relation.confiance": "en_partie", "relation.aisance": "oui"},
        open=("relation.confiance.indices_oui", "relation.confiance.indices_non"),
        skipped=("relation.confiance.petit_pas", "relation.plaisir"),
        exposed={"relation.confiance": ("diff.relation.confiance",)},
    ),
    "Ma relation avec la personne",
    (
        Entry(
            "relation.confiance",
            "oui_non",
            "Aujourd’hui, est-ce que la confiance est là, entre la personne et moi ?",
            2,
            Picked(("en_partie",)),
            ("En partie",),
        ),
        Entry(
            "relation.confiance.indices_oui",
            "liste",
            "Qu’est-ce qui me fait penser cela : des mots, des gestes, des démarches, des silences ?",
            3,
            Items(("elle m'a appelée d'elle-même", "elle reste après l'heure")),
        ),
    ),
)

HEAD = Head("k7f3qd", Status.CLOSED, "a-chaud", 1, "", date(2026, 11, 22), datetime(2026, 11, 22, 17, tzinfo=UTC))
CONVERSATION = Note(
    replace(
        HEAD,
        answers={"c.accroche": "oui", "c.freins": ("frein.a", "autre1"), "c.note": "7"},
        open=("c.scene", "c.indices", "c.pas", "c.suite"),
        feeds={"pas": {"c.pas": True, "c.suite": True}},
    ),
    "À chaud",
    (
        Entry("c.scene", "texte", "La scène ?", 2, Words("Elle attend.\n\nJe parle.")),
        Entry("c.accroche", "oui_non", "Ça accroche ?", 2, Picked(("oui",)), ("Oui",)),
        Entry("c.freins", "choix_multiple", "Freins ?", 2, Picked(("frein.a", "autre1"), ("le bus",)), ("Mobilité",)),
        Entry("c.note", "echelle", "Combien ?", 2, Number(7), ("7 sur 10",)),
        Entry("c.indices", "liste", "Indices ?", 2, Items(("un", "deux"))),
        Entry(
            "c.pas",
            "action",
            "Un petit pas ?",
            2,
            Action("appeler", date(2026, 12, 1)),
            tasks=(Task("appeler", date(2026, 12, 1)),),
        ),
        Entry("c.suite", "texte", "Et ensuite ?", 2, Words("écrire"), tasks=(Task("écrire"),)),
    ),
)


@THOROUGHLY
@given(notes())
def test_reading_what_was_written_gives_the_same_note(note: Note) -> None:
    text = render(note)
    assert decode(text.encode(), "x.md") == (text, ())
    assert parse(text, "x.md") == (note, ())


@BRIEFLY
@given(notes(), st.sampled_from(("\r\n", "\r")))
def test_line_ends_and_a_byte_order_mark_change_nothing(note: Note, end: str) -> None:
    assert parse("\ufeff" + render(note).replace("\n", end), "x.md") == (note, ())


@BRIEFLY
@given(notes())
def test_the_head_alone_says_what_the_whole_note_says(note: Note) -> None:
    text, problems = decode_head(render(note).encode()[:100_000], "x.md")
    assert problems == ()
    assert text is not None
    assert parse_head(text, "x.md") == (note.head, ())


@BRIEFLY
@given(notes(foreign=st.just("")))
def test_no_answer_can_pass_for_structure(note: Note) -> None:
    _, _, body = render(note).removeprefix("---\n").partition("\n---\n")
    top = [token for token in MarkdownIt("commonmark").parse(body) if token.level == 0 and token.nesting >= 0]
    seen = Counter(token.tag if token.type == "heading_open" else token.type for token in top)
    asides = len(note.reserve) + (note.half_typed is not None)
    quotes = len(note.entries) + len(note.looks) + asides + sum(bool(source.items) for source in note.sources)
    assert seen["h1"] == 1
    assert seen["blockquote_open"] == quotes
    assert seen["html_block"] == len(note.entries) + len(note.looks) + asides + len(note.sources)
    assert sum(seen[f"h{level}"] for level in range(2, 7)) == len(note.entries) + len(note.looks)
    assert seen.keys() <= {"h1", "h2", "h3", "h4", "h5", "h6", "blockquote_open", "html_block"}


@settings(BRIEFLY, max_examples=300)
@given(texts, st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 60)), max_size=4))
def test_no_damage_to_a_note_is_a_crash(noise: str, cuts: list[tuple[int, int]]) -> None:
    text = render(CONVERSATION)
    for start, length in cuts:
        text = text[:start] + noise + text[start + length :]
    note, problems = parse(text, "x.md")
    assert note is not None or problems
    if note is not None:
        assert parse(render(note), "x.md")[0] is not None


def test_the_example_of_the_design_is_written_to_the_byte() -> None:
    assert render(EXAMPLE_NOTE) == EXAMPLE


def test_the_example_of_the_design_is_read_back_and_what_it_left_out_is_told() -> None:
    note, problems = parse(EXAMPLE, "x.md")
    assert note == EXAMPLE_NOTE
    assert [(problem.code, problem.details["chemin"]) for problem in problems] == [
        ("note-echange-absent", "relation.aisance"),
        ("note-echange-absent", "relation.confiance.indices_non"),
    ]


def test_paths_in_brackets_stand_as_block_keys_and_block_items_only() -> None:
    head = replace(
        HEAD,
        status=Status.DRAFT,
        current="a[b[2].c].d",
        answers={"besoins[2].exprime": "oui", "freins": ("besoins[1].x.2", "frein.a"), "outils": ()},
        open=("metier.outils[emploi].par_qui",),
        exposed={"besoins[2].exprime": ("difficultes@1", "perso.x")},
        feeds={"a_verifier": {"besoins[2].exprime": True, "besoins[1].exprime": False}},
    )
    text = render(Note(head, "Titre"))
    assert text.partition("en_cours")[2].partition("---")[0] == dedent("""\
        : a[b[2].c].d
        reponses:
          besoins[2].exprime: oui
          freins:
            - besoins[1].x.2
            - frein.a
          outils: []
        repondues:
          - metier.outils[emploi].par_qui
        exposees:
          besoins[2].exprime: [difficultes@1, perso.x]
        difficultes: {}
        alimente:
          a_verifier:
            besoins[2].exprime: oui
            besoins[1].exprime: non
        """)
    assert parse_head(text, "x.md") == (head, ())


def test_answers_look_as_a_reader_expects() -> None:
    done = Task("appeler", date(2026, 12, 1), TaskState.DONE, date(2026, 11, 30), "elle y est allée seule")
    left = Task("écrire\nau collègue", None, TaskState.LEFT, date(2026, 12, 2))
    suite = CONVERSATION.entries[-1]
    note = replace(
        CONVERSATION,
        entries=(
            *CONVERSATION.entries[:2],
            replace(
                CONVERSATION.entries[2],
                answer=Picked(("frein.a", "autre1"), ("le bus\ndu soir",), "surtout\nle lundi"),
            ),
            *CONVERSATION.entries[3:5],
            replace(CONVERSATION.entries[5], tasks=(done,)),
            replace(suite, answer=Words(left.text), tasks=(left,)),
        ),
        looks=(Look(date(2026, 12, 1), "Avec le recul,\n\nc’était doux."),),
    )
    body = render(note).partition("# À chaud\n")[2]
    assert body == dedent("""
        ## La scène ?
        <!-- cip:c.scene texte -->
        > Elle attend.
        >
        > Je parle.

        ## Ça accroche ?
        <!-- cip:c.accroche oui_non -->
        > Oui

        ## Freins ?
        <!-- cip:c.freins choix_multiple -->
        > - Mobilité
        > - autre\u00a0: le bus
        >   du soir
        > précision\u00a0: surtout
        >   le lundi

        ## Combien ?
        <!-- cip:c.note echelle -->
        > 7 sur 10

        ## Indices ?
        <!-- cip:c.indices liste -->
        > - un
        > - deux

        ## Un petit pas ?
        <!-- cip:c.pas action -->
        > - [x] appeler (pour le 2026-12-01) (fait le 2026-11-30\u00a0: elle y est allée seule)

        ## Et ensuite ?
        <!-- cip:c.suite texte -->
        > - [-] écrire
        >   au collègue (laissé le 2026-12-02)

        ## Regard du 1er décembre 2026
        <!-- cip:regard 2026-12-01 -->
        > Avec le recul,
        >
        > c’était doux.
        """)
    assert parse(render(note), "x.md") == (note, ())


def answer(note: Note | None, path: str) -> object:
    assert note is not None
    return next((entry.answer for entry in note.entries if entry.path == path), None)


@pytest.mark.parametrize(
    ("before", "after", "path", "expected"),
    [
        ("> Elle attend.\n", ">Elle attend.\n", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("> Elle attend.\n>\n", "> Elle attend.\n\n", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("texte -->\n> Elle", "texte -->\n\n\n> Elle", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("> Elle attend.\n", "> Elle attend, e\u0301mue.\n", "c.scene", Words("Elle attend, émue.\n\nJe parle.")),
        ("## La scène ?\n", "## La scène ?\n\n", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("## La scène ?\n", "", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("> - un\n", "> * un\n>\n> 2. et demi\n", "c.indices", Items(("un", "et demi", "deux"))),
        ("> - un\n> - deux\n", "> un\n>   de plus\n> deux", "c.indices", Items(("un de plus", "deux"))),
        ("autre\u00a0: le bus", "Autre: le train", "c.freins", Picked(("frein.a", "autre1"), ("le train",))),
        ("> - autre\u00a0: le bus", "> - autre : le bus\n> precision: ici", "c.freins",
         Picked(("frein.a", "autre1"), ("le bus",), "ici")),
        ("- [ ] appeler (pour le 2026-12-01)", "- [ ] rappeler (pour le 2026-12-02)", "c.pas",
         Action("rappeler", date(2026, 12, 2))),
        ("- [ ] appeler (pour le 2026-12-01)", "appeler (pour le 2026-13-45)", "c.pas",
         Action("appeler (pour le 2026-13-45)")),
    ],
)  # fmt: skip
def test_hand_edits_are_read_without_a_word(before: str, after: str, path: str, expected: object) -> None:
    text = render(CONVERSATION)
    assert before in text
    note, problems = parse(text.replace(before, after, 1), "x.md")
    assert answer(note, path) == expected
    assert problems == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("- [X] appeler", Task("appeler", state=TaskState.DONE)),
        ("* [x] appeler (fait le 2026-11-30: oui)", Task("appeler", None, TaskState.DONE, date(2026, 11, 30), "oui")),
        ("- [-] appeler (pour le 2026-12-01)", Task("appeler", date(2026, 12, 1), TaskState.LEFT)),
        ("- [ ] appeler (pour le 2026-12-01) (fait le 2026-11-30)", Task("appeler", date(2026, 12, 1))),
        ("- [ ] voir (pour le 2026-12-01) puis dire", Task("voir (pour le 2026-12-01) puis dire")),
        ("appeler", Task("appeler")),
    ],
)
def test_a_step_ticked_or_written_by_hand_is_read(written: str, expected: Task) -> None:
    text = render(CONVERSATION).replace("- [ ] écrire", written)
    note, problems = parse(text, "x.md")
    assert note is not None
    assert note.entries[-1].tasks == (expected,)
    assert problems == ()
    assert parse(render(note), "x.md")[0] == note


@pytest.mark.parametrize(
    ("before", "after", "code", "path", "expected"),
    [
        ("> Oui\n", "> Non\n", "note-choix-en-desaccord", "c.accroche", Picked(("oui",))),
        ("> - Mobilité\n", "", "note-choix-en-desaccord", "c.freins", Picked(("frein.a", "autre1"), ("le bus",))),
        ("> - autre\u00a0: le bus\n", "", "note-choix-en-desaccord", "c.freins", Picked(("frein.a",))),
        ("> - autre", "> - autre : le tram\n> - autre", "note-choix-en-desaccord", "c.freins",
         Picked(("frein.a", "autre1", "autre2"), ("le tram", "le bus"))),
        ("> 7 sur 10", "> 8", "note-reponse-contredite", "c.note", Number(7)),
        ("c.note: 7", "c.note: sept", "note-reponse-illisible", "c.note", None),
        ("c.note: 7", "c.autre: 7", "note-reponse-absente", "c.note", None),
        ("> - un\n> - deux\n", "> Rien à noter\n", "note-rien-contredit", "c.indices", Items(())),
        ("> - un\n> - deux\n", "", "note-citation-absente", "c.indices", None),
        ("> Oui\n", "", "note-citation-absente", "c.accroche", Picked(("oui",))),
        ("c.indices liste", "c.indices listes", "note-type-inconnu", "c.indices", None),
        ("c.indices liste", "c.scene liste", "note-echange-double", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("  - c.scene\n", "", "note-texte-hors-entete", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("# À chaud\n", "", "note-titre-absent", "c.scene", Words("Elle attend.\n\nJe parle.")),
        ("repondues:", "passees:\n  - c.scene\nrepondues:", "note-passee-et-repondue", "c.scene",
         Words("Elle attend.\n\nJe parle.")),
    ],
)  # fmt: skip
def test_a_contradiction_is_named_and_settled(
    before: str, after: str, code: str, path: str, expected: object
) -> None:
    text = render(CONVERSATION)
    assert before in text
    note, problems = parse(text.replace(before, after, 1), "x.md")
    assert answer(note, path) == expected
    assert code in [problem.code for problem in problems]


def test_what_somebody_added_stays_where_it_was() -> None:
    text = render(CONVERSATION)
    text = text.replace("# À chaud\n", "Avant le titre.\n\n# À chaud\n\nSous le titre.\n")
    text = text.replace("> Oui\n", "> Oui\n\n## Une idée\n\n- [ ] à moi\n\n> une citation\n")
    text = text.replace("repondues:", "# à la main\ntags: [pro]\nsuivi:\n  qui: moi # oui\nrepondues:", 1)
    note, problems = parse(text, "x.md")
    assert problems == ()
    assert note is not None
    assert note.foreign == "Avant le titre.\n\nSous le titre."
    assert note.entries[1].foreign == "## Une idée\n\n- [ ] à moi\n\n> une citation"
    assert note.head.extra == ("# à la main", "tags: [pro]", "suivi:", "  qui: moi # oui")
    assert parse(render(note), "x.md") == (note, ())


def test_a_block_that_cannot_be_read_is_kept_and_told_once() -> None:
    text = render(CONVERSATION).replace("c.indices liste", "c.indices listes")
    note, _ = parse(text, "x.md")
    assert note is not None
    assert note.entries[3].foreign == "## Indices ?\n<!-- cip! c.indices listes -->\n> - un\n> - deux"
    again, problems = parse(render(note), "x.md")
    assert again == note
    assert [problem.code for problem in problems] == ["note-echange-absent"]


def test_only_line_feeds_and_carriage_returns_end_a_line() -> None:
    text = render(CONVERSATION).replace("# À chaud\n", "# À chaud\n\nIci\u2028là\x0c\x85---\x1e## x\n", 1)
    note, problems = parse(text, "x.md")
    assert note is not None
    assert note.foreign == "Ici\u2028là\x0c\x85---\x1e## x"
    assert problems == ()


def test_entries_in_another_order_are_read_in_that_order() -> None:
    note = replace(CONVERSATION, entries=CONVERSATION.entries[::-1])
    assert parse(render(note), "x.md") == (note, ())


def test_a_slip_in_a_key_is_pointed_at_and_the_line_stays() -> None:
    text = render(EXAMPLE_NOTE).replace("personne: galet", "persone: galet")
    head, problems = parse_head(text, "x.md")
    assert head is not None
    assert head.extra == ("persone: galet",)
    assert [(p.line, p.code, p.details, p.warning) for p in problems] == [
        (12, "note-cle-proche", {"cle": "persone", "proche": "personne"}, True)
    ]
