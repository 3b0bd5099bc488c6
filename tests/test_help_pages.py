"""The help that teaches: its pages are short, well typed, true to the commands, and easy to find."""

import re

import pytest
from commandlines import unknown
from test_messages import ENGLISH, FAULTS

from cip_coach import cli
from cip_coach.asking import helpfile
from cip_coach.asking.library import shipped_folder
from cip_coach.commands import aide
from cip_coach.problem import Refused
from cip_coach.terminal.messages import welcome
from cip_coach.text import fold

PAGES = helpfile.pages(shipped_folder())
TERMS = helpfile.glossary(shipped_folder())
NEEDED = {"premiere-seance", "touches", "confidentialite", "cle"}


@pytest.fixture
def run(capsys):
    """Run `aide` in this process: its code, what it printed, what it said."""

    def running(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(["aide", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return running


def flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def texts() -> list[str]:
    blocks = [words for page in PAGES.values() for kind, words in page.blocks if kind != helpfile.COMMAND]
    return [*(page.title for page in PAGES.values()), *(page.summary for page in PAGES.values()), *blocks] + [
        said for term in TERMS for said in (term.word, term.meaning)
    ]


def command_lines() -> list[str]:
    lines = [words for page in PAGES.values() for kind, words in page.blocks if kind == helpfile.COMMAND]
    inline = [found for said in texts() for found in re.findall(r"cip-coach aide [\w-]+", said)]
    welcomed = [
        found for page in welcome.pages("x", "") for said in page for found in re.findall(r"cip-coach [\w -]+", said)
    ]
    lines = [re.sub(r'^eval "\$\((.*)\)"$', r"\1", line) for line in lines]
    return [*lines, *inline, *(line for line in welcomed if line != "cip-coach ne remplace ni un groupe d")]


# What the pages say


def test_the_pages_that_a_beginner_needs_are_there():
    assert set(PAGES) >= NEEDED
    words = {name for term in TERMS for name in term.named()}
    assert {
        fold(word) for word in ("ADVP", "PMSMP", "RQTH", "frein", "cristallisation", "APP", "CIP", "piste")
    } <= words


@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "an English word"])
def test_they_are_well_typed(fault):
    assert [said for said in texts() if FAULTS[fault].search(said)] == []


def test_they_are_in_french_and_never_say_tu():
    assert [said for said in texts() if ENGLISH.search(re.sub(r"--\w+|d’usage", "", said))] == []
    assert [said for said in texts() if re.search(r"\b(tu|toi|ton|tes|ta|vous devriez|il faut)\b", said, re.I)] == []


def test_a_page_is_read_in_a_minute():
    for page in PAGES.values():
        assert len(" ".join([page.summary, *(words for _, words in page.blocks)]).split()) <= 200, page.name


def test_a_word_is_explained_once_and_shortly():
    names = [name for term in TERMS for name in term.named()]
    assert sorted(names) == sorted(set(names))
    assert all(len(term.meaning.split()) <= 45 for term in TERMS)
    assert [fold(term.word) for term in TERMS] == sorted(fold(term.word) for term in TERMS)


@pytest.mark.parametrize("line", command_lines())
def test_each_command_line_is_one_that_exists(line):
    assert unknown(line) == []
    if found := re.match(r"cip-coach aide ([\w-]+)", line):
        assert found[1] in {*PAGES, aide.WELCOME, aide.WORDS} or any(fold(found[1]) in term.named() for term in TERMS)


# How they are found


def test_alone_it_lists_every_page_and_every_word(run):
    code, out, err = run()
    assert (code, err) == (0, "")
    for name, page in PAGES.items():
        assert name in out and flat(page.title) in flat(out)
    for term in TERMS:
        assert flat(term.word) in flat(out)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_shown_whole_with_its_commands_unbroken(run, name):
    code, out, _ = run(name)
    assert code == 0
    page = PAGES[name]
    for kind, words in page.blocks:
        assert (f"    {words}\n" in out) if kind == helpfile.COMMAND else (flat(words) in flat(out))


@pytest.mark.parametrize("typed", ["premiere-seance", "Première-Séance", "première séance", "PREMIERE SEANCE"])
def test_accents_capitals_and_hyphens_do_not_count(run, typed):
    assert run(*typed.split())[1] == run("premiere-seance")[1]


@pytest.mark.parametrize(("typed", "word"), [("rqth", "RQTH"), ("FREINS", "Frein"), ("app", "Analyse de pratiques")])
def test_a_word_of_the_glossary_is_found_by_any_of_its_names(run, typed, word):
    code, out, _ = run(typed)
    assert (code, out.splitlines()[0]) == (0, word)


def test_the_whole_glossary(run):
    assert all(flat(term.meaning) in flat(run("glossaire")[1]) for term in TERMS[:1])


def test_a_command_is_told_where_its_help_is(run):
    code, out, _ = run("stats")
    assert code == 0
    assert "cip-coach stats --help" in flat(out)


def test_the_welcome_can_be_read_again(run, tmp_path):
    code, out, _ = run("bienvenue", "--journal", str(tmp_path / "OneDrive" / "journal"))
    assert code == 0
    assert "ne remplace ni un groupe d’analyse de pratiques ni une supervision" in flat(out)
    assert "ce dossier est dans OneDrive" in flat(out)
    for page in welcome.pages("", ""):
        assert page[0] in flat(out)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("touche", "touches"), ("confidentialité", ""), ("PMSPM", "PMSMP"), ("cristalisation", "Cristallisation")],
)
def test_what_was_meant_is_proposed(run, typed, near):
    code, out, err = run(typed)
    if not near:
        assert code == 0
        return
    assert (code, out) == (2, "")
    assert f"Vouliez-vous dire {near}\u00a0?" in err


def test_what_is_typed_is_not_repeated(run):
    code, _, err = run("canari-bernard")
    assert code == 2
    assert "canari" not in err


# The files


@pytest.mark.parametrize("text", ["", "Sans titre\n\nTexte.\n", "# Titre\n", "# Titre\n\n- point\n"])
def test_a_page_has_a_title_and_a_first_paragraph(text):
    with pytest.raises(Refused):
        helpfile.page("essai", text)


def test_a_faulty_glossary_is_told_with_its_lines():
    _, problems = helpfile.read_glossary("- {mot: a}\n- {mot: b, sens: c, ausi: d}\n- e\n")
    assert [(problem.line, problem.code) for problem in problems] == [
        (1, "cle-manquante"),
        (2, "cle-inconnue"),
        (3, "forme-bloc"),
    ]
    assert helpfile.read_glossary("- [")[1]
