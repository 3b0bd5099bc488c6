"""The command line read at once: to the same values as typer, and left to it when anything is out of the ordinary."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cip_coach.commands import TABLE, Entry, Refusal, quickline
from cip_coach.commands.mounting import PageWanted, mount

Path = tuple[str, ...]


def runnable(entries: tuple[Entry, ...], path: Path = ()) -> Iterator[tuple[Path, Entry]]:
    for entry in entries:
        if entry.module:
            yield (*path, entry.name), entry
        yield from runnable(entry.children, (*path, entry.name))


COMMANDS = dict(runnable(TABLE))
ANYTHING = ["a-chaud", "érable", "3", "", "-", "--", "-h", "--help", "--version", "--nimporte", "--json", "fait"]
LEFT = (None, False, (), [])


@st.composite
def lines(draw: st.DrawFn) -> tuple[Path, list[str]]:
    """A command and words after it, of its own most of the time."""
    path = draw(st.sampled_from(list(COMMANDS)))
    options = [name for param in mount(COMMANDS[path]).params for name in param.opts if name.startswith("-")]
    words = st.sampled_from(options) | st.sampled_from(ANYTHING) | st.sampled_from([f"{name}=x" for name in options])
    return path, draw(st.lists(words, max_size=5))


def by_typer(path: Path, words: list[str]) -> dict[str, object]:
    """What typer gives to the command, but for what is left as it is."""
    command = mount(COMMANDS[path])
    with command.make_context(path[-1], list(words)) as context:
        assert not context.args
        given = context.params.items()
        return {
            name: list(value) if isinstance(value, tuple) else value for name, value in given if value not in LEFT
        }


@given(lines())
def test_a_line_read_at_once_is_read_as_typer_reads_it(line: tuple[Path, list[str]]) -> None:
    path, words = line
    read = quickline.read([*path, *words], TABLE)
    if read is None:
        return
    function, values = read
    assert function is __import__(COMMANDS[path].module, fromlist=["command"]).command
    typed = by_typer(path, words)
    assert typed == values


@pytest.mark.parametrize(
    "line",
    [
        "journal chemin",
        "review",
        "review mobilité retard --sans logement --personne érable --depuis mars",
        "stats --texte --journal dossier",
        "session a-chaud --personne galet --date hier --simple",
        "session",
        "questions verifier a.yml b.yml --json",
        "questions",
        "pas --tous",
        "pas fait k7f3qd.2",
        "journal purger --plus-de 2a",
    ],
)
def test_what_people_type_is_read_without_typer(line: str) -> None:
    assert quickline.read(line.split(), TABLE) is not None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nimporte",
        "--version",
        "review --help",
        "review --nombre 3",
        "review --personne",
        "review --personne --json",
        "review --personne=érable",
        "review --personne a --personne b",
        "pas --tous fait x",
        "pas fait",
        "pas fait a b",
        "journal purger",
        "demo -- review",
        "completion bash",
    ],
)
def test_the_rest_is_left_to_typer(line: str) -> None:
    assert quickline.read(line.split(), TABLE) is None


def test_a_misuse_is_still_refused_in_full() -> None:
    with pytest.raises(Refusal):
        by_typer(("pas", "fait"), [])
    with pytest.raises(PageWanted):
        by_typer(("pas", "fait"), ["--help"])
