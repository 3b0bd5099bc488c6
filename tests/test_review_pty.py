"""Reading again in a real terminal: pages, what is found stands out, a look is typed, an editor is called."""

import pytest
from notebook import a_notebook, entry, note  # noqa: F401
from pseudo_terminal import needs_pty, terminal

from cip_coach.answer import Action

pytestmark = needs_pty
SIZES = pytest.mark.parametrize("columns, rows", [(60, 18), (120, 40)])


@pytest.fixture
def read(notebook, tmp_path):
    """The command in a terminal, on a journal of some twenty notes."""
    notebook.keep(
        *(
            note(
                f"aaaa{day}",
                f"2026-10-{day}",
                entry("a.b", f"la mobilité, jour {day}"),
                entry("a.pas", Action("oser")),
            )
            for day in range(10, 31)
        )
    )

    def open_terminal(*arguments, columns=60, rows=18, **environment):
        where = ["--journal", str(notebook.root), "--aujourd-hui", "2026-11-22"]
        return terminal([*arguments, *where], tmp_path, columns=columns, rows=rows, **environment)

    return open_terminal


@SIZES
def test_a_list_longer_than_the_screen_comes_page_by_page(read, columns, rows):
    with read("review", "--nombre", "20", columns=columns, rows=rows) as screen:
        screen.see("30 octobre 2026", "Entrée : la suite · q puis Entrée : arrêter")
        assert all(len(line) <= columns for line in screen.lines())
        screen.press("enter")
        if rows < 40:
            screen.see("14 octobre 2026", without="30 octobre 2026")
            screen.press("q", "enter")
        assert screen.end() == 0


def test_simple_has_neither_pages_nor_styles(read):
    with read("review", "mobilite", "--nombre", "0", "--simple") as screen:
        assert screen.end() == 0
        assert "\x1b" not in screen.raw
        assert "10 octobre 2026" in screen.raw


def test_what_is_found_stands_out_without_colour(read):
    with read("review", "MOBILITE", "--le", "30 octobre", "--nombre", "0") as screen:
        assert screen.end() == 0
        assert "\x1b[1;4mmobilité\x1b[0m" in screen.raw
        assert "\x1b[3" not in screen.raw and "\x1b[9" not in screen.raw


def test_ctrl_d_ends_the_pages(read):
    with read("review", "--nombre", "20") as screen:
        screen.see("la suite")
        screen.press("ctrl-d")
        assert screen.end() == 0


def test_a_look_is_typed_up_to_an_empty_line(read, notebook):
    with read("review", "--regard", "aaaa10") as screen:
        screen.see("une ligne vide pour terminer")
        screen.press("avec le temps", "enter", "l’essentiel", "enter", "enter")
        screen.see("Regard ajouté à la note du 10 octobre 2026.")
        assert screen.end() == 0
    assert "> avec le temps\n> l’essentiel\n" in next(notebook.root.rglob("*aaaa10.md")).read_text(encoding="utf-8")


def test_ctrl_c_while_a_look_is_typed_changes_nothing(read, notebook):
    before = notebook.photograph()
    with read("review", "--regard", "aaaa10") as screen:
        screen.see("une ligne vide pour terminer")
        screen.press("avec", "ctrl-c")
        assert screen.end() == 130
    assert notebook.photograph() == before


def test_the_editor_gets_a_private_file_of_the_journal_and_nothing_stays(read, notebook, tmp_path):
    editor = tmp_path / "editeur"
    editor.write_text(f'#!/bin/sh\nstat -c "%a %n" "$1" > {tmp_path}/vu\nprintf "repris\\n" > "$1"\n')
    editor.chmod(0o700)
    path = next(notebook.root.rglob("*aaaa10.md"))
    before = path.read_bytes()
    with read("review", "--modifier", "aaaa10", EDITOR=str(editor)) as screen:
        assert screen.end() == 0
    mode, name = (tmp_path / "vu").read_text().split()
    assert mode == "600" and name.startswith(str(notebook.root))
    assert path.read_bytes() == before.replace("> la mobilité, jour 10".encode(), b"> repris")
    assert [file.name for file in notebook.root.rglob(".*")] == [".cip-coach.yml"]


def test_the_word_on_a_step_is_asked(read):
    with read("pas", "fait", "aaaa10.1") as screen:
        screen.see("Ce que cela a changé")
        screen.press("du calme", "enter")
        screen.see("fait le 22 novembre 2026 : du calme")
        assert screen.end() == 0
