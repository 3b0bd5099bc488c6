"""A whole journal ⇄ the bytes of one zip file, with the digest of each file in it. Writes nothing itself.

Any tool opens it; `EMPREINTES.txt` in it is what `sha256sum -c` reads. What comes
from outside is believed in nothing: names, sizes and digests are checked before a
byte of it is used.
"""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from cip_coach.keeping import disk, marker, works
from cip_coach.keeping.advance import Advance, untold
from cip_coach.keeping.refusals import Unreadable, reading
from cip_coach.keeping.shelf import Journal, relative
from cip_coach.patterns import regex
from cip_coach.problem import Problem, Refused

DIGESTS = "EMPREINTES.txt"
LARGEST = 1 << 24
"""Bytes of one file: a note has at most a sixteenth of it."""
_LARGEST_ARCHIVE = 1 << 30
_MOST_FILES = 200_000
_DEEPEST = 6
_UNSAFE = regex(r'[\x00-\x1f\x7f\\:*?"<>|]|(?:^|/)\.{0,2}(?:/|$)|[. ](?:/|$)')
_LINE = regex(r"([0-9a-f]{64})  (.+)")


def inside(journal: Journal) -> Iterator[Path]:
    """Every file of the journal by name, at any depth, but `.travaux`; a link to a folder is one, not followed."""
    with reading(journal.root):
        for folder, below, names in os.walk(journal.root, onerror=_raise):
            below.sort()
            names += [name for name in below if (Path(folder) / name).is_symlink()]
            yield from (Path(folder) / name for name in sorted(names) if name != works.NAME)


def contents(
    journal: Journal, *, temporaries: bool = False, advance: Advance = untold
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The bytes of every file by its name from the journal, and those that could not be taken.

    Temporary files of kills are left out unless asked for; a link always is, and told as a problem.
    """
    folders = set() if temporaries else {path.parent for path in inside(journal)}
    orphans = {path for folder in folders for path in disk.orphans(folder)}
    found: dict[str, bytes] = {}
    problems = []
    paths = list(inside(journal))
    for rank, path in enumerate(paths, 1):
        advance(rank, len(paths))
        name = relative(journal, path)
        if path in orphans:
            continue
        try:
            with reading(path):
                if stat.S_ISLNK(path.lstat().st_mode):
                    raise Unreadable("special", path)
            found[name] = disk.read(path, LARGEST)
        except Unreadable as error:
            problems.append(Problem(name, 0, 0, error.code, error.details))
    return found, tuple(problems)


def packed(files: Mapping[str, bytes], advance: Advance = untold) -> bytes:
    """The zip file that holds these files. The same files give the same bytes."""
    listed = "".join(f"{disk.digest(data)}  {name}\n" for name, data in sorted(files.items()))
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for rank, (name, data) in enumerate((*sorted(files.items()), (DIGESTS, listed.encode()))):
            advance(rank, len(files))
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return into.getvalue()


def read(path: Path) -> dict[str, bytes]:
    """The files of an archive, all of them checked.

    Raises `Refused`: `archive-illisible`, `archive-etrangere` (no journal of ours),
    `archive-abimee`, `archive-nom`, `archive-taille`; `Unreadable` for what is no file.
    """
    data = disk.read(path, _LARGEST_ARCHIVE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = dict(_members(archive))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Refused("archive-illisible", name=path.name) from None
    digests = files.pop(DIGESTS, None)
    if digests is None or marker.NAME not in files:
        raise Refused("archive-etrangere", name=path.name)
    said = dict(
        (found[2], found[1])
        for line in digests.decode("utf-8", "replace").splitlines()
        if (found := _LINE.fullmatch(line))
    )
    damaged = [name for name in {*said, *files} if name not in files or said.get(name) != disk.digest(files[name])]
    if damaged:
        raise Refused("archive-abimee", name=path.name, nombre=len(damaged))
    return files


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """The files in the zip: never more bytes than they announce, never a name that leaves the journal."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _LARGEST_ARCHIVE:
        raise Refused("archive-taille")
    for info in infos:
        name = info.filename
        if _UNSAFE.search(name) or name.startswith("/") or name.count("/") >= _DEEPEST or name == works.NAME:
            raise Refused("archive-nom")
        if info.file_size > LARGEST:
            raise Refused("archive-taille")
        with archive.open(info) as member:
            data = member.read(info.file_size + 1)
        if len(data) != info.file_size:
            raise Refused("archive-illisible", name=name)
        yield name, data


def _raise(error: OSError) -> None:
    raise error
