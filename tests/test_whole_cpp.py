"""A whole CPP lived by answers files: eight appointments in six weeks, on frozen days, three ways of ending."""

import io
import json
import re
from collections.abc import Sequence

import pytest
from replays import Replays

NBSP = "\u00a0"
START = "2026-10-05"

ACCUEIL = """
    cpp.accueil.arrivee: proposition
    cpp.accueil.demande: "Savoir si ce métier est pour elle."
    cpp.accueil.projet: {projet}
    cpp.accueil.fil: "Éprouver l'idée avant de choisir."
    cpp.accueil.fil.partage: oui
"""
SITUATION = """
    cpp.situation[mobilite].aborde: oui
    cpp.situation[mobilite].effet: frein
    cpp.situation[mobilite].suite: "la plateforme mobilité"
    cpp.situation.acquis: ["tenir une caisse"]
    cpp.situation.acquis[1].vu: non
"""
EXPLORATION = """
    cpp.exploration.besoins: ["retrouver un rythme"]
    cpp.exploration.besoins[1].exprime: non
    cpp.exploration.freins: [frein.mobilite]
"""
CRISTALLISATION = 'cpp.cristallisation.liens: ["le soin et le bénévolat"]\ncpp.cristallisation.qui_relie: elle\n'
SPECIFICATION = """
    cpp.specification.pistes: ["aide à domicile", "fleuriste"]
    cpp.specification.pistes[1].sort: gardee
    cpp.specification.pistes[2].sort: ecartee
    cpp.specification.pistes[2].qui: moi
    cpp.specification.retenues: [cpp.specification.pistes.1]
"""
NO_TRACK = """
    cpp.specification.pistes: ["fleuriste"]
    cpp.specification.pistes[1].sort: ecartee
    cpp.specification.pistes[1].qui: elle
    cpp.specification.aucune.suite: cette_semaine
"""
RECHERCHE = """
    cpp.recherche.qui_fait: elle
    cpp.recherche.sources: [source.terrain]
    cpp.recherche.suite: {texte: "elle rappelle l'organisme", pour_le: 2026-11-10}
"""
IMMERSION = "cpp.immersion.moment: terminee\ncpp.immersion.effet: confirme\n"
NO_IMMERSION = 'cpp.immersion.moment: sans\ncpp.immersion.sans: "Trop tôt."\n'
CONFIRMED = """
    cpp.bilan.confirme: confirme
    cpp.bilan.formation: oui
    cpp.bilan.plan: ["refaire le CV", "joindre deux entreprises"]
    cpp.bilan.plan[1].qui: elle
    commun.a_porter: dossier
    commun.competences: [rncp37274.c8]
"""
ADJUSTED = "cpp.bilan.confirme: ajuste\ncpp.bilan.formation: non\ncpp.bilan.plan: []\n"
NOT_CONFIRMED = """
    cpp.bilan.confirme: non_confirme
    cpp.non_confirmation.motif: [chemin]
    cpp.non_confirmation.pistes: ["un métier voisin", "une remise à niveau", "du bénévolat"]
    cpp.non_confirmation.pistes[1].elan: "Elle se voit dans un atelier."
    cpp.non_confirmation.gagne: "Elle sait ce qu'elle ne veut plus."
"""

Lived = Sequence[tuple[str, str, str]]
WITH_A_PROJECT: Lived = (
    ("2026-10-05", "cpp-accueil", ACCUEIL.format(projet="precise")),
    ("2026-10-09", "cpp-situation", SITUATION),
    ("2026-10-14", "cpp-exploration", EXPLORATION),
    ("2026-10-19", "cpp-cristallisation", CRISTALLISATION),
    ("2026-10-22", "cpp-specification", SPECIFICATION),
    ("2026-10-27", "cpp-recherche", RECHERCHE),
    ("2026-11-10", "cpp-immersion", IMMERSION),
    ("2026-11-13", "cpp-bilan", CONFIRMED),
)
WITHOUT_A_PROJECT: Lived = (
    ("2026-10-05", "cpp-accueil", ACCUEIL.format(projet="pas_de_projet")),
    ("2026-10-09", "cpp-situation", SITUATION),
    ("2026-10-14", "cpp-exploration", EXPLORATION),
    ("2026-10-19", "cpp-rdv", 'cpp.rdv.avance: "Une idée est venue."'),
    ("2026-10-22", "cpp-cristallisation", CRISTALLISATION),
    ("2026-10-27", "cpp-specification", SPECIFICATION),
    ("2026-11-10", "cpp-recherche", RECHERCHE),
    ("2026-11-13", "cpp-bilan", ADJUSTED),
)
NOT_CONFIRMING: Lived = (
    *WITH_A_PROJECT[:4],
    ("2026-10-22", "cpp-specification", NO_TRACK),
    ("2026-10-27", "cpp-recherche", RECHERCHE),
    ("2026-11-10", "cpp-immersion", NO_IMMERSION),
    ("2026-11-13", "cpp-bilan", NOT_CONFIRMED),
)

DAYS = (1, 5, 10, 15, 18, 23, 37, 40)


def live(replays: Replays, lived: Lived, code: str = "érable") -> list[str]:
    """What `programme` says after each appointment."""
    if not replays.root.exists() or code not in replays.told("programme"):
        replays.told("programme", "commencer", "cpp", code, "--le", START, day=START)
    told = []
    for day, tree, answers in lived:
        replays.session(tree, day, answers, code)
        told.append(replays.told("programme", "--personne", code, day=day))
    return told


def proposed(said: str) -> str:
    found = re.search(rf"proposé{NBSP}: (.*)", said)
    return found[1] if found else ""


def test_after_each_appointment_the_programme_tells_where_she_is_and_what_could_come_next(replays: Replays) -> None:
    told = live(replays, WITH_A_PROJECT)
    for kept, (day, said) in enumerate(zip(DAYS, told, strict=True), start=1):
        assert said.startswith(f"Érable{NBSP}: jour {day} sur 42, rendez-vous {kept} sur 8")
    assert [proposed(said) for said in told] == [
        "faire le point sur sa situation",
        "explorer sans trier",
        "relier, mettre en ordre",
        "comparer les pistes",
        "se documenter",
        "éprouver le projet sur le terrain",
        "faire le bilan, et se quitter",
        "",
    ]
    assert "cip-coach session cpp-specification --personne érable" in told[3]
    assert f"Ou bien{NBSP}: se documenter (cpp-recherche)" in told[5]
    assert "quand le projet ne se confirme pas (cpp-non-confirmation)" in told[6]
    assert f"Le rendez-vous 8 est celui du bilan{NBSP}: de quoi avons-nous besoin" in told[6]
    assert "Les 8 rendez-vous prévus sont notés." in told[7]


def test_the_arithmetic_of_weeks_and_of_the_immersion_is_told_day_after_day(replays: Replays) -> None:
    replays.told("programme", "commencer", "cpp", "érable", "--le", START, day=START)
    first = replays.told("programme", day=START)
    assert f"Il reste 8 rendez-vous et 6 semaines{NBSP}: deux semaines à deux rendez-vous, par exemple." in first
    assert "finirait avant le bilan en démarrant au plus tard le samedi 31 octobre." in first
    told = live(replays, WITH_A_PROJECT[:6])
    assert "Il reste 2 rendez-vous et 3 semaines." in told[5]
    assert "samedi 31 octobre" in told[5]
    later = replays.told("programme", day="2026-11-04")
    assert "pourrait durer jusqu’à 10 jours avant le bilan" in later
    after = replays.told("programme", day="2026-11-20")
    assert "jour 47 (42 prévus)" in after


@pytest.mark.parametrize("lived", [WITH_A_PROJECT, WITHOUT_A_PROJECT, NOT_CONFIRMING])
def test_no_day_says_late_nor_a_share_of_a_person(replays: Replays, lived: Lived) -> None:
    told = [*live(replays, lived), replays.told("programme", day="2027-02-01")]
    for said in told:
        assert not re.search(r"retard|dépass|%|manqu|\x1b|trop tard|attention", said, re.IGNORECASE)


def test_each_note_says_its_programme_and_the_number_of_its_appointment(replays: Replays) -> None:
    live(replays, WITH_A_PROJECT)
    notes = json.loads(replays.told("review", "--json", "--nombre", "0", day="2026-11-20"))["notes"]
    said = sorted((note["date"], note["programme"], note["rdv"]) for note in notes)
    assert said == [(day, "cpp", rank) for rank, (day, _, _) in enumerate(WITH_A_PROJECT, start=1)]


def test_a_free_appointment_takes_its_number_and_puts_the_stages_back_by_one(replays: Replays) -> None:
    told = live(replays, WITHOUT_A_PROJECT)
    assert [proposed(said) for said in told] == [
        "faire le point sur sa situation",
        "explorer sans trier",
        "relier, mettre en ordre",
        "relier, mettre en ordre",
        "comparer les pistes",
        "se documenter",
        "faire le bilan, et se quitter",
        "",
    ]
    assert [f"rendez-vous {kept} sur 8" in said for kept, said in enumerate(told, start=1)] == [True] * 8


def test_the_number_of_a_free_appointment_is_offered_to_its_question(replays: Replays) -> None:
    live(replays, WITHOUT_A_PROJECT[:3])
    note = replays.session("cpp-rdv", "2026-10-19", "cpp.rdv.numero: 4\n", "érable")
    assert "rdv: 4\n" in replays.text(note)
    assert "programme: cpp\n" in replays.text(note)


def test_a_project_that_is_not_confirmed_still_opens_three_avenues(replays: Replays) -> None:
    told = live(replays, NOT_CONFIRMING)
    bilan = replays.text(re.search(r"_([a-z0-9]+)\.md$", replays.names()[-1])[1])  # type: ignore[index]
    for avenue in ("un métier voisin", "une remise à niveau", "du bénévolat"):
        assert f"> - {avenue}" in bilan
    assert "Les 8 rendez-vous prévus sont notés." in told[-1]
    review = json.loads(replays.told("review", "--json", "--nombre", "0", "--personne", "érable"))
    assert len(review["notes"]) == 8


def test_two_persons_in_their_programmes_do_not_mix(replays: Replays) -> None:
    live(replays, WITH_A_PROJECT[:3])
    live(replays, WITHOUT_A_PROJECT[:2], "galet")
    told = replays.told("programme", day="2026-10-15")
    assert re.search(r"Érable.: jour 11 sur 42, rendez-vous 3 sur 8", told)
    assert re.search(r"Galet.: jour 11 sur 42, rendez-vous 2 sur 8", told)


def test_an_evening_note_of_the_same_day_is_the_same_appointment_and_a_night_of_worry_is_none(
    replays: Replays,
) -> None:
    live(replays, WITH_A_PROJECT[:2])
    replays.session("posture-place", "2026-10-09", "posture.ecoute: elle\n", "érable")
    worry = replays.session("situation-difficile", "2026-10-11", 'sd.titre: "Le silence"', "érable")
    assert "rendez-vous 2 sur 8" in replays.told("programme", day="2026-10-11")
    assert "programme: cpp\n" in replays.text(worry)
    assert "\nrdv:" not in replays.text(worry)


def test_after_the_end_notes_no_longer_belong_to_it(replays: Replays) -> None:
    live(replays, WITH_A_PROJECT)
    replays.told("programme", "terminer", "érable", "--le", "2026-11-13", day="2026-11-13")
    later = replays.session("a-chaud", "2026-11-20", "chaud.meteo: nuages", "érable")
    assert "programme" not in replays.text(later)
    assert f"érable{NBSP}: cpp, du 5 octobre 2026 au 13 novembre 2026" in replays.told("programme", day="2026-11-20")


def test_notes_taken_before_the_programme_was_named_count_by_their_days(replays: Replays) -> None:
    for day, tree, answers in WITH_A_PROJECT[:3]:
        replays.session(tree, day, answers, "érable")
    replays.told("programme", "commencer", "cpp", "érable", "--le", START, day="2026-10-15")
    told = replays.told("programme", day="2026-10-15")
    assert "rendez-vous 3 sur 8" in told
    note = replays.session("cpp-cristallisation", "2026-10-19", CRISTALLISATION, "érable")
    assert "rdv: 4\n" in replays.text(note)


def test_the_figures_of_a_whole_programme_are_those_of_its_notes(replays: Replays) -> None:
    live(replays, WITH_A_PROJECT)
    figures = json.loads(replays.told("stats", "--json", day="2026-11-20"))
    assert (figures["seances"], figures["personnes"]) == (8, 1)
    noted = {one["id"]: (one["notes"], one["exposition"]) for one in figures["difficultes"] if one["notes"]}
    assert noted == {"diff.posture.influence": (1, 1)}
    assert figures["pas"]["ouverts"] == 2


# Beginning a session


def sat(replays: Replays, monkeypatch: pytest.MonkeyPatch, typed: str, *arguments: str, day: str) -> str:
    """What a session answered line by line prints."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return replays.run("session", *arguments, "--simple", "--date", day, day=day)[1]


def test_a_session_about_somebody_proposes_the_next_tree_of_her_programme_first(
    replays: Replays, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(replays, WITH_A_PROJECT[:4])
    said = " ".join(sat(replays, monkeypatch, "\n1\n", "--personne", "Erable", day="2026-10-22").split())
    assert f"1. Proposé pour Erable{NBSP}: comparer les pistes — jour 18 sur 42, rendez-vous 4 sur 8" in said.replace(
        " :", f"{NBSP}:"
    )
    assert said.count("omparer les pistes —") == 1
    other = sat(replays, monkeypatch, "", "--personne", "galet", day="2026-10-22")
    assert "Proposé" not in other


def test_a_session_at_the_terminal_belongs_to_the_programme_too(
    replays: Replays, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(replays, WITH_A_PROJECT[:4])
    sat(replays, monkeypatch, "fleuriste\n\n", "cpp-specification", "--personne", "érable", day="2026-10-22")
    draft = next((replays.root / "brouillons").iterdir()).read_text("utf-8")
    assert "programme: cpp\nrdv: 5\n" in draft


def test_what_the_journal_shows_stands_under_a_heading_for_each_source(
    replays: Replays, monkeypatch: pytest.MonkeyPatch
) -> None:
    replays.session("a-chaud", "2026-11-02", 'chaud.pas: "relire le plan"\n')
    done = replays.session(
        "a-chaud",
        "2026-11-03",
        "chaud.accroche: oui\nchaud.accroche.difficulte: [diff.temps.charge]\nchaud.pas: appeler\n",
    )
    replays.told("pas", "fait", f"{done}.1", day="2026-11-04")
    replays.session("guide-relation", "2026-11-05", "relation.plaisir: oui\nrelation.plaisir.source: un rire\n", "g1")
    said = sat(replays, monkeypatch, "\n\n\n\n", "bilan-mensuel", day="2026-11-22")
    lines = [line.strip() for line in said.splitlines()]
    for heading, first in (
        ("Mes notes", "3 notes"),
        ("Les difficultés notées", "J’accompagne trop de personnes à la fois — 1 note"),
        ("Ce qui m’a donné du plaisir", "un rire"),
        ("Les pas faits", "appeler"),
        ("Les pas encore ouverts", "relire le plan"),
    ):
        assert lines[lines.index(heading) + 1] == first
    assert "Jamais partagées" not in lines
