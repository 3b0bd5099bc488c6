"""The recap says of which item each answer of a loop speaks, on the screen and in lines; masked where words are."""

import io

from sittings import begun, said
from trial_terminal import PAUSE, TODAY, Recorder, at_keyboard

from cip_coach.asking.moves import Recap
from cip_coach.terminal import reread
from cip_coach.terminal.simple import Plain
from cip_coach.walkthrough import recap_of

PISTES = """
- id: pistes
  question: "Quelles pistes ?"
  libelle: "Pistes"
  type: liste
  pour_chaque:
    - id: sort
      question: "« {element} » : que devient-elle ?"
      libelle: "Ce qu'elle devient"
      type: choix
      choix: {gardee: "gardée", laissee: "laissée"}
    - id: reste
      question: "Que reste-t-il à savoir sur « {element} » ?"
- id: apres
  question: "Et après ?"
"""


def two_items() -> Recap:
    answers = {
        "pistes": ["le camion", "la vente"],
        "pistes[1].sort": "gardee",
        "pistes[1].reste": "« les horaires »",
        "pistes[2].sort": "gardee",
        "pistes[2].reste": None,
        "apres": None,
    }
    return recap_of(said(begun(PISTES), answers))  # type: ignore[arg-type]


def on_screen(recap: Recap, *, columns: int = 80, discreet: bool = False) -> list[str]:
    recorder = Recorder(columns, 24)
    at_keyboard(PAUSE, lambda front: front.recap(recap), recorder=recorder, discreet=discreet)
    return [line.rstrip() for line in recorder.screens[0] if line.strip()]


def in_lines(recap: Recap, *, discreet: bool = False) -> list[str]:
    out = io.StringIO()
    Plain(io.StringIO(""), out, today=TODAY, clock=lambda: 0.0, discreet=discreet).recap(recap)
    lines = out.getvalue().replace("\u00a0", " ").splitlines()
    return lines[lines.index("Relecture") + 1 :]


def test_two_answers_in_the_same_words_are_told_apart_by_their_items():
    shown = on_screen(two_items())
    items = [line.strip() for line in shown if line.endswith(" :")]
    assert items == ["le camion :", "la vente :"]
    assert [shown[shown.index(f"      {item}") + 1].split()[0] for item in items] == ["1.1", "1.3"]


def test_in_lines_the_items_are_said_once_before_what_is_about_them():
    assert in_lines(two_items())[:7] == [
        "1. Pistes : le camion · la vente",
        "le camion :",
        "1.1. Ce qu’elle devient : gardée",
        "1.2. Que reste-t-il à savoir sur … : les horaires",
        "la vente :",
        "1.3. Ce qu’elle devient : gardée",
        "1.4. Que reste-t-il à savoir sur … : — passée",
    ]


def test_a_narrow_screen_says_them_too():
    assert [line.strip() for line in on_screen(two_items(), columns=40) if line.endswith(" :")] == [
        "le camion :",
        "la vente :",
    ]


def test_a_discreet_screen_says_which_item_and_not_its_words():
    for shown in (on_screen(two_items(), discreet=True), in_lines(two_items(), discreet=True)):
        assert [line.strip() for line in shown if line.endswith(" :")][:2] == ["1 sur 2 :", "2 sur 2 :"]
        assert "le camion :" not in shown


def test_what_follows_the_loop_is_under_no_item():
    assert [line.item for line in reread.said(two_items())] == ["", "le camion", "", "la vente", "", ""]
