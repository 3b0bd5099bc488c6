"""What a reader of a tree would trip on, and what tells two files apart that should agree: one sentence a code.

The parameters of a sentence are the details of its problem. Each docstring
shows the lines that get it. What makes a tree unusable is in `tree_faults`.
"""

from collections.abc import Callable

from cip_coach.terminal.messages.tree_faults import meant

# Wordings


def long_question(*, longueur: int, limite: int) -> str:
    """A question over 140 characters."""
    return (
        f"Cette question a {longueur} signes ; au-delà de {limite}, elle se relit deux fois. "
        "La couper en deux questions, ou mettre une partie dans « aide »."
    )


def why() -> str:
    """`question: "Pourquoi ai-je fait cela ?"`."""
    return (
        "« Pourquoi » appelle une justification. Demander plutôt ce qui s’est passé, "
        "comment, ou ce qui a compté à ce moment-là."
    )


def takes_sides(*, mot: str) -> str:
    """`question: "Est-ce que je suis content ?"`, `prêt(e)`, `fatigué·e`."""
    return (
        f"« {mot} » s’accorde avec « je », et la personne qui répond n’est pas toujours un homme, ni une femme. "
        "Tourner la phrase autrement : « je me sens à l’aise », « qu’est-ce que j’éprouve »."
    )


def lone_quote() -> str:
    """`question: Qu'est-ce qui m'a aidé ?"`: the quote that opened it is gone."""
    return (
        "Ce texte finit par un guillemet droit qui n’est pas ouvert : il s’afficherait. "
        "Mettre tout le texte entre guillemets droits."
    )


def curly_quotes() -> str:
    """`question: “Qu'est-ce qui m'a aidé ?”`."""
    return "Les guillemets “ ” autour de ce texte s’afficheraient. Les remplacer par des guillemets droits."


def closed_text() -> str:
    """`question: "Ai-je reformulé ?"` of type `texte`."""
    return (
        "Cette question appelle oui ou non, et attend un texte. Écrire « oui_non » comme type, "
        "ou commencer par « qu’est-ce que », « comment », « à quoi »."
    )


def open_yes_no() -> str:
    """`question: "Comment ai-je reformulé ?"` of type `oui_non`."""
    return (
        "Cette question appelle un récit, et n’offre que oui ou non. Écrire « texte » comme type, "
        "ou commencer par « ai-je », « y a-t-il »."
    )


# Shape


def many_choices(*, nombre: int, limite: int) -> str:
    """More than 9 choices in a row."""
    return (
        f"{nombre} réponses à la suite : au-delà de {limite}, on ne les lit plus toutes. "
        "En garder moins, ou prendre une taxonomie qui a des familles."
    )


def deep_follow_ups(*, limite: int) -> str:
    """A `si_…` under a `si_…` under a `si_…` under a `si_…` under a `si_…`."""
    return (
        f"Plus de {limite} relances l’une sous l’autre : le fil se perd, à l’écran et dans le fichier. "
        "Remonter cette question avec « quand », ou la mettre dans un fragment."
    )


def dead_branch(*, mot: str) -> str:
    """`si_au_moins_7:` on a scale from 1 to 5."""
    return (
        f"« {mot} » ne sera jamais posée : aucune réponse n’y mène. Corriger la condition au-dessus, "
        "ou enlever la branche."
    )


# Ids through time and among files


def vanished_id(*, mot: str, proche: str) -> str:
    """The question `mot` of the shipped tree of this name is no longer there."""
    return (
        f"« {mot} » existait dans cet arbre et n’y est plus : les notes déjà écrites en dépendent.{meant(proche)} "
        "Si elle a changé de nom, l’écrire sous « renomme ». Si elle n’est plus à poser, garder l’arbre d’origine "
        "et mettre celui-ci sous un autre nom, sur la ligne « arbre »."
    )


def vanished_answer(*, mot: str, question: str, proche: str) -> str:
    """The answer `mot` of the question of the shipped tree of this name is no longer there."""
    return (
        f"« {mot} » était une réponse de « {question} » et ne l’est plus : les notes déjà écrites en "
        f"dépendent.{meant(proche)} La remettre, ou donner un autre nom à l’arbre "
        "et un autre identifiant à la question."
    )


def changed_type(*, mot: str, type: str, autre: str) -> str:
    """The question was of another type in the shipped tree of this name."""
    return (
        f"« {mot} » était de type « {autre} » et devient « {type} » : les notes déjà écrites ne se liraient plus. "
        "Lui donner un autre identifiant, ou garder le type."
    )


def two_types(*, mot: str, type: str, autre: str, arbre: str) -> str:
    """`relation.confiance` of type `texte`, while another tree has it as `oui_non`."""
    return (
        f"« {mot} » est de type « {type} » ici, et « {autre} » dans l’arbre « {arbre} » : une même question "
        "se compte dans tous les arbres. Lui donner un autre identifiant, ou le même type."
    )


def two_choice_sets(*, mot: str, ecart: str, arbre: str) -> str:
    """`relation.confiance` whose choices differ from those of another tree."""
    return (
        f"« {mot} » n’offre pas les mêmes réponses que dans l’arbre « {arbre} » (écart : {ecart}) : une même "
        "question se compte dans tous les arbres. Lui donner un autre identifiant, ou les mêmes réponses."
    )


# Taxonomies


def shipped_term(*, mot: str, essai: str) -> str:
    """A term of the user's file that is not `perso.*`, in a taxonomy that comes with the program."""
    return (
        f"« {mot} » n’est pas à moi : dans une taxonomie livrée, un fichier personnel n’ajoute que des termes "
        f"« perso.… ». Essayer « {essai} ». Pour ne plus voir un terme livré, l’écrire sous « retire »."
    )


def unknown_replacement(*, mot: str, proche: str) -> str:
    """`remplace_par: diff.relation.confince`."""
    return f"Aucun terme ne s’appelle « {mot} » ici.{meant(proche)} Reprendre un identifiant de la taxonomie."


SENTENCES: dict[str, Callable[..., str]] = {
    "accord-je": takes_sides,
    "branche-morte": dead_branch,
    "choix-nombreux": many_choices,
    "guillemet-seul": lone_quote,
    "guillemets-courbes": curly_quotes,
    "id-disparu": vanished_id,
    "identite-deux-choix": two_choice_sets,
    "identite-deux-types": two_types,
    "oui-non-ouvert": open_yes_no,
    "pourquoi": why,
    "question-longue": long_question,
    "relances-profondes": deep_follow_ups,
    "reponse-disparue": vanished_answer,
    "terme-livre": shipped_term,
    "terme-remplace": unknown_replacement,
    "texte-ferme": closed_text,
    "type-change": changed_type,
}
