"""What is said when a disk refuses or a file cannot be read: one function a sentence, found by its code."""

from collections.abc import Callable


def full(*, name: str) -> str:
    """No room left."""
    return f"Le disque est plein, « {name} » n’a pas pu être écrit : libérer de la place, puis réessayer."


def read_only(*, name: str) -> str:
    """The whole disk is read-only."""
    return (
        f"Le disque est protégé en écriture, « {name} » n’a pas changé : "
        "lever la protection ou choisir un autre dossier, puis réessayer."
    )


def forbidden(*, name: str) -> str:
    """The system gives no right to write there."""
    return (
        f"Les droits manquent pour écrire « {name} » : "
        "vérifier les droits de son dossier ou en choisir un autre, puis réessayer."
    )


def failing(*, name: str) -> str:
    """The device or the network does not answer as it should."""
    return (
        f"Le disque est en panne ou débranché, « {name} » n’a pas pu être écrit : "
        "vérifier la clé, le disque ou le réseau, puis réessayer."
    )


def folder_missing(*, name: str) -> str:
    """The folder of the file is not there."""
    return (
        f"Le fichier ou le dossier attendu pour « {name} » est introuvable : "
        "rebrancher la clé ou rétablir le dossier, puis réessayer."
    )


def name_refused(*, name: str) -> str:
    """The disk accepts no such name."""
    return f"Le disque n’accepte pas le nom « {name} » : en choisir un plus court, sans signe particulier."


def held(*, name: str, rescue: str = "") -> str:
    """Another program keeps the file to itself; `rescue` is the name of the copy that was made."""
    if rescue:
        return (
            f"Un autre programme retient « {name} », le texte est à l’abri dans « {rescue} » : "
            "fermer ce programme, puis réessayer."
        )
    return f"Un autre programme retient « {name} », rien n’a changé : fermer ce programme, puis réessayer."


def other_disk(*, name: str) -> str:
    """A file cannot change disk by changing name."""
    return f"« {name} » ne peut pas passer d’un disque à un autre : garder le journal sur un seul disque."


def unconfirmed(*, name: str) -> str:
    """It is done, but may not outlive a power cut."""
    return (
        f"« {name} » est à sa place, mais le disque n’a pas confirmé qu’il durera : "
        "vérifier la clé ou le disque, puis réessayer."
    )


def other(*, name: str, number: int) -> str:
    """A refusal without a sentence of its own; `number` is the errno."""
    return (
        f"Le système a refusé d’écrire « {name} » (erreur n° {number}) : "
        "choisir un autre dossier ou redémarrer l’ordinateur, puis réessayer."
    )


def changed(*, name: str) -> str:
    """Somebody else wrote there since it was read."""
    return (
        f"« {name} » a changé entre-temps (éditeur, synchronisation, autre fenêtre), rien n’a été écrasé : "
        "relire le fichier, puis réessayer."
    )


def exists(*, name: str) -> str:
    """The name is taken."""
    return f"« {name} » existe déjà, rien n’a été écrasé : choisir un autre nom ou déplacer ce fichier."


def is_folder(*, name: str) -> str:
    """A folder stands where a file is expected."""
    return f"« {name} » est un dossier : indiquer un fichier."


def is_special(*, name: str) -> str:
    """A FIFO, a socket, a device, a link that loops."""
    return f"« {name} » n’est pas un fichier ordinaire : le retirer, ou indiquer un vrai fichier."


def too_large(*, name: str, limit: int) -> str:
    """More bytes than `limit` are not read."""
    size = f"{limit // 1_048_576} Mo" if limit >= 1_048_576 else f"{max(1, limit // 1024)} ko"
    return f"« {name} » dépasse {size} : l’alléger ou le couper en plusieurs fichiers."


def reading_forbidden(*, name: str) -> str:
    """The system gives no right to read it."""
    return f"Les droits manquent pour lire « {name} » : vérifier ceux du fichier et de son dossier."


def absent(*, name: str) -> str:
    """There is no such file."""
    return f"« {name} » est introuvable : vérifier son nom, ou rebrancher la clé qui le porte."


def reading_failed(*, name: str) -> str:
    """The disk, or the cloud behind it, does not give the bytes."""
    return (
        f"Le disque n’arrive pas à lire « {name} » : "
        "vérifier la clé, le disque ou la synchronisation, puis réessayer."
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "disque-plein": full,
    "disque-lecture-seule": read_only,
    "disque-droits": forbidden,
    "disque-panne": failing,
    "disque-dossier-absent": folder_missing,
    "disque-nom": name_refused,
    "disque-occupe": held,
    "disque-autre-volume": other_disk,
    "disque-non-confirme": unconfirmed,
    "disque-autre": other,
    "fichier-change": changed,
    "fichier-existe": exists,
    "lecture-dossier": is_folder,
    "lecture-special": is_special,
    "lecture-taille": too_large,
    "lecture-droits": reading_forbidden,
    "lecture-absent": absent,
    "lecture-disque": reading_failed,
}
