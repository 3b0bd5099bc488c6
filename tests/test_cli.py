"""The front door: help, misuse, errors, exit codes; nothing confidential repeated, nothing heavy imported."""

import os
import re
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from trial_commands import CANARY, TRIALS
from typer._click import exceptions as misuses
from typer.core import TyperCommand

from cip_coach import __version__, cli
from cip_coach.commands import TABLE
from cip_coach.commands.options import Origin, setting
from cip_coach.problem import Misused

HERE = Path(__file__).parent
HEAVY = {"rich", "questionary", "prompt_toolkit", "yaml", "platformdirs", "pydantic", "importlib.metadata"}
ENGLISH = re.compile(
    r"\b(usage|options:|error|missing|invalid|try|show|commands?|arguments|default|required|no such|got"
    r"|unexpected|requires|takes|does not|did you|traceback|aborted?|exit|help(?! *$)|file|text|value"
    r"|integer)\b",
    re.IGNORECASE,
)
COMMAND_LINE = re.compile(r"cip-coach [\w-]*( [\w-]+)* --help|-h, --help|--version")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a trial command in this process, 80 columns wide."""

    def running(*arguments: str, width: int = 80, commands=TRIALS) -> Ran:
        monkeypatch.setenv("COLUMNS", str(width))
        code = cli.run(arguments, commands)
        shown = capsys.readouterr()
        return Ran(code, shown.out, shown.err)

    return running


def python(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python on `code`, or as `arguments` say, in another process."""
    return subprocess.run(
        [sys.executable, *(("-c", code) if code else ()), *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def no_english(text: str) -> bool:
    return ENGLISH.search(COMMAND_LINE.sub("", text)) is None


# Help


def test_without_a_command_the_help_is_shown(run):
    assert run() == run("--help") == run("-h")
    assert run().code == 0


def test_the_help_says_the_purpose_the_examples_the_options_and_the_commands(run):
    page = run("--help").out
    order = ["Prendre du recul", "Exemples\n", "Options\n", "Commandes\n  essai"]
    assert [page.index(part) for part in order] == sorted(page.index(part) for part in order)
    assert "  essai      Essayer la porte d’entrée.\n" in page


def test_the_help_of_a_command_is_its_docstring_its_examples_and_its_options(run):
    assert run("essai", "--help").out == textwrap.dedent("""\
        Essayer la porte d’entrée.

        Emploi\u00a0: cip-coach essai FICHIER… [options]

        Cette commande n’existe que pour les tests. Elle ne lit aucun fichier et ne
        garde rien de ce qui lui est donné.

        Exemples
          cip-coach essai a.yml --moment matin
              Lire un fichier le matin

        Paramètres
          FICHIER…  Fichiers à lire.

        Options
          --moment matin|soir   Quand la séance a eu lieu.
          -n, --combien NOMBRE  Combien de fois.
          --journal DOSSIER     Dossier du journal, à la place du dossier habituel.
          --simple              Affichage ligne à ligne, sans plein écran.
          --discret             Ne pas afficher les textes écrits.
          --aujourd-hui DATE    Date à prendre pour aujourd’hui (2026-11-22, hier…).
          -h, --help            Afficher cette aide.
        """)


@pytest.mark.parametrize("width", [20, 40, 57, 80, 100, 300])
def test_the_help_fits_the_terminal_and_cuts_no_word(run, width):
    for command in ((), ("essai",), ("pas",), ("questions",)):
        page = run(*command, "--help", width=width).out
        assert max(map(len, page.splitlines())) <= min(max(width, 40), 100)
        assert page.split() == run(*command, "--help").out.split()


def test_a_group_without_a_command_shows_its_help_or_does_what_it_does_alone(run):
    assert "Commandes\n  lister  Lister." in run("questions").out
    assert run("pas", "--simple").out == "pas True\n"
    assert run("pas", "fait", "k7f3qd.2").out == "fait\n"


def test_every_command_of_the_table_explains_itself_in_french(run):
    for entry in TABLE:
        page = run(entry.name, "--help", commands=TABLE)
        assert page.code == 0, entry.name
        assert "Exemples\n" in page.out
        assert no_english(page.out)


# Misuse


@pytest.mark.parametrize(
    ("line", "sentence", "help_of"),
    [
        ("esai", "La commande esai n’existe pas. Vouliez-vous dire essai\u00a0?", ""),
        ("xyzzy", "La commande xyzzy n’existe pas.", ""),
        ("questions liste", "La commande liste n’existe pas. Vouliez-vous dire lister\u00a0?", "questions"),
        ("essai --momant soir", "L’option --momant n’existe pas. Vouliez-vous dire --moment\u00a0?", "essai"),
        ("essai --zzz", "L’option --zzz n’existe pas.", "essai"),
        ("essai -z", "L’option -z n’existe pas.", "essai"),
        ("--journal d essai", "L’option --journal se place après le nom de la commande.", ""),
        ("pas --simple fait 1", "L’option --simple se place après le nom de la commande.", "pas fait"),
        ("essai a --journal", "L’option --journal attend une valeur\u00a0: DOSSIER.", "essai"),
        ("essai a --simple=oui", "L’option --simple ne prend pas de valeur.", "essai"),
        ("essai a --moment", "L’option --moment attend une valeur\u00a0: matin|soir.", "essai"),
        (
            "essai",
            "Il manque une indication\u00a0: FICHIER. Par exemple\u00a0: cip-coach essai a.yml --moment matin",
            "essai",
        ),
        ("essai a --moment midi", "--moment n’accepte que ces valeurs\u00a0: matin, soir.", "essai"),
        ("essai a --combien 12", "--combien attend un nombre de 1 à 9.", "essai"),
        ("essai a --combien peu", "--combien attend un nombre de 1 à 9.", "essai"),
        (
            "seul de trop",
            "La ligne contient des mots en trop. Un texte de plusieurs mots s’écrit entre guillemets.",
            "seul",
        ),
    ],
)
def test_a_misuse_is_one_french_sentence_and_where_help_is(run, line, sentence, help_of):
    ran = run(*line.split())
    helped = " ".join(filter(None, ("cip-coach", help_of, "--help")))
    assert ran == Ran(2, "", f"{sentence}\n{helped}\n")
    assert no_english(ran.err)


@pytest.mark.parametrize(
    "arguments",
    [
        (CANARY,),
        ("seul", CANARY),
        ("seul", f"--{CANARY}"),
        ("seul", f"-{CANARY}"),
        ("seul", f"--simplet={CANARY}"),
        ("essai", "a", f"--simple={CANARY}"),
        ("essai", "a", "--moment", CANARY),
        ("essai", "a", "--combien", CANARY),
        ("questions", f"{CANARY} et puis encore"),
        ("pas", "fait", "1", CANARY),
    ],
)
def test_what_could_be_an_answer_is_never_repeated(run, arguments):
    ran = run(*arguments)
    assert ran.code == 2
    assert "CANARI" not in ran.out + ran.err


# What ends a command


def test_a_result_goes_to_stdout_and_gives_the_exit_code(run):
    assert run("essai", "a", "b", "--simple", "--aujourd-hui", "2026-11-22", "--journal", "x") == Ran(
        0, "soir 1 2 True 2026-11-22\n", ""
    )
    assert run("seul") == Ran(0, "", "")
    assert run("laisse") == Ran(75, "", "")


def test_a_refusal_is_its_sentence_then_its_problems_with_their_places(run):
    sentence = "L’option --journal attend le nom d’un dossier, et il est vide."
    assert run("refus") == Ran(
        1,
        "",
        f"{sentence}\n"
        f"arbres/essai.yml:3:5: erreur [journal-sans-nom] {sentence}\n"
        f"arbres/essai.yml:1:1: attention [journal-sans-nom] {sentence}\n",
    )


def test_an_error_without_a_sentence_still_speaks_french(run):
    ran = run("faute")
    assert ran.code == 2
    assert ran.err.startswith("Quelque chose ne va pas ici (repère\u00a0: code-que-personne-ne-connait).\n")


def test_an_interruption_gives_130(run):
    assert run("coupe") == Ran(130, "", "")


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_bug_gives_70_and_a_place_but_never_its_message(run, monkeypatch, debug):
    monkeypatch.setenv("CIP_COACH_DEBUG", debug)
    ran = run("panne")
    assert ran.code == 70
    assert "(ValueError, cip_coach.cli:" in ran.err
    assert "CANARI" not in ran.err
    assert "could not" not in ran.err
    assert ("OSError\n  trial_commands:" in ran.err) == bool(debug)


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes a stream")
@pytest.mark.parametrize(
    ("line", "code"),
    [("--version >&-", 0), ("questions lister >&- 2>&-", 0), ("nope >&- <&- 2>&-", 2), ("nope 2>&-", 2)],
)
def test_a_stream_that_the_shell_closed_is_no_mistake_of_ours(line, code):
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m cip_coach {line}', sys.executable], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (code, "", "")


def test_a_closed_pipe_ends_in_silence():
    writer = subprocess.Popen(
        [sys.executable, str(HERE / "trial_commands.py"), "boucle"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout and writer.stderr
    writer.stdout.readline()
    writer.stdout.close()
    assert writer.stderr.read() == b""
    assert writer.wait(30) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["essai a", "--help", "--version"])
def test_a_full_disk_behind_stdout_is_told(command):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, str(HERE / "trial_commands.py"), *command.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert ran.returncode == 1
    assert ran.stderr.startswith("Le résultat n’a pas pu être écrit jusqu’au bout.")
    assert len(ran.stderr.splitlines()) == 1


def test_control_characters_and_forged_lines_never_reach_the_terminal(run):
    ran = run("vicieux")
    assert "\x1b" not in ran.err
    assert len(ran.err.splitlines()) == 2


# The process


def test_the_version_is_answered_before_anything_is_imported():
    ran = python("-m", "cip_coach", "--version")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"cip-coach {__version__}\n", "")
    ran = python(
        "--version",
        code="import sys; before = set(sys.modules); from cip_coach.__main__ import main; main(); "
        "print(sorted(set(sys.modules) - before))",
    )
    assert ran.stdout.splitlines()[1:] == ["['cip_coach', 'cip_coach.__main__']"]


def test_the_version_is_also_an_option_of_the_command_line(run):
    assert run("--version").out == f"cip-coach {__version__}\n"


@pytest.mark.parametrize("line", ["--help", "essai --help", "essai a --journal x", "nulle-part"])
def test_a_trivial_command_imports_nothing_heavy(line):
    ran = python(
        *line.split(),
        code="import sys; from trial_commands import TRIALS; "
        "from cip_coach import cli; cli.run(sys.argv[1:], TRIALS); "
        "print('', *sorted(sys.modules), sep='\\n')",
        PYTHONPATH=os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH")))),
    )
    assert ran.returncode == 0, ran.stderr
    finding = {"platformdirs"} if "--journal" in line else set()  # 2 ms: where settings would be, if there were any
    assert HEAVY & set(ran.stdout.splitlines()) == finding


def test_only_the_command_named_is_imported():
    ran = python("--help", code="import sys; from cip_coach import cli; cli.main(sys.argv[1:]); print(*sys.modules)")
    loaded = ran.stdout.splitlines()[-1].split()
    assert {name for name in loaded if name.startswith("cip_coach.commands.")} == {
        "cip_coach.commands.folders",
        "cip_coach.commands.mounting",
        "cip_coach.commands.options",
        "cip_coach.commands.parameters",
        "cip_coach.commands.program",
        "cip_coach.commands.quickline",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="no core dumps there")
def test_no_core_dump_can_hold_an_answer():
    ran = python(
        code="import resource; from cip_coach import cli; cli.main(['--version']); "
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert ran.stdout.splitlines()[-1] == "(0, 0)"


def test_french_is_written_even_where_the_locale_knows_only_ascii():
    ran = python("-m", "cip_coach", "xyzzy", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii:strict")
    assert ran.stderr.startswith("La commande xyzzy n’existe pas.")


def test_what_we_rely_on_in_typer_is_there():
    for name in ("UsageError", "BadParameter", "MissingParameter", "NoSuchOption", "BadOptionUsage"):
        assert issubclass(getattr(misuses, name), misuses.ClickException)
    for name in ("parse_args", "get_help", "get_help_option", "make_context", "invoke", "get_params"):
        assert callable(getattr(TyperCommand, name))


# The common options


def test_the_journal_is_the_option_s_then_the_environment_s_then_the_user_s(tmp_path):
    named = {"CIP_COACH_JOURNAL": str(tmp_path / "b")}
    first = setting(str(tmp_path / "a"), False, False, None, environment=named)
    second = setting(None, False, False, None, environment=named)
    last = setting(None, False, False, None, environment={})
    assert (first.journal, first.journal_origin) == (tmp_path / "a", Origin.OPTION)
    assert (second.journal, second.journal_origin) == (tmp_path / "b", Origin.ENVIRONMENT)
    assert (last.journal.name, last.journal_origin) == ("journal", Origin.DEFAULT)
    assert "cip-coach" in last.journal.parts


def test_a_journal_without_a_name_is_refused():
    with pytest.raises(Misused):
        setting(" ", False, False, None, environment={})


@pytest.mark.parametrize(
    ("value", "simple"), [("1", True), ("oui", True), ("0", False), ("false", False), ("", False)]
)
def test_the_plain_display_follows_the_environment(value, simple):
    assert setting("x", False, False, None, environment={"ACCESSIBLE": value}).simple is simple
    assert setting("x", True, False, None, environment={"ACCESSIBLE": value}).simple


def test_today_can_be_frozen():
    frozen = setting("x", False, False, "hier", environment={}, clock_today=date(2026, 11, 22))
    assert frozen.today == date(2026, 11, 21)


def test_a_wrong_date_names_its_option_and_says_what_is_read(run):
    ran = run("essai", "a", "--aujourd-hui", f"{CANARY} hier")
    assert ran.code == 2
    assert ran.err.startswith("«\u00a0--aujourd-hui\u00a0»\u00a0: cette date ne se lit pas")
    assert "CANARI" not in ran.err
    assert no_english(ran.err)
