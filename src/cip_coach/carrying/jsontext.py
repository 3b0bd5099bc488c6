"""Plain data as JSON on one line, safe to show: French letters as they are, what acts on a terminal as escapes."""

import json

from cip_coach.patterns import regex

_ACTING = regex(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def dumps(value: object) -> str:
    r"""`value` as JSON, the same for any reader of JSON.

    DEL, C1 controls, direction marks, tags and lone surrogates, which `json` leaves
    as they are without `ensure_ascii`, are written `\u009b` (reliability T1).
    """
    return _ACTING.sub(lambda found: json.dumps(found[0])[1:-1], json.dumps(value, ensure_ascii=False))
