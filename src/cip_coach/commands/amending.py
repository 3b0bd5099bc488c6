"""`review --regard`, `--modifier`, `--jeter`, `--restaurer`: one note changed, every other byte of it kept."""

import os
from datetime import date
from pathlib import Path

from cip_coach.commands import Result, unlocking
from cip_coach.commands.consulting import printable
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import existing_journal
from cip_coach.frenchdate import spoken
from cip_coach.keeping import journal as keeping
from cip_coach.keeping import parse, shelf, splice
from cip_coach.keeping.note import Entry, Note, Status
from cip_coach.keeping.shelf import Journal
from cip_coach.paths import identity
from cip_coach.problem import Misused, Refused
from cip_coach.reading import answers
from cip_coach.reading.gathering import find
from cip_coach.terminal import typed
from cip_coach.terminal.messages import review as said
from cip_coach.terminal.outlet import outlet

EDITABLE = ("texte", "piste", "liste")


def amended(option: str, name: str, question: str, setting: Setting) -> Result:
    """Do what `option` says to the note `name`; the sentence that tells it.

    Raises `Refused`: no such note, several files with that id, a draft (its
    session would undo it), or what the disk refuses.
    """
    said_back = outlet(os.environ, simple=setting.simple).sentence
    journal = existing_journal(setting, unlock=False)
    if option == "--modifier" and journal.sealing and typed.on_terminal():
        raise Refused("coffre-editeur")
    journal = unlocking.readable(journal)
    folder = shelf.TRASH if option == "--restaurer" else ""
    path = the_file(journal, name, folder)
    note = the_note(journal, path)
    day = spoken(note.head.day)
    match option:
        case "--jeter":
            keeping.discard(journal, path)
            return Result(lines=said_back(said.discarded(day, note.head.id)))
        case "--restaurer":
            keeping.restore(journal, path)
            return Result(lines=said_back(said.restored(day)))
        case "--regard":
            refuse_draft(note)
            words = typed.paragraph(said.ask_look())
            look(journal, path, setting.today, words)
            return Result(lines=said_back(said.look_added(day)))
        case _:
            refuse_draft(note)
            return Result(lines=said_back(_edited(journal, path, note, question)))


def the_file(journal: Journal, name: str, folder: str = "") -> Path:
    """The one file of the note called `name`. Raises `Refused` for none or several."""
    found = find(journal, name, folder)
    if not found:
        raise Refused("corbeille-sans-note" if folder else "note-introuvable", repere=printable(name))
    if len(found) > 1:
        files = ", ".join(shelf.relative(journal, path) for path in found)
        raise Refused("note-en-double", repere=printable(name), fichiers=files)
    return found[0]


def the_note(journal: Journal, path: Path) -> Note:
    """The note in a file. Raises `Refused` with all that is wrong when it cannot be read."""
    loaded = shelf.load(journal, path)
    if loaded.note is None:
        raise Refused("note-illisible", loaded.problems)
    return loaded.note


def refuse_draft(note: Note) -> None:
    """Raise `Refused` for a session that is not finished."""
    if note.head.status is Status.DRAFT:
        raise Refused("note-en-cours")


def look(journal: Journal, path: Path, day: date, words: str) -> None:
    """Add a later look to a note. Raises `Refused`, for an empty one too."""
    keeping.amend(journal, path, lambda text: splice.with_look(text, day, words))


def editable(note: Note) -> list[Entry]:
    """The texts of a note that can be written anew: the user's own, steps aside."""
    return [entry for entry in note.entries if entry.kind in EDITABLE and answers.is_free(entry) and not entry.tasks]


def rewrite(journal: Journal, path: Path, entry: Entry, words: str) -> None:
    """Put `words` in place of the text of `entry`. Raises `Refused` when that very text was changed meanwhile."""

    def edit(text: str) -> str:
        now, problems = parse.parse(text, shelf.relative(journal, path))
        if now is None:
            raise Refused("note-illisible", problems)
        if not any(one.path == entry.path and one.answer == entry.answer for one in now.entries):
            raise Refused("fichier-change", name=path.name)
        return splice.with_text(text, entry.path, words)

    keeping.amend(journal, path, edit)


def _edited(journal: Journal, path: Path, note: Note, question: str) -> str:
    entry = _chosen(note, question)
    if entry is None:
        return said.given_up()
    before = "\n".join(answers.lines(entry))
    after = _rewritten(journal, path, before)
    if after.strip("\n") == before:
        return said.text_unchanged()

    rewrite(journal, path, entry, after)
    return said.text_changed(spoken(note.head.day))


def _chosen(note: Note, question: str) -> Entry | None:
    """The text to edit: the one named, the only one, or the one picked on the terminal."""
    choice = editable(note)
    if question:
        named = [entry for entry in note.entries if question in (entry.path, identity(entry.path))]
        if not named:
            raise Refused("note-echange-introuvable", chemin=question)
        if len(named) == 1:
            return named[0]  # splice says why, if it cannot be edited
        choice = [entry for entry in named if entry in choice]
    if not choice:
        raise Refused("note-sans-texte", repere=note.head.id)
    if len(choice) == 1:
        return choice[0]
    if not typed.on_terminal():
        raise Misused("texte-a-nommer", chemins=", ".join(entry.path for entry in choice))
    rank = typed.one_of([f"{entry.question} {answers.in_short(entry)}" for entry in choice], said.which_text())
    return None if rank is None else choice[rank]


def _rewritten(journal: Journal, path: Path, before: str) -> str:
    """The text that takes the place of `before`: from the editor, or from stdin when it is not a terminal."""
    if not typed.on_terminal():
        return typed.paragraph("")
    from cip_coach.keeping import disk
    from cip_coach.terminal import editor

    def private_file(text: str) -> Path:
        return disk.private_copy(path.parent, text.encode(), ".md")

    edited = editor.edit(before, private_file, os.environ)
    if edited.sentence:
        raise Refused("editeur-refuse", raison=edited.sentence)
    return edited.text
