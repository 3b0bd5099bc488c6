"""The screens of a first start, which `cip-coach aide bienvenue` shows again."""

NBSP = "\u00a0"

Screen = tuple[str, ...]
"""A title, then sentences."""


def pages(dossier: str, service: str) -> tuple[Screen, ...]:
    """The three screens; `service` is what synchronises the folder of the journal, "" for nothing known."""
    return (what_it_is(), where_it_lies(dossier, service), a_code())


def what_it_is() -> Screen:
    """What the program is, and is not."""
    return (
        "Un temps pour relire sa pratique",
        "Des questions une à une, puis une note datée. Rien n’est obligatoire. Rien ne sort de cet ordinateur.",
        "cip-coach ne remplace ni un groupe d’analyse de pratiques ni une supervision. "
        "Ce n’est pas un second dossier de la personne accompagnée.",
    )


def where_it_lies(dossier: str, service: str) -> Screen:
    """Where the journal lies, and how to put it elsewhere."""
    warning = (synchronised(service),) if service else ()
    return (
        "Mes notes, et où elles sont",
        f"Des fichiers texte, lisibles sans ce programme, dans{NBSP}: {dossier}",
        *warning,
        f"Pour les mettre sur une clé chiffrée{NBSP}: cip-coach aide cle",
    )


def a_code() -> Screen:
    """A neutral code instead of a name."""
    return (
        "Un code, jamais un nom",
        f"Une personne s’écrit sous un code neutre{NBSP}: érable, galet… Ni nom, ni initiales, ni téléphone.",
        "La correspondance reste hors de l’ordinateur, sur papier. "
        "Écrire chaque note comme si la personne pouvait la lire.",
        f"Pour essayer d’abord{NBSP}: cip-coach demo, un journal inventé.",
        f"Tout ceci se retrouve avec{NBSP}: cip-coach aide bienvenue",
    )


def synchronised(service: str) -> str:
    """The journal is copied elsewhere by a service."""
    return (
        f"Attention{NBSP}: ce dossier est dans {service}, qui en envoie une copie ailleurs. "
        "Mieux vaut en choisir un autre."
    )


def go_on(rang: int, total: int) -> str:
    """To the next screen."""
    return f"Continuer ({rang} sur {total})"


def skip() -> str:
    """To the home screen at once."""
    return "Passer cette présentation"


def begin() -> str:
    """From the last screen to the session that was asked for."""
    return "Commencer la séance"


def go_home() -> str:
    """From the last screen."""
    return "Aller à l’accueil"
