"""`cip-coach journal oublier`: the notes of a person, really erased."""

from typing import Annotated

from cip_coach.commands import Result
from cip_coach.commands.ending import tell
from cip_coach.commands.options import DiscreetOption, JournalOption, SimpleOption, TodayOption, setting
from cip_coach.commands.parameters import Argument, Option
from cip_coach.commands.rereading import existing_journal
from cip_coach.commands.tending import ask, show, told, worker
from cip_coach.problem import Refused
from cip_coach.terminal import notices, progress
from cip_coach.terminal.messages import upkeep as said
from cip_coach.terminal.messages import waiting
from cip_coach.text import clean_line

EXAMPLES = (("cip-coach journal oublier érable", "Effacer toutes les notes d’une personne"),)


def command(
    code: Annotated[str, Argument(metavar="CODE", help=said.code_argument())],
    garder_reprises: Annotated[bool, Option("--garder-reprises", help=said.keep_drawn_option())] = False,
    journal: JournalOption = None,
    simple: SimpleOption = False,
    discret: DiscreetOption = False,
    aujourd_hui: TodayOption = None,
) -> Result:
    """Effacer pour de bon toutes les notes d’une personne, corbeille comprise.

    Les notes qui en ont repris du texte s’effacent aussi. Ce qui va partir est
    montré d’abord, puis un mot est demandé.
    """
    from cip_coach.keeping import forgetting, works

    given = setting(journal, simple, discret, aujourd_hui)
    found = existing_journal(given)
    works.let_go(found, worker())
    person = clean_line(code)
    plan = forgetting.of_person(found, person)
    if not (person and (plan.own or plan.temporaries or plan.programmes)):
        tell(plan.problems)
        raise Refused("code-inconnu", personne=person)
    notices.tell(said.will_forget(person, len(plan.own)))
    show(plan.own)
    if plan.drawn:
        many = len(plan.drawn)
        notices.tell(said.drawn_kept(many) if garder_reprises else said.drawn_too(many))
        show(plan.drawn)
    ask("oublier")
    erasing = progress.told(waiting.erasing, simple=given.simple)
    with works.held(found, worker(), "oublier", code=person), erasing as advance:
        plan = forgetting.of_person(found, person)
        gone = forgetting.erase(found, plan, code=person, keep_drawn=garder_reprises, advance=advance)
    tell(plan.problems)
    return Result(lines=told(said.erased(gone), then=[said.elsewhere()]))
