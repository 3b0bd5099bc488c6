"""Every command, as it answers, refuses and explains itself: no English word, at any width, on any of its screens.

The commands are those of the table: one that is added without a line in `RUNS` fails here.
"""

import io
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cip_coach import cli
from cip_coach.commands import TABLE, Entry, inventing

TODAY = "2026-11-27"
ENGLISH = re.compile(
    r"(?<![\w’'/.-])(?:about|abort(?:ed)?|above|access|add(?:ed)?|after|again|all|allowed|already|also|always|and|another"
    r"|any|anything|are|at least|available|back|bad|be|because|been|before|below|between|both"
    r"|by|can|cannot|cancel(?:led)?|changed|check|choose|close|command|commands|connection|copy|could"
    r"|create|created|day|days|default|delete|deleted|denied|did|directory|does|done|down|draft|each|edit|empty|end|english"
    r"|enter|error|errors|every|exist|exists|exit|expected|fail|failed|failure|false|files|find|first|folder|for|found"
    r"|from|get|given|go|got|had|has|have|he|help|her|here|him|his|home|how|if|ignored|illegal|in|install|installed|into"
    r"|invalid|is|it|its|just|key|keys|last|left|like|line|lines|list|load|look|made|make|match|may|missing|month|more"
    r"|most|must|my|name|need|needed|never|new|next|no|none|not|nothing|now|number|of|off|old|once|one|only|open"
    r"|option requires|other|our|out|over|own|password|path|please|press|previous|print|prompt|quit|read|ready|required"
    r"|requires|return|run|save|saved|search|see|select|selected|set|she|should|show|skip|some|something|space|start"
    r"|step|stop|string|such|tag|than|that|the|their|them|then|there|these|they|this|those|time|to|today|too|tree|true"
    r"|try|type|unexpected|unknown|unrecognized|until|up|update|usage|use|used|user|value|values|was|we|week|were|what|when"
    r"|where|which|while|who|why|will|window|with|without|word|words|work|write|wrong|year|years|yes|yet|you|your"
    r"|traceback|warning|warnings|welcome|integer|positional|unhandled)(?![\w’'=/-])",
    re.IGNORECASE,
)
TYPED = re.compile(
    r"--[\w-]+(?:[= ][A-Z|]+)?|-[a-z]\b|cip-coach [^\n]*|\S*[/\\]\S*|\"[^\"\n]*\":?|\b\w+\.(?:md|yml|html|csv|zip|fish|bashrc|zshrc)\b"
)
"""Options, command lines, paths and the names of a public format: to be typed as they are, in no language."""

ANSWERS = "chaud.meteo: nuages\nchaud.scene: Rien\n"
RUNS: dict[str, tuple[str, ...]] = {
    "session": (
        "session a-chaud --simple",
        "session a-chaud --reponses {answers}",
        "session a-chaud --reponses absent.yml",
        "session",
        "session a-chau",
    ),
    "review": (
        "review",
        "review --avant-rdv --personne érable",
        "review --question relation.confiance --personne érable",
        "review --ce-jour",
        "review --dernier",
        "review --personne persone",
        "review --lire zzzzzz",
        "review --depuis jamais",
        "review --json --nombre 1",
        "review --nombre 99999999999999999999",
        "review --csv {answers}",
        "review --export absent/notes.md",
        "review --csv /dev/full",
        "review --modifier zzzzzz",
        "review --journal {answers}",
    ),
    "stats": (
        "stats --vue tout --mots",
        "stats --methode",
        "stats --comparer octobre --mois septembre",
        "stats --vue x",
        "stats --html absent/bilan.html",
        "stats --html {answers}",
    ),
    "pas": ("pas", "pas --tous"),
    "pas fait": ("pas fait zzzzzz.1", "pas fait x"),
    "pas laisse": ("pas laisse zzzzzz.1",),
    "pas rouvrir": ("pas rouvrir zzzzzz.1",),
    "programme": ("programme", "programme --personne personne"),
    "programme commencer": (
        "programme commencer cpp nacre",
        "programme commencer cp nacre",
        "programme commencer cpp érable",
    ),
    "programme terminer": ("programme terminer galet", "programme terminer personne"),
    "programme lister": ("programme lister",),
    "questions": ("questions",),
    "questions lister": ("questions lister",),
    "questions voir": (
        "questions voir a-chaud",
        "questions voir guide-complet --papier page.html",
        "questions voir a-chaud --papier page.pdf",
        "questions voir a-chau",
    ),
    "questions verifier": (
        "questions verifier {answers}",
        "questions verifier absent.yml",
        "questions verifier {bytes} {deep}",
    ),
    "questions corriger": ("questions corriger {answers}",),
    "questions essayer": ("questions essayer a-chaud --simple", "questions essayer a-chaud"),
    "questions tester": ("questions tester a-chaud",),
    "questions parcours": ("questions parcours a-chaud",),
    "questions copier": (
        "questions copier a-chaud --id le-mien",
        "questions copier a-chau",
        "questions copier a-chaud --id .",
    ),
    "questions nouveau": ("questions nouveau mien", "questions nouveau a-chaud", "questions nouveau Mien"),
    "questions ouvrir": ("questions ouvrir mien", "questions ouvrir a-chaud"),
    "questions ajouter": ("questions ajouter {answers}", "questions ajouter absent.yml"),
    "fiche": ("fiche", "fiche zzzzzz", "fiche --vers page.pdf", "fiche --vers page.html"),
    "dossier": ("dossier",),
    "dossier exemple": ("dossier exemple zzzzzz",),
    "journal": ("journal",),
    "journal chemin": ("journal chemin",),
    "journal verifier": ("journal verifier",),
    "journal sauvegarder": ("journal sauvegarder {zip}", "journal sauvegarder {answers}"),
    "journal restaurer": ("journal restaurer {answers}", "journal restaurer absent.zip"),
    "journal corbeille": ("journal corbeille", "journal corbeille --vider"),
    "journal oublier": ("journal oublier tilleul", "journal oublier personne"),
    "journal chiffrer": ("journal chiffrer",),
    "journal dechiffrer": ("journal dechiffrer",),
    "journal purger": ("journal purger --plus-de 6mois", "journal purger --plus-de peu", "journal purger"),
    "journal deplacer": ("journal deplacer {answers}",),
    "journal renommer": ("journal renommer galet nacre", "journal renommer personne nacre"),
    "accueil": ("accueil --simple", "accueil"),
    "demo": ("demo -- pas", "demo --journal x"),
    "aide": (
        "aide",
        "aide touches",
        "aide glossaire",
        "aide bienvenue",
        "aide completion",
        "aide session",
        "aide zzz",
    ),
    "reglages": ("reglages",),
    "reglages changer": (
        "reglages changer affichage simple",
        "reglages changer afichage x",
        "reglages changer discret x",
    ),
    "reglages ouvrir": ("reglages ouvrir",),
    "completion": ("completion bash", "completion x"),
}


def commands(entries: tuple[Entry, ...] = TABLE, above: str = "") -> Iterator[str]:
    """Every command of the table, groups included, as it is typed."""
    for entry in entries:
        typed = f"{above} {entry.name}".strip()
        yield typed
        yield from commands(entry.children, typed)


COMMANDS = list(commands())


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("year") / "journal"
    for _ in inventing.invented(inventing.read_year(), root, date.fromisoformat(TODAY)):
        pass
    return root


@pytest.fixture
def journal(year, tmp_path) -> Path:
    """A copy of the invented journal, to be changed at will."""
    return Path(shutil.copytree(year, tmp_path / "journal"))


@pytest.fixture
def see(tmp_path, capsys, monkeypatch):
    """Run a line over the journal, with nobody at the keyboard; everything it said."""
    (tmp_path / "reponses.yml").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "octets.yml").write_bytes(b"arbre: \xe9")
    (tmp_path / "profond.yml").write_text("[" * 200, encoding="utf-8")
    monkeypatch.setenv("CIP_COACH_JOURNAL", str(tmp_path / "journal"))
    monkeypatch.setenv("CIP_COACH_CONFIGURATION", str(tmp_path / "configuration"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def seeing(line: str, typed: str = "\n" * 40) -> str:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        files = {"answers": "reponses.yml", "zip": "journal.zip", "bytes": "octets.yml", "deep": "profond.yml"}
        words = line.format(**{name: tmp_path / file for name, file in files.items()}).split()
        dated = [] if "--help" in words or words[0] == "xyzzy" else ["--aujourd-hui", TODAY]
        at = 1 if words[0] == "demo" else len(words)
        code = cli.run([*words[:at], *dated, *words[at:]])
        shown = capsys.readouterr()
        assert code != 70, shown.err
        return shown.out + shown.err

    return seeing


def english(text: str) -> list[str]:
    """The English words of a screen, what is to be typed left out."""
    ours = [line for line in text.splitlines() if not _of_a_shell(line)]
    return [found[0] for found in ENGLISH.finditer(TYPED.sub(" ", "\n".join(ours)))]


def _of_a_shell(line: str) -> bool:
    """A line of what `completion bash` prints, comments aside: it is in the language of the shell."""
    return bool(
        re.match(
            r"\s+(local|lignes=|etat=|COMPREPLY|if |fi$|return|compopt|while|done|\[)|_cip_coach|}|complete ", line
        )
    )


def test_every_command_of_the_table_is_run_here():
    assert sorted(RUNS) == sorted(COMMANDS)
    assert all(line.startswith(name) for name, lines in RUNS.items() for line in lines)


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_shows_has_no_english_word(see, name):
    for line in RUNS[name]:
        shown = see(line)
        assert shown.strip() or line == "fiche", line
        assert english(shown) == [], line


@pytest.mark.parametrize("name", COMMANDS)
def test_its_help_has_no_english_word_and_its_examples_come_before_its_options(see, name):
    shown = see(f"{name} --help")
    assert english(shown) == []
    assert "\nExemples\n" in shown
    assert shown.index("\nExemples\n") < shown.index("\nOptions\n")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    "more", ["--xyzzy", "--aujourd-hui", "--simple=x", "a b c d e f --aujourd-hui zz", "--simpl"]
)
def test_its_misuses_have_no_english_word(see, name, more):
    shown = see(f"{name} {more}")
    assert english(shown) == []
    if more == "--simpl":
        assert "Vouliez-vous dire --simple" in shown.replace("\u00a0", " ")


@pytest.mark.parametrize("line", ["--help", "--version", "xyzzy", "sesion", "--xyzzy", "--versio", "-x"])
def test_the_front_door_has_no_english_word(see, line):
    assert english(see(line)) == []


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    "settings",
    [b"zz: 1\n", b"- a\n", b"a: b: c\n", b"affichage: xx\n", b"\t\n", b'discret: "\n', b"&a b\n", b"\xff\xfe"],
)
def test_broken_settings_are_told_without_an_english_word(see, settings, tmp_path):
    (tmp_path / "configuration").mkdir()
    (tmp_path / "configuration" / "reglages.yml").write_bytes(settings)
    for line in ("reglages", "review --nombre 1", "reglages changer affichage simple"):
        assert english(see(line)) == [], line


@pytest.mark.parametrize(
    "line", ["journal verifier", "review --nombre 3", "stats", "pas", "journal sauvegarder {zip}"]
)
def test_damaged_notes_are_told_without_an_english_word(see, line, journal):
    notes = sorted(journal.glob("2026/*.md"))
    for note, bytes_ in zip(notes, (b"\xff\xfe", b"x", b"---\na: b: c\n---\n", b""), strict=False):
        note.write_bytes(bytes_)
    notes[4].rename(notes[4].with_name("conflit.md"))
    (journal / "programmes.yml").write_bytes(b"a: b: c\n")
    assert english(see(line)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Usage: cip-coach [OPTIONS]",
        "Error: no such option",
        "Try 'cip --help' for help.",
        "Aborted!",
        "Missing argument",
    ],
)
def test_the_check_sees_english(text):
    assert english(text)


@pytest.mark.parametrize(
    "text", ["Prendre du recul sur sa pratique", "Options", "Note datée, page, journal, session"]
)
def test_the_check_lets_french_pass(text):
    assert english(text) == []
