"""The loop, with a scripted somebody in front of it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from sittings import begun, meant, said

from cip_coach.answer import SKIPPED, Answer, Items, Picked, Words
from cip_coach.asking.interview import Interview
from cip_coach.asking.moves import (
    Ahead,
    Answered,
    Back,
    Edit,
    Move,
    Passed,
    Pause,
    Paused,
    Recap,
    RecapMove,
    Revisit,
    Save,
    Seen,
    Trouble,
    View,
)
from cip_coach.problem import CoachError, Refused
from cip_coach.walkthrough import Outcome, Ports, recap_of, walk

RECAP, MENU, TROUBLE = "recap", "pause", "trouble"
OPEN_BY_YES = """
- id: a
  question: "A ?"
  type: oui_non
  si_oui:
    - id: b
      question: "B ?"
- id: c
  question: "C ?"
- id: d
  question: "D ?"
"""


def yes(value: Answer | str | list[str], moved: dict[str, str | None] | None = None) -> Answered:
    return Answered(meant(value), moved or {})


class Script:
    """Plays (where we expect to be, what is then done) in order; `log` says what happened, `views` what was shown."""

    def __init__(self, *lines: tuple[str, object], refuse: Callable[[int], bool] = lambda _: False) -> None:
        self.lines = list(lines)
        self.log: list[str] = []
        self.views: list[View] = []
        self.recaps: list[Recap] = []
        self.kept: list[Interview] = []
        self.rescued: list[Interview] = []
        self.refuse = refuse
        self.tries = 0

    def _play(self, here: str) -> object:
        assert self.lines, f"the script is over, we are at {here}; {self.log}"
        expected, move = self.lines.pop(0)
        assert here == expected, self.log
        return move

    def ask(self, view: View) -> Move:
        self.log.append(f"ask {view.step.path}")
        self.views.append(view)
        return self._play(view.step.path)  # type: ignore[return-value]

    def recap(self, recap: Recap) -> RecapMove:
        self.log.append(RECAP)
        self.recaps.append(recap)
        return self._play(RECAP)  # type: ignore[return-value]

    def pause(self, recap: Recap) -> Pause:
        self.log.append(MENU)
        return self._play(MENU)  # type: ignore[return-value]

    def trouble(self, error: CoachError) -> Trouble:
        self.log.append(f"{TROUBLE} {error.code}")
        return self._play(TROUBLE)  # type: ignore[return-value]

    def keep(self, interview: Interview) -> None:
        self.tries += 1
        if self.refuse(self.tries):
            raise Refused("disque-plein")
        self.log.append(f"keep {len(interview.answers)}")
        self.kept.append(interview)

    def rescue(self, interview: Interview) -> None:
        self.log.append(f"rescue {len(interview.answers)}")
        self.rescued.append(interview)


def played(interview: Interview, script: Script) -> tuple[Interview, Outcome]:
    ended = walk(interview, script, Ports(script.keep, script.rescue))
    assert not script.lines, f"left unplayed: {script.lines}"
    return ended


def shown(recap: Recap) -> dict[str, str | None]:
    return {line.step.path: None if line.reply is None else line.words for line in recap.lines}


class TestTheLoop:
    def test_every_answer_is_kept_before_the_next_question_is_asked(self):
        script = Script(("a", yes("oui")), ("b", yes("« b »")), ("c", Passed()), ("d", yes("« d »")), (RECAP, Save()))
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert outcome is Outcome.FINISHED
        assert script.log == [
            *("ask a", "keep 1", "ask b", "keep 2", "ask c", "keep 3", "ask d", "keep 4", "recap"),
        ]
        assert interview == script.kept[-1]
        assert interview.answers["c"] == SKIPPED

    def test_every_move_is_kept_before_anything_else_is_shown(self):
        script = Script(
            ("a", yes("non")),
            ("c", Back(Words("un début"))),
            ("a", Ahead()),
            ("c", Paused(Words("une suite"))),
            (MENU, Pause.REVIEW),
            (RECAP, Edit("a")),
            ("a", Back()),
            (RECAP, Paused()),
            (MENU, Pause.LEAVE),
        )
        played(begun(OPEN_BY_YES), script)
        shows = [place for place, line in enumerate(script.log) if not line.startswith("keep")]
        for first, second in pairwise(shows):
            changed_nothing = (script.log[first], script.log[second]) == (RECAP, MENU)
            assert changed_nothing or second > first + 1, script.log

    def test_an_info_is_shown_once_and_that_is_kept_too(self):
        tree = '- {id: i, question: "Bonjour.", type: info}\n- {id: a, question: "A ?"}\n- {id: b, question: "B ?"}'
        script = Script(
            ("i", Seen()), ("a", Passed()), ("b", Back()), ("a", Passed()), ("b", Passed()), (RECAP, Save())
        )
        played(begun(tree), script)
        assert script.log[:3] == ["ask i", "keep 0", "ask a"]
        assert not script.views[1].can_go_back
        assert [view.asked for view in script.views] == [0, 1, 2, 3, 4]

    def test_a_resumed_session_goes_on_where_it_stood(self):
        script = Script(("a", yes("oui")), ("b", Paused(Words("un dé"), leaving=True)))
        left, outcome = played(begun(OPEN_BY_YES), script)
        assert outcome is Outcome.LEFT
        script = Script(("b", Passed()), ("c", Passed()), ("d", Passed()), (RECAP, Save()))
        played(Interview(left.tree, left.context, left.answers, left.reserve, left.current), script)
        assert script.views[0].proposed == Words("un dé")


class TestGoingBack:
    def test_back_shows_the_question_before_with_its_answer_and_keeps_what_was_typed(self):
        script = Script(
            ("a", yes("non")),
            ("c", Back(Words("un début"))),
            ("a", yes("non")),
            ("c", yes("« un début »")),
            ("d", Passed()),
            (RECAP, Save()),
        )
        interview, _ = played(begun(OPEN_BY_YES), script)
        again, later = script.views[2], script.views[3]
        assert (again.proposed, again.reply) == (Picked(("non",)), Picked(("non",)))
        assert (later.proposed, later.reply) == (Words("un début"), None)
        assert interview.reserve == {}

    def test_at_the_first_question_there_is_nowhere_to_go_back(self):
        script = Script(("a", Back()), ("a", Paused(leaving=True)))
        played(begun(OPEN_BY_YES), script)
        assert [view.can_go_back for view in script.views] == [False, False]

    def test_a_field_left_as_it_was_proposed_is_not_something_typed(self):
        script = Script(
            ("a", yes("non")),
            ("c", Back()),
            ("a", Back(Picked(("non",)))),
            ("a", Ahead(Picked(("non",)))),
            ("c", Paused(leaving=True)),
        )
        interview, _ = played(begun(OPEN_BY_YES), script)
        assert interview.reserve == {}
        prefilled = '- {id: a, question: "A ?"}\n- {id: b, question: "B ?", prerempli_de: a}'
        script = Script(("a", yes("« x »")), ("b", Passed(Words("x"))), (RECAP, Save()))
        interview, _ = played(begun(prefilled), script)
        assert interview.reserve == {}

    def test_going_ahead_leads_to_the_first_question_without_an_answer(self):
        interview = said(begun(OPEN_BY_YES), {"a": "oui", "b": "« b »", "c": "« c »"})
        script = Script(("d", Back()), ("c", Back()), ("b", Ahead()), ("d", Passed()), (RECAP, Save()))
        played(interview, script)

    def test_what_a_change_puts_aside_is_counted_once_on_the_next_screen(self):
        interview = said(begun(OPEN_BY_YES), {"a": "oui", "b": "« b »", "c": "« c »"})
        script = Script(
            ("d", Back()),
            ("c", Back()),
            ("b", Back()),
            ("a", yes("non")),
            ("c", yes("« c »")),
            ("d", Back()),
            ("c", Back()),
            ("a", yes("oui")),
            ("b", Paused(leaving=True)),
        )
        played(interview, script)
        assert [view.newly_aside for view in script.views] == [0, 0, 0, 0, 1, 0, 0, 0, 0]
        assert script.views[-1].proposed == Words("b")

    def test_one_branch_that_closes_while_another_reopens_is_counted_for_itself(self):
        tree = """
        - id: a
          question: "A ?"
          type: choix
          choix: {x: "X", y: "Y"}
          si_x: [{id: bx, question: "X ?"}]
          si_y: [{id: by, question: "Y ?"}]
        """
        interview = said(begun(tree), {"a": "x", "bx": "« 1 »"})
        interview = said(interview, {"a": "y", "by": "« 2 »"})
        script = Script((RECAP, Back()), ("by", Back()), ("a", yes("x")), ("bx", Paused(leaving=True)))
        played(interview, script)
        assert script.views[-1].newly_aside == 1

    def test_moving_an_item_with_something_aside_puts_nothing_more_aside(self):
        tree = """
        - id: l
          question: "L ?"
          type: liste
          pour_chaque:
            - {id: ok, question: "OK ?", type: oui_non, si_non: [{id: quoi, question: "Quoi ?"}]}
        """
        interview = said(begun(tree), {"l": ["x", "y"], "l[1].ok": "non", "l[1].quoi": "« ? »", "l[2].ok": "oui"})
        interview = said(interview, {"l[1].ok": "oui"})
        script = Script(
            ("l[2].ok", Back()),
            ("l[1].ok", Back()),
            ("l", yes(["y", "x"], {"1": "2", "2": "1"})),
            ("l[1].ok", Paused(leaving=True)),
        )
        interview, _ = played(interview, script)
        assert script.views[-1].newly_aside == 0
        assert interview.reserve == {"l[2].quoi": Words("?")}


class TestTheRecap:
    def complete(self) -> Interview:
        return said(begun(OPEN_BY_YES), {"a": "non", "c": "« c »", "d": None})

    def test_the_recap_tells_answers_passes_and_what_was_not_reached_apart(self):
        recap = recap_of(said(begun(OPEN_BY_YES), {"a": "en_partie", "b": None}))
        assert shown(recap) == {"a": "En partie", "b": "", "c": None, "d": None}
        assert [line.step.number for line in recap.lines] == ["1", "1.1", "2", "3"]

    def test_an_answer_changed_from_the_recap_comes_back_to_the_recap(self):
        script = Script((RECAP, Edit("c")), ("c", yes("« mieux »")), (RECAP, Save()))
        interview, outcome = played(self.complete(), script)
        assert outcome is Outcome.FINISHED
        assert script.views[0].editing and script.views[0].can_go_back
        assert interview.answers["c"] == Words("mieux")

    def test_questions_opened_by_the_change_are_asked_first(self):
        script = Script((RECAP, Edit("a")), ("a", yes("oui")), ("b", yes("« b »")), (RECAP, Save()))
        interview, _ = played(self.complete(), script)
        assert interview.answers["b"] == Words("b")

    def test_infos_opened_by_the_change_are_shown_first(self):
        tree = """
        - id: a
          question: "A ?"
          type: oui_non
          si_oui: [{id: i, question: "Ah.", type: info}, {id: b, question: "B ?"}]
        - {id: j, question: "Bon.", type: info}
        - {id: c, question: "C ?"}
        """
        interview = said(begun(tree), {"a": "non", "c": None})
        script = Script((RECAP, Edit("a")), ("a", yes("oui")), ("i", Seen()), ("b", Passed()), (RECAP, Save()))
        played(interview, script)

    def test_leaving_the_change_by_back_or_ahead_comes_back_to_the_recap_and_changes_nothing(self):
        for move in (Back(Words("mieux")), Ahead(Words("mieux"))):
            script = Script((RECAP, Edit("c")), ("c", move), (RECAP, Save()))
            interview, _ = played(self.complete(), script)
            assert interview.answers == self.complete().answers
            assert shown(script.recaps[1])["c"] == "c"
            assert script.recaps[1].aside == (("C\u00a0?", "mieux"),)

    def test_back_from_the_recap_leads_to_the_last_question(self):
        script = Script((RECAP, Back()), ("d", Passed()), (RECAP, Edit("c")), ("c", Back()), (RECAP, Back()),
                        ("d", Paused(leaving=True)))  # fmt: skip
        played(self.complete(), script)

    def test_the_passed_questions_are_gone_through_again_and_only_those(self):
        interview = said(begun(OPEN_BY_YES), {"a": None, "c": "« c »", "d": None})
        script = Script((RECAP, Revisit()), ("a", yes("oui")), ("b", Passed()), ("d", yes("« d »")), (RECAP, Save()))
        interview, _ = played(interview, script)
        assert interview.answers == {
            "a": Picked(("oui",)), "b": SKIPPED, "c": Words("c"), "d": Words("d"),
        }  # fmt: skip

    def test_a_passed_question_left_alone_again_stays_passed(self):
        interview = said(begun(OPEN_BY_YES), {"a": None, "c": "« c »", "d": None})
        script = Script((RECAP, Revisit()), ("a", Back()), (RECAP, Save()))
        again, _ = played(interview, script)
        assert again.answers == interview.answers

    def test_with_nothing_passed_there_is_nothing_to_go_through(self):
        interview = said(begun(OPEN_BY_YES), {"a": "non", "c": "« c »", "d": "« d »"})
        played(interview, Script((RECAP, Revisit()), (RECAP, Save())))

    def test_everything_typed_that_will_not_be_in_the_note_is_listed_in_words(self):
        tree = """
        - id: a
          question: "A ?"
          type: oui_non
          si_oui:
            - {id: b, question: "« {a} » : B ?", type: choix, choix: {x: "le temps", y: "l'argent"}}
            - {id: s, question: "S ?", libelle: "Secret", sensible: oui}
            - {id: l, question: "L ?", type: liste}
        - {id: c, question: "C ?", libelle: "Suite"}
        """
        interview = said(begun(tree), {"a": "oui", "b": "y", "s": "« chut »", "l": ["un", "deux"]})
        interview = said(interview, {"a": "non"})
        script = Script(("c", Paused(Words("un dé"))), (MENU, Pause.REVIEW), (RECAP, Save()))
        played(interview, script)
        assert script.recaps[0].aside == (
            ("«\u00a0…\u00a0»\u00a0: B\u00a0?", "l’argent"),
            ("Secret", ""),
            ("L\u00a0?", "un · deux"),
            ("Suite", "un dé"),
        )


class TestThePauseMenu:
    def test_the_draft_is_kept_before_the_menu_opens(self):
        script = Script(("a", Paused(Picked(("oui",)))), (MENU, Pause.RESUME), ("a", Paused()), (MENU, Pause.LEAVE))
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert script.log == ["ask a", "keep 0", "pause", "ask a", "keep 0", "pause"]
        assert outcome is Outcome.LEFT
        assert script.views[1].proposed == Picked(("oui",))
        assert interview.current == "a"

    def test_leaving_in_a_hurry_shows_no_menu(self):
        script = Script(("a", Paused(Picked(("oui",)), leaving=True)))
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert script.log == ["ask a", "keep 0"]
        assert (outcome, interview.reserve) == (Outcome.LEFT, {"a": Picked(("oui",))})

    def test_deleting_is_told_apart_from_leaving(self):
        script = Script(("a", Paused()), (MENU, Pause.DELETE))
        assert played(begun(OPEN_BY_YES), script)[1] is Outcome.DELETED

    def test_reading_over_in_the_middle_goes_back_to_the_question_it_was_called_from(self):
        script = Script(
            ("a", yes("non")), ("c", Passed()), ("d", Paused(Words("un dé"))), (MENU, Pause.REVIEW),
            (RECAP, Back()), ("d", Paused(leaving=True)),
        )  # fmt: skip
        played(begun(OPEN_BY_YES), script)
        assert script.views[-1].proposed == Words("un dé")

    def test_an_answer_changed_in_the_middle_asks_only_what_it_opens_then_goes_back_there(self):
        script = Script(
            ("a", yes("non")), ("c", Paused()), (MENU, Pause.REVIEW),
            (RECAP, Edit("a")), ("a", yes("oui")), ("b", Passed()),
            (RECAP, Edit("b")), ("b", Back()),
            (RECAP, Paused()), (MENU, Pause.RESUME),
            (RECAP, Back()), ("c", Passed()), ("d", Passed()), (RECAP, Back()), ("d", Paused(leaving=True)),
        )  # fmt: skip
        played(begun(OPEN_BY_YES), script)

    def test_killed_at_a_recap_called_in_the_middle_the_session_resumes_at_the_question_it_was_called_from(self):
        interview = said(begun(OPEN_BY_YES), {"a": "non", "c": "« c »"})
        script = Script(
            ("d", Back()), ("c", Paused()), (MENU, Pause.REVIEW), (RECAP, Edit("a")), ("a", yes("non")),
            (RECAP, Paused(leaving=True)),
        )  # fmt: skip
        played(interview, script)
        assert script.kept[-1].current == "c"

    def test_the_place_to_go_back_to_follows_its_item_when_a_list_is_edited_meanwhile(self):
        tree = '- {id: l, question: "L ?", type: liste, pour_chaque: [{id: q, question: "Q ?"}]}'
        script = Script(
            ("l", yes(["x", "y"])), ("l[1].q", Passed()), ("l[2].q", Paused(Words("un dé"))), (MENU, Pause.REVIEW),
            (RECAP, Edit("l")), ("l", yes(["y"], {"1": None, "2": "1"})),
            (RECAP, Back()), ("l[1].q", Paused()), (MENU, Pause.REVIEW),
            (RECAP, Edit("l")), ("l", yes([])), (RECAP, Save()),
        )  # fmt: skip
        interview, _ = played(begun(tree), script)
        assert script.views[4].proposed == Words("un dé")
        assert (interview.answers, interview.current) == ({"l": Items(())}, "")

    def test_saving_in_the_middle_finishes_early(self):
        script = Script(("a", yes("non")), ("c", Paused()), (MENU, Pause.REVIEW), (RECAP, Save()))
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert outcome is Outcome.FINISHED
        assert interview.answers == {"a": Picked(("non",))}

    def test_pausing_while_an_answer_is_changed_goes_on_changing_it(self):
        interview = said(begun(OPEN_BY_YES), {"a": "non", "c": "« c »", "d": None})
        script = Script(
            (RECAP, Edit("c")), ("c", Paused(Words("mieux"))), (MENU, Pause.RESUME), ("c", yes("« mieux »")),
            (RECAP, Edit("c")), ("c", Paused()), (MENU, Pause.REVIEW), (RECAP, Save()),
        )  # fmt: skip
        played(interview, script)

    def test_leaving_from_the_recap_keeps_the_draft(self):
        interview = said(begun(OPEN_BY_YES), {"a": "non", "c": "« c »", "d": None})
        assert played(interview, Script((RECAP, Paused(leaving=True))))[1] is Outcome.LEFT


class TestTrouble:
    @pytest.mark.parametrize("failures", [1, 2, 7])
    def test_however_often_keeping_fails_nothing_is_lost_and_nothing_else_is_asked_meanwhile(self, failures):
        script = Script(
            ("a", yes("non")),
            *[(TROUBLE, Trouble.RETRY)] * failures,
            ("c", yes("« c »")),
            ("d", Passed()),
            (RECAP, Save()),
            refuse=lambda tries: tries <= failures,
        )
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert script.log[: 3 + failures] == ["ask a", *["trouble disque-plein"] * failures, "keep 1", "ask c"]
        assert (outcome, interview) == (Outcome.FINISHED, script.kept[-1])

    def test_elsewhere_writes_everything_elsewhere_and_goes_on(self):
        script = Script(
            ("a", yes("non")), (TROUBLE, Trouble.ELSEWHERE), ("c", Passed()), ("d", Passed()), (RECAP, Save()),
            refuse=lambda tries: tries == 1,
        )  # fmt: skip
        played(begun(OPEN_BY_YES), script)
        assert script.rescued[0].answers == {"a": Picked(("non",))}
        assert script.log[:4] == ["ask a", "trouble disque-plein", "rescue 1", "ask c"]

    def test_leaving_hands_the_answer_back_though_it_was_not_written(self):
        script = Script(("a", yes("non")), (TROUBLE, Trouble.LEAVE), refuse=lambda _: True)
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert outcome is Outcome.LEFT
        assert interview.answers == {"a": Picked(("non",))}

    def test_trouble_while_pausing_can_be_left_without_the_menu(self):
        script = Script(("a", Paused(Picked(("oui",)))), (TROUBLE, Trouble.LEAVE), refuse=lambda _: True)
        interview, outcome = played(begun(OPEN_BY_YES), script)
        assert outcome is Outcome.LEFT
        assert interview.reserve == {"a": Picked(("oui",))}

    def test_a_bug_is_not_taken_for_trouble(self):
        def broken(_: Interview) -> None:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            walk(begun(OPEN_BY_YES), Script(("a", Passed())), Ports(broken, broken))


class TestAttention:
    TREE = """
    - {id: diff, question: "Quoi ?", type: choix_multiple, taxonomie: difficultes}
    - {id: encore, question: "Et ?", type: choix_multiple, taxonomie: difficultes}
    - {id: fin, question: "Fin ?"}
    """
    MENACE, SOBER = Picked(("diff.relation.menace",)), ("En parler sans attendre.",)

    def test_the_sober_sentence_of_a_difficulty_is_shown_once_on_the_next_screen(self):
        script = Script(
            ("diff", Answered(self.MENACE)), ("encore", Answered(self.MENACE)), ("fin", Back()),
            ("encore", Back()), ("diff", Answered(self.MENACE)), ("encore", Ahead()), ("fin", Passed()),
            (RECAP, Save()),
        )  # fmt: skip
        played(begun(self.TREE), script)
        assert [view.notices for view in script.views] == [(), self.SOBER, (), (), (), (), ()]
        assert script.recaps[0].notices == ()
        assert script.recaps[0].care

    def test_after_the_last_question_it_is_shown_on_the_recap(self):
        script = Script((RECAP, Edit("encore")), ("encore", Answered(self.MENACE)), (RECAP, Edit("fin")),
                        ("fin", Back()), (RECAP, Save()))  # fmt: skip
        played(said(begun(self.TREE), {"diff": None, "encore": None, "fin": None}), script)
        assert [recap.notices for recap in script.recaps] == [(), self.SOBER, ()]
        assert [recap.care for recap in script.recaps] == [False, True, True]

    def test_whom_to_call_is_said_after_an_interruption_too_and_not_once_the_pick_is_taken_back(self):
        interview = said(begun(self.TREE), {"diff": self.MENACE, "encore": None, "fin": None})
        assert recap_of(interview).care
        assert not recap_of(said(interview, {"diff": Picked(("diff.relation.confiance",))})).care


def test_edited_lists_go_through_the_walk():
    tree = """
    - id: l
      question: "L ?"
      type: liste
      pour_chaque: [{id: q, question: "Q ?"}]
    """
    script = Script(
        ("l", yes(["x", "y"])), ("l[1].q", yes("« de x »")), ("l[2].q", yes("« de y »")),
        (RECAP, Edit("l")), ("l", yes(["y", "z"], {"1": None, "2": "1"})), ("l[2].q", yes("« de z »")),
        (RECAP, Save()),
    )  # fmt: skip
    interview, _ = played(begun(tree), script)
    assert interview.answers == {
        "l": Items(("y", "z")), "l[1].q": Words("de y"), "l[2].q": Words("de z"),
    }  # fmt: skip
