"""`cip-coach questions essayer`: answer a tree for real, and keep nothing."""

import sys
from typing import Annotated

from cip_coach.asking.interview import Interview
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import PersonRule, Tree
from cip_coach.commands import Result, fronts, opening, parting, recalling
from cip_coach.commands.options import DiscreetOption, JournalOption, Setting, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.questionfiles import tree_at
from cip_coach.commands.rereading import journal_if_any
from cip_coach.frozen import replace
from cip_coach.problem import Misused
from cip_coach.terminal.messages import questions as said

EXAMPLES = (
    ("cip-coach questions essayer mon-arbre.yml", "Répondre pour voir"),
    ("cip-coach questions essayer a-chaud --simple", "Ligne à ligne, sans plein écran"),
)


def command(
    fichier: Annotated[str, Argument(metavar="FICHIER", help=said.tree_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Répondre à un arbre pour voir ce qu’il demande, sans rien écrire.

    C’est la vraie session, à ceci près que rien n’est gardé : ni brouillon, ni note.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    tree, _ = tree_at(fichier)
    if not given.simple and not (parting.is_terminal(sys.stdin) and parting.is_terminal(sys.stdout)):
        raise Misused("pas-un-terminal")
    return Result(lines=[tried(replace(tree, title=said.trial_title(tree.title)), given)])


def tried(tree: Tree, setting: Setting) -> str:
    """Walk through `tree` with somebody; the sentence to end with."""
    from cip_coach.terminal import hangup
    from cip_coach.walkthrough import Ports, walk

    context = Context(
        day=setting.today,
        person=said.trial_code() if tree.person is PersonRule.REQUIRED else "",
        sources=recalling.sources(
            tree, journal_if_any(setting, unlock=bool(tree.reads)), setting.today, opening.library()
        ),
    )

    def nothing(_interview: Interview) -> None:
        """Keep nothing at all."""

    with parting.heard_or_not(), hangup.install(), fronts.front(setting, title=tree.title, trial=True) as front:
        try:
            walk(Interview(tree, context), front, Ports(keep=nothing, rescue=nothing))
        except (KeyboardInterrupt, hangup.Hangup):
            return said.trial_over()
    return said.trial_over()
