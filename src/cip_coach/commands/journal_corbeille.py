"""`cip-coach journal corbeille`: what was thrown away, and its end."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Option
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import ask, heads, told, worker
from cip_coach.terminal import notices
from cip_coach.terminal.messages import upkeep as said
from cip_coach.text import shown

EXAMPLES = (
    ("cip-coach journal corbeille", "Voir ce qui a été jeté"),
    ("cip-coach journal corbeille --vider", "L’effacer pour de bon"),
)


def command(
    vider: Annotated[bool, Option("--vider", help=said.empty_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir ce que contient la corbeille, ou la vider.

    Vider demande de taper un mot, et efface pour de bon.
    """
    from cip_coach.frenchdate import spoken
    from cip_coach.keeping import disk, shelf, works

    found = existing_journal(setting(journal, simple, discret, aujourd_hui))
    works.let_go(found, worker())
    thrown = list(heads(found, shelf.trash(found)))
    if not thrown:
        return Result(lines=[said.trash_is_empty()])
    lines = [
        said.unreadable_in_trash(path.name)
        if head is None
        else said.in_trash(spoken(head.day), head.tree, head.person, head.id)
        for path, head in thrown
    ]
    lines = [shown(line).replace("\n", " ") for line in lines]
    if not vider:
        last = next((head.id for _, head in thrown if head), "")
        return Result(lines=[*lines, *([shown(said.how_to_restore(last))] if last else [])])
    notices.tell(*lines, said.will_empty(len(thrown)))
    ask("vider")
    with works.held(found, worker(), "corbeille", drafts=True, option="--vider"):
        for path, _ in thrown:
            disk.remove(path)
        for orphan in disk.orphans(found.root / shelf.TRASH):
            disk.remove(orphan)
    return Result(lines=told(said.erased(len(thrown)), then=[said.elsewhere()]))
