"""Nothing is obeyed: a journal where every place that text can reach holds what acts on a terminal."""

import re
import sys
from pathlib import Path

import pytest
from sweeping import World, a_note, begun, sweep

from cip_coach.keeping.render import render

ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\U000e0000-\U000e007f]"
)
"""What may never reach a pipe: controls, direction marks, tags (the line end stays)."""

PAYLOADS = (
    "\x1b[31mrouge\x1b[2J", "\x1b]8;;http://exemple.fr\x07lien\x1b]8;;\x07", "\x1b]52;c;Q0FOQVJJ\x07",
    "\x1bP1$r\x1b\\", "\x9b31m", "\x9d52;c;QQ==\x9c", "\u202eelbane\u202c", "\u2066x\u2069",
    "\U000e0041\U000e0042", "\x07\x08\x7f", "\x1b_x\x1b\\",
)  # fmt: skip


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A journal where every place that text can reach holds every payload; the reading commands, run on it."""
    world = begun(tmp_path_factory.mktemp("charges"), traced=False)
    payload = " mot ".join(PAYLOADS)
    escaped = "".join(f"\\U{ord(char):08x}" for char in payload)
    whole = render(a_note("aaaaaa", "CHARGE"))
    world.keep(a_note("aaaaaa", ""), whole.replace("CHARGE", payload).replace("# À chaud", f"# {payload} À chaud"))
    quoted = render(a_note("cccccc", "x")).replace("personne: galet", f'personne: "{escaped}"')
    world.keep(a_note("cccccc", ""), quoted.replace("arbre: a-chaud", f'arbre: "{escaped}"'))
    world.keep(
        a_note("dddddd", ""), whole.replace("aaaaaa", "dddddd").replace("statut: clos", f'statut: "{escaped}"')
    )
    key = whole.replace("aaaaaa", "eeeeee").replace("version: 1", f'"{escaped}": 1\nversio: "{escaped}"')
    world.keep(a_note("eeeeee", ""), key)
    if sys.platform != "win32":
        (
            world.journal / "2026" / f"2026-11-17_1000_{PAYLOADS[0]}{PAYLOADS[4]}{PAYLOADS[6]}.md".replace("/", "")
        ).write_text("x")
    (world.journal / "corbeille").mkdir(mode=0o700)
    (world.journal / "corbeille" / "2026-11-17_1000_a-chaud_ffffff.md").write_text(
        quoted.replace("cccccc", "ffffff"), "utf-8"
    )
    (world.journal / "programmes.yml").write_text(
        f'format: 1\nsuivis:\n  - code: "{escaped}"\n    programme: cpp\n    debut: 2026-01-01\n', "utf-8"
    )
    own = world.root / "xdg" / "config" / "cip-coach"
    (own / "arbres").mkdir(parents=True)
    (own / "arbres" / "piege.yml").write_text(
        f'arbre: piege\nversion: 1\ntitre: "{escaped}"\nduree: 3\nmoment: "{escaped}"\npersonne: aucune\n'
        f'questions:\n  - id: un\n    type: texte\n    question: "{escaped}"\n'
        f'    aide: "{escaped}"\n  - id: deux\n    type: "{escaped}"\n    "{escaped}": x\n',
        "utf-8",
    )
    (own / "reglages.yml").write_text(f'journal: "{escaped}"\n"{escaped}": "{escaped}"\n', "utf-8")
    return sweep(world, typed=f"{payload}\n" * 3)


@pytest.mark.parametrize("own", ["arbres/piege.yml", "reglages.yml"])
def test_the_files_of_the_user_are_read_too(poisoned: World, own: str) -> None:
    assert Path(own).name in "".join(run.out + run.err for run in poisoned.runs)


def test_no_byte_of_a_note_acts_on_the_terminal(poisoned: World) -> None:
    assert "mot" in "".join(run.out for run in poisoned.runs), "the payloads were never read"
    acting = [
        (run.words, stream, [ascii(char) for char in ACTING.findall(said)])
        for run in poisoned.runs
        for stream, said in (("stdout", run.out), ("stderr", run.err))
        if ACTING.search(said)
    ]
    assert acting == []


def test_no_payload_makes_a_command_fall(poisoned: World) -> None:
    assert [(run.words, run.err) for run in poisoned.runs if run.code == 70] == []
