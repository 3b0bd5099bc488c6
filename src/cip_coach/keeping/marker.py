"""The marker of a journal: what makes a folder one, and lets a wrong or absent folder be told from it.

A folder named by mistake, or the mount point of a stick that is not plugged in,
has no marker: nothing is ever written there.
"""

import re
from enum import Enum, auto
from pathlib import Path

from cip_coach.frozen import frozen
from cip_coach.keeping import intake
from cip_coach.keeping.refusals import Unreadable, reading
from cip_coach.patterns import regex
from cip_coach.problem import Refused

NAME = ".cip-coach.yml"
FORMAT = 1
OPEN = "ouvert"
INVENTED = "demonstration"
"""The id of a journal in which nothing is true: the one of `demo`."""
SEALED, UNSEALING = "oui", "fin"
"""What `coffre` says: new notes are sealed; or they no longer are, while some still wait to be opened."""
_AS_WRITTEN = regex(
    rf'(?:#[ -~]*\n)?format: {FORMAT}\njournal: ("?)(\w{{1,40}})\1\netat: (\w{{1,40}})\n(?:coffre: (oui|fin)\n)?',
    re.ASCII,
)


class Origin(Enum):
    """Who named the folder: it decides whether a missing one may be created."""

    DEFAULT = auto()
    NAMED = auto()
    """By `--journal` or the environment."""
    SETTINGS = auto()


@frozen
class Marker:
    """What the marker says: the id of the journal, its state (`ouvert` unless some work is going on), its vault.

    `vault` is "" for a journal in clear, else `SEALED` or `UNSEALING`.
    """

    id: str
    state: str = OPEN
    vault: str = ""


def find(root: Path) -> Marker | None:
    """The marker of `root`, None without one. Raises `Refused` for one that cannot be understood."""
    try:
        data = intake.read(root / NAME, 10_000)
    except Unreadable as error:
        if error.reason == "absent":
            return None
        raise
    if not data:
        return None  # its creation was interrupted: `create` takes it up again
    ours = _AS_WRITTEN.fullmatch(data.decode("utf-8", "replace"))
    return Marker(ours[2], ours[3], ours[4] or "") if ours else _said(data)


def _said(data: bytes) -> Marker:
    """The marker in a file that is not just as `_text` writes it."""
    from cip_coach import plainyaml  # only here: no command reads YAML only to find its journal
    from cip_coach.plainyaml import YamlFault

    try:
        said = plainyaml.read(data.decode("utf-8"))
    except (YamlFault, UnicodeDecodeError):
        raise Refused("journal-marque-illisible", nom=NAME) from None
    if not isinstance(said, dict) or not re.fullmatch(r"\w{1,40}", str(said.get("journal", "")), re.ASCII):
        raise Refused("journal-marque-illisible", nom=NAME)
    if said.get("format") != str(FORMAT):
        raise Refused("journal-format", format=str(said.get("format", "")))
    vault = said.get("coffre", "")
    if vault not in ("", SEALED, UNSEALING):  # to take it for a journal in clear would be worse
        raise Refused("journal-marque-illisible", nom=NAME)
    return Marker(str(said["journal"]), str(said.get("etat") or OPEN), str(vault))


def create(root: Path, origin: Origin, marker: Marker) -> None:
    """Make `root` a journal, if it may become one.

    Raises `Refused`: `journal-absent` (the settings name it), `journal-parent-absent`,
    `journal-pas-dossier`, `journal-sans-marque` (it holds something else).
    """
    from cip_coach.keeping import disk  # only here: those who read a journal never write

    with reading(root):
        exists, is_folder = root.exists(), root.is_dir()
        parent = root.parent.is_dir()
        inside = [path for path in root.iterdir() if path.name != NAME] if is_folder else []
    if exists and not is_folder:
        raise Refused("journal-pas-dossier", dossier=str(root))
    if set(inside) - set(disk.orphans(root) if inside else ()):
        raise Refused("journal-sans-marque", dossier=str(root))
    if origin is Origin.SETTINGS:
        raise Refused("journal-absent", dossier=str(root))
    if origin is Origin.NAMED and not exists and not parent:
        raise Refused("journal-parent-absent", dossier=str(root))
    disk.make_folder(root)
    disk.keep_private(root)
    reserved = (root / NAME).exists()
    disk.save(root / NAME, _text(marker).encode(), seen=disk.digest(b"") if reserved else None)


def check(root: Path, seen: Marker) -> None:
    """Raise `Refused` `journal-change` unless the marker is still the one that was `seen`."""
    if find(root) != seen:
        raise Refused("journal-change", dossier=str(root))


def rewrite(root: Path, seen: Marker, new: Marker) -> None:
    """Make the marker say `new`, if it still says `seen`. Raises `Refused` `journal-change` otherwise."""
    from cip_coach.keeping import disk  # only here: those who read a journal never write

    check(root, seen)
    path = root / NAME
    disk.save(
        path, _text(new).encode(), seen=disk.digest(disk.read(path, 10_000)), before_replace=lambda: check(root, seen)
    )


def _text(marker: Marker) -> str:
    from cip_coach.plainyaml import scalar

    return (
        "# Ce dossier est un journal de cip-coach. Laisser ce fichier ici.\n"
        f"format: {FORMAT}\njournal: {scalar(marker.id)}\netat: {scalar(marker.state)}\n"
        + (f"coffre: {marker.vault}\n" if marker.vault else "")
    )
