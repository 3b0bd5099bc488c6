"""`cip-coach pas laisse`: a next step is left."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.ticking import ticked
from cip_coach.keeping.note import TaskState
from cip_coach.terminal.messages import steps as said

EXAMPLES = (("cip-coach pas laisse k7f3qd.2", "Le deuxième pas de la note k7f3qd est laissé"),)


def command(
    ref: Annotated[str, Argument(metavar="REF", help=said.reference_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Laisser un pas de côté : c’est une décision, pas un échec.

    Un mot peut dire pourquoi ; il peut rester vide.
    """
    return ticked(ref, TaskState.LEFT, setting(journal, simple, discret, aujourd_hui))
