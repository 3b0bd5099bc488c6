"""A journal sealed, or opened again, one file after the other. May be killed at any call, and resumed.

Each file is written in its other form, read back, unsealed, compared; only then does
the first form go. So every note can be read in at least one form at every moment. The
marker changes first: a session still open writes nothing more in the former way.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from cip_coach.frozen import frozen, replace
from cip_coach.keeping import archive, disk, followed, marker, shelf, siblings, vault
from cip_coach.keeping.advance import Advance
from cip_coach.keeping.refusals import Exists, Unreadable
from cip_coach.keeping.seal import Seal
from cip_coach.keeping.shelf import SEALED, Journal
from cip_coach.problem import Problem, Refused


@frozen
class Converted:
    """How many files took their other form, how many of them are notes, and those that could not."""

    files: int
    notes: int
    problems: tuple[Problem, ...] = ()


def needs_key(journal: Journal) -> bool:
    """Whether something here is lost without the key. If not, a key there is what an interrupted work left."""
    there = (path.name for path in archive.inside(journal))
    return bool(journal.marker.vault) or any(name.endswith(SEALED) and name != vault.KEY for name in there)


def found_vault(journal: Journal, key: bytes, recipients: tuple[str, ...]) -> None:
    """Write the keys of a journal that needs none yet: the public ones first, `cle.age` last."""
    put(journal, vault.RECIPIENTS, vault.recipients_text(recipients).encode())
    put(journal, vault.KEY, key)


def in_clear(journal: Journal) -> list[Path]:
    """What is still to be sealed: notes, drafts, trash, programmes, what kills left; no link."""
    return [path for path in _ours(journal) if not path.name.endswith(SEALED)]


def sealed_files(journal: Journal) -> list[Path]:
    """What is still to be opened; the key is none of it."""
    return [path for path in _ours(journal) if path.name.endswith(SEALED)]


def seal(journal: Journal, advance: Advance) -> Converted:
    """Seal all that is in clear; `journal` is unlocked. To be called while the journal is held.

    A file that cannot be read, or that changes meanwhile, stays in clear and is told. Raises `Refused`
    (`coffre-relecture`: what was sealed does not read back) and what the disk refuses.
    """
    journal = _marked(journal, marker.SEALED)
    key = _key(journal)
    recipients = vault.recipients_text([str(one) for one in key.recipients]).encode()
    if vault.doubts(journal):
        put(journal, vault.RECIPIENTS, recipients)
    return _each(journal, in_clear(journal), advance, lambda path: _seal_one(journal, key, path))


def unseal(journal: Journal, advance: Advance) -> Converted:
    """Write all that is sealed in clear again, then take the keys away, unless something stays sealed."""
    journal = _marked(journal, marker.UNSEALING)
    key = _key(journal)
    done = _each(journal, sealed_files(journal), advance, lambda path: _unseal_one(journal, key, path))
    if not sealed_files(journal):
        forget_keys(_marked(journal, ""))
    return done


def forget_keys(journal: Journal) -> None:
    """Take the keys away from a journal that is in clear; `cle.age` goes last."""
    for name in (vault.RECIPIENTS, vault.KEY):
        if (journal.root / name).exists():
            disk.remove(journal.root / name)


def _each(journal: Journal, paths: list[Path], advance: Advance, convert: Callable[[Path], None]) -> Converted:
    problems, notes = [], 0
    for rank, path in enumerate(paths, 1):
        try:
            convert(path)
            notes += shelf.is_note(path.name)
        except Unreadable as error:
            problems.append(Problem(shelf.relative(journal, path), 0, 0, error.code, error.details))
        advance(rank, len(paths))
    return Converted(len(paths) - len(problems), notes, tuple(problems))


def _seal_one(journal: Journal, key: Seal, path: Path) -> None:
    data = disk.read(path, vault.LARGEST)
    target = _sealed_name(journal, path)
    for place in siblings.names(target, 99):
        if _written(journal, place, key.closed(data), lambda there: key.opened(there) == data):
            _take_away(path, data)
            return
    raise Exists(target)


def _unseal_one(journal: Journal, key: Seal, path: Path) -> None:
    stored = disk.read(path, vault.LARGEST)
    data = shelf.opened(journal, stored, path)
    target = path.with_name(path.name.removesuffix(SEALED))
    for place in siblings.names(target, 99):
        if _written(journal, place, data, lambda there: there == data):
            _take_away(path, stored)
            return
    raise Exists(target)


def _written(journal: Journal, place: Path, data: bytes, same: Callable[[bytes], bool]) -> bool:
    """Write the other form and read it back; False when another file has that name."""
    from cip_coach.keeping.seal import Broken

    def is_same() -> bool:
        try:
            return same(disk.read(place, vault.LARGEST))
        except Broken:
            return False

    if place.parent != journal.root:
        disk.make_folder(place.parent)
    try:
        disk.save(place, data, seen=None, before_replace=lambda: marker.check(journal.root, journal.marker))
    except Exists:
        if place.lstat().st_size:  # what an interrupted conversion had written, or another file
            return is_same()
        disk.save(place, data, seen=disk.digest(b""))  # its name only was taken when it was interrupted
    if not is_same():
        raise Refused("coffre-relecture") from None
    return True


def _take_away(path: Path, data: bytes) -> None:
    """Remove the first form, unless somebody changed it meanwhile: then both stay, and the next run takes it."""
    if disk.read(path, vault.LARGEST) == data:
        disk.remove(path)


def _sealed_name(journal: Journal, path: Path) -> Path:
    """Where the sealed form goes: beside; what a kill left goes to the trash, under a name of its own."""
    if path in disk.orphans(path.parent):
        meant = disk.intended(path)
        name = meant.name if meant is not None and shelf.is_note(meant.name) else "reste.md"
        return siblings.beside(journal.root / shelf.TRASH / name.removesuffix(SEALED), "_reste").with_suffix(
            f"{shelf.SUFFIX}{SEALED}"
        )
    return path.with_name(path.name + SEALED)


def _ours(journal: Journal) -> Iterator[Path]:
    for folder in shelf.folders(journal):
        notes = (path for path in shelf.listed(folder) if not path.is_symlink())
        leftover = (path for path in disk.orphans(folder) if _holds_words(disk.intended(path)))
        yield from sorted((*notes, *leftover))
    for name in (followed.NAME, followed.NAME + SEALED):
        if (journal.root / name).is_file():
            yield journal.root / name


def _holds_words(meant: Path | None) -> bool:
    """Whether what a kill left holds words in clear: it was to become a note, programmes, or was an editor's."""
    return meant is None or meant.name == followed.NAME or meant.name.endswith(shelf.SUFFIX)


def _marked(journal: Journal, state: str) -> Journal:
    if journal.marker.vault == state:
        return journal
    new = replace(journal.marker, vault=state)
    marker.rewrite(journal.root, journal.marker, new)
    return replace(journal, marker=new)


def _key(journal: Journal) -> Seal:
    if journal.seal is None or journal.seal.identity is None:
        raise Refused("coffre-cle-absente", name=vault.KEY)
    return journal.seal


def put(journal: Journal, name: str, data: bytes) -> None:
    """Write a file of the vault, over what an interrupted beginning left."""
    path = journal.root / name
    seen = disk.digest(disk.read(path, vault.LARGEST)) if path.exists() else None
    disk.save(path, data, seen=seen)
