"""A real file system whose power is cut: the image of its device, copied the moment an answer is acknowledged.

A small ext4 disk lies in a file. A program saves answers on it and says after each
that it is kept; at that moment the file is copied (what a disk without power would
hold), the copy is mounted, its journal replayed, and the note is read there. Two
careless ways of writing must lose answers in the same place: else the bench proves nothing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cip_coach.keeping import disk

SOURCES = Path(disk.__file__).parents[2]
TOOLS = ("mkfs.ext4", "mount", "umount")
ROUNDS = 6

WRITER = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from cip_coach.keeping import disk

way, folder = sys.argv[2], Path(sys.argv[3])
draft, closed = folder / "brouillons" / "note.md", folder / "2026" / "note.md"

def carefully(data, seen):
    return disk.save(draft, data, seen=seen)

def by_renaming(data, seen):
    draft.with_name("autre").write_bytes(data)
    draft.with_name("autre").replace(draft)

def in_place(data, seen):
    draft.write_bytes(data)

write = {"ours": carefully, "rename": by_renaming, "in place": in_place}[way]
disk.make_folder(draft.parent)
seen = None
for number in range(1, 4):
    seen = write(f"version {number}\\n".encode() * 400, seen)
    print(number, flush=True)
    sys.stdin.readline()  # the power is cut here, or it goes on
if way == "ours":
    disk.make_folder(closed.parent)
    disk.move(draft, closed)
    print("moved", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def image(tmp_path: Path) -> Iterator[Path]:
    """A file that holds an empty ext4, mounted at `disque` beside it."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("cutting the power of a disk needs root on Linux, to mount its image")
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        pytest.skip(f"cutting the power of a disk needs {', '.join(missing)}")
    path, place = tmp_path / "disque.img", tmp_path / "disque"
    place.mkdir()
    with path.open("wb") as file:
        file.truncate(16 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(path)], check=True)
    if subprocess.run(["mount", "-o", "loop", str(path), str(place)], capture_output=True, check=False).returncode:
        pytest.skip("a file cannot be mounted as a disk here (container without the right)")
    subprocess.run(["sync", "-f", str(place)], check=True)
    try:
        yield path
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def after_the_cut(image: Path) -> Iterator[Path]:
    """The disk as it comes back: a copy of the image as it is now, mounted."""
    copy, place = image.with_name("coupe.img"), image.with_name("coupe")
    place.mkdir(exist_ok=True)
    shutil.copyfile(image, copy)
    subprocess.run(["mount", "-o", "loop", str(copy), str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def cuts(image: Path, way: str, folder: str, program: str = WRITER) -> Iterator[tuple[str, dict[str, bytes]]]:
    """After each acknowledgement: what was acknowledged, and the files that a cut would leave."""
    place = image.with_name("disque") / folder
    place.mkdir()
    os.sync()
    writer = subprocess.Popen(
        [sys.executable, "-c", program, str(SOURCES), way, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdin and writer.stdout
    with writer:
        for said in iter(writer.stdout.readline, ""):
            with after_the_cut(image) as there:
                files = (there / folder).rglob("*")
                yield (
                    said.strip(),
                    {
                        path.relative_to(there / folder).as_posix(): path.read_bytes()
                        for path in files
                        if path.is_file()
                    },
                )
            writer.stdin.write("\n")
            writer.stdin.flush()
    assert writer.returncode == 0


def version(number: str) -> bytes:
    return f"version {number}\n".encode() * 400


def test_what_was_acknowledged_survives_a_power_cut(
    image: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    trials = 0
    for round_ in range(ROUNDS):
        for said, files in cuts(image, "ours", f"r{round_}"):
            where = "2026/note.md" if said == "moved" else "brouillons/note.md"
            wanted = version("3" if said == "moved" else said)
            assert files.get(where) == wanted, (round_, said, list(files))
            assert [name for name in files if name != where] == []
            trials += 1
    record_testsuite_property("power cuts", trials)
    assert trials == 4 * ROUNDS


@pytest.mark.parametrize("way", ["rename", "in place"])
def test_the_bench_sees_what_careless_writing_loses(image: Path, way: str) -> None:
    lost = [said for said, files in cuts(image, way, "sans") if files.get("brouillons/note.md") != version(said)]
    assert lost
