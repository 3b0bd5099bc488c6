"""What leaves the journal for the group or the dossier: nobody can be recognised, and nothing leaves unread."""

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from replays import Replays
from test_privacy import labelled

from cip_coach import privacy
from cip_coach.carrying.leaflet import Leaflet, Part, html, markdown
from cip_coach.carrying.veil import Finding, Replaced, veiled
from cip_coach.text import clean

APP = """
    app.situation: {autre: "Un silence qui dure, avec galet"}
    app.choix: "J'y pense encore le soir."
    app.recit: "galet est venue avec Mme Bernard, de chez Kevin, à Montauban (06 12 34 56 78). Et érable attendait."
    app.ressenti: [emo.inquietude, {autre: "une drôle de fatigue"}]
    app.essaye: ["attendre avec Bernard", "écrire à d'autres"]
    app.essaye[1].effet: "rien, <b>rien</b>"
    app.question: "Comment rester, sans combler le silence de galet ?"
    app.attente: regards
    app.limite: "La santé de galet."
"""
CODES = ("galet", "érable")
NAMES = ("Bernard", "Kevin", "Montauban", "06 12 34 56 78")


def prepared(replays: Replays) -> str:
    replays.session("a-chaud", "2026-11-02", "chaud.meteo: nuages", "érable")
    return replays.session("preparer-app", "2026-11-20", APP, "galet")


def shows_nobody(text: str) -> None:
    for word in (*CODES, *NAMES):
        assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), word
    assert privacy.find(text) == ()


# The sheet for the group


def test_the_sheet_begins_with_the_question_and_holds_no_code_no_name_no_day(replays: Replays) -> None:
    note = prepared(replays)
    page = replays.told("fiche", day="2026-11-22")
    assert page.startswith("# Une situation pour le groupe\n")
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert headings == [
        "Ma question",
        "La situation",
        "Ce que j’ai déjà essayé",
        "Ce que je ressens en la racontant",
        "Ce qui me donne envie de l’apporter",
        "Ce que j’attends du groupe",
        "Ce que je ne souhaite pas aborder",
    ]
    shows_nobody(page)
    assert "2026" not in page
    assert note not in page
    assert "La personne est venue" in page
    assert "une autre personne attendait" in page
    assert "rien, \\<b\\>rien\\</b\\>" in page


def test_what_was_replaced_is_told_beside_the_page(replays: Replays) -> None:
    prepared(replays)
    _, _, err = replays.run("fiche", day="2026-11-22")
    assert "«\u00a0galet\u00a0» → «\u00a0La personne\u00a0»" in err
    assert "Mme Bernard" in err
    assert "Rien n’est écrit" in err


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_file_is_written_once_read_over_and_only_then(replays: Replays, suffix: str) -> None:
    note = prepared(replays)
    where = replays.folder / f"groupe{suffix}"
    code, out, err = replays.run("fiche", note, "--vers", str(where))
    assert (code, out) == (1, "")
    assert "relit" in err
    assert not where.exists()
    assert replays.told("fiche", note, "--vers", str(where), "--relu").strip() == str(where)
    shows_nobody(re.sub(r"<style>.*</style>", "", where.read_text("utf-8")))
    assert where.stat().st_mode & 0o777 == 0o600
    assert replays.run("fiche", note, "--vers", str(where), "--relu")[0] == 1


def test_on_a_terminal_the_words_are_asked_for(replays: Replays, monkeypatch: pytest.MonkeyPatch) -> None:
    from cip_coach.terminal import typed

    prepared(replays)
    where = replays.folder / "groupe.html"
    monkeypatch.setattr(typed, "on_terminal", lambda: True)
    for said, code in (("non", 1), ("", 1), ("J'ai relu", 0)):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{said}\n"))
        found, _, err = replays.run("fiche", "--vers", str(where))
        assert (found, where.exists()) == (code, code == 0)
        assert "Ma question" in err
        assert "Mme Bernard" in err.partition("Remplacé")[2]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--vers", "page.pdf", "--relu"), 2), (("zzzzzz",), 1), (("--vers", "page", "--relu"), 2)],
)
def test_what_cannot_be_made_is_said(replays: Replays, arguments: tuple[str, ...], code: int) -> None:
    prepared(replays)
    assert replays.run("fiche", *arguments)[0] == code


def test_a_note_without_anything_for_the_page_and_a_journal_without_any(replays: Replays) -> None:
    note = replays.session("a-chaud", "2026-11-02", "chaud.meteo: nuages")
    assert "n’a pas de quoi" in replays.run("fiche", note)[2]
    assert "preparer-app" in replays.run("fiche")[2]


# Whatever is written

SENTENCES = [one.text for one in labelled()]
RECOGNISABLE = " ".join(f"{sentence} Puis galet attend érable." for sentence in SENTENCES)


@pytest.mark.parametrize(
    ("tree", "question", "command"),
    [
        ("preparer-app", "app.recit", ("fiche",)),
        ("preparer-app", "app.essaye", ("fiche",)),
        ("cpp-recherche", "cpp.recherche.indications", ("dossier", "exemple")),
        ("cpp-recherche", "cpp.recherche.trouve", ("dossier", "exemple")),
    ],
)
def test_of_hundreds_of_recognisable_sentences_a_page_shows_nothing_that_the_check_would(
    replays: Replays, tree: str, question: str, command: tuple[str, ...]
) -> None:
    assert len(SENTENCES) > 200
    assert privacy.find(RECOGNISABLE)
    replays.session("a-chaud", "2026-11-02", "chaud.meteo: nuages", "érable")
    value = json.dumps(RECOGNISABLE, ensure_ascii=False)
    answer = f"[{value}]" if question in ("app.essaye", "cpp.recherche.trouve") else value
    note = replays.session(tree, "2026-11-20", f"{question}: {answer}\n", "galet")
    page = replays.told(*command, note, day="2026-11-22")
    assert len(page) > len(RECOGNISABLE) / 2
    assert privacy.find(page) == ()
    assert not re.search(r"\b(galet|érable)\b", page, re.IGNORECASE)


# The dossier

MARKED = """
    cpp.recherche.indications: "J'ai donné deux adresses à galet."
    cpp.recherche.qui_fait: elle
    cpp.recherche.sources: [source.cio, source.terrain]
    cpp.recherche.trouve: ["une fiche métier", "l'accord de Mme Bernard"]
    commun.cloture: "Elle a souri."
    commun.a_porter: dossier
    commun.competences: [rncp37274.c1, rncp37274.c7]
"""


def test_the_overview_says_what_is_illustrated_and_what_has_no_example_yet(replays: Replays) -> None:
    note = replays.session("cpp-recherche", "2026-11-03", MARKED, "galet")
    replays.session("employeur-partenaire", "2026-11-04", "ep.qui: employeur\n", "érable")
    told = replays.told("dossier", day="2026-11-22")
    blocks = re.split(r"^(?=CCP\d)", told, flags=re.MULTILINE)[1:]
    assert [block[:4] for block in blocks] == ["CCP1", "CCP2", "CCP3"]
    assert f"{note} · Se documenter, 3 novembre 2026" in blocks[0]
    assert note in blocks[1]
    assert "Aucun exemple pour ce bloc." in blocks[2]
    assert "Aucun exemple pour ce bloc." not in blocks[0]
    assert "une note pourrait en donner un" in blocks[2]
    assert f"cip-coach dossier exemple {note}" in told
    assert "à vérifier sur le REAC" in " ".join(told.split())
    assert not any(code in told for code in CODES)


def test_the_draft_has_the_five_official_fields_and_what_the_note_holds(replays: Replays) -> None:
    note = replays.session("cpp-recherche", "2026-11-03", MARKED, "galet")
    page = replays.told("dossier", "exemple", note, day="2026-11-22")
    shows_nobody(page)
    fields = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    assert [field[:2] for field in fields] == ["Co", "1.", "2.", "3.", "4.", "5."]
    assert "deux adresses à la personne" in fields[1]
    assert "CIO" in fields[2]
    assert "novembre 2026" in fields[4]
    assert "3 novembre" not in page
    assert "Elle a souri" in fields[5]


def test_feelings_and_what_hinders_the_person_stay_in_the_journal(replays: Replays) -> None:
    note = replays.session(
        "cpp-exploration",
        "2026-11-03",
        """
        cpp.exploration.envies: ["travailler dehors"]
        cpp.exploration.freins: [frein.sante]
        """,
        "galet",
    )
    chaud = replays.session("a-chaud", "2026-11-04", "chaud.ressenti: [emo.colere]\nchaud.bien: un rire\n", "galet")
    page = replays.told("dossier", "exemple", note, chaud)
    assert "travailler dehors" in page
    assert "santé" not in page.lower()
    assert "colère" not in page.lower()


def test_an_example_of_several_notes_says_the_whole_period(replays: Replays) -> None:
    first = replays.session("cpp-recherche", "2026-09-03", MARKED, "galet")
    second = replays.session("cpp-immersion", "2026-11-03", "cpp.immersion.moment: terminee\n", "galet")
    assert "de septembre 2026 à novembre 2026" in replays.told("dossier", "exemple", second, first)


def test_an_empty_journal_has_a_dossier_without_examples(replays: Replays) -> None:
    told = replays.told("dossier")
    assert told.count("Aucun exemple pour ce bloc.") == 3
    assert not replays.root.exists()


# The veil and the page, whatever the words


class Anywhere:
    """A check that shows every occurrence of a word."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __call__(self, text: str) -> tuple[Finding, ...]:
        return tuple(
            privacy.Finding(found.start(), found.end(), privacy.Kind.NAME, "X")
            for found in re.finditer(re.escape(self.word), text)
        )


@given(st.lists(st.text(alphabet="ab Zz.\n'éç", max_size=30), max_size=6), st.sampled_from(["ab", "Z", "z."]))
def test_nothing_that_the_check_shows_stays_and_all_else_does(texts: list[str], word: str) -> None:
    after, replaced = veiled(texts, "", (), Anywhere(word))
    assert not Anywhere(word)("\n".join(after))
    assert len(after) == len(texts)
    if not replaced:
        assert list(after) == texts
    else:
        assert replaced[0].before in "\n".join(texts)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("galet est là", "La personne est là"),
        ("Avec Galet, puis érable.", "Avec la personne, puis une autre personne."),
        ("L'effort d'érable", "L'effort d’une autre personne"),
        ("le dossier de galet, qu'érable lit", "le dossier de la personne, qu’une autre personne lit"),
        ("d'galet", "De la personne"),
        ("galets et regalet", "galets et regalet"),
        ("Fini. GALET rit", "Fini. La personne rit"),
    ],
)
def test_codes_give_way_to_words(text: str, after: str) -> None:
    assert veiled((text,), "galet", ("galet", "érable"), lambda _: ())[0] == (after,)


def test_a_check_that_never_has_enough_ends_in_something_hidden() -> None:
    def always(text: str) -> tuple[Finding, ...]:
        return (privacy.Finding(0, len(text), privacy.Kind.NAME, "Bernard"),) if text != "[…]" else ()

    after, replaced = veiled(("Bernard",), "", (), always)
    assert after == ("[…]",)
    assert Replaced("Bernard", "[…]") in replaced


@example("\n\n0")
@given(st.one_of(st.text(max_size=80), st.text("*_`<>[]()#-=+1. \n\t&;:a~|\\", max_size=40)).map(clean))
def test_no_word_acts_as_markup(text: str) -> None:
    from html.parser import HTMLParser

    page = Leaflet("Titre", (Part("Partie", (text, text), items=True), Part("Autre", (text,))), text)
    tags: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.append(tag)

    parser = Tags()
    parser.feed(html(page))
    expected = ["html", "head", "meta", "meta", "title", "style", "body", "main", "h1", *(["p"] if text else [])]
    assert tags == [*expected, "section", "h2", "ul", "li", "li", "section", "h2", "p"]

    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(markdown(page))
    kinds = [token.type for token in tokens if token.type.endswith(("_open", "_block", "hr", "fence"))]
    assert kinds.count("heading_open") == 3
    assert kinds.count("list_item_open") == 2
    assert not set(kinds) & {"html_block", "fence", "code_block", "blockquote_open", "hr", "ordered_list_open"}
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "softbreak", "hardbreak", "text_special"}


def test_the_page_fetches_nothing_and_runs_nothing(replays: Replays, tmp_path: Path) -> None:
    prepared(replays)
    where = tmp_path / "page.html"
    replays.told("fiche", "--vers", str(where), "--relu")
    page = where.read_text("utf-8")
    assert not re.search(r"<script|src=|href=|url\(|@import|http", page)
    assert 'lang="fr"' in page
