"""What keeps a journal in clear whole keeps a vault whole: faults and kills at every call of the disk, power cuts.

Some trials each time; all of them where `CIP_COACH_THOROUGH` asks.
"""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from faults import KILL, Faulty, Killed, faults_of
from notebook import entry, note
from operations import KEYS, OPERATIONS, PHRASE, TELLING, Bench, built, cut, finished, key, said, sit_down
from test_power_cut import cuts, image  # noqa: F401 - a fixture

from cip_coach.keeping import journal as folder
from cip_coach.keeping import marker, vault
from cip_coach.keeping.journal import Unconfirmed
from cip_coach.keeping.marker import Marker
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Refused

THOROUGH = "CIP_COACH_THOROUGH" in os.environ
IN_CLEAR = (b"cip_coach: 1", b"galet", b"merle", b"sureau")
"""What every note begins with, and the codes of the persons."""


def words_in_clear(place: Path) -> list[str]:
    """The files that say a word of a note, or a code; what kills left too."""
    paths = (path for path in place.rglob("*") if path.is_file())
    return [path.name for path in paths if any(word in path.read_bytes() for word in IN_CLEAR)]


# What a command changes


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault, and a backup of it."""
    return built(tmp_path_factory.mktemp("modele"), sealed=True)


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("fault", [KILL, "EIO"])
def test_an_operation_on_a_vault_cut_at_any_call_loses_nothing_and_writes_nothing_in_clear(
    model: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    record_testsuite_property: Callable[[str, object], None],
    name: str,
    fault: str,
) -> None:
    sit_down(monkeypatch)
    operation, given = OPERATIONS[name], (capsys, monkeypatch)
    whole = Bench(tmp_path / "0", model, operation, given)
    counting = Faulty(tmp_path, only=TELLING)
    assert whole.run(counting) == 0, whole.said
    finished(whole, operation)
    assert words_in_clear(whole.place) == []
    trials = range(len(counting.calls), 0, -1 if THOROUGH else -9)
    for at in trials:
        bench = Bench(tmp_path / f"{at}", model, operation, given)
        cut(bench, at, counting.calls[at - 1], fault, meanwhile=lambda place: words_in_clear(place) == [])
        assert words_in_clear(bench.place) == [], (at, counting.calls[at - 1])
        shutil.rmtree(bench.place)
    record_testsuite_property(f"vault {name} {fault}", len(trials))
    assert len(counting.calls) >= 5


# What a session writes

DRAFTED = [f"CANARI {words}" for words in ("un", "deux")]


def begun(root: Path) -> Journal:
    """An empty vault, ready to be written to: nobody gave its passphrase."""
    root.mkdir(mode=0o700)
    sealed = Marker("k2k2k2", vault=marker.SEALED)
    marker.create(root, marker.Origin.NAMED, sealed)
    for name in (vault.KEY, vault.RECIPIENTS):
        shutil.copy(KEYS / name, root / name)
    return vault.entered(Journal(root, sealed))


def lived(kept: Journal, say: Callable[[str], object]) -> None:
    """A session of two answers that is closed; told of a refusal, it tries once more, then gives up."""

    def insist(act: Callable[[], folder.Saved]) -> folder.Saved:
        try:
            return act()
        except Unconfirmed as unsure:
            say("refused")
            return unsure.saved
        except Refused:
            say("refused")
            try:
                return act()
            except Unconfirmed as unsure:
                return unsure.saved

    seen: folder.Saved | None = None
    for rank, words in enumerate(DRAFTED):
        draft = note("aaaaaa", "2026-11-22", entry("chaud.scene", words))
        seen = insist(lambda draft=draft, seen=seen: folder.save_draft(kept, draft, seen))
        say(f"saved {rank}")
    insist(lambda seen=seen: folder.close(kept, draft, seen))
    say("closed")


def played(root: Path, at: int = 0, fault: str = KILL, *, ever: bool = False) -> tuple[Faulty, list[str]]:
    """A whole life with that fault; the calls it made, and what was acknowledged."""
    heard: list[str] = []
    kept = begun(root)
    with Faulty(root, at, fault, ever=ever) as faulty, suppress(Killed, Refused):
        lived(kept, heard.append)
    return faulty, heard


def lost(root: Path, heard: list[str]) -> list[str]:
    """What was acknowledged and cannot be read any more, or lies there torn or in clear."""
    saved = max((int(word.split()[1]) for word in heard if word.startswith("saved")), default=-1)
    found = [said(path).decode() for path in root.rglob("*.md.age")]
    there = [rank for rank, words in enumerate(DRAFTED) if any(f"> {words}" in text for text in found)]
    wrong = ["acknowledged answer lost"] if max(there, default=-1) < saved else []
    wrong += ["not closed"] if "closed" in heard and not any("statut: clos" in text for text in found) else []
    return wrong + (["in clear"] if b"CANARI" in b"".join(p.read_bytes() for p in root.rglob("*.*")) else [])


def test_a_session_in_a_vault_loses_nothing_acknowledged_whatever_the_disk_refuses(
    tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    calls = played(tmp_path / "sans")[0].calls
    kinds: Counter[str] = Counter()
    faults: dict[object, list[str]] = {}
    for at, fault, ever in list(faults_of(calls))[:: 1 if THOROUGH else 5]:
        root = tmp_path / f"{at}-{fault}{'+' * ever}"
        faulty, heard = played(root, at, fault, ever=ever)
        found = lost(root, heard)
        if not faulty.fired:
            found.append("fault not fired")
        if not ever and fault != KILL and "closed" not in heard:
            found.append("second try refused")
        kinds[fault + "+" * ever] += 1
        if found:
            faults[at, *calls[at - 1], fault, ever] = found
        shutil.rmtree(root)
    record_testsuite_property("vault replayed trials", dict(kinds))
    assert faults == {}
    assert set(kinds) == {KILL, "EIO", "ENOSPC", "EROFS", "EACCES", "ENOSPC+"}


WRITER = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from pathlib import Path
from test_vault_cut import begun, lived

def say(words):
    print(words, flush=True)
    sys.stdin.readline()  # the power is cut here, or it goes on

lived(begun(Path(sys.argv[3]) / "coffre"), say)
"""


def test_what_a_session_in_a_vault_acknowledged_survives_a_power_cut(
    image: Path,  # noqa: F811
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    trials = 0
    for round_ in range(20 if THOROUGH else 2):
        for heard, files in cuts(image, str(Path(__file__).parent), f"r{round_}", WRITER):
            rank = -1 if heard == "closed" else int(heard.split()[1])
            where = "2026" if heard == "closed" else "brouillons"
            notes = {Path(name).parent.name: data for name, data in files.items() if name.endswith(".md.age")}
            assert list(notes) == [where], (round_, heard, list(files))
            assert f"> {DRAFTED[rank]}" in key().opened(notes[where]).decode(), (round_, heard)
            assert not any(b"CANARI" in data for data in files.values())
            trials += 1
    record_testsuite_property("vault power cuts", trials)
    assert trials == 3 * (20 if THOROUGH else 2)


# A session in front of somebody


if sys.platform != "win32":
    from pseudo_terminal import Terminal, needs_pty
    from test_session_kill import CUTS, NIGHTLY, Chain, Place, Workshop, cut_often

    class InAVault:
        """A journal that is a vault from the beginning; to resume, the passphrase is typed."""

        home: Path
        journal: Path

        def open(self, *arguments: str) -> Terminal:
            if not self.journal.exists():
                begun(self.journal)
            front = super().open(*arguments)  # type: ignore[misc]
            if "--reprendre" in arguments:
                front.see("Phrase de passe du coffre")
                front.press(PHRASE, "enter")
            return front

    class SealedChain(InAVault, Chain):
        """A session cut at every question."""

    class SealedPlace(InAVault, Place):
        """A session to be cut at any moment."""

        def __init__(self, folder: Path) -> None:
            super().__init__(folder)
            begun(self.journal)

    class TestASession:
        pytestmark = needs_pty

        @pytest.mark.skipif(not THOROUGH, reason="as long as in clear: CIP_COACH_THOROUGH asks for it")
        @pytest.mark.parametrize("how", CUTS)
        def test_cut_at_every_question_it_loses_nothing_confirmed(self, tmp_path: Path, how: str) -> None:
            count = SealedChain(tmp_path, how).run()
            assert words_in_clear(tmp_path) == []
            sys.stdout.write(f"vault, {how}: {count} trials, no loss\n")

        @pytest.mark.skipif(not NIGHTLY, reason="nightly: CIP_COACH_TRIALS=500 cuts that many sessions")
        def test_nothing_confirmed_is_lost_at_any_moment(self, tmp_path: Path) -> None:
            cut_often(Workshop(tmp_path, SealedPlace))
            assert words_in_clear(tmp_path) == []
