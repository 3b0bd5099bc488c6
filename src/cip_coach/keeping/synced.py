"""Folders that a service copies elsewhere, known by their path. Reads nothing, asks nobody."""

import re
from pathlib import PurePath

_SERVICES = (
    ("OneDrive", re.compile(r"onedrive($|[ -].*)")),
    ("Dropbox", re.compile(r"dropbox($|[ (-].*)")),
    ("iCloud", re.compile(r"icloud ?drive.*|com~apple~clouddocs|mobile documents")),
    ("Google Drive", re.compile(r"google ?drive($|[ (-].*)|drivefs")),
    ("kDrive", re.compile(r"kdrive($|[ 0-9-].*)")),
)


def service_of(path: PurePath) -> str:
    """The service whose folder holds `path` ("OneDrive"), "" when its name tells of none.

    iCloud may also copy « Documents » and the desktop of a Mac: no path shows it.
    """
    for part in path.parts:
        for name, pattern in _SERVICES:
            if pattern.fullmatch(part.casefold()):
                return name
    return ""
