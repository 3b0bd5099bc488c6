"""The door: answers `--version` at once, leaves everything else to `cli`, imported only then."""

import io
import os
import sys

from cip_coach import __version__

_RARELY = 200_000
"""How many new objects before Python looks for cycles: modules and notes make none, and looking costs 20 ms."""


def main() -> int:
    """Run the command line of this process and return its exit code.

    `--version` alone is answered before typer is imported: it costs what
    starting Python costs.
    """
    _fill_closed_streams()
    try:
        if sys.argv[1:2] == ["--completer"]:
            return _complete()
        return _show_version() if sys.argv[1:] == ["--version"] else _run()
    except KeyboardInterrupt:
        return 130


def _fill_closed_streams() -> None:
    """Give Python the streams that a shell closed (`>&-`): it has none then, and a note would take their number."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))


def _run() -> int:
    import gc

    gc.set_threshold(_RARELY)
    try:
        from cip_coach import cli

        return cli.main(sys.argv[1:])
    finally:
        gc.freeze()  # nobody has to tidy up a house that is about to go


def _complete() -> int:
    """Answer a shell whose user pressed Tab."""
    from cip_coach.commands import completing

    return completing.answered(sys.argv[2:])


def _show_version() -> int:
    try:
        sys.stdout.write(f"cip-coach {__version__}\n")
        sys.stdout.flush()
    except OSError:
        from cip_coach import cli

        cli.hush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
