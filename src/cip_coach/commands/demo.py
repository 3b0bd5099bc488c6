"""`cip-coach demo`: everything, on an invented journal that is gone when one leaves."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

from cip_coach.commands import Result, folders
from cip_coach.commands.options import (
    VARIABLES,
    DiscreetOption,
    JournalOption,
    Setting,
    SimpleOption,
    TodayOption,
    setting,
)
from cip_coach.commands.parameters import Argument
from cip_coach.problem import Misused
from cip_coach.terminal.messages import demo as said

EXAMPLES = (
    ("cip-coach demo", "L’accueil, sur un an de notes inventées"),
    ("cip-coach demo -- review --personne érable --avant-rdv", "Une seule commande, sur le même journal"),
    ("cip-coach demo -- stats", "Ce qui revient dans un an de notes"),
    ("cip-coach demo --aujourd-hui 2026-06-15 -- programme", "Le même jour donne toujours le même journal"),
)
HOME = ("accueil",)


def command(
    mots: Annotated[list[str] | None, Argument(metavar="MOT", help=said.words_argument())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Essayer sur un journal inventé, effacé à la sortie.

    Un an de notes, deux programmes, des pas faits ou ouverts : tout peut s’essayer,
    y compris les réglages, sans que rien touche au vrai journal. Personne n’y existe.
    """
    typed = tuple(mots or ())
    if journal is not None or any(word.partition("=")[0] == "--journal" for word in typed):
        raise Misused("demo-journal")
    given = setting(os.curdir, simple, discret, aujourd_hui)  # whatever the settings say of the real journal
    options = [*(["--aujourd-hui", aujourd_hui] if aujourd_hui is not None else [])]
    options += [option for option, on in (("--simple", given.simple), ("--discret", given.discreet)) if on]

    from cip_coach.commands import parting
    from cip_coach.terminal import hangup, notices

    with ExitStack() as stack:
        stack.enter_context(parting.heard_or_not())
        folder = stack.enter_context(_passing_folder())
        stack.enter_context(hangup.install())
        _fill(folder / "journal", given)
        stack.enter_context(_instead_of_the_real(folder))
        if typed:
            notices.tell(said.invented())
        return Result(then=(*(typed or HOME), *options), within=stack.pop_all())
    raise AssertionError("an exit stack swallows nothing")


def _fill(root: Path, given: Setting) -> None:
    from cip_coach.commands import inventing
    from cip_coach.terminal import progress

    year = inventing.read_year()
    made = inventing.invented(year, root, given.today)
    for _ in progress.along(made, len(year.notes), said.making, simple=given.simple, few=0):
        pass


@contextmanager
def _passing_folder() -> Iterator[Path]:
    """A folder of one's own, gone at the end; Python takes it away too when the program ends otherwise."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="cip-coach-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def _instead_of_the_real(folder: Path) -> Iterator[None]:
    """While inside, the journal and the configuration are those of `folder`, for every command."""
    instead = {VARIABLES["journal"]: str(folder / "journal"), folders.VARIABLE: str(folder / "configuration")}
    before = {name: os.environ.get(name) for name in instead}
    os.environ.update(instead)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
