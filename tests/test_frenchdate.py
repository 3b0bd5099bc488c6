"""What a French date means, seen from Sunday 22 November 2026 unless a test says otherwise."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cip_coach.frenchdate import (
    ACCEPTED,
    ACCEPTED_DAYS,
    IMPOSSIBLE,
    UNREADABLE,
    NotADate,
    day,
    period,
    since,
    spoken,
    spoken_day,
    spoken_month,
    spoken_time,
    trailing_due,
    until,
)
from cip_coach.terminal.messages.date_errors import SENTENCES

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31))


def on(iso: str) -> date:
    return date.fromisoformat(iso)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("aujourd'hui", "2026-11-22"),
        ("aujourd’hui", "2026-11-22"),
        ("hier", "2026-11-21"),
        ("avant-hier", "2026-11-20"),
        ("demain", "2026-11-23"),
        ("après-demain", "2026-11-24"),
        ("après demain", "2026-11-24"),
        ("lundi", "2026-11-16"),
        ("mardi", "2026-11-17"),
        ("samedi", "2026-11-21"),
        ("dimanche", "2026-11-15"),
        ("lundi dernier", "2026-11-16"),
        ("dimanche dernier", "2026-11-15"),
        ("lundi prochain", "2026-11-23"),
        ("dimanche prochain", "2026-11-29"),
        ("lundi 16 novembre", "2026-11-16"),
        ("mercredi 31/12/2025", "2025-12-31"),
        ("il y a trois jours", "2026-11-19"),
        ("il y a 3 semaines", "2026-11-01"),
        ("il y a un mois", "2026-10-22"),
        ("il y a deux ans", "2024-11-22"),
        ("il y a une année", "2025-11-22"),
        ("il y a 0 jour", "2026-11-22"),
        ("dans 15 jours", "2026-12-07"),
        ("dans quinze jours", "2026-12-07"),
        ("dans deux mois", "2027-01-22"),
        ("1er mars", "2026-03-01"),
        ("1 mars", "2026-03-01"),
        ("premier mars", "2026-03-01"),
        ("1er mars 2026", "2026-03-01"),
        ("14 mars", "2026-03-14"),
        ("22 novembre", "2026-11-22"),
        ("23 novembre", "2025-11-23"),
        ("31 décembre", "2025-12-31"),
        ("29 février", "2024-02-29"),
        ("29 février 2024", "2024-02-29"),
        ("14/03/2026", "2026-03-14"),
        ("14/03/26", "2026-03-14"),
        ("3/4/2026", "2026-04-03"),
        ("14/03", "2026-03-14"),
        ("14.03", "2026-03-14"),
        ("31/12", "2025-12-31"),
        ("14.03.2026", "2026-03-14"),
        ("14-03-2026", "2026-03-14"),
        ("2026-03-14", "2026-03-14"),
        ("29 mars 2026", "2026-03-29"),  # the clocks go forward: still one day
        ("25/10/2026", "2026-10-25"),  # and back
        ("le 14 mars", "2026-03-14"),
        ("du 14 mars", "2026-03-14"),
        ("  LE   14\u00a0MARS ", "2026-03-14"),
        ("15 aout", "2026-08-15"),
        ("15 AOU\u0302T", "2026-08-15"),
    ],
)
def test_some_texts_name_one_day(text, meant):
    assert day(text, SUNDAY) == on(meant)
    assert period(text, SUNDAY).start == on(meant)
    assert period(text, SUNDAY).end == on(meant) + timedelta(1)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("cette semaine", "2026-11-16", "2026-11-23"),
        ("cette semaine-ci", "2026-11-16", "2026-11-23"),
        ("la semaine dernière", "2026-11-09", "2026-11-16"),
        ("semaine passée", "2026-11-09", "2026-11-16"),
        ("la semaine prochaine", "2026-11-23", "2026-11-30"),
        ("semaine 12", "2026-03-16", "2026-03-23"),
        ("la semaine 47", "2026-11-16", "2026-11-23"),
        ("semaine 48", "2025-11-24", "2025-12-01"),
        ("semaine 53", "2020-12-28", "2021-01-04"),
        ("semaine 1 2026", "2025-12-29", "2026-01-05"),
        ("ce mois-ci", "2026-11-01", "2026-12-01"),
        ("ce mois", "2026-11-01", "2026-12-01"),
        ("le mois dernier", "2026-10-01", "2026-11-01"),
        ("le mois prochain", "2026-12-01", "2027-01-01"),
        ("cette année", "2026-01-01", "2027-01-01"),
        ("l'année dernière", "2025-01-01", "2026-01-01"),
        ("L’ANNÉE  DERNIÈRE", "2025-01-01", "2026-01-01"),
        ("l’an dernier", "2025-01-01", "2026-01-01"),
        ("ces 30 derniers jours", "2026-10-24", "2026-11-23"),
        ("les trois dernières semaines", "2026-11-02", "2026-11-23"),
        ("ces 12 derniers mois", "2025-11-23", "2026-11-23"),
        ("mars 2026", "2026-03-01", "2026-04-01"),
        ("en mars", "2026-03-01", "2026-04-01"),
        ("novembre", "2026-11-01", "2026-12-01"),
        ("décembre", "2025-12-01", "2026-01-01"),
        ("2026-03", "2026-03-01", "2026-04-01"),
        ("03/2026", "2026-03-01", "2026-04-01"),
        ("février 2024", "2024-02-01", "2024-03-01"),
        ("2026", "2026-01-01", "2027-01-01"),
    ],
)
def test_others_name_a_period_whose_end_is_excluded(text, start, end):
    meant = period(text, SUNDAY)
    assert (meant.start, meant.end) == (on(start), on(end))
    assert (since(text, SUNDAY), until(text, SUNDAY)) == (on(start), on(end))
    with pytest.raises(NotADate, match=UNREADABLE):
        day(text, SUNDAY)


@pytest.mark.parametrize(
    ("today", "text", "start"),
    [
        ("2027-01-01", "hier", "2026-12-31"),
        ("2027-01-01", "la semaine dernière", "2026-12-21"),
        ("2027-01-01", "cette semaine", "2026-12-28"),
        ("2027-01-01", "le mois dernier", "2026-12-01"),
        ("2027-01-01", "semaine 53", "2026-12-28"),
        ("2027-01-01", "31 décembre", "2026-12-31"),
        ("2026-12-31", "demain", "2027-01-01"),
        ("2026-12-31", "le mois prochain", "2027-01-01"),
        ("2026-03-31", "il y a un mois", "2026-02-28"),
        ("2024-03-31", "il y a un mois", "2024-02-29"),
        ("2024-02-29", "il y a un an", "2023-02-28"),
        ("2024-02-29", "29 février", "2024-02-29"),
        ("2024-03-01", "hier", "2024-02-29"),
        ("2026-03-30", "hier", "2026-03-29"),  # the clocks went forward
        ("2026-10-26", "il y a 2 jours", "2026-10-24"),  # and back in between
        ("2026-11-16", "lundi", "2026-11-09"),  # said on a Monday
        ("2026-11-16", "cette semaine", "2026-11-16"),
        ("1904-02-28", "29 février", "1896-02-29"),
    ],
)
def test_the_ends_of_weeks_months_and_years(today, text, start):
    assert period(text, on(today)).start == on(start)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lundi", "2026-11-23"),
        ("dimanche", "2026-11-29"),
        ("lundi dernier", "2026-11-16"),
        ("22 novembre", "2026-11-22"),
        ("21 novembre", "2027-11-21"),
        ("14/03", "2027-03-14"),
        ("1er décembre", "2026-12-01"),
        ("mardi 1er décembre", "2026-12-01"),
        ("29 février", "2028-02-29"),
        ("14 mars 2026", "2026-03-14"),
    ],
)
def test_a_day_without_a_year_can_be_looked_for_ahead(text, meant):
    assert day(text, SUNDAY, future=True) == on(meant)


@pytest.mark.parametrize(
    "text",
    [
        *("31 avril", "31/04", "0 mars", "32 mars", "29/02/2025", "29 février 2026", "14/13/2026"),
        *("2026-13", "2026-02-30", "0000", "9999", "semaine 54", "semaine 0", "semaine 53 2025"),
        *("lundi 22 novembre 2026", "mardi 16 novembre", "il y a 9000 ans", "dans 99999999999999 jours"),
    ],
)
def test_a_date_that_the_calendar_lacks_is_said_impossible(text):
    with pytest.raises(NotADate) as refused:
        period(text, SUNDAY)
    assert refused.value.code == IMPOSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "le",
            "bientôt",
            "yesterday",
            "March 2026",
            "lundi mardi",
            "lundi hier",
            "le lundi suivant",
        ),
        *("avant le 14 mars", "14", "14-03-26", "14-03", "26-3-14", "20260314", "14/03/026", "14/03.2026"),
        *(
            "2026-03-14T10:00",
            "14 mars 26",
            "14er mars",
            "mars avril",
            "il y a longtemps",
            "il y a dix heures",
        ),
        *("semaine", "ces 0 derniers jours", "du 3 au 5 mars", "14 mars 2026 ?", "-1 mars", "٣ mars 2026x"),
    ],
)
def test_what_is_not_surely_a_date_is_refused(text):
    with pytest.raises(NotADate) as refused:
        period(text, SUNDAY)
    assert refused.value.code == UNREADABLE


def test_the_refusal_carries_its_reason_and_nothing_of_the_text():
    with pytest.raises(NotADate) as refused:
        day("le jour où Mme Untel est venue", SUNDAY)
    assert refused.value.args == (UNREADABLE,)


# An action and the day it is meant for ----------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept", "due"),
    [
        ("appeler la plateforme pour le 1er décembre", "appeler la plateforme", "2026-12-01"),
        ("appeler la plateforme avant vendredi", "appeler la plateforme", "2026-11-27"),
        ("appeler la plateforme avant vendredi.", "appeler la plateforme", "2026-11-27"),
        ("appeler la plateforme (pour le 2026-12-01)", "appeler la plateforme", "2026-12-01"),
        ("appeler la plateforme d'ici lundi", "appeler la plateforme", "2026-11-23"),
        ("appeler la plateforme d’ici au 30 novembre", "appeler la plateforme", "2026-11-30"),
        ("appeler la plateforme d’ici 15 jours", "appeler la plateforme", "2026-12-07"),
        ("appeler la plateforme au plus tard le 30 novembre", "appeler la plateforme", "2026-11-30"),
        ("appeler la plateforme demain", "appeler la plateforme", "2026-11-23"),
        ("appeler la plateforme aujourd’hui", "appeler la plateforme", "2026-11-22"),
        ("appeler la plateforme, après-demain", "appeler la plateforme", "2026-11-24"),
        ("appeler la plateforme lundi prochain", "appeler la plateforme", "2026-11-23"),
        ("appeler la plateforme dimanche", "appeler la plateforme", "2026-11-29"),
        ("appeler la plateforme mardi 1er décembre", "appeler la plateforme", "2026-12-01"),
        ("appeler la plateforme le mardi 1er décembre 2026", "appeler la plateforme", "2026-12-01"),
        ("appeler la plateforme dans un mois", "appeler la plateforme", "2026-12-22"),
        ("appeler la plateforme la semaine prochaine", "appeler la plateforme", "2026-11-27"),
        ("appeler la plateforme d'ici la semaine prochaine", "appeler la plateforme", "2026-11-27"),
        ("appeler la plateforme le 14/03", "appeler la plateforme", "2027-03-14"),
        ("appeler la plateforme avant le 14/03/2027", "appeler la plateforme", "2027-03-14"),
        ("Appeler la CAF\u00a0: POUR\u00a0LE\u00a01er\u00a0DÉCEMBRE", "Appeler la CAF", "2026-12-01"),
        ("préparer le rendez-vous de mardi pour demain", "préparer le rendez-vous de mardi", "2026-11-23"),
        ("relire la note du 14 mars 2026 demain", "relire la note du 14 mars 2026", "2026-11-23"),
        ("rappeler demain", "rappeler", "2026-11-23"),
    ],
)
def test_the_day_that_ends_an_action_becomes_its_due_day(typed, kept, due):
    assert trailing_due(typed, SUNDAY) == (kept, on(due))


@pytest.mark.parametrize(
    "typed",
    [
        "appeler la plateforme",
        # nothing would be left, or nothing that stands alone
        *("demain", "pour le 1er décembre", "— demain", "préparer la semaine prochaine", ""),
        # the date belongs to the sentence
        *("relire la note de lundi", "préparer l’entretien du 1er décembre", "préparer la réunion du lundi"),
        *("s’y mettre dès lundi", "chercher un garage à partir de lundi", "revoir le CV après lundi"),
        # habits, choices, ranges, negations
        *("appeler le lundi", "appeler chaque lundi", "appeler lundi ou mardi", "appeler lundi, mardi"),
        *("être joignable du lundi au vendredi", "être joignable entre lundi et vendredi"),
        *("ne pas rappeler avant vendredi", "n’envoyer le dossier que demain"),
        # past or impossible days
        *(
            "relire ce qui a été dit hier",
            "relire la séance lundi dernier",
            "reprendre le bilan il y a 3 semaines",
        ),
        *("appeler pour le 14 mars 2026", "appeler pour le 31 avril", "appeler pour le mardi 2 décembre"),
        # figures that may not be a date, periods without a last day to hold on to
        *(
            "faire 3/4",
            "compter pour 3/4",
            "finir le module (3/4)",
            "acheter 2 mars",
            "préparer le plan 2027",
        ),
        *("appeler en mars", "appeler avant la semaine prochaine", "avancer le mois prochain"),
        # more said after the day
        *("appeler demain à 14 h", "appeler demain ?", "appeler lundi matin", "appeler demain…"),
        "appeler (la plateforme demain)",
    ],
)
def test_when_it_is_not_sure_the_action_stays_as_typed(typed):
    assert trailing_due(typed, SUNDAY) == (typed, None)


def test_this_week_is_due_on_friday_unless_friday_has_passed():
    assert trailing_due("revoir le CV cette semaine", on("2026-11-18")) == ("revoir le CV", on("2026-11-20"))
    assert trailing_due("revoir le CV cette semaine", SUNDAY) == ("revoir le CV cette semaine", None)


@given(st.text())
def test_an_action_never_becomes_empty_and_never_fails(typed):
    kept, due = trailing_due(typed, SUNDAY)
    assert kept == typed if due is None else typed.startswith(kept) and kept.strip() and due >= SUNDAY


@given(st.sampled_from(["rappeler Érable", "revoir le CV", "déposer le dossier à la MDPH"]), DAYS, DAYS)
def test_a_due_day_written_in_a_note_is_read_back(action, d, today):
    assert trailing_due(f"{action} (pour le {d.isoformat()})", today)[1] == (d if d >= today else None)
    assert trailing_due(f"{action} pour le {spoken(d)}", today)[1] == (d if d >= today else None)


# Said back --------------------------------------------------------------------


def test_days_are_said_in_french_whatever_the_locale():
    assert spoken(SUNDAY) == "22 novembre 2026"
    assert spoken(on("2026-08-01")) == "1er août 2026"
    assert spoken_month(on("2026-02-03")) == "février 2026"
    assert spoken_time(datetime(2026, 11, 22, 18, 4, tzinfo=UTC)) == "18 h 04"
    assert spoken_time(datetime(2026, 11, 22, 0, 0, tzinfo=UTC)) == "0 h 00"


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2026-11-22", "aujourd’hui"),
        ("2026-11-21", "hier"),
        ("2026-11-23", "demain"),
        ("2026-11-16", "lundi 16 novembre"),
        ("2026-12-01", "mardi 1er décembre"),
        ("2025-12-31", "mercredi 31 décembre 2025"),
    ],
)
def test_a_day_is_said_as_near_as_it_is(iso, said):
    assert spoken_day(on(iso), SUNDAY) == said


@given(DAYS, DAYS)
@example(date(2024, 2, 29), date(2026, 11, 22))
def test_what_is_said_is_read_back(d, today):
    assert day(spoken(d), today) == d
    assert day(spoken_day(d, today), today, future=d >= today) == d
    month = period(spoken_month(d), today)
    assert month.start <= d < month.end


@given(DAYS, DAYS)
def test_every_iso_date_is_read(d, today):
    assert day(d.isoformat(), today) == d
    assert day(f"{d:%d/%m/}{d.year:04d}", today) == d


PIECES = st.sampled_from(
    [
        "le",
        "la",
        "ce",
        "ces",
        "il",
        "y",
        "a",
        "dans",
        "lundi",
        "dernier",
        "prochain",
        "semaine",
        "mois",
        "an",
        "jours",
        "1er",
        "3",
        "30",
        "trois",
        "mars",
        "février",
        "2026",
        "0",
        "53",
        "31/04",
        "hier",
        "pour",
        "avant",
        "d’ici",
        "demain",
        "2026-02-30",
        "99999999999",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join)), st.dates())
@example("9" * 5000, SUNDAY)
@example("lundi " * 5000, SUNDAY)
@example("il y a " + "9" * 5000 + " ans", SUNDAY)
@example("hier", date.min)
@example("aujourd’hui", date.max)
@example("29 février", date.min)
@example("semaine 53", date.min)
def test_any_text_is_a_period_of_a_day_or_more_or_not_a_date(text, today):
    trailing_due(text, today)
    for future in (False, True):
        try:
            assert isinstance(day(text, today, future=future), date)
        except NotADate as refused:
            assert refused.code in SENTENCES
    try:
        meant = period(text, today)
    except NotADate as refused:
        assert refused.code in SENTENCES
    else:
        assert meant.start < meant.end


# What an error lists ------------------------------------------------------------


@pytest.mark.parametrize("text", ACCEPTED)
def test_every_form_that_an_error_lists_is_accepted(text):
    assert period(text, SUNDAY)


@pytest.mark.parametrize("text", ACCEPTED_DAYS)
def test_every_form_listed_where_one_day_is_wanted_names_one(text):
    assert day(text, SUNDAY)


@pytest.mark.parametrize("code", [UNREADABLE, IMPOSSIBLE])
def test_an_error_repeats_what_was_typed_and_lists_what_is_accepted(code):
    sentence = SENTENCES[code](text="bientôt")
    assert sentence.startswith("«\u00a0bientôt\u00a0»\u00a0: ")
    assert all(form in sentence for form in ACCEPTED)
    assert "semaine dernière" not in SENTENCES[code](text="bientôt", one_day=True)
    assert "'" not in sentence
