"""`cip-coach session`: answer a tree of questions, and keep a dated note."""

from pathlib import Path
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    SimpleOption,
    TodayOption,
    given_day,
    setting,
)
from cip_coach.commands.parameters import Argument, Option
from cip_coach.terminal.messages import opening as said

EXAMPLES = (
    ("cip-coach session", "Choisir un arbre selon le moment et le temps disponible"),
    ("cip-coach session a-chaud --personne galet", "Trois minutes après un entretien, sous un code neutre"),
    ("cip-coach session guide-relation --date hier", "Noter le lendemain l’entretien de la veille"),
    ("cip-coach session --reprendre", "Reprendre la dernière session interrompue, là où elle en était"),
)


def command(
    arbre: Annotated[str | None, Argument(metavar="ARBRE", help=said.tree_argument())] = None,
    personne: Annotated[str | None, Option("--personne", metavar="CODE", help=said.person_option())] = None,
    date: Annotated[str | None, Option("--date", metavar="DATE", help=said.date_option())] = None,
    reprendre: Annotated[bool, Option("--reprendre", help=said.resume_option())] = False,
    reponses: Annotated[str | None, Option("--reponses", metavar="FICHIER", help=said.answers_option())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Répondre à un arbre de questions et garder une note datée.

    Une question à la fois ; tout est facultatif. Chaque réponse est enregistrée
    avant que la question suivante apparaisse : fermer la fenêtre ne perd rien.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    day = given_day(date, given.today, "--date") if date is not None else given.today
    if reponses is not None:
        from cip_coach.commands.replaying import replayed

        return Result(lines=[str(replayed(arbre, personne, day, Path(reponses), given))])
    from cip_coach.commands.sitting import sit

    return sit(arbre, personne, day, given, resume=reprendre)
