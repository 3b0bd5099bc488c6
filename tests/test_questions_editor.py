"""The schema in a real editor's server: help, completion and faults, as VS Code shows them, without a network.

Skipped unless `yaml-language-server` (npm) is on the PATH or named by YAML_LANGUAGE_SERVER.
Seen to hold with yaml-language-server 1.25.0 on Node 20.20 (npm install yaml-language-server).
"""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from cip_coach.asking.library import shipped_folder
from cip_coach.asking.schema import TREE_FILE
from cip_coach.terminal.messages.key_help import HELP

SERVER = os.environ.get("YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
pytestmark = [
    pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed"),
    pytest.mark.skipif(SERVER is None, reason="yaml-language-server (npm) is not installed"),
]
PATIENCE = 30
LINE = "# yaml-language-server: $schema=../arbre.schema.json\n"
TREE = f"""\
{LINE}arbre: essai
titre: "Essai"
questions:
  - id: essai.a
    question: "Quoi ?"
    type: oui_non
    si_non:
      - id: essai.b
        question: "Et ?"
        """


class Server:
    """One running server; requests are answered in order, what it publishes by itself is kept."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self.received: Queue[dict[str, Any]] = Queue()
        self.published: dict[str, list[dict[str, Any]]] = {}
        self.number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.request("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.notify("initialized", {})

    def _listen(self) -> None:
        out = self.process.stdout
        assert out is not None
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode("ascii").partition(":")
                length = int(value) if name.lower() == "content-length" else length
                header = out.readline()
            self.received.put(json.loads(out.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def request(self, method: str, params: Any) -> Any:
        self.number += 1
        wanted = self.number
        self._send({"id": wanted, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == wanted and "method" not in message:
                return message.get("result")

    def faults(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self.published:
            self._next()
        return self.published[uri]

    def _next(self) -> dict[str, Any]:
        message = self.received.get(timeout=PATIENCE)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:  # the server asks for its settings: none
            asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self._send({"id": message["id"], "result": [None for _ in asked]})
        return message

    def open(self, path: Path, text: str) -> str:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return path.as_uri()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("reglages")
    shutil.copy(shipped_folder() / TREE_FILE, folder / TREE_FILE)
    return folder


@pytest.fixture(scope="module")
def server(folder) -> Iterator[Server]:
    running = Server(folder)
    yield running
    running.process.kill()
    running.process.wait()


def at(uri: str, line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


def test_every_key_under_the_mouse_is_explained_in_french(server, folder):
    text = (shipped_folder() / "arbres/a-chaud.yml").read_text(encoding="utf-8")
    uri = server.open(folder / "arbres/a-chaud.yml", text)
    lines = text.split("\n")
    for key in ("duree", "moment", "aide", "taxonomie", "si_oui", "quand", "propose"):
        line = next(place for place, one in enumerate(lines) if one.strip().startswith(f"{key}:"))
        found = server.request("textDocument/hover", at(uri, line, lines[line].index(key) + 1))
        told = json.dumps(found, ensure_ascii=False)
        assert HELP.get(key, HELP["si_"]).split(".")[0].split(":")[0].strip() in told.replace("\\", ""), key


def test_a_shipped_tree_has_no_fault(server, folder):
    text = (shipped_folder() / "arbres/guide-metier.yml").read_text(encoding="utf-8")
    assert server.faults(server.open(folder / "arbres/guide-metier.yml", text)) == []


def labels(server: Server, uri: str, line: int, character: int) -> set[str]:
    found = server.request("textDocument/completion", at(uri, line, character))
    items = found["items"] if isinstance(found, dict) else found or []
    return {item["label"] for item in items}


def test_keys_are_completed_by_the_type_of_the_question(server, folder):
    text = TREE + "\n"
    uri = server.open(
        folder / "arbres/cles.yml",
        text.replace('        question: "Et ?"\n        ', '        question: "Et ?"\n    '),
    )
    last = text.count("\n") - 1
    found = labels(server, uri, last, 4)
    assert {"si_oui", "si_en_partie", "nuances", "aide", "quand", "libelle"} <= found
    assert not found & {"choix", "de", "max", "pour_chaque"}


def test_values_are_completed(server, folder):
    uri = server.open(folder / "arbres/valeurs.yml", TREE.replace("oui_non", ""))
    line = TREE.split("\n").index("    type: oui_non")
    assert {"oui_non", "choix", "choix_multiple", "echelle", "liste", "action", "info"} <= labels(
        server, uri, line, 10
    )


def test_a_misspelt_key_is_underlined_where_it_stands(server, folder):
    uri = server.open(folder / "arbres/faute.yml", TREE.rstrip() + "\n        tipe: liste\n")
    faults = server.faults(uri)
    assert [fault["range"]["start"] for fault in faults] == [{"line": 10, "character": 8}]
    assert "tipe" in faults[0]["message"]
