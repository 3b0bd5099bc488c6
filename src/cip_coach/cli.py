"""The front door: mounts the commands, prints what they return, says in French what went wrong.

Exit codes: 0 done (a closed pipe too) · 1 refused · 2 wrong usage · 70 a
mistake of ours · 130 interrupted · any other that a command returns.
Nothing heavy is imported here: typer, rich, questionary, yaml and platformdirs
are imported by what uses them.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Sequence

from cip_coach.commands import TABLE, Entry, Refusal, Result, quickline
from cip_coach.frozen import replace
from cip_coach.problem import CoachError, Refused
from cip_coach.terminal.messages import phrase, problem_line, usage

HOME = "accueil"
DONE, MISUSE, BUG, LEFT, INTERRUPTED = 0, 2, 70, 75, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command in this process, prepared for confidential text, and return its exit code."""
    _forbid_core_dumps()
    # A stream that was replaced by something without `reconfigure`, or closed, is left as it is.
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if os.environ.get("MSYSTEM"):  # Git Bash types UTF-8 into a pipe, which Python reads in the code page of Windows
        with contextlib.suppress(AttributeError, ValueError):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    return run(arguments)


def run(arguments: Sequence[str], commands: tuple[Entry, ...] = TABLE) -> int:
    """Run one command: the result on stdout, everything else on stderr. Returns the exit code.

    Without any argument, in front of somebody, that command is the home screen.
    Leaves the process as it was, so that tests call it as often as they like.
    When whoever read us has closed the pipe, ends with 0 and says nothing.
    """
    try:
        return _run(commands, list(arguments) or _home(commands))
    except OSError as error:
        if not _pipe_closed(error):
            raise
        hush()
        return DONE


def hush() -> None:
    """Point stdout at nothing, so that Python's last flush cannot fail on a pipe nobody reads."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _home(commands: tuple[Entry, ...]) -> list[str]:
    """What `cip-coach` alone stands for: the home screen in front of somebody, else nothing, which is the help."""
    known = any(entry.name == HOME for entry in commands)
    return [HOME] if known and all(_is_terminal(stream) for stream in (sys.stdin, sys.stdout)) else []


def _run(commands: tuple[Entry, ...], arguments: Sequence[str]) -> int:
    """Run a command; as long as it names another one to run, that one, then the first again.

    A session that was left, by its menu or by a signal, leaves the program too.
    """
    ran = _guarded(commands, arguments)
    if ran.within is not None:
        with ran.within:
            return _run(commands, ran.then)
    while ran.then:
        inner = _guarded(commands, ran.then)
        if inner.exit_code in (LEFT, INTERRUPTED):
            return inner.exit_code
        from cip_coach.terminal import notices

        if not notices.wait(usage.back_home()):
            return DONE
        ran = _guarded(commands, arguments)
    return ran.exit_code


def _guarded(commands: tuple[Entry, ...], arguments: Sequence[str]) -> Result:
    """Run a command and print; an error becomes a French sentence and a code, but for a closed pipe, which passes."""
    try:
        result = _answer(commands, arguments)
        return replace(result, lines=(), exit_code=_deliver(result))
    except Refusal as refusal:
        _say(refusal.sentence, usage.where_help_is(refusal.command_path))
        return Result(exit_code=MISUSE)
    except CoachError as error:
        _say(phrase(error.code, error.details), *map(problem_line, error.problems))
        return Result(exit_code=error.exit_code)
    except KeyboardInterrupt:
        return Result(exit_code=INTERRUPTED)
    except Exception as error:
        if _pipe_closed(error):
            raise
        return Result(exit_code=_bug(error))


def _answer(commands: tuple[Entry, ...], arguments: Sequence[str]) -> Result:
    if (plain := quickline.read(arguments, commands)) is not None:
        function, values = plain
        return function(**values) or Result()
    from cip_coach.commands import program

    return program.ran(arguments, commands) or Result()


def _deliver(result: Result) -> int:
    for line in result.lines:
        _write(f"{line}\n", flush=False)
    _write("")
    return result.exit_code


def _write(text: str, *, flush: bool = True) -> None:
    """Put `text` on stdout. Raises `Refused` when it cannot go there, unless the pipe is only closed."""
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except OSError as error:
        if _pipe_closed(error):
            raise
        hush()
        raise Refused("sortie-refusee") from None


def _bug(error: BaseException) -> int:
    """Say the class and the place of `error`, never its message: messages quote the data."""
    _say(usage.bug(type(error).__name__, _place(_frames(error))))
    if os.environ.get("CIP_COACH_DEBUG") == "1":
        cause: BaseException | None = error
        while cause is not None:
            _say(
                type(cause).__name__,
                *(f"  {module}:{line} {function}" for module, line, function in _frames(cause)),
            )
            cause = cause.__cause__ or cause.__context__
    return BUG


def _frames(error: BaseException) -> list[tuple[str, int, str]]:
    import traceback

    frames = traceback.walk_tb(error.__traceback__)
    return [(frame.f_globals.get("__name__", "?"), line, frame.f_code.co_name) for frame, line in frames]


def _place(frames: Sequence[tuple[str, int, str]]) -> str:
    """The innermost line of ours, or the innermost of all."""
    ours = [frame for frame in frames if frame[0].startswith("cip_coach")]
    module, line, _ = (ours or list(frames) or [("?", 0, "")])[-1]
    return f"{module}:{line}"


def _say(*lines: str) -> None:
    """Lines on stderr; on a terminal they are wrapped without cutting a word."""
    from cip_coach.terminal.manual import fill
    from cip_coach.text import shown

    columns = _stderr_columns()
    for line in lines:
        safe = shown(line).replace("\n", " ")
        sys.stderr.write((fill(safe, columns) if columns else safe) + "\n")
    sys.stderr.flush()


def _stderr_columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0


def _is_terminal(stream: object) -> bool:
    try:
        return bool(getattr(stream, "isatty", bool)())
    except ValueError:  # closed
        return False


def _pipe_closed(error: BaseException) -> bool:
    """Whether `error` says that nobody reads us any more; Windows says it with EINVAL."""
    if isinstance(error, BrokenPipeError):
        return True
    return sys.platform == "win32" and isinstance(error, OSError) and error.errno == errno.EINVAL


def _forbid_core_dumps() -> None:
    """A core dump would hold the answers in clear."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
