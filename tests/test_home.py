"""The home screen: what `cip-coach` alone shows, the first time and ever after; and where it leads."""

import io
import re
import signal
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from proofreading import reader
from pseudo_terminal import LEAVES_ALTERNATE_SCREEN, needs_pty, on_one_line, plain, surroundings, terminal
from test_messages import FAULTS

from cip_coach import cli
from cip_coach.commands import TABLE, Result, receiving
from cip_coach.keeping import marker
from cip_coach.keeping.synced import service_of
from cip_coach.terminal.messages import home, welcome

SIZES = [(60, 18), (80, 24), (120, 40)]
QUESTION = home.question().replace("\u00a0", " ")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A home folder whose journal exists already, and is empty."""
    folder = tmp_path / ".local" / "share" / "cip-coach" / "journal"
    folder.mkdir(parents=True, mode=0o700)
    (folder / marker.NAME).write_text("format: 1\njournal: abcdef\netat: ouvert\n", encoding="utf-8")
    return tmp_path


def said_lines(text: str, name: str) -> str:
    return next(line for line in text.splitlines() if name in line)


# What cip-coach alone stands for


def test_alone_on_a_pipe_it_is_the_help(capsys):
    assert cli.run([]) == 0
    assert capsys.readouterr().out.startswith("Prendre du recul")


def test_off_a_terminal_the_home_screen_says_what_to_do_instead(capsys):
    assert cli.run(["accueil"]) == 2
    assert "--simple" in capsys.readouterr().err


def test_every_line_of_the_home_screen_is_a_command_or_is_not_shown_yet():
    for line in receiving.LINES:
        label, hint = home.line(line)
        assert label and hint
    assert {"session", "review", "stats", "pas", "programme"} <= {entry.name for entry in TABLE}


# In plain mode: the whole dialogue


@pytest.fixture
def dialogue(tmp_path, monkeypatch, capsys):
    """Type lines at the plain home screen, over a journal folder; what was printed, and the exit code."""

    def talking(typed: str, folder: Path) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = cli.run(["accueil", "--simple", "--journal", str(folder)])
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    return talking


def test_the_first_start_tells_what_this_is_where_notes_lie_and_to_use_codes(dialogue, tmp_path):
    code, shown = dialogue("\n\n\n.pause\n", tmp_path / "journal")
    flat = on_one_line(shown.splitlines())
    assert "ne remplace ni un groupe d’analyse de pratiques ni une supervision" in flat
    assert "pas un second dossier" in flat
    assert "Rien ne sort de cet ordinateur." in flat
    assert str(tmp_path / "journal") in shown.replace("\n", "")
    assert "sous un code neutre" in flat
    assert QUESTION in flat
    assert (code, [path.name for path in (tmp_path / "journal").iterdir()]) == (0, [marker.NAME])


def test_it_can_be_skipped(dialogue, tmp_path):
    _, shown = dialogue("2\n.pause\n", tmp_path / "journal")
    assert welcome.a_code()[0] not in shown
    assert QUESTION in shown


def test_it_is_not_shown_again_once_a_journal_exists(dialogue, kept):
    _, shown = dialogue(".pause\n", kept / ".local/share/cip-coach/journal")
    assert welcome.what_it_is()[0] not in shown
    assert QUESTION in shown


def test_it_is_not_shown_again_once_it_was_skipped(dialogue, tmp_path):
    dialogue("2\n.pause\n", tmp_path / "journal")
    _, shown = dialogue(".pause\n", tmp_path / "journal")
    assert welcome.what_it_is()[0] not in shown


def test_left_in_the_middle_it_leaves_nothing_and_comes_back(dialogue, tmp_path):
    dialogue("\n.pause\n", tmp_path / "journal")
    assert list(tmp_path.iterdir()) == []
    _, shown = dialogue(".pause\n", tmp_path / "journal")
    assert welcome.what_it_is()[0] in shown


@pytest.fixture
def first_session(tmp_path, monkeypatch, capsys):
    """Type lines at a session that is the first command ever, with more arguments; the exit code and what was shown."""
    monkeypatch.setenv("CIP_COACH_JOURNAL", str(tmp_path / "journal"))

    def talking(typed: str, *more: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = cli.run(["session", "a-chaud", "--simple", *more])
        shown = capsys.readouterr()
        return code, on_one_line((shown.out + shown.err).splitlines())

    return talking


def test_a_session_that_is_the_first_command_ever_tells_it_before_its_first_question(first_session):
    _, shown = first_session("\n\n\n\n.pause\n")
    places = [
        shown.index(words) for words in (*(page[0] for page in welcome.pages("x", "")), welcome.begin(), "météo")
    ]
    assert places == sorted(places)


def test_it_tells_it_once(first_session):
    _, shown = first_session("2\n\n.pause\n")
    assert welcome.a_code()[0] not in shown and "météo" in shown
    _, shown = first_session("\n.pause\n")
    assert welcome.what_it_is()[0] not in shown and "météo" in shown


def test_left_at_once_it_says_that_nothing_was_written(first_session):
    code, shown = first_session(".pause\n")
    assert (code, "météo" in shown, "Rien n’a été écrit." in shown) == (0, False, True)


def test_who_names_a_folder_to_begin_another_journal_is_not_told_again(first_session, tmp_path):
    _, shown = first_session("\n.pause\n", "--journal", str(tmp_path / "un autre"))
    assert welcome.what_it_is()[0] not in shown and "météo" in shown


def test_what_is_chosen_runs_and_home_comes_back(dialogue, kept):
    folder = kept / ".local/share/cip-coach/journal"
    code, shown = dialogue("4\n\n.pause\n", folder)
    assert shown.count(QUESTION) == 2
    assert shown.index("Aucun pas") > shown.index(QUESTION)
    assert code == 0


def test_leaving_by_its_line_gives_zero(dialogue, kept):
    folder = kept / ".local/share/cip-coach/journal"
    _, shown = dialogue(".pause\n", folder)
    number = said_lines(shown, home.leave()).split(".")[0]
    code, shown = dialogue(f"{number}\n", folder)
    assert (code, shown.count(QUESTION)) == (0, 1)


def test_a_folder_that_is_no_journal_is_told_and_the_home_screen_stays_usable(dialogue, tmp_path):
    (tmp_path / "facture.pdf").write_bytes(b"x")
    code, shown = dialogue(".pause\n", tmp_path)
    assert code == 0
    assert QUESTION in shown
    assert str(tmp_path) in shown.replace("\n", "")


def test_a_session_that_is_left_leaves_the_program(monkeypatch, capsys):
    ran = {"accueil": Result(then=("session",)), "session": Result(exit_code=75)}
    monkeypatch.setattr(cli, "_answer", lambda _app, line: ran[line[0]])
    assert cli.run(["accueil"]) == 75


# On a screen


@needs_pty[0]
@needs_pty[1]
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_first_start_and_the_home_screen_are_whole_at_every_size(tmp_path, columns, rows):
    with terminal([], tmp_path, columns=columns, rows=rows) as shown:
        shown.proofreader = reader(str(tmp_path / ".local/share/cip-coach/journal"))
        for title, *sentences in welcome.pages(str(tmp_path / ".local/share/cip-coach/journal"), ""):
            shown.see(title, "quitter")
            flat = on_one_line(shown.lines()).replace(" ", "")
            for sentence in sentences:
                assert sentence.replace("\u00a0", "").replace(" ", "") in flat
            shown.press("enter")
        shown.see(QUESTION, home.line("session")[0])
        shown.press("ctrl-c")
        assert shown.end() == 0
    with terminal([], tmp_path, columns=columns, rows=rows) as again:
        again.see(QUESTION, home.line("session")[0])


@needs_pty[0]
@needs_pty[1]
def test_a_command_is_chosen_with_a_digit_and_home_comes_back(kept):
    with terminal([], kept) as shown:
        shown.see(home.line("pas")[0])
        shown.press("4")
        shown.see("revenir à l’accueil")
        assert "Aucun pas" in plain(shown.raw)
        shown.press("enter")
        shown.see(home.line("pas")[0])
        shown.press("ctrl-c")
        assert shown.end() == 0


@needs_pty[0]
@needs_pty[1]
def test_the_draft_to_resume_comes_first(tmp_path):
    with terminal(["session", "a-chaud", "--personne", "galet"], tmp_path) as shown:
        shown.see(welcome.what_it_is()[0], "quitter")
        shown.press("2")
        shown.see("Commencer", "quitter", without="présentation")
        shown.press("enter")
        shown.see("météo")
        shown.press("1")
        shown.see("Quel moment")
        shown.press("ctrl-c")
        shown.see("Reprendre")
        shown.press("2")
        assert shown.end() == 75
    with terminal([], tmp_path) as shown:
        shown.see("Reprendre : À chaud", "(galet)")
        shown.press("enter")
        shown.see("Quel moment")
        shown.press("ctrl-c")
        shown.see("Reprendre")
        shown.press("2")
        assert shown.end() == 75


def test_with_term_dumb_it_speaks_line_by_line_without_one_escape(tmp_path):
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        __import__("sys").executable,
        ["-m", "cip_coach"],
        env=surroundings(tmp_path) | {"TERM": "dumb"},
        encoding="utf-8",
        timeout=20,
    )
    child.expect(r"Passer cette présentation")
    child.sendline("2")
    child.expect("Quitter")
    before = child.before
    child.sendline(".pause")
    child.expect(pexpect.EOF)
    assert not re.search("\x1b", before + child.before)


# What is said


def spoken() -> list[str]:
    lines = [words for line in receiving.LINES for words in home.line(line)]
    screens = [words for page in welcome.pages("dossier", "OneDrive") for words in page]
    return [
        *lines,
        *screens,
        home.question(),
        home.leave(),
        home.title(),
        welcome.skip(),
        welcome.go_home(),
        welcome.begin(),
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_well_typed(fault):
    assert [words for words in spoken() if FAULTS[fault].search(words)] == []


# Folders that are copied elsewhere


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (PureWindowsPath(r"C:\Users\u\OneDrive\Documents\journal"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\u\OneDrive - Organisme\journal"), "OneDrive"),
        (PurePosixPath("/home/u/Dropbox/journal"), "Dropbox"),
        (PurePosixPath("/home/u/Dropbox (Perso)/journal"), "Dropbox"),
        (PurePosixPath("/Users/u/Library/Mobile Documents/com~apple~CloudDocs/journal"), "iCloud"),
        (PureWindowsPath(r"C:\Users\u\iCloudDrive\journal"), "iCloud"),
        (PurePosixPath("/Users/u/Library/CloudStorage/GoogleDrive-u@exemple.fr/Mon Drive"), "Google Drive"),
        (PurePosixPath("/home/u/Google Drive/journal"), "Google Drive"),
        (PurePosixPath("/home/u/kDrive/journal"), "kDrive"),
        (PurePosixPath("/Users/u/Library/CloudStorage/OneDrive-Personnel/journal"), "OneDrive"),
        (PurePosixPath("/home/u/.local/share/cip-coach/journal"), ""),
        (PurePosixPath("/media/dropboxes/journal"), ""),
    ],
)
def test_a_folder_that_a_service_copies_is_known_by_its_path(path, service):
    assert service_of(path) == service


def test_the_warning_stands_on_the_screen_about_the_folder():
    assert any("OneDrive" in sentence for sentence in welcome.where_it_lies("dossier", "OneDrive"))
    assert not any("Attention" in sentence for sentence in welcome.where_it_lies("dossier", ""))


@needs_pty[0]
@needs_pty[1]
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_home_screen_and_gives_the_terminal_back(kept, number):
    with terminal([], kept) as shown:
        shown.see(home.line("pas")[0], "quitter")
        shown.kill(signal.Signals[number])
        assert shown.end() == 75
        assert LEAVES_ALTERNATE_SCREEN in shown.raw


@needs_pty[0]
@needs_pty[1]
def test_a_closed_window_ends_it(kept):
    with terminal([], kept) as shown:
        shown.see(home.line("pas")[0], "quitter")
        shown.close_window()
        assert shown.end() == 75


@needs_pty[0]
@needs_pty[1]
def test_a_signal_after_a_command_ends_it_too(kept):
    with terminal([], kept) as shown:
        shown.see(home.line("pas")[0])
        shown.press("4")
        shown.see("revenir à l’accueil")
        shown.kill(signal.SIGTERM)
        assert shown.end() == 128 + signal.SIGTERM


@needs_pty[0]
@needs_pty[1]
def test_a_journal_whose_stick_is_away_is_told_and_settings_stay_at_hand(kept):
    folder = kept / ".config" / "cip-coach"
    folder.mkdir(parents=True)
    (folder / "reglages.yml").write_text(f"journal: {kept / 'cle'}\n", encoding="utf-8")
    with terminal([], kept) as shown:
        shown.see("est introuvable", home.line("reglages")[0], home.leave())
        shown.press("ctrl-c")
        assert shown.end() == 0
    assert not (kept / "cle").exists()
