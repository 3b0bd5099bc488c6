"""Each type of question at a scripted keyboard: answer, back, pass, pause, help, what is proposed."""

import itertools
from pathlib import Path

import pytest
import questionary
from questionary.prompts.common import InquirerControl
from trial_terminal import (
    BACK,
    CTRL_DOWN,
    CTRL_E,
    CTRL_J,
    CTRL_N,
    CTRL_U,
    CTRL_UP,
    CTRL_Z,
    DELETE,
    DOWN,
    END,
    ENTER,
    EOT,
    FAMILIES,
    HELP,
    LEFT,
    MANY,
    PAUSE,
    PUBLICS,
    TAB,
    TODAY,
    UP,
    at_keyboard,
    question,
    view_of,
)

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Words
from cip_coach.asking.moves import (
    Ahead,
    Answered,
    Back,
    Edit,
    Line,
    Move,
    Passed,
    Pause,
    Paused,
    Recap,
    Revisit,
    Save,
    Seen,
    Trouble,
    View,
)
from cip_coach.asking.tree import Bounds, Choice, Kind, Offer, Question
from cip_coach.problem import Refused
from cip_coach.terminal import prompt, stage
from cip_coach.terminal.full import FullScreen

PRECISE = question(Kind.CHOICE, precision="Avec mes mots")
OTHERS = question(Kind.CHOICES, other=9)
LONG_TICKS = question(Kind.CHOICES, offer=Offer(MANY, families=FAMILIES), bounds=Bounds(high=3), other=1)
LONG_CHOICE = question(Kind.CHOICE, offer=Offer(MANY, families=FAMILIES))
LONG_LIST = question(Kind.CHOICE, offer=Offer(PUBLICS))
HIDDEN = question(Kind.CHOICES, offer=Offer(tuple(Choice(f"c{n}", f"le {n}", hidden=n > 1) for n in range(4))))


def move(keys: str, asked: Question | View) -> Move:
    view = asked if isinstance(asked, View) else view_of(asked)
    return at_keyboard(keys, lambda front: front.ask(view))[0]


# One line a type: the keys of an answer, the answer, what Shift+Tab keeps of the same keys without the last Enter.
TYPES: list[tuple[Question, str, Answer, str, Answer | None]] = [
    (question(Kind.YES_NO), "p", Picked(("en_partie",)), "", None),
    (question(Kind.CHOICE), "2", Picked(("nuages",)), DOWN, None),
    (question(Kind.CHOICES), "13" + ENTER, Picked(("soleil", "orage")), "13", Picked(("soleil", "orage"))),
    (question(Kind.SCALE), "4", Number(4), DOWN, None),
    (question(Kind.NUMBER), "2,5" + ENTER, Number(2.5), "2,5", Number(2.5)),
    (question(Kind.DATE), "hier" + ENTER, Day(TODAY.replace(day=21)), "hier", Day(TODAY.replace(day=21))),
    (question(Kind.TEXT), "été 😀" + ENTER, Words("été 😀"), "été", Words("été")),
    (question(Kind.LEAD), "un" + CTRL_J + "deux" + ENTER, Words("un\ndeux"), "un", Words("un")),
    (question(Kind.LIST), "a" + ENTER + "b" + ENTER + ENTER, Items(("a", "b")), "a" + ENTER + "b", Items(("a", "b"))),
    (
        question(Kind.ACTION),
        "appeler pour le 1er décembre" + ENTER,
        Action("appeler", TODAY.replace(month=12, day=1)),
        "appeler",
        Action("appeler"),
    ),
]
NAMES = [asked.kind.value for asked, *_ in TYPES]


@pytest.mark.parametrize("asked, keys, answer, typed, draft", TYPES, ids=NAMES)
class TestEveryType:
    def test_is_answered(self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None) -> None:
        assert move(keys, asked) == Answered(answer)

    def test_goes_back_with_what_was_typed(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        assert move(typed + BACK, asked) == Back(draft)
        assert move(LEFT, asked) == Back(None)

    def test_passes(self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None) -> None:
        assert move(TAB, asked) == Passed(None)

    def test_pauses_with_what_was_typed(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        assert move(typed + PAUSE, asked) == Paused(draft)
        assert move(typed + EOT, asked) == Paused(draft)

    def test_jumps_ahead(self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None) -> None:
        assert move(END, asked) == Ahead(None)

    def test_explains_and_comes_back_to_what_was_typed(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        assert move(HELP + DOWN + "x" + keys, asked) == Answered(answer)
        assert move(typed + HELP + "x" + BACK, asked) == Back(draft)

    def test_confirms_with_enter_what_is_proposed(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        confirmed = move(ENTER, view_of(asked, answer))
        assert isinstance(confirmed, Answered)
        assert confirmed.answer == answer
        assert set(confirmed.moved) == ({"1", "2"} if asked.kind is Kind.LIST else set())

    def test_goes_back_without_a_draft_when_nothing_changed(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        assert move(BACK, view_of(asked, answer)) == Back(None)

    def test_keeps_what_was_typed_when_the_input_ends(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        left, front = at_keyboard(typed, lambda front: front.ask(view_of(asked)))
        assert left == Paused(draft, leaving=True)
        assert front.gone and not front.interrupted

    def test_does_nothing_harmful_on_stray_keys(
        self, asked: Question, keys: str, answer: Answer, typed: str, draft: Answer | None
    ) -> None:
        assert move(CTRL_Z + "\x11\x12\x13" + "\x18" + keys, asked) == Answered(answer)


class TestYesOrNo:
    def test_one_key_each_in_both_cases(self) -> None:
        asked = question(Kind.YES_NO)
        given = [move(key, asked) for key in "opnsOPNS"]
        assert given == [Answered(Picked((choice.id,))) for choice in asked.offer.choices] * 2

    def test_enter_alone_answers_nothing(self) -> None:
        assert move(ENTER * 3 + "n", question(Kind.YES_NO)) == Answered(Picked(("non",)))

    def test_arrows_then_enter(self) -> None:
        assert move(DOWN + DOWN + ENTER, question(Kind.YES_NO)) == Answered(Picked(("en_partie",)))
        assert move(UP + ENTER, question(Kind.YES_NO)) == Answered(Picked(("ne_sait_pas",)))

    def test_only_what_is_on_offer(self) -> None:
        asked = question(Kind.YES_NO, offer=Offer((Choice("oui", "Oui"), Choice("non", "Non"))))
        assert move("psn", asked) == Answered(Picked(("non",)))

    def test_letters_of_questionary_are_off(self) -> None:
        assert move("aijky" + "o", question(Kind.YES_NO)) == Answered(Picked(("oui",)))


class TestChoice:
    def test_a_free_answer(self) -> None:
        asked = question(Kind.CHOICE, other=1)
        assert move("4du  vent" + ENTER, asked) == Answered(Picked(("autre1",), ("du vent",)))

    def test_going_back_from_a_free_answer_returns_to_the_list(self) -> None:
        asked = question(Kind.CHOICE, other=1)
        assert move("4vent" + BACK + "1", asked) == Answered(Picked(("soleil",)))
        assert move("4vent" + BACK + BACK, asked) == Back(Picked(("autre1",), ("vent",)))
        assert move("4vent" + PAUSE, asked) == Paused(Picked(("autre1",), ("vent",)))

    def test_a_precision_beside_it(self) -> None:
        assert move("1doux" + ENTER, PRECISE) == Answered(Picked(("soleil",), (), "doux"))
        assert move("1" + ENTER, PRECISE) == Answered(Picked(("soleil",)))
        assert move("1" + TAB, PRECISE) == Answered(Picked(("soleil",)))

    def test_going_back_from_the_precision_returns_to_the_list(self) -> None:
        assert move("1doux" + BACK + "2" + ENTER, PRECISE) == Answered(Picked(("nuages",), (), "doux"))
        assert move("1doux" + PAUSE, PRECISE) == Paused(Picked(("soleil",), (), "doux"))

    def test_nothing_to_note_is_a_line(self) -> None:
        assert move("0", question(Kind.CHOICE, none="Rien à noter")) == Answered(Picked(()))

    def test_families_first_when_there_are_many(self) -> None:
        assert move("23", LONG_CHOICE) == Answered(Picked(("d.5",)))
        assert move("1" + BACK + "21", LONG_CHOICE) == Answered(Picked(("d.1",)))
        assert move(ENTER + ENTER, view_of(LONG_CHOICE, Picked(("d.5",)))) == Answered(Picked(("d.5",)))

    def test_a_long_list_without_families_is_narrowed_down(self) -> None:
        assert move("elec" + ENTER, LONG_LIST) == Answered(Picked(("p.3",)))
        assert move("oeuv" + TAB + ENTER, LONG_LIST) == Answered(Picked(("p.11",)))
        assert move("RSA" + ENTER, LONG_LIST) == Answered(Picked(("p.4",)))
        assert move(DOWN * 2 + ENTER, LONG_LIST) == Answered(Picked(("p.1",)))
        assert move(ENTER, LONG_LIST) == Passed(None)

    def test_only_the_list_can_answer(self) -> None:
        assert move("zzz" + ENTER + CTRL_U + ENTER, LONG_LIST) == Passed(None)
        assert move("p" + ENTER + "ar" + ENTER, LONG_LIST) == Answered(Picked(("p.6",)))

    def test_an_answer_that_is_no_longer_on_offer_is_not_proposed(self) -> None:
        assert move(ENTER + "1", view_of(question(Kind.CHOICE), Picked(("neige",)))) == Answered(Picked(("soleil",)))


class TestSeveralChoices:
    def test_no_tick_passes(self) -> None:
        assert move("11" + ENTER, question(Kind.CHOICES)) == Passed(None)

    def test_space_ticks_what_is_pointed_at(self) -> None:
        assert move(" " + DOWN + " " + ENTER, question(Kind.CHOICES)) == Answered(Picked(("soleil", "nuages")))

    def test_nothing_to_note_stands_alone_and_gives_back_what_it_replaced(self) -> None:
        assert move("120" + ENTER, question(Kind.CHOICES)) == Answered(Picked(()))
        assert move("03" + ENTER, question(Kind.CHOICES)) == Answered(Picked(("orage",)))
        assert move("1200" + ENTER, question(Kind.CHOICES)) == Answered(Picked(("soleil", "nuages")))
        assert move(ENTER, view_of(question(Kind.CHOICES), Picked(()))) == Answered(Picked(()))

    def test_no_more_than_asked(self) -> None:
        asked = question(Kind.CHOICES, bounds=Bounds(high=2))
        assert move("123" + ENTER, asked) == Answered(Picked(("soleil", "nuages")))
        assert move("12313" + ENTER, asked) == Answered(Picked(("nuages", "orage")))

    def test_own_texts(self) -> None:
        assert move("14vent" + ENTER + ENTER, OTHERS) == Answered(Picked(("soleil", "autre1"), ("vent",)))
        both = Picked(("autre1", "autre2"), ("vent", "grêle"))
        assert move("4vent" + ENTER + "4grêle" + ENTER + ENTER, OTHERS) == Answered(both)
        assert move("4ven" + PAUSE, OTHERS) == Paused(Picked(("autre1",), ("ven",)))

    def test_enter_on_other_opens_it_and_then_ends(self) -> None:
        other = view_of(OTHERS)
        lines = len(other.step.choices)
        assert move(DOWN * lines + ENTER + "ceci" + ENTER + ENTER, other) == Answered(Picked(("autre1",), ("ceci",)))
        assert move(DOWN * lines + ENTER + BACK + ENTER, other) == Passed(None)

    def test_own_texts_that_move_say_where_they_went(self) -> None:
        before = Picked(("autre1", "autre2"), ("vent", "grêle"))
        untick_the_first = DOWN * 3 + " " + ENTER
        gone = Answered(Picked(("autre1",), ("grêle",)), {"autre1": None, "autre2": "autre1"})
        assert move(untick_the_first, view_of(OTHERS, before)) == gone
        same = Answered(before, {"autre1": "autre1", "autre2": "autre2"})
        assert move(ENTER, view_of(OTHERS, before)) == same

    def test_see_more(self) -> None:
        assert move("2+3" + ENTER, HIDDEN) == Answered(Picked(("c1", "c2")))

    def test_families_are_ticked_one_after_the_other(self) -> None:
        assert move("11" + ENTER + ENTER, LONG_TICKS) == Answered(Picked(("d.0",)))
        assert move("112" + ENTER + "21" + ENTER + "t", LONG_TICKS) == Answered(Picked(("d.0", "d.2", "d.1")))
        assert move("11" + BACK + "t", LONG_TICKS) == Answered(Picked(("d.0",)))
        assert move("1123" + ENTER + "21" + ENTER + "t", LONG_TICKS) == Answered(Picked(("d.0", "d.2", "d.4")))
        assert move("t", LONG_TICKS) == Passed(None)
        assert move("0t", LONG_TICKS) == Answered(Picked(()))
        assert move("11" + PAUSE, LONG_TICKS) == Paused(Picked(("d.0",)))

    def test_an_exclusive_choice_stands_alone(self) -> None:
        assert move("11" + ENTER + "26" + ENTER + "t", LONG_TICKS) == Answered(Picked(("d.11",)))

    def test_a_free_text_among_families(self) -> None:
        assert move("3le bruit" + ENTER + ENTER, LONG_TICKS) == Answered(Picked(("autre1",), ("le bruit",)))


class TestText:
    def test_tab_on_a_text_asks_again_then_sets_it_aside(self) -> None:
        assert move("ab" + TAB + ENTER, question(Kind.TEXT)) == Answered(Words("ab"))
        assert move("ab" + TAB + TAB, question(Kind.TEXT)) == Passed(Words("ab"))

    def test_an_empty_enter_passes(self) -> None:
        assert move("  " + ENTER, question(Kind.TEXT)) == Passed(None)

    def test_what_is_typed_is_cleaned(self) -> None:
        pasted = "\x1b[200~e\u0301te\u0301\r\nseul \x1b[201~"
        assert move(pasted + ENTER, question(Kind.TEXT)) == Answered(Words("été\nseul"))

    def test_a_pasted_paragraph_answers_one_question_only(self) -> None:
        pasted = "\x1b[200~un\rdeux\r\x1b[201~"
        assert move(pasted + ENTER, question(Kind.TEXT)) == Answered(Words("un\ndeux"))

    def test_a_proposed_text_is_continued(self) -> None:
        assert move(" suite" + ENTER, view_of(question(Kind.TEXT), Words("début"))) == Answered(Words("début suite"))

    def test_a_question_mark_is_a_character(self) -> None:
        assert move("?" + ENTER, question(Kind.TEXT)) == Answered(Words("?"))


class TestNumbersDaysAndActions:
    def test_an_unreadable_number_stays_in_the_field(self) -> None:
        asked = question(Kind.NUMBER, bounds=Bounds(0, 20))
        assert move("3x" + ENTER + "\x7f" + ENTER, asked) == Answered(Number(3))
        assert move("21" + ENTER + "\x7f" + ENTER, asked) == Answered(Number(2))
        assert move("nan" + ENTER + CTRL_U + ENTER, asked) == Passed(None)

    def test_a_point_or_a_comma(self) -> None:
        assert move("2.5" + ENTER, question(Kind.NUMBER)) == Answered(Number(2.5))

    def test_an_unreadable_day_stays_in_the_field(self) -> None:
        given = move("la semaine" + ENTER + CTRL_U + "hier" + ENTER, question(Kind.DATE))
        assert given == Answered(Day(TODAY.replace(day=21)))

    def test_a_day_gone_by_stays_with_its_action(self) -> None:
        late = Action("appeler", TODAY.replace(day=1))
        assert move(ENTER, view_of(question(Kind.ACTION), late)) == Answered(late)

    def test_a_scale_from_zero_to_ten(self) -> None:
        asked = question(Kind.SCALE, bounds=Bounds(0, 10))
        assert move(UP + ENTER, asked) == Answered(Number(10))


class TestList:
    def test_empty_passes(self) -> None:
        assert move(ENTER, question(Kind.LIST)) == Passed(None)

    def test_nothing_to_note_is_said(self) -> None:
        assert move(CTRL_N, question(Kind.LIST)) == Answered(Items(()))
        assert move("a" + ENTER + CTRL_N + ENTER, question(Kind.LIST)) == Answered(Items(("a",)))

    def test_an_item_is_changed(self) -> None:
        given = move(UP + UP + ENTER + "x" + ENTER + ENTER, view_of(question(Kind.LIST), Items(("a", "b"))))
        assert given == Answered(Items(("ax", "b")), {"1": "1", "2": "2"})

    def test_an_item_is_removed_and_may_come_back(self) -> None:
        view = view_of(question(Kind.LIST), Items(("a", "b", "c")))
        gone = Answered(Items(("a", "c")), {"1": "1", "2": None, "3": "2"})
        assert move(UP + UP + DELETE + DOWN * 2 + ENTER, view) == gone
        kept = move(UP + DELETE + DELETE + DOWN + ENTER, view)
        assert isinstance(kept, Answered) and kept.answer == Items(("a", "b", "c"))

    def test_an_item_is_moved(self) -> None:
        view = view_of(question(Kind.LIST), Items(("a", "b", "c")))
        assert move(UP + CTRL_UP + CTRL_UP + UP + ENTER, view) == Answered(
            Items(("c", "a", "b")), {"1": "2", "2": "3", "3": "1"}
        )
        assert move(UP * 3 + CTRL_DOWN + UP * 2 + ENTER, view) == Answered(
            Items(("b", "a", "c")), {"1": "2", "2": "1", "3": "3"}
        )

    def test_no_more_than_asked(self) -> None:
        asked = question(Kind.LIST, bounds=Bounds(high=1))
        assert move("a" + ENTER + "b" + ENTER + CTRL_U + ENTER, asked) == Answered(Items(("a",)))

    def test_pasted_lines_are_items(self) -> None:
        assert move("\x1b[200~a\nb\n\x1b[201~" + ENTER + ENTER, question(Kind.LIST)) == Answered(Items(("a", "b")))

    def test_places_survive_a_question_left_half_edited(self) -> None:
        asked, former = question(Kind.LIST), Items(("a", "b"))

        def twice(front: object) -> tuple[Move, Move]:
            first = front.ask(view_of(asked, former))  # type: ignore[attr-defined]
            assert isinstance(first, Back)
            return first, front.ask(View(view_of(asked).step, first.draft))  # type: ignore[attr-defined]

        (first, second), _ = at_keyboard(UP + UP + DELETE + BACK + ENTER, twice)
        assert first == Back(Items(("b",)))
        assert second == Answered(Items(("b",)), {"1": None, "2": "1"})


class TestAround:
    def test_an_info_is_read(self) -> None:
        assert move(ENTER, question(Kind.INFO)) == Seen()
        assert move(TAB, question(Kind.INFO)) == Seen()
        assert move(BACK, question(Kind.INFO)) == Back(None)

    def test_the_first_question_has_nothing_before(self) -> None:
        view = view_of(question(Kind.TEXT), can_go_back=False)
        assert move(BACK + "a" + ENTER, view) == Answered(Words("a"))

    def test_ctrl_c_twice_within_a_second_leaves(self) -> None:
        def ask_then_pause(front: object) -> tuple[Move, Pause]:
            return front.ask(view_of(question(Kind.TEXT))), front.pause(recap_of())  # type: ignore[attr-defined]

        ticks = itertools.count()
        (_, left), quick = at_keyboard("ab" + PAUSE + PAUSE, ask_then_pause)
        assert left is Pause.LEAVE and quick.interrupted
        (_, left), slow = at_keyboard("ab" + PAUSE + PAUSE, ask_then_pause, clock=lambda: next(ticks) * 2.0)
        assert left is Pause.LEAVE and not slow.interrupted

    def test_an_enter_that_follows_a_one_key_answer_by_habit_passes_nothing(self) -> None:
        times = iter((10.0, 10.1, 12.0))  # the question appears, Enter comes at once, then Enter after the text

        def after_one_key(front: FullScreen) -> Move:
            front._desk.by_one_key = True
            return front.ask(view_of(question(Kind.TEXT)))

        given, _ = at_keyboard(ENTER + "a" + ENTER, after_one_key, clock=lambda: next(times), flush=True)
        assert given == Answered(Words("a"))

    def test_an_enter_after_an_answer_given_with_enter_counts_at_once(self) -> None:
        asked = view_of(question(Kind.TEXT))
        given, _ = at_keyboard(ENTER, lambda front: front.ask(asked), clock=lambda: 10.0, flush=True)
        assert given == Passed()

    def test_the_editor_brings_its_text_back_and_submits_nothing(self, tmp_path: Path) -> None:
        script = tmp_path / "editeur"
        script.write_text('#!/bin/sh\nprintf "écrit ailleurs" > "$1"\n')
        script.chmod(0o700)

        def private(text: str) -> Path:
            path = tmp_path / "prive.md"
            path.write_text(text)
            return path

        given, _ = at_keyboard(
            "un" + CTRL_E + " fin" + ENTER,
            lambda front: front.ask(view_of(question(Kind.TEXT))),
            environment={"VISUAL": str(script)},
            private_file=private,
        )
        assert given == Answered(Words("écrit ailleurs fin"))
        assert not (tmp_path / "prive.md").exists()

    def test_a_sealed_journal_refuses_the_editor(self) -> None:
        assert move("un" + CTRL_E + ENTER, question(Kind.TEXT)) == Answered(Words("un"))


def recap_of() -> Recap:
    steps = [view_of(question(kind)).step for kind in (Kind.YES_NO, Kind.TEXT, Kind.LIST)]
    numbered = [
        Line(steps[0], Picked(("non",)), "Non"),
        Line(steps[1], Words("un récit"), "un récit"),
        Line(steps[2], None),
    ]
    return Recap("Un essai", tuple(numbered))


class TestMenus:
    def test_the_recap_saves_edits_and_goes_back(self) -> None:
        def given(keys: str) -> object:
            return at_keyboard(keys, lambda front: front.recap(recap_of()))[0]

        assert given(ENTER) == Save()
        assert given("1" + ENTER) == Edit("q")
        assert given("9.9" + ENTER + ENTER) == Save()
        assert given(BACK) == Back(None)
        assert given(PAUSE) == Paused()
        assert given("") == Paused(leaving=True)
        assert given("p" + ENTER) == Save()

    def test_the_recap_goes_through_what_was_passed(self) -> None:
        from cip_coach.answer import SKIPPED

        skipped = Recap("Un essai", (Line(view_of(question(Kind.TEXT)).step, SKIPPED),))
        assert at_keyboard("p", lambda front: front.recap(skipped))[0] == Revisit()

    def test_the_pause_menu(self) -> None:
        def given(keys: str) -> Pause:
            return at_keyboard(keys, lambda front: front.pause(recap_of()))[0]

        assert given(ENTER) is Pause.LEAVE
        assert given("1") is Pause.RESUME
        assert given("3") is Pause.REVIEW
        assert given(BACK) is Pause.RESUME
        assert given("4supprimer" + ENTER) is Pause.DELETE
        assert given("4non" + ENTER + "1") is Pause.RESUME
        assert given("") is Pause.LEAVE

    def test_a_note_that_cannot_be_written(self) -> None:
        def given(keys: str) -> Trouble:
            return at_keyboard(keys, lambda front: front.trouble(Refused("disque-plein", name="x")))[0]

        assert given(ENTER) is Trouble.RETRY
        assert given("2") is Trouble.ELSEWHERE
        assert given("3") is Trouble.LEAVE
        assert given(PAUSE + PAUSE) is Trouble.LEAVE
        assert given("") is Trouble.LEAVE

    def test_choosing_and_typing_for_the_command(self) -> None:
        options = (("a-chaud", "À chaud", "3 min"), ("guide", "Guide", ""))
        assert at_keyboard("2", lambda front: front.choose("Quel arbre\u00a0?", options))[0] == "guide"
        assert at_keyboard(ENTER, lambda front: front.choose("Quel arbre\u00a0?", options, "guide"))[0] == "guide"
        assert at_keyboard(PAUSE, lambda front: front.choose("Quel arbre\u00a0?", options))[0] is None
        assert at_keyboard("ga" + TAB + ENTER, lambda front: front.ask_code("Code\u00a0?", ("galet",)))[0] == "galet"
        assert at_keyboard(ENTER, lambda front: front.ask_code("Code\u00a0?", ("galet",)))[0] == ""
        assert at_keyboard(PAUSE, lambda front: front.ask_code("Code\u00a0?", ()))[0] is None
        assert at_keyboard(ENTER, lambda front: front.start(3, 4, 4))[0] is True
        assert at_keyboard(PAUSE, lambda front: front.start(3, 4, 4))[0] is False


class TestContractWithQuestionary:
    """What we rely on beyond its documentation: a change there must fail here, not at a user's."""

    def test_lists_are_drawn_by_an_inquirer_control(self) -> None:
        for made in (questionary.select("", ["a", "b"]), questionary.checkbox("", ["a", "b"])):
            window = stage.list_window(made.application)
            assert window is not None
            ic = window.content
            assert isinstance(ic, InquirerControl)
            assert (ic.pointed_at, ic.selected_options, [choice.value for choice in ic.choices]) == (
                0,
                [],
                ["a", "b"],
            )

    def test_nothing_pointed_at_is_possible(self) -> None:
        ic = InquirerControl(["a", "b"], pointer="›", use_indicator=False)
        ic.pointed_at = -1
        drawn = "".join(fragment[1] for fragment in ic._get_choice_tokens())
        assert drawn == "   a\n   b"

    def test_a_text_field_has_its_default_in_its_buffer(self) -> None:
        assert prompt.typed_text(questionary.text("", "début")) == "début"
