"""A pattern of a module is what `re.compile` makes of the same text, prepared when it is first used."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cip_coach.patterns import regex


def test_it_does_what_the_compiled_pattern_does() -> None:
    late, compiled = regex(r"(?P<mot>a+)(b)?", re.IGNORECASE), re.compile(r"(?P<mot>a+)(b)?", re.IGNORECASE)
    for method in ("match", "search", "fullmatch", "findall", "split"):
        for text in ("xAAb", "aab", "", "c"):
            one, other = getattr(late, method)(text), getattr(compiled, method)(text)
            assert repr(one) == repr(other)
    assert late.sub("-", "xaab") == compiled.sub("-", "xaab") == "x-"
    assert (late.pattern, late.groups, late.flags) == (compiled.pattern, compiled.groups, compiled.flags)
    assert regex(b"a+").findall(b"aba") == [b"a", b"a"]


def test_a_pattern_that_is_none_says_so_at_its_first_use() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.match("a")


def test_every_pattern_of_ours_can_be_prepared() -> None:
    code = """
import importlib, pkgutil, re, cip_coach
from cip_coach import patterns
seen = 0
for module in pkgutil.walk_packages(cip_coach.__path__, "cip_coach."):
    if not module.name.endswith("__main__"):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, patterns._Late):
                value.flags
                seen += 1
print(seen)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 50


def test_no_module_prepares_one_while_it_loads() -> None:
    package = Path(__file__).parent.parent / "src" / "cip_coach"
    early = re.compile(r"^\w+(?:: .+)? = re\.compile\(", re.MULTILINE)
    assert [path.name for path in package.rglob("*.py") if early.search(path.read_text(encoding="utf-8"))] == []
