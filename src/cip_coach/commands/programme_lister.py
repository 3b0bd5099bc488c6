"""`cip-coach programme lister`: the programmes that exist, and the file of each."""

import os
from collections.abc import Iterator

from cip_coach.asking.library import Library, shipped_folder
from cip_coach.commands import Result, opening
from cip_coach.commands.ending import ending
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.problem import Problem
from cip_coach.terminal.fragments import Line, line, wrapped
from cip_coach.terminal.messages import programme as said
from cip_coach.terminal.outlet import outlet

EXAMPLES = (("cip-coach programme lister", "Ceux livrés avec cip-coach, et les miens"),)
INDENT = "  "


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir les programmes qui existent, et le fichier de chacun.

    Un fichier à moi, dans le dossier programmes de la configuration, remplace celui
    de même nom.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    problems: list[Problem] = []
    out = outlet(os.environ, simple=given.simple)
    return Result(lines=ending(out.lines(_lines(problems, out.columns)), problems))


def _lines(problems: list[Problem], columns: int) -> Iterator[Line]:
    library = Library.folders_only(opening.configuration_folder())
    for path in library.programmes().values():
        programme, faults = library.read_programme(path)
        problems += faults
        if programme is not None:
            extent = said.extent(programme.days, programme.months, programme.appointments)
            yield from wrapped(said.listed(programme.id, programme.name, extent), columns, style="title")
            yield from wrapped(programme.note, columns, indent=INDENT)
            own = not path.is_relative_to(shipped_folder())  # its path whole, to be copied
            yield line(f"{INDENT}{said.own_file(str(path)) if own else said.shipped_file()}", "dim")
