"""What the `questions` commands say: lists of trees, checks, ways, copies. Faults have their own modules."""

from collections.abc import Callable

from cip_coach.terminal.messages.tree_faults import meant

NBSP = "\u00a0"


# Options and parameters


def files_argument() -> str:
    """Files, folders, or trees and programmes by name."""
    return "Un fichier, un dossier, ou le nom d’un arbre ou d’un programme."


def tree_argument() -> str:
    """A tree by name."""
    return "Le nom d’un arbre (ou un fichier)."


def json_option() -> str:
    """Help of `--json`."""
    return "Tout écrire en JSON."


def paper_option() -> str:
    """Help of `--papier`."""
    return "Écrire la page à imprimer dans ce fichier, qui ne doit pas exister."


# Lists


def kind_of_person(rule: str) -> str:
    """Whether a session is about a person."""
    return {
        "requise": "avec un code",
        "facultative": "avec ou sans code",
        "aucune": "sans code",
    }.get(rule, rule)


def minutes(number: int) -> str:
    """A duration; "" when it is not said."""
    return "" if not number else "1 minute" if number == 1 else f"{number} minutes"


def version(number: int) -> str:
    """The version of a tree."""
    return f"version {number}"


def number_of_questions(number: int) -> str:
    """How many questions a tree has in all, whether they are asked or not."""
    return f"{number} question{'s' if number > 1 else ''}"


def shipped() -> str:
    """The file comes with the program."""
    return "livré"


def mine() -> str:
    """The file is the user's own."""
    return "le mien"


def mine_instead() -> str:
    """The user's own file, in place of a shipped one."""
    return "le mien, à la place de celui livré"


def other_moment() -> str:
    """Heads the trees that say no moment."""
    return "À tout moment"


def unreadable_tree(name: str) -> str:
    """A tree that cannot be used as it is."""
    return f"{name} : à corriger avant de s’en servir"


def own_folder(folder: str) -> str:
    """Where the user's own files go."""
    return f"Mes arbres, taxonomies et programmes : {folder}"


# Checks


def verified(files: int, errors: int, warnings: int) -> str:
    """The last line of a check."""
    looked = f"{files} fichier{'s' if files > 1 else ''} relu{'s' if files > 1 else ''}"
    if not errors and not warnings:
        return f"{looked} : rien à signaler."
    parts = [f"{errors} erreur{'s' if errors > 1 else ''}"] if errors else []
    parts += [f"{warnings} remarque{'s' if warnings > 1 else ''}"] if warnings else []
    return f"{looked} : {', '.join(parts)}."


def can_be_mended(fichier: str) -> str:
    """A file of which something can be put right without any decision."""
    return f"Ce qui ne demande pas de décision se corrige ainsi : cip-coach questions corriger {fichier}"


def file_absent(*, fichier: str, proche: str) -> str:
    """Neither a file nor a tree."""
    return (
        f"« {fichier} » n’est ni un fichier, ni le nom d’un arbre.{meant(proche)} "
        "Les noms : cip-coach questions lister"
    )


def no_file() -> str:
    """Nothing was named."""
    return "Nommer un fichier, un dossier ou un arbre. Les noms : cip-coach questions lister"


def nothing_there() -> str:
    """A folder without any file of questions."""
    return "Aucun fichier en « .yml » dans ce dossier."


# Ways


def shortest(questions: int, minutes: int) -> str:
    """The shortest way through a tree."""
    return f"Au plus court : {_questions(questions)}, environ {_minutes(minutes)}."


def longest(questions: int, minutes: int) -> str:
    """The longest way through a tree."""
    return f"Au plus long : {_questions(questions)}, environ {_minutes(minutes)}."


def announced(minutes: int) -> str:
    """What the header of the tree says."""
    return f"L’arbre annonce {_minutes(minutes)}."


def all_reached(number: int) -> str:
    """No question is out of reach."""
    return f"Ses {number} questions et textes peuvent tous venir." if number > 1 else "Sa question peut venir."


def never_asked(name: str, fichier: str, ligne: int) -> str:
    """A question that no answers lead to."""
    return f"« {name} » ne vient jamais, quelles que soient les réponses ({fichier}, ligne {ligne})."


def too_many_ways() -> str:
    """Not every way was tried."""
    return "Trop de chemins pour les essayer tous : ces nombres sont approchés."


def _questions(number: int) -> str:
    return f"{number} question{'s' if number > 1 else ''}"


def _minutes(number: int) -> str:
    return f"{number} minute{'s' if number > 1 else ''}"


# Scenarios


def scenario_held(name: str) -> str:
    """The scenario brought what it expected."""
    return f"réussi : {name}"


def scenario_failed(name: str) -> str:
    """The scenario brought something else."""
    return f"manqué : {name}"


def missing_question(name: str) -> str:
    """Expected, and not asked."""
    return f"attendue et pas posée : {name}"


def unexpected_question(name: str) -> str:
    """Asked, and not expected."""
    return f"posée et pas attendue : {name}"


def other_order() -> str:
    """The same questions in another order."""
    return "les mêmes questions, dans un autre ordre"


def no_scenario(tree: str) -> str:
    """No scenarios beside the tree."""
    return f"{tree} : pas de fichier d’essais, seulement le parcours automatique."


def tested(trees: int, scenarios: int, failed: int) -> str:
    """The last line of a test."""
    what = f"{trees} arbre{'s' if trees > 1 else ''}, {scenarios} essai{'s' if scenarios > 1 else ''}"
    return f"{what} : tout est réussi." if not failed else f"{what} : {failed} à revoir."


# Trying


def trial_code() -> str:
    """The code of the person in a trial."""
    return "essai"


def trial_title(title: str) -> str:
    """At the top of the screen of a trial."""
    return f"Essai : {title}"


def trial_over() -> str:
    """The end of a trial."""
    return "Fin de l’essai. Rien n’a été écrit."


SENTENCES: dict[str, Callable[..., str]] = {
    "fichier-questions-absent": file_absent,
    "questions-rien-la": nothing_there,
    "questions-sans-fichier": no_file,
}
