"""Programmes as data: what a file may say, where somebody stands, and what the journal remembers of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replays import Replays

from cip_coach.asking.library import Library
from cip_coach.asking.programme import Programme
from cip_coach.asking.programmefile import read_programme
from cip_coach.asking.standing import Meeting, number_on, standing
from cip_coach.keeping import followed

START = date(2026, 10, 5)
CPP = Library.folders_only().programme("cpp")
STAGES = [stage.tree for stage in CPP.stages]


def on(day: int) -> date:
    """That day of the programme, from 1."""
    return START + timedelta(day - 1)


def met(*days: int, trees: Sequence[str] = STAGES) -> list[Meeting]:
    """Appointments on these days, each with the next tree."""
    return [Meeting(on(day), tree, rank) for rank, (day, tree) in enumerate(zip(days, trees, strict=False), 1)]


# Where somebody stands


def test_day_twenty_three_of_forty_two_four_appointments_of_eight() -> None:
    stands = standing(CPP, START, met(1, 8, 15, 22), on(23))
    assert (stands.day, stands.length, stands.kept, stands.planned) == (23, 42, 4, 8)
    assert stands.proposed == ("cpp-specification",)


def test_eight_appointments_in_six_weeks_make_two_weeks_with_two() -> None:
    stands = standing(CPP, START, [], on(1))
    assert (stands.weeks, stands.remaining, stands.double) == (6, 8, 2)


@pytest.mark.parametrize(
    ("day", "kept", "weeks", "double"),
    [(8, 1, 5, 2), (15, 2, 4, 2), (15, 4, 4, 0), (23, 4, 3, 1), (36, 6, 1, 1), (36, 5, 1, 0), (42, 8, 1, 0)],
)
def test_the_weeks_with_two_appointments_are_what_is_left_beyond_one_a_week(
    day: int, kept: int, weeks: int, double: int
) -> None:
    stands = standing(CPP, START, met(*range(1, kept + 1)), on(day))
    assert (stands.weeks, stands.double) == (weeks, double)


@pytest.mark.parametrize(
    ("day", "days", "weeks", "double"),
    [
        (1, (1,), 6, 2),  # this week holds one: a second one makes two of it
        (5, (1, 5), 5, 1),  # this week is full
        (15, (1, 5, 10, 15), 4, 1),
        (37, (1, 5, 10, 15, 18, 23, 37), 1, 1),
        (37, (1, 5, 10, 15, 18, 37), 1, 0),  # more than two would be needed
    ],
)
def test_this_week_counts_with_what_it_holds_already(
    day: int, days: tuple[int, ...], weeks: int, double: int
) -> None:
    stands = standing(CPP, START, met(*days), on(day))
    assert (stands.weeks, stands.double) == (weeks, double)


@pytest.mark.parametrize(
    ("day", "latest", "possible"),
    [(1, 27, 0), (27, 27, 0), (28, None, 13), (40, None, 1), (41, None, 0), (60, None, 0)],
)
def test_the_longest_immersion_starts_at_the_latest_on_day_twenty_seven(
    day: int, latest: int | None, possible: int
) -> None:
    stands = standing(CPP, START, [], on(day))
    assert stands.immersion_by == (None if latest is None else on(latest))
    assert stands.immersion_days == possible


def test_nothing_more_is_said_of_an_immersion_once_its_tree_was_used() -> None:
    stands = standing(CPP, START, [Meeting(on(10), "cpp-immersion", 1)], on(12))
    assert (stands.immersion_by, stands.immersion_days) == (None, 0)


@pytest.mark.parametrize(
    ("trees", "proposed"),
    [
        ([], ("cpp-accueil",)),
        (["cpp-accueil"], ("cpp-situation",)),
        (["cpp-accueil", "cpp-rdv"], ("cpp-situation",)),
        (["cpp-situation", "cpp-accueil"], ("cpp-exploration",)),
        (STAGES[:6], ("cpp-immersion", "cpp-recherche")),
        ([*STAGES[:5], "cpp-rdv", "cpp-rdv"], ("cpp-bilan", "cpp-non-confirmation")),
        ([*STAGES[:6], "cpp-recherche"], ("cpp-bilan", "cpp-non-confirmation")),
        (STAGES, ()),
    ],
)
def test_the_next_stage_is_the_first_not_gone_through_and_the_last_appointment_is_for_the_closing_one(
    trees: list[str], proposed: tuple[str, ...]
) -> None:
    assert standing(CPP, START, met(*range(1, 9), trees=trees), on(30)).proposed == proposed


def test_several_notes_of_one_day_are_one_appointment() -> None:
    held = [Meeting(on(1), "a-chaud"), Meeting(on(1), "cpp-accueil"), Meeting(on(3), "cpp-rdv")]
    assert standing(CPP, START, held, on(4)).kept == 2


def test_a_note_about_no_appointment_and_one_before_the_start_do_not_count() -> None:
    held = [Meeting(on(-3), "cpp-rdv"), Meeting(on(2), "situation-difficile", counts=False)]
    assert standing(CPP, START, held, on(4)).kept == 0


def test_a_note_of_a_day_to_come_is_no_appointment_held_yet() -> None:
    stands = standing(CPP, START, met(1, 8), on(4))
    assert (stands.kept, stands.proposed) == (1, ("cpp-situation",))


def test_a_number_said_in_a_note_holds() -> None:
    held = [Meeting(on(1), "cpp-accueil", 1), Meeting(on(2), "posture-place", 1), Meeting(on(8), "cpp-rdv")]
    assert standing(CPP, START, held, on(9)).kept == 2
    assert number_on(START, held, on(8)) == 2
    assert number_on(START, held, on(9)) == 3


def test_a_session_caught_up_later_takes_a_free_number() -> None:
    held = [Meeting(on(1), "cpp-accueil", 1), Meeting(on(8), "cpp-situation", 2)]
    assert number_on(START, held, on(4)) == 3


def test_a_programme_without_numbers_only_tells_days_and_appointments() -> None:
    tve = Library.folders_only().programme("tve")
    stands = standing(tve, START, [Meeting(on(1), "cpp-accueil", 1)], on(30))
    assert (stands.length, stands.planned, stands.kept) == (182, 0, 1)
    assert (stands.proposed, stands.double, stands.immersion_by) == (("cpp-situation",), 0, None)


@given(
    days=st.lists(st.integers(-10, 80), max_size=12),
    numbers=st.lists(st.one_of(st.none(), st.integers(1, 9)), max_size=12),
    today=st.integers(-20, 120),
)
def test_a_standing_is_never_absurd(days: list[int], numbers: list[int | None], today: int) -> None:
    held = [Meeting(on(day), "cpp-rdv", number) for day, number in zip(days, numbers, strict=False)]
    stands = standing(CPP, START, held, on(today))
    assert 0 <= stands.kept <= len(held)
    assert 0 <= stands.double <= stands.weeks <= 6
    assert stands.remaining >= 0
    number = number_on(START, held, on(today))
    assert number >= 1
    again = [*held, Meeting(on(today), "cpp-rdv", number)]
    assert standing(CPP, START, again, on(today)).kept - stands.kept in (0, 1)


# What a file may say

OWN = """
    id: cej
    nom: "Contrat d'engagement jeune"
    duree_mois: 6
    rdv: {obligatoires: 3, par_semaine: 1}
    etapes:
      - {rdv: 1, arbre: cpp-accueil}
      - {rdv: 2, arbre: guide-relation}
      - {rdv: 3, arbre: cpp-bilan, type: bilan}
    libres: [a-chaud]
"""


def test_the_shipped_programmes_have_nothing_wrong() -> None:
    library = Library.folders_only()
    for path in library.programmes().values():
        programme, problems = library.read_programme(path)
        assert programme is not None
        assert problems == ()


FAULTS = {
    "an immersion of nothing": ("immersion:", "forme-bloc"),
    "an unknown key": ("duree: 42", "cle-inconnue"),
    "an unknown tree": ("etapes: [{arbre: cpp-acueil}]", "programme-arbre-inconnu"),
    "an unknown free tree": ("libres: [rien]", "programme-arbre-inconnu"),
    "an unknown tree instead": ("etapes: [{arbre: cpp-rdv, ou: nulle-part}]", "programme-arbre-inconnu"),
    "a stage without a tree": ("etapes: [{rdv: 1}]", "cle-manquante"),
    "an unknown key in a stage": ("etapes: [{arbre: cpp-rdv, jour: 1}]", "cle-inconnue"),
    "an unknown kind of stage": ("etapes: [{arbre: cpp-rdv, type: fin}]", "valeur-inconnue"),
    "two lengths": ("duree_jours: 42\nduree_mois: 2", "programme-deux-durees"),
    "a length in letters": ("duree_jours: six semaines", "forme-nombre"),
    "no length": ("duree_jours: 0", "nombre-minimum"),
    "an endless length": ("duree_jours: 99999", "nombre-maximum"),
    "a range the wrong way": ("rdv: {par_semaine: [2, 1]}", "programme-intervalle"),
    "an appointment beyond the last": (
        "rdv: {obligatoires: 2}\netapes: [{rdv: 3, arbre: cpp-rdv}]",
        "programme-rdv-trop",
    ),
    "one appointment twice": (
        "etapes: [{rdv: 1, arbre: cpp-rdv}, {rdv: 1, arbre: cpp-bilan}]",
        "programme-rdv-ordre",
    ),
    "an immersion longer than all": ("duree_jours: 10\nimmersion: {max_jours: 15}", "programme-immersion-longue"),
    "an immersion without days": ("immersion: {but: x}", "cle-manquante"),
    "a list where a block is meant": ("rdv: [1]", "forme-bloc"),
    "not the name of its file": ("", "programme-nom"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_in_a_file_is_named_with_its_place(fault: str) -> None:
    text, code = FAULTS[fault]
    name = "autre" if code == "programme-nom" else "cej"
    _, problems = read_programme(
        f'id: cej\nnom: "CEJ"\n{text}\n', "cej.yml", ("cpp-accueil", "cpp-rdv", "cpp-bilan"), named=name
    )
    assert [problem.code for problem in problems] == [code]
    assert problems[0].line >= 1


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_crash(text: str) -> None:
    for source in (text, f"id: cej\nnom: x\nrdv: {text}\n", f"id: x\nnom: y\netapes:\n  - {text}\n"):
        programme, problems = read_programme(source, "cej.yml", ("cpp-rdv",))
        assert programme is None or isinstance(programme, Programme)
        assert programme is not None or problems


def test_a_programme_of_my_own_works_and_replaces_one_of_the_same_name(replays: Replays) -> None:
    replays.own("programmes/cej.yml", OWN)
    assert "cej\u00a0: Contrat d’engagement jeune (6 mois, 3 rendez-vous)" in replays.told("programme", "lister")
    replays.told("programme", "commencer", "cej", "galet", "--le", "2026-10-05", day="2026-10-05")
    replays.session("cpp-accueil", "2026-10-05", person="galet")
    told = replays.told("programme", day="2026-10-06")
    assert "Galet\u00a0: jour 2 sur 182, rendez-vous 1 sur 3\u00a0; proposé\u00a0: ma relation avec" in told

    replays.own("programmes/cpp.yml", 'id: cpp\nnom: "Le mien"\netapes: [{arbre: a-chaud}]\n')
    listed = replays.told("programme", "lister")
    assert "cpp\u00a0: Le mien" in listed
    assert str(replays.config / "programmes" / "cpp.yml") in listed
    replays.told("programme", "commencer", "cpp", "érable", "--le", "2026-10-05", day="2026-10-06")
    assert "Érable\u00a0: jour 2, aucun rendez-vous noté" in replays.told("programme", day="2026-10-06")


def test_a_wrong_programme_of_mine_is_told_and_hides_nobody(replays: Replays) -> None:
    replays.own("programmes/cej.yml", OWN)
    replays.told("programme", "commencer", "cej", "galet", day="2026-10-05")
    replays.told("programme", "commencer", "cpp", "érable", day="2026-10-05")
    replays.own("programmes/cej.yml", OWN.replace("guide-relation", "guide-relasion"))
    code, out, err = replays.run("programme", day="2026-10-06")
    assert code == 0
    assert "Érable" in out
    assert "guide-relation" in err


# What the journal remembers


def test_beginning_and_ending_leave_one_small_readable_file(replays: Replays) -> None:
    said = replays.told("programme", "commencer", "cpp", "érable", "--le", "lundi dernier", day="2026-10-07")
    assert "Érable commence «\u00a0Confirmer son projet professionnel (CPP)\u00a0» le 5 octobre 2026" in said
    assert "jusqu’au 15 novembre 2026" in said
    file = replays.root / followed.NAME
    assert file.read_text("utf-8") == (
        "# Les programmes suivis, par code. Ce fichier peut se corriger à la main.\n"
        "format: 1\nsuivis:\n  - code: érable\n    programme: cpp\n    debut: 2026-10-05\n"
    )
    assert file.stat().st_mode & 0o777 == 0o600
    replays.told("programme", "terminer", "ERABLE", "--le", "2026-11-14", day="2026-11-20")
    assert "Terminés" in replays.told("programme", day="2026-11-20")
    assert "fin: 2026-11-14" in file.read_text("utf-8")


def test_a_code_is_in_one_programme_at_a_time_and_may_begin_again(replays: Replays) -> None:
    replays.told("programme", "commencer", "cpp", "érable", day="2026-10-05")
    code, _, err = replays.run("programme", "commencer", "tve", "Erable", day="2026-10-06")
    assert (code, "déjà" in err) == (1, True)
    replays.told("programme", "terminer", "érable", day="2026-10-20")
    replays.told("programme", "commencer", "tve", "érable", day="2026-10-21")
    assert "jour 1 sur" in replays.told("programme", day="2026-10-21")


def test_those_who_began_on_one_day_come_in_the_order_of_the_alphabet(replays: Replays) -> None:
    for code in ("saule", "érable", "galet"):
        replays.told("programme", "commencer", "cpp", code, day="2026-10-05")
    told = replays.told("programme", day="2026-10-05")
    assert told.index("Érable") < told.index("Galet") < told.index("Saule")


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("commencer", "ccp", "érable"), 2, "cpp"),
        (("commencer", "cpp", "  "), 2, "code"),
        (("terminer", "galet"), 1, "ce code"),
        (("terminer", "érable", "--le", "2026-10-01"), 1, "avant le début"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    replays: Replays, arguments: tuple[str, ...], code: int, hint: str
) -> None:
    replays.told("programme", "commencer", "cpp", "érable", day="2026-10-05")
    before = (replays.root / followed.NAME).read_bytes()
    found, _, err = replays.run("programme", *arguments, day="2026-10-06")
    assert (found, hint in err) == (code, True), err
    assert (replays.root / followed.NAME).read_bytes() == before


@pytest.mark.parametrize(
    "text",
    ["suivis: [", "format: 2\nsuivis: []\n", "format: 1\nsuivis:\n  - code: x\n", "format: 1\nautre: x\n", "\xff"],
)
def test_a_damaged_file_is_told_and_never_written_over(replays: Replays, text: str) -> None:
    replays.told("programme", "commencer", "cpp", "érable", day="2026-10-05")
    (replays.root / followed.NAME).write_bytes(text.encode("latin-1"))
    code, _, err = replays.run("programme", day="2026-10-06")
    assert code == 0
    assert followed.NAME in err
    assert replays.run("programme", "commencer", "cpp", "galet", day="2026-10-06")[0] == 1
    assert (replays.root / followed.NAME).read_bytes() == text.encode("latin-1")


FOLLOWINGS = st.builds(
    followed.Following,
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn")), min_size=1)
    .map(str.strip)
    .filter(bool),
    st.sampled_from(["cpp", "tve", "cej-2026"]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2100, 1, 1))),
)


@given(st.lists(FOLLOWINGS, max_size=5))
def test_the_file_reads_back_what_was_written(all_of_them: list[followed.Following]) -> None:
    import tempfile

    from cip_coach.keeping.marker import Marker
    from cip_coach.keeping.shelf import Journal
    from cip_coach.text import clean_line

    known = [one for one in all_of_them if clean_line(one.person) == one.person]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / followed.NAME).write_text(followed.rendered(known), "utf-8")
        read = followed.load(Journal(Path(folder), Marker("x")))
    assert (read.all, read.problems) == (tuple(known), ())


def test_without_a_journal_nothing_is_made(replays: Replays) -> None:
    code, out, err = replays.run("programme", day="2026-10-06")
    assert (code, out) == (0, "")
    assert "commencer" in err
    assert not replays.root.exists()
