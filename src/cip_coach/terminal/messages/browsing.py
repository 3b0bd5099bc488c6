"""What is said while one goes through notes and next steps on the screen: titles, keys, what was done."""

NBSP = "\u00a0"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", NBSP)


# The list


def notes_title() -> str:
    """Heads the list."""
    return "Mes notes"


def place(rank: int, count: int, certain: bool) -> str:
    """Which one is pointed at, of how many; not `certain`: at least as many."""
    return f"{_number(rank)} sur {_number(count)}{'' if certain else ' et plus'}"


def filter_label() -> str:
    """Before what is typed."""
    return f"Filtre{NBSP}: "


def filter_invitation() -> str:
    """Where the filter would be."""
    return "Taper un mot, un code ou un mois pour filtrer"


def searching(seen: int, count: int) -> str:
    """Not all files were gone through yet."""
    return f"Recherche… {_number(seen)} sur {_number(count)}"


def no_such_note(filtered: bool) -> str:
    """The list is empty."""
    return (
        f"Aucune note ne correspond. Échap{NBSP}: effacer le filtre." if filtered else "Il ne reste pas de note ici."
    )


def aside(files: int) -> str:
    """Some files are not as they should be."""
    return "1 fichier à regarder, en fin de liste" if files == 1 else f"{files} fichiers à regarder, en fin de liste"


def aside_title() -> str:
    """Heads the files that are not as they should be."""
    return "Fichiers à regarder"


def nothing_to_open() -> str:
    """Enter on such a file."""
    return "Ce fichier ne s’ouvre pas ici. Les autres notes se lisent normalement."


def how_to_quit() -> str:
    """Escape in the list."""
    return f"Ctrl+C{NBSP}: quitter. Les lettres filtrent."


def gone() -> str:
    """A note is not there any more."""
    return "Cette note n’est plus là, ou ne se lit plus."


def without(words: str) -> str:
    """Words that the notes of the list do not hold."""
    return f"sans {words}" if words else ""


def period(first: str, last: str) -> str:
    """The days of the list."""
    if first and last:
        return first if first == last else f"du {first} au {last}"
    return f"depuis le {first}" if first else f"jusqu’au {last}" if last else ""


# A note


def lines_shown(first: int, last: int, count: int, narrow: bool) -> str:
    """Where one is in a note."""
    return f"{last} / {count}" if narrow else f"lignes {first} à {last} sur {count}"


def ask_discard() -> str:
    """Before a note goes to the trash."""
    return f"Mettre cette note à la corbeille{NBSP}?"


def discarded(day: str) -> str:
    """A note went to the trash."""
    return f"Note du {day} mise à la corbeille. Ctrl+Z{NBSP}: la reprendre."


def restored(day: str) -> str:
    """A note came back."""
    return f"Note du {day} remise à sa place."


def nothing_to_restore() -> str:
    """Ctrl+Z and nothing was thrown away."""
    return "Rien n’a été jeté depuis l’ouverture."


def look_page() -> str:
    """Above the field of a later look."""
    return "Mon regard d’aujourd’hui sur cette note"


def how_to_look() -> str:
    """Below it."""
    return (
        "Il s’ajoute à la fin, daté. Ce qui est déjà écrit ne change pas. "
        "Ctrl+J pour aller à la ligne, Ctrl+E pour écrire plus longuement."
    )


def look_added() -> str:
    """A look was added."""
    return "Regard ajouté."


def look_left() -> str:
    """Nothing was typed, or it was given up."""
    return "Pas de regard ajouté."


def ask_left_look() -> str:
    """Going back with a text typed."""
    return f"Que faire de ce texte{NBSP}?"


def keep_it() -> str:
    """Keep the text."""
    return "L’ajouter à la note"


def go_on_writing() -> str:
    """Go on."""
    return "Continuer à écrire"


def drop_it() -> str:
    """Give it up."""
    return "L’abandonner"


def which_text() -> str:
    """The key m where no text is."""
    return f"Placer d’abord la flèche sur un texte à moi. Un choix ou un pas ne se reprend pas ici{NBSP}: r, ou p."


def no_text() -> str:
    """The key m in a note without any text."""
    return "Cette note n’a pas de texte à reprendre. Un regard s’y ajoute avec r."


def no_question() -> str:
    """The key t where no question is."""
    return "Placer d’abord la flèche sur une question."


def no_steps() -> str:
    """The key p in a note without steps."""
    return "Cette note n’a pas de pas."


def no_person() -> str:
    """The key a in a note without a code."""
    return "Cette note n’a pas de code."


def no_hit() -> str:
    """The key n and nothing was looked for."""
    return "Pas de mot cherché dans cette note."


# Next steps


def steps_title() -> str:
    """Heads the list of steps."""
    return "Mes pas"


def steps_of_note(day: str) -> str:
    """Heads the steps of one note."""
    return f"Pas de la note du {day}"


def ask_outcome() -> str:
    """Enter on a step."""
    return f"Qu’est devenu ce pas{NBSP}?"


def make_done() -> str:
    """It is done."""
    return "Fait"


def make_left() -> str:
    """It is left."""
    return "Laissé"


def make_open() -> str:
    """It is open again."""
    return "De nouveau à faire"


def word_of_done() -> str:
    """The word on it."""
    return "Ce que cela a changé, en un mot"


def word_of_left() -> str:
    """The word on it."""
    return "Un mot pour s’en souvenir"


def word_is_free() -> str:
    """It may be empty."""
    return f"Facultatif{NBSP}: Entrée suffit."


def marked(state: str) -> str:
    """A step has become that."""
    return {"fait": "Noté comme fait.", "laisse": "Noté comme laissé."}.get(state, "De nouveau à faire.")
