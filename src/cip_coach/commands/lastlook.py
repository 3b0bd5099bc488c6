"""Between the recap and the closed note: what could name somebody, and difficulties that the words suggest.

The user decides each time; nothing is changed or noted silently, and leaving keeps the draft.
"""

from collections.abc import Iterator

from cip_coach import privacy
from cip_coach.answer import Action, Answer, Items, Picked, Words
from cip_coach.asking.findings import findings
from cip_coach.asking.interview import Interview
from cip_coach.asking.interview import steps as live_steps
from cip_coach.frozen import frozen, replace
from cip_coach.reading.suggestions import suggestions
from cip_coach.terminal.host import Host
from cip_coach.terminal.messages import lastlook as said
from cip_coach.vocabulary import Taxonomy

REPLACE, KEEP, KEEP_ALL, DONE = "remplacer", "garder", "tout-garder", "rien"
SUGGESTED = "suggestions"
"""The path under which confirmed suggestions stand in a note: they come from the whole text."""


@frozen
class Left:
    """The user went away in the middle: the draft waits."""


def without_names(interview: Interview, front: Host) -> Interview | Left:
    """`interview` after each passage that could name somebody was shown, and kept or replaced."""
    for path, answer in list(interview.answers.items()):
        for written in _texts(answer):
            current = written
            for passage in privacy.review(written).passages:
                options = (
                    (REPLACE, said.replace(passage.proposed), ""),
                    (KEEP, said.keep(), ""),
                    (KEEP_ALL, said.keep_all(), ""),
                )
                match front.choose(said.could_name(passage.sentence), options, REPLACE):
                    case None:
                        return Left()
                    case chosen if chosen == KEEP_ALL:
                        return interview
                    case chosen if chosen == REPLACE:
                        current = current.replace(passage.sentence, passage.proposed, 1)
            if current != written:
                answer = _with_text(answer, written, current)
                interview = replace(interview, answers={**interview.answers, path: answer})
    return interview


def _texts(answer: object) -> Iterator[str]:
    match answer:
        case Words(text) | Action(text):
            yield text
        case Items(texts):
            yield from texts
        case Picked(others=others, precision=precision):
            yield from others
            if precision:
                yield precision


def _with_text(answer: object, old: str, new: str) -> Answer:
    """`answer` with its text `old` now reading `new`."""

    def swap(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new if text == old else text for text in texts)

    match answer:
        case Words():
            return Words(new)
        case Action():
            return replace(answer, text=new)
        case Items(texts):
            return Items(swap(texts))
        case Picked(others=others, precision=precision):
            return replace(answer, others=swap(others), precision=new if precision == old else precision)
        case _:
            raise TypeError(type(answer).__name__)


def confirmed(interview: Interview, front: Host, taxonomy: Taxonomy | None) -> dict[str, tuple[str, ...]] | Left:
    """The difficulties that the free texts suggest and that the user confirmed; most often none."""
    if taxonomy is None:
        return {}
    noted = [term for ids in findings(interview).difficulties.values() for term in ids]
    live = {step.path for step in live_steps(interview)}
    texts = [text for path, answer in interview.answers.items() if path in live for text in _texts(answer)]
    waiting = [term for term in suggestions(texts, taxonomy, noted) if term in taxonomy.terms]
    chosen: list[str] = []
    while waiting:
        options = ((DONE, said.none_of_these(), ""), *((term, taxonomy.terms[term].label, "") for term in waiting))
        match front.choose(said.perhaps(), options, DONE):
            case None:
                return Left()
            case pick if pick == DONE:
                break
            case pick:
                chosen.append(pick)
                waiting.remove(pick)
    return {SUGGESTED: tuple(chosen)} if chosen else {}
