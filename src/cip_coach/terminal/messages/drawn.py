"""A tree told on a page: its conditions, its kinds of answers, where items come from."""

from collections.abc import Sequence

from cip_coach.asking.drawing import Clause, Clauses
from cip_coach.asking.tree import Kind

NBSP = "\u00a0"

SOURCES = {
    "element": "l’élément",
    "journal.a_porter": "ce que j’ai marqué « à porter »",
    "journal.difficultes": "les difficultés de mes notes du mois",
    "journal.jamais_partagees": "les difficultés que je n’ai jamais partagées",
    "journal.notes": "mes notes du mois",
    "journal.pas_faits": "mes pas faits ce mois-ci",
    "journal.pas_ouverts": "mes pas ouverts",
    "journal.plaisirs": "les plaisirs de mes notes du mois",
    "seance.a_verifier": "ce que j’ai marqué « à vérifier »",
    "seance.personne": "le code de la personne",
    "seance.rdv": "le numéro du rendez-vous",
}
KINDS = {
    Kind.TEXT: "texte",
    Kind.YES_NO: "oui ou non",
    Kind.CHOICE: "une réponse",
    Kind.CHOICES: "plusieurs réponses",
    Kind.SCALE: "échelle",
    Kind.NUMBER: "nombre",
    Kind.DATE: "date",
    Kind.LIST: "liste",
    Kind.ACTION: "un pas",
    Kind.INFO: "à lire",
    Kind.LEAD: "une piste",
}


def source(name: str) -> str:
    """Where items come from: the label of a question, or a source of the journal."""
    return SOURCES.get(name, f"« {name} »")


def from_sources(names: Sequence[str]) -> str:
    """Items that come from elsewhere."""
    return f"d’après {_listed([source(name) for name in names], 'et')}"


def condition(when: Clauses) -> str:
    """A `quand`, as the beginning of a sentence without its colon."""
    return _capital(" ; ou ".join(" et ".join(_if(clause) for clause in group) for group in when))


def opening(clause: Clause) -> str:
    """A `si_…`, as the beginning of a sentence without its colon."""
    match clause.op:
        case "vide":
            return "Si rien n’est noté"
        case "repondu":
            return "Si une réponse est donnée"
        case "passe":
            return "Si la question est passée"
        case "mots":
            return "Si le texte parle de ce que l’autre m’aurait fait (« rejeté », « ignoré »…)"
        case "au_moins" | "au_plus":
            return _capital(f"s’il y a {_number(clause)}" if clause.counted else f"si c’est {_number(clause)}")
        case _:
            first, *others = _answers(clause.answers)
            beside = f" (ou {', ou '.join(others)})" if others else ""
            return f"Si {first}{beside}"


def each() -> str:
    """What is asked about each item of the answer above."""
    return "Pour chaque élément noté"


def each_of(items: Sequence[str], names: Sequence[str]) -> str:
    """What is asked about each item of a loop."""
    if items and not names:
        return f"Pour {_listed([f'« {item} »' for item in items], 'puis')}"
    return f"Pour chaque élément, {from_sources(names)}" if names else "Pour chaque élément"


def kind(value: Kind) -> str:
    """What is expected, in two words."""
    return KINDS[value]


def scale(low: int, high: int) -> str:
    """The ends of a scale."""
    return f"de {low} à {high}"


def choices(labels: Sequence[str], most: int, few: int) -> str:
    """The answers on offer; the first `few` of them when there are more than `most`."""
    if len(labels) <= most:
        return " / ".join(labels)
    return f"{' / '.join(labels[:few])} / … ({len(labels)} en tout)"


def other() -> str:
    """The free answer of a choice."""
    return "autre"


def nameless_section() -> str:
    """A group without a title."""
    return "Ensemble"


# The page to print


def paper_hint() -> str:
    """Under the title of the page."""
    return "Tout est facultatif. Une fonction ou une structure suffit : aucun nom de personne."


def paper_day() -> str:
    """Where the date goes."""
    return "Date"


def paper_code() -> str:
    """Where the code goes."""
    return "Code (jamais un nom)"


def paper_element() -> str:
    """Where an item is copied by hand."""
    return "Élément"


def paper_more_items() -> str:
    """Under the last item."""
    return "Pour d’autres éléments, continuer au dos."


def paper_journal() -> str:
    """What the page cannot know."""
    return "Reporter ici"


def paper_foot(version: int) -> str:
    """At the end of the page."""
    return f"version {version} · imprimé avec cip-coach"


def paper_written(fichier: str) -> str:
    """The page is written."""
    return f"Page à imprimer : {fichier}"


def _if(clause: Clause) -> str:
    about = source(clause.about)
    if clause.item:
        about = f"{about} (« {clause.item} »)"
    answers = _answers(clause.answers)
    match clause.op:
        case "repondu":
            return f"s’il y a {about}" if clause.about in SOURCES else f"si {about} a une réponse"
        case "sauf":
            return f"si {about} n’est pas {_listed(answers, 'ni')}"
        case "au_moins" | "au_plus":
            return f"si {about} compte {_number(clause)}" if clause.counted else f"si {about} vaut {_number(clause)}"
        case _:
            return f"si {about} est {_listed(answers, 'ou')}"


def _number(clause: Clause) -> str:
    if not clause.counted:
        return f"{clause.number} ou {'plus' if clause.op == 'au_moins' else 'moins'}"
    if clause.op == "au_plus" and not clause.number:
        return "zéro élément"
    side = "au moins" if clause.op == "au_moins" else "au plus"
    return f"{side} {clause.number} élément{'s' if clause.number > 1 else ''}"


_YES_OR_NO = frozenset({"oui", "en partie", "non", "je ne sais pas encore"})


def _answers(labels: Sequence[str]) -> list[str]:
    """Answers as they stand in a sentence: quoted, unless they are all those of « oui ou non »."""
    quoted = any(label and label.casefold() not in _YES_OR_NO for label in labels)
    return [_answer(label, quoted=quoted) for label in labels]


def _answer(label: str, *, quoted: bool) -> str:
    if not label:
        return "une autre réponse"
    small = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return f"« {small} »" if quoted else small


def _listed(words: Sequence[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
