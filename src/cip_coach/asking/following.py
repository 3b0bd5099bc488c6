"""What follows the items of a list that are moved, renamed or removed: the answers about them, and their names."""

from collections.abc import Mapping
from typing import TypeVar

from cip_coach.answer import Answer, Items, Picked, Reply, is_other
from cip_coach.asking.paths import Moved, renumbered
from cip_coach.frozen import replace
from cip_coach.text import closest

AnyReply = TypeVar("AnyReply", Reply, Answer)


def followed(replies: Mapping[str, AnyReply], list_path: str, moved: Moved) -> dict[str, AnyReply]:
    """`replies` by path after the items of `list_path` moved, as `paths.renumbered` says.

    What was said about a removed item goes with it. So does an item that nobody
    said to move, when another one takes its place.
    """
    keys = {**{new: None for new in moved.values() if new is not None}, **moved}
    kept = {}
    for path, former in replies.items():
        new, reply = renumbered(path, list_path, keys), _picks_followed(former, list_path, keys)
        if new is not None and reply is not None:
            kept[new] = reply
    return kept


def _picks_followed(reply: AnyReply, list_path: str, keys: Moved) -> AnyReply | None:
    """`reply` with its picks under their new names; None when every one of them was removed."""
    if not isinstance(reply, Picked) or not reply.ids:
        return reply
    ids = tuple(new for pick in reply.ids if (new := renumbered(pick, list_path, keys)) is not None)
    return replace(reply, ids=ids) if ids else None


def went(before: Reply | None, after: Reply | None) -> dict[str, str | None]:
    """Where the items of the answer `before` are in `after`, read from their texts when nobody said it.

    The item with the same text; else the one most like it; else the one in its
    place; else None: it was removed. No two items become one.
    """
    if before == after:
        return {}
    free = texts_of(after)
    old = texts_of(before)
    new_keys: dict[str, str | None] = dict.fromkeys(old)
    for find in (_same_text, _alike, _same_place):
        for key, text in old.items():
            new = find(key, text, free) if new_keys[key] is None else None
            if new is not None:
                new_keys[key] = new
                del free[new]
    return new_keys


def texts_of(reply: Reply | None) -> dict[str, str]:
    """The texts of `reply` that can move, by key: `1`, `2`… in a list, `autre1`… among picks."""
    match reply:
        case Items(texts):
            return {str(rank): text for rank, text in enumerate(texts, 1)}
        case Picked(ids, others):
            return dict(zip(filter(is_other, ids), others, strict=False))
        case _:
            return {}


def _same_text(key: str, text: str, free: Mapping[str, str]) -> str | None:
    return key if free.get(key) == text else next((new for new, other in free.items() if other == text), None)


def _alike(_key: str, text: str, free: Mapping[str, str]) -> str | None:
    like = closest(text, free.values())
    return next((new for new, other in free.items() if other == like), None)


def _same_place(key: str, _text: str, free: Mapping[str, str]) -> str | None:
    return key if key in free else None
