"""`cip-coach review`: read notes again, follow a question through time, look again."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    SimpleOption,
    TodayOption,
    setting,
)
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.period import MonthOption, OnOption, SinceOption, UntilOption, days
from cip_coach.problem import Misused
from cip_coach.terminal.messages import review_options as said

EXAMPLES = (
    ("cip-coach review", "Les dernières notes"),
    ("cip-coach review mobilité --personne érable --depuis mars", "Chercher un mot, sous un code, depuis mars"),
    ("cip-coach review --personne érable --avant-rdv", "L’essentiel avant un rendez-vous"),
    ("cip-coach review --question relation.confiance --personne érable", "Une question au fil du temps"),
    ("cip-coach review --regard k7f3qd", "Ajouter un regard à une note"),
)

Text = str | None
MOST = 100_000


def command(
    mots: Annotated[list[str] | None, Argument(metavar="MOT", help=said.words_argument())] = None,
    sans: Annotated[list[str] | None, Option("--sans", metavar="MOT", help=said.without_option())] = None,
    personne: Annotated[Text, Option("--personne", metavar="CODE", help=said.person_option())] = None,
    arbre: Annotated[Text, Option("--arbre", metavar="ARBRE", help=said.tree_option())] = None,
    question: Annotated[Text, Option("--question", metavar="NOM", help=said.question_option())] = None,
    difficulte: Annotated[Text, Option("--difficulte", metavar="NOM", help=said.difficulty_option())] = None,
    depuis: SinceOption = None,
    jusqu_a: UntilOption = None,
    mois: MonthOption = None,
    le: OnOption = None,
    nombre: Annotated[
        int | None, Option("--nombre", metavar="NOMBRE", min=0, max=MOST, help=said.number_option())
    ] = None,
    lire: Annotated[Text, Option("--lire", metavar="ID", help=said.read_option())] = None,
    avant_rdv: Annotated[bool, Option("--avant-rdv", help=said.before_option())] = False,
    ce_jour: Annotated[bool, Option("--ce-jour", help=said.this_day_option())] = False,
    hasard: Annotated[bool, Option("--hasard", help=said.random_option())] = False,
    dernier: Annotated[bool, Option("--dernier", help=said.last_option())] = False,
    regard: Annotated[Text, Option("--regard", metavar="ID", help=said.look_option())] = None,
    modifier: Annotated[Text, Option("--modifier", metavar="ID", help=said.edit_option())] = None,
    jeter: Annotated[Text, Option("--jeter", metavar="ID", help=said.discard_option())] = None,
    restaurer: Annotated[Text, Option("--restaurer", metavar="ID", help=said.restore_option())] = None,
    json: Annotated[bool, Option("--json", help=said.json_option())] = False,
    csv: Annotated[Text, Option("--csv", metavar="FICHIER", help=said.csv_option())] = None,
    export: Annotated[Text, Option("--export", metavar="FICHIER", help=said.export_option())] = None,
    mois_seulement: Annotated[bool, Option("--mois-seulement", help=said.months_only_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Relire ses notes, retrouver un mot, suivre une question dans le temps, y porter un regard.

    Sans rien de plus, ouvre la liste des notes : les flèches et Entrée pour lire,
    des lettres pour filtrer, F1 pour l’aide. Les mots et les options se combinent :
    une note doit répondre à tous. La recherche ne tient compte ni des accents, ni
    des majuscules. Les notes ne changent jamais à la lecture.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    period = days(depuis, jusqu_a, mois, le, given.today)
    changes = {"--regard": regard, "--modifier": modifier, "--jeter": jeter, "--restaurer": restaurer}
    sources = {"--lire": lire is not None, "--ce-jour": ce_jour, "--hasard": hasard, "--dernier": dernier}
    outputs = {"--json": json, "--csv": csv is not None, "--export": export is not None}
    alone = [
        *(option for option, name in changes.items() if name is not None),
        *(["--avant-rdv"] if avant_rdv else []),
    ]
    _compatible(alone, _chosen(sources), _chosen(outputs))
    if mois_seulement and export is None:
        raise Misused("options-incompatibles", options="--mois-seulement sans --export")

    for option, name in changes.items():
        if name is not None:
            from cip_coach.commands import amending

            return amending.amended(option, name.strip(), question or "", given)

    from cip_coach.commands import consulting
    from cip_coach.reading.selection import Selection
    from cip_coach.reading.sought import sought

    if avant_rdv and not personne:
        raise Misused("personne-attendue")
    selection = Selection(
        person=personne or "",
        tree=arbre or "",
        question=consulting.identity_of(question or ""),
        difficulty=consulting.difficulty_of(difficulte or ""),
        start=period.start,
        end=period.end,
        sought=sought(tuple(mots or ()), tuple(sans or ())),
    )
    wanted = consulting.Wanted(selection, next(iter(_chosen(sources)), ""), (lire or "").strip(), nombre)
    if json:
        return consulting.in_json(wanted, given)
    if csv is not None or export is not None:
        from cip_coach.commands import exporting

        return exporting.exported(wanted, given, csv=csv, markdown=export, months_only=mois_seulement)
    once = avant_rdv or wanted.source or selection.question or nombre is not None
    if not once and (found := consulting.to_browse(wanted, given)) is not None:
        from cip_coach.commands import browsing

        criteria = browsing.criteria(selection, mots or (), sans or (), difficulte or "")
        return browsing.browsed(found, given, criteria)
    return consulting.on_screen(wanted, given, before_appointment=avant_rdv)


def _chosen(options: "dict[str, bool]") -> list[str]:
    return [option for option, chosen in options.items() if chosen]


def _compatible(alone: list[str], sources: list[str], outputs: list[str]) -> None:
    """Refuse two options that do two different things; nothing is ever ignored in silence."""
    together = [*alone, *sources, *outputs] if alone else sources if len(sources) > 1 else outputs
    if len(together) > 1:
        raise Misused("options-incompatibles", options=", ".join(together))
