"""The commands, one file each, and their table. Knows their names and purposes; imports none of them.

A command file holds a function `command`, declared with typer's `Annotated`
options and opened by a French docstring (its first paragraph is the purpose
shown by `--help`), and `EXAMPLES`, pairs (command line, what it does).
The function returns a `Result`, or None when there is nothing to print.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Examples = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command gives back: lines for stdout, printed as they come, and an exit code."""

    lines: Iterable[str] = ()
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the command line.

    `module` is imported only when the name is typed. An entry with `children`
    is a group; with a `module` too, that module answers when no child is named.
    """

    name: str
    purpose: str
    module: str = ""
    children: tuple["Entry", ...] = ()


TABLE: tuple[Entry, ...] = (
    Entry(
        "session", "Répondre à un arbre de questions et garder une note datée.", "cip_coach.commands.session"
    ),
    Entry(
        "review",
        "Relire ses notes, retrouver un mot, suivre une question dans le temps.",
        "cip_coach.commands.review",
    ),
    Entry(
        "stats",
        "Voir ce qui revient dans mes séances, et ce qui me porte.",
        "cip_coach.commands.stats",
    ),
    Entry(
        "pas",
        "Voir les pas que je me suis donnés, en cocher, en laisser.",
        "cip_coach.commands.pas",
        (
            Entry("fait", "Cocher un pas, avec un mot sur ce que cela a changé.", "cip_coach.commands.pas_fait"),
            Entry("laisse", "Laisser un pas de côté, sans se le reprocher.", "cip_coach.commands.pas_laisse"),
            Entry("rouvrir", "Remettre un pas parmi ceux à faire.", "cip_coach.commands.pas_rouvrir"),
        ),
    ),    Entry(
        "programme",
        "Voir où en est chaque accompagnement dans son programme.",
        "cip_coach.commands.programme",
        (
            Entry("commencer", "Commencer un programme sous un code.", "cip_coach.commands.programme_commencer"),
            Entry("terminer", "Clore le suivi d’un code.", "cip_coach.commands.programme_terminer"),
            Entry("lister", "Voir les programmes qui existent.", "cip_coach.commands.programme_lister"),
        ),
    ),
    Entry(
        "fiche",
        "Emporter une page anonyme pour le groupe d’analyse de pratiques.",
        "cip_coach.commands.fiche",
    ),
    Entry(
        "dossier",
        "Voir ce que mes notes illustrent, et rédiger un exemple pour le dossier professionnel.",
        "cip_coach.commands.dossier",
        (Entry("exemple", "Rédiger un exemple à partir d’une note.", "cip_coach.commands.dossier_exemple"),),
    ),
)
