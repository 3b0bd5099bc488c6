"""`cip-coach questions ajouter`: files that somebody shared, checked and copied into the user's own folder."""

from pathlib import Path
from typing import Annotated

from cip_coach.asking.checking import Checked, Sort
from cip_coach.asking.library import Library
from cip_coach.asking.treefile import TreeText
from cip_coach.commands import Result, opening
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.ownshelf import agreed, place_of, put, with_schema
from cip_coach.commands.parameters import Argument
from cip_coach.commands.questionfiles import Checker, named, text_of
from cip_coach.commands.questions_corriger import difference
from cip_coach.commands.questions_verifier import verified
from cip_coach.problem import Misused, Problem
from cip_coach.terminal import notices
from cip_coach.terminal.messages import ownquestions as said
from cip_coach.terminal.messages.questions import files_argument

EXAMPLES = (("cip-coach questions ajouter Téléchargements/arbre-recu.yml", "Vérifier, montrer, puis copier"),)
Sound = tuple[Checked, TreeText]


def command(
    fichier: Annotated[list[str] | None, Argument(metavar="FICHIER", help=files_argument())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Ajouter à mon dossier des fichiers reçus : vérifiés, puis copiés.

    Ce qu’ils remplaceraient est montré, et rien n’est remplacé sans le demander. Un
    fichier qui a une erreur n’est pas copié, ni aucun autre avec lui.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    if not fichier:
        raise Misused("questions-sans-fichier")
    library = opening.library()
    paths = named(fichier, library)
    checker = Checker(library)
    sound: list[Sound] = []
    for path in paths:
        checked, source, _ = checker.check(path)
        if checked is None or source is None or not checked.sound or not checked.name:
            return verified(paths, checker, given)
        sound.append((checked, source))
    return Result(lines=[line for checked, source in sound for line in _added(checked, source, library)])


def _added(checked: Checked, source: TreeText, library: Library) -> list[str]:
    """Copy one file; the path of the copy, or nothing when the user said no."""
    path = place_of(checked.sort, checked.name)
    former = text_of(path) if path.exists() else None
    text = source.text if checked.sort is Sort.SCENARIOS else with_schema(source.text, checked.sort, checked.name)
    if checked.problems:
        notices.tell(said.remarks(checked.name, len(checked.problems), source.file))
    if isinstance(former, TreeText) and former.text == text:
        notices.tell(said.already_same(checked.name))
        return [str(path)]
    if not _wanted(checked, path, former, text, library):
        notices.tell(said.left_out(checked.name))
        return []
    kept = put(path, text)
    notices.tell(said.added(checked.name), *([said.kept_beside(kept.name)] if kept else []))
    return [str(path)]


def _wanted(checked: Checked, path: Path, former: TreeText | Problem | None, text: str, library: Library) -> bool:
    """Whether the user agrees to what this file replaces; nothing replaced needs no agreement."""
    if former is not None:
        notices.tell(said.replaces_mine(checked.name, str(path)))
        if isinstance(former, TreeText):
            notices.tell(*difference(former.text, text))
        return agreed(said.ask_replace())
    shipped = Library.folders_only()
    known = {Sort.TREE: shipped.names(), Sort.PROGRAMME: shipped.programmes()}.get(checked.sort, {})
    if checked.name not in known:
        return True
    notices.tell(said.replaces_shipped(checked.name))
    if checked.tree is not None:
        now, _ = library.read(known[checked.name])
        ours, theirs = set(now.identities()) if now else set(), set(checked.tree.identities())
        notices.tell(said.questions_changed(len(theirs - ours), len(ours - theirs)))
    return agreed(said.ask_replace())
