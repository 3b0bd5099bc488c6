"""`cip-coach stats`: the difficulties that come back, honestly, and what stands beside them."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.options import (
    DiscreetOption,
    JournalOption,
    SimpleOption,
    TodayOption,
    setting,
)
from cip_coach.commands.parameters import Option
from cip_coach.commands.period import MonthOption, OnOption, SinceOption, UntilOption, days
from cip_coach.problem import Misused
from cip_coach.terminal.messages import stats_options as helps

EXAMPLES = (
    ("cip-coach stats", "Les douze derniers mois"),
    ("cip-coach stats --depuis septembre --mots", "Depuis septembre, avec les mots qui reviennent"),
    ("cip-coach stats --personne érable", "Une personne, par son code"),
    ("cip-coach stats --mois octobre --comparer septembre", "Deux mois côte à côte"),
    ("cip-coach stats --vue tout --html bilan.html", "Une page à lire ou à imprimer"),
)

Text = str | None


def command(
    personne: Annotated[Text, Option("--personne", metavar="CODE", help=helps.person_option())] = None,
    arbre: Annotated[Text, Option("--arbre", metavar="ARBRE", help=helps.tree_option())] = None,
    depuis: SinceOption = None,
    jusqu_a: UntilOption = None,
    mois: MonthOption = None,
    le: OnOption = None,
    comparer: Annotated[Text, Option("--comparer", metavar="PERIODE", help=helps.compare_option())] = None,
    vue: Annotated[Text, Option("--vue", metavar="VUE", help=helps.view_option())] = None,
    mots: Annotated[bool, Option("--mots", help=helps.words_option())] = False,
    texte: Annotated[bool, Option("--texte", help=helps.text_option())] = False,
    methode: Annotated[bool, Option("--methode", help=helps.method_option())] = False,
    json: Annotated[bool, Option("--json", help=helps.json_option())] = False,
    csv: Annotated[Text, Option("--csv", metavar="FICHIER", help=helps.csv_option())] = None,
    html: Annotated[Text, Option("--html", metavar="FICHIER", help=helps.html_option())] = None,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Voir ce qui revient dans mes séances, avec combien de personnes, et ce qui me porte.

    Chaque ligne dit sur combien de séances la question s’est posée, et donne la
    commande qui mène aux notes. Ni score, ni classement, ni tendance. Sans période,
    les douze derniers mois.
    """
    given = setting(journal, simple, discret, aujourd_hui)
    period = days(depuis, jusqu_a, mois, le, given.today)
    outputs = {"--methode": methode, "--json": json, "--csv": csv is not None, "--html": html is not None}
    asked = [option for option, chosen in outputs.items() if chosen]
    if len(asked) > 1:
        raise Misused("options-incompatibles", options=", ".join(asked))

    from cip_coach.commands import counting

    if methode:
        return counting.method(given)
    wanted = counting.Wanted(personne or "", arbre or "", period, comparer, counting.view_of(vue), mots, texte)
    if json:
        return counting.in_json(wanted, given)
    if csv is not None or html is not None:
        return counting.exported(wanted, given, csv=csv, html=html)
    return counting.on_screen(wanted, given)
