"""What the front door says: help pages, misuse of the command line, the last resort."""

from collections.abc import Callable, Sequence

NBSP = "\u00a0"


# Help pages


def purpose() -> str:
    """What the whole program is for."""
    return "Prendre du recul sur sa pratique, une question après l’autre, et en garder une note datée."


def privacy() -> str:
    """The promise shown with the help of the program."""
    return "Tout reste sur cette machine, dans des fichiers lisibles sans ce programme."


def usage_line(pattern: str) -> str:
    """How a command is typed."""
    return f"Emploi{NBSP}: {pattern}"


def any_options() -> str:
    """Stands for the options in a usage line."""
    return "[options]"


def a_command() -> str:
    """Stands for the command in a usage line."""
    return "COMMANDE"


def examples_title() -> str:
    """Heads the examples."""
    return "Exemples"


def parameters_title() -> str:
    """Heads what is typed without a dash."""
    return "Paramètres"


def options_title() -> str:
    """Heads the options."""
    return "Options"


def commands_title() -> str:
    """Heads the commands."""
    return "Commandes"


def example_home() -> str:
    """What `cip-coach` alone does, in a terminal."""
    return "Choisir quoi faire avec les flèches, dans un terminal"


def example_choose() -> str:
    """What `cip-coach session` does."""
    return "Choisir un arbre de questions et y répondre"


def example_help() -> str:
    """What `cip-coach session --help` does."""
    return "Lire l’aide d’une commande"


def back_home() -> str:
    """After a command that was chosen on the home screen."""
    return f"Entrée{NBSP}: revenir à l’accueil · Ctrl+C{NBSP}: quitter"


def help_option() -> str:
    """Help of `--help`."""
    return "Afficher cette aide."


def version_option() -> str:
    """Help of `--version`."""
    return "Afficher la version."


def journal_option() -> str:
    """Help of `--journal`."""
    return "Dossier du journal, à la place du dossier habituel."


def simple_option() -> str:
    """Help of `--simple`."""
    return "Affichage ligne à ligne, sans plein écran."


def discreet_option() -> str:
    """Help of `--discret`."""
    return "Ne pas afficher les textes écrits."


def today_option() -> str:
    """Help of `--aujourd-hui`."""
    return "Date à prendre pour aujourd’hui (2026-11-22, hier…)."


# Misuse: option names and command words may be repeated, what could be an answer never is


def did_you_mean(suggestion: str) -> str:
    """The nearest thing that exists."""
    return f"Vouliez-vous dire {suggestion}{NBSP}?"


def where_help_is(command_path: str) -> str:
    """The line under a misuse: the command that explains."""
    return f"{command_path} --help"


def unknown_command(name: str) -> str:
    """A command that does not exist; `name` is empty when it is not fit to be repeated."""
    return f"La commande {name} n’existe pas." if name else "Cette commande n’existe pas."


def unknown_option(name: str) -> str:
    """An option that does not exist; `name` is empty when it is not fit to be repeated."""
    return f"L’option {name} n’existe pas." if name else "Une des options données n’existe pas."


def option_too_early(name: str) -> str:
    """An option of the commands, given before the command."""
    return f"L’option {name} se place après le nom de la commande."


def value_missing(option: str, metavar: str) -> str:
    """An option at the end of the line, without its value."""
    return f"L’option {option} attend une valeur{NBSP}: {metavar}."


def value_unwanted(option: str) -> str:
    """A flag written with a value."""
    return f"L’option {option} ne prend pas de valeur."


def option_missing(option: str) -> str:
    """An option without which the command makes no sense."""
    return f"L’option {option} est nécessaire ici."


def parameter_missing(metavar: str) -> str:
    """A parameter without which the command makes no sense."""
    return f"Il manque une indication{NBSP}: {metavar}."


def for_example(line: str) -> str:
    """After what is missing: a whole command line."""
    return f"Par exemple{NBSP}: {line}"


def too_much() -> str:
    """More words than the command takes. Which ones is not said: they could be an answer."""
    return "La ligne contient des mots en trop. Un texte de plusieurs mots s’écrit entre guillemets."


def choice_impossible(name: str, choices: Sequence[str]) -> str:
    """A value outside of a closed list."""
    return f"{name} n’accepte que ces valeurs{NBSP}: {', '.join(choices)}."


def number_expected(name: str) -> str:
    """A value that should have been a number."""
    return f"{name} attend un nombre."


def number_out_of_range(name: str, lowest: str, highest: str) -> str:
    """A value that should have been a number between bounds; an empty bound does not exist."""
    if lowest and highest:
        return f"{name} attend un nombre de {lowest} à {highest}."
    return (
        f"{name} attend un nombre, {lowest} ou plus." if lowest else f"{name} attend un nombre, {highest} ou moins."
    )


def value_impossible(name: str) -> str:
    """A value that does not suit, for a reason typer alone knows."""
    return f"La valeur donnée à {name} ne convient pas."


def not_understood() -> str:
    """A misuse of which we know nothing more."""
    return "La ligne de commande n’a pas été comprise."


# Cannot go on


def journal_without_name() -> str:
    """`--journal ""`: an unset variable in a script, most often."""
    return "L’option --journal attend le nom d’un dossier, et il est vide."


def output_refused() -> str:
    """The result cannot be written on stdout (redirected to a full disk)."""
    return "Le résultat n’a pas pu être écrit jusqu’au bout. Vérifier la place disponible là où il est redirigé."


def bug(kind: str, place: str) -> str:
    """A mistake of ours. Says where, never what the data were."""
    return (
        f"Ce programme s’est arrêté sur une erreur qui vient de lui ({kind}, {place}). "
        f"Les réponses déjà gardées le restent. Ce message ne contient rien de personnel{NBSP}: "
        "il peut être transmis."
    )


SENTENCES: dict[str, Callable[..., str]] = {
    "journal-sans-nom": journal_without_name,
    "sortie-refusee": output_refused,
}
