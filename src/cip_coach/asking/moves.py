"""What a front-end is shown and what it hands back: the whole conversation between walkthrough and terminal."""

from collections.abc import Mapping
from enum import Enum, auto

from cip_coach.answer import Answer, Reply
from cip_coach.asking.steps import Step
from cip_coach.frozen import field, frozen


@frozen
class View:
    """One question as it is to be asked.

    `proposed` fills the field (an earlier answer, half-typed or set-aside text,
    a prefill); `reply` is the answer that counts now, if any. `notices` are
    sentences to show once, above the question; `newly_aside` says how many answers
    the last change put aside. `asked` counts the questions put
    so far in this sitting; `can_go_back` is False at the first one. `editing`:
    reached from the recap, and goes back there.
    """

    step: Step
    proposed: Answer | None = None
    reply: Reply | None = None
    notices: tuple[str, ...] = ()
    newly_aside: int = 0
    asked: int = 0
    can_go_back: bool = True
    editing: bool = False


@frozen
class Line:
    """One line of the recap: `reply` None when the question was not reached; `words` the answer in one line."""

    step: Step
    reply: Reply | None
    words: str = ""


@frozen
class Recap:
    """All answers, before saving.

    `aside` is what will not be in the note: (short name of the question, words).
    `care`: a difficulty that asks for attention was named; say whom to call.
    """

    title: str
    lines: tuple[Line, ...]
    aside: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    care: bool = False


@frozen
class Answered:
    """A confirmed answer. `moved` says where the items of an edited list went: old key → new key or None."""

    answer: Answer
    moved: Mapping[str, str | None] = field(default_factory=dict)


@frozen
class Passed:
    """The question is passed over; `draft` is what had been typed."""

    draft: Answer | None = None


@frozen
class Back:
    """To the question before; nothing is checked, `draft` is kept."""

    draft: Answer | None = None


@frozen
class Ahead:
    """To the first question without an answer, or to the recap; `draft` is kept."""

    draft: Answer | None = None


@frozen
class Paused:
    """A pause. `leaving` when there is no time for a menu: end of input, a signal, a closed window, Ctrl+C twice."""

    draft: Answer | None = None
    leaving: bool = False


@frozen
class Seen:
    """The info was read."""


@frozen
class Save:
    """From the recap: close the note."""


@frozen
class Edit:
    """From the recap: change the answer at `path`, then come back."""

    path: str


@frozen
class Revisit:
    """From the recap: go through the questions that were passed."""


Move = Answered | Passed | Back | Ahead | Paused | Seen
RecapMove = Save | Edit | Revisit | Back | Paused


class Pause(Enum):
    """What the pause menu offers."""

    RESUME = auto()
    LEAVE = auto()
    REVIEW = auto()
    DELETE = auto()


class Trouble(Enum):
    """What to do when the note could not be written."""

    RETRY = auto()
    ELSEWHERE = auto()
    LEAVE = auto()
