"""`cip-coach fiche`: one anonymous page for the group that analyses its practice."""

from typing import Annotated

from cip_coach.carrying.fiche import TREE, fiche
from cip_coach.commands import Result, leaving
from cip_coach.commands.amending import refuse_draft, the_file, the_note
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    Setting,
    SimpleOption,
    TodayOption,
    setting,
)
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.rereading import existing_journal
from cip_coach.keeping.note import Note
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Refused
from cip_coach.reading.gathering import Gathering
from cip_coach.reading.selection import Selection
from cip_coach.terminal.messages import carrying as said

EXAMPLES = (
    ("cip-coach fiche", "La page de la dernière préparation, à l’écran"),
    ("cip-coach fiche --vers groupe.html", "La relire, puis l’écrire pour l’imprimer"),
)


def command(
    note: Annotated[str | None, Argument(metavar="NOTE", help=said.sheet_argument())] = None,
    vers: Annotated[str | None, Option("--vers", metavar="FICHIER", help=said.file_option())] = None,
    relu: Annotated[bool, Option("--relu", help=said.read_over_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Emporter une page anonyme pour le groupe d’analyse de pratiques.

    Elle vient de la session « Préparer un groupe d’analyse de pratiques ». Les codes, les
    noms et ce qui ferait reconnaître quelqu’un sont remplacés ; le reste est à relire.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given)
    chosen = _named(found, note.strip()) if note else _latest(found, given)
    page = fiche(chosen)
    if page is None:
        raise Refused("fiche-vide")
    return leaving.let_out(found, page, chosen.head.person, vers, given, read_over=relu)


def _named(journal: Journal, name: str) -> Note:
    note = the_note(journal, the_file(journal, name))
    refuse_draft(note)
    return note


def _latest(journal: Journal, given: Setting) -> Note:
    latest = next(iter(Gathering(journal, Selection(tree=TREE), given.today)), None)
    if latest is None:
        raise Refused("fiche-sans-note")
    return latest.note
