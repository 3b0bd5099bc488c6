"""Small trees as counsellors write them, and interviews begun on them."""

from datetime import date
from textwrap import dedent

from cip_coach.answer import Answer, Items, Picked, Words
from cip_coach.asking import interview as iv
from cip_coach.asking.interview import Interview
from cip_coach.asking.steps import Context
from cip_coach.asking.taxonomyfile import read_taxonomy
from cip_coach.asking.tree import Tree
from cip_coach.asking.treefile import TreeText, read_tree

DAY = date(2026, 11, 22)
HEADER = 'arbre: essai\nversion: 1\ntitre: "Essai"\nquestions:\n'
DIFFICULTIES = """
taxonomie: difficultes
version: 1
titre: "Difficultés"
etiquette: "« {element} » : quel nom ?"
familles:
  diff.relation: "La relation"
termes:
  diff.relation.confiance:
    libelle: "La confiance tarde"
    famille: diff.relation
    pistes: ["Qu'est-ce qui la nourrirait ?"]
  diff.relation.menace:
    libelle: "Une menace"
    famille: diff.relation
    attention: "En parler sans attendre."
  diff.relation.delicat:
    libelle: "Un sujet délicat"
    famille: diff.relation
    sensible: oui
"""


def tree_from(questions: str) -> Tree:
    """The tree whose `questions:` are these; taxonomy `difficultes` is a small one."""
    taxonomy, faults = read_taxonomy(DIFFICULTIES, "difficultes.yml")
    assert taxonomy is not None, faults
    source = TreeText("essai.yml", HEADER + dedent(questions).strip("\n"))
    tree, problems = read_tree(source, lambda _: None, {"difficultes": taxonomy})
    assert tree is not None, problems
    return tree


def begun(tree: Tree | str, **context: object) -> Interview:
    """An interview that nobody has answered yet."""
    return Interview(tree_from(tree) if isinstance(tree, str) else tree, Context(DAY, **context))  # type: ignore[arg-type]


def meant(value: Answer | str | list[str]) -> Answer:
    """`"oui"` is a pick, `"« … »"` a text, a list a list."""
    match value:
        case str() if value.startswith("« "):
            return Words(value.removeprefix("« ").removesuffix(" »"))
        case str():
            return Picked((value,))
        case list():
            return Items(tuple(value))
        case _:
            return value


def said(interview: Interview, answers: dict[str, Answer | str | list[str] | None]) -> Interview:
    """`interview` after these answers, in this order; None passes the question."""
    for path, value in answers.items():
        interview = iv.skip(interview, path) if value is None else iv.record(interview, path, meant(value))
    return interview


def live(interview: Interview) -> list[str]:
    """The paths of all live steps."""
    return [step.path for step in iv.steps(interview)]


def where(interview: Interview) -> str | None:
    """The path of the question to ask now, None at the recap."""
    step = iv.position(interview)
    return step.path if step else None


def step_at(interview: Interview, path: str) -> iv.Step:
    """The live step at `path`."""
    return next(step for step in iv.steps(interview) if step.path == path)


def wording_at(interview: Interview, path: str) -> str:
    """How the question at `path` reads now."""
    return step_at(interview, path).wording


def field_at(interview: Interview, path: str) -> Answer | None:
    """What the field at `path` holds when the question appears."""
    return iv.proposed(interview, step_at(interview, path))
