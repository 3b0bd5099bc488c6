"""What prompt_toolkit loads and we never use: put off, not taken away."""

import os
import subprocess
import sys

LIGHTER = "import sys; from cip_coach.terminal import lighter; import prompt_toolkit, questionary; "
SAME = "print(was == (sys.modules['ssl'], sys.modules['prompt_toolkit.shortcuts.progress_bar']))"


def ran(code: str, before: str = "") -> str:
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": "", "LANG": "C.UTF-8"}
    process = subprocess.run(
        [sys.executable, "-c", before + LIGHTER + code], capture_output=True, text=True, env=environment, check=False
    )
    assert process.returncode == 0, process.stderr
    return process.stdout


def test_neither_xml_nor_tls_is_loaded_with_the_screens() -> None:
    loaded = ran("print(*(name for name, module in sys.modules.items() if module is not None))").split()
    assert not {"ssl", "_ssl", "pyexpat", "xml.dom.xmlbuilder", "prompt_toolkit.shortcuts.progress_bar.base"} & set(
        loaded
    )


def test_a_progress_bar_of_prompt_toolkit_is_made_for_who_wants_one() -> None:
    said = ran(
        "from prompt_toolkit.shortcuts import ProgressBar; "
        "print(type(ProgressBar('titre')).__module__); "
        "from prompt_toolkit.shortcuts.progress_bar import formatters; print(formatters.Bar.__name__)"
    )
    assert said.split() == ["prompt_toolkit.shortcuts.progress_bar.base", "Bar"]


def test_the_keys_of_vi_are_there_for_who_wants_them() -> None:
    said = ran(
        "from prompt_toolkit.key_binding.bindings.vi import load_vi_bindings as keys; print(len(keys().bindings))"
    )
    assert int(said) > 200


def test_the_markup_of_prompt_toolkit_is_read_for_who_uses_it() -> None:
    said = ran(
        "from prompt_toolkit.formatted_text import HTML, to_formatted_text as t; print(list(t(HTML('<b>un</b>'))))"
    )
    assert said.strip() == "[('class:b', 'un')]"


def test_what_was_loaded_before_stays() -> None:
    said = ran(SAME, "import ssl, prompt_toolkit.shortcuts.progress_bar as bars; was = ssl, bars; ")
    assert said.split() == ["True"]
