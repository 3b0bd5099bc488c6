"""What is said when notes are read again: headings, counts, what was found or not, what was done."""

NBSP = "\u00a0"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number < 2 else several}"


# The list


def several_points(open_steps: int, to_check: int, looks: int) -> str:
    """What a note still holds open; "" for nothing."""
    points = [
        *([_count(open_steps, "pas ouvert", "pas ouverts")] if open_steps else []),
        *([f"{to_check} à vérifier"] if to_check else []),
        *([_count(looks, "regard", "regards")] if looks else []),
    ]
    return " · ".join(points)


def hidden_text() -> str:
    """Stands for a text where texts are not shown."""
    return "(texte masqué)"


def more_notes(shown: int) -> str:
    """The list was cut; how to see more."""
    return f"Les {shown} dernières notes. Pour toutes les voir{NBSP}: cip-coach review --nombre 0"


def how_to_read(note_id: str) -> str:
    """Under the list."""
    return f"Pour en lire une{NBSP}: cip-coach review --lire {note_id}"


def next_page() -> str:
    """Between two pages."""
    return f"Entrée{NBSP}: la suite · q puis Entrée{NBSP}: arrêter "


# A note


def written_at(day: str, time: str) -> str:
    """When a note was written."""
    return f"{day}, {time}"


def appointment(number: int) -> str:
    """Which appointment a note is about."""
    return f"rendez-vous {number}"


def passed_over(number: int) -> str:
    """How many questions were skipped."""
    return _count(number, "question passée", "questions passées")


def look_title(day: str) -> str:
    """Above a later look."""
    return f"Regard du {day}"


def still_draft() -> str:
    """A note that is not finished."""
    return "Séance non terminée"


def written_by_hand() -> str:
    """Above a text added outside the program."""
    return "Ajouté à la main"


def other_version(file: str) -> str:
    """Above one of several files with the same id."""
    return f"Version de {file}"


# Next steps

BOXES = {"ouvert": "[ ]", "fait": "[x]", "laisse": "[-]"}


def due(day: str) -> str:
    """When a step is meant for."""
    return f"pour le {day}"


def done_on(day: str, word: str) -> str:
    """When a step was done, and what it changed."""
    return _settled("fait", day, word)


def left_on(day: str, word: str) -> str:
    """When a step was left."""
    return _settled("laissé", day, word)


def _settled(verb: str, day: str, word: str) -> str:
    when = f"{verb} le {day}" if day else verb
    return f"{when}{NBSP}: {word}" if word else when


# One question through time


def answers_of(person: str, answers: int, skips: int) -> str:
    """Under the question: whose answers, how many."""
    parts = [
        *([person] if person else []),
        _count(answers, "réponse", "réponses"),
        *([f"passée {skips} fois"] if skips else []),
    ]
    return " · ".join(parts)


def skipped() -> str:
    """Stands for an answer."""
    return "(passée)"


def changed_legend() -> str:
    """What the arrow means."""
    return "→ la réponse n’est plus la même que la fois d’avant"


# Before an appointment


def before_title(person: str) -> str:
    """Heads the summary."""
    return f"Avant de revoir {person}"


def last_notes_title() -> str:
    """Heads the last notes in short."""
    return "Les dernières fois"


def to_check_title() -> str:
    """Heads what to check."""
    return "À vérifier avec la personne"


def open_steps_title() -> str:
    """Heads the open steps."""
    return "Pas à faire"


def tries_title() -> str:
    """Heads what I wanted to try."""
    return "Ce que je voulais essayer"


def and_more(number: int) -> str:
    """A list that was cut."""
    return f"… et {_count(number, 'autre', 'autres')}"


def some_of(title: str, shown: int, all_of_them: int) -> str:
    """A title over a list that was cut."""
    return f"{title} ({shown} sur {all_of_them})"


# On this day


def ago(months: int, years: int) -> str:
    """How long ago."""
    if years:
        return f"Il y a {'un an' if years == 1 else f'{years} ans'}"
    return f"Il y a {'un mois' if months == 1 else f'{months} mois'}"


# Nothing


def no_journal_yet() -> str:
    """The journal does not exist."""
    return f"Il n’y a pas encore de journal ici{NBSP}: la première séance le commencera (cip-coach session)."


def empty_journal() -> str:
    """No note at all."""
    return f"Le journal ne contient pas encore de note{NBSP}: cip-coach session en commence une."


def nothing_found(near: str = "") -> str:
    """No note fits. `near` is a name that exists and looks like the one asked for."""
    hint = f" Vouliez-vous dire {near}{NBSP}?" if near else ""
    return f"Aucune note ne correspond.{hint}"


def nothing_this_day() -> str:
    """No note on those days."""
    return "Aucune note à ces dates, il y a un mois ou les années passées."


def files_aside(number: int) -> str:
    """Heads what could not be read, or waits."""
    return _count(number, "fichier à regarder", "fichiers à regarder") + f"{NBSP}:"


# What was done


def look_added(day: str) -> str:
    """A look was added to the note of that day."""
    return f"Regard ajouté à la note du {day}."


def ask_look() -> str:
    """Before a later look is typed."""
    return f"Ce que je vois maintenant (une ligne vide pour terminer){NBSP}:"


def text_changed(day: str) -> str:
    """A text of the note of that day was rewritten."""
    return f"Texte modifié dans la note du {day}. Le reste est intact."


def text_unchanged() -> str:
    """The editor gave the same text back."""
    return "Le texte est le même, la note n’a pas changé."


def which_text() -> str:
    """Several texts could be edited."""
    return f"Quel texte reprendre{NBSP}? (numéro, Entrée pour renoncer) "


def given_up() -> str:
    """Nothing was chosen."""
    return "Rien n’a changé."


def discarded(day: str, note_id: str) -> str:
    """A note went to the trash."""
    return f"Note du {day} mise à la corbeille. Pour la reprendre{NBSP}: cip-coach review --restaurer {note_id}"


def restored(day: str) -> str:
    """A note came back from the trash."""
    return f"Note du {day} remise à sa place."


def file_written(name: str, notes: int) -> str:
    """A file was written outside the journal."""
    return f"{_count(notes, 'note écrite', 'notes écrites')} dans {name}."


def read_again_before_sharing() -> str:
    """After an anonymous export."""
    return (
        "Les codes sont remplacés, le reste du texte est tel quel"
        f"{NBSP}: le relire avant de le transmettre (lieux, employeurs, dates, détails rares)."
    )
