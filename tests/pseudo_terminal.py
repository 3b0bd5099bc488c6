"""A pseudo-terminal with somebody in front of it: types keys, looks at the screen, waits for words, pulls the plug."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

PATIENCE = 20.0
"""Seconds to wait for words on the screen; only a failing test waits that long."""

KEYS = {
    "enter": "\r", "tab": "\t", "back": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "end": "\x1b[F", "f1": "\x1bOP", "ctrl-c": "\x03", "ctrl-d": "\x04", "ctrl-n": "\x0e",
    "ctrl-j": "\n", "space": " ",
}  # fmt: skip


class Terminal:
    """The program in a pseudo-terminal of `columns` × `rows`, and the screen it draws."""

    def __init__(
        self, arguments: list[str], home: Path, *, columns: int = 80, rows: int = 24, **environment: str
    ) -> None:
        surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join(sys.path),
            **environment,
        }
        self.pyte = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.pyte)
        self.raw = ""
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "cip_coach", *arguments],
            env=surroundings,
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=PATIENCE,
            cwd=str(home),
        )

    def lines(self) -> list[str]:
        """What the screen shows now, trailing blanks off."""
        return [line.rstrip() for line in self.pyte.display]

    def text(self) -> str:
        """The screen in one line, runs of blanks as one: words are found whatever the wrapping."""
        return " ".join(" ".join(self.lines()).replace("\u00a0", " ").split())

    def see(self, words: str) -> str:
        """Wait until `words` are on the screen; the whole screen as text."""
        while words not in self.text():
            try:
                self._read(PATIENCE)
            except (pexpect.TIMEOUT, pexpect.EOF):
                raise AssertionError(f"« {words} » never came. The screen:\n" + "\n".join(self.lines())) from None
        return self.text()

    def _read(self, patience: float) -> None:
        heard = self.process.read_nonblocking(65536, timeout=patience)
        self.raw += heard
        self.stream.feed(heard)

    def press(self, *keys: str) -> None:
        """Press named keys, or type the texts."""
        for key in keys:
            self.process.send(KEYS.get(key, key))

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.kill(number)

    def hang_up(self) -> None:
        """Close the window."""
        self.process.close(force=False)

    def end(self) -> int:
        """Wait for the program to end; its exit code (128 + n for a signal)."""
        while True:
            try:
                self._read(PATIENCE)
            except pexpect.EOF:
                break
        self.process.wait() if self.process.isalive() else self.process.close()
        if self.process.signalstatus:
            return 128 + self.process.signalstatus
        return self.process.exitstatus or 0

    def echoes(self) -> bool:
        """Whether the terminal echoes what is typed, as a shell needs it to."""
        return bool(self.process.getecho())


@contextmanager
def terminal(
    arguments: list[str], home: Path, *, columns: int = 80, rows: int = 24, **environment: str
) -> Iterator[Terminal]:
    """A `Terminal`, closed at the end whatever happens."""
    opened = Terminal(arguments, home, columns=columns, rows=rows, **environment)
    try:
        yield opened
    finally:
        opened.process.close(force=True)
