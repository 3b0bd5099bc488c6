"""The code of a person at the beginning of a session: neutral, proposed, questioned once when it tells too much."""

from collections.abc import Sequence
from datetime import date

from cip_coach import codes
from cip_coach.asking.tree import PersonRule, Tree
from cip_coach.terminal.host import Host
from cip_coach.terminal.messages import opening as said
from cip_coach.text import clean_line

KEEP, ANOTHER = "+", "?"


def person_code(tree: Tree, given: str, in_use: Sequence[str], front: Host, day: date) -> str | None:
    """The person's code as `tree` wants it, "" for nobody, None to leave.

    `given` is the one typed with the command; `in_use` those of the last notes,
    most recent first: a known code keeps the spelling it has there.
    A code that looks like a name is questioned once, with neutral ones in its place;
    the user decides.
    """
    if tree.person is PersonRule.NONE:
        return "" if not given or front.say(said.person_not_kept()) else None
    required = tree.person is PersonRule.REQUIRED
    code = given
    while True:
        if not code:
            typed = front.ask_code(said.ask_code(required), in_use, said.code_hint(required))
            if typed is None:
                return None
            code = clean_line(typed)
        if not code and not required:
            return ""
        taken = _taken(code, in_use, front, day) if code else ANOTHER
        if taken != ANOTHER:
            return taken
        code = ""


def _taken(code: str, in_use: Sequence[str], front: Host, day: date) -> str | None:
    """The code to write for the one that was typed, `ANOTHER` when another is to be typed, None to leave."""
    known = next((known for known in in_use if codes.same(code, known)), None)
    if known is not None or not codes.looks_personal(code):
        return known or code
    return _questioned(code, in_use, front, day)


def _questioned(code: str, in_use: Sequence[str], front: Host, day: date) -> str | None:
    neutral = codes.proposed(in_use, start=day.toordinal())
    options = [(word, word, "") for word in neutral]
    options += [(ANOTHER, said.another_code(), ""), (KEEP, said.keep_code(code), "")]
    chosen = front.choose(said.code_tells(code), options, neutral[0])
    return code if chosen == KEEP else chosen
