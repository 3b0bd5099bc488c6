"""Many command lines, each in a child of one program that has everything imported: as real as a process, far quicker.

`python manycommands.py` reads one JSON line per command (`words`, `typed`) and answers
with one (`pid`, `code`, `out`, `err`). Where there is no fork (Windows), each is a
new process. `Commands` is the other end; it may be watched by strace as a whole.
With `terminal`, the command sits at a pseudo-terminal of its own, where `typed` is typed at once, then Ctrl+D
as often as somebody insists: `out` is all that the terminal was sent. With `secret`, that is typed each time a
passphrase is asked, then `typed` again once it is taken (such a question drops what was typed before it).
In an environment with `FAULT`, opening a note raises an exception that says those words.
"""

import importlib
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import cip_coach

HERE = Path(__file__).parent
END_OF_INPUT, INSISTING = b"\x04", 12
ASKED, TAKEN = "rien ne s’affiche".encode(), "quelques secondes…".encode()
FAULT = "MANYCOMMANDS_FAULT"
PATIENCE = 20.0
"""Seconds of silence after which a command at a terminal is held to wait for ever; it is killed (code -9)."""


class Commands:
    """The program, started in `folder` with that environment, after the words of `watch` (strace and its options)."""

    def __init__(self, environment: dict[str, str], folder: Path, watch: tuple[str, ...] = ()) -> None:
        self.program = subprocess.Popen(
            [*watch, sys.executable, str(HERE / "manycommands.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=folder,
            encoding="utf-8",
        )

    def run(self, words: list[str], typed: str, *, terminal: bool = False, secret: str = "") -> dict[str, str | int]:
        """Run one; what it answered."""
        assert self.program.stdin and self.program.stdout
        asked = {"words": words, "typed": typed, "terminal": terminal, "secret": secret}
        self.program.stdin.write(json.dumps(asked) + "\n")
        self.program.stdin.flush()
        return dict(json.loads(self.program.stdout.readline()))

    def end(self) -> None:
        """No more commands."""
        self.program.communicate(timeout=60)


def _serve() -> None:
    for module in pkgutil.walk_packages(cip_coach.__path__, "cip_coach."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for line in sys.stdin:
        asked = json.loads(line)
        words, typed = asked["words"], asked["typed"].encode()
        if asked["terminal"]:
            answer = _at_terminal(words, typed, asked["secret"].encode())
        else:
            answer = (_forked if hasattr(os, "fork") else _spawned)(words, typed)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _forked(words: list[str], typed: bytes) -> dict[str, str | int]:
    source, outs = os.pipe(), [os.pipe(), os.pipe()]
    os.write(source[1], typed)
    os.close(source[1])
    child = os.fork()
    if child == 0:
        for descriptor, given in enumerate((source[0], outs[0][1], outs[1][1])):
            os.dup2(given, descriptor)
        os.closerange(3, 64)
        _become(words)
    os.close(source[0])
    said = [b"", b""]
    for place, (reader, writer) in enumerate(outs):
        os.close(writer)
        with os.fdopen(reader, "rb") as whole:
            said[place] = whole.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {"pid": child, "code": status, "out": said[0].decode(), "err": said[1].decode()}


def _become(words: list[str]) -> NoReturn:
    """In a child whose three streams stand: be the program, and end as it does."""
    from cip_coach.cli import main

    code = 99
    if words_of_fault := os.environ.get(FAULT):
        sys.addaudithook(lambda event, about: _break(words_of_fault, event, about))
    try:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        code = main(words)
        sys.stdout.flush()
    finally:
        os._exit(code)


def _break(words_of_fault: str, event: str, about: tuple[object, ...]) -> None:
    """What no code of ours expects, in the middle of whatever opens a note, with words of a note in its message."""
    if event == "open" and str(about[0]).endswith((".md", ".md'")):
        raise ValueError(words_of_fault)


def _at_terminal(words: list[str], typed: bytes, secret: bytes) -> dict[str, str | int]:
    import pty

    child, screen = pty.fork()
    if child == 0:
        _become(words)
    os.write(screen, typed + END_OF_INPUT * INSISTING)
    sent, alive, asked, taken = b"", True, 0, 0
    while alive:
        alive = bool(select.select([screen], [], [], PATIENCE)[0])
        try:
            more = os.read(screen, 65536) if alive else b""
        except OSError:  # the other end is closed
            break
        if not more:
            os.kill(child, signal.SIGKILL)
            break
        sent += more
        if secret and sent.count(ASKED) > asked:
            asked += 1
            os.write(screen, secret + b"\n")
        if secret and sent.count(TAKEN) > taken:
            taken += 1
            os.write(screen, typed + END_OF_INPUT * INSISTING)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(screen)
    return {"pid": child, "code": status, "out": sent.decode("utf-8", "replace"), "err": ""}


def _spawned(words: list[str], typed: bytes) -> dict[str, str | int]:
    done = subprocess.run(
        [sys.executable, "-m", "cip_coach", *words], input=typed, capture_output=True, timeout=120, check=False
    )
    return {"pid": 0, "code": done.returncode, "out": done.stdout.decode(), "err": done.stderr.decode()}


if __name__ == "__main__":
    _serve()
