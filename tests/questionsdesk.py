"""Somebody who types `cip-coach questions …`, in this process, with a folder of her own."""

import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from cip_coach import cli


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@dataclass
class QuestionsDesk:
    """`own` is her configuration folder, `here` the folder she stands in."""

    own: Path
    here: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str, typed: str = "") -> Said:
        stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        self.monkeypatch.setattr("sys.stdin", stdin)
        self.capsys.readouterr()
        code = cli.run(["questions", *words])
        out, err = self.capsys.readouterr()
        return Said(code, out, err)

    def write(self, name: str, text: str) -> Path:
        path = self.here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def shelve(self, name: str, text: str) -> Path:
        """A file already in her own folder."""
        path = self.own / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> QuestionsDesk:
    here = tmp_path / "ici"
    here.mkdir()
    own = tmp_path / "reglages" / "cip-coach"
    monkeypatch.setattr("cip_coach.commands.opening.configuration_folder", lambda: own)
    monkeypatch.setenv("CIP_COACH_JOURNAL", str(tmp_path / "journal"))
    monkeypatch.chdir(here)
    return QuestionsDesk(own, here, monkeypatch, capsys)
