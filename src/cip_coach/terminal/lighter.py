"""prompt_toolkit without what it loads and nobody here asks for: a tenth of the time to the first question.

To be imported before it. Its markup and its progress bars, which read XML while they
load, and the keys of vi come if they are ever wanted; asyncio does without TLS, since
this program opens no connection.
"""

import sys
import xml.dom  # noqa: F401 -- above one of the modules below
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

_RARE = (
    "prompt_toolkit.shortcuts.progress_bar",
    "prompt_toolkit.key_binding.bindings.vi",
    "xml.dom.minidom",
)


class _Late(ModuleType):
    """Stands for a module: what is called of it is looked for in the true one, loaded then."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def made(*values: Any, **named: Any) -> Any:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(import_module(self.__name__), name)(*values, **named)

        return made


sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
for name in _RARE:
    sys.modules.setdefault(name, _Late(name))
