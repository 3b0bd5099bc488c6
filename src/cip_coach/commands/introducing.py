"""The three screens of a first start: what this is, where the notes lie, a code instead of a name. Shown once.

They come before the home screen or before the first session, whichever is opened first;
once they were gone through or skipped there is a journal, and they do not come back.
"""

from pathlib import Path

from cip_coach.commands.options import Origin, Setting
from cip_coach.keeping.synced import service_of
from cip_coach.terminal.host import Host
from cip_coach.terminal.messages import welcome

GO_ON, SKIP = "suite", "passer"


def introduced(front: Host, folder: Path, onward: str) -> bool:
    """Show them, as many as are wanted; `onward` leaves the last one. False to leave the program."""
    pages = welcome.pages(str(folder), service_of(folder.resolve()))
    for rank, (title, *sentences) in enumerate(pages, 1):
        last = rank == len(pages)
        options = [(GO_ON, onward if last else welcome.go_on(rank, len(pages)), "")]
        options += [] if last else [(SKIP, welcome.skip(), "")]
        chosen = front.choose(title, options, GO_ON, sentences)
        if chosen != GO_ON:
            return chosen == SKIP
    return True


def before_session(front: Host, setting: Setting) -> bool:
    """Show them before a first session, unless its folder was named: to begin another journal. False to leave."""
    if setting.journal_origin is Origin.OPTION:
        return True
    return introduced(front, setting.journal, welcome.begin())
