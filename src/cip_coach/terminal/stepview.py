"""Next steps on the screen, in groups or as they stand in a note: each one marked done, left, or open again."""

from collections.abc import Callable, Sequence

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.keeping.note import TaskState
from cip_coach.problem import CoachError, Problem
from cip_coach.reading.steps import Step, open_ones, settled
from cip_coach.terminal import looking
from cip_coach.terminal import notes as views
from cip_coach.terminal import pane as panes
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.fragments import EMPTY, Line, line, wrapped
from cip_coach.terminal.keeper import Keeper
from cip_coach.terminal.messages import browsing as said
from cip_coach.terminal.messages import browsing_keys as keys_said
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as review_said
from cip_coach.terminal.messages import steps as step_words
from cip_coach.terminal.pane import HELP, Pane
from cip_coach.terminal.prompt import BACK, Act, Nav
from cip_coach.terminal.scroll import Scroll

OUTCOMES = {
    TaskState.DONE: (said.make_done, "f"),
    TaskState.LEFT: (said.make_left, "l"),
    TaskState.OPEN: (said.make_open, "o"),
}
WORDS = {TaskState.DONE: said.word_of_done, TaskState.LEFT: said.word_of_left}


@frozen
class Mark:
    """A step is to become `state`; None: which one is asked."""

    step: Step
    state: TaskState | None = None


class StepView:
    """Somebody before steps. `grouped`: open ones, done, left, as `pas` shows them; else in the order given."""

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        steps: Sequence[Step],
        title: str,
        problems: Sequence[Problem] = (),
        *,
        grouped: bool = False,
    ) -> None:
        self.desk, self.keeper, self.title, self.problems, self.grouped = desk, keeper, title, problems, grouped
        self.hint = ""
        self.scroll = Scroll(lambda: len(self.steps) + len(problems), self._block)
        self._arrange(steps)

    def run(self) -> object:
        """Show the steps until they are left; the `Nav` that left them."""
        while True:
            result = panes.show(self.desk, self._pane())
            self.hint = ""
            if result == HELP:
                result = looking.help_page(self.desk, self.title, keys_said.keys_of_steps())
                result = None if result == Nav(BACK) else result
            elif isinstance(result, Mark):
                result = self._mark(result)
            if isinstance(result, Nav):
                return result

    def _arrange(self, steps: Sequence[Step]) -> None:
        """Put the steps in their order, under the titles of their groups."""
        groups: list[tuple[str, list[Step]]] = [("", list(steps))]
        if self.grouped:
            waiting = open_ones(steps)
            done, left = settled(steps, TaskState.DONE), settled(steps, TaskState.LEFT)
            groups = [(step_words.to_do(len(waiting)), waiting)]
            groups += [(step_words.done(len(done)), done), (step_words.left(len(left)), left)]
        self.steps = [step for _, those in groups for step in those]
        self.titles = {those[0].ref: title for title, those in groups if those and title}

    # What is shown

    def _pane(self) -> Pane:
        keys: dict[str, Act] = {**panes.moving(self.scroll), **panes.backwards()}
        keys |= dict.fromkeys(("f1", "?"), lambda: HELP)
        keys |= dict.fromkeys(("enter", " "), self._pointed)
        for state, (_, key) in OUTCOMES.items():
            keys |= dict.fromkeys((key, key.upper()), _bound(self._pointed, state))
        return Pane(self.scroll, self._head, self._foot, keys, before=self._quiet, mark=_not_a_heading)

    def _head(self, columns: int) -> list[Line]:
        rank = self.scroll.pointed + 1
        place = said.place(rank, len(self.steps), certain=True) if rank <= len(self.steps) else ""
        return [panes.heading(self.title, place, columns)]

    def _foot(self, columns: int) -> list[Line]:
        leave = keys_said.key_quit() if self.grouped else keys_said.key_back()
        return panes.footing(self.hint, (keys_said.key_mark(), keys_said.key_help(), leave), columns)

    def _block(self, index: int) -> list[Line] | None:
        columns = panes.width(panes.columns())
        if index >= len(self.steps):
            rest = self.problems[index - len(self.steps) :]
            title = [] if index > len(self.steps) else [EMPTY, line(said.aside_title(), "question"), EMPTY]
            return [*title, *views.to_look_at(rest[0], columns)] if rest else None
        step = self.steps[index]
        view = views.View(columns, self.desk.discreet and self.grouped)
        box = f"{review_said.BOXES[step.task.state.value]} "
        first, *others = wrapped(views.step_in_words(step, view), columns, indent=" " * len(box)) or [EMPTY]
        lines: list[Line] = [EMPTY] if index and step.ref in self.titles else []
        heading = self.titles.get(step.ref, "")
        lines += [line(heading, "question"), EMPTY] if heading else []
        lines += [(("title", box), *first[1:]), *others]
        if self.grouped:
            about = views.DOT.join(filter(None, (spoken(step.day), step.person)))
            lines.append(line(f"{' ' * len(box)}{about}", "dim"))
        return lines

    # What keys do

    def _quiet(self) -> None:
        self.hint = ""

    def _pointed(self, state: TaskState | None = None) -> Mark | None:
        place = self.scroll.pointed
        return Mark(self.steps[place], state) if place < len(self.steps) else None

    def _mark(self, mark: Mark) -> Nav | None:
        step, now = mark.step, mark.step.task
        state = mark.state or self._asked(step)
        if isinstance(state, Nav):
            return None if state.kind == BACK else state
        if state is now.state and (now.day or state is TaskState.OPEN):
            self.hint = step_words.already(step_words.STATES[state.value])
            return None
        word: str | Nav = looking.ask_word(self.desk, self.title, WORDS[state]()) if state in WORDS else ""
        if isinstance(word, Nav):
            return None if word.kind == BACK else word
        try:
            others = self.keeper.mark(step, state, word)
        except CoachError as error:
            self.hint = phrase(error.code, error.details)
            return None
        changed = {one.ref: one for one in others}
        self._arrange([changed.get(one.ref, one) for one in self.steps])
        self.hint = said.marked(state.value)
        return None

    def _asked(self, step: Step) -> TaskState | Nav:
        states = [state for state in OUTCOMES if state is not step.task.state]
        options = [(state.value, OUTCOMES[state][0]()) for state in states]
        chosen = looking.pick(self.desk, self.title, said.ask_outcome(), step.task.text, options)
        return chosen if isinstance(chosen, Nav) else TaskState(chosen)


def _bound(act: Callable[[TaskState | None], Mark | None], state: TaskState) -> Act:
    return lambda: act(state)


def _not_a_heading(pieces: Line) -> bool:
    return pieces[0][0] != "question"
