"""The whole `guide-complet` as one data structure: what is answered, in order, whatever the front-end.

(path, value), the value as an answers file writes it. `BACK` goes to the question
before, `PASS` passes, `READ` reads an info, `Pause` leaves with a text half typed
and comes back to it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cip_coach import plainyaml
from cip_coach.asking import interview as iv
from cip_coach.asking.interview import Interview
from cip_coach.asking.library import Library
from cip_coach.asking.steps import Context, Step
from cip_coach.asking.values import reply_of
from cip_coach.shape import Shape

TREE, PERSON, DAY = "guide-complet", "galet", date(2026, 11, 20)


@dataclass(frozen=True)
class Pause:
    """Leave in the midst of a text, and resume: the field holds `typed` again."""

    typed: str


@dataclass(frozen=True)
class Key:
    """A move that is no answer."""

    name: str


BACK, PASS, READ = Key("back"), Key("pass"), Key("read")
Value = str | list[object] | dict[str, object]
Act = tuple[str, Value | Key | Pause]

ACQUIRING = ("besoin", "par_qui", "ou", "comment")


def _acquiring(place: str, *, who: str, where: str, how: str) -> list[Act]:
    return [
        (f"{place}.besoin", ["conseils", "methodes"]),
        (f"{place}.par_qui", who),
        (f"{place}.ou", where),
        (f"{place}.comment", how),
    ]


RELATION: list[Act] = [
    ("relation.confiance", "en_partie"),
    ("relation.confiance.indices_oui", ["elle m'a appelée d'elle-même", "elle reste après l'heure"]),
    ("relation.confiance.indices_non", ["deux rendez-vous annulés", "un silence à chaque question"]),
    ("relation.confiance.petit_pas", {"texte": "redire ce que je note", "pour_le": "2031-12-01"}),
    ("relation.aisance", "non"),
    ("relation.aisance.emotions", ["emo.inquietude", {"autre": "une drôle de fatigue"}]),
    ("relation.aisance.sensations", BACK),
    ("relation.aisance.emotions", BACK),
    ("relation.aisance", "oui"),  # closes the branch of the emotions
    ("relation.plaisir", "en_partie"),
    ("relation.plaisir.source", "quand elle rit"),
    ("relation.plaisir.ressenti", {"valeur": ["emo.lassitude"], "precision": "surtout le vendredi"}),
    ("relation.plaisir.ce_qui_se_passe", "je me sens jugé par ses silences"),
    ("relation.plaisir.ce_qui_se_passe.mots", "une inquiétude pour la suite"),
    ("relation.plaisir.leviers", "préparer l'entretien à deux"),
]

NEEDS: list[Act] = [
    ("accompagnement.besoins", ["retrouver un rythme", "être écoutée"]),
    ("accompagnement.besoins[1].exprime", "en_partie"),
    ("accompagnement.besoins[1].indices", "elle arrive en avance"),
    ("accompagnement.besoins[2].exprime", "oui"),
    ("accompagnement.motivations", ["travailler dehors", "voir du monde"]),
    ("accompagnement.motivations[1].exprime", "non"),
    ("accompagnement.motivations[1].indices", "ses yeux quand elle parle du jardin"),
    ("accompagnement.motivations[2].exprime", "en_partie"),
    ("accompagnement.motivations[2].indices", "elle demande toujours des nouvelles"),
    ("accompagnement.objectifs", ["entrer en formation", "passer le permis"]),
    ("accompagnement.objectifs[1].exprime", "oui"),
    ("accompagnement.objectifs[2].exprime", "non"),
    ("accompagnement.objectifs[2].indices", "elle l'a dit une fois"),
    ("accompagnement.ressources", ["appui.envie", "appui.humour", {"autre": "la chorale"}]),
    ("accompagnement.freins", ["frein.mobilite", "frein.logement"]),
    ("accompagnement.freins.non_dits", ["frein.delicat", {"autre": "une grande solitude"}]),
    ("accompagnement.freins.non_dits[frein.delicat].approche", PASS),
    ("accompagnement.freins.non_dits[autre1].approche", "demander comment se passent les soirées"),
]

WAY: list[Act] = [
    ("accompagnement.etapes", "en_partie"),
    ("accompagnement.etapes.lesquelles", ["deux enquêtes métier", "un stage court"]),
    ("accompagnement.etapes.premiere", Pause("choisir les deux")),
    ("accompagnement.etapes.premiere", "choisir les deux entreprises"),
    ("accompagnement.difficultes", ["je parle trop vite", "les rendez-vous sautent"]),
    ("accompagnement.difficultes.encouragement", READ),
    ("accompagnement.difficultes[1].etiquettes", ["diff.relation.silence"]),
    ("accompagnement.difficultes[1].piste", "me taire dix secondes"),
    ("accompagnement.difficultes[2].etiquettes", ["diff.relation.absences", "diff.relation.confiance"]),
    ("accompagnement.difficultes[2].piste", "proposer un autre lieu"),
    ("accompagnement.difficultes.parle_personne", "en_partie"),
    ("accompagnement.difficultes.parle_collegues", "non"),
    ("accompagnement.resistances_personne", "oui"),
    ("accompagnement.resistances_personne.lesquelles", ["un « oui, mais » à chaque piste", "le téléphone coupé"]),
    ("accompagnement.resistances_personne.communiquees", "ne_sait_pas"),
    ("accompagnement.resistances_personne.empechement", "la peur de la froisser"),
    ("accompagnement.resistances_moi", "en_partie"),
    ("accompagnement.resistances_moi.lesquelles", ["je repousse l'appel", "je relis trop son dossier"]),
    ("accompagnement.resistances_moi.communiquees", "non"),
    ("accompagnement.resistances_moi.empechement", "le manque de temps\net un peu de honte"),
    ("accompagnement.a_verifier", ["accompagnement.besoins.1", "accompagnement.motivations.2"]),
]

TRADE: list[Act] = [
    ("metier.competence", ["quand elle trouve seule", "un projet qui tient"]),
    ("metier.incompetence", ["un long silence", "la colère"]),
    ("metier.incompetence[1].situation", "au premier rendez-vous"),
    ("metier.incompetence[1].personnes", ["public.jeunes"]),
    ("metier.incompetence[1].moment", "plutôt au début"),
    ("metier.incompetence[2].situation", "après un refus"),
    ("metier.incompetence[2].personnes", ["public.seniors", {"autre": "des employeurs pressés"}]),
    ("metier.incompetence[2].moment", "à la fin du parcours"),
    ("metier.outils[projet].assurance", "en_partie"),
    *_acquiring("metier.outils[projet]", who="une psychologue du travail", where="au centre voisin", how="demander"),
    ("metier.outils[emploi].assurance", "non"),
    *_acquiring("metier.outils[emploi]", who="une conseillère entreprise", where="sur place", how="y passer un jour"),
    ("metier.outils[social].assurance", "oui"),
    ("metier.publics", ["public.rsa", "public.handicap"]),
    ("metier.publics[public.rsa].assurance", "oui"),
    ("metier.publics[public.handicap].assurance", "ne_sait_pas"),
    *_acquiring("metier.publics[public.handicap]", who="la mission handicap", where="en réunion", how="écrire lundi"),
    ("metier.partenariat[social].lien", "oui"),
    ("metier.partenariat[emploi].lien", "en_partie"),
    ("metier.partenariat[formation].lien", "non"),
    ("metier.partenariat[entreprise].lien", "ne_sait_pas"),
    ("metier.partenariat.autres", ["la médiathèque", "le club de sport"]),
    ("metier.plaisir", ["préparer un atelier à deux", "les fins qui sont des débuts"]),
    ("metier.deplaisir[activite].quoi", ["les tableaux à remplir", "les relances"]),
    ("metier.deplaisir[conditions].quoi", []),
    ("metier.deplaisir.ameliorer", "bloquer dix minutes entre deux rendez-vous"),
    ("metier.deplaisir.changer", "un atelier par mois"),
    ("metier.deplaisir.a_qui", "quelqu'un d'une autre équipe"),
    ("commun.cloture", "elle est repartie avec une adresse"),
    ("commun.a_porter", "dossier"),
    ("commun.competences", ["rncp37274.c2", "rncp37274.c11"]),
]

ACTS: list[Act] = [*RELATION, *NEEDS, *WAY, *TRADE]
CLOSED = ("relation.aisance.emotions",)
"""Answered, then closed by a change of mind: in no answers file, and in no note."""


def answers_file() -> str:
    """The same scenario as an answers file: the last answer of each path."""
    last = {path: value for path, value in ACTS if not isinstance(value, Key | Pause)}
    lines = (f"{path}: {json.dumps(value, ensure_ascii=False)}" for path, value in last.items() if path not in CLOSED)
    return "\n".join(lines) + "\n"


def walk() -> Iterator[tuple[Step, Value | Key | Pause]]:
    """The step that stands at each act, by the engine alone: what a front-end must then be showing."""
    tree = Library.shipped().tree(TREE)
    interview = Interview(tree, Context(DAY, person=PERSON))
    for path, value in ACTS:
        step = iv.position(interview)
        assert step is not None and step.path == path, f"{path} is not asked, but {step and step.path}"
        yield step, value
        interview = _after(interview, step, value)
    assert iv.position(interview) is None, f"{iv.position(interview)} is left to ask"


def _after(interview: Interview, step: Step, value: Value | Key | Pause) -> Interview:
    if value == READ:
        return iv.read(interview, step.path)
    if value == PASS:
        return iv.skip(interview, step.path)
    if value == BACK:
        return iv.at(interview, iv.previous(interview, step.path) or step.path)
    if isinstance(value, Pause):
        return interview
    data = plainyaml.read(f"valeur: {json.dumps(value, ensure_ascii=False)}")
    assert isinstance(data, plainyaml.Mapping)
    shape = Shape("scenario")
    reply = reply_of(step, data["valeur"], shape)
    assert reply is not None, shape.problems
    return iv.record(interview, step.path, reply)  # type: ignore[arg-type]
