"""`cip-coach journal`: where the journal is, and what is in it."""

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.rereading import journal_if_any
from cip_coach.terminal import notices
from cip_coach.terminal.messages import review as review_said
from cip_coach.terminal.messages import upkeep as said

EXAMPLES = (
    ("cip-coach journal", "Où est le journal, et combien de notes il contient"),
    ("cip-coach journal verifier", "Tout relire, sans rien changer"),
    ("cip-coach journal sauvegarder journal.zip", "Tout garder en un fichier"),
    ("cip-coach journal oublier érable", "Effacer pour de bon les notes d’une personne"),
)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir où est le journal, le vérifier, le sauvegarder, le déplacer, y effacer.

    Le journal est un dossier de fichiers texte. Rien de ce qui y est écrit n’en
    sort, sauf dans un fichier nommé par vous.
    """
    from cip_coach.frenchdate import spoken
    from cip_coach.keeping import shelf

    given = setting(journal, simple, discret, aujourd_hui)
    found = journal_if_any(given, unlock=False)
    if found is None:
        notices.tell(review_said.no_journal_yet())
        return Result(lines=[str(given.journal)])
    notes = list(shelf.notes(found))
    days = [day for day in map(shelf.day_of, notes) if day is not None]
    lines = [str(found.root), said.state(len(notes), len(shelf.drafts(found)), len(shelf.trash(found)))]
    if days:
        lines.append(said.first_and_last(spoken(min(days)), spoken(max(days))))
    return Result(lines=[*lines, said.how_to_check()])
