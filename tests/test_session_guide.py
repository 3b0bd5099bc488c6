"""The whole guide, 52 questions and what surrounds them, walked three ways: the three notes are one."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from guide_hands import FullScreenHands, Hands, PlainHands
from guide_walk import ACTS, CLOSED, DAY, PASS, PERSON, TREE, answers_file, walk
from proofreading import reader
from pseudo_terminal import Terminal, posix_only

from cip_coach import cli
from cip_coach.answer import Items, Picked, Words
from cip_coach.asking.library import Library
from cip_coach.keeping.note import Note
from cip_coach.keeping.parse import parse
from cip_coach.keeping.render import render
from cip_coach.paths import identity

TODAY = "2026-11-22"
PARTS = (TREE, "guide-relation", "guide-accompagnement", "guide-metier")
OWN_TO_EACH = re.compile(r"^(id|debut|fin|duree_s): .*$", re.MULTILINE)


@dataclass(frozen=True)
class Walked:
    """A note and the journal it lies in; `sent` is what the terminal was sent."""

    path: Path
    journal: Path
    sent: str = ""

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def shared(self) -> str:
        """The note without what is its own: id, moments, duration."""
        return OWN_TO_EACH.sub(r"\1: …", self.text)


def at_the_terminal(folder: Path, hands_of: Callable[..., Hands]) -> Walked:
    """The note of somebody who walks the scenario at a real terminal."""
    home, journal = folder / "maison", folder / "journal"
    home.mkdir()
    opened: list[Terminal] = []

    def session(*arguments: str) -> Terminal:
        common = ["--journal", str(journal), "--date", DAY.isoformat(), "--aujourd-hui", TODAY]
        opened.append(Terminal(["session", *arguments, *common], home, columns=120, rows=40))
        opened[-1].proofreader = proofread
        return opened[-1]

    proofread = reader(str(ACTS), answers_file(), PERSON, trees=PARTS)
    try:
        hands = hands_of(session, TREE, PERSON)
        for step, value in walk():
            hands.do(step, value)
        assert hands.save() == 0
    finally:
        for front in opened:
            front.put_away()
    (path,) = journal.glob("[0-9]*/*.md")
    assert list(journal.glob("brouillons/*.md")) == []
    return Walked(path, journal, "".join(front.raw for front in opened))


@pytest.fixture(scope="module")
def from_file(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    folder = tmp_path_factory.mktemp("reponses")
    answers = folder / "reponses.yml"
    answers.write_text(answers_file(), encoding="utf-8")
    journal = folder / "journal"
    arguments = ["session", TREE, "--reponses", str(answers), "--personne", PERSON, "--date", DAY.isoformat()]
    assert cli.run([*arguments, "--aujourd-hui", TODAY, "--journal", str(journal)]) == 0
    (path,) = journal.glob("[0-9]*/*.md")
    return Walked(path, journal)


@pytest.fixture(scope="module")
def full_screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    return at_the_terminal(tmp_path_factory.mktemp("ecran"), FullScreenHands)


@pytest.fixture(scope="module")
def line_by_line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    return at_the_terminal(tmp_path_factory.mktemp("lignes"), PlainHands)


def test_the_scenario_meets_every_question_of_the_guide() -> None:
    asked = {identity(path) for path, _ in ACTS}
    assert set(Library.shipped().tree(TREE).identities()) - asked == set()


def test_every_list_with_a_loop_has_two_items() -> None:
    turns: dict[str, set[str]] = {}
    for step, _ in walk():
        for frame in step.frames:
            turns.setdefault(step.path.partition("[")[0], set()).add(frame.label)
    assert len(turns) >= 8
    assert all(len(labels) >= 2 for labels in turns.values())


def test_the_answers_file_gives_a_note_that_reads_back_whole(from_file: Walked) -> None:
    assert_whole(from_file)


@pytest.mark.pty
@posix_only
class TestAtATerminal:
    def test_the_full_screen_gives_the_note_of_the_answers_file(self, full_screen: Walked, from_file: Walked) -> None:
        assert full_screen.shared == from_file.shared

    def test_the_plain_mode_gives_the_note_of_the_answers_file(self, line_by_line: Walked, from_file: Walked) -> None:
        assert line_by_line.shared == from_file.shared

    def test_the_note_reads_back_whole(self, full_screen: Walked) -> None:
        note = assert_whole(full_screen)
        size = len(full_screen.text.encode())
        counted = f"{len(note.entries)} paths answered, {len(note.head.skipped)} passed, {size} bytes"
        sys.stdout.write(f"guide-complet: {counted}\n")

    def test_the_plain_mode_sends_no_escape_and_speaks_french(self, line_by_line: Walked) -> None:
        assert "\x1b" not in line_by_line.sent
        printed = line_by_line.sent.partition("Note enregistrée")[0].splitlines()
        typed = (str(ACTS), answers_file(), PERSON, ".retour .passer .pause .rien", str(line_by_line.journal))
        assert reader(*typed, trees=PARTS)(printed) == []

    def test_only_the_note_is_left(self, full_screen: Walked) -> None:
        files = [path for path in full_screen.journal.rglob("*") if path.is_file()]
        assert sorted(path.name for path in files) == sorted([".cip-coach.yml", full_screen.path.name])


def assert_whole(walked: Walked) -> Note:
    """The note parses back without a problem, byte for byte, and holds what was answered and nothing else."""
    note, problems = parse(walked.text, walked.path.name)
    assert problems == ()
    assert note is not None
    assert render(note) == walked.text
    answered = {path for path, value in ACTS if not isinstance(value, type(PASS)) and path not in CLOSED}
    entries = {entry.path: entry for entry in note.entries}
    assert set(entries) == answered
    assert set(note.head.skipped) == {path for path, value in ACTS if value == PASS}
    assert entries["relation.confiance.indices_oui"].answer == Items(
        ("elle m'a appelée d'elle-même", "elle reste après l'heure")
    )
    assert entries["accompagnement.resistances_moi.empechement"].answer == Words(
        "le manque de temps\net un peu de honte"
    )
    assert entries["metier.deplaisir[conditions].quoi"].answer == Items(())
    assert entries["accompagnement.ressources"].answer == Picked(
        ("appui.envie", "appui.humour", "autre1"), ("la chorale",)
    )
    return note
