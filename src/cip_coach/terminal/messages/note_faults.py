"""What is said of a note or a journal that is not as it should be: what is wrong, and what to do."""

from collections.abc import Callable

_COPY = "chercher une copie plus ancienne (sauvegarde, synchronisation), ou jeter ce fichier"
_WANTED = {
    "texte": "un texte",
    "nombre": "un nombre entier",
    "statut": "« brouillon » ou « clos »",
    "date": "un jour comme 2026-11-22",
    "moment": "un moment avec son fuseau, comme 2026-11-22T17:32:05+01:00",
    "table": "des lignes « clé : valeur » décalées vers la droite",
    "liste": "une liste",
    "propose": "un arbre et ce qu’il reprend",
}


def empty() -> str:
    """Nothing in the file."""
    return "Ce fichier est vide : il peut être jeté."


def all_nulls() -> str:
    """Right size, nothing written: a power cut, on some disks."""
    return f"Ce fichier ne contient plus rien, sans doute après une coupure de courant : {_COPY}."


def some_nulls() -> str:
    """The end, or a part, was never written."""
    return f"Une partie de ce fichier a été perdue, sans doute après une coupure de courant : {_COPY}."


def utf16() -> str:
    """Saved by an editor as « Unicode » or « UTF-16 »."""
    return "Ce fichier est enregistré en UTF-16 : l’ouvrir dans un éditeur et l’enregistrer en UTF-8."


def not_utf8() -> str:
    """Saved by an editor in an old Western encoding."""
    return (
        "Ce fichier n’est pas en UTF-8 (peut-être en Latin-1 ou Windows-1252) : "
        "l’ouvrir dans un éditeur et l’enregistrer en UTF-8."
    )


def cut() -> str:
    """The file ends in the middle of a character."""
    return f"Ce fichier s’arrête au milieu d’un caractère, la fin manque : {_COPY}."


def no_head() -> str:
    """No `---` on the first line."""
    return (
        "Ce fichier n’a pas d’en-tête entre deux lignes « --- » : si c’est une note de cip-coach, "
        "rétablir son début, sinon la ranger hors du journal."
    )


def open_head() -> str:
    """No second `---`."""
    return "L’en-tête n’est pas refermé : ajouter une ligne « --- » avant le titre."


def head_without_keys() -> str:
    """The head is a list or a text."""
    return "L’en-tête n’est pas fait de lignes « clé : valeur » : le rétablir depuis une copie plus ancienne."


def foreign() -> str:
    """A Markdown file of another tool."""
    return "Ce fichier n’est pas une note de cip-coach : le ranger hors du journal."


def newer_format() -> str:
    """Written by a later version of the program."""
    return "Cette note vient d’une version plus récente de cip-coach : mettre le programme à jour pour la lire."


def unknown_format() -> str:
    """`cip_coach:` is no known number."""
    return "Le format de cette note n’est pas connu : remettre 1 après « cip_coach » si l’en-tête a été modifié."


def missing_key(*, cle: str) -> str:
    """A key without which nothing can be counted."""
    return f"La ligne « {cle} » manque dans l’en-tête : la rétablir."


def unexpected_value(*, cle: str, attendu: str) -> str:
    """A key of ours with a value of another shape."""
    return f"La valeur de « {cle} » ne se lit pas : il y faut {_WANTED.get(attendu, attendu)}."


def near_key(*, cle: str, proche: str) -> str:
    """A key that is surely one of ours misspelt."""
    return f"« {cle} » n’est pas lu : écrire « {proche} », si c’est cela."


def no_title() -> str:
    """No line `# …` on top."""
    return "Le titre manque : ajouter une ligne « # … » sous l’en-tête."


def unknown_type(*, type: str) -> str:
    """A marker with a type that does not exist."""
    return f"Le type « {type} » n’existe pas : rétablir ce repère, l’échange n’est pas lu."


def twice(*, chemin: str) -> str:
    """Two entries for one question."""
    return f"La question « {chemin} » a deux réponses : garder la bonne, seule la première est lue."


def no_quote(*, chemin: str) -> str:
    """A marker with no quote below."""
    return f"La réponse à « {chemin} » a disparu : la réécrire dessous, chaque ligne après « > »."


def no_entry(*, chemin: str) -> str:
    """Answered according to the head, absent from the body."""
    return f"L’en-tête annonce une réponse à « {chemin} », absente du texte : la rétablir ou l’ôter de l’en-tête."


def text_unannounced(*, chemin: str) -> str:
    """A text in the body that the head does not list."""
    return f"Le texte de « {chemin} » n’est pas annoncé : ajouter « {chemin} » sous « repondues », dans l’en-tête."


def skipped_and_answered(*, chemin: str) -> str:
    """Both skipped and answered."""
    return f"« {chemin} » est à la fois passée et répondue : l’ôter de « passees », dans l’en-tête, ou du texte."


def closed_unannounced(*, chemin: str) -> str:
    """A label in the body for which the head holds no value."""
    return f"Le choix fait à « {chemin} » manque sous « reponses », dans l’en-tête : l’y ajouter, il n’est pas lu."


def closed_unreadable(*, chemin: str) -> str:
    """Neither a number nor a day."""
    return f"La réponse à « {chemin} », dans l’en-tête, ne se lit pas : y remettre un nombre ou un jour."


def closed_contradicted(*, chemin: str) -> str:
    """Head and body hold two numbers or two days."""
    return (
        f"L’en-tête et le texte ne disent pas la même chose à « {chemin} » : "
        "l’en-tête compte, corriger l’un ou l’autre."
    )


def picks_contradicted(*, chemin: str) -> str:
    """Head and body do not hold the same picks."""
    return (
        f"L’en-tête et le texte ne montrent pas les mêmes choix à « {chemin} » : "
        "l’en-tête compte, corriger l’un ou l’autre."
    )


def nothing_contradicted(*, chemin: str) -> str:
    """« Rien à noter » in one, a list in the other."""
    return (
        f"« Rien à noter » et une liste se contredisent à « {chemin} » : "
        "le texte compte, mettre « reponses » ou « repondues » d’accord dans l’en-tête."
    )


def unreadable() -> str:
    """A note that would have to be read first."""
    return "Cette note ne peut pas être lue, elle n’a pas été modifiée : corriger d’abord ce qui suit."


def no_step(*, rang: int) -> str:
    """No next step of that rank."""
    return f"Cette note n’a pas de pas numéro {rang} : voir la liste avec « cip-coach pas »."


def no_such_entry(*, chemin: str) -> str:
    """No entry of that path."""
    return f"Cette note n’a pas de réponse à « {chemin} » : relire la note pour trouver le bon nom."


def not_editable(*, chemin: str) -> str:
    """A closed answer or a next step."""
    return f"La réponse à « {chemin} » n’est pas un texte libre : ajouter plutôt un regard."


def key_not_editable(*, cle: str) -> str:
    """A key that does not hold one text."""
    return f"La ligne « {cle} » de l’en-tête ne peut pas être changée ainsi : l’ouvrir dans un éditeur."


def no_words() -> str:
    """Nothing was written."""
    return "Rien n’a été écrit, la note n’a pas changé : écrire au moins un mot."


def journal_absent(*, dossier: str) -> str:
    """The settings name a folder that is not there, or has no marker."""
    return (
        f"Le journal « {dossier} » est introuvable : brancher la clé ou le disque, "
        "ou corriger le dossier dans les réglages."
    )


def journal_parent_absent(*, dossier: str) -> str:
    """A folder to create inside one that does not exist."""
    return f"Le journal « {dossier} » ne peut pas être créé, son dossier parent n’existe pas : le créer d’abord."


def journal_not_folder(*, dossier: str) -> str:
    """A file has that name."""
    return f"« {dossier} » est un fichier : choisir un dossier pour le journal."


def journal_unmarked(*, dossier: str) -> str:
    """A folder with something else in it."""
    return (
        f"« {dossier} » contient autre chose et n’est pas un journal de cip-coach : "
        "choisir un dossier vide ou nouveau, ou y remettre le fichier « .cip-coach.yml »."
    )


def marker_unreadable(*, nom: str) -> str:
    """The marker says nothing that makes sense."""
    return f"Le fichier « {nom} » du journal ne se lit pas : le rétablir depuis une sauvegarde."


def journal_format(*, format: str) -> str:
    """A journal of another version."""
    return f"Ce journal est au format « {format} », inconnu ici : mettre cip-coach à jour pour l’ouvrir."


def journal_changed(*, dossier: str) -> str:
    """The marker is gone or is another one."""
    return (
        f"Le journal « {dossier} » n’est plus le même, rien n’y a été écrit : "
        "rebrancher la clé ou le disque, ou attendre la fin de l’autre opération, puis réessayer."
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "note-vide": empty,
    "note-nulle": all_nulls,
    "note-nuls": some_nulls,
    "note-utf16": utf16,
    "note-pas-utf8": not_utf8,
    "note-coupee": cut,
    "note-sans-entete": no_head,
    "note-entete-ouvert": open_head,
    "note-entete-sans-cles": head_without_keys,
    "note-etrangere": foreign,
    "note-format-futur": newer_format,
    "note-format-inconnu": unknown_format,
    "note-cle-absente": missing_key,
    "note-valeur": unexpected_value,
    "note-cle-proche": near_key,
    "note-titre-absent": no_title,
    "note-type-inconnu": unknown_type,
    "note-echange-double": twice,
    "note-citation-absente": no_quote,
    "note-echange-absent": no_entry,
    "note-texte-hors-entete": text_unannounced,
    "note-passee-et-repondue": skipped_and_answered,
    "note-reponse-absente": closed_unannounced,
    "note-reponse-illisible": closed_unreadable,
    "note-reponse-contredite": closed_contradicted,
    "note-choix-en-desaccord": picks_contradicted,
    "note-rien-contredit": nothing_contradicted,
    "note-illisible": unreadable,
    "note-pas-introuvable": no_step,
    "note-echange-introuvable": no_such_entry,
    "note-texte-fige": not_editable,
    "note-cle-figee": key_not_editable,
    "note-texte-vide": no_words,
    "journal-absent": journal_absent,
    "journal-parent-absent": journal_parent_absent,
    "journal-pas-dossier": journal_not_folder,
    "journal-sans-marque": journal_unmarked,
    "journal-marque-illisible": marker_unreadable,
    "journal-format": journal_format,
    "journal-change": journal_changed,
}
