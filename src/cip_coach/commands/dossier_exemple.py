"""`cip-coach dossier exemple`: a draft of one example, in the five official fields."""

from typing import Annotated

from cip_coach.carrying.dossier import example
from cip_coach.commands import Result, leaving, opening
from cip_coach.commands.amending import refuse_draft, the_file, the_note
from cip_coach.commands.dossier import TAXONOMY
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.rereading import existing_journal
from cip_coach.reading.portfolio import marked_for
from cip_coach.terminal.messages import carrying as said

EXAMPLES = (
    ("cip-coach dossier exemple k7f3qd", "Un brouillon à l’écran"),
    ("cip-coach dossier exemple k7f3qd m2p9xa --vers exemple.md", "Deux notes pour un même exemple"),
)


def command(
    notes: Annotated[list[str], Argument(metavar="NOTE", help=said.notes_argument())],
    vers: Annotated[str | None, Option("--vers", metavar="FICHIER", help=said.file_option())] = None,
    relu: Annotated[bool, Option("--relu", help=said.read_over_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Rédiger un exemple à partir d’une note, dans les cinq rubriques officielles.

    C’est une matière à réécrire à la première personne. Ce que je ressens et ce qui
    freine la personne restent dans le journal ; codes et noms sont remplacés.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given)
    chosen = [the_note(found, the_file(found, name.strip())) for name in dict.fromkeys(notes)]
    for note in chosen:
        refuse_draft(note)
    terms = opening.library().vocabulary[TAXONOMY].terms
    marks = dict.fromkeys(one for note in chosen for one in marked_for(note.head))
    page = example(chosen, [terms[one].label for one in marks if one in terms])
    return leaving.let_out(found, page, chosen[0].head.person, vers, given, read_over=relu)
