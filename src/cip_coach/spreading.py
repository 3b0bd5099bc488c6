"""`map` on all the processors: long work, spread over copies of this process. Knows nothing of what is done.

Ten thousand notes are read by one processor while the others wait. Where the system can
copy a process at once (Linux), each other processor is given a copy, a helper, that does
its share of the blocks and hands back what it found through a pipe: in memory, nothing
goes through the disk. A helper only reads. One that fails or is killed changes nothing
but the time: its blocks are then done here, and an error is raised here.
"""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import pickle

T = TypeVar("T")
R = TypeVar("R")

ALONE = 64
"""So many items are done before anybody is asked to help: who wants the first ones only pays for no other."""
BLOCK = 64
"""Items done together; what a helper found in a block waits in its memory until it is wanted."""
_FEWEST = 8
"""With fewer blocks than that, help costs more than it brings."""
_MOST_HELPERS = 3


def spread(function: Callable[[T], R], items: Iterable[T], *, alike: bool = False) -> Iterator[R]:
    """What `map(function, items)` gives, in the same order.

    `function` may be called in a copy of this process: what it changes is lost, and
    what it gives back is copied (`pickle`). With `alike`, for values that share much
    and are all kept, what they share is copied once.
    """
    rest = iter(items)
    yield from map(function, islice(rest, ALONE))
    blocks = list(_blocks(rest))
    helpers: list[_Helper[T, R]] = []
    try:
        count = min(_others(), _MOST_HELPERS) if len(blocks) >= _FEWEST else 0
        with suppress(OSError):  # the system has no room for one more process
            for rank in range(count):
                helpers.append(_Helper(function, blocks[rank + 1 :: count + 1], alike))
        for rank, block in enumerate(blocks):
            turn = rank % (count + 1)
            found = helpers[turn - 1].found() if 0 < turn <= len(helpers) else None
            yield from map(function, block) if found is None else found
    finally:
        for helper in helpers:
            helper.dismiss()


def _blocks(items: Iterator[T]) -> Iterator[tuple[T, ...]]:
    while block := tuple(islice(items, BLOCK)):
        yield block


def _others() -> int:
    """How many processors could help: none where a process cannot be copied safely."""
    if sys.platform != "linux":  # elsewhere a copy may not use the system's libraries, or there is none
        return 0
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:  # a copy has only one of the threads
        return 0
    return len(os.sched_getaffinity(0)) - 1


class _Helper(Generic[T, R]):
    """A copy of this process that does its blocks one after the other."""

    def __init__(self, function: Callable[[T], R], blocks: Sequence[Sequence[T]], alike: bool) -> None:
        """Raises OSError when there can be none."""
        source, drain = os.pipe()
        self._source = open(source, "rb")  # noqa: PTH123, SIM115 - until it is dismissed
        self._reader: pickle.Unpickler | None = None
        self._alike = alike
        itself = os.getpid()
        try:
            self._pid = os.fork()
            if not self._pid:
                self._source.close()
                _work(function, blocks, alike, drain)
        finally:
            if os.getpid() != itself:  # whatever happened, a helper ends here, and says nothing
                os._exit(0)
            os.close(drain)

    def found(self) -> list[R] | None:
        """What was found in its next block; None when it has failed."""
        import pickle

        if self._reader is None or not self._alike:
            self._reader = pickle.Unpickler(self._source)  # noqa: S301 - from a copy of ourselves
        try:
            found: list[R] = self._reader.load()
        except (EOFError, pickle.UnpicklingError):
            return None
        return found

    def dismiss(self) -> None:
        """Wait no longer for it."""
        self._source.close()
        with suppress(ProcessLookupError, ChildProcessError):  # whoever started us may have asked for no news of it
            os.kill(self._pid, 9)
            os.waitpid(self._pid, 0)


def _work(function: Callable[[T], R], blocks: Sequence[Sequence[T]], alike: bool, drain: int) -> None:
    import pickle

    if signal := sys.modules.get("signal"):
        signal.set_wakeup_fd(-1)  # what signals wake up is the process that was copied
    written = io.BytesIO()
    writer = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    for block in blocks:
        writer.dump(list(map(function, block)))
        if not alike:
            writer.clear_memo()
        found = memoryview(written.getvalue())
        while found:
            found = found[os.write(drain, found) :]
        written.seek(0)
        written.truncate()
