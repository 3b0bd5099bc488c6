"""The fast reader of whole notes says what the strict one says, or nothing. `CIP_COACH_EXAMPLES=600` tries more."""

import os
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from note_strategies import closed, damaged, notes

from cip_coach.answer import Action, Day, Items, Number, Picked, Words
from cip_coach.frozen import replace
from cip_coach.keeping import quickbody
from cip_coach.keeping.beginning import parse_head
from cip_coach.keeping.note import Entry, Head, Look, Note, Status, Task, TaskState
from cip_coach.keeping.parse import below, parse
from cip_coach.keeping.render import render

EXAMPLES = int(os.environ.get("CIP_COACH_EXAMPLES", "60"))
"""How many made-up notes, and damaged ones; many more when asked for."""
OFTEN = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
STEPS = (
    Task("appeler la plateforme", date(2026, 12, 1)),
    Task("écrire à l’école", None, TaskState.DONE, date(2026, 11, 30), "deux places"),
)
TEXTS = tuple(step.text for step in STEPS)
ENTRIES = (
    Entry("a.texte", "texte", "Que s’est-il passé ?", 2, Words("Un mot.\n\nUn autre, plus loin.")),
    Entry("a.piste", "piste", "Et si… ?", 3, Words("> cité\n# pas un titre\n<!-- cip:a.b texte -->")),
    Entry("a.oui", "oui_non", "Est-ce clair ?", 2, Picked(("en_partie",)), ("En partie",)),
    Entry("a.choix[x].y", "choix", "Lequel ?", 2, Picked(("autre1",), ("le mien",), "à voir")),
    Entry("a.choisis", "choix_multiple", "Lesquels ?", 2, Picked(("b", "autre1"), ("moi",)), ("Le bus",)),
    Entry("a.aucun", "choix_multiple", "Lesquels ?", 2, Picked(())),
    Entry("a.echelle", "echelle", "Combien ?", 2, Number(4), ("plutôt bien",)),
    Entry("a.nombre", "nombre", "Combien ?", 2, Number(12.5), ("12,5",)),
    Entry("a.date", "date", "Quand ?", 2, Day(date(2026, 12, 1)), ("1er décembre 2026",)),
    Entry("a.liste", "liste", "Quoi ?", 2, Items(("un", "[x] deux", "précision : trois"))),
    Entry("a.rien", "liste", "Quoi ?", 2, Items(())),
    Entry("a.pas", "texte", "Et maintenant ?", 2, Words("\n".join(TEXTS)), (), STEPS),
    Entry("a.pas2", "liste", "Et encore ?", 2, Items(TEXTS), (), STEPS),
    Entry("a.action", "action", "Et demain ?", 6, Action("dormir (un peu)"), (), (Task("dormir (un peu)"),)),
)
ANSWERS = {entry.path: value for entry in ENTRIES if (value := closed(entry.answer)) is not None}
HEAD = Head(
    "k7f3qd",
    Status.CLOSED,
    "guide-relation",
    1,
    "3f9c1a72",
    date(2026, 11, 22),
    datetime.fromisoformat("2026-11-22T17:32:05+01:00"),
    answers=ANSWERS,
    open=tuple(entry.path for entry in ENTRIES if entry.path not in ANSWERS),
    feeds={"pas": {"a.pas": True, "a.pas2": True, "a.texte": False}},
)
NOTE = Note(HEAD, "Ma relation", ENTRIES, (Look(date(2026, 11, 30), "Plus tard.\nEncore."),))
USUAL = render(NOTE)
LINES = (
    *("\n", ">\n", "> \n", ">x\n", "> - \n", ">   suite\n", "> - [ ] pas\n", "> Rien à noter\n", "> Non\n", "> 5\n"),
    *("Une idée.\n", "## Un titre\n", "# Titre\n", "##\n", "---\n", "--- \n", "> fin\r\n", "<!-- relire -->\n"),
    *("<!-- cip:a.texte texte -->\n", "<!-- cip:a.neuf action -->\n", "<!--  cip:a.oui  oui_non -->\n"),
    *("<!-- cip:reserve a.b texte -->\n", "<!-- cip:source journal.x -->\n", "<!-- cip:a.x inconnu -->\n"),
    *("<!-- cip:regard 2026-11-30 -->\n", "<!-- cip:regard 2026-13-30 -->\n", "<!-- cip:en_cours a.b texte -->\n"),
    *("passees:\n  - a.texte\n", "repondues:\n  - a.neuf\n", "tags: [x]\n", "> precision : x\n", "> autre : y\n"),
)


def agrees(text: str) -> bool:
    """Whether the text is read fast; what is read is then what the strict reader says, which `parse` says anyway."""
    head, problems = parse_head(text, "")
    if head is None:
        assert parse(text, "") == (None, problems)
        return False
    strict, told = below(head, text, "")
    quick = quickbody.read(head, text)
    assert quick is None or (quick, ()) == (strict, told)
    assert parse(text, "") == (strict, (*problems, *told))
    return quick is not None


def test_a_usual_note_with_every_kind_of_answer_is_read_fast() -> None:
    assert agrees(USUAL)
    assert quickbody.read(HEAD, USUAL) == NOTE


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.path)
def test_each_kind_of_answer_is_read_fast_alone(entry: Entry) -> None:
    shut = {entry.path: ANSWERS[entry.path]} if entry.path in ANSWERS else {}
    open_ones = () if shut else (entry.path,)
    head = replace(HEAD, answers=shut, open=open_ones)
    text = render(Note(head, "Un titre", (entry,)))
    assert agrees(text)
    assert quickbody.read(head, text) == Note(head, "Un titre", (entry,))


@pytest.mark.parametrize("odd", ["→", "🙂", "e\u0301", "\u0085", "\u2028x", "\u202e", "\x00", "\ud800", "\ufeff"])
def test_a_character_out_of_the_ordinary_is_kept_or_cleaned_by_both(odd: str) -> None:
    for sign in ("Ma rel", "Que s’est", "Un mot", "Le bus", "[x] deux", "appeler la p", "deux pl", "Plus t"):
        agrees(USUAL.replace(sign, f"{sign}{odd}"))


def test_windows_line_ends_and_a_byte_order_mark_are_left_to_the_strict_reader() -> None:
    assert not agrees(USUAL.replace("\n", "\r\n"))
    assert not agrees(f"\ufeff{USUAL}")


@OFTEN
@given(notes())
def test_any_note_that_a_session_keeps_is_read_the_same(note: Note) -> None:
    agrees(render(note))


def test_one_line_changed_anywhere_in_a_usual_note() -> None:
    lines = USUAL.splitlines(keepends=True)
    for place in range(len(lines) + 1):
        before, here, after = lines[:place], lines[place : place + 1], lines[place + 1 :]
        for middle in ([], here * 2, [*after[:1], *here], [line[:-1] for line in here]):
            agrees("".join((*before, *middle, *after)))
        for change in LINES[place % 3 :: 3]:
            agrees("".join((*before, change, *here, *after)))
            agrees("".join((*before, change, *after)))


@OFTEN
@given(st.data())
def test_several_changes_of_any_note(data: st.DataObject) -> None:
    text = data.draw(st.just(USUAL) | notes().map(render))
    agrees(damaged(data, text, st.sampled_from(LINES), " :-[](){}>#<!\n\t\r\x00\u00a0\u2028é→1x"))
