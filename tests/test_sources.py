"""What past notes offer to a session: seven sources, their periods, frozen days."""

from datetime import date

import pytest
from replays import Replays

from cip_coach.asking.conditions import Entrant
from cip_coach.asking.library import Library
from cip_coach.asking.tree import Tree
from cip_coach.commands import opening, recalling
from cip_coach.reading.sources import Month, month_of

RELATION = """
    relation.plaisir: oui
    relation.plaisir.source: "{plaisir}"
    commun.a_porter: groupe
"""


@pytest.mark.parametrize(
    ("day", "first", "after"),
    [
        ("2026-11-22", "2026-11-01", "2026-12-01"),
        ("2026-11-11", "2026-11-01", "2026-12-01"),
        ("2026-11-10", "2026-10-01", "2026-11-01"),
        ("2026-11-01", "2026-10-01", "2026-11-01"),
        ("2026-01-03", "2025-12-01", "2026-01-01"),
        ("2026-12-31", "2026-12-01", "2027-01-01"),
    ],
)
def test_the_month_looked_back_on_is_the_civil_one_or_up_to_the_tenth_the_one_before(
    day: str, first: str, after: str
) -> None:
    assert month_of(date.fromisoformat(day)) == Month(date.fromisoformat(first), date.fromisoformat(after))


def offered(replays: Replays, day: str, tree: str = "bilan-mensuel") -> dict[str, list[tuple[str, str, int]]]:
    """Each source of a tree as (id, label, count), without its first name."""
    library: Library = opening.library()
    asked: Tree = library.tree(tree)
    held = recalling.sources(asked, replays.journal, date.fromisoformat(day), library)
    return {name.removeprefix("journal."): list(map(_plain, entrants)) for name, entrants in held.items()}


def _plain(entrant: Entrant) -> tuple[str, str, int]:
    return entrant.key, entrant.choice.label, entrant.count


def test_an_empty_journal_offers_nothing(replays: Replays) -> None:
    library = opening.library()
    held = recalling.sources(library.tree("bilan-mensuel"), None, date(2026, 11, 22), library)
    assert set(held.values()) == {()}
    assert set(held) == {
        "journal.notes",
        "journal.difficultes",
        "journal.jamais_partagees",
        "journal.plaisirs",
        "journal.pas_faits",
        "journal.pas_ouverts",
    }


def test_the_sources_of_a_month(replays: Replays) -> None:
    before = replays.session("a-chaud", "2026-10-30", 'chaud.pas: "appeler la mission locale"', "galet")
    first = replays.session("guide-relation", "2026-11-03", RELATION.format(plaisir="Un rire à la fin"), "galet")
    second = replays.session("guide-relation", "2026-11-17", RELATION.format(plaisir="un rire à la fin"), "érable")
    third = replays.session(
        "a-chaud",
        "2026-11-20",
        """
        chaud.accroche: oui
        chaud.accroche.difficulte: [diff.relation.silence]
        chaud.pas: {texte: "relire le plan", pour_le: 2026-11-24}
        """,
        "érable",
    )
    replays.told("pas", "fait", f"{before}.1", day="2026-11-21")
    held = offered(replays, "2026-11-22")
    assert [key for key, _, _ in held["notes"]] == [third, second, first]
    assert held["notes"][-1][1] == "Ma relation avec la personne, 3 novembre 2026"
    assert [(key, count) for key, _, count in held["difficultes"]] == [("diff.relation.silence", 1)]
    assert [(label, count) for _, label, count in held["plaisirs"]] == [("un rire à la fin", 2)]
    assert held["pas_ouverts"] == [(f"{third}.1", "relire le plan", 1)]
    assert held["pas_faits"] == [(f"{before}.1", "appeler la mission locale", 1)]
    assert [key for key, _, _ in offered(replays, "2026-11-22", "preparer-app")["a_porter"]] == [second, first]
    assert not any("érable" in label or "galet" in label for items in held.values() for _, label, _ in items)

    early = offered(replays, "2026-12-10")
    assert early["notes"] == held["notes"]
    later = offered(replays, "2026-12-11")
    assert later["notes"] == later["plaisirs"] == later["difficultes"] == later["pas_faits"] == []
    assert later["pas_ouverts"] == held["pas_ouverts"]


def test_a_step_done_is_of_the_month_it_was_ticked_in(replays: Replays) -> None:
    note = replays.session("a-chaud", "2026-09-30", 'chaud.pas: "appeler"')
    replays.told("pas", "fait", f"{note}.1", day="2026-11-02")
    assert offered(replays, "2026-11-15")["pas_faits"] == [(f"{note}.1", "appeler", 1)]
    assert offered(replays, "2026-11-05")["pas_faits"] == []


ACCOMPAGNEMENT = """
    accompagnement.difficultes: ["je conseille trop vite"]
    accompagnement.difficultes[1].etiquettes: [{difficulte}]
    accompagnement.difficultes.parle_personne: {personne}
    accompagnement.difficultes.parle_collegues: {collegues}
"""


def test_never_shared_needs_the_question_to_have_been_put_and_never_answered_yes(replays: Replays) -> None:
    def told(day: str, difficulty: str, person: str, colleagues: str) -> None:
        answers = ACCOMPAGNEMENT.format(difficulte=difficulty, personne=person, collegues=colleagues)
        replays.session("guide-accompagnement", day, answers, "galet")

    told("2026-03-02", "diff.posture.conseil_rapide", "non", "non")
    told("2026-05-04", "diff.posture.conseil_rapide", "non", "ne_sait_pas")
    told("2026-05-05", "diff.temps.charge", "non", "non")
    told("2026-06-05", "diff.temps.charge", "non", "en_partie")
    replays.session("a-chaud", "2026-06-06", "chaud.accroche: oui\nchaud.accroche.difficulte: [diff.emotion.usure]\n")
    never = offered(replays, "2026-11-22")["jamais_partagees"]
    assert [(key, count) for key, _, count in never] == [("diff.posture.conseil_rapide", 2)]


def test_a_month_in_review_does_not_hand_its_pleasures_on_to_the_next(replays: Replays) -> None:
    replays.session("bilan-mensuel", "2026-11-05", 'mois.plaisirs: ["préparer à deux"]\n')
    assert offered(replays, "2026-11-28")["plaisirs"] == []


def test_a_session_uses_its_sources_and_the_draft_keeps_none_of_them(replays: Replays) -> None:
    note = replays.session("a-chaud", "2026-11-03", 'chaud.pas: "relire le plan"')
    month = replays.session("bilan-mensuel", "2026-11-22", f"mois.pas[{note}.1].etat: continue\n")
    assert "«\u00a0relire le plan\u00a0»\u00a0: où en est ce pas\u00a0?" in replays.text(month)
    assert "cip:source" not in replays.text(month)
