"""« Mots qui reviennent »: the words of the user's texts that come back, an index to reread, never a measure.

Over notes, not over occurrences. Runs of one to three words; a longer run hides its
parts when it explains them. « Pas de colère » counts as colère: so these are words,
not difficulties. Design of the figures, §5. Names, codes and figures are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cip_coach.answer import Action, Items, Picked, Words
from cip_coach.frozen import frozen
from cip_coach.keeping.note import Entry, Note
from cip_coach.patterns import regex
from cip_coach.reading import rules
from cip_coach.reading.stems import places, stem, words
from cip_coach.text import fold

_SENTENCE = regex(r"[.!?…:;,()«»\"\n–—]+")
_STOP = frozenset(
    words(
        """a afin ai aie ainsi ait alors apres as assez au aucun aucune aujourd aura aurait aussi autant autre
        autres aux avaient avais avait avant avec avez avoir avons ayant beaucoup bien c car ce ceci cela
        celle celles celui cent certain certaine certaines certains ces cet cette ceux chaque chez chose
        choses comme comment contre crois d dans de dehors deja depuis des deux devant devait doit donc
        dont du elle elles en encore enfin ensuite entre est et etaient etais etait etant etc ete etre eu
        eux faire fais fait faut fois font hui ici il ils j jamais je jour jours juste l la le les leur
        leurs lors lorsque lui m ma mais me meme memes mes mettre mien mieux moi moins moment mon n ne ni
        non nos notre nous on ont ou oui par parce pas pendant personne peu peut peux plus plutot pour
        pourquoi pourtant pouvoir pres presque puis puisque qu quand que quel quelle quelles quelque
        quelques quels qui quoi rien s sa sais sans se sera serait ses si sien soi soit sommes son sont
        sous souvent suis sur t ta tandis tant te tel telle tellement tes toi ton toujours tous tout
        toute toutes tres trop tu un une va vais vers veut veux voila voir vont vos votre vous vraiment
        vu y"""
    )
)


@frozen
class Frequent:
    """A word, or a few in a row: the form most often written, its other forms, the notes (newest first)."""

    form: str
    others: tuple[str, ...]
    persons: int
    note_ids: tuple[str, ...]


def frequent(notes: Sequence[Note]) -> tuple[Frequent, ...]:
    """The words that come back in these notes (newest first), those of most notes first.

    At least `WORD_NOTES` notes and `WORD_PERSONS` persons, unless no note has a code.
    """
    forms: dict[tuple[str, ...], Counter[str]] = {}
    found: dict[tuple[str, ...], dict[str, str]] = {}
    codes = {fold(word) for note in notes for word in words(note.head.person)}
    for note in notes:
        for run, form in _runs(note, codes):
            forms.setdefault(run, Counter())[form] += 1
            found.setdefault(run, {})[note.head.id] = fold(note.head.person)
    least = rules.WORD_PERSONS if any(note.head.person for note in notes) else 0
    kept = {
        run: ids
        for run, ids in found.items()
        if len(ids) >= rules.WORD_NOTES and len(set(ids.values()) - {""}) >= least
    }
    shown = [run for run in kept if not _explained(run, kept)]
    shown.sort(key=lambda run: (-len(kept[run]), run))
    return tuple(_told(forms[run], kept[run]) for run in shown[: rules.WORDS_SHOWN])


def _runs(note: Note, codes: set[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The runs of words of the user's texts, as stems and as written; they begin and end with a full word."""
    for text, asked in _texts(note):
        for sentence in _SENTENCE.split(text):
            stand = places(sentence)
            said = [_token(word, rank, codes, asked) for rank, (word, _, _) in enumerate(stand)]
            for first, (_, full) in enumerate(said):
                for last in range(first, min(first + rules.WORDS_IN_A_ROW, len(said))) if full else ():
                    root, ends_well = said[last]
                    if not root:
                        break
                    if ends_well:
                        form = " ".join(sentence[stand[first][1] : stand[last][2]].lower().split())
                        yield tuple(root for root, _ in said[first : last + 1]), form


def _token(word: str, rank: int, codes: set[str], asked: frozenset[str]) -> tuple[str, bool]:
    """(stem, whether it says something); an empty stem cuts the run: a name, a code, a figure."""
    folded = fold(word)
    looks_like_a_name = rank > 0 and word[:1].isupper()
    if looks_like_a_name or folded in codes or any(map(str.isdigit, word)):
        return "", False
    root = stem(word.lower())
    says_nothing = all(part in _STOP for part in folded.split("-"))
    return root, len(folded) > 2 and not says_nothing and root not in asked


def _texts(note: Note) -> Iterator[tuple[str, frozenset[str]]]:
    """The user's own texts, each with the stems of its question."""
    for entry in note.entries:
        asked = frozenset(stem(word) for word, _, _ in places(entry.question))
        yield from ((text, asked) for text in _own(entry))
    yield from ((look.text, frozenset()) for look in note.looks)


def _own(entry: Entry) -> Iterable[str]:
    if entry.tasks:
        return [*(task.text for task in entry.tasks), *(task.word for task in entry.tasks if task.word)]
    match entry.answer:
        case Words(text) | Action(text):
            return [text]
        case Items(texts):
            return texts
        case Picked(others=others, precision=precision):
            return [*others, *([precision] if precision else [])]
        case _:
            return []


def _explained(run: tuple[str, ...], kept: dict[tuple[str, ...], dict[str, str]]) -> bool:
    """Whether a longer run that holds this one stands in most of its notes."""
    wide = len(run)
    return any(
        len(longer) > wide
        and len(ids) >= rules.EXPLAINS * len(kept[run])
        and any(longer[place : place + wide] == run for place in range(len(longer) - wide + 1))
        for longer, ids in kept.items()
    )


def _told(forms: Counter[str], ids: dict[str, str]) -> Frequent:
    ordered = sorted(forms, key=lambda form: (-forms[form], form))
    return Frequent(ordered[0], tuple(ordered[1:]), len(set(ids.values()) - {""}), tuple(ids))
