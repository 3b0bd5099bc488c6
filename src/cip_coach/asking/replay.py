"""An answers file replayed through the same interview as a live session (`--reponses`)."""

from cip_coach.answer import SKIPPED, Reply, Skipped
from cip_coach.asking import interview as iv
from cip_coach.asking.interview import Interview
from cip_coach.asking.steps import Step, live_steps
from cip_coach.asking.values import reply_of
from cip_coach.frozen import frozen, replace
from cip_coach.paths import identity
from cip_coach.plainyaml import Mapping, Value, YamlFault, read
from cip_coach.problem import Problem
from cip_coach.shape import Shape
from cip_coach.text import closest


@frozen
class AnswersText:
    """The text of an answers file, and the name to show in its problems."""

    file: str
    text: str


def replay(interview: Interview, source: AnswersText) -> tuple[Interview, tuple[Problem, ...]]:
    """`interview` with the answers of `source`, and everything wrong with them.

    Rule: a question absent from the file is skipped when it comes before the
    last one given, and not reached after it. Every path must be reachable with
    the other answers, every value possible; otherwise nothing is to be written.
    """
    shape = Shape(source.file)
    try:
        data = read(source.text)
    except YamlFault as fault:
        return interview, (fault.problem(source.file),)
    if not isinstance(data, Mapping):
        shape.fault(data, "reponses-forme")
        return interview, tuple(shape.problems)
    return replay_read(interview, data, shape)


def replay_read(interview: Interview, data: Mapping, shape: Shape) -> tuple[Interview, tuple[Problem, ...]]:
    """The same for answers that were read already; their problems are gathered by `shape`."""
    return _Replay(interview, data, shape).run()


class _Replay:
    def __init__(self, interview: Interview, data: Mapping, shape: Shape) -> None:
        self.interview = interview
        self.data = data
        self.shape = shape
        self.last = ""
        self.met: set[str] = set()

    def run(self) -> tuple[Interview, tuple[Problem, ...]]:
        """One walk: what is answered at a question counts for those that follow."""
        answers: dict[str, Reply] = dict(self.interview.answers)
        for step in live_steps(self.interview.tree, answers, self.interview.context):
            if self._all_met():
                break
            if step.question.answerable and step.question.fixed is None and step.path not in answers:
                answers[step.path] = self._reply(step) or SKIPPED
        self.interview = iv.settled(replace(self.interview, answers=answers))
        self._report_unmet()
        if self.shape.problems:
            return self.interview, tuple(sorted(self.shape.problems, key=lambda one: (one.line, one.column)))
        return self._without_trailing_skips(), ()

    def _all_met(self) -> bool:
        return all(path in self.met for path in self.data)

    def _reply(self, step: Step) -> Reply | None:
        value: Value | None = self.data.get(step.path)
        if value is None:
            return None
        self.met.add(step.path)
        self.last = step.path
        return reply_of(step, value, self.shape)

    def _report_unmet(self) -> None:
        """Name each path that no question of this interview has, or that these answers do not reach.

        A value that is wrong may close what it should have opened: then only the unknown paths are named.
        """
        blurred = bool(self.shape.problems)
        known = self.interview.tree.identities()
        asked = [step.path for step in iv.asked(self.interview)]
        for path, _ in self.data.pairs():
            if path in self.met:
                continue
            if identity(path) in known and blurred:
                continue
            if identity(path) in known:
                self.shape.fault(path, "reponse-non-atteinte", mot=str(path))
            else:
                near = closest(path, [*asked, *known]) or ""
                self.shape.fault(path, "question-inconnue", mot=str(path), proche=near)

    def _without_trailing_skips(self) -> Interview:
        """Questions after the last one given were not reached, rather than skipped."""
        order = [step.path for step in iv.asked(self.interview)]
        end = order.index(self.last) + 1 if self.last in order else 0
        answers = {
            path: reply
            for path, reply in self.interview.answers.items()
            if not isinstance(reply, Skipped) or path in order[:end]
        }
        return replace(self.interview, answers=answers, current="")
