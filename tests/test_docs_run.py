"""Every command line of README.md and docs/, run as written: in a new home, by somebody who answers nothing.

The home has the invented year as its journal, and the files that the pages name.
The terminal is a plain one (`TERM=dumb`): what is shown in full screen is looked at in other tests.
Lines that install something are not run here; `.ci/run` runs those of README.md.
"""

import importlib
import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from manycommands import Commands
from pseudo_terminal import needs_pty, on_one_line, surroundings
from test_docs import PUBLIC

from cip_coach.commands import TABLE, Entry, inventing

pytestmark = needs_pty

DONE, LEFT, MISUSED, BUG, HANGS = 0, 75, 2, 70, -9
FENCED = re.compile(r"^```(?:sh|bat|console|)\n(.*?)^```", re.MULTILINE | re.DOTALL)
WHOLE = {
    "cip-coach review --modifier": "{note}",
    "cip-coach review --jeter": "{note}",
    "cip-coach journal oublier": "galet",
    "cip-coach pas fait": "{step}",
    "cip-coach pas laisse": "{step}",
    "cip-coach pas rouvrir": "{step}",
    "cip-coach questions verifier": "a-chaud",
}
"""Lines that the text around them completes, in words."""
BEFORE = {
    "cip-coach session --reprendre": ("session a-chaud", "\n2\n"),
    "cip-coach programme commencer cpp érable --le lundi": ("programme terminer érable", ""),
    "cip-coach journal oublier": ("session --reprendre", ".pause\n4\nsupprimer\n"),
}
"""What was done and typed before a line: a session was left, a draft deleted, a programme ended."""
AFTER = {"cip-coach journal deplacer DOSSIER": "reglages changer journal ailleurs"}
"""What a line itself says to do next."""
TYPED = {"cip-coach journal oublier": "oublier\n", "cip-coach journal oublier CODE": "oublier\n"}
REFUSED = {
    "cip-coach journal chiffrer": "« chiffrer » n’a pas été tapé",
    "cip-coach journal dechiffrer": "pas un coffre",
}
"""What lines answer to somebody who answers nothing; `test_vault_commands` goes through with them."""
MADE = {
    "cip-coach stats --html bilan.html": "bilan.html",
    "cip-coach journal sauvegarder mon-journal.zip": "mon-journal.zip",
    "cip-coach questions voir mon-arbre --papier mon-arbre.html": "mon-arbre.html",
    "cip-coach review --csv FICHIER": "sortie",
}
PLACES = {"DOSSIER": "ailleurs", "FICHIER": "sortie", "CODE": "galet"}
"""What stands for what the reader chooses."""
TREE = 'arbre: mon-arbre\ntitre: "Mon arbre"\nquestions:\n  - {id: mon_arbre.un, question: "Quoi ?"}\n'
PROGRAMME = 'id: cej\nnom: "Mon programme"\netapes:\n  - {arbre: cpp-accueil}\n'
ELSEWHERE = {"premier-arbre.md", "commandes.md"}
"""The first is played word for word by `test_questions_tutorial`; the second holds examples with other names."""


def lines_of(page: str) -> list[str]:
    """The command lines of a page, fenced and inline, in its order."""
    text = PUBLIC[page]
    blocks = [(found.start(), line) for found in FENCED.finditer(text) for line in found[1].splitlines()]
    prose = FENCED.sub(lambda found: " " * len(found[0]), text)
    inline = [(found.start(), found[1].replace("\n", " ")) for found in re.finditer(r"`(cip-coach[^`]*)`", prose)]
    found = [line.strip().removeprefix("$ ") for _, line in sorted([*blocks, *inline], key=lambda one: one[0])]
    return list(dict.fromkeys(line for line in found if re.match(r"cip-coach(?: |$)", line)))


PAGES = [page for page in PUBLIC if page not in ELSEWHERE and lines_of(page)]


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("annee") / "journal"
    for _ in inventing.invented(inventing.read_year(), root, date.today()):  # noqa: DTZ011
        pass
    return root


@pytest.fixture(scope="module")
def commands(tmp_path_factory) -> Iterator[tuple[Path, Commands]]:
    """A home, and the program there."""
    home = tmp_path_factory.mktemp("maison")
    opened = Commands(surroundings(home) | {"TERM": "dumb", "EDITOR": "true", "VISUAL": "true"}, home)
    yield home, opened
    opened.end()


@pytest.fixture
def home(commands, year) -> Path:
    """The home with nothing in it but a year of notes, and the files that the pages name."""
    place: Path = commands[0]
    for left in place.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    shutil.copytree(year, place / ".local" / "share" / "cip-coach" / "journal")
    downloads, own = place / "Téléchargements", place / ".config" / "cip-coach"
    for folder in (downloads, own / "arbres", own / "programmes"):
        folder.mkdir(parents=True)
    (place / "arbres").mkdir()
    for path in (place / "mon-arbre.yml", downloads / "mon-arbre.yml", downloads / "arbre-recu.yml"):
        path.write_text(TREE.replace("mon-arbre", path.stem), encoding="utf-8")
    (place / "arbres" / "mon-arbre.yml").write_text(TREE, encoding="utf-8")
    (downloads / "cej.yml").write_text(PROGRAMME, encoding="utf-8")
    return place


@pytest.fixture
def run(home, commands):
    """Run a line as written, completed as the text around it does; its exit code and what was shown."""
    notes = sorted((home / ".local/share/cip-coach/journal").glob("*/*.md"))
    note = next(path for path in reversed(notes) if "> - [ ]" in path.read_text("utf-8")).stem.rpartition("_")[2]

    def running(line: str) -> tuple[int, str]:
        before, typed = BEFORE.get(line, ("", ""))
        if before:
            commands[1].run(before.split(), typed, terminal=True)
        words = shlex.split(line.partition(" > ")[0], comments=True)[1:]
        words += [word.format(note=note, step=f"{note}.1") for word in WHOLE.get(line, "").split()]
        said = commands[1].run([PLACES.get(word, word) for word in words], TYPED.get(line, ""), terminal=True)
        if line in AFTER:
            commands[1].run(AFTER[line].split(), "", terminal=True)
        return int(said["code"]), on_one_line([str(said["out"])])

    return running


@pytest.mark.parametrize("page", PAGES)
def test_every_command_line_of_a_page_does_what_it_is_there_for(page, home, run):
    for line in lines_of(page):
        code, shown = run(line)
        refused = REFUSED.get(line.partition("  ")[0].strip(), "")
        assert refused in shown, line
        assert refused or code in (DONE, LEFT), f"{line}: {code}, {shown}"
        assert line not in MADE or (home / MADE[line]).stat().st_size > 0, line


def examples(entries: tuple[Entry, ...] = TABLE) -> Iterator[str]:
    """The command lines that the help of each command gives as examples; docs/commandes.md shows them all."""
    for entry in entries:
        if entry.module:
            yield from (line for line, _ in importlib.import_module(entry.module).EXAMPLES)
        yield from examples(entry.children)


def test_every_example_of_the_help_is_understood(run):
    lines = [line for line in dict.fromkeys(examples()) if line.startswith("cip-coach")]
    assert len(lines) > 80
    for line in lines:
        code, shown = run(line)
        assert code not in (MISUSED, BUG, HANGS), f"{line}: {code}, {shown}"
