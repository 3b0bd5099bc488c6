"""Where persons are in their programmes, as lines. Knows no journal; nothing is late or red, nobody a percentage."""

from collections.abc import Callable, Iterator
from datetime import date

from cip_coach.asking.programme import Programme
from cip_coach.asking.standing import Standing
from cip_coach.frenchdate import spoken, spoken_day
from cip_coach.terminal.fragments import EMPTY, Line, wrapped
from cip_coach.terminal.messages import programme as said

INDENT = "  "
SOON = 2
"""How many appointments before the last one the sentence about it appears."""
Titles = Callable[[str], str]


def one(
    code: str, programme: Programme, stands: Standing, titles: Titles, today: date, columns: int
) -> Iterator[Line]:
    """Everything about one person, then an empty line."""
    if stands.day < 1:
        yield from wrapped(said.not_begun(code, spoken(stands.start)), columns, style="title")
    else:
        place = said.where(stands.day, stands.length, stands.kept, stands.planned)
        first = titles(stands.proposed[0]) if stands.proposed else ""
        yield from wrapped(said.standing(code, place, first), columns, style="title")
    for sentence in (*_taking_up(code, stands, titles), *_arithmetic(code, programme, stands, today)):
        yield from wrapped(sentence, columns, indent=INDENT)
    yield EMPTY


def _taking_up(code: str, stands: Standing, titles: Titles) -> Iterator[str]:
    if stands.proposed:
        first, *others = stands.proposed
        yield said.begin_with(f"cip-coach session {first} --personne {_typed(code)}")
        if others:
            yield said.instead(", ".join(said.tree_named(titles(tree), tree) for tree in others))


def _arithmetic(code: str, programme: Programme, stands: Standing, today: date) -> Iterator[str]:
    if stands.planned and not stands.remaining:
        yield said.all_kept(stands.planned, _typed(code))
        return
    if stands.remaining and stands.weeks:
        yield said.left(stands.remaining, stands.weeks, stands.double)
    if stands.immersion_by and programme.immersion:
        yield said.immersion(programme.immersion.most_days, spoken_day(stands.immersion_by, today))
    elif stands.immersion_days:
        yield said.shorter_immersion(stands.immersion_days)
    if 0 < stands.remaining <= SOON and any(stage.last for stage in programme.stages):
        yield said.closing(stands.planned)


def _typed(code: str) -> str:
    """The code as it must be typed on a command line."""
    return f'"{code}"' if " " in code else code
