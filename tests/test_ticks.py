"""`coche`: what a closed session says of older steps reaches the notes that hold them, whatever happens."""

from datetime import date
from pathlib import Path

import pytest
from replays import Replays

from cip_coach.commands import opening, settling
from cip_coach.keeping import disk, parse, shelf
from cip_coach.keeping import journal as folder
from cip_coach.keeping.note import TaskState
from cip_coach.keeping.refusals import DiskRefused
from cip_coach.reading.steps import steps_of
from cip_coach.reading.ticks import Tick, overlaid, ticked, ticks_of

RULES = {"mois.pas[].etat": {"fait": "fait", "laisse": "laisse", "mot": "effet"}}


def three_steps(replays: Replays) -> tuple[str, str, str]:
    """Three notes with one open step each."""
    texts = ("appeler la plateforme", "relire le plan", "écrire au partenaire")
    first, second, third = (
        replays.session("a-chaud", f"2026-11-0{rank}", f'chaud.pas: "{text}"', "galet")
        for rank, text in enumerate(texts, start=2)
    )
    return first, second, third


def answers(first: str, second: str, third: str) -> str:
    return f"""
        mois.pas[{first}.1].etat: fait
        mois.pas[{first}.1].effet: "elle y est allée seule"
        mois.pas[{second}.1].etat: continue
        mois.pas[{third}.1].etat: laisse
    """


def tasks(replays: Replays) -> list[str]:
    """The line of every step, oldest note first."""
    lines = [path.read_text("utf-8").splitlines() for path in sorted(shelf.notes(replays.journal))]
    return [line for found in lines for line in found if line.startswith("> - [")]


DONE = [
    "> - [x] appeler la plateforme (fait le 2026-11-22\u00a0: elle y est allée seule)",
    "> - [ ] relire le plan",
    "> - [-] écrire au partenaire (laissé le 2026-11-22)",
]


def test_closing_ticks_each_step_in_its_own_note_and_leaves_every_other_byte(replays: Replays) -> None:
    notes = three_steps(replays)
    before = [replays.text(note) for note in notes]
    replays.session("bilan-mensuel", "2026-11-22", answers(*notes))
    assert tasks(replays) == DONE
    for text, note in zip(before, notes, strict=True):
        kept = [line for line in text.splitlines() if not line.startswith("> - [")]
        assert kept == [line for line in replays.text(note).splitlines() if not line.startswith("> - [")]


@pytest.mark.parametrize("killed_at", [1, 2])
def test_killed_between_two_notes_the_next_command_goes_on(
    replays: Replays, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    notes = three_steps(replays)
    amend, calls = folder.amend, []

    def dying(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == killed_at:
            raise KeyboardInterrupt
        return amend(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(folder, "amend", dying)
    (replays.folder / "reponses.yml").write_text(answers(*notes), "utf-8")
    code, _, _ = replays.run(
        "session", "bilan-mensuel", "--reponses", str(replays.folder / "reponses.yml"), "--date", "2026-11-22"
    )
    assert code == 130
    monkeypatch.setattr(folder, "amend", amend)
    assert len(list((replays.root / shelf.DRAFTS).iterdir())) == 1
    assert tasks(replays) != DONE

    # Until then, readers take the closed answer as the state.
    waiting = settling.waiting(replays.journal, opening.library())
    found = [shelf.load(replays.journal, path).note for path in sorted(shelf.notes(replays.journal))]
    steps = list(overlaid([step for note in found if note for step in steps_of(note)], waiting))
    assert [step.task.state for step in steps] == [TaskState.DONE, TaskState.OPEN, TaskState.LEFT]
    assert steps[0].task.word == "elle y est allée seule"

    # The next command finishes it.
    replays.session("a-chaud", "2026-11-23")
    assert tasks(replays) == DONE
    assert not list((replays.root / shelf.DRAFTS).iterdir())


def test_a_disk_that_refuses_leaves_the_note_waiting_and_loses_nothing(
    replays: Replays, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = three_steps(replays)
    save = disk.save

    def full(path: Path, data: bytes, **more: object) -> object:
        if path.parent.name == "2026":
            raise DiskRefused(28, path)
        return save(path, data, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(disk, "save", full)
    month = replays.session("bilan-mensuel", "2026-11-22", answers(*notes))
    assert replays.file(month).parent.name == shelf.DRAFTS
    assert "statut: clos" in replays.text(month)
    monkeypatch.setattr(disk, "save", save)
    settling.finish(replays.journal, opening.library())
    assert replays.file(month).parent.name == "2026"
    assert tasks(replays) == DONE


def test_what_was_settled_meanwhile_is_not_touched(replays: Replays) -> None:
    notes = three_steps(replays)
    replays.told("pas", "laisse", f"{notes[0]}.1", day="2026-11-10")
    note, problems = parse.parse(replays.text(notes[0]), "x.md")
    assert note, problems
    tick = Tick(notes[0], 1, TaskState.DONE, date(2026, 11, 22), "", "« appeler la plateforme » : où ?")
    assert ticked(replays.text(notes[0]), note, tick) == replays.text(notes[0])


def test_reopened_afterwards_a_step_stays_open(replays: Replays) -> None:
    notes = three_steps(replays)
    replays.session("bilan-mensuel", "2026-11-22", answers(*notes))
    replays.told("pas", "rouvrir", f"{notes[0]}.1", day="2026-11-23")
    replays.session("a-chaud", "2026-11-24")
    assert tasks(replays)[0] == "> - [ ] appeler la plateforme"


def test_a_line_added_by_hand_above_does_not_turn_the_tick_to_another_step(replays: Replays) -> None:
    note_id, _, _ = three_steps(replays)
    path = replays.file(note_id)
    step = "> - [ ] appeler la plateforme"
    path.write_text(path.read_text("utf-8").replace(step, f"> - [ ] une ligne à la main\n{step}"), "utf-8")
    note, _ = parse.parse(path.read_text("utf-8"), "x.md")
    assert note
    asked = "« appeler la plateforme » : où en est ce pas ?"
    after = ticked(path.read_text("utf-8"), note, Tick(note_id, 1, TaskState.DONE, date(2026, 11, 22), "", asked))
    assert "> - [ ] une ligne à la main\n> - [x] appeler la plateforme (fait le 2026-11-22)" in after


def test_a_note_that_is_gone_does_not_keep_the_others_from_being_ticked(replays: Replays) -> None:
    first, second, third = three_steps(replays)
    month = replays.session("bilan-mensuel", "2026-11-22", answers(first, second, third))
    note, _ = parse.parse(replays.text(month), "x.md")
    assert note
    ticks = ticks_of(note, RULES)
    assert {tick.note_id: tick.state for tick in ticks} == {first: TaskState.DONE, third: TaskState.LEFT}
    replays.told("pas", "rouvrir", f"{third}.1", day="2026-11-23")
    replays.file(first).unlink()
    assert settling.carried(replays.journal, ticks)
    assert tasks(replays) == DONE[1:]


def test_a_question_that_ticks_nothing_is_no_tick(replays: Replays) -> None:
    note_id = replays.session("a-chaud", "2026-11-02", "chaud.meteo: nuages")
    note, _ = parse.parse(replays.text(note_id), "x.md")
    assert note
    assert ticks_of(note, {"chaud.meteo": {"fait": "nuages"}}) == ()
