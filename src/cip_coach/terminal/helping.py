"""Pages of help and the glossary as lines. Knows widths; knows no file."""

from collections.abc import Iterable, Iterator, Sequence

from cip_coach.asking.helpfile import COMMAND, ITEM, HelpPage, Term
from cip_coach.terminal.fragments import EMPTY, Line, line, wrapped
from cip_coach.terminal.messages import helping as said


def contents(pages: Iterable[tuple[str, str]], terms: Iterable[Term], columns: int) -> Iterator[Line]:
    """What there is to read: (name, title) of each page, then the words of the glossary."""
    yield line(said.contents_title(), "title")
    yield EMPTY
    listed = list(pages)
    widest = max(len(name) for name, _ in listed)
    for name, title in listed:
        first, *others = wrapped(title, max(columns - widest - 4, 20))
        yield (("question", f"  {name:<{widest}}"), ("", "  "), *first)
        yield from ((("", " " * (widest + 4)), *more) for more in others)
    yield EMPTY
    yield from wrapped(said.glossary_line(", ".join(term.word for term in terms)), columns)
    yield EMPTY
    yield from wrapped(said.how_to_read(), columns)


def page(shown: HelpPage, columns: int) -> Iterator[Line]:
    """One page."""
    yield from wrapped(shown.title, columns, style="title")
    yield EMPTY
    yield from wrapped(shown.summary, columns)
    last = ""
    for kind, words in shown.blocks:
        if kind != last or kind not in (ITEM, COMMAND):
            yield EMPTY
        last = kind
        if kind == COMMAND:  # to be copied: never broken
            yield line(f"    {words}", "question")
        elif kind == ITEM:
            for rank, one in enumerate(wrapped(words, columns - 2)):
                yield (("", "- " if rank == 0 else "  "), *one)
        else:
            yield from wrapped(words, columns)


def screens(shown: Sequence[Sequence[str]], columns: int) -> Iterator[Line]:
    """The screens of a first start, one below the other."""
    for rank, (title, *sentences) in enumerate(shown):
        if rank:
            yield EMPTY
        yield from wrapped(title, columns, style="title")
        for sentence in sentences:
            yield EMPTY
            yield from wrapped(sentence, columns)


def glossary(terms: Iterable[Term], columns: int) -> Iterator[Line]:
    """Words and what they mean."""
    for rank, term in enumerate(terms):
        if rank:
            yield EMPTY
        yield line(term.word, "title")
        yield from wrapped(term.meaning, columns, indent="  ")
