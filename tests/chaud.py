"""The tree `a-chaud` as somebody answers it at a keyboard: each question, what is typed, what is then kept."""

from dataclasses import dataclass
from pathlib import Path

from operations import said
from pseudo_terminal import Terminal

from cip_coach.keeping.shelf import is_note

TITLE = "À chaud, en trois minutes"
CODE = "Un code neutre pour la personne"
START = "Tout est facultatif. Rien ne sort de cet ordinateur."
RECAP = "Relecture · À chaud"
RESUMED = "cip-coach session --reprendre"

Script = tuple[str, ...]
"""Keys and texts, in order; « ? words » waits for words, « ! words » until they are gone."""


@dataclass(frozen=True)
class Asked:
    """A question: its words on the screen, the keys that answer it, what the draft then says.

    `half` are keys that leave an answer half given, `seen` what the screen shows
    of it, then and after a resume; `undo` are the keys that take it back.
    """

    path: str
    words: str
    answer: Script
    kept: str
    half: Script = ()
    seen: str = ""
    undo: Script = ("ctrl-u",)


QUESTIONS = (
    Asked("chaud.meteo", "Quelle était la météo de cet échange ?", ("3",), "  chaud.meteo: nuages"),
    Asked(
        "chaud.scene",
        "Quel moment me revient en premier ?",
        ("elle m'a regardé, puis la fenêtre", "? la fenêtre", "enter"),
        "> elle m'a regardé, puis la fenêtre",
        half=("une phrase pas fin",),
        seen="une phrase pas fin",
    ),
    Asked(
        "chaud.ressenti",
        "Qu’est-ce que cela laisse en moi ?",
        ("7", "? de la peur", "1", "? [x]", "enter", "? Choisi : de l’inquiétude", "t"),
        "  chaud.ressenti: [emo.inquietude]",
        half=("2", "? de la fierté", "1", "? [x] de la joie", "enter"),
        seen="Choisi : de la joie",
        undo=("2", "? [x] de la joie", "1", "! [x]", "enter", "? Terminer"),
    ),
    Asked("chaud.accroche", "Y a-t-il quelque chose qui accroche ?", ("o",), "  chaud.accroche: oui"),
    Asked(
        "chaud.accroche.difficulte",
        "À quoi cela ressemble-t-il ?",
        ("1", "? la parole ne vient pas", "3", "? [x]", "enter", "? Choisi : Les échanges", "t"),
        "  chaud.accroche.difficulte: [diff.relation.silence]",
        half=("1", "? la parole ne vient pas", "5", "? [x]", "enter"),
        seen="Choisi : Les rendez-vous sont manqués",
        undo=("1", "? [x] Les rendez-vous", "5", "! [x]", "enter", "? Terminer"),
    ),
    Asked(
        "chaud.accroche.piste",
        "ce silence",
        ("compter jusqu’à dix", "? jusqu’à dix", "enter"),
        "> compter jusqu’à dix",
        half=("peut-êt",),
        seen="peut-êt",
    ),
    Asked(
        "chaud.bien",
        "Qu’est-ce qui a bien marché ?",
        ("nous avons ri", "? avons ri", "enter"),
        "> nous avons ri",
        half=("le début d",),
        seen="le début d",
    ),
    Asked(
        "chaud.pas",
        "Et maintenant : un seul petit pas, lequel ?",
        ("appeler la plateforme pour le 1er décembre 2031", "? pour le lundi 1", "enter"),
        "> - [ ] appeler la plateforme (pour le 2031-12-01)",
        half=("appeler la m",),
        seen="appeler la m",
    ),
    Asked("chaud.plus_tard", "Ai-je envie d’y revenir au calme ?", ("1",), "  chaud.plus_tard: non"),
)


def play(terminal: Terminal, script: Script) -> None:
    """Do what `script` says."""
    for line in script:
        if line.startswith("? "):
            terminal.see(line[2:])
        elif line.startswith("! "):
            terminal.see(without=line[2:])
        else:
            terminal.press(line)


def begin(terminal: Terminal, code: str = "") -> None:
    """From the code of the person to the first question."""
    terminal.see(CODE)
    terminal.press(*([code] if code else []), "enter")
    terminal.see(START, "Commencer")
    terminal.press("enter")
    terminal.see(QUESTIONS[0].words)


def answer(terminal: Terminal, asked: Asked) -> None:
    """Answer the question that is on the screen."""
    terminal.see(asked.words)
    play(terminal, asked.answer)


def drafts(journal: Path) -> list[str]:
    """The texts of the drafts in `journal`, unsealed."""
    return _texts(journal, "brouillons")


def notes(journal: Path) -> list[str]:
    """The texts of the closed notes in `journal`, unsealed."""
    return _texts(journal, "[0-9]*")


def _texts(journal: Path, folder: str) -> list[str]:
    return [said(path).decode() for path in sorted(journal.glob(f"{folder}/*")) if is_note(path.name)]
