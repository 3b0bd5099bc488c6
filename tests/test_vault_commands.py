"""Every command of the table in a vault, at a terminal: asked once at most, it works as in clear, and no word lies
in clear on the disk, not even for a moment."""

import shutil
import sys
from pathlib import Path

import pytest
from sweeping import CANARY, SCENARIOS, STRACE, Run, World, a_note, begun, leaves

from cip_coach.commands import TABLE

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from cip_coach.keeping import conversion, marker, shelf, vault
from cip_coach.keeping.shelf import Journal

pytestmark = pytest.mark.pty
PHRASE = "galet rivière onze lampes"
KEYS = Path(__file__).parent / "data" / "coffre"
SAID = f"{CANARY} tapé"
OWN = {
    ("session",): [
        (["a-chaud", "--personne", "galet", "--reponses", "{canari.yml}"], ""),
        (["a-chaud", "--personne", "galet", "--reponses", "{faux.yml}"], ""),
        (["a-chaud", "--personne", "galet", "--simple"], f"1\n{SAID}\n\n.pause\n"),
        (["--reprendre", "--simple"], f"{SAID} encore\n\n.fin\n"),
        (["bilan-mensuel", "--simple"], ""),
        (["--simple"], ""),
    ],
    ("review",): [
        (["--simple"], ""), (["--json"], ""), (["CANARI", "--simple"], ""), (["--lire", "aaaaaa"], ""),
        (["--dernier"], ""),
        (["--personne", "galet", "--avant-rdv"], ""), (["--regard", "aaaaaa"], f"{SAID} regard\n\n"),
        (["--modifier", "aaaaaa"], ""), (["--jeter", "bbbbbb"], ""), (["--restaurer", "bbbbbb"], ""),
        (["--lire", "abimee"], ""),
        (["--lire", "aaaaaa", "--discret"], ""), (["--export", "{sortie.md}"], ""),
    ],
    ("pas",): [(["--simple"], ""), (["--tous"], ""), (["--json"], "")],
    ("pas", "fait"): [(["aaaaaa.1"], f"{SAID} fait\n\n"), (["aaaaaa.9"], "")],
    ("journal", "corbeille"): [([], ""), (["--vider"], "vider\n")],
    ("journal", "oublier"): [(["inconnu"], ""), (["merle"], "oublier\n")],
    ("journal", "purger"): [(["--plus-de", "12mois"], "purger\n")],
    ("journal", "chiffrer"): [([], "")],
    ("journal", "dechiffrer"): [([], "non\n")],
    ("accueil",): [(["--simple"], "10\n")],
    ("journal", "deplacer"): [(["{neuf}"], "")],
    ("stats",): [(["--texte"], ""), (["--json"], ""), (["--html", "{stats.html}"], "")],
}  # fmt: skip
"""What a terminal gets otherwise than in the sweep in clear: arguments, what is typed."""
NOTHING_READ = {
    ("journal", "chemin"), ("journal", "sauvegarder"), ("journal", "deplacer"), ("aide",), ("completion",), ("demo",),
    ("reglages",), ("reglages", "changer"), ("reglages", "ouvrir"), ("accueil",),
}  # fmt: skip


def in_order() -> list[tuple[str, ...]]:
    """Every command; what erases or opens the journal last."""
    late = ("corbeille", "oublier", "purger", "dechiffrer", "deplacer")
    return sorted(leaves(TABLE), key=lambda name: late.index(name[-1]) if name[-1] in late else -1)


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Every command, run on sealed canaries."""
    world = begun(tmp_path_factory.mktemp("coffre"))
    world.secret = PHRASE
    world.keep(a_note("cccccc", CANARY, person="merle"))
    for name in (vault.KEY, vault.RECIPIENTS):
        shutil.copy(KEYS / name, world.journal / name)
    kept = vault.unlocked(Journal(world.journal, marker.find(world.journal)), PHRASE)  # type: ignore[arg-type]
    assert conversion.seal(kept, lambda *_: None).problems == ()
    for name in in_order():
        usual = [(words, "") for words in SCENARIOS.get(name, [[]])]
        for words, typed in OWN.get(name, usual):
            world.run(*name, *words, typed=typed)
        if name == ("session",):  # a draft that waits would keep every operation from beginning
            for draft in (world.journal / shelf.DRAFTS).iterdir():
                draft.unlink()
    world.end()
    return world


def asked(run: Run) -> int:
    return run.out.count("Phrase de passe du coffre")


def test_every_command_ran_to_an_end_of_its_own(swept: World) -> None:
    ran = [run for run in swept.runs if run.pid]
    assert {run.words[: len(name)] for run in ran for name in leaves(TABLE)} >= set(leaves(TABLE))
    assert [(run.words, run.code, run.out) for run in ran if run.code not in (0, 1, 2, 75)] == []


def test_the_passphrase_is_asked_once_or_not_at_all(swept: World) -> None:
    assert [(run.words, run.out) for run in swept.runs if asked(run) > 1] == []
    assert sum(asked(run) for run in swept.runs) > 25
    assert [run.words for run in swept.runs if asked(run) and run.words[:2] in NOTHING_READ] == []
    assert [run.words for run in swept.runs if PHRASE in run.out] == []


def test_what_changes_a_journal_changes_a_vault(swept: World) -> None:
    changing = {" ".join(run.words[:2]) for run in swept.runs if run.changed}
    assert changing >= {
        "session a-chaud", "session --reprendre", "review --regard", "review --jeter", "review --restaurer",
        "pas fait", "pas laisse", "pas rouvrir", "programme commencer", "programme terminer", "journal renommer",
        "journal oublier", "journal deplacer",
    }  # fmt: skip


def test_no_note_is_said_to_be_sealed_once_the_vault_is_open(swept: World) -> None:
    assert [(run.words, run.out) for run in swept.runs if "la clé qui l’ouvrirait" in run.out] == []


def test_nothing_lies_in_clear_on_the_disk(swept: World) -> None:
    apart = [path for path in swept.root.rglob("*") if path.is_file() and not path.is_relative_to(swept.named)]
    assert [path for path in apart if b"CANARI" in path.read_bytes()] == []


@pytest.mark.skipif(not STRACE, reason="strace is not on this machine: system calls cannot be watched")
def test_no_word_is_written_in_clear_to_a_file_even_for_a_moment(swept: World) -> None:
    writes = [line for run in swept.runs for line in run.trace.splitlines() if " write(" in line]
    assert sum(f"<{swept.journal}/" in line for line in writes) > 10
    ours = [line for line in writes if f"<{swept.root}/" in line and f"<{swept.named}/" not in line]
    assert [line for line in ours if "CANARI" in line] == []
