"""Nothing leaks: every command run with canaries in the answers, and watched from outside.

Whatever lies outside the journal is searched to the last byte, what failing
commands say too; where strace exists, every file opened for writing and every
network call is looked at.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sweeping import CANARY, SOURCES, STRACE, World, begun, leaves, sweep

from cip_coach.commands import TABLE
from cip_coach.commands.mounting import mount
from cip_coach.commands.program import build


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Every command, run on canaries."""
    return sweep(begun(tmp_path_factory.mktemp("balayage")), typed=f"{CANARY} tapé\n" * 3)


def test_every_command_is_swept_and_some_of_each_fate(swept: World) -> None:
    assert {run.words[: len(name)] for run in swept.runs for name in leaves(TABLE)} >= set(leaves(TABLE))
    assert {0, 1, 2} <= {run.code for run in swept.runs}
    assert CANARY in "".join(run.out for run in swept.runs), "the canaries were never read"
    written = b"".join(path.read_bytes() for path in swept.journal.rglob("*.md"))
    assert f"{CANARY} tapé".encode() in written, "no typed canary was ever kept"


def test_no_command_ends_on_a_mistake_of_ours(swept: World) -> None:
    assert [(run.words, run.err) for run in swept.runs if run.code == 70] == []


def test_no_byte_of_an_answer_lies_outside_the_journal(swept: World) -> None:
    assert [path for path in swept.outside() if CANARY.encode() in path.read_bytes()] == []
    assert [path for path in swept.root.rglob("*") if CANARY in path.name] == []


def test_nothing_at_all_is_written_outside_the_journal(swept: World) -> None:
    assert sorted(swept.outside()) == []


def test_nothing_of_an_answer_is_in_what_a_failing_command_says(swept: World) -> None:
    leaking = [(run.words, run.out + run.err) for run in swept.runs if run.code not in (0, 75)]
    assert [(words, said) for words, said in leaking if CANARY in said] == []


def test_an_exception_of_others_in_the_middle_of_any_command_says_nothing_of_an_answer(tmp_path: Path) -> None:
    world = begun(tmp_path, traced=False)
    world.fault = f"{CANARY} dans le message"
    sweep(world)
    broken = [run for run in world.runs if run.code == 70]
    assert {run.words[0] for run in broken} >= {"review", "stats", "pas", "journal", "fiche", "dossier", "session"}
    assert [(run.words, run.out + run.err) for run in broken if CANARY in run.out + run.err] == []
    assert [run.words for run in broken if "ValueError" not in run.err or "Traceback" in run.err] == []


def test_nothing_of_an_answer_is_on_stderr_when_nobody_is_there(swept: World) -> None:
    assert [(run.words, run.err) for run in swept.runs if CANARY in run.err and "--simple" not in run.words] == []


def test_a_command_that_fails_leaves_the_journal_as_it_was(swept: World) -> None:
    failing = [run for run in swept.runs if run.code in (1, 2)]
    assert len(failing) > 20
    assert [(run.words, run.changed) for run in failing if run.changed] == []
    assert any(run.changed for run in swept.runs), "no change is ever seen"


def test_masked_views_hold_no_word_of_an_answer(swept: World) -> None:
    masked = [run for run in swept.runs if "--discret" in run.words]
    assert masked
    assert [run.words for run in masked if CANARY in run.out + run.err] == []


strace = pytest.mark.skipif(not STRACE, reason="strace is not on this machine: system calls cannot be watched")
WRITING = re.compile(
    r'(?:openat|creat)\([^"\n]*"(?P<path>[^"\n]*)"[^"\n]*(?:O_WRONLY|O_RDWR|O_CREAT).*= (?P<result>-?\d+)'
)
MAKING = re.compile(r'(?:mkdir|rename\w*)\(.*"(?P<path>[^"\n]*)"[^"\n]*= 0')


@strace
def test_the_trace_sees_what_it_should(swept: World) -> None:
    """A watch that sees nothing proves nothing."""
    whole = "".join(run.trace for run in swept.runs)
    assert all("openat(" in run.trace for run in swept.runs)
    assert str(swept.journal) in "".join(found["path"] for found in WRITING.finditer(whole))


@strace
def test_no_command_makes_a_network_call(swept: World) -> None:
    calls = re.compile(r"\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg|recvfrom|recvmsg|getsockopt)\(.*")
    assert [(run.words, calls.findall(run.trace)) for run in swept.runs if calls.search(run.trace)] == []


@strace
def test_no_file_is_opened_for_writing_outside_the_journal(swept: World) -> None:
    allowed = (str(swept.journal), str(swept.named), "/dev/null", "/dev/tty", "/dev/pts")
    seen = [
        (run.words, found["path"])
        for run in swept.runs
        for pattern in (WRITING, MAKING)
        for found in pattern.finditer(run.trace)
        if not found["path"].startswith(allowed) and not found.groupdict().get("result", "0").startswith("-")
    ]
    assert seen == []


@strace
def test_no_other_program_is_given_a_text(swept: World) -> None:
    assert [run.words for run in swept.runs if "execve(" in run.trace] == [("(imports)",)]  # the sweep's own start


def test_no_option_and_no_argument_is_made_for_an_answer() -> None:
    """`ps` and the shell's history show them: they take codes, ids, dates, files and the words looked for."""
    fit = {
        "CODE", "DOSSIER", "DATE", "FICHIER", "FICHIER…", "ARBRE", "ID", "REF", "MOT", "MOIS", "NOM", "NOMBRE", "VUE",
        "PERIODE", "PROG", "DUREE", "ANCIEN", "NOUVEAU", "CLE", "VALEUR", "PAGE", "SUJET", "NOTE", "COMPETENCE",
    }  # fmt: skip
    unfit = []
    build()
    for name in leaves(TABLE):
        entry_ = next(one for one in TABLE if one.name == name[0])
        for word in name[1:]:
            entry_ = next(one for one in entry_.children if one.name == word)
        for param in mount(entry_).params:
            metavar = (param.metavar or "").strip("[]")
            closed = getattr(param, "is_flag", False) or getattr(param.type, "choices", None)
            if not closed and metavar and metavar.split(".")[0] not in fit:
                unfit.append((name, metavar))
    assert unfit == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core dumps of this kind")
def test_no_core_dump_may_hold_the_answers() -> None:
    code = (
        "import resource, sys; from cip_coach.cli import main; main(['--help']);"
        "sys.stderr.write(str(resource.getrlimit(resource.RLIMIT_CORE)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        check=True,
    )
    assert ran.stderr == "(0, 0)"


@pytest.mark.pty
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal that pexpect can drive")
def test_a_full_screen_session_leaves_nothing_behind_even_with_an_editor_and_a_closed_window(tmp_path: Path) -> None:
    import chaud
    from pseudo_terminal import terminal

    home, journal = tmp_path / "maison", tmp_path / "journal"
    home.mkdir()
    places = {
        name: str(home / name.lower()) for name in ("TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    }
    arguments = ["session", "a-chaud", "--journal", str(journal)]
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "EDITOR": "true", **places}
    with terminal(arguments, home, **quiet) as front:
        chaud.begin(front, "galet")
        chaud.answer(front, chaud.QUESTIONS[0])
        front.see(chaud.QUESTIONS[1].words)
        front.press(f"{CANARY} à moitié", "ctrl-e")
        front.see(chaud.QUESTIONS[1].words, f"{CANARY} à moitié")
        front.press("enter")
        front.see(chaud.QUESTIONS[2].words)
        front.close_window()
        front.end()
    (draft,) = chaud.drafts(journal)
    assert CANARY in draft
    assert [path for path in tmp_path.rglob("*") if path.is_file() and not path.is_relative_to(journal)] == []
    assert [path.name for path in journal.rglob("*.tmp*")] == []
