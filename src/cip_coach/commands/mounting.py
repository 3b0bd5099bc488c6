"""Commands on typer, with every word in French. The one file that relies on typer's private Click.

What it relies on is asserted by `tests/test_cli.py`: the names of the error
classes, `parse_args`, `get_help`, `make_context`. It reads no English message:
each misuse is recognised by its class and by the parameter concerned.
"""

import shutil
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from importlib import import_module
from types import FunctionType
from typing import Annotated, Any

import typer
from typer._click import Context, Parameter
from typer._click import exceptions as misuses
from typer.core import TyperCommand, TyperOption
from typer.main import get_command

from cip_coach.commands import Entry, Examples, Refusal, Result
from cip_coach.commands.options import COMMON
from cip_coach.commands.parameters import Argument, Option
from cip_coach.terminal import manual
from cip_coach.terminal.messages import usage

CONTEXT = {"help_option_names": ["-h", "--help"]}


class PageWanted(Exception):
    """Somebody asked for the help, or the version; `page` is the answer."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page


class French(TyperCommand):
    """What every command has: its misuses and its help in French."""

    # Typer would repeat on the screen what is too much: `Leaf` refuses it without.
    allow_extra_args = True
    examples: Examples = ()
    entries: tuple[Entry, ...] = ()
    epilogue: str = ""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the line. Raises `Refusal` for a misuse and `PageWanted`."""
        try:
            return super().parse_args(ctx, args)
        except misuses.ClickException as error:
            raise Refusal(sentence(error, ctx), ctx.command_path) from None

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """`-h` and `--help`, which hand the page over instead of printing it."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help, option.callback = usage.help_option(), _want_help
        return option

    def get_help(self, ctx: Context) -> str:
        """The help page, for the width of this terminal. No command is imported for it."""
        return help_page(self, ctx)


class Leaf(French):
    """A command that does something."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Refuse also what is left over."""
        rest = super().parse_args(ctx, args)
        if rest:
            raise Refusal(usage.too_much(), ctx.command_path)
        return rest


class Group(French):
    """A command that leads to others, imported when their name is typed."""

    allow_interspersed_args = False

    def invoke(self, ctx: Context) -> Any:
        """Run the child named on the line; without one, the group itself, or its help."""
        if not ctx.args:
            return super().invoke(ctx) if self.callback else Result(lines=(self.get_help(ctx),))
        name, *rest = ctx.args
        entry = next((entry for entry in self.entries if entry.name == name), None)
        if entry is None:
            raise Refusal(_unknown_command(name, self.entries), ctx.command_path)
        early = [param.opts[0] for param in self.params if _typed(ctx, param)]
        if early:  # it would have been ignored in silence
            raise Refusal(usage.option_too_early(early[0]), f"{ctx.command_path} {name}")
        child = group(entry) if _names_one(entry.children, rest) else mount(entry)
        child_ctx = child.make_context(name, rest, parent=ctx)
        with child_ctx:
            return child.invoke(child_ctx)


def leaf(name: str, function: Callable[..., Any], examples: Examples = ()) -> Leaf:
    """The command `name` that runs `function`; its docstring is the help."""
    told = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
    told.__doc__ = function.__doc__
    told.__annotations__ = {name: _told(hint) for name, hint in function.__annotations__.items()}
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Leaf, context_settings=dict(CONTEXT))(told)
    command = get_command(app)
    assert isinstance(command, Leaf)  # noqa: S101 -- typer made it from `cls`
    command.examples = examples
    return command


def group(
    entry: Entry, own: Leaf | None = None, *, examples: Examples = (), epilogue: str = "", run: bool = True
) -> Group:
    """The command that leads to `entry.children`.

    `own` gives it options and, with `run`, what it does when no child is named.
    """
    command = Group(
        entry.name,
        context_settings=dict(CONTEXT),
        params=own.params if own else None,
        callback=own.callback if own and run else None,
        help=own.help if own and run else entry.purpose,
    )
    command.entries, command.epilogue = entry.children, epilogue
    command.examples = own.examples if own and run else examples
    return command


def mount(entry: Entry) -> Leaf | Group:
    """Import the command of `entry` and nothing else."""
    own = None
    if entry.module:
        module = import_module(entry.module)
        own = leaf(entry.name, module.command, getattr(module, "EXAMPLES", ()))
    return group(entry, own) if entry.children or own is None else own


def _told(hint: Any) -> Any:
    """The same annotation, in typer's words."""
    match getattr(hint, "__metadata__", ()):
        case (Option() as option,):
            names = [name for name in (option.name, option.short) if name]
            own = typer.Option(*names, metavar=option.metavar, help=option.help, min=option.min, max=option.max)
        case (Argument() as argument,):
            own = typer.Argument(metavar=argument.metavar, help=argument.help)
        case _:
            return hint
    return Annotated[hint.__origin__, own]


def wanted(param: Parameter) -> tuple[str, list[str]]:
    """What stands for the value of an option or argument in the help, and the values it may take, if they are few."""
    return _metavar(param), _choices(param)


def help_page(command: French, ctx: Context) -> str:
    """Purpose, how to type it, examples, then parameters, options and commands."""
    entries = command.entries
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    pattern = [ctx.command_path, *(_argument(param) for param in arguments)]
    pattern += [usage.any_options()] if not entries else [usage.a_command(), usage.any_options()]
    first, *others = _paragraphs(command.help or "")
    return manual.page(
        [first, usage.usage_line(" ".join(pattern)), *others, command.epilogue],
        [
            manual.Section(usage.examples_title(), tuple(command.examples)),
            manual.Section(usage.parameters_title(), _rows((_argument(p), p) for p in arguments)),
            manual.Section(usage.options_title(), _rows((_option(p), p) for p in options)),
            manual.Section(usage.commands_title(), tuple((entry.name, entry.purpose) for entry in entries)),
        ],
        shutil.get_terminal_size().columns,
    )


def sentence(error: misuses.ClickException, ctx: Context) -> str:
    """What is wrong on the command line, in French, without repeating what could be an answer."""
    if isinstance(error, misuses.NoSuchOption):
        return _unknown_option(error.option_name, ctx)
    if isinstance(error, misuses.BadOptionUsage):
        param = _named(error.option_name, ctx)
        if param is None or getattr(param, "is_flag", False):
            return usage.value_unwanted(error.option_name)
        return usage.value_missing(error.option_name, _metavar(param))
    if isinstance(error, misuses.BadParameter) and error.param is not None:
        missing = isinstance(error, misuses.MissingParameter)
        return _missing(error.param, ctx.command) if missing else _impossible(error.param)
    return usage.not_understood()


def _missing(param: Parameter, command: Any) -> str:
    missing = (
        usage.parameter_missing(_metavar(param))
        if param.param_type_name == "argument"
        else usage.option_missing(param.opts[0])
    )
    example = next((line for line, _ in getattr(command, "examples", ())), "")
    return f"{missing} {usage.for_example(example)}" if example else missing


def _impossible(param: Parameter) -> str:
    name = _metavar(param) if param.param_type_name == "argument" else param.opts[0]
    if choices := _choices(param):
        return usage.choice_impossible(name, choices)
    lowest, highest = (getattr(param.type, bound, None) for bound in ("min", "max"))
    if lowest is not None or highest is not None:
        return usage.number_out_of_range(name, _bound(lowest), _bound(highest))
    if param.type.name in ("integer", "float"):
        return usage.number_expected(name)
    return usage.value_impossible(name)


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}".replace(".", ",")


def _names_one(entries: Sequence[Entry], rest: Sequence[str]) -> bool:
    """Whether the line goes on with the name of one of `entries`: then what leads there need not be imported."""
    return bool(rest) and any(entry.name == rest[0] for entry in entries)


def _unknown_command(name: str, entries: Sequence[Entry]) -> str:
    fit = len(name) <= 20 and name.islower() and name.replace("-", "").isalnum()
    return _suggesting(usage.unknown_command(name if fit else ""), name, [entry.name for entry in entries])


def _unknown_option(name: str, ctx: Context) -> str:
    if name in COMMON:
        return usage.option_too_early(name)
    fit = len(name) <= 24 and name.islower() and name.replace("-", "").isalnum()
    known = [opt for param in ctx.command.get_params(ctx) for opt in param.opts if opt[:2] == "--"]
    return _suggesting(usage.unknown_option(name if fit else ""), name, known)


def _suggesting(said: str, typed: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    bare = {word.lstrip("-"): word for word in known}
    nearest = get_close_matches(typed.lstrip("-").lower()[:40], bare, n=1, cutoff=0.6)
    return f"{said} {usage.did_you_mean(bare[nearest[0]])}" if nearest else said


def _named(option: str, ctx: Context) -> Parameter | None:
    params = ctx.command.get_params(ctx)
    return next((param for param in params if option in (*param.opts, *param.secondary_opts)), None)


def _want_help(ctx: Context, _param: Parameter, wanted: bool) -> None:
    if wanted:
        raise PageWanted(ctx.get_help())


def _typed(ctx: Context, param: Parameter) -> bool:
    source = ctx.get_parameter_source(param.name or "")
    return source is not None and source.name == "COMMANDLINE"


def _rows(labelled: Iterable[tuple[str, Parameter]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, getattr(param, "help", "") or "") for label, param in labelled)


def _option(param: Parameter) -> str:
    names = ", ".join(sorted((*param.opts, *param.secondary_opts), key=len))
    return names if getattr(param, "is_flag", False) else f"{names} {_metavar(param)}"


def _argument(param: Parameter) -> str:
    label = _metavar(param) + ("…" if param.nargs == -1 else "")
    return label if param.required else f"[{label}]"


def _metavar(param: Parameter) -> str:
    numeric = param.type.name.startswith(("integer", "float"))
    return param.metavar or "|".join(_choices(param)) or ("NOMBRE" if numeric else "TEXTE")


def _choices(param: Parameter) -> list[str]:
    choices = getattr(param.type, "choices", ())
    return [str(choice.value if isinstance(choice, Enum) else choice) for choice in choices]


def _paragraphs(docstring: str) -> list[str]:
    return [" ".join(part.split("\n")) for part in docstring.strip().split("\n\n")] or [""]
