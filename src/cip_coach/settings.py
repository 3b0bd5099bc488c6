r"""The settings: one YAML file that belongs to its reader. Knows its keys and its text; knows no disk, no screen.

    journal: E:\journal      # where the notes are; never created from here
    affichage: simple        # plein | simple
    discret: oui             # oui | non

A value that is not understood counts as absent and becomes a problem; a
misspelt key is read as the one it was meant to be, and told. A change touches
the bytes of one value: comments, order and blanks stay.
"""

from pathlib import PurePosixPath, PureWindowsPath

from cip_coach.frozen import field, frozen, replace
from cip_coach.plainyaml import Mapping, Scalar, YamlFault, read, scalar
from cip_coach.problem import Misused, Problem, Refused
from cip_coach.shape import Shape
from cip_coach.text import closest

JOURNAL, DISPLAY, DISCREET = "journal", "affichage", "discret"
CHOICES: dict[str, tuple[str, ...]] = {JOURNAL: (), DISPLAY: ("plein", "simple"), DISCREET: ("non", "oui")}
"""The keys, in the order they are shown; the values of each, the default first (none: a folder)."""
_BOM = "\ufeff"


@frozen
class Settings:
    """What the file says: values by key, the line of each, and its problems.

    `lost` says that the folder of the journal may be written there and cannot be
    read: nobody may then take the usual folder for it.
    """

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lost: bool = False


def parsed(text: str, file: str) -> Settings:
    """The settings in `text`; `file` names it in the problems."""
    shape = Shape(file)
    try:
        whole = read(text)
    except YamlFault as fault:
        return Settings(problems=(fault.problem(file),), lost=True)
    if not isinstance(whole, Mapping):
        shape.fault(whole, "reglages-forme")
        return Settings(problems=tuple(shape.problems), lost=True)
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    lost = False
    for key, value in shape.keys(whole, CHOICES).pairs():
        if key not in CHOICES or value == "":
            continue
        if isinstance(value, Scalar) and _fits(key, value):
            values[str(key)], lines[str(key)] = str(value), value.line
            continue
        lost = lost or key == JOURNAL
        if key == JOURNAL:
            shape.fault(value, "reglages-dossier")
        else:
            shape.unknown(value, "valeur-inconnue", CHOICES[key], cle=str(key))
    return Settings(values, lines, tuple(replace(problem, warning=True) for problem in shape.problems), lost)


def accepted(key: str, value: str) -> None:
    """Raise `Misused` unless `key` may be given `value`."""
    if key not in CHOICES:
        near = closest(key, CHOICES) or ""
        raise Misused("reglages-cle", proche=near, possibles=", ".join(CHOICES))
    if not _fits(key, value):
        if key == JOURNAL:
            raise Misused("reglages-dossier")
        raise Misused("reglages-valeur", cle=key, possibles=", ".join(CHOICES[key]))


def changed(text: str, key: str, value: str) -> str:
    """`text` where `key` is worth `value`, every other character as it was.

    Raises `Misused` for a key or a value that does not exist, `Refused` for a
    file that cannot be read, or where that value cannot be changed alone.
    """
    accepted(key, value)
    before = parsed(text, "")
    if any(not problem.warning for problem in before.problems):
        raise Refused("reglages-illisibles", before.problems)
    after = _spliced(text, key, scalar(value))
    read_back = parsed(after, "")
    if read_back.values != {**before.values, key: value}:
        raise Refused("reglages-a-la-main", cle=key)
    return after


def _fits(key: str, value: str) -> bool:
    if key != JOURNAL:
        return value in CHOICES[key]
    return value.startswith("~") or PurePosixPath(value).is_absolute() or PureWindowsPath(value).is_absolute()


def _spliced(text: str, key: str, written: str) -> str:
    """The lines of `text`, the value of `key` replaced on its line, or a line added at the end."""
    mark = _BOM if text.startswith(_BOM) else ""
    lines = text.removeprefix(_BOM).splitlines(keepends=True)
    whole = read(text)
    found = next((known for known, _ in whole.pairs() if known == key), None) if isinstance(whole, Mapping) else None
    if found is None:
        end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += end
        return mark + "".join([*lines, f"{key}: {written}{end}"])
    line = lines[found.line - 1]
    colon = line.index(":", found.column - 1 + len(key))
    start = colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip(" \t"))
    old = line[start:].rstrip("\r\n")
    kept = old[_length(old) :]
    gap = line[colon + 1 : start]
    if not _length(old):  # nothing was written there: what follows is the end, or a comment
        gap, kept = " ", (f" {gap}{kept}".replace("  ", " ") if kept else "")
    lines[found.line - 1] = line[: colon + 1] + (gap or " ") + written + kept + line[start + len(old) :]
    return mark + "".join(lines)


def _length(old: str) -> int:
    """How many characters at the beginning of `old`, the end of a line, are the value; a comment is not."""
    if old[:1] in ("'", '"'):
        quote, place = old[0], 1
        while place < len(old):
            if old[place] == "\\" and quote == '"':
                place += 1
            elif old[place] == quote:
                if quote == '"' or old[place + 1 : place + 2] != quote:
                    return place + 1
                place += 1
            place += 1
        return len(old)
    if old.startswith("#"):
        return 0
    comment = min((at for at in (old.find(" #"), old.find("\t#")) if at >= 0), default=len(old))
    return len(old[:comment].rstrip(" \t"))
