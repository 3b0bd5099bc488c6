"""What every command that touches the journal or the trees begins with: shelves, journal, clock and chance."""

from datetime import datetime
from typing import TYPE_CHECKING

from cip_coach.asking.library import Library
from cip_coach.commands.folders import configuration_folder as configuration_folder
from cip_coach.commands.options import Origin, Setting

if TYPE_CHECKING:
    from cip_coach.keeping.shelf import Journal


def library() -> Library:
    """The shipped questions and the user's own."""
    return Library.shipped(configuration_folder())


def open_journal(setting: Setting) -> "Journal":
    """The journal of this command, created when its place allows it; a vault can be written to, not read.

    Raises `Refused`.
    """
    from cip_coach.keeping import journal, marker

    origins = {
        Origin.OPTION: marker.Origin.NAMED,
        Origin.ENVIRONMENT: marker.Origin.NAMED,
        Origin.SETTINGS: marker.Origin.SETTINGS,
        Origin.DEFAULT: marker.Origin.DEFAULT,
    }
    found = journal.open_journal(setting.journal, origins[setting.journal_origin], new_id)
    if found.marker.vault:
        from cip_coach.keeping import vault

        return vault.entered(found)
    return found


def new_id() -> str:
    """A random id: `ID_LENGTH` characters that cannot be mistaken for one another."""
    from random import SystemRandom  # as `secrets` does, which loads OpenSSL besides

    from cip_coach.keeping import shelf

    return "".join(SystemRandom().choice(shelf.ID_LETTERS) for _ in range(shelf.ID_LENGTH))


def now() -> datetime:
    """The local time, with its offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
