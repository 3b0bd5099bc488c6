"""`cip-coach pas rouvrir`: a next step is open again."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.ticking import ticked
from cip_coach.keeping.note import TaskState
from cip_coach.terminal.messages import steps as said

EXAMPLES = (("cip-coach pas rouvrir k7f3qd.2", "Le deuxième pas de la note k7f3qd est de nouveau à faire"),)


def command(
    ref: Annotated[str, Argument(metavar="REF", help=said.reference_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Remettre un pas parmi ceux à faire.

    La date et le mot qu’il avait sont ôtés de la note.
    """
    return ticked(ref, TaskState.OPEN, setting(journal, simple, discret, aujourd_hui))
