"""`cip-coach questions corriger`: what can be put right in a file without deciding anything, shown first."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Annotated

from cip_coach.asking.library import is_own
from cip_coach.asking.mending import mended
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.ownshelf import agreed, set_aside
from cip_coach.commands.parameters import Argument
from cip_coach.commands.questionfiles import Checker, named, text_of
from cip_coach.commands.questions_verifier import FAULTY, verified
from cip_coach.keeping import disk
from cip_coach.problem import Misused, Problem, Refused
from cip_coach.terminal import notices
from cip_coach.terminal.messages import ownquestions as said
from cip_coach.terminal.messages.questions import files_argument

EXAMPLES = (("cip-coach questions corriger mon-arbre.yml", "Voir les changements, puis dire oui ou non"),)
BOM = "\ufeff"


def command(
    fichier: Annotated[str, Argument(metavar="FICHIER", help=files_argument())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Corriger ce qui ne demande pas de décision : guillemets, identifiants absents.

    Les changements sont montrés, puis demandés. Le fichier d’avant reste à côté, avec
    « .avant » à la fin de son nom. Les autres fautes sont à corriger soi-même.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    library = opening.library()
    paths = named([fichier], library)
    if len(paths) != 1:
        raise Misused("questions-un-fichier")
    path = paths[0]
    source = text_of(path)
    if isinstance(source, Problem):
        raise Misused("arbre-invalide", (source,), arbre=path.name)
    after = mended(source.text)
    if after.text == source.text:
        notices.tell(said.nothing_to_mend())
        return verified([path], Checker(library), given)
    if not is_own(path):
        raise Refused("questions-livre", arbre=path.name.removesuffix(".yml"))
    notices.tell(*difference(source.text, after.text))
    notices.tell(said.can_mend(after.quoted, after.named))
    if not agreed(said.ask_mend()):
        notices.tell(said.nothing_changed())
        return Result(exit_code=FAULTY)
    former = _written(path, after.text)
    notices.tell(said.mended(former.name))
    return verified([path], Checker(library), given)


def difference(before: str, after: str) -> Iterator[str]:
    """The lines that change, with their numbers: those of before with a minus, of after with a plus."""
    lines = unified_diff(before.split("\n"), after.split("\n"), n=1, lineterm="")
    old = new = 0
    for rank, one in enumerate(lines):
        if rank < 2:
            continue
        if one.startswith("@@"):
            old, new = (int(part[1:].split(",")[0]) for part in one.split()[1:3])
            yield ""
        elif one.startswith("-"):
            yield f"{old:>4} - {one[1:]}"
            old += 1
        elif one.startswith("+"):
            yield f"{new:>4} + {one[1:]}"
            new += 1
        else:
            yield f"{new:>4}   {one[1:]}"
            old, new = old + 1, new + 1


def _written(path: Path, text: str) -> Path:
    """Put `text` at `path` with the line ends and the mark it had; the file of before, kept beside."""
    data = disk.read(path)
    before = data.decode("utf-8")
    if "\r\n" in before:
        text = text.replace("\n", "\r\n")
    if before.startswith(BOM):
        text = BOM + text.removeprefix(BOM)
    former = set_aside(path, data)
    disk.save(path, text.encode(), seen=disk.digest(data))
    return former
