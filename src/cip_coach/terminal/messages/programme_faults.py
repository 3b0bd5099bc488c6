"""What is wrong with a programme file, with the file of those followed, or with what was asked of them."""

from collections.abc import Callable

NBSP = "\u00a0"


def unknown(programme: str, proche: str) -> str:
    """No such programme."""
    hint = f" Vouliez-vous dire «{NBSP}{proche}{NBSP}»{NBSP}?" if proche else ""
    return f"Aucun programme ne s’appelle «{NBSP}{programme}{NBSP}».{hint} La liste{NBSP}: cip-coach programme lister"


def invalid(programme: str) -> str:
    """The file of the programme is wrong."""
    return f"Le programme «{NBSP}{programme}{NBSP}» ne peut pas servir tel quel{NBSP}:"


def already_in_one() -> str:
    """The code is in a programme already."""
    return "Ce code suit déjà un programme. Pour le clore d’abord, cip-coach programme terminer et le code."


def in_none() -> str:
    """The code is in no programme."""
    return "Aucun programme en cours sous ce code, rien n’a changé."


def ends_before() -> str:
    """The end comes before the beginning."""
    return "La fin est avant le début du programme, rien n’a changé."


def unreadable_state() -> str:
    """The state file cannot be written over."""
    return "Le fichier programmes.yml du journal est à regarder d’abord, rien n’a changé."


def wrong_format() -> str:
    """The state file is of another version."""
    return f"Ce fichier n’a pas le format attendu (format{NBSP}: 1)."


def wrong_day(cle: str) -> str:
    """Not an ISO day."""
    return f"«{NBSP}{cle}{NBSP}» attend un jour, comme 2026-03-14."


def without_code() -> str:
    """The code is empty."""
    return "Un code est attendu, comme érable ou galet."


def two_lengths() -> str:
    """Days and months both."""
    return f"Une seule durée{NBSP}: duree_jours ou duree_mois."


def immersion_too_long(jours: int) -> str:
    """The immersion does not fit."""
    return f"L’immersion tient dans la durée du programme ({jours} jours), bilan non compris."


def too_large(cle: str, maximum: int) -> str:
    """A number beyond what makes sense."""
    return f"«{NBSP}{cle}{NBSP}» va jusqu’à {maximum}."


def misnamed(mot: str, fichier: str) -> str:
    """The id is not the file's name."""
    return f"L’identifiant «{NBSP}{mot}{NBSP}» et le nom du fichier ({fichier}) doivent être les mêmes."


def bad_range(cle: str) -> str:
    """Not one number, nor two in order."""
    return f"«{NBSP}{cle}{NBSP}» attend un nombre, ou deux dans l’ordre, comme [1, 2]."


def beyond(rdv: int, nombre: int) -> str:
    """An appointment beyond the last."""
    return f"Le rendez-vous {rdv} dépasse les {nombre} du programme."


def out_of_order(rdv: int) -> str:
    """Two stages for one appointment, or going back."""
    return f"Le rendez-vous {rdv} vient après un autre de même rang ou plus loin{NBSP}: les écrire dans l’ordre."


def unknown_tree(mot: str, proche: str) -> str:
    """A tree that does not exist."""
    hint = f" Vouliez-vous dire «{NBSP}{proche}{NBSP}»{NBSP}?" if proche else ""
    return f"Aucun arbre ne s’appelle «{NBSP}{mot}{NBSP}».{hint}"


SENTENCES: dict[str, Callable[..., str]] = {
    "programme-inconnu": unknown,
    "programme-invalide": invalid,
    "programme-deja": already_in_one,
    "programme-aucun": in_none,
    "programme-fin-avant": ends_before,
    "programme-suivi-illisible": unreadable_state,
    "programme-format": wrong_format,
    "programme-jour": wrong_day,
    "programme-sans-code": without_code,
    "programme-deux-durees": two_lengths,
    "programme-immersion-longue": immersion_too_long,
    "nombre-maximum": too_large,
    "programme-nom": misnamed,
    "programme-intervalle": bad_range,
    "programme-rdv-trop": beyond,
    "programme-rdv-ordre": out_of_order,
    "programme-arbre-inconnu": unknown_tree,
}
