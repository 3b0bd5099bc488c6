"""Where a question stands, as notes write it: `a.b[key].c`. Knows no tree; a key may itself hold brackets."""


def identity(path: str) -> str:
    """`path` with its brackets emptied: the name under which answers are compared for ever."""
    if "[" not in path:
        return path
    kept: list[str] = []
    depth = 0
    for char in path:
        depth -= char == "]"
        if depth == 0:
            kept.append(char)
        depth += char == "["
    return "".join(kept)


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
