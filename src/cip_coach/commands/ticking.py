"""A next step done, left or opened again: its line in the note is edited, every other byte kept."""

import os
from datetime import date
from pathlib import Path

from cip_coach.commands import Result
from cip_coach.commands.amending import refuse_draft, the_file, the_note
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import existing_journal
from cip_coach.keeping import journal as keeping
from cip_coach.keeping import shelf, splice
from cip_coach.keeping.note import TaskState
from cip_coach.keeping.shelf import Journal
from cip_coach.problem import Misused, Refused
from cip_coach.reading.steps import Step, reference, steps_of
from cip_coach.terminal import notes as views
from cip_coach.terminal import notices, typed
from cip_coach.terminal.fragments import printed
from cip_coach.terminal.messages import steps as said
from cip_coach.terminal.outlet import outlet

WIDE = 10_000


def ticked(ref: str, state: TaskState, setting: Setting) -> Result:
    """Make `state` of the step `ref`; the word on what it changed is asked, never given as an argument.

    Raises `Misused` for what is no reference, `Refused` for no such step.
    """
    found = reference(ref)
    if found is None:
        raise Misused("pas-repere")
    note_id, rank = found
    journal = existing_journal(setting)
    if shelf.drafts(journal):
        from cip_coach.commands import opening, settling

        settling.finish(journal, opening.library())
    path = the_file(journal, note_id)
    note = the_note(journal, path)
    refuse_draft(note)
    steps = {step.ref: step for step in steps_of(note)}
    step = steps.get(f"{note.head.id}.{rank}")
    if step is None:
        raise Refused("note-pas-introuvable", rang=rank)
    task = step.task
    if task.state is state and (task.day or state is TaskState.OPEN):
        notices.tell(said.already(said.STATES[state.value]))
        return Result()
    question = {TaskState.DONE: said.ask_word(), TaskState.LEFT: said.ask_why()}.get(state)
    word = typed.word(question) if question else ""

    mark(journal, path, step, state, setting.today, word)
    now = next(one for one in steps_of(the_note(journal, path)) if one.ref == step.ref)
    out = outlet(os.environ, simple=setting.simple)
    view = views.View(out.columns if out.terminal else WIDE, setting.discreet)
    return Result(lines=[printed(line, styled=False) for line in views.one_step(now, view)])


def mark(journal: Journal, path: Path, step: Step, state: TaskState, day: date, word: str) -> None:
    """Make `state` of a step of the note in `path`. Raises `Refused` when it is another one by now."""
    rank = int(step.ref.rpartition(".")[2])

    def edit(text: str) -> str:
        _still_there(text, path.name, rank, step.task.text)
        return splice.with_task(text, rank, state, day, word)

    keeping.amend(journal, path, edit)


def _still_there(text: str, name: str, rank: int, words: str) -> None:
    """Refuse when the step of that rank is another one by now: a line was added or taken away meanwhile."""
    from cip_coach.keeping import parse

    note, problems = parse.parse(text, name)
    if note is None:
        raise Refused("note-illisible", problems)
    now = [task.text for entry in note.entries for task in entry.tasks]
    if rank > len(now) or now[rank - 1] != words:
        raise Refused("fichier-change", name=name)
