"""A text in the user's own editor. Knows processes; makes no file itself: `private_file` does, and we remove it.

prompt_toolkit's own call writes a file that others can read in the temporary folder; this one never does.
"""

import contextlib
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from prompt_toolkit.application.current import get_app_session

from cip_coach import text
from cip_coach.frozen import frozen
from cip_coach.problem import CoachError
from cip_coach.terminal import alternate
from cip_coach.terminal.hangup import Hangup
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import session as say

USUAL = ("nano", "vi")
LARGEST = 4_000_000


@frozen
class Edited:
    """The text as it came back, or as it was with a `sentence` that says why. `hangup`: leave at once."""

    text: str
    sentence: str = ""
    hangup: bool = False


def edit(original: str, private_file: Callable[[str], Path] | None, environment: Mapping[str, str]) -> Edited:
    """Open `original` in the editor of the user and read it back; the file is removed whatever happens."""
    if private_file is None:
        return Edited(original, say.editor_sealed())
    command = command_of(environment)
    try:
        path = private_file(original)
    except CoachError as error:
        return Edited(original, phrase(error.code, error.details))
    try:
        return _edited(command, path, original)
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def command_of(environment: Mapping[str, str]) -> list[str]:
    """The editor to call: VISUAL, EDITOR, else notepad on Windows, nano or vi elsewhere."""
    for name in ("VISUAL", "EDITOR"):
        chosen = environment.get(name, "").strip()
        if chosen:
            if Path(chosen).exists():
                return [chosen]
            with contextlib.suppress(ValueError):  # a quote that is not closed: it names no editor as it is
                return shlex.split(chosen, posix=sys.platform != "win32")
            return [chosen]
    if sys.platform == "win32":
        return ["notepad"]
    return [next((name for name in USUAL if shutil.which(name)), USUAL[-1])]


def opened(command: list[str], path: Path) -> bool:
    """Open the file `path` itself in an editor, outside of any screen of ours; whether that went well."""
    try:
        with _deaf_to_interrupts():
            return subprocess.call([*command, str(path)]) == 0  # noqa: S603 - no shell, the user's own choice
    except (OSError, ValueError):
        return False


def _edited(command: list[str], path: Path, original: str) -> Edited:
    try:
        with alternate.lent(get_app_session().output), _deaf_to_interrupts():
            code = subprocess.call([*command, str(path)])  # noqa: S603 - no shell, the user's own choice
    except Hangup:
        return Edited(_read(path, original), hangup=True)
    except (OSError, ValueError):
        return Edited(original, say.editor_missing(command[0]))
    if code != 0:
        return Edited(original, say.editor_failed())
    return Edited(_read(path, original))


def _read(path: Path, original: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return original
    return text.clean(data.decode("utf-8-sig", "replace")).strip("\n")


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl+C belongs to the editor while it is open; the editor itself still hears it."""
    former = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
