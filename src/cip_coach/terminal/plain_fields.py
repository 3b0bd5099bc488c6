"""Questions line by line, with the moves of the full screen: texts and lists; the closed ones are in `plain_pick`."""

from cip_coach.answer import Answer, Items, Words
from cip_coach.asking import labels
from cip_coach.asking.moves import Ahead, Answered, Back, Move, Passed, Paused, Seen, View
from cip_coach.asking.tree import Kind
from cip_coach.terminal import around, entry, plain_lines
from cip_coach.terminal.messages import plain as say
from cip_coach.terminal.messages import session as sentences
from cip_coach.terminal.origins import Origins
from cip_coach.terminal.plain_lines import Command, Lines
from cip_coach.terminal.plain_pick import ask_pick, ask_scale, ask_ticks
from cip_coach.terminal.rows import Row, Rows

SKIP = Command(plain_lines.SKIP)
NOTHING, REMOVE, CHANGE, RAISE = "rien", "retirer", "changer", "monter"
FULL_STOP = "."


def ask(lines: Lines, origins: Origins, view: View) -> Move | Command:
    """Put one question; a `Command` is what the front-end itself must see to (`.relire`, Ctrl+C)."""
    step, question = view.step, view.step.question
    lines.help = tuple(line for line in (step.help, step.wording) if line)
    lines.out("", *around.notices(view), *([around.place(step)] if step.frames else []))
    lines.out(say.heading(step.number, step.roots, step.wording) if question.answerable else step.wording)
    lines.out(*([step.help] if step.help else []), *around.counted(view))
    if view.proposed is not None and question.kind is not Kind.LIST:
        lines.out(say.current(labels.in_words(step, view.proposed)))
    match question.kind:
        case Kind.YES_NO | Kind.CHOICE:
            return _move(view, ask_pick(lines, view))
        case Kind.SCALE:
            return _move(view, ask_scale(lines, view))
        case Kind.CHOICES:
            return _ask_ticks(lines, origins, view)
        case Kind.LIST:
            return _ask_list(lines, origins, view)
        case Kind.INFO:
            read = lines.read(say.go_on())
            return _leave(read, None) if isinstance(read, Command) and read != SKIP else Seen()
        case Kind.TEXT | Kind.LEAD:
            return _ask_text(lines, view)
        case _:
            return _ask_line(lines, view)


def _leave(command: Command, draft: Answer | None) -> Move | Command:
    match command.name:
        case plain_lines.BACK:
            return Back(draft)
        case plain_lines.SKIP:
            return Passed(draft)
        case plain_lines.AHEAD:
            return Ahead(draft)
        case plain_lines.GONE:
            return Paused(draft, leaving=True)
        case _:
            return Command(command.name, command.rest, draft)


def _move(view: View, result: Answer | Command) -> Move | Command:
    return _leave(result, None) if isinstance(result, Command) else Answered(result)


def _ask_ticks(lines: Lines, origins: Origins, view: View) -> Move | Command:
    picks = origins.picks(view)
    before = picks.answer
    result = ask_ticks(lines, view, picks)
    if not isinstance(result, Command):
        origins.forget(view.step.path)
        return Answered(result, picks.moved())
    draft = picks.answer if picks.answer != before else None
    if draft is not None:
        origins.keep(view.step.path, draft, picks.own_rows())
    return _leave(result, draft)


def _ask_text(lines: Lines, view: View) -> Move | Command:
    """Lines until a single full stop; an empty first line keeps what is proposed, or passes."""
    lines.out(say.several_lines())
    written: list[str] = []
    while True:
        typed = lines.read(say.text_line())
        words = entry.tidy("\n".join(written))
        if isinstance(typed, Command):
            return _leave(typed, Words(words) if words else None)
        if not typed and not written:
            return Answered(view.proposed) if isinstance(view.proposed, Words) else Passed(None)
        if typed == FULL_STOP:
            return Answered(Words(words)) if words else Passed(None)
        written.append(typed)


def _ask_line(lines: Lines, view: View) -> Move | Command:
    question = view.step.question
    if question.kind is Kind.ACTION and not view.step.help:
        lines.out(sentences.nothing_is_fine())
    while True:
        typed = lines.read(say.answer())
        if isinstance(typed, Command):
            return _leave(typed, None)
        answer = entry.read(question, typed, lines.today, view.proposed)
        if isinstance(answer, entry.Unfit):
            lines.out(answer.sentence)
            continue
        answer = answer or view.proposed
        if answer is None:
            return Passed(None)
        lines.out(say.kept(labels.in_words(view.step, answer)))
        return Answered(answer)


def _ask_list(lines: Lines, origins: Origins, view: View) -> Move | Command:
    rows, none = origins.rows(view), view.step.question.none
    before = rows.texts
    if view.proposed == Items(()):
        lines.out(say.current(none))
    lines.out(say.list_lines(none))
    if rows.kept:
        lines.out(*_numbered(rows), say.list_edit())
    while True:
        typed = lines.read(say.item(len(rows.kept) + 1), (NOTHING, REMOVE, CHANGE, RAISE))
        if typed == Command(NOTHING) and none and not rows.kept:
            answer: Answer = Items(())
        elif isinstance(typed, Command) and typed.name in (NOTHING, REMOVE, CHANGE, RAISE):
            lines.out(*_edit(rows, typed, none))
            continue
        elif isinstance(typed, Command):
            draft = Items(rows.texts) if rows.texts and rows.texts != before else None
            if draft is not None:
                origins.keep(view.step.path, draft, rows)
            return _leave(typed, draft)
        elif typed and typed != FULL_STOP:
            lines.out(*_add(rows, typed, view.step.question.bounds.high))
            continue
        elif rows.kept:
            answer = Items(rows.texts)
        else:
            return Answered(Items(())) if view.proposed == Items(()) else Passed(None)
        origins.forget(view.step.path)
        return Answered(answer, rows.moved())


def _add(rows: Rows, typed: str, high: int | None) -> tuple[str, ...]:
    if high is not None and len(rows.kept) >= high:
        return (sentences.enough(high),)
    rows.rows.append(Row(entry.line(typed)))
    return ()


def _edit(rows: Rows, command: Command, none: str) -> tuple[str, ...]:
    """Change, remove or raise an item; what to say of it."""
    number, _, words = command.rest.partition(" ")
    if command.name == NOTHING:
        return (sentences.list_not_empty(none),)
    index = int(number) - 1 if number.isdecimal() else -1
    rows.rows[:] = rows.kept
    if not 0 <= index < len(rows.rows):
        return (say.no_such_item(number),)
    row = rows.rows[index]
    if command.name == REMOVE:
        row.removed = True
        rows.rows[:] = rows.kept
        return (say.removed(row.text), *_numbered(rows))
    if command.name == RAISE:
        rows.shift(index, -1)
        return _numbered(rows)
    if not entry.line(words):
        return (say.list_edit(),)
    row.text = entry.line(words)
    return (say.changed(row.text),)


def _numbered(rows: Rows) -> tuple[str, ...]:
    return tuple(f"{rank}. {words}" for rank, words in enumerate(rows.texts, 1))
