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
from cip_coach.terminal.fragments import EMPTY, Line, line, wrapped
from cip_coach.terminal.outlet import outlet

EXAMPLES = (
    ("cip-coach reglages", "Voir chaque réglage, et d’où il vient"),
    ("cip-coach reglages changer affichage simple", "Toujours ligne à ligne, pour un lecteur d’écran"),
    ("cip-coach reglages changer journal E:\\journal", "Lire et écrire les notes sur une clé"),
    ("cip-coach reglages ouvrir", "Ouvrir le fichier dans un éditeur de texte"),
)
INDENT = "  "


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
    out = outlet(os.environ, simple=simple)
    return Result(lines=out.lines(_lines(typed, out.columns)))


def _lines(typed: dict[str, str | None], columns: int) -> Iterator[Line]:
    from cip_coach.commands import configuration, folders
    from cip_coach.settings import CHOICES
    from cip_coach.terminal.messages import settings as said

    path, kept = folders.settings_file(), configuration.settings()
    told = by_environment(os.environ)
    for key, choices in CHOICES.items():
        value, origin = resolved(key, typed[key], told, kept.values)
        if not value:
            value = choices[0] if choices else str(folders.usual_journal())
        place = kept.lines.get(key, 0) if origin is Origin.SETTINGS else 0
        yield line(said.value(key, value), "title")  # a path is whole, to be copied
        yield from wrapped(said.origin(origin.value, VARIABLES[key], place), columns, indent=INDENT, style="dim")
        yield from wrapped(said.explained(key), columns, indent=INDENT)
        yield EMPTY
    yield line(said.file_is(str(path)))
    yield from wrapped("" if path.exists() else said.no_file_yet(), columns, indent=INDENT)
    for sentence in said.how_to_change():
        yield from wrapped(sentence, columns)
