"""What is being typed is shown in rows that end between words, and the cursor still finds its place."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import TransformationInput

from cip_coach.terminal.softwrap import WholeWords, starts
from cip_coach.text import width

TYPED = st.text(alphabet="abé œ漢-’ ", max_size=120)


def rows_of(line: str, columns: int) -> list[str]:
    edges = [0, *starts(line, columns), len(line)]
    return [line[low:high] for low, high in itertools.pairwise(edges)]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("elle parle de la mobilité", ["elle parle ", "de la ", "mobilité"]),
        ("elle demande : oui", ["elle ", "demande : ", "oui"]),
        ("court", ["court"]),
        ("", [""]),
        ("anticonstitutionnellement", ["anticonstit", "utionnellem", "ent"]),
    ],
)
def test_a_row_ends_between_words(typed: str, rows: list[str]) -> None:
    assert rows_of(typed, 12) == rows


@given(TYPED, st.integers(4, 40))
def test_rows_fit_and_hold_every_character(typed: str, columns: int) -> None:
    rows = rows_of(typed, columns)
    assert "".join(rows) == typed
    assert all(width(row) <= columns for row in rows)


@given(TYPED, st.integers(10, 40))
def test_the_cursor_comes_back_to_where_it_was(typed: str, columns: int) -> None:
    given_in = TransformationInput(
        BufferControl(), Document(typed), 0, lambda place: place, [("", typed)], columns, 10
    )
    shown = WholeWords(4, 30).apply_transformation(given_in)
    for place in range(len(typed) + 1):
        assert shown.display_to_source(shown.source_to_display(place)) == place
