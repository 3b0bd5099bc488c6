"""`cip-coach dossier`: what my notes illustrate of the trade's competences, and what has no example yet."""

import os

from cip_coach.commands import Result, opening
from cip_coach.commands.ending import ending
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.rereading import journal_if_any
from cip_coach.reading.census import Census, census
from cip_coach.reading.portfolio import portfolio

EXAMPLES = (
    ("cip-coach dossier", "Ce qui est illustré, ce qui n’a pas encore d’exemple"),
    ("cip-coach dossier exemple k7f3qd --vers exemple.md", "Rédiger un exemple à partir d’une note"),
)
TAXONOMY = "competences"


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir ce que mes notes illustrent des compétences du métier, bloc par bloc.

    Une note se marque à la fin d’une session : « Ai-je envie de porter cela quelque
    part ? », puis « au dossier professionnel ».
    """
    from cip_coach.terminal import blocks
    from cip_coach.terminal.outlet import outlet

    given = setting(journal, simple, discret, aujourd_hui)
    found = journal_if_any(given)
    kept = census(found, given.today) if found else Census()
    library = opening.library()
    taxonomy = library.vocabulary[TAXONOMY]
    told = portfolio([one.head for one in kept.notes], taxonomy)
    out = outlet(os.environ, simple=given.simple)
    lines = blocks.lines(told, library.title, taxonomy.source, out.columns)
    return Result(lines=ending(out.lines(lines), [*library.problems, *kept.problems]))
