"""What the `journal` commands share: who works, the word that is asked before erasing, dates and lines of notes."""

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cip_coach.commands.opening import now
from cip_coach.frenchdate import spoken
from cip_coach.keeping import shelf
from cip_coach.keeping.note import Head
from cip_coach.keeping.shelf import Journal
from cip_coach.keeping.works import Worker
from cip_coach.problem import Refused
from cip_coach.terminal import notices, typed
from cip_coach.terminal.messages import upkeep as said
from cip_coach.text import clean_line, fold

MOST_SHOWN = 30


def worker() -> Worker:
    """Our process, to hold the journal while it works."""
    machine = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
    return Worker(os.getpid(), machine, now(), alive)


def alive(pid: int) -> bool:
    """Whether a process of that number runs on this machine."""
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _alive_on_windows(pid: int) -> bool:
    """Ask the system; `os.kill` would end the process there."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)  # only to ask about it
        if not handle:
            return bool(kernel.GetLastError() == 5)  # it runs, and is somebody else's
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # still active
    return True


def ask(word: str) -> None:
    """Go on only if `word` is typed. Raises `Refused` otherwise: nothing was erased."""
    try:
        given = typed.word(said.ask_word(word))
    except KeyboardInterrupt:
        notices.tell("", said.nothing_erased())
        raise
    if typed.on_terminal() and not given:  # Ctrl+D leaves the cursor on the line of the question
        notices.tell("")
    if fold(clean_line(given)) != fold(word):
        raise Refused("mot-attendu", mot=word)


def told(*lines: str, then: Iterable[str]) -> Iterator[str]:
    """The lines of a result; once they are out, `then` is said beside."""
    yield from lines
    notices.tell(*then)


def show(notes: Iterable[tuple[Path, Head]]) -> None:
    """Say on stderr which notes are meant: their days, their trees, their ids."""
    pairs = sorted(notes, key=lambda pair: (pair[1].day, pair[0].name))
    for _, head in pairs[:MOST_SHOWN]:
        notices.tell(said.will_erase(spoken(head.day), head.tree, head.id))
    if len(pairs) > MOST_SHOWN:
        notices.tell(said.and_more(len(pairs) - MOST_SHOWN))


def heads(journal: Journal, paths: Iterable[Path]) -> Iterator[tuple[Path, Head | None]]:
    """The head of each file, None for one that cannot be read."""
    for path in paths:
        yield path, shelf.load_head(journal, path)[0]
