"""`python -m benchmarks`: how fast, against what was promised (issue « Speed », docs/performances.md).

Makes two journals, always the same, and measures in alternation: our commands,
`python -c pass`, and `rg`, `jrnl` and `hledger` where they are installed.
Installs nothing. To measure the wheel: run it with the python of a clean
virtual environment that holds the wheel, from the top of the repository.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from benchmarks import cases, sealed
from benchmarks.cases import Place
from benchmarks.measure import in_turn
from benchmarks.table import Line, table

LARGE, SMALL = 10_000, 1_000


def main() -> None:
    """Measure, print the table, write the JSON."""
    asked = _arguments()
    if asked.tours < 11:
        print("Moins de 11 tours : un coup d’œil, pas une mesure.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(asked.dossier or temporary).absolute()
        place = _place(asked, work)
        environment = _environment(work, asked.python is None)
        others, absent = cases.other_programs(place)
        for name in absent:
            print(f"{name} : absent, non mesuré", file=sys.stderr)
        start = in_turn(cases.starting(place), asked.tours, environment)
        large = in_turn([*others, *cases.reading(place, place.large)], asked.tours, environment)
        small = in_turn(cases.reading(place, place.small), max(asked.tours // 2, 3), environment)
        lines = [
            *cases.start_lines(start),
            *_at_a_terminal(place, environment, asked.tours),
            *cases.reading_lines(large),
            *cases.growth_lines(small, large),
            *cases.memory_lines(large),
            *sealed.lines(place, max(asked.tours // 2, 3), environment),
        ]
    sys.stderr.write("\n")
    print(table(lines))
    print(f"\n{_machine()}")
    if asked.json:
        told = {"machine": _machine(), "tours": asked.tours, "mesures": [line.plain() for line in lines]}
        Path(asked.json).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--python", help="l’interpréteur qui a cip-coach (par défaut, celui-ci)")
    parser.add_argument("--tours", type=int, default=11, help="combien de fois chaque commande, en alternance")
    parser.add_argument("--json", metavar="FICHIER", help="où écrire les mesures")
    parser.add_argument("--dossier", help="où garder les journaux fabriqués, pour une autre fois")
    parser.add_argument("--jrnl", default=shutil.which("jrnl"), help="le programme jrnl, s’il est ailleurs")
    return parser.parse_args()


def _place(asked: argparse.Namespace, work: Path) -> Place:
    python = asked.python or sys.executable
    script = Path(python).parent / "cip-coach"
    for name, count in (("petit", SMALL), ("grand", LARGE)):
        if not (work / name).exists():  # in another process: the peak of ours would be that of what we start
            subprocess.run([sys.executable, "-m", "benchmarks.corpus", str(work / name), str(count)], check=True)
    return Place(
        python=python,
        coach=(str(script),) if script.exists() else (python, "-m", "cip_coach"),
        small=work / "petit",
        large=work / "grand",
        trees=Path(__file__).parents[1] / "questions" / "arbres",
        work=work,
        jrnl=asked.jrnl,
        notes=LARGE,
    )


def _environment(work: Path, same: bool) -> dict[str, str]:
    """An empty home, and nothing of ours but where the package is when it is not installed."""
    home = work / "maison"
    shutil.rmtree(home, ignore_errors=True)  # a tree of one's own, left by another time, is one more to read
    home.mkdir()
    kept = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    if same and "PYTHONPATH" in os.environ:
        kept["PYTHONPATH"] = os.environ["PYTHONPATH"]
    return kept


def _at_a_terminal(place: Place, environment: dict[str, str], rounds: int) -> list[Line]:
    if os.name == "nt":
        print("pseudo-terminal : absent, non mesuré", file=sys.stderr)
        return []
    from benchmarks import sitting

    sitting.write_tree(Path(environment["HOME"]) / ".config" / "cip-coach")
    empty = place.work / "vide"
    first, plain = [], []
    for _ in range(rounds + 1):
        plain.append(sitting.plain_input(place.python, environment))
        first.append(sitting.first_question(place.coach, empty, environment))
    alone, among = [], []
    for _ in range(max(rounds // 2, 2)):
        alone += sitting.steps(place.coach, empty, environment)
        among += sitting.steps(place.coach, place.large, environment)
    opened = median(one / other for one, other in list(zip(first, plain, strict=True))[1:])
    detail = f"{median(first) * 1e3:.0f} ms contre {median(plain) * 1e3:.0f} ms"
    count = f"{len(among)} questions, {place.notes} notes présentes"
    return [
        Line("première question à l’écran / input()", opened, "×", 13, 10, detail),
        Line("d’Entrée à la question suivante, médiane", median(among) * 1e3, "ms", 30, 15, count),
        Line("d’Entrée à la question suivante, 99e centile", quantiles(among, n=100)[98] * 1e3, "ms", 100, 50, count),
        Line("la même, avec 10 000 notes / sans aucune", median(among) / median(alone), "×", 1.2, 1.05),
    ]


def _machine() -> str:
    try:
        version = importlib.metadata.version("cip-coach")
    except importlib.metadata.PackageNotFoundError:
        version = "(source)"
    return (
        f"cip-coach {version}, Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} processeurs"
    )


if __name__ == "__main__":
    main()
