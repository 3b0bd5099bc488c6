"""`cip-coach completion`: what a shell needs to complete command lines, on stdout; nothing is installed."""

from enum import Enum
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption
from cip_coach.commands.parameters import Argument
from cip_coach.terminal.messages import helping as said

EXAMPLES = (
    ('eval "$(cip-coach completion bash)"', "Essayer dans la fenêtre ouverte (bash ou zsh)"),
    ("cip-coach completion fish > ~/.config/fish/completions/cip-coach.fish", "Pour toujours, avec fish"),
    ("cip-coach aide completion", "Comment faire avec chaque interpréteur"),
)


class Shell(Enum):
    """The shells that are known."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def command(
    interprete: Annotated[Shell, Argument("INTERPRETEUR", help=said.shell_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Afficher ce qui fait compléter les lignes de commande avec la touche Tab.

    Commandes, options et noms d’arbres sont proposés ; jamais un code de personne.
    Rien n’est installé : le texte s’affiche, à mettre là où l’interpréteur le lit.
    """
    from cip_coach.terminal.shells import SCRIPTS

    return Result(lines=[SCRIPTS[interprete.value].rstrip("\n")])
