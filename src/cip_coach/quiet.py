"""Texts that need no care, as nearly all French ones: whoever cleans or measures one looks here first."""

from cip_coach.patterns import regex

_QUIET = regex("[\t\n -~\u00a0-\u02ff\u2010-\u2027\u202f\u20ac]*")
_PLAIN = bytes((0x09, 0x0A, *range(0x20, 0x7F)))


def is_quiet(text: str) -> bool:
    """Whether `text.clean` surely leaves it, and any piece of it, as it is; all its characters are one column wide.

    Line ends and tabs, which have no width, may be there.
    """
    # What is not ASCII is left alone for the pattern, which takes six times as long for each character.
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return not odd or _QUIET.fullmatch(odd.decode("utf-8", "surrogatepass")) is not None
