"""What is said when notes are read again: help of the options, headings, what was found or not."""

from collections.abc import Callable, Sequence

NBSP = "\u00a0"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number < 2 else several}"


# Help of `review`


def words_argument() -> str:
    """The words looked for."""
    return "Mots à trouver, tous ensemble. Entre guillemets, une expression entière. Les accents sont facultatifs."


def without_option() -> str:
    """Help of `--sans`."""
    return "Écarter les notes où ce mot se trouve (peut être répété)."


def person_option() -> str:
    """Help of `--personne`."""
    return "Seulement les notes sous ce code."


def tree_option() -> str:
    """Help of `--arbre`."""
    return "Seulement les notes de cet arbre."


def question_option() -> str:
    """Help of `--question`."""
    return "Suivre une question dans le temps (son nom, comme relation.confiance). Avec --modifier, le texte visé."


def difficulty_option() -> str:
    """Help of `--difficulte`."""
    return "Seulement les notes qui ont relevé cette difficulté, ou une de cette famille."


def since_option() -> str:
    """Help of `--depuis`."""
    return "À partir de cette date (hier, la semaine dernière, 1er mars, 14/03/2026…)."


def until_option() -> str:
    """Help of `--jusqu-a`."""
    return "Jusqu’à cette date comprise."


def month_option() -> str:
    """Help of `--mois`."""
    return "Pendant ce mois (mars, mars 2026, le mois dernier…)."


def on_option() -> str:
    """Help of `--le`."""
    return "Ce jour-là (lundi dernier, il y a 3 jours…)."


def before_option() -> str:
    """Help of `--avant-rdv`."""
    return f"Avec --personne{NBSP}: l’essentiel avant de la revoir, sur un écran."


def this_day_option() -> str:
    """Help of `--ce-jour`."""
    return "Les notes d’il y a un mois, six mois, un an…"


def random_option() -> str:
    """Help of `--hasard`."""
    return "Relire une note prise au hasard."


def last_option() -> str:
    """Help of `--dernier`."""
    return "Relire la dernière note."


def read_option() -> str:
    """Help of `--lire`."""
    return "Lire une note en entier. Son repère est dans la liste (k7f3qd)."


def look_option() -> str:
    """Help of `--regard`."""
    return "Ajouter un regard daté à une note, sans toucher à ce qui y est écrit. Le texte est demandé ensuite."


def edit_option() -> str:
    """Help of `--modifier`."""
    return "Reprendre un de ses textes dans un éditeur. Avec --question pour dire lequel."


def discard_option() -> str:
    """Help of `--jeter`."""
    return "Mettre une note à la corbeille du journal."


def restore_option() -> str:
    """Help of `--restaurer`."""
    return "Reprendre une note dans la corbeille."


def number_option() -> str:
    """Help of `--nombre`."""
    return "Combien de notes au plus (0 pour toutes)."


def json_option() -> str:
    """Help of `--json`."""
    return "Tout écrire en JSON (docs/formats.md)."


def csv_option() -> str:
    """Help of `--csv`."""
    return "Écrire les réponses dans ce fichier, pour un tableur."


def export_option() -> str:
    """Help of `--export`."""
    return "Écrire les notes dans ce fichier, en Markdown, codes remplacés, pour imprimer ou transmettre."


def months_only_option() -> str:
    """Help of `--mois-seulement`."""
    return f"Avec --export{NBSP}: n’écrire que le mois et l’année."


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
        *([_count(skips, "fois passée", "fois passée")] if skips else []),
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


# Codes


def no_such_note(*, repere: str) -> str:
    """No note has that id."""
    return f"Aucune note ne porte le repère {repere}. Les repères sont dans la liste{NBSP}: cip-coach review"


def not_in_trash(*, repere: str) -> str:
    """The trash holds no such note."""
    return f"La corbeille ne contient pas de note {repere}."


def several_versions(*, repere: str, fichiers: str) -> str:
    """Several files have the id of a note to change."""
    return (
        f"Plusieurs fichiers portent le repère {repere} ({fichiers}){NBSP}: rien n’a changé. "
        "Garder le bon, ou donner le nom du fichier à la place du repère."
    )


def nothing_to_edit(*, repere: str) -> str:
    """A note without a text of one's own."""
    return f"La note {repere} n’a pas de texte à reprendre. Un regard s’y ajoute avec --regard {repere}."


def name_the_text(*, chemins: str) -> str:
    """Several texts, and nobody to choose."""
    return f"Dire quel texte reprendre, avec --question{NBSP}: {chemins}."


def editor_said_no(*, raison: str) -> str:
    """The editor could not be used."""
    return raison


def person_wanted() -> str:
    """`--avant-rdv` without `--personne`."""
    return f"L’option --avant-rdv demande aussi un code{NBSP}: --personne CODE"


def options_clash(*, options: Sequence[str] | str) -> str:
    """Two options that do two different things."""
    return f"Ces options ne vont pas ensemble{NBSP}: {options}."


def empty_period() -> str:
    """The end comes before the beginning."""
    return "Aucun jour n’est à la fois dans toutes les dates demandées."


def not_a_month() -> str:
    """`--mois` with something else."""
    return f"L’option --mois attend un mois{NBSP}: mars, mars 2026, le mois dernier, ce mois-ci."


def unknown_difficulty(*, proche: str) -> str:
    """No difficulty has that name."""
    hint = f" Vouliez-vous dire {proche}{NBSP}?" if proche else ""
    return f"L’option --difficulte attend le nom d’une difficulté, comme diff.relation.confiance.{hint}"


def twin(*, autre: str) -> str:
    """Two files with one id."""
    return (
        f"Ce fichier porte le même repère que «{NBSP}{autre}{NBSP}» (copie de synchronisation){NBSP}: "
        "comparer les deux avec --lire, puis garder le bon."
    )


def waiting_draft(*, jour: str, arbre: str) -> str:
    """A session that was not finished."""
    return f"Séance du {jour} non terminée ({arbre}){NBSP}: cip-coach session --reprendre"


def unknown_tree(*, arbre: str) -> str:
    """A note whose tree is not on the shelves."""
    return f"L’arbre {arbre} n’existe pas (ou plus) ici{NBSP}: la note reste lisible."


def future_day() -> str:
    """A note about a day to come."""
    return f"La date de cette note est à venir{NBSP}: vérifier la ligne «{NBSP}date{NBSP}» de l’en-tête."


SENTENCES: dict[str, Callable[..., str]] = {
    "note-introuvable": no_such_note,
    "corbeille-sans-note": not_in_trash,
    "note-en-double": several_versions,
    "note-sans-texte": nothing_to_edit,
    "texte-a-nommer": name_the_text,
    "editeur-refuse": editor_said_no,
    "personne-attendue": person_wanted,
    "options-incompatibles": options_clash,
    "periode-vide": empty_period,
    "mois-attendu": not_a_month,
    "difficulte-inconnue": unknown_difficulty,
    "copie-conflit": twin,
    "brouillon-en-attente": waiting_draft,
    "note-arbre-inconnu": unknown_tree,
    "note-date-future": future_day,
}
