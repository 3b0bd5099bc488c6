"""What was typed, read as an answer. Knows question types; knows no screen: both front-ends use it.

A reading is an answer, or `Unfit` with the sentence that says what to do.
"""

from datetime import date

from cip_coach import frenchdate, text
from cip_coach.answer import Action, Answer, Day, Number, Words
from cip_coach.asking.tree import Kind, Question
from cip_coach.frozen import frozen
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import session as say


@frozen
class Unfit:
    """What was typed cannot be read; `sentence` says what to do. The text stays."""

    sentence: str


def tidy(typed: str) -> str:
    """A typed text as it is kept: clean, without blanks at the ends of its lines nor around it."""
    return "\n".join(written.rstrip() for written in text.clean(typed).split("\n")).strip()


def line(typed: str) -> str:
    """A typed text on one line."""
    return " ".join(tidy(typed).split())


def read(question: Question, typed: str, today: date, former: Answer | None = None) -> Answer | Unfit | None:
    """The answer in `typed`, None when it is empty.

    `former` is what the field proposed: left as it was shown, it is confirmed as it is.
    """
    words = tidy(typed)
    if not words:
        return None
    if former is not None and words == shown(former):
        return former
    match question.kind:
        case Kind.NUMBER | Kind.SCALE:
            return _number(question, words)
        case Kind.DATE:
            return _day(words, today)
        case Kind.ACTION:
            body, due = frenchdate.trailing_due(words, today)
            return Action(body, due)
        case _:
            return Words(words)


def shown(answer: Answer | None) -> str:
    """`answer` as it stands in a field, and as `read` reads it back."""
    match answer:
        case Words(words):
            return words
        case Action(words, due):
            return f"{words} {say.due(frenchdate.spoken(due))}" if due else words
        case Number(value):
            return str(value).replace(".", ",")
        case Day(value):
            return frenchdate.spoken(value)
        case _:
            return ""


def _number(question: Question, words: str) -> Number | Unfit:
    low, high = question.bounds.low, question.bounds.high
    unfit = Unfit(say.number_wanted(low, high))
    try:
        value = float(words.replace(",", ".").replace(" ", "").replace(text.NBSP, ""))
    except ValueError:
        return unfit
    inside = (low is None or value >= low) and (high is None or value <= high)
    if not inside or abs(value) >= 1e15 or (question.kind is Kind.SCALE and value != int(value)):
        return unfit
    return Number(int(value) if value == int(value) else value)


def _day(words: str, today: date) -> Day | Unfit:
    try:
        return Day(frenchdate.day(words, today))
    except frenchdate.NotADate as error:
        return Unfit(phrase(error.code, {"text": text.shorten(words, 40), "one_day": True}))
