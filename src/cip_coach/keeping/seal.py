"""Bytes sealed and unsealed, in the age format (age-encryption.org/v1). Knows keys; knows no file, no journal.

All in memory, all or nothing: what was cut, changed or sealed for another key gives
no byte. pyrage is imported only where there is something sealed.
"""

import importlib.util
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cip_coach.frozen import field, frozen
from cip_coach.problem import Refused

if TYPE_CHECKING:
    from pyrage.x25519 import Identity, Recipient

SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 - how such a key begins, in every age file


class Broken(Exception):
    """What was sealed cannot be opened with this key: damaged, cut, or sealed for another."""


@frozen
class Seal:
    """What a journal seals its notes with, and, once unlocked, what opens them."""

    recipients: "tuple[Recipient, ...]"
    identity: "Identity | None" = field(default=None, repr=False)

    def closed(self, data: bytes) -> bytes:
        """These bytes, sealed for every recipient."""
        import pyrage

        return bytes(pyrage.encrypt(data, list(self.recipients)))

    def opened(self, data: bytes) -> bytes:
        """What was sealed. Raises `Broken`. To be called only when there is an `identity`."""
        import pyrage

        try:
            return bytes(pyrage.decrypt(data, [self.identity]))
        except pyrage.DecryptError:
            raise Broken from None


def require() -> None:
    """Raise `Refused` `coffre-absent` where the package is not installed."""
    if importlib.util.find_spec("pyrage") is None:
        raise Refused("coffre-absent")


def recipients_of(texts: Iterable[str]) -> "tuple[Recipient, ...]":
    """The public keys written in `texts`. Raises `ValueError` for what is not one."""
    import pyrage

    try:
        return tuple(pyrage.x25519.Recipient.from_str(text) for text in texts)
    except pyrage.RecipientError:
        raise ValueError from None


def identity_of(text: str) -> "Identity":
    """The secret key written in `text`. Raises `ValueError` for what is not one."""
    import pyrage

    try:
        return pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        raise ValueError from None


def new_identity() -> "Identity":
    """A key nobody had before."""
    import pyrage

    return pyrage.x25519.Identity.generate()
