"""Long work says how far it is, on stderr, at a terminal only: one line, gone at the end, none of it in plain mode."""

import io
import re

import pytest

from cip_coach.terminal import progress
from cip_coach.terminal.messages import waiting


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def screen(monkeypatch):
    def given(*, terminal: bool) -> Screen:
        made = Screen(terminal=terminal)
        monkeypatch.setattr("sys.stderr", made)
        return made

    return given


def left(sent: str) -> str:
    """What one line shows in the end of what it was sent."""
    shown = ""
    for part in sent.split("\r"):
        shown = part + shown[len(part) :]
    return shown.rstrip()


def test_it_grows_and_leaves_nothing(screen):
    shown = screen(terminal=True)
    assert list(progress.along(range(1000), 1000, waiting.checking)) == list(range(1000))
    sent = shown.getvalue()
    rates = [int(rate) for rate in re.findall(r"(\d+)\u00a0%", sent)]
    assert rates == list(range(0, 100, 5))
    assert "\x1b" not in sent and "\n" not in sent
    assert left(sent) == ""


@pytest.mark.parametrize(
    "terminal, simple, many", [(False, False, 1000), (True, True, 1000), (True, False, progress.FEW - 1)]
)
def test_it_is_silent_off_a_terminal_in_plain_mode_and_for_short_work(screen, terminal, simple, many):
    shown = screen(terminal=terminal)
    assert len(list(progress.along(range(many), many, waiting.checking, simple=simple))) == many
    assert shown.getvalue() == ""


def test_work_that_fails_leaves_a_clean_line(screen):
    shown = screen(terminal=True)
    with pytest.raises(OSError, match="plein"), progress.told(waiting.moving) as advance:
        advance(500, 1000)
        raise OSError("plein")
    assert "50" in shown.getvalue()
    assert left(shown.getvalue()) == ""
