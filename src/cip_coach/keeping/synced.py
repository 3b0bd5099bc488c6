"""Folders that a service copies elsewhere, known by their path. Reads nothing, asks nobody."""

from pathlib import PurePath

from cip_coach.patterns import regex

_SERVICES = (
    ("OneDrive", regex(r"onedrive($|[ -].*)")),
    ("Dropbox", regex(r"dropbox($|[ (-].*)")),
    ("iCloud", regex(r"icloud ?drive.*|com~apple~clouddocs|mobile documents")),
    ("Google Drive", regex(r"google ?drive($|[ (-].*)|drivefs")),
    ("kDrive", regex(r"kdrive($|[ 0-9-].*)")),
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
