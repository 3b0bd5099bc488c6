"""Any note that a session could keep, with the nastiest words in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from cip_coach.answer import Action, Day, Items, Number, Picked, Words, is_other
from cip_coach.keeping import blocks
from cip_coach.keeping.note import (
    Aside,
    Entry,
    Frozen,
    Head,
    Look,
    Note,
    Proposal,
    Status,
    Task,
    TaskState,
    feeds_steps,
    tasks_of,
)
from cip_coach.text import clean

SNIPPETS = (
    *("---", "...", "## x", "# x", "#x", "<!-- cip:a.b texte -->", "<!--", "-->", "```", "~~~", "> ", ">"),
    *("null", "no", "oui", "1:30", "0612345670", "2026-11-22", "- ", "- [ ] ", "- [x] ", "[X] ", "* ", "1. "),
    *("autre : ", "autre1\u00a0: ", "précision\u00a0: ", "Rien à noter", "(pour le 2026-12-01)", "===", "\\"),
    *(" (fait le 2026-11-30)", " (fait le 2026-11-30 : ok)", "\\(laissé le 2026-01-02)", ")", "(", "  ", " "),
    *("\n", "\n\n", "\t", "\u0085", "\u2028", "\ufeff", "\r", "\r\n", "e\u0301", "é", "l'heure", "\ud800", "\x00"),
    *("|", "&nbsp;", "<script>", "![[x]]", "a", "b", "mot", "🙂", "\u00a0", "::", "{", "}", "[", "]", '"', "'"),
)
texts = (
    st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=3)), min_size=1, max_size=8)
    .map("".join)
    .map(clean)
    .filter(str.strip)
)
lines = texts.map(lambda text: text.replace("\n", " ").strip()).filter(bool)
wordings = texts.map(lambda text: text.replace("\n", " ")) | st.just("")
spoken = lines | st.sampled_from(("précision : x", "autre : y", "autre2\u00a0: z", "- t", "Rien à noter", "[x] u"))
days = st.dates()
atoms = st.sampled_from(("a", "b9", "c_d", "scene", "besoins", "freins", "metier", "source", "regard", "x", "y2"))
ids = st.one_of(
    st.sampled_from(("oui", "non", "no", "y", "null", "en_partie", "frein.mobilite", "perso.x", "n1")), atoms
).filter(lambda name: not is_other(name))
names = st.lists(atoms, min_size=1, max_size=3).map(".".join)
keys = st.recursive(
    st.one_of(ids, st.integers(1, 12).map(str)),
    lambda inner: st.tuples(names, inner, names).map(lambda parts: "{}[{}].{}".format(*parts)),
    max_leaves=3,
)
paths = st.one_of(names, st.tuples(names, keys, names).map(lambda parts: "{}[{}].{}".format(*parts)))
codes = st.one_of(ids, paths, st.sampled_from(("difficultes@1", "accompagnement.besoins.2", "a.freins.autre1")))


def tuples(items: st.SearchStrategy, low: int = 0, high: int = 3, unique: bool = True) -> st.SearchStrategy:
    return st.lists(items, min_size=low, max_size=high, unique=unique).map(tuple)


def picked(low: int, high: int) -> st.SearchStrategy[Picked]:
    return st.builds(
        lambda plain, others, order, precision: Picked(
            tuple(
                order.sample(
                    list(plain) + [f"autre{rank + 1}" for rank in range(len(others))], len(plain) + len(others)
                )
            )
            if plain or others
            else (),
            tuple(others),
            precision,
        ),
        tuples(codes, low, max(high, 1)),
        st.lists(texts, max_size=high if high > 1 else 0),
        st.randoms(use_true_random=False),
        st.one_of(st.just(""), texts),
    ).map(_in_order)


def _in_order(answer: Picked) -> Picked:
    """Own picks are numbered as they come, from 2 when the first one was taken away."""
    rank = iter(range(1 + len(answer.precision) % 2, 99))
    return Picked(
        tuple(f"autre{next(rank)}" if is_other(pick) else pick for pick in answer.ids),
        answer.others,
        answer.precision,
    )


one_pick = st.one_of(
    picked(1, 1),
    st.builds(lambda text, more: Picked(("autre1",), (text,), more), texts, st.one_of(st.just(""), texts)),
)
numbers = st.one_of(st.integers(-(10**6), 10**6), st.floats(allow_nan=False, allow_infinity=False)).map(Number)
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "texte": texts.map(Words),
    "piste": texts.map(Words),
    "oui_non": st.sampled_from(("oui", "en_partie", "non", "ne_sait_pas")).map(lambda pick: Picked((pick,))),
    "choix": one_pick,
    "choix_multiple": picked(0, 3),
    "echelle": st.integers(0, 10).map(Number),
    "nombre": numbers,
    "date": days.map(Day),
    "liste": st.lists(lines, max_size=4).map(tuple).map(Items),
    "action": st.builds(Action, texts, st.none() | days),
}
YES_NO = {"oui": "Oui", "en_partie": "En partie", "non": "Non", "ne_sait_pas": "Je ne sais pas encore"}
kinds = st.sampled_from(sorted(ANSWERS))


@st.composite
def tasks(draw: st.DrawFn, plain: Task) -> Task:
    due = plain.due or draw(st.none() | days)
    state = draw(st.sampled_from(TaskState))
    if state is TaskState.OPEN:
        return Task(plain.text, due)
    day = draw(st.none() | days)
    return Task(plain.text, due, state, day, draw(st.just("") | lines) if day else "")


@st.composite
def entries(draw: st.DrawFn, path: str, kind: str, steps: bool, foreign: st.SearchStrategy[str]) -> Entry:
    answer = draw(ANSWERS[kind])
    labels: tuple[str, ...] = ()
    if kind == "oui_non":
        labels = (YES_NO[answer.ids[0]],)
    elif isinstance(answer, Picked):
        labels = tuple(draw(spoken) for pick in answer.ids if not is_other(pick))
    elif isinstance(answer, Number | Day):
        labels = (draw(lines.filter(lambda text: text[0] not in "0123456789-+.")),)
    kept = tuple(draw(tasks(task)) for task in tasks_of(answer, labels)) if steps else ()
    if isinstance(answer, Action):
        answer = Action(answer.text, kept[0].due)
    return Entry(path, kind, draw(wordings), draw(st.integers(2, 6)), answer, labels, kept, draw(foreign))


def closed(answer: object) -> str | tuple[str, ...] | None:
    match answer:
        case Picked(ids=ids):
            return ids[0] if len(ids) == 1 and answer.others != () else ids
        case Items(()):
            return ()
        case Number(value):
            return repr(value)
        case Day(value):
            return value.isoformat()
        case _:
            return None


def _foreign(text: str) -> str:
    """A text that `parse` could have found: no marker of ours, no quote first, no blank edges."""
    kept = [line for line in text.split("\n") if not blocks.marked(line)]
    while kept and (kept[0].startswith(">") or not kept[0].strip()):
        kept.pop(0)
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join(kept)


foreigns = (
    st.just("")
    | st.sampled_from(
        ("Une idée.\n\n## Et un titre", "## Mes notes\n\nUne idée.", "À revoir.\n\n> cité", "# Un titre")
    )
    | texts.map(_foreign)
)
EXTRA = st.sampled_from(
    [
        (),
        ("tags: [pro, relation]",),
        ("aliases:",),
        ("# un commentaire", "cssclasses:", "  - large  # dit Obsidian", "", "  - fin"),
        ("résumé: |", "  une ligne", "", "  une autre", "lien: 'http://x'", "# fin"),
    ]
)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
EARLY, LATE = datetime.fromisoformat("1000-01-02"), datetime.fromisoformat("9000-01-01")
moments = st.builds(lambda moment, zone: moment.replace(tzinfo=zone), st.datetimes(EARLY, LATE), zones)
table = st.dictionaries(paths, tuples(codes), max_size=3)


@st.composite
def notes(draw: st.DrawFn, foreign: st.SearchStrategy[str] = foreigns) -> Note:
    plan = draw(st.lists(st.tuples(paths, kinds), max_size=5, unique_by=lambda pair: pair[0]))
    feeds = draw(
        st.dictionaries(
            st.sampled_from(("a_verifier", "plaisirs")), st.dictionaries(paths, st.booleans()), max_size=2
        )
    )
    steppable = [path for path, kind in plan if kind in ("texte", "piste", "liste", "choix", "choix_multiple")]
    if steppable:
        feeds["pas"] = {path: draw(st.booleans()) for path in steppable}
    bare = Head("k7f3qd", Status.CLOSED, "guide", 1, "", date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC))
    with_feeds = replace(bare, feeds=feeds)
    kept = tuple(draw(entries(path, kind, feeds_steps(with_feeds, path, kind), foreign)) for path, kind in plan)
    shut = {entry.path: value for entry in kept if (value := closed(entry.answer)) is not None}
    asides = st.builds(lambda kind, path, data: (path, kind), kinds, paths, st.none()).flatmap(
        lambda pair: ANSWERS[pair[1]].map(lambda answer: Aside(pair[0], pair[1], answer))
    )
    draft = draw(st.booleans())
    head = Head(
        id=draw(st.sampled_from(("k7f3qd", "000000", "123456", "1e1234", "null22", "abcdef"))),
        status=Status.DRAFT if draft else Status.CLOSED,
        tree=draw(st.sampled_from(("guide-relation", "a-chaud", "no", "x1"))),
        version=draw(st.integers(0, 99)),
        fingerprint=draw(st.sampled_from(("3f9c1a72", "00000000", "12345678", "1e105432", "deadbeef"))),
        day=draw(days),
        begun=draw(moments),
        ended=draw(st.none() | moments),
        seconds=draw(st.integers(0, 10**6)),
        person=draw(st.just("") | lines),
        programme=draw(st.sampled_from(("", "cpp"))),
        appointment=draw(st.none() | st.integers(0, 30)),
        current=draw(st.just("") | paths),
        answers=shut,
        open=tuple(entry.path for entry in kept if entry.path not in shut),
        skipped=draw(tuples(paths.filter(lambda path: path not in [entry.path for entry in kept]))),
        exposed=draw(table),
        difficulties=draw(table),
        suggested=draw(table),
        feeds=feeds,
        without_person=draw(tuples(paths)),
        proposal=draw(st.none() | st.builds(Proposal, ids, st.dictionaries(paths, paths, max_size=2))),
        drawn_from=draw(tuples(st.sampled_from(("k7f3qd", "000000", "123456", "1e1234", "null22", "abcdef")))),
        extra=draw(EXTRA),
    )
    items = st.tuples(codes, st.integers(0, 99), texts)
    sources = st.builds(Frozen, names.map(lambda name: f"journal.{name}"), tuples(items, unique=False))
    return Note(
        head,
        draw(wordings),
        kept,
        draw(tuples(st.builds(Look, days, texts), unique=False)),
        draw(st.none() | asides) if draft else None,
        draw(tuples(asides, unique=False)) if draft else (),
        draw(tuples(sources, unique=False)) if draft else (),
        draw(foreign),
    )


def damaged(data: st.DataObject, text: str, pieces: st.SearchStrategy[str], signs: str) -> str:
    """`text` after one to three changes drawn at random: of lines, with `pieces` put in, or of a character."""
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines)))
        match data.draw(st.sampled_from(("insert", "replace", "drop", "repeat", "swap", "character"))):
            case "insert":
                lines[place:place] = data.draw(pieces | st.text(max_size=12)).split("\n")
            case "replace":
                lines[place : place + 1] = data.draw(pieces).split("\n")
            case "drop":
                del lines[place : place + 1]
            case "repeat":
                lines[place:place] = lines[place : place + 1]
            case "swap":
                lines[place : place + 2] = lines[place : place + 2][::-1]
            case "character":
                text = "\n".join(lines)
                spot = data.draw(st.integers(0, len(text)))
                lines = (text[:spot] + data.draw(st.sampled_from(signs)) + text[spot + 1 :]).split("\n")
    return "\n".join(lines)
