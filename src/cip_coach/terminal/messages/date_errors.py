"""What is said of a date that cannot be read, with everything that can."""

from collections.abc import Callable, Mapping

from cip_coach.frenchdate import ACCEPTED, ACCEPTED_DAYS, IMPOSSIBLE, UNREADABLE


def unreadable_date(*, text: str, one_day: bool = False) -> str:
    """For `date-illisible`. `text` is what was typed; `one_day` where a week or a month cannot serve."""
    wanted = "cette date ne se lit pas comme un jour" if one_day else "cette date n’est pas comprise"
    return f"«\u00a0{text}\u00a0»\u00a0: {wanted}. {_accepted(one_day)}"


def impossible_date(*, text: str, one_day: bool = False) -> str:
    """For `date-impossible`: 31 April, 29 February of an ordinary year, a Monday that is a Tuesday."""
    return (
        f"«\u00a0{text}\u00a0»\u00a0: ce jour n’existe pas dans le calendrier"
        f" (ou n’est pas ce jour de la semaine). {_accepted(one_day)}"
    )


def _accepted(one_day: bool) -> str:
    forms = ACCEPTED_DAYS if one_day else ACCEPTED
    return f"S’écrit par exemple\u00a0: {', '.join(forms)}."


SENTENCES: Mapping[str, Callable[..., str]] = {
    UNREADABLE: unreadable_date,
    IMPOSSIBLE: impossible_date,
}
