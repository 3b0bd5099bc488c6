"""The help as data: short pages in Markdown and a glossary in YAML, in `questions/aide`. Reads, and shows nothing.

A page is a title (`# …`), a paragraph that says what it is for, then paragraphs,
items (`- …`) and command lines (four spaces). Typography is done here.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from cip_coach.frozen import frozen
from cip_coach.plainyaml import Mapping, YamlFault, read
from cip_coach.problem import Problem, Refused
from cip_coach.shape import Shape
from cip_coach.text import fold, typeset

FOLDER, GLOSSARY, SUFFIX = "aide", "glossaire.yml", ".md"
COMMAND, ITEM, TEXT = "commande", "point", "texte"
_INDENT, _DASH = "    ", "- "
_KEYS = ("mot", "sens", "aussi")
_TOO_COMMON = frozenset({"pas", "note", "code", "app"})
"""Words of the glossary that most often mean something else in a sentence: « ne… pas »."""


@frozen
class HelpPage:
    """A page: its name, its title, what it is for, and its blocks (kind, words)."""

    name: str
    title: str
    summary: str
    blocks: tuple[tuple[str, str], ...]


@frozen
class Term:
    """A word of the glossary, what it means here, and other ways of looking it up."""

    word: str
    meaning: str
    others: tuple[str, ...] = ()

    def named(self) -> frozenset[str]:
        """All its names, folded."""
        return frozenset(map(fold, (self.word, *self.others)))


def pages(questions: Path) -> dict[str, HelpPage]:
    """The pages by name, from the folder `questions`. Raises `Refused` for one that cannot be read."""
    found = {}
    for path in sorted((questions / FOLDER).glob(f"*{SUFFIX}")):
        name = path.name.removesuffix(SUFFIX)
        found[name] = page(name, path.read_text(encoding="utf-8"))
    return found


def page(name: str, text: str) -> HelpPage:
    """The page written in `text`. Raises `Refused` without a title and a first paragraph."""
    lines = text.splitlines()
    title = lines[0].removeprefix("# ") if lines and lines[0].startswith("# ") else ""
    blocks = tuple(_blocks(lines[1:]))
    if not title or not blocks or blocks[0][0] != TEXT:
        raise Refused("aide-page", fichier=f"{name}{SUFFIX}")
    return HelpPage(name, typeset(title), blocks[0][1], blocks[1:])


def glossary(questions: Path) -> tuple[Term, ...]:
    """The glossary of the folder `questions`, in its order. Raises `Refused` with its problems when it is wrong."""
    path = questions / FOLDER / GLOSSARY
    terms, problems = read_glossary(path.read_text(encoding="utf-8"))
    if problems:
        raise Refused("aide-page", problems, fichier=GLOSSARY)
    return terms


def met(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """Those of `terms` that stand in `text` as a word, in the singular or the plural."""
    read = fold(text)
    return tuple(
        term
        for term in terms
        if any(re.search(rf"(?<![\w’-]){re.escape(name)}s?(?![\w-])", read) for name in term.named() - _TOO_COMMON)
    )


def read_glossary(text: str) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The terms written in `text`, and what is wrong there."""
    shape = Shape(GLOSSARY)
    try:
        whole = read(text)
    except YamlFault as fault:
        return (), (fault.problem(GLOSSARY),)
    terms = []
    for item in shape.items(whole, GLOSSARY):
        entry = shape.mapping(item, "mot")
        if isinstance(entry, Mapping):
            entry = shape.keys(entry, _KEYS)
            if shape.required(entry, "mot") and shape.required(entry, "sens"):
                others = tuple(map(typeset, shape.words(entry, "aussi")))
                terms.append(Term(shape.sentence(entry, "mot"), shape.sentence(entry, "sens"), others))
    return tuple(terms), tuple(shape.problems)


def _blocks(lines: list[str]) -> list[tuple[str, str]]:
    """The blocks of a page: a paragraph may span lines; an item and a command are one line each."""
    blocks: list[tuple[str, str]] = []
    joined = False
    for line in lines:
        if line.startswith(_INDENT):
            blocks.append((COMMAND, line.strip()))
        elif line.startswith(_DASH):
            blocks.append((ITEM, typeset(line.removeprefix(_DASH))))
        elif line.strip() and joined:
            blocks[-1] = (TEXT, f"{blocks[-1][1]} {typeset(line.strip())}")
        elif line.strip():
            blocks.append((TEXT, typeset(line.strip())))
        joined = bool(line.strip()) and bool(blocks) and blocks[-1][0] == TEXT
    return blocks
