"""A report as plain data: the public format of `stats --json`. Only additions are ever made.

Its schema: docs/schemas/stats.schema.json.

Shares are numbers from 0 to 1; a percentage is the reader's to write, with its interval.
"""

from collections.abc import Callable, Sequence

from cip_coach.carrying import plaindata
from cip_coach.problem import Problem
from cip_coach.reading import rules
from cip_coach.reading.balance import Said
from cip_coach.reading.recurrence import Asked, Figure
from cip_coach.reading.report import Comparison, Period, Report
from cip_coach.reading.rules import Interval
from cip_coach.reading.span import Span
from cip_coach.reading.trade import Moment, State

VERSION = 1
Plain = dict[str, object]
Label = Callable[[str], str]
Sentence = Callable[[Problem], str]


def of_report(report: Report, label: Label, sentence: Sentence, *, discreet: bool = False) -> Plain:
    """Everything the report says. `discreet` leaves out every text of the user's, counts stay."""
    period = report.period
    return {
        "version": VERSION,
        "periode": _of_span(period.span),
        "filtres": {"personne": report.person or None, "arbre": report.tree or None},
        "seances": period.sessions,
        "personnes": period.persons,
        "seances_sans_code": period.without_code,
        "brouillons": report.drafts,
        "difficultes": [_of_figure(figure, label) for figure in period.figures],
        "jamais_partagees": [one.difficulty for one in period.figures if one.noted and one.sharing.known is False],
        "reperees": [
            {"id": one, "libelle": label(one), "notes": len(ids), "ids_notes": list(ids)}
            for one, ids in report.suggested.items()
        ],
        "autres": [] if discreet else [_of_said(one) for one in report.own_words],
        "equilibre": {
            share.kind: {"notes": share.notes, "textes": [] if discreet else [_of_said(one) for one in share.latest]}
            for share in report.balance
        },
        "questions": [
            {
                "chemin": asked.tally.path,
                "question": asked.wording,
                **dict(zip(("oui", "en_partie", "non", "ne_sait_pas"), asked.tally.counts, strict=True)),
                "passees": asked.tally.passed,
            }
            for asked in report.questions
        ],
        "metier": [_of_state(state, discreet=discreet) for state in report.trade],
        "mots": _of_words(report, discreet=discreet),
        "pas": {
            "ouverts": len(report.steps.open),
            "faits": len(report.steps.done),
            "laisses": len(report.steps.left),
            "a_faire": [] if discreet else [plaindata.of_step_alone(step) for step in report.steps.open],
        },
        "ce_qui_aide": [
            {
                "id": one.difficulty,
                "pas_faits": len(one.done),
                "regards": len(one.looks),
                "pas": [] if discreet else [plaindata.of_step_alone(step) for step in one.done],
            }
            for one in report.helped
        ],
        "comparaison": _of_comparison(report.comparison, label),
        "regles": {
            "seuil_pourcentage": rules.ENOUGH_NOTES,
            "recurrente_notes": rules.LEAST_NOTES,
            "recurrente_part": rules.LEAST_PERCENT / 100,
            "recurrente_semaines": rules.LEAST_WEEKS,
            "recurrente_personnes": rules.LEAST_PERSONS,
            "z": rules.Z,
        },
        "problemes": [plaindata.of_problem(problem, sentence(problem)) for problem in report.problems],
    }


def _of_span(span: Span) -> Plain:
    return {"du": span.start.isoformat(), "au": span.last.isoformat(), "en_cours": span.unfinished}


def _of_figure(figure: Figure, label: Label) -> Plain:
    return {
        "id": figure.difficulty,
        "libelle": label(figure.difficulty),
        "notes": figure.noted,
        "exposition": figure.exposed,
        "passees": figure.passed,
        "personnes": figure.persons,
        "personnes_exposees": figure.exposed_persons,
        "sans_code": figure.without_code,
        "semaines": figure.weeks,
        "recurrente": figure.recurrent,
        "intervalle": _of_interval(figure.interval),
        "partagee": figure.sharing.known,
        "partage": {
            "personne": _of_asked(figure.sharing.person),
            "collegues": _of_asked(figure.sharing.colleagues),
        },
        "posee_depuis": figure.since.isoformat() if figure.since else None,
        "questions": dict(figure.occurrences),
        "mois": [
            {
                "mois": f"{cell.month[0]:04d}-{cell.month[1]:02d}",
                "seances": cell.sessions,
                "exposition": cell.exposed,
                "notes": cell.noted,
            }
            for cell in figure.months
        ],
        "ids_notes": list(figure.note_ids),
    }


def _of_interval(interval: Interval | None) -> list[float] | None:
    return [round(interval.low, 4), round(interval.high, 4)] if interval else None


def _of_asked(asked: Asked) -> Plain:
    return {"demande": asked.notes, "oui": asked.yes}


def _of_said(said: Said) -> Plain:
    return {"note": said.note_id, "date": said.day.isoformat(), "texte": said.text}


def _of_state(state: State, *, discreet: bool) -> Plain:
    return {
        "genre": state.kind,
        "chemin": state.path,
        "question": state.question,
        "dernier": _of_moment(state.latest, discreet=discreet),
        "avant": _of_moment(state.before, discreet=discreet) if state.before else None,
    }


def _of_moment(moment: Moment, *, discreet: bool) -> Plain:
    texts: Sequence[str] = () if discreet else moment.lines
    return {"note": moment.note_id, "date": moment.day.isoformat(), "nourrit": moment.yes, "textes": list(texts)}


def _of_words(report: Report, *, discreet: bool) -> list[Plain] | None:
    if report.words is None or discreet:
        return None
    return [
        {
            "mot": one.form,
            "formes": [one.form, *one.others],
            "notes": len(one.note_ids),
            "personnes": one.persons,
            "ids_notes": list(one.note_ids),
        }
        for one in report.words
    ]


def _of_comparison(found: Comparison | None, label: Label) -> Plain | None:
    if found is None:
        return None
    return {
        "avant": _of_period(found.earlier, label),
        "apres": _of_period(found.later, label),
        "personnes_des_deux": [
            {
                "id": pair.difficulty,
                "personnes": pair.both.persons,
                "moins_souvent": pair.both.less,
                "plus_souvent": pair.both.more,
                "autant": pair.both.same,
                "dont_jamais_notee": pair.both.never,
            }
            for pair in found.pairs
        ],
        "evolution": None,
        "raison": "deux périodes côte à côte ne permettent pas de conclure",
    }


def _of_period(period: Period, label: Label) -> Plain:
    return {
        "periode": _of_span(period.span),
        "seances": period.sessions,
        "personnes": period.persons,
        "difficultes": [_of_figure(figure, label) for figure in period.figures],
    }
