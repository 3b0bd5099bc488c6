"""The pause menu and the screen of a note that cannot be written, on the full screen."""

from cip_coach.asking.moves import Pause, Recap, Trouble
from cip_coach.problem import CoachError
from cip_coach.terminal import prompt
from cip_coach.terminal.choose import ask_line, choose, page_for
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.host import pause_options, trouble_options
from cip_coach.terminal.messages import menus, phrase
from cip_coach.terminal.prompt import Nav


def ask_pause(desk: Desk, recap: Recap) -> Pause:
    """Offer the pause menu; a second Ctrl+C leaves, and deleting asks for a word."""
    hint = ""
    while True:
        page = page_for(desk, menus.pause_title(trial=desk.trial), back=True)
        page.title, page.hint = recap.title, hint
        result = choose(desk, page, pause_options(trial=desk.trial), Pause.LEAVE.name, Pause.RESUME.name)
        if isinstance(result, Nav):
            return _left(desk, result)
        desk.paused_at = float("-inf")  # a choice was made: the next Ctrl+C is a first one
        if result != Pause.DELETE.name:
            return Pause[result]
        typed = ask_line(desk, menus.confirm_deletion())
        if isinstance(typed, Nav) and typed.kind in (prompt.PAUSE, prompt.GONE):
            return _left(desk, typed)
        if isinstance(typed, str) and typed.lower() == menus.DELETE_WORD:
            return Pause.DELETE
        hint = menus.nothing_deleted()


def ask_trouble(desk: Desk, error: CoachError) -> Trouble:
    """Say why the note could not be written; Ctrl+C here does not throw it away, twice does."""
    tried, desk.retried = desk.retried, False
    while True:
        sentence = phrase(error.code, error.details)
        page = page_for(desk, menus.trouble_title(), sentence, menus.trouble_promise())
        page.keys = page.few_keys = (menus.key_choose(),)
        page.hint = menus.tried_again() if tried else ""
        result = choose(desk, page, trouble_options(), Trouble.RETRY.name)
        if isinstance(result, str):
            desk.retried = result == Trouble.RETRY.name
            return Trouble[result]
        if result.kind == prompt.GONE:
            return Trouble.LEAVE
        if result.kind == prompt.PAUSE and desk.pressed_twice():
            desk.interrupted = True
            return Trouble.LEAVE


def _left(desk: Desk, nav: Nav) -> Pause:
    if nav.kind == prompt.PAUSE and desk.pressed_twice():
        desk.interrupted = True
    return Pause.LEAVE
