"""The whole program on typer: for the help, for every misuse, and for lines out of the ordinary."""

from collections.abc import Sequence
from typing import Annotated, Any

from cip_coach import __version__
from cip_coach.commands import TABLE, Entry, Result
from cip_coach.commands.mounting import Group, PageWanted, group, leaf
from cip_coach.commands.parameters import Option
from cip_coach.terminal.messages import usage

PROGRAM = "cip-coach"


def build(commands: tuple[Entry, ...] = TABLE) -> Group:
    """The whole command line as one value; `commands` are imported only when named."""
    root = Entry(PROGRAM, usage.purpose(), children=commands)
    examples = (
        (PROGRAM, usage.example_home()),
        (f"{PROGRAM} session", usage.example_choose()),
        (f"{PROGRAM} session --help", usage.example_help()),
    )
    own = leaf(PROGRAM, _root_options)
    own.params[0].is_eager, own.params[0].callback = True, _show_version
    return group(root, own, examples=examples, epilogue=usage.privacy(), run=False)


def ran(arguments: Sequence[str], commands: tuple[Entry, ...]) -> Result | None:
    """Run the command that the line names. Raises `Refusal` for a misuse, and what the command raises."""
    app = build(commands)
    try:
        with app.make_context(PROGRAM, list(arguments)) as context:
            result: Result | None = app.invoke(context)
            return result
    except PageWanted as wanted:
        return Result(lines=(wanted.page,))


def _show_version(_context: Any, _param: Any, wanted: bool) -> None:
    if wanted:
        raise PageWanted(f"{PROGRAM} {__version__}")


def _root_options(version: Annotated[bool, Option("--version", help=usage.version_option())] = False) -> None:
    """Only carries the options of the program itself."""
