"""`cip-coach journal chemin`: the folder, alone on stdout."""

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting

EXAMPLES = (("cip-coach journal chemin", "Le dossier du journal, seul sur sa ligne"),)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Afficher le dossier du journal, qu’il existe déjà ou non."""
    return Result(lines=[str(setting(journal, simple, discret, aujourd_hui).journal)])
