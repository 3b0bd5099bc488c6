"""A vault: its key, sealed by the passphrase (`cle.age`), and those its notes are sealed for (`destinataires.txt`).

Both are plain age files: `age -d -i cle.age note.md.age` opens a note without us. To
seal a note takes the public keys alone; whoever can change the folder could add
theirs, so `cle.age` repeats the list, and what it says is what counts once it is open.
"""

from collections.abc import Sequence

from cip_coach.frozen import replace
from cip_coach.keeping import lockwork, seal
from cip_coach.keeping.intake import read
from cip_coach.keeping.refusals import Unreadable
from cip_coach.keeping.seal import Seal
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Problem, Refused

KEY, RECIPIENTS = "cle.age", "destinataires.txt"
_LIMIT = 100_000
LARGEST = 1 << 24
"""Bytes of one file that may be sealed."""
_RECIPIENT = "# destinataire: "


def entered(journal: Journal) -> Journal:
    """The vault, ready to seal what is written. Raises `Refused` `coffre-absent`, `coffre-destinataires`."""
    seal.require()
    try:
        found = seal.recipients_of(written_recipients(journal))
    except (Unreadable, ValueError):
        found = ()
    if not found:
        raise Refused("coffre-destinataires", name=RECIPIENTS)
    return replace(journal, seal=Seal(found))


def unlocked(journal: Journal, words: str) -> Journal:
    """The vault, opened by its passphrase, or by a secret key that its notes are sealed for (the recovery key).

    Raises `Refused`: what `lockwork.unsealed` says, `coffre-cle-absente`, `coffre-phrase` for another key.
    """
    seal.require()
    if (copied := "".join(words.split()).upper()).startswith(seal.SECRET):  # from paper, perhaps in groups
        return _by_recovery_key(journal, copied)
    try:
        stored = read(journal.root / KEY, _LIMIT)
    except Unreadable:
        raise Refused("coffre-cle-absente", name=KEY) from None
    return replace(journal, seal=said(lockwork.unsealed(stored, words)))


def said(key: bytes) -> Seal:
    """What the key file says once it is open. Raises `Refused` `coffre-cle-abimee`."""
    try:
        lines = key.decode("ascii").splitlines()
        identity = seal.identity_of(next((line for line in lines if line.startswith(seal.SECRET)), ""))
        listed = [line.removeprefix(_RECIPIENT) for line in lines if line.startswith(_RECIPIENT)]
        return Seal(seal.recipients_of(listed or [str(identity.to_public())]), identity)
    except ValueError:  # a UnicodeDecodeError too
        raise Refused("coffre-cle-abimee") from None


def key_text(identity: str, recipients: Sequence[str]) -> str:
    """The key file before it is sealed: a secret key, and the public keys the notes are sealed for."""
    return "".join(f"{_RECIPIENT}{one}\n" for one in recipients) + f"{identity}\n"


def recipients_text(recipients: Sequence[str]) -> str:
    """The text of `destinataires.txt`, which `age -R` reads."""
    return "# Les clés publiques pour lesquelles les notes de ce journal sont scellées.\n" + "".join(
        f"{one}\n" for one in recipients
    )


def written_recipients(journal: Journal) -> tuple[str, ...]:
    """The public keys in `destinataires.txt`. Raises `Unreadable`."""
    text = read(journal.root / RECIPIENTS, _LIMIT).decode("utf-8", "replace")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def doubts(journal: Journal) -> tuple[Problem, ...]:
    """What is wrong with the files of an open vault: absent, or naming somebody whom the key does not name."""
    if journal.seal is None:
        return ()
    try:
        listed = set(written_recipients(journal))
    except Unreadable as error:
        return (Problem(RECIPIENTS, 0, 0, error.code, error.details),)
    if listed != {str(one) for one in journal.seal.recipients}:
        return (Problem(RECIPIENTS, 0, 0, "coffre-destinataires-changes"),)
    return ()


def _by_recovery_key(journal: Journal, words: str) -> Journal:
    """Opened by a secret key of its owner; only its notes can say whether it fits, and the list says who it is."""
    try:
        identity = seal.identity_of(words)
        recipients = seal.recipients_of(written_recipients(journal))
    except (ValueError, Unreadable):
        raise Refused("coffre-phrase") from None
    if str(identity.to_public()) not in {str(one) for one in recipients}:
        raise Refused("coffre-phrase")
    return replace(journal, seal=Seal(recipients, identity))
