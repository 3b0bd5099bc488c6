"""A session cut short at every question of `a-chaud`: by `kill -9`, SIGTERM, SIGHUP, a closed window.

Promises D1, D3, D11: no confirmed answer is lost, the terminal is left usable,
and resuming lands on the right question, with the half-typed text (which a
`kill -9` may take away). Each trial proves that its signal landed.

`CIP_COACH_TRIALS=500` adds that many trials at random moments (nightly).
"""

import os
import random
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from chaud import QUESTIONS, RECAP, RESUMED, Asked, answer, begin, drafts, notes, play
from pseudo_terminal import LEAVES_ALTERNATE_SCREEN, LEFT_WITH_DRAFT, Terminal, needs_pty

from cip_coach.commands import parting
from cip_coach.keeping.parse import parse
from cip_coach.terminal import hangup

pytestmark = needs_pty

NIGHTLY = int(os.environ.get("CIP_COACH_TRIALS", "0"))
KILLED = 128 + 9
Cut = Callable[[Terminal], None]
CUTS: dict[str, tuple[Cut, int]] = {
    "kill -9": (lambda front: front.kill(signal.SIGKILL), KILLED),
    "SIGTERM": (lambda front: front.kill(signal.SIGTERM), LEFT_WITH_DRAFT),
    "SIGHUP": (lambda front: front.kill(signal.SIGHUP), LEFT_WITH_DRAFT),
    "a closed window": (lambda front: front.close_window(), LEFT_WITH_DRAFT),
}
"""How a session is cut, and the exit code that proves it: nothing was pressed that could give it otherwise."""


class Chain:
    """One session through all questions, cut at each of them and resumed; `trials` counts the cuts."""

    def __init__(self, folder: Path, how: str) -> None:
        self.home, self.journal = folder / "maison", folder / "journal"
        self.home.mkdir(parents=True)
        self.cut, self.code = CUTS[how]
        self.how = how
        self.trials = 0
        self.front: Terminal | None = None

    def run(self) -> int:
        """Cut twice at every question, and at the recap; the number of trials."""
        try:
            front = self.open("a-chaud")
            begin(front)
            for place, asked in enumerate(QUESTIONS):
                front = self.cut_untouched(front, QUESTIONS[:place], asked)
                if asked.half:
                    front = self.cut_half_typed(front, QUESTIONS[:place], asked)
                answer(front, asked)
            front.see(RECAP)
            front = self.cut_untouched(front, QUESTIONS, None)
            front.press("enter")
            assert front.end() == 0
            (note,) = notes(self.journal)
            self.assert_kept(note, QUESTIONS)
            assert drafts(self.journal) == []
        finally:
            if self.front is not None:
                self.front.put_away()
        return self.trials

    def open(self, *arguments: str) -> Terminal:
        if self.front is not None:
            self.front.put_away()
        self.front = Terminal(["session", *arguments, "--journal", str(self.journal)], self.home)
        return self.front

    def cut_untouched(self, front: Terminal, confirmed: tuple[Asked, ...], asked: Asked | None) -> Terminal:
        """Cut while the next question has just appeared: what came before it is on the disk."""
        words = asked.words if asked else RECAP
        front.see(words)
        self.cut_short(front, confirmed)
        front = self.resumed(confirmed)
        front.see(words)
        return front

    def cut_half_typed(self, front: Terminal, confirmed: tuple[Asked, ...], asked: Asked) -> Terminal:
        """Cut in the midst of an answer: it is no answer, and it is not lost either."""
        play(front, asked.half)
        front.see(asked.words, asked.seen)
        self.cut_short(front, confirmed)
        front = self.resumed(confirmed)
        if self.code == KILLED:
            front.see(asked.words, without=asked.seen)
        else:
            front.see(asked.words, asked.seen)
            play(front, asked.undo)
        return front

    def cut_short(self, front: Terminal, confirmed: tuple[Asked, ...]) -> None:
        self.cut(front)
        self.trials += 1
        assert front.end() == self.code, self.how
        if self.code == LEFT_WITH_DRAFT and not front.hung_up:
            assert front.echoes(), "the terminal does not echo"
            assert LEAVES_ALTERNATE_SCREEN in front.raw, "the main screen is not back"
            assert (RESUMED in front.after()) == bool(confirmed)
        kept = drafts(self.journal)
        if confirmed:
            self.assert_kept(kept[0], confirmed)
        assert len(kept) == bool(confirmed)
        assert notes(self.journal) == []

    def resumed(self, confirmed: tuple[Asked, ...]) -> Terminal:
        if confirmed:
            return self.open("--reprendre")
        front = self.open("a-chaud")
        begin(front)
        return front

    def assert_kept(self, text: str, confirmed: tuple[Asked, ...]) -> None:
        """`text` is a sound note, with every confirmed answer and no other."""
        note, problems = parse(text, "note.md")
        assert note is not None
        assert problems == ()
        assert [entry.path for entry in note.entries] == [asked.path for asked in confirmed]
        lines = text.splitlines()
        assert [asked.path for asked in confirmed if asked.kept not in lines] == []


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Callable[[], int]]]:
    """The four chains, side by side: each waits for its own terminal most of the time."""
    with ThreadPoolExecutor(len(CUTS)) as pool:
        chains = {how: Chain(tmp_path_factory.mktemp("coupure"), how) for how in CUTS}
        yield {how: pool.submit(chain.run).result for how, chain in chains.items()}


@pytest.mark.parametrize("how", CUTS)
def test_nothing_confirmed_is_lost_and_the_session_resumes_where_it_was(
    trials: dict[str, Callable[[], int]], how: str
) -> None:
    count = trials[how]()
    assert count == len(QUESTIONS) + 1 + sum(bool(asked.half) for asked in QUESTIONS)
    sys.stdout.write(f"{how}: {count} trials, no loss\n")


def test_a_signal_that_falls_while_python_frees_memory_is_not_lost() -> None:
    """What a handler raises in the callback of a weak reference is only reported: it has to be raised again."""

    class Thing:
        pass

    with pytest.raises(hangup.Hangup), parting.insisting(), hangup.install():
        thing = Thing()
        reference = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGTERM))
        del thing
        assert reference() is None
        signal.pause()


# At any moment


class Workshop:
    """The draft of a session at each of its questions, ready to be resumed and cut."""

    def __init__(self, folder: Path, place: "type[Place] | None" = None) -> None:
        self.folder, self.new = folder, place or Place
        first = self.new(folder / "modele")
        self.drafts: list[bytes] = []
        front = first.open("a-chaud")
        try:
            begin(front)
            for asked in QUESTIONS:
                answer(front, asked)
                front.see(after(asked))
                (path,) = first.journal.glob("brouillons/*.md*")
                self.name = path.name
                self.drafts.append(path.read_bytes())
        finally:
            front.put_away()
        self.marker = (first.journal / ".cip-coach.yml").read_bytes()

    def place(self, trial: int, answered: int) -> "Place":
        """A journal of its own with the draft that has that many answers."""
        place = self.new(self.folder / str(trial))
        (place.journal / "brouillons").mkdir(parents=True)
        (place.journal / ".cip-coach.yml").write_bytes(self.marker)
        (place.journal / "brouillons" / self.name).write_bytes(self.drafts[answered - 1])
        return place


class Place:
    """A home, a journal, and the session opened there."""

    def __init__(self, folder: Path) -> None:
        self.home, self.journal = folder / "maison", folder / "journal"
        self.home.mkdir(parents=True)

    def open(self, *arguments: str) -> Terminal:
        return Terminal(["session", *arguments, "--journal", str(self.journal)], self.home)


def after(asked: Asked) -> str:
    """The words of the question that follows, or of the recap."""
    place = QUESTIONS.index(asked) + 1
    return QUESTIONS[place].words if place < len(QUESTIONS) else RECAP


@pytest.mark.skipif(not NIGHTLY, reason="nightly: CIP_COACH_TRIALS=500 cuts that many sessions at random moments")
def test_nothing_confirmed_is_lost_at_any_moment(tmp_path: Path) -> None:
    """While keys are typed, while the answer is being written, while the session ends."""
    cut_often(Workshop(tmp_path))


def cut_often(workshop: Workshop) -> None:
    landed = 0
    for trial in range(NIGHTLY):
        chance = random.Random(trial)
        answered = chance.randint(1, len(QUESTIONS))
        place = workshop.place(trial, answered)
        landed += cut_at_random(place, answered, chance, f"trial {trial}, {answered} answers")
    sys.stdout.write(f"{NIGHTLY} trials at random moments, {landed} signals landed, no loss\n")
    assert landed > NIGHTLY * 0.8


def cut_at_random(place: Place, answered: int, chance: random.Random, name: str) -> bool:
    """Cut while the next question is being answered, or the note saved; whether the signal landed."""
    asked = QUESTIONS[answered] if answered < len(QUESTIONS) else None
    cut, code = CUTS[chance.choice(list(CUTS))]
    front = place.open("--reprendre")
    try:
        front.see(asked.words if asked else RECAP)
        script = asked.answer if asked else ("enter",)
        play(front, script[: chance.randint(1, len(script))])
        time.sleep(chance.uniform(0, 0.03))
        alive = front.process.isalive()
        if alive:
            cut(front)
        ended = front.end()
    finally:
        front.put_away()
    landed = alive and ended == code
    assert landed or asked is None, f"{name}: exit code {ended}, not {code}"
    kept = [*drafts(place.journal), *notes(place.journal)]
    assert len(kept) == 1, f"{name}: {len(kept)} notes"
    note, problems = parse(kept[0], "note.md")
    assert note is not None and problems == (), name
    paths = [entry.path for entry in note.entries]
    assert paths in ([q.path for q in QUESTIONS[:answered]], [q.path for q in QUESTIONS[: answered + 1]]), name
    assert all(q.kept in kept[0].splitlines() for q in QUESTIONS[: len(paths)]), name
    return landed
