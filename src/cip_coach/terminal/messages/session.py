"""What a session says while it asks, reads over, pauses and saves: one function a sentence.

Infinitives, no praise, nobody's gender. The words of the menus around a session stand in `menus`.
"""

NBSP = "\u00a0"

# Around the question


def explain_words() -> str:
    """The help of a question to answer in one's words, where it has none of its own."""
    return f"Répondre avec ses mots, ou passer{NBSP}: rien n’est obligatoire."


def explain_choosing() -> str:
    """The help of a question that offers its answers, where it has none of its own."""
    return f"Choisir ce qui convient, ou passer{NBSP}: rien n’est obligatoire."


def turn(rank: int, count: int, label: str) -> str:
    """Which item of a loop this question is about; `label` is "" where the question names it."""
    return f"{rank} sur {count} — {label}" if label else f"{rank} sur {count}"


def put_aside(count: int) -> str:
    """A change closed questions that had answers."""
    if count == 1:
        return (
            "Une réponse est mise de côté. Elle revient si la réponse change de nouveau, et n’ira pas dans la note."
        )
    return (
        f"{count} réponses sont mises de côté. "
        "Elles reviennent si la réponse change de nouveau, et n’iront pas dans la note."
    )


def notes_counted(label: str, count: int) -> str:
    """One line of a block that counts notes; the label is empty for the notes themselves."""
    notes = "1 note" if count == 1 else f"{count} notes"
    return f"{label} — {notes}" if label else notes


def first_question() -> str:
    """Going back from the first question."""
    return "C’est la première question."


def enter_keeps() -> str:
    """Tab was pressed on a field that holds text."""
    return "Entrée garde ce texte, Tab encore passe la question."


def choose_or_pass() -> str:
    """Enter was pressed while nothing was chosen."""
    return "Choisir une réponse, ou Tab pour passer."


def how_to_tick(most: int | None) -> str:
    """Under a question with several answers; `most` is how many at most."""
    limit = "" if most is None else f"{_at_most(most)}. "
    return f"{limit}Espace pour cocher, Entrée pour terminer."


def how_to_tick_in_families(most: int | None) -> str:
    """Under a list of families of answers."""
    limit = "" if most is None else f"{_at_most(most)}. "
    return f"{limit}Ouvrir une famille, y cocher, puis terminer."


def enough(most: int) -> str:
    """One pick or one item more than the question takes."""
    return f"{_at_most(most)}{NBSP}: en retirer un pour en mettre un autre."


def _at_most(most: int) -> str:
    return "Un seul" if most == 1 else f"{most} au plus"


def how_to_list(none: str) -> str:
    """Under a list; `none` is the label of its explicit « Rien à noter »."""
    return f"Une ligne par élément, une ligne vide termine. Ctrl+N{NBSP}:{NBSP}{none.replace(' ', NBSP)}."


def how_to_edit_item() -> str:
    """An item of a list is pointed at."""
    return "Entrée modifier · Suppr retirer · Ctrl+↑ Ctrl+↓ déplacer · ↓ revenir à la saisie"


def item_being_edited(rank: int) -> str:
    """An item of a list is in the field."""
    return f"Élément {rank} en cours de modification."


def removed() -> str:
    """Marks an item that will be left out."""
    return "(retiré)"


def list_not_empty(none: str) -> str:
    """« Rien à noter » was asked for while the list has items."""
    return f"La liste contient déjà quelque chose{NBSP}: retirer d’abord, puis «{NBSP}{none}{NBSP}»."


def how_to_write(*, editor: bool) -> str:
    """Said once, under the first text."""
    return "Ctrl+J pour aller à la ligne" + (", Ctrl+E pour écrire plus longuement." if editor else ".")


def for_example(example: str) -> str:
    """Stands in an empty field."""
    return f"par exemple{NBSP}: {example}"


def nothing_is_fine() -> str:
    """Under a question on a next step."""
    return f"Une ligne vide veut dire{NBSP}: rien, et c’est bien ainsi."


def due(day: str) -> str:
    """The day read at the end of a next step."""
    return f"pour {_the(day)}"


def understood(day: str) -> str:
    """The day read in a date."""
    return f"soit {_the(day)}"


def _the(day: str) -> str:
    return day if day in ("hier", "aujourd’hui", "demain") else f"le {day}"


def see_more() -> str:
    """Opens the rest of a list."""
    return "voir plus"


def other() -> str:
    """Opens a free answer beside the list."""
    return "Autre (préciser)"


def which_other() -> str:
    """Heads the field of a free answer."""
    return "Autre, avec ses mots"


def finish() -> str:
    """Ends a choice among families."""
    return "Terminer"


def no_family() -> str:
    """Names the choices that belong to no family."""
    return "Autres réponses"


def family(label: str, ticked: int) -> str:
    """A family of choices, and how many of them are ticked."""
    return f"{label} ({ticked})" if ticked else label


def chosen(labels: str) -> str:
    """What is picked so far."""
    return f"Choisi{NBSP}: {labels}"


def how_to_filter(count: int) -> str:
    """Under a question with a long list of answers."""
    return f"{count} réponses possibles{NBSP}: taper le début d’un mot."


def no_such_choice(typed: str) -> str:
    """What was typed is no answer of the list."""
    return f"Aucune réponse ne contient «{NBSP}{typed}{NBSP}». Effacer quelques lettres, ou Tab pour passer."


def several_such_choices() -> str:
    """What was typed fits more than one answer."""
    return "Plusieurs réponses conviennent. Préciser, ou choisir avec les flèches."


def number_wanted(low: int | None, high: int | None) -> str:
    """What was typed is no number, or is out of bounds."""
    if low is not None and high is not None:
        return f"Écrire un nombre de {low} à {high}."
    if low is not None:
        return f"Écrire un nombre, {low} ou plus."
    if high is not None:
        return f"Écrire un nombre, {high} ou moins."
    return "Écrire un nombre, par exemple 3 ou 2,5."


def between(low: int | None, high: int | None) -> str:
    """Under a number that has bounds."""
    if low is not None and high is not None:
        return f"De {low} à {high}."
    if low is not None:
        return f"{low} ou plus."
    return "" if high is None else f"{high} ou moins."


# Writing in an editor


def editor_sealed() -> str:
    """The journal is sealed: no text may pass through an editor."""
    return f"L’éditeur est refusé ici{NBSP}: le texte y passerait en clair."


def editor_missing(name: str) -> str:
    """The editor could not be started."""
    return f"L’éditeur «{NBSP}{name}{NBSP}» ne s’ouvre pas. Le texte est intact."


def editor_failed() -> str:
    """The editor ended with an error: its text is not taken."""
    return "L’éditeur s’est arrêté sur une erreur. Le texte d’avant est gardé."
