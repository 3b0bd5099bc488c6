"""What is wrong in an answers file, one function a sentence."""

from collections.abc import Callable


def _instead(proche: str) -> str:
    return f" Vouliez-vous dire «\u00a0{proche}\u00a0»\u00a0?" if proche else ""


def unknown_question(mot: str, proche: str) -> str:
    """A path that the tree does not have."""
    return f"«\u00a0{mot}\u00a0» n’est le chemin d’aucune question de cet arbre.{_instead(proche)}"


def not_reached(mot: str) -> str:
    """A question that these answers do not open."""
    return (
        f"La question «\u00a0{mot}\u00a0» n’est pas posée avec ces réponses\u00a0: retirer cette ligne, "
        "ou donner la réponse qui l’ouvre."
    )


def not_a_table() -> str:
    """The file is not a table of answers."""
    return "Un fichier de réponses s’écrit une réponse par ligne\u00a0: chemin.de.la.question, deux-points, valeur."


def not_words() -> str:
    """A text was expected."""
    return "Un texte est attendu ici\u00a0; pour passer la question, retirer cette ligne."


def not_a_list() -> str:
    """A list was expected."""
    return "Une liste est attendue ici, par exemple [une idée, une autre]\u00a0; [] pour «\u00a0Rien à noter\u00a0»."


def empty_line() -> str:
    """An empty item in a list."""
    return "Cette liste a une ligne vide\u00a0: la retirer\u00a0; [] pour «\u00a0Rien à noter\u00a0»."


def not_skipped() -> str:
    """A question passed over, written otherwise."""
    return (
        "La clé «\u00a0passe\u00a0» ne va qu’avec «\u00a0oui\u00a0» et sans autre réponse\u00a0; sinon, la retirer."
    )


def nothing_offered() -> str:
    """An id where these answers leave nothing to choose from."""
    return (
        "Avec ces réponses, rien n’est proposé à choisir ici\u00a0: retirer cette ligne, "
        "ou répondre sous la clé «\u00a0autre\u00a0» si la question l’accepte."
    )


def too_many(nombre: int, limite: int) -> str:
    """More answers than the question takes."""
    return f"{nombre} réponses, pour {limite} au plus\u00a0: en retirer."


def not_a_number() -> str:
    """A number was expected."""
    return "Un nombre est attendu ici."


def out_of_bounds(bas: str, haut: str) -> str:
    """A number outside the bounds of the question."""
    if "None" in (bas, haut):
        limit = f"{haut} au plus" if bas == "None" else f"{bas} au moins"
        return f"Ce nombre dépasse ce qui est prévu\u00a0: {limit}."
    return f"Ce nombre sort de ce qui est prévu\u00a0: de {bas} à {haut}."


def not_a_day() -> str:
    """A date was expected."""
    return "Une date est attendue ici, écrite année-mois-jour\u00a0: 2026-12-01."


def no_precision() -> str:
    """A precision that the question does not take."""
    return "Cette question n’attend pas de précision\u00a0: écrire la réponse seule."


def only_one() -> str:
    """Several answers where one is asked."""
    return "Une seule réponse est possible ici\u00a0: l’écrire sans crochets."


def no_other() -> str:
    """More free answers than the question takes."""
    return "Cette question n’a pas de place pour autant de réponses «\u00a0autre\u00a0»\u00a0: en retirer."


def no_none() -> str:
    """« Rien à noter » where it does not exist."""
    return "«\u00a0Rien à noter\u00a0» n’existe pas pour cette question\u00a0; pour la passer, retirer cette ligne."


def wrong_form() -> str:
    """Neither an id nor a text."""
    return "Cette valeur n’est pas une réponse possible\u00a0: écrire un identifiant de la liste."


SENTENCES: dict[str, Callable[..., str]] = {
    "question-inconnue": unknown_question,
    "reponse-non-atteinte": not_reached,
    "reponses-forme": not_a_table,
    "valeur-texte": not_words,
    "valeur-liste": not_a_list,
    "valeur-ligne-vide": empty_line,
    "valeur-passe": not_skipped,
    "valeur-sans-choix": nothing_offered,
    "valeur-trop": too_many,
    "valeur-nombre": not_a_number,
    "valeur-hors-bornes": out_of_bounds,
    "valeur-date": not_a_day,
    "valeur-sans-precision": no_precision,
    "valeur-une-seule": only_one,
    "valeur-autre": no_other,
    "valeur-aucun": no_none,
    "valeur-forme": wrong_form,
}
