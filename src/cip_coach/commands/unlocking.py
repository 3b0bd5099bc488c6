"""The passphrase of a vault, asked once by a command, before anything else; kept for that command only."""

from cip_coach.asking.library import Library
from cip_coach.asking.tree import Tree
from cip_coach.keeping import followed
from cip_coach.keeping.shelf import SEALED, Journal
from cip_coach.problem import CoachError, Misused, Refused
from cip_coach.terminal import notices
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import vault as said

TRIES = 3


class Wanted(Exception):
    """What was chosen needs the words of a vault that is locked."""

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self.chosen = chosen


def unlocked(journal: Journal) -> Journal:
    """The vault, opened: up to three tries. Raises `Refused`, among others when nobody can be asked or answers."""
    from cip_coach.keeping import seal, vault  # only here: a journal in clear does without
    from cip_coach.passphrase import composed
    from cip_coach.terminal import secret

    seal.require()
    for rank in range(1, TRIES + 1):
        words = secret.ask(said.ask())
        if words is None:
            raise Refused("coffre-sans-terminal")
        if not words:
            raise Refused("coffre-ferme")
        try:
            notices.tell(said.opening())
            with secret.unseen():
                opened = vault.unlocked(journal, composed(words))
            return _trusted(opened)
        except CoachError as error:
            if error.code != "coffre-phrase":
                raise
        if rank < TRIES:
            notices.tell(said.try_again())
    raise Refused("coffre-phrase")


def readable(journal: Journal) -> Journal:
    """The journal, unlocked if it was not."""
    return unlocked(journal) if journal.locked else journal


def needed(tree: Tree, journal: Journal | None, library: Library) -> bool:
    """Whether a session of this tree looks back into a vault that is locked: at its notes, or at programmes."""
    if journal is None or not journal.locked:
        return False
    if tree.reads:
        return True
    if not (journal.root / (followed.NAME + SEALED)).is_file():
        return False
    for name in library.programmes():
        try:
            if tree.id in library.programme(name).trees:
                return True
        except Misused:
            continue
    return False


def tell_outside(journal: Journal) -> None:
    """Say of a file that was just written for its user that the vault does not hold it."""
    if journal.sealing:
        notices.tell(said.outside())


def _trusted(journal: Journal) -> Journal:
    """The same, once it was said that the list of those who can read was changed."""
    from cip_coach.keeping import vault

    for doubt in vault.doubts(journal):
        notices.tell(phrase(doubt.code, doubt.details))
    return journal
