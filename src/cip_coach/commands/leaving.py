"""A page that leaves the journal: looked at word by word, shown, read over, then written where the user says.

Everything the confidentiality check shows is replaced before anything is written;
a file is written only after the words « j’ai relu », or `--relu`.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from cip_coach import privacy
from cip_coach.carrying.leaflet import Leaflet, html, markdown
from cip_coach.carrying.veil import Replaced, veiled
from cip_coach.commands import Result, unlocking
from cip_coach.commands.options import Setting
from cip_coach.keeping import disk, followed
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused, Refused
from cip_coach.reading.census import census
from cip_coach.terminal import notices, typed
from cip_coach.terminal.messages import carrying as said
from cip_coach.terminal.outlet import outlet
from cip_coach.text import clean_line, fold

FORMATS = {".md": markdown, ".html": html, ".htm": html}


def known_codes(journal: Journal, setting: Setting) -> tuple[str, ...]:
    """Every code that the journal holds, in its notes and among those followed."""
    kept = census(journal, setting.today).notes
    people = (*(one.head.person for one in kept), *(one.person for one in followed.load(journal).all))
    return tuple(dict.fromkeys(code for code in people if code))


def let_out(
    journal: Journal, page: Leaflet, own: str, where: str | None, setting: Setting, *, read_over: bool
) -> Result:
    """Print the page, or write it in the file `where`; nothing is ever overwritten.

    Raises `Misused` for a name that does not end as it should, `Refused` when the file
    exists, or when nobody said having read the page over.
    """
    texts, replaced = veiled(page.texts(), own, known_codes(journal, setting), privacy.find)
    safe = page.mapped(texts)
    written = markdown(safe)
    if where is None:
        _tell(replaced)
        notices.tell(said.how_to_write())
        out = outlet(os.environ, simple=setting.simple)
        return Result(lines=[shown for line in written.splitlines() for shown in out.sentence(line) or [""]])
    path = Path(where).expanduser().absolute()
    make = FORMATS.get(path.suffix.lower())
    if make is None:
        raise Misused("page-suffixe")
    if not read_over:
        _ask(written, replaced)
    else:
        _tell(replaced)
    disk.save(path, make(safe).encode(), seen=None)
    unlocking.tell_outside(journal)
    return Result(lines=[str(path)])


def _ask(written: str, replaced: Sequence[Replaced]) -> None:
    """Show the page and wait for the words. Raises `Refused` without them."""
    if typed.on_terminal():
        notices.tell(*written.splitlines(), "")
        _tell(replaced)
        if fold(clean_line(typed.word(said.ask_read_over()))) == fold(said.READ_OVER):
            return
    raise Refused("page-sans-relecture")


def _tell(replaced: Sequence[Replaced]) -> None:
    if replaced:
        notices.tell(said.replaced_title(len(replaced)))
        notices.tell(*(f"  {said.replaced(one.before, one.after)}" for one in replaced))
