"""`cip-coach reglages`: every setting, its value, and who decided it."""

import os
from collections.abc import Iterator

from cip_coach.commands import Result
from cip_coach.commands.options import (
    VARIABLES,
    DiscreetOption,
    JournalOption,
    Origin,
    SimpleOption,
    TodayOption,
    by_environment,
    resolved,
)

EXAMPLES = (
    ("cip-coach reglages", "Voir chaque réglage, et d’où il vient"),
    ("cip-coach reglages changer affichage simple", "Toujours ligne à ligne, pour un lecteur d’écran"),
    ("cip-coach reglages changer journal E:\\journal", "Lire et écrire les notes sur une clé"),
    ("cip-coach reglages ouvrir", "Ouvrir le fichier dans un éditeur de texte"),
)


def command(
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir les réglages, et d’où vient chacun.

    Ce qui est tapé l’emporte sur l’environnement, l’environnement sur le fichier des
    réglages, le fichier sur la valeur habituelle. Le fichier ne change que si on le
    demande, et seule la ligne demandée change.
    """
    typed = {"journal": journal, "affichage": "simple" if simple else None, "discret": "oui" if discret else None}
    return Result(lines=_lines(typed))


def _lines(typed: dict[str, str | None]) -> Iterator[str]:
    from cip_coach.commands import configuration, folders
    from cip_coach.settings import CHOICES
    from cip_coach.terminal.messages import settings as said
    from cip_coach.terminal.outlet import outlet

    out = outlet(os.environ, simple=True)
    path, kept = folders.settings_file(), configuration.settings()
    told = by_environment(os.environ)
    for key, choices in CHOICES.items():
        value, origin = resolved(key, typed[key], told, kept.values)
        if not value:
            value = choices[0] if choices else str(folders.usual_journal())
        line = kept.lines.get(key, 0) if origin is Origin.SETTINGS else 0
        yield said.value(key, value)
        yield f"  {said.origin(origin.value, VARIABLES[key], line)}"
        yield f"  {said.explained(key)}"
    yield ""
    yield said.file_is(str(path))
    if not path.exists():
        yield f"  {said.no_file_yet()}"
    yield from out.sentence(said.how_to_change())
