"""`cip-coach questions`: the trees, and what can be done with them. Without a command, their list."""

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption
from cip_coach.commands.questions_lister import command as listed

EXAMPLES = (
    ("cip-coach questions", "Les arbres, par moment"),
    ("cip-coach questions voir a-chaud", "Un arbre, et ce que chaque réponse ouvre"),
    ("cip-coach questions copier a-chaud", "En faire ma version"),
    ("cip-coach questions verifier mon-arbre.yml", "Chaque faute avec sa ligne, et ce qu’il faut faire"),
)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir, vérifier, copier, écrire des arbres de questions.

    Un arbre est un fichier de texte, que chacun peut changer. Sans commande, les
    arbres sont listés.
    """
    return listed(False, journal, simple, discret, aujourd_hui)
