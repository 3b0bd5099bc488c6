"""The keys of a session, as they are named at the foot of a screen and on the help pages."""

NBSP = "\u00a0"

# Keys, at the foot of the screen


def key_back() -> str:
    """Shift+Tab."""
    return "Maj+Tab retour"


def key_back_to_recap() -> str:
    """Shift+Tab, when the question was opened from the recap."""
    return "Maj+Tab relecture"


def key_pass() -> str:
    """Tab."""
    return "Tab passer"


def key_help() -> str:
    """F1."""
    return "F1 aide"


def key_pause() -> str:
    """Ctrl+C."""
    return "Ctrl+C pause"


def more() -> str:
    """A list goes on out of sight."""
    return "↑ ↓ suite"


def any_key() -> str:
    """Under a page of help."""
    return f"↑ ↓ défiler · autre touche{NBSP}: revenir"


def keys_everywhere(back: str) -> tuple[tuple[str, str], ...]:
    """The keys that every question knows; `back` is what Shift+Tab does here."""
    return (
        ("Maj+Tab", back),
        ("Tab", "passer la question"),
        ("Fin", "aller à la première question sans réponse, ou à la relecture"),
        ("Ctrl+C", "faire une pause (rien ne se perd)"),
        ("Ctrl+L", "redessiner l’écran"),
    )


def back_to_previous() -> str:
    """What Shift+Tab does between questions."""
    return "revenir à la question précédente"


def back_to_recap() -> str:
    """What Shift+Tab does when a question was opened from the recap."""
    return "revenir à la relecture"


def keys_of_choice() -> tuple[tuple[str, str], ...]:
    """Keys where one answer is picked."""
    return (
        ("lettre ou chiffre", "répondre aussitôt"),
        ("↑ ↓ puis Entrée", "répondre avec les flèches"),
        ("←", "comme Maj+Tab"),
    )


def nothing_but_choosing() -> str:
    """The help of a menu."""
    return f"Choisir une ligne. Pages d’aide et mots du métier{NBSP}: cip-coach aide."


def keys_of_menu(*, back: bool = False) -> tuple[tuple[str, str], ...]:
    """Keys of a menu, which is no question; `back` if one can go back from it."""
    return (
        ("lettre ou chiffre", "choisir aussitôt"),
        ("↑ ↓ puis Entrée", "choisir avec les flèches"),
        *((("Échap", "revenir"),) if back else ()),
        ("Ctrl+C", f"quitter{NBSP}; rien ne se perd"),
        ("Ctrl+L", "redessiner l’écran"),
    )


def keys_of_ticks() -> tuple[tuple[str, str], ...]:
    """Keys where several answers are ticked."""
    return (
        ("Espace ou chiffre", "cocher, décocher"),
        ("Entrée", f"terminer{NBSP}; rien de coché passe la question{NBSP}; sur «{NBSP}Autre{NBSP}», l’ouvrir"),
        ("←", "comme Maj+Tab"),
    )


def keys_of_text() -> tuple[tuple[str, str], ...]:
    """Keys where a text is written."""
    return (
        ("Entrée", f"valider{NBSP}; un champ vide passe la question"),
        ("Ctrl+J", "aller à la ligne"),
        ("Ctrl+E", "écrire dans un éditeur de texte"),
        ("Ctrl+G", "cette aide"),
    )


def keys_of_line() -> tuple[tuple[str, str], ...]:
    """Keys where one line is written."""
    return (
        ("Entrée", f"valider{NBSP}; un champ vide passe la question"),
        ("Ctrl+G", "cette aide"),
    )


def nothing_but_a_line() -> str:
    """The help of a line that answers no question."""
    return "Taper une ligne, puis Entrée."


def keys_of_line_alone(*, completed: bool) -> tuple[tuple[str, str], ...]:
    """Keys of a line that answers no question, like a code; `completed` if Tab finds the end of it."""
    return (
        ("Entrée", "valider"),
        *((("Tab", "compléter avec ce qui a déjà servi"),) if completed else ()),
        ("Ctrl+U", "tout effacer"),
        ("Ctrl+G", "cette aide"),
        ("Ctrl+C", f"quitter{NBSP}; rien ne se perd"),
        ("Ctrl+L", "redessiner l’écran"),
    )


def keys_of_filter() -> tuple[tuple[str, str], ...]:
    """Keys where typing narrows down a list."""
    return (
        ("lettres", f"réduire la liste{NBSP}; les accents ne comptent pas"),
        ("Tab", "compléter"),
        ("↑ ↓ puis Entrée", "répondre avec les flèches"),
        ("Entrée", f"valider{NBSP}; un champ vide passe la question"),
    )


def keys_of_list() -> tuple[tuple[str, str], ...]:
    """Keys where a list is written, one item a line."""
    return (
        ("Entrée", f"ajouter la ligne{NBSP}; une ligne vide termine"),
        ("↑ ↓", "choisir un élément déjà écrit"),
        ("Entrée", f"sur un élément{NBSP}: le modifier"),
        ("Suppr", f"sur un élément{NBSP}: le retirer, ou le remettre"),
        ("Ctrl+↑ Ctrl+↓", f"sur un élément{NBSP}: le déplacer"),
        ("Ctrl+N", "rien à noter"),
    )
