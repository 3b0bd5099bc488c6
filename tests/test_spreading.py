"""Work spread over copies of the process: nobody may see it but the clock."""

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notebook import entry, note

from cip_coach.keeping.render import render
from cip_coach.keeping.shelf import note_name
from cip_coach.spreading import ALONE, BLOCK, spread

MANY = ALONE + 12 * BLOCK
HERE = os.getpid()

copies = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="no processor to help, or no way to copy"
)


def elsewhere(then: Callable[[int], object]) -> Callable[[int], int]:
    """A function that gives back what it got, after `then` where a helper runs it."""

    def function(item: int) -> int:
        if os.getpid() != HERE:
            then(item)
        return item

    return function


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2 * MANY), st.integers(0, 40))
def test_what_is_found_is_what_map_finds_in_the_same_order(count: int, modulo: int) -> None:
    def function(item: int) -> tuple[int, str]:
        return item, "é" * (item % (modulo + 1))

    assert list(spread(function, range(count))) == list(map(function, range(count)))


@copies
def test_much_work_is_shared_with_another_process() -> None:
    assert len(set(spread(lambda _: os.getpid(), range(MANY)))) > 1


def test_little_work_is_done_here() -> None:
    assert set(spread(lambda _: os.getpid(), range(ALONE + BLOCK))) == {os.getpid()}


@copies
def test_who_wants_the_first_ones_only_asks_nobody() -> None:
    found = spread(lambda _: os.getpid(), range(MANY))
    assert {next(found) for _ in range(ALONE)} == {os.getpid()}
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@copies
def test_a_process_with_threads_is_not_copied() -> None:
    going_on = threading.Event()
    thread = threading.Thread(target=going_on.wait)
    thread.start()
    try:
        assert set(spread(lambda _: os.getpid(), range(MANY))) == {os.getpid()}
    finally:
        going_on.set()
        thread.join()


@copies
def test_what_a_killed_helper_had_to_do_is_done_here() -> None:
    function = elsewhere(lambda item: item > MANY // 2 and os.kill(os.getpid(), signal.SIGKILL))
    assert list(spread(function, range(MANY))) == list(range(MANY))


@copies
def test_what_a_helper_cannot_hand_back_is_done_here() -> None:
    found = list(spread(lambda item: io.StringIO(str(item)), range(MANY)))  # a stream cannot be copied
    assert [one.getvalue() for one in found] == [str(item) for item in range(MANY)]


@copies
def test_what_values_share_is_handed_back_once_when_they_are_alike() -> None:
    table = {"a": ("b", "c")}
    found = list(spread(lambda item: (item, table), range(MANY), alike=True))
    assert found == [(item, table) for item in range(MANY)]
    assert len({id(shared) for _, shared in found}) <= len(os.sched_getaffinity(0))  # one for each process


def test_an_error_is_raised_here_at_its_place() -> None:
    def function(item: int) -> int:
        return item // (MANY - 1 - item)

    found = spread(function, range(MANY))
    assert [next(found) for _ in range(MANY - 1)] == [function(item) for item in range(MANY - 1)]
    with pytest.raises(ZeroDivisionError):
        next(found)


@copies
@pytest.mark.parametrize("wanted", [ALONE + 1, ALONE + BLOCK + 1, MANY])
def test_no_helper_outlives_the_work(wanted: int) -> None:
    found = spread(str, range(MANY))
    for _ in range(wanted):
        next(found)
    found.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


SCRIPT = """
import os, sys
from cip_coach.spreading import spread
sys.stdout.write("said once;")
here = os.getpid()
never, _ = os.pipe()
def function(item):
    if os.getpid() != here and {blocks}:
        os.read(never, 1)
    return item
for item in spread(function, range({many})):
    if item == {ready}:
        print("ready", flush=True)
"""


@copies
def test_what_waits_to_be_written_is_written_once() -> None:
    script = SCRIPT.format(blocks=False, many=MANY, ready=MANY - 1)
    process = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert process.stdout == "said once;ready\n"


@copies
def test_interrupted_it_ends_at_once_and_only_one_process_says_so() -> None:
    script = SCRIPT.format(blocks=True, many=MANY, ready=ALONE + BLOCK - 1)  # what follows is asked of a helper
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "said once;ready\n"
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert said.count("KeyboardInterrupt") == 1
    with pytest.raises(ProcessLookupError):  # nobody is left in its group
        os.killpg(process.pid, 0)


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """A journal of many notes, some of which cannot be read, are copies, or are of a day to come."""
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / ".cip-coach.yml").write_text("format: 1\njournal: k7f3qd\netat: ouvert\n", encoding="utf-8")
    for rank in range(MANY):
        year, month, day = 2020 + rank % 7, rank % 12 + 1, rank % 28 + 1
        made = note(f"n{rank:05}", f"{year}-{month:02}-{day:02}", entry("chaud.scene", f"Un frein, le n° {rank}."))
        text = render(made)
        name = note_name(made.head.day, made.head.begun, made.head.tree, made.head.id)
        (folder / str(year)).mkdir(exist_ok=True)
        place = folder / str(year) / name
        place.write_text(text if rank % 40 else text.replace("date: ", "date: demain "), encoding="utf-8")
        if rank % 50 == 7:
            place.with_name(f"copie de {name}").write_text(text.replace("frein", "autre frein"), encoding="utf-8")
        if rank % 90 == 3:
            place.with_name(name.replace(f"n{rank:05}", f"z{rank:05}")).write_bytes(b"\0" * 200)
    return folder


@copies
@pytest.mark.parametrize(
    "command",
    [
        "review frein",
        "review frein --json",
        "review --sans autre",
        "review",
        "pas --json",
        "stats --texte",
        "stats --json",
    ],
)
def test_one_processor_or_several_say_the_same_of_a_journal(crowded: Path, command: str) -> None:
    line = [sys.executable, "-m", "cip_coach", *command.split(), "--journal", str(crowded)]
    line += ["--aujourd-hui", "2026-06-15"]
    alone = subprocess.run(
        line,
        capture_output=True,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}),
    )
    together = subprocess.run(line, capture_output=True, check=True)
    assert alone.stdout + alone.stderr
    assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)
