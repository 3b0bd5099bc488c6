"""`cip-coach accueil`: the home screen, which `cip-coach` alone opens too."""

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting

EXAMPLES = (
    ("cip-coach", "Ouvrir l’accueil, dans un terminal"),
    ("cip-coach accueil --simple", "Le même, ligne à ligne, pour un lecteur d’écran"),
)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Choisir quoi faire avec les flèches, sans commande à retenir.

    Le brouillon à reprendre vient en premier, s’il y en a un. Ce qui est choisi
    s’exécute, puis l’accueil revient. Les options données ici valent aussi pour ce
    qui est choisi.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    typed: list[str] = []
    for option, value in (("--journal", journal), ("--aujourd-hui", aujourd_hui)):
        typed += [option, value] if value is not None else []
    typed += [option for option, wanted in (("--simple", simple), ("--discret", discret)) if wanted]
    from cip_coach.commands.receiving import received

    return received(given, tuple(typed))
