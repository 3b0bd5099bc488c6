"""What an interview promises, one promise a test."""

from datetime import date

import pytest
from sittings import begun, field_at, live, said, step_at, tree_from, where, wording_at

from cip_coach.answer import SKIPPED, Action, Day, Items, Number, Picked, Words
from cip_coach.asking import interview as iv
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.interview import Interview
from cip_coach.asking.tree import Choice
from cip_coach.asking.wording import Shown
from cip_coach.text import typeset

LOGEMENT = """
- id: toit
  question: "Où dormir ?"
  type: choix
  choix: {dedans: "dedans", dehors: "dehors"}
  si_dehors:
    - id: froid
      question: "De quoi se couvrir ?"
- id: suite
  question: "Et ensuite ?"
"""

BESOINS = """
- id: besoins
  question: "De quoi a-t-elle besoin ?"
  type: liste
  pour_chaque:
    - id: exprime
      question: "« {element} » : dit ?"
      type: oui_non
      alimente: {a_verifier: [en_partie, non]}
    - id: lu
      question: "Une hypothèse."
      type: info
      quand: {exprime: non}
    - id: indices
      question: "Sur quoi ?"
      quand: {exprime: [en_partie, non]}
- id: a_verifier
  question: "Que vérifier ?"
  type: choix_multiple
  choix_de: seance.a_verifier
- boucle: chemin
  sur: besoins
  questions:
    - id: pas
      question: "Un pas pour « {element} » ?"
"""
TWO_NEEDS = {
    "besoins": ["un rythme", "un logement"],
    "besoins[1].exprime": "non",
    "besoins[1].indices": "« elle arrive tard »",
    "besoins[2].exprime": "en_partie",
    "besoins[2].indices": "« elle dort ici et là »",
    "a_verifier": Picked(("besoins.2",)),
    "chemin[besoins.1].pas": "« un réveil »",
    "chemin[besoins.2].pas": "« un rendez-vous »",
}


def needs() -> Interview:
    return said(begun(BESOINS), TWO_NEEDS)


class TestPosition:
    def test_a_session_begins_at_the_first_question_and_ends_at_the_recap(self):
        interview = begun(LOGEMENT)
        assert where(interview) == "toit"
        interview = said(interview, {"toit": "dedans"})
        assert where(interview) == "suite"
        assert where(said(interview, {"suite": None})) is None

    def test_a_follow_up_is_asked_only_when_its_answer_opens_it(self):
        assert live(said(begun(LOGEMENT), {"toit": "dehors"})) == ["toit", "froid", "suite"]
        assert live(said(begun(LOGEMENT), {"toit": "dedans"})) == ["toit", "suite"]
        assert live(said(begun(LOGEMENT), {"toit": None})) == ["toit", "suite"]

    def test_the_current_question_is_the_position_even_when_it_is_answered(self):
        interview = said(begun(LOGEMENT), {"toit": "dedans", "suite": "« un foyer »"})
        assert where(iv.at(interview, "toit")) == "toit"

    def test_a_current_question_that_has_closed_leaves_the_first_one_without_an_answer(self):
        interview = said(begun(LOGEMENT), {"toit": "dedans"})
        assert where(iv.at(interview, "froid")) == "suite"
        assert iv.at(interview, "froid").current == "suite"

    def test_an_answer_moves_on_to_the_next_question_even_when_that_one_is_answered(self):
        interview = said(begun(LOGEMENT), {"toit": "dedans", "suite": "« un foyer »"})
        assert where(said(interview, {"toit": "dedans"})) == "suite"

    def test_past_the_last_question_we_stand_at_the_one_left_open(self):
        interview = said(iv.at(begun(LOGEMENT), "suite"), {"suite": "« un foyer »"})
        assert where(interview) == "toit"

    def test_finishing_early_leaves_the_rest_unreached_not_passed(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors"})
        assert [(step.path, iv.reply_to(interview, step)) for step in iv.asked(interview)] == [
            ("toit", Picked(("dehors",))),
            ("froid", None),
            ("suite", None),
        ]

    def test_the_end_never_stands_on_a_question_whose_answer_is_fixed(self):
        tree = tree_from(LOGEMENT)
        fixed = iv.replace(tree.nodes[0], fixed=("dehors",))
        interview = begun(iv.replace(tree, nodes=(fixed, *tree.nodes[1:])))
        assert where(interview) == "froid"
        assert live(interview) == ["toit", "froid", "suite"]
        assert iv.reply_to(interview, step_at(interview, "toit")) == Picked(("dehors",))
        assert where(iv.at(interview, "toit")) == "froid"
        assert iv.previous(interview, "froid") is None


class TestGoingBack:
    def test_going_back_keeps_every_answer_that_follows(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors", "froid": "« un duvet »", "suite": "« un foyer »"})
        back = iv.at(interview, iv.previous(interview, "suite"))
        assert where(back) == "froid"
        assert back.answers == interview.answers

    def test_back_goes_over_live_questions_one_by_one(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors"})
        assert iv.previous(interview, "") == "suite"
        assert iv.previous(interview, "suite") == "froid"
        assert iv.previous(interview, "froid") == "toit"
        assert iv.previous(interview, "toit") is None

    def test_a_changed_answer_closes_its_branch_and_puts_the_answers_there_aside(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors", "froid": "« un duvet »"})
        interview = said(interview, {"toit": "dedans"})
        assert "froid" not in interview.answers
        assert iv.set_aside(interview) == {"froid": Words("un duvet")}
        assert live(interview) == ["toit", "suite"]

    def test_what_was_put_aside_is_proposed_again_when_its_branch_reopens_and_counts_once_confirmed(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors", "froid": "« un duvet »"})
        interview = said(interview, {"toit": "dedans"})
        interview = said(interview, {"toit": "dehors"})
        assert where(interview) == "froid"
        assert field_at(interview, "froid") == Words("un duvet")
        assert "froid" not in interview.answers
        assert iv.set_aside(interview) == {}
        interview = said(interview, {"froid": "« un duvet »"})
        assert interview.answers["froid"] == Words("un duvet")
        assert interview.reserve == {}

    def test_a_closed_answer_is_read_by_no_condition_and_no_wording(self):
        interview = begun(
            """
            - id: a
              question: "A ?"
              type: oui_non
              si_oui:
                - id: b
                  question: "B ?"
                  type: oui_non
            - id: c
              question: "C, puisque {b} ?"
              quand: {a: repondu}
            - id: d
              question: "D ?"
              quand: {b: oui}
            """
        )
        interview = said(interview, {"a": "oui", "b": "oui", "c": None, "d": "« d »"})
        assert wording_at(interview, "c") == typeset("C, puisque Oui ?")
        interview = said(interview, {"a": "non"})
        assert live(interview) == ["a", "c"]
        assert wording_at(interview, "c") == typeset("C, puisque … ?")
        assert iv.set_aside(interview) == {"b": Picked(("oui",)), "d": Words("d")}

    def test_a_question_passed_in_a_branch_that_closes_is_asked_again_when_it_reopens(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors", "froid": None, "suite": None})
        interview = said(interview, {"toit": "dedans"})
        assert "froid" not in interview.answers
        assert where(said(interview, {"toit": "dehors"})) == "froid"


class TestPassingAndHalfTypedText:
    def test_passing_keeps_what_had_been_typed_aside(self):
        interview = iv.skip(begun(LOGEMENT), "toit")
        interview = iv.skip(interview, "suite", Words("un début"))
        assert interview.answers["suite"] == SKIPPED
        assert field_at(interview, "suite") == Words("un début")
        assert iv.set_aside(interview) == {"suite": Words("un début")}

    def test_passing_an_answered_question_keeps_its_answer_aside(self):
        interview = said(begun(LOGEMENT), {"toit": None, "suite": "« un foyer »"})
        interview = said(interview, {"suite": None})
        assert interview.answers["suite"] == SKIPPED
        assert field_at(interview, "suite") == Words("un foyer")

    def test_passing_twice_loses_nothing(self):
        interview = iv.skip(begun(LOGEMENT), "suite", Words("un début"))
        assert field_at(iv.skip(interview, "suite"), "suite") == Words("un début")

    def test_half_typed_text_waits_and_counts_for_nothing(self):
        interview = iv.half_typed(said(begun(LOGEMENT), {"toit": "dedans"}), "suite", Words("un fo"))
        assert "suite" not in interview.answers
        assert field_at(interview, "suite") == Words("un fo")
        assert where(interview) == "suite"
        assert iv.set_aside(interview) == {}

    def test_half_typed_text_never_takes_a_confirmed_answer_away(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors", "froid": "« un duvet »", "suite": "« un foyer »"})
        drafted = iv.half_typed(interview, "toit", Picked(("dedans",)))
        assert drafted.answers == interview.answers
        assert field_at(drafted, "toit") == Picked(("dedans",))
        assert iv.set_aside(drafted) == {"toit": Picked(("dedans",))}

    def test_half_typed_text_that_comes_back_to_the_answer_is_forgotten(self):
        interview = said(begun(LOGEMENT), {"toit": "dedans", "suite": "« un foyer »"})
        drafted = iv.half_typed(interview, "suite", Words("un foyer, ou"))
        assert iv.half_typed(drafted, "suite", Words("un foyer")).reserve == {}

    def test_half_typed_text_outlives_the_closing_of_its_branch(self):
        interview = said(begun(LOGEMENT), {"toit": "dehors", "froid": "« un duvet »"})
        interview = iv.half_typed(interview, "froid", Words("un duvet, deux"))
        interview = said(interview, {"toit": "dedans"})
        interview = said(interview, {"toit": "dehors"})
        assert field_at(interview, "froid") == Words("un duvet, deux")

    def test_passing_over_half_typed_text_as_it_is_shown_keeps_that_text(self):
        interview = said(begun(LOGEMENT), {"toit": "dedans", "suite": "« un foyer »"})
        interview = iv.skip(iv.half_typed(interview, "suite", Words("un foyer, ou")), "suite")
        assert field_at(interview, "suite") == Words("un foyer, ou")

    def test_a_passed_question_matches_no_condition(self):
        tests = ("repondu", "oui", "{sauf: oui}", "{au_moins: 1}", "{au_plus: 9}")
        later = "".join(f'- {{id: q{n}, question: "?", quand: {{a: {test}}}}}\n' for n, test in enumerate(tests))
        tree = tree_from('- {id: a, question: "A ?", type: oui_non}\n' + later)
        assert live(said(begun(tree), {"a": None})) == ["a"]
        assert live(said(begun(tree), {"a": "non"})) == ["a", "q0", "q2", "q3", "q4"]

    def test_without_its_passes_a_session_stands_at_the_first_passed_question(self):
        interview = said(begun(LOGEMENT), {"toit": None, "suite": "« un foyer »"})
        again = iv.without_skips(interview)
        assert where(again) == "toit"
        assert again.answers == {"suite": Words("un foyer")}

    def test_what_a_pass_had_opened_closes_with_it(self):
        interview = begun(
            """
            - id: a
              question: "A ?"
              si_passe:
                - id: pourquoi
                  question: "Pourquoi ?"
            """
        )
        interview = said(interview, {"a": None, "pourquoi": "« trop tôt »"})
        again = iv.without_skips(interview)
        assert live(again) == ["a"]
        assert iv.set_aside(again) == {"pourquoi": Words("trop tôt")}

    def test_a_prefill_is_proposed_until_the_question_is_passed(self):
        interview = begun(
            """
            - id: sujet
              question: "Sujet ?"
            - id: titre
              question: "Titre ?"
              prerempli_de: sujet
            """
        )
        interview = said(interview, {"sujet": "« le logement »"})
        assert field_at(interview, "titre") == Words("le logement")
        assert iv.set_aside(interview) == {}
        assert field_at(said(interview, {"titre": None}), "titre") is None


class TestListsUnderEdit:
    def test_items_are_asked_about_one_after_the_other(self):
        interview = said(begun(BESOINS), {"besoins": ["un rythme", "un logement"]})
        assert where(interview) == "besoins[1].exprime"
        assert wording_at(interview, "besoins[1].exprime") == typeset("« un rythme » : dit ?")

    def test_an_added_item_leaves_the_others_alone(self):
        before = needs()
        texts = Items(("un rythme", "un logement", "une formation"))
        interview = iv.record(before, "besoins", texts, {"1": "1", "2": "2"})
        assert {path: reply for path, reply in interview.answers.items() if path != "besoins"} == {
            path: reply for path, reply in before.answers.items() if path != "besoins"
        }
        assert "besoins[3].exprime" in live(interview)

    def test_a_renamed_item_keeps_what_was_said_about_it(self):
        interview = iv.record(needs(), "besoins", Items(("un rythme", "un toit")), {"1": "1", "2": "2"})
        assert interview.answers["besoins[2].indices"] == Words("elle dort ici et là")
        assert interview.answers["a_verifier"] == Picked(("besoins.2",))
        assert wording_at(interview, "chemin[besoins.2].pas") == typeset("Un pas pour « un toit » ?")

    def test_a_removed_item_takes_with_it_what_was_said_about_it_and_the_next_ones_move_up(self):
        interview = iv.record(needs(), "besoins", Items(("un logement",)), {"1": None, "2": "1"})
        assert interview.answers == {
            "besoins": Items(("un logement",)),
            "besoins[1].exprime": Picked(("en_partie",)),
            "besoins[1].indices": Words("elle dort ici et là"),
            "a_verifier": Picked(("besoins.1",)),
            "chemin[besoins.1].pas": Words("un rendez-vous"),
        }
        assert interview.reserve == {}

    def test_moved_items_take_everything_along(self):
        swap = {"1": "2", "2": "1"}
        interview = iv.record(needs(), "besoins", Items(("un logement", "un rythme")), swap)
        assert interview.answers["besoins[1].indices"] == Words("elle dort ici et là")
        assert interview.answers["besoins[2].indices"] == Words("elle arrive tard")
        assert interview.answers["a_verifier"] == Picked(("besoins.1",))
        assert interview.answers["chemin[besoins.1].pas"] == Words("un rendez-vous")
        assert interview.answers["chemin[besoins.2].pas"] == Words("un réveil")

    def test_moves_that_nobody_told_are_read_from_the_texts(self):
        swapped = iv.record(needs(), "besoins", Items(("un logement", "un rythme")))
        assert swapped.answers["besoins[1].indices"] == Words("elle dort ici et là")
        shorter = iv.record(needs(), "besoins", Items(("un logement",)))
        assert shorter.answers["besoins[1].indices"] == Words("elle dort ici et là")
        renamed = iv.record(needs(), "besoins", Items(("un rythme", "un logement à elle", "une formation")))
        assert renamed.answers["besoins[2].indices"] == Words("elle dort ici et là")

    def test_an_item_whose_place_is_taken_is_gone_even_when_nobody_said_so(self):
        interview = iv.record(needs(), "besoins", Items(("une formation", "un rythme")), {"1": "2"})
        assert interview.answers["besoins[2].indices"] == Words("elle arrive tard")
        assert interview.answers["chemin[besoins.2].pas"] == Words("un réveil")
        assert "besoins[1].exprime" not in interview.answers

    def test_twins_stay_two_items(self):
        interview = said(
            begun(BESOINS),
            {"besoins": ["temps", "temps"], "besoins[1].exprime": "oui", "besoins[2].exprime": "non"},
        )
        interview = iv.record(interview, "besoins", Items(("temps", "lieu", "temps")))
        assert interview.answers["besoins[1].exprime"] == Picked(("oui",))
        assert interview.answers["besoins[3].exprime"] == Picked(("non",))

    def test_what_was_set_aside_about_an_item_follows_it_too(self):
        interview = said(needs(), {"besoins[2].exprime": "oui"})
        assert iv.set_aside(interview)["besoins[2].indices"] == Words("elle dort ici et là")
        interview = iv.record(interview, "besoins", Items(("un logement",)), {"1": None, "2": "1"})
        assert iv.set_aside(interview)["besoins[1].indices"] == Words("elle dort ici et là")

    def test_an_info_read_about_an_item_stays_read_when_it_moves(self):
        interview = iv.read(needs(), "besoins[1].lu")
        interview = iv.record(interview, "besoins", Items(("un logement", "un rythme")), {"1": "2", "2": "1"})
        assert interview.seen == {"besoins[2].lu"}

    def test_a_pick_of_a_removed_item_goes_and_none_left_is_not_rien_a_noter(self):
        interview = iv.record(needs(), "besoins", Items(("un rythme",)), {"1": "1", "2": None})
        assert "a_verifier" not in interview.answers
        assert "a_verifier" in iv.awaiting(interview)
        interview = said(needs(), {"a_verifier": Picked(("besoins.2", "besoins.1"))})
        interview = iv.record(interview, "besoins", Items(("un rythme",)), {"1": "1", "2": None})
        assert interview.answers["a_verifier"] == Picked(("besoins.1",))

    def test_a_half_edited_list_changes_nothing_until_it_is_confirmed(self):
        before = needs()
        interview = iv.half_typed(before, "besoins", Items(("un logement",)))
        assert interview.answers == before.answers
        confirmed = iv.record(interview, "besoins", Items(("un logement",)), {"1": "1"})
        assert confirmed.answers["besoins[1].indices"] == Words("elle dort ici et là")
        assert "besoins[2].indices" not in confirmed.answers

    @pytest.mark.parametrize("leave", ["pass", "close"])
    def test_a_half_edited_list_that_is_left_never_gives_one_item_the_answers_of_another(self, leave):
        tree = tree_from('- id: z\n  question: "Z ?"\n  type: oui_non' + "\n  si_oui:\n" + _indented(BESOINS))
        interview = said(begun(tree), {"z": "oui", **TWO_NEEDS})
        draft = Items(("un logement",))
        if leave == "pass":
            interview = iv.skip(interview, "besoins", draft)
        else:
            interview = said(iv.half_typed(interview, "besoins", draft), {"z": "non"})
            interview = said(interview, {"z": "oui"})
        assert field_at(interview, "besoins") == draft
        interview = iv.record(interview, "besoins", draft, {"1": "1"})
        interview = said(interview, {"besoins[1].exprime": "en_partie"})
        assert field_at(interview, "besoins[1].indices") == Words("elle dort ici et là")

    def test_the_users_own_picks_move_like_items(self):
        interview = begun(
            """
            - id: freins
              question: "Freins ?"
              type: choix_multiple
              choix: {temps: "le temps", argent: "l'argent"}
              autre: plusieurs
              pour_chaque:
                - id: depuis
                  question: "« {element} » : depuis quand ?"
            - id: non_dits
              question: "Lesquels, sans le dire ?"
              type: choix_multiple
              choix_de: freins
            """
        )
        own = ("la peur", "le bruit")
        interview = said(
            interview,
            {
                "freins": Picked(("temps", "autre1", "autre2"), own),
                "freins[temps].depuis": "« toujours »",
                "freins[autre1].depuis": "« mai »",
                "freins[autre2].depuis": "« juin »",
                "non_dits": Picked(("freins.autre2", "temps")),
            },
        )
        shorter = Picked(("temps", "autre1"), ("le bruit",))
        for moved in ({"autre1": None, "autre2": "autre1"}, None):
            after = iv.record(interview, "freins", shorter, moved)
            assert after.answers == {
                "freins": shorter,
                "freins[temps].depuis": Words("toujours"),
                "freins[autre1].depuis": Words("juin"),
                "non_dits": Picked(("freins.autre1", "temps")),
            }


class TestWhatIsOnOffer:
    FREINS = """
    - id: freins
      question: "Freins ?"
      type: choix_multiple
      choix: {temps: "le temps", argent: "l'argent"}
    - id: dits
      question: "Lesquels a-t-elle dits ?"
      type: choix_multiple
      choix_de: freins
      pour_chaque:
        - id: quand_dit
          question: "« {element} » : quand ?"
      si_vide:
        - id: rien
          question: "Rien encore : comment ouvrir ?"
      si_au_plus_1:
        - id: peu
          question: "Peu : comment ouvrir ?"
      si_passe:
        - id: passe_dits
          question: "Plus tard ?"
    - id: apres
      question: "Après ?"
      quand: {dits: {au_plus: 0}}
    """

    def test_picks_that_are_no_longer_on_offer_are_dropped_and_what_they_opened_is_set_aside(self):
        interview = said(
            begun(self.FREINS),
            {
                "freins": Picked(("temps", "argent")),
                "dits": Picked(("temps", "argent")),
                "dits[temps].quand_dit": "« lundi »",
                "dits[argent].quand_dit": "« mardi »",
            },
        )
        interview = said(interview, {"freins": Picked(("argent",))})
        assert interview.answers["dits"] == Picked(("argent",))
        assert iv.set_aside(interview) == {"dits[temps].quand_dit": Words("lundi")}

    def test_an_answer_none_of_whose_picks_is_on_offer_is_asked_again_not_taken_for_rien_a_noter(self):
        interview = said(begun(self.FREINS), {"freins": "temps", "dits": Picked(("temps",))})
        interview = said(interview, {"freins": "argent"})
        assert "dits" not in interview.answers
        assert where(interview) == "dits"
        assert field_at(interview, "dits") is None
        interview = said(interview, {"freins": Picked(("temps", "argent"))})
        assert field_at(interview, "dits") == Picked(("temps",))

    def test_with_nothing_on_offer_a_question_is_not_asked_and_counts_as_nothing_for_conditions_alone(self):
        interview = said(begun(self.FREINS), {"freins": Picked(())})
        assert live(interview) == ["freins", "rien", "apres"]
        assert "dits" not in interview.answers

    def test_with_an_answer_of_ones_own_a_question_is_asked_though_nothing_is_on_offer(self):
        tree = tree_from(self.FREINS.replace("choix_de: freins", "choix_de: freins\n      autre: oui"))
        assert "dits" in live(said(begun(tree), {"freins": Picked(())}))

    def test_a_sensitive_pick_is_not_offered_again(self):
        interview = begun(
            """
            - id: diff
              question: "Quoi ?"
              type: choix_multiple
              taxonomie: difficultes
            - id: encore
              question: "Lequel d'abord ?"
              type: choix
              choix_de: diff
            - boucle: chaque
              sur: diff
              questions:
                - id: pas
                  question: "Un pas ?"
            """
        )
        picks = Picked(("diff.relation.delicat", "diff.relation.confiance"))
        interview = said(interview, {"diff": picks})
        assert [choice.id for choice in step_at(interview, "encore").choices] == ["diff.relation.confiance"]
        assert live(interview) == ["diff", "encore", "chaque[diff.relation.confiance].pas"]

    def test_what_is_to_be_checked_is_offered_once_each_under_its_name(self):
        interview = needs()
        choices = step_at(interview, "a_verifier").choices
        assert [(choice.id, choice.label) for choice in choices] == [
            ("besoins.1", "un rythme"),
            ("besoins.2", "un logement"),
        ]

    def test_a_text_to_be_checked_is_offered_as_it_was_said(self):
        interview = begun(
            """
            - {id: doute, question: "Un doute ?", alimente: a_verifier}
            - {id: lesquels, question: "Que vérifier ?", type: choix_multiple, choix_de: seance.a_verifier}
            """
        )
        interview = said(interview, {"doute": "« veut-elle ce stage »", "lesquels": "doute"})
        assert step_at(interview, "lesquels").choices == (Choice("doute", "veut-elle ce stage"),)
        assert interview.answers["lesquels"] == Picked(("doute",))

    def test_one_element_fed_by_two_of_its_questions_counts_once(self):
        interview = begun(
            """
            - id: b
              question: "B ?"
              type: liste
              pour_chaque:
                - id: dit
                  question: "Dit ?"
                  type: oui_non
                  alimente: {a_verifier: non}
                - id: vu
                  question: "Vu ?"
                  type: oui_non
                  alimente: {a_verifier: non}
            - id: plusieurs
              question: "Par où commencer ?"
              quand: {seance.a_verifier: {au_moins: 2}}
            """
        )
        interview = said(interview, {"b": ["x"], "b[1].dit": "non", "b[1].vu": "non"})
        assert "plusieurs" not in live(interview)

    def test_sources_of_the_journal_are_offered_as_they_were_frozen(self):
        found = (Entrant(Choice("k7f3qd.2", "appeler la mission locale"), 3),)
        interview = begun(
            """
            - boucle: pas
              sur: journal.pas_ouverts
              questions:
                - id: ou
                  question: "« {element} » : où en est-ce ?"
            - id: bilan
              question: "Le mois."
              type: info
              montre: journal.pas_ouverts
            - id: fin
              question: "Fin ?"
              quand: {journal.pas_ouverts: {au_moins: 1}}
            """,
            sources={"journal.pas_ouverts": found},
        )
        assert live(interview) == ["pas[k7f3qd.2].ou", "bilan", "fin"]
        assert step_at(interview, "bilan").shown == (
            Shown("journal.pas_ouverts", (("appeler la mission locale", 3),)),
        )

    def test_an_element_of_the_journal_named_in_figures_keeps_its_name(self):
        found = (Entrant(Choice("482913", "une note")),)
        interview = begun(
            """
            - boucle: notes
              sur: journal.notes
              questions:
                - id: revoir
                  question: "Y revenir ?"
                  type: oui_non
                  alimente: {a_verifier: oui}
            - id: lesquelles
              question: "Lesquelles ?"
              type: choix_multiple
              choix_de: seance.a_verifier
            """,
            sources={"journal.notes": found},
        )
        interview = said(interview, {"notes[482913].revoir": "oui"})
        assert [choice.id for choice in step_at(interview, "lesquelles").choices] == ["482913"]

    def test_an_answer_of_another_form_than_its_question_takes_is_set_aside_not_proposed(self):
        tree = tree_from(LOGEMENT)
        interview = Interview(tree, begun(tree).context, {"toit": Words("dehors"), "parti": Words("x")})
        interview = iv.settled(interview)
        assert interview.answers == {}
        assert interview.reserve == {"toit": Words("dehors"), "parti": Words("x")}
        assert field_at(interview, "toit") is None

    def test_a_prefill_takes_the_form_of_its_question(self):
        interview = begun(
            """
            - {id: l, question: "L ?", type: liste}
            - {id: d, question: "D ?", type: date}
            - {id: c, question: "C ?", type: choix_multiple, choix: {a: "A", b: "B"}}
            - {id: t1, question: "T ?", prerempli_de: l}
            - {id: l1, question: "L ?", type: liste, max: 1, prerempli_de: l}
            - {id: d1, question: "D ?", type: date, prerempli_de: d}
            - {id: c1, question: "C ?", type: choix_multiple, choix: {b: "B", z: "Z"}, prerempli_de: c}
            - {id: c2, question: "C ?", type: choix, choix: {b: "B", a: "A"}, prerempli_de: c}
            - {id: c3, question: "C ?", type: choix_multiple, choix_de: l, prerempli_de: l}
            - {id: a1, question: "A ?", type: action, prerempli_de: t1}
            - {id: n1, question: "N ?", type: nombre, prerempli_de: seance.rdv}
            """,
            appointment=3,
        )
        day = Day(date(2026, 12, 1))
        interview = said(interview, {"l": ["x", "y"], "d": day, "c": Picked(("a", "b")), "t1": "« appeler »"})
        proposed = {step.path: step.prefill for step in iv.steps(interview) if step.question.prefill}
        assert proposed == {
            "t1": Words("x\ny"),
            "l1": Items(("x",)),
            "d1": day,
            "c1": Picked(("b",)),
            "c2": Picked(("a",)),
            "c3": Picked(("l.1", "l.2")),
            "a1": Action("appeler"),
            "n1": Number(3),
        }


class TestInfos:
    INFOS = """
    - {id: accueil, question: "Bonjour.", type: info}
    - {id: a, question: "A ?", type: oui_non, si_oui: [{id: bravo, question: "Ah.", type: info}]}
    - {id: avant_b, question: "Encore un mot.", type: info}
    - {id: b, question: "B ?"}
    - {id: adieu, question: "Merci.", type: info}
    """

    def test_an_info_is_put_before_the_question_below_it(self):
        assert where(begun(self.INFOS)) == "accueil"

    def test_an_info_is_read_once(self):
        interview = iv.read(begun(self.INFOS), "accueil")
        assert where(interview) == "a"
        interview = said(interview, {"a": "oui"})
        assert where(interview) == "bravo"
        interview = iv.read(interview, "bravo")
        assert where(interview) == "avant_b"
        interview = iv.read(interview, "avant_b")
        assert where(said(interview, {"a": "oui"})) == "b"

    def test_an_info_after_the_last_question_is_put_too(self):
        interview = said(iv.read(begun(self.INFOS), "accueil"), {"a": "non", "b": None})
        assert where(interview) == "adieu"
        assert where(iv.read(interview, "adieu")) is None

    def test_back_goes_over_infos(self):
        assert iv.previous(begun(self.INFOS), "b") == "a"

    def test_an_info_that_was_passed_is_not_read_again_after_an_interruption(self):
        interview = said(iv.read(begun(self.INFOS), "accueil"), {"a": "non"})
        interview = iv.read(interview, "avant_b")
        forgotten = Interview(
            interview.tree, interview.context, interview.answers, interview.reserve, interview.current
        )
        assert where(forgotten) == "b"
        again = iv.resumed(forgotten)
        assert where(again) == "b"
        assert where(said(iv.at(again, "a"), {"a": "non"})) == "b"
        assert where(said(iv.at(again, "a"), {"a": "oui"})) == "bravo"

    def test_an_info_interrupted_while_it_was_shown_is_shown_again(self):
        interview = said(iv.read(begun(self.INFOS), "accueil"), {"a": "non"})
        again = iv.resumed(Interview(interview.tree, interview.context, interview.answers, current=interview.current))
        assert where(again) == "avant_b"


class TestNames:
    NESTED = """
    - id: projets
      question: "Projets ?"
      type: liste
      pour_chaque:
        - id: etapes
          question: "Étapes de {element} ?"
          type: liste
          pour_chaque:
            - id: faite
              question: "« {element} », pour {projets} ?"
              type: oui_non
        - id: bravo
          question: "Qu'est-ce qui a aidé ?"
          quand: {"etapes[].faite": oui}
        - id: laquelle
          question: "Laquelle d'abord ?"
          type: choix
          choix_de: {boucle: etapes, quand: {faite: non}}
    - id: partout
      question: "Et ailleurs ?"
      quand: {"projets[].etapes[].faite": oui}
    - id: premier
      question: "Et du premier ?"
      quand: {"projets[1].bravo": repondu}
    """

    def nested(self) -> Interview:
        return said(
            begun(self.NESTED),
            {
                "projets": ["un stage", "un permis"],
                "projets[1].etapes": ["écrire", "appeler"],
                "projets[1].etapes[1].faite": "non",
                "projets[1].etapes[2].faite": "non",
                "projets[2].etapes": ["s'inscrire"],
                "projets[2].etapes[1].faite": "oui",
            },
        )

    def test_empty_brackets_inside_a_loop_mean_the_items_of_the_same_turn(self):
        assert [path for path in live(self.nested()) if path.endswith("bravo")] == ["projets[2].bravo"]

    def test_empty_brackets_outside_mean_every_item(self):
        assert "partout" in live(self.nested())
        assert "partout" not in live(said(self.nested(), {"projets[2].etapes[1].faite": "non"}))

    def test_the_items_of_a_loop_inside_a_loop_are_those_of_the_same_turn(self):
        choices = step_at(self.nested(), "projets[1].laquelle").choices
        assert [(choice.id, choice.label) for choice in choices] == [
            ("projets[1].etapes.1", "écrire"),
            ("projets[1].etapes.2", "appeler"),
        ]
        assert "projets[2].laquelle" not in live(self.nested())

    def test_the_item_of_an_outer_loop_is_named_by_its_id(self):
        assert "pour un stage" in wording_at(self.nested(), "projets[1].etapes[2].faite")

    def test_a_name_means_the_innermost_item_that_has_such_a_question(self):
        tree = """
        - id: a
          question: "A ?"
          type: liste
          pour_chaque:
            - {id: ok, question: "OK ?", type: oui_non}
            - id: b
              question: "B ?"
              type: liste
              pour_chaque:
                - {id: ok, question: "OK ?", type: oui_non}
                - {id: suite, question: "Suite ?", quand: {ok: oui}}
        """
        answers = {"a": ["x"], "a[1].ok": "oui", "a[1].b": ["y", "z"], "a[1].b[1].ok": "non", "a[1].b[2].ok": "oui"}
        assert [path for path in live(said(begun(tree), answers)) if path.endswith("suite")] == ["a[1].b[2].suite"]

    def test_one_item_is_named_with_its_key(self):
        interview = said(self.nested(), {"projets[1].etapes[2].faite": "oui", "projets[1].bravo": "« elle »"})
        assert "premier" in live(interview)

    def test_items_of_a_list_within_a_list_follow_both(self):
        interview = said(self.nested(), {"projets[1].laquelle": Picked(("projets[1].etapes.2",))})
        interview = iv.record(interview, "projets[1].etapes", Items(("appeler", "écrire")), {"1": "2", "2": "1"})
        assert interview.answers["projets[1].laquelle"] == Picked(("projets[1].etapes.1",))
        interview = iv.record(interview, "projets", Items(("un permis", "un stage")), {"1": "2", "2": "1"})
        assert interview.answers["projets[2].laquelle"] == Picked(("projets[2].etapes.1",))
        assert interview.answers["projets[1].etapes[1].faite"] == Picked(("oui",))


class TestWordings:
    def test_a_wording_quotes_answers_literally_and_once(self):
        tree = """
        - {id: a, question: "A ?"}
        - {id: n, question: "N ?", type: nombre}
        - {id: d, question: "D ?", type: date}
        - {id: c, question: "« {a} », {n}, {d}"}
        """
        day = Day(date(2026, 12, 1))
        interview = said(begun(tree), {"a": "« {n} et {{a}} »", "n": Number(2.5), "d": day})
        assert wording_at(interview, "c") == typeset("« {n} et {{a}} », 2,5, 1er décembre 2026")

    def test_what_was_passed_reads_as_points(self):
        tree = '- {id: a, question: "A ?"}\n- {id: c, question: "« {a} »"}'
        assert wording_at(said(begun(tree), {"a": None}), "c") == typeset("« … »")

    def test_a_number_is_compared_as_it_is_written(self):
        tree = '- {id: n, question: "N ?", type: nombre}\n- {id: c, question: "C ?", quand: {n: "2"}}'
        assert live(said(begun(tree), {"n": Number(2.0)})) == ["n", "c"]

    def test_a_lead_is_asked_only_when_a_pick_has_one(self):
        tree = """
        - {id: diff, question: "Quoi ?", type: choix_multiple, taxonomie: difficultes}
        - {id: piste, question: "", type: piste, de: diff}
        """
        assert live(said(begun(tree), {"diff": "diff.relation.menace"})) == ["diff"]
        interview = said(begun(tree), {"diff": Picked(("diff.relation.menace", "diff.relation.confiance"))})
        assert wording_at(interview, "piste") == typeset("Qu'est-ce qui la nourrirait ?")

    def test_progress_and_numbers_do_not_depend_on_the_answers(self):
        tree = tree_from(
            """
            - id: a
              question: "A ?"
              type: oui_non
            - section: "Parfois"
              quand: {a: oui}
              questions:
                - {id: b, question: "B ?"}
                - {id: c, question: "C ?"}
            - id: d
              question: "D ?"
              si_repondu:
                - {id: e, question: "E ?"}
            """
        )
        for answer in ("oui", "non"):
            interview = said(begun(tree), {"a": answer, "d": "« d »"})
            numbers = {step.path: (step.number, step.root, step.roots) for step in iv.steps(interview)}
            assert numbers["d"] == ("4", 4, 4)
            assert numbers["e"] == ("4.1", 4, 4)


def _indented(questions: str) -> str:
    return "".join(f"    {line}\n" for line in questions.strip("\n").splitlines())
