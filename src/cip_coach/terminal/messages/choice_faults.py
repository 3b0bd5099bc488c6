"""What is wrong in the choices, the conditions and the names of a tree, and what to do: one sentence a code.

The parameters of a sentence are the details of its problem. Each docstring
shows the lines that get it. Keys, questions and files are in `tree_faults`.
"""

from collections.abc import Callable

from cip_coach.terminal.messages.tree_faults import among, meant

# Choices, scales, sources


def no_choice_form() -> str:
    """`type: choix`, and nothing to choose from."""
    return "Cette question n’a rien à proposer. Ajouter « choix », « taxonomie » ou « choix_de »."


def two_choice_forms(*, formes: str) -> str:
    """`choix` and `taxonomie` together."""
    return f"Une seule façon de proposer des réponses à la fois ({formes} ici). N’en garder qu’une."


def no_choice(*, cle: str) -> str:
    """`choix:` with nothing below."""
    return (
        f"« {cle} » est vide. Écrire une réponse par ligne, décalée vers la droite : identifiant, deux-points, texte."
    )


def reserved_choice(*, mot: str) -> str:
    """`autre1: "…"`, `vide: "…"`."""
    return f"« {mot} » a déjà un sens ici : ce ne peut pas être l’identifiant d’une réponse. En choisir un autre."


def braces_here(*, cle: str) -> str:
    """`libelle: "Besoin : {element}"`."""
    return (
        f"Les accolades ne sont remplacées que dans « question » et dans « aide » : "
        f"dans « {cle} », elles resteraient telles quelles. Les enlever."
    )


def unknown_taxonomy(*, mot: str, proche: str, possibles: str) -> str:
    """`taxonomie: frein`."""
    return f"Aucune taxonomie ne convient ici sous le nom « {mot} ».{meant(proche) or among(possibles)}"


def unknown_family(*, mot: str, proche: str, possibles: str) -> str:
    """`familles: [diff.partenaria]`."""
    return f"Aucune famille de cette taxonomie ne s’appelle « {mot} ».{meant(proche) or among(possibles)}"


def unknown_term(*, mot: str, proche: str, possibles: str) -> str:
    """`signale: {non: diff.relation.confince}`."""
    help_ = meant(proche) or among(possibles) or " Reprendre un identifiant de la taxonomie."
    return f"Aucun terme de cette taxonomie ne s’appelle « {mot} ».{help_}"


def families_alone(*, cle: str) -> str:
    """`familles` beside `choix`."""
    return f"« familles » restreint une taxonomie, et il n’y en a pas ici. Ajouter « {cle} », ou enlever cette ligne."


def scale_bounds(*, bas: int, haut: int) -> str:
    """`de: 5`, `a: 1`."""
    return (
        f"Une échelle de {bas} à {haut} n’est pas possible : « de » est plus petit que « a », "
        "« a » vaut 10 au plus, et il y a au plus 11 degrés."
    )


def scale_label(*, mot: str, bas: int, haut: int) -> str:
    """`libelles: {6: "…"}` on a scale from 1 to 5."""
    return f"« {mot} » n’est pas un degré de l’échelle, qui va de {bas} à {haut}. Corriger le nombre."


def bounds(*, bas: int, haut: int) -> str:
    """`min: 5`, `max: 2`."""
    return f"« max » ({haut}) est plus petit que « min » ({bas}). Les échanger."


def source_form() -> str:
    """`choix_de: {terme: x}`."""
    return (
        "Une source est le nom d’une question posée plus haut, un nom comme « journal.notes », "
        "un bloc « taxonomie » avec « termes », ou un bloc « boucle »."
    )


def source_without_items(*, mot: str, type: str) -> str:
    """`choix_de: recit`, which is a text."""
    return (
        f"« {mot} » est de type « {type} » et ne donne pas d’éléments. "
        "Nommer une question de type liste, choix ou choix_multiple."
    )


# Answers and conditions


def unknown_opening(*, mot: str, reponse: str, proche: str, possibles: str, question: str) -> str:
    """`si_nom:` under an `oui_non`."""
    return (
        f"« {mot} » : « {reponse} » n’est pas une réponse possible de « {question} »."
        f"{meant(proche)}{among(possibles)}"
    )


def unknown_answer(*, mot: str, proche: str, possibles: str, question: str) -> str:
    """`quand: {confiance: nom}`, `alimente: {pas: nom}`."""
    if not possibles:
        return (
            f"« {question} » n’a pas de réponses à choisir : « {mot} » ne peut pas en être une. "
            "Dans une condition, écrire « repondu »."
        )
    return f"« {mot} » n’est pas une réponse possible de « {question} ».{meant(proche)}{among(possibles, 'Réponses')}"


def when_form() -> str:
    """`quand: relation.confiance`."""
    return (
        "« quand » s’écrit avec le nom d’une question, deux-points, une espace, puis la réponse attendue. "
        "« repondu » convient à toute réponse."
    )


def when_empty(*, mot: str) -> str:
    """`quand: {relation.confiance: }`."""
    return f"Aucune réponse n’est attendue de « {mot} ». En écrire une, ou « repondu » pour n’importe laquelle."


def when_source(*, mot: str) -> str:
    """`quand: {journal.notes: oui}`."""
    return f"« {mot} » se compte : écrire « au_moins » ou « au_plus » et un nombre entre accolades, ou « repondu »."


def unknown_reference(*, mot: str, proche: str) -> str:
    """`quand: {humer: tendu}`."""
    help_ = meant(proche) or " Reprendre l’identifiant d’une question posée plus haut."
    return f"« {mot} » n’est l’identifiant d’aucune question de cet arbre.{help_}"


def unknown_loop(*, mot: str, proche: str) -> str:
    """`choix_de: {boucle: pistess}`."""
    help_ = meant(proche) or " Nommer une boucle, ou une question qui a « pour_chaque »."
    return f"« {mot} » n’est le nom d’aucune boucle de cet arbre.{help_}"


def too_early(*, mot: str) -> str:
    """`quand: {suite: oui}` before `suite` is asked, or on `suite` itself."""
    return (
        f"« {mot} » n’a pas encore de réponse à cet endroit : on ne peut lire que les questions posées plus haut. "
        "Déplacer l’une des deux questions."
    )


def element_outside() -> str:
    """`question: "« {element} » ?"` outside any loop."""
    return (
        "« element » ne veut rien dire hors d’une boucle. Placer cette question sous « pour_chaque » ou dans une "
        "« boucle », ou nommer une question."
    )


def unknown_item(*, mot: str, proche: str, possibles: str, boucle: str) -> str:
    """`quand: {outils[emplois].assurance: non}`."""
    return f"« {mot} » n’est pas un élément de la boucle « {boucle} ».{meant(proche)}{among(possibles, 'Éléments')}"


def signal_outside() -> str:
    """`signale: {non: {projet: diff.x}}` outside any loop."""
    return "Hors d’une boucle, une réponse signale directement ses difficultés. Enlever le niveau intermédiaire."


# Taxonomies


def nameless_taxonomy() -> str:
    """A taxonomy file without `taxonomie:`."""
    return "Ce fichier ne dit pas quelle taxonomie il contient. Commencer par la ligne « taxonomie » et son nom."


SENTENCES: dict[str, Callable[..., str]] = {
    "accolades-ici": braces_here,
    "bornes": bounds,
    "choix-manquant": no_choice_form,
    "choix-reserve": reserved_choice,
    "choix-une-seule-forme": two_choice_forms,
    "choix-vide": no_choice,
    "cle-de-boucle": unknown_item,
    "echelle-bornes": scale_bounds,
    "echelle-libelle": scale_label,
    "element-hors-boucle": element_outside,
    "famille-inconnue": unknown_family,
    "familles-sans-taxonomie": families_alone,
    "quand-forme": when_form,
    "quand-source": when_source,
    "quand-vide": when_empty,
    "reference": unknown_reference,
    "reference-boucle": unknown_loop,
    "reference-future": too_early,
    "reponse-inconnue": unknown_answer,
    "si-inconnu": unknown_opening,
    "signale-hors-boucle": signal_outside,
    "source-forme": source_form,
    "source-sans-liste": source_without_items,
    "taxonomie-inconnue": unknown_taxonomy,
    "taxonomie-sans-nom": nameless_taxonomy,
    "terme-inconnu": unknown_term,
}
