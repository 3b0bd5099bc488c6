"""The pages of docs/: complete, true to the program, and in French."""

import re
from pathlib import Path

import pytest
from commandlines import unknown
from generate import commands_page
from proofreading import ENGLISH

from cip_coach.commands import TABLE

ROOT = Path(__file__).parents[1]
PAGES = {page.name: page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md"))}
PUBLIC = {**PAGES, "../README.md": (ROOT / "README.md").read_text(encoding="utf-8")}
CODE = re.compile(r"^```.*?^```|`[^`\n]*`|<!--.*?-->|^> \*\*In English.*?\n\n", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def prose(page: str) -> str:
    """What is said in a page: no code, no address."""
    return LINK.sub("", CODE.sub("", PUBLIC[page]))


def command_lines() -> list[tuple[str, str]]:
    """(page, line) for each command line in the blocks of the pages."""
    return [
        (page, line.strip())
        for page, text in PUBLIC.items()
        for block in re.findall(r"^```(?:sh|bat|)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
        if line.strip().startswith("cip-coach")
    ]


def test_the_contents_lead_to_every_page():
    assert set(PAGES) - {"README.md"} == set(LINK.findall(PAGES["README.md"]))


@pytest.mark.parametrize("page", PUBLIC)
def test_every_link_and_every_picture_is_there(page):
    inside = [target for target in LINK.findall(PUBLIC[page]) if not target.startswith("http")]
    assert [target for target in inside if not (ROOT / "docs" / page).parent.joinpath(target).exists()] == []


@pytest.mark.parametrize(("page", "line"), command_lines())
def test_every_command_line_is_one_that_exists(page, line):
    assert unknown(line) == []


def test_the_help_of_every_command_is_the_one_the_program_shows():
    assert PAGES["commandes.md"] == commands_page()


def test_every_command_is_told_somewhere_else_than_in_the_list_of_commands():
    told = " ".join(text for page, text in PUBLIC.items() if page != "commandes.md")
    assert [entry.name for entry in TABLE if f"cip-coach {entry.name}" not in told] == []


@pytest.mark.parametrize("page", PUBLIC)
def test_a_page_is_in_french_and_says_vous_or_nobody(page):
    said = prose(page)
    assert ENGLISH.findall(said) == []
    assert re.findall(r"\b(?:tu|toi|ton|tes|ta)\b", said, re.IGNORECASE) == []
    assert re.findall(r"\w'\w", said) == []
