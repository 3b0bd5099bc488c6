"""What `review` reads and how it shows it: the list, one note, a question through time, before seeing someone."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from cip_coach.commands import Result
from cip_coach.commands.ending import ending
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import at_a_terminal, existing_journal, is_tree, journal_if_any
from cip_coach.frozen import frozen, replace
from cip_coach.keeping import shelf
from cip_coach.keeping.shelf import Journal
from cip_coach.paths import identity
from cip_coach.problem import Misused, Problem, Refused
from cip_coach.reading.gathering import Found, Gathering, find
from cip_coach.reading.selection import Selection
from cip_coach.terminal import notices
from cip_coach.terminal.fragments import EMPTY, Line, line, wrapped
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as said
from cip_coach.terminal.outlet import Outlet, outlet

if TYPE_CHECKING:
    from cip_coach.reading.browsed import Listing

LATEST = 20
AROUND = 2
"""The rows of a terminal that the command typed, and the next prompt, take."""


@frozen
class Wanted:
    """Which notes: `selection`, narrowed by `source` (`--lire` with `note_id`, `--ce-jour`, `--hasard`,
    `--dernier`, or "" for all), at most `number` of them (None: the usual).
    """

    selection: Selection
    source: str = ""
    note_id: str = ""
    number: int | None = None

    @property
    def limit(self) -> int | None:
        """How many notes at most in a list: the latest ones when nothing is asked."""
        if self.number is None:
            return LATEST if self.selection.everything and not self.source else None
        return self.number or None


def identity_of(question: str) -> str:
    """The identity that a typed path stands for."""
    return identity(question.strip())


def difficulty_of(name: str) -> str:
    """The id of the difficulty (or family) typed, by its id or its words. Raises `Misused` for an unknown one."""
    name = name.strip()
    if not name:
        return ""
    from cip_coach.commands.opening import library
    from cip_coach.text import closest, fold

    shelves = library().vocabulary
    known = {term.id: term.label for taxonomy in shelves.values() for term in taxonomy.terms.values()}
    known |= {family: title for taxonomy in shelves.values() for family, title in taxonomy.families.items()}
    if name in known or name.startswith("perso."):
        return name
    labelled = {fold(label): one for one, label in known.items() if one.startswith(("diff.", "perso."))}
    if fold(name) in labelled:
        return labelled[fold(name)]
    near = closest(name, [one for one in known if one.startswith("diff.")]) or closest(name, labelled)
    raise Misused("difficulte-inconnue", proche=labelled.get(near or "", near or ""))


def gathering(wanted: Wanted, journal: Journal, setting: Setting) -> Gathering:
    """One pass over the notes wanted."""
    return Gathering(journal, wanted.selection, setting.today, is_tree)


def notes(wanted: Wanted, gathered: Gathering) -> Iterator[Found]:
    """The notes wanted, as they are read. Raises `Refused` for a `--lire` that finds none or cannot read it."""
    match wanted.source:
        case "--lire":
            found: Iterable[Found] = _versions(gathered, wanted.note_id)
        case "--ce-jour":
            found = (one for _, ones in this_day(gathered) for one in ones)
        case "--hasard":
            found = islice(_shuffled(gathered), 1)
        case "--dernier":
            found = islice(gathered, 1)
        case _:
            found = gathered
    yield from islice(found, wanted.limit)


def this_day(gathered: Gathering) -> Iterator[tuple[str, list[Found]]]:
    """The notes of the same day, a month and years ago, under the words that say how long."""
    from cip_coach.frenchdate import spoken
    from cip_coach.reading.anniversaries import anniversaries

    dated = [(day, path) for path in gathered.paths() if (day := shelf.day_of(path)) is not None]
    if not dated:
        return
    for one in anniversaries(gathered.today, min(day for day, _ in dated)):
        paths = [path for day, path in dated if one.start <= day < one.end]
        if found := [note for path in paths if (note := gathered.take(path))]:
            yield f"{said.ago(one.months, one.years)} ({spoken(one.start)})", found


def in_json(wanted: Wanted, setting: Setting) -> Result:
    """The public format, note by note; a journal that does not exist yet has none."""
    journal = journal_if_any(setting)
    if journal is None:
        return Result(lines=_json((), []))
    gathered = gathering(wanted, journal, setting)
    limit = replace(wanted, number=wanted.number or 0)
    return Result(lines=_json(notes(limit, gathered), gathered.problems))


def to_browse(wanted: Wanted, setting: Setting) -> "Listing | None":
    """The notes to go through at a terminal; None when nobody sits there, or when there is none."""
    journal = journal_if_any(setting) if at_a_terminal() else None
    if journal is None:
        return None
    from cip_coach.reading.browsed import Listing

    found = Listing(journal, wanted.selection, setting.today, is_tree)
    found.ensure(1)
    return found if found.row(0) is not None else None


def on_screen(wanted: Wanted, setting: Setting, *, before_appointment: bool) -> Result:
    """What was asked, for a person to read; beside it, on stderr, what is to be looked at."""
    journal = existing_journal(setting) if wanted.source == "--lire" else journal_if_any(setting)
    if journal is None:
        notices.tell(said.no_journal_yet())
        return Result()
    out = outlet(os.environ, simple=setting.simple)
    gathered = gathering(wanted, journal, setting)
    shown = _Shown(wanted, gathered, out, setting)
    lines = shown.before_appointment() if before_appointment else shown.asked()
    return Result(lines=ending(_or_nothing(out.lines(lines), shown), gathered.problems))


class _Shown:
    """One answer of `review` as lines. Terminal views are imported when there is something to show."""

    def __init__(self, wanted: Wanted, gathered: Gathering, out: Outlet, setting: Setting) -> None:
        from cip_coach.terminal import notes as views

        self.wanted, self.gathered, self.views = wanted, gathered, views
        self.view = views.View(out.columns, setting.discreet, rows=max(out.rows - AROUND, 0))

    def asked(self) -> Iterator[Line]:
        wanted = self.wanted
        if wanted.source in ("--lire", "--hasard", "--dernier"):
            return self._read()
        if wanted.source == "--ce-jour":
            return self._this_day()
        if wanted.selection.question:
            return self._through_time()
        return self._list()

    def before_appointment(self) -> Iterator[Line]:
        from cip_coach.reading.appointment import before
        from cip_coach.terminal.beforehand import before_appointment

        found = [one.note for one in self.gathered]
        if found:
            yield from before_appointment(before(found[0].head.person, found), self.view)

    def _list(self) -> Iterator[Line]:
        first, shown = "", 0
        for note_id, rows, found in islice(self.gathered.each(self._row), self.wanted.limit):
            if first and found:
                yield EMPTY
            first, shown = first or note_id, shown + 1
            yield from rows
        if first:
            yield EMPTY
            if shown == self.wanted.limit:
                self.gathered.strange()
            if shown == self.wanted.limit and self.wanted.number is None:
                yield from wrapped(said.more_notes(shown), self.view.columns, style="dim")
            yield from wrapped(said.how_to_read(first), self.view.columns, style="dim")

    def _row(self, found: Found) -> tuple[str, tuple[Line, ...], bool]:
        """The id of a note, how it is shown among others, and whether something was found in it."""
        return found.note.head.id, tuple(self.views.in_list(found.note, found.hits, self.view)), bool(found.hits)

    def _read(self) -> Iterator[Line]:
        versions = list(notes(self.wanted, self.gathered))
        for rank, found in enumerate(versions):
            if rank:
                yield EMPTY
            if len(versions) > 1:
                yield line(said.other_version(found.file), "dim")
            yield from self.views.whole(found.note, self.view, found.hits)

    def _this_day(self) -> Iterator[Line]:
        for rank, (heading, ones) in enumerate(this_day(self.gathered)):
            if rank:
                yield EMPTY
            yield line(heading, "question")
            for found in ones:
                yield from self.views.in_list(found.note, found.hits, self.view)

    def _through_time(self) -> Iterator[Line]:
        from cip_coach.reading.overtime import moments

        selection = self.wanted.selection
        found = (one.note for one in notes(self.wanted, self.gathered))
        answered = moments(found, selection.question, selection.person)
        if answered:
            person = answered[-1].person if selection.person else ""
            yield from self.views.through_time(answered, person, self.view)


def _or_nothing(lines: Iterator[str], shown: _Shown) -> Iterator[str]:
    """`lines`, or one sentence on stderr when there are none."""
    first = next(lines, None)
    if first is not None:
        yield from chain((first,), lines)
        return
    gathered, selection = shown.gathered, shown.wanted.selection
    if next(shelf.notes(gathered.journal), None) is None:
        notices.tell(said.empty_journal())
    elif shown.wanted.source == "--ce-jour" and selection.everything:
        notices.tell(said.nothing_this_day())
    else:
        from cip_coach.reading.nearby import near

        notices.tell(said.nothing_found(near(gathered.journal, selection)))


def _versions(gathered: Gathering, note_id: str) -> Iterator[Found]:
    """All the files of a note, its own first; drafts too. Filters do not apply to it."""
    journal = gathered.journal
    paths = find(journal, note_id)
    if not paths:
        raise Refused("note-introuvable", repere=printable(note_id))
    problems: list[Problem] = []
    readable = False
    for path in paths:
        loaded = shelf.load(journal, path)
        problems += loaded.problems
        if loaded.note:
            readable = True
            yield Found(path, shelf.relative(journal, path), loaded.note)
    if not readable:
        raise Refused("note-illisible", tuple(problems))
    gathered.problems += problems


def _shuffled(gathered: Gathering) -> Iterator[Found]:
    import random

    paths = list(gathered.paths())
    random.SystemRandom().shuffle(paths)
    for path in paths:
        if found := gathered.take(path):
            yield found


def _json(found: Iterable[Found], problems: list[Problem]) -> Iterator[str]:
    from cip_coach.carrying import jsontext, plaindata

    yield f'{{"version": {plaindata.VERSION}, "notes": ['
    before = ""
    for one in found:
        if before:
            yield f"{before},"
        before = jsontext.dumps(plaindata.of_note(one.note, one.file))
    if before:
        yield before
    told = [plaindata.of_problem(problem, phrase(problem.code, problem.details)) for problem in problems]
    yield f'], "problemes": {jsontext.dumps(told)}}}'


def printable(note_id: str) -> str:
    """What was typed as an id, if it can be one: nothing else is repeated."""
    return note_id if len(note_id) <= 40 and note_id.isascii() and note_id.isalnum() else "…"
