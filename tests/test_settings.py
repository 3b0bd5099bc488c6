"""The settings: who decides, what a faulty file costs, and a change that touches one value only."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pseudo_terminal import needs_pty, surroundings, terminal

from cip_coach import cli
from cip_coach.commands import folders
from cip_coach.commands.options import Origin, setting
from cip_coach.keeping import marker
from cip_coach.problem import Misused, Refused
from cip_coach.settings import Settings, changed, parsed
from cip_coach.terminal.messages import phrase
from cip_coach.terminal.messages import settings as said


@pytest.fixture
def own(tmp_path, monkeypatch) -> Path:
    """A configuration folder of our own, which does not exist yet."""
    folder = tmp_path / "configuration"
    monkeypatch.setattr(folders, "configuration_folder", lambda: folder)
    for name in ("CIP_COACH_JOURNAL", "ACCESSIBLE", "CIP_COACH_DISCRET"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def run(capsys, own):
    """Run a command in this process: its code, what it printed, what it said."""

    def running(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(arguments)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return running


def file_of(own: Path, text: str | bytes) -> Path:
    own.mkdir(exist_ok=True)
    path = own / folders.SETTINGS
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


# Who decides


def test_what_is_typed_beats_the_environment_which_beats_the_file_which_beats_the_usual(tmp_path):
    journals = {name: str(tmp_path / name) for name in ("typed", "env", "file")}
    file = Settings({"journal": journals["file"], "affichage": "simple", "discret": "oui"})
    environment = {"CIP_COACH_JOURNAL": journals["env"], "ACCESSIBLE": "0", "CIP_COACH_DISCRET": "non"}

    everything = setting(journals["typed"], True, True, None, environment=environment, settings=file)
    assert (everything.journal.name, everything.journal_origin) == ("typed", Origin.OPTION)
    assert everything.simple and everything.discreet

    surrounded = setting(None, False, False, None, environment=environment, settings=file)
    assert (surrounded.journal.name, surrounded.journal_origin) == ("env", Origin.ENVIRONMENT)
    assert not surrounded.simple and not surrounded.discreet

    written = setting(None, False, False, None, environment={}, settings=file)
    assert (written.journal.name, written.journal_origin) == ("file", Origin.SETTINGS)
    assert written.simple and written.discreet

    usual = setting(None, False, False, None, environment={}, settings=Settings())
    assert (usual.journal.name, usual.journal_origin) == ("journal", Origin.DEFAULT)
    assert not usual.simple and not usual.discreet


def test_a_journal_of_the_settings_is_never_created(run, own, tmp_path):
    file_of(own, f"journal: {tmp_path / 'cle'}\n")
    answers = tmp_path / "reponses.yml"
    answers.write_text("chaud.meteo: nuages\n", encoding="utf-8")
    code, out, err = run("session", "a-chaud", "--personne", "galet", "--reponses", str(answers))
    assert (code, out) == (1, "")
    assert str(tmp_path / "cle") in err.replace("\n", "")
    assert not (tmp_path / "cle").exists()
    assert run("review")[0] == 1
    assert not (tmp_path / "cle").exists()


def test_without_a_file_nothing_is_read_with_yaml_and_nothing_is_made(run, own):
    assert run("reglages")[0] == 0
    assert not own.exists()


# A faulty file


def test_an_unknown_key_is_a_warning_with_a_suggestion_and_is_read_as_what_was_meant(run, own):
    file_of(own, "afichage: simple\n")
    code, out, err = run("reglages")
    assert code == 0
    assert "1:1: attention [cle-inconnue]" in err and "affichage" in err
    assert "affichage\u00a0: simple" in out


def test_a_key_that_resembles_nothing_is_a_warning_too(run, own):
    file_of(own, "couleur: vert\ndiscret: oui\n")
    code, out, err = run("reglages")
    assert code == 0
    assert "attention [cle-inconnue]" in err
    assert "discret\u00a0: oui" in out


def test_a_wrong_value_is_a_warning_and_the_usual_value_serves(run, own):
    file_of(own, "affichage: vert\n")
    _, out, err = run("reglages")
    assert "1:12: attention [valeur-inconnue]" in err
    assert "affichage\u00a0: plein" in out


@pytest.mark.parametrize(
    "text", ["journal: [a\n", "- journal\n", "journal: notes\n", "journal: [a, b]\n", b"journal: \xe9\n"]
)
def test_a_file_that_may_hide_the_journal_stops_everything_but_a_journal_that_is_typed(run, own, tmp_path, text):
    file_of(own, text)
    code, out, err = run("review")
    assert (code, out) == (1, "")
    assert phrase("reglages-journal-perdu", {}) in err
    assert run("review", "--journal", str(tmp_path / "ici"))[0] == 0
    assert run("reglages")[0] == 0


def test_an_empty_value_is_no_value():
    assert parsed("journal:\ndiscret: \n", "r.yml") == Settings()


# One value changes


FILE = "\ufeff# à moi\r\n\r\ndiscret:   non  # en réunion\r\naffichage: 'simple'  # oui, \"simple\"\r\n# fin"


@pytest.mark.parametrize(
    ("text", "key", "value", "after"),
    [
        ("", "discret", "oui", "discret: oui\n"),
        ("# a", "discret", "oui", "# a\ndiscret: oui\n"),
        ("discret: non", "discret", "oui", "discret: oui"),
        ("discret:\n", "discret", "oui", "discret: oui\n"),
        ("discret: # rien\n", "discret", "oui", "discret: oui # rien\n"),
        ("'discret' : non # a\n", "discret", "oui", "'discret' : oui # a\n"),
        ('"discret": "non"\n', "discret", "oui", '"discret": oui\n'),
        ("journal: '/a #b' # c\n", "journal", "/d e", 'journal: "/d e" # c\n'),
        (FILE, "discret", "oui", FILE.replace("  non ", "  oui ")),
        (FILE, "affichage", "plein", FILE.replace("'simple' ", "plein ")),
        (FILE, "journal", "/a", FILE + '\r\njournal: "/a"\r\n'),
    ],
)
def test_a_change_touches_one_value(text, key, value, after):
    assert changed(text, key, value) == after


COMMENTS = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), max_size=12)
VALUES = {
    "journal": ["/a", "'/a b'", '"/a # b"', "~/j"],
    "affichage": ["plein", "simple", "'simple'"],
    "discret": ["oui", "non"],
}


@given(
    st.lists(st.sampled_from(sorted(VALUES)), unique=True),
    st.lists(COMMENTS, min_size=4, max_size=4),
    st.sampled_from(sorted(VALUES)),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_whatever_the_file_the_other_lines_stay_byte_for_byte(keys, comments, key, end, data):
    lines = [
        f"{name}: {data.draw(st.sampled_from(VALUES[name]))}  # {note}"
        for name, note in zip(keys, comments, strict=False)
    ]
    text = end.join([f"# {comments[3]}", *lines, ""])
    new = {"journal": "/nouveau", "affichage": "plein", "discret": "oui"}[key]
    try:
        after = changed(text, key, new)
    except Refused:  # a sign that YAML refuses, in a comment
        return
    assert parsed(after, "r.yml").values[key] == new
    before_lines, after_lines = text.split(end), after.split(end)
    if key in keys:
        assert len(before_lines) == len(after_lines)
        differing = [pair for pair in zip(before_lines, after_lines, strict=True) if pair[0] != pair[1]]
        assert len(differing) <= 1
        assert all(old.split("  # ", 1)[1] == now.split("  # ", 1)[1] for old, now in differing)
    else:
        assert after.startswith(text)


@pytest.mark.parametrize("text", ["journal: >\n  /a\n", "{discret: non, affichage: simple}\n", "discret: [non\n"])
def test_what_cannot_be_changed_alone_is_refused(text):
    for key, value in (("journal", "/b"), ("discret", "oui")):
        try:
            after = changed(text, key, value)
        except Refused:
            continue
        assert parsed(after, "r.yml").values == {**parsed(text, "r.yml").values, key: value}


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("jurnal", "/a", "reglages-cle"),
        ("affichage", "vert", "reglages-valeur"),
        ("journal", "ici", "reglages-dossier"),
        ("journal", "", "reglages-dossier"),
    ],
)
def test_what_is_no_setting_is_refused_before_anything_is_written(key, value, code):
    with pytest.raises(Misused) as refused:
        changed("", key, value)
    assert refused.value.code == code


# The commands


def test_each_value_is_shown_with_its_origin(run, own, monkeypatch):
    file_of(own, "# à moi\ndiscret: oui\n")
    monkeypatch.setenv("ACCESSIBLE", "1")
    code, out, err = run("reglages", "--journal", "/ici")
    assert (code, err) == (0, "")
    told = {line: after for line, after in zip(out.splitlines(), out.splitlines()[1:], strict=False)}
    assert told["journal\u00a0: /ici"].strip() == "donné sur la ligne de commande"
    assert told["affichage\u00a0: simple"].strip() == "donné par l’environnement (ACCESSIBLE)"
    assert told["discret\u00a0: oui"].strip() == "écrit dans les réglages, ligne 2"
    assert str(own / folders.SETTINGS) in out


def test_changing_makes_the_file_private_then_changes_one_line(run, own):
    assert run("reglages", "changer", "discret", "oui") == (0, "Réglage écrit\u00a0: discret\u00a0: oui\n", "")
    path = own / folders.SETTINGS
    assert path.read_text(encoding="utf-8").endswith("discret: oui\n")
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    run("reglages", "changer", "affichage", "simple")
    run("reglages", "changer", "discret", "non")
    assert path.read_text(encoding="utf-8").splitlines()[1:] == ["discret: non", "affichage: simple"]


def test_a_misspelt_setting_gets_its_suggestion_and_nothing_is_written(run, own):
    code, out, err = run("reglages", "changer", "afichage", "simple")
    assert (code, out) == (2, "")
    assert "Vouliez-vous dire affichage\u00a0?" in err
    assert not own.exists()


def test_a_journal_is_written_whole_and_what_is_missing_there_is_said(run, own, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("reglages", "changer", "journal", "OneDrive/journal")
    assert code == 0
    assert str(tmp_path / "OneDrive" / "journal") in out
    assert "OneDrive, qui en envoie une copie" in err.replace("\n", " ")
    assert "ne contient pas encore de journal" in err.replace("\n", " ")
    assert not (tmp_path / "OneDrive").exists()


def test_a_journal_that_exists_is_taken_without_a_word(run, own, tmp_path):
    folder = tmp_path / "cle"
    folder.mkdir(mode=0o700)
    (folder / marker.NAME).write_text("format: 1\njournal: abcdef\netat: ouvert\n", encoding="utf-8")
    assert run("reglages", "changer", "journal", str(folder))[2] == ""
    assert setting(None, False, False, None).journal == folder


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(run, own, tmp_path):
    own.mkdir()
    target = tmp_path / "dotfiles.yml"
    target.write_text("discret: non\n", encoding="utf-8")
    (own / folders.SETTINGS).symlink_to(target)
    run("reglages", "changer", "discret", "oui")
    assert (own / folders.SETTINGS).is_symlink()
    assert target.read_text(encoding="utf-8") == "discret: oui\n"


def test_opening_off_a_terminal_says_where_the_file_is(run, own):
    code, out, err = run("reglages", "ouvrir")
    assert (code, out) == (1, "")
    assert str(own / folders.SETTINGS) in err.replace("\n", "")


@needs_pty[0]
@needs_pty[1]
def test_opening_makes_an_explained_file_and_opens_it(tmp_path):
    editor = tmp_path / "editeur.py"
    editor.write_text("import sys; open(sys.argv[1], 'a').write('afichage: simple\\n')", encoding="utf-8")
    with terminal(["reglages", "ouvrir"], tmp_path, EDITOR=f"{sys.executable} {editor}") as shown:
        assert shown.end() == 0
        assert "cle-inconnue" in shown.raw
    path = Path(surroundings(tmp_path)["HOME"]) / ".config" / "cip-coach" / folders.SETTINGS
    assert path.read_text(encoding="utf-8") == said.template() + "afichage: simple\n"


def test_the_explained_file_says_nothing_and_its_examples_are_settings():
    template = said.template()
    assert parsed(template, "r.yml") == Settings()
    spoken = "\n".join(
        line.removeprefix("# ") for line in template.splitlines() if line.startswith("# ") and ": " in line
    )
    assert parsed(spoken, "r.yml").values == {"journal": "~/journal", "affichage": "plein", "discret": "non"}


def test_a_variable_that_decides_instead_is_named(run, own, monkeypatch):
    monkeypatch.setenv("ACCESSIBLE", "0")
    code, _, err = run("reglages", "changer", "affichage", "simple")
    assert code == 0
    assert "ACCESSIBLE" in err
