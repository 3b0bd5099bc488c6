"""What a reading command ends with: on stderr, the files to look at, and why. Knows no journal."""

from collections.abc import Iterable, Iterator, Sequence

from cip_coach.problem import Problem
from cip_coach.terminal import notices
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import review as said


def ending(lines: Iterable[str], problems: Sequence[Problem]) -> Iterator[str]:
    """`lines`, then on stderr the files to look at; `problems` may grow until the last line."""
    yield from lines
    tell(problems)


def tell(problems: Sequence[Problem]) -> None:
    """Say on stderr which files are to be looked at, and why."""
    if not problems:
        return
    notices.tell("", said.files_aside(len({problem.file for problem in problems})))
    for problem in sorted(problems, key=lambda problem: (problem.warning, problem.file, problem.line)):
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        notices.tell(f"  {place}{said.NBSP}: {phrase(problem.code, problem.details)}")
