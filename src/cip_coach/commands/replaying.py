"""`session ARBRE --reponses F.yml`: an answers file through the same interview, then a closed note."""

import time
from datetime import date
from pathlib import Path

from cip_coach import text
from cip_coach.asking.interview import Interview
from cip_coach.asking.replay import AnswersText, replay
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import PersonRule, Tree
from cip_coach.commands import following, opening, recalling, settling, unlocking
from cip_coach.commands.drafting import Drafting, Stopwatch
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import journal_if_any
from cip_coach.keeping import disk
from cip_coach.keeping.refusals import Unreadable
from cip_coach.problem import Misused
from cip_coach.snapshot import Origin
from cip_coach.terminal import notices
from cip_coach.terminal.messages import opening as said


def replayed(tree_name: str | None, person: str | None, day: date, answers: Path, setting: Setting) -> Path:
    """The path of the closed note that the answers file gives.

    Raises `Misused` with everything that is wrong in the tree or the file: then nothing is written.
    """
    if tree_name is None:
        raise Misused("reponses-sans-arbre")
    library = opening.library()
    tree = library.tree(tree_name)
    known = journal_if_any(setting, unlock=False)
    if unlocking.needed(tree, known, library) and known is not None:
        known = unlocking.unlocked(known)
    if known is not None and not known.locked:
        settling.finish(known, library)
    code = code_for(tree, person)
    belongs = following.belonging(known, library, tree.id, code, day)
    sources = recalling.sources(tree, known, day, library)
    context = Context(day=day, person=code, appointment=belongs.appointment, sources=sources)
    interview, problems = replay(Interview(tree, context), _answers_text(answers))
    if problems:
        raise Misused("reponses-invalides", problems, fichier=answers.name)
    begun = opening.now()
    journal = opening.open_journal(setting)
    if journal.created:
        notices.tell(said.journal_created(str(journal.root)))
    drafting = Drafting(
        journal=journal,
        origin=Origin(id=opening.new_id(), begun=begun, programme=belongs.programme),
        stopwatch=Stopwatch(time.monotonic),
    )
    return drafting.close(interview, begun)


def code_for(tree: Tree, person: str | None) -> str:
    """The person's code, as `tree` wants it. Raises `Misused` when it wants one and has none, or the reverse."""
    code = text.clean_line(person or "")
    if tree.person is PersonRule.REQUIRED and not code:
        raise Misused("personne-requise", arbre=tree.id)
    if tree.person is PersonRule.NONE and code:
        raise Misused("personne-aucune", arbre=tree.id)
    return code


def _answers_text(path: Path) -> AnswersText:
    try:
        return AnswersText(path.name, disk.read(path).decode("utf-8-sig"))
    except Unreadable as error:
        raise Misused("reponses-illisibles", fichier=path.name, raison=error.reason) from None
    except UnicodeDecodeError:
        raise Misused("reponses-pas-utf8", fichier=path.name) from None
