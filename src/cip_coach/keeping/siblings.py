"""Names beside a name: where a file goes when its own name is taken. Knows no folder."""

from collections.abc import Iterator
from pathlib import Path


def beside(path: Path, mark: str) -> Path:
    """The name with `mark` before all its suffixes: `note_2.md`, `note_2.md.age`."""
    suffixes = "".join(path.suffixes)
    return path.with_name(f"{path.name.removesuffix(suffixes)}{mark}{suffixes}")


def names(path: Path, most: int) -> Iterator[Path]:
    """The name itself, then `…_2`, `…_3`, up to `most`."""
    yield path
    yield from (beside(path, f"_{rank}") for rank in range(2, most + 1))
