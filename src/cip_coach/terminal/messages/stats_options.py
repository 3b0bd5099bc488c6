"""Help of the options of `stats`."""


def person_option() -> str:
    """Help of `--personne`."""
    return "Seulement les séances sous ce code."


def tree_option() -> str:
    """Help of `--arbre`."""
    return "Seulement les séances de cet arbre."


def compare_option() -> str:
    """Help of `--comparer`."""
    return "Mettre à côté une autre période (le mois dernier, 2025, mars 2026…), sans conclure."


def view_option() -> str:
    """Help of `--vue`."""
    return "Ce qui est montré\u00a0: ensemble (par défaut), questions, mois, calendrier, metier ou tout."


def text_option() -> str:
    """Help of `--texte`."""
    return "Des phrases seulement, sans dessin, pour un lecteur d’écran."


def words_option() -> str:
    """Help of `--mots`."""
    return "Ajouter les mots qui reviennent dans mes textes."


def method_option() -> str:
    """Help of `--methode`."""
    return "Dire comment les comptes sont faits."


def json_option() -> str:
    """Help of `--json`."""
    return "Tout écrire en JSON (docs/schemas/stats.schema.json)."


def csv_option() -> str:
    """Help of `--csv`."""
    return "Écrire les difficultés dans ce fichier, pour un tableur."


def html_option() -> str:
    """Help of `--html`."""
    return "Écrire une page à lire ou à imprimer, qui ne demande aucune connexion."
