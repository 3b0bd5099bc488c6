"""Going through notes and steps in a real terminal, with the real program."""

import re
import signal

import pytest
from notebook import a_notebook, entry, note  # noqa: F401
from proofreading import reader as proofreader
from pseudo_terminal import KEYS, LEAVES_ALTERNATE_SCREEN, needs_pty, terminal
from test_payloads import PAYLOADS

from cip_coach.answer import Action
from cip_coach.keeping.render import render

pytestmark = needs_pty
SIZES = pytest.mark.parametrize("columns, rows", [(40, 12), (60, 18), (120, 40)])
LEFT, SIGTERM, SIGHUP = 75, signal.SIGTERM, signal.SIGHUP
KEYS |= {"ctrl-z": "\x1a", "home": "\x1b[H", "page-up": "\x1b[5~"}
ACTS = re.compile("\x1b[]P_^X]|[\x07\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]|[\U000e0000-\U000e007f]")
"""What prompt_toolkit itself never sends to draw a screen (it does move back with U+0008)."""
WRITTEN = "la mobilité, jour oser encore Question a.b a.pas"


@pytest.fixture
def read(notebook, tmp_path):
    """The program in a terminal, on twenty-one notes of October."""
    notebook.keep(
        *(
            note(f"aaaa{n}", f"2026-10-{n}", entry("a.b", f"la mobilité, jour {n}"), entry("a.pas", Action("oser")))
            for n in range(10, 31)
        )
    )

    def open_terminal(*arguments, columns=60, rows=18, **environment):
        where = ["--journal", str(notebook.root), "--aujourd-hui", "2026-11-22"]
        return terminal([*arguments, *where], tmp_path, columns=columns, rows=rows, **environment)

    return open_terminal


def kept(notebook, note_id: str) -> str:
    return next(notebook.root.rglob(f"*{note_id}.md")).read_text(encoding="utf-8")


@SIZES
def test_the_list_a_note_and_back_without_a_command_to_remember(read, columns, rows):
    with read("review", columns=columns, rows=rows) as screen:
        screen.proofreader = proofreader(WRITTEN, trees=["a-chaud"])
        screen.see("› 30 octobre 2026", "1 sur 21", "Entrée lire", "Ctrl+C quitter")
        screen.press("down", "down")
        screen.see("› 28 octobre 2026", "3 sur 21")
        screen.press("enter")
        screen.see("jour 28", "Échap liste", "r regard")
        screen.press("f1")
        screen.see("lire plus loin")
        screen.press("escape")
        screen.see("Échap liste")
        screen.press("escape")
        screen.see("› 28 octobre 2026", "3 sur 21")
        screen.press("end")
        screen.see("› 10 octobre 2026", "21 sur 21")
        screen.press("ctrl-c")
        assert screen.end() == 0
        assert screen.after() == "" and screen.echoes()


def test_what_a_note_holds_never_acts_on_the_terminal(read, notebook):
    notebook.keep(poisoned := note("zzzzzz", "2026-11-20", entry("a.b", "CHARGE")))
    notebook.put(notebook.name(poisoned), render(poisoned).replace("CHARGE", " mot ".join(PAYLOADS)))
    with read("review") as screen:
        screen.see("› 20 novembre 2026", "rouge")
        screen.press("enter")
        screen.see("rouge", "lien", "Échap liste")
        screen.press("ctrl-c")
        assert screen.end() == 0
        assert ACTS.findall(screen.raw) == []
        assert "\x1b[31m" not in screen.raw


def test_typing_narrows_the_list_down(read):
    with read("review") as screen:
        screen.see("1 sur 21")
        screen.press("mobilite 17 oct")
        screen.see("Filtre : mobilite 17 oct", "› 17 octobre 2026", "1 sur 1")
        screen.press("enter")
        screen.see("la mobilité, jour 17", "Échap liste")
        screen.press("escape")
        screen.see("1 sur 1", "Échap effacer")
        screen.press("escape")
        screen.see("› 17 octobre 2026", "14 sur 21", "pour filtrer")
        screen.press("ctrl-c")
        assert screen.end() == 0


def test_escape_pressed_while_a_note_is_opening_is_not_lost(read):
    with read("review") as screen:
        screen.see("1 sur 21")
        screen.paste("\n\x1b", bracketed=False)
        screen.wait(lambda: "Échap liste" in screen.raw, "the note")
        screen.see("1 sur 21", without="Échap liste")
        screen.press("ctrl-c")
        assert screen.end() == 0


def test_a_look_a_tick_the_trash_and_back(read, notebook):
    before = kept(notebook, "aaaa30")
    with read("review") as screen:
        screen.see("1 sur 21")
        screen.press("enter")
        screen.see("Échap liste")
        screen.press("r")
        screen.see("Mon regard", "Entrée valider")
        screen.press("avec le recul", "enter")
        screen.see("Regard ajouté", "avec le recul")
        assert kept(notebook, "aaaa30").startswith(before) and "> avec le recul" in kept(notebook, "aaaa30")
        screen.press("p")
        screen.see("Pas de la note", "oser")
        screen.press("f")
        screen.see("Ce que cela a changé")
        screen.press("du calme", "enter")
        screen.see("Noté comme fait", "[x] oser", "du calme")
        screen.press("escape")
        screen.see("j jeter")
        screen.press("j")
        screen.see("à la corbeille ?", "o oui")
        screen.press("o")
        screen.see("mise à la corbeille", "› 29 octobre 2026", "1 sur 20")
        assert [path.name for path in (notebook.root / "corbeille").iterdir()]
        screen.press("ctrl-z")
        screen.see("remise à sa place", "› 30 octobre 2026", "1 sur 21", "1 regard")
        screen.press("ctrl-c")
        assert screen.end() == 0


def test_a_text_is_taken_up_again_in_the_editor(read, notebook, tmp_path):
    editor = tmp_path / "editeur"
    editor.write_text(f'#!/bin/sh\nstat -c "%a %n" "$1" > {tmp_path}/vu\nprintf "repris\\n" > "$1"\n')
    editor.chmod(0o700)
    before = kept(notebook, "aaaa30")
    with read("review", EDITOR=str(editor)) as screen:
        screen.see("1 sur 21")
        screen.press("enter")
        screen.see("Échap liste")
        screen.press("m")
        screen.see("Texte modifié", "repris")
        screen.press("ctrl-c")
        assert screen.end() == 0
    assert kept(notebook, "aaaa30") == before.replace("> la mobilité, jour 30", "> repris")
    mode, name = (tmp_path / "vu").read_text().split()
    assert mode == "600" and name.startswith(str(notebook.root))
    assert [file.name for file in notebook.root.rglob(".*")] == [".cip-coach.yml"]


@pytest.mark.parametrize("number", [SIGTERM, SIGHUP])
@pytest.mark.parametrize("inside", [False, True])
def test_a_signal_gives_the_terminal_back(read, number, inside):
    with read("review") as screen:
        screen.see("1 sur 21")
        if inside:
            screen.press("enter")
            screen.see("Échap liste")
        screen.kill(number)
        assert screen.end() == LEFT
        assert LEAVES_ALTERNATE_SCREEN in screen.raw and screen.after() == "" and screen.echoes()


def test_a_closed_window_keeps_the_look_that_was_being_written(read, notebook):
    with read("review") as screen:
        screen.see("1 sur 21")
        screen.press("enter")
        screen.see("Échap liste")
        screen.press("r")
        screen.see("Entrée valider")
        screen.press("à moitié dit")
        screen.see("à moitié dit")
        screen.close_window()
        screen.end()
    assert "> à moitié dit" in kept(notebook, "aaaa30")


def test_steps_are_marked_from_their_list(read, notebook):
    with read("pas") as screen:
        screen.see("À faire (21)", "1 sur 21", "› [ ] oser", "30 octobre 2026")
        screen.press("enter")
        screen.see("Qu’est devenu ce pas", "1 Fait", "2 Laissé")
        screen.press("2")
        screen.see("Entrée valider")
        screen.press("enter")
        screen.see("Noté comme laissé", "À faire (20)", "29 octobre 2026")
        screen.press("ctrl-c")
        assert screen.end() == 0
    assert "> - [-] oser (laissé le 2026-11-22)" in kept(notebook, "aaaa30")


def test_the_plain_mode_goes_through_the_same_notes_by_number(read, notebook):
    with read("review", "--simple") as screen:
        screen.see("19. 12 octobre 2026", "Numéro, mot ou Entrée :")
        screen.press("jour 30", "enter")
        screen.see("1. 30 octobre 2026", "Numéro, mot ou Entrée :")
        screen.press("1", "enter")
        screen.see("la mobilité, jour 30", "Lettre ou Entrée :")
        screen.press("r", "enter")
        screen.see("Ce que je vois maintenant")
        screen.press("avec le recul", "enter", "enter")
        screen.see("Regard ajouté", "Regard du 22 novembre 2026")
        screen.press("p", "enter")
        screen.see("1. à faire : oser")
        screen.press("1", "enter")
        screen.see("Qu’est-il devenu")
        screen.press("1", "enter")
        screen.see("en un mot (facultatif)")
        screen.press("mieux", "enter")
        screen.see("1. fait : oser")
        screen.press("enter")
        screen.see("Lettre ou Entrée :")
        screen.press("j", "enter", "o", "enter")
        screen.see("mise à la corbeille")
        screen.press("-", "enter")
        screen.see("remise à sa place")
        screen.press("enter")
        assert screen.end() == 0
        assert "\x1b" not in screen.raw
    assert "> avec le recul" in kept(notebook, "aaaa30") and "[x] oser" in kept(notebook, "aaaa30")


def test_the_plain_mode_takes_its_commands_after_a_dot_as_a_session_does(read, notebook):
    with read("review", "--simple") as screen:
        screen.see("Numéro, mot ou Entrée :")
        screen.press(".suite", "enter")
        screen.see("21. 10 octobre 2026")
        screen.press(".aide", "enter")
        screen.see("Un mot, un code ou un mois garde les notes")
        screen.press("2", "enter")
        screen.see("Lettre ou Entrée :")
        screen.press(".regard", "enter", "vu d’ici", "enter", "enter")
        screen.see("Regard ajouté")
        screen.press(".jeter", "enter", "o", "enter")
        screen.see("mise à la corbeille")
        screen.press(".reprendre", "enter")
        screen.see("remise à sa place")
        screen.press(".retour", "enter")
        assert screen.end() == 0
    assert "> vu d’ici" in kept(notebook, "aaaa29")
    assert not (notebook.root / "corbeille").exists()


@pytest.mark.parametrize("arguments", [("review",), ("pas",)])
def test_the_end_of_the_input_leaves_the_plain_mode(read, arguments):
    with read(*arguments, TERM="dumb") as screen:
        screen.see("Entrée")
        screen.press("ctrl-d")
        assert screen.end() == 0
        assert "\x1b" not in screen.raw


@pytest.mark.parametrize("arguments", [("--nombre", "3"), ("--dernier",), ("--question", "a.b")])
def test_what_is_asked_once_is_printed_once(read, arguments):
    with read("review", *arguments, rows=100) as screen:
        assert screen.end() == 0
        assert "\x1b[?1049h" not in screen.raw and "octobre 2026" in screen.raw
