"""`cip-coach journal renommer`: a person's code changed in every note."""

import re
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.ending import tell
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import told, worker
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused
from cip_coach.terminal import notices, progress
from cip_coach.terminal.messages import upkeep as said
from cip_coach.terminal.messages import waiting
from cip_coach.text import clean_line, fold

EXAMPLES = (("cip-coach journal renommer érable merle", "Donner un autre code à une personne"),)


def command(
    ancien: Annotated[str, Argument(metavar="ANCIEN", help=said.old_code_argument())],
    nouveau: Annotated[str, Argument(metavar="NOUVEAU", help=said.new_code_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Donner un autre code à une personne, dans toutes ses notes.

    Le texte des réponses ne change pas. Interrompu, le changement se finit avec
    la même commande.
    """
    from cip_coach import codes
    from cip_coach.keeping import renaming, works

    old, new = clean_line(ancien), clean_line(nouveau)
    if not old or not new:
        raise Misused("code-vide")
    if codes.looks_personal(new):
        notices.tell(said.code_tells_much())
    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given)
    telling = progress.told(waiting.renaming, simple=given.simple)
    with (
        works.held(found, worker(), "renommer", resumable=True, ancien=old, nouveau=new) as resumed,
        telling as advance,
    ):
        done = renaming.rename(found, old, new, resumed=resumed, advance=advance)
    left = _mentions(found, old) if fold(old) != fold(new) else 0
    tell(done.problems)
    return Result(
        lines=told(said.renamed(old, new, done.notes), then=[said.old_code_in_texts(old, left)] if left else [])
    )


def _mentions(journal: Journal, code: str) -> int:
    """How many notes have the word in their text."""
    from cip_coach.keeping import shelf
    from cip_coach.keeping.refusals import Unreadable
    from cip_coach.reading.sought import sought

    word = re.compile(rf"(?<!\w){re.escape(fold(code))}(?!\w)")
    likely = sought((code,))
    found = 0
    for path in shelf.notes(journal):
        try:
            data = shelf.note_bytes(journal, path)
        except Unreadable:
            continue
        text = data.decode("utf-8", "replace")
        found += not likely.surely_not_in(data) and bool(word.search(fold(text)))
    return found
