"""A session at a pseudo-terminal, timed as somebody sees it: from Enter to the words of the next question."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from string import ascii_letters

PATIENCE = 30.0
TREE = "mesure"
QUESTIONS = 40
START, FIRST = "Commencer", "météo"
TYPED = "un mot"


class Sitting:
    """A program at a terminal of 80 × 24."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        self.heard = b""
        self.started = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execvpe(argv[0], list(argv), dict(environment))

    def see(self, words: str) -> float:
        """Wait for `words`; when they came."""
        wanted = words.encode()
        while wanted not in self.heard:
            if not select.select([self.descriptor], [], [], PATIENCE)[0]:
                sys.exit(f"« {words} » n’est jamais venu :\n{self.heard.decode(errors='replace')[-2000:]}")
            try:
                self.heard += os.read(self.descriptor, 65536)
            except OSError:
                sys.exit(f"Le programme s’est arrêté avant « {words} » :\n{self.heard.decode(errors='replace')}")
            if b"\x1b[6n" in self.heard:  # where is the cursor?
                self.heard = self.heard.replace(b"\x1b[6n", b"")
                os.write(self.descriptor, b"\x1b[1;1R")
        return time.perf_counter()

    def type(self, keys: str) -> float:
        """Forget what was shown, and type; when that was."""
        self.heard = b""
        now = time.perf_counter()
        os.write(self.descriptor, keys.encode())
        return now

    def end(self) -> None:
        """Pull the plug."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def first_question(coach: Sequence[str], journal: Path, environment: Mapping[str, str]) -> float:
    """Seconds from the command to the first question of `a-chaud`, the greeting passed at once."""
    sitting = Sitting([*coach, "session", "a-chaud", "--personne", "galet", "--journal", str(journal)], environment)
    sitting.see(START)
    sitting.type("\r")
    seen = sitting.see(FIRST) - sitting.started
    sitting.end()
    return seen


def plain_input(python: str, environment: Mapping[str, str]) -> float:
    """Seconds from the command to the question of a script that only calls `input()`."""
    sitting = Sitting([python, "-c", "input('Quelle météo ? ')"], environment)
    seen = sitting.see(FIRST) - sitting.started
    sitting.end()
    return seen


def steps(coach: Sequence[str], journal: Path, environment: Mapping[str, str]) -> list[float]:
    """Seconds from Enter to the next question, the answer saved in between, for each question of a long tree."""
    sitting = Sitting([*coach, "session", TREE, "--personne", "galet", "--journal", str(journal)], environment)
    sitting.see(START)
    sitting.type("\r")
    sitting.see(_words(0))
    found = []
    for number in range(1, QUESTIONS):
        sitting.type(TYPED)
        sitting.see(TYPED[-1])
        start = sitting.type("\r")
        found.append(sitting.see(_words(number)) - start)
    sitting.end()
    for draft in (journal / "brouillons").glob(f"*_{TREE}_*"):  # those of the corpus stay
        draft.unlink()
    return found


def write_tree(configuration: Path) -> None:
    """A tree of texts whose wordings share no letter with the one before: a screen draws only what changes."""
    folder = configuration / "arbres"
    folder.mkdir(parents=True, exist_ok=True)
    questions = "\n".join(
        f'  - id: mesure.q{number}\n    question: "{_words(number)}"' for number in range(QUESTIONS)
    )
    header = f'arbre: {TREE}\nversion: 1\ntitre: "Mesure"\nduree: 5\nmoment: atelier\npersonne: facultative\n'
    (folder / f"{TREE}.yml").write_text(f"{header}questions:\n{questions}\n", encoding="utf-8")


def _words(number: int) -> str:
    return ascii_letters[number] * 12
