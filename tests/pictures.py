"""Makes the pictures of docs/: real screens of the real program over the invented year. Run: `python tests/pictures.py`.

`test_pictures.py` makes them again and compares: a picture shows what the program shows today.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portrait import portrait
from pseudo_terminal import Terminal, terminal

from cip_coach.commands import inventing

IMAGES = Path(__file__).parents[1] / "docs" / "images"
TODAY = date(2026, 11, 20)
ROOMY, USUAL = (80, 24), (60, 18)


@dataclass(frozen=True)
class Picture:
    """A screen of `size` (columns, rows): the command that shows it, and what is seen and typed before.

    Of a command that prints and ends, it is the first lines.
    """

    title: str
    command: str
    size: tuple[int, int]
    play: Callable[[Terminal], object]


def _answered(screen: Terminal) -> None:
    """`a-chaud` from its first page to its recap."""
    _to_the_first_question(screen)
    screen.press("2")
    screen.see("en premier")
    screen.press("Un long silence, puis elle parle de son frère.", "enter")
    screen.see("laisse en moi")
    screen.press("tab")
    screen.see("accroche")
    screen.press("n")
    screen.see("bien")
    screen.press("J'ai attendu.", "enter")
    screen.see("petit pas")
    screen.press("tab")
    screen.see("Relecture", "Ctrl+C pause")


def _to_the_first_question(screen: Terminal) -> None:
    screen.see("Commencer")
    screen.press("enter")
    screen.see("météo", "Ctrl+C pause")


def _opened(screen: Terminal) -> None:
    """The last note of the list, opened."""
    screen.see("Mes notes", "Ctrl+C quitter")
    screen.press("enter")
    screen.see("Échap liste", "cette semaine")


def _plainly(screen: Terminal) -> None:
    screen.see("météo")
    screen.press("2", "enter")
    screen.see("éclaircies", "en premier", "pour passer. >")


PICTURES = {
    "accueil": Picture("L’accueil de cip-coach", "accueil", USUAL, lambda screen: screen.see("Que faire maintenant", "Ctrl+C quitter")),
    "question": Picture(
        "Une question de l’arbre « À chaud »", "session a-chaud --personne galet", USUAL, _to_the_first_question
    ),
    "relecture": Picture("La relecture avant de fermer", "session a-chaud --personne galet", USUAL, _answered),
    "note": Picture("Une note fermée, relue", "review", (80, 34), _opened),
    "relire": Picture("La liste des dernières notes", "review", ROOMY, lambda screen: screen.see("Mes notes", "Ctrl+C quitter")),
    "avant-rdv": Picture("L’essentiel avant un rendez-vous", "review --personne érable --avant-rdv", USUAL, Terminal.end),
    "stats": Picture("Ce qui revient", "stats", (80, 40), lambda screen: screen.see("Entrée : la suite")),
    "simple": Picture(
        "Une séance en mode simple", "session a-chaud --personne galet --simple", ROOMY, _plainly
    ),
}  # fmt: skip


def drawn(name: str, furnished: Path, home: Path) -> str:
    """The picture `name` as SVG, by somebody whose new home `home` starts as a copy of `furnished`."""
    shutil.copytree(furnished, home)
    picture = PICTURES[name]
    columns, rows = picture.size
    arguments = [*picture.command.split(), "--aujourd-hui", TODAY.isoformat()]
    with terminal(arguments, home, columns=columns, rows=rows) as screen:
        picture.play(screen)
        printed = picture.play is Terminal.end
        sent = "".join(screen.raw.splitlines(keepends=True)[:rows]).rstrip() if printed else screen.raw
        return portrait(sent, columns, rows, picture.title)


def furnish(home: Path) -> None:
    """Write the invented year where the program of somebody whose home is `home` keeps its journal."""
    root = home / ".local" / "share" / "cip-coach" / "journal"
    root.parent.mkdir(parents=True)
    for _ in inventing.invented(inventing.read_year(), root, TODAY):
        pass


def main() -> int:
    """Write the pictures that are not up to date, and name them."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        furnished = Path(folder) / "meublee"
        furnish(furnished)
        for name in PICTURES:
            made, path = drawn(name, furnished, Path(folder) / name), IMAGES / f"{name}.svg"
            if not path.is_file() or path.read_text(encoding="utf-8") != made:
                path.write_text(made, encoding="utf-8")
                sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
