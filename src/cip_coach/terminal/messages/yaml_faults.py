"""What is wrong in a YAML file, and what to do: one sentence a code of `plainyaml.YamlFault`.

The parameters of a sentence are the details of its fault. Each docstring shows the
line that gets it.
"""

from collections.abc import Callable


def yaml_ancre() -> str:
    """`question: & puis ?`."""
    return "Un texte ne peut pas commencer par «\u00a0&\u00a0». Mettre tout le texte entre guillemets droits."


def yaml_barre_oblique() -> str:
    r"""`dossier: "C:\dossier"`."""
    return (
        "Entre guillemets droits, la barre «\u00a0\\\u00a0» annonce un signe spécial. "
        "L’écrire deux fois «\u00a0\\\\\u00a0», ou l’enlever."
    )


def yaml_caractere(*, caractere: str) -> str:
    """A control character, a byte order mark in the middle of the file."""
    return f"Caractère invisible interdit ({caractere}), souvent venu d’un copier-coller. L’effacer."


def yaml_chevron(*, signe: str) -> str:
    """`question: > cite`."""
    return (
        f"Après «\u00a0{signe}\u00a0», le texte doit aller à la ligne, décalé vers la droite. "
        "Sinon, mettre tout le texte entre guillemets droits."
    )


def yaml_cle() -> str:
    """`: oui`, or a list where a key is due."""
    return "Une clé doit être un mot ou un texte court, suivi de «\u00a0:\u00a0»."


def yaml_cle_en_double(*, cle: str, premiere_ligne: int) -> str:
    """`titre: A`, then `titre: B`."""
    return f"«\u00a0{cle}\u00a0» est déjà défini ligne {premiere_ligne}. N’en garder qu’un."


def yaml_cle_espaces(*, cle: str) -> str:
    """`mon titre : Essai`."""
    return (
        f"«\u00a0{cle}\u00a0» est lu comme une clé, et une clé n’a pas d’espace. Corriger la clé, "
        "ou mettre tout le texte entre guillemets droits, après sa clé."
    )


def yaml_crochet(*, signe: str) -> str:
    """`question: [note] suite`, `question: {element} ?`."""
    return f"Un texte ne peut pas commencer par «\u00a0{signe}\u00a0». Mettre tout le texte entre guillemets droits."


def yaml_deux_points() -> str:
    """`question: Pourquoi : as-tu fait ça ?`."""
    return (
        "«\u00a0:\u00a0» suivi d’une espace au milieu d’un texte le coupe en deux. "
        "Mettre tout le texte entre guillemets droits."
    )


def yaml_diese() -> str:
    """`question: #1 priorité`."""
    return (
        "Une espace puis «\u00a0#\u00a0» commencent un commentaire\u00a0: la suite du texte serait perdue. "
        "Mettre tout le texte entre guillemets droits, "
        "ou deux espaces avant «\u00a0#\u00a0» pour un vrai commentaire."
    )


def yaml_espace_insecable(*, cle: str) -> str:
    """`titre : Ma relation`, with a no-break space before the colon."""
    return (
        f"Espace insécable à côté de la clé «\u00a0{cle}\u00a0». La remplacer par une espace ordinaire, ou l’effacer."
    )


def yaml_etiquette() -> str:
    """`question: ! attention`."""
    return (
        "Un texte ne peut pas commencer par «\u00a0!\u00a0», "
        "et les types («\u00a0!!str\u00a0») ne sont pas acceptés. "
        "Mettre tout le texte entre guillemets droits."
    )


def yaml_etoile() -> str:
    """`question: *gras*`."""
    return "Un texte ne peut pas commencer par «\u00a0*\u00a0». Mettre tout le texte entre guillemets droits."


def yaml_fusion() -> str:
    """`<<: autre`."""
    return "La clé «\u00a0<<\u00a0» n’est pas acceptée. Recopier les lignes voulues."


def yaml_guillemets() -> str:
    """`question: "Il a dit" bonjour`."""
    return (
        "Du texte suit les guillemets fermants. Entourer tout le texte de guillemets droits, "
        "et écrire les citations avec «\u00a0et\u00a0»."
    )


def yaml_guillemets_courbes() -> str:
    """`question: “Et donc : quoi ?”`, `question: « Et donc : quoi ? »`."""
    return (
        "Les guillemets “ ”, ‘ ’ ou «\u00a0» n’empêchent pas le texte d’être coupé. "
        "Mettre tout le texte entre guillemets droits."
    )


def yaml_illisible() -> str:
    """Whatever we cannot name."""
    return "Cette ligne n’est pas lisible. La comparer à ses voisines, ou mettre son texte entre guillemets droits."


def yaml_indentation() -> str:
    """A key that stands under none of the lines above."""
    return "Cette ligne n’est alignée sur aucune de celles du dessus. Corriger les espaces au début de la ligne."


def yaml_non_ferme(*, signe: str) -> str:
    """`question: "Pourquoi ?`, and no other quotation mark."""
    closing = {"[": "]", "{": "}"}.get(signe, signe)
    return (
        f"«\u00a0{signe}\u00a0» est ouvert ici et n’est pas fermé correctement. "
        f"Ajouter «\u00a0{closing}\u00a0» à la fin du texte."
    )


def yaml_plusieurs_documents() -> str:
    """`---` between two documents."""
    return (
        "Un seul document par fichier. "
        "Enlever la ligne «\u00a0---\u00a0» et ce qui la suit, ou en faire un autre fichier."
    )


def yaml_profondeur(*, limite: int) -> str:
    """`[[[[[[…`."""
    return f"Plus de {limite} niveaux imbriqués. Simplifier la structure."


def yaml_sans_cle() -> str:
    """A line that is neither a key, nor an item, nor the end of the text above."""
    return (
        "Cette ligne n’est ni une clé suivie de «\u00a0:\u00a0» et d’une espace, "
        "ni un élément de liste «\u00a0-\u00a0». "
        "Si elle continue le texte du dessus, la décaler vers la droite."
    )


def yaml_signe(*, signe: str) -> str:
    """`question: @ demain`."""
    return f"Un texte ne peut pas commencer par «\u00a0{signe}\u00a0». Mettre tout le texte entre guillemets droits."


def yaml_tabulation() -> str:
    """A tab at the start of a line."""
    return "Tabulation au lieu d’espaces. La remplacer par des espaces."


def yaml_taille(*, limite: int) -> str:
    """A text of more than 262,144 characters."""
    return f"Le texte dépasse {limite} caractères. Le partager en plusieurs fichiers."


def yaml_tiret() -> str:
    """`question: - tiret`."""
    return (
        "Un «\u00a0-\u00a0» ne peut pas suivre une clé sur la même ligne. Commencer la liste à la ligne suivante, "
        "ou mettre tout le texte entre guillemets droits."
    )


def yaml_trop(*, limite: int) -> str:
    """More than 20,000 texts, lists and tables."""
    return f"Plus de {limite} éléments. Partager en plusieurs fichiers."


def yaml_virgule() -> str:
    """`choix: {oui: Oui, je veux, non: Non}`."""
    return (
        "Entre accolades, une virgule sépare deux réponses\u00a0: celle-ci n’a pas de «\u00a0:\u00a0». "
        "Mettre entre guillemets droits le texte qui contient la virgule."
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "yaml-ancre": yaml_ancre,
    "yaml-barre-oblique": yaml_barre_oblique,
    "yaml-caractere": yaml_caractere,
    "yaml-chevron": yaml_chevron,
    "yaml-cle": yaml_cle,
    "yaml-cle-en-double": yaml_cle_en_double,
    "yaml-cle-espaces": yaml_cle_espaces,
    "yaml-crochet": yaml_crochet,
    "yaml-deux-points": yaml_deux_points,
    "yaml-diese": yaml_diese,
    "yaml-espace-insecable": yaml_espace_insecable,
    "yaml-etiquette": yaml_etiquette,
    "yaml-etoile": yaml_etoile,
    "yaml-fusion": yaml_fusion,
    "yaml-guillemets": yaml_guillemets,
    "yaml-guillemets-courbes": yaml_guillemets_courbes,
    "yaml-illisible": yaml_illisible,
    "yaml-indentation": yaml_indentation,
    "yaml-non-ferme": yaml_non_ferme,
    "yaml-plusieurs-documents": yaml_plusieurs_documents,
    "yaml-profondeur": yaml_profondeur,
    "yaml-sans-cle": yaml_sans_cle,
    "yaml-signe": yaml_signe,
    "yaml-tabulation": yaml_tabulation,
    "yaml-taille": yaml_taille,
    "yaml-tiret": yaml_tiret,
    "yaml-trop": yaml_trop,
    "yaml-virgule": yaml_virgule,
}
