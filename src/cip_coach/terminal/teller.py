"""What telling a report needs beside it: names of difficulties, open questions, commands that lead to notes."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from re import fullmatch
from shlex import quote
from typing import TYPE_CHECKING

from cip_coach.frenchdate import spoken
from cip_coach.frozen import frozen
from cip_coach.reading.report import Report
from cip_coach.reading.span import Span
from cip_coach.terminal.messages import stats as said
from cip_coach.text import fold, shorten
from cip_coach.vocabulary import Taxonomy

if TYPE_CHECKING:
    from cip_coach.reading.frequent import Frequent

MOST_WORDS = 120
"""How much of a text is shown: the note has the rest."""


@frozen
class Teller:
    """A report, the terms, today, whether the user's words may be seen; `journal` when commands must name it."""

    report: Report
    taxonomy: Taxonomy
    today: date
    discreet: bool = False
    journal: str = ""

    def label(self, difficulty: str) -> str:
        """The name of a difficulty; its id when no term has it any more."""
        term = self.taxonomy.terms.get(difficulty)
        return term.label if term else difficulty

    def command(self, *words: str) -> str:
        """A command of ours, that reads the journal of this report."""
        return " ".join(map(typed, ("cip-coach", *words, *(("--journal", self.journal) if self.journal else ()))))

    def door(self, *options: str, span: Span | None = None) -> str:
        """The command that lists the notes behind a line."""
        days = span or self.report.period.span
        words = ["review", *options]
        words += ["--personne", self.report.person] if self.report.person else []
        words += ["--arbre", self.report.tree] if self.report.tree else []
        words += ["--depuis", _first_day(days.start)]
        words += ["--jusqu-a", _last_day(days)] if days.end <= self.today else []
        return self.command(*words)

    def note(self, note_id: str) -> str:
        """The command that shows one note."""
        return self.command("review", "--lire", note_id)

    def lead(self, difficulty: str) -> str:
        """One open question of the term: another one each day."""
        term = self.taxonomy.terms.get(difficulty)
        if term is None or not term.leads:
            return ""
        return said.lead(term.leads[self.today.toordinal() % len(term.leads)])

    def dated(self, words: str, day: date, note_id: str) -> str:
        """A text of the user's with its day and its note; its day and note alone where texts are hidden."""
        if self.discreet:
            return said.dated_hidden(spoken(day), note_id)
        return said.dated(shorten(words, MOST_WORDS), spoken(day), note_id)


def looked_for(word: "Frequent") -> tuple[str, ...]:
    """What to type in `review` to find every note of a word, in all its forms: what their beginnings share.

    `review` looks for beginnings of words, in any case and with any accents.
    """
    forms = [" ".join(fold(form).split()) for form in (word.form, *word.others)]
    if len(set(forms)) == 1:
        return (word.form,)
    together = zip(*(form.replace("'", "' ").split() for form in forms), strict=False)
    begun = (_beginning(words) for words in together)
    return tuple(one for one in begun if len(one) > 2) or (_beginning(forms) or word.form,)


def _beginning(words: Sequence[str]) -> str:
    """What all these words begin with."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*words, strict=False))
    return "".join(letters[0] for letters in alike)


def typed(word: str) -> str:
    """A word as any shell takes it: bare, else between double quotes, which Windows knows too."""
    if fullmatch(r"[\w.,:/@+=-]+", word):
        return word
    return quote(word) if set(word) & set('"$`\\!%') else f'"{word}"'


def _first_day(day: date) -> str:
    return day.isoformat()[:7] if day.day == 1 else day.isoformat()


def _last_day(span: Span) -> str:
    return span.last.isoformat()[:7] if span.end.day == 1 else span.last.isoformat()
