"""Going through notes and steps on the screen: every key pressed once the screen shows what came before it."""

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from notebook import a_notebook, entry, note  # noqa: F401
from prompt_toolkit.application.current import get_app
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from proofreading import reader as proofreader
from test_messages import FAULTS, said
from trial_terminal import BACK, DOWN, END, ENTER, LEFT, PAUSE, UP, Recorder

from cip_coach.answer import Items, Picked
from cip_coach.commands.browsing import JournalKeeper, criteria
from cip_coach.commands.options import Origin, Setting
from cip_coach.keeping import marker
from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import Journal
from cip_coach.reading.browsed import SLICE, Listing
from cip_coach.reading.gathering import Gathering
from cip_coach.reading.selection import Selection
from cip_coach.reading.sought import sought
from cip_coach.reading.steps import MAY_HOLD, steps_of
from cip_coach.terminal import pane
from cip_coach.terminal.browser import Browser
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.fragments import line
from cip_coach.terminal.hangup import Hangup
from cip_coach.terminal.messages import browsing, browsing_keys, plain_browsing
from cip_coach.terminal.scroll import Scroll
from cip_coach.terminal.stepview import StepView

TODAY = date(2026, 11, 22)
ESC, PAGE_UP, PAGE_DOWN, HOME, F1, CTRL_Z, BACKSPACE = (
    "\x1b",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1bOP",
    "\x1a",
    "\x7f",
)
SIZES = pytest.mark.parametrize("columns, rows", [(40, 12), (60, 18), (120, 40)])
LOOK = "|## Regard du 22 novembre 2026|<!-- cip:regard 2026-11-22 -->|> avec le recul|"
TRUST, ITS_WORDS = "relation.confiance", "Est-ce que la confiance est là ?"


@dataclass
class Reader:
    """Somebody before a journal, on a screen of `columns` × `rows`."""

    root: Path
    columns: int = 60
    rows: int = 18
    discreet: bool = False
    screens: list[str] = field(default_factory=list)
    raw: str = ""

    @property
    def journal(self) -> Journal:
        return Journal(self.root, marker.find(self.root))

    def listing(self, **selection: object) -> Listing:
        return Listing(self.journal, Selection(**selection), TODAY)

    def browse(self, *keys: str | Callable[[], None], **selection: object) -> Browser:
        """Press `keys`, each on the screen that the one before left, then Ctrl+C."""
        with self.before(keys) as desk:
            listing = self.listing(**selection)
            listing.ensure(10)
            browser = Browser(desk, listing, self.keeper())
            browser.run()
            return browser

    def mark(self, *keys: str) -> None:
        found = Gathering(self.journal, Selection(holding=MAY_HOLD), TODAY)
        steps = [step for one in found for step in steps_of(one.note)]
        with self.before(keys) as desk:
            StepView(desk, self.keeper(), steps, browsing.steps_title(), grouped=True).run()

    def keeper(self) -> JournalKeeper:
        return JournalKeeper(self.journal, Setting(self.root, Origin.OPTION, False, self.discreet, TODAY))

    @contextmanager
    def before(self, keys: "tuple[str | Callable[[], None], ...]") -> Iterator[Desk]:
        recorder = Recorder(columns=self.columns, rows=self.rows)
        desk = Desk(TODAY, lambda: 0.0, {"EDITOR": "false"}, flush=False, discreet=self.discreet)
        with create_pipe_input() as source:
            waiting = [*keys, PAUSE]
            typist = Typist()

            def press() -> None:
                if not typist.ready():
                    return
                key = waiting.pop(0) if waiting else None
                if callable(key):
                    key()
                    get_app().invalidate()
                elif key is not None:
                    typist.outstanding = True
                    source.send_text(key)
                else:
                    source.close()

            recorder.drawn = press

            def measured() -> Size:
                return Size(rows=self.rows, columns=self.columns)

            output = Vt100_Output(recorder, measured, term="xterm", enable_cpr=False)
            try:
                with pane.opened((source, output)):
                    yield desk
            finally:
                self.raw = recorder.all
                self.screens = ["\n".join(screen) for screen in recorder.screens]

    @property
    def last(self) -> str:
        """The last screen before leaving, no-break spaces as blanks."""
        return self.screens[-1].replace("\u00a0", " ")

    def saw(self, *words: str) -> bool:
        return any(all(word in flat(screen) for word in words) for screen in self.screens)


@dataclass
class Typist:
    """Presses a key once the screen shows what the one before did: Escape takes its time."""

    app: object = None
    rendered: int = 0
    outstanding: bool = False

    def ready(self) -> bool:
        app = get_app()
        if app is not self.app:
            self.app, self.rendered, self.outstanding = app, 0, False
            app.key_processor.after_key_press += self._pressed
        fresh = app.render_counter > self.rendered
        self.rendered = app.render_counter
        return fresh and not self.outstanding and not app.is_done

    def _pressed(self, _sender: object) -> None:
        self.outstanding = False


def flat(screen: str) -> str:
    return " ".join(screen.replace("\u00a0", " ").split())


def pointed(screen: str) -> str:
    return flat(next((shown for shown in screen.splitlines() if shown.startswith(" ›")), "")).removeprefix("› ")


def day_pointed(screen: str) -> int:
    return int(re.match(r"\d*", pointed(screen))[0] or 0)


@pytest.fixture
def reader(notebook) -> Reader:
    """Five notes: one long, two of érable that answer the same question, one with steps, one without anybody."""
    long = "\n".join(f"Ligne {n} de ce récit, où la mobilité revient." for n in range(1, 31))
    feeds = {"pas": {"a.liste": True}}
    notebook.keep(
        note("aaaaaa", "2026-11-01", entry(TRUST, Picked(("non",)), ITS_WORDS), person="érable"),
        note(
            "bbbbbb",
            "2026-11-05",
            entry(TRUST, Picked(("oui",)), ITS_WORDS),
            entry("a.b", "le vélo"),
            person="érable",
        ),
        note("cccccc", "2026-11-10", entry("a.recit", long), entry("a.fin", "le cœur léger")),
        note("dddddd", "2026-11-15", entry("a.liste", Items(("écrire", "relire"))), feeds=feeds),
        note("eeeeee", "2026-11-20", entry("a.b", "une pensée"), person="", tree="guide-metier"),
    )
    return Reader(notebook.root)


def text_of(reader: Reader, note_id: str) -> str:
    return next(reader.root.rglob(f"*{note_id}.md")).read_text(encoding="utf-8")


# The list


@SIZES
def test_the_list_says_what_recalls_each_note(reader, columns, rows):
    reader.columns, reader.rows = columns, rows
    reader.browse()
    first = flat(reader.screens[0])
    assert pointed(reader.screens[0]).startswith("20 novembre 2026")
    assert "une pensée" in first and "2 pas ouverts" in first and "1 sur 5" in first
    assert "Entrée lire" in first and "Ctrl+C quitter" in first


def test_arrows_pages_and_ends_move_the_pointer(reader):
    reader.browse(DOWN, DOWN, UP, END, HOME, PAGE_DOWN, PAGE_UP)
    days = [day for day, _ in groupby(map(day_pointed, reader.screens))]
    assert days == [20, 15, 10, 15, 1, 20, 1, 20]


def test_nothing_is_left_on_the_screen_and_the_main_one_comes_back(reader):
    reader.browse(ENTER, ESC)
    assert reader.raw.count("\x1b[?1049h") == reader.raw.count("\x1b[?1049l") == 1
    assert "novembre" not in reader.raw.rpartition("\x1b[?1049l")[2]


def test_enter_reads_a_note_and_each_way_back_leads_to_the_list(reader):
    for back in (ESC, LEFT, BACK, "q", "Q"):
        reader.browse(DOWN, ENTER, back)
        assert "écrire" in reader.screens[-2] and "Échap liste" in reader.screens[-2]
        assert pointed(reader.last).startswith("15 novembre 2026")


@pytest.mark.parametrize(
    "typed, found",
    [
        ("velo", ["05"]), ("VÉLO", ["05"]), ("erab", ["05", "01"]), ("1er nov", ["01"]), ("metier", ["20"]),
        ("coeur", ["10"]), ("le", ["10", "05"]), ("erable velo", ["05"]), ("minutes pensee", ["20"]), ("zz", []),
    ],
)  # fmt: skip
def test_letters_narrow_the_list_down_whatever_the_accents(reader, typed, found):
    listing = reader.listing()
    listing.narrow(typed)
    listing.ensure(10)
    assert [f"{row.day.day:02}" for place in range(10) if (row := listing.row(place))] == found
    reader.browse(*typed)
    assert f"Filtre : {typed}" in flat(reader.last)
    assert day_pointed(reader.last) == int(found[0]) if found else "ne correspond" in reader.last


def test_the_filter_is_taken_back_letter_by_letter_or_at_once(reader):
    reader.browse("/", "v", "e", "z", BACKSPACE, ESC)
    assert pointed(reader.screens[-2]).startswith("5 novembre") and "Filtre : ve" in flat(reader.screens[-2])
    assert pointed(reader.last).startswith("5 novembre") and "2 sur 5" not in reader.last
    assert "4 sur 5" in flat(reader.last)


def test_what_is_typed_is_highlighted_where_it_was_found(reader):
    reader.browse("c", "o", "e", "u", "r", ENTER)
    assert "cœur" in reader.last and pointed(reader.last).startswith("Question a.fin")
    assert reader.raw.count("\x1b[0;1;4mcœur") >= 1


def test_escape_without_a_filter_says_how_to_leave(reader):
    reader.browse(ESC)
    assert "Ctrl+C : quitter" in flat(reader.last)


def test_a_damaged_file_comes_last_with_its_reason_and_hides_nothing(reader):
    (reader.root / "2026" / "2026-11-18_0900_a-chaud_zzzzzz.md").write_bytes(b"\0\0")
    reader.rows = 40
    reader.browse(END, DOWN, ENTER)
    assert "Fichiers à regarder" in reader.last and "coupure de courant" in flat(reader.last)
    assert all(f"{day} novembre" in reader.last for day in ("1er", "5", "10", "15", "20"))
    assert "ne s’ouvre pas ici" in flat(reader.last)


def test_ten_thousand_notes_are_not_read_to_show_the_first(notebook, monkeypatch):
    many = render(note("aaaaaa", "2026-11-01", entry("a.b", "un mot")))
    for n in range(3 * SLICE):
        notebook.put(
            f"2026/2026-{n // 28 + 1:02}-{n % 28 + 1:02}_0900_a-chaud_id{n}.md", many.replace("aaaaaa", f"id{n}")
        )
    opened: list[Path] = []
    real = Gathering.take
    monkeypatch.setattr(Gathering, "take", lambda self, path: opened.append(path) or real(self, path))
    Reader(notebook.root).browse(DOWN)
    assert 0 < len(set(opened)) < 20


def test_discreet_masks_texts_until_a_note_is_opened(reader):
    reader.discreet = True
    reader.browse("v", "e", "l", "o", ENTER)
    assert not any("le vélo" in screen for screen in reader.screens[:5])
    assert "le vélo" in reader.last


def test_what_was_asked_on_the_command_line_heads_the_list(reader):
    words = criteria(
        Selection(person="érable", start=date(2026, 11, 1), end=date(2026, 12, 1)), ["vélo"], ["nuit"], ""
    )
    assert words == "vélo · sans nuit · érable · du 1er novembre 2026 au 30 novembre 2026"
    reader.browse(person="érable", sought=sought(("velo",)))
    assert pointed(reader.last).startswith("5 novembre") and "1 sur 1" in reader.last


@SIZES
def test_no_word_is_cut_and_none_is_english(reader, columns, rows):
    reader.columns, reader.rows = columns, rows
    in_a_note = (
        DOWN,
        DOWN,
        F1,
        ESC,
        "j",
        "n",
        "p",
        "t",
        ESC,
        "a",
        ESC,
        "r",
        ESC,
        "m",
        "s",
        "p",
        ENTER,
        ESC,
        ESC,
        ESC,
    )
    reader.browse(F1, ESC, DOWN, DOWN, ENTER, *in_a_note)
    written = [file.read_text(encoding="utf-8") for file in reader.root.rglob("*.md")]
    proofread = proofreader(*written, trees=["a-chaud"])
    for screen in reader.screens:
        lines = screen.splitlines()
        assert all(len(shown) <= columns for shown in lines)
        assert not proofread([shown.replace("[", " ") for shown in lines]), screen


# A note


def test_a_long_note_is_read_line_by_line_with_a_position(reader):
    reader.browse(DOWN, DOWN, ENTER, *[DOWN] * 6)
    assert re.search(r"lignes \d+ à \d+ sur \d+", reader.last)
    assert all(reader.saw(f"Ligne {n} de") for n in range(1, 14))


def test_no_line_is_jumped_over_down_and_up_again(reader):
    reader.browse(DOWN, DOWN, ENTER, *[DOWN] * 45)
    assert all(reader.saw(f"Ligne {n} de") for n in range(1, 31)) and reader.saw("le cœur léger")
    reader.browse(DOWN, DOWN, ENTER, END, *[UP] * 45)
    assert all(reader.saw(f"Ligne {n} de") for n in range(1, 31)) and "lignes 1 à" in reader.last


def test_a_look_is_added_and_every_other_byte_kept(reader):
    path = next(reader.root.rglob("*bbbbbb.md"))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    reader.browse(*[DOWN] * 3, ENTER, "r", *"avec le recul", ENTER)
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].replace(b"\r\n", b"|").decode() == LOOK
    assert "Regard ajouté." in reader.last and "avec le recul" in reader.last


def test_a_look_that_is_left_is_never_lost_without_a_word(reader):
    before = text_of(reader, "eeeeee")
    reader.browse(ENTER, "r", *"brouillon", BACK, "1", *" gardé", BACK, "3")
    assert text_of(reader, "eeeeee") == before and "Pas de regard ajouté" in reader.last
    reader.browse(ENTER, "r", *"gardé", BACK, "2")
    assert "> gardé" in text_of(reader, "eeeeee")


def test_a_text_is_rewritten_in_the_editor_and_nothing_else(reader, monkeypatch):
    before = text_of(reader, "bbbbbb")
    monkeypatch.setattr("cip_coach.terminal.editor.edit", lambda *_: type("E", (), {
        "text": "à pied", "sentence": "", "hangup": False})())  # fmt: skip
    reader.browse(*[DOWN] * 3, ENTER, "m")
    assert text_of(reader, "bbbbbb") == before.replace("> le vélo", "> à pied")
    assert "à pied" in reader.last and "Texte modifié" in reader.last


def test_a_note_goes_to_the_trash_when_asked_twice_and_comes_back(reader):
    before = {path: path.read_bytes() for path in reader.root.rglob("*.md")}
    reader.browse(DOWN, ENTER, "j", "n", ESC)
    assert {path: path.read_bytes() for path in reader.root.rglob("*.md")} == before
    reader.browse(DOWN, ENTER, "j", "o")
    assert list((reader.root / "corbeille").glob("*dddddd.md")) and "1 sur 4" not in reader.screens[0]
    assert pointed(reader.last).startswith("10 novembre") and "2 sur 4" in flat(reader.last)
    reader.browse(ENTER, "j", "o", CTRL_Z)
    assert len(list(reader.root.glob("2026/*.md"))) == 4
    assert pointed(reader.last).startswith("20 novembre") and "remise à sa place" in reader.last


def test_the_steps_of_a_note_are_ticked_with_a_word(reader):
    before = text_of(reader, "dddddd")
    reader.browse(DOWN, ENTER, "p", DOWN, ENTER, "1", *"du calme", ENTER, ESC, ESC)
    ticked = "> - [x] relire (fait le 2026-11-22\u00a0: du calme)"
    assert text_of(reader, "dddddd") == before.replace("> - [ ] relire", ticked)
    assert "1 pas ouvert " in flat(reader.last) and pointed(reader.last).startswith("15 novembre")


def test_a_question_is_followed_through_time_from_where_the_pointer_is(reader):
    reader.browse(*[DOWN] * 3, ENTER, DOWN, "t")
    assert "1er novembre 2026" in reader.last and "→" in reader.last and "2 réponses" in reader.last
    reader.browse(*[DOWN] * 3, ENTER, DOWN, "t", "q", "q")
    assert pointed(reader.last).startswith("5 novembre"), "q did not come back to the list"


def test_before_an_appointment_from_a_note_of_hers_only(reader):
    reader.browse(*[DOWN] * 3, ENTER, "a")
    assert "Avant de revoir érable" in reader.last
    reader.browse(ENTER, "a")
    assert "pas de code" in reader.last


def test_a_note_changed_so_that_it_does_not_fit_any_more_stays_open(reader, monkeypatch):
    monkeypatch.setattr("cip_coach.terminal.editor.edit", lambda *_: type("E", (), {
        "text": "à pied", "sentence": "", "hangup": False})())  # fmt: skip
    reader.browse(*"velo", ENTER, "m")
    assert "à pied" in reader.last
    reader.browse(*"pied", ENTER, ESC)
    assert pointed(reader.last).startswith("5 novembre")


def test_what_the_disk_refuses_is_a_sentence_and_the_note_stays(reader, monkeypatch):
    (reader.root / ".cip-coach.yml").write_text("format: 1\njournal: autre\netat: ouvert\n", encoding="utf-8")
    stale = Journal(reader.root, marker.Marker("essai"))
    monkeypatch.setattr(Reader, "journal", stale)
    before = text_of(reader, "eeeeee")
    reader.browse(ENTER, "r", *"perdu", ENTER)
    assert text_of(reader, "eeeeee") == before and "une pensée" in reader.last


def test_the_screen_follows_a_new_size(reader):
    def shrink() -> None:
        reader.columns, reader.rows = 40, 12

    reader.browse(DOWN, DOWN, ENTER, DOWN, shrink, DOWN)
    assert "30 / " in flat(reader.last) or re.search(r"\d+ / \d+", reader.last)


@pytest.mark.parametrize("keys", [(), (ENTER,), (ENTER, "r", "m", "o", "t"), (DOWN, ENTER, "p")])
def test_a_signal_gives_the_screen_back_and_keeps_what_is_typed(reader, keys):
    def signal() -> None:
        get_app().exit(exception=Hangup())

    reader.browse(*keys, signal)
    assert reader.raw.rpartition("\x1b[?1049l")[1]
    assert ("> mot" in text_of(reader, "eeeeee")) is ("r" in keys)


# Steps


def test_steps_are_marked_in_their_groups_and_the_pointer_stays(reader):
    reader.mark("f", ENTER, "l", *"plus tard", ENTER)
    assert "> - [x] écrire (fait le 2026-11-22)" in text_of(reader, "dddddd")
    assert "> - [-] relire (laissé le 2026-11-22\u00a0: plus tard)" in text_of(reader, "dddddd")
    assert "Faits (1)" in reader.last and "Laissés (1)" in reader.last


def test_a_step_is_opened_again_and_the_bytes_are_those_of_before(reader):
    before = text_of(reader, "dddddd")
    reader.mark("l", ENTER, END, "o")
    assert text_of(reader, "dddddd") == before and "De nouveau à faire" in reader.last


def test_giving_a_word_up_marks_nothing(reader):
    before = text_of(reader, "dddddd")
    reader.mark(ENTER, ESC, "f", BACK, ENTER, "1", "x", ESC)
    assert text_of(reader, "dddddd") == before


# The column


def column(*heights: int) -> Scroll:
    blocks = [[line(f"{rank}.{n}") for n in range(height)] for rank, height in enumerate(heights)]
    return Scroll(lambda: len(blocks), lambda n: blocks[n] if 0 <= n < len(blocks) else None)


def test_a_window_is_full_at_every_height():
    scroll = column(3, 12, 1, 4)
    for move in (
        *[scroll.down] * 30,
        *[scroll.up] * 30,
        scroll.last,
        scroll.first,
        lambda: scroll.page(1),
        scroll.last,
    ):
        for rows in (5, 9, 3):
            assert len(scroll.shown(rows)) == rows
        move()


def test_a_column_of_nothing_shows_nothing():
    scroll = column()
    for move in (scroll.down, scroll.up, scroll.last, scroll.first, lambda: scroll.page(1), lambda: scroll.page(-1)):
        move()
        assert scroll.shown(5) == []


# Sentences


@pytest.mark.parametrize(
    "wording",
    [
        function
        for module in (browsing, browsing_keys, plain_browsing)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith(("_", "keys_of", "how_to_go_through"))
    ],
    ids=lambda one: one.__qualname__,
)
def test_what_is_said_is_well_typed(wording):
    sentence = said(wording).removesuffix(" ")
    assert not [fault for fault, pattern in FAULTS.items() if pattern.search(sentence)], sentence
