"""Commands run in turn, round after round: only what is measured in the same round is compared."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

WARM_UP = 2


@dataclass(frozen=True)
class Command:
    """What is run, under the name it has in the table."""

    name: str
    argv: tuple[str, ...]


@dataclass
class Timed:
    """The runs of a command: seconds of wall clock, seconds of processor, peak memory in MiB."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak: float = 0.0

    @property
    def middle(self) -> float:
        """The median of the wall clock."""
        return median(self.wall)


def in_turn(commands: Sequence[Command], rounds: int, environment: Mapping[str, str]) -> dict[str, Timed]:
    """Every command once a round, after rounds of warm-up; each round begins with another one."""
    found = {command.name: Timed() for command in commands}
    for number in range(-WARM_UP, rounds):
        shift = number % len(commands)
        for command in (*commands[shift:], *commands[:shift]):
            wall, cpu, peak = _run(command, environment)
            if number >= 0:
                timed = found[command.name]
                timed.wall.append(wall)
                timed.cpu.append(cpu)
                timed.peak = max(timed.peak, peak)
        _dot()
    return found


def ratio(timed: Timed, reference: Timed) -> float:
    """The median of the ratios of each round: what slows the machine down slows both."""
    return median(one / other for one, other in zip(timed.wall, reference.wall, strict=True))


def _run(command: Command, environment: Mapping[str, str]) -> tuple[float, float, float]:
    start = time.perf_counter()
    process = subprocess.Popen(
        command.argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=dict(environment),
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in (0, 1):  # 1: rg and jrnl found nothing
        sys.exit(f"{' '.join(command.argv)} : {process.returncode}\n{said.decode(errors='replace')}")
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return wall, usage.ru_utime + usage.ru_stime, peak


def _dot() -> None:
    sys.stderr.write(".")
    sys.stderr.flush()
