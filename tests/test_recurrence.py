"""The figures of a journal whose truth is known: exposure, occurrences, persons, skips, what is called recurrent."""

import shutil
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from counted_journal import CONFIDENCE, LIST, SILENCE, STAGES, TODAY, WHOLE, Folder, head, noted, whole
from hypothesis import given
from hypothesis import strategies as st

from cip_coach.asking.library import Library
from cip_coach.keeping.note import Head, Status
from cip_coach.reading import rules
from cip_coach.reading.census import census
from cip_coach.reading.compared import compared
from cip_coach.reading.evidence import Evidence, Lens
from cip_coach.reading.recurrence import Figure, figures, never_shared, recurrent_groups
from cip_coach.reading.span import Span, span
from cip_coach.vocabulary import OWN, Taxonomy, Term

TERMS = Library.shipped().vocabulary["difficultes"]
HASTE, BLURRED = "diff.posture.conseil_rapide", "diff.comprehension.demande_floue"
YEAR = Span(date(2025, 12, 1), date(2026, 12, 1), unfinished=True)
MONDAY = date(2026, 3, 2)


def told(heads: list[Head], *, personal: bool = False, terms: Taxonomy = TERMS) -> dict[str, Figure]:
    """The figures of these notes by difficulty."""
    lens = Lens(terms, heads)
    ordered = sorted(heads, key=lambda one: (one.day, one.begun), reverse=True)
    evidence = [lens.evidence(one, personal=personal) for one in ordered]
    return {figure.difficulty: figure for figure in figures(evidence, YEAR, terms, lens.first_asked)}


def of_folder(folder: Folder) -> dict[str, Figure]:
    return told([kept.head for kept in census(folder.journal, TODAY).notes])


def weekly(count: int, **fields: object) -> list[Head]:
    """One note a week, nothing noted, four persons in turn."""
    return [noted(rank, MONDAY + timedelta(weeks=rank), person=f"code{rank % 4}", **fields) for rank in range(count)]


def planted() -> list[Head]:
    """Twenty weekly notes with four persons, and what is planted in them.

    Silence: 5 notes, 3 persons. Haste: 6 notes, always code0 (some share a week with another).
    A blurred request: twice. Stages: asked by a later version only, in 12 notes, noted 3 times.
    """
    quiet = weekly(20)
    heads = []
    for rank, one in enumerate(quiet):
        ids = [SILENCE] if rank in (0, 1, 2, 4, 9) else []
        ids += [BLURRED] if rank in (3, 5) else []
        heads.append(replace(one, difficulties={LIST: tuple(ids)} if ids else {}, answers={LIST: tuple(ids)}))
    heads += [noted(100 + rank, MONDAY + timedelta(weeks=rank), HASTE, person="code0") for rank in range(6)]
    for rank in range(12):
        signalled = {"accompagnement.etapes": (STAGES,)} if rank in (2, 5, 11) else {}
        heads.append(
            head(
                200 + rank,
                date(2026, 9, 1) + timedelta(days=5 * rank),
                person=f"code{rank % 3}",
                tree="guide-accompagnement",
                version=2,
                answers={"accompagnement.etapes": "non" if signalled else "oui"},
                exposed={"accompagnement.etapes": (STAGES,)},
                difficulties=signalled,
            )
        )
    return heads


# A journal whose truth is known


def test_the_planted_recurrence_is_found_with_its_counts():
    figure = told(planted())[SILENCE]
    assert (figure.noted, figure.exposed, figure.persons, figure.exposed_persons) == (5, 26, 3, 4)
    assert figure.recurrent
    assert len(figure.note_ids) == figure.noted
    assert figure.occurrences == ((LIST, 5),)


def test_a_difficulty_with_a_single_person_is_a_fact_about_that_relation():
    figure = told(planted())[HASTE]
    assert (figure.noted, figure.exposed, figure.persons) == (6, 26, 1)
    assert not figure.recurrent
    assert figure.one_person


def test_two_items_of_one_list_that_name_it_are_one_occurrence_in_that_note():
    paths = ("sd.difficultes[1].nom", "sd.difficultes[2].nom")
    figure = told([head(1, MONDAY, difficulties=dict.fromkeys(paths, (SILENCE,)))])[SILENCE]
    assert (figure.noted, figure.occurrences) == (1, (("sd.difficultes[].nom", 1),))


def test_twice_is_not_a_recurrence():
    figure = told(planted())[BLURRED]
    assert (figure.noted, figure.persons, figure.recurrent) == (2, 2, False)


def test_what_is_asked_by_a_later_version_only_counts_from_then_on():
    figure = told(planted())[STAGES]
    # The list of difficulties offers it too: 26 notes; the question of the later version, 12 more.
    assert (figure.noted, figure.exposed) == (3, 38)
    alone = told([one for one in planted() if one.tree != "a-chaud"] + [head(900, MONDAY)])[STAGES]
    assert (alone.noted, alone.exposed, alone.since) == (3, 12, date(2026, 9, 1))
    assert [cell.exposed for cell in alone.months if cell.month < (2026, 9)] == [0] * 9


def test_drafts_duplicates_and_damaged_files_change_no_figure(tmp_path):
    folder = Folder(tmp_path / "journal").keep(*planted())
    before = of_folder(folder)
    folder.keep(noted(500, TODAY, SILENCE, status=Status.DRAFT))
    first = folder.kept[0]
    shutil.copy(first, first.with_name(f"{first.stem} (copie en conflit).md"))
    (first.parent / "2026-05-05_1000_a-chaud_cassee.md").write_bytes(b"---\ncip_coach: 1\nid: [\n")
    (first.parent / "2026-05-06_1000_a-chaud_vide00.md").write_bytes(b"")
    found = census(folder.journal, TODAY)
    assert of_folder(folder) == before
    assert found.drafts == 1
    assert {problem.code for problem in found.problems} >= {"copie-conflit", "brouillon-en-attente", "note-vide"}
    assert len({problem.file for problem in found.problems}) == 4


def test_a_closed_note_left_among_the_drafts_counts(tmp_path):
    folder = Folder(tmp_path / "journal").keep(*weekly(3))
    folder.kept[0].rename(tmp_path / "journal" / folder.kept[0].name)
    (tmp_path / "journal" / "brouillons").mkdir()
    folder.kept[1].rename(tmp_path / "journal" / "brouillons" / folder.kept[1].name)
    assert of_folder(folder)[SILENCE].exposed == 3


def test_of_two_versions_of_a_note_the_one_with_its_own_name_counts(tmp_path):
    folder = Folder(tmp_path / "journal").keep(noted(1, MONDAY, SILENCE))
    name = folder.kept[0].stem
    folder.put(whole(noted(1, MONDAY, HASTE)), f"{name} (copie en conflit).md")
    found = of_folder(folder)
    assert (found[SILENCE].noted, found[HASTE].noted) == (1, 0)


# Exposure


def test_an_answer_that_could_have_signalled_exposes_and_ne_sait_pas_is_an_answer():
    heads = [
        head(rank, MONDAY, answers={"relation.confiance": said}, exposed={"relation.confiance": (CONFIDENCE,)})
        for rank, said in enumerate(("oui", "en_partie", "ne_sait_pas"))
    ]
    figure = told(heads)[CONFIDENCE]
    assert (figure.noted, figure.exposed) == (0, 3)


def test_a_whole_list_stands_for_the_terms_of_its_version():
    terms = {
        name: Term(name, name, "diff.x", since=since, retired=retired)
        for name, since, retired in (("diff.a", 1, 0), ("diff.b", 2, 0), ("diff.c", 1, 2), (f"{OWN}z", 1, 0))
    }
    lens = Lens(Taxonomy("difficultes", 2, "", terms), [])
    assert lens.expanded(("difficultes@1",)) == {"diff.a", "diff.c"}
    assert lens.expanded(("difficultes@2", f"{OWN}z")) == {"diff.a", "diff.b", f"{OWN}z"}


def test_what_was_noted_was_exposed_even_when_the_head_forgets_to_say_so():
    figure = told([head(1, MONDAY, difficulties={LIST: (SILENCE,)})])[SILENCE]
    assert (figure.noted, figure.exposed) == (1, 1)


# Skips


def test_a_skip_is_counted_for_what_the_question_could_have_recorded_in_other_notes():
    heads = [*weekly(2), head(50, MONDAY, skipped=(LIST, "relation.plaisir"))]
    figure = told(heads)[SILENCE]
    assert (figure.exposed, figure.passed) == (2, 1)


def test_a_note_that_answered_another_question_about_it_did_not_skip_it():
    answered = head(50, MONDAY, exposed={"accompagnement.etapes": (STAGES,)}, skipped=(LIST,))
    found = told([*weekly(1), answered])
    assert (found[STAGES].exposed, found[STAGES].passed) == (2, 0)
    assert (found[SILENCE].exposed, found[SILENCE].passed) == (1, 1)


def test_a_skipped_item_of_a_loop_is_skipped_for_its_own_difficulty_only():
    path = "metier.outils[{}].assurance".format
    heads = [
        head(1, MONDAY, exposed={path("projet"): ("diff.methode.projet",), path("emploi"): ("diff.methode.emploi",)}),
        head(2, MONDAY, skipped=(path("projet"),)),
    ]
    found = told(heads)
    assert found["diff.methode.projet"].passed == 1
    assert found["diff.methode.emploi"].passed == 0


def test_an_item_of_a_list_is_known_by_the_identity_of_its_question():
    heads = [
        head(1, MONDAY, exposed={"metier.publics[public.rsa].assurance": ("diff.methode.public",)}),
        head(2, MONDAY, skipped=("metier.publics[public.exil].assurance",)),
    ]
    assert told(heads)["diff.methode.public"].passed == 1


# Persons


def test_codes_compare_as_readers_compare_them():
    heads = [
        noted(rank, MONDAY, SILENCE, person=code) for rank, code in enumerate(("Érable", "erable", "E\u0301rable"))
    ]
    assert told(heads)[SILENCE].persons == 1


def test_notes_without_a_code_count_as_sessions_never_as_persons():
    figure = told([noted(rank, MONDAY, SILENCE, person="") for rank in range(3)])[SILENCE]
    assert (figure.noted, figure.persons, figure.without_code, figure.one_person) == (3, 0, 3, False)


def test_with_one_person_and_some_notes_without_a_code_nobody_can_say_always_the_same():
    heads = [noted(rank, MONDAY, SILENCE, person="galet" if rank else "") for rank in range(4)]
    figure = told(heads)[SILENCE]
    assert (figure.persons, figure.without_code, figure.one_person) == (1, 1, False)


def test_what_a_section_without_person_records_never_counts_for_a_person():
    path = "metier.outils[projet].assurance"
    one = head(
        1, MONDAY, exposed={path: ("diff.methode.projet",)}, difficulties={path: ("diff.methode.projet",)},
        without_person=(path,),
    )  # fmt: skip
    figure = told([one])["diff.methode.projet"]
    assert (figure.noted, figure.persons, figure.exposed_persons) == (1, 0, 0)
    assert told([one], personal=True) == {}


def test_for_one_person_what_a_section_without_person_recorded_is_not_noted_elsewhere_in_the_note():
    path = "metier.outils[projet].assurance"
    one = noted(1, MONDAY, exposed={LIST: WHOLE, path: (SILENCE,)}, difficulties={path: (SILENCE,)},
                without_person=(path,))  # fmt: skip
    assert (told([one])[SILENCE].noted, told([one], personal=True)[SILENCE].noted) == (1, 0)


def test_for_one_person_a_question_about_nobody_was_not_passed():
    path = "metier.outils[projet].assurance"
    asked = head(1, MONDAY, exposed={path: (SILENCE,)}, without_person=(path,))
    heads = [asked, noted(2, MONDAY), head(3, MONDAY, skipped=(path,))]
    assert (told(heads)[SILENCE].passed, told(heads, personal=True)[SILENCE].passed) == (1, 0)


@pytest.mark.parametrize(
    ("codes", "recurrent"), [(("a", "a", "a"), False), (("a", "b", "a"), True), (("", "", ""), True)]
)
def test_two_persons_are_needed_unless_no_exposed_note_has_a_code(codes, recurrent):
    with_codes = bool(codes[0])
    quiet = [noted(rank, MONDAY, person="z" if with_codes else "") for rank in range(10)]
    heads = [
        noted(50 + rank, MONDAY + timedelta(weeks=rank), SILENCE, person=code) for rank, code in enumerate(codes)
    ]
    assert told(quiet + heads)[SILENCE].recurrent is recurrent


# The rule, and the interval


@pytest.mark.parametrize(
    ("notes", "exposed", "weeks", "persons", "expected"),
    [
        (3, 10, 2, 2, True),
        (3, 9, 2, 2, False),  # too few exposed notes
        (2, 10, 2, 2, False),
        (3, 37, 2, 2, True),  # 8 % of 37 is 2.96
        (3, 38, 2, 2, False),  # of 38, 3.04
        (8, 100, 2, 2, True),  # exactly 8 %
        (7, 100, 2, 2, False),
        (3, 10, 1, 2, False),
        (3, 10, 2, 1, False),
    ],
)
def test_the_rule_of_recurrence(notes, exposed, weeks, persons, expected):
    assert rules.is_recurrent(notes, exposed, weeks, persons, exposed_persons=5) is expected


def test_a_week_begins_on_monday():
    friday, sunday, monday = date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 23)
    assert rules.weeks({friday.toordinal(), sunday.toordinal()}) == 1
    assert rules.weeks({sunday.toordinal(), monday.toordinal()}) == 2


@given(st.integers(10, 2000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_wilson_bounds_are_the_roots_of_its_equation(pair):
    """|k/n - p| = z sqrt(p(1-p)/n), checked in exact fractions."""
    count, total = pair
    found = rules.wilson(count, total)
    assert found is not None
    z = Fraction(rules.Z)
    for bound, extreme in ((found.low, count == 0), (found.high, count == total)):
        p = Fraction(bound)
        gap = (Fraction(count, total) - p) ** 2 - z * z * p * (1 - p) / total
        assert abs(gap) < Fraction(1, 10**12)
        assert not extreme or bound in (0.0, 1.0)
    assert 0 <= found.low <= count / total <= found.high <= 1


@pytest.mark.parametrize(
    ("count", "total", "low", "high"), [(3, 10, 11, 60), (12, 40, 18, 45), (0, 20, 0, 16), (9, 38, 13, 39)]
)
def test_wilson_in_whole_percentages(count, total, low, high):
    found = rules.wilson(count, total)
    assert found is not None
    assert (rules.percent(found.low), rules.percent(found.high)) == (low, high)


def test_there_is_no_interval_below_ten():
    assert rules.wilson(3, 9) is None
    assert rules.wilson(0, 0) is None


def test_groups_hold_what_intervals_do_not_set_apart_in_the_order_of_the_list():
    quiet = [noted(rank, MONDAY, person=f"p{rank % 5}") for rank in range(100)]
    counts = {SILENCE: 40, CONFIDENCE: 38, HASTE: 9}
    heads = [
        replace(
            one,
            difficulties={LIST: tuple(name for name, k in counts.items() if rank < k)},
            day=MONDAY + timedelta(rank),
        )
        for rank, one in enumerate(quiet)
    ]
    groups = recurrent_groups(list(told(heads).values()))
    assert [[figure.difficulty for figure in group] for group in groups] == [[CONFIDENCE, SILENCE], [HASTE]]


# Sharing


def shared(rank: int, **said: bool) -> Head:
    path = "accompagnement.difficultes"
    feeds = {f"partage_{kind}": {f"{path}.parle_{kind}": yes} for kind, yes in said.items()}
    return noted(rank, MONDAY, SILENCE, path=path, feeds=feeds)


@pytest.mark.parametrize(
    ("notes", "known"),
    [
        ([{}], None),
        ([{"personne": False, "collegues": False}], False),
        ([{"personne": False}, {"collegues": True}], True),
        ([{"personne": True, "collegues": False}], True),
        ([{}, {"collegues": False}], False),
    ],
)
def test_never_shared_is_said_only_where_it_was_asked(notes, known):
    figure = told([shared(rank, **said) for rank, said in enumerate(notes)])[SILENCE]
    assert figure.sharing.known is known
    assert (figure in never_shared([figure])) is (known is False)


def test_sharing_concerns_what_that_path_recorded_and_nothing_else():
    one = replace(
        shared(1, collegues=False),
        difficulties={
            "accompagnement.difficultes": (SILENCE,),
            "accompagnement.resistances_moi": ("diff.resistance.moi",),
        },
    )
    found = told([one])
    assert found[SILENCE].sharing.colleagues.notes == 1
    assert found["diff.resistance.moi"].sharing.known is None


@pytest.mark.parametrize("said", [(True, False), (False, True)])
def test_one_yes_in_a_note_is_enough(said):
    paths = ("accompagnement.difficultes", "sd.difficultes")
    feeds = {"partage_collegues": {f"{path}.parle": yes for path, yes in zip(paths, said, strict=True)}}
    one = head(1, MONDAY, exposed=dict.fromkeys(paths, WHOLE), difficulties=dict.fromkeys(paths, (SILENCE,)),
               feeds=feeds)  # fmt: skip
    assert told([one])[SILENCE].sharing.known is True


# Two periods


def evidence_of(heads: list[Head]) -> tuple[list[Evidence], dict[str, Figure]]:
    lens = Lens(TERMS, heads)
    evidence = [lens.evidence(one) for one in heads]
    return evidence, {one.difficulty: one for one in figures(evidence, YEAR, TERMS, lens.first_asked)}


def test_two_periods_stand_side_by_side_and_say_what_the_same_persons_did():
    before = [noted(rank, MONDAY, *([SILENCE] if rank < 3 else []), person=f"p{rank}") for rank in range(5)]
    after = [noted(50 + rank, MONDAY, *([SILENCE] if rank in (0, 4) else []), person=f"p{rank}") for rank in range(6)]
    before.append(noted(90, MONDAY, person=""))  # nobody: counts on no side
    after.append(noted(91, MONDAY, SILENCE, person=""))
    (first, earlier), (second, later) = evidence_of(before), evidence_of(after)
    (pair,) = compared(list(earlier.values()), list(later.values()), first, second)
    assert (pair.earlier.noted, pair.later.noted) == (3, 3)
    assert (pair.both.persons, pair.both.less, pair.both.more, pair.both.same) == (5, 2, 1, 2)


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        (date(2026, 11, 22), date(2025, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2026, 1, 1), date(2027, 1, 1)),
        (date(2026, 1, 1), date(2025, 2, 1), date(2026, 2, 1)),
    ],
)
def test_by_default_the_twelve_last_civil_months_this_one_unfinished(today, start, end):
    assert span(None, None, None, today) == Span(start, end, unfinished=True)


def test_a_period_is_finished_the_day_after_its_last():
    assert not span(date(2026, 11, 1), TODAY, None, TODAY).unfinished
    assert span(date(2026, 11, 1), TODAY + timedelta(1), None, TODAY).unfinished


def test_a_period_with_one_bound_runs_from_the_first_note_or_to_the_end_of_this_month():
    assert span(date(2026, 9, 7), None, date(2020, 1, 1), TODAY) == Span(date(2026, 9, 7), date(2026, 12, 1), True)
    assert span(None, date(2026, 3, 1), date(2020, 1, 15), TODAY) == Span(date(2020, 1, 15), date(2026, 3, 1), False)


# What must not change the figures (stats.md §8)


def test_renaming_and_moving_files_changes_nothing(tmp_path):
    folder = Folder(tmp_path / "journal").keep(*planted())
    before = of_folder(folder)
    chance = Random(7)
    for rank, path in enumerate(folder.kept):
        place = tmp_path / "journal" / chance.choice(("2024", "2025", "2026"))
        place.mkdir(exist_ok=True)
        path.rename(place / f"note {rank}.md")
    assert of_folder(folder) == before


def test_the_order_of_reading_changes_nothing():
    heads = planted()
    shuffled = Random(3).sample(heads, len(heads))
    assert told(shuffled) == told(heads)


def test_decomposed_accents_change_nothing():
    heads = [
        noted(rank, MONDAY + timedelta(rank), SILENCE, person="érable" if rank % 2 else "cœur") for rank in range(12)
    ]
    decomposed = [replace(one, person=unicodedata.normalize("NFD", one.person)) for one in heads]
    assert told(decomposed) == told(heads)


def test_a_tree_that_does_not_ask_changes_nothing_but_the_number_of_sessions():
    more = [head(700 + rank, MONDAY + timedelta(rank), tree="apres-app") for rank in range(9)]
    for name, figure in told(planted()).items():
        beside = told(planted() + more)[name]
        assert replace(beside, months=()) == replace(figure, months=())


def test_writing_every_note_of_one_person_twice_makes_no_person_and_no_recurrence():
    heads = planted()
    twice = [replace(one, id=f"b{one.id}") for one in heads if one.person == "code0"]
    for name, figure in told(heads + twice).items():
        assert figure.persons == told(heads)[name].persons
        if figure.persons < 2:
            assert not figure.recurrent


@given(
    st.lists(
        st.tuples(
            st.integers(0, 300),
            st.sampled_from(("", "a", "b", "c")),
            st.sets(st.sampled_from((SILENCE, HASTE, STAGES))),
            st.sampled_from(("list", "skip", "signal", "nothing")),
        ),
        max_size=40,
    )
)
def test_the_figures_are_those_of_a_count_by_hand(rows):
    heads = []
    for rank, (offset, person, ids, what) in enumerate(rows):
        day = date(2026, 1, 1) + timedelta(offset)
        if what == "list":
            heads.append(noted(rank, day, *sorted(ids), person=person))
        elif what == "signal":
            recorded = {"accompagnement.etapes": (STAGES,)} if STAGES in ids else {}
            heads.append(head(rank, day, person, exposed={"accompagnement.etapes": (STAGES,)}, difficulties=recorded))
        else:
            heads.append(head(rank, day, person, skipped=(LIST,) if what == "skip" else ()))
    found = told(heads)
    offered = any(what == "list" for *_, what in rows)
    for name in (SILENCE, HASTE, STAGES):
        asked = [row for row in rows if row[3] == "list" or (row[3] == "signal" and name == STAGES)]
        yes = [row for row in asked if name in row[2]]
        if name not in found:
            assert not asked
            continue
        figure = found[name]
        assert (figure.noted, figure.exposed) == (len(yes), len(asked))
        assert figure.persons == len({row[1] for row in yes} - {""})
        assert figure.passed == (sum(row[3] == "skip" for row in rows) if offered else 0)
        assert sum(cell.noted for cell in figure.months) == figure.noted
        assert sum(cell.exposed for cell in figure.months) == figure.exposed


def test_the_whole_list_of_a_version_is_fifty_terms():
    assert len(Lens(TERMS, []).expanded(WHOLE)) == 50


def test_the_folder_of_a_journal_is_left_as_it_was(tmp_path: Path):
    folder = Folder(tmp_path / "journal").keep(*weekly(4))
    before = {path: path.read_bytes() for path in sorted((tmp_path / "journal").rglob("*")) if path.is_file()}
    census(folder.journal, TODAY)
    assert {path: path.read_bytes() for path in sorted((tmp_path / "journal").rglob("*")) if path.is_file()} == before
