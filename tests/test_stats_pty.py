"""`stats` in a real terminal: pages that hide nothing, signs that the terminal has, and what the words suggest."""

from datetime import date, timedelta

import pytest
from counted_journal import CONFIDENCE, SILENCE, TODAY, Folder, noted
from pseudo_terminal import needs_pty, terminal

pytestmark = needs_pty
MONDAY = date(2026, 3, 2)
PAGE, END = "la suite", "de calcul)."


@pytest.fixture
def read(tmp_path):
    """The command in a terminal, on a journal where two difficulties come back."""
    folder = Folder(tmp_path / "un journal au chemin assez long pour passer la ligne")
    for rank in range(16):
        ids = (SILENCE,) if rank % 3 == 0 else (CONFIDENCE,) if rank % 3 == 1 else ()
        folder.keep(noted(rank, MONDAY + timedelta(weeks=rank), *ids, person=f"code{rank % 4}"))
    where = ["--journal", str(folder.root), "--aujourd-hui", TODAY.isoformat()]

    def open_terminal(*arguments, columns=60, rows=18, **environment):
        return terminal(["stats", *arguments, *where], tmp_path, columns=columns, rows=rows, **environment)

    return open_terminal


@pytest.mark.parametrize(("columns", "rows"), [(60, 18), (40, 12), (120, 24)])
def test_no_line_goes_by_between_two_pages(read, columns, rows):
    with read(columns=columns, rows=500) as whole:
        assert whole.end() == 0
        every_row = {row for row in whole.lines() if row}
    seen: set[str] = set()
    pages = 0

    def another_page() -> bool:
        return screen.raw.count(PAGE) > pages or END in screen.text()

    with read(columns=columns, rows=rows) as screen:
        while END not in screen.text():
            screen.wait(another_page, "a page")
            seen.update(screen.lines())
            pages += 1
            screen.press("enter")
        assert screen.end() == 0
    assert pages > 1
    assert every_row <= seen


def test_a_terminal_without_our_signs_gets_others(read):
    with read("--vue", "tout", columns=80, rows=500, LC_ALL="C") as screen:
        assert screen.end() == 0
        assert screen.raw.isascii()
        assert "---2121-----*" in screen.text()


def test_no_colour_asked_for_means_no_sequence_at_all(read):
    with read(columns=80, rows=500, NO_COLOR="1") as screen:
        assert screen.end() == 0
        assert "\x1b" not in screen.raw
