"""Somebody follows docs/ecrire-un-arbre.md from an empty file to a working tree, slips included.

`told` is what her terminal shows, for docs/premier-arbre.md. What she types is
echoed as a terminal does; the program itself is the real one, in this process.
"""

import io
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from questionsdesk import QuestionsDesk

from cip_coach import cli

PAGE = Path(__file__).parents[1] / "docs/premier-arbre.md"
BLOCK = re.compile(r"```(?P<sort>yaml|console)\n(?P<text>.*?)```\n", re.DOTALL)
TREE, FOLDER = "apres-atelier", "~/.config/cip-coach"
PROMPT = "$ "
TYPED = {
    f"questions corriger {TREE}": "o\n",
    f"questions essayer {TREE} --simple": "Le silence après ma consigne.\n.\n2\nPlus lentement.\n.\nle photolangage\n\nDes mots sont venus.\n.\n\n1\n\n",
}
"""What is typed when a command asks for something."""


class Shown(io.StringIO):
    """The screen: what is written to it, by anybody."""


class Asking(io.StringIO):
    """Error output, on the same screen; somebody is there."""

    def __init__(self, screen: Shown) -> None:
        super().__init__()
        self.screen = screen

    def write(self, text: str) -> int:
        return self.screen.write(text)

    def isatty(self) -> bool:
        return True


class Keyboard(io.StringIO):
    """What is typed, seen on the screen as it is read."""

    def __init__(self, typed: str, screen: Shown) -> None:
        super().__init__(typed)
        self.screen = screen

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        self.screen.write(line)
        return line

    def isatty(self) -> bool:
        return True


def followed(desk: QuestionsDesk, page: str) -> str:
    """`page`, whose commands are run again and whose files are what the editor writes, with what is shown today."""
    editor = desk.here / "editeur"
    editor.write_text(f'#!/bin/sh\ncat "{desk.here}/texte.yml" > "$1"\n', encoding="utf-8")
    editor.chmod(stat.S_IRWXU)
    desk.monkeypatch.setenv("VISUAL", str(editor))

    def again(block: re.Match[str]) -> str:
        text = block["text"]
        if block["sort"] == "console":
            text = "".join(_shown(desk, text))
        elif text.startswith("- essai:"):
            desk.shelve(f"arbres/{TREE}.essais.yml", text)
        else:
            desk.write("texte.yml", text)
        return f"```{block['sort']}\n{text}```\n"

    return BLOCK.sub(again, page)


def _shown(desk: QuestionsDesk, block: str) -> Iterator[str]:
    for command in re.findall(rf"^{re.escape(PROMPT)}cip-coach (.*)$", block, re.MULTILINE):
        yield f"{PROMPT}cip-coach {command}\n"
        screen = Shown()
        desk.monkeypatch.setattr("sys.stdin", Keyboard(TYPED.get(command, ""), screen))
        desk.monkeypatch.setattr("sys.stdout", screen)
        desk.monkeypatch.setattr("sys.stderr", Asking(screen))
        cli.run(command.split())
        yield "\n".join(line.rstrip(" ") for line in screen.getvalue().split("\n")).replace(str(desk.own), FOLDER)
