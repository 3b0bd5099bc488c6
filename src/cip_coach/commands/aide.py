"""`cip-coach aide`: short pages, a glossary, and where the help of each command is."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from cip_coach.commands import TABLE, Result
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    Setting,
    SimpleOption,
    TodayOption,
    setting,
)
from cip_coach.commands.parameters import Argument
from cip_coach.terminal.messages import helping as said

if TYPE_CHECKING:
    from cip_coach.terminal.fragments import Line

EXAMPLES = (
    ("cip-coach aide", "Voir les pages et les mots du glossaire"),
    ("cip-coach aide premiere-seance", "Les trois premières minutes"),
    ("cip-coach aide RQTH", "Un mot du glossaire"),
    ("cip-coach aide bienvenue", "Revoir la présentation du premier jour"),
)
WELCOME, WORDS = "bienvenue", "glossaire"


def command(
    sujet: Annotated[list[str] | None, Argument(metavar="SUJET", help=said.subject_argument())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Lire une page d’aide, ou le sens d’un mot.

    Les accents et les majuscules ne comptent pas. L’aide d’une commande se demande
    après son nom, comme cip-coach session --help.
    """
    from cip_coach.terminal.outlet import outlet

    given = setting(journal, simple, discret, aujourd_hui)
    out = outlet(os.environ, simple=given.simple)
    return Result(lines=out.lines(_lines(" ".join(sujet or ()), given, out.columns)))


def _lines(subject: str, given: Setting, columns: int) -> "Iterable[Line]":
    """The page called `subject`, the contents without one. Raises `Misused` when there is nothing of that name."""
    from cip_coach.asking import helpfile
    from cip_coach.asking.library import shipped_folder
    from cip_coach.problem import Misused
    from cip_coach.terminal import helping
    from cip_coach.terminal.fragments import wrapped
    from cip_coach.text import closest, fold

    pages, terms = helpfile.pages(shipped_folder()), helpfile.glossary(shipped_folder())
    titles = {WELCOME: said.welcome_title(), **{name: page.title for name, page in pages.items()}}
    titles[WORDS] = said.glossary_title()
    wanted = fold(subject).strip()
    if not wanted:
        return helping.contents(titles.items(), terms, columns)
    name = next((name for name in titles if wanted in (fold(name), fold(name).replace("-", " "))), "")
    if name == WELCOME:
        return helping.screens(_welcome(given), columns)
    if name == WORDS:
        return helping.glossary(terms, columns)
    if name:
        return helping.page(pages[name], columns)
    if found := [term for term in terms if wanted in term.named()]:
        return helping.glossary(found, columns)
    for entry in TABLE:
        if fold(entry.name) == wanted:
            return wrapped(said.of_command(entry.name, entry.purpose), columns)
    known = [
        *titles,
        *(word for term in terms for word in (term.word, *term.others)),
        *(entry.name for entry in TABLE),
    ]
    raise Misused("aide-inconnue", proche=closest(subject, known) or "")


def _welcome(given: Setting) -> tuple[tuple[str, ...], ...]:
    from cip_coach.keeping.synced import service_of
    from cip_coach.terminal.messages import welcome

    return welcome.pages(str(given.journal), service_of(given.journal.resolve()))
