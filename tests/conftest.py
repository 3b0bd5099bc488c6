"""Fixtures that several test files share; no property fails because the machine is busy."""

from hypothesis import settings

pytest_plugins = ["replays"]
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
