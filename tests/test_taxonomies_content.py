"""What the shipped taxonomies promise: their vocabulary is frozen, their words judge nobody.

Read as plain YAML, without the program, so that these facts hold for any reader of the files.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[1] / "questions" / "taxonomies"

# Notes and figures depend on these ids for ever: a line may be added, never changed or taken away.
FROZEN = {
    "difficultes": """
        diff.relation.confiance diff.relation.distance diff.relation.silence
        diff.relation.tension diff.relation.absences diff.relation.fin
        diff.comprehension.demande_floue diff.comprehension.demande_d_un_autre diff.comprehension.hypotheses
        diff.comprehension.enchevetrement diff.comprehension.ressources diff.comprehension.langue_culture
        diff.posture.a_sa_place diff.posture.sauver diff.posture.conseil_rapide diff.posture.jugement
        diff.posture.influence diff.posture.double_role diff.posture.legitimite
        diff.methode.etapes diff.methode.outil diff.methode.projet
        diff.methode.emploi diff.methode.public diff.methode.entretien
        diff.resistance.personne diff.resistance.moi diff.resistance.sur_place
        diff.cadre.objectifs diff.cadre.dispositif diff.cadre.consignes
        diff.cadre.sanction diff.cadre.ethique diff.cadre.isolement
        diff.partenariat.inconnu diff.partenariat.injoignable diff.partenariat.desaccord
        diff.partenariat.confidentialite diff.partenariat.employeur
        diff.emotion.touche diff.emotion.impuissance diff.emotion.colere
        diff.emotion.peur diff.emotion.deception diff.emotion.usure
        diff.temps.entretien diff.temps.entre_deux diff.temps.ecrits diff.temps.charge diff.temps.coupure
    """,
    "freins": """
        frein.mobilite frein.famille frein.aidant frein.logement frein.finances frein.urgence
        frein.administratif frein.francais frein.savoirs_base frein.numerique frein.isolement
        frein.confiance frein.qualification frein.experience frein.projet frein.marche
        frein.conditions_travail frein.codes frein.delicat
        frein.violences frein.sante frein.handicap frein.titre_sejour frein.justice frein.discrimination
    """,
    "appuis": """
        appui.envie appui.tenacite appui.initiative appui.confiance appui.humour appui.experience_vie
        appui.savoir_faire appui.terrain appui.formation appui.apprendre appui.langues appui.contact
        appui.proches appui.reseau appui.relais appui.mobilite appui.quotidien appui.demarches
    """,
    "ressentis": """
        emo.enthousiasme emo.curiosite emo.espoir emo.joie emo.fierte emo.gratitude
        emo.calme emo.confiance emo.soulagement emo.tendresse emo.emotion emo.proximite
        emo.tristesse emo.deception emo.decouragement emo.agacement emo.colere emo.indignation
        emo.inquietude emo.peur emo.stress emo.gene emo.culpabilite emo.honte
        emo.ennui emo.lassitude emo.impuissance emo.confusion
    """,
    "sensations": """
        corps.respiration_courte corps.respiration_ample corps.gorge corps.ventre corps.epaules
        corps.machoires corps.coeur corps.chaleur corps.froid corps.agitation corps.lourdeur
        corps.vide corps.legerete corps.rien
    """,
    "evaluations": """
        eval.rejete eval.trahi eval.manipule eval.incompris eval.ignore eval.utilise
        eval.juge eval.attaque eval.abandonne eval.devalorise eval.pas_respecte eval.piege
    """,
    "publics": """
        public.jeunes public.adultes_de public.rsa public.longue_duree public.seniors public.handicap
        public.exil public.francais public.parents public.femmes public.justice public.sans_logement
        public.qpv public.iae public.reconversion public.diplomes public.creation
    """,
    "competences": """
        rncp37274.c1 rncp37274.c2 rncp37274.c3 rncp37274.c4 rncp37274.c5
        rncp37274.c6 rncp37274.c7 rncp37274.c8 rncp37274.c9 rncp37274.c10 rncp37274.c11
        rncp37274.c12 rncp37274.c13 rncp37274.c14 rncp37274.c15
        dom.projet dom.emploi dom.social dom.public
    """,
    "sources": """
        source.internet source.cio source.mife source.terrain source.proches source.conseiller source.salons
    """,
}
FROZEN_FAMILIES = {
    "difficultes": """
        diff.relation diff.comprehension diff.posture diff.methode diff.resistance
        diff.cadre diff.partenariat diff.emotion diff.temps
    """,
    "ressentis": """
        emo.elan emo.joie emo.paix emo.lien emo.tristesse emo.colere emo.peur emo.gene emo.retrait
    """,
    "freins": "frein.vie frein.demarches frein.lien frein.travail frein.reserve",
    "appuis": "appui.elan appui.savoirs appui.entourage appui.pratique",
    "publics": "public.emploi public.vie public.parcours",
    "competences": "rncp37274.ccp1 rncp37274.ccp2 rncp37274.ccp3 dom",
}

TOP_KEYS = {"taxonomie", "version", "titre", "source", "etiquette", "relance", "familles", "termes"}
TERM_KEYS = {
    "libelle", "famille", "pistes", "alias", "attention", "exclusif", "essentiel", "sensible", "depuis",
    "retire", "remplace_par", "formes", "reference", "ccp", "nourrie_par",
}  # fmt: skip
BANNED = ("pourquoi", "vous devriez", "tu devrais", "il faudrait", "manipulateur", "manipulatrice",
          "pas motivé", "mauvaise foi", "assisté")  # fmt: skip


@cache
def read(name: str) -> dict[str, Any]:
    return yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def terms(name: str) -> dict[str, dict[str, Any]]:
    return read(name)["termes"]


def texts(value: Any) -> Iterator[str]:
    """Every text below `value`, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from texts(child)
    elif isinstance(value, list):
        for child in value:
            yield from texts(child)


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe").replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def holds(text: str, words: str) -> bool:
    """Whether `text` contains `words` whole and in order, whatever the case and the accents."""
    return re.search(rf"(?<!\w){re.escape(folded(words))}(?!\w)", folded(text)) is not None


DIFFICULTIES = terms("difficultes")
every_taxonomy = pytest.mark.parametrize("name", FROZEN)
every_difficulty = pytest.mark.parametrize("term", DIFFICULTIES)


# ── every taxonomy ───────────────────────────────────────────────────────────────────────────────


def test_the_shipped_taxonomies_are_known_here():
    assert {path.stem for path in FOLDER.glob("*.yml")} == set(FROZEN)


@every_taxonomy
def test_no_frozen_id_has_changed_and_none_was_added_in_silence(name):
    assert set(terms(name)) == set(FROZEN[name].split())


@every_taxonomy
def test_no_family_has_changed(name):
    assert list(read(name).get("familles", {})) == FROZEN_FAMILIES.get(name, "").split()


def test_an_id_means_one_thing_across_all_taxonomies():
    counted = Counter(term for name in FROZEN for term in terms(name))
    assert [term for term, times in counted.items() if times > 1] == []


@every_taxonomy
def test_no_key_is_written_twice(name):
    def repeated(node: yaml.Node) -> Iterator[str]:
        if isinstance(node, yaml.MappingNode):
            keys = Counter(key.value for key, _ in node.value)
            yield from (key for key, times in keys.items() if times > 1)
            for _, child in node.value:
                yield from repeated(child)
        elif isinstance(node, yaml.SequenceNode):
            for child in node.value:
                yield from repeated(child)

    root = yaml.compose((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert list(repeated(root)) == []


@every_taxonomy
def test_a_taxonomy_bears_the_name_of_its_file_a_version_a_title_and_its_source(name):
    head = read(name)
    assert head["taxonomie"] == name
    assert head["version"].isdigit()
    assert head["titre"] and head["source"]


@every_taxonomy
def test_only_the_keys_of_the_language_are_used(name):
    used = read(name)
    assert set(used) <= TOP_KEYS
    assert set().union(*used["termes"].values()) <= TERM_KEYS


@every_taxonomy
def test_every_term_has_a_label_of_its_own(name):
    labels = [term["libelle"].strip() for term in terms(name).values()]
    assert all(labels)
    assert len({folded(label) for label in labels}) == len(labels)


@every_taxonomy
def test_every_term_belongs_to_a_declared_family_when_there_are_families(name):
    families = read(name).get("familles", {})
    homes = {term.get("famille") for term in terms(name).values()}
    assert homes == (set(families) or {None})


@every_taxonomy
def test_the_terms_of_a_family_stand_together_in_the_order_of_the_families(name):
    homes = [term.get("famille") for term in terms(name).values()]
    order = list(read(name).get("familles", {})) or [None]
    assert homes == sorted(homes, key=order.index)


@every_taxonomy
def test_an_id_is_plain_ascii_with_dots(name):
    ids = [*terms(name), *read(name).get("familles", {})]
    assert [i for i in ids if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", i)] == []
    assert max(map(len, ids)) <= 80


@every_taxonomy
def test_other_is_never_a_term_since_the_trees_offer_it(name):
    assert [term for term in terms(name) if term.endswith((".autre", ".aucun", ".aucune"))] == []


@every_taxonomy
def test_a_reader_of_plain_yaml_finds_text_everywhere_but_in_the_version(name):
    def odd(value: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            assert all(isinstance(key, str) for key in value)
            for child in value.values():
                yield from odd(child)
        elif isinstance(value, list):
            for child in value:
                yield from odd(child)
        elif not isinstance(value, str):
            yield value

    content = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    content.pop("version")
    assert list(odd(content)) == []


@every_taxonomy
def test_a_mark_is_either_absent_or_oui(name):
    for mark in ("sensible", "exclusif", "essentiel"):
        assert {term.get(mark, "oui") for term in terms(name).values()} == {"oui"}


@every_taxonomy
def test_the_words_neither_blame_nor_advise(name):
    assert [(text, word) for text in texts(read(name)) for word in BANNED if holds(text, word)] == []


@every_taxonomy
def test_the_words_suit_everyone_without_written_doubles(name):
    doubles = re.compile(r"\((e|es|ne|trice)\)|·e|\.e\.s|-e-s")
    assert [text for text in texts(read(name)) if doubles.search(text)] == []


@every_taxonomy
def test_the_typography_is_left_to_the_loader(name):
    raw = (FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    assert raw == unicodedata.normalize("NFC", raw)
    assert [mark for mark in ("\t", "\r", "\u00a0", "\u202f") if mark in raw] == []
    glued = re.compile(r"[^ ][?!;»]|[^ ]:(?= )|«[^ ]")
    assert [text for text in texts(read(name)) if glued.search(text)] == []


# ── difficulties ─────────────────────────────────────────────────────────────────────────────────


def test_there_are_fifty_difficulties_in_nine_families_of_seven_at_most():
    sizes = Counter(term["famille"] for term in DIFFICULTIES.values())
    assert list(sizes.values()) == [6, 6, 7, 6, 3, 6, 5, 6, 5]


@every_difficulty
def test_the_id_of_a_difficulty_begins_with_its_family(term):
    assert term.startswith(DIFFICULTIES[term]["famille"] + ".")


@every_difficulty
def test_a_difficulty_opens_on_two_or_three_questions(term):
    leads = DIFFICULTIES[term]["pistes"]
    assert 2 <= len(leads) <= 3
    assert [lead for lead in leads if not lead.endswith(" ?")] == []


def test_no_lead_serves_two_difficulties():
    counted = Counter(folded(lead) for term in DIFFICULTIES.values() for lead in term["pistes"])
    assert [lead for lead, times in counted.items() if times > 1] == []


@every_difficulty
def test_a_difficulty_has_some_aliases_in_lower_case(term):
    aliases = DIFFICULTIES[term]["alias"]
    assert 4 <= len(aliases) <= 8
    assert [alias for alias in aliases if alias != alias.lower().strip()] == []


@every_difficulty
def test_an_alias_never_repeats_its_label(term):
    label = DIFFICULTIES[term]["libelle"]
    assert [alias for alias in DIFFICULTIES[term]["alias"] if holds(label, alias)] == []


def test_an_alias_never_belongs_to_two_difficulties():
    counted = Counter(folded(alias) for term in DIFFICULTIES.values() for alias in term["alias"])
    assert [alias for alias, times in counted.items() if times > 1] == []


def test_the_alias_of_one_difficulty_is_not_found_in_the_words_of_another():
    for term, fields in DIFFICULTIES.items():
        others = [other for other in DIFFICULTIES if other != term]
        words = [text for other in others for text in texts([DIFFICULTIES[other][k] for k in ("libelle", "alias")])]
        assert [(alias, text) for alias in fields["alias"] for text in words if holds(text, alias)] == []


def test_three_difficulties_and_no_other_deserve_to_be_shared():
    guarded = {term: fields["attention"] for term, fields in DIFFICULTIES.items() if "attention" in fields}
    assert set(guarded) == {"diff.relation.tension", "diff.emotion.peur", "diff.emotion.usure"}
    assert set(guarded.values()) == {
        "Cela mérite d'être partagé avec quelqu'un : collègue, responsable, médecin du travail."
    }


def test_the_tagging_question_repeats_what_was_written():
    assert "{element}" in read("difficultes")["etiquette"]
    assert read("difficultes")["etiquette"].endswith(" ?")


# ── the other taxonomies ─────────────────────────────────────────────────────────────────────────


def test_the_sensitive_categories_come_last_after_the_delicate_subject():
    freins = terms("freins")
    sensitive = [term for term, fields in freins.items() if fields.get("sensible") == "oui"]
    assert set(sensitive) == {
        "frein.violences", "frein.sante", "frein.handicap",
        "frein.titre_sejour", "frein.justice", "frein.discrimination",
    }  # fmt: skip
    assert list(freins)[-7:] == ["frein.delicat", *sensitive]


def test_every_frein_but_the_delicate_subject_is_tied_to_a_public_referential():
    tied = [term for term, fields in terms("freins").items() if "france_travail" in fields.get("reference", {})]
    assert set(terms("freins")) - set(tied) == {"frein.delicat"}


def test_religion_is_never_offered():
    assert [text for name in FROZEN for text in texts(terms(name)) if holds(text, "religion")] == []


def test_there_are_enough_strengths_to_stand_beside_the_obstacles():
    assert len(terms("appuis")) >= 18


def test_a_feeling_completes_j_ai_ressenti_for_anyone():
    labels = [term["libelle"] for term in terms("ressentis").values()]
    assert [label for label in labels if not label.startswith(("du ", "de la ", "de l'"))] == []


def test_there_are_twenty_eight_feelings_and_fourteen_sensations():
    assert (len(terms("ressentis")), len(terms("sensations"))) == (28, 14)


def test_eight_sensations_are_essential_and_only_nothing_excludes_the_others():
    sensations = terms("sensations")
    assert {term for term, fields in sensations.items() if "essentiel" in fields} == {
        "corps.gorge", "corps.ventre", "corps.epaules", "corps.respiration_courte",
        "corps.coeur", "corps.agitation", "corps.lourdeur", "corps.legerete",
    }  # fmt: skip
    assert [term for term, fields in sensations.items() if "exclusif" in fields] == ["corps.rien"]
    assert list(sensations)[-1] == "corps.rien"


def test_a_masked_evaluation_is_found_in_the_feminine_and_in_the_plural():
    for term in terms("evaluations").values():
        forms = [term["libelle"], *term["formes"]]
        assert term["libelle"] + "e" in forms
        assert term["libelle"] + "es" in forms
        assert term["libelle"].endswith("s") or term["libelle"] + "s" in forms


def test_no_written_form_belongs_to_two_evaluations():
    evaluations = terms("evaluations").values()
    forms = Counter(form for term in evaluations for form in [term["libelle"], *term["formes"]])
    assert [form for form, times in forms.items() if times > 1] == []


def test_the_follow_up_on_a_masked_evaluation_repeats_the_word_and_asks():
    follow_up = read("evaluations")["relance"]
    assert "« {mot} »" in follow_up
    assert follow_up.endswith(" ?")


def test_the_competences_are_fifteen_in_three_blocks_and_four_domains():
    sizes = Counter(term["famille"] for term in terms("competences").values())
    assert sizes == {"rncp37274.ccp1": 5, "rncp37274.ccp2": 6, "rncp37274.ccp3": 4, "dom": 4}


def test_a_competence_names_its_block_and_what_feeds_it():
    for term, fields in terms("competences").items():
        if term.startswith("rncp37274."):
            assert fields["famille"] == "rncp37274." + fields["ccp"].lower()
            assert isinstance(fields["nourrie_par"], list)


def test_a_label_that_feeds_a_competence_exists():
    known = {*terms("difficultes"), *read("difficultes")["familles"], *terms("competences")}
    fed_by = [source for fields in terms("competences").values() for source in fields.get("nourrie_par", [])]
    assert [source for source in fed_by if source.startswith(("diff.", "dom.")) and source not in known] == []


def test_the_wording_of_the_title_says_that_it_is_still_to_be_checked():
    assert "à vérifier sur le REAC" in read("competences")["source"]
