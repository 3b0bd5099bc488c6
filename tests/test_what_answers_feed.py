"""Which closed answers name a difficulty, and what answers feed: exactly these, in everything shipped.

Figures count them for ever; a line added here is a decision, never an accident.
"""

from collections.abc import Iterator

import pytest

from cip_coach.asking.library import Library
from cip_coach.asking.tree import Question

SIGNALS = {
    ("relation.confiance", "non", "diff.relation.confiance"),
    ("accompagnement.etapes", "non", "diff.methode.etapes"),
    ("accompagnement.resistances_personne", "oui", "diff.resistance.personne"),
    ("accompagnement.resistances_personne", "en_partie", "diff.resistance.personne"),
    ("accompagnement.resistances_moi", "oui", "diff.resistance.moi"),
    ("accompagnement.resistances_moi", "en_partie", "diff.resistance.moi"),
    ("metier.outils[projet].assurance", "non", "diff.methode.projet"),
    ("metier.outils[emploi].assurance", "non", "diff.methode.emploi"),
    ("metier.outils[social].assurance", "non", "diff.methode.outil"),
    ("metier.publics[].assurance", "non", "diff.methode.public"),
    ("posture.a_sa_place", "oui", "diff.posture.a_sa_place"),
    ("posture.a_sa_place", "en_partie", "diff.posture.a_sa_place"),
    ("posture.influence", "oui", "diff.posture.influence"),
    ("posture.influence", "en_partie", "diff.posture.influence"),
    ("cpp.rdv.densite", "trop_plein", "diff.temps.entretien"),
    ("cpp.recul.pairs", "non", "diff.cadre.isolement"),
    ("cpp.recul.ecrits", "lourd", "diff.temps.ecrits"),
    ("cpp.recherche.qui_fait", "moi", "diff.posture.a_sa_place"),
    ("cpp.specification.pistes[].qui", "moi", "diff.posture.influence"),
    ("ep.reticence", "oui", "diff.partenariat.employeur"),
}

FEEDS = {
    "a_verifier": {
        "accompagnement.besoins[].exprime": ("en_partie", "non"),
        "accompagnement.motivations[].exprime": ("en_partie", "non"),
        "accompagnement.objectifs[].exprime": ("en_partie", "non"),
        "cpp.exploration.besoins[].exprime": ("en_partie", "non"),
        "accompagnement.freins.non_dits": (),
    },
    "plaisirs": {
        "metier.plaisir": (),
        "relation.plaisir.source": (),
        "mois.plaisirs": (),
        "cpp.recul.belles": (),
    },
    "forces": {"metier.competence": ()},
    "reussites": {
        "chaud.bien": (),
        "commun.cloture": (),
        "mois.reussite": (),
        "sd.utile": (),
        "posture.reponses": (),
    },
    "partage_personne": {"accompagnement.difficultes.parle_personne": ("oui", "en_partie")},
    "partage_collegues": {"accompagnement.difficultes.parle_collegues": ("oui", "en_partie")},
    "a_porter": {"commun.a_porter": ("groupe", "supervision", "collegues", "dossier")},
    "outils_manquants": {
        "metier.outils[].assurance": ("non", "en_partie"),
        "metier.publics[].assurance": ("non", "en_partie"),
    },
    "partenaires": {
        "metier.partenariat[].lien": ("oui", "en_partie"),
        "metier.partenariat.autres": (),
        "mois.partenaires": (),
    },
    "sources_de_doute": {"metier.incompetence": ()},
}

STEPS_IN_TEXTS = {
    "relation.plaisir.leviers",
    "accompagnement.a_verifier",
    "metier.outils[].comment",
    "metier.publics[].comment",
    "metier.partenariat.autres",
    "metier.deplaisir.a_qui",
    "posture.a_sa_place.rendre",
    "cpp.situation[].suite",
    "cpp.non_confirmation.priorite",
    "mois.conditions",
    "atelier.apres.individuel",
    "atelier.apres.plaisir.leviers",
}
"""Answers that become next steps although they are not of the type `action`."""

DIFFICULTIES_COUNTED = {
    "accompagnement.difficultes[].etiquettes",
    "chaud.accroche.difficulte",
    "sd.difficulte",
    "ep.difficulte",
}


@pytest.fixture(scope="module")
def questions() -> list[tuple[str, Question]]:
    library = Library.shipped()
    return [pair for name in library.names() for pair in library.tree(name).identities().items()]


def signals(questions: list[tuple[str, Question]]) -> Iterator[tuple[str, str, str]]:
    for identity, question in questions:
        for signal in question.signals:
            place = identity.replace("[]", f"[{signal.key}]")
            yield from ((place, signal.answer, difficulty) for difficulty in signal.difficulties)


def test_the_answers_that_name_a_difficulty_are_these(questions):
    assert set(signals(questions)) == SIGNALS


@pytest.mark.parametrize("kind", FEEDS)
def test_what_feeds_each_kind_is_this(questions, kind):
    found = {i: feed.answers for i, question in questions for feed in question.feeds if feed.kind == kind}
    assert found == FEEDS[kind]


def test_the_texts_that_become_next_steps_are_these(questions):
    found = {i for i, question in questions for feed in question.feeds if feed.kind == "pas"}
    assert found == STEPS_IN_TEXTS


def test_nothing_else_is_fed(questions):
    assert {feed.kind for _, question in questions for feed in question.feeds} == {*FEEDS, "pas"}


def test_the_lists_of_difficulties_that_count_are_these(questions):
    listed = {i for i, question in questions if question.offer.taxonomy == "difficultes"}
    assert listed == DIFFICULTIES_COUNTED


def test_the_difficulties_of_past_notes_are_not_counted_again(questions):
    past = {"journal.difficultes", "journal.jamais_partagees"}
    again = {
        i: question.counts for i, question in questions if past & {source.name for source in question.offer.sources}
    }
    assert again == {"mois.revient": False, "mois.jamais_dit": False}
