"""The loop: ask, record, keep, ask. Knows neither terminal nor disk.

The promise everything serves: when the next question appears, the previous
answer is on the disk. So every change of the interview is kept before the
front-end is called again.
"""

from collections import Counter
from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from cip_coach.answer import Answer, Picked, Reply, Skipped
from cip_coach.asking import interview as iv
from cip_coach.asking import labels
from cip_coach.asking.interview import Interview
from cip_coach.asking.moves import (
    Ahead,
    Answered,
    Back,
    Edit,
    Line,
    Move,
    Passed,
    Pause,
    Paused,
    Recap,
    RecapMove,
    Revisit,
    Save,
    Seen,
    Trouble,
    View,
)
from cip_coach.asking.paths import Moved, renumbered
from cip_coach.asking.steps import Step
from cip_coach.asking.wording import PLACEHOLDER
from cip_coach.frozen import frozen
from cip_coach.paths import identity
from cip_coach.problem import CoachError

Keep = Callable[[Interview], None]


class FrontEnd(Protocol):
    """Whatever puts questions to somebody: the full screen, the plain mode, a script in a test."""

    def ask(self, view: View) -> Move:
        """Put one question."""

    def recap(self, recap: Recap) -> RecapMove:
        """Show all answers before saving."""

    def pause(self, recap: Recap) -> Pause:
        """Offer the pause menu; the draft is already kept."""

    def trouble(self, error: CoachError) -> Trouble:
        """Say that the note could not be written, and ask what to do."""


class Outcome(Enum):
    """How a walkthrough ended."""

    FINISHED = auto()
    LEFT = auto()
    DELETED = auto()


@frozen
class Ports:
    """Where the walkthrough's changes go: `keep` makes the draft durable, `rescue` writes it somewhere else."""

    keep: Keep
    rescue: Keep


def walk(interview: Interview, front: FrontEnd, ports: Ports) -> tuple[Interview, Outcome]:
    """Put the questions of `interview` until its end, and say how it ended.

    Every answer is kept before the next question is put. An error in keeping
    loses nothing: the answer stays in `interview`, and the user decides.
    """
    return _Walk(interview, front, ports).run()


class _Walk:
    def __init__(self, interview: Interview, front: FrontEnd, ports: Ports) -> None:
        self.interview = interview
        self.front = front
        self.ports = ports
        self.asked = 0
        self.newly_aside = 0
        self.notices: tuple[str, ...] = ()
        self.warned: frozenset[str] = frozenset()
        self.reading = False
        """Whether the recap is to be shown, though some questions may still wait."""
        self.place = ""
        """The question in the midst of which the recap was called; "" when it came at the end."""
        self.known: frozenset[str] | None = None
        """While answers are changed from the recap: what was waiting before, and need not be asked now."""
        self.revisited: frozenset[str] = frozenset()
        """While the passed questions are gone through again: those, so that they stay passed if left alone."""

    def run(self) -> tuple[Interview, Outcome]:
        """Alternate questions and recap until one of them ends the session."""
        while True:
            step = None if self.reading else iv.position(self.interview)
            outcome = self._recap() if step is None else self._ask(step)
            if outcome is not None:
                return self.interview, outcome

    def _ask(self, step: Step) -> Outcome | None:
        view = View(
            step=step,
            proposed=iv.proposed(self.interview, step),
            reply=self.interview.answers.get(step.path),
            notices=self.notices,
            newly_aside=self.newly_aside,
            asked=self.asked,
            can_go_back=self.known is not None or iv.previous(self.interview, step.path) is not None,
            editing=self.known is not None,
        )
        self.asked += 1
        self.notices, self.newly_aside = (), 0
        match self.front.ask(view):
            case Seen():
                return self._go_on(iv.read(self.interview, step.path))
            case Answered(answer, moved):
                self._warn(step, answer)
                self._follow(step.path, moved)
                return self._changed(iv.record(self.interview, step.path, answer, moved))
            case Passed(draft):
                return self._changed(iv.skip(self.interview, step.path, _typed(draft, view)))
            case Back(draft) | Ahead(draft) | Paused(draft) as move:
                return self._leave(step, iv.half_typed(self.interview, step.path, _typed(draft, view)), move)

    def _leave(self, step: Step, interview: Interview, move: Back | Ahead | Paused) -> Outcome | None:
        """Go elsewhere without an answer; what was typed is in `interview`."""
        match move:
            case Paused(_, leaving):
                return self._set(iv.at(interview, step.path)) or self._pause(leaving=leaving)
            case _ if self.known is not None:
                return self._to_recap(interview)
            case Back():
                return self._set(iv.at(interview, iv.previous(interview, step.path) or step.path))
            case Ahead():
                return self._set(iv.at(interview, ""))

    def _follow(self, path: str, moved: Moved) -> None:
        """Know the places we remember by their new paths after the items of the list at `path` moved."""
        self.place = renumbered(self.place, path, moved) or self.place
        if self.known is not None:
            self.known = frozenset(renumbered(known, path, moved) or known for known in self.known)

    def _changed(self, interview: Interview) -> Outcome | None:
        before, after = (
            Counter((identity(path), answer) for path, answer in iv.set_aside(state).items())
            for state in (self.interview, interview)
        )
        self.newly_aside = (after - before).total()
        return self._go_on(interview)

    def _go_on(self, interview: Interview) -> Outcome | None:
        """To the next question; from the recap, to what has just opened, else back to the recap."""
        if self.known is None:
            return self._set(interview)
        opened = next((path for path in iv.awaiting(interview) if path not in self.known), None)
        return self._to_recap(interview) if opened is None else self._set(iv.at(interview, opened))

    def _to_recap(self, interview: Interview) -> Outcome | None:
        for path in iv.awaiting(interview):
            if path in self.revisited:
                interview = iv.skip(interview, path)
        self.reading, self.known, self.revisited = True, None, frozenset()
        return self._set(iv.at(interview, self.place))

    def _recap(self) -> Outcome | None:
        self.reading, self.newly_aside = True, 0
        notices, self.notices = self.notices, ()
        move = self.front.recap(recap_of(self.interview, notices))
        match move:
            case Save():
                return Outcome.FINISHED
            case Paused(_, leaving):
                return self._pause(leaving=leaving)
            case Revisit() if not self._passed():
                return None
        self.reading = False
        match move:
            case Edit(path):
                self.known = frozenset(iv.awaiting(self.interview)) - {path}
                return self._set(iv.at(self.interview, path))
            case Revisit():
                self.known, self.revisited = frozenset(iv.awaiting(self.interview)), self._passed()
                return self._go_on(iv.without_skips(self.interview))
            case Back():
                place, self.place = self.place or iv.previous(self.interview, "") or "", ""
                return self._set(iv.at(self.interview, place))

    def _passed(self) -> frozenset[str]:
        return frozenset(path for path, reply in self.interview.answers.items() if isinstance(reply, Skipped))

    def _pause(self, *, leaving: bool) -> Outcome | None:
        match Pause.LEAVE if leaving else self.front.pause(recap_of(self.interview)):
            case Pause.LEAVE:
                return Outcome.LEFT
            case Pause.DELETE:
                return Outcome.DELETED
            case Pause.REVIEW:
                if not self.reading and self.known is None:
                    self.place = self.interview.current
                return self._to_recap(self.interview)
            case Pause.RESUME:
                return None

    def _set(self, interview: Interview) -> Outcome | None:
        """Make the change, and keep it before anything else is shown."""
        self.interview = interview
        keep = self.ports.keep
        while True:
            try:
                keep(interview)
            except CoachError as error:
                match self.front.trouble(error):
                    case Trouble.RETRY:
                        keep = self.ports.keep
                    case Trouble.ELSEWHERE:
                        keep = self.ports.rescue
                    case Trouble.LEAVE:
                        return Outcome.LEFT
            else:
                return None

    def _warn(self, step: Step, answer: Answer) -> None:
        """Say once, on the next screen, the sober sentence of a difficulty that asks for attention."""
        sentences = _attention(step, answer)
        self.notices = (*self.notices, *(sentence for sentence in sentences if sentence not in self.warned))
        self.warned |= set(sentences)


def recap_of(interview: Interview, notices: tuple[str, ...] = ()) -> Recap:
    """All answers in reading words, and whatever else was typed: that will not be in the note."""
    live = iv.steps(interview)
    replies = [(step, iv.reply_to(interview, step)) for step in live if step.question.answerable]
    return Recap(
        title=interview.tree.title,
        lines=tuple(
            Line(step, reply, "" if reply is None else labels.in_words(step, reply)) for step, reply in replies
        ),
        aside=_aside(interview, live),
        notices=notices,
        care=any(_attention(step, reply) for step, reply in replies),
    )


def _aside(interview: Interview, live: tuple[Step, ...]) -> tuple[tuple[str, str], ...]:
    known = interview.tree.identities()
    terms = [*interview.tree.terms.values(), *(choice for step in live for choice in step.choices)]
    lines = []
    for path, answer in interview.reserve.items():
        question = known.get(identity(path))
        choices = question.offer.choices if question else ()
        words = labels.plainly(answer, {choice.id: choice.label for choice in (*terms, *choices)})
        name = (question.label or PLACEHOLDER.sub("…", question.text)) if question else path
        lines.append((name, "" if question and question.sensitive else words))
    return tuple(lines)


def _attention(step: Step, reply: Reply | None) -> list[str]:
    picks = reply.ids if isinstance(reply, Picked) else ()
    found = (choice.attention for choice in step.choices if choice.id in picks and choice.attention)
    return list(dict.fromkeys(found))


def _typed(draft: Answer | None, view: View) -> Answer | None:
    """What was really typed: a field left as it was proposed says nothing new."""
    return None if draft == view.proposed else draft
