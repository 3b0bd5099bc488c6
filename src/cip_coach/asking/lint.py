"""What a reader of a tree would trip on: warnings about its wordings and its shape. Errors are the loader's.

Looks at the file as it is written, so that each warning has its place; included
files are looked at on their own. Nothing here prevents a tree from being used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cip_coach.asking.crawl import unreachable
from cip_coach.asking.followups import SI
from cip_coach.asking.takenapart import read
from cip_coach.asking.tree import Kind, Question, Tree
from cip_coach.patterns import regex
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value, YamlFault
from cip_coach.problem import Problem
from cip_coach.shape import Shape, place
from cip_coach.text import typeset

LONGEST_QUESTION, MOST_CHOICES, DEEPEST_FOLLOW_UP = 140, 9, 4
SOME_DAY = date(2026, 1, 15)
"""A day for the leads of a walk that nobody takes."""

_CURLY = "“”„‟‘’"
_APOSTROPHE = "['’]"
_WORD = r"[^\W\d_]+"
_WHY = regex(r"\bpourquoi\b", re.IGNORECASE)
_BLANK = "[ \u00a0]"
_I_AM = regex(
    rf"\b(?:je{_BLANK}(?:me{_BLANK})?suis|(?:me{_BLANK})?suis-je|je{_BLANK}me{_BLANK}sens|me{_BLANK}sens-je"
    rf"|j{_APOSTROPHE}ai{_BLANK}été|ai-je{_BLANK}été|j{_APOSTROPHE}étais|étais-je|je{_BLANK}me{_BLANK}suis{_BLANK}sentie?"
    rf"|me{_BLANK}suis-je{_BLANK}sentie?)"
    rf"{_BLANK}(?:(?:très|plus|moins|trop|bien|mal|encore|déjà|vraiment|assez|si|aussi|un{_BLANK}peu|parfois|souvent"
    rf"|toujours|tout|toute|toutefois|pas|jamais|resté|restée){_BLANK})*(?P<word>{_WORD})",
    re.IGNORECASE,
)
_TWO_FORMS = regex(rf"{_WORD}(?:·{_WORD}|\({_WORD}\)|\.e\.?s?\b)")
_AGREES = regex(
    r"(?:é|ée|i|ie|u|ue|eux|euse|if|ive|eur|euse|rice|ant|ante|ent|ente|ert|erte|is|ise|it|ite|êt|ête|ûr|ûre|al|ale|el|elle"
    r"|on|onne|ein|eine|ain|aine|in|ine|er|ère|ort|orte|oux|ouce|ul|ule)$",
    re.IGNORECASE,
)
_SAME_FOR_ALL = frozenset(
    {
        "dit", "demandé", "permis", "promis", "imaginé", "rappelé", "aperçu", "ici", "ainsi", "aussi", "chez", "en",
        "à", "moi", "loin", "lui", "bien", "souvent", "maintenant", "comment", "avant", "devant",
    }
)  # fmt: skip
"""Words that end like an agreement and are none there: « je me suis dit », « je suis ici »."""
_QUESTION_WORD = regex(
    rf"\b(?:que|qu{_APOSTROPHE}|quoi|quel\w*|lequel|laquelle|lesquel\w*|comment|où|quand|qui|combien|pourquoi|vers)",
    re.IGNORECASE,
)
_AND_HOW = regex(rf"\bet{_BLANK}(?:{_QUESTION_WORD.pattern})", re.IGNORECASE)
_TURNED = regex(
    rf"(?:^|[\s«(…])(?!\w*-être)(?:t{_APOSTROPHE}|m{_APOSTROPHE}|l{_APOSTROPHE}|n{_APOSTROPHE}|y{_BLANK})?"
    r"[^\W\d_]+-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)\b",
    re.IGNORECASE,
)
_CLOSED_START = regex(rf"^(?:est-ce{_BLANK}qu(?:e\b|{_APOSTROPHE}))", re.IGNORECASE)
_OPEN_START = regex(
    rf"^(?:qu{_APOSTROPHE}est-ce|que\b|quoi\b|quel\w*|comment\b|où\b|combien\b"
    rf"|(?:à|de|en|sur|avec|vers|pour){_BLANK}(?:qui|quoi|quel\w*)\b|qui\b)",
    re.IGNORECASE,
)


def lint(text: str, file: str, tree: Tree | None) -> tuple[Problem, ...]:
    """The warnings of the tree or fragment in `text`, from top to bottom; `tree` is what it was read into."""
    try:
        data = read(text)
    except YamlFault:
        return ()
    if not isinstance(data, Mapping):
        return ()
    shape = Shape(file)
    known = (
        {question.line: question for question in tree.identities().values() if question.file == file} if tree else {}
    )
    for words in _scalars(data):
        if words.plain and words.endswith('"') and words.count('"') % 2:
            shape.fault(words, "guillemet-seul", warning=True)
        if words.plain and len(words) > 1 and words[0] in _CURLY and words[-1] in _CURLY:
            shape.fault(words, "guillemets-courbes", warning=True)
    for item, depth in _questions(data.get("questions"), 0):
        _look(item, depth, known.get(item.line), shape)
    if tree is not None:
        _dead_branches(tree, known, data, shape)
    return tuple(sorted(shape.problems, key=lambda problem: (problem.line, problem.column)))


def _scalars(value: Value) -> Iterator[Scalar]:
    """Every text of the file that is not a key."""
    if isinstance(value, Scalar):
        yield value
    for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, Sequence) else ():
        yield from _scalars(item)


def _questions(value: Value | None, depth: int) -> Iterator[tuple[Mapping, int]]:
    """Every question of these YAML nodes, with the number of follow-ups above it."""
    for item in value if isinstance(value, Sequence) else [value]:
        if not isinstance(item, Mapping):
            continue
        if "section" in item or "boucle" in item:
            yield from _questions(item.get("questions"), depth)
            continue
        yield item, depth
        for key, under in item.items():
            if key.startswith(SI) and key != "si_mots":
                yield from _questions(under, depth + 1)
        yield from _questions(item.get("pour_chaque"), depth)


def _look(item: Mapping, depth: int, question: Question | None, shape: Shape) -> None:
    if depth == DEEPEST_FOLLOW_UP + 1:
        shape.fault(item, "relances-profondes", warning=True, limite=DEEPEST_FOLLOW_UP)
    wording = item.get("question")
    kind = question.kind.value if question is not None else ""
    if isinstance(wording, Scalar):
        _look_at_wording(wording, typeset(wording), kind, shape)
    for key in ("aide", "exemple", "precision"):
        value = item.get(key)
        if isinstance(value, Scalar):
            _agreement(value, typeset(value), shape)
    if question is not None:
        _many_choices(item, question, shape)


def _look_at_wording(at: Scalar, wording: str, kind: str, shape: Shape) -> None:
    if len(wording) > LONGEST_QUESTION and kind != Kind.INFO.value:
        shape.fault(at, "question-longue", warning=True, longueur=len(wording), limite=LONGEST_QUESTION)
    if _WHY.search(wording):
        shape.fault(at, "pourquoi", warning=True)
    _agreement(at, wording, shape)
    if kind == Kind.TEXT.value and closed(wording):
        shape.fault(at, "texte-ferme", warning=True)
    if kind == Kind.YES_NO.value and not closed(wording) and _OPEN_START.match(wording):
        shape.fault(at, "oui-non-ouvert", warning=True)


def closed(wording: str) -> bool:
    """Whether every question in `wording` can be answered by yes or no.

    « Ai-je reformulé ? » is; « Ai-je reformulé, et comment ? » is not, nor what asks nothing.
    """
    asked = [part.strip() for part in re.findall(r"[^?!]*\?", wording.partition("»")[2] or wording)]
    questions = [re.split(r"[.…]\s+|\u00a0:\s+|:\s+", part)[-1] for part in asked]
    return bool(questions) and all(map(_closed, questions))


def _closed(question: str) -> bool:
    """Whether the verb comes first: no « quoi », « comment », « où » before it, nor after an « et »."""
    turned = _CLOSED_START.match(question) or _TURNED.search(question)
    if turned is None or _QUESTION_WORD.search(question[: turned.start()]):
        return False
    return not _AND_HOW.search(question[turned.end() :])


def _agreement(at: Scalar, wording: str, shape: Shape) -> None:
    """Warn of what takes sides: « je suis content », « prêt·e », « fatigué(e) »."""
    found = _TWO_FORMS.search(wording)
    words = [found[0]] if found else []
    words += [match[0] for match in _I_AM.finditer(wording) if _takes_sides(match["word"])]
    for word in words[:1]:
        shape.fault(at, "accord-je", warning=True, mot=word)


def _takes_sides(word: str) -> bool:
    return bool(_AGREES.search(word)) and word.lower() not in _SAME_FOR_ALL


def _many_choices(item: Mapping, question: Question, shape: Shape) -> None:
    """Warn of a long list shown flat: neither in families, nor partly behind « voir plus »."""
    shown = [choice for choice in question.offer.choices if not choice.hidden]
    if len(shown) > MOST_CHOICES and len({choice.family for choice in shown}) < 2:
        at = next(place(item, key) for key in ("choix", "taxonomie", "type", "id") if key in item)
        shape.fault(at, "choix-nombreux", warning=True, nombre=len(shown), limite=MOST_CHOICES)


def _dead_branches(tree: Tree, known: dict[int, Question], data: Mapping, shape: Shape) -> None:
    """Warn of the first question of each branch that no answers lead to."""
    dead = {id(tree.identities()[name]): name for name in unreachable(tree, SOME_DAY)}
    if not dead:
        return
    told = False
    for item, _ in _questions(data.get("questions"), 0):
        question = known.get(item.line)
        hidden = question is not None and id(question) in dead
        if hidden and question is not None and not told:
            shape.fault(place(item, "id"), "branche-morte", warning=True, mot=dead[id(question)])
        told = hidden
