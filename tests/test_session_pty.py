"""A session at a real terminal, as somebody holds it: the whole of `a-chaud`, its screens, its keys, its pauses."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from chaud import CODE, QUESTIONS, RECAP, RESUMED, START, TITLE, answer, begin, drafts, notes
from proofreading import reader
from pseudo_terminal import LEFT_WITH_DRAFT, Terminal, needs_pty

pytestmark = needs_pty

METEO, SCENE, RESSENTI, ACCROCHE, DIFFICULTE, PISTE, BIEN, PAS, PLUS_TARD = QUESTIONS
TYPED = ("galet", *(line for asked in QUESTIONS for line in (*asked.answer, *asked.half)))
SIZES = ((40, 12), (60, 18), (120, 40))


class Place:
    """A home and a journal, and sessions opened there."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "maison"
        self.home.mkdir()
        self.journal = folder / "journal"

    def session(self, *arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> Terminal:
        self.opened = Terminal(
            ["session", *arguments, "--journal", str(self.journal)],
            self.home,
            columns=columns,
            rows=rows,
            **environment,
        )
        return self.opened

    def drafts(self) -> list[str]:
        return drafts(self.journal)

    def notes(self) -> list[str]:
        return notes(self.journal)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    try:
        yield place
    finally:
        place.opened.put_away()


def paused(front: Terminal) -> int:
    """Leave through the pause menu; the exit code."""
    front.press("ctrl-c")
    front.see("Pause. Les réponses sont gardées.", "Garder en brouillon et quitter")
    front.press("2")
    return front.end()


# The whole of it


def test_a_session_from_the_menu_to_the_note(place: Place) -> None:
    front = place.session()
    front.proofreader = reader(*TYPED, "un détail à moi")
    front.see("Quel arbre, pour quel moment ?", f"› 1 {TITLE}")
    front.press("enter")
    begin(front, "galet")
    for asked in QUESTIONS[:-1]:
        if asked is BIEN:
            front.see(asked.words)
            front.press("tab")
        else:
            answer(front, asked)
    front.see(PLUS_TARD.words)
    front.press("back")
    front.see(PAS.words, "appeler la plateforme pour le")
    front.press("enter")
    answer(front, PLUS_TARD)
    front.see(RECAP, "5 Ce qui a marché — passée", "7 Y revenir non")
    front.press("5", "enter")
    front.see(BIEN.words, "Maj+Tab relecture")
    front.press("un détail à moi", "enter")
    front.see(RECAP, "5 Ce qui a marché un détail à moi")
    front.press("enter")
    assert front.end() == 0
    assert front.echoes()
    assert re.search(r"Note enregistrée : \S+/\d{4}/\d{4}-\d\d-\d\d_\d{4}_a-chaud_\w{6}\.md$", front.after())

    (note,) = place.notes()
    assert "statut: clos\n" in note
    assert "personne: galet\n" in note
    for asked in QUESTIONS:
        if asked is not BIEN:
            assert asked.kept in note.splitlines()
    assert "> un détail à moi" in note.splitlines()
    assert "passees" not in note
    assert place.drafts() == []


def test_the_journal_that_is_created_is_named(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    front.press("ctrl-c")
    front.see("Pause.")
    front.press("2")
    front.end()
    assert f"Un journal a été créé dans {place.journal}" in front.after().replace("\n", "")
    assert stat.S_IMODE(place.journal.stat().st_mode) == 0o700


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_no_word_is_cut_whatever_the_size(place: Place, columns: int, rows: int) -> None:
    """The proofreader of every screen knows each word of the tree: a cut one is a word that nobody wrote."""
    front = place.session("a-chaud", columns=columns, rows=rows)
    front.proofreader = reader(*TYPED, trees=("a-chaud",))
    begin(front, "galet")
    for asked in QUESTIONS:
        front.see(asked.words)
        front.press("f1")
        front.see("défiler")
        front.press("pagedown", "pagedown", "x")
        front.see(asked.words, without="défiler")
        answer(front, asked)
    front.see(RECAP)
    front.press("ctrl-c")
    front.see("Pause. Les réponses sont gardées.")
    front.press("3")
    front.see(RECAP)
    front.press("enter")
    assert front.end() == 0


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_choice_of_a_long_list_can_be_pointed_at(place: Place, columns: int, rows: int) -> None:
    front = place.session("a-chaud", columns=columns, rows=rows)
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("tab")
    front.see(RESSENTI.words)
    for family in ("Joie", "Paix", "Lien", "Tristesse", "Colère", "Peur", "Gêne", "Retrait", "Autre", "Rien à noter"):
        front.press("down")
        front.wait(
            lambda family=family: any(re.match(rf" ›.*{family}", line) for line in front.lines()),  # type: ignore[misc]
            f"the pointer on « {family} »",
        )


# Keys


def test_enter_alone_answers_nothing_where_one_is_picked(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    front.press("enter")
    front.see(METEO.words, "Choisir une réponse, ou Tab pour passer.")
    assert place.drafts() == []


def test_going_back_shows_the_answer_and_keeps_what_was_typed(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("à moitié dit")
    front.see("à moitié dit")
    front.press("back")
    front.see("› 3 nuages")
    front.press("enter")
    front.see(SCENE.words, "à moitié dit")


def test_an_answer_that_closes_a_branch_says_so_once_and_gives_it_back(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    for asked in QUESTIONS[:6]:
        answer(front, asked)
    front.see(BIEN.words)
    for words in (PISTE.words, DIFFICULTE.words, ACCROCHE.words):
        front.press("back")
        front.see(words)
    front.press("n")
    front.see(BIEN.words, "2 réponses sont mises de côté.")
    (draft,) = place.drafts()
    assert "chaud.accroche: non" in draft
    assert "cip:reserve chaud.accroche.piste" in draft
    front.press("back")
    front.see(ACCROCHE.words)
    front.press("o")
    front.see(DIFFICULTE.words, "Choisi : Les échanges s’enlisent")


def test_a_pasted_paragraph_never_answers_the_next_question(place: Place) -> None:
    """T4: the lines after the first one are for nobody, with or without the marks of a paste."""
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.paste("une première ligne\ntrois mots encore\no\n", bracketed=False)  # t ends the next one, o the one after
    front.see(RESSENTI.words)
    front.press("down")
    front.see(RESSENTI.words, "› 2 Joie")
    (draft,) = place.drafts()
    assert "> une première ligne\n" in draft
    assert "chaud.ressenti" not in draft.split("en_cours:")[0]
    assert "Choisi" not in front.text()


def test_a_marked_paste_keeps_its_lines_in_one_answer(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.paste("une première ligne\nune deuxième\nune troisième")
    front.see("une troisième")
    front.press("enter")
    front.see(RESSENTI.words)
    (draft,) = place.drafts()
    assert "> une première ligne\n> une deuxième\n> une troisième\n" in draft


def test_what_is_typed_is_kept_clean(place: Place) -> None:
    """T3: no control character reaches the note, accents are composed, the rest is as typed."""
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.paste("e\u0301te\u0301 😀 \x1b]52;c;AA\x07 fin")
    front.see("fin")
    front.press("enter")
    front.see(RESSENTI.words)
    (draft,) = place.drafts()
    assert "> été 😀" in draft
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", draft)


# The editor


def editor(folder: Path, script: str) -> str:
    """A command that edits a file as `script` says; `$1` is the file."""
    path = folder / "editeur.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def test_the_editor_gives_its_text_back_without_answering(place: Place, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = editor(tmp_path, f'stat -c "%a %n" "$1" > {trace} && printf "\\net la suite\\n" >> "$1"')
    front = place.session("a-chaud", EDITOR=command)
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("le début", "ctrl-e")
    front.see(SCENE.words, "le début et la suite")
    mode, _, name = trace.read_text(encoding="utf-8").strip().partition(" ")
    assert mode == "600"
    assert Path(name).is_relative_to(place.journal)
    assert not Path(name).exists()
    assert "chaud.scene texte" not in place.drafts()[0].replace("cip:en_cours", "")
    front.press("enter")
    front.see(RESSENTI.words)
    assert "> le début\n> et la suite\n" in place.drafts()[0]


@pytest.mark.parametrize("script", ["exit 3", "false"])
def test_an_editor_that_fails_loses_nothing(place: Place, tmp_path: Path, script: str) -> None:
    front = place.session("a-chaud", EDITOR=editor(tmp_path, f'echo autre > "$1"; {script}'))
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("le début", "ctrl-e")
    front.see("L’éditeur s’est arrêté sur une erreur.", "le début")


def test_an_editor_that_does_not_exist_is_named(place: Place) -> None:
    front = place.session("a-chaud", VISUAL="nul-editeur-de-ce-nom")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("le début", "ctrl-e")
    front.see("L’éditeur « nul-editeur-de-ce-nom » ne s’ouvre pas. Le texte est intact.", "le début")


# Pause and resume


def test_a_pause_is_resumed_at_its_question_with_the_half_typed_text(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front, "galet")
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("je cherche mes m")
    front.see("je cherche mes m")
    assert paused(front) == LEFT_WITH_DRAFT
    assert front.echoes()
    assert RESUMED in front.after()
    (draft,) = place.drafts()
    assert "en_cours: chaud.scene\n" in draft
    assert "<!-- cip:en_cours chaud.scene texte -->\n> je cherche mes m" in draft

    front = place.session("--reprendre")
    front.see(SCENE.words, "je cherche mes m", "2 / 7")
    front.press("ots", "enter")
    front.see(RESSENTI.words)
    assert "> je cherche mes mots\n" in place.drafts()[0]


def test_the_menu_offers_the_draft_dated_first(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front, "galet")
    answer(front, METEO)
    front.see(SCENE.words)
    assert paused(front) == LEFT_WITH_DRAFT

    front = place.session("--aujourd-hui", "demain")
    front.proofreader = reader("galet")
    shown = front.see("Quel arbre, pour quel moment ?", f"› 1 Reprendre : {TITLE} (galet)")
    assert re.search(r"commencé hier à \d\d? h( \d\d)?, 1 réponse", shown)
    front.press("enter")
    front.see(SCENE.words)


def test_beginning_anew_leaves_the_draft_alone(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front, "galet")
    answer(front, METEO)
    front.see(SCENE.words)
    assert paused(front) == LEFT_WITH_DRAFT
    before = place.drafts()

    front = place.session("a-chaud")
    front.proofreader = reader("galet")
    front.see(f"› 1 Reprendre : {TITLE} (galet)", f"2 Commencer : {TITLE}")
    front.press("2")
    begin(front, "saule")
    front.press("5")
    front.see(SCENE.words)
    assert len(place.drafts()) == 2
    assert before[0] in place.drafts()


def test_reading_over_in_the_midst_comes_back_to_the_question(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("presque", "ctrl-c")
    front.see("Pause.")
    front.press("3")
    front.see(RECAP, "1 Météo nuages", "encore à venir")
    front.press("back")
    front.see(SCENE.words, "presque")


def test_two_interruptions_within_a_second_leave_at_once(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("presque", "ctrl-c")
    front.see("Pause.")
    front.press("ctrl-c")
    assert front.end() == 130
    assert RESUMED in front.after()
    assert "> presque" in place.drafts()[0]
    assert front.echoes()


def test_deleting_asks_for_a_word_and_goes_to_the_trash(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    answer(front, METEO)
    front.see(SCENE.words)
    front.press("ctrl-c")
    front.see("Pause.")
    front.press("4")
    front.see("taper « supprimer »")
    front.press("oui", "enter")
    front.see("Rien n’est supprimé.", "Tout supprimer")
    front.press("4")
    front.see("taper « supprimer »")
    front.press("supprimer", "enter")
    assert front.end() == 0
    assert "corbeille" in front.after()
    assert place.drafts() == []
    assert len(list(place.journal.glob("corbeille/*.md"))) == 1


def test_nothing_answered_is_nothing_written(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front)
    assert paused(front) == LEFT_WITH_DRAFT
    assert "Rien n’a été écrit." in front.after()
    assert list(place.journal.rglob("*.md")) == []


def test_leaving_before_the_first_question_writes_nothing(place: Place) -> None:
    for keys, words in (((), CODE), (("enter",), START)):
        front = place.session("a-chaud")
        front.see(CODE)
        front.press(*keys)
        front.see(words)
        front.press("ctrl-c")
        assert front.end() == 0
        assert "Rien n’a été écrit." in front.after()
        front.put_away()
    assert list(place.journal.rglob("*.md")) == []


# The screen


def test_no_answer_stays_in_the_scrollback(place: Place) -> None:
    """Between entering and leaving the alternate screen once; nothing of the session before or after."""
    front = place.session("a-chaud")
    begin(front, "galet")
    answer(front, METEO)
    answer(front, SCENE)
    front.see(RESSENTI.words)
    assert paused(front) == LEFT_WITH_DRAFT
    assert front.raw.count("\x1b[?1049h") == front.raw.count("\x1b[?1049l") == 1
    outside = front.raw.partition("\x1b[?1049h")[0] + front.raw.rpartition("\x1b[?1049l")[2]
    assert not re.search(r"galet|météo|fenêtre", outside)


@pytest.mark.parametrize("variable", ["NO_COLOR"])
def test_colour_is_only_an_addition(place: Place, variable: str) -> None:
    front = place.session("a-chaud", **{variable: "1"})
    begin(front)
    front.press("down")
    front.see("› 1 grand soleil")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", front.raw)


def test_a_code_used_before_is_completed(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front, "galet")
    for asked in QUESTIONS:
        answer(front, asked)
    front.see(RECAP)
    front.press("enter")
    assert front.end() == 0
    front = place.session("a-chaud")
    front.see(CODE, "galet")
    front.press("ga", "tab")
    front.see("› galet")


def test_a_tree_that_a_note_proposed_opens_prefilled(place: Place) -> None:
    front = place.session("a-chaud")
    begin(front, "galet")
    for asked in QUESTIONS[:-1]:
        answer(front, asked)
    front.see(PLUS_TARD.words)
    front.press("2")
    front.see(RECAP)
    front.press("enter")
    assert front.end() == 0

    front = place.session()
    front.see("1 Y revenir : Une situation qui me travaille (galet) — noté aujourd’hui", f"› 2 {TITLE}")
    front.press("1")
    front.see(START, "Une situation qui me travaille")
    front.press("enter")
    front.see("Quel titre donner à cette situation ?")
    front.press("tab")
    front.see("2 / 24", "elle m'a regardé, puis la fenêtre")
    (draft,) = place.drafts()
    assert "personne: galet\n" in draft
