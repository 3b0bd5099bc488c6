"""What the journal holds for the tree of a session that begins: its `journal.…` sources, read once.

The session freezes them in its draft, so that a resumed one offers the same.
"""

from datetime import date

from cip_coach.asking.conditions import Entrant
from cip_coach.asking.library import Library
from cip_coach.asking.tree import Choice, Tree
from cip_coach.keeping.shelf import Journal


def sources(tree: Tree, journal: Journal | None, day: date, library: Library) -> dict[str, tuple[Entrant, ...]]:
    """What the sources that `tree` names hold for a session of `day`; nothing where there is no journal yet."""
    if journal is None or not tree.reads:
        return dict.fromkeys(tree.reads, ())
    from cip_coach.commands.memory import Memory  # with the readers of notes: most trees look back on nothing

    memory = Memory(tree, journal, day, library)
    return {
        name: tuple(Entrant(Choice(item.id, item.label), item.count) for item in memory.items(name))
        for name in tree.reads
    }
