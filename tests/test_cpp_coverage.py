"""What the interview on the CPP service says is asked or carried somewhere: its 48 facts, F01 to F48.

The interview is not copied: a number stands for a fact we put in our own
words. What a fact becomes is a question of a tree, words or answers of that
question, or a field of a programme. All is read through the real loader.
"""

import re
from dataclasses import dataclass
from datetime import date

import pytest

from cip_coach import plainyaml
from cip_coach.asking.interview import Interview, asked, pending, skip
from cip_coach.asking.library import PROGRAMMES, Library, shipped_folder
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import Loop, PersonRule, Question, Section
from cip_coach.text import fold

ACCUEIL, SITUATION, EXPLORATION, MEDIATION = "cpp-accueil", "cpp-situation", "cpp-exploration", "cpp-mediation"
CRISTALLISATION, SPECIFICATION, RECHERCHE = "cpp-cristallisation", "cpp-specification", "cpp-recherche"
IMMERSION, BILAN, NON_CONFIRMATION = "cpp-immersion", "cpp-bilan", "cpp-non-confirmation"
COLLECTIF, RDV, PLACE, RECUL = "cpp-collectif", "cpp-rdv", "posture-place", "cpp-recul"


@dataclass(frozen=True)
class Asked:
    """A question of a tree; `words` occur in it or its help, `answers` are among those it offers."""

    tree: str
    question: str
    words: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Held:
    """A field of a programme: `path` with dots and positions from 0; `words` occur in its text."""

    programme: str
    path: str
    words: str


@dataclass(frozen=True)
class Listed:
    """Trees that a programme offers freely, in no order."""

    programme: str
    trees: tuple[str, ...]


SOURCES = ("source.internet", "source.cio", "source.mife", "source.terrain")

FACTS = {
    1: (Held("cpp", "nom", "Confirmer son projet professionnel (CPP)"), Held("cpp", "note", "2012")),
    2: (
        Asked(ACCUEIL, "cpp.accueil.doute", answers=("lui_irait", "y_acceder")),
        Asked(ACCUEIL, "cpp.accueil.adequation"),
    ),
    3: (
        Held("cpp", "note", "À adapter au cahier des charges"),
        Listed("cpp", (RDV, MEDIATION, PLACE, COLLECTIF, RECUL)),
    ),
    4: (Held("cpp", "note", "Exemple"),),
    5: (Held("cpp", "duree_jours", "42"), Asked(ACCUEIL, "cpp.accueil.cadre", answers=("duree",))),
    6: (
        Held("cpp", "rdv.obligatoires", "8"),
        Held("cpp", "rdv.forme", "individuel"),
        Asked(RDV, "cpp.rdv.numero"),
        Asked(ACCUEIL, "cpp.accueil.cadre", answers=("nombre",)),
    ),
    7: (
        Held("cpp", "etapes.7.rdv", "8"),
        Held("cpp", "etapes.7.type", "bilan"),
        Held("cpp", "etapes.7.arbre", BILAN),
        Asked(BILAN, "cpp.bilan.confirme"),
        Asked(ACCUEIL, "cpp.accueil.cadre", answers=("bilan",)),
    ),
    8: (
        Held("cpp", "rdv.collectifs_facultatifs", "2"),
        Asked(COLLECTIF, "atelier.but", answers=("questionnaire",)),
        Listed("cpp", (COLLECTIF,)),
    ),
    9: (
        Held("cpp", "etapes.0.arbre", ACCUEIL),
        Asked(ACCUEIL, "cpp.accueil.demande"),
        Asked(ACCUEIL, "cpp.accueil.fil", words="fil conducteur"),
    ),
    10: (
        Asked(ACCUEIL, "cpp.accueil.projet", answers=("precise", "floue", "pas_de_projet")),
        Asked(ACCUEIL, "cpp.accueil.projet.phrase"),
        Asked(ACCUEIL, "cpp.accueil.chemin"),
        Asked(ACCUEIL, "cpp.accueil.chemin.vu"),
        Asked(ACCUEIL, "cpp.accueil.chemin.brouillard"),
        Asked(ACCUEIL, "cpp.accueil.renseignee"),
        Asked(ACCUEIL, "cpp.accueil.renseignee.ou", answers=SOURCES),
        Asked(ACCUEIL, "cpp.accueil.ou_chercher", answers=SOURCES),
    ),
    11: (
        Asked(ACCUEIL, "cpp.accueil.attentes", answers=("acquis_changer", "acquis", "mots_travail", "mots_vie")),
        Asked(ACCUEIL, "cpp.accueil.attentes.mots"),
    ),
    12: (
        Held("cpp", "etapes.1.arbre", SITUATION),
        Asked(SITUATION, "cpp.situation[].aborde"),
        Asked(SITUATION, "cpp.situation[].effet", answers=("appui", "frein")),
    ),
    13: (Asked(SITUATION, "cpp.situation.parcours"), Asked(SITUATION, "cpp.situation.acquis", words="compétences")),
    14: (
        Asked(EXPLORATION, "cpp.exploration.profondeur", words="Un cadre court", answers=("surface", "profonde")),
        Asked(ACCUEIL, "cpp.accueil.adequation", words="Un cadre court"),
    ),
    15: (
        Asked(PLACE, "posture.ecoute"),
        Asked(PLACE, "posture.comprendre"),
        Asked(PLACE, "posture.empathie"),
        Asked(MEDIATION, "cpp.mediation.sans"),
    ),
    16: (Asked(MEDIATION, "cpp.mediation.outil"), Asked(MEDIATION, "cpp.mediation.parole")),
    17: (
        Asked(PLACE, "posture.reponses", words="par elle-même"),
        Asked(PLACE, "posture.a_sa_place.rendre"),
        Asked(ACCUEIL, "cpp.accueil.fil.partage"),
        Asked(CRISTALLISATION, "cpp.cristallisation.mots"),
        Asked(CRISTALLISATION, "cpp.cristallisation.qui_relie", answers=("elle", "moi")),
    ),
    18: (
        Asked(PLACE, "posture.a_sa_place"),
        Asked(PLACE, "posture.a_sa_place.quoi"),
        Asked(SITUATION, "cpp.situation.acquis[].miroir", words="sans le dire à sa place"),
        Asked(RDV, "cpp.rdv.fait_moi"),
        Asked(RECHERCHE, "cpp.recherche.qui_fait.raison"),
        Asked(SPECIFICATION, "cpp.specification.pistes[].qui", answers=("moi",)),
    ),
    19: (
        Asked(MEDIATION, "cpp.mediation.repere", words="Simple d'accès, rapide à remplir"),
        Asked(
            MEDIATION, "cpp.mediation.outil", words="MPI", answers=("interets_pro", "interets_perso", "conditions")
        ),
        Asked(MEDIATION, "cpp.mediation.mode", answers=("seule", "ensemble")),
        Asked(MEDIATION, "cpp.mediation.mode.ajuste", words="autonomie"),
    ),
    20: (
        Held("cpp", "etapes.2.phase", "exploration"),
        Held("cpp", "etapes.3.phase", "cristallisation"),
        Held("cpp", "etapes.4.phase", "specification"),
        Held("cpp", "etapes.5.phase", "realisation"),
    ),
    21: tuple(
        Asked(EXPLORATION, f"cpp.exploration.{part}")
        for part in (
            "instant",
            "ressources",
            "ideaux",
            "envies",
            "besoins",
            "besoins[].exprime",
            "besoins[].indices",
            "freins",
        )
    ),
    22: (
        Asked(CRISTALLISATION, "cpp.cristallisation.liens"),
        Asked(CRISTALLISATION, "cpp.cristallisation.familles"),
        Asked(RDV, "cpp.rdv.avance"),
    ),
    23: (
        Asked(SPECIFICATION, "cpp.specification.pistes"),
        Asked(SPECIFICATION, "cpp.specification.pistes[].sort", answers=("gardee", "ecartee", "en_suspens")),
        Asked(
            SPECIFICATION,
            "cpp.specification.pistes[].criteres",
            answers=("niveau", "duree", "eloignement", "financement", "debouches", "conditions", "autre"),
        ),
    ),
    24: (
        Held("cpp", "pistes.cible_projet_confirme.1", "2"),
        Asked(SPECIFICATION, "cpp.specification.retenues", words="deux pistes"),
        Asked(SPECIFICATION, "cpp.specification.trop", words="Plus de deux pistes"),
    ),
    25: (
        Asked(RECHERCHE, "cpp.recherche.indications"),
        Asked(RECHERCHE, "cpp.recherche.qui_fait", answers=("elle", "elle_appui", "moi")),
        Asked(RECHERCHE, "cpp.recherche.trouve"),
        Asked(RECHERCHE, "cpp.recherche.fierte"),
        Asked(SPECIFICATION, "cpp.specification.pistes[].verifie"),
        Asked(RDV, "cpp.rdv.fait_elle"),
        Asked(CRISTALLISATION, "cpp.cristallisation.reste"),
        Asked(IMMERSION, "cpp.immersion.qui_cherche"),
    ),
    26: (Asked(RECHERCHE, "cpp.recherche.sources", answers=SOURCES),),
    27: (
        Held("cpp", "immersion.max_jours", "15"),
        Held("cpp", "immersion.place", "en dernier"),
        Asked(IMMERSION, "cpp.immersion.moment", words="EMT"),
        Asked(IMMERSION, "cpp.immersion.but"),
        Asked(IMMERSION, "cpp.immersion.pret", answers=("duree",)),
        Asked(IMMERSION, "cpp.immersion.retour_elle"),
        Asked(IMMERSION, "cpp.immersion.effet", answers=("confirme",)),
    ),
    28: (
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.motif", answers=("chemin", "acces", "soucis", "sante")),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.decouverte"),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.priorite"),
        Asked(BILAN, "cpp.bilan.confirme", answers=("non_confirme",)),
        Asked(SPECIFICATION, "cpp.specification.aucune"),
        Asked(RECHERCHE, "cpp.recherche.effet", answers=("retombe",)),
    ),
    29: (
        Held("cpp", "pistes.si_non_confirme", "3"),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.pistes", words="Trois, si possible"),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.pistes[].elan", words="demain"),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.gagne"),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.elle"),
        Asked(BILAN, "cpp.non_confirmation.pistes"),
    ),
    30: (Asked(BILAN, "cpp.bilan.plan"), Asked(BILAN, "cpp.bilan.plan.plume", answers=("ensemble",))),
    31: (
        Asked(BILAN, "cpp.bilan.formation"),
        Asked(BILAN, "cpp.bilan.formation.financements", answers=("cpf", "region", "france_travail", "autre")),
        Asked(BILAN, "cpp.bilan.formation.contact", words="dates"),
    ),
    32: (Asked(BILAN, "cpp.bilan.plan", words="prise de poste"), Asked(BILAN, "cpp.bilan.plan[].quand")),
    33: (
        Asked(BILAN, "cpp.bilan.plan[].qui", answers=("elle",)),
        Asked(RECHERCHE, "cpp.recherche.suite"),
        Asked(RDV, "cpp.rdv.suite"),
    ),
    34: (Asked(BILAN, "cpp.bilan.sans_retour", words="pas de nouvelles"),),
    35: (Asked(BILAN, "cpp.bilan.autonomie", words="sans moi"), Asked(BILAN, "cpp.bilan.autonomie.fragile")),
    36: (Asked(BILAN, "cpp.bilan.relais"), Asked(ACCUEIL, "cpp.accueil.cadre", answers=("transmis",))),
    37: (Asked(RECUL, "cpp.recul.elan"), Asked(RECUL, "cpp.recul.difference", words="rythme, demande")),
    38: (
        Asked(RECUL, "cpp.recul.affine.ecoute"),
        Asked(RECUL, "cpp.recul.affine.methode"),
        Asked(RECUL, "cpp.recul.affine.outils"),
        Asked(MEDIATION, "cpp.mediation.pourquoi_lui"),
        Asked(MEDIATION, "cpp.mediation.garder"),
    ),
    39: (Asked(RECUL, "cpp.recul.pairs"), Asked(RECUL, "cpp.recul.pairs.trouver")),
    40: (
        Held("cpp", "rdv.duree_min", "90"),
        Held("cpp", "rdv.par_semaine.0", "1"),
        Held("cpp", "rdv.par_semaine.1", "2"),
        Asked(RDV, "cpp.rdv.densite", answers=("trop_plein",)),
        Asked(RDV, "cpp.rdv.densite.alleger"),
        Asked(RECUL, "cpp.recul.difference", words="échange"),
        Asked(RECUL, "cpp.recul.densite"),
    ),
    41: (
        Asked(RECUL, "cpp.recul.belles"),
        Asked(RECUL, "cpp.recul.deceptions"),
        Asked(RECUL, "cpp.recul.deceptions[].ma_part"),
        Asked(NON_CONFIRMATION, "cpp.non_confirmation.moi"),
    ),
    42: (Asked(ACCUEIL, "cpp.accueil.arrivee", answers=("elan",)), Asked(RDV, "cpp.rdv.actrice")),
    43: (
        Asked(ACCUEIL, "cpp.accueil.rencontre"),
        Asked(BILAN, "cpp.bilan.separation"),
        Asked(RECUL, "cpp.recul.debut_fin"),
        Asked(RECUL, "cpp.recul.ecrits"),
        Held("tve", "note", "bilan plus long à écrire"),
    ),
    44: (
        Held("tve", "nom", "(TVE)"),
        Held("tve", "duree_mois", "6"),
        Held("tve", "note", "Recherche d'emploi pure"),
        Held("tve", "etapes.1.arbre", SITUATION),
    ),
    45: (
        Asked(PLACE, "posture.role", words="rôles", answers=("questionner", "conseiller", "former")),
        Asked(PLACE, "posture.role.juste"),
        Asked(MEDIATION, "cpp.mediation.outil", words="CGP", answers=("autre",)),
    ),
    46: (
        Asked(PLACE, "posture.role", answers=("remobiliser", "relier")),
        Asked(PLACE, "posture.autonomie", answers=("plus", "autant", "moins")),
        Asked(MEDIATION, "cpp.mediation.mode.ajuste"),
    ),
    47: (
        Asked(RECUL, "cpp.recul.trepied", answers=("sensibilite", "methode", "questionnement")),
        Asked(RECUL, "cpp.recul.elan"),
        Asked(BILAN, "cpp.bilan.appris"),
    ),
    48: (
        Asked(PLACE, "posture.influence"),
        Asked(PLACE, "posture.influence.vers", words="ouvertement"),
        Asked(PLACE, "posture.centre"),
        Asked(SPECIFICATION, "cpp.specification.pistes[].moi"),
        Asked(RECUL, "cpp.recul.question"),
    ),
}

ASPECTS = ("famille", "finances", "mobilite", "sante", "francais", "logement", "numerique", "autre")
"""The loop of F12: the interview's own aspects, then housing, digital ease and whatever else (ours)."""

OURS = {
    ACCUEIL: "cpp.accueil.ecart cpp.accueil.renseignee.appris cpp.accueil.adequation.suite",
    SITUATION: "cpp.situation.reserve cpp.situation[].silence cpp.situation[].suite cpp.situation.acquis[].vu",
    EXPLORATION: "cpp.exploration.ouverture cpp.exploration.ouverture.tri cpp.exploration.surprise",
    MEDIATION: "cpp.mediation.ecran",
    CRISTALLISATION: "cpp.cristallisation.tensions",
    SPECIFICATION: "cpp.specification.aucune.suite",
    RECHERCHE: "",
    IMMERSION: "cpp.immersion.lien cpp.immersion.retour_entreprise cpp.immersion.sans",
    NON_CONFIRMATION: "",
    BILAN: "",
    RDV: "cpp.rdv.retrait",
    PLACE: "",
    RECUL: "",
}
"""Our additions: questions that no fact of the interview asks for."""

CLOSING = {"commun.cloture", "commun.a_porter", "commun.competences"}
CLAIMS = [pytest.param(claim, id=f"F{fact:02}-{rank}") for fact in FACTS for rank, claim in enumerate(FACTS[fact], 1)]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.shipped()


def programme(name: str) -> plainyaml.Mapping:
    path = shipped_folder() / PROGRAMMES / f"{name}.yml"
    value = plainyaml.read(path.read_text(encoding="utf-8"))
    assert isinstance(value, plainyaml.Mapping)
    return value


def field(value: plainyaml.Value, path: str) -> str:
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, plainyaml.Sequence) else value[part]  # type: ignore[index]
    return str(value)


def answers_of(question: Question) -> set[str]:
    own = {"autre"} if question.other else set()
    return {choice.id for choice in question.offer.choices} | own


def test_the_table_holds_the_48_facts_of_the_interview():
    assert list(FACTS) == list(range(1, 49))


@pytest.mark.parametrize("claim", CLAIMS)
def test_each_fact_became_what_the_table_says(library, claim):
    match claim:
        case Asked(tree_id, identity, words, answers):
            question = library.tree(tree_id).identities()[identity]
            assert fold(words) in fold(f"{question.text} {question.help}")
            assert set(answers) <= answers_of(question)
        case Held(name, path, words):
            assert re.search(rf"(?<!\w){re.escape(words)}(?!\w)", field(programme(name), path))
        case Listed(name, trees):
            assert set(trees) <= set(programme(name)["libres"])


@pytest.mark.parametrize("tree_id", OURS)
def test_every_question_of_the_accompaniment_is_accounted_for(library, tree_id):
    from_the_interview = {claim.question for claims in FACTS.values() for claim in claims if isinstance(claim, Asked)}
    there = library.tree(tree_id).identities().keys()
    assert there - from_the_interview - CLOSING == set(OURS[tree_id].split())


@pytest.mark.parametrize("tree_id", [*OURS, COLLECTIF])
def test_each_tree_of_the_accompaniment_closes_as_the_others_do(library, tree_id):
    assert set(list(library.tree(tree_id).identities())[-3:]) == CLOSING


def test_the_aspects_of_a_life_are_each_asked(library):
    sections = [node for node in library.tree(SITUATION).nodes if isinstance(node, Section)]
    loop = next(node for section in sections for node in section.nodes if isinstance(node, Loop))
    assert loop.id == "cpp.situation"
    assert tuple(choice.id for choice in loop.offer.choices) == ASPECTS


def test_the_collective_meeting_knows_its_aim_and_does_not_ask_it(library):
    assert library.tree(COLLECTIF).identities()["atelier.but"].fixed == ("questionnaire",)
    assert library.tree("atelier-collectif").identities()["atelier.but"].fixed is None


def test_the_bilan_asks_the_same_questions_as_the_tree_it_includes(library):
    apart = library.tree(NON_CONFIRMATION).identities().keys() - CLOSING
    assert apart <= library.tree(BILAN).identities().keys()


def test_one_list_of_avenues_leads_to_the_kept_ones(library):
    kept = library.tree(SPECIFICATION).identities()["cpp.specification.retenues"]
    assert [source.loop for source in kept.offer.sources] == ["cpp.specification.pistes"]
    assert library.tree(NON_CONFIRMATION).identities()["cpp.non_confirmation.pistes"].bounds.high == 3


def test_no_avenue_left_leads_to_the_tree_for_that(library):
    proposal = library.tree(SPECIFICATION).identities()["cpp.specification.aucune.suite"].proposal
    assert proposal is not None
    assert proposal.tree in library.names()


def test_the_number_of_the_appointment_is_already_there(library):
    prefill = library.tree(RDV).identities()["cpp.rdv.numero"].prefill
    assert prefill is not None
    assert prefill.name == "seance.rdv"


def test_who_each_tree_is_about(library):
    rules = {tree_id: library.tree(tree_id).person for tree_id in [*OURS, COLLECTIF]}
    alone = {RECUL, COLLECTIF}
    assert {tree_id for tree_id, rule in rules.items() if rule is PersonRule.NONE} == alone
    assert {tree_id for tree_id, rule in rules.items() if rule is PersonRule.OPTIONAL} == {PLACE}


# ── programmes ───────────────────────────────────────────────────────────────────────────────────

TOP_KEYS = {
    "cpp": {
        "id", "nom", "note", "duree_jours", "rdv", "immersion", "pistes", "etapes", "libres",
    },
    "tve": {"id", "nom", "note", "duree_mois", "rdv", "etapes", "libres"},
}  # fmt: skip


@pytest.mark.parametrize("name", TOP_KEYS)
def test_a_programme_says_what_it_says_and_no_more(name):
    assert set(programme(name)) == TOP_KEYS[name]
    assert programme(name)["id"] == name
    assert "Exemple historique" in programme(name)["note"]


@pytest.mark.parametrize("name", TOP_KEYS)
def test_every_tree_a_programme_names_exists(library, name):
    data = programme(name)
    stages = [stage[key] for stage in data["etapes"] for key in ("arbre", "ou") if key in stage]
    for tree_id in [*stages, *data["libres"]]:
        assert library.tree(tree_id).id == tree_id


def test_the_eight_appointments_each_propose_one_tree_in_the_order_of_the_phases():
    stages = programme("cpp")["etapes"]
    assert [stage["rdv"] for stage in stages] == [str(rank) for rank in range(1, 9)]
    phases = ["accueil", "exploration", "cristallisation", "specification", "realisation"]
    assert list(dict.fromkeys(stage["phase"] for stage in stages)) == phases
    assert [stage["ou"] for stage in stages if "ou" in stage] == [RECHERCHE, NON_CONFIRMATION]


def test_eight_appointments_in_six_weeks_need_two_weeks_with_two():
    data = programme("cpp")
    weeks, wanted = int(data["duree_jours"]) // 7, int(data["rdv"]["obligatoires"])
    assert wanted - weeks == 2
    assert wanted <= weeks * int(data["rdv"]["par_semaine"][1])


def test_an_immersion_that_ends_with_the_programme_begins_on_day_27():
    data = programme("cpp")
    assert int(data["duree_jours"]) - int(data["immersion"]["max_jours"]) == 27


@pytest.mark.parametrize("tree_id", [*OURS, COLLECTIF])
def test_every_question_of_the_accompaniment_may_be_passed(library, tree_id):
    """F03, F04: a service that cannot be formatted is a walk that nothing can stop."""
    session = Interview(library.tree(tree_id), Context(date(2026, 11, 22), "galet"))
    passed = 0
    while (step := pending(session)) is not None:
        session = skip(session, step.path)
        passed += 1
    assert passed == len(asked(session))
