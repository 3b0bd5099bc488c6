"""`cip-coach journal chiffrer`: every note sealed, the journal a vault from then on."""

import sys

from cip_coach.commands import Result
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import ask, worker
from cip_coach.keeping import shelf
from cip_coach.keeping.shelf import Journal
from cip_coach.passphrase import composed, weakness
from cip_coach.problem import Refused
from cip_coach.terminal import notices, progress, secret, typed
from cip_coach.terminal.messages import problem_line, waiting
from cip_coach.terminal.messages import vault_changes as said
from cip_coach.text import fold

EXAMPLES = (("cip-coach journal chiffrer", "Sceller toutes les notes, avec une phrase de passe"),)
COPIED = 6
"""How many of the last characters of the recovery key are typed again."""


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Sceller toutes les notes, brouillons et corbeille compris : le journal devient un coffre.

    Commencer une session ne demande ensuite aucune phrase de passe ; relire la
    demande. Interrompu, le chiffrement se finit avec la même commande.
    """
    from cip_coach.commands import unlocking
    from cip_coach.keeping import conversion, seal, works

    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given, unlock=False)
    seal.require()
    if drafts := len(shelf.drafts(found)):
        raise Refused("travaux-brouillon", nombre=drafts)
    key = None
    if conversion.needs_key(found):
        found = unlocking.unlocked(found)
    else:
        found, key = _new_keys(found)
    with works.held(found, worker(), said.CLOSE, resumable=True):
        if key is not None and found.seal is not None:
            conversion.found_vault(found, key, tuple(str(one) for one in found.seal.recipients))
        with progress.told(waiting.sealing, simple=given.simple) as advance:
            done = conversion.seal(found, advance)
    if done.problems:
        notices.tell(said.left_in_clear(len(done.problems)), *map(problem_line, done.problems))
    sealed = said.closed(done.notes) if done.files or key else said.already_closed()
    return Result(lines=notices.as_lines([sealed], sys.stdout), exit_code=1 if done.problems else 0)


def _new_keys(journal: Journal) -> tuple[Journal, bytes]:
    """The journal with a new key, and the key sealed by a new passphrase; nothing is written yet."""
    from cip_coach.frozen import replace
    from cip_coach.keeping import lockwork, seal, vault

    notices.tell(*said.what_it_cannot_undo())
    ask(said.CLOSE)
    words = _new_passphrase()
    identity = seal.new_identity()
    recipients = [str(identity.to_public())]
    if fold(typed.word(said.ask_recovery())).startswith("o"):
        recipients.append(_recovery())
    notices.tell(said.making_key())
    text = vault.key_text(str(identity), recipients)
    key = lockwork.sealed(text.encode(), words)
    opened = vault.said(lockwork.unsealed(key, words))  # before a single note depends on it
    return replace(journal, seal=opened), key


def _new_passphrase() -> str:
    """A passphrase strong enough, typed twice. Raises `Refused`."""
    notices.tell(said.short())
    first = secret.ask(said.ask_new())
    if first is None:
        raise Refused("coffre-sans-terminal")
    words = composed(first)
    if fault := weakness(words):
        raise Refused(fault)
    if composed(secret.ask(said.ask_again()) or "") != words:
        raise Refused("phrase-differente")
    return words


def _recovery() -> str:
    """The public half of a recovery key that was shown, and copied. Raises `Refused` when it was not."""
    from cip_coach.keeping import seal

    identity = seal.new_identity()
    notices.tell(*said.recovery(str(identity)))
    if typed.word(said.ask_last(COPIED)).strip().upper() != str(identity)[-COPIED:]:
        raise Refused("secours-non-recopiee")
    return str(identity.to_public())
