"""Whether every name in a tree means a question already asked, and every answer named can be given.

Rule: a condition, a source or a placeholder reads only earlier questions, so a
tree cannot loop and one pass decides which questions are live.
"""

from collections.abc import Iterator, Mapping

from cip_coach.asking.names import Names, Reference
from cip_coach.asking.offers import DOCUMENTED, possible_answers
from cip_coach.asking.tree import Kind, Question, Tree
from cip_coach.asking.wording import ELEMENT
from cip_coach.paths import identity
from cip_coach.patterns import regex
from cip_coach.problem import Problem
from cip_coach.shape import MOST_SUGGESTED
from cip_coach.text import closest

KEYED = regex(r"([^\[\]]+)\[([^\[\]]+)\]")
COUNTED_SOURCES = "journal."
WITH_ITEMS = frozenset({Kind.LIST, Kind.CHOICES, Kind.CHOICE, Kind.YES_NO})


def check(tree: Tree, names: Names) -> list[Problem]:
    """The problems of the names gathered while `tree` was built, in the order they were met."""
    return _Check(tree.identities(), names).problems()


class _Check:
    def __init__(self, questions: Mapping[str, Question], names: Names) -> None:
        self.questions = questions
        self.names = names
        self.suggested = 0

    def problems(self) -> list[Problem]:
        return [problem for reference in self.names.references for problem in self._faults(reference)]

    def _faults(self, reference: Reference) -> Iterator[Problem]:
        if reference.role == "texte" and (reference.name == ELEMENT or reference.name in reference.loops):
            if not reference.loops:
                yield _fault(reference, "element-hors-boucle")
            return
        if reference.name in DOCUMENTED and reference.role != "texte":
            if reference.values and reference.name.startswith(COUNTED_SOURCES):
                yield _fault(reference, "quand-source", mot=reference.name)
            return
        meant = self._meant(reference)
        if meant is None:
            if not self.names.incomplete:
                yield self._unknown(reference)
            return
        known = self.names.loops if reference.role == "boucle" else self.names.declared
        if known[meant] > reference.order or (f"{meant}[]." in reference.scopes and reference.role == "boucle"):
            yield _fault(reference, "reference-future", mot=reference.name)
        yield from self._key_faults(reference, meant)
        question = self.questions.get(meant)
        if question is not None and reference.role == "question":
            yield from _answer_faults(reference, question)
        if question is not None and reference.role == "liste" and question.kind not in WITH_ITEMS:
            yield _fault(reference, "source-sans-liste", mot=reference.name, type=question.kind.value)

    def _meant(self, reference: Reference) -> str | None:
        """The identity that the name has from inside its loops: the same item first, then outwards."""
        known = self.names.loops if reference.role == "boucle" else self.names.declared
        if reference.name.count("[") != reference.name.count("]"):
            return None
        wanted = identity(reference.name)
        candidates = (scope + wanted for scope in reference.scopes)
        return next((candidate for candidate in candidates if candidate in known), None)

    def _unknown(self, reference: Reference) -> Problem:
        """The problem of a name that nothing has, with the names it may stand for as they read from there."""
        known = [*(self.names.loops if reference.role == "boucle" else self.names.declared)]
        inside = reference.scopes[0]
        readable = [name.removeprefix(inside) for name in known]
        if reference.role == "texte":
            readable += [ELEMENT, *reference.loops] if reference.loops else []
        elif reference.role != "boucle":
            readable += DOCUMENTED
        self.suggested += 1
        near = closest(reference.name, readable) if self.suggested <= MOST_SUGGESTED else ""
        return _fault(
            reference,
            "reference-boucle" if reference.role == "boucle" else "reference",
            mot=reference.name,
            proche=near or "",
        )

    def _key_faults(self, reference: Reference, meant: str) -> Iterator[Problem]:
        """The keys in brackets that no item of their loop can have, where its items are known beforehand."""
        scope = meant.removesuffix(identity(reference.name))
        for found in KEYED.finditer(reference.name):
            loop = scope + identity(reference.name[: found.end(1)])
            keys = self.names.keys.get(loop)
            if keys is not None and found[2] not in keys:
                near = closest(found[2], keys) or ""
                possible = ", ".join(keys)
                yield _fault(reference, "cle-de-boucle", mot=found[2], proche=near, possibles=possible, boucle=loop)


def _answer_faults(reference: Reference, question: Question) -> Iterator[Problem]:
    possible = possible_answers(question.kind, question.offer, question.other, question.bounds)
    if possible is None:
        return
    for value in reference.values:
        if value not in possible:
            yield Problem(
                reference.file,
                value.line or reference.line,
                value.column or reference.column,
                "reponse-inconnue",
                {
                    "mot": str(value),
                    "proche": closest(value, possible) or "",
                    "possibles": ", ".join(possible),
                    "question": question.id,
                },
            )


def _fault(reference: Reference, code: str, **details: str | int) -> Problem:
    return Problem(reference.file, reference.line, reference.column, code, details)
