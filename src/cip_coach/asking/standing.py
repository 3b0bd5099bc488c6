"""Where somebody is in a programme, from days alone: always a proposal, never late, never a share of a person.

Arithmetic (programmes' design): an immersion that ends before the last appointment
begins at the latest on day (length - its days); appointments beyond one a week make
weeks with two.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from cip_coach.asking.programme import Programme, Stage
from cip_coach.frozen import frozen


@frozen
class Meeting:
    """A note about somebody: its day, its tree, and the number of the appointment when the note says one.

    `counts` is False for a note that is about no appointment.
    """

    day: date
    tree: str
    number: int | None = None
    counts: bool = True


@frozen
class Standing:
    """Day `day` of `length` (0: not said), `kept` appointments of `planned` (0: no number).

    `proposed` are the trees of the next stage, the first one first. `weeks` are those
    left, this one included unless it is full; `double` how many of them would hold two
    appointments, 0 when none needs to or when two would not be enough. `immersion_by` is the last day
    on which the longest immersion could begin, `immersion_days` how long one could be
    that began tomorrow; None and 0 when there is nothing to say about it.
    """

    start: date
    day: int
    length: int
    kept: int
    planned: int
    stage: Stage | None = None
    proposed: tuple[str, ...] = ()
    weeks: int = 0
    double: int = 0
    immersion_by: date | None = None
    immersion_days: int = 0

    @property
    def remaining(self) -> int:
        """How many appointments are left of those planned."""
        return max(self.planned - self.kept, 0)

    @property
    def closing(self) -> bool:
        """Whether the next appointment is the last one planned."""
        return self.planned > 0 and self.remaining == 1


def standing(programme: Programme, start: date, meetings: Sequence[Meeting], today: date) -> Standing:
    """Where the programme begun on `start` is today, as far as the notes show."""
    held = [one for one in _since(start, meetings) if one.day <= today]
    length = programme.length(start)
    day = (today - start).days + 1
    appointments = _appointments(held)
    kept = len(appointments)
    weeks, double = _weeks(programme, length, day, [(one - start).days + 1 for one in appointments.values()])
    stage = _next_stage(programme, held, kept)
    by, possible = _immersion(programme, start, held, day)
    return Standing(
        start=start,
        day=day,
        length=length,
        kept=kept,
        planned=programme.appointments,
        stage=stage,
        proposed=stage.trees if stage else (),
        weeks=weeks,
        double=double,
        immersion_by=by,
        immersion_days=possible,
    )


def _weeks(programme: Programme, length: int, day: int, kept: Sequence[int]) -> tuple[int, int]:
    """The weeks left, and how many of them would hold two appointments; `kept` are the days of those held.

    A week that holds one already makes two of it with one more; one that holds two is over.
    """
    most = programme.per_week[1] or 2
    week = (max(day, 1) - 1) // 7
    held = sum((one - 1) // 7 == week for one in kept)
    left = -(-max(length - max(day, 1) + 1, 0) // 7)
    weeks = max(left - (held >= most), 0)
    single = weeks - (0 < held < most)
    remaining = max(programme.appointments - len(kept), 0)
    needed = remaining - max(single, 0)
    return weeks, needed if most > 1 and 0 < needed <= weeks else 0


def number_on(start: date, meetings: Iterable[Meeting], day: date) -> int:
    """The number of the appointment of that day: the one it has already, else one more than those before it."""
    held = _appointments(_since(start, meetings))
    if day in held.values():
        return next(number for number, one in held.items() if one == day)
    before = sum(one < day for one in held.values())
    free = before + 1
    while free in held:
        free += 1
    return free


def _since(start: date, meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted((one for one in meetings if one.day >= start), key=lambda one: one.day)


def _appointments(held: Sequence[Meeting]) -> dict[int, date]:
    """Number → day. A number said in a note holds; a day without one takes the first free number."""
    known: dict[int, date] = {}
    for one in held:
        if one.number is not None:
            known.setdefault(one.number, one.day)
    said = {one.day for one in held if one.number is not None}
    for day in sorted({one.day for one in held if one.number is None and one.counts} - said):
        number = sum(other < day for other in known.values()) + 1
        while number in known:
            number += 1
        known[number] = day
    return known


def _next_stage(programme: Programme, held: Sequence[Meeting], kept: int) -> Stage | None:
    """The first stage that no note has gone through; at the last appointment planned, the one that closes."""
    done: set[int] = set()
    for one in held:
        place = _stage_of(programme.stages, one.tree, done)
        if place is not None:
            done.add(place)
    left = [stage for place, stage in enumerate(programme.stages) if place not in done]
    if programme.appointments and kept >= programme.appointments - 1:
        closing = next((stage for stage in left if stage.last), None)
        return closing or (left[0] if left and kept < programme.appointments else None)
    return next((stage for stage in left if not stage.last), left[0] if left else None)


def _stage_of(stages: Sequence[Stage], tree: str, done: set[int]) -> int | None:
    """The first stage not done yet that `tree` goes through: as its own tree, else as one that stands in."""
    left = [(place, stage) for place, stage in enumerate(stages) if place not in done]
    own = [place for place, stage in left if stage.tree == tree]
    return next(iter(own or [place for place, stage in left if tree in stage.instead]), None)


def _immersion(programme: Programme, start: date, held: Sequence[Meeting], day: int) -> tuple[date | None, int]:
    """The last day for the longest immersion, and how long one beginning tomorrow could be."""
    immersion, length = programme.immersion, programme.length(start)
    if immersion is None or not length or any(one.tree == immersion.tree for one in held):
        return None, 0
    latest = length - immersion.most_days
    if day <= latest:
        return start + timedelta(latest - 1), 0
    return None, max(length - day - 1, 0)
