"""prompt_toolkit without what it loads and nobody here asks for: a tenth of the time to the first question.

To be imported before it. Its progress bars, which read XML while they load, come if
one is ever made; asyncio does without TLS, since this program opens no connection.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

_BARS = "prompt_toolkit.shortcuts.progress_bar"


class _Late(ModuleType):
    """Stands for a module: a class of it that is called is looked for in the true one, loaded then."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def made(*values: Any, **named: Any) -> Any:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(import_module(self.__name__), name)(*values, **named)

        return made


sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
sys.modules.setdefault(_BARS, _Late(_BARS))
