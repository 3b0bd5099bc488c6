"""What a command takes: its options and its arguments, declared in `Annotated`.

Neither knows typer: a line that is plainly right is read without it (`quickline`);
for any other, `mounting` tells typer the same.
"""

from cip_coach.frozen import frozen


@frozen
class Option:
    """A named value: what it is called, its placeholder and its line in the help, and the bounds of a number.

    One of type `bool` takes no value.
    """

    name: str
    metavar: str | None = None
    help: str = ""
    short: str | None = None
    min: int | None = None
    max: int | None = None


@frozen
class Argument:
    """A value without a name, known by its place on the line."""

    metavar: str | None = None
    help: str = ""
