"""Several picks under edit: what is ticked, in the order of ticking, and the user's own texts. Knows no screen.

Both front-ends use it. Rules: « Rien à noter » and exclusive choices stand alone;
`high` is the most picks; a text of the user's that is unticked is forgotten when the answer is given.
"""

from collections.abc import Mapping

from cip_coach.answer import Answer, Picked
from cip_coach.asking.steps import Step
from cip_coach.frozen import changing, field
from cip_coach.terminal import offered
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.rows import Row, Rows

PREFIX = "autre"


@changing
class Picks:
    """`ticked` holds choice ids, `offered.NONE`, and `+texte:N` for the rows of `own`, in the order of ticking."""

    step: Step
    ticked: list[str] = field(default_factory=list)
    own: Rows = field(default_factory=Rows)
    precision: str = ""
    parked: list[str] = field(default_factory=list)
    """What an exclusive pick replaced: it comes back when that one is unticked."""

    @classmethod
    def of(cls, step: Step, proposed: Answer | None) -> "Picks":
        """The picks of an earlier answer, without those that are not on offer any more."""
        known = offered.known_picks(step, proposed)
        if known is None:
            return cls(step, own=Rows(prefix=PREFIX))
        if not known.ids:
            return cls(step, [offered.NONE], Rows(prefix=PREFIX), known.precision)
        own = Rows.of(known.others, PREFIX)
        ticked = [
            f"{offered.OWN}{int(pick[len(PREFIX) :]) - 1}" if pick in own.former else pick for pick in known.ids
        ]
        return cls(step, ticked, own, known.precision)

    @property
    def count(self) -> int:
        """How many picks there are, « Rien à noter » aside."""
        return sum(value != offered.NONE for value in self.ticked)

    @property
    def answer(self) -> Picked | None:
        """The picks as an answer; None when nothing is ticked."""
        if not self.ticked:
            return None
        own = self._own()
        names = {name: f"{PREFIX}{rank}" for rank, name in enumerate(own, 1)}
        ids = tuple(names.get(value, value) for value in self.ticked if value != offered.NONE)
        return Picked(ids, tuple(row.text for row in own.values()), self.precision if ids else "")

    def moved(self) -> Mapping[str, str | None]:
        """Where the user's own texts of before went, removed ones included."""
        return self.own_rows().moved()

    def own_rows(self) -> Rows:
        """The user's own texts that are ticked, in the order of the answer."""
        return Rows(list(self._own().values()), self.own.former, PREFIX)

    def toggle(self, value: str) -> str:
        """Tick or untick; "" or the sentence that says why not."""
        if value in self.ticked:
            self.ticked.remove(value)
            if self._alone(value):
                self.ticked[:], self.parked[:] = self.parked, []
            return ""
        if self._alone(value):
            self.parked[:] = [other for other in self.ticked if not self._alone(other)]
            self.ticked[:] = [value]
            return ""
        self.ticked[:] = [other for other in self.ticked if not self._alone(other)]
        if self.full:
            return say.enough(self.step.question.bounds.high or 0)
        self.ticked.append(value)
        return ""

    def write(self, words: str) -> str:
        """Add one of the user's own texts, ticked; "" or the sentence that says why not."""
        self.own.rows.append(Row(words))
        refusal = self.toggle(f"{offered.OWN}{len(self.own.rows) - 1}")
        if refusal:
            self.own.rows.pop()
        return refusal

    @property
    def full(self) -> bool:
        """Whether one more pick would be one too many."""
        high = self.step.question.bounds.high
        return high is not None and self.count >= high

    @property
    def may_write(self) -> bool:
        """Whether one more text of the user's own is possible."""
        return sum(value.startswith(offered.OWN) for value in self.ticked) < self.step.question.other

    def _own(self) -> dict[str, Row]:
        names = [value for value in self.ticked if value.startswith(offered.OWN)]
        return {name: self.own.rows[int(name[len(offered.OWN) :])] for name in names}

    def _alone(self, value: str) -> bool:
        return value == offered.NONE or any(c.exclusive for c in self.step.choices if c.id == value)
