"""What can be wrong, as values. Knows codes and details; the French sentences live in `terminal.messages`.

A `Problem` is an imperfection of data: it travels beside the good part. A
`CoachError` means "cannot go on": it ends the command with its exit code.
"""

from collections.abc import Mapping

from cip_coach.frozen import field, frozen

Details = Mapping[str, str | int]


@frozen
class Problem:
    """One fault in a file: where (line and column from 1, 0 when unknown) and which.

    `code` is a stable slug such as `cle-inconnue`; `details` fills its sentence.
    `warning` is True for what a reader would only trip on.
    """

    file: str
    line: int
    column: int
    code: str
    details: Details = field(default_factory=dict)
    warning: bool = False


class CoachError(Exception):
    """The command cannot go on. `code` and `details` make its sentence, `problems` the list below it."""

    exit_code = 1

    def __init__(self, code: str, problems: tuple[Problem, ...] = (), **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details: Details = details
        self.problems = problems


class Refused(CoachError):
    """Refused or failed: nothing was changed (exit 1)."""


class Misused(CoachError):
    """Wrong usage, or an invalid tree or answers file (exit 2)."""

    exit_code = 2
