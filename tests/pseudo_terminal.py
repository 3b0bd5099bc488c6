"""A pseudo-terminal with somebody in front of it: types keys, looks at the screen, waits for words, pulls the plug.

Every wait is for words on the screen, or for the program to end. The one time that
passes is the program's own: `prompt.HASTE`, before which it takes no Enter after a question that one key answered.
"""

import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyte
import pytest

from cip_coach.terminal import prompt

if sys.platform != "win32":  # there, everything that needs a pseudo-terminal is skipped
    import termios

    import pexpect

PATIENCE = float(os.environ.get("CIP_COACH_PATIENCE", "20"))
"""Seconds to wait for words on the screen; only a failing test waits that long."""
LEFT_WITH_DRAFT = 75
LEAVES_ALTERNATE_SCREEN = "\x1b[?1049l"

Proofreader = Callable[[list[str]], list[str]]
"""What is wrong on a screen."""

KEYS = {
    "enter": "\r", "tab": "\t", "back": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "end": "\x1b[F", "f1": "\x1bOP", "ctrl-c": "\x03", "ctrl-d": "\x04", "ctrl-e": "\x05",
    "ctrl-n": "\x0e", "ctrl-j": "\n", "ctrl-u": "\x15", "space": " ", "escape": "\x1b",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
}  # fmt: skip

posix_only = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no pseudo-terminal that pexpect can drive"
)
needs_pty = [pytest.mark.pty, posix_only]


class Terminal:
    """The program in a pseudo-terminal of `columns` × `rows`, and the screen it draws.

    `screens` are the screens that were waited for, in order; `raw` is every
    character the program sent. `proofreader` reads each screen that is waited for.
    """

    def __init__(
        self, arguments: list[str], home: Path, *, columns: int = 80, rows: int = 24, **environment: str
    ) -> None:
        self.pyte = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.pyte)
        self.raw = ""
        self.by_one_key = False
        self.no_enter_before = 0.0
        self.screens: list[list[str]] = []
        self.proofreader: Proofreader = lambda _lines: []
        self.hung_up = False
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "cip_coach", *arguments],
            env=surroundings(home) | environment,
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
            cwd=str(home),
        )
        self.process.delaybeforesend = None
        self.process.ptyproc.delayafterclose = self.process.ptyproc.delayafterterminate = 0.01

    # The screen

    def lines(self) -> list[str]:
        """What the screen shows now, trailing blanks off."""
        return [line.rstrip() for line in self.pyte.display]

    def text(self) -> str:
        """The screen in one line, runs of blanks as one: words are found whatever the wrapping."""
        return on_one_line(self.lines())

    def see(self, *wanted: str, without: str = "") -> str:
        """Wait until all of `wanted` are on the screen, and `without` is not; the whole screen as text."""
        __tracebackhide__ = True
        words = [on_one_line([part]) for part in wanted]

        def there() -> bool:
            text = self.text()
            return all(word in text for word in words) and not (without and without in text)

        self.wait(there, f"« {' … '.join(words)} »" + (f" without « {without} »" if without else ""))
        self._proofread()
        if self.by_one_key:
            self.no_enter_before = time.monotonic() + prompt.HASTE
            self.by_one_key = False
        self.screens.append(self.lines())
        return self.text()

    def _proofread(self) -> None:
        """Wait until the screen is right: a screen half drawn is not a fault, one that stays wrong is."""
        __tracebackhide__ = True
        try:
            self.wait(lambda: not self.proofreader(self.lines()), "a screen without fault", PATIENCE / 10)
        except AssertionError as error:
            raise AssertionError("\n".join([*self.proofreader(self.lines()), str(error)])) from None

    def wait(self, done: Callable[[], bool], wanted: str, patience: float = PATIENCE) -> None:
        """Read what the program draws until `done`; `wanted` says what never came."""
        __tracebackhide__ = True
        end = time.monotonic() + patience
        while not done():
            try:
                if time.monotonic() > end:
                    raise pexpect.TIMEOUT("")
                self._read(patience)
            except (pexpect.TIMEOUT, pexpect.EOF) as error:
                if done():
                    return
                how = "The program ended." if isinstance(error, pexpect.EOF) else "It waits."
                screen = "\n".join(self.lines())
                raise AssertionError(f"{wanted} never came. {how} The screen:\n{screen}") from None

    def after(self) -> str:
        """What stands on the main screen once the program gave it back, in one line."""
        return on_one_line([plain(self.raw.rpartition(LEAVES_ALTERNATE_SCREEN)[2])])

    # The keyboard

    def press(self, *keys: str) -> None:
        """Press named keys, or type the texts."""
        for key in keys:
            if key == "enter":
                self._read_first()
            sent = KEYS.get(key, key)
            self.process.send(sent)
            self.by_one_key = len(sent) == 1 and sent.isprintable()

    def paste(self, words: str, *, bracketed: bool = True) -> None:
        """Paste a text as a terminal does; an old one does not say that it pastes, and sends Enter for new lines."""
        self._read_first()
        typed = words.replace("\n", "\r")
        self.process.send(f"\x1b[200~{typed}\x1b[201~" if bracketed else typed)

    def _read_first(self) -> None:
        """After a question that one key answered, Enter is dead until a person could have read the next one."""
        time.sleep(max(0.0, self.no_enter_before - time.monotonic()))

    # The plug

    def kill(self, number: signal.Signals) -> None:
        """Send a signal to the program, which must be alive to receive it."""
        assert self.process.isalive(), "there was nobody to kill"
        self.process.kill(number)

    def close_window(self) -> None:
        """Take the terminal away as closing its window does: the kernel says so to the program, and nobody else."""
        assert self.process.isalive(), "there was nobody to hang up on"
        self._close()
        self.hung_up = True

    def end(self) -> int:
        """Wait for the program to end; its exit code (128 + n for a signal)."""
        if not self.hung_up:
            self._read_all()
        return self._reaped()

    def echoes(self) -> bool:
        """Whether the terminal echoes what is typed and waits for whole lines, as a shell needs it to."""
        flags = termios.tcgetattr(self.process.child_fd)[3]
        return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)

    def put_away(self) -> None:
        """Whatever happened, leave nothing running."""
        if self.process.isalive():
            os.kill(self.process.pid, signal.SIGKILL)
            self._reaped()
        if not self.hung_up:
            self._close()
        self.process.closed = self.process.ptyproc.closed = True
        self.process.ptyproc.fd = self.process.child_fd = -1

    def _close(self) -> None:
        """Let go of our side; pexpect would signal the program as well."""
        with suppress(OSError):
            self.process.ptyproc.fileobj.close()

    def _read(self, patience: float) -> None:
        heard = self.process.read_nonblocking(65536, timeout=patience)
        self.raw += heard
        self.stream.feed(heard)

    def _read_all(self) -> None:
        while True:
            try:
                self._read(PATIENCE)
            except pexpect.EOF:
                return

    def _reaped(self) -> int:
        """Wait for the process without hanging for ever."""
        if self.process.isalive():
            with suppress(ProcessLookupError):
                descriptor = os.pidfd_open(self.process.pid) if hasattr(os, "pidfd_open") else -1
                if descriptor >= 0:
                    ready, _, _ = select.select([descriptor], [], [], PATIENCE)
                    os.close(descriptor)
                    assert ready, "the program does not end"
            self.process.ptyproc.wait()
            self.process.isalive()
        if self.process.signalstatus:
            return 128 + int(self.process.signalstatus)
        return int(self.process.exitstatus or 0)


@contextmanager
def terminal(
    arguments: list[str], home: Path, *, columns: int = 80, rows: int = 24, **environment: str
) -> Iterator[Terminal]:
    """A `Terminal`, put away at the end whatever happens."""
    opened = Terminal(arguments, home, columns=columns, rows=rows, **environment)
    try:
        yield opened
    finally:
        opened.put_away()


def surroundings(home: Path) -> dict[str, str]:
    """The environment of somebody whose home is `home`, and nothing of ours."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(str(Path(place).absolute()) for place in sys.path),
    }


def on_one_line(lines: list[str]) -> str:
    """Words whatever the wrapping: no-break spaces and runs of blanks as one blank."""
    return " ".join(" ".join(lines).replace("\u00a0", " ").split())


def plain(sent: str) -> str:
    """What a program sent, without the sequences that act on the terminal."""
    return re.sub(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|[()][A-Z0-9]|[=>78])", "", sent)
