"""Where a question stands: `a.b[key].c`. A key may itself be a path (`z[x[2].y.1].w`): brackets are read by depth."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def segments(path: str) -> tuple[str, ...]:
    """`path` cut at its outer brackets: names (even places) and keys (odd places) in turn."""
    found = [""]
    depth = 0
    for char in path:
        depth += (char == "[") - (char == "]")
        if (char == "[" and depth == 1) or (char == "]" and depth == 0):
            found.append("")
        else:
            found[-1] += char
    return tuple(found)


def identity(path: str) -> str:
    """`path` with its brackets emptied: the name under which answers are compared for ever."""
    return "[]".join(segments(path)[::2]) if "[" in path else path


def loop_of(path: str) -> tuple[str, str]:
    """The innermost loop `path` is asked in and the key of its item: `("a.b", "key")`, or two empty texts."""
    if "]" not in path:
        return "", ""
    end = path.rindex("]")
    depth = 0
    for place in range(end, -1, -1):
        depth += (path[place] == "]") - (path[place] == "[")
        if depth == 0:
            return path[:place], path[place + 1 : end]
    return "", ""
