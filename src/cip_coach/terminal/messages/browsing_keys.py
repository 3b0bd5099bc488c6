"""The keys of what is gone through on the screen, at the foot of it and on its pages of help."""

NBSP = "\u00a0"

# Keys, at the foot of the screen


def key_read() -> str:
    """Enter in the list."""
    return "↑ ↓ Entrée lire"


def key_clear() -> str:
    """Escape, when something is typed."""
    return "Échap effacer"


def key_help() -> str:
    """F1 or ?."""
    return "F1 aide"


def key_quit() -> str:
    """Ctrl+C."""
    return "Ctrl+C quitter"


def key_back() -> str:
    """Back to where one came from."""
    return "Échap retour"


def key_scroll() -> str:
    """The arrows, where lines scroll."""
    return "↑ ↓ défiler"


def key_list() -> str:
    """Back to the list."""
    return "Échap liste"


def key_look() -> str:
    """The key r in a note."""
    return "r regard"


def key_edit() -> str:
    """The key m in a note."""
    return "m modifier"


def key_discard() -> str:
    """The key j in a note."""
    return "j jeter"


def key_steps() -> str:
    """The key p in a note."""
    return "p pas"


def key_before() -> str:
    """The key a in a note."""
    return "a avant le rendez-vous"


def key_time() -> str:
    """The key t in a note."""
    return "t dans le temps"


def key_pick() -> str:
    """Enter where one thing is picked."""
    return "↑ ↓ Entrée choisir"


def key_mark() -> str:
    """Enter on a step."""
    return "↑ ↓ Entrée cocher"


def key_yes() -> str:
    """Confirms."""
    return "o oui"


def key_no() -> str:
    """Gives up."""
    return "n non"


# Help


def keys_of_list() -> tuple[tuple[str, str], ...]:
    """Keys of the list."""
    return (
        ("↑ ↓ Page↑ Page↓ Début Fin", "se déplacer"),
        ("Entrée", "lire la note"),
        ("lettres, ou /", "filtrer sur un mot, un code, un mois, un arbre. Les accents ne comptent pas"),
        ("Échap", f"effacer le filtre (q est une lettre comme les autres{NBSP}: elle filtre)"),
        ("Ctrl+Z", "reprendre la dernière note mise à la corbeille"),
        ("Ctrl+C", "quitter"),
    )


def keys_of_note() -> tuple[tuple[str, str], ...]:
    """Keys of a note."""
    return (
        ("↑ ↓ Page↑ Page↓ Début Fin", "lire plus loin, d’une question à l’autre"),
        ("r", f"ajouter un regard daté{NBSP}; ce qui est écrit ne change pas"),
        ("m", "reprendre dans l’éditeur le texte que la flèche montre"),
        ("p", f"ses pas{NBSP}: les marquer faits, laissés, ou de nouveau à faire"),
        ("t", "la question que la flèche montre, dans le temps"),
        ("a", "l’essentiel avant de revoir la personne"),
        ("j", "mettre la note à la corbeille (une confirmation est demandée)"),
        ("n", "aller au mot trouvé suivant"),
        ("s", f"lire la note suivante de la liste{NBSP}; Maj+S, la précédente"),
        ("Échap, q, ← ou Maj+Tab", "revenir à la liste"),
        ("Ctrl+C", "quitter"),
    )


def keys_of_steps() -> tuple[tuple[str, str], ...]:
    """Keys of a list of steps."""
    return (
        ("↑ ↓ Page↑ Page↓ Début Fin", "se déplacer"),
        ("Entrée", "dire ce que le pas est devenu"),
        ("f", f"fait, avec un mot sur ce que cela a changé{NBSP}; le mot est facultatif"),
        ("l", f"laissé{NBSP}: c’est une décision, pas un échec"),
        ("o", "de nouveau à faire"),
        ("Échap, q, ← ou Maj+Tab", "revenir"),
        ("Ctrl+C", "quitter"),
    )
