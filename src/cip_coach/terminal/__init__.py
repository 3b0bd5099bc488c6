"""The only place that knows questionary, prompt_toolkit and rich."""

import sys

# asyncio, below prompt_toolkit, would load TLS, to talk to nobody: this program opens no connection.
sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
