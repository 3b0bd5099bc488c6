"""What the `journal` commands say: where it is, what is erased, saved, moved, and the words they ask for."""

from collections.abc import Callable

NBSP = "\u00a0"


def _plural(nombre: int, un: str, plusieurs: str) -> str:
    return f"{nombre} {plusieurs if nombre > 1 else un}"


def notes_count(nombre: int) -> str:
    """So many notes."""
    return _plural(nombre, "note", "notes")


# Help


def code_argument() -> str:
    """Whose notes."""
    return "Le code de la personne (érable, galet…)."


def old_code_argument() -> str:
    """The code to change."""
    return "Le code d’aujourd’hui."


def new_code_argument() -> str:
    """The code that takes its place."""
    return "Le nouveau code, que personne ne porte encore."


def backup_argument() -> str:
    """Where the backup goes."""
    return "Le fichier de sauvegarde, à créer (journal.zip)."


def restored_argument() -> str:
    """The backup to put back."""
    return "Le fichier de sauvegarde à remettre."


def folder_argument() -> str:
    """Where the journal goes."""
    return "Le nouveau dossier, vide ou à créer."


def empty_option() -> str:
    """Help of `--vider`."""
    return "Vider la corbeille, après avoir demandé un mot."


def older_option() -> str:
    """Help of `--plus-de`."""
    return "L’âge des notes à effacer (12mois, 2ans)."


def keep_drawn_option() -> str:
    """Help of `--garder-reprises`."""
    return "Garder les notes qui ont repris du texte, sans la mention de leur origine."


def json_option() -> str:
    """Help of `--json`."""
    return "Donner le résultat en JSON."


# Where it is


def state(notes: int, brouillons: int, corbeille: int) -> str:
    """How much the journal holds."""
    parts = [notes_count(notes), _plural(brouillons, "brouillon", "brouillons"), f"{corbeille} à la corbeille"]
    return ", ".join(parts)


def first_and_last(premier: str, dernier: str) -> str:
    """The days between which the notes lie."""
    return f"Toutes du {premier}." if premier == dernier else f"De la note du {premier} à celle du {dernier}."


def how_to_check() -> str:
    """The next command."""
    return f"Pour tout vérifier{NBSP}: cip-coach journal verifier"


def healthy(nombre: int) -> str:
    """Nothing is wrong."""
    return f"Rien à signaler{NBSP}: {notes_count(nombre)}, tout se lit."


def ill(fichiers: int, notes: int) -> str:
    """How much is to be looked at."""
    return f"{_plural(fichiers, 'point à voir', 'points à voir')}, pour {notes_count(notes)}. Rien n’a été changé."


# Words asked


def ask_word(mot: str) -> str:
    """Asked before anything is erased."""
    return f"Pour continuer, taper le mot «{NBSP}{mot}{NBSP}»{NBSP}: "


def nothing_erased() -> str:
    """Interrupted before the word."""
    return "Rien n’a été effacé."


def wrong_word(mot: str) -> str:
    """Another word was typed, or none."""
    return f"Le mot «{NBSP}{mot}{NBSP}» n’a pas été tapé{NBSP}: rien n’a changé."


# Trash


def in_trash(jour: str, arbre: str, personne: str, repere: str) -> str:
    """One note of the trash."""
    return " · ".join(part for part in (jour, arbre, personne, repere) if part)


def unreadable_in_trash(fichier: str) -> str:
    """A file of the trash that cannot be read."""
    return f"{fichier} (illisible)"


def trash_is_empty() -> str:
    """Nothing was thrown away."""
    return "La corbeille est vide."


def how_to_restore(repere: str) -> str:
    """How to take a note out of the trash."""
    return f"Pour en reprendre une{NBSP}: cip-coach review --restaurer {repere}"


def will_empty(nombre: int) -> str:
    """How many files go."""
    return f"{notes_count(nombre)} de la corbeille, à effacer pour de bon."


# Forgetting


def will_erase(jour: str, arbre: str, repere: str) -> str:
    """One note that goes."""
    return f"  {jour} · {arbre} · {repere}"


def and_more(nombre: int) -> str:
    """Those that are not shown one by one."""
    return f"  … et {notes_count(nombre)} de plus"


def will_forget(personne: str, nombre: int) -> str:
    """Heads the notes of a person."""
    return f"Les notes de «{NBSP}{personne}{NBSP}» ({notes_count(nombre)}), à effacer pour de bon{NBSP}:"


def _drawn(nombre: int) -> str:
    return f"{notes_count(nombre)} qui en {'ont' if nombre > 1 else 'a'} repris du texte"


def drawn_too(nombre: int) -> str:
    """Heads those that took text from them, and go too."""
    return f"{_drawn(nombre)}, à effacer aussi (--garder-reprises pour les garder){NBSP}:"


def drawn_kept(nombre: int) -> str:
    """Heads those that took text from them, and stay."""
    kept = "gardées sans la mention de leur origine" if nombre > 1 else "gardée sans la mention de son origine"
    return f"{_drawn(nombre)}, {kept}{NBSP}:"


def will_purge(jour: str, nombre: int) -> str:
    """Heads the old notes."""
    return f"Les notes d’avant le {jour} ({notes_count(nombre)}), à effacer pour de bon{NBSP}:"


def still_followed(codes: str) -> str:
    """A purge cuts these accompaniments in two."""
    return f"Ces codes ont aussi des notes plus récentes{NBSP}: {codes}."


def nothing_to_purge(jour: str) -> str:
    """No note is that old."""
    return f"Aucune note d’avant le {jour}."


def erased(nombre: int) -> str:
    """How many notes went."""
    return f"{notes_count(nombre)} effacées." if nombre > 1 else f"{notes_count(nombre)} effacée."


def elsewhere() -> str:
    """What erasing cannot reach."""
    return (
        "Les sauvegardes, les copies d’une synchronisation et ce que le disque garde d’effacé ne sont pas "
        "atteints d’ici."
    )


# Backup


def backed_up(fichiers: int) -> str:
    """The backup is there, and reads back; its place follows."""
    return f"Sauvegarde relue et vérifiée ({_plural(fichiers, 'fichier', 'fichiers')}){NBSP}:"


def in_clear() -> str:
    """What a backup is."""
    return f"Cette sauvegarde se lit sans mot de passe{NBSP}: la ranger comme le journal."


def not_backed_up(nombre: int) -> str:
    """Heads the files left out."""
    return f"{_plural(nombre, 'fichier n’est pas', 'fichiers ne sont pas')} dans la sauvegarde{NBSP}:"


def put_back(nouveaux: int, deja: int) -> str:
    """How many files came back."""
    return f"{_plural(nouveaux, 'fichier remis', 'fichiers remis')}, {deja} déjà là."


def beside(fichier: str, voisin: str) -> str:
    """A file that differs from the journal’s."""
    return f"«{NBSP}{fichier}{NBSP}» diffère de celui du journal{NBSP}: il est à côté, sous {voisin}."


def to_trash(fichier: str) -> str:
    """A draft whose session was closed since."""
    return f"«{NBSP}{fichier}{NBSP}» est le brouillon d’une séance close depuis{NBSP}: il est à la corbeille."


# Moving and renaming


def moved(fichiers: int) -> str:
    """The journal is in its new folder, which follows."""
    return f"Journal déplacé ({_plural(fichiers, 'fichier', 'fichiers')}){NBSP}:"


def how_to_use(dossier: str) -> str:
    """How the next commands find it."""
    place = f'"{dossier}"' if " " in dossier else dossier
    return f"Pour que le programme l’y trouve{NBSP}: cip-coach reglages changer journal {place}"


def renamed(ancien: str, nouveau: str, nombre: int) -> str:
    """The code was changed."""
    return f"«{NBSP}{ancien}{NBSP}» s’écrit maintenant «{NBSP}{nouveau}{NBSP}» ({notes_count(nombre)})."


def old_code_in_texts(ancien: str, nombre: int) -> str:
    """The old code as a word in answers."""
    return (
        f"Le mot «{NBSP}{ancien}{NBSP}» reste écrit dans le texte de {notes_count(nombre)}{NBSP}: "
        f"cip-coach review {ancien}"
    )


def code_tells_much() -> str:
    """The new code is no neutral one."""
    return f"Ce code ressemble à un nom ou à des initiales. Un code neutre protège mieux{NBSP}: érable, galet, merle…"


def code_unknown(*, personne: str) -> str:
    """Nobody has that code."""
    return f"Aucune note ne porte le code «{NBSP}{personne}{NBSP}»."


def code_taken(*, personne: str) -> str:
    """Somebody has that code."""
    return (
        f"Le code «{NBSP}{personne}{NBSP}» est déjà pris{NBSP}: deux personnes ne se sépareraient plus. En choisir "
        "un autre."
    )


def code_empty() -> str:
    """A code made of blanks."""
    return "Il manque le nouveau code."


def age_unreadable() -> str:
    """`--plus-de` with something else."""
    return f"--plus-de attend un nombre et une unité{NBSP}: 12mois, 2ans, 90jours."


SENTENCES: dict[str, Callable[..., str]] = {
    "mot-attendu": wrong_word,
    "code-inconnu": code_unknown,
    "code-pris": code_taken,
    "code-vide": code_empty,
    "age-illisible": age_unreadable,
}
