"""What is said around the questions of a session: start, reading over, pause, a note that cannot be written."""

NBSP = "\u00a0"

# Start


def minutes(count: int) -> str:
    """How long a tree takes."""
    return "environ 1 minute" if count == 1 else f"environ {count} minutes"


def questions(fewest: int, most: int | None) -> str:
    """How many questions a tree has; `most` is None where only the answers can tell."""
    if most is None:
        return f"{questions(fewest, fewest)}, plus ou moins selon les réponses"
    if most > fewest:
        return f"{fewest} à {most} questions selon les réponses"
    return "1 question" if fewest == 1 else f"{fewest} questions"


def promise() -> str:
    """The promise made before the first question."""
    return "Tout est facultatif. Rien ne sort de cet ordinateur. Chaque réponse est gardée au fur et à mesure."


def start_lines(duration: int, fewest: int, most: int | None, description: str) -> tuple[str, ...]:
    """The start page below the title; 0 minutes or questions are not said."""
    sizes = ([minutes(duration)] if duration else []) + ([questions(fewest, most)] if fewest else [])
    extent = ", ".join(sizes)
    extent = f"{extent[:1].upper()}{extent[1:]}." if extent else ""
    return tuple(line for line in (description, extent, promise()) if line)


def key_leave() -> str:
    """Ctrl+C, where there is nothing to pause yet."""
    return "Ctrl+C quitter"


def key_choose() -> str:
    """How to choose in a menu."""
    return "↑ ↓ Entrée choisir"


def key_validate() -> str:
    """Enter, under one line to type."""
    return "Entrée valider"


def go_on() -> str:
    """The only line of a page to read."""
    return "Continuer"


def begin() -> str:
    """The only line of the start page."""
    return "Commencer"


def already_used(codes: str) -> str:
    """The codes typed before."""
    return f"Déjà utilisés{NBSP}: {codes}. Tab complète."


# Reading over


def recap_title() -> str:
    """Heads the recap."""
    return "Relecture"


def about(item: str) -> str:
    """In the recap, above what was answered about an item of a loop."""
    return f"{item}{NBSP}:"


def passed() -> str:
    """A question that was passed over, in the recap."""
    return "— passée"


def to_come() -> str:
    """A question that was not reached yet, in the recap."""
    return "à venir"


def masked() -> str:
    """A sensitive answer, in the recap."""
    return "(réponse masquée)"


def aside_title() -> str:
    """Heads what will not be in the note."""
    return "Mises de côté, hors de la note"


def care() -> str:
    """Whom to call; shown when a difficulty that asks for attention was named."""
    return (
        f"En cas de danger immédiat{NBSP}: 15, 17 ou 112. "
        f"En cas d’idées suicidaires, les vôtres ou celles d’une autre personne{NBSP}: 3114, jour et nuit."
    )


def still_to_come(count: int) -> str:
    """The recap was opened before the end."""
    rest = "Une question est encore à venir" if count == 1 else f"{count} questions sont encore à venir"
    return f"{rest}{NBSP}: Maj+Tab pour continuer, Entrée pour enregistrer sans aller plus loin."


def key_save(*, trial: bool = False) -> str:
    """Enter, in the recap."""
    return "Entrée finir" if trial else "Entrée enregistrer"


def key_edit() -> str:
    """A number, in the recap."""
    return "numéro modifier"


def key_revisit() -> str:
    """`p`, in the recap."""
    return "p voir les passées"


def nothing_passed() -> str:
    """`p` was pressed, and no question was passed."""
    return "Aucune question n’a été passée."


def no_such_number(typed: str) -> str:
    """What was typed is no number of the recap."""
    return f"Pas de question «{NBSP}{typed}{NBSP}» ici. Taper un des numéros de gauche, par exemple 2 ou 2.1."


def explain_recap() -> str:
    """The help of the recap."""
    return (
        "Tout relire, changer ce qui doit l’être, puis enregistrer. "
        f"Une question peut rester passée{NBSP}: rien n’est obligatoire."
    )


def keys_of_recap() -> tuple[tuple[str, str], ...]:
    """Keys of the recap."""
    return (
        ("Entrée", "enregistrer la note"),
        ("2 puis Entrée", "modifier la réponse 2, et revenir ici"),
        ("p", "reprendre les questions passées"),
        ("↑ ↓ Page", "faire défiler"),
        ("Maj+Tab", "revenir aux questions"),
        ("Ctrl+C", "faire une pause (rien ne se perd)"),
        ("Ctrl+L", "redessiner l’écran"),
    )


def keys_of_recap_plain() -> tuple[tuple[str, str], ...]:
    """Keys of the recap, line by line."""
    return (
        ("Entrée", "enregistrer la note"),
        ("2", "modifier la réponse 2, et revenir ici"),
        ("p", "reprendre les questions passées"),
    )


# Pause


def pause_title(*, trial: bool = False) -> str:
    """Heads the pause menu."""
    return "Pause. C’est un essai, rien n’est écrit." if trial else "Pause. Les réponses sont gardées."


def resume() -> str:
    """Goes on."""
    return "Reprendre"


def leave() -> str:
    """Leaves, the draft being kept."""
    return "Garder en brouillon et quitter"


def leave_trial() -> str:
    """Leaves a trial, of which nothing is kept."""
    return "Quitter l’essai"


def reread() -> str:
    """Opens the recap."""
    return "Relire mes réponses"


def delete_all() -> str:
    """Deletes the draft."""
    return "Tout supprimer"


DELETE_WORD = "supprimer"


def confirm_deletion() -> str:
    """Asks for the word that deletes."""
    return f"Pour effacer toutes les réponses de cette séance, taper «{NBSP}{DELETE_WORD}{NBSP}»."


def nothing_deleted() -> str:
    """Something else was typed."""
    return "Rien n’est supprimé."


# A note that cannot be written


def trouble_title() -> str:
    """Heads the screen shown when the note could not be written."""
    return "La dernière réponse n’est pas encore enregistrée."


def trouble_promise() -> str:
    """Where the answers are meanwhile."""
    return "Les réponses restent ici, dans cette fenêtre, tant qu’elle est ouverte."


def tried_again() -> str:
    """Writing was tried once more, in vain."""
    return f"Nouvel essai{NBSP}: ce n’est toujours pas enregistré."


def retry() -> str:
    """Tries to write again."""
    return "Réessayer"


def elsewhere() -> str:
    """Writes in another folder."""
    return "Enregistrer ailleurs"


def leave_unsaved() -> str:
    """Leaves in spite of it."""
    return "Quitter (ce qui n’a pas pu être enregistré sera perdu)"
