"""Clocks that jump: an hour that comes twice, a clock set back, far time zones. Nothing lost, nothing merged."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from notebook import note

from cip_coach.commands.drafting import Stopwatch
from cip_coach.keeping import journal as folder
from cip_coach.keeping import shelf
from cip_coach.keeping.marker import Origin
from cip_coach.keeping.parse import parse
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import Journal

SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


@pytest.fixture
def kept(tmp_path: Path) -> Journal:
    return folder.open_journal(tmp_path / "journal", Origin.NAMED, lambda: "abc234")


def at(note_id: str, moment: datetime) -> object:
    one = note(note_id, moment.date().isoformat())
    return replace(one, head=replace(one.head, begun=moment, ended=moment + timedelta(minutes=4)))


def test_the_hour_that_comes_twice_gives_two_notes_in_their_order(kept: Journal) -> None:
    first = at("aaaaaa", datetime(2026, 10, 25, 2, 30, tzinfo=SUMMER))
    second = at("bbbbbb", datetime(2026, 10, 25, 2, 30, tzinfo=WINTER))
    for one in (first, second):
        folder.close(kept, one, None)
    begun = {head.id: head.begun for path in shelf.notes(kept) if (head := shelf.load_head(kept, path)[0])}
    assert begun["bbbbbb"] - begun["aaaaaa"] == timedelta(hours=1)


def test_two_sessions_of_the_same_minute_and_even_of_the_same_id_are_two_files(kept: Journal) -> None:
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=WINTER)
    for _ in range(20):
        folder.close(kept, at("aaaaaa", moment), None)
    assert len(list(shelf.notes(kept))) == 20


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 50, tzinfo=UTC),
        datetime(2026, 1, 1, 0, 5, tzinfo=timezone(timedelta(hours=14))),
        datetime(2026, 12, 31, 23, 50, tzinfo=timezone(timedelta(hours=-12))),
        datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_any_moment_is_kept_with_its_offset_and_read_back(kept: Journal, moment: datetime) -> None:
    one = at("aaaaaa", moment)
    assert parse(render(one), "x.md") == (one, ())
    folder.close(kept, one, None)
    (path,) = shelf.notes(kept)
    head, problems = shelf.load_head(kept, path)
    assert problems == ()
    assert head is not None
    assert (head.begun, head.begun.utcoffset()) == (moment, moment.utcoffset())


def test_a_clock_set_back_shortens_no_session() -> None:
    monotonic = iter([100.0, 160.0])
    watch = Stopwatch(lambda: next(monotonic), before=30)
    assert watch.seconds() == 90  # whatever the clock on the wall does meanwhile


def test_an_end_before_the_beginning_is_kept_as_it_is(kept: Journal) -> None:
    one = at("aaaaaa", datetime(2026, 10, 25, 3, 0, tzinfo=WINTER))
    backwards = replace(one, head=replace(one.head, ended=one.head.begun - timedelta(hours=1)))
    folder.close(kept, backwards, None)
    (path,) = shelf.notes(kept)
    assert shelf.load(kept, path).note == backwards
