"""`cip-coach pas fait`: a next step is done."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.ticking import ticked
from cip_coach.keeping.note import TaskState
from cip_coach.terminal.messages import steps as said

EXAMPLES = (("cip-coach pas fait k7f3qd.2", "Le deuxième pas de la note k7f3qd est fait"),)


def command(
    ref: Annotated[str, Argument(metavar="REF", help=said.reference_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Cocher un pas : il est fait, avec un mot sur ce que cela a changé.

    Le mot est demandé ensuite ; il peut rester vide.
    """
    return ticked(ref, TaskState.DONE, setting(journal, simple, discret, aujourd_hui))
