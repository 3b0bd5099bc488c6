"""Each command that changes the journal, killed or refused at every call of the disk: nothing lost, and the same
command finishes the work.

The calls are counted once, then a fresh journal is given to the same command for each
of them. Every trial proves that its fault fired.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import KILL, Faulty
from operations import OPERATIONS, TELLING, Bench, built, cut, finished


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal in clear, and a backup of it."""
    return built(tmp_path_factory.mktemp("modele"))


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("fault", [KILL, "EIO"])
def test_an_operation_cut_at_any_call_loses_nothing_and_is_finished_by_the_same_command(
    model: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    record_testsuite_property: Callable[[str, object], None],
    name: str,
    fault: str,
) -> None:
    operation, given = OPERATIONS[name], (capsys, monkeypatch)
    whole = Bench(tmp_path / "0", model, operation, given)
    counting = Faulty(tmp_path, only=TELLING)
    assert whole.run(counting) == 0, whole.said
    finished(whole, operation)
    for at, call in enumerate(counting.calls, 1):
        bench = Bench(tmp_path / f"{at}", model, operation, given)
        cut(bench, at, call, fault)
        shutil.rmtree(bench.place)
    record_testsuite_property(f"{name} {fault}", len(counting.calls))
    assert len(counting.calls) >= 5
