"""Hostile words wherever words go: answers, codes, ids, file names, trees. Kept whole, obeyed nowhere, quickly."""

import json
import os
import re
import time
from pathlib import Path, PureWindowsPath

import pytest
from markdown_it import MarkdownIt
from notebook import TODAY, Notebook, a_notebook, entry, note

from cip_coach import cli
from cip_coach.answer import Items
from cip_coach.keeping.parse import parse
from cip_coach.keeping.render import render
from cip_coach.text import clean, clean_line

__all__ = ["a_notebook"]

MARKDOWN = (
    "\tfoo\tbaz", "- a\n\n\tb", "\\# pas un titre", "&nbsp; &amp; &#35; &copy;", "***\n---\n___", "# un\n###### six",
    "Titre\n=====\nAutre\n-----", "    du code\n    indenté", "```\nclôture\n", "~~~ python\n~~~", "<div>\n*a*\n</div>",
    "<!-- cip:chaud.bien texte -->", "<?php ?>", "<![CDATA[x]]>", "[lien]: /url 'titre'", "para\n\npara", "> citation",
    ">> deux", "> - liste dans une citation", "1. un\n2) deux", "- [ ] à faire\n- [x] fait", "* a\n+ b\n- c", "`code`",
    "*emphase* **forte** _a_ __b__", "[lien](http://exemple.fr 'x')", "![image](x.png)", "<http://exemple.fr>",
    "<b>gras</b>", "fin  \nde ligne\\\nforcée", "| a | b |\n|---|---|\n| 1 | 2 |", "[^1]: note", "---\ncip_coach: 1\n---",
    "## Question chaud.bien ?", "\n---\n", "%%{init}%%", "{{ gabarit }}", "$x^2$", "[[lien wiki]]", "#etiquette",
)  # fmt: skip
"""Each construct of CommonMark and of its usual neighbours, in examples of ours."""

STRINGS = (
    "null", "true", "no", "on", "~", "1:30", "0612345670", "1e3", "0x1F", "2026-13-45", "---", "...", "- ", ": ", "? ",
    "&a *a", "!!python/object:os.system", "<<: *a", "%YAML 1.1", "@x", "`x`", '"', "'", "\\", "\\n", "''", '""', "{", "[",
    "=1+1", "+33", "@SUM(A1)", "../../etc/passwd", "C:\\con", "CON", "nul.md", "$(reboot)", "`reboot`", "; rm -rf /",
    "' OR 1=1 --", "<script>alert(1)</script>", "%s%n", "{0.__class__}", "\u202eelbane", "\ufeffmarque", "a\u0301" * 40,
    "\u200b", "\u2028fin\u2029", "\x85", "\x1b]52;c;AA\x07", "\x9b31m", "\x00", "\ud800", "\U000e0041", "👩‍👩‍👧", "ﷺ" * 50, "  ",
    "\t", "\r\n", "é" * 300, "x" * 100_000,
)  # fmt: skip
"""What has troubled parsers, shells, spreadsheets and terminals."""


@pytest.mark.parametrize("text", [*MARKDOWN, *STRINGS], ids=lambda text: ascii(text[:20]))
def test_any_answer_is_kept_and_forges_nothing(text: str) -> None:
    kept = clean(text)
    kept = kept if kept.strip() else "x"
    one = note(
        "aaaaaa", "2026-11-20", entry("chaud.scene", kept), entry("chaud.besoins", Items((clean_line(kept) or "x",)))
    )
    written = render(one)
    assert parse(written, "x.md") == (one, ())
    body = written.partition("\n---\n")[2]
    top = [token for token in MarkdownIt("commonmark").parse(body) if token.level == 0 and token.nesting >= 0]
    kinds = [token.type for token in top if token.type != "html_block"]
    assert kinds.count("heading_open") == 3
    assert [token.content.strip() for token in top if token.type == "html_block"] == [
        "<!-- cip:chaud.scene texte -->",
        "<!-- cip:chaud.besoins liste -->",
    ]
    assert set(kinds) <= {"heading_open", "blockquote_open", "inline", "bullet_list_open"}


CODES = [code for code in STRINGS if len(code) < 400] + [
    "/etc/passwd",
    "~",
    "a/b",
    "érable\nx: y",
    "personne: x",
    "[x]",
]


def test_no_code_leaves_its_line_or_becomes_a_path(notebook: Notebook, tmp_path: Path) -> None:
    answers = tmp_path / "reponses.yml"
    answers.write_text('chaud.bien: "x"\n', "utf-8")
    kept = 0
    for code in CODES:
        if "\x00" in code or "\ud800" in code:  # no argument can hold them
            continue
        before = {path for path in tmp_path.rglob("*") if path.is_file()}
        ran = notebook.run("session", "a-chaud", f"--personne={code}", "--reponses", str(answers))
        assert ran.code in (0, 2), (code, ran.err)
        new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
        assert len(new) == (ran.code == 0), code
        for path in new:
            kept += 1
            assert path.parent == notebook.root / "2026"
            assert re.fullmatch(r"2026-11-22_\d{4}_a-chaud_[a-z0-9]{6}\.md", path.name)
            assert not PureWindowsPath(path.name).is_reserved()
            found, problems = parse(path.read_text("utf-8"), "x.md")
            assert found is not None and problems == ()
            assert found.head.person == clean_line(code)
    assert kept > 30


BOMBS = {
    "rires": "a: &a [lol]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(9)),
    "fusions": "a: &a {x: 1}\n" + "".join(f"b{n}: {{<<: [*a, *a]}}\n" for n in range(22)),
    "crochets": "a: " + "[" * 50_000,
    "accolades": "{" * 50_000,
    "chiffres": "a: " + "9" * 100_000,
    "hexa": "a: 0x" + "f" * 100_000,
    "étiquette": "a: !!int x\nb: !!timestamp x\nc: 2026-13-45",
    "lui-même": "a: &a [*a]",
    "cles": "\n".join(f"c{n}: x" for n in range(60_000)),
    "documents": "---\na: b\n" * 20_000,
    "tabulations": "\t" * 100_000,
    "guillemets": 'a: "' + "\\x41" * 50_000,
    "blocs": "a: |\n" + " x\n" * 100_000,
    "gros": "a: " + "x" * 3_000_000,
}  # fmt: skip
SOON = 2.0
"""Seconds of computing for one file, on any machine; most take some milliseconds."""


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_file_exhausts_a_command(notebook: Notebook, bomb: str) -> None:
    """As a tree, as a note, as the settings, as the programmes: one sentence each, soon."""
    notebook.keep(note("aaaaaa"))
    tree = notebook.root.parent / "piege.yml"
    tree.write_text(BOMBS[bomb], "utf-8")
    notebook.put("2026/2026-11-19_1000_a-chaud_bbbbbb.md", f"---\ncip_coach: 1\n{BOMBS[bomb]}\n---\n# x\n")
    notebook.put("programmes.yml", BOMBS[bomb])
    for words, code in (
        (("questions", "verifier", str(tree)), (1, 2)),
        (("review", "--json"), (0,)),
        (("stats", "--json"), (0,)),
        (("programme",), (0, 1)),
        (("journal", "verifier"), (1,)),
    ):
        began = time.process_time()
        got = cli.run([*words, "--journal", str(notebook.root), "--aujourd-hui", TODAY])
        assert time.process_time() - began < SOON, words
        said = notebook.capsys.readouterr()
        assert got in code, (words, said.err)
        if words[0] == "review":
            assert [one["id"] for one in json.loads(said.out)["notes"]] == ["aaaaaa"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own limit of 260 characters, see the CI")
def test_a_journal_far_down_is_served_or_refused_in_one_sentence(notebook: Notebook, tmp_path: Path) -> None:
    answers = tmp_path / "reponses.yml"
    answers.write_text('chaud.bien: "x"\n', "utf-8")
    deep = notebook.root
    for size, code in ((240, 0), (5000, 1)):
        while len(str(deep)) < size:
            deep = deep / ("d" * 60)
        if code == 0:
            deep.parent.mkdir(parents=True)
        notebook.root = deep
        ran = notebook.run("session", "a-chaud", "--personne", "galet", "--reponses", str(answers))
        assert ran.code == code, ran.err
        assert len(ran.err.splitlines()) <= 2
