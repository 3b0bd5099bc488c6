"""Help of the options of `review`, some of which other reading commands share."""

NBSP = "\u00a0"


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
