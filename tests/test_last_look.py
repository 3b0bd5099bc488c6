"""Before a note closes: what could name somebody is shown, what the words suggest proposed. The user decides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cip_coach.answer import Answer, Items, Picked, Words
from cip_coach.asking.interview import Interview
from cip_coach.asking.library import Library
from cip_coach.asking.steps import Context
from cip_coach.commands.lastlook import DONE, KEEP, KEEP_ALL, REPLACE, Left, confirmed, without_names

LIBRARY = Library.shipped()
DIFFICULTIES = LIBRARY.vocabulary["difficultes"]
NAMED = "Mme Bernard est arrivée en avance."


@dataclass
class Decider:
    """Answers the pages with these choices, and keeps what was shown."""

    choices: list[str | None] = field(default_factory=list)
    shown: list[tuple[str, list[str]]] = field(default_factory=list)
    title: str = ""
    interrupted: bool = False
    gone: bool = False

    def choose(self, title: str, options: Sequence[tuple[str, str, str]], default: str | None = None) -> str | None:
        self.shown.append((title, [option[0] for option in options]))
        return self.choices.pop(0)

    def ask_code(self, title: str, known: Sequence[str], hint: str = "") -> str | None:
        raise AssertionError(title)

    def ask_line(self, title: str, hint: str = "", default: str = "") -> str | None:
        raise AssertionError(title)

    def say(self, *sentences: str) -> bool:
        raise AssertionError(sentences)

    def start(self, minutes: int, fewest: int, most: int | None, description: str = "") -> bool:
        raise AssertionError


def interview(**answers: Answer) -> Interview:
    given = {f"chaud.{name}": answer for name, answer in answers.items()}
    return Interview(LIBRARY.tree("a-chaud"), Context(day=date(2026, 11, 22)), given)


class TestNames:
    def test_a_text_that_names_nobody_is_not_shown(self) -> None:
        before = interview(scene=Words("Elle regarde la porte."))
        assert without_names(before, Decider()) == before

    def test_the_passage_is_shown_and_replaced_when_the_user_says_so(self) -> None:
        decider = Decider([REPLACE])
        after = without_names(interview(scene=Words(NAMED)), decider)
        assert "Mme Bernard" in decider.shown[0][0]
        assert isinstance(after, Interview)
        assert after.answers["chaud.scene"] == Words("La personne est arrivée en avance.")

    def test_kept_means_kept_to_the_letter(self) -> None:
        before = interview(scene=Words(NAMED))
        assert without_names(before, Decider([KEEP])) == before

    def test_one_answer_can_keep_all_the_rest(self) -> None:
        before = interview(scene=Words(NAMED), bien=Words("M. Durand a souri."))
        decider = Decider([KEEP_ALL])
        assert without_names(before, decider) == before
        assert len(decider.shown) == 1

    def test_lists_and_free_picks_are_looked_at_too(self) -> None:
        before = interview(scene=Items(("un silence", NAMED)), ressenti=Picked(("autre1",), ("Mme Bernard",)))
        after = without_names(before, Decider([REPLACE, REPLACE]))
        assert isinstance(after, Interview)
        assert after.answers["chaud.scene"] == Items(("un silence", "La personne est arrivée en avance."))
        assert after.answers["chaud.ressenti"] == Picked(("autre1",), ("La personne",))

    def test_leaving_is_not_saving(self) -> None:
        assert isinstance(without_names(interview(scene=Words(NAMED)), Decider([None])), Left)


class TestSuggestions:
    SILENT = Words("Un long silence, puis des monosyllabes.")

    def test_nothing_is_proposed_for_words_that_suggest_nothing(self) -> None:
        assert confirmed(interview(scene=Words("Il fait beau.")), Decider(), DIFFICULTIES) == {}

    def test_declining_notes_nothing(self) -> None:
        decider = Decider([DONE])
        assert confirmed(interview(scene=self.SILENT), decider, DIFFICULTIES) == {}
        assert decider.shown[0][1][0] == DONE

    def test_a_confirmed_one_is_noted_apart(self) -> None:
        found = confirmed(interview(scene=self.SILENT), Decider(["diff.relation.silence", DONE]), DIFFICULTIES)
        assert found == {"suggestions": ("diff.relation.silence",)}

    def test_what_is_noted_already_is_not_proposed(self) -> None:
        noted = interview(
            scene=self.SILENT,
            accroche=Picked(("oui",)),
            **{"accroche.difficulte": Picked(("diff.relation.silence",))},
        )
        decider = Decider([DONE])
        confirmed(noted, decider, DIFFICULTIES)
        assert not any("diff.relation.silence" in options for _, options in decider.shown)
