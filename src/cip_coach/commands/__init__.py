"""The commands, one file each, and their table. Knows their names and purposes; imports none of them.

A command file holds a function `command`, declared with `Annotated` options
(`parameters`) and opened by a French docstring (its first paragraph is the purpose
shown by `--help`), and `EXAMPLES`, pairs (command line, what it does).
The function returns a `Result`, or None when there is nothing to print.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager

from cip_coach.frozen import frozen

Examples = tuple[tuple[str, str], ...]


@frozen
class Result:
    """What a command gives back: lines for stdout, printed as they come, and an exit code.

    `then` is another command line to run, after which this one is run again (the home screen);
    with `within`, it is run in there, and once (the demonstration).
    """

    lines: Iterable[str] = ()
    exit_code: int = 0
    then: tuple[str, ...] = ()
    within: AbstractContextManager[object] | None = None


class Refusal(Exception):
    """A misuse of the command line, with its French sentence and the command whose help explains."""

    def __init__(self, sentence: str, command_path: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.command_path = command_path


@frozen
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
    Entry("session", "Répondre à un arbre de questions et garder une note datée.", "cip_coach.commands.session"),
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
    ),
    Entry(
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
        "questions",
        "Voir, vérifier, copier, écrire des arbres de questions.",
        "cip_coach.commands.questions",
        (
            Entry("lister", "Voir les arbres, par moment, avec leur fichier.", "cip_coach.commands.questions_lister"),
            Entry("voir", "Voir un arbre dessiné, ou sur une page à imprimer.", "cip_coach.commands.questions_voir"),
            Entry("verifier", "Vérifier un fichier, sans rien changer.", "cip_coach.commands.questions_verifier"),
            Entry("corriger", "Corriger ce qui ne demande pas de décision.", "cip_coach.commands.questions_corriger"),
            Entry(
                "essayer", "Répondre à un arbre pour voir, sans rien écrire.", "cip_coach.commands.questions_essayer"
            ),
            Entry(
                "tester", "Jouer les essais d’un arbre, et tous ses chemins.", "cip_coach.commands.questions_tester"
            ),
            Entry(
                "parcours", "Voir le chemin le plus court et le plus long.", "cip_coach.commands.questions_parcours"
            ),
            Entry(
                "copier", "Copier un arbre dans mon dossier, pour le changer.", "cip_coach.commands.questions_copier"
            ),
            Entry("nouveau", "Commencer un arbre à moi.", "cip_coach.commands.questions_nouveau"),
            Entry("ouvrir", "Ouvrir un de mes arbres dans l’éditeur.", "cip_coach.commands.questions_ouvrir"),
            Entry("ajouter", "Ajouter à mon dossier un fichier reçu.", "cip_coach.commands.questions_ajouter"),
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
    Entry(
        "journal",
        "Voir où est le journal, le vérifier, le sauvegarder, y effacer.",
        "cip_coach.commands.journal",
        (
            Entry("chemin", "Afficher le dossier du journal.", "cip_coach.commands.journal_chemin"),
            Entry("verifier", "Tout vérifier, sans rien changer.", "cip_coach.commands.journal_verifier"),
            Entry("sauvegarder", "Tout garder en un fichier.", "cip_coach.commands.journal_sauvegarder"),
            Entry("restaurer", "Remettre les notes d’une sauvegarde.", "cip_coach.commands.journal_restaurer"),
            Entry("corbeille", "Voir la corbeille, ou la vider.", "cip_coach.commands.journal_corbeille"),
            Entry("oublier", "Effacer pour de bon les notes d’une personne.", "cip_coach.commands.journal_oublier"),
            Entry("purger", "Effacer pour de bon les notes anciennes.", "cip_coach.commands.journal_purger"),
            Entry("deplacer", "Mettre le journal dans un autre dossier.", "cip_coach.commands.journal_deplacer"),
            Entry("chiffrer", "Sceller toutes les notes (coffre).", "cip_coach.commands.journal_chiffrer"),
            Entry("dechiffrer", "Remettre les notes en clair.", "cip_coach.commands.journal_dechiffrer"),
            Entry("renommer", "Donner un autre code à une personne.", "cip_coach.commands.journal_renommer"),
        ),
    ),
    Entry(
        "accueil",
        "Choisir quoi faire, sans commande à retenir (cip-coach seul fait de même).",
        "cip_coach.commands.accueil",
    ),
    Entry(
        "demo",
        "Essayer sur un journal inventé, effacé à la sortie.",
        "cip_coach.commands.demo",
    ),
    Entry(
        "aide",
        "Lire une page d’aide, ou le sens d’un mot du métier.",
        "cip_coach.commands.aide",
    ),
    Entry(
        "reglages",
        "Voir les réglages, d’où vient chacun, et les changer.",
        "cip_coach.commands.reglages",
        (
            Entry("changer", "Changer un réglage, et lui seul.", "cip_coach.commands.reglages_changer"),
            Entry("ouvrir", "Ouvrir le fichier dans un éditeur de texte.", "cip_coach.commands.reglages_ouvrir"),
        ),
    ),
    Entry(
        "completion",
        "Compléter les lignes de commande avec la touche Tab.",
        "cip_coach.commands.completion",
    ),
)
