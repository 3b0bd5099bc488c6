"""What is said when files of questions are copied, mended, opened or added in the user's own folder."""

from collections.abc import Callable

NBSP = "\u00a0"


def id_option() -> str:
    """Help of `--id`."""
    return "Un autre nom pour la copie, qui ne remplace alors rien."


def new_name() -> str:
    """The name of a new tree."""
    return "Le nom de l’arbre : minuscules sans accent, chiffres, tirets."


def copied(name: str, *, instead: bool) -> str:
    """The copy is made."""
    if instead:
        return (
            f"Copié. Ma version de « {name} » remplace maintenant celle livrée ; "
            "l’enlever du dossier la fait revenir."
        )
    return f"Copié sous le nom « {name} »."


def created() -> str:
    """The new tree is there."""
    return "Créé. Il marche déjà : il reste à y mettre mes questions."


def open_it(name: str) -> str:
    """How to go on."""
    return f"Pour le changer : cip-coach questions ouvrir {name}"


def new_tree(name: str, space: str) -> str:
    """The text of a new tree, whole; its questions are to be replaced. `space` begins its ids."""
    return f"""\
arbre: {name}
version: 1
titre: "Mon arbre"
duree: 3
moment: fin_de_journee
personne: facultative

# Une question par tiret. Chaque phrase entre guillemets droits.
questions:
  - id: {space}.moment
    question: "Quel moment me revient ?"
    libelle: "Le moment"

  - id: {space}.reformule
    question: "Ai-je redit la demande avec mes mots ?"
    libelle: "Reformuler"
    type: oui_non
    si_oui:
      - id: {space}.reformule_effet
        question: "Qu'est-ce que cela a changé dans l'échange ?"
    si_non:
      - id: {space}.reformule_frein
        question: "Qu'est-ce qui a pu me retenir ?"
"""


def ask_copy(name: str) -> str:
    """Before opening a shipped tree."""
    return f"« {name} » est livré avec cip-coach. Le copier dans mon dossier pour le changer ? (o/n) "


def already_there(*, arbre: str, fichier: str) -> str:
    """The name is taken."""
    return (
        f"« {arbre} » existe déjà : {fichier}. Choisir un autre nom, ou l’ouvrir : cip-coach questions ouvrir {arbre}"
    )


def shipped_file(*, arbre: str) -> str:
    """A shipped file is not changed."""
    return (
        f"« {arbre} » est livré avec cip-coach et ne se change pas. "
        f"Le copier d’abord : cip-coach questions copier {arbre}"
    )


def editor_failed(*, editeur: str, fichier: str) -> str:
    """The editor did not open, or failed."""
    return f"L’éditeur « {editeur} » ne s’ouvre pas, ou s’est arrêté sur une erreur. Le fichier : {fichier}"


def one_file() -> str:
    """A folder where a file is due."""
    return "Nommer un seul fichier."


# Mending


def nothing_to_mend() -> str:
    """Nothing can be put right without a decision."""
    return "Rien à corriger sans décider."


def can_mend(quoted: int, named: int) -> str:
    """What would change."""
    parts = [f"{quoted} ligne{'s' if quoted > 1 else ''} à remettre entre guillemets droits"] if quoted else []
    parts += [f"{named} identifiant{'s' if named > 1 else ''} à ajouter"] if named else []
    return f"{' et '.join(parts)}. Aucun mot ne change."


def ask_mend() -> str:
    """Before writing."""
    return "Écrire ces changements ? (o/n) "


def mended(former: str) -> str:
    """Written; where the former file is."""
    return f"C’est écrit. Le fichier d’avant : {former}"


def nothing_changed() -> str:
    """The user said no."""
    return "Rien n’a changé."


# Adding


def replaces_mine(name: str, file: str) -> str:
    """A file of mine has that name."""
    return f"« {name} » est déjà dans mon dossier ({file}). Ce qui changerait :"


def replaces_shipped(name: str) -> str:
    """A shipped file has that name."""
    return f"« {name} » existe parmi les fichiers livrés : celui-ci prendrait sa place."


def questions_changed(added: int, missing: int) -> str:
    """How two trees differ."""
    return f"Par rapport à l’arbre livré : {_some(added)} en plus, {_some(missing)} en moins."


def ask_replace() -> str:
    """Before replacing."""
    return "Le remplacer ? (o/n) "


def added(name: str) -> str:
    """The file is copied."""
    return f"« {name} » est ajouté."


def kept_beside(former: str) -> str:
    """Where the former file is."""
    return f"Le fichier d’avant : {former}"


def already_same(name: str) -> str:
    """The same file is there."""
    return f"« {name} » est déjà là, à l’identique."


def left_out(name: str) -> str:
    """The user said no."""
    return f"« {name} » n’est pas ajouté, rien n’a changé."


def remarks(name: str, number: int, fichier: str) -> str:
    """The file has warnings."""
    return (
        f"« {name} » : {number} remarque{'s' if number > 1 else ''}. "
        f"Les voir : cip-coach questions verifier {fichier}"
    )


def _some(number: int) -> str:
    return f"{number or 'aucune'} question{'s' if number > 1 else ''}"


SENTENCES: dict[str, Callable[..., str]] = {
    "questions-deja-la": already_there,
    "questions-editeur": editor_failed,
    "questions-livre": shipped_file,
    "questions-un-fichier": one_file,
}
