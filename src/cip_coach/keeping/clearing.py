"""Folders that are empty, taken away. Beside `disk`, the one module that removes any; knows no note, no journal."""

from pathlib import Path

from cip_coach.keeping.device import patiently


def remove_empty_folder(folder: Path) -> bool:
    """Take an empty folder away; False when it stays (something is in it, or the system says no)."""
    try:
        patiently(folder.rmdir)
    except OSError:
        return False
    return True
