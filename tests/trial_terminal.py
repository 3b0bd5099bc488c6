"""What the tests of both front-ends share: questions made by hand, scripted keys, a screen that can be looked at."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TypeVar

import pyte
from prompt_toolkit.application.current import get_app
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput, Output
from prompt_toolkit.output.vt100 import Vt100_Output

from cip_coach.answer import Answer, Reply
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.moves import View
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Bounds, Choice, Kind, Offer, Question, Source, Tree
from cip_coach.terminal.full import FullScreen

TODAY = date(2026, 11, 22)
BACK, TAB, ENTER, PAUSE, EOT, HELP = "\x1b[Z", "\t", "\r", "\x03", "\x04", "\x1bOP"
UP, DOWN, LEFT, END, DELETE = "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[F", "\x1b[3~"
CTRL_UP, CTRL_DOWN, CTRL_J, CTRL_N, CTRL_E, CTRL_U, CTRL_Z = (
    "\x1b[1;5A",
    "\x1b[1;5B",
    "\n",
    "\x0e",
    "\x05",
    "\x15",
    "\x1a",
)
KEY = re.compile(r"\x1b\[200~.*?\x1b\[201~|\x1b\[[0-9;]*[A-Za-z~]|\x1bO.|.", re.DOTALL)
NONE = "Rien à noter"
YES_NO = (
    Choice("oui", "Oui"),
    Choice("en_partie", "En partie"),
    Choice("non", "Non"),
    Choice("ne_sait_pas", "Je ne sais pas encore"),
)
WEATHER = tuple(Choice(word, word) for word in ("soleil", "nuages", "orage"))
FAMILIES = {"f.relation": "La relation avec la personne", "f.cadre": "Le cadre et les moyens"}
MANY = tuple(
    Choice(f"d.{n}", f"difficulté numéro {n}", family=list(FAMILIES)[n % 2], exclusive=n == 11) for n in range(12)
)
PUBLICS = tuple(
    Choice(f"p.{n}", label)
    for n, label in enumerate(
        (
            *("jeunes", "seniors", "métiers du soin", "électriciens", "bénéficiaires du RSA", "personnes réfugiées"),
            *("parents isolés", "cadres", "sortants de détention", "intérimaires", "apprentis"),
            "œuvriers du bâtiment",
        )
    )
)


def question(kind: Kind, wording: str = "Quelle question\u00a0?", **details: object) -> Question:
    """A question with what its type needs, unless `details` say otherwise."""
    usual: dict[Kind, dict[str, object]] = {
        Kind.YES_NO: {"offer": Offer(YES_NO)},
        Kind.CHOICE: {"offer": Offer(WEATHER)},
        Kind.CHOICES: {"offer": Offer(WEATHER), "none": NONE},
        Kind.SCALE: {"bounds": Bounds(1, 5, {1: "très mal à l’aise", 5: "très à l’aise"})},
        Kind.LIST: {"none": NONE},
        Kind.INFO: {"shows": (Source(name="journal.notes"),)},
    }
    return Question(**{"id": "q", "kind": kind, "text": wording, **usual.get(kind, {}), **details})  # type: ignore[arg-type]


def step_of(asked: Question) -> Step:
    """The step of a tree that asks this one question."""
    context = Context(TODAY, sources={"journal.notes": tuple(Entrant(Choice(str(n), str(n))) for n in range(4))})
    plain = replace(asked, kind=Kind.TEXT) if asked.kind is Kind.LEAD else asked  # a lead needs a term to hang on
    step = next(live_steps(Tree("essai", 1, "Un essai", (plain,)), {}, context))
    return replace(step, question=asked)


def view_of(the: Question, proposed: Answer | None = None, reply: Reply | None = None, **details: object) -> View:
    """The view of one question; an answer that is proposed counts, unless `reply` says otherwise."""
    return View(step_of(the), proposed, reply or proposed, **details)  # type: ignore[arg-type]


@dataclass
class Recorder(StringIO):
    """A terminal of `columns` × `rows` that keeps every screen it was shown."""

    columns: int = 60
    rows: int = 18
    encoding_name: str = "utf-8"
    screens: list[tuple[str, ...]] = field(default_factory=list)
    drawn: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        super().__init__()
        self.screen = pyte.Screen(self.columns, self.rows)
        self.feed = pyte.Stream(self.screen)
        self.all = ""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.encoding_name

    def write(self, data: str) -> int:
        self.all += data
        return len(data)

    def flush(self) -> None:
        self.feed.feed(self.all[getattr(self, "fed", 0) :])
        self.fed = len(self.all)
        lines = tuple(line.rstrip() for line in self.screen.display)
        if any(lines):
            if not self.screens or self.screens[-1] != lines:
                self.screens.append(lines)
            self.drawn()

    def output(self) -> Output:
        """This terminal as prompt_toolkit sees it."""
        size = Size(rows=self.rows, columns=self.columns)
        return Vt100_Output(self, lambda: size, term="xterm", enable_cpr=False)

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError


T = TypeVar("T")


def at_keyboard(
    keys: str,
    act: Callable[[FullScreen], T],
    *,
    recorder: Recorder | None = None,
    clock: Callable[[], float] = lambda: 0.0,
    environment: Mapping[str, str] | None = None,
    private_file: Callable[[str], Path] | None = None,
    discreet: bool = False,
    flush: bool = False,
) -> tuple[T, FullScreen]:
    """What `act` gives when `keys` are typed and the keyboard is then unplugged, and the front-end after it.

    With a `recorder`, each key is pressed after the screen was drawn for the one before.
    """
    with create_pipe_input() as source:
        if recorder is None:
            source.send_text(keys)
            source.close()
        else:
            recorder.drawn = _typist(KEY.findall(keys), source)
        front = FullScreen(
            today=TODAY,
            clock=clock,
            environment=environment or {},
            private_file=private_file,
            title="Ma relation avec la personne",
            discreet=discreet,
            flush=flush,
            terminal=(source, recorder.output() if recorder else DummyOutput()),
        )
        with front:
            return act(front), front


def _typist(waiting: list[str], source: PipeInput) -> Callable[[], None]:
    """Press the next key when the screen was drawn anew; unplug the keyboard after the last one."""
    seen: list[tuple[object, int]] = []

    def press() -> None:
        now = (get_app(), get_app().render_counter)
        if now not in seen:
            seen.append(now)
            source.send_text(waiting.pop(0)) if waiting else source.close()

    return press
