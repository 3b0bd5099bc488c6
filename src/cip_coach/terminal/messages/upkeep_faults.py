"""What is said of a journal that is not as it should be, of works under way, of an archive that cannot serve."""

from collections.abc import Callable

NBSP = "\u00a0"


def synchronised(*, service: str) -> str:
    """A service copies the folder elsewhere."""
    return (
        f"Ce journal est dans un dossier de {service}, qui en envoie une copie ailleurs. Le mettre ailleurs{NBSP}: "
        "cip-coach journal deplacer DOSSIER"
    )


def state(*, etat: str) -> str:
    """The marker says that a move is not finished."""
    return (
        f"Ce journal n’est pas en état de servir ({etat}){NBSP}: finir l’opération commencée, avec la même commande."
    )


def loose(*, nombre: int, commande: str) -> str:
    """Other accounts may read."""
    what = "Un fichier ou dossier est lisible" if nombre < 2 else f"{nombre} fichiers ou dossiers sont lisibles"
    return f"{what} par d’autres comptes de cet ordinateur. Pour y remédier{NBSP}: {commande}"


def foreign() -> str:
    """A file of another program."""
    return "Ce fichier n’est pas de cip-coach et n’est pas lu."


def link() -> str:
    """A symbolic link."""
    return f"Ce nom renvoie à un fichier placé ailleurs{NBSP}: mettre le fichier lui-même ici, ou retirer ce lien."


def folder_link(*, name: str) -> str:
    """A folder of the journal that is a link."""
    return (
        f"Le dossier «{NBSP}{name}{NBSP}» du journal renvoie ailleurs, rien n’y est écrit{NBSP}: mettre le dossier "
        "lui-même dans le journal, ou retirer ce lien."
    )


def orphan() -> str:
    """What a kill left, older than its note."""
    return f"Fichier temporaire d’une écriture interrompue, plus ancien que sa note{NBSP}: il peut être jeté."


def orphan_newer() -> str:
    """What a kill left, newer than its note."""
    return (
        "Fichier temporaire d’une écriture interrompue, peut-être plus complet que sa note"
        f"{NBSP}: l’ouvrir dans un éditeur, y reprendre ce qui manque, puis le jeter."
    )


def closed_in_drafts() -> str:
    """A closed note not moved to its year."""
    return f"Note close restée parmi les brouillons{NBSP}: la prochaine session la rangera."


def draft_elsewhere() -> str:
    """A draft in a folder of closed notes."""
    return f"Brouillon rangé avec les notes closes{NBSP}: le mettre dans «{NBSP}brouillons{NBSP}» pour le reprendre."


def other_year(*, annee: int) -> str:
    """A note in the folder of another year."""
    return (
        f"Cette note parle de {annee}{NBSP}: sa place est dans le dossier «{NBSP}{annee}{NBSP}». "
        "Elle est lue quand même."
    )


def working(*, operation: str, date: str) -> str:
    """Another process holds the journal."""
    return (
        f"Une opération est en cours sur ce journal ({operation}, depuis {date}){NBSP}: attendre sa fin. Si rien ne "
        f"tourne, retirer le fichier «{NBSP}.travaux{NBSP}» du journal."
    )


def unfinished(*, commande: str) -> str:
    """A process that held the journal is gone."""
    return f"Une opération a été interrompue. La finir d’abord{NBSP}: cip-coach journal {commande}"


def taken() -> str:
    """Two processes took it at once."""
    return "Une autre opération vient de commencer sur ce journal. Réessayer après elle."


def drafts_wait(*, nombre: int) -> str:
    """Sessions that are not finished."""
    what = "Une session n’est pas terminée" if nombre < 2 else f"{nombre} sessions ne sont pas terminées"
    return f"{what}, rien n’a changé{NBSP}: finir ou jeter d’abord (cip-coach session --reprendre)."


def archive_unreadable(*, name: str) -> str:
    """No zip file, or a broken one."""
    return f"«{NBSP}{name}{NBSP}» n’est pas une archive lisible{NBSP}: chercher une autre copie. Rien n’a été écrit."


def archive_foreign(*, name: str) -> str:
    """A zip file of something else."""
    return f"«{NBSP}{name}{NBSP}» n’est pas la sauvegarde d’un journal de cip-coach. Rien n’a été écrit."


def archive_damaged(*, name: str, nombre: int) -> str:
    """Files that are not what they were."""
    what = "un fichier abîmé ou absent" if nombre < 2 else f"{nombre} fichiers abîmés ou absents"
    return f"«{NBSP}{name}{NBSP}» a {what}{NBSP}: chercher une autre copie. Rien n’a été écrit."


def archive_name() -> str:
    """A name that would leave the journal."""
    return "Cette archive contient un nom de fichier qui sortirait du journal. Rien n’a été écrit."


def archive_size() -> str:
    """More than a journal can hold."""
    return "Cette archive est trop grande pour un journal. Rien n’a été écrit."


def backup_different(*, name: str) -> str:
    """What was written is not what is read."""
    return f"La sauvegarde «{NBSP}{name}{NBSP}» ne se relit pas comme elle a été écrite{NBSP}: ne pas s’y fier."


def backup_inside() -> str:
    """A backup in the journal it saves."""
    return "La sauvegarde se range hors du journal."


def move_inside(*, dossier: str) -> str:
    """The new folder is the old one, around it or in it."""
    return (
        f"«{NBSP}{dossier}{NBSP}» est le journal lui-même, ou le contient, ou est dedans{NBSP}: "
        "choisir un autre dossier."
    )


def move_taken(*, dossier: str) -> str:
    """The new folder holds something."""
    return f"«{NBSP}{dossier}{NBSP}» n’est pas vide{NBSP}: choisir un dossier vide ou à créer. Rien n’a changé."


def move_incomplete() -> str:
    """Heads the files that cannot be copied."""
    return "Ces fichiers ne peuvent pas être copiés, rien n’a changé. Les retirer ou les réparer d’abord."


def rename_incomplete() -> str:
    """Heads the files that could not be read."""
    return f"Ces fichiers n’ont pas pu être lus, aucun code n’a changé{NBSP}: réessayer, ou les réparer d’abord."


def move_different(*, name: str) -> str:
    """A copy is not what was copied."""
    return f"La copie de «{NBSP}{name}{NBSP}» ne se relit pas{NBSP}: l’ancien journal est entier, réessayer ailleurs."


def move_left(*, nombre: int) -> str:
    """The old folder could not be emptied."""
    what = "un fichier qui a" if nombre < 2 else f"{nombre} fichiers qui ont"
    return f"Tout est copié, mais l’ancien dossier garde {what} changé entre-temps{NBSP}: relancer la même commande."


SENTENCES: dict[str, Callable[..., str]] = {
    "journal-synchronise": synchronised,
    "journal-etat": state,
    "droits-larges": loose,
    "fichier-etranger": foreign,
    "fichier-lien": link,
    "dossier-lien": folder_link,
    "temporaire": orphan,
    "temporaire-plus-recent": orphan_newer,
    "note-close-au-brouillon": closed_in_drafts,
    "note-brouillon-ailleurs": draft_elsewhere,
    "note-autre-annee": other_year,
    "travaux-en-cours": working,
    "travaux-inacheves": unfinished,
    "travaux-repris": taken,
    "travaux-brouillon": drafts_wait,
    "archive-illisible": archive_unreadable,
    "archive-etrangere": archive_foreign,
    "archive-abimee": archive_damaged,
    "archive-nom": archive_name,
    "archive-taille": archive_size,
    "sauvegarde-differente": backup_different,
    "sauvegarde-dedans": backup_inside,
    "deplacement-dedans": move_inside,
    "deplacement-occupe": move_taken,
    "deplacement-incomplet": move_incomplete,
    "renommage-incomplet": rename_incomplete,
    "deplacement-different": move_different,
    "deplacement-reste": move_left,
}
