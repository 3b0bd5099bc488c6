"""What is said of a note that cannot be found or changed, of options that clash, of files to look at."""

from collections.abc import Callable

NBSP = "\u00a0"


def no_such_note(*, repere: str) -> str:
    """No note has that id."""
    return f"Aucune note ne porte le repère {repere}. Les repères sont dans la liste{NBSP}: cip-coach review"


def not_in_trash(*, repere: str) -> str:
    """The trash holds no such note."""
    return f"La corbeille ne contient pas de note {repere}."


def several_versions(*, repere: str, fichiers: str) -> str:
    """Several files have the id of a note to change."""
    return (
        f"Plusieurs fichiers portent le repère {repere} ({fichiers}){NBSP}: rien n’a changé. "
        "Garder le bon, ou donner le nom du fichier à la place du repère."
    )


def nothing_to_edit(*, repere: str) -> str:
    """A note without a text of one's own."""
    return f"La note {repere} n’a pas de texte à reprendre. Un regard s’y ajoute avec --regard {repere}."


def name_the_text(*, chemins: str) -> str:
    """Several texts, and nobody to choose."""
    return f"Dire quel texte reprendre, avec --question{NBSP}: {chemins}."


def editor_said_no(*, raison: str) -> str:
    """The editor could not be used."""
    return raison


def person_wanted() -> str:
    """`--avant-rdv` without `--personne`."""
    return f"L’option --avant-rdv demande aussi un code{NBSP}: --personne CODE"


def options_clash(*, options: str) -> str:
    """Two options that do two different things."""
    return f"Ces options ne vont pas ensemble{NBSP}: {options}."


def empty_period() -> str:
    """The end comes before the beginning."""
    return "Aucun jour n’est à la fois dans toutes les dates demandées."


def not_a_month() -> str:
    """`--mois` with something else."""
    return f"L’option --mois attend un mois{NBSP}: mars, mars 2026, le mois dernier, ce mois-ci."


def unknown_difficulty(*, proche: str) -> str:
    """No difficulty has that name."""
    hint = f" Vouliez-vous dire {proche}{NBSP}?" if proche else ""
    return f"L’option --difficulte attend le nom d’une difficulté, comme diff.relation.confiance.{hint}"


def twin(*, autre: str) -> str:
    """Two files with one id."""
    return (
        f"Ce fichier porte le même repère que «{NBSP}{autre}{NBSP}» (copie de synchronisation){NBSP}: "
        "comparer les deux avec --lire, puis garder le bon."
    )


def waiting_draft(*, jour: str, arbre: str) -> str:
    """A session that was not finished."""
    return f"Séance du {jour} non terminée ({arbre}){NBSP}: cip-coach session --reprendre"


def unknown_tree(*, arbre: str) -> str:
    """A note whose tree is not on the shelves."""
    return f"L’arbre {arbre} n’existe pas (ou plus) ici{NBSP}: la note reste lisible."


def future_day() -> str:
    """A note about a day to come."""
    return f"La date de cette note est à venir{NBSP}: vérifier la ligne «{NBSP}date{NBSP}» de l’en-tête."


def draft_untouched() -> str:
    """A note whose session is not finished."""
    return (
        f"Cette séance n’est pas terminée, rien n’a changé{NBSP}: la finir d’abord (cip-coach session --reprendre)."
    )


def file_without_name() -> str:
    """`--csv ""` or `--export ""`."""
    return "Il manque le nom du fichier à écrire."


SENTENCES: dict[str, Callable[..., str]] = {
    "note-introuvable": no_such_note,
    "corbeille-sans-note": not_in_trash,
    "note-en-double": several_versions,
    "note-sans-texte": nothing_to_edit,
    "texte-a-nommer": name_the_text,
    "editeur-refuse": editor_said_no,
    "personne-attendue": person_wanted,
    "options-incompatibles": options_clash,
    "note-en-cours": draft_untouched,
    "fichier-sans-nom": file_without_name,
    "periode-vide": empty_period,
    "mois-attendu": not_a_month,
    "difficulte-inconnue": unknown_difficulty,
    "copie-conflit": twin,
    "brouillon-en-attente": waiting_draft,
    "note-arbre-inconnu": unknown_tree,
    "note-date-future": future_day,
}
