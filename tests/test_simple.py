"""The plain mode on scripted streams: the same moves, nothing but lines."""

import io
import itertools
import re

import pytest
from test_prompts import LONG_CHOICE, LONG_LIST, LONG_TICKS, OTHERS, PRECISE, recap_of
from trial_terminal import DELETE, DOWN, TODAY, UP, at_keyboard, question, view_of

from cip_coach.answer import SKIPPED, Action, Answer, Day, Items, Number, Picked, Words
from cip_coach.asking.interview import Interview
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
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import Bounds, Choice, Kind, Offer, Question, Tree
from cip_coach.problem import Refused
from cip_coach.terminal.hangup import Hangup
from cip_coach.terminal.simple import Plain
from cip_coach.walkthrough import Outcome, Ports, walk


class Typed(io.StringIO):
    """What somebody types; `^C` and `^H` stand for an interrupt and for a closed window."""

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        if line == "^C\n":
            raise KeyboardInterrupt
        if line == "^H\n":
            raise Hangup
        return line


def plain(typed: str, **details: object) -> tuple[Plain, io.StringIO]:
    out = io.StringIO()
    details = {"clock": lambda: 0.0, **details}
    return Plain(Typed(typed), out, today=TODAY, **details), out  # type: ignore[arg-type]


def move(typed: str, asked: Question | View) -> Move:
    front, out = plain(typed)
    given = front.ask(asked if isinstance(asked, View) else view_of(asked))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", out.getvalue())
    return given


def said(typed: str, asked: Question | View) -> str:
    front, out = plain(typed)
    front.ask(asked if isinstance(asked, View) else view_of(asked))
    return out.getvalue()


TYPES: list[tuple[Question, str, Answer]] = [
    (question(Kind.YES_NO), "2\n", Picked(("en_partie",))),
    (question(Kind.CHOICE), "2\n", Picked(("nuages",))),
    (question(Kind.CHOICES), "1, 3\n", Picked(("soleil", "orage"))),
    (question(Kind.SCALE), "4\n", Number(4)),
    (question(Kind.NUMBER), "2,5\n", Number(2.5)),
    (question(Kind.DATE), "hier\n", Day(TODAY.replace(day=21))),
    (question(Kind.TEXT), "un\n\ndeux\n.\n", Words("un\n\ndeux")),
    (question(Kind.LEAD), "un\n.\n", Words("un")),
    (question(Kind.LIST), "a\nb\n\n", Items(("a", "b"))),
    (question(Kind.ACTION), "appeler pour le 1er décembre\n", Action("appeler", TODAY.replace(month=12, day=1))),
]


@pytest.mark.parametrize("asked, typed, answer", TYPES, ids=[asked.kind.value for asked, *_ in TYPES])
class TestEveryType:
    def test_is_answered(self, asked: Question, typed: str, answer: Answer) -> None:
        assert move(typed, asked) == Answered(answer)

    def test_goes_back_passes_pauses_and_jumps(self, asked: Question, typed: str, answer: Answer) -> None:
        assert move(".retour\n", asked) == Back(None)
        assert move(".PASSER\n", asked) == Passed(None)
        assert move(".pause\n", asked) == Paused(None)
        assert move(".fin\n", asked) == Ahead(None)

    def test_explains_and_asks_again(self, asked: Question, typed: str, answer: Answer) -> None:
        assert move(".aide\n.zut\n" + typed, asked) == Answered(answer)

    def test_reads_the_answers_over(self, asked: Question, typed: str, answer: Answer) -> None:
        front, _ = plain(".relire\n")
        assert front.ask(view_of(asked)) == Paused(None)
        assert front.pause(recap_of()) is Pause.REVIEW

    def test_reads_the_current_answer_and_keeps_it_on_enter(
        self, asked: Question, typed: str, answer: Answer
    ) -> None:
        kept = move("\n", view_of(asked, answer))
        assert isinstance(kept, Answered) and kept.answer == answer
        if asked.kind is not Kind.LIST:
            assert "Réponse actuelle : " in said("\n", view_of(asked, answer))

    def test_the_end_of_the_input_keeps_the_draft(self, asked: Question, typed: str, answer: Answer) -> None:
        front, out = plain("")
        assert front.ask(view_of(asked)) == Paused(None, leaving=True)
        assert front.gone
        assert "Fin de la saisie." in out.getvalue()

    def test_a_closed_window_leaves(self, asked: Question, typed: str, answer: Answer) -> None:
        assert move("^H\n", asked) == Paused(None, leaving=True)


class TestClosedQuestions:
    def test_words_and_letters_answer_too(self) -> None:
        asked = question(Kind.YES_NO)
        assert [move(f"{typed}\n", asked) for typed in ("o", "OUI", "en partie", "s.")] == [
            Answered(Picked((pick,))) for pick in ("oui", "oui", "en_partie", "ne_sait_pas")
        ]

    def test_enter_alone_and_nonsense_answer_nothing(self) -> None:
        assert move("\nbof\n9\n3\n", question(Kind.YES_NO)) == Answered(Picked(("non",)))
        shown = said("bof\n3\n", question(Kind.YES_NO))
        assert shown.count("Quelle question") == 1, "an error repeats the instruction, not the question"

    def test_the_choice_is_said_back(self) -> None:
        assert "Choisi : nuages" in said("2\n", question(Kind.CHOICE))

    def test_nothing_to_note_is_zero(self) -> None:
        assert move("0\n", question(Kind.CHOICES)) == Answered(Picked(()))

    def test_no_number_passes_several_choices(self) -> None:
        assert move("\n", question(Kind.CHOICES)) == Passed(None)

    def test_no_more_than_asked(self) -> None:
        asked = question(Kind.CHOICES, bounds=Bounds(high=2))
        assert move("1 2 3\n1 2\n", asked) == Answered(Picked(("soleil", "nuages")))

    def test_a_free_answer_and_a_precision(self) -> None:
        assert move("4\ndu vent\n", question(Kind.CHOICE, other=1)) == Answered(Picked(("autre1",), ("du vent",)))
        assert move("1\ndoux\n", PRECISE) == Answered(Picked(("soleil",), (), "doux"))
        assert move("1\n\n", PRECISE) == Answered(Picked(("soleil",)))

    def test_own_texts_and_where_they_went(self) -> None:
        both = Answered(Picked(("soleil", "autre1", "autre2"), ("vent", "grêle")))
        assert move("1 4\nvent\ngrêle\n\n", OTHERS) == both
        before = Picked(("autre1", "autre2"), ("vent", "grêle"))
        gone = Answered(Picked(("autre1",), ("grêle",)), {"autre1": None, "autre2": "autre1"})
        assert move("5\n", view_of(OTHERS, before)) == gone

    def test_families_first_when_there_are_many(self) -> None:
        assert move("2\n3\n", LONG_CHOICE) == Answered(Picked(("d.5",)))
        assert move("1\n.retour\n2\n1\n", LONG_CHOICE) == Answered(Picked(("d.1",)))
        assert move("1\n1 2\n2\n1\n\n", LONG_TICKS) == Answered(Picked(("d.0", "d.2", "d.1")))

    def test_a_family_opened_again_adds_to_its_picks_and_takes_back_what_is_named_again(self) -> None:
        assert move("1\n1\n1\n2\n\n", LONG_TICKS) == Answered(Picked(("d.0", "d.2")))
        assert move("1\n1 2\n1\n1\n\n", LONG_TICKS) == Answered(Picked(("d.2",)))

    def test_a_long_list_without_families_is_read_out(self) -> None:
        assert move("4\n", LONG_LIST) == Answered(Picked(("p.3",)))
        assert move("electriciens\n", LONG_LIST) == Answered(Picked(("p.3",)))

    def test_hidden_choices_are_read_out_too(self) -> None:
        asked = question(Kind.CHOICES, offer=Offer((Choice("a", "a"), Choice("b", "b", hidden=True))))
        assert move("2\n", asked) == Answered(Picked(("b",)))


class TestWriting:
    def test_a_text_in_the_middle_is_kept_when_leaving(self) -> None:
        asked = question(Kind.TEXT)
        assert move("un\ndeux\n.pause\n", asked) == Paused(Words("un\ndeux"))
        assert move("un\n", asked) == Paused(Words("un"), leaving=True)
        assert move("un\n^H\n", asked) == Paused(Words("un"), leaving=True)

    def test_a_word_after_a_dot_may_be_an_answer(self) -> None:
        assert move(".net me fait peur\n.\n", question(Kind.TEXT)) == Answered(Words(".net me fait peur"))
        assert move("...\n.\n", question(Kind.TEXT)) == Answered(Words("..."))

    def test_an_unreadable_value_repeats_what_to_do(self) -> None:
        asked = question(Kind.NUMBER, bounds=Bounds(0, 20))
        assert move("beaucoup\n21\n3\n", asked) == Answered(Number(3))
        assert move("un jour\nhier\n", question(Kind.DATE)) == Answered(Day(TODAY.replace(day=21)))

    def test_what_was_understood_is_said(self) -> None:
        assert "pour le 1er décembre 2026" in said("appeler pour le 1er décembre\n", question(Kind.ACTION))


class TestList:
    def test_empty_passes_and_nothing_is_said(self) -> None:
        assert move("\n", question(Kind.LIST)) == Passed(None)
        assert move(".rien\n", question(Kind.LIST)) == Answered(Items(()))
        assert move("0\n\n", question(Kind.LIST)) == Answered(Items(("0",)))

    def test_items_are_changed_removed_and_raised(self) -> None:
        view = view_of(question(Kind.LIST), Items(("a", "b", "c")))
        assert move(".retirer 2\n\n", view) == Answered(Items(("a", "c")), {"1": "1", "2": None, "3": "2"})
        assert move(".changer 1 x y\n\n", view) == Answered(Items(("x y", "b", "c")), {"1": "1", "2": "2", "3": "3"})
        assert move(".monter 3\n.monter 2\n\n", view) == Answered(
            Items(("c", "a", "b")), {"1": "2", "2": "3", "3": "1"}
        )
        assert move(".retirer 9\n.rien\nd\n\n", view) == Answered(
            Items(("a", "b", "c", "d")), {"1": "1", "2": "2", "3": "3"}
        )

    def test_what_is_written_is_kept_when_leaving(self) -> None:
        assert move("a\nb\n.retour\n", question(Kind.LIST)) == Back(Items(("a", "b")))

    def test_no_more_than_asked(self) -> None:
        assert move("a\nb\n\n", question(Kind.LIST, bounds=Bounds(high=1))) == Answered(Items(("a",)))


class TestAround:
    def test_keys_are_said_once(self) -> None:
        front, out = plain("1\n2\n")
        for _ in range(2):
            front.ask(view_of(question(Kind.YES_NO)))
        assert out.getvalue().count(".passer") == 1

    def test_an_info_is_read(self) -> None:
        assert move("\n", question(Kind.INFO)) == Seen()

    def test_the_first_question_has_nothing_before(self) -> None:
        assert move(".retour\n1\n", view_of(question(Kind.CHOICE), can_go_back=False)) == Answered(
            Picked(("soleil",))
        )

    def test_ctrl_c_twice_within_a_second_leaves(self) -> None:
        ticks = itertools.count()
        for clock, quick in ((lambda: 0.0, True), (lambda: next(ticks) * 2.0, False)):
            front, _ = plain("^C\n^C\n", clock=clock)
            assert front.ask(view_of(question(Kind.TEXT))) == Paused(None)
            assert front.pause(recap_of()) is Pause.LEAVE
            assert front.interrupted is quick

    def test_the_pause_menu(self) -> None:
        for typed, choice in (
            ("\n", Pause.LEAVE),
            ("1\n", Pause.RESUME),
            ("3\n", Pause.REVIEW),
            ("4\nsupprimer\n", Pause.DELETE),
            ("4\nnon\n1\n", Pause.RESUME),
            ("", Pause.LEAVE),
        ):
            assert plain(typed)[0].pause(recap_of()) is choice

    def test_the_recap(self) -> None:
        for typed, given in (
            ("\n", Save()),
            ("1\n", Edit("q")),
            ("7\n\n", Save()),
            (".retour\n", Back(None)),
            (".pause\n", Paused()),
            ("", Paused(leaving=True)),
            ("p\n\n", Save()),
        ):
            assert plain(typed)[0].recap(recap_of()) == given
        skipped = Recap("Un essai", (Line(view_of(question(Kind.TEXT)).step, SKIPPED),))
        assert plain("p\n")[0].recap(skipped) == Revisit()

    def test_a_note_that_cannot_be_written(self) -> None:
        for typed, given in (
            ("\n", Trouble.RETRY),
            ("2\n", Trouble.ELSEWHERE),
            ("3\n", Trouble.LEAVE),
            ("", Trouble.LEAVE),
        ):
            front, out = plain(typed)
            assert front.trouble(Refused("disque-plein", name="x")) is given
            assert "disque est plein" in out.getvalue()

    def test_another_try_in_vain_is_said(self) -> None:
        front, out = plain("\n\n")
        for _ in range(2):
            front.trouble(Refused("disque-plein", name="x"))
        assert out.getvalue().count("Nouvel essai") == 1

    def test_choosing_and_typing_for_the_command(self) -> None:
        options = (("a-chaud", "À chaud", "3 min"), ("guide", "Guide", ""))
        assert plain("2\n")[0].choose("Quel arbre\u00a0?", options) == "guide"
        assert plain("\n")[0].choose("Quel arbre\u00a0?", options, "guide") == "guide"
        assert plain("")[0].choose("Quel arbre\u00a0?", options) is None
        assert plain("galet\n")[0].ask_code("Code\u00a0?", ("galet",)) == "galet"
        assert plain("\n")[0].ask_code("Code\u00a0?", ()) == ""
        assert plain("")[0].ask_code("Code\u00a0?", ()) is None

    def test_escapes_in_a_question_are_shown_not_obeyed(self) -> None:
        nasty = "avant\x1b]52;c;AA\x07 \x9b31m\u202eaprès"
        assert move("1\n", question(Kind.CHOICE, nasty, offer=Offer((Choice("c", nasty),)))) == Answered(
            Picked(("c",))
        )


class TestTheSameSessionInBothModes:
    """The two front-ends answer, go back, change a list and come to the same answers."""

    TREE = Tree(
        "essai",
        1,
        "Un essai",
        (
            question(
                Kind.LIST,
                "Quels besoins\u00a0?",
                id="besoins",
                loop=(question(Kind.YES_NO, "« {element} »\u00a0: dit\u00a0?", id="dit"),),
            ),
            question(Kind.CHOICES, "Quel temps\u00a0?", id="temps", other=1),
            question(Kind.ACTION, "Quel pas\u00a0?", id="pas"),
        ),
    )
    KEYS = "a\rb\r\ro" + "n" + "14vent\r\r" + "appeler demain\r" + "1\r" + UP + UP + DELETE + DOWN * 2 + "\r" + "\r"
    LINES = "a\nb\n\no\nn\n1 4\nvent\nappeler demain\n1\n.retirer 1\n\n\n"

    def test_gives_the_same_answers(self) -> None:
        kept: list[Interview] = []
        start = Interview(self.TREE, Context(TODAY))
        on_screen, _ = at_keyboard(self.KEYS, lambda front: walk(start, front, Ports(kept.append, kept.append)))
        by_line = walk(start, plain(self.LINES)[0], Ports(kept.append, kept.append))
        assert on_screen == by_line
        assert by_line[1] is Outcome.FINISHED
        assert dict(by_line[0].answers) == {
            "besoins": Items(("b",)),
            "besoins[1].dit": Picked(("non",)),
            "temps": Picked(("soleil", "autre1"), ("vent",)),
            "pas": Action("appeler", TODAY.replace(day=23)),
        }


def test_a_full_stop_alone_ends_a_list_as_it_ends_a_text() -> None:
    assert move("une\ndeux\n.\n", question(Kind.LIST)) == Answered(Items(("une", "deux")))


def test_on_a_narrow_terminal_the_lines_break_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    told = said("\n", question(Kind.TEXT))
    assert max(map(len, told.splitlines())) <= 40
