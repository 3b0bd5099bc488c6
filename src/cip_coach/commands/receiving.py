"""The home screen: what this is, the first time; then what can be done, the draft to resume first."""

import sys
from typing import TYPE_CHECKING

from cip_coach.asking.library import Library
from cip_coach.commands import TABLE, Result, fronts, menu, opening, parting
from cip_coach.commands.introducing import introduced
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import journal_if_any
from cip_coach.keeping import marker
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import CoachError, Misused
from cip_coach.terminal import hangup
from cip_coach.terminal.messages import demo, phrase, welcome
from cip_coach.terminal.messages import home as said

if TYPE_CHECKING:
    from cip_coach.commands.fronts import Front

LEFT = 75
LEAVE, DRAFT = "quitter", "reprendre"
LINES = ("session", "review", "stats", "pas", "programme", "questions lister", "journal", "reglages", "aide")
"""What the home screen offers, those of them that exist."""


def received(setting: Setting, typed: tuple[str, ...]) -> Result:
    """Welcome somebody; what they chose is in `then`, with the options `typed`. Raises `Misused` off a terminal."""
    if not setting.simple and not (parting.is_terminal(sys.stdin) and parting.is_terminal(sys.stdout)):
        raise Misused("accueil-sans-terminal")
    journal: Journal | None = None
    notice: tuple[str, ...] = ()
    try:
        journal = journal_if_any(setting, unlock=False)
    except CoachError as error:  # the stick is not there: said on the screen, where the settings are at hand
        notice = (phrase(error.code, error.details),)
    if journal is not None and journal.marker.id == marker.INVENTED:
        notice = (demo.invented(),)
    with parting.heard_or_not(), hangup.install(), fronts.front(setting) as front:
        front.title = said.title()
        try:
            if journal is None and not notice:
                if not introduced(front, setting.journal, welcome.go_home()):
                    return _left(front)
                journal, notice = _begun(setting)
            chosen = _chosen(front, setting, journal, notice)
        except (KeyboardInterrupt, hangup.Hangup):
            return _left(front)
        if chosen is None or chosen == LEAVE:
            return _left(front)
    return Result(then=(*("session --reprendre" if chosen == DRAFT else chosen).split(), *typed))


def _begun(setting: Setting) -> tuple[Journal | None, tuple[str, ...]]:
    """The journal, made now that it was told where it lies; or why it could not be."""
    try:
        return opening.open_journal(setting), ()
    except CoachError as error:
        return None, (phrase(error.code, error.details),)


def _left(front: "Front") -> Result:
    return Result(exit_code=LEFT if front.gone else 0)


def _chosen(front: "Front", setting: Setting, journal: Journal | None, notice: tuple[str, ...]) -> str | None:
    options = _resumable(journal, setting) if journal is not None else []
    existing = {entry.name for entry in TABLE}
    options += [(line, *said.line(line)) for line in LINES if line.split()[0] in existing]
    options.append((LEAVE, said.leave(), ""))
    return front.choose(said.question(), options, options[0][0], notice)


def _resumable(journal: Journal, setting: Setting) -> list[menu.Option]:
    """The line of the newest draft, which `session --reprendre` takes up."""
    if journal.locked:
        return [(DRAFT, label, hint) for _, label, hint in menu.locked_drafts(journal, setting.today)][:1]
    found = menu.drafts(journal)[:1]
    shelves = Library.folders_only(opening.configuration_folder())
    return [(DRAFT, label, hint) for _, label, hint in menu.draft_options(found, shelves.title, setting.today)]
