"""The lines of a quote → an answer. The inverse of `quoting`, and kind to what was edited by hand.

For a closed answer the head holds the value and the quote its label; for a text
there is only the quote. Where the two disagree, the `Reading` names it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

from cip_coach.answer import Action, Answer, Day, Items, Number, Picked, Words, is_other
from cip_coach.frozen import frozen
from cip_coach.keeping import rows, tasks
from cip_coach.keeping.note import Task
from cip_coach.keeping.quoting import NOTHING, SEVERAL, bare
from cip_coach.keeping.rows import Row
from cip_coach.patterns import regex
from cip_coach.text import NBSP, clean, fold

Written = str | tuple[str, ...] | None
"""The value that a head holds for a closed answer, None without one."""

PICKED = frozenset({"oui_non", "choix", SEVERAL})
SEVERAL_KINDS = frozenset({"liste", SEVERAL})
VALUES = frozenset({"nombre", "echelle", "date"})

_YES_NO: Mapping[str, str] = {
    "oui": "oui", "en partie": "en_partie", "non": "non", "je ne sais pas encore": "ne_sait_pas"
}  # fmt: skip
_OTHER = regex(rf"(autre\d*)[ {NBSP}]?: ?(.*)", re.DOTALL | re.IGNORECASE)
_PRECISION = regex(rf"pr[ée]cision[ {NBSP}]?: ?(.*)", re.DOTALL | re.IGNORECASE)
_FROZEN = regex(r"(\S+) (\d+)(?: (.*))?", re.DOTALL)


@frozen
class Reading:
    """What a quote says. `answer` is None when nothing can be told; `faults` are codes of contradictions."""

    answer: Answer | None
    labels: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    faults: tuple[str, ...] = ()


def entry(kind: str, quote: Sequence[str], written: Written, *, steps: bool) -> Reading:
    """The answer of an entry of type `kind`; `steps` when it is written as next steps."""
    if steps and holds_steps(kind, written):
        return _steps(kind, quote, written)
    if kind in PICKED:
        return _picked(kind, quote, written)
    if kind in VALUES:
        return _value(kind, quote, written)
    return _text(kind, quote, written)


def holds_steps(kind: str, written: Written) -> bool:
    """Whether the quote of an answer that feeds the next steps can hold any: a closed one needs its picks."""
    return kind not in PICKED or bool(written)


def step_rows(kind: str, quote: Sequence[str], written: Written) -> tuple[tuple[tuple[Row, Task], ...], str]:
    """The next steps of a quote with their rows, in order, and the precision below them."""
    found = rows.split(quote)
    ids = (written,) if isinstance(written, str) else written or ()
    precision = ""
    if kind in PICKED and len(found) > len(ids) and (below := _precision(found[-1])) is not None:
        precision, found = below, found[:-1]
    if kind in SEVERAL_KINDS and _is_nothing(found):
        found = []
    return tuple((row, task) for row in found if (task := tasks.read(row)).text.strip()), precision


def aside(kind: str, quote: Sequence[str]) -> Answer | None:
    """The answer set aside or half-typed in a quote that shows ids; None when nothing can be told."""
    if kind == "action":
        return _steps(kind, quote, None).answer
    if kind in PICKED:
        found = _split_picks(rows.split(quote), None)
        if found.nothing:
            return Picked((), precision=found.precision)
        ids = tuple(other[0] if (other := _other(row)) else clean(row.words) for row in found.picks)
        texts = tuple(other[1] for row in found.picks if (other := _other(row)))
        return Picked(_numbered(ids), texts, found.precision) if ids else None
    if kind in VALUES:
        return read_value(kind, "".join(quote).strip())
    return _text(kind, quote, None).answer


def source(quote: Sequence[str]) -> tuple[tuple[str, int, str], ...]:
    """The items of a frozen source; a row that is none of ours is left out."""
    found = (_FROZEN.fullmatch(row.words) for row in rows.split(quote))
    return tuple((item[1], int(item[2]), clean(item[3] or "")) for item in found if item)


def words(quote: Sequence[str]) -> str:
    """The free text of a quote; "" when it holds nothing but blanks."""
    text = clean("\n".join(quote))
    return text if text.strip() else ""


def read_value(kind: str, text: str) -> Number | Day | None:
    """The number or the ISO day that `text` is, None otherwise."""
    try:
        if kind == "date":
            return Day(date.fromisoformat(text)) if len(text) == 10 else None
        if re.fullmatch(r"-?\d{1,300}", text, re.ASCII):
            return Number(int(text))
        number = float(text.replace(",", ".")) if len(text) < 400 and text.isascii() else float("nan")
    except ValueError:
        return None
    return Number(number) if isfinite(number) else None


@frozen
class _Split:
    """The rows of a closed answer: one per pick, the precision below them, or the explicit nothing."""

    picks: tuple[Row, ...]
    precision: str
    nothing: bool


def _text(kind: str, quote: Sequence[str], written: Written) -> Reading:
    if kind != "liste":
        text = words(quote)
        return Reading(Words(text) if text else None)
    found = rows.split(quote)
    if _is_nothing(found):
        return Reading(Items(()), faults=() if written == () else ("note-rien-contredit",))
    texts = tuple(text for row in found if (text := clean(row.words).replace("\n", " ")).strip())
    return Reading(Items(texts) if texts else None, faults=() if written is None else ("note-rien-contredit",))


def _steps(kind: str, quote: Sequence[str], written: Written) -> Reading:
    if kind == "liste" and _is_nothing(rows.split(quote)):
        return Reading(Items(()), faults=() if written == () else ("note-rien-contredit",))
    ids = (written,) if isinstance(written, str) else written or ()
    found, precision = step_rows(kind, quote, written)
    steps = tuple(task for _, task in found)
    if not steps:
        return Reading(None)
    texts = tuple(task.text for task in steps)
    if kind in PICKED:
        labels = sum(not is_other(pick) for pick in ids)
        faults = () if len(texts) == len(ids) else ("note-choix-en-desaccord",)
        picked = Picked(_with_others(ids, len(texts[labels:])), texts[labels:], precision)
        return Reading(picked, texts[:labels], steps, faults)
    if kind == "liste":
        return Reading(Items(texts), tasks=steps)
    joined = "\n".join(texts)
    return Reading(Action(joined, steps[0].due) if kind == "action" else Words(joined), tasks=steps)


def _picked(kind: str, quote: Sequence[str], written: Written) -> Reading:
    ids = (written,) if isinstance(written, str) else written
    found = _split_picks(rows.split(quote), ids)
    if ids is None:
        return Reading(None, faults=("note-reponse-absente",))
    if not ids:
        faults = () if found.nothing and not found.picks else ("note-choix-en-desaccord",)
        return Reading(Picked((), precision=found.precision), faults=faults)
    labels, others = _matched(found.picks, ids, kind)
    agreed = len(labels) + len(others) == len(ids) == len(found.picks)
    if kind == "oui_non" and agreed and _YES_NO.get(fold(labels[0]) if labels else "", ids[0]) != ids[0]:
        agreed = False
    picked = Picked(_with_others(ids, len(others)), others, found.precision)
    return Reading(picked, labels, faults=() if agreed else ("note-choix-en-desaccord",))


def _matched(picks: tuple[Row, ...], ids: tuple[str, ...], kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels and one's own texts, row by row along `ids`, or by their looks if the counts differ."""
    own = [is_other(pick) for pick in ids]
    if len(picks) != len(ids):
        own = [_other(row) is not None for row in picks]
    labels = tuple(
        clean(row.words if kind == SEVERAL else row.text).replace("\n", " ")
        for row, is_own in zip(picks, own, strict=True)
        if not is_own
    )
    texts = (
        other[1] if (other := _other(row)) else clean(row.words)
        for row, is_own in zip(picks, own, strict=True)
        if is_own
    )
    return labels, tuple(texts)


def _value(kind: str, quote: Sequence[str], written: Written) -> Reading:
    label = clean(" ".join(line for line in quote if line))
    shown = read_value(kind, label.strip())
    if written is None:
        return Reading(shown, (label,), faults=("note-reponse-absente",))
    value = read_value(kind, written) if isinstance(written, str) else None
    if value is None:
        return Reading(shown, (label,), faults=("note-reponse-illisible",))
    faults = ("note-reponse-contredite",) if shown is not None and shown.value != value.value else ()
    return Reading(value, (label or bare(value),), faults=faults)


def _split_picks(found: list[Row], ids: tuple[str, ...] | None) -> _Split:
    expected = 1 if ids is None else max(len(ids), 1)
    precision = ""
    if len(found) > expected and (below := _precision(found[-1])) is not None:
        precision, found = below, found[:-1]
    nothing = not ids and _is_nothing(found)
    return _Split(() if nothing else tuple(found), precision, nothing)


def _precision(row: Row) -> str | None:
    match = _PRECISION.fullmatch(row.text) if row.item is None else None
    return clean(match[1]) if match else None


def _is_nothing(found: list[Row]) -> bool:
    return len(found) == 1 and found[0].item is None and fold(found[0].text.strip()) == fold(NOTHING)


def _other(row: Row) -> tuple[str, str] | None:
    match = _OTHER.fullmatch(row.words)
    return (match[1].lower(), clean(match[2])) if match else None


def _with_others(ids: tuple[str, ...], count: int) -> tuple[str, ...]:
    """`ids` with exactly `count` picks of one's own: the last ones leave, new ones join at the end."""
    own = [pick for pick in ids if is_other(pick)]
    kept = tuple(pick for pick in ids if not is_other(pick) or pick in own[:count])
    return _numbered((*kept, *["autre"] * (count - len(own))))


def _numbered(ids: tuple[str, ...]) -> tuple[str, ...]:
    """`ids` where each nameless `autre` got the first free number."""
    taken = set(ids)
    named: list[str] = []
    for pick in ids:
        if pick == "autre":
            pick = next(name for rank in range(1, len(ids) + 1) if (name := f"autre{rank}") not in taken)
            taken.add(pick)
        named.append(pick)
    return tuple(named)
