"""The list of notes on the screen: moved through, narrowed down by typing, a note opened and come back from.

Knows rows and keys; what a note shows and what can be done to it is `noteview`'s.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from cip_coach import text
from cip_coach.frenchdate import spoken
from cip_coach.problem import CoachError, Problem
from cip_coach.reading.browsed import Listing, Row
from cip_coach.terminal import looking
from cip_coach.terminal import notes as views
from cip_coach.terminal import pane as panes
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.fragments import EMPTY, Line, excerpt, line
from cip_coach.terminal.keeper import Keeper
from cip_coach.terminal.messages import browsing as said
from cip_coach.terminal.messages import browsing_keys as keys_said
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as review_said
from cip_coach.terminal.noteview import Discarded, NoteView, Turn
from cip_coach.terminal.pane import HELP, Pane
from cip_coach.terminal.prompt import BACK, Nav
from cip_coach.terminal.scroll import Scroll

AHEAD = 3
"""How many rows beyond the pointer are looked for before it moves."""
TIGHT = 50
LONGEST_FILTER = 200
LEAST_WORDS = 16


class Browser:
    """Somebody before the list, until it is left. `criteria` says what the list holds, "" for everything."""

    def __init__(self, desk: Desk, listing: Listing, keeper: Keeper, criteria: str = "") -> None:
        self.desk, self.listing, self.keeper = desk, listing, keeper
        self.criteria = criteria
        self.scroll = Scroll(self._count, self._block)
        self.filtering = False
        self.hint = ""
        self.trashed: list[tuple[Path, str]] = []
        """What went to the trash, last one last: the file there, and the day as it is said."""

    def run(self) -> None:
        """Show the list, and what is opened from it, until somebody leaves."""
        while True:
            result = panes.show(self.desk, self._pane())
            self.hint = ""
            if result == HELP:
                result = looking.help_page(self.desk, said.notes_title(), keys_said.keys_of_list())
            elif isinstance(result, Row):
                result = self._read(result)
            if isinstance(result, Nav) and result.kind != BACK:
                return

    # What is shown

    def _pane(self) -> Pane:
        scroll = self.scroll
        return Pane(
            scroll,
            self._head,
            self._foot,
            keys={
                **panes.moving(scroll),
                "down": self._down,
                "pagedown": lambda: self._far(lambda: scroll.page(1), scroll.rows + AHEAD),
                "end": lambda: self._far(scroll.last, len(self.listing.paths)),
                "enter": self._open,
                "right": self._open,
                "escape": self._escape,
                "backspace": lambda: self._type(self.listing.typed[:-1]),
                "c-u": self._clear,
                "c-z": self._restore,
                "f1": lambda: HELP,
            },
            typed=self._typed,
            cursor=self._cursor,
            idle=self._idle,
            before=self._quiet,
            mark=lambda pieces: pieces[0][0] != "question",
        )

    def _head(self, columns: int) -> list[Line]:
        listing = self.listing
        count = len(listing)
        place = said.place(min(self.scroll.pointed, count - 1) + 1, count, listing.certain) if count else ""
        title = (
            self.criteria
            if columns < TIGHT and self.criteria
            else " · ".join(filter(None, (said.notes_title(), self.criteria)))
        )
        return [panes.heading(title, place, columns), self._filter_line(columns)]

    def _filter_line(self, columns: int) -> Line:
        typed = self.listing.typed
        if not typed and not self.filtering:
            return line(text.shorten(said.filter_invitation(), columns - 2 * panes.MARGIN), "dim")
        room = columns - 2 * panes.MARGIN - text.width(said.filter_label()) - 1
        while text.width(typed) > room:
            typed = typed[1:]
        return (("dim", said.filter_label()), ("hint", typed))

    def _cursor(self, columns: int) -> panes.Where | None:
        if not self.filtering:
            return None
        return panes.MARGIN + sum(text.width(words) for _, words in self._filter_line(columns)), 1

    def _foot(self, columns: int) -> list[Line]:
        clear = (keys_said.key_clear(),) if self.listing.typed else ()  # how to filter stands in the head
        keys = [keys_said.key_read(), *clear, keys_said.key_help(), keys_said.key_quit()]
        return panes.footing(self.hint or self._notice(), keys, columns)

    def _notice(self) -> str:
        listing = self.listing
        if not listing.certain and (listing.typed or not len(listing)):
            return said.searching(listing.seen, len(listing.paths))
        problems = listing.problems
        if problems and self.scroll.pointed < len(listing):
            return said.aside(len({problem.file for problem in problems}))
        return ""

    def _count(self) -> int:
        return len(self.listing) + len(self._problems()) + (not len(self.listing))

    def _block(self, index: int) -> list[Line] | None:
        row = self.listing.row(index) if index < len(self.listing) else None
        columns = panes.columns()
        if row is not None:
            return row_lines(row, panes.width(columns, panes.WIDEST), discreet=self.desk.discreet)
        if not len(self.listing):
            if index == 0:
                words = said.no_such_note(bool(self.listing.typed)) if self.listing.complete else ""
                return [line(one, "dim") for one in text.wrap(words, panes.width(columns))]
            index -= 1
        index -= len(self.listing)
        problems = self._problems()
        if not 0 <= index < len(problems):
            return None
        title = [] if index else [EMPTY, line(said.aside_title(), "question"), EMPTY]
        return [*title, *views.to_look_at(problems[index], panes.width(columns))]

    def _problems(self) -> Sequence[Problem]:
        return self.listing.problems if self.listing.complete or not len(self.listing) else ()

    # What keys do

    def _quiet(self) -> None:
        self.hint = ""

    def _down(self) -> None:
        self._far(self.scroll.down, AHEAD)

    def _far(self, move: Callable[[], None], ahead: int) -> None:
        """Move, once there is somewhere to go."""
        if not self.listing.certain:
            self.listing.ensure(self.scroll.pointed + ahead)
        move()

    def _idle(self) -> bool:
        """Go on looking while something is typed, else only for what is about to be seen."""
        listing = self.listing
        wanted = self.scroll.pointed + 2 * self.scroll.rows
        if listing.complete or not (listing.typed or len(listing) < wanted):
            return False
        return listing.work()

    def _open(self) -> object:
        self.listing.ensure(self.scroll.pointed + 1)
        row = self.listing.row(self.scroll.pointed)
        if row is None and self.scroll.pointed < self._count() and len(self.listing):
            self.hint = said.nothing_to_open()
        return row

    def _escape(self) -> None:
        if self.listing.typed or self.filtering:
            self._clear()
        else:
            self.hint = said.how_to_quit()

    def _clear(self) -> None:
        """Empty the filter; the note pointed at stays so."""
        row = self.listing.row(self.scroll.pointed)
        self.filtering = False
        if self.listing.typed:
            self.listing.narrow("")
            self._point(row.path if row else None)

    def _typed(self, character: str) -> object:
        if not self.filtering and character in "/ ?":
            self.filtering = character == "/"
            return HELP if character == "?" else None
        self._type(self.listing.typed + character)
        return None

    def _type(self, words: str) -> None:
        self.filtering = bool(words) or self.filtering
        if words != self.listing.typed and len(words) <= LONGEST_FILTER:
            self.listing.narrow(words)
            self.scroll.first()

    def _restore(self) -> None:
        if not self.trashed:
            self.hint = said.nothing_to_restore()
            return
        path, day = self.trashed[-1]
        try:
            back = self.keeper.restore(path)
        except CoachError as error:
            self.hint = phrase(error.code, error.details)
            return
        self.trashed.pop()
        self._reread()
        self._point(back)
        self.hint = said.restored(day)

    def _point(self, path: Path | None) -> None:
        place = self.listing.place(path) if path is not None else None
        if place is not None:
            self.scroll.point(place)

    # A note

    def _read(self, row: Row) -> object:
        """Open a note, and the ones one turns to from it; back in the list, the last one is pointed at."""
        while True:
            result = NoteView(self.desk, self.keeper, partial(self.listing.open, row.path)).run()
            if isinstance(result, Turn):
                row = self._turned(result.way) or row
                continue
            if isinstance(result, Discarded):
                self.trashed.append((result.path, result.day))
                self.hint = said.discarded(result.day)
                self._reread()
            elif result is None:
                self.hint = said.gone()
                self._reread()
            return result

    def _turned(self, way: int) -> Row | None:
        place = self.scroll.pointed + way
        self.listing.ensure(place + 1)
        row = self.listing.row(place) if place >= 0 else None
        if row is not None:
            self.scroll.point(place)
        return row

    def _reread(self) -> None:
        """Look at the folder anew; the pointer stays where it is."""
        self.listing.reread()
        self.listing.ensure(self.scroll.pointed + self.scroll.rows)


def row_lines(row: Row, columns: int, *, discreet: bool) -> list[Line]:
    """A note in a list, on two lines: its day, code and title; what it holds open and what recalls it."""
    first = views.DOT.join(part for part in (spoken(row.day), row.person) if part)
    title = text.shorten(row.title, columns - text.width(f"{first}{views.DOT}"))
    head: Line = (("title", text.shorten(first, columns)), *((("", f"{views.DOT}{title}"),) if title else ()))
    counts = (row.open_steps, row.to_check, row.looks)
    points = review_said.several_points(*counts)
    if discreet:
        return [head, line(points or review_said.hidden_text(), "dim")]
    while points and columns - text.width(points) < LEAST_WORDS:  # what recalls the note comes first
        counts = (counts[0], counts[1], 0) if counts[2] else (counts[0], 0, 0) if counts[1] else (0, 0, 0)
        points = review_said.several_points(*counts)
    lead = f"{points}  " if points else ""
    room = columns - text.width(lead)
    if row.hit is not None:
        return [head, (("dim", lead), *excerpt(row.hit.passage.text, row.hit.spans, room))]
    return [head, (("dim", lead), ("", text.shorten(row.recalled, room)))]
