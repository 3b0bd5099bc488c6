"""The passphrase and the key of a vault: one seals the other, in another process. Knows no journal.

What makes a passphrase slow to guess (scrypt) takes up to a gibibyte; where that is
missing, the library ends its process. So it is never ours. The passphrase goes
through a pipe: neither the arguments nor the environment of a process ever hold it.
"""

import subprocess
import sys
from typing import Literal

from cip_coach.problem import Refused

_CHILD = """
import sys
words, data = sys.stdin.buffer.read().split(b"\\n", 1)
try:
    from pyrage import DecryptError, passphrase
except ImportError:
    sys.exit(6)
work = passphrase.encrypt if sys.argv[1] == "sceller" else passphrase.decrypt
try:
    sys.stdout.buffer.write(work(data, words.decode()))
except DecryptError as error:
    sys.exit(3 if str(error) == "Decryption failed" else 5 if str(error).startswith("Excessive") else 4)
"""
_REFUSALS = {3: "coffre-phrase", 4: "coffre-cle-abimee", 5: "coffre-cle-lourde", 6: "coffre-absent"}


def sealed(data: bytes, passphrase: str) -> bytes:
    """`data` sealed by a passphrase of one line, a file that `age -d` opens. Raises `Refused` `coffre-memoire`."""
    return _worked("sceller", data, passphrase)


def unsealed(data: bytes, passphrase: str) -> bytes:
    """What a passphrase sealed.

    Raises `Refused`: `coffre-phrase` for the wrong one, `coffre-cle-abimee`, `coffre-cle-lourde` (sealed on a
    far stronger machine), `coffre-memoire`.
    """
    return _worked("ouvrir", data, passphrase)


def _worked(deed: Literal["sceller", "ouvrir"], data: bytes, passphrase: str) -> bytes:
    # -P: nothing is imported from the folder one happens to be in.
    command = [sys.executable, "-P", "-c", _CHILD, deed]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
            command, input=passphrase.encode() + b"\n" + data, capture_output=True, check=False
        )
    except OSError:  # not even a process more
        raise Refused("coffre-memoire") from None
    if done.returncode:
        raise Refused(_REFUSALS.get(done.returncode, "coffre-memoire"))
    return done.stdout
