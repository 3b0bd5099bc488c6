"""`cip-coach journal purger`: the notes older than an age, shown, then really erased."""

import re
from datetime import date, timedelta
from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.ending import tell
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Option
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import ask, show, told, worker
from cip_coach.patterns import regex
from cip_coach.problem import Misused
from cip_coach.terminal import notices, progress
from cip_coach.terminal.messages import upkeep as said
from cip_coach.terminal.messages import waiting
from cip_coach.text import fold

EXAMPLES = (("cip-coach journal purger --plus-de 12mois", "Montrer, puis effacer les notes de plus d’un an"),)
_AGE = regex(r"(\d{1,3}) ?(jour|semaine|mois|an|annee)s?", re.ASCII)


def command(
    plus_de: Annotated[str, Option("--plus-de", metavar="DUREE", help=said.older_option())],
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Effacer pour de bon les notes plus vieilles que DUREE, corbeille comprise.

    L’âge se compte depuis le jour dont parle la note. Tout est montré d’abord,
    puis un mot est demandé.
    """
    from cip_coach.frenchdate import spoken
    from cip_coach.keeping import forgetting, works
    from cip_coach.keeping.renaming import heads_of

    given = setting(journal, simple, discret, aujourd_hui)
    limit = _limit(plus_de, given.today)
    found = existing_journal(given)
    works.let_go(found, worker())
    plan = forgetting.before(found, limit)
    if not plan.own:
        tell(plan.problems)
        return Result(lines=[said.nothing_to_purge(spoken(limit))])
    notices.tell(said.will_purge(spoken(limit), len(plan.own)))
    show(plan.own)
    recent = {fold(head.person) for _, head in heads_of(found)[0] if head.person and head.day >= limit}
    if also := sorted({head.person for _, head in plan.own if fold(head.person) in recent}):
        notices.tell(said.still_followed(", ".join(also)))
    ask("purger")
    erasing = progress.told(waiting.erasing, simple=given.simple)
    with works.held(found, worker(), "purger", option=f"--plus-de {plus_de}"), erasing as advance:
        gone = forgetting.erase(found, forgetting.before(found, limit), advance=advance)
    tell(plan.problems)
    return Result(lines=told(said.erased(gone), then=[said.elsewhere()]))


def _limit(age: str, today: date) -> date:
    """The first day that is kept. Raises `Misused` for what is no age."""
    found = _AGE.fullmatch(fold(age.strip()))
    if found is None or int(found[1]) == 0:
        raise Misused("age-illisible")
    number, unit = int(found[1]), found[2]
    if unit in ("jour", "semaine"):
        return today - timedelta(days=number * (7 if unit == "semaine" else 1))
    months = number * (1 if unit == "mois" else 12)
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if years < 1:
        raise Misused("age-illisible")
    last = (date(years + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(years, month + 1, min(today.day, last))
