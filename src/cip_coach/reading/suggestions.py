"""The difficulties that a free text may be about, to be proposed and confirmed. Never tags anything.

By the aliases of the taxonomy (its design rules): words and phrases, stemmed. A phrase
matches whole and in order, small words included; « elle » also stands for « lui »,
« moi » for « me ».
"""

from collections.abc import Iterable, Sequence

from cip_coach.reading.stems import stem, words
from cip_coach.text import fold
from cip_coach.vocabulary import Taxonomy

MOST = 3
_SAME = {"lui": "elle", "me": "moi", "m": "moi"}


def suggestions(texts: Iterable[str], taxonomy: Taxonomy, known: Sequence[str] = ()) -> tuple[str, ...]:
    """The ids of at most `MOST` offered terms that these texts may be about, most passages first.

    Those in `known`, noted already, are left out, and so are retired terms.
    """
    aliases = [
        (term.id, [_stems(alias) for alias in (*term.aliases, *term.forms)])
        for term in taxonomy.offered()
        if term.id not in known
    ]
    counts: dict[str, int] = {}
    for text in texts:
        for sentence in text.split("\n"):
            said = _stems(sentence)
            for term_id, phrases in aliases:
                counts[term_id] = counts.get(term_id, 0) + sum(_count(phrase, said) for phrase in phrases)
    ordered = sorted((one for one in counts if counts[one]), key=lambda one: -counts[one])
    return tuple(ordered[:MOST])


def _stems(text: str) -> list[str]:
    return [_SAME.get(fold(word), stem(word)) for word in words(text, elided=True)]


def _count(phrase: Sequence[str], said: Sequence[str]) -> int:
    wide = len(phrase)
    if not wide or wide > len(said):
        return 0
    return sum(said[place : place + wide] == list(phrase) for place in range(len(said) - wide + 1))
