"""The fast reader of heads says what the strict one says, or nothing. `CIP_COACH_EXAMPLES=600` tries more."""

import os
import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from note_strategies import damaged, notes

from cip_coach.keeping import head as heads
from cip_coach.keeping import quickhead
from cip_coach.keeping.beginning import parse_head, read_head
from cip_coach.keeping.note import Glimpse, Head, Status
from cip_coach.keeping.parse import parse, parse_steps, steps_below
from cip_coach.keeping.render import render

EXAMPLES = int(os.environ.get("CIP_COACH_EXAMPLES", "60"))
"""How many made-up notes and damaged heads; many more when asked for."""
OFTEN = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
USUAL = """\
cip_coach: 1
id: k7f3qd
statut: clos
arbre: guide-relation
version: 1
empreinte: 3f9c1a72
date: 2026-11-22
debut: "2026-11-22T17:32:05+01:00"
fin: "2026-11-22T17:36:41+01:00"
duree_s: 214
personne: érable-2
programme: cpp
rdv: 3
en_cours: relation.plaisir
reponses:
  relation.confiance: en_partie
  besoins[2].nomme: oui
  metier.echelle: 4
  chaud.ressenti: [emo.joie, autre1]
  chaud.freins: []
  metier.choisis:
    - besoins[1]
    - frein.mobilite
repondues:
  - relation.confiance.indices_oui
  - metier.outils[emploi].par_qui
passees:
  - relation.plaisir
exposees:
  relation.confiance: [diff.relation.confiance, difficultes@1]
difficultes:
  relation.confiance: [diff.relation.confiance]
suggerees:
  chaud.scene: [diff.relation.silence]
alimente:
  pas:
    chaud.pas: oui
    chaud.autre: non
  forces: {}
sans_personne:
  - metier.plaisir
propose:
  arbre: situation-difficile
  reprend:
    sd.moment: chaud.scene
tire_de: [m2abcd, x3efgh]
"""
CHANGES = (
    *("personne: galet\n", 'personne: "no"\n', "personne: no # x\n", "tags: [a]\n", "# à moi\n", "rdv: 12\n", "\n"),
    *("difficultes: {}\n", "reponses: {}\n", "passees: []\n", "  a.b: oui\n", "  - a.b\n", "    - a[b]\n", "---\n"),
    *("  a: [b, b]\n", "  a: [b, [c]]\n", "  pas: oui\n", "    a: oui\n", "date: 2026-13-45\n", "statut: x\n"),
    *('debut: "2026-11-22T25:00:00+01:00"\n', "  a: &b c\n", "  a: !x c\n", "  a: 'b'\n", "\ta: b\n", "  a :b\n"),
    *("  a: b\r\n", "  a: \x85\n", "  <<: x\n", "  ? a\n", "en_cours: a[b\n", "tire_de: []\n", "  reprend:\n"),
)


def strictly(text):
    inside, fence, _ = f"\n{text}---\n".partition("\n---\n")
    return heads.read(f"{inside[1:]}\n", "") if fence else (None, ())


def quickly(text, *days):
    return quickhead.glance(f"---\n{text}---\n".encode(), *(days or (date.min, date.max)))


def glimpse_of(head):
    return Glimpse(head.id, head.day, head.person, head.exposed, head.difficulties, head.without_person)


def agrees(text):
    quick, told = quickly(text), strictly(text)
    assert quick is None or (quick, ()) == told
    glimpse = quickly(text, date.max, date.max)
    if isinstance(glimpse, Glimpse) and told[0] is not None:  # what it does without may be damaged
        assert glimpse == glimpse_of(told[0])
    return quick is not None


def test_a_head_as_we_write_it_is_read_fast():
    assert agrees(USUAL)
    head = quickly(USUAL)
    assert "\n".join(heads.lines(head)) + "\n" == USUAL


@pytest.mark.parametrize("key", re.findall(r"^(\w+):", USUAL, re.MULTILINE))
def test_each_key_may_be_absent(key):
    without = re.sub(rf"^{key}:.*\n(?: .*\n)*", "", USUAL, flags=re.MULTILINE)
    required = ("cip_coach", "id", "statut", "arbre", "version", "empreinte", "date", "debut", "duree_s")
    assert agrees(without) == (key not in required)


@OFTEN
@given(notes())
def test_of_any_note_that_a_session_keeps_every_reader_says_the_same(note):
    agrees("\n".join(heads.lines(note.head)) + "\n")
    text = render(note)
    alone = parse_head(text, "")
    assert read_head(text.encode(), "") == alone
    whole, _ = parse(text, "")
    assert whole is not None and whole.head == alone[0]
    steps, _ = parse_steps(text, "")
    assert [entry for entry in steps.entries if entry.tasks] == [entry for entry in whole.entries if entry.tasks]
    assert (steps.head, steps.title, steps.looks) == (whole.head, whole.title, whole.looks)


LOOK = "<!-- cip:regard 2026-11-30 -->\n> Plus tard.\n\n"
EDITED = {
    "as written": lambda text: text,
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": "\ufeff{}".format,
    "comments": lambda text: text.replace("\n## ", "\n<!-- relire -->\n## "),
    "a look at the top": lambda text: text.replace("\n---\n", f"\n---\n{LOOK}", 1),
    "steps spoken of": lambda text: text.replace("> ", "> cip:regard action cip:commun.pas ", 1),
    "wide marks": lambda text: text.replace("<!-- cip:", "<!--  cip:").replace(" action -->", "  action  -->"),
}


@OFTEN
@given(notes(), st.sampled_from(sorted(EDITED)))
def test_below_a_known_head_the_steps_and_looks_are_those_of_the_whole_note(note, edit):
    text = EDITED[edit](render(note))
    whole, problems = parse(text, "")
    assert whole is not None
    steps, told = steps_below(whole.head, text, "")
    assert [entry for entry in steps.entries if entry.tasks] == [entry for entry in whole.entries if entry.tasks]
    assert (steps.head, steps.looks) == (whole.head, whole.looks)
    assert [one for one in told if one not in problems] == []


def test_one_line_changed_anywhere_in_a_usual_head():
    lines = USUAL.splitlines(keepends=True)
    for place in range(len(lines) + 1):
        before, here, after = lines[:place], lines[place : place + 1], lines[place + 1 :]
        for middle in (*([change] for change in CHANGES), [], here * 2, [*after[:1], *here]):
            agrees("".join((*before, *middle, *after)))
            agrees("".join((*before, *middle, *here, *after)))


@OFTEN
@given(st.data())
def test_several_changes_of_a_usual_head(data):
    pieces = st.sampled_from(CHANGES).map(lambda change: change.removesuffix("\n"))
    agrees(damaged(data, USUAL, pieces, " :-[]{}\"'#&*!|>%@`,?\n\t\x00\u00a0\u2028éa1"))


def test_a_head_too_long_is_left_to_the_strict_reader():
    rows = "".join(f"  - a{number}.b\n" for number in range(3_000))
    assert quickly(re.sub(r"passees:\n.*\n", f"passees:\n{rows}", USUAL)) is None


@OFTEN
@given(notes())
def test_of_a_closed_note_of_another_day_a_glimpse_says_what_the_head_says(note):
    data = render(note).encode()
    head, other_day = note.head, note.head.day + timedelta(1)
    seen, problems = read_head(data, "", other_day, date.max)
    assert problems == ()
    if head.status is Status.DRAFT or isinstance(seen, Head):
        assert seen == head
    else:
        assert seen == glimpse_of(head)
    assert read_head(data, "", head.day, other_day) == (head, ())


def test_a_glimpse_is_enough_of_a_usual_note_of_another_day_alone():
    data = f"---\n{USUAL}---\n".encode()
    day = date(2026, 11, 22)
    assert isinstance(quickhead.glance(data, day + timedelta(1), date.max), Glimpse)
    assert isinstance(quickhead.glance(data, date.min, day), Glimpse)
    assert isinstance(quickhead.glance(data, day, day + timedelta(1)), Head)
    assert isinstance(quickhead.glance(data.replace(b"clos", b"brouillon"), date.min, day), Head)
    assert quickhead.glance(data.replace(b"reponses:", b"<<<<<<< ici"), date.min, day) is None
