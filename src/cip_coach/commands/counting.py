"""What `stats` reads and how it gives it back: a screen, JSON, a spreadsheet, a page."""

import locale
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from cip_coach.asking.library import Library
from cip_coach.commands import Result, unlocking
from cip_coach.commands.ending import ending, tell
from cip_coach.commands.folders import configuration_folder
from cip_coach.commands.options import Origin, Setting
from cip_coach.commands.period import Days
from cip_coach.commands.rereading import existing_journal, journal_if_any
from cip_coach.frozen import frozen, replace
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused
from cip_coach.reading.bodies import Bodies
from cip_coach.reading.census import Census, Kept, census
from cip_coach.reading.document import Document, Section
from cip_coach.reading.report import Report, days_read, report
from cip_coach.reading.report import Wanted as Reading
from cip_coach.reading.selection import Selection
from cip_coach.reading.span import Span, span
from cip_coach.terminal import notices
from cip_coach.terminal.drawing import Sheet, lines
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as said_of_notes
from cip_coach.terminal.messages import stats as said
from cip_coach.terminal.outlet import outlet
from cip_coach.terminal.teller import Teller
from cip_coach.terminal.telling_views import ALL, QUESTIONS, SUMMARY, TRADE, VIEWS, document
from cip_coach.text import closest, fold
from cip_coach.vocabulary import Taxonomy

WIDEST = 200
IN_PAGE = 4
"""How many texts of each kind of the balance a page shows."""
DIFFICULTIES = "difficultes"


@frozen
class Wanted:
    """What was asked on the command line; `against` names the other period, not read yet."""

    person: str
    tree: str
    days: Days
    against: str | None
    view: str
    words: bool
    plain: bool


def view_of(name: str | None) -> str:
    """The view named; its beginning is enough. Raises `Misused` for none of `VIEWS`."""
    if name is None:
        return SUMMARY
    found = closest(name, VIEWS)
    if not name.strip() or found is None:
        raise Misused("vue-inconnue", vues=", ".join(VIEWS))
    return found


def method(setting: Setting) -> Result:
    """Every rule and constant, in French."""
    from cip_coach.terminal.messages.stats_method import method as rules

    blocks = tuple(Section(title, sentences) for title, sentences in rules())
    out = _sheet(setting, plain=False)
    return Result(lines=_printed(Document(said.method_title(), (), blocks), out, setting))


def on_screen(wanted: Wanted, setting: Setting) -> Result:
    """The report for a person to read; on stderr, the files to look at."""
    journal = journal_if_any(setting)
    if journal is None:
        notices.tell(said_of_notes.no_journal_yet())
        return Result()
    reading = _reading(wanted, setting, everything=wanted.view == ALL)
    found = census(journal, setting.today, *days_read(reading, setting.today))
    if not (found.notes or found.others):
        notices.tell(said_of_notes.empty_journal())
        return Result(lines=ending((), found.problems))
    taxonomy = _taxonomy()
    told = _report(reading, setting, journal, found, taxonomy)
    named = str(setting.journal) if setting.journal_origin is Origin.OPTION else ""
    shown = document(Teller(told, taxonomy, setting.today, setting.discreet, named), wanted.view)
    out = _sheet(setting, plain=wanted.plain or setting.simple)
    return Result(lines=ending(_printed(shown, out, setting), told.problems))


def in_json(wanted: Wanted, setting: Setting) -> Result:
    """The public format; a journal that does not exist yet is an empty one."""
    from cip_coach.carrying import jsontext, plainfigures

    journal = journal_if_any(setting)
    taxonomy = _taxonomy()
    reading = _reading(wanted, setting, everything=True)
    found = census(journal, setting.today, *days_read(reading, setting.today)) if journal else Census()
    told = _report(reading, setting, journal, found, taxonomy)
    teller = Teller(told, taxonomy, setting.today)
    plain = plainfigures.of_report(
        told, teller.label, lambda problem: phrase(problem.code, problem.details), discreet=setting.discreet
    )
    return Result(lines=[jsontext.dumps(plain)])


def exported(wanted: Wanted, setting: Setting, *, csv: str | None, html: str | None) -> Result:
    """Write a spreadsheet or a page. Nothing is ever overwritten, and `-` stands for stdout.

    Raises `Refused` when the file exists or cannot be written.
    """
    name = (csv if csv is not None else html) or ""
    if not name.strip():
        raise Misused("fichier-sans-nom")
    journal = existing_journal(setting)
    taxonomy = _taxonomy()
    reading = _reading(wanted, setting, everything=html is not None)
    found = census(journal, setting.today, *days_read(reading, setting.today))
    told = _report(reading, setting, journal, found, taxonomy)
    teller = Teller(told, taxonomy, setting.today, setting.discreet)
    if csv is not None:
        from cip_coach.carrying.figuresheet import sheet

        written = sheet(told, teller.label)
    else:
        from cip_coach.carrying.page import page

        view = ALL if wanted.view == SUMMARY else wanted.view
        written = page(document(teller, view, IN_PAGE), said.page_foot(setting.today.isoformat()))
    tell(told.problems)
    if name == "-":
        return Result(lines=written.replace("\r\n", "\n").splitlines())
    from cip_coach.keeping import disk

    path = Path(name).expanduser().absolute()
    disk.save(path, written.encode(), seen=None)
    notices.tell(said.file_written(path.name))
    unlocking.tell_outside(journal)
    return Result()


def _reading(wanted: Wanted, setting: Setting, *, everything: bool) -> Reading:
    return Reading(
        Selection(wanted.person, wanted.tree, start=wanted.days.start, end=wanted.days.end),
        against=_other(wanted.against, setting),
        questions=everything or wanted.view == QUESTIONS,
        trade=everything or wanted.view == TRADE,
        words=wanted.words,
    )


def _report(reading: Reading, setting: Setting, journal: Journal | None, found: Census, taxonomy: Taxonomy) -> Report:
    bodies = Bodies(journal) if journal else None
    open_note, open_steps = (bodies.open, bodies.open_steps) if bodies else (_nothing, _nothing)
    told = report(found, open_note, open_steps, taxonomy, reading, setting.today)
    known = {(problem.file, problem.line, problem.code) for problem in found.problems}
    fresh = [one for one in bodies.problems if (one.file, one.line, one.code) not in known] if bodies else []
    return replace(told, person=_written(found, told.person), problems=(*found.problems, *fresh))


def _nothing(_: Kept) -> None:
    """What an absent journal holds."""


def _other(text: str | None, setting: Setting) -> Span | None:
    if text is None:
        return None
    from cip_coach import frenchdate

    try:
        period = frenchdate.period(text, setting.today)
    except frenchdate.NotADate as error:
        raise Misused(error.code, text="--comparer") from None
    return span(period.start, period.end, None, setting.today)


def _written(found: Census, person: str) -> str:
    """The code as the notes have it."""
    wanted = fold(person)
    return next((head.person for head in found.heads() if fold(head.person) == wanted), person) if wanted else ""


def _taxonomy() -> Taxonomy:
    return Library.taxonomy(DIFFICULTIES, configuration_folder())


def _sheet(setting: Setting, *, plain: bool) -> Sheet:
    """As wide as the terminal, or 80 columns; block characters only where its encoding has them."""
    columns = min(max(shutil.get_terminal_size((80, 24)).columns, 20), WIDEST)
    encoding = locale.getencoding() if sys.stdout.isatty() else "utf-8"
    dumb = os.environ.get("TERM") == "dumb"
    return Sheet(columns, "ascii" if dumb and sys.stdout.isatty() else encoding, plain)


def _printed(shown: Document, sheet: Sheet, setting: Setting) -> Iterator[str]:
    out = outlet(os.environ, simple=setting.simple)
    styled = out.styled and "NO_COLOR" not in os.environ
    return replace(out, columns=sheet.columns, styled=styled).lines(lines(shown, sheet))
