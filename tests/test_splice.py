"""A tick, a look, a new code: one place of a kept note changes, every other byte stays."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from note_strategies import days, lines, notes, texts
from test_note import BRIEFLY, CONVERSATION, EXAMPLE

from cip_coach.answer import Action, Items, Words
from cip_coach.keeping import splice
from cip_coach.keeping.note import Look, Note, Task, TaskState
from cip_coach.keeping.parse import parse
from cip_coach.keeping.render import render
from cip_coach.problem import Refused

DAY = date(2026, 11, 30)
TEXT = render(CONVERSATION)
SHAPES = ("\n", "\r\n", "\r")


def dressed(text: str, end: str) -> str:
    """The note as another tool may have left it: a mark, other line ends, foreign lines, no last line end."""
    text = text.replace("duree_s: 0\n", "duree_s: 0   # mesuré\ntags: [ 'pro' ,  relation ]\n", 1)
    return "\ufeff" + text.replace("\n", end).rstrip()


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """What differs once the common beginning and end are taken away, in whole lines."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


@pytest.mark.parametrize("end", SHAPES)
def test_a_tick_changes_its_line_alone(end: str) -> None:
    before = dressed(TEXT, end)
    after = splice.with_task(before, 1, TaskState.DONE, DAY, "elle y est allée seule")
    assert changed_lines(before, after) == (
        [f"> - [ ] appeler (pour le 2026-12-01){end}"],
        [f"> - [x] appeler (pour le 2026-12-01) (fait le 2026-11-30\u00a0: elle y est allée seule){end}"],
    )
    assert splice.with_task(after, 1, TaskState.OPEN) == before


def test_a_step_left_at_the_very_end_of_the_file_keeps_it_without_line_end() -> None:
    before = dressed(TEXT, "\n")
    assert before.endswith("> - [ ] écrire")
    assert splice.with_task(before, 2, TaskState.LEFT, DAY).endswith("> - [-] écrire (laissé le 2026-11-30)")


def test_lists_of_boxes_that_are_not_steps_have_no_rank() -> None:
    before = TEXT.replace("> - un\n", "> - [ ] un\n").replace("> Oui\n", "> Oui\n\n- [ ] à moi\n")
    assert "[x] appeler" in splice.with_task(before, 1, TaskState.DONE, DAY)


@pytest.mark.parametrize("rank", [0, 3, -1])
def test_a_step_that_is_not_there_is_refused(rank: int) -> None:
    with pytest.raises(Refused) as refused:
        splice.with_task(TEXT, rank, TaskState.DONE, DAY)
    assert refused.value.code == "note-pas-introuvable"


@BRIEFLY
@given(notes(), st.data())
def test_the_rank_of_a_step_is_its_place_in_the_note(note: Note, data: st.DataObject) -> None:
    steps = [(entry, task) for entry in note.entries for task in entry.tasks]
    if not steps:
        return
    rank = data.draw(st.integers(1, len(steps)))
    day, word = data.draw(days), data.draw(st.just("") | lines)
    text = splice.with_task(render(note), rank, TaskState.DONE, day, word)
    after, problems = parse(text, "x.md")
    assert problems == ()
    assert after is not None
    expected = [task for _, task in steps]
    expected[rank - 1] = replace(expected[rank - 1], state=TaskState.DONE, day=day, word=word)
    assert [task for entry in after.entries for task in entry.tasks] == expected
    assert [entry.answer for entry in after.entries] == [entry.answer for entry in note.entries]


@pytest.mark.parametrize("end", SHAPES)
@pytest.mark.parametrize("tail", ["", "\n", "\n\n"])
def test_a_look_is_added_after_everything(end: str, tail: str) -> None:
    before = dressed(TEXT, end) + tail.replace("\n", end)
    after = splice.with_look(before, date(2026, 12, 12), "Plus calme.\n\nEt vrai.")
    assert after.startswith(before)
    gap = "\n\n"[len(tail) :]
    assert after.removeprefix(before).replace(end, "\n") == (
        f"{gap}## Regard du 12 décembre 2026\n<!-- cip:regard 2026-12-12 -->\n> Plus calme.\n>\n> Et vrai.\n"
    )


@BRIEFLY
@given(notes(), days, texts.map(lambda text: text.strip("\n")).filter(str.strip))
def test_a_look_is_read_back_last_and_nothing_else_changes(note: Note, day: date, words: str) -> None:
    after = splice.with_look(render(note), day, words)
    assert parse(after, "x.md") == (replace(note, looks=(*note.looks, Look(day, words))), ())


@pytest.mark.parametrize("words", ["", " \n ", "\x00"])
def test_a_look_without_words_is_refused(words: str) -> None:
    with pytest.raises(Refused) as refused:
        splice.with_look(TEXT, DAY, words)
    assert refused.value.code == "note-texte-vide"


@pytest.mark.parametrize("end", SHAPES)
def test_a_text_of_ones_own_is_replaced(end: str) -> None:
    before = dressed(TEXT, end)
    after = splice.with_text(before, "c.scene", "Elle\n\n## attend\n---")
    assert changed_lines(before, after)[0] == [f"> Elle attend.{end}", f">{end}", f"> Je parle.{end}"]
    note, problems = parse(after, "x.md")
    assert problems == ()
    assert note is not None
    assert note.entries[0].answer == Words("Elle\n\n## attend\n---")
    assert note.entries[1:] == CONVERSATION.entries[1:]


def test_a_list_is_replaced_one_item_a_line() -> None:
    note, _ = parse(splice.with_text(TEXT, "c.indices", "trois\n\n- quatre"), "x.md")
    assert note is not None
    assert note.entries[4].answer == Items(("trois", "- quatre"))


def test_a_text_whose_quote_was_deleted_comes_back_under_its_marker() -> None:
    note, problems = parse(
        splice.with_text(TEXT.replace("> Elle attend.\n>\n> Je parle.\n", ""), "c.scene", "Oui."), "x.md"
    )
    assert problems == ()
    assert note is not None
    assert note.entries[0].answer == Words("Oui.")


@pytest.mark.parametrize(
    ("path", "code"),
    [("c.accroche", "note-texte-fige"), ("c.pas", "note-texte-fige"), ("c.rien", "note-echange-introuvable")],
)
def test_what_is_not_a_free_text_is_not_replaced(path: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        splice.with_text(TEXT, path, "autre chose")
    assert refused.value.code == code


@pytest.mark.parametrize("end", SHAPES)
@pytest.mark.parametrize(
    ("written", "key", "value", "expected"),
    [
        ("personne: galet\n", "personne", "ardoise", "personne: ardoise\n"),
        ("personne: galet  # à revoir\n", "personne", "no", 'personne: "no"  # à revoir\n'),
        ("personne:   'galet'\n", "personne", "l'eau", "personne:   l'eau\n"),
        ('personne: "ga # let"\n', "personne", "x", "personne: x\n"),
        ("personne:\n", "personne", "x", "personne: x\n"),
        ("personne:\n  galet\n", "personne", "x", "personne: x\n"),
        ("personne: galet\n", "personne", "", ""),
        ("", "personne", "galet", "personne: galet\n"),
        ("rdv: 2\n", "rdv", "3", "rdv: 3\n"),
        ("", "programme", "cpp", "programme: cpp\n"),
    ],
)
def test_a_value_of_the_head_is_replaced_added_or_removed(
    end: str, written: str, key: str, value: str, expected: str
) -> None:
    before, after = (EXAMPLE.replace("personne: galet\n", line).replace("\n", end) for line in (written, expected))
    assert splice.with_head_value("\ufeff" + before, key, value) == "\ufeff" + after


@pytest.mark.parametrize("key", ["reponses", "tags", "propose"])
def test_a_key_that_holds_no_text_of_ours_is_refused(key: str) -> None:
    with pytest.raises(Refused) as refused:
        splice.with_head_value(TEXT, key, "x")
    assert refused.value.code == "note-cle-figee"


@settings(BRIEFLY, max_examples=60)
@given(notes(), lines)
def test_a_new_code_is_read_back_and_nothing_else_changes(note: Note, code: str) -> None:
    after = splice.with_head_value(render(note), "personne", code)
    assert parse(after, "x.md") == (replace(note, head=replace(note.head, person=code)), ())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: splice.with_task(text, 1, TaskState.DONE, DAY),
        lambda text: splice.with_look(text, DAY, "x"),
        lambda text: splice.with_text(text, "c.scene", "x"),
        lambda text: splice.with_head_value(text, "personne", "x"),
    ],
)
@pytest.mark.parametrize("text", ["", "# rien", "---\nid: x\n", "---\n: [\n---\n"])
def test_a_file_that_is_no_note_is_never_changed(change: object, text: str) -> None:
    with pytest.raises(Refused) as refused:
        change(text)  # type: ignore[operator]
    assert refused.value.code == "note-illisible"


def test_a_step_and_its_answer_are_the_same_words() -> None:
    note, _ = parse(splice.with_task(TEXT, 1, TaskState.DONE, DAY, "ok"), "x.md")
    assert note is not None
    assert note.entries[5].answer == Action("appeler", date(2026, 12, 1))
    assert note.entries[5].tasks == (Task("appeler", date(2026, 12, 1), TaskState.DONE, DAY, "ok"),)
