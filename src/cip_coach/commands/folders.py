"""Where things lie when nobody says otherwise: the folders that the system gives to a program."""

import os
from pathlib import Path

SETTINGS = "reglages.yml"
VARIABLE = "CIP_COACH_CONFIGURATION"
"""The variable of the environment that names another configuration folder: a stick, a demonstration."""


def configuration_folder() -> Path:
    """Where the user's own trees and settings lie; it may not exist."""
    if named := os.environ.get(VARIABLE, "").strip():
        return Path(named).expanduser().absolute()
    from platformdirs import user_config_path

    return user_config_path("cip-coach", appauthor=False)


def settings_file() -> Path:
    """Where the settings are written; a link is followed, so that saving leaves it one."""
    return (configuration_folder() / SETTINGS).resolve()


def usual_journal() -> Path:
    """The journal of somebody who asked for nothing else: in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("cip-coach", appauthor=False) / "journal"
