"""Closed questions line by line: numbers of a list, each choice said back."""

import re
from collections.abc import Sequence

from cip_coach import text
from cip_coach.answer import Answer, Number, Picked
from cip_coach.asking.moves import View
from cip_coach.asking.tree import Choice, Kind
from cip_coach.terminal import offered, plain_lines
from cip_coach.terminal.entry import line, tidy
from cip_coach.terminal.messages import plain as say
from cip_coach.terminal.messages import session as sentences
from cip_coach.terminal.picking import Picks
from cip_coach.terminal.plain_lines import Command, Lines

Pairs = Sequence[tuple[str, str]]
SKIP, BACK = Command(plain_lines.SKIP), Command(plain_lines.BACK)


def ask_pick(lines: Lines, view: View) -> Answer | Command:
    """One answer out of a list; Enter alone keeps the one proposed."""
    step, question = view.step, view.step.question
    proposed = offered.known_picks(step, view.proposed)
    value = _one_of(lines, view, proposed)
    if isinstance(value, Command):
        return value
    if not value and proposed is not None:
        answer = proposed
    elif value == offered.OTHER:
        own = lines.read(f"{sentences.which_other()}\u00a0: ")
        if isinstance(own, Command) or not line(own):
            return own if isinstance(own, Command) else ask_pick(lines, view)
        answer = offered.picked((), (line(own),))
    else:
        answer = Picked(()) if value == offered.NONE else Picked((value,))
    lines.out(sentences.chosen(offered.labels_of(step, answer)))
    return precise(lines, question.precision, answer, proposed.precision if proposed else "")


def ask_ticks(lines: Lines, view: View, picks: Picks) -> Answer | Command:
    """Several answers out of a list, by family when it is long; `SKIP` when nothing is chosen."""
    families = offered.by_family(view.step)
    left = _by_family(lines, picks, families) if families else _numbers_of(lines, picks, view.step.choices)
    if left is not None:
        return left
    answer = picks.answer
    if answer is None:
        return SKIP
    lines.out(sentences.chosen(offered.labels_of(view.step, answer)))
    return precise(lines, view.step.question.precision, answer, picks.precision)


def ask_scale(lines: Lines, view: View) -> Answer | Command:
    """A point of a scale; only its ends have words."""
    bounds = view.step.question.bounds
    low, high = bounds.low or 0, bounds.high if bounds.high is not None else offered.AT_ONCE
    lines.out(*(f"{point}. {bounds.labels[point]}" for point in sorted(bounds.labels)))
    while True:
        typed = lines.read(say.number_of_scale(low, high))
        if isinstance(typed, Command):
            return typed
        if not typed and isinstance(view.proposed, Number):
            return view.proposed
        if typed.isdecimal() and low <= int(typed) <= high:
            return Number(int(typed))
        lines.out(sentences.number_wanted(low, high))


def precise(lines: Lines, prompt: str, answer: Picked, former: str) -> Picked | Command:
    """The free text beside a closed answer; an empty line keeps the former one."""
    if not prompt or not answer.ids:
        return answer
    if former:
        lines.out(say.current(former))
    typed = lines.read(f"{prompt.rstrip(' :' + text.NBSP)}\u00a0: ")
    if typed == SKIP:
        return Picked(answer.ids, answer.others)
    if isinstance(typed, Command):
        return typed
    return Picked(answer.ids, answer.others, tidy(typed) or former)


def _one_of(lines: Lines, view: View, proposed: Picked | None) -> str | Command:
    families = offered.by_family(view.step)
    extras: list[tuple[str, str]] = [(offered.OTHER, sentences.other())] if view.step.question.other else []
    none = view.step.question.none
    while families:
        pairs = [(offered.FAMILY + name, label) for name, label, _ in families]
        value = _ask_number(lines, [*pairs, *extras], none, proposed is not None)
        if isinstance(value, Command) or not value.startswith(offered.FAMILY):
            return value
        group = next(group for name, _, group in families if offered.FAMILY + name == value)
        value = _ask_number(lines, _pairs(group), "", False)
        if value != BACK:
            return value
    pairs = [*_pairs(view.step.choices), *extras]
    return _ask_number(lines, pairs, none, proposed is not None, view.step.question.kind)


def _ask_number(lines: Lines, pairs: Pairs, none: str, may_keep: bool, kind: Kind = Kind.CHOICE) -> str | Command:
    """The value of the line whose number, letter or words were typed; "" for Enter alone where that means keeping."""
    _show(lines, pairs, none)
    names = {str(n): value for n, (value, _) in enumerate(pairs, 1)}
    names |= {text.fold(label): value for value, label in pairs}
    if none:
        names |= {offered.NONE_KEY: offered.NONE, text.fold(none): offered.NONE}
    if kind is Kind.YES_NO:
        names |= {letter: value for value, letter in offered.LETTERS.items() if value in dict(pairs)}
    while True:
        typed = lines.read(say.choose_one(len(pairs), bool(none)))
        if isinstance(typed, Command):
            return typed
        wanted = text.fold(typed).strip().rstrip(".")
        if not wanted and may_keep:
            return ""
        if wanted in names:
            return names[wanted]
        lines.out(say.numbers_wanted(len(pairs), bool(none)))


def _numbers_of(lines: Lines, picks: Picks, choices: Sequence[Choice], *, none: bool = True) -> Command | None:
    """Let the ticks of `choices` (and the user's own texts) be given anew by numbers; Enter alone keeps them.

    In a family (`none` False) numbers add to what is ticked there, and take away what they name again.
    """
    question = picks.step.question
    pairs = [*_pairs(choices), *_own_pairs(picks)] if none else list(_pairs(choices))
    label = question.none if none else ""
    here = [value for value, _ in pairs if value in picks.ticked and not none]
    _show(lines, [(value, say.already(name) if value in here else name) for value, name in pairs], label)
    lines.out(*([say.again_removes()] if here else []))
    names = {str(n): value for n, (value, _) in enumerate(pairs, 1)}
    names |= {offered.NONE_KEY: offered.NONE} if label else {}
    while True:
        typed = lines.read(say.choose_several(len(pairs), bool(label), question.bounds.high))
        if isinstance(typed, Command):
            return typed
        wanted = [number for number in re.split(r"[ ,;\u00a0]+", typed.strip(" .,;")) if number]
        if not wanted:
            return None
        if not all(number in names for number in wanted):
            lines.out(say.numbers_wanted(len(pairs), bool(label)))
            continue
        named = list(dict.fromkeys(names[number] for number in wanted))
        kept = [value for value in here if value not in named]
        refusal = _set(picks, [value for value, _ in pairs], [*kept, *(one for one in named if one not in here)])
        if not refusal:
            return _write(lines, picks) if offered.OTHER in named else None
        lines.out(refusal)


def _set(picks: Picks, scope: Sequence[str], wanted: Sequence[str]) -> str:
    """Tick exactly `wanted` among `scope`; the sentence that says why not leaves everything as it was."""
    before = list(picks.ticked)
    picks.ticked[:] = [value for value in picks.ticked if value not in scope]
    for value in dict.fromkeys(wanted):
        refusal = "" if value == offered.OTHER or value in picks.ticked else picks.toggle(value)
        if refusal:
            picks.ticked[:] = before
            return refusal
    return ""


def _write(lines: Lines, picks: Picks) -> Command | None:
    """The user's own texts, one a line, as many as the question takes."""
    while picks.may_write:
        typed = lines.read(f"{sentences.which_other()}\u00a0: ")
        if isinstance(typed, Command):
            return typed
        if not line(typed):
            return None
        refusal = picks.write(line(typed))
        if refusal:
            lines.out(refusal)
            return None
    return None


def _by_family(lines: Lines, picks: Picks, families: Sequence[tuple[str, str, list[Choice]]]) -> Command | None:
    while True:
        if picks.answer is not None:
            lines.out(sentences.chosen(offered.labels_of(picks.step, picks.answer)))
        pairs = [(offered.FAMILY + name, label) for name, label, _ in families] + list(_own_pairs(picks))
        lines.out(say.family_or_end())
        value = _ask_number(lines, pairs, picks.step.question.none, True)
        if isinstance(value, Command):
            return value
        if not value:
            return None
        left: Command | None = None
        if value == offered.OTHER:
            left = _write(lines, picks)
        elif value.startswith(offered.FAMILY):
            group = next(group for name, _, group in families if offered.FAMILY + name == value)
            left = _numbers_of(lines, picks, group, none=False)
        else:
            refusal = picks.toggle(value)
            lines.out(*([refusal] if refusal else []))
        if left is not None and left != BACK:
            return left


def _pairs(choices: Sequence[Choice]) -> Pairs:
    return [(choice.id, choice.label) for choice in choices]


def _own_pairs(picks: Picks) -> Pairs:
    own = [(f"{offered.OWN}{n}", row.text) for n, row in enumerate(picks.own.rows)]
    return [*own, (offered.OTHER, sentences.other())] if picks.step.question.other else own


def _show(lines: Lines, pairs: Pairs, none: str) -> None:
    lines.out(*(f"{n}. {label}" for n, (_, label) in enumerate(pairs, 1)))
    if none:
        lines.out(f"{offered.NONE_KEY}. {none}")
