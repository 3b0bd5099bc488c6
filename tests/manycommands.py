"""Many command lines, each in a child of one program that has everything imported: as real as a process, far quicker.

`python manycommands.py` reads one JSON line per command (`words`, `typed`) and answers
with one (`pid`, `code`, `out`, `err`). Where there is no fork (Windows), each is a
new process. `Commands` is the other end; it may be watched by strace as a whole.
"""

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import cip_coach

HERE = Path(__file__).parent


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

    def run(self, words: list[str], typed: str) -> dict[str, str | int]:
        """Run one; what it answered."""
        assert self.program.stdin and self.program.stdout
        self.program.stdin.write(json.dumps({"words": words, "typed": typed}) + "\n")
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
        answer = (_forked if hasattr(os, "fork") else _spawned)(asked["words"], asked["typed"].encode())
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _forked(words: list[str], typed: bytes) -> dict[str, str | int]:
    from cip_coach.cli import main

    source, outs = os.pipe(), [os.pipe(), os.pipe()]
    os.write(source[1], typed)
    os.close(source[1])
    child = os.fork()
    if child == 0:
        code = 99
        try:
            for descriptor, given in enumerate((source[0], outs[0][1], outs[1][1])):
                os.dup2(given, descriptor)
            os.closerange(3, 64)
            sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
            sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
            sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
            code = main(words)
            sys.stdout.flush()
        finally:
            os._exit(code)
    os.close(source[0])
    said = [b"", b""]
    for place, (reader, writer) in enumerate(outs):
        os.close(writer)
        with os.fdopen(reader, "rb") as whole:
            said[place] = whole.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {"pid": child, "code": status, "out": said[0].decode(), "err": said[1].decode()}


def _spawned(words: list[str], typed: bytes) -> dict[str, str | int]:
    done = subprocess.run(
        [sys.executable, "-m", "cip_coach", *words], input=typed, capture_output=True, timeout=120, check=False
    )
    return {"pid": 0, "code": done.returncode, "out": done.stdout.decode(), "err": done.stderr.decode()}


if __name__ == "__main__":
    _serve()
