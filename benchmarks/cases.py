"""What is measured, and what was promised for it. The words looked for are typed without accents, as people do."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import others
from benchmarks.measure import Command, Timed, ratio
from benchmarks.table import Line

PASS, RG, RG_ACCENTS = "python -c pass", "rg -l", "rg -il"
TAGS, CONTAINS, CONTAINS_RARE = "jrnl --tags", "jrnl -contains mobilité", "jrnl -contains légitime"
STATS, LIST, STEPS, TIME = "stats", "review", "pas", "review --question"
RARE, OFTEN, NEVER = "review legitime", "review mobilite", "review zanzibar"
JSON = "review --json"


@dataclass(frozen=True)
class Place:
    """Where things are: the interpreter, our program, the two journals, the trees."""

    python: str
    coach: tuple[str, ...]
    small: Path
    large: Path
    trees: Path
    work: Path
    jrnl: str | None
    notes: int

    def ours(self, name: str, *arguments: str, journal: Path | None = None) -> Command:
        """A command of ours, on a journal."""
        where = ("--journal", str(journal)) if journal else ()
        return Command(name, (*self.coach, *arguments, *where))


def starting(place: Place) -> list[Command]:
    """What costs the time to start, above all."""
    catalogue = json.loads((place.trees.parent / "catalogue.json").read_bytes())
    largest = place.trees / f"{max(catalogue['arbres'], key=lambda tree: tree['questions'])['id']}.yml"
    return [
        Command(PASS, (place.python, "-c", "pass")),
        place.ours("--version", "--version"),
        place.ours("journal chemin", "journal", "chemin"),
        place.ours("questions lister", "questions", "lister"),
        place.ours("--help", "--help"),
        place.ours(LIST, "review", journal=place.large),
        place.ours(f"questions verifier {largest.name}", "questions", "verifier", str(largest)),
    ]


def reading(place: Place, journal: Path) -> list[Command]:
    """What goes through the whole folder."""
    return [
        place.ours(LIST, "review", journal=journal),
        place.ours(STATS, "stats", "--texte", journal=journal),
        place.ours(NEVER, "review", "zanzibar", journal=journal),
        place.ours(RARE, "review", "legitime", journal=journal),
        place.ours(OFTEN, "review", "mobilite", journal=journal),
        place.ours(TIME, "review", "--question", "relation.confiance", journal=journal),
        place.ours(STEPS, "pas", journal=journal),
        place.ours(JSON, "review", "--json", journal=journal),
    ]


def other_programs(place: Place) -> tuple[list[Command], list[str]]:
    """The same work by others, where they are installed; what is absent."""
    found: list[Command] = []
    absent: list[str] = []
    if rg := shutil.which("rg"):
        found += [
            Command(RG, (rg, "-l", "mobilité", str(place.large))),
            Command(RG_ACCENTS, (rg, "-il", "l[eé]gitime", str(place.large))),
        ]
    else:
        absent.append("rg")
    if place.jrnl:
        configuration = str(others.jrnl(place.large, place.work))
        start = (place.jrnl, "--config-file", configuration)
        found += [
            Command(TAGS, (*start, "--tags")),
            Command(CONTAINS, (*start, "-contains", "mobilité")),
            Command(CONTAINS_RARE, (*start, "-contains", "légitime")),
        ]
    else:
        absent.append("jrnl")
    if hledger := shutil.which("hledger"):
        journal = str(others.hledger(place.large, place.work))
        found.append(Command("hledger bal", (hledger, "-f", journal, "bal")))
    else:
        absent.append("hledger")
    return found, absent


def start_lines(found: dict[str, Timed]) -> list[Line]:
    """The start-up bars."""
    bars = {"--version": (1.6, 1.2), "journal chemin": (7, 3.5), "questions lister": (7, 3.5), "--help": (14, 7)}
    verify = next(name for name in found if name.startswith("questions verifier"))
    lines = [_line(name, found, PASS, *bar) for name, bar in bars.items()]
    return [*lines, _line(LIST, found, PASS, 8, 6), _line(verify, found, PASS, 12)]


def reading_lines(found: dict[str, Timed]) -> list[Line]:
    """The bars against the others, each on the same text."""
    wanted: Sequence[tuple[str, str, float | None, float | None]] = (
        (STATS, RG, 8, 5),
        (NEVER, RG_ACCENTS, 8, 5),
        (RARE, RG_ACCENTS, 8, 5),
        (OFTEN, RG, None, None),
        (STATS, TAGS, 0.1, None),
        (RARE, CONTAINS_RARE, 0.3, None),
        (OFTEN, CONTAINS, None, None),
        (STATS, "hledger bal", None, None),
    )
    return [_line(name, found, other, bar, stretch) for name, other, bar, stretch in wanted if other in found]


def growth_lines(small: dict[str, Timed], large: dict[str, Timed]) -> list[Line]:
    """How much ten times as many notes cost."""
    return [
        Line(f"{name}, de 1 000 à 10 000 notes", large[name].middle / small[name].middle, "×", 12) for name in small
    ]


def memory_lines(found: dict[str, Timed]) -> list[Line]:
    """The peak of each command over the large journal."""
    names: Callable[[str], bool] = (STATS, LIST, NEVER, RARE, OFTEN, STEPS, TIME, JSON).__contains__
    return [Line(f"{name}, mémoire", timed.peak, "Mio", 40, 25) for name, timed in found.items() if names(name)]


def _line(
    name: str, found: dict[str, Timed], other: str, bar: float | None = None, stretch: float | None = None
) -> Line:
    timed, reference = found[name], found[other]
    detail = f"{timed.middle * 1e3:.0f} ms contre {reference.middle * 1e3:.0f} ms"
    return Line(f"{name} / {other}", ratio(timed, reference), "×", bar, stretch, detail)
