"""What the screens look like, captured through a terminal emulator at three sizes."""

import itertools
import re
from collections.abc import Callable

import pytest
from trial_terminal import (
    DOWN,
    ENTER,
    FAMILIES,
    HELP,
    MANY,
    PAUSE,
    PUBLICS,
    TAB,
    UP,
    Recorder,
    at_keyboard,
    question,
    view_of,
)

from cip_coach import text
from cip_coach.answer import Items, Picked, Words
from cip_coach.asking.helpfile import glossary
from cip_coach.asking.library import shipped_folder
from cip_coach.asking.moves import Line, Recap, View
from cip_coach.asking.tree import Bounds, Choice, Kind, Offer
from cip_coach.problem import Refused
from cip_coach.terminal import screen
from cip_coach.terminal.full import FullScreen
from cip_coach.terminal.screen import Page

SIZES = [(40, 12), (60, 18), (120, 40)]
LONG = (
    "Qu’est-ce qui me fait penser cela\u00a0: des mots, des gestes, des démarches, des silences, "
    "ou particulièrement ce qui se répète\u00a0?"
)
HELPFUL = "La confiance n’est pas tout ou rien. Elle se tisse, se fatigue, se répare, imperceptiblement."
LABELS = (
    "une difficulté exceptionnellement longue à formuler clairement",
    "un accompagnement particulièrement éprouvant",
    "autre chose d’incompréhensible pour l’instant",
)
CHOICES = tuple(Choice(f"c{n}", label) for n, label in enumerate(LABELS))
# Words of questionary, prompt_toolkit and of programmers: none may reach a screen.
ENGLISH = re.compile(
    r"\b(use|arrow|keys?|done|selections?|invalid|input|yes|cancelled|user|answer|description|finish|press|enter|"
    r"window|too|small|search|space|select|warning|error|none|true|false|the|and|or|not|with|back|skip|help|"
    r"quit|save|draft|next|null)\b",
    re.IGNORECASE,
)

WORDS = {
    word
    for said in (LONG, HELPFUL, *LABELS, *(c.label for c in (*PUBLICS, *MANY)), *FAMILIES.values())
    for word in re.findall(r"\S+", said)
}

EXPLAINED = {word for term in glossary(shipped_folder()) for word in re.findall(r"[\w’-]+", term.meaning)}
PIECES = {word[:length] for word in WORDS for length in range(4, len(word))} - {word.strip(".,") for word in WORDS}
PIECES -= EXPLAINED  # whole words of the glossary, which follows every page of help

SCENES: dict[str, tuple[str, Callable[[FullScreen], object]]] = {}


def scene(name: str, keys: str, *views: View) -> None:
    SCENES[name] = (keys, lambda front: [front.ask(view) for view in views])


scene("oui_non", ENTER + HELP + "x" + "o", view_of(question(Kind.YES_NO, LONG, help=HELPFUL)))
scene("choix", DOWN + UP + ENTER, view_of(question(Kind.CHOICE, LONG, offer=Offer(CHOICES), other=1, none="Rien")))
scene("autre", "4ceci" + ENTER, view_of(question(Kind.CHOICE, LONG, offer=Offer(CHOICES), other=1)))
scene(
    "choix_multiple",
    "123" + ENTER,
    view_of(question(Kind.CHOICES, LONG, offer=Offer(CHOICES), bounds=Bounds(high=2))),
)
scene("familles", "1" + ENTER + "t", view_of(question(Kind.CHOICES, LONG, offer=Offer(MANY, families=FAMILIES))))
scene("longue liste", "el" + TAB + ENTER, view_of(question(Kind.CHOICE, LONG, offer=Offer(PUBLICS))))
scene("echelle", "4", view_of(question(Kind.SCALE, LONG)))
scene("texte", "un" + TAB + HELP + "x" + ENTER, view_of(question(Kind.TEXT, LONG, help=HELPFUL, example=HELPFUL)))
scene("liste", "un" + ENTER + UP + ENTER + ENTER + ENTER, view_of(question(Kind.LIST, LONG, bounds=Bounds(high=4))))
scene("liste longue", UP * 3, view_of(question(Kind.LIST, LONG), Items(LABELS * 3)))
scene("nombre", "x" + ENTER, view_of(question(Kind.NUMBER, LONG, bounds=Bounds(0, 20))))
scene("date", "jamais" + ENTER, view_of(question(Kind.DATE, LONG)))
scene("action", "appeler demain" + ENTER, view_of(question(Kind.ACTION, LONG)))
scene("info", ENTER, view_of(question(Kind.INFO, LONG)))
scene(
    "mise de côté",
    "o",
    view_of(question(Kind.YES_NO, LONG), newly_aside=2, notices=("En cas de danger immédiat\u00a0: 15.",)),
)
SCENES["pause"] = ("4non" + ENTER + "1", lambda front: front.pause(RECAP))
SCENES["relecture"] = ("9" + ENTER + DOWN + "p" + PAUSE, lambda front: front.recap(RECAP))
SCENES["panne"] = (ENTER, lambda front: front.trouble(Refused("disque-plein", name="note.md")))
SCENES["début"] = (ENTER, lambda front: front.start(3, 4, 9, "Déposer, nommer, choisir un petit pas."))
SCENES["code"] = ("g" + TAB + ENTER, lambda front: front.ask_code("Quel code\u00a0?", ("galet", "brume")))

RECAP = Recap(
    "Ma relation avec la personne",
    tuple(
        Line(view_of(question(kind, LONG, label=label, sensitive=label == "Intime")).step, reply, words)
        for kind, label, reply, words in (
            (Kind.YES_NO, "Confiance", Picked(("non",)), "Non"),
            (Kind.TEXT, "Intime", Words("CANARI secret"), "CANARI secret"),
            (Kind.TEXT, "", Words(HELPFUL), HELPFUL),
            (Kind.LIST, "Suite", None, ""),
        )
    ),
    aside=(("Ce que ça a changé", "un récit"),),
    care=True,
)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def terminal(request: pytest.FixtureRequest) -> Recorder:
    columns, rows = request.param
    return Recorder(columns, rows)


def watched(recorder: Recorder, name: str) -> list[tuple[str, ...]]:
    keys, act = SCENES[name]
    at_keyboard(keys, act, recorder=recorder)
    assert recorder.screens
    return recorder.screens


@pytest.mark.parametrize("name", SCENES)
class TestEveryScreen:
    def test_cuts_no_word(self, terminal: Recorder, name: str) -> None:
        for shown in watched(terminal, name):
            for line, below in itertools.pairwise(shown):
                if line.strip() and not line.startswith(" ›  "):  # a text being typed may break
                    assert line.split()[-1] not in PIECES, shown
                if line.strip() and below.strip():
                    assert line.split()[-1] + below.split()[0] not in WORDS, shown
            assert not re.search(r"\w…", "\n".join(shown)), shown

    def test_says_nothing_in_english(self, terminal: Recorder, name: str) -> None:
        for shown in watched(terminal, name):
            assert not ENGLISH.search("\n".join(shown)), shown

    def test_gives_the_main_screen_back(self, terminal: Recorder, name: str) -> None:
        watched(terminal, name)
        assert terminal.all.count("\x1b[?1049h") == 1
        assert terminal.all.rstrip("\x1b[?25h").endswith("\x1b[?1049l") or "\x1b[?1049l" in terminal.all[-40:]

    def test_keeps_its_footer_on_the_last_line(self, terminal: Recorder, name: str) -> None:
        for shown in watched(terminal, name):
            foot = shown[-1]
            assert foot.count(" · ") < 5
            assert text.width(foot) < terminal.columns


class TestTheQuestion:
    def test_is_whole_whatever_the_size(self, terminal: Recorder) -> None:
        for shown in watched(terminal, "oui_non")[:1]:
            assert re.sub(r"\s+", " ", LONG) in re.sub(r"\s+", " ", " ".join(shown))

    def test_gives_way_to_nothing_but_its_help(self) -> None:
        view = view_of(question(Kind.YES_NO, LONG, help=HELPFUL))
        large, small = Recorder(60, 18), Recorder(40, 12)
        for recorder in (large, small):
            at_keyboard("o", lambda front: front.ask(view), recorder=recorder)
        assert "fatigue" in " ".join(large.screens[0])
        assert "fatigue" not in " ".join(small.screens[0])
        for label in ("Oui", "En partie", "Non", "Je ne sais pas encore"):
            assert any(line.endswith(label) for line in small.screens[0])

    def test_matches_the_picture_in_the_design(self) -> None:
        wording = "Aujourd’hui, est-ce que la confiance est là, entre la personne et moi\u00a0?"
        recorder = Recorder(60, 18)
        at_keyboard("o", lambda front: front.ask(view_of(question(Kind.YES_NO, wording))), recorder=recorder)
        assert recorder.screens[0] == (
            " Ma relation avec la personne                         1 / 1",
            "",
            "",
            " Aujourd’hui, est-ce que la confiance est là, entre la",
            " personne et moi ?",
            "",
            "   o  Oui",
            "   p  En partie",
            "   n  Non",
            "   s  Je ne sais pas encore",
            *[""] * 7,
            " Maj+Tab retour · Tab passer · F1 aide · Ctrl+C pause",
        )


class TestALongList:
    @pytest.mark.parametrize("downs", range(1, 7))
    def test_shows_the_pointed_choice_whole(self, terminal: Recorder, downs: int) -> None:
        labels = [f"{label}, encore" for label in (*LABELS, *LABELS)]
        offer = Offer(tuple(Choice(f"c{n}", label) for n, label in enumerate(labels)))
        view = view_of(question(Kind.CHOICE, LONG, offer=offer))
        at_keyboard(DOWN * downs, lambda front: front.ask(view), recorder=terminal)
        shown = re.sub(r"\s+", " ", " ".join(terminal.screens[-1]))
        assert f"› {downs} {labels[downs - 1]}" in shown

    def test_leaves_the_line_being_typed_in_sight(self, terminal: Recorder) -> None:
        view = view_of(question(Kind.LIST, LONG), Items(LABELS * 3))
        at_keyboard(UP * 2 + "x", lambda front: front.ask(view), recorder=terminal)
        assert all(any(line.startswith(" ›") and len(line) < 6 for line in shown) for shown in terminal.screens)

    def test_says_that_it_goes_on_out_of_sight(self) -> None:
        view = view_of(question(Kind.CHOICE, LONG, offer=Offer(CHOICES), other=1))
        for columns, rows, marked in ((40, 12, True), (60, 18, False)):
            recorder = Recorder(columns, rows)
            at_keyboard("1", lambda front: front.ask(view), recorder=recorder)
            assert recorder.screens[0][-1].endswith("↑ ↓ suite") is marked


class TestTheFooter:
    def footers(self, columns: int, **details: object) -> str:
        recorder = Recorder(columns, 18)
        view = view_of(question(Kind.TEXT), **details)
        at_keyboard("", lambda front: front.ask(view), recorder=recorder)
        return recorder.screens[0][-1].strip()

    def test_is_full_for_three_questions_then_short(self) -> None:
        full = "Maj+Tab retour · Tab passer · F1 aide · Ctrl+C pause"
        assert [self.footers(60, asked=n) for n in range(4)] == [full, full, full, "Maj+Tab retour · F1 aide"]

    def test_says_nothing_of_going_back_from_the_first_question(self) -> None:
        assert self.footers(60, can_go_back=False) == "Tab passer · F1 aide · Ctrl+C pause"

    def test_says_that_an_edited_answer_goes_back_to_the_recap(self) -> None:
        assert self.footers(60, editing=True, asked=9) == "Maj+Tab relecture · F1 aide"

    def test_is_reduced_to_the_help_on_a_narrow_screen(self) -> None:
        assert self.footers(40) == "F1 aide"


class TestTheRecap:
    def test_masks_what_is_sensitive_and_names_whom_to_call(self, terminal: Recorder) -> None:
        shown = " ".join(" ".join(screen) for screen in watched(terminal, "relecture"))
        assert "CANARI" not in shown
        assert "3114" in shown

    def test_masks_every_text_on_a_discreet_screen(self) -> None:
        recorder = Recorder(120, 40)
        at_keyboard(ENTER, lambda front: front.recap(RECAP), recorder=recorder, discreet=True)
        assert "fatigue" not in " ".join(recorder.screens[0])

    def test_scrolls_when_it_is_longer_than_the_screen(self) -> None:
        step = view_of(question(Kind.TEXT, label="Un mot")).step
        long = Recap("Un essai", tuple(Line(step, Words(f"réponse {n}"), f"réponse {n}") for n in range(40)))
        recorder = Recorder(60, 18)
        at_keyboard("\x1b[6~" * 6 + ENTER, lambda front: front.recap(long), recorder=recorder)
        assert any("réponse 0" in line for line in recorder.screens[0])
        assert any("réponse 39" in line for line in recorder.screens[-1] + recorder.screens[-2])


class TestNothingActsOnTheTerminal:
    def test_escapes_in_a_question_are_shown_not_obeyed(self) -> None:
        recorder = Recorder(60, 18)
        nasty = "avant\x1b]52;c;AA\x07 \x9b31m\u202eaprès [bold]x[/bold] :warning:"
        view = view_of(question(Kind.CHOICE, nasty, offer=Offer((Choice("c", nasty),))))
        at_keyboard("1", lambda front: front.ask(view), recorder=recorder)
        assert "\x1b]52" not in recorder.all
        assert not set("\x07\x9b\u202e") & set(recorder.all)
        assert "[bold]x[/bold] :warning:" in re.sub(r"\s+", " ", " ".join(recorder.screens[0]))

    def test_a_terminal_that_is_not_unicode_gets_ascii_signs(self) -> None:
        assert screen.fit("« l’été… » — cœur › ↑ 語\u00a0!", "ascii") == '" l\'ete... " - coeur > ^ ? !'
        assert screen.fit("« été » — cœur ›", "cp1252") == "« été » — cœur ›"
        assert screen.fit("été ›", "utf-8") == "été ›"


class TestComposing:
    PAGE = Page("Titre", "Section", "1 / 3", question=LONG, help=HELPFUL, instruction="Une ligne par élément.")

    @pytest.mark.parametrize("columns, rows", [*SIZES, (20, 8), (200, 60)])
    def test_never_takes_more_rows_than_there_are(self, columns: int, rows: int) -> None:
        for wanted in (1, 5, 50):
            head, foot = screen.compose(self.PAGE, columns, rows, wanted)
            assert len(head) + len(foot) < rows
            assert all(text.width(words) <= columns for _, words in head + foot)

    def test_a_narrow_header_takes_two_lines(self) -> None:
        head, _ = screen.compose(self.PAGE, 40, 24, 1)
        assert [words for _, words in head[:2]] == ["Titre                            1 / 3", "Section"]


@pytest.mark.parametrize("name", SCENES)
def test_no_colour_is_asked_of_a_terminal_that_may_be_light_or_dark(name: str) -> None:
    recorder = Recorder(60, 18)
    watched(recorder, name)
    asked = {code for found in re.findall(r"\x1b\[([0-9;]*)m", recorder.all) for code in found.split(";")}
    assert asked <= {"", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27"}, asked


def test_another_try_in_vain_is_said() -> None:
    recorder = Recorder(60, 18)
    failed = Refused("disque-plein", name="note.md")
    at_keyboard(ENTER * 2, lambda front: [front.trouble(failed) for _ in range(2)], recorder=recorder)
    said = ["Nouvel essai" in " ".join(shown) for shown in recorder.screens]
    assert not said[0] and said[-1]


def test_a_wide_screen_gives_the_recap_its_width() -> None:
    recorder = Recorder(120, 40)
    at_keyboard(PAUSE, lambda front: front.recap(RECAP), recorder=recorder)
    assert max(len(line.rstrip()) for line in recorder.screens[0]) > 80


def test_the_help_says_a_key_and_what_it_does_on_one_line() -> None:
    recorder = Recorder(60, 18)
    at_keyboard(HELP + PAUSE, lambda front: front.ask(view_of(question(Kind.TEXT))), recorder=recorder)
    shown = [line for screen in recorder.screens for line in screen]
    assert any("Ctrl+J" in line and "aller à la ligne" in line for line in shown)
