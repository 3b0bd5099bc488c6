"""A journal filled by answers files, day after day, as a counsellor would; the real configuration is not read."""

import re
import textwrap
from pathlib import Path

import pytest

from cip_coach import cli
from cip_coach.keeping import marker, shelf
from cip_coach.keeping.shelf import Journal


class Replays:
    """A journal, and the commands run over it on given days."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.root = folder / "journal"
        self.config = folder / "config" / "cip-coach"

    def run(self, *arguments: str, day: str = "") -> tuple[int, str, str]:
        """(exit code, standard output, standard error) of a command; `day` freezes today."""
        today = ["--aujourd-hui", day] if day else []
        code = cli.run([*arguments, "--journal", str(self.root), *today])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def told(self, *arguments: str, day: str = "") -> str:
        """The standard output of a command that succeeds."""
        code, out, err = self.run(*arguments, day=day)
        assert code == 0, err
        return out

    def session(self, tree: str, day: str, answers: str = "{}", person: str = "") -> str:
        """Replay a session of that day; the id of its note."""
        path = self.folder / "reponses.yml"
        path.write_text(textwrap.dedent(answers), encoding="utf-8")
        who = ["--personne", person] if person else []
        out = self.told("session", tree, "--reponses", str(path), "--date", day, *who, day=day)
        found = re.search(r"_([a-z0-9]+)\.md$", out.strip())
        assert found, out
        return found[1]

    @property
    def journal(self) -> Journal:
        """The journal as a value."""
        found = marker.find(self.root)
        assert found
        return Journal(self.root, found)

    def file(self, note_id: str) -> Path:
        """The file of a note."""
        found = [path for path in self.root.rglob("*.md") if path.stem.endswith(note_id)]
        assert len(found) == 1
        return found[0]

    def text(self, note_id: str) -> str:
        """The raw text of a note."""
        return self.file(note_id).read_text(encoding="utf-8")

    def names(self) -> list[str]:
        """Every closed note, oldest first, by the name of its file."""
        return sorted(path.name for path in shelf.notes(self.journal))

    def own(self, place: str, text: str) -> None:
        """Put a file in the user's own folder."""
        path = self.config / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


@pytest.fixture
def replays(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Replays:
    """An empty place; `XDG_CONFIG_HOME` points into it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Replays(tmp_path, capsys)
