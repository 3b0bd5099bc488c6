"""Questions answered by writing: `texte`, `piste`, `action`, `nombre`, `date`."""

from cip_coach import frenchdate
from cip_coach.answer import Action, Answer, Day
from cip_coach.asking.moves import Answered, Move, Passed, View
from cip_coach.asking.tree import Kind
from cip_coach.terminal import entry, prompt
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.pages import leave, page_of
from cip_coach.terminal.prompt import Nav
from cip_coach.terminal.screen import MARGIN, Line, room
from cip_coach.terminal.stage import size
from cip_coach.terminal.writing import PROMPT_COLUMNS, write
from cip_coach.text import wrap

LONG = (Kind.TEXT, Kind.LEAD)


def ask_text(desk: Desk, view: View) -> Move:
    """Put a question answered by writing; an empty field passes."""
    question = view.step.question
    page = page_of(desk, view)
    default = entry.shown(view.proposed)
    if question.kind is Kind.ACTION and not page.help:
        page.instruction = say.nothing_is_fine()
    elif question.kind in LONG and not desk.told_to_write:
        page.instruction, desk.told_to_write = say.how_to_write(editor=desk.private_file is not None), True
    elif question.kind is Kind.NUMBER:
        page.instruction = say.between(question.bounds.low, question.bounds.high)

    def read(typed: str) -> Answer | entry.Unfit | None:
        return entry.read(question, typed, desk.today, view.proposed)

    def accept(typed: str) -> object:
        answer = read(typed)
        return Nav(prompt.SKIP) if answer is None else answer

    def below(typed: str) -> list[Line]:
        margin = " " * (PROMPT_COLUMNS - MARGIN)
        words = _understood(desk, read(typed))
        return [("help", margin + line) for line in wrap(words, room(size()[0]) - len(margin))] if words else []

    result, typed = write(
        desk,
        page,
        default,
        accept,
        multiline=question.kind in LONG,
        example=question.example,
        below=below if question.kind in (Kind.ACTION, Kind.DATE) else None,
    )
    if not isinstance(result, Nav):
        return Answered(result)  # type: ignore[arg-type]
    draft = read(typed)
    if isinstance(draft, entry.Unfit) or draft == view.proposed:
        draft = None
    return Passed(draft) if result.kind == prompt.SKIP else leave(result, draft)


def _understood(desk: Desk, answer: Answer | entry.Unfit | None) -> str:
    """The day that was read in what is typed, "" when there is none."""
    match answer:
        case Action(_, due) if due is not None:
            return say.due(frenchdate.spoken_day(due, desk.today))
        case Day(value):
            return say.understood(frenchdate.spoken_day(value, desk.today))
        case _:
            return ""
