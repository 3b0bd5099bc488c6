"""What becomes of paths when the items of a list move.

An item has a name for the whole note, `<path of its list>.<key>`: it serves as a
pick and as the key of other loops. When items move, paths and names follow.
"""

from collections.abc import Mapping

from cip_coach.paths import segments

Moved = Mapping[str, str | None]


def covers(pattern: str, path: str) -> bool:
    """Whether `pattern` means `path`: the same path, empty brackets meaning any item."""
    wanted, found = segments(pattern), segments(path)
    return len(wanted) == len(found) and all(
        name == other or (place % 2 == 1 and not name)
        for place, (name, other) in enumerate(zip(wanted, found, strict=True))
    )


def renumbered(path: str, list_path: str, keys: Moved) -> str | None:
    """`path` after the items of `list_path` moved: `keys` maps old keys to new ones, None to a removed item.

    Covers the questions asked about an item (`list[2].x`), the item's own name
    (`list.2`) and loops over that name (`y[list.2].z`), at any depth. None when
    it has to do with a removed item.
    """
    name, _, key = path.rpartition(".")
    if name == list_path and key in keys:
        new = keys[key]
        return None if new is None else f"{list_path}.{new}"
    before = after = ""
    for place, segment in enumerate(segments(path) if "[" in path else ()):
        if place % 2 == 0:
            before, after = before + segment, after + segment
            continue
        new = keys.get(segment, segment) if before == list_path else renumbered(segment, list_path, keys)
        if new is None:
            return None
        before, after = f"{before}[{segment}]", f"{after}[{new}]"
    return after or path
