"""Regular expressions prepared when they are first used: preparing one takes as long as loading a small module."""

import re
from typing import Any, AnyStr, cast


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, whose faults show at the first use; every pattern of a module is one of these."""
    return cast("re.Pattern[AnyStr]", _Late(text, flags))


class _Late:
    def __init__(self, text: Any, flags: int) -> None:
        self._told = text, flags

    def __getattr__(self, name: str) -> Any:
        """What a pattern knows or does, kept for the next time."""
        own = self.__dict__[name] = getattr(re.compile(*self._told), name)
        return own
