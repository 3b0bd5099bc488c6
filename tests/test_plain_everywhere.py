"""`--simple` over every command: driven at a real pseudo-terminal, not one escape byte, and whoever leaves is let go.

The commands are those of the table: each is run, and left by the end of the input; those that ask
something are driven through what they ask as well. One that is added and not named in `TALKS` is run bare.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from manycommands import Commands
from pseudo_terminal import needs_pty, on_one_line, surroundings
from sweeping import leaves

from cip_coach.commands import TABLE, inventing

pytestmark = needs_pty
TODAY = "2026-11-22"
ESCAPES = ("\x1b", "\x9b", "\x07", "\x08")
ENDS = {0, 1, 2, 75}
"""Done, refused, misused, left with the draft kept: all that a command left in the middle may say."""

Talk = tuple[str, str, int, str]
"""A command line, the lines typed, how it ends, and words that were on the screen by then.

The notes named are in the invented journal, which is the same for the same day.
"""

SESSION = "2 | Une scène de porte. | . | 10 | du calme | | 3 | Elle a ri. | . | Rappeler vendredi | | |"
TALKS: dict[str, tuple[Talk, ...]] = {
    "session": (
        ("session a-chaud --personne galet", SESSION, 0, "Note enregistrée"),
        ("session", " | galet | | 2 | .pause | 2", 75, "Le brouillon est gardé"),
        ("session a-chaud --personne galet", "2 | .aide | .relire", 75, "Le brouillon est gardé"),
    ),
    "review": (
        ("review --personne galet", "1 | h | | mobilité | * | + |", 0, "Sur une note"),
        ("review --regard 7cabhm", "Je vois plus loin. |", 0, "Regard ajouté"),
        ("review --jeter 7cabhm", "", 0, "mise à la corbeille"),
    ),
    "pas": (("pas", "1 | 2 | Un mot | |", 0, "Un mot"),),
    "pas fait": (("pas fait mmy99h.1", "Elle boit un thé", 0, "fait le 22 novembre 2026 : Elle boit un thé"),),
    "programme": (("programme", "", 0, "Galet"),),
    "programme commencer": (("programme commencer cpp peuplier", "", 0, "Peuplier"),),
    "questions essayer": (("questions essayer a-chaud", SESSION, 0, "Rien"),),
    "questions voir": (("questions voir a-chaud", "", 0, "Météo"),),
    "dossier exemple": (("dossier exemple 7cabhm", "", 0, "Brouillon à réécrire"),),
    "journal oublier": (
        ("journal oublier tilleul", "oublier", 0, "effacées"),
        ("journal oublier tilleul", "", 1, "rien n’a changé"),
    ),
    "journal purger": (("journal purger --plus-de 6mois", "purger", 0, "effacées"),),
    "journal corbeille": (("journal corbeille --vider", "vider", 0, ""),),
    "journal renommer": (("journal renommer galet nacre", "", 0, "nacre"),),
    "accueil": (
        ("accueil", "2 | | | 3 | | 4 | | | 5 | | 7 | | 8 | | 9 | | 10", 0, "Choisi : Quitter"),
        ("accueil", "1", 75, "Fin de la saisie."),
    ),
    "demo": (("demo", "4 | | | 10", 0, "Choisi : Quitter"), ("demo -- stats", "", 0, "Mes pas")),
    "reglages changer": (("reglages changer affichage plein", "", 0, "plein"),),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("simple")


@pytest.fixture(scope="module")
def year(place) -> Path:
    for _ in inventing.invented(inventing.read_year(), place / "annee", date.fromisoformat(TODAY)):
        pass
    return place / "annee"


@pytest.fixture(scope="module")
def commands(place) -> Iterator[Commands]:
    home = place / "maison"
    home.mkdir()
    journal = {"CIP_COACH_JOURNAL": str(place / "journal"), "CIP_COACH_CONFIGURATION": str(place / "configuration")}
    opened = Commands(surroundings(home) | journal | {"EDITOR": "true", "VISUAL": "true"}, home)
    yield opened
    opened.end()


@pytest.fixture
def talk(commands, year, place):
    """Run a line in plain mode over a new copy of the journal: how it ended and all the terminal was sent."""
    shutil.rmtree(place / "journal", ignore_errors=True)
    shutil.rmtree(place / "configuration", ignore_errors=True)
    shutil.copytree(year, place / "journal")

    def talking(line: str, typed: str = "") -> tuple[int, str]:
        words = line.split()
        at = words.index("--") if "--" in words else len(words)
        dated = [*words[:at], "--simple", "--aujourd-hui", TODAY, *words[at:]]
        said = commands.run(
            dated, "".join(f"{one.strip()}\n" for one in typed.split("|")) if typed else "", terminal=True
        )
        out = str(said["out"])
        assert [byte for byte in ESCAPES if byte in out] == [], line
        assert said["code"] != -9, f"{line} waits for ever"
        return int(said["code"]), on_one_line([out])

    return talking


@pytest.mark.parametrize("name", [" ".join(words) for words in leaves(TABLE)])
def test_every_command_ends_politely_when_the_input_does(talk, name):
    code, _ = talk(name)
    assert code in ENDS


@pytest.mark.parametrize("line, typed, code, words", [one for talks in TALKS.values() for one in talks])
def test_what_asks_something_is_answered_in_lines_alone(talk, line, typed, code, words):
    ended, shown = talk(line, typed)
    assert words in shown
    assert ended == code


def test_a_whole_session_leaves_a_closed_note(talk, place):
    talk("session a-chaud --personne galet", SESSION)
    (path,) = (place / "journal").rglob(f"{TODAY}_*_a-chaud_*.md")
    kept = path.read_text("utf-8")
    assert path.parent.name == "2026"
    assert "statut: clos" in kept and "Une scène de porte." in kept and "Rappeler (pour le 2026-11-27)" in kept


def test_every_talk_is_of_the_table():
    assert set(TALKS) <= {" ".join(words) for words in leaves(TABLE)}
