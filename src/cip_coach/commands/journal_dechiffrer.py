"""`cip-coach journal dechiffrer`: every note in clear again."""

import sys

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import ask, worker
from cip_coach.keeping import shelf
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Refused
from cip_coach.terminal import notices, progress
from cip_coach.terminal.messages import problem_line, waiting
from cip_coach.terminal.messages import vault_changes as said

EXAMPLES = (("cip-coach journal dechiffrer", "Remettre toutes les notes en clair"),)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Remettre toutes les notes en clair : le journal n’est plus un coffre.

    Interrompu, le déchiffrement se finit avec la même commande.
    """
    from cip_coach.commands import unlocking
    from cip_coach.keeping import conversion, works

    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given, unlock=False)
    if not conversion.needs_key(found):
        return _ended(found)
    if drafts := len(shelf.drafts(found)):
        raise Refused("travaux-brouillon", nombre=drafts)
    found = unlocking.unlocked(found)
    notices.tell(said.will_open())
    ask(said.OPEN)
    telling = progress.told(waiting.opening, simple=given.simple)
    with works.held(found, worker(), said.OPEN, resumable=True), telling as advance:
        done = conversion.unseal(found, advance)
    if done.problems:
        notices.tell(said.left_sealed(len(done.problems)), *map(problem_line, done.problems))
    return Result(lines=notices.as_lines([said.opened(done.notes)], sys.stdout), exit_code=1 if done.problems else 0)


def _ended(journal: Journal) -> Result:
    """All is in clear: what was interrupted has only to end, and needs no passphrase. Raises `Refused`."""
    from cip_coach.keeping import conversion, vault, works

    left, _ = works.current(journal)
    if not (journal.root / vault.KEY).exists() and (left is None or left.operation != said.OPEN):
        raise Refused("coffre-aucun")
    with works.held(journal, worker(), said.OPEN, resumable=True, drafts=True):
        conversion.forget_keys(journal)
        return Result(lines=notices.as_lines([said.all_open()], sys.stdout))
