"""A terminal that is taken away: what was typed is kept, and the terminal stays usable."""

import os
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pexpect
import pytest

from cip_coach.terminal.hangup import Hangup, install

HERE = Path(__file__).parent
ENTERED, LEFT = "\x1b[?1049h", "\x1b[?1049l"


def session(report: Path, mode: str = "plein") -> "pexpect.spawn[str]":
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": f"{HERE.parent / 'src'}:{HERE}"}
    child = pexpect.spawn(
        sys.executable,
        [str(HERE / "trial_session.py"), mode, str(report)],
        env=environment,
        dimensions=(18, 60),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("Quelle scène")
    return child


def ended(child: "pexpect.spawn[str]") -> str:
    """Everything shown until the end; the terminal echoes again."""
    child.expect(pexpect.EOF)
    shown = child.before or ""
    child.close()
    return shown


@pytest.mark.pty
class TestFullScreen:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_keeps_the_half_typed_text_and_gives_the_screen_back(
        self, tmp_path: Path, number: signal.Signals
    ) -> None:
        report = tmp_path / "fin"
        child = session(report)
        child.expect("Ctrl\\+C pause")
        child.send("à moitié")
        child.expect("moitié")
        os.kill(child.pid, number)
        shown = ended(child)
        assert report.read_text(encoding="utf-8") == "LEFT False True ['à moitié']"
        assert LEFT in shown and ENTERED not in shown

    def test_a_closed_window_keeps_the_half_typed_text(self, tmp_path: Path) -> None:
        report = tmp_path / "fin"
        child = session(report)
        child.expect("Ctrl\\+C pause")
        child.send("fermé")
        child.expect("fermé")
        os.close(child.child_fd)
        os.waitpid(child.pid, 0)
        child.closed = True
        assert report.read_text(encoding="utf-8") == "LEFT False True ['fermé']"

    def test_ctrl_c_twice(self, tmp_path: Path) -> None:
        report = tmp_path / "fin"
        child = session(report)
        child.expect("Ctrl\\+C pause")
        child.send("deux fois")
        child.expect("fois")
        child.send("\x03")
        child.expect("Reprendre")
        child.send("\x03")
        ended(child)
        assert report.read_text(encoding="utf-8") == "LEFT True False ['deux fois']"

    def test_the_terminal_echoes_again(self, tmp_path: Path) -> None:
        report = tmp_path / "fin"
        program = f"{sys.executable} {HERE / 'trial_session.py'} plein {report}; echo fini; read x"
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": f"{HERE.parent / 'src'}:{HERE}"}
        child = pexpect.spawn("/bin/sh", ["-c", program], env=environment, dimensions=(18, 60), encoding="utf-8")
        child.expect("Ctrl\\+C pause")
        assert not termios.tcgetattr(child.child_fd)[3] & termios.ECHO
        target = subprocess.run(
            ["/bin/sh", "-c", f"cat /proc/{child.pid}/task/{child.pid}/children"], capture_output=True, text=True
        )
        os.kill(int(target.stdout.split()[0]), signal.SIGTERM)
        child.expect("fini")
        assert termios.tcgetattr(child.child_fd)[3] & termios.ECHO
        child.close(force=True)


@pytest.mark.pty
class TestPlain:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_keeps_the_lines_already_written(self, tmp_path: Path, number: signal.Signals) -> None:
        report = tmp_path / "fin"
        child = session(report, "simple")
        child.expect("> ")
        child.sendline("une ligne")
        child.expect("> $")
        os.kill(child.pid, number)
        shown = ended(child)
        assert report.read_text(encoding="utf-8") == "LEFT False True ['une ligne']"
        assert "\x1b" not in shown


class TestInstall:
    def test_raises_once_and_restores_what_was_there(self) -> None:
        before = signal.getsignal(signal.SIGTERM)
        with install():
            with pytest.raises(Hangup):
                signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is before

    def test_leaves_an_ignored_signal_ignored(self) -> None:
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            with install():
                signal.raise_signal(signal.SIGHUP)
        finally:
            signal.signal(signal.SIGHUP, before)

    def test_ends_with_the_code_of_a_kept_draft_when_nobody_catches_it(self) -> None:
        assert Hangup().code == 75
