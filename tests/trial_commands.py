"""Commands that exist for the tests of the front door only: `cli.run(arguments, TRIALS)`."""

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, Literal

from cip_coach.commands import Entry, Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument, Option
from cip_coach.problem import Misused, Problem, Refused

CANARY = "CANARI-ma-collègue-m’a-dit"


def essai(
    fichiers: Annotated[list[str], Argument(metavar="FICHIER", help="Fichiers à lire.")],
    moment: Annotated[Literal["matin", "soir"], Option("--moment", help="Quand la séance a eu lieu.")] = "soir",
    combien: Annotated[
        int, Option("--combien", short="-n", min=1, max=9, metavar="NOMBRE", help="Combien de fois.")
    ] = 1,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Essayer la porte d’entrée.

    Cette commande n’existe que pour les tests. Elle ne lit aucun fichier et ne garde rien de ce qui lui
    est donné.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    return Result(lines=(f"{moment} {combien} {len(fichiers)} {given.simple} {given.today}",))


def seul() -> None:
    """Ne rien prendre et ne rien dire."""


def laisse() -> Result:
    """Laisser une séance en pause."""
    return Result(exit_code=75)


def boucle() -> Result:
    """Écrire sans fin."""

    def lines() -> Iterator[str]:
        while True:
            yield "encore une ligne"

    return Result(lines=lines())


def panne() -> None:
    """Tomber en panne."""
    answer = CANARY
    try:
        raise OSError(answer)
    except OSError as error:
        raise ValueError(f"could not read {answer}") from error


def refus() -> None:
    """Refuser."""
    raise Refused("journal-sans-nom", problems=PROBLEMS)


def faute() -> None:
    """Trouver un fichier fautif."""
    raise Misused("code-que-personne-ne-connait", problems=PROBLEMS, texte="quelque chose")


def vicieux() -> None:
    """Trouver un fichier au nom piégé."""
    raise Refused("journal-sans-nom", problems=(Problem("a\x1b[31m\nb.yml", 1, 1, "journal-sans-nom"),))


def coupe() -> None:
    """Être interrompue."""
    raise KeyboardInterrupt


def pas(simple: SimpleOption = False) -> Result:
    """Montrer les pas."""
    return Result(lines=(f"pas {simple}",))


def fait(ref: Annotated[str, Argument(metavar="REF", help="Numéro du pas.")]) -> Result:
    """Cocher un pas."""
    return Result(lines=("fait",))


PROBLEMS = (
    Problem("arbres/essai.yml", 3, 5, "journal-sans-nom"),
    Problem("arbres/essai.yml", 0, 0, "journal-sans-nom", warning=True),
)

ALONE = (essai, seul, laisse, boucle, panne, refus, faute, vicieux, coupe)

for function in (*ALONE, pas, fait):
    module = ModuleType(f"trial_{function.__name__}")
    module.command = function  # type: ignore[attr-defined]
    if function is essai:
        module.EXAMPLES = (("cip-coach essai a.yml --moment matin", "Lire un fichier le matin"),)  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module

TRIALS = (
    *(Entry(f.__name__, (f.__doc__ or "").split("\n")[0], f"trial_{f.__name__}") for f in ALONE),
    Entry("pas", "Montrer les pas.", "trial_pas", (Entry("fait", "Cocher un pas.", "trial_fait"),)),
    Entry("questions", "Ce qui concerne les arbres.", children=(Entry("lister", "Lister.", "trial_seul"),)),
)

if __name__ == "__main__":
    from cip_coach import cli

    sys.exit(cli.run(sys.argv[1:], TRIALS))
