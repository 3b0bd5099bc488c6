"""`cip-coach programme lister`: the programmes that exist, and the file of each."""

from collections.abc import Iterator

from cip_coach.asking.library import Library, shipped_folder
from cip_coach.commands import Result, opening
from cip_coach.commands.ending import ending
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption
from cip_coach.problem import Problem
from cip_coach.terminal.messages import programme as said

EXAMPLES = (("cip-coach programme lister", "Ceux livrés avec cip-coach, et les miens"),)


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
    problems: list[Problem] = []
    return Result(lines=ending(_lines(problems), problems))


def _lines(problems: list[Problem]) -> Iterator[str]:
    library = Library.folders_only(opening.configuration_folder())
    for path in library.programmes().values():
        programme, faults = library.read_programme(path)
        problems += faults
        if programme is not None:
            extent = said.extent(programme.days, programme.months, programme.appointments)
            yield said.listed(programme.id, programme.name, extent)
            own = not path.is_relative_to(shipped_folder())
            yield f"  {said.own_file(str(path)) if own else said.shipped_file()}"
            if programme.note:
                yield f"  {programme.note}"
