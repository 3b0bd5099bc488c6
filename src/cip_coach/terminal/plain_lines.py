"""Lines out, lines in: the whole terminal of the plain mode. Knows streams and dot commands; knows no question."""

import shutil
from collections.abc import Callable
from datetime import date
from typing import TextIO

from cip_coach import text
from cip_coach.answer import Answer
from cip_coach.frozen import frozen
from cip_coach.patterns import regex
from cip_coach.terminal import glossary, hangup
from cip_coach.terminal.messages import plain as say
from cip_coach.terminal.screen import fit

BACK, SKIP, PAUSE, REREAD, AHEAD, HELP, GONE = "retour", "passer", "pause", "relire", "fin", "aide", "gone"
COMMANDS = (BACK, SKIP, PAUSE, REREAD, AHEAD, HELP)
CTRL_C = "ctrl-c"
NARROWEST = 20
_COMMAND = regex(r"\.([a-z]+)(?: +(.*))?")


@frozen
class Command:
    """A line that is no answer: a dot command, Ctrl+C (a `pause`), or the end of the input (`gone`)."""

    name: str
    rest: str = ""
    draft: Answer | None = None


class Lines:
    """Prints and reads. `help` is what `.aide` says now; `gone` once there is nobody to read from."""

    def __init__(self, stdin: TextIO, stdout: TextIO, today: date, clock: Callable[[], float], columns: int) -> None:
        self.stdin, self.stdout, self.today, self.clock, self.columns = stdin, stdout, today, clock, columns
        self.help: tuple[str, ...] = ()
        self.gone = False
        self.interrupted = False
        self.paused_at = float("-inf")

    def out(self, *paragraphs: str) -> None:
        """Print paragraphs, wrapped without cutting a word, also on a terminal narrower than usual."""
        columns = min(self.columns, max(shutil.get_terminal_size().columns, NARROWEST))
        for paragraph in paragraphs:
            for line in text.wrap(paragraph, columns):
                self._write(f"{line}\n")

    def read(self, prompt: str, extra: tuple[str, ...] = ()) -> str | Command:
        """One line, cleaned; `extra` are commands that this question knows besides. Answers `.aide` itself."""
        while True:
            line = self._read(prompt)
            found = _COMMAND.fullmatch(text.fold(line).strip()) if isinstance(line, str) else None
            if found is None or isinstance(line, Command):
                return line
            name = found[1]
            if name == HELP:
                met = glossary.split(" ".join(self.help))[0] if self.help else ()
                self.out(*self.help, *(f"{word}{text.NBSP}: {meaning}" for word, meaning in met), *say.keys())
            elif name in COMMANDS or name in extra:
                return Command(name, line.strip().partition(" ")[2].strip())
            elif found[2] is None:
                self.out(say.unknown_command(f".{name}"))
            else:
                return line

    def pressed_twice(self) -> bool:
        """Whether this Ctrl+C follows another within one second; remembers it."""
        now = self.clock()
        twice, self.paused_at = now - self.paused_at <= 1, now
        self.interrupted = self.interrupted or twice
        return twice

    def _read(self, prompt: str) -> str | Command:
        if self.gone:
            return Command(GONE)
        try:
            self._write(prompt)
            self.stdout.flush()
            line = self.stdin.readline()
        except KeyboardInterrupt:
            self._write("\n")
            return Command(PAUSE, CTRL_C)
        except hangup.Hangup:
            self.gone = True
            return Command(GONE)
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and not hangup.closed(error):
                raise
            self.gone = True
            return Command(GONE)
        if not line:
            self._write("\n")
            self.gone = True
            self.out(say.input_over())
            return Command(GONE)
        return text.clean(line).strip()

    def _write(self, words: str) -> None:
        try:
            self.stdout.write(fit(words, self.stdout.encoding or "utf-8"))
        except OSError as error:
            if not hangup.closed(error):
                raise
            self.gone = True
