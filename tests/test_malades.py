"""One file per disease, in tests/malades: each is recognised, at its line, with a sentence to cure it."""

import inspect
import re
from pathlib import Path

import pytest

from cip_coach.keeping.beginning import decode, decode_head, parse_head
from cip_coach.keeping.note import Note
from cip_coach.keeping.parse import parse
from cip_coach.problem import Problem
from cip_coach.terminal.messages import note_faults, sentences

WARD = Path(__file__).parent / "malades"

LOST = {
    "vide": [(1, "note-vide")],
    "que-des-blancs": [(1, "note-vide")],
    "que-des-nuls": [(1, "note-nulle")],
    "fin-en-nuls": [(19, "note-nuls")],
    "coupee-dans-un-caractere": [(20, "note-coupee")],
    "utf-16": [(1, "note-utf16")],
    "utf-16-sans-marque": [(1, "note-utf16")],
    "latin-1": [(16, "note-pas-utf8")],
    "octet-egare": [(20, "note-pas-utf8")],
    "sans-en-tete": [(1, "note-sans-entete")],
    "ligne-vide-avant-l-en-tete": [(1, "note-sans-entete")],
    "en-tete-ouvert": [(1, "note-entete-ouvert")],
    "en-tete-liste": [(2, "note-entete-sans-cles")],
    "autre-outil": [(2, "note-etrangere")],
    "yaml-faux": [],
    "yaml-tabulation": [],
    "cle-en-double": [],
    "yaml-ancre": [],
    "cle-manquante": [(2, "note-cle-absente")],
    "deux-cles-manquantes": [(2, "note-cle-absente"), (2, "note-cle-absente")],
    "date-impossible": [(8, "note-valeur")],
    "moment-sans-fuseau": [(9, "note-valeur")],
    "statut-inconnu": [(4, "note-valeur")],
    "format-futur": [(2, "note-format-futur")],
    "format-inconnu": [(2, "note-format-inconnu")],
}
"""Those that give no note."""

HURT = {
    "cle-mal-ecrite": [(11, "note-cle-proche")],
    "duree-en-lettres": [(10, "note-valeur")],
    "liste-ou-table-attendue": [(13, "note-valeur"), (19, "note-texte-hors-entete")],
    "sans-titre": [(16, "note-titre-absent")],
    "type-inconnu": [(19, "note-type-inconnu"), (24, "note-echange-absent")],
    "echange-en-double": [(23, "note-echange-double")],
    "citation-effacee": [(19, "note-citation-absente")],
    "echange-efface": [(20, "note-echange-absent")],
    "choix-contredit": [(24, "note-choix-en-desaccord")],
    "choix-absent-de-l-en-tete": [(22, "note-reponse-absente")],
    "nombre-contredit": [(29, "note-reponse-contredite")],
    "nombre-illisible": [(29, "note-reponse-illisible")],
    "rien-contredit": [(29, "note-rien-contredit")],
    "passee-et-repondue": [(21, "note-passee-et-repondue")],
    "texte-non-annonce": [(17, "note-texte-hors-entete")],
}
"""Those that are read all the same."""

SOUND = ("saine", "saine-crlf-et-marque", "saine-cr", "saine-obsidian")
YAML = {"yaml-faux": 11, "yaml-tabulation": 12, "cle-en-double": 7, "yaml-ancre": 3}
"""Those whose code is that of the YAML reader, with their line."""


def examined(name: str) -> tuple[Note | None, tuple[Problem, ...]]:
    file = f"{name}.md"
    text, problems = decode((WARD / file).read_bytes(), file)
    return (None, problems) if text is None else parse(text, file)


def told(problems: tuple[Problem, ...]) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in problems]


def test_every_file_of_the_ward_is_examined() -> None:
    assert {path.stem for path in WARD.glob("*.md")} == {*LOST, *HURT, *SOUND}


@pytest.mark.parametrize("name", [name for name in LOST if name not in YAML])
def test_what_cannot_be_read_is_named(name: str) -> None:
    note, problems = examined(name)
    assert note is None
    assert told(problems) == LOST[name]


@pytest.mark.parametrize("name", YAML)
def test_a_head_that_is_not_yaml_is_told_at_its_line(name: str) -> None:
    note, problems = examined(name)
    assert note is None
    assert [(problem.line, problem.code[:5]) for problem in problems] == [(YAML[name], "yaml-")]


@pytest.mark.parametrize("name", HURT)
def test_what_is_only_hurt_is_read_and_told(name: str) -> None:
    note, problems = examined(name)
    assert note is not None
    assert note.head.id == "k7f3qd"
    assert told(problems) == HURT[name]


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_says_nothing(name: str) -> None:
    note, problems = examined(name)
    assert note is not None
    assert (len(note.entries), problems) == (2, ())


@pytest.mark.parametrize("name", [*LOST, *HURT, *SOUND])
def test_the_head_alone_is_as_ill_as_the_note(name: str) -> None:
    file = f"{name}.md"
    note, problems = examined(name)
    text, ours = decode_head((WARD / file).read_bytes(), file)
    head, ours = (None, ours) if text is None else parse_head(text, file)
    if note is None and head is not None:  # ill below its head only
        assert {problem.code for problem in problems} <= {"note-nuls", "note-coupee", "note-pas-utf8"}
        return
    assert head == (note and note.head)
    assert all(problem in problems for problem in ours)


@pytest.mark.parametrize("name", [*LOST, *HURT])
def test_each_disease_has_its_sentence(name: str) -> None:
    _, problems = examined(name)
    for problem in problems:
        if not problem.code.startswith("yaml-"):
            sentence = note_faults.SENTENCES[problem.code](**problem.details)
            assert sentence.endswith(".")
            assert "'" not in sentence


KEEPING = Path(note_faults.__file__).parents[2] / "keeping"


def test_every_code_of_a_note_or_a_journal_has_a_sentence_and_no_sentence_is_idle() -> None:
    source = "".join(path.read_text("utf-8") for path in KEEPING.glob("*.py"))
    codes = set(re.findall(r'"((?:note|journal)-[a-z0-9-]+)"', source))
    assert codes - set(sentences()) == set()
    assert set(note_faults.SENTENCES) - codes == set()


@pytest.mark.parametrize("code", note_faults.SENTENCES)
def test_sentences_follow_french_typography(code: str) -> None:
    sentence = note_faults.SENTENCES[code]
    names = inspect.signature(sentence).parameters
    text = sentence(**{name: 2 if name == "rang" else "chose" for name in names})
    assert text.endswith(".")
    assert "'" not in text.replace("cip_coach: 1", "")
    assert not re.search(r"[^\u00a0][»;?!]|«[^\u00a0]| :", text)
