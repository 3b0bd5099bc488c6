"""Sentences around a session: its options, what it refuses, how it begins and ends."""

from collections.abc import Callable


def tree_argument() -> str:
    """Help of the argument ARBRE."""
    return "L’arbre de questions\u00a0; sans lui, un menu les propose."


def person_option() -> str:
    """Help of `--personne`."""
    return "Un code neutre pour la personne, jamais un nom (érable, galet…)."


def date_option() -> str:
    """Help of `--date`."""
    return "Le jour dont parle la note (hier, lundi dernier, 14/03/2026)\u00a0; sinon aujourd’hui."


def resume_option() -> str:
    """Help of `--reprendre`."""
    return "Reprendre la dernière session interrompue."


def answers_option() -> str:
    """Help of `--reponses`."""
    return "Lire les réponses dans un fichier, sans poser de question."


def answers_without_tree() -> str:
    """An answers file without a tree."""
    return "Avec --reponses, nommer aussi l’arbre\u00a0: cip-coach session ARBRE --reponses FICHIER."


def answers_invalid(fichier: str) -> str:
    """The answers file has faults, listed below."""
    return f"Rien n’a été enregistré\u00a0: corriger d’abord ces points de «\u00a0{fichier}\u00a0»."


def answers_unreadable(fichier: str, raison: str) -> str:
    """The answers file cannot be read, and why."""
    reasons = {
        "absent": "il est introuvable",
        "dossier": "c’est un dossier",
        "taille": "il est trop grand",
        "droits": "l’accès est refusé",
    }
    why = reasons.get(raison, "la lecture échoue")
    return f"Le fichier de réponses «\u00a0{fichier}\u00a0» ne peut pas être lu\u00a0: {why}."


def answers_not_utf8(fichier: str) -> str:
    """The answers file is in another encoding."""
    return f"Le fichier «\u00a0{fichier}\u00a0» n’est pas en UTF-8\u00a0: l’enregistrer sous cet encodage."


def person_required(arbre: str) -> str:
    """The tree is about a person, and no code was given."""
    return (
        f"L’arbre «\u00a0{arbre}\u00a0» parle d’une personne\u00a0: ajouter --personne et un code neutre "
        "(érable, galet…), jamais un nom."
    )


def person_unwanted(arbre: str) -> str:
    """The tree is about nobody, and a code was given."""
    return f"L’arbre «\u00a0{arbre}\u00a0» se fait sans personne\u00a0: retirer --personne."


def not_a_terminal() -> str:
    """There is nobody to ask."""
    return (
        "Une session a besoin d’un terminal, et rien n’a été enregistré. Sans terminal, ajouter --simple "
        "pour répondre ligne par ligne, ou --reponses FICHIER."
    )


def draft_unreadable(fichier: str) -> str:
    """A draft that cannot be read."""
    return f"Le brouillon «\u00a0{fichier}\u00a0» ne peut pas être repris\u00a0; il est laissé tel quel."


def nothing_to_resume() -> str:
    """`--reprendre` without a draft."""
    return "Aucune session interrompue à reprendre."


def saved(chemin: str) -> str:
    """The note is closed, and where it lies."""
    return f"Note enregistrée\u00a0: {chemin}"


def draft_kept() -> str:
    """The session was left; how to take it up again."""
    return "Le brouillon est gardé. Pour le reprendre\u00a0: cip-coach session --reprendre"


def nothing_kept() -> str:
    """The session was left before any answer."""
    return "Rien n’a été écrit."


def draft_discarded() -> str:
    """The draft was thrown away."""
    return "Le brouillon est dans la corbeille du journal."


def journal_created(dossier: str) -> str:
    """A journal was made."""
    return f"Un journal a été créé dans {dossier}"


def written_beside(fichier: str) -> str:
    """Another program had changed the draft."""
    return (
        f"Le fichier «\u00a0{fichier}\u00a0» a changé entre-temps\u00a0: il est laissé tel quel, "
        "la session est enregistrée à côté."
    )


def rescued(chemin: str) -> str:
    """Where the copy was written."""
    return f"Copie de secours\u00a0: {chemin}"


def choose_tree() -> str:
    """Title of the menu of trees."""
    return "Quel arbre, pour quel moment\u00a0?"


def ask_code(requis: bool) -> str:
    """The question for a code; `requis` when the tree is about a person."""
    if requis:
        return "Un code neutre pour la personne (érable, galet…)\u00a0: jamais un nom, ni des initiales."
    return "Un code neutre pour la personne, ou rien\u00a0: jamais un nom, ni des initiales."


def person_not_kept() -> str:
    """The code given is not used by this tree."""
    return "Cet arbre se fait sans personne\u00a0: le code n’est pas gardé."


def moment(identifiant: str) -> str:
    """A moment in words; "" for an unknown one."""
    names = {
        "entre_deux": "entre deux rendez-vous",
        "fin_de_journee": "en fin de journée",
        "quelque_chose_reste": "quelque chose me reste",
        "avant_groupe": "avant le groupe",
        "apres_groupe": "après le groupe",
        "fin_de_mois": "en fin de mois",
        "trimestre": "tous les trimestres",
        "atelier": "autour d’un atelier",
        "partenaire": "avec un employeur, un partenaire",
        "formation": "en formation, ou sur plusieurs jours",
    }
    return names.get(identifiant, "")


def minutes(duree: int) -> str:
    """A duration; "" when the tree says none."""
    return f"{duree} min" if duree else ""


def family(nom: str) -> str:
    """Trees for one moment, as a line of the menu; the name of a moment is that moment in words."""
    names = {
        "programme": "au fil d’un programme (CPP, TVE)",
        "groupe": "autour d’un groupe, d’un atelier",
        "bilan": "en fin de mois, de trimestre",
        "autre": "à tout moment",
    }
    words = names.get(nom) or moment(nom)
    return words[:1].upper() + words[1:]


def number_of_trees(nombre: int) -> str:
    """How many trees a line of the menu leads to."""
    return f"{nombre} arbres"


def which_of(nom: str) -> str:
    """Title of the second menu, of the trees of one family."""
    return f"{family(nom)}\u00a0: quel arbre\u00a0?"


def other_moments() -> str:
    """The last line of the second menu: back to the first."""
    return "Revenir aux autres moments"


def _with_code(titre: str, code: str) -> str:
    return f"{titre} ({code})" if code else titre


def resume(titre: str, code: str) -> str:
    """A draft in the menu."""
    return f"Reprendre\u00a0: {_with_code(titre, code)}"


def begun(quand: str, reponses: int) -> str:
    """When a draft was begun, and how far it went."""
    return f"commencé {quand}, {reponses} {'réponses' if reponses > 1 else 'réponse'}"


def of_day(jour: str) -> str:
    """A draft of a vault, of which the name alone is known."""
    return f"{jour}, dans le coffre\u00a0: la phrase de passe sera demandée"


def begin_anew(titre: str) -> str:
    """The choice beside the drafts of a tree."""
    return f"Commencer\u00a0: {titre} (le brouillon est gardé)"


def go_on(titre: str, code: str) -> str:
    """A tree that a note proposed."""
    return f"Y revenir\u00a0: {_with_code(titre, code)}"


def no_longer_asked(nombre: int) -> str:
    """Answers of a draft that the tree of today does not ask any more; their questions follow."""
    if nombre == 1:
        return "L’arbre a changé depuis. Une réponse est mise de côté, et n’ira pas dans la note\u00a0:"
    return f"L’arbre a changé depuis. {nombre} réponses sont mises de côté, et n’iront pas dans la note\u00a0:"


def proposed_by(quand: str) -> str:
    """When it was proposed."""
    return f"noté {quand}"


def code_hint(requis: bool) -> str:
    """What an empty code means."""
    return "" if requis else "Entrée seule\u00a0: sans personne."


def code_tells(code: str) -> str:
    """A code that looks like a name or initials."""
    return f"«\u00a0{code}\u00a0» pourrait faire reconnaître la personne. Prendre plutôt un code neutre\u00a0?"


def another_code() -> str:
    """None of those proposed: a neutral one is typed instead."""
    return "En écrire un autre"


def keep_code(code: str) -> str:
    """The code stays as it was typed."""
    return f"Garder «\u00a0{code}\u00a0»"


def ask_rescue_folder() -> str:
    """The question for a folder when the journal cannot be written."""
    return "Dans quel dossier enregistrer une copie de secours\u00a0?"


SENTENCES: dict[str, Callable[..., str]] = {
    "reponses-sans-arbre": answers_without_tree,
    "reponses-invalides": answers_invalid,
    "reponses-illisibles": answers_unreadable,
    "reponses-pas-utf8": answers_not_utf8,
    "personne-requise": person_required,
    "personne-aucune": person_unwanted,
    "pas-un-terminal": not_a_terminal,
    "brouillon-illisible": draft_unreadable,
    "rien-a-reprendre": nothing_to_resume,
}
