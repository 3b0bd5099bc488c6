"""The same notes for other programs: a jrnl journal, a hledger journal. Written by hand, from our files."""

import re
from collections.abc import Iterator
from pathlib import Path

_HEAD_VALUE = re.compile(r"^personne: (.+)$", re.MULTILINE)
_TERM = re.compile(r"\b(?:diff|emo|frein|appui)(?:\.\w+)+")
_JRNL = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
display_format: short
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %R'
version: v4.6
"""


def jrnl(notes: Path, folder: Path) -> Path:
    """A jrnl journal of the same texts, with the person and each term picked as its tags; its configuration."""
    journal, configuration = folder / "jrnl.txt", folder / "jrnl.yaml"
    with journal.open("w", encoding="utf-8") as file:
        for day, hour, head, body in _notes(notes):
            text = re.sub(r"^<!--.*-->\n|^> ?", "", body.lstrip("\n# "), flags=re.MULTILINE)
            tags = " ".join(f"@{name}" for name in _tags(head))
            file.write(f"[{day} {hour}] {text.strip()}\n{tags}\n\n")
    configuration.write_text(_JRNL.format(journal=journal), encoding="utf-8")
    return configuration


def hledger(notes: Path, folder: Path) -> Path:
    """A hledger journal where each difficulty noted is counted once for its person."""
    journal = folder / "notes.journal"
    with journal.open("w", encoding="utf-8") as file:
        for day, _, head, _ in _notes(notes):
            recorded = head.partition("\ndifficultes:")[2].partition("\nalimente:")[0]
            for term in sorted(set(_TERM.findall(recorded))):
                file.write(f"{day} note\n    {term.replace('.', ':')}  1\n    personne  -1\n\n")
    return journal


def _notes(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(folder.glob("*/*.md"), key=lambda path: path.name):
        head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        yield path.name[:10], f"{path.name[11:13]}:{path.name[13:15]}", head, body


def _tags(head: str) -> list[str]:
    person = _HEAD_VALUE.search(head)
    names = [person[1]] if person else []
    return [re.sub(r"\W", "_", name) for name in (*names, *sorted(set(_TERM.findall(head))))]
