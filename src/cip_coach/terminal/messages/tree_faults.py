"""What is wrong in the file of a tree, of a fragment or of a taxonomy, and what to do: one sentence a code.

The parameters of a sentence are the details of its problem. Each docstring
shows the lines that get it. Choices and conditions are in `choice_faults`.
"""

from collections.abc import Callable

from cip_coach.terminal.messages.key_help import LINES

FEW = 12


def meant(proche: str) -> str:
    """The suggestion, when there is one."""
    return f" Vouliez-vous dire « {proche} » ?" if proche else ""


def among(possibles: str, what: str = "Possibles") -> str:
    """The words that can stand there, when they can be read at a glance."""
    listed = possibles.split(", ")
    return f" {what} : {possibles}." if possibles and len(listed) <= FEW else ""


def said(mot: str) -> str:
    """The word, or what to call it when there is none."""
    return f"« {mot} »" if mot else "Un texte vide"


# Shapes: keys, texts, numbers


def unknown_key(*, mot: str, proche: str, possibles: str) -> str:
    """`tipe: oui_non`, `mon titre: Essai`."""
    help_ = meant(proche) or among(possibles, "Clés possibles") or " L’enlever, ou corriger son nom."
    if " " in mot and not proche:
        help_ = " Une clé n’a pas d’espace : un texte se met entier entre guillemets droits, après sa clé."
    return f"La clé « {mot} » n’existe pas ici.{help_}"


def missing_key(*, cle: str) -> str:
    """A question without `id`, a tree without `titre`."""
    return f"Il manque « {cle} ». Ajouter cette clé et sa valeur."


def misplaced_key(*, cle: str, type: str, types: str) -> str:
    """`max: 3` under a question of type `choix`."""
    elsewhere = f" Elle va avec : {types}." if types else ""
    return (
        f"La clé « {cle} » ne va pas avec le type « {type} ».{elsewhere} "
        "Changer le type de la question, ou enlever cette clé."
    )


def not_a_block(*, cle: str) -> str:
    """`choix: [temps, evidence]`."""
    example = f", comme « {LINES[cle]} »" if cle in LINES else ""
    return (
        f"Sous « {cle} », écrire une ligne par élément, décalée vers la droite : un mot, deux-points, une espace, "
        f"puis sa valeur{example}."
    )


def not_a_list(*, cle: str) -> str:
    """`questions: un texte`."""
    return f"Sous « {cle} », écrire une liste : à la ligne, décalé vers la droite, un tiret devant chaque élément."


def not_a_text(*, cle: str) -> str:
    """`titre: [a, b]`."""
    return f"« {cle} » attend un texte. L’écrire sur la même ligne, entre guillemets droits."


def unknown_value(*, cle: str, mot: str, proche: str, possibles: str) -> str:
    """`type: oui_nom`, `sensible: vrai`."""
    return f"{said(mot)} n’est pas une valeur possible de « {cle} ».{meant(proche)}{among(possibles, 'Valeurs')}"


def not_a_number(*, cle: str) -> str:
    """`duree: quatre`."""
    return f"« {cle} » attend un nombre entier, écrit en chiffres et sans unité."


def too_small(*, cle: str, minimum: int) -> str:
    """`max: 0`."""
    return f"« {cle} » doit valoir au moins {minimum}. Corriger le nombre, ou enlever la ligne."


# The tree as a whole


def no_block() -> str:
    """A tree file that begins with `- id: a`."""
    return (
        "Ce fichier ne commence pas comme un arbre. Écrire d’abord les lignes « arbre », « titre » et "
        "« questions », puis les questions sous cette dernière."
    )


def empty_tree() -> str:
    """A file with nothing in it, or only comments."""
    return "Ce fichier est vide. Écrire au moins « arbre », « titre » et « questions »."


def lone_fragment() -> str:
    """`fragment: oui` in a file asked for as a tree."""
    return (
        "Ce fichier est un fragment : ses questions se posent dans l’arbre qui l’inclut. "
        "Ouvrir cet arbre, ou remplacer la ligne « fragment » par « arbre » et « titre »."
    )


def bad_tree_id(*, mot: str, essai: str) -> str:
    """`arbre: Mon Arbre`."""
    return (
        f"« {mot} » ne peut pas nommer un arbre : minuscules sans accent, chiffres, tirets, "
        f"64 caractères au plus. Essayer « {essai} »."
    )


def misnamed_tree(*, mot: str, fichier: str) -> str:
    """`arbre: journee` in `ma-journee.yml`."""
    return f"Ce fichier s’appelle « {fichier} » et contient l’arbre « {mot} ». Renommer le fichier en « {mot}.yml »."


def too_many_questions(*, limite: int) -> str:
    """More than 400 questions, included ones counted."""
    return f"L’arbre dépasse {limite} questions, fichiers inclus compris. Le partager en plusieurs arbres."


def unknown_tree(*, arbre: str, proche: str) -> str:
    """`cip-coach session guide-relatoin`."""
    return f"Aucun arbre ne s’appelle « {arbre} ».{meant(proche)} Pour les voir tous : cip-coach questions lister"


def invalid_tree(*, arbre: str) -> str:
    """Any problem in the tree that was asked for; the problems are listed below."""
    return f"L’arbre « {arbre} » n’est pas lisible en l’état : corriger ce qui suit, puis recommencer."


def renamed_but_asked(*, mot: str) -> str:
    """`renomme: {a: b}` while `a` is still a question."""
    return (
        f"« {mot} » est renommé ici, et pourtant toujours posé. Enlever cette ligne, ou changer l’id de la question."
    )


def renamed_to_nothing(*, mot: str, proche: str, possibles: str) -> str:
    """`renomme: {a: bb}` while there is no question `bb`."""
    return (
        f"« {mot} » n’est l’identifiant d’aucune question de cet arbre.{meant(proche)} "
        "À droite, écrire l’identifiant d’aujourd’hui."
    )


def not_utf8() -> str:
    """A file saved as Windows-1252 or UTF-16."""
    return "Ce fichier n’est pas enregistré en UTF-8. L’enregistrer de nouveau en choisissant le codage UTF-8."


def unreadable_file() -> str:
    """A file that the system does not let us read."""
    return "Ce fichier ne peut pas être lu. Vérifier qu’il est toujours là, et le droit de le lire."


# Nodes: questions, sections, loops, inclusions


def not_a_question() -> str:
    """`- Une question ?`."""
    return (
        "Un élément de la liste doit être une question (« id » et « question »), une « section », "
        "une « boucle » ou un « inclure »."
    )


def nothing_under() -> str:
    """`si_oui:` with nothing below, or questions that are not indented under it."""
    return (
        "Rien n’est écrit sous cette clé. Décaler vers la droite les questions qui lui appartiennent ; "
        "pour dire « aucune », écrire []."
    )


def bad_id(*, mot: str, essai: str) -> str:
    """`id: Émotion forte`."""
    return (
        f"« {mot} » ne peut pas servir d’identifiant : minuscules sans accent, chiffres, points et « _ », "
        f"80 caractères au plus. Essayer « {essai} »."
    )


def reserved_id(*, mot: str) -> str:
    """`id: oui`."""
    return f"« {mot} » a déjà un sens ici : ce ne peut pas être l’identifiant d’une question. En choisir un autre."


def double_id(*, mot: str, fichier: str, ligne: int) -> str:
    """Two questions with the same id, or a fragment included twice without `prefixe`."""
    return (
        f"« {mot} » est déjà pris ({fichier}, ligne {ligne}). Choisir un autre identifiant ; "
        "pour un fichier inclus deux fois, ajouter un « prefixe »."
    )


def deep_loop(*, limite: int) -> str:
    """A loop in a loop in a loop in a loop."""
    return f"Plus de {limite} boucles l’une dans l’autre. Sortir celle-ci des autres."


def loop_over_nothing() -> str:
    """`boucle: b`, without `sur`."""
    return "Cette boucle ne dit pas sur quoi elle tourne. Ajouter « sur » ou « sur_taxonomie »."


def loop_over_two() -> str:
    """`sur` and `sur_taxonomie` together."""
    return "« sur » et « sur_taxonomie » ne vont pas ensemble. N’en garder qu’un."


def bad_prefix(*, mot: str, essai: str) -> str:
    """`prefixe: Tension-`."""
    return f"« {mot} » ne peut pas commencer un identifiant : minuscules sans accent, chiffres. Essayer « {essai} »."


def inclusion_missing(*, mot: str, proche: str, possibles: str) -> str:
    """`inclure: communs/clotur`."""
    help_ = meant(proche) or among(possibles) or " Vérifier son nom, écrit sans « .yml »."
    return f"Aucun arbre ni fragment ne s’appelle « {mot} ».{help_}"


def inclusion_name(*, mot: str) -> str:
    """`inclure: ../secret`."""
    return (
        f"« {mot} » ne peut pas être inclus : écrire le nom d’un arbre ou d’un fragment, "
        "comme « communs/cloture », sans « .yml »."
    )


def inclusion_circle(*, mot: str) -> str:
    """A file that includes itself, through others or not."""
    return f"« {mot} » finit par s’inclure lui-même. Enlever cette inclusion, ou celle qui mène ici."


def inclusion_deep(*, limite: int) -> str:
    """A file that includes a file, that includes a file, and so on."""
    return f"Plus de {limite} inclusions l’une dans l’autre. Inclure ce fichier plus haut."


def fixed_unknown(*, mot: str, proche: str, possibles: str, fichier: str) -> str:
    """`avec: {incconue: oui}`."""
    return f"Dans {fichier}, aucune question ne s’appelle « {mot} ».{meant(proche)}{among(possibles)}"


def fixed_answer(*, mot: str, proche: str, possibles: str, question: str) -> str:
    """`avec: {confiance: peut-etre}`."""
    return f"« {mot} » n’est pas une réponse possible de « {question} ».{meant(proche)}{among(possibles, 'Réponses')}"


SENTENCES: dict[str, Callable[..., str]] = {
    "arbre-id": bad_tree_id,
    "arbre-inconnu": unknown_tree,
    "arbre-invalide": invalid_tree,
    "arbre-nom": misnamed_tree,
    "arbre-sans-bloc": no_block,
    "arbre-vide": empty_tree,
    "avec-inconnu": fixed_unknown,
    "avec-reponse": fixed_answer,
    "boucle-profonde": deep_loop,
    "boucle-sans-sur": loop_over_nothing,
    "boucle-une-seule-forme": loop_over_two,
    "cle-deplacee": misplaced_key,
    "cle-inconnue": unknown_key,
    "cle-manquante": missing_key,
    "fichier-illisible": unreadable_file,
    "forme-bloc": not_a_block,
    "forme-liste": not_a_list,
    "forme-nombre": not_a_number,
    "forme-question": not_a_question,
    "forme-texte": not_a_text,
    "fragment-seul": lone_fragment,
    "id-double": double_id,
    "id-invalide": bad_id,
    "id-reserve": reserved_id,
    "inclusion": inclusion_missing,
    "inclusion-cercle": inclusion_circle,
    "inclusion-nom": inclusion_name,
    "inclusion-profonde": inclusion_deep,
    "nombre-minimum": too_small,
    "pas-utf8": not_utf8,
    "prefixe-invalide": bad_prefix,
    "questions-vides": nothing_under,
    "renomme-encore": renamed_but_asked,
    "renomme-inconnu": renamed_to_nothing,
    "trop-de-questions": too_many_questions,
    "valeur-inconnue": unknown_value,
}
